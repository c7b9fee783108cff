import { afterAll, expect, test } from "vitest";
import { sql } from "kysely";
import { openPool } from "../../src/platform/database/connect.ts";
import { databaseOn, type Tx } from "../../src/platform/database/transactions.ts";
import { emptyDatabase } from "./empty-database.ts";

const database = await emptyDatabase();
const owner = openPool(database.ownerUrl, { max: 2 });
afterAll(() => owner.end());
await owner.query("create table note (id int primary key, text text not null)");
const pool = openPool(database.ownerUrl, { max: 1 });
afterAll(() => pool.end());
const told: string[] = [];
const db = databaseOn(pool, { prepare: true, told: (text) => told.push(text) });

const write = (id: number, text: string | null = "skriven") => sql`insert into note values (${id}, ${text})`;
const kept = async (): Promise<number[]> =>
  (await owner.query<{ id: number }>("select id from note order by id")).rows.map(({ id }) => id);
const numbered = async (tx: Tx, number: number): Promise<number | undefined> =>
  (await sql<{ number: number }>`select ${number}::integer as number`.execute(tx)).rows[0]?.number;
const emptied = () => owner.query("delete from note");

test("what is asked at once is answered each with its own, in the order of asking, and sees what stood before it", async () => {
  await emptied();
  const found = await db.transaction(async (tx) => {
    const [, one, rows, two] = await Promise.all([
      write(1).execute(tx),
      numbered(tx, 1),
      sql<{ id: number }>`select id from note`.execute(tx),
      numbered(tx, 2),
    ]);
    return { one, two, ids: rows.rows };
  });
  expect(found).toEqual({ one: 1, two: 2, ids: [{ id: 1 }] });
  expect(await kept()).toEqual([1]);
});

test("how many rows a change touched is told, and of a select nothing is", async () => {
  await emptied();
  const counted = await db.transaction(async (tx) => {
    await Promise.all([write(1).execute(tx), write(2).execute(tx)]);
    const changed = await sql`update note set text = 'ändrad'`.execute(tx);
    const read = await sql`select id from note`.execute(tx);
    return [changed.numAffectedRows, read.numAffectedRows];
  });
  expect(counted).toEqual([2n, undefined]);
});

test("when one of those asked at once fails, nothing of the transaction remains and the connection serves the next", async () => {
  await emptied();
  const failing = db.transaction((tx) =>
    Promise.all([write(1).execute(tx), write(2, null).execute(tx), write(3).execute(tx)]),
  );
  await expect(failing).rejects.toMatchObject({ code: "23502" });
  expect(await kept()).toEqual([]);
  expect(await db.transaction((tx) => numbered(tx, 7))).toBe(7);
});

test("what throws in the middle leaves nothing behind", async () => {
  await emptied();
  const throwing = db.transaction(async (tx) => {
    await write(1).execute(tx);
    throw new Error("nej");
  });
  await expect(throwing).rejects.toThrow("nej");
  expect(await kept()).toEqual([]);
});

test("a failure that somebody let pass does not become a kept transaction", async () => {
  await emptied();
  const passing = db.transaction(async (tx) => {
    await write(1).execute(tx);
    await write(2, null)
      .execute(tx)
      .catch(() => undefined);
  });
  await expect(passing).rejects.toThrow("can't be kept");
  expect(await kept()).toEqual([]);
});

test("what is left to the end is kept with the rest, and when it fails nothing is", async () => {
  await emptied();
  await db.transaction(async (tx, finish) => {
    finish(write(2));
    await write(1).execute(tx);
  });
  expect(await kept()).toEqual([1, 2]);
  const failing = db.transaction(async (tx, finish) => {
    finish(write(4, null));
    await write(3).execute(tx);
  });
  await expect(failing).rejects.toMatchObject({ code: "23502" });
  expect(await kept()).toEqual([1, 2]);
});

test("a connection that is lost in the middle fails what runs on it, and another takes its place", async () => {
  await emptied();
  const lost = db.transaction(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await owner.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
    await Promise.all([write(1).execute(tx), write(2).execute(tx)]);
  });
  // Whether the loss is told of by the server, the socket or node-postgres depends on which notices it first.
  await expect(lost).rejects.toThrow(/terminat|connection error|EPIPE|ECONNRESET/);
  expect(await db.transaction((tx) => numbered(tx, 8))).toBe(8);
  expect(await kept()).toEqual([]);
});

test("each statement that was carried out is told of, the transaction's own not", async () => {
  told.length = 0;
  await db.transaction((tx) => Promise.all([numbered(tx, 1), numbered(tx, 2)]));
  expect(told).toEqual(Array(2).fill("select $1::integer as number"));
});

test("as many transactions as there are wait for the one connection, and none mixes with another", async () => {
  await emptied();
  const all = Array.from({ length: 20 }, (_, id) =>
    db.transaction(async (tx) => {
      await write(id).execute(tx);
      return numbered(tx, id);
    }),
  );
  expect(await Promise.all(all)).toEqual(Array.from({ length: 20 }, (_, id) => id));
  expect(await kept()).toHaveLength(20);
});
