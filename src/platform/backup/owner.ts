/** The one connection that a backup, a restore or another key works on: the owner's, with nothing that hurries it. */
import pg from "pg";
import { isDatabaseGone } from "../database/gone.ts";
import { BackupRefused } from "./format.ts";

/**
 * Connects, runs `run`, and lets go; a connection in the middle of something is cut off, which undoes it. What the database itself refuses,
 * or that it went away, is thrown as BackupRefused.
 */
export async function asOwner<Value>(
  ownerUrl: string,
  run: (client: pg.Client) => Promise<Value>,
): Promise<Value> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: "vidga command",
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  // A lost connection also fails the query that waits on it, and that is what is acted upon.
  client.on("error", () => undefined);
  try {
    await client.connect();
    return await run(client);
  } catch (error) {
    if (isDatabaseGone(error)) throw new BackupRefused("database-gone", {}, error);
    if (error instanceof pg.DatabaseError)
      throw new BackupRefused("refused-by-database", { why: error.message }, error);
    throw error;
  } finally {
    await client.end();
  }
}

/** Throws BackupRefused where a server is at work in the database. */
export async function refuseWhileServed(client: pg.ClientBase, appRole: string): Promise<void> {
  const { rows } = await client.query(
    "select from pg_stat_activity where datname = current_database() and usename = $1 and application_name = 'vidga' and pid <> pg_backend_pid()",
    [appRole],
  );
  if (rows.length > 0) throw new BackupRefused("in-use");
}
