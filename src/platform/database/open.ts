/** Opening an installation: its database there, up to date, made with this key, and its mode known. What fails on the way lets go of what was taken. */
import pg from "pg";
import type { Config, Mode } from "../../config.ts";
import { UnsafeAppRole } from "./app-role.ts";
import { within } from "../within.ts";
import { openPool } from "./connect.ts";
import { DataFolderInUse, openDatabase } from "./data-folder.ts";
import { EmbeddedError } from "./embedded.ts";
import { isDatabaseGone } from "./gone.ts";
import { installationMode, liveUnlessDemo, ModeMismatch } from "./installation.ts";
import { holdToKey, OtherKey } from "./key-mark.ts";
import { migrate, MigrationError } from "./migrate.ts";

export type Installation = {
  readonly pool: pg.Pool;
  /** 64 hexadecimal digits: what the program encrypts and signs with. */
  readonly secret: string;
  /** Lets go of the connections, then of the database. */
  readonly close: () => Promise<void>;
};

/** The external database isn't there, lets nobody in, or isn't what it should be; the message says which database, and what is the matter. */
export class UnusableDatabase extends Error {
  override name = "UnusableDatabase";
}

/** Reasons why an installation cannot be opened; each message is one line for whoever runs the system. */
const REASONS = [
  DataFolderInUse,
  EmbeddedError,
  MigrationError,
  ModeMismatch,
  OtherKey,
  UnsafeAppRole,
  UnusableDatabase,
];

export const cannotOpen = (error: unknown): error is Error =>
  REASONS.some((reason) => error instanceof reason);

/** What still holds a connection after this is cut off: by an embedded database that stops, or by the end of the process. */
const LAST_MS = 2_000;

/** PostgreSQL's code for a table that isn't there. */
const NO_TABLE = "42P01";

/** What an external database or the way to it says, in one line and without what the address holds of secrets; all else as it is. */
function reasonOf(error: unknown, { database }: Config): unknown {
  if (database.kind !== "external" || !(error instanceof Error)) return error;
  const isRefusal = error instanceof pg.DatabaseError;
  if (!isRefusal && !isDatabaseGone(error)) return error;
  const code = "code" in error ? String(error.code) : "";
  const { host, pathname } = new URL(database.url);
  const why =
    isRefusal && code === NO_TABLE
      ? "it has no tables yet; DATABASE_OWNER_URL is needed to make them"
      : error.message || code;
  return new UnusableDatabase(`the database ${host}${pathname} can't be used: ${why}`, { cause: error });
}

/** Opens the database that `config` names, migrates it when its owner is known, and hands it to `ready`, whose value comes along. */
async function open<Value>(
  config: Config,
  as: "server" | "command",
  ready: (pool: pg.Pool) => Promise<Value>,
): Promise<Installation & { readonly value: Value }> {
  const database = await openDatabase(config, { as });
  const pool = openPool(database.appUrl, { applicationName: as === "server" ? "vidga" : "vidga command" });
  const close = async (): Promise<void> => {
    await within(LAST_MS, pool.end());
    await database.close();
  };
  try {
    const appRole = decodeURIComponent(new URL(database.appUrl).username);
    if (database.ownerUrl) await migrate(database.ownerUrl, { appRole });
    const value = await ready(pool);
    await holdToKey(pool, database.secret);
    return { pool, secret: database.secret, close, value };
  } catch (error) {
    await close();
    throw reasonOf(error, config);
  }
}

/** For the server: it has the data folder to itself, and the mode is what the data says. Throws what `cannotOpen` knows. */
export async function openForServer(config: Config): Promise<Installation & { readonly mode: Mode }> {
  const { value: mode, ...installation } = await open(config, "server", (pool) =>
    installationMode(pool, config.mode),
  );
  return { ...installation, mode };
}

/** For a command, beside a running server or by itself. Throws what `cannotOpen` knows. */
export async function openForCommand(config: Config): Promise<Installation> {
  const { value: _, ...installation } = await open(config, "command", liveUnlessDemo);
  return installation;
}
