/**
 * A restore, all or nothing: the whole file is verified before a database is so much as opened; then, in one transaction, the schema is made
 * anew as it was when the backup was taken, filled, compared with the file, and brought forward to this release.
 */
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { checkAppRole, grantRights, migrateQueue } from "../database/app-role.ts";
import { markOf } from "../database/key-mark.ts";
import {
  applyMigration,
  MigrationError,
  readApplied,
  readMigrations,
  remaining,
  SCHEMA_LOCK,
  type Migration,
} from "../database/migrate.ts";
import type { FileStore } from "../files/file-store.ts";
import {
  BackupRefused,
  filesIn,
  rowsOf,
  tablesIn,
  Tally,
  type Header,
  type Section,
  type TableTally,
  type Verified,
} from "./format.ts";
import { FILES, namedFiles, putFiles, rowsOfFiles } from "./files.ts";
import { asOwner, refuseWhileServed } from "./owner.ts";
import { readBackup, verifyBackup } from "./read-file.ts";
import { setSequences } from "./sequences.ts";
import { columnList, findTables, organisationIds, rowsOfTable, setTextForm, type Table } from "./tables.ts";
import { enqueueAgain, makeRoomForJobs, rowsOfJobs, WAITING_JOBS } from "./waiting-jobs.ts";
import { holdsSomethingElse, wipe } from "./wipe.ts";

/** A file that is whole, and of a schema that this release can bring forward. */
export type RestorableFile = Verified & {
  readonly file: string;
  readonly bytes: number;
  /** This release's migrations: those that the file knows, and those that came later. */
  readonly migrations: { readonly known: readonly Migration[]; readonly later: readonly Migration[] };
};

export type RestoreOptions = {
  readonly ownerUrl: string;
  readonly appRole: string;
  /** Where this installation keeps files. */
  readonly files: FileStore;
  /** Puts the file in the place of what is there. */
  readonly replace: boolean;
};

export type Restored = {
  readonly rows: number;
  readonly tables: number;
  readonly files: number;
  readonly migrated: number;
};

/** Reads the file to its end. Throws BackupRefused; no database is needed. `folder` is another folder of migrations than the product's own. */
export async function checkFile(file: string, folder?: string): Promise<RestorableFile> {
  const verified = await verifyBackup(file);
  const files = await readMigrations(folder);
  const newest = verified.header.migrations.at(-1)?.name ?? "";
  if (newest > (files.at(-1)?.name ?? "")) throw new BackupRefused("newer-schema", { migration: newest });
  try {
    const later = remaining(
      files,
      new Map(verified.header.migrations.map(({ name, checksum }) => [name, checksum])),
    );
    const known = files.filter((each) => !later.includes(each));
    return { ...verified, file, migrations: { known, later } };
  } catch (error) {
    if (error instanceof MigrationError)
      throw new BackupRefused("other-schema", { why: error.message }, error);
    throw error;
  }
}

/** Refuses a key that the rows were not made with: people's keyed numbers and parked posts would be dead letters. */
export function checkKey(header: Header, key: string): void {
  if (markOf(key) !== header.key.mark) throw new BackupRefused("other-key");
}

/** May this database be filled with this file? */
async function checkTarget(
  client: pg.ClientBase,
  { header, migrations }: RestorableFile,
  { appRole, replace }: RestoreOptions,
): Promise<void> {
  await refuseWhileServed(client, appRole);
  if (await holdsSomethingElse(client)) throw new BackupRefused("other-database");
  const applied = await readApplied(client);
  if (applied.size === 0) return;
  const ours = [...migrations.known, ...migrations.later].map(({ name }) => name);
  const unknown = [...applied.keys()].find((name) => !ours.includes(name));
  if (unknown !== undefined) throw new BackupRefused("newer-database", { migration: unknown });
  const { rows } = await client.query<{ mode: string | null; filled: boolean }>(
    "select (select mode from installation) as mode, exists (select from organisation) as filled",
  );
  const here = rows[0]?.mode ?? header.mode;
  if (here !== header.mode)
    throw new BackupRefused("other-mode", { mode: header.mode ?? "", here: here ?? "" });
  if (rows[0]?.filled && !replace) throw new BackupRefused("not-empty");
}

/**
 * Lets the owner write rows as they are: past row-level security, and past the triggers that would refuse or change them. The database's rules
 * about what may stand (foreign keys, exclusions, deferred rules such as that an adopted version has a decision) stay awake. The tables are
 * nobody's but this transaction's until it commits, and by then all is back.
 */
