/** Files that rows name: taken along as rows of a table of their own, each with the bytes, and put back where this installation keeps files. */
import type pg from "pg";
import { hashOf, readKept, FileLost, type FileName, type FileStore } from "../files/file-store.ts";
import { FILES_LOCK } from "../files/stored-files.ts";
import { BackupRefused, FILES_TABLE, type Section } from "./format.ts";

/** Absent where there are none. */
export const FILES: Section = { table: FILES_TABLE, columns: ["organisation", "sha256", "base64"] };

/** Nobody takes files away before this connection is closed. */
export const holdFiles = (client: pg.ClientBase): Promise<unknown> =>
  client.query("select pg_advisory_lock_shared($1)", [FILES_LOCK]);

/** The files that the database names, one organisation after the other; none where its schema is older than files. */
export async function namedFiles(
  client: pg.ClientBase,
  organisations: readonly string[],
): Promise<FileName[]> {
  const known = await client.query<{ there: boolean }>(
    "select to_regclass('stored_file') is not null as there",
  );
  if (!known.rows[0]?.there) return [];
  const names: FileName[] = [];
  for (const organisationId of organisations) {
    await client.query("select set_config('app.organisation', $1, true)", [organisationId]);
    const { rows } = await client.query<{ hash: string }>(
      'select hash from stored_file where organisation_id = $1 order by hash collate "C"',
      [organisationId],
    );
    names.push(...rows.map(({ hash }) => ({ organisationId, hash })));
  }
  return names;
}

/** Each file whole, one at a time. One that is lost is told to `lost` and left out: all the rest is worth keeping. */
export async function* rowsOfFiles(
  files: FileStore,
  names: readonly FileName[],
  lost: (name: string) => void,
): AsyncGenerator<Buffer> {
  for (const name of names) {
    const { organisationId, hash } = name;
    try {
      const bytes = await readKept(files, name);
      yield Buffer.from(`${organisationId}\t${hash}\t${bytes.toString("base64")}\n`);
    } catch (error) {
      if (!(error instanceof FileLost)) throw error;
      lost(error.message);
    }
  }
}

/** Puts the files of a backup where files are kept. They do no harm there if the rest doesn't come to be. */
export async function putFiles(files: FileStore, rows: AsyncIterable<Buffer>): Promise<void> {
  let pieces: Buffer[] = [];
  for await (let bytes of rows) {
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10)) {
      await putFile(files, Buffer.concat([...pieces, bytes.subarray(0, end)]).toString("latin1"));
      pieces = [];
      bytes = bytes.subarray(end + 1);
    }
    pieces.push(Buffer.from(bytes));
  }
}

async function putFile(files: FileStore, row: string): Promise<void> {
  const [organisationId = "", hash = "", base64 = ""] = row.split("\t");
  const bytes = Buffer.from(base64, "base64");
  if (hashOf(bytes) !== hash) throw new BackupRefused("damaged");
  await files.put({ organisationId, hash }, bytes);
}
