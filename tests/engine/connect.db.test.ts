import { afterAll, expect, test } from "vitest";
import { openPool } from "../../src/platform/database/connect.ts";
import { emptyDatabase } from "./empty-database.ts";

const database = await emptyDatabase();
const lost: Error[] = [];
const pool = openPool(database.appUrl, {
  max: 2,
  applicationName: "vidga test",
  onIdleError: (error) => lost.push(error),
});
afterAll(() => pool.end());

const value = async (expression: string): Promise<unknown> =>
  (await pool.query(`select ${expression} as value`)).rows[0]?.value;

test.each([
  ["date '2026-03-29'", "2026-03-29"],
  ["array[date '2026-03-29', null]", ["2026-03-29", null]],
  ["daterange('2026-01-01', null)", "[2026-01-01,)"],
  ["7::bigint", 7],
  ["array[7::bigint, null]", [7, null]],
  ["count(*)", 1],
  ["62.50::numeric(5, 2)", 62.5],
  ["'infinity'::float8", Number.POSITIVE_INFINITY],
  ["timestamptz '2026-03-29 01:30:00Z'", new Date("2026-03-29T01:30:00Z")],
  ["(timestamptz '2026-03-28 23:30:00Z')::date", "2026-03-29"],
  ["null::date", null],
])("%s is read as %o", async (expression, expected) => {
  expect(await value(expression)).toEqual(expected);
});

test("a whole number that JavaScript can't hold is an error, not another number", async () => {
  await expect(value("9007199254740993")).rejects.toThrow(RangeError);
});

test("a statement and an idle transaction have a limit, and the connection says whose it is", async () => {
  expect(await value("current_setting('statement_timeout')")).toBe("30s");
  expect(await value("current_setting('idle_in_transaction_session_timeout')")).toBe("1min");
  expect(await value("current_setting('application_name')")).toBe("vidga test");
});

test("an idle connection that is lost is told of, and the next query gets another", async () => {
  const idle = await pool.query<{ pid: number }>("select pg_backend_pid() as pid");
  const told = new Promise<void>((resolve) => pool.once("error", () => resolve()));
  const admin = openPool(database.adminUrl, { max: 1 });
  await admin.query("select pg_terminate_backend($1)", [idle.rows[0]?.pid]);
  await admin.end();
  await told;
  expect(lost).toHaveLength(1);
  expect(await value("1")).toBe(1);
});

test("a connection that is cut off while it is being let go of is no news", async () => {
  const news: Error[] = [];
  const leaving = openPool(database.appUrl, { max: 1, onIdleError: (error) => news.push(error) });
  const client = await leaving.connect();
  client.release();
  const ended = leaving.end();
  client.emit("error", new Error("terminating connection due to administrator command"));
  await ended;
  expect(news).toEqual([]);
});
