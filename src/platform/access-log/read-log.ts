/**
 * The log of reads (PRV-1): who read about whom, what, why it was allowed, and when. A use case notes what
 * it is about to hand out; the notes are written in the same transaction, last, so that a read whose
 * log cannot be written fails as a whole.
 */
import { sql, type RawBuilder } from "kysely";
import type { Id } from "../../shared/ids.ts";
import type { MaybeActor } from "../../shared/actor.ts";

/** Something read about people. `what` and `basis` are codes; pages turn them into words. */
export type Read = {
  readonly personIds: readonly Id[];
  /** What was read: "staff-list", "person", "placements" … */
  readonly what: string;
  /** Why it was allowed: "manager", "deputy", "manager-above", "hr-partner", "hr-handler", "administrator" … */
  readonly basis: string;
  /** The stated reason, where the basis has one (an HR partner's case). */
  readonly reason?: string | null;
};

/** Collects the reads of one request. Reading about oneself is not a read of another person. */
export class ReadLog {
  readonly #actor: MaybeActor;
  readonly #entries = new Map<string, { read: Read; personIds: Set<Id> }>();

  constructor(actor: MaybeActor) {
    this.#actor = actor;
  }

  note(read: Read): void {
    const key = JSON.stringify([read.what, read.basis, read.reason ?? null]);
    const entry = this.#entries.get(key) ?? { read, personIds: new Set<Id>() };
    for (const id of read.personIds) if (id !== this.#actor?.personId) entry.personIds.add(id);
    this.#entries.set(key, entry);
  }

  /** Writes one row for each thing read and reason, with all the people; null when nobody was read about. Nobody signed in reads about nobody. */
  statement(request: { organisationId: Id; requestId: Id; at: Date }): RawBuilder<unknown> | null {
    const rows = [...this.#entries.values()].filter((entry) => entry.personIds.size > 0);
    if (rows.length === 0) return null;
    const actor = this.#actor;
    if (!actor) throw new Error("a person was read although nobody is signed in");
    const column = <T>(of: (entry: (typeof rows)[number]) => T): T[] => rows.map(of);
    // An array of arrays would have to be square: the people of each row go as one text.
    return sql`
      insert into access_log (organisation_id, at, request_id, account_id, person_ids, what, basis, reason)
      select ${request.organisationId}::uuid, ${request.at}::timestamptz, ${request.requestId}::uuid, ${actor.accountId}::uuid, people::uuid[], what, basis, reason
      from unnest(${column(({ personIds }) => `{${[...personIds].join()}}`)}::text[], ${column(({ read }) => read.what)}::text[],
        ${column(({ read }) => read.basis)}::text[], ${column(({ read }) => read.reason ?? null)}::text[])
        as r (people, what, basis, reason)`;
  }
}
