/**
 * A unit of work: one transaction for one organisation, with who asks, the time, the log of reads and the
 * facts to pass on. Every use case gets one as its first argument; a request is one, and so is a
 * command or a job. Row-level security follows the organisation that is set here and nowhere else.
 */
import { sql } from "kysely";
import type { Database, Tx } from "./transactions.ts";
import { newId, type Id } from "../../shared/ids.ts";
import { dayOf, type Clock, type LocalDate } from "../../shared/local-date.ts";
import type { MaybeActor, Tenant } from "../../shared/actor.ts";
import type { Facts, Subscriptions } from "../../shared/events.ts";
import { NotFound } from "../../shared/result.ts";
import type { FileStore } from "../files/file-store.ts";
import { ReadLog } from "../access-log/read-log.ts";

export type Work = {
  readonly tx: Tx;
  readonly tenant: Tenant;
  readonly organisationId: Id;
  readonly actor: MaybeActor;
  readonly now: Date;
  /** The day it is in Stockholm. */
  readonly today: LocalDate;
  readonly requestId: Id;
  readonly reads: ReadLog;
  readonly files: FileStore;
  /** Tells later features that something became true, in this transaction. */
  publish<Name extends keyof Facts>(name: Name, fact: Facts[Name]): Promise<void>;
};

/** What units of work are made from: the same for a whole process. */
export type Workshop = {
  readonly db: Database;
  readonly clock: Clock;
  readonly subscriptions: Subscriptions<Work>;
  /** 64 hexadecimal digits: what keys are derived from. */
  readonly secret: string;
  /** Where files are kept. */
  readonly files: FileStore;
};

/** Who asks: known beforehand, or found in the transaction (a session's cookie is looked up under the organisation's own rows), by a statement that is sent together with the one that finds the organisation. */
export type ActorSource = MaybeActor | ((tx: Tx, now: Date) => Promise<MaybeActor>);

/**
 * Runs `run` in a transaction for the organisation with this slug. Throws NotFound when there is none. When
 * `run` throws, nothing that it did remains.
 */
export async function work<T>(
  workshop: Workshop,
  request: { slug: string; actor: ActorSource; requestId?: Id },
  run: (work: Work) => Promise<T>,
): Promise<T> {
  return workshop.db.transaction(async (tx, finish) => {
    const now = workshop.clock();
    // In this order: who asks is found among the rows of the organisation that the first statement makes the transaction's own.
    const entering = enter(tx, request.slug);
    const asking = typeof request.actor === "function" ? request.actor(tx, now) : request.actor;
    const [tenant, actor] = await Promise.all([entering, asking]);
    const reads = new ReadLog(actor);
    const requestId = request.requestId ?? newId();
    const current: Work = {
      tx,
      tenant,
      organisationId: tenant.id,
      actor,
      now,
      today: dayOf(now),
      requestId,
      reads,
      files: workshop.files,
      async publish(name, fact) {
        for (const handle of workshop.subscriptions[name]) await handle(current, fact);
      },
    };
    const result = await run(current);
    const log = reads.statement({ organisationId: tenant.id, requestId, at: now });
    if (log) finish(log);
    return result;
  });
}

/** Finds the organisation and makes the rest of the transaction its own. */
async function enter(tx: Tx, slug: string): Promise<Tenant> {
  const { rows } = await sql<Tenant>`
    select id, slug, name, kind, logo_hash as "logoHash" from organisation
    where slug = ${slug} and set_config('app.organisation', id::text, true) is not null`.execute(tx);
  const tenant = rows[0];
  if (!tenant) throw new NotFound("organisation");
  return tenant;
}
