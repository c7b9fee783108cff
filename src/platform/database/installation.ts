/** Demo or live: decided when the data is made, and never changed, so that demo sign-in cannot appear over real people. */
import type pg from "pg";
import type { Mode } from "../../config.ts";
import type { Tx } from "./transactions.ts";

/** The data is a demo, and this start did not ask for one. */
export class ModeMismatch extends Error {
  override name = "ModeMismatch";
}

/**
 * The mode of the data; new data takes `wanted`. Data that is live stays live whatever is wanted; a demo is only served
 * where a demo is wanted (on this machine alone, or asked for by name). Throws ModeMismatch.
 */
export async function installationMode(pool: pg.Pool, wanted: Mode): Promise<Mode> {
  await pool.query("insert into installation (mode) values ($1) on conflict do nothing", [wanted]);
  const { rows } = await pool.query<{ mode: Mode }>("select mode from installation");
  const mode = rows[0]?.mode ?? "live";
  if (mode === "demo" && wanted === "live")
    throw new ModeMismatch(
      "this data is a demo with invented people: set VIDGA_MODE=demo to serve it here, or VIDGA_DATA to another folder",
    );
  return mode;
}

/** The mode of the data as a command finds it. */
export async function modeOfData(tx: Tx): Promise<Mode> {
  const row = await tx.selectFrom("installation").select("mode").executeTakeFirst();
  return row?.mode === "demo" ? "demo" : "live";
}

/** Data that a command makes is meant for real use: it is live unless it was made as a demo. */
export async function liveUnlessDemo(pool: pg.Pool): Promise<void> {
  await pool.query("insert into installation (mode) values ('live') on conflict do nothing");
}
