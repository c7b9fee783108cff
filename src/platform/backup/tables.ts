/**
 * Every table there is, read from the catalogue: so a new one is in the next backup without anybody thinking of it. Row-level security binds
 * the owner too, and stays on: a table is read once for each organisation, with that organisation set as everywhere else.
 */
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { Section } from "./format.ts";

/** Where the product's own tables are. The job queue's belong to its package and change with it: of them only the jobs are read, as jobs. */
const SCHEMAS = ["migration", "public"];

export type Table = Section & {
  /** As it stands in SQL. */
  readonly sql: string;
  /** The column that names the organisation; `null` when the table belongs to the installation. */
  readonly organisationColumn: string | null;
  readonly isForced: boolean;
  /** In which order the rows are written: the same on every server. */
  readonly order: readonly string[];
};

type Found = {
  name: string;
  sql: string;
  columns: string[];
  text_columns: string[];
  key: string[] | null;
  secured: boolean;
  forced: boolean;
  policies: string[];
  restrictive: boolean;
  refers_to: string[];
};

/** What is read of a table: which columns, by which key, who may see its rows, and which tables must be filled before it. */
const CATALOGUE = `
  select n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as sql,
    array(select attname::text from pg_attribute a
          where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
    array(select attname::text from pg_attribute a
          where attrelid = c.oid and attnum > 0 and not attisdropped and attcollation <> 0) as text_columns,
    (select array(select attname::text from unnest(i.indkey) with ordinality k (attnum, at)
                  join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum order by k.at)
     from pg_index i where i.indrelid = c.oid and i.indisprimary) as key,
    c.relrowsecurity as secured, c.relforcerowsecurity as forced,
    array(select pg_get_expr(polqual, polrelid) from pg_policy
          where polrelid = c.oid and polpermissive and polcmd in ('*', 'r') and polroles = '{0}') as policies,
    exists (select from pg_policy where polrelid = c.oid and not polpermissive) as restrictive,
    array(select distinct rn.nspname || '.' || r.relname from pg_constraint f
          join pg_class r on r.oid = f.confrelid join pg_namespace rn on rn.oid = r.relnamespace
          where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as refers_to
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any ($1)
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  order by 1`;

/** The column by which an organisation sees all of its rows, and nobody else's twice. Throws for a table whose rows would be missed. */
function organisationColumn(found: Found): string | null {
  if (!found.secured) return null;
  const column =
    ["organisation_id", "association_id"].find((name) => found.columns.includes(name)) ??
    (found.name === "public.organisation" ? "id" : undefined);
  const sees = new RegExp(`^(true|\\(+${column} = app_organisation\\(\\)\\)( OR .*)?)$`);
  if (column === undefined || found.restrictive || !found.policies.some((policy) => sees.test(policy)))
    throw new Error(
      `${found.name} cannot be read organisation by organisation, and a backup would miss rows`,
    );
  return column;
}

/** Those that others refer to come first, so that they can be filled in this order. */
function inOrder(found: readonly Found[]): Found[] {
  const ordered: Found[] = [];
  let left = [...found];
  while (left.length > 0) {
    const free = left.filter(
      (table) => !table.refers_to.some((name) => left.some((each) => each.name === name)),
    );
    if (free.length === 0)
      throw new Error(`${left.map(({ name }) => name).join(", ")} refer to each other in a circle`);
    ordered.push(...free);
    left = left.filter((table) => !free.includes(table));
  }
  return ordered;
}

/** All tables, in an order in which they can be filled. */
export async function findTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Found>(CATALOGUE, [SCHEMAS]);
  return inOrder(rows).map((found) => ({
    table: found.name,
    sql: found.sql,
    columns: found.columns,
    organisationColumn: organisationColumn(found),
    isForced: found.forced,
    order: (found.key ?? found.columns).map(
      (name) => pg.escapeIdentifier(name) + (found.text_columns.includes(name) ? ' collate "C"' : ""),
    ),
  }));
}

export const columnList = (columns: readonly string[]): string =>
  columns.map((name) => pg.escapeIdentifier(name)).join(", ");

/** Says the same value in the same text on every server. */
const TEXT_FORM = {
  timezone: "'UTC'",
  datestyle: "'ISO, YMD'",
  intervalstyle: "'postgres'",
  extra_float_digits: "1",
  bytea_output: "'hex'",
} as const;

/** For the rest of the transaction: one form for values, or the server's own again. Nothing hurries it. */
export async function setTextForm(client: pg.ClientBase, form: "same" | "default" = "same"): Promise<void> {
  for (const [name, value] of Object.entries(TEXT_FORM))
    await client.query(`set local ${name} = ${form === "same" ? value : "default"}`);
  await client.query("set local statement_timeout = 0");
  await client.query("set local idle_in_transaction_session_timeout = 0");
}

export async function organisationIds(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>("select id from organisation order by id");
  return rows.map(({ id }) => id);
}

/** The rows of a query in PostgreSQL's text form. Asked for when the first one is wanted: a connection answers one thing at a time. */
export async function* copyOut(client: pg.ClientBase, query: string): AsyncGenerator<Buffer> {
  yield* client.query(copyTo(`copy (${query}) to stdout`));
}

/** A table's rows in PostgreSQL's text form: the whole of it, whoever the rows belong to. */
export async function* rowsOfTable(
  client: pg.ClientBase,
  table: Table,
  organisations: readonly string[],
): AsyncGenerator<Buffer> {
  const select = `select ${columnList(table.columns)} from ${table.sql}`;
  const order = `order by ${table.order.join(", ")}`;
  if (table.organisationColumn === null) {
    yield* copyOut(client, `${select} ${order}`);
    return;
  }
  const column = pg.escapeIdentifier(table.organisationColumn);
  for (const id of organisations) {
    await client.query("select set_config('app.organisation', $1, true)", [id]);
    yield* copyOut(client, `${select} where ${column} = ${pg.escapeLiteral(id)} ${order}`);
  }
}
