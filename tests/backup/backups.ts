/** What the tests of backups share: where files lie, and what a database holds, seen past row-level security. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { GZIP_HEAD } from "../../src/platform/backup/format.ts";
import { takeBackup, type BackupOptions } from "../../src/platform/backup/take-backup.ts";
import { checkFile, restoreBackup } from "../../src/platform/backup/restore-backup.ts";
import type { FileStore } from "../../src/platform/files/file-store.ts";
import { NO_FILES } from "../support/no-files.ts";
import { SECRET } from "../support/database.ts";

export const folder = await mkdtemp(join(tmpdir(), "vidga-säkerhetskopior "));
afterAll(() => rm(folder, { recursive: true, force: true }));

let made = 0;
export const newFile = (): string => join(folder, `kopia ${(made += 1)}.vidga`);

export async function query<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** A backup of the database in a new file. */
export async function backupOf(ownerUrl: string, options: Partial<BackupOptions> = {}): Promise<string> {
  const file = options.file ?? newFile();
  await takeBackup({
    ownerUrl,
    file,
    files: NO_FILES,
    now: new Date("2026-11-22T11:00:00Z"),
    key: { value: SECRET, goesAlong: false },
    ...options,
  });
  return file;
}

export async function restoreTo(
  database: { readonly ownerUrl: string },
  file: string,
  options: { readonly replace?: boolean; readonly files?: FileStore } = {},
) {
  const appRole = new URL(inject("cluster").appUrl).username;
  return restoreBackup(await checkFile(file), {
    ownerUrl: database.ownerUrl,
    appRole,
    files: options.files ?? NO_FILES,
    replace: options.replace ?? false,
  });
}

/** The file with its text changed, packed again as a backup is. */
export async function rewritten(file: string, change: (text: string) => string): Promise<string> {
  const text = gunzipSync(await readFile(file)).toString("utf8");
  const changed = change(text);
  if (changed === text) throw new Error("nothing was changed");
  const packed = gzipSync(changed);
  GZIP_HEAD.copy(packed);
  const other = newFile();
  await writeFile(other, packed);
  return other;
}

/** How many rows each table has, as the cluster's superuser sees it: row-level security hides nothing from this one. */
export async function countsOf(superuserUrl: string): Promise<Record<string, number>> {
  const tables = await query<{ name: string; sql: string }>(
    superuserUrl,
    `select schemaname || '.' || tablename as name, format('%I.%I', schemaname, tablename) as sql from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema', 'graphile_worker') order by 1`,
  );
  const counted = await query<{ name: string; n: number }>(
    superuserUrl,
    tables
      .map(({ name, sql }) => `select '${name}' as name, count(*)::int as n from ${sql}`)
      .join(" union all "),
  );
  return Object.fromEntries(counted.map(({ name, n }) => [name, n]));
}

/** Everything that the schema is made of, guards, policies and rights among it, as text. */
export async function schemaOf(url: string): Promise<string[]> {
  const rows = await query<{ what: string }>(
    url,
    `select format('trigger %s %s %s', tgrelid::regclass, tgname, tgenabled) as what from pg_trigger where not tgisinternal
     union all
     select format('table %s %s %s %s', oid::regclass, relrowsecurity, relforcerowsecurity,
       (select string_agg(acl::text, ',' order by acl::text) from unnest(relacl) acl))
     from pg_class where relnamespace in ('public'::regnamespace, 'migration'::regnamespace) and relkind in ('r', 'S', 'v')
     union all
     select format('policy %s %s %s', polrelid::regclass, polname, pg_get_expr(polqual, polrelid)) from pg_policy
     union all
     select format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint
     where connamespace = 'public'::regnamespace
     union all
     select format('index %s', pg_get_indexdef(indexrelid)) from pg_index
     where indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
     union all
     select format('column %s %s %s %s', attrelid::regclass, attnum, attname, format_type(atttypid, atttypmod)) from pg_attribute
     where attnum > 0 and attrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r')
     union all
     select format('routine %s %s', oid::regprocedure, md5(prosrc)) from pg_proc where pronamespace = 'public'::regnamespace
     order by 1`,
  );
  return rows.map(({ what }) => what);
}
