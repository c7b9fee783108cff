/**
 * The embedded PostgreSQL: the real thing, in the data folder, on a socket only. Whoever uses it holds a shared
 * advisory lock in it; the last one out stops it. The locks live in PostgreSQL, so a killed process leaves none behind.
 */
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import {
  DATABASE,
  openCluster,
  ROLES,
  runningSocketFolder,
  startCluster,
  stopCluster,
  type Cluster,
} from "./embedded-cluster.ts";
import { EmbeddedError, findPrograms } from "./embedded-programs.ts";
import { writeRefusal } from "../write-refusal.ts";
import { isDiskFull } from "./disk-full.ts";
import { isDatabaseGone } from "./gone.ts";
import { keptSecrets, type KeptSecrets } from "./kept-secrets.ts";

export { EmbeddedError } from "./embedded-programs.ts";

/** Held shared by each that uses the database, alone by the one that stops it. */
const IN_USE_LOCK = 861_201_002;
/** Survivors of a killed PostgreSQL need a moment to leave before it can start again. */
const START_PATIENCE_MS = 10_000;
/** How long it may go through its log after a crash. */
const RECOVERY_PATIENCE_MS = 300_000;
/** Between attempts to start it again under a process that goes on. */
const RETRY_MS = 5_000;

export type EmbeddedOptions = {
  /** The data folder; made if it is not there. */
  readonly dataDir: string;
  /** Called on the connection that stands for this process, anew after each time PostgreSQL had to be started again. */
  readonly onHeld?: (client: pg.Client) => Promise<void>;
};

export type Embedded = {
  /** Where the program logs in: no superuser, owns nothing. */
  readonly appUrl: string;
  /** Where migrations log in: owns the database and its schema. */
  readonly ownerUrl: string;
  /** The superuser: for recovery by hand and for making test databases. */
  readonly adminUrl: string;
  /** Lets go of the database; the last to do so stops it. */
  readonly stop: () => Promise<void>;
};

function urlFor(
  role: keyof typeof ROLES,
  secrets: KeptSecrets,
  socketFolder: string,
  database: string,
): string {
  return `postgres://${ROLES[role]}:${secrets[role]}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`;
}

/** A connection with the shared lock, or `null` when PostgreSQL is not there or is on its way up or down. */
async function hold(url: string): Promise<pg.Client | null> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "vidga",
    connectionTimeoutMillis: 5_000,
  });
  // A lost connection also ends it, and the end is what is acted upon.
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select pg_advisory_lock_shared($1)", [IN_USE_LOCK]);
    return client;
  } catch (error) {
    await client.end();
    if (isDatabaseGone(error)) return null;
    throw error;
  }
}

/** Finds PostgreSQL running or starts it, and holds it. */
async function startAndHold(
  cluster: Cluster,
  secrets: KeptSecrets,
): Promise<{ client: pg.Client; socketFolder: string }> {
  const begun = Date.now();
  let why: string | null = null;
  for (;;) {
    const socketFolder = await runningSocketFolder(cluster);
    if (socketFolder === null) why = await startCluster(cluster);
    else {
      const client = await hold(urlFor("owner", secrets, socketFolder, DATABASE));
      if (client) return { client, socketFolder };
    }
    const waited = Date.now() - begun;
    if (waited > (socketFolder === null ? START_PATIENCE_MS : RECOVERY_PATIENCE_MS))
      throw new EmbeddedError(
        `PostgreSQL in ${cluster.folder} does not start: ${why ?? "it takes no connections"}`,
      );
    if (socketFolder !== null || why !== null) await pause(100);
  }
}

/** The data folder with what belongs in it, made when it is not there. A folder that cannot be written says why in one line. */
async function openFolder(dataDir: string): Promise<{ cluster: Cluster; secrets: KeptSecrets }> {
  const programs = await findPrograms();
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    const secrets = await keptSecrets(dataDir);
    return { cluster: await openCluster(dataDir, programs, secrets), secrets };
  } catch (error) {
    if (isDiskFull(error))
      throw new EmbeddedError(`the disk is full: ${dataDir} can't be written`, { cause: error });
    const refusal = writeRefusal(error);
    if (refusal !== null)
      throw new EmbeddedError(`${dataDir} can't be written (${refusal})`, { cause: error });
    throw error;
  }
}

/**
 * Uses the PostgreSQL of a data folder: made on the first time, attached to when it runs, else started. If it
 * dies while in use it is started again. Throws EmbeddedError when it can't be had.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { cluster, secrets } = await openFolder(options.dataDir);
  const stopping = new AbortController();
  let restarting: Promise<void> = Promise.resolve();

  async function take(): Promise<{ client: pg.Client; socketFolder: string }> {
    const held = await startAndHold(cluster, secrets);
    try {
      await options.onHeld?.(held.client);
    } catch (error) {
      await letGo(cluster, held.client);
      throw error;
    }
    held.client.once("end", () => {
      if (!stopping.signal.aborted) restarting = takeAgain();
    });
    return held;
  }

  async function takeAgain(): Promise<void> {
    process.stderr.write("database: PostgreSQL ended unexpectedly; starting it again\n");
    while (!stopping.signal.aborted) {
      try {
        held = await take();
        return;
      } catch (error) {
        process.stderr.write(`database: ${error instanceof Error ? error.message : String(error)}\n`);
        await Promise.race([pause(RETRY_MS), once(stopping.signal, "abort")]);
      }
    }
  }

  let held = await take();
  return {
    appUrl: urlFor("app", secrets, held.socketFolder, DATABASE),
    ownerUrl: urlFor("owner", secrets, held.socketFolder, DATABASE),
    adminUrl: urlFor("admin", secrets, held.socketFolder, "postgres"),
    stop: async () => {
      if (stopping.signal.aborted) return;
      stopping.abort();
      await restarting;
      await letGo(cluster, held.client);
    },
  };
}

/** Gives back the shared lock and, when nobody else holds it, stops PostgreSQL while holding it alone. */
async function letGo(cluster: Cluster, client: pg.Client): Promise<void> {
  let alone = false;
  try {
    await client.query("select pg_advisory_unlock_shared($1)", [IN_USE_LOCK]);
    const { rows } = await client.query<{ alone: boolean }>("select pg_try_advisory_lock($1) as alone", [
      IN_USE_LOCK,
    ]);
    alone = rows[0]?.alone ?? false;
  } catch (error) {
    // Then PostgreSQL is gone or going, and there is nothing to let go of.
    if (!isDatabaseGone(error)) throw error;
  }
  if (alone) await stopCluster(cluster);
  await client.end();
}
