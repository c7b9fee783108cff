import { describe, expect, test } from "vitest";
import { keepTitles, viewTitles } from "../../src/career-model/keep-titles.ts";
import { plannedIn, planTitles, takeInTitles } from "../../src/career-model/take-in-titles.ts";
import { takeOut } from "../../src/placement/take-out.ts";
import { takeOverNow } from "../../src/placement/take-over-now.ts";
import { placePerson } from "../../src/move/place-person.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { newId } from "../../src/shared/ids.ts";
import { NotFound } from "../../src/shared/result.ts";
import { readTable } from "../../src/platform/tabular/read.ts";
import { testDatabase, type TestDatabase } from "../support/database.ts";
import { placementWorld } from "./world.ts";

const database: TestDatabase = await testDatabase();
type World = Awaited<ReturnType<typeof placementWorld>>;
const words = { sheet: () => "Blad", mark: null };

/** A world with a handler, a lead, a manager, and three people whose numbers are the same in each world. */
async function peopled() {
  const world = await placementWorld(database);
  const hr = world.grant(await world.person("Hilda Roos"), { role: "hr_handler" });
  const lead = world.grant(await world.person("Lena Lod"), { role: "process_lead" });
  const karin = await world.person("Karin Öhman");
  await world.manage(karin, world.rehab);
  const join = async (name: string, number: string, values: Record<string, unknown> = {}) => {
    const who = await world.person(name, values);
    const id = await world.employ(who, world.rehab, { from: "2022-01-01" });
    await world.as(null, ({ tx }) =>
      tx.updateTable("employment").set({ number }).where("id", "=", id).execute(),
    );
    return who;
  };
  const anna = await join("Anna Berg", "1001");
  const bo = await join("Bo Ek", "1002");
  const hidden = await join("Siv Skyddad", "1003", {
    protected_identity: true,
    protected_handler_id: hr.personId,
  });
  return { world, hr, lead, karin, anna, bo, hidden };
}
const rowsOf = async (bytes: Uint8Array): Promise<string[][]> => {
  const table = await readTable(bytes);
  if (!table.ok) throw new Error("the file can't be read");
  return table.value.rows.map(({ cells }) => [...cells]);
};
const out = (world: World, as: Actor | null, what: string, format = "csv") =>
  world.as(as, (work) => takeOut(work, what, format, words));
const into = (world: World, as: Actor, bytes: Uint8Array, filename = "in.csv") =>
  world.as(as, (work) => takeOverNow(work, { file: { filename, bytes } }));
const FILE = `Anställningsnummer;Nivå;Spår;Från och med;Motivering;Källa
1001;Expert;Forskning;2024-03-01;"- Leder arbetet.
Två rader";Excel "2024"; blad 1
1003;Bas;;2025-01-01;;Excel
`.replace('Excel "2024"; blad 1', '"Excel ""2024""; blad 1"');

