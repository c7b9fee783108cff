/** Many rows at once: one statement for each few thousand, under the table's own constraints and the organisation's row-level security. */
import { sql } from "kysely";
import type { Work } from "../../src/platform/database/work.ts";

/** A column's type and its values, one for each row. */
type Column = readonly [
  type: "uuid" | "text" | "date" | "timestamptz" | "numeric" | "boolean",
  values: readonly unknown[],
];

const BATCH = 10_000;

/** Adds rows of the organisation to a table; every column has as many values. */
export async function fill(
  { tx, organisationId }: Pick<Work, "tx" | "organisationId">,
  table: string,
  columns: Readonly<Record<string, Column>>,
): Promise<void> {
  const names = Object.keys(columns);
  const rows = Object.values(columns)[0]?.[1].length ?? 0;
  for (let at = 0; at < rows; at += BATCH) {
    const parts = Object.values(columns).map(
      ([type, values]) => sql`${values.slice(at, at + BATCH)}::${sql.raw(type)}[]`,
    );
    await sql`insert into ${sql.table(table)} (organisation_id, ${sql.join(names.map((name) => sql.ref(name)))})
      select ${organisationId}::uuid, * from unnest(${sql.join(parts)})`.execute(tx);
  }
}
