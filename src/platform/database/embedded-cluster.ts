/**
 * One PostgreSQL cluster in a data folder: made whole or not at all, started, found running, stopped.
 *
 * Every program works with the cluster as its current folder and calls it `/proc/self/cwd`: so spaces, å and
 * commas in the path never meet a parser, and the user that PostgreSQL runs as needs no way in from above.
 */
import { createHash } from "node:crypto";
import {
  chown,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  rmdir,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { EmbeddedError, runProgram, type Programs } from "./embedded-programs.ts";
import type { KeptSecrets } from "./kept-secrets.ts";

export const DATABASE = "vidga";
export const ROLES = { admin: "vidga_admin", owner: "vidga_owner", app: "vidga_app" } as const;

const HERE = "/proc/self/cwd";
const MAJOR = "18";

export type Cluster = {
  readonly programs: Programs;
  /** The cluster's folder, absolute and without links. */
  readonly folder: string;
  /** The folder of its socket: its name is the cluster's mark, by which its process is recognised. */
  readonly socketFolder: string;
};

const CONFIGURATION = `
listen_addresses = ''
timezone = 'Europe/Stockholm'
log_timezone = 'Europe/Stockholm'
logging_collector = on
log_directory = 'log'
log_filename = 'postgresql-%a.log'
log_truncate_on_rotation = on
# Values are never logged: a detail or a statement may hold a name.
log_error_verbosity = terse
log_min_error_statement = panic
log_min_duration_statement = -1
`;

const rolesAndDatabase = (secrets: KeptSecrets): string =>
  [
    `alter role ${ROLES.admin} password '${secrets.admin}'`,
    `create role ${ROLES.owner} login nosuperuser nocreaterole nobypassrls password '${secrets.owner}'`,
    `create role ${ROLES.app} login nosuperuser nocreaterole nocreatedb nobypassrls password '${secrets.app}'`,
    `create database ${DATABASE} owner ${ROLES.owner}`,
    `revoke all on database ${DATABASE} from public`,
    `grant connect on database ${DATABASE} to ${ROLES.app}`,
  ]
    .map((statement) => `${statement};\n`)
    .join("");

/** Is there a process with this number? One of another user counts. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

const ownerOf = (programs: Programs): number => programs.runAs?.uid ?? process.getuid?.() ?? 0;

/** The line of what a program printed that says why it failed. */
const reasonIn = (output: string): string => {
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  return (
    lines.find((line) => /FATAL|PANIC|ERROR|error:|could not/.test(line)) ?? lines.at(-1) ?? "it said nothing"
  );
};

async function makeCluster(programs: Programs, draft: string, secrets: KeptSecrets): Promise<void> {
  await mkdir(draft, { mode: 0o700 });
  if (programs.runAs) await chown(draft, programs.runAs.uid, programs.runAs.gid);
  const made = await runProgram(
    programs,
    "initdb",
    // prettier-ignore
    ["-D", HERE, "-U", ROLES.admin, "--auth=trust", "--encoding=UTF8", "--locale-provider=icu", "--icu-locale=sv-SE",
      "--locale=C.UTF-8", "--data-checksums", "--no-instructions"],
    { cwd: draft },
  );
  if (made.code !== 0) throw new EmbeddedError(`the database could not be made: ${reasonIn(made.output)}`);
  await writeFile(join(draft, "postgresql.conf"), CONFIGURATION, { flag: "a" });
  await writeFile(join(draft, "pg_hba.conf"), "local all all scram-sha-256\n");
  const filled = await runProgram(programs, "postgres", ["--single", "-D", HERE, "template1"], {
    cwd: draft,
    input: rolesAndDatabase(secrets),
  });
  if (filled.code !== 0 || /(ERROR|FATAL|PANIC):/.test(filled.output))
    throw new EmbeddedError(`the database's roles could not be made: ${reasonIn(filled.output)}`);
}

/** Drafts left by a process that is gone. */
async function removeAbandonedDrafts(dataFolder: string): Promise<void> {
  for (const name of await readdir(dataFolder)) {
    const pid = /^postgres\.draft-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      await rm(join(dataFolder, name), { recursive: true, force: true });
  }
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path);
  await handle.sync();
  await handle.close();
}

/** Where the cluster's socket lies: a short and plain path, whatever the data folder is called. */
function socketFolderOf(folder: string, uid: number): string {
  const mark = createHash("sha256").update(`${uid}:${folder}`).digest("hex").slice(0, 16);
  const temporary = /^[\w/.-]{1,60}$/.test(tmpdir()) ? tmpdir() : "/tmp";
  return join(temporary, `vidga-${mark}`);
}

