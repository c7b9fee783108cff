import { afterAll, expect, test } from "vitest";
import { sql, type RawBuilder } from "kysely";
import { openPool } from "../../src/platform/database/connect.ts";
import { databaseOn, type Database } from "../../src/platform/database/transactions.ts";
import { among, plannedEachTime, statementNames } from "../../src/platform/database/prepared.ts";
import { newId } from "../../src/shared/ids.ts";
import { emptyDatabase } from "./empty-database.ts";

const database = await emptyDatabase();
const pool = openPool(database.appUrl, { max: 1 });
afterAll(() => pool.end());
const [preparing, plain] = [databaseOn(pool, { prepare: true }), databaseOn(pool)];

const ask = <Row>(db: Database, statement: RawBuilder<Row>) => db.transaction((tx) => statement.execute(tx));

const kept = async (): Promise<string[]> =>
  (await pool.query<{ statement: string }>("select statement from pg_prepared_statements")).rows.map(
    ({ statement }) => statement,
  );

test("a statement is prepared when it is asked for again, whatever its values; one without values never is", async () => {
  const answers: unknown[] = [];
  for (const value of [1, 2, 3]) {
    const { rows } = await ask(preparing, sql<{ sum: number }>`select ${value}::integer + 1 as sum`);
    answers.push(rows[0]?.sum);
    await ask(preparing, sql`select 1`);
  }
  expect(answers).toEqual([2, 3, 4]);
  expect(await kept()).toEqual(["select $1::integer + 1 as sum"]);
});

test("a statement that must know its values is planned each time, and so is everything where nothing is prepared", async () => {
  const before = await kept();
  for (const value of [1, 2, 3]) {
    await ask(preparing, sql`${plannedEachTime} select ${value}::integer as one`);
    await ask(plain, sql`select ${value}::integer as two`);
  }
  expect(await kept()).toEqual(before);
});

test("a statement that fails is asked for again as before", async () => {
  const divide = (by: number) => ask(preparing, sql<{ part: number }>`select 6 / ${by}::integer as part`);
  expect((await divide(2)).rows[0]?.part).toBe(3);
  await expect(divide(0)).rejects.toThrow("division by zero");
  expect((await divide(3)).rows[0]?.part).toBe(2);
});

test("a connection keeps so many statements and no more, and what is asked once takes nobody's place", () => {
  const nameOf = statementNames(2);
  for (let times = 0; times < 5; times += 1) expect(nameOf(`once ${times}`)).toBeUndefined();
  const twice = (text: string) => [nameOf(text), nameOf(text)][1];
  expect([twice("a"), twice("b"), twice("c")]).toEqual(["s0", "s1", undefined]);
  expect(nameOf("a")).toBe("s0");
});

test("what is asked about one id is planned once, and says the same as of several", async () => {
  const [one, two] = [newId(), newId()];
  await ask(preparing, sql`create temporary table thing (id uuid primary key, name text)`);
  await ask(
    preparing,
    sql`insert into thing select gen_random_uuid(), 'other' from generate_series(1, 5000)`,
  );
  await ask(preparing, sql`insert into thing values (${one}, 'one'), (${two}, 'two')`);
  await ask(preparing, sql`analyze thing`);
  const names = async (ids: readonly (typeof one)[]) => {
    const { rows } = await ask(
      preparing,
      sql<{ name: string }>`
      select t.name from thing t join thing u on u.id = t.id where ${among("t.id", ids)} order by t.name`,
    );
    return rows.map(({ name }) => name);
  };
  expect(await names([two, one])).toEqual(["one", "two"]);
  for (let times = 0; times < 3; times += 1) expect(await names([])).toEqual([]);
  // Of none it is a text of its own, without an array that would be planned as if it held ten.
  expect(await kept()).not.toContainEqual(expect.stringContaining("any("));
  for (let times = 0; times < 10; times += 1) expect(await names([two])).toEqual(["two"]);
  const { rows } = await pool.query<{ planned: number }>(
    "select custom_plans::integer as planned from pg_prepared_statements where statement like '%t.id%= $1%'",
  );
  // PostgreSQL looks at five plans before it takes one for all.
  expect(rows).toEqual([{ planned: 5 }]);
});
