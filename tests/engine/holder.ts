/** Processes of their own that use a data folder, to be ended well or badly. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll } from "vitest";
import { runSql } from "../support/run-sql.ts";

export type Holder = {
  readonly pid: number;
  readonly ownerUrl: string;
  readonly secret: string;
  /** Why it has no database; absent when it has. */
  readonly refused?: string;
  /** Ends it in good order. */
  leave(): Promise<void>;
  /** Ends it with SIGKILL. */
  kill(): Promise<void>;
};

const folders: string[] = [];

afterAll(async () => {
  for (const folder of folders) {
    const pid = await postgresPid(folder);
    if (pid !== null) process.kill(pid, "SIGKILL");
    await rm(dirname(folder), { recursive: true, force: true, maxRetries: 20 });
  }
});

/** A data folder of a test's own, with space, å and comma; what still runs in it after the file's tests is killed. */
export async function dataFolder(): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), "vidga-engine-")), "Vidgas dåta, 1");
  folders.push(folder);
  return folder;
}

/** The process of the folder's PostgreSQL; `null` when it was stopped in good order. */
export async function postgresPid(folder: string): Promise<number | null> {
  const lock = await readFile(join(folder, "postgres/postmaster.pid"), "utf8").catch(() => null);
  return lock === null ? null : Number(lock.split("\n")[0]);
}

/** Starts one and waits until it has the database or was refused. */
export async function hold(folder: string, as: "server" | "command"): Promise<Holder> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "hold-database.ts"), folder, as], {
    stdio: ["pipe", "pipe", "inherit"],
    env: {},
  });
  const ended = once(child, "exit");
  const [line] = (await once(createInterface(child.stdout), "line")) as [string];
  const said = JSON.parse(line) as { ownerUrl: string; secret: string; refused?: string };
  return {
    pid: child.pid ?? 0,
    ...said,
    leave: async () => {
      child.stdin.end();
      await ended;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** Does the database answer? */
export const answers = (holder: Holder): Promise<boolean> =>
  runSql(holder.ownerUrl, "select 1").then(
    () => true,
    () => false,
  );
