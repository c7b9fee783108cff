/** Several questions in one statement: what each of them asks the database is little beside what a statement costs the process by itself. */
import { sql, type RawBuilder } from "kysely";
import type { Tx } from "./transactions.ts";

/**
 * Selects by name. Their rows come as JSON: days, texts, numbers and what is JSON already are as in a statement of their own, and instants are texts.
 */
export type Questions = Readonly<Record<string, RawBuilder<unknown>>>;

export type Answers<Asked extends Questions> = {
  readonly [Name in keyof Asked]: Asked[Name] extends RawBuilder<infer Row> ? readonly Row[] : never;
};

/** The rows of each select, in its order. All of them see the same moment. */
export async function askTogether<Asked extends Questions>(tx: Tx, asked: Asked): Promise<Answers<Asked>> {
  const columns = Object.entries(asked).map(
    ([name, question]) => sql`(select coalesce(json_agg(q), '[]') from (${question}) q) as ${sql.ref(name)}`,
  );
  const { rows } = await sql<Answers<Asked>>`select ${sql.join(columns)}`.execute(tx);
  const [answers] = rows;
  if (!answers) throw new Error("a select of selects gave no row");
  return answers;
}
