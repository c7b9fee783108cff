import { sql } from "kysely";
import { expect, test } from "vitest";
import { testDatabase } from "../support/database.ts";
import { steps } from "./import-steps.ts";
import { importWorld } from "./import-world.ts";
import { row } from "./staff-file.ts";

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
