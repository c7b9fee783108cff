import { sql } from "kysely";
import { expect, test } from "vitest";
import { sealLog, unsealedSince, verifyChain } from "../../src/platform/access-log/seal.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { testDatabase } from "../support/database.ts";
import { world, type World } from "../people/world.ts";

const database = await testDatabase();

async function logged() {
  const here = await world(database);
  const reader = await here.actor(null);
  const somebody = await here.person("Åsa Ek");
  return { ...here, reader, somebody };
}

const read = (here: World, reader: Actor, personId: string, what = "person") =>
  here.as(reader, (work) => {
    work.reads.note({ personIds: [personId], what, basis: "manager" });
    return Promise.resolve();
  });

const seal = (here: World) => here.as(null, sealLog);
const verify = (here: World) => here.as(null, verifyChain);

/** Changes what the log keeps behind its guards, as somebody with the database in their hands might. */
async function tamper(here: World, statement: string) {
  const client = await database.ownerPool.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.organisation', $1, true)", [here.organisationId]);
    for (const table of ["access_log", "access_log_seal"])
      await client.query(`alter table ${table} disable trigger user`);
    const { rowCount } = await client.query(statement);
    for (const table of ["access_log", "access_log_seal"])
      await client.query(`alter table ${table} enable trigger user`);
    await client.query("commit");
    return rowCount;
  } finally {
    client.release();
  }
}

test("PRV-1: rows are sealed in order, once, and the chain holds", async () => {
  const here = await logged();
  expect([await seal(here), await verify(here)]).toEqual([0, null]);
  await read(here, here.reader, here.somebody);
  await read(here, here.reader, here.somebody, "staff");
  expect(await seal(here)).toBe(2);
  await read(here, here.reader, here.somebody);
  expect([await seal(here), await seal(here), await verify(here)]).toEqual([1, 0, null]);
  const seals = await here.as(null, ({ tx }) =>
    tx.selectFrom("access_log_seal").select(["number", "entries"]).orderBy("number").execute(),
  );
  expect(seals).toEqual([
    { number: 1, entries: 2 },
    { number: 2, entries: 1 },
  ]);
});

test("PRV-1: two that seal at once take turns", async () => {
  const here = await logged();
  for (let turn = 0; turn < 5; turn++) await read(here, here.reader, here.somebody);
  const sealed = await Promise.all([seal(here), seal(here), seal(here)]);
  expect([sealed.reduce((sum, count) => sum + count, 0), await verify(here)]).toEqual([5, null]);
});

test.each([
  ["a changed row", "update access_log set basis = 'deputy' where seal = 2", 2],
  ["a changed time", "update access_log set at = at + interval '1 microsecond' where seal = 2", 2],
  ["a row taken away", "delete from access_log where seal = 1", 1],
  [
    "a row put in",
    "insert into access_log (organisation_id, at, request_id, account_id, person_ids, what, basis, seal) select organisation_id, at, request_id, account_id, person_ids, what, basis, 2 from access_log where seal = 1",
    2,
  ],
  [
    "a changed seal",
    "update access_log_seal set sealed_at = sealed_at - interval '1 day' where number = 1",
    1,
  ],
  [
    "a segment that was made anew",
    "update access_log_seal set previous_hash = sha256('x') where number = 2",
    2,
  ],
])("PRV-1: %s breaks the chain there", async (_name, statement, segment) => {
  const here = await logged();
  for (let turn = 0; turn < 3; turn++) {
    await read(here, here.reader, here.somebody);
    await seal(here);
  }
  expect(await verify(here)).toBeNull();
  expect(await tamper(here, statement)).toBe(1);
  expect(await verify(here)).toBe(segment);
});

test("PRV-1: a segment that was changed and sealed anew breaks the chain in the next one", async () => {
  const here = await logged();
  for (const what of ["person", "staff"]) {
    await read(here, here.reader, here.somebody, what);
    await seal(here);
  }
  // The second segment is put aside while the first is forged with a seal that is right in itself, and put back upon it.
  await tamper(here, "create table kept_log as select * from access_log where seal = 2");
  await tamper(here, "create table kept_seal as select * from access_log_seal where number = 2");
  await tamper(here, "delete from access_log where seal = 2");
  await tamper(here, "update access_log set seal = null, basis = 'deputy'");
  await tamper(here, "delete from access_log_seal");
  expect([await seal(here), await verify(here)]).toEqual([1, null]);
  await tamper(
    here,
    "update kept_seal set previous_hash = (select hash from access_log_seal where number = 1)",
  );
  await tamper(here, "insert into access_log_seal select * from kept_seal");
  await tamper(here, "insert into access_log overriding system value select * from kept_log");
  expect(await verify(here)).toBe(2);
});

test("PRV-1: the log only grows: the program can neither change, remove nor empty it, sealed or not", async () => {
  const here = await logged();
  await read(here, here.reader, here.somebody);
  const attempt = (statement: string) => here.as(null, ({ tx }) => sql.raw(statement).execute(tx));
  for (const round of [1, 2]) {
    await expect(attempt("update access_log set what = 'nothing'")).rejects.toThrow("append-only");
    await expect(attempt("delete from access_log")).rejects.toThrow("append-only");
    await expect(attempt("truncate access_log")).rejects.toThrow("permission denied");
    await expect(attempt("delete from access_log_about")).rejects.toThrow("permission denied");
    if (round === 1) await seal(here);
  }
  await expect(attempt("update access_log set seal = null")).rejects.toThrow("append-only");
  await expect(attempt("update access_log_seal set entries = 0")).rejects.toThrow("permission denied");
  await expect(attempt("delete from access_log_seal")).rejects.toThrow("permission denied");
  expect(await verify(here)).toBeNull();
});

test("PRV-1: how long the oldest unsealed row has waited", async () => {
  const here = await logged();
  const since = () => here.as(null, unsealedSince);
  expect(await since()).toBeNull();
  await read(here, here.reader, here.somebody);
  expect((await since())?.toISOString()).toBe("2026-11-22T11:00:00.000Z");
  await seal(here);
  expect(await since()).toBeNull();
});
