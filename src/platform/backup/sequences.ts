/** Where the numbering of rows had come. Read after the rows, a number is never behind them. */
import pg from "pg";
import type { Trailer } from "./format.ts";

type Sequences = Trailer["sequences"];

export async function readSequences(client: pg.ClientBase): Promise<Sequences> {
  const { rows } = await client.query<{ name: string; sql: string }>(`
    select n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as sql
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and n.nspname in ('migration', 'public') order by 1`);
  const sequences: Sequences = {};
  for (const { name, sql } of rows) {
    const at = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${sql}`,
    );
    if (at.rows[0]) sequences[name] = at.rows[0];
  }
  return sequences;
}

export async function setSequences(client: pg.ClientBase, sequences: Sequences): Promise<void> {
  for (const [name, { value, called }] of Object.entries(sequences)) {
    const sql = name.split(".").map(pg.escapeIdentifier).join(".");
    await client.query("select setval($1::regclass, $2::bigint, $3)", [sql, value, called]);
  }
}
