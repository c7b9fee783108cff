/** What a whole database holds, told apart by table: to see that nothing of it changed. */
import pg from "pg";

/** When a session was last used is noted whatever comes of the request, and the log is sealed meanwhile. */
const UNHEEDED = new Set(["session", "access_log_seal"]);

/** The number of rows in each table and a sum over all of their values, seen past row-level security. */
export async function checksums(ownerUrl: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public' order by tablename",
    );
    await client.query("begin");
    const { rows: organisations } = await client.query<{ id: string }>(
      "select id from organisation order by id",
    );
    const sums: Record<string, string> = {};
    for (const { id } of organisations) {
      await client.query("select set_config('app.organisation', $1, true)", [id]);
      for (const { name } of tables.filter((each) => !UNHEEDED.has(each.name))) {
        const { rows } = await client.query<{ sum: string }>(
          `select count(*) || ' ' || coalesce(md5(string_agg(t, '|' order by t)), '') as sum from (select (to_jsonb(r) - 'seal')::text as t from ${client.escapeIdentifier(name)} r) each`,
        );
        sums[`${name} of ${id}`] = rows[0]?.sum ?? "";
      }
    }
    return sums;
  } finally {
    await client.end();
  }
}