/** A folder of the socket's own that only its user may enter. */
async function makeSocketFolder({ socketFolder, programs }: Cluster): Promise<void> {
  const { runAs } = programs;
  await mkdir(socketFolder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  if (runAs && (await lstat(socketFolder)).uid === 0) await chown(socketFolder, runAs.uid, runAs.gid);
  const found = await lstat(socketFolder);
  if (!found.isDirectory() || found.uid !== ownerOf(programs) || (found.mode & 0o077) !== 0)
    throw new EmbeddedError(`${socketFolder} is not a closed folder of this database's own: remove it`);
}

/** The cluster of a data folder that exists, made if it is not there. Two that ask at once get the same one. */
export async function openCluster(
  dataFolder: string,
  programs: Programs,
  secrets: KeptSecrets,
): Promise<Cluster> {
  const root = await realpath(dataFolder);
  const folder = join(root, "postgres");
  if (!(await lstat(folder).catch(() => null))) {
    await removeAbandonedDrafts(root);
    const draft = join(root, `postgres.draft-${process.pid}`);
    try {
      await makeCluster(programs, draft, secrets);
      await rename(draft, folder);
      await syncFolder(root);
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      if (!(await lstat(folder).catch(() => null))) throw error;
    }
  }
  const version = (await readFile(join(folder, "PG_VERSION"), "utf8")).trim();
  if (version !== MAJOR)
    throw new EmbeddedError(
      `${folder} was written by PostgreSQL ${version}, and this release brings ${MAJOR}`,
    );
  return { programs, folder, socketFolder: socketFolderOf(folder, ownerOf(programs)) };
}

type LockFile = { readonly path: string; readonly lines: readonly string[]; readonly pid: number };

async function readLockFile(cluster: Cluster): Promise<LockFile | null> {
  const path = join(cluster.folder, "postmaster.pid");
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  const lines = text.split("\n");
  return { path, lines, pid: Math.abs(Number(lines[0])) };
}

/** Does the process run this very cluster? Its command line names the socket's folder. */
async function runsThis(cluster: Cluster, pid: number): Promise<boolean> {
  const commandLine = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return commandLine.includes(cluster.socketFolder.slice(cluster.socketFolder.lastIndexOf("/")));
}

/** The folder of the socket that this cluster's running PostgreSQL listens on; `null` when it doesn't run. */
export async function runningSocketFolder(cluster: Cluster): Promise<string | null> {
  const lock = await readLockFile(cluster);
  if (!lock || !(await runsThis(cluster, lock.pid))) return null;
  return lock.lines[4] || cluster.socketFolder;
}

/**
 * After a crash the lock file may name a process that is now something else, and PostgreSQL would then refuse to
 * start. Naming a process that can't exist instead keeps its other safeguard, the look for survivors in shared memory.
 */
async function disownStaleLock(cluster: Cluster): Promise<void> {
  const lock = await readLockFile(cluster);
  if (!lock || !isAlive(lock.pid) || (await runsThis(cluster, lock.pid))) return;
  const impossible = (await readFile("/proc/sys/kernel/pid_max", "utf8")).trim();
  await writeFile(lock.path, [impossible, ...lock.lines.slice(1)].join("\n"));
}

/** Starts PostgreSQL and waits until it takes connections; says why when it does not. */
export async function startCluster(cluster: Cluster): Promise<string | null> {
  await disownStaleLock(cluster);
  await makeSocketFolder(cluster);
  const started = await runProgram(
    cluster.programs,
    "pg_ctl",
    // prettier-ignore
    ["start", "-w", "-t", "60", "-s", "-D", HERE, "-l", `${HERE}/startup.log`,
      "-o", `-c unix_socket_directories=${cluster.socketFolder}`],
    { cwd: cluster.folder },
  );
  if (started.code === 0) return null;
  const log = await readFile(join(cluster.folder, "startup.log"), "utf8").catch(() => "");
  return (
    log
      .trim()
      .split("\n")
      .findLast((line) => line.includes("FATAL")) ?? started.output
  );
}

/** How long PostgreSQL may take to write down what it holds. */
const STOP_PATIENCE_MS = 60_000;

/**
 * Stops PostgreSQL in good order: open transactions are undone, everything else is on disk. Over when the very process that was told is
 * gone: somebody who needs it may have started another at once, which pg_ctl itself would wait for.
 */
export async function stopCluster(cluster: Cluster): Promise<void> {
  const told = await readLockFile(cluster);
  const stopped = await runProgram(
    cluster.programs,
    "pg_ctl",
    ["stop", "-W", "-s", "-m", "fast", "-D", HERE],
    {
      cwd: cluster.folder,
    },
  );
  if (stopped.code !== 0 && (await runningSocketFolder(cluster)) !== null)
    throw new EmbeddedError(`the database did not stop: ${stopped.output}`);
  const deadline = Date.now() + STOP_PATIENCE_MS;
  const isThere = async (): Promise<boolean> =>
    told !== null && (await readLockFile(cluster))?.pid === told.pid;
  while (stopped.code === 0 && (await isThere())) {
    if (Date.now() > deadline) throw new EmbeddedError("the database did not stop within a minute");
    await pause(20);
  }
  // Empty by now, unless somebody has just started it again.
  await rmdir(cluster.socketFolder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOTEMPTY" && error.code !== "ENOENT") throw error;
  });
}