async function withRowsAsTheyAre(
  client: pg.ClientBase,
  tables: readonly Table[],
  run: () => Promise<void>,
): Promise<void> {
  const { rows: triggers } = await client.query<{ table: string; name: string }>(
    `select tgrelid::regclass::text as table, quote_ident(tgname) as name from pg_trigger
     where not tgisinternal and tgconstraint = 0 and tgenabled <> 'D' and tgrelid = any ($1::regclass[])`,
    [tables.map(({ sql }) => sql)],
  );
  const forced = tables.filter(({ isForced }) => isForced);
  for (const { sql } of forced) await client.query(`alter table ${sql} no force row level security`);
  for (const { table, name } of triggers) await client.query(`alter table ${table} disable trigger ${name}`);
  await run();
  await client.query("set constraints all immediate");
  for (const { table, name } of triggers) await client.query(`alter table ${table} enable trigger ${name}`);
  for (const { sql } of forced) await client.query(`alter table ${sql} force row level security`);
}

const sameColumns = (one: Section, other: Section): boolean =>
  one.columns.length === other.columns.length && one.columns.every((name) => other.columns.includes(name));

/** Reads the file again, this time into the tables. */
async function load(
  client: pg.ClientBase,
  file: string,
  { tables, files }: { readonly tables: readonly Table[]; readonly files: FileStore },
): Promise<Verified> {
  await client.query("delete from migration.applied");
  const jobs = await makeRoomForJobs(client);
  return readBackup(file, async (section, rows) => {
    if (section.table === FILES.table) return putFiles(files, rows);
    const table = [...tables, WAITING_JOBS].find((each) => each.table === section.table);
    if (!table || !sameColumns(table, section))
      throw new BackupRefused("not-as-in-file", { table: section.table });
    const target = "sql" in table ? `${(table as Table).sql} (${columnList(section.columns)})` : jobs;
    await pipeline(rows, client.query(copyFrom(`copy ${target} from stdin`)));
  });
}

async function tallyOf(rows: AsyncIterable<Buffer>): Promise<TableTally> {
  const tally = new Tally();
  for await (const bytes of rows) tally.add(bytes);
  return tally.done();
}

/** Reads every table back as a backup does, and compares: the same number of rows, the same bytes. */
async function compare(
  client: pg.ClientBase,
  { trailer }: Verified,
  { tables, files }: { readonly tables: readonly Table[]; readonly files: FileStore },
): Promise<void> {
  const organisations = await organisationIds(client);
  const found: Record<string, TableTally> = {};
  for (const table of tables) found[table.table] = await tallyOf(rowsOfTable(client, table, organisations));
  found[WAITING_JOBS.table] = await tallyOf(rowsOfJobs(client));
  const names = await namedFiles(client, organisations);
  // One that was lost already when the backup was taken is in neither.
  if (trailer.tables[FILES.table])
    found[FILES.table] = await tallyOf(rowsOfFiles(files, names, () => undefined));
  for (const table of new Set([...Object.keys(found), ...Object.keys(trailer.tables)]))
    if (
      found[table]?.rows !== trailer.tables[table]?.rows ||
      found[table]?.sha256 !== trailer.tables[table]?.sha256
    )
      throw new BackupRefused("not-as-in-file", { table });
}

/** All of it, in the transaction that is open. */
async function fill(client: pg.ClientBase, source: RestorableFile, options: RestoreOptions): Promise<void> {
  await setTextForm(client);
  await client.query("set local lock_timeout = '60s'");
  await client.query("select pg_advisory_xact_lock($1)", [SCHEMA_LOCK]);
  await checkTarget(client, source, options);
  await wipe(client);
  for (const migration of source.migrations.known) await applyMigration(client, migration);
  const tables = await findTables(client);
  const kept = { tables, files: options.files };
  await withRowsAsTheyAre(client, tables, async () => {
    const read = await load(client, source.file, kept);
    // The file is the one that was verified.
    if (read.trailer.sha256 !== source.trailer.sha256) throw new BackupRefused("damaged");
  });
  await setSequences(client, source.trailer.sequences);
  await enqueueAgain(client);
  await compare(client, source, kept);
  await setTextForm(client, "default");
  for (const migration of source.migrations.later) {
    await client.query("set constraints all deferred");
    await applyMigration(client, migration);
    await client.query("set constraints all immediate");
  }
  await grantRights(client, options.appRole);
}

/** Puts the file into the database. Throws BackupRefused, UnsafeAppRole and MigrationError, and then nothing has changed. */
export async function restoreBackup(source: RestorableFile, options: RestoreOptions): Promise<Restored> {
  await asOwner(options.ownerUrl, async (client) => {
    await checkAppRole(client, options.appRole);
    await checkTarget(client, source, options);
    await migrateQueue(options.ownerUrl);
    await client.query("begin");
    await fill(client, source, options);
    await client.query("commit");
    await client.query("analyze");
  });
  return {
    rows: rowsOf(source.trailer),
    tables: tablesIn(source.trailer),
    files: filesIn(source.trailer),
    migrated: source.migrations.later.length,
  };
}
