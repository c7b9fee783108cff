/**
 * Sealing of the log of reads (PRV-1): rows that are not in a segment yet are put into one, whose hash covers them and the segment
 * before. Whoever changes, adds or takes away a sealed row breaks the chain there. Each organisation has its own.
 */
import { createHash, type Hash } from "node:crypto";
import { sql } from "kysely";
import type { Id } from "../../shared/ids.ts";
import type { Work } from "../database/work.ts";

type Scope = Pick<Work, "tx" | "organisationId" | "now">;

/** A row that has waited longer than this for its seal raises an alarm. */
export const SEAL_PATIENCE_MINUTES = 10;

/** The most rows in a segment, so that memory is bounded. */
const SEGMENT = 5000;

type Row = { id: number; line: string };
type Seal = { number: number; sealedAt: Date; entries: number; previousHash: Buffer; hash: Buffer };

/** What the first segment follows on. */
const beginning = (organisationId: Id): Buffer =>
  createHash("sha256").update(`access log of ${organisationId}`).digest();

/** A row as one line of JSON, in UTC to the microsecond: the same on every server. */
const line = sql<string>`
  jsonb_build_array(id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), request_id, account_id, person_ids, what, basis, reason)::text`;

function hashOf(seal: Omit<Seal, "hash">, rows: readonly Row[]): Buffer {
  const hash: Hash = createHash("sha256")
    .update(seal.previousHash)
    .update(`${seal.number} ${seal.sealedAt.toISOString()} ${seal.entries}\n`);
  for (const row of rows) hash.update(`${row.line}\n`);
  return hash.digest();
}

/** Seals every row that is not sealed, in the order of their ids; says how many. One at a time for each organisation. */
export async function sealLog(work: Scope): Promise<number> {
  await sql`select pg_advisory_xact_lock(861201020, hashtext(${work.organisationId}::text))`.execute(work.tx);
  let sealed = 0;
  for (;;) {
    const { rows } = await sql<Row>`
      select id, ${line} as line from access_log where organisation_id = ${work.organisationId} and seal is null
      order by id limit ${SEGMENT}`.execute(work.tx);
    if (rows.length === 0) return sealed;
    await addSegment(work, rows);
    sealed += rows.length;
  }
}

async function addSegment(work: Scope, rows: readonly Row[]): Promise<void> {
  const last = await work.tx
    .selectFrom("access_log_seal")
    .select(["number", "hash"])
    .where("organisation_id", "=", work.organisationId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  const seal = {
    number: (last?.number ?? 0) + 1,
    sealedAt: work.now,
    entries: rows.length,
    previousHash: last?.hash ?? beginning(work.organisationId),
  };
  await work.tx
    .insertInto("access_log_seal")
    .values({
      organisation_id: work.organisationId,
      number: seal.number,
      sealed_at: seal.sealedAt,
      entries: seal.entries,
      previous_hash: seal.previousHash,
      hash: hashOf(seal, rows),
    })
    .execute();
  await sql`update access_log set seal = ${seal.number}
    where organisation_id = ${work.organisationId} and id = any(${rows.map((row) => row.id)}::bigint[])`.execute(
    work.tx,
  );
}

/** The number of the first segment that is not as it was sealed, or is missing; null when the whole chain holds. */
export async function verifyChain(work: Pick<Work, "tx" | "organisationId">): Promise<number | null> {
  let previousHash = beginning(work.organisationId);
  for (let number = 1; ; number++) {
    const { rows: seals } = await sql<Seal>`
      select number, sealed_at as "sealedAt", entries, previous_hash as "previousHash", hash from access_log_seal
      where organisation_id = ${work.organisationId} and number >= ${number} order by number limit 1`.execute(
      work.tx,
    );
    const seal = seals[0];
    if (!seal) return null;
    const { rows } = await sql<Row>`
      select id, ${line} as line from access_log where organisation_id = ${work.organisationId} and seal = ${number}
      order by id`.execute(work.tx);
    const whole =
      seal.number === number &&
      seal.entries === rows.length &&
      seal.previousHash.equals(previousHash) &&
      seal.hash.equals(hashOf(seal, rows));
    if (!whole) return number;
    previousHash = seal.hash;
  }
}

/** When the oldest row that waits for its seal was written; null when none waits. Later than `SEAL_PATIENCE_MINUTES` is an alarm. */
export async function unsealedSince(work: Pick<Work, "tx" | "organisationId">): Promise<Date | null> {
  const { rows } = await sql<{ since: Date | null }>`
    select min(at) as since from access_log where organisation_id = ${work.organisationId} and seal is null`.execute(
    work.tx,
  );
  return rows[0]?.since ?? null;
}
