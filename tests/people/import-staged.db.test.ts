import { sql } from "kysely";
import { expect, test } from "vitest";
import { testDatabase } from "../support/database.ts";
import { steps } from "./import-steps.ts";
import { importWorld } from "./import-world.ts";
import { csv, row } from "./staff-file.ts";

const database = await testDatabase();
const TWO = [row("1", "Åsa Ek"), row("2", "Bo Al")];

test("INT-1 what was read for the preview is carried out as it was read; where a unit has ended meanwhile it is read again", async () => {
  const w = await importWorld(database);
  const { preview, confirm, run, find } = steps(w);
  const [kept, again] = [await preview(TWO), await preview([...TWO, row("3", "Cia Om")])];
  const unreadable = (id: string) =>
    w.as(null, (work) => sql`update staff_import set file = 'no table' where id = ${id}`.execute(work.tx));
  await unreadable(kept);
  await confirm(kept);
  await run(kept);
  expect(await find(kept)).toMatchObject({ state: "done", counts: { join: 2 } });
  await w.as(null, ({ tx, today }) =>
    sql`update unit set valid_to = ${today} where code = '311'`.execute(tx),
  );
  await confirm(again);
  await run(again);
  expect(await find(again)).toMatchObject({
    state: "preview",
    changedSince: true,
    counts: { join: 0, unreadable: 3 },
  });
});

test("INT-1 what changed since the preview is found again, whichever part of the register it is in", async () => {
  const w = await importWorld(database);
  const { preview, confirm, run, find } = steps(w);
  await w.brings(TWO);
  const changes = [
    sql`update person set protected_identity = true where given_name = 'Bo'`,
    sql`update employment set valid_to = '2027-01-01' where number = '2'`,
    sql`update employment_period set title = 'Logoped' where employment_id = (select id from employment where number = '2')`,
    sql`insert into leave_period (organisation_id, employment_id, valid_from)
      select organisation_id, id, '2026-12-01' from employment where number = '2'`,
    sql`delete from leave_period`,
    sql`update profession set name_sv = 'Ergoterapeut'`,
  ];
  for (const [at, change] of changes.entries()) {
    const id = await preview([row("1", "Åsa Ek", { "Frånvaro från": "" }), row(`1${at}`, "Ny Nysson")]);
    // The same file would have been carried out; another one shows that it was read.
    await w.as(null, ({ tx }) =>
      sql`update staff_import set file = ${Buffer.from(csv([row("9", "Eva Sen")]))} where id = ${id}`.execute(
        tx,
      ),
    );
    await w.as(null, ({ tx }) => change.execute(tx));
    await confirm(id, { leavers: true });
    await run(id);
    expect(await find(id), `${at}`).toMatchObject({ state: "preview", changedSince: true });
  }
});

test("INT-1 rows that are the same are not kept, and of somebody of whom anything changes all are", async () => {
  const w = await importWorld(database);
  const { preview, find } = steps(w);
  const second = row("3", "Bo Al", { Personnyckel: "P2", Syssgrad: "20" });
  await w.brings([...TWO, second]);
  const id = await preview([...TWO, { ...second, Syssgrad: "30" }]);
  expect(await w.query(sql`select number, change from staff_import_row order by number`)).toEqual([
    { number: "2", change: "same" },
    { number: "3", change: "change" },
  ]);
  expect(await w.query(sql`select 1 from staff_import_line`)).toEqual([]);
  expect((await find(id)).counts).toMatchObject({ rows: 3, same: 2, change: 1 });
});

test("ORG-3 the scale of extents is found over the whole column", async () => {
  const w = await importWorld(database);
  const extents = (...all: string[]) => all.map((Syssgrad, at) => row(`${at}`, `Kim Nr${at}`, { Syssgrad }));
  await w.brings(extents("1", "0,5"));
  expect(await w.periods()).toEqual([
    "0: 311 Arbetsterapeut 100 2020-01-01–",
    "1: 311 Arbetsterapeut 50 2020-01-01–",
  ]);
  expect(await w.bring(extents("1", "0,5", "75"))).toMatchObject({
    problems: [{ number: "0", reasons: [{ code: "extent-unclear" }] }],
  });
});
