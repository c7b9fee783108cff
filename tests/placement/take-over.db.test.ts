import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { keepTitles } from "../../src/career-model/keep-titles.ts";
import { handOver } from "../../src/placement/hand-over.ts";
import { placePerson } from "../../src/move/place-person.ts";
import { prepareUnit } from "../../src/placement/prepare-unit.ts";
import { keyOf } from "../../src/placement/unit-room.ts";
import {
  beginTakeOver,
  cancelTakeOver,
  confirmColumns,
  confirmTakeOver,
} from "../../src/placement/take-over.ts";
import { takeOverNow, type TakeOverNow } from "../../src/placement/take-over-now.ts";
import { takeOverById, takeOverList, type TakeOverList } from "../../src/placement/take-over.store.ts";
import { placements } from "../../src/placement/store.ts";
import { viewMyPlacement } from "../../src/placement/view-my-placement.ts";
import { viewPreparation } from "../../src/placement/view-preparation.ts";
import { viewUnitPlacements } from "../../src/placement/view-unit-placements.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { NotFound } from "../../src/shared/result.ts";
import { testDatabase } from "../support/database.ts";
import { placementWorld, TODAY } from "./world.ts";

const world = await placementWorld(await testDatabase());
const { model, rehab, homeCare, pupilHealth, clerk } = world;
const karin = await world.person("Karin Öhman");
await world.manage(karin, rehab);
const hr = world.grant(await world.person("Hilda Roos"), { role: "hr_handler" });
const lead = world.grant(await world.person("Lena Lod"), { role: "process_lead" });
beforeEach(() => world.on(TODAY));

type Person = Actor & { personId: string };
/** Someone in a unit since 2022, with the number of their employment. */
async function employed(name: string, unitId = rehab, values: Record<string, unknown> = {}) {
  const who = await world.person(name, values);
  const employment = await world.employ(who, unitId, { from: "2022-01-01" });
  return { who, employment, number: employment.slice(0, 8) };
}
const csv = (rows: readonly (readonly string[])[], header = HEADER): Uint8Array =>
  new TextEncoder().encode([header, ...rows].map((row) => row.join(";")).join("\r\n"));
const HEADER = ["Anställningsnummer", "Modell", "Nivå", "Spår", "Från och med", "Motivering", "Källa"];
const stated = (number: string, level = "Skicklig", from = "2024-03-01") => [
  number,
  "Fysioterapeut",
  level,
  "",
  from,
  "Leder arbetet.",
  "Excel 2024",
];
const now = (rows: readonly (readonly string[])[], more: TakeOverNow = {}, as: Actor = hr) =>
  world.as(as, (work) =>
    takeOverNow(work, { file: { filename: "placeringar.csv", bytes: csv(rows) }, ...more }),
  );
const history = (who: Person) => world.as(null, (work) => placements(work, [who.personId]));
const inUnit = async (who: Person, onlyUnconfirmed = false, as: Actor = karin) => {
  const list = await world.as(as, (work) =>
    viewUnitPlacements(work, { unitId: rehab, page: 1, onlyUnconfirmed }),
  );
  return { list, row: list.rows.find((row) => row.personId === who.personId) };
};

