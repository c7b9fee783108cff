/**
 * A throw-away PostgreSQL from binaries that are on the machine, shaped like an external database is:
 * its own data in a temporary folder, the ICU locale of the embedded one, and the two roles.
 */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chown, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { newId } from "../../src/shared/ids.ts";
import { freePort } from "./free-port.ts";
import { runSql } from "./run-sql.ts";

/** Somewhere to make databases as `adminUrl`'s superuser, for `ownerUrl`'s role; `appUrl`'s is what the program logs in as. */
export type Cluster = {
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly stop: () => Promise<void>;
};

type Account = { readonly uid: number; readonly gid: number };

/** PostgreSQL refuses to run as root: then it runs as the first of these accounts that exists. */
function unprivileged(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((flag) =>
      spawnSync("id", [flag, name], { encoding: "utf8" }).stdout.trim(),
    );
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error("PostgreSQL does not run as root, and there is neither a postgres nor a nobody account");
}

/** Lays out a data folder in `folder`, which both this process and the server's account can use; removes it when that fails. */
async function layOut(
  binaries: string,
  folder: string,
  password: string,
  account: Account | undefined,
): Promise<void> {
  try {
    const passwordFile = join(folder, "password");
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (account) for (const path of [folder, passwordFile]) await chown(path, account.uid, account.gid);
    // prettier-ignore
    const made = spawnSync(join(binaries, "initdb"), [
      "--pgdata", join(folder, "data"), "--username", "postgres", "--pwfile", passwordFile, "--no-sync",
      "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C.UTF-8",
      "--locale-provider", "icu", "--icu-locale", "sv-SE",
    ], { encoding: "utf8", cwd: folder, ...account });
    if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Asks until the server answers; gives up when it has ended or after 30 s. */
async function ready(server: ChildProcess, url: string, output: () => string): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (server.exitCode !== null || Date.now() > deadline)
        throw new Error(`PostgreSQL did not start: ${output()}`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await client.end();
    }
  }
}

/** Starts a cluster with the `initdb` and `postgres` in the folder `binaries`. `stop` removes every trace of it. */
export async function startPostgres(binaries: string): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), "vidga-postgres-"));
  const account = unprivileged();
  const password = newId();
  await layOut(binaries, folder, password, account);
  const port = await freePort();
  // prettier-ignore
  const server = spawn(join(binaries, "postgres"), [
    "-D", join(folder, "data"), "-p", String(port), "-h", "127.0.0.1", "-k", folder,
    "-c", "fsync=off", "-c", "max_connections=200",
  ], { cwd: folder, stdio: ["ignore", "pipe", "pipe"], ...account });
  let output = "";
  for (const stream of [server.stdout, server.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  const url = (role: string): string => `postgresql://${role}:${password}@127.0.0.1:${port}/postgres`;
  const stop = async (): Promise<void> => {
    if (server.exitCode === null && server.signalCode === null) {
      const ended = once(server, "exit");
      server.kill("SIGINT");
      await ended;
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await ready(server, url("postgres"), () => output);
    const secret = pg.escapeLiteral(password);
    await runSql(
      url("postgres"),
      `create role vidga_owner login password ${secret}`,
      `create role vidga_app login password ${secret}`,
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return { adminUrl: url("postgres"), ownerUrl: url("vidga_owner"), appUrl: url("vidga_app"), stop };
}
