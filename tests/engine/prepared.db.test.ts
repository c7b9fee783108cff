import { afterAll, expect, test } from "vitest";
import { sql } from "kysely";
import { kyselyOn, openPool } from "../../src/platform/database/connect.ts";
import { among, plannedEachTime, statementNames } from "../../src/platform/database/prepared.ts";
import { newId } from "../../src/shared/ids.ts";
import { emptyDatabase } from "./empty-database.ts";

const database = await emptyDatabase();
const pool = openPool(database.appUrl, { max: 1 });
afterAll(() => pool.end());
const [preparing, plain] = [kyselyOn(pool, { prepare: true }), kyselyOn(pool)];

const kept = async (): Promise<string[]> =>
  (await pool.query<{ statement: string }>("select statement from pg_prepared_statements")).rows.map(
    ({ statement }) => statement,
  );

test("a statement is prepared when it is asked for again, whatever its values; one without values never is", async () => {
  const answers: unknown[] = [];
  for (const value of [1, 2, 3]) {
    const { rows } = await sql<{ sum: number }>`select ${value}::integer + 1 as sum`.execute(preparing);
    answers.push(rows[0]?.sum);
    await sql`select 1`.execute(preparing);
  }
  expect(answers).toEqual([2, 3, 4]);
  expect(await kept()).toEqual(["select $1::integer + 1 as sum"]);
});

test("a statement that must know its values is planned each time, and so is everything where nothing is prepared", async () => {
  const before = await kept();
  for (const value of [1, 2, 3]) {
    await sql`${plannedEachTime} select ${value}::integer as one`.execute(preparing);
    await sql`select ${value}::integer as two`.execute(plain);
  }
  expect(await kept()).toEqual(before);
});

test("a statement that fails is asked for again as before", async () => {
  const divide = (by: number) => sql<{ part: number }>`select 6 / ${by}::integer as part`.execute(preparing);
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
  await sql`create temporary table thing (id uuid primary key, name text)`.execute(preparing);
  await sql`insert into thing select gen_random_uuid(), 'other' from generate_series(1, 5000)`.execute(
    preparing,
  );
  await sql`insert into thing values (${one}, 'one'), (${two}, 'two')`.execute(preparing);
  await sql`analyze thing`.execute(preparing);
  const names = async (ids: readonly (typeof one)[]) => {
    const { rows } = await sql<{ name: string }>`
      select t.name from thing t join thing u on u.id = t.id where ${among("t.id", ids)} order by t.name`.execute(
      preparing,
    );
    return rows.map(({ name }) => name);
  };
  expect([await names([]), await names([two, one])]).toEqual([[], ["one", "two"]]);
  for (let times = 0; times < 10; times += 1) expect(await names([two])).toEqual(["two"]);
  const { rows } = await pool.query<{ planned: number }>(
    "select custom_plans::integer as planned from pg_prepared_statements where statement like '%t.id%= $1%'",
  );
  // PostgreSQL looks at five plans before it takes one for all.
  expect(rows).toEqual([{ planned: 5 }]);
});