describe("INT-4 placements are taken over, marked with their source", () => {
  test("each from its own day, as taken over by whom and from where; everybody concerned sees it", async () => {
    const anna = await employed("Anna Berg");
    expect(await now([stated(anna.number)])).toMatchObject({ ok: true, value: { place: 1, unreadable: 0 } });
    const expected = {
      from: "2024-03-01",
      to: null,
      level: "Skicklig",
      basis: "taken-over",
      motivation: "Leder arbetet.",
      decidedBy: null,
      takenOver: { source: "Excel 2024", by: "Hilda Roos" },
    };
    expect(await history(anna.who)).toMatchObject([expected]);
    expect((await inUnit(anna.who)).row).toMatchObject({ state: "placed", detail: { takenOver: true } });
    expect(await world.as(anna.who, viewMyPlacement)).toMatchObject({ current: [expected] });
  });

  test("without a source of its own it is the file; without a day it holds from today", async () => {
    const anna = await employed("Bo Berg");
    await now([[anna.number, "", "Bas", "", "", "", ""]]);
    expect(await history(anna.who)).toMatchObject([
      { from: TODAY, motivation: "", takenOver: { source: "placeringar.csv" } },
    ]);
  });

  test("the same file twice changes nothing, and nothing that is there is written over", async () => {
    const [same, other] = [await employed("Ida Igen"), await employed("Olle Olik")];
    await now([stated(same.number), stated(other.number, "Bas")]);
    const before = [await history(same.who), await history(other.who)];
    const again = await now([stated(same.number), stated(other.number, "Expert")]);
    expect(again).toMatchObject({
      ok: true,
      value: { place: 0, same: 1, conflict: 1 },
      conflicts: [{ number: other.number, reasons: [{ code: "placed-at", data: { level: "Bas" } }] }],
    });
    expect([await history(same.who), await history(other.who)]).toEqual(before);
  });

  test("all or nothing: with a row that can't be read nobody is placed, unless it is left out", async () => {
    const anna = await employed("Alla Ellerinte");
    const rows = [stated(anna.number), stated("finns-inte")];
    expect(await now(rows)).toMatchObject({
      ok: false,
      reasons: [{ code: "unreadable-not-confirmed", data: { count: 1 } }],
      problems: [{ line: 3, number: "finns-inte", reasons: [{ code: "unknown-number" }] }],
    });
    expect(await history(anna.who)).toEqual([]);
    expect(await now(rows, { dryRun: true, leaveOut: true })).toMatchObject({
      ok: true,
      value: { place: 1 },
    });
    expect(await history(anna.who)).toEqual([]);
    expect(await now(rows, { leaveOut: true })).toMatchObject({ ok: true, value: { place: 1 } });
    expect(await history(anna.who)).toHaveLength(1);
  });

  test("the employments decide: another profession is refused, an end that is known is set", async () => {
    const other = await world.person("Frida Fel");
    const employment = await world.employ(other, rehab, { from: "2022-01-01" }, clerk);
    const leaving = await world.person("Lisa Slutar");
    const ending = await world.employ(leaving, rehab, { from: "2022-01-01", to: "2026-12-24" });
    const result = await now([stated(employment.slice(0, 8)), stated(ending.slice(0, 8))], {
      leaveOut: true,
    });
    expect(result).toMatchObject({ ok: true, value: { place: 1, unreadable: 1 } });
    expect(await history(leaving)).toMatchObject([{ to: "2026-12-24", endedBecause: "left" }]);
  });

  test("the database refuses one without its source, and a decided one without who decided", async () => {
    const anna = await employed("Utan Källa");
    const row = {
      id: crypto.randomUUID(),
      person_id: anna.who.personId,
      model_id: model.modelId,
      version_id: model.versionId,
      level_id: model.basic,
      valid_from: "2024-01-01",
      dialogue_on: "2024-01-01",
      motivation: "Ord.",
      unit_id: rehab,
      authority_id: world.care,
    };
    const by = { taken_over_by: hr.accountId, taken_over_at: new Date() };
    const put = (values: Record<string, unknown>) => world.put("placement", { ...row, ...values });
    const refusedBy = (constraint: string) => expect.objectContaining({ constraint });
    await expect(put({ ...by, basis: "taken-over" })).rejects.toEqual(
      refusedBy("placement_taken_over_basis_check"),
    );
    await expect(put({ ...by, basis: "taken-over", taken_over_source: "" })).rejects.toEqual(
      refusedBy("placement_taken_over_source_check"),
    );
    await expect(put({ basis: "development-talk" })).rejects.toEqual(refusedBy("placement_taken_over_check"));
    await expect(put({ ...by, basis: "development-talk", taken_over_source: "Excel" })).rejects.toEqual(
      refusedBy("placement_taken_over_basis_check"),
    );
    await now([stated(anna.number)]);
    const change = world.as(null, ({ tx }) =>
      tx
        .updateTable("placement")
        .set({ taken_over_source: "annat" })
        .where("person_id", "=", row.person_id)
        .execute(),
    );
    await expect(change).rejects.toEqual(refusedBy("placement_is_kept"));
  });
});

