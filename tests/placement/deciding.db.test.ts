import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { NotFound } from "../../src/shared/result.ts";
import { EMPTY_DRAFT, writeDraft, type TypedRow } from "../../src/placement/preparation.rules.ts";
import { placePerson } from "../../src/move/place-person.ts";
import { prepareUnit } from "../../src/placement/prepare-unit.ts";
import { respond } from "../../src/placement/respond.ts";
import { writePlace, type Draft } from "../../src/placement/rules.ts";
import { currentPlacements, placements } from "../../src/placement/store.ts";
import { keyOf } from "../../src/placement/unit-room.ts";
import { saveModelStatus } from "../../src/career-model/version.store.ts";
import { viewMyPlacement } from "../../src/placement/view-my-placement.ts";
import { viewPersonPlacements } from "../../src/placement/view-person-placements.ts";
import { viewPreparation } from "../../src/placement/view-preparation.ts";
import { viewUnitPlacements } from "../../src/placement/view-unit-placements.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { testDatabase } from "../support/database.ts";
import { placementWorld, TODAY } from "./world.ts";

const database = await testDatabase();
const world = await placementWorld(database);
const { model, rehab } = world;
const vera = await world.person("Vera Ek");
const karin = await world.person("Karin Öhman");
const dan = await world.person("Dan Ask");
await world.manage(vera, world.care);
await world.manage(karin, rehab);
await world.deputise(dan, rehab, { from: "2026-11-01", to: "2026-12-01" });
await world.employ(karin, rehab, { from: "2020-01-01" });

beforeEach(() => world.on(TODAY));

type Person = Actor & { personId: string };
const staff = async (name: string): Promise<Person> => {
  const person = await world.person(name);
  await world.employ(person, rehab, { from: "2022-01-01" });
  return person;
};
const draftOf = (change: Partial<Draft> = {}): Draft => ({
  place: model.basic,
  dialogueOn: "2026-11-10",
  basis: "development-talk",
  motivation: "Arbetar självständigt.",
  ...change,
});
const counted = async (person: Person) => (await history(person)).filter((placement) => !placement.corrected);
/** Places as the form does when it is filled in after the latest placement was read. */
const place = async (who: Actor, person: Person, change: Partial<Draft> = {}, corrects = false) => {
  const follows = (await counted(person))[0]?.id ?? null;
  return placeAfter(follows, who, person, change, corrects);
};
const placeAfter = (
  follows: string | null,
  who: Actor,
  { personId }: Person,
  change: Partial<Draft> = {},
  corrects = false,
) =>
  world.as(who, (work) =>
    placePerson(work, { personId, modelId: model.modelId, draft: draftOf(change), follows, corrects }),
  );
const history = (person: Person) => world.as(null, (work) => placements(work, [person.personId]));
const row = (person: Person, change: Partial<Draft>, rest: Partial<TypedRow> = {}): TypedRow => ({
  key: keyOf({ personId: person.personId, modelId: model.modelId }),
  draft: { ...EMPTY_DRAFT, ...change },
  was: writeDraft(EMPTY_DRAFT),
  revision: 0,
  ...rest,
});
const prepare = (who: Actor, intent: "save" | "place", rows: TypedRow[]) =>
  world.as(who, (work) => prepareUnit(work, { unitId: rehab, intent, rows }));
const saved = async (who: Actor, person: Person) =>
  (await world.as(who, (work) => viewPreparation(work, { unitId: rehab, page: 1 }))).rows.find(
    (each) => each.personId === person.personId,
  );

