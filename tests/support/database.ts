/**
 * A database for one test file: `const { db } = await testDatabase();` at the top of a `*.db.test.ts` or `*.e2e.test.ts`.
 */
import { afterAll, inject } from "vitest";
import type pg from "pg";
import { Kysely, PostgresDialect } from "kysely";
import { openPool } from "../../src/platform/database/connect.ts";
import { databaseOn, type Database } from "../../src/platform/database/transactions.ts";
import type { DB } from "../../src/platform/database/schema.ts";
import { newId } from "../../src/shared/ids.ts";
import { inDatabase, TEMPLATE } from "./cluster.ts";
import { runSql } from "./run-sql.ts";

export { SECRET } from "./secret.ts";

export type TestDatabase = {
  /** As the program logs in: bound by row-level security. */
  readonly appUrl: string;
  readonly pool: pg.Pool;
  readonly db: Database;
  /** As the cluster's superuser, in a database of its own: to do what only an administrator can. */
  readonly adminUrl: string;
  /** As the owner of the tables, for migrations and for looking behind. */
  readonly ownerUrl: string;
  readonly ownerPool: pg.Pool;
  readonly ownerDb: Kysely<DB>;
};

/**
 * Makes a database, empty and migrated or as another template is, with a pool for the app's role and one for the owner's; all of it goes
 * when the test file is done. Call it at the top of the file, not in a hook.
 */
export async function testDatabase(template = TEMPLATE): Promise<TestDatabase> {
  const name = `test_${newId().replaceAll("-", "")}`;
  const { adminUrl, ownerUrl, appUrl } = inject("cluster");
  const urls = { ownerUrl: inDatabase(ownerUrl, name), appUrl: inDatabase(appUrl, name) };
  const pool = openPool(urls.appUrl, { max: 5 });
  const ownerPool = openPool(urls.ownerUrl, { max: 3 });
  afterAll(async () => {
    await pool.end();
    await ownerPool.end();
    await runSql(adminUrl, `drop database if exists ${name} with (force)`);
  });
  const owner = decodeURIComponent(new URL(ownerUrl).username);
  await runSql(adminUrl, `create database ${name} template ${template} owner ${owner}`);
  const ownerDb = new Kysely<DB>({ dialect: new PostgresDialect({ pool: ownerPool }) });
  return { ...urls, adminUrl, pool, db: databaseOn(pool), ownerPool, ownerDb };
}