describe("INT-4 all goes out the same way", () => {
  test.each(["csv", "xlsx", "json"])(
    "what went in goes out as %s, and in again elsewhere, the same",
    async (format) => {
      const [first, second] = [await peopled(), await peopled()];
      await into(first.world, first.hr, new TextEncoder().encode(FILE));
      const file = await out(first.world, first.hr, "placements", format);
      expect(await rowsOf(file.bytes)).toHaveLength(2);

      expect(await into(first.world, first.hr, file.bytes)).toMatchObject({ value: { place: 0, same: 2 } });
      expect(await into(second.world, second.hr, file.bytes, "annat namn")).toMatchObject({
        value: { place: 2, unreadable: 0 },
      });
      expect((await out(second.world, second.hr, "placements", format)).bytes).toEqual(file.bytes);
    },
  );

  test("the words of a dialogue are not in the file, nor is the mark of what was confirmed", async () => {
    const { world, hr, karin, anna } = await peopled();
    const draft = {
      place: world.model.basic,
      dialogueOn: "2026-11-10",
      basis: "development-talk",
      motivation: "Mellan oss.",
    };
    await world.as(karin, (work) =>
      placePerson(work, {
        personId: anna.personId,
        modelId: world.model.modelId,
        draft,
        follows: null,
        corrects: false,
      }),
    );
    expect(await rowsOf((await out(world, hr, "placements")).bytes)).toEqual([
      ["1001", "Anna Berg", "Fysioterapeut", "Bas", "", "2026-11-10", "", "", "nej"],
    ]);
  });

  test("PRV-1 everyone in the file is in the log; ORG-7 protected people are in their handler's file only", async () => {
    const { world, hr, anna, hidden } = await peopled();
    await into(world, hr, new TextEncoder().encode(FILE));
    const other = world.grant(await world.person("Hugo Annan"), { role: "administrator" });
    const read = (as: Actor) =>
      world.as(null, ({ tx }) =>
        tx
          .selectFrom("access_log")
          .select("person_ids")
          .where("account_id", "=", as.accountId)
          .where("what", "=", "placements-taken-out")
          .execute(),
      );
    await out(world, hr, "placements");
    await out(world, other, "placements");
    expect(new Set((await read(hr))[0]?.person_ids)).toEqual(new Set([anna.personId, hidden.personId]));
    expect((await read(other))[0]?.person_ids).toEqual([anna.personId]);
  });

  test("nobody but those who keep the register takes anything out", async () => {
    const { world, lead, karin } = await peopled();
    for (const who of [lead, karin, null])
      await expect(out(world, who, "placements")).rejects.toThrow(NotFound);
    expect(await out(world, lead, "titles")).toMatchObject({ rows: 0 });
    await expect(out(world, karin, "titles")).rejects.toThrow(NotFound);
  });
});

