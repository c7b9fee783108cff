/** Further organisations for the national size: row for row the first one, under another organisation's id. */
import { sql, type Kysely } from "kysely";
import type { DB } from "../../src/platform/database/schema.ts";
import { newId, type Id } from "../../src/shared/ids.ts";

/**
 * Copies all that belongs to an organisation. Keys carry the organisation, so that everything may keep its own id. As superuser, without the triggers
 * and foreign keys that the originals have passed already; unique and exclusion constraints hold as always.
 */
export async function copyOrganisation(
  admin: Kysely<DB>,
  from: Id,
  slug: string,
  name: string,
): Promise<void> {
  const to = newId();
  await admin.transaction().execute(async (tx) => {
    await sql`select set_config('session_replication_role', 'replica', true), set_config('statement_timeout', '0', true)`.execute(
      tx,
    );
    await sql`insert into organisation (id, slug, name, kind) select ${to}, ${slug}, ${name}, kind from organisation where id = ${from}`.execute(
      tx,
    );
    const { rows } = await sql<{ table: string; columns: string[] }>`
      select c.relname as "table", array_agg(a.attname::text order by a.attnum) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attidentity = ''
        and a.attname <> 'organisation_id'
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'organisation_id')
      group by c.relname`.execute(tx);
    for (const { table, columns } of rows) {
      const kept = sql.join(columns.map((column) => sql.ref(column)));
      await sql`insert into ${sql.table(table)} (organisation_id, ${kept})
        select ${to}::uuid, ${kept} from ${sql.table(table)} where organisation_id = ${from}`.execute(tx);
    }
  });
}
