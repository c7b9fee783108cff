/** Takes away all that the product has made in a database, so that a restore always fills a schema that it has made itself. */
import type pg from "pg";

/**
 * Everything of ours by kind, in the order in which it can go: a routine after the tables whose triggers call it, and before those whose rows it gives. What an
 * extension brought stays.
 */
const OURS = `
  select kind, string_agg(sql, ', ') as list from (
    select 1 as turn, 'view' as kind, oid, relnamespace as namespace, oid::regclass::text as sql from pg_class where relkind = 'v'
    union all
    select 2, 'materialized view', oid, relnamespace, oid::regclass::text from pg_class where relkind = 'm'
    union all
    select 3, 'table', oid, relnamespace, oid::regclass::text from pg_class where relkind in ('r', 'p') and not relispartition
    union all
    select 4, 'sequence', oid, relnamespace, oid::regclass::text from pg_class s where relkind = 'S'
      and not exists (select from pg_depend d where d.objid = s.oid and d.deptype in ('a', 'i'))
    union all
    select case when exists (
        select from pg_depend d join pg_type t on t.oid = d.refobjid and t.typrelid <> 0
        where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.refclassid = 'pg_type'::regclass) then 0 else 5 end,
      'routine', oid, pronamespace, oid::regprocedure::text from pg_proc p
    union all
    select 6, 'type', oid, typnamespace, oid::regtype::text from pg_type where typtype in ('d', 'e')
  ) as ours
  where namespace in (select oid from pg_namespace where nspname in ('migration', 'public'))
    and not exists (select from pg_depend d where d.objid = ours.oid and d.deptype = 'e')
  group by turn, kind order by turn`;

/** Everything of a kind at once, for tables refer to each other; what somebody else made of them is in the way, and says so. */
export async function wipe(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ kind: string; list: string }>(OURS);
  for (const { kind, list } of rows) await client.query(`drop ${kind} ${list}`);
  await client.query("drop schema if exists migration");
}

/** Is there anything in the database that this product did not make? Then it is not ours to fill. */
export async function holdsSomethingElse(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ else: boolean }>(`
    select to_regclass('migration.applied') is null and exists (
      select from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')) as else`);
  return rows[0]?.else ?? false;
}