describe("PLC-7, INT-4 local titles to the HR system", () => {
  const keep = (world: World, as: Actor, revision: number, texts: Readonly<Record<string, string>>) =>
    world.as(as, (work) => keepTitles(work, "fysio", { revision, textOf: (key) => texts[key] ?? "" }));

  test("the first title of the track, else of the level, for those who are placed", async () => {
    const { world, hr, lead } = await peopled();
    const { model } = world;
    await into(world, hr, new TextEncoder().encode(FILE));
    await keep(world, lead, 0, {
      [model.basic]: "Fysioterapeut bas\nLeg. fysioterapeut",
      [model.expert]: "Fysioterapeut expert",
    });
    const titles = async () => rowsOf((await out(world, hr, "hr-titles")).bytes);
    expect(await titles()).toEqual([
      ["1001", "Fysioterapeut expert"],
      ["1003", "Fysioterapeut bas"],
    ]);
    await keep(world, lead, 1, {
      [model.basic]: "Leg. fysioterapeut",
      [`${model.expert}_${model.research}`]: "Forskande fysioterapeut",
    });
    expect(await titles()).toEqual([
      ["1001", "Forskande fysioterapeut"],
      ["1003", "Leg. fysioterapeut"],
    ]);
    const back = await into(world, hr, (await out(world, hr, "hr-titles")).bytes);
    expect(back).toMatchObject({ value: { place: 0, same: 2, unreadable: 0 } });
    expect(await rowsOf((await out(world, hr, "titles")).bytes)).toEqual([
      ["Fysioterapeut", "Bas", "", "Leg. fysioterapeut", "ja"],
      ["Fysioterapeut", "Expert", "Forskning", "Forskande fysioterapeut", "ja"],
    ]);
  });

  test.each(["csv", "xlsx", "json"])(
    "the titles of all models go out as %s, and in again elsewhere, the same",
    async (format) => {
      const [first, second] = [await peopled(), await peopled()];
      const { model } = first.world;
      await keep(first.world, first.lead, 0, {
        [model.basic]: "Fysioterapeut, bas\n=Leg",
        [`${model.expert}_${model.master}`]: "Master",
      });
      const file = await out(first.world, first.hr, "titles", format);
      const planned = async ({ world, lead }: typeof first) =>
        world.as(lead, (work) => planTitles(work, file.bytes));
      expect(await planned(first)).toMatchObject({ ok: true, value: [{ places: [] }] });
      const plan = await planned(second);
      expect(plan).toMatchObject({
        ok: true,
        value: [
          {
            places: [
              { level: "Bas", before: [], after: ["Fysioterapeut, bas", "=Leg"] },
              { track: "Master" },
            ],
          },
        ],
      });
      if (!plan.ok) return;
      const sent = plannedIn(JSON.stringify(plan.value)) ?? [];
      expect(await second.world.as(second.lead, (work) => takeInTitles(work, sent))).toMatchObject({
        ok: true,
      });
      expect((await out(second.world, second.hr, "titles", format)).bytes).toEqual(file.bytes);
      expect(await second.world.as(second.lead, (work) => takeInTitles(work, sent))).toMatchObject({
        ok: false,
        reasons: [{ code: "stale" }],
      });
    },
  );

  test("a file of titles with anything wrong in it says each row, and is not read in", async () => {
    const { world, lead } = await peopled();
    const text = "Modell;Nivå;Titel;Skrivs ut\nKock;Bas;Ett;ja\nFysioterapeut;Kung;Två;kanske\n";
    const plan = (bytes: string) =>
      world.as(lead, (work) => planTitles(work, new TextEncoder().encode(bytes)));
    expect(await plan(text)).toMatchObject({ reasons: [{ code: "bad-flag", data: { line: 3 } }] });
    expect(await plan(text.replace("kanske", "nej"))).toMatchObject({
      reasons: [
        { code: "unknown-model", data: { line: 2 } },
        { code: "unknown-place", data: { line: 3, value: "Kung" } },
      ],
    });
    expect(await plan("Modell;Nivå\nFysioterapeut;Bas\n")).toMatchObject({
      reasons: [{ code: "missing-column" }],
    });
    expect([plannedIn("{"), plannedIn("[1]"), plannedIn("null")]).toEqual([null, null, null]);
  });

  test("a list that somebody else has saved meanwhile is not written over", async () => {
    const { world, lead } = await peopled();
    const { basic } = world.model;
    expect(await keep(world, lead, 0, { [basic]: "Ett" })).toMatchObject({ ok: true });
    expect(await keep(world, lead, 0, { [basic]: "Två" })).toMatchObject({
      ok: false,
      reasons: [{ code: "stale" }],
    });
    expect(await world.as(lead, (work) => viewTitles(work, "fysio"))).toMatchObject({ revision: 1 });
    expect(await keep(world, lead, 1, { [basic]: "Två" })).toMatchObject({ ok: true });
  });

  test("who may keep them: process leads and administrators", async () => {
    const { world, hr, lead, karin } = await peopled();
    const admin = world.grant(lead, { role: "administrator" });
    await expect(keep(world, hr, 0, {})).rejects.toThrow(NotFound);
    await expect(keep(world, karin, 0, {})).rejects.toThrow(NotFound);
    expect(await keep(world, admin, 0, {})).toMatchObject({ ok: true });
  });

  test("they stay when a new version is in force, also for a level that it lacks", async () => {
    const { world, lead } = await peopled();
    const { model } = world;
    await keep(world, lead, 0, { [model.basic]: "Ett", [model.skilled]: "Två" });
    const version_id = newId();
    await world.put("model_version", { id: version_id, model_id: model.modelId, number: 2, status: "draft" });
    await world.put("version_level", {
      version_id,
      level_id: model.basic,
      position: 0,
      name: "Grund",
      kind: "core",
    });
    const [account] = await world.as(null, ({ tx }) =>
      tx.selectFrom("account").select("id").where("username", "=", "adopter").execute(),
    );
    await world.put("decision", {
      id: newId(),
      kind: "adopt",
      version_id,
      decided_by: account?.id,
      decided_as: "HR-direktör",
      delegation: "4.2",
      decided_on: "2026-01-01",
      diary_number: "2026/1",
    });
    await world.as(null, async ({ tx }) => {
      await tx
        .updateTable("model_version")
        .set({ status: "superseded", in_force_to: "2026-06-01" })
        .where("id", "=", model.versionId)
        .execute();
      await tx
        .updateTable("model_version")
        .set({ status: "adopted", in_force_from: "2026-06-01" })
        .where("id", "=", version_id)
        .execute();
    });
    expect((await world.as(lead, (work) => viewTitles(work, "fysio"))).places).toMatchObject([
      { level: "Grund", titles: ["Ett"], former: false },
      { level: "Skicklig", titles: ["Två"], former: true },
    ]);
  });
});