describe("INT-4 until a manager confirms it in a dialogue", () => {
  const place = async (who: Person, level: string, dialogueOn: string) => {
    const [latest] = await history(who);
    return world.as(karin, (work) =>
      placePerson(work, {
        personId: who.personId,
        modelId: model.modelId,
        draft: { place: level, dialogueOn, basis: "development-talk", motivation: "Vi har talats vid." },
        follows: latest?.id ?? null,
        corrects: false,
      }),
    );
  };

  test("the same level after a dialogue confirms it: the mark is gone, the history kept", async () => {
    const { who, number } = await employed("Beata Bekräftad");
    await now([stated(number)]);
    expect(await place(who, model.skilled, "2026-11-10")).toMatchObject({ ok: true });
    expect(await history(who)).toMatchObject([
      { from: "2026-11-10", to: null, takenOver: null, decidedBy: "Karin Öhman" },
      { from: "2024-03-01", to: "2026-11-10", endedBecause: "moved", takenOver: { source: "Excel 2024" } },
    ]);
    expect((await inUnit(who)).row).toMatchObject({ detail: { takenOver: false } });
    expect(await place(who, model.skilled, "2026-11-20")).toMatchObject({ ok: false });
  });

  test("a dialogue before the day that it was taken over from puts it right", async () => {
    const { who, number } = await employed("Tore Tidigare");
    await now([stated(number, "Skicklig", TODAY)]);
    expect(await place(who, model.basic, "2026-11-10")).toMatchObject({ ok: true });
    expect(await history(who)).toMatchObject([
      { from: TODAY, corrected: true, takenOver: { source: "Excel 2024" } },
      { from: "2026-11-10", to: null, level: "Bas", takenOver: null },
    ]);
  });

  test("the unit's sheet has it with its place filled in, and confirms it", async () => {
    const { who, number } = await employed("Sara Sittning");
    await now([stated(number)]);
    const key = keyOf({ personId: who.personId, modelId: model.modelId });
    const sheet = await world.as(karin, (work) => viewPreparation(work, { unitId: rehab, page: 1 }));
    const row = sheet.rows.find((each) => each.key === key);
    expect(row).toMatchObject({
      draft: { place: model.skilled, motivation: "Leder arbetet.", dialogueOn: "" },
      takenOver: { level: "Skicklig", source: "Excel 2024" },
    });
    if (!row) return;
    const draft = { ...row.draft, dialogueOn: "2026-11-20" };
    const result = await world.as(karin, (work) =>
      prepareUnit(work, {
        unitId: rehab,
        intent: "place",
        rows: [{ key, draft, was: row.was, revision: row.revision }],
      }),
    );
    expect(result).toMatchObject({ ok: true, value: { placed: 1 } });
    expect((await history(who))[0]).toMatchObject({ from: "2026-11-20", takenOver: null });
  });

  test("the manager's list can show only those that are not confirmed; leads don't see which", async () => {
    const { who, number } = await employed("Ulla Urval");
    const { who: other } = await employed("Vera Vanlig");
    await now([stated(number)]);
    const { list, row } = await inUnit(who, true);
    expect(row?.detail).toMatchObject({ takenOver: true });
    expect(list.rows.every((each) => each.detail?.takenOver)).toBe(true);
    expect(list.rows.map(({ personId }) => personId)).not.toContain(other.personId);
    expect(list.unconfirmed).toBe(list.rows.length);
    expect((await inUnit(who, true, lead)).list).toMatchObject({ unconfirmed: 0, onlyUnconfirmed: false });
  });

  test("PLC-2 who comes back has it back, still marked; ORG-2 so does who takes it along", async () => {
    const { who, employment, number } = await employed("Rut Retur");
    await now([stated(number)]);
    await world.change(who, employment, "2026-11-15");
    await world.employ(who, rehab, { from: "2026-11-20" });
    await world.tell(who);
    expect(await history(who)).toMatchObject([
      { basis: "return", from: "2026-11-20", takenOver: { source: "Excel 2024", by: "Hilda Roos" } },
      { basis: "taken-over", to: "2026-11-15" },
    ]);
    const mover = await employed("Maja Flytt", homeCare);
    await now([stated(mover.number)]);
    await world.change(mover.who, mover.employment, "2026-11-21", { unitId: pupilHealth });
    const [ended] = await history(mover.who);
    await world.as(mover.who, (work) =>
      handOver(work, { placementId: ended?.id ?? "", unitId: pupilHealth }),
    );
    expect((await history(mover.who))[0]).toMatchObject({
      basis: "hand-over",
      takenOver: { source: "Excel 2024" },
    });
  });
});

