/** The demo, loaded once in a test run and copied for each test file that wants it. */
import pg from "pg";
import { inject } from "vitest";
import { loadDemo } from "../../demo/load.ts";
import { openPool } from "../../src/platform/database/connect.ts";
import { databaseOn } from "../../src/platform/database/transactions.ts";
import { installationMode } from "../../src/platform/database/installation.ts";
import { subscriptions } from "../../src/subscriptions.ts";
import { inDatabase, TEMPLATE } from "../support/cluster.ts";
import { SECRET, testDatabase, type TestDatabase } from "../support/database.ts";
import { NO_FILES } from "../support/no-files.ts";

const DEMO = "vidga_demo_template";
/** Half of it is under this name, and is thrown away by the next who tries. */
const UNFINISHED = "vidga_demo_unfinished";
/** Test files run beside each other: one loads, the others wait. */
const LOCK = 7_410_022;

/** A database of one's own with the whole demo in it. Call it at the top of the file, not in a hook. */
export async function demoDatabase(): Promise<TestDatabase> {
  const { adminUrl } = inject("cluster");
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    const { rowCount } = await client.query("select from pg_database where datname = $1", [DEMO]);
    if (rowCount === 0) await makeTemplate(client);
  } finally {
    await client.end();
  }
  return testDatabase(DEMO);
}

async function makeTemplate(client: pg.Client): Promise<void> {
  const { ownerUrl, appUrl } = inject("cluster");
  const owner = decodeURIComponent(new URL(ownerUrl).username);
  await client.query(`drop database if exists ${UNFINISHED} with (force)`);
  await client.query(`create database ${UNFINISHED} template ${TEMPLATE} owner ${owner}`);
  const pool = openPool(inDatabase(appUrl, UNFINISHED), { max: 10 });
  try {
    await installationMode(pool, "demo");
    await loadDemo({
      db: databaseOn(pool),
      clock: () => new Date(),
      subscriptions,
      secret: SECRET,
      files: NO_FILES,
    });
  } finally {
    await pool.end();
  }
  await client.query(`alter database ${UNFINISHED} rename to ${DEMO}`);
}
