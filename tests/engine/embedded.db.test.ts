import { chmod, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import pg from "pg";
import { describe, expect, test } from "vitest";
import {
  openCluster,
  runningSocketFolder,
  startCluster,
  stopCluster,
} from "../../src/platform/database/embedded-cluster.ts";
import { findPrograms } from "../../src/platform/database/embedded-programs.ts";
import { keptSecrets } from "../../src/platform/database/kept-secrets.ts";
import { runSql } from "../support/run-sql.ts";
import { answers, dataFolder, hold, postgresPid } from "./holder.ts";

async function numbers(url: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ n: number }>("select n from kept order by n")).rows.map((row) => row.n);
  } finally {
    await client.end();
  }
}

const settings = async (url: string): Promise<Record<string, string>> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; setting: string }>(
      "select name, setting from pg_settings",
    );
    return Object.fromEntries(rows.map((row) => [row.name, row.setting]));
  } finally {
    await client.end();
  }
};

describe("the embedded database", () => {
  test("writes what it acknowledges to disk and listens on a closed socket only", async () => {
    const folder = await dataFolder();
    const holder = await hold(folder, "command");
    expect(await settings(holder.ownerUrl)).toMatchObject({
      fsync: "on",
      synchronous_commit: "on",
      full_page_writes: "on",
      data_checksums: "on",
      listen_addresses: "",
      log_error_verbosity: "terse",
    });
    const socket = new URL(holder.ownerUrl).searchParams.get("host") ?? "";
    expect((await stat(socket)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, "secrets.json"))).mode & 0o777).toBe(0o600);
    const wrong = new URL(holder.ownerUrl);
    wrong.password = "guess";
    await expect(runSql(wrong.href, "select 1")).rejects.toThrow(/password authentication failed/);
    await holder.leave();
  });

  test("lies in a folder whose parents are closed to everyone else", async () => {
    const folder = await dataFolder();
    await chmod(dirname(folder), 0o700);
    const holder = await hold(folder, "command");
    expect(await answers(holder)).toBe(true);
    await holder.leave();
  });

  test("keeps every acknowledged row when all of it is killed, several times over", async () => {
    const folder = await dataFolder();
    let holder = await hold(folder, "server");
    await runSql(holder.ownerUrl, "create table kept (n int primary key)");
    for (const n of [1, 2, 3]) {
      await runSql(holder.ownerUrl, `insert into kept values (${n})`);
      const postgres = await postgresPid(folder);
      await holder.kill();
      process.kill(postgres ?? 0, "SIGKILL");
      holder = await hold(folder, "server");
      expect(holder.refused).toBeUndefined();
    }
    expect(await numbers(holder.ownerUrl)).toEqual([1, 2, 3]);
    await holder.leave();
  });

  test("starts although its lock file names a process that is now something else", async () => {
    const folder = await dataFolder();
    await (await hold(folder, "command")).leave();
    // A process of the same user as PostgreSQL's: the one that it would take for another PostgreSQL.
    const other = await dataFolder();
    const otherHolder = await hold(other, "command");
    const lock = await readFile(join(other, "postgres/postmaster.pid"), "utf8");
    await writeFile(join(folder, "postgres/postmaster.pid"), lock);
    const holder = await hold(folder, "command");
    expect(holder.refused).toBeUndefined();
    await runSql(holder.ownerUrl, "create table mine (n int)");
    await expect(runSql(otherHolder.ownerUrl, "select from mine")).rejects.toThrow(/does not exist/);
    await holder.leave();
    await otherHolder.leave();
  });

  test("is started again when it dies under a process that uses it", async () => {
    const folder = await dataFolder();
    const holder = await hold(folder, "server");
    await runSql(holder.ownerUrl, "create table kept (n int); insert into kept values (1)");
    process.kill((await postgresPid(folder)) ?? 0, "SIGKILL");
    await expect.poll(() => answers(holder), { timeout: 15_000 }).toBe(true);
    expect(await numbers(holder.ownerUrl)).toEqual([1]);
    expect((await hold(folder, "server")).refused).toContain(`process ${holder.pid}`);
    await holder.leave();
    expect(await postgresPid(folder)).toBeNull();
  });

  test("is stopped when the process that was told is gone, also when somebody starts another at once", async () => {
    const folder = await dataFolder();
    await (await hold(folder, "command")).leave();
    const cluster = await openCluster(folder, await findPrograms(), await keptSecrets(folder));
    expect(await startCluster(cluster)).toBeNull();
    const first = await postgresPid(folder);
    const begun = Date.now();
    const stopped = stopCluster(cluster).then(() => Date.now() - begun);
    while ((await postgresPid(folder)) === first) await startCluster(cluster);
    while ((await startCluster(cluster)) !== null && (await runningSocketFolder(cluster)) === null) continue;
    expect(await stopped).toBeLessThan(30_000);
    await stopCluster(cluster);
    expect(await postgresPid(folder)).toBeNull();
  });

  test("is made whole or not at all: what a killed first start left is cleared away", async () => {
    const folder = await dataFolder();
    await mkdir(join(folder, "postgres.draft-4194304"), { recursive: true });
    const [one, two] = await Promise.all([hold(folder, "command"), hold(folder, "command")]);
    expect(one.secret).toBe(two.secret);
    expect(await Promise.all([answers(one), answers(two)])).toEqual([true, true]);
    expect((await readdir(folder)).toSorted()).toEqual(["postgres", "secrets.json"]);
    await Promise.all([one.leave(), two.leave()]);
    expect(await postgresPid(folder)).toBeNull();
  });

  test("of another version is left alone", async () => {
    const folder = await dataFolder();
    await (await hold(folder, "command")).leave();
    await writeFile(join(folder, "postgres/PG_VERSION"), "17\n");
    expect((await hold(folder, "command")).refused).toMatch(
      /written by PostgreSQL 17, and this release brings 18/,
    );
  });
});
