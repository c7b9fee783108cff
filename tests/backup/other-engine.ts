/** An empty database on another PostgreSQL than the tests' own: 15 or newer from the machine beside the embedded 18, and the other way round. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { startEmbedded } from "../../src/platform/database/embedded.ts";
import { inDatabase } from "../support/cluster.ts";
import { installedPostgres } from "../../scripts/installed-postgres.ts";
import { startPostgres, type Cluster } from "../support/postgres-cluster.ts";
import { runSql } from "../support/run-sql.ts";

async function embedded(): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), "vidga-other-"));
  const { adminUrl, ownerUrl, appUrl, stop } = await startEmbedded({ dataDir: folder });
  return {
    adminUrl,
    ownerUrl,
    appUrl,
    stop: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}

/** Where the machine has no PostgreSQL of its own there is only the embedded one: then it is another cluster of the same engine. */
async function start(): Promise<Cluster> {
  const installed = installedPostgres();
  return process.env["TEST_POSTGRES_BIN"] !== undefined || "missing" in installed
    ? embedded()
    : startPostgres(installed.binaries);
}

/** Gone when the test file is done. */
export async function otherEngine(): Promise<Pick<Cluster, "ownerUrl" | "appUrl" | "adminUrl">> {
  const cluster = await start();
  afterAll(() => cluster.stop());
  await runSql(cluster.adminUrl, "create database other owner vidga_owner");
  return {
    adminUrl: inDatabase(cluster.adminUrl, "other"),
    ownerUrl: inDatabase(cluster.ownerUrl, "other"),
    appUrl: inDatabase(cluster.appUrl, "other"),
  };
}
