/**
 * Set-up of a whole test run: one PostgreSQL, and in it one migrated database that each test file's own is
 * copied from. It is the embedded one, or the one whose binaries `TEST_POSTGRES_BIN` names.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "../../src/platform/database/embedded.ts";
import { migrate } from "../../src/platform/database/migrate.ts";
import { startPostgres, type Cluster } from "./postgres-cluster.ts";
import { runSql } from "./run-sql.ts";

/** The database that tests copy; nobody may be connected to it while they do. */
export const TEMPLATE = "vidga_test_template";

declare module "vitest" {
  interface ProvidedContext {
    cluster: Omit<Cluster, "stop">;
  }
}

/** The same server and role, another database. */
export function inDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

async function startOwn(): Promise<Cluster> {
  const binaries = process.env["TEST_POSTGRES_BIN"];
  if (binaries !== undefined) return startPostgres(binaries);
  const folder = await mkdtemp(join(tmpdir(), "vidga-test-"));
  const server = await startEmbedded({ dataDir: folder });
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...server, stop };
}

async function createTemplate(cluster: Cluster): Promise<void> {
  const [owner, app] = [cluster.ownerUrl, cluster.appUrl].map((url) =>
    decodeURIComponent(new URL(url).username),
  );
  if (owner === undefined || app === undefined) throw new Error("the cluster names no roles");
  await runSql(cluster.adminUrl, `create database ${TEMPLATE} owner ${owner}`);
  await migrate(inDatabase(cluster.ownerUrl, TEMPLATE), { appRole: app });
}

/** Called by vitest before the first test file; what it returns is called after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startOwn();
  try {
    await createTemplate(cluster);
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  const { adminUrl, ownerUrl, appUrl } = cluster;
  project.provide("cluster", { adminUrl, ownerUrl, appUrl });
  return () => cluster.stop();
}
