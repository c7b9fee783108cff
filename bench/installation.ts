/** The bench's own installation of each size: built once, kept, and used again until what it is built by changes. */
import { createHash } from "node:crypto";
import { globSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Kysely, PostgresDialect, sql } from "kysely";
import { startEmbedded, type Embedded } from "../src/platform/database/embedded.ts";
import { openPool } from "../src/platform/database/connect.ts";
import type { DB } from "../src/platform/database/schema.ts";
import { databaseOn } from "../src/platform/database/transactions.ts";
import { liveUnlessDemo } from "../src/platform/database/installation.ts";
import { keptSecrets } from "../src/platform/database/kept-secrets.ts";
import { migrate } from "../src/platform/database/migrate.ts";
import { projectRoot } from "../src/platform/database/project-root.ts";
import { folderFiles } from "../src/platform/files/folder-files.ts";
import type { Workshop } from "../src/platform/database/work.ts";
import { subscriptions } from "../src/subscriptions.ts";
import { dayOf, type LocalDate } from "../src/shared/local-date.ts";
import { makeCompetence } from "./data/competence.ts";
import { copyOrganisation } from "./data/copy.ts";
import { makeHistory, makeMeasurements } from "./data/history.ts";
import { adoptLongModel, makeOrganisation } from "./data/organisation.ts";
import { SIZES, type SizeName } from "./sizes.ts";

/** The organisation whose figures are taken, and the one that staff files are read into. */
export const MEASURED = "region-01";
export const IMPORTING = "import";

export type Installation = {
  readonly folder: string;
  readonly appUrl: string;
  readonly adminUrl: string;
  readonly workshop: Workshop;
  readonly close: () => Promise<void>;
};

/** The same workshop on another day, in the morning. */
export const onDay = (workshop: Workshop, day: LocalDate): Workshop => ({
  ...workshop,
  clock: () => new Date(`${day}T08:00:00Z`),
});

/** What the data depends on: how it is built, and the tables. */
async function markOf(size: SizeName): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify({ ...SIZES[size], seconds: 0 }));
  const files = globSync(["bench/data/*.ts", "src/platform/database/migrations/*.sql"], {
    cwd: projectRoot(),
  });
  for (const file of files.toSorted()) hash.update(await readFile(join(projectRoot(), file)));
  return hash.digest("hex").slice(0, 12);
}

const BUILT = "built";

/** The folder of this size's installation; others of the same size are out of date and go. */
export async function installationFolder(
  size: SizeName,
  cache: string,
): Promise<{ folder: string; built: boolean }> {
  await mkdir(cache, { recursive: true });
  const name = `${size}-${await markOf(size)}`;
  for (const other of await readdir(cache))
    if (other.startsWith(`${size}-`) && other !== name)
      await rm(join(cache, other), { recursive: true, force: true });
  const folder = join(cache, name);
  const built = (await readdir(folder).catch((): string[] => [])).includes(BUILT);
  if (!built) await rm(folder, { recursive: true, force: true });
  return { folder, built };
}

/** Opens what is there. */
export async function openInstallation(folder: string): Promise<Installation> {
  const server = await startEmbedded({ dataDir: folder });
  const { key } = await keptSecrets(folder);
  const pool = openPool(server.appUrl, { applicationName: "vidga bench" });
  const workshop: Workshop = {
    db: databaseOn(pool, { prepare: true }),
    clock: () => new Date(),
    subscriptions,
    secret: key,
    files: folderFiles(join(folder, "files")),
  };
  return {
    folder,
    appUrl: server.appUrl,
    adminUrl: databaseOf(server),
    workshop,
    close: async () => {
      await pool.end();
      await server.stop();
    },
  };
}

/** The superuser, on one connection that the caller ends. */
export const administrator = ({ adminUrl }: Installation): Kysely<DB> =>
  new Kysely<DB>({ dialect: new PostgresDialect({ pool: openPool(adminUrl, { max: 1 }) }) });

/** The superuser, in the program's own database. */
function databaseOf(server: Embedded): string {
  const url = new URL(server.adminUrl);
  url.pathname = new URL(server.appUrl).pathname;
  return url.href;
}

/** Builds the installation of a size in an empty folder. Says how far it has come. */
export async function buildInstallation(
  size: SizeName,
  folder: string,
  say: (line: string) => void,
): Promise<void> {
  const wanted = SIZES[size];
  const server = await startEmbedded({ dataDir: folder });
  await migrate(server.ownerUrl, { appRole: decodeURIComponent(new URL(server.appUrl).username) });
  await server.stop();
  const installation = await openInstallation(folder);
  const { workshop } = installation;
  const admin = administrator(installation);
  const begun = performance.now();
  const told = (what: string): void => say(`${((performance.now() - begun) / 1000).toFixed(0)} s: ${what}`);
  try {
    const pool = openPool(installation.appUrl, { max: 1 });
    await liveUnlessDemo(pool);
    await pool.end();
    // A vacuum of twenty regions takes its time; this connection is the only one of its pool.
    await sql`select set_config('statement_timeout', '0', false)`.execute(admin);
    // Only while building: what a crash would lose is built again.
    await sql`alter system set synchronous_commit = off`.execute(admin);
    await sql`alter system set max_wal_size = '8GB'`.execute(admin);
    // Statistics and vacuuming are the bench's own, at the same places for both sides of each figure.
    await sql`alter system set autovacuum = off`.execute(admin);
    await sql`select pg_reload_conf()`.execute(admin);
    const importing = await makeOrganisation(
      workshop,
      { slug: IMPORTING, name: "Regionen som läser in" },
      wanted,
    );
    await adoptLongModel(workshop, importing.tenant);
    const first = await makeOrganisation(workshop, { slug: MEASURED, name: "Region 1" }, wanted);
    told("units, professions and models");
    await makeHistory(workshop, first, wanted);
    told("people, employments and placements");
    await makeCompetence(admin, first.tenant.id);
    told("evidence and outcomes");
    await sql`vacuum analyze`.execute(admin);
    await makeMeasurements(workshop, first, wanted);
    told("measurements");
    for (let copy = 2; copy <= wanted.organisations; copy += 1) {
      await copyOrganisation(
        admin,
        first.tenant.id,
        `region-${String(copy).padStart(2, "0")}`,
        `Region ${copy}`,
      );
      told(`region ${copy}`);
    }
    await sql`alter system reset synchronous_commit`.execute(admin);
    await sql`alter system reset max_wal_size`.execute(admin);
    await sql`select pg_reload_conf()`.execute(admin);
    await sql`vacuum analyze`.execute(admin);
    await sql`checkpoint`.execute(admin);
    told("analysed");
  } finally {
    await admin.destroy();
    await installation.close();
  }
  await writeFile(join(folder, BUILT), `${dayOf(new Date())}\n`);
}
