/**
 * The data folder: what the program keeps on this machine, and the database that goes with it. One server at a
 * time; commands come and go beside it. With an external database any number of servers share that instead.
 */
import type pg from "pg";
import type { Config } from "../../config.ts";
import { startEmbedded } from "./embedded.ts";
import { keptSecrets } from "./kept-secrets.ts";

/** Held by the server of a data folder, in its own database: a killed server has let go of it. */
const SERVER_LOCK = 861_201_003;

/** Another server has the data folder; the message names it. */
export class DataFolderInUse extends Error {
  override name = "DataFolderInUse";
}

export type OpenDatabase = {
  readonly appUrl: string;
  /** `null` when an external database was given without its owner: then nothing can be migrated from here. */
  readonly ownerUrl: string | null;
  /** 64 hexadecimal digits: what the program encrypts and signs with. */
  readonly secret: string;
  /** Lets go of the database; an embedded one stops when nobody else uses it. */
  readonly close: () => Promise<void>;
};

/** How `pg_stat_activity` shows the server, at most the 63 characters that it keeps. */
const describe = (config: Config): string =>
  `vidga server, process ${process.pid}, ${config.publicUrl ?? `http://${config.host}:${config.port}`}`.slice(
    0,
    63,
  );

/** Makes this process the data folder's server, or says who is. */
async function claimServer(client: pg.Client, config: Config): Promise<void> {
  const { rows } = await client.query<{ claimed: boolean }>("select pg_try_advisory_lock($1) as claimed", [
    SERVER_LOCK,
  ]);
  if (rows[0]?.claimed) {
    await client.query("select set_config('application_name', $1, false)", [describe(config)]);
    return;
  }
  const first = await client.query<{ name: string }>(
    `select application_name as name from pg_stat_activity join pg_locks using (pid)
     where locktype = 'advisory' and classid = 0 and objid = $1 and granted`,
    [SERVER_LOCK],
  );
  throw new DataFolderInUse(
    `${config.dataFolder} is in use by another server: ${first.rows[0]?.name ?? "it is starting or stopping"}`,
  );
}

/**
 * The database that the configuration names, ready to connect to. A `server` claims the data folder; a `command`
 * attaches to a running server's PostgreSQL or starts it for as long as it needs it. Throws DataFolderInUse and
 * EmbeddedError.
 */
export async function openDatabase(
  config: Config,
  options: { readonly as: "server" | "command" },
): Promise<OpenDatabase> {
  if (config.database.kind === "external") {
    if (config.secret === null) throw new Error("an external database needs a configured secret");
    const { url, ownerUrl } = config.database;
    return { appUrl: url, ownerUrl, secret: config.secret, close: async () => undefined };
  }
  const database = await startEmbedded({
    dataDir: config.dataFolder,
    ...(options.as === "server" ? { onHeld: (client: pg.Client) => claimServer(client, config) } : {}),
  });
  const secret = config.secret ?? (await keptSecrets(config.dataFolder)).key;
  return { appUrl: database.appUrl, ownerUrl: database.ownerUrl, secret, close: database.stop };
}
