/**
 * Which key the data was made with. People whom a staff file names by a personnummer alone are known by keyed numbers, so another key would hold
 * all of them for new, and those who are there for gone: it is refused before anything is done with it.
 */
import { createHmac } from "node:crypto";
import type pg from "pg";

type Connection = pg.ClientBase | pg.Pool;

/** The key isn't the one that the data was made with. */
export class OtherKey extends Error {
  override name = "OtherKey";

  constructor() {
    super(
      "the key, VIDGA_SECRET or else the one in the data folder's secrets.json, is not the one that this data was made with: nothing is started or changed; if that one is lost, see docs/operations/backup.md",
    );
  }
}

/** Tells keys apart without giving them away. */
export const markOf = (key: string): string =>
  createHmac("sha256", Buffer.from(key, "hex")).update("vidga backup").digest("hex");

/** False where the schema is of a release that didn't keep it, or has none yet. */
async function keepsMark(connection: Connection): Promise<boolean> {
  const { rows } = await connection.query<{ kept: boolean }>(
    "select to_regclass('public.installation_key') is not null as kept",
  );
  return rows[0]?.kept ?? false;
}

async function isAnother(connection: Connection, key: string): Promise<boolean> {
  const { rows } = await connection.query<{ mark: string }>(
    "select mark from installation_key order by number desc limit 1",
  );
  return rows[0] !== undefined && rows[0].mark !== markOf(key);
}

/** Throws OtherKey for a key that the data was not made with; data that doesn't say goes with any. */
export async function expectKey(connection: Connection, key: string): Promise<void> {
  if ((await keepsMark(connection)) && (await isAnother(connection, key))) throw new OtherKey();
}

/** The same, and data that doesn't say takes this one, whoever of several that start at once comes first. */
export async function holdToKey(connection: Connection, key: string): Promise<void> {
  if (!(await keepsMark(connection))) return;
  await connection.query(
    "insert into installation_key (number, mark) select 1, $1 where not exists (select from installation_key) on conflict do nothing",
    [markOf(key)],
  );
  if (await isAnother(connection, key)) throw new OtherKey();
}

/** From now on the data goes with this key. False when it does already. */
export async function takeKey(connection: Connection, key: string): Promise<boolean> {
  const { rowCount } = await connection.query(
    `insert into installation_key (number, mark) select coalesce(max(number), 0) + 1, $1::text from installation_key
     having $1 is distinct from (select mark from installation_key order by number desc limit 1)`,
    [markOf(key)],
  );
  return rowCount === 1;
}
