/**
 * Files that rows of the database name: `stored_file` is the view of them all, whichever feature they belong to. Bytes are put in place before the row
 * that names them commits, and taken away some time after the last such row is gone, so a row is never without its file.
 */
import { sql } from "kysely";
import type { Work } from "../database/work.ts";
import { hashOf, readKept } from "./file-store.ts";

/**
 * Shared by whoever needs the files to stay as they are until they commit, or have read them (a backup); held by whoever takes files away. Any number that
 * nothing else in the database uses.
 */
export const FILES_LOCK = 861_201_002;

/** Keeps the bytes for a row that is written in this transaction; gives the hash that names them. */
export async function keepFile(work: Work, bytes: Uint8Array): Promise<string> {
  await sql`select pg_advisory_xact_lock_shared(${FILES_LOCK})`.execute(work.tx);
  const hash = hashOf(bytes);
  await work.files.put({ organisationId: work.organisationId, hash }, bytes);
  return hash;
}

/** The bytes of a file that a row of the organisation's own names. Throws FileLost. */
export const keptFile = ({ files, organisationId }: Work, hash: string): Promise<Buffer> =>
  readKept(files, { organisationId, hash });

/** Those of these names that no row has. */
async function withoutRow(work: Work, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const { rows } = await sql<{ hash: string }>`
    select hash from unnest(${[...names]}::text[]) as n (hash)
    where not exists (select from stored_file s where s.organisation_id = ${work.organisationId} and s.hash = n.hash)`.execute(
    work.tx,
  );
  return rows.map(({ hash }) => hash);
}

/**
 * Takes away the organisation's files that no row names any longer, or never came to name; says how many. While somebody puts a file there, or takes a
 * backup, it waits for its next turn.
 */
export async function dropOrphans(work: Work): Promise<number> {
  const { organisationId } = work;
  const orphans = await withoutRow(work, await work.files.list(organisationId));
  if (orphans.length === 0) return 0;
  const { rows } = await sql<{
    alone: boolean;
  }>`select pg_try_advisory_xact_lock(${FILES_LOCK}) as alone`.execute(work.tx);
  if (!rows[0]?.alone) return 0;
  // A row that names one of them may have come just before.
  const gone = await withoutRow(work, orphans);
  for (const hash of gone) await work.files.remove({ organisationId, hash });
  return gone.length;
}
