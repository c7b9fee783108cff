/**
 * The schema's way forward: SQL files in `migrations/`, applied in the order of their names, each in a
 * transaction of its own under one advisory lock, so that two that start at once take turns. What was applied
 * is kept with its checksum in `migration.applied`. There is no way back: the previous release runs on the new schema.
 */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { checkAppRole, grantRights, migrateQueue } from "./app-role.ts";
import { projectRoot } from "./project-root.ts";

/** Held by whoever changes the schema, shared by whoever needs it to stay as it is. Any number that nothing else in the database uses. */
export const SCHEMA_LOCK = 861_201_001;
const NAME = /^\d{4}_[a-z0-9_]+\.sql$/;

/** The folder with the product's own migrations. */
export const migrationsFolder = (): string => join(projectRoot(), "src/platform/database/migrations");

/** The schema can't be brought up to date; the message says which file and why, for the one who runs the system. */
export class MigrationError extends Error {
  override name = "MigrationError";
}

export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };
export type Applied = ReadonlyMap<string, string>;

export type MigrateOptions = {
  /** The role that the program logs in as; gets its rights after the migrations. */
  readonly appRole: string;
  /** Another folder of migrations than the product's own. */
  readonly folder?: string;
};

/** The migrations of a folder, this release's own unless another is named, in order. Throws MigrationError. */
export async function readMigrations(folder: string = migrationsFolder()): Promise<Migration[]> {
  const names = (await readdir(folder)).toSorted();
  const misnamed = names.find((name) => !NAME.test(name));
  if (misnamed !== undefined) throw new MigrationError(`${misnamed}: a migration is named NNNN_words.sql`);
  const twice = names.find((name, index) => names[index - 1]?.slice(0, 4) === name.slice(0, 4));
  if (twice !== undefined) throw new MigrationError(`${twice}: another migration has the same number`);
  return Promise.all(
    names.map(async (name) => {
      const sql = (await readFile(join(folder, name), "utf8")).replaceAll("\r\n", "\n");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

/** What is applied: the checksum of each migration by its name, in order. */
export async function readApplied(client: pg.ClientBase | pg.Pool): Promise<Applied> {
  const known = await client.query<{ there: boolean }>(
    "select to_regclass('migration.applied') is not null as there",
  );
  if (!known.rows[0]?.there) return new Map();
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migration.applied order by name collate "C"',
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

/**
 * What remains to apply. A migration that only the database knows is fine when it is newer than all files:
 * then this is the previous release on a newer schema. Throws MigrationError.
 */
export function remaining(files: readonly Migration[], applied: Applied): Migration[] {
  const changed = files.find((file) => applied.has(file.name) && applied.get(file.name) !== file.checksum);
  if (changed)
    throw new MigrationError(
      `${changed.name} was changed after it was applied: write a new migration instead`,
    );
  const left = files.filter((file) => !applied.has(file.name));
  const newestFile = files.at(-1)?.name ?? "";
  for (const name of applied.keys()) {
    if (!files.some((file) => file.name === name) && name < newestFile)
      throw new MigrationError(
        `${name} is applied in the database but is not among this release's migrations`,
      );
    const overtaken = left.find((file) => file.name < name);
    if (overtaken)
      throw new MigrationError(`${overtaken.name} comes before ${name}, which is already applied`);
  }
  return left;
}

async function inTransaction<Value>(client: pg.Client, work: () => Promise<Value>): Promise<Value> {
  await client.query("begin");
  try {
    await client.query("select pg_advisory_xact_lock($1)", [SCHEMA_LOCK]);
    await client.query("set local lock_timeout = '15s'");
    const value = await work();
    await client.query("commit");
    return value;
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

/** Applies one migration in the transaction that is open, and writes down that it is. Throws MigrationError. */
export async function applyMigration(client: pg.ClientBase, migration: Migration): Promise<void> {
  await client.query(`
    create schema if not exists migration;
    create table if not exists migration.applied (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
  try {
    await client.query(migration.sql);
  } catch (error) {
    throw new MigrationError(`${migration.name}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  await client.query("insert into migration.applied (name, checksum) values ($1, $2)", [
    migration.name,
    migration.checksum,
  ]);
}

/** Applies the next migration, if any, and says its name. */
async function applyNext(client: pg.Client, files: readonly Migration[]): Promise<string | undefined> {
  return inTransaction(client, async () => {
    const next = remaining(files, await readApplied(client))[0];
    if (!next) return undefined;
    await applyMigration(client, next);
    return next.name;
  });
}

/**
 * Brings the database that `ownerUrl` owns up to date and gives the app role its rights; says the names of the
 * migrations that it applied. Repeating it changes nothing. Throws MigrationError.
 */
export async function migrate(ownerUrl: string, options: MigrateOptions): Promise<string[]> {
  const files = await readMigrations(options.folder);
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: "vidga migrate",
    connectionTimeoutMillis: 5_000,
    // Killed in the middle, it lets go of the lock within seconds, also where a statement would go on for long.
    options: "-c client_connection_check_interval=2s",
  });
  await client.connect();
  try {
    const names: string[] = [];
    for (;;) {
      const name = await applyNext(client, files);
      if (name === undefined) break;
      names.push(name);
    }
    await checkAppRole(client, options.appRole);
    await migrateQueue(ownerUrl);
    await inTransaction(client, () => grantRights(client, options.appRole));
    return names;
  } finally {
    await client.end();
  }
}

/** The names of this release's migrations that the database lacks; none when it is ready. Throws MigrationError. */
export async function pendingMigrations(pool: pg.Pool, folder?: string): Promise<string[]> {
  return remaining(await readMigrations(folder), await readApplied(pool)).map((migration) => migration.name);
}