describe("INT-4 what is carried out is what was looked at", () => {
  const begin = async (rows: readonly (readonly string[])[]) =>
    world.as(hr, async (work) => {
      const begun = await beginTakeOver(work, { filename: "lista.csv", bytes: csv(rows) });
      if (!begun.ok) throw new Error("refused");
      const found = await takeOverById(work, begun.value);
      await confirmColumns(work, begun.value, found?.mapping.columns ?? {});
      return begun.value;
    });
  const of = (id: string) => world.as(null, (work) => takeOverById(work, id));
  const confirm = async (id: string, fingerprint?: string | null) => {
    const mark = fingerprint ?? (await of(id))?.fingerprint ?? "";
    return world.as(hr, (work) => confirmTakeOver(work, id, { leaveOut: false, fingerprint: mark }));
  };

  test("where somebody was placed meanwhile nothing is done, and it is shown anew", async () => {
    const [anna, bo] = [await employed("Anna Samtidigt"), await employed("Bo Samtidigt")];
    const id = await begin([stated(anna.number), stated(bo.number)]);
    await now([stated(bo.number, "Bas")]);
    expect(await confirm(id)).toEqual({ ok: true, value: false });
    expect(await of(id)).toMatchObject({
      state: "preview",
      changedSince: true,
      counts: { place: 1, conflict: 1 },
    });
    expect(await history(anna.who)).toEqual([]);
    expect(await confirm(id)).toEqual({ ok: true, value: true });
    expect(await history(anna.who)).toHaveLength(1);
    expect(await confirm(id)).toMatchObject({ ok: false, reasons: [{ code: "too-late" }] });
  });

  test("a page that was opened before another preview is told", async () => {
    const { number } = await employed("Gammal Sida");
    const id = await begin([stated(number)]);
    expect(await confirm(id, "annat")).toMatchObject({ ok: false, reasons: [{ code: "looked-at-another" }] });
  });

  test("two who confirm at once: the people are placed once", async () => {
    const { who, number } = await employed("Två Samtidigt");
    const ids = [await begin([stated(number)]), await begin([stated(number)])];
    const results = await Promise.all(ids.map((id) => confirm(id)));
    expect(results.map((result) => result.ok && result.value)).toEqual(expect.arrayContaining([false, true]));
    expect(await history(who)).toHaveLength(1);
  });

  test("when it is over the file and its rows are gone", async () => {
    const { number } = await employed("Fil Borta");
    const [done, left] = [await begin([stated(number)]), await begin([stated(number)])];
    await confirm(done);
    await world.as(hr, (work) => cancelTakeOver(work, left));
    for (const id of [done, left]) {
      const { rows } = await world.as(null, ({ tx }) =>
        sql<{ kept: boolean; rows: number }>`select file is not null or sample <> '[]' as kept,
          (select count(*)::int from take_over_row where take_over_id = ${id}) as rows from take_over where id = ${id}`.execute(
          tx,
        ),
      );
      expect(rows).toEqual([{ kept: false, rows: 0 }]);
    }
  });
});

