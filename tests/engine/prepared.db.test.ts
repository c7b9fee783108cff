import { afterAll, expect, test } from "vitest";
import { sql } from "kysely";
import { inTransaction, kyselyOn, openPool } from "../../src/platform/database/connect.ts";
import { plannedEachTime, statementNames } from "../../src/platform/database/prepared.ts";
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

const inside = (tx: Parameters<Parameters<typeof inTransaction>[1]>[0]) => ({
  add: (n: number) => sql`insert into kept_number values (${n}::bigint)`.execute(tx),
  count: async () => {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from kept_number where n <> ${0}::bigint`.execute(tx);
    return rows[0]?.count;
  },
});

test("a transaction begins with its first statement, keeps all of it or nothing, and its connection is as good as new", async () => {
  await sql`create temporary table kept_number (n bigint not null)`.execute(preparing);
  for (const n of [1, 2, 3]) await inTransaction(preparing, async (tx) => void (await inside(tx).add(n)));
  const undone = inTransaction(preparing, async (tx) => {
    await inside(tx).add(4);
    throw new Error("no more");
  });
  await expect(undone).rejects.toThrow("no more");
  await expect(inTransaction(preparing, async (tx) => inside(tx).count())).resolves.toBe(3);
  await expect(inTransaction(preparing, async () => "nothing asked")).resolves.toBe("nothing asked");
});

test("a first statement that fails leaves no transaction behind, and no statement that can't be asked again", async () => {
  const divide = (by: number) =>
    inTransaction(preparing, async (tx) => {
      const { rows } = await sql<{ part: number }>`select 8 / ${by}::integer as part`.execute(tx);
      return rows[0]?.part;
    });
  for (let times = 0; times < 3; times += 1) await expect(divide(0)).rejects.toThrow("division by zero");
  await expect(divide(2)).resolves.toBe(4);
  const { rows } = await pool.query<{ begun: boolean }>("select now() <> statement_timestamp() as begun");
  expect(rows[0]?.begun).toBe(false);
});

test("a transaction in which something failed isn't kept, also when nobody minded", async () => {
  const careless = inTransaction(preparing, async (tx) => {
    await inside(tx).add(5);
    await sql`select 1 / ${0}::integer`.execute(tx).catch(() => undefined);
  });
  await expect(careless).rejects.toThrow("had failed");
  await expect(inTransaction(preparing, async (tx) => inside(tx).count())).resolves.toBe(3);
});

test("what is asked of a transaction that is over is refused", async () => {
  const left = await inTransaction(preparing, async (tx) => inside(tx));
  await expect(left.add(6)).rejects.toThrow("is over");
});

test("rows are read alike whether their statement was prepared or not, and so is how many were changed", async () => {
  const asked = (on: typeof plain) =>
    sql`
    select ${7}::bigint as n, ${"2026-01-02"}::date as day, null::text as nothing, '{"a": [1]}'::jsonb as json, array['å', 'b c'] as texts,
      '2026-01-02 03:04:05+00'::timestamptz as at, true as yes, ${Buffer.from([0, 255])}::bytea as bytes, ${["x,y", '"']}::text[] as given,
      ${new Date(0)}::timestamptz as epoch, ${null}::integer as none`.execute(on);
  const expected = (await asked(plain)).rows;
  for (let times = 0; times < 3; times += 1) expect((await asked(preparing)).rows).toEqual(expected);
  const change = () => sql`update kept_number set n = n + ${0}::bigint`.execute(preparing);
  for (let times = 0; times < 3; times += 1) expect((await change()).numAffectedRows).toBe(3n);
});

test("what is asked at once of a transaction is answered, each its own", async () => {
  const double = (tx: Parameters<typeof inside>[0], n: number) =>
    sql<{ twice: number }>`select ${n}::integer * 2 as twice`.execute(tx);
  for (let times = 0; times < 3; times += 1) {
    const answers = await inTransaction(preparing, (tx) => Promise.all([1, 2, 3].map((n) => double(tx, n))));
    expect(answers.map(({ rows }) => rows[0]?.twice)).toEqual([2, 4, 6]);
  }
});

test("a table that has got another shape is read as it is now, or the asking fails", async () => {
  const all = () =>
    sql<Record<string, unknown>>`select * from kept_number where n = ${1}::bigint`.execute(preparing);
  for (let times = 0; times < 3; times += 1) expect((await all()).rows).toEqual([{ n: 1 }]);
  await sql`alter table kept_number add column word text default 'new'`.execute(preparing);
  await expect(all()).rejects.toThrow("cached plan must not change result type");
});
