import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

/** The process of the embedded PostgreSQL in a data folder; `null` when none was left running. */
export async function postmasterOf(dataFolder: string): Promise<number | null> {
  const lock = await readFile(join(dataFolder, "postgres/postmaster.pid"), "utf8").catch(() => null);
  return lock === null ? null : Number(lock.split("\n")[0]);
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    // It was on its way out by itself.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

/** Ends PostgreSQL and all its own processes at once, as a power cut does. */
export async function killPostgres(dataFolder: string): Promise<void> {
  const parent = await postmasterOf(dataFolder);
  if (parent === null) return;
  const { stdout } = await promisify(execFile)("ps", ["-eo", "pid=,ppid="]);
  const children = stdout
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, ppid]) => (pid !== undefined && ppid === parent ? [pid] : []));
  for (const pid of [parent, ...children]) kill(pid);
}