describe("INT-4 who may, and who is seen", () => {
  test("nobody but those who keep the register", async () => {
    const { number } = await employed("Obehörig Test");
    for (const actor of [karin, lead, null])
      await expect(
        world.as(actor, (work) => beginTakeOver(work, { filename: "a.csv", bytes: csv([stated(number)]) })),
      ).rejects.toThrow(NotFound);
  });

  test("ORG-7 somebody with protected identity shows to their named handler only, and is counted among those not shown", async () => {
    const open = await employed("Öppen Person");
    const hidden = await employed("Skyddad Person", rehab, {
      protected_identity: true,
      protected_handler_id: hr.personId,
    });
    const other = world.grant(await world.person("Hugo Annan"), { role: "hr_handler" });
    const lists = async (as: Actor, rows: readonly (readonly string[])[], list: TakeOverList) =>
      world.as(as, async (work) => {
        const begun = await beginTakeOver(work, { filename: "l.csv", bytes: csv(rows) });
        if (!begun.ok) throw new Error("refused");
        const found = await takeOverById(work, begun.value);
        await confirmColumns(work, begun.value, found?.mapping.columns ?? {});
        const { rows: shown, hidden: left } = await takeOverList(work, begun.value, list, 1, 50);
        return [found?.sample.length, new Set(shown.map(({ number }) => number)), left];
      });
    const both = [stated(open.number), stated(hidden.number)];
    expect(await lists(hr, both, "place")).toEqual([1, new Set([open.number, hidden.number]), 0]);
    expect(await lists(other, both, "place")).toEqual([1, new Set([open.number]), 1]);
    const wrong = [stated(open.number, "Kung"), stated(hidden.number, "Kung")];
    expect(await lists(other, wrong, "unreadable")).toEqual([1, new Set([open.number]), 1]);
  });
});

describe("INT-4 from the HR system's titles, through the local titles", () => {
  const titled = async (name: string, text: string) => {
    const person = await employed(name, homeCare);
    await world.as(null, ({ tx }) =>
      tx
        .updateTable("employment_period")
        .set({ title: text })
        .where("employment_id", "=", person.employment)
        .execute(),
    );
    return person;
  };
  const titles = (texts: Readonly<Record<string, string>>, revision: number) =>
    world.as(lead, (work) => keepTitles(work, "fysio", { revision, textOf: (key) => texts[key] ?? "" }));

  test("those whose title means a level are placed; titles that mean none are told", async () => {
    const [anna, bo] = [
      await titled("Anna Titel", "Specialist  FYSIOTERAPI"),
      await titled("Bo Titel", "Något annat"),
    ];
    const key = `${model.expert}_${model.research}`;
    expect(await titles({ [key]: "Specialist fysioterapi" }, 0)).toMatchObject({ ok: true });
    const result = await world.as(hr, (work) => takeOverNow(work, {}));
    expect(result).toMatchObject({
      ok: true,
      value: { place: 1, unreadable: 0, unknownTitles: [{ title: "Något annat", count: 1 }] },
    });
    expect(await history(anna.who)).toMatchObject([
      { level: "Expert", track: "Forskning", from: TODAY, takenOver: { source: "titeln i HR-systemet" } },
    ]);
    expect(await history(bo.who)).toEqual([]);
    expect(await world.as(hr, (work) => takeOverNow(work, {}))).toMatchObject({
      value: { place: 0, same: 1 },
    });
  });
});