describe("PLC-1 placing one person", () => {
  test("a later decision closes the one before that day, and the history keeps both", async () => {
    const anna = await staff("Anna Berg");
    expect(await place(karin, anna, { dialogueOn: "2026-03-01" })).toMatchObject({ ok: true });
    expect(await place(karin, anna, { place: model.skilled })).toMatchObject({ ok: true });
    expect(await history(anna)).toMatchObject([
      {
        level: "Skicklig",
        from: "2026-11-10",
        to: null,
        decidedBy: "Karin Öhman",
        decidedAs: "manager",
        unit: "Rehab",
      },
      { level: "Bas", from: "2026-03-01", to: "2026-11-10", endedBecause: "moved" },
    ]);
  });

  test("MOD-2 nobody is placed in a model that rests, and whoever is stays where they are", async () => {
    const [placed, waiting] = [await staff("Aina Sten"), await staff("Ali Sten")];
    await place(karin, placed);
    const stand = (status: "dormant" | "active") =>
      world.as(null, (work) => saveModelStatus(work, model.modelId, status));
    await stand("dormant");
    await expect(place(karin, waiting)).rejects.toThrow(NotFound);
    expect((await history(placed)).map(({ level, to }) => [level, to])).toEqual([["Bas", null]]);
    await stand("active");
    expect(await place(karin, waiting)).toMatchObject({ ok: true });
  });

  test("a second decision the same day puts the first right; both stay in the history, one counts", async () => {
    const bo = await staff("Bo Dahl");
    await place(karin, bo);
    expect(await place(karin, bo, { place: model.skilled })).toMatchObject({ ok: true });
    expect((await history(bo)).map(({ level, corrected }) => [level, corrected])).toEqual([
      ["Skicklig", false],
      ["Bas", true],
    ]);
    const current = await world.as(null, (work) => currentPlacements(work, [bo.personId], work.today));
    expect(current.map(({ level }) => level)).toEqual(["Skicklig"]);
  });

  test("a wrong day is put right: the one before goes on until the right day", async () => {
    const cia = await staff("Cia Eng");
    await place(karin, cia, { dialogueOn: "2026-02-01" });
    await place(karin, cia, { place: model.skilled, dialogueOn: "2026-03-01" });
    expect(await place(karin, cia, { place: model.skilled, dialogueOn: "2026-05-01" }, true)).toMatchObject({
      ok: true,
    });
    expect(await counted(cia)).toMatchObject([
      { level: "Skicklig", from: "2026-05-01", to: null },
      { level: "Bas", from: "2026-02-01", to: "2026-05-01" },
    ]);
  });

  test("overlap is refused by the rule, and by the database when the rule is passed by", async () => {
    const elin = await staff("Elin Falk");
    await place(karin, elin, { dialogueOn: "2026-05-01" });
    expect(await place(karin, elin, { place: model.skilled, dialogueOn: "2026-04-30" })).toMatchObject({
      ok: false,
      reasons: [{ code: "overlaps", field: "dialogueOn", data: { from: "2026-05-01" } }],
    });
    const [present] = await history(elin);
    const copy = world.as(null, ({ tx }) =>
      sql`insert into placement (organisation_id, id, person_id, model_id, version_id, level_id, valid_from, dialogue_on, basis,
          motivation, decided_by, decided_as, unit_id)
        select organisation_id, gen_random_uuid(), person_id, model_id, version_id, level_id, valid_from + 30, dialogue_on, basis,
          motivation, decided_by, decided_as, unit_id from placement where id = ${present?.id ?? ""}`.execute(
        tx,
      ),
    );
    await expect(copy).rejects.toMatchObject({ constraint: "placement_no_overlap" });
  });

  test("what was decided cannot be rewritten in the database", async () => {
    const frej = await staff("Frej Gran");
    await place(karin, frej);
    const rewrite = world.as(null, ({ tx }) =>
      tx
        .updateTable("placement")
        .set({ motivation: "Annat." })
        .where("person_id", "=", frej.personId)
        .execute(),
    );
    await expect(rewrite).rejects.toMatchObject({ constraint: "placement_is_kept" });
  });

  test("two who decide at once: one is first, the other is told", async () => {
    const gun = await staff("Gun Hall");
    const both = await Promise.all([placeAfter(null, karin, gun), placeAfter(null, dan, gun)]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(both.find((result) => !result.ok)).toMatchObject({
      ok: false,
      reasons: [{ code: "changed-meanwhile" }],
    });
    expect(await history(gun)).toHaveLength(1);
  }, 60_000);

  test("the employee reads it, says so once, and can add another view later; both stay", async () => {
    const hedda = await staff("Hedda Ivar");
    await place(karin, hedda, { place: writePlace(model.expert, model.master) });
    const mine = () => world.as(hedda, (work) => viewMyPlacement(work));
    const { current } = await mine();
    expect(current).toMatchObject([
      {
        level: "Expert",
        track: "Master",
        levelText: "Om nivån.",
        motivation: "Arbetar självständigt.",
        decidedBy: "Karin Öhman",
      },
    ]);
    const placementId = current[0]?.id ?? "";
    const answer = (kind: "acknowledged" | "other-view", words: string) =>
      world.as(hedda, (work) => respond(work, { placementId, kind, words }));
    await answer("acknowledged", "");
    await answer("acknowledged", "");
    world.on("2026-11-23");
    expect(await answer("other-view", " ")).toMatchObject({ reasons: [{ code: "missing", field: "words" }] });
    expect(await answer("other-view", "Jag leder redan.")).toMatchObject({ ok: true });
    const seen = await world.as(karin, (work) => viewPersonPlacements(work, hedda.personId));
    expect(seen.placements[0]?.responses).toMatchObject([
      { kind: "acknowledged" },
      { kind: "other-view", words: "Jag leder redan." },
    ]);
    const list = await world.as(karin, (work) => viewUnitPlacements(work, { unitId: rehab, page: 1 }));
    expect(list.rows.find((each) => each.personId === hedda.personId)?.detail?.answer).toBe("other-view");
    await expect(
      world.as(karin, (work) => respond(work, { placementId, kind: "acknowledged", words: "" })),
    ).rejects.toThrow(NotFound);
  });
});

describe("ORG-4 nobody places themself", () => {
  test("not by the page, nor by a sheet made by hand; the manager above does it", async () => {
    await expect(place(karin, karin)).rejects.toThrow(NotFound);
    expect(await prepare(karin, "place", [row(karin, draftOf())])).toMatchObject({
      reasons: expect.arrayContaining([{ code: "not-yours" }]),
    });
    expect(await history(karin)).toEqual([]);
    const above = await world.as(vera, (work) => viewUnitPlacements(work, { unitId: rehab, page: 1 }));
    expect(above.rows.map(({ familyName }) => familyName)).toEqual(["Öhman"]);
    expect(await place(vera, karin)).toMatchObject({ ok: true });
    expect(await history(karin)).toMatchObject([{ decidedAs: "manager-above", decidedBy: "Vera Ek" }]);
  });

  test("not in the database", async () => {
    const ida = await staff("Ida Jonsson");
    const own = world.put("placement", {
      id: ida.accountId,
      person_id: ida.personId,
      model_id: model.modelId,
      version_id: model.versionId,
      level_id: model.basic,
      valid_from: "2026-11-01",
      dialogue_on: "2026-11-01",
      basis: "development-talk",
      motivation: "Själv.",
      decided_by: ida.personId,
      decided_as: "manager",
      unit_id: rehab,
    });
    await expect(own).rejects.toMatchObject({ code: "23514", table: "placement" });
  });

  test("a deputy decides for the staff, not for the manager", async () => {
    await expect(place(dan, karin)).rejects.toThrow(NotFound);
  });
});

describe("PLC-5 a whole unit in one sitting", () => {
  test("places those whose dialogue has been held, each from its own day, and keeps the others as drafts", async () => {
    const [jens, kim, lo] = [await staff("Jens Karp"), await staff("Kim Lund"), await staff("Lo Mark")];
    const sheet = await world.as(karin, (work) => viewPreparation(work, { unitId: rehab, page: 1 }));
    expect(sheet.principles).toBe("Lika för lika.");
    const result = await prepare(karin, "place", [
      row(jens, draftOf({ dialogueOn: "2026-11-03" })),
      row(kim, draftOf({ dialogueOn: "2026-11-22", place: model.skilled })),
      row(lo, { place: model.basic, dialogueOn: "2026-11-23" }),
    ]);
    expect(result).toEqual({ ok: true, value: { saved: 1, placed: 2 } });
    expect(await history(jens)).toMatchObject([{ from: "2026-11-03", level: "Bas" }]);
    expect(await history(kim)).toMatchObject([{ from: "2026-11-22", level: "Skicklig" }]);
    expect(await history(lo)).toEqual([]);
    expect(await saved(karin, lo)).toMatchObject({
      draft: { dialogueOn: "2026-11-23", place: model.basic },
      revision: 1,
    });
    expect(await saved(karin, jens)).toBeUndefined();
  });

  test("one wrong row: nobody is placed, nothing is saved, and each error names its person", async () => {
    const [moa, nils] = [await staff("Moa Nord"), await staff("Nils Oden")];
    const result = await prepare(karin, "place", [
      row(moa, draftOf()),
      row(nils, { dialogueOn: "2026-11-10", motivation: "" }),
    ]);
    const key = keyOf({ personId: nils.personId, modelId: model.modelId });
    expect(result).toMatchObject({
      ok: false,
      reasons: [
        { code: "missing", field: `place-${key}`, data: { person: "Nils Oden" } },
        { code: "missing", field: `motivation-${key}`, data: { person: "Nils Oden" } },
      ],
    });
    expect(await history(moa)).toEqual([]);
    expect(await saved(karin, moa)).toMatchObject({ revision: 0 });
  });

  test("a draft may be unfinished, not unreadable", async () => {
    const olle = await staff("Olle Palm");
    const save = (change: Partial<Draft>) => prepare(karin, "save", [row(olle, change)]);
    expect(await save({ dialogueOn: "2026-02-30" })).toMatchObject({ reasons: [{ code: "not-a-day" }] });
    expect(await save({ place: olle.personId })).toMatchObject({ reasons: [{ code: "unknown-level" }] });
    expect(await save({ motivation: "Bra\r\nstart" })).toEqual({ ok: true, value: { saved: 1, placed: 0 } });
    expect(await saved(karin, olle)).toMatchObject({
      draft: { motivation: "Bra\nstart" },
      preparedBy: "Karin Öhman",
    });
  });

  test("nobody's dialogue has been held", async () => {
    const pia = await staff("Pia Qvist");
    expect(await prepare(karin, "place", [row(pia, { place: model.basic })])).toMatchObject({
      reasons: [{ code: "none-held" }],
    });
  });

  test("the deputy wrote in the same row meanwhile: the manager is told, and can save again knowing it", async () => {
    const rut = await staff("Rut Sand");
    await prepare(dan, "save", [row(rut, { motivation: "Från Dan" })]);
    const mine = row(rut, { motivation: "Från Karin" });
    expect(await prepare(karin, "save", [mine])).toMatchObject({
      reasons: [{ code: "changed-meanwhile", data: { person: "Rut Sand" } }],
    });
    const now = await saved(karin, rut);
    expect(now).toMatchObject({ draft: { motivation: "Från Dan" }, preparedBy: "Dan Ask", revision: 1 });
    const again = { ...mine, was: now?.was ?? "", revision: now?.revision ?? 0 };
    expect(await prepare(karin, "save", [again])).toMatchObject({ ok: true });
    expect(await saved(karin, rut)).toMatchObject({ draft: { motivation: "Från Karin" }, revision: 2 });
  });

  test("a row that one did not touch is left as the other wrote it", async () => {
    const siv = await staff("Siv Toll");
    await prepare(dan, "save", [row(siv, { motivation: "Från Dan" })]);
    expect(await prepare(karin, "save", [row(siv, {})])).toEqual({
      ok: true,
      value: { saved: 0, placed: 0 },
    });
    expect(await saved(karin, siv)).toMatchObject({ draft: { motivation: "Från Dan" } });
  });

  test("someone who was placed meanwhile is named, with what was written about them", async () => {
    const tor = await staff("Tor Ulv");
    await place(dan, tor);
    const result = await prepare(karin, "place", [
      row(tor, draftOf({ place: model.skilled, motivation: "Mina ord" })),
    ]);
    expect(result).toMatchObject({
      reasons: [{ code: "placed-meanwhile", data: { person: "Tor Ulv", words: "Mina ord" } }],
    });
    expect(await history(tor)).toHaveLength(1);
  });

  test("sixty people: fifty in the first page, the others in the second, all counted", async () => {
    const large = await placementWorld(database);
    const manager = await large.person("Maj Chef");
    await large.manage(manager, large.homeCare);
    for (let number = 0; number < 60; number += 1)
      await large.employ(await large.person(`Per Nr${number}`), large.homeCare, { from: "2022-01-01" });
    const sheet = (page: number) =>
      large.as(manager, (work) => viewPreparation(work, { unitId: large.homeCare, page }));
    const [first, second] = [await sheet(1), await sheet(2)];
    expect([first.rows.length, second.rows.length, first.total, first.pages]).toEqual([50, 10, 60, 2]);
    expect(new Set([...first.rows, ...second.rows].map((each) => each.personId)).size).toBe(60);
    expect((await sheet(99)).page).toBe(2);
  });
});
