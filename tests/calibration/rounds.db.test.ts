import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { beginRevision } from "../../src/career-model/begin-revision.ts";
import { agreeReading, raiseReading } from "../../src/calibration/agree-reading.ts";
import { beginRound } from "../../src/calibration/begin-round.ts";
import { closeRound, openRound } from "../../src/calibration/open-round.ts";
import { handInPlacings, placeCase, type TypedPlacing } from "../../src/calibration/place-cases.ts";
import { viewCalibration, viewCase } from "../../src/calibration/view-calibration.ts";
import { viewCalibrations } from "../../src/calibration/view-calibrations.ts";
import { viewMyData } from "../../src/privacy/view-my-data.ts";
import { viewResult } from "../../src/calibration/view-result.ts";
import { removeCase, writeCase } from "../../src/calibration/write-cases.ts";
import { viewStart } from "../../src/desk/view-start.ts";
import { viewItem } from "../../src/model-editor/view-draft.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import { NotFound } from "../../src/shared/result.ts";
import { testDatabase } from "../support/database.ts";
import { assessedUnit } from "../assessment/unit.ts";

const unit = await assessedUnit(await testDatabase());
const { world, judges, leads, vera, karin, dan, reads } = unit;
const { model, rehab, homeCare, pupilHealth } = world;
const sara = await world.person("Sara Skog");
const siri = await world.person("Siri Åberg", { protected_identity: true });
const anna = await world.person("Anna Berg");
await world.manage(sara, pupilHealth);
const fourth = newId();
await world.put("unit", {
  id: fourth,
  parent_id: world.school,
  name: "Mottagningen",
  valid_from: "2000-01-01",
});
await world.manage(siri, fourth);
for (const unitId of [homeCare, pupilHealth, fourth])
  await world.employ(anna, unitId, { from: "2022-01-01" });
const henrik = world.grant(await world.person("Henrik Falk"), { role: "process_lead" });
const petra = world.grant(await world.person("Petra Palm"), { role: "hr_handler" });
const elif = world.grant(await world.person("Elif Ek"), { role: "administrator" });

const DONE = { ok: true, value: null };
const UNTIL = "2026-12-10";
const begin = async (from = "", title = "Fysioterapeuter våren 2027"): Promise<Id> => {
  const begun = await world.as(henrik, (work) =>
    beginRound(work, { title, model: "fysio", until: UNTIL, from }),
  );
  if (!begun.ok) throw new Error(JSON.stringify(begun.reasons));
  return begun.value;
};
const write = (roundId: Id, title: string, caseId = "", as: Actor = henrik) =>
  world.as(as, (work) =>
    writeCase(work, { roundId, caseId }, { title, story: "Arbetar själv, frågar sällan." }),
  );
const open = (roundId: Id, units: readonly Id[], as: Actor = henrik) =>
  world.as(as, (work) => openRound(work, roundId, units));
const see = (as: Actor | null, roundId: Id) => world.as(as, (work) => viewCalibration(work, roundId));
const result = (as: Actor, roundId: Id) => world.as(as, (work) => viewResult(work, roundId));
const place = (as: Actor, roundId: Id, caseId: Id, typed: Partial<TypedPlacing> = {}) =>
  world.as(as, (work) =>
    placeCase(work, { roundId, caseId }, { place: model.skilled, words: "Det syns.", marks: [], ...typed }),
  );
const handIn = (as: Actor, roundId: Id) => world.as(as, (work) => handInPlacings(work, roundId));
const close = (as: Actor, roundId: Id) => world.as(as, (work) => closeRound(work, roundId));

/** What the manager's start page says of calibrations. */
const waiting = async (as: Actor) =>
  (await world.as(as, (work) => viewStart(work))).manager?.calibrations ?? [];

/** A round with two cases, open to Karin (Rehab), Vera (who acts in Hemvård), and whoever else manages these. */
async function opened(...more: readonly Id[]): Promise<{ roundId: Id; a: Id; b: Id }> {
  const roundId = await begin();
  await write(roundId, "Fem år");
  await write(roundId, "Ny i yrket");
  expect(await open(roundId, [rehab, homeCare, ...more])).toEqual(DONE);
  const [a, b] = (await see(henrik, roundId)).cases.map(({ id }) => id);
  return { roundId, a: a ?? "", b: b ?? "" };
}
const answer = async (as: Actor, roundId: Id, cases: readonly Id[], typed: Partial<TypedPlacing> = {}) => {
  for (const caseId of cases) expect(await place(as, roundId, caseId, typed)).toEqual(DONE);
  expect(await handIn(as, roundId)).toEqual(DONE);
};

describe("PLC-8 a round is begun, written and opened by those who lead it", () => {
  test("by a process lead or HR; for nobody else is it there", async () => {
    const roundId = await begin();
    expect((await see(petra, roundId)).round).toMatchObject({
      state: "draft",
      versionNumber: 2,
      slug: "fysio",
    });
    for (const as of [karin, elif, null]) await expect(see(as, roundId)).rejects.toThrow(NotFound);
    await expect(write(roundId, "Fall", "", karin)).rejects.toThrow(NotFound);
    await expect(open(roundId, [rehab], karin)).rejects.toThrow(NotFound);
    await expect(
      world.as(karin, (work) => beginRound(work, { title: "", model: "", until: "", from: "" })),
    ).rejects.toThrow(NotFound);
  });

  test("what is wrong is said, each with its field; an earlier round of nobody's is not there", async () => {
    const typed = { title: "", model: "finns-inte", until: "2026-11-21", from: "" };
    expect(await world.as(henrik, (work) => beginRound(work, typed))).toMatchObject({
      reasons: [
        { code: "missing", field: "title" },
        { code: "day-passed", field: "until" },
        { code: "unknown-model", field: "model" },
      ],
    });
    await expect(world.as(henrik, (work) => beginRound(work, { ...typed, from: newId() }))).rejects.toThrow(
      NotFound,
    );
  });

  test("cases are written, changed and removed, and taken along to the next round", async () => {
    const roundId = await begin();
    expect(await write(roundId, " ")).toMatchObject({ reasons: [{ code: "missing", field: "title" }] });
    await write(roundId, "Ett");
    await write(roundId, "Två");
    const [one, two] = (await see(henrik, roundId)).cases;
    await write(roundId, "Två, ändrat", two?.id);
    const gone = { roundId, caseId: one?.id ?? "" };
    expect(await world.as(henrik, (work) => removeCase(work, gone))).toEqual(DONE);
    await expect(world.as(henrik, (work) => removeCase(work, gone))).rejects.toThrow(NotFound);
    expect((await see(henrik, await begin(roundId))).cases).toMatchObject([{ title: "Två, ändrat" }]);
    expect(await open(await begin(), [rehab, homeCare])).toMatchObject({ reasons: [{ code: "no-cases" }] });
  });

  test("it takes two managers; where a unit has none, the one above is asked; a unit without the profession can't be", async () => {
    const roundId = await begin();
    await write(roundId, "Fall");
    expect((await see(henrik, roundId)).askable.map(({ unitId }) => unitId).toSorted()).toEqual(
      [rehab, homeCare, pupilHealth, fourth].toSorted(),
    );
    expect(await open(roundId, [rehab])).toMatchObject({ reasons: [{ code: "too-few-managers" }] });
    expect(await open(roundId, [rehab, world.root])).toMatchObject({ reasons: [{ code: "unknown-unit" }] });
    expect(await open(roundId, [rehab, homeCare])).toEqual(DONE);
    const { seats, round } = await see(henrik, roundId);
    expect(round).toMatchObject({ state: "open", seats: 2, handedIn: 0 });
    expect(seats.map(({ unit: name }) => name)).toEqual(["Hemvård", "Rehab"]);
    expect((await waiting(vera)).map(({ id }) => id)).toContain(roundId);
    const mailed = await world.as(null, ({ tx }) =>
      tx.selectFrom("mail").select("person_id").where("key", "like", `calibration ${roundId}%`).execute(),
    );
    expect(new Set(mailed.map(({ person_id }) => person_id))).toEqual(
      new Set([karin.personId, vera.personId]),
    );
    // Opened, it is written no more; and more can be asked.
    expect(await write(roundId, "Sent")).toMatchObject({ reasons: [{ code: "gone-on" }] });
    expect(await open(roundId, [pupilHealth])).toEqual(DONE);
    expect((await see(sara, roundId)).reader.seat).not.toBeNull();
  });
});

describe("PLC-8 each places apart", () => {
  test("one's own, with the level, the requirements that decided and why; nobody else's", async () => {
    const { roundId, a } = await opened();
    const marks = [
      { itemId: judges, shows: true },
      { itemId: leads, shows: false },
    ];
    expect(await place(karin, roundId, a, { marks })).toEqual(DONE);
    expect(await place(karin, roundId, a, { marks, words: "Ändrat." })).toEqual(DONE);
    const mine = await world.as(karin, (work) => viewCase(work, roundId, a));
    expect(mine.own).toMatchObject({ levelId: model.skilled, words: "Ändrat." });
    expect(mine.own?.marks).toHaveLength(2);
    expect((await world.as(vera, (work) => viewCase(work, roundId, a))).own).toBeNull();
    for (const as of [vera, henrik, karin]) await expect(result(as, roundId)).rejects.toThrow(NotFound);
    for (const as of [dan, henrik, elif]) await expect(place(as, roundId, a)).rejects.toThrow(NotFound);
    await expect(place(karin, roundId, newId())).rejects.toThrow(NotFound);
  });

  test("what is wrong is said; and all are placed before it is handed in, once", async () => {
    const { roundId, a, b } = await opened();
    const bad = { place: "", words: " ", marks: [{ itemId: newId(), shows: true }] };
    expect(await place(karin, roundId, a, bad)).toMatchObject({
      reasons: [
        { code: "missing", field: "place" },
        { code: "missing", field: "words" },
        { code: "unknown-requirement" },
      ],
    });
    expect(await place(karin, roundId, a, { place: newId() })).toMatchObject({
      reasons: [{ code: "unknown-level", field: "place" }],
    });
    await place(karin, roundId, a);
    expect(await handIn(karin, roundId)).toMatchObject({ reasons: [{ code: "not-all-placed" }] });
    await place(karin, roundId, b);
    expect(await handIn(karin, roundId)).toEqual(DONE);
    expect(await handIn(karin, roundId)).toEqual(DONE);
    expect(await place(karin, roundId, a)).toMatchObject({ reasons: [{ code: "gone-on" }] });
    expect((await waiting(karin)).map(({ id }) => id)).not.toContain(roundId);
  });

  test("ASM-4: one's own answers are among all that is held about one, and nobody else's; what is left to do stands on the start page", async () => {
    const { roundId, a, b } = await opened();
    expect((await waiting(karin)).find(({ id }) => id === roundId)).toMatchObject({ until: UNTIL, left: 2 });
    await place(karin, roundId, b, { words: "Mitt svar.", marks: [{ itemId: judges, shows: true }] });
    expect((await waiting(karin)).find(({ id }) => id === roundId)).toMatchObject({ left: 1 });
    await answer(vera, roundId, [a, b], { words: "Veras svar." });
    const mine = async (as: Actor) =>
      (await world.as(as, viewMyData)).calibrations.find(({ id }) => id === roundId);
    expect(await mine(karin)).toMatchObject({
      handedInAt: null,
      answers: [
        {
          case: "Ny i yrket",
          level: "Skicklig",
          track: null,
          words: "Mitt svar.",
          marks: [{ itemId: judges, shows: true, text: "Bedömer sammansatta behov." }],
        },
      ],
    });
    expect(JSON.stringify(await mine(karin))).not.toContain("Vera");
    expect((await mine(vera))?.answers.map(({ words }) => words)).toEqual(["Veras svar.", "Veras svar."]);
    expect((await mine(vera))?.handedInAt).toMatch(/^\d{4}-/);
    expect(await mine(anna)).toBeUndefined();
  });

  test("the database holds it as well: nothing of another's before one's own is in, and nothing rewritten", async () => {
    const { roundId, a, b } = await opened();
    await answer(karin, roundId, [a, b]);
    const readBy = async (reader: Id | null) =>
      (
        await unit.direct(
          sql`select * from calibration_side_by_side(${world.organisation_id}, ${roundId}, ${reader})`,
        )
      ).rows.length;
    expect([await readBy(vera.personId), await readBy(null), await readBy(karin.personId)]).toEqual([
      0, 0, 2,
    ]);
    const of = sql`organisation_id = ${world.organisation_id} and calibration_id = ${roundId}`;
    for (const change of [
      sql`update calibration_placing set words = 'Annat' where ${of}`,
      sql`delete from calibration_placing where ${of}`,
      sql`update calibration_seat set handed_in_at = null where ${of} and person_id = ${karin.personId}`,
      sql`update calibration_seat set handed_in_at = now() where ${of} and person_id = ${vera.personId}`,
      sql`delete from calibration_seat where ${of}`,
      sql`update calibration_case set story = 'Annat' where ${of}`,
      sql`update calibration set state = 'draft', opened_on = null where id = ${roundId}`,
    ])
      await expect(unit.direct(change)).rejects.toMatchObject({ code: "23001" });
    expect(await close(henrik, roundId)).toEqual(DONE);
    expect(await readBy(null)).toBe(2);
    await expect(
      unit.direct(sql`update calibration set state = 'open', closed_on = null where id = ${roundId}`),
    ).rejects.toMatchObject({ code: "23001" });
  });
});

describe("PLC-8 side by side", () => {
  test("the one who is in sees what has come, without names; when all are in, those who answered see names, and the lead doesn't", async () => {
    const { roundId, a, b } = await opened();
    await answer(karin, roundId, [a, b], { marks: [{ itemId: judges, shows: true }] });
    const early = await result(karin, roundId);
    expect(early).toMatchObject({ isMet: false, hasNames: false, mayAgree: false });
    await expect(result(vera, roundId)).rejects.toThrow(NotFound);
    await place(vera, roundId, a, { place: model.basic, marks: [{ itemId: judges, shows: false }] });
    await place(vera, roundId, b);
    await handIn(vera, roundId);
    const met = await result(karin, roundId);
    expect(met).toMatchObject({ isMet: true, hasNames: true, mayAgree: true });
    expect(met.sideBySide[0]).toMatchObject({ caseId: a, differs: true });
    expect(met.sideBySide[0]?.places.map(({ placings }) => placings.map(({ by }) => by))).toEqual([
      ["Vera Ek"],
      ["Karin Öhman"],
    ]);
    expect(met.requirements).toMatchObject([{ itemId: judges, divides: true }]);
    expect(await reads(karin)).toContainEqual({ what: "calibration", basis: "calibration" });
    const led = await result(henrik, roundId);
    expect(led).toMatchObject({ hasNames: false, mayAgree: true });
    expect(JSON.stringify(led)).not.toMatch(/Vera|Karin|personId/);
    expect(await reads(henrik)).toEqual([]);
  });

  test("ORG-7: whoever has protected identity is there without a name, and the lead is told of units only", async () => {
    const { roundId, a, b } = await opened(fourth);
    for (const as of [karin, vera, siri]) await answer(as, roundId, [a, b]);
    const all = await result(karin, roundId);
    expect(all.sideBySide[0]?.places[0]?.placings.map(({ by }) => by)).toContain(null);
    expect(JSON.stringify(all)).not.toContain("Siri");
    expect(JSON.stringify(await see(henrik, roundId))).not.toMatch(/Siri|Karin|personId/);
    expect(JSON.stringify(await result(siri, roundId))).toContain("Siri");
  });

  test("a round that is closed is read by all of it, and written by none; who didn't hand in has no part in the names", async () => {
    const { roundId, a, b } = await opened();
    await answer(karin, roundId, [a, b]);
    await place(vera, roundId, a, { words: "Utkast." });
    expect(await close(petra, roundId)).toEqual(DONE);
    expect(await close(petra, roundId)).toEqual(DONE);
    const seen = await result(vera, roundId);
    expect(seen).toMatchObject({ hasNames: false, mayAgree: false });
    expect(JSON.stringify(seen)).not.toContain("Utkast.");
    expect(await place(vera, roundId, b)).toMatchObject({ reasons: [{ code: "gone-on" }] });
    expect(await handIn(vera, roundId)).toMatchObject({ reasons: [{ code: "gone-on" }] });
    expect(await open(roundId, [pupilHealth])).toMatchObject({ reasons: [{ code: "gone-on" }] });
  });

  test("the lists: all for those who lead, one's own for a manager, nothing for others", async () => {
    const { roundId } = await opened();
    const ids = async (as: Actor) => (await world.as(as, viewCalibrations)).rounds.map(({ id }) => id);
    expect(await ids(karin)).toContain(roundId);
    expect(await ids(petra)).toContain(roundId);
    expect(await ids(sara)).not.toContain(roundId);
    for (const as of [dan, elif]) await expect(ids(as)).rejects.toThrow(NotFound);
  });
});

describe("PLC-8 what was agreed", () => {
  const agree = (as: Actor, roundId: Id, words: string, read = 0, itemId: string = judges) =>
    world.as(as, (work) => agreeReading(work, roundId, { itemId, words, read }));

  test("is written when they have met, and nothing that somebody else wrote is lost", async () => {
    const { roundId, a, b } = await opened();
    await answer(karin, roundId, [a, b]);
    await expect(agree(karin, roundId, "För tidigt.")).rejects.toThrow(NotFound);
    await answer(vera, roundId, [a, b]);
    expect(await agree(karin, roundId, " ")).toMatchObject({
      reasons: [{ code: "missing", field: `words-${judges}` }],
    });
    expect(await agree(karin, roundId, "Minst tre fall.")).toEqual(DONE);
    expect(await agree(vera, roundId, "Annat.")).toMatchObject({ reasons: [{ code: "changed-meanwhile" }] });
    expect(await agree(vera, roundId, "Minst tre fall på ett år.", 1)).toEqual(DONE);
    expect(await agree(henrik, roundId, "Det som är på väg räknas inte.", 0, "")).toEqual(DONE);
    expect(await agree(karin, roundId, "X", 0, newId())).toMatchObject({
      reasons: [{ code: "unknown-requirement" }],
    });
    const { agreed } = await result(karin, roundId);
    expect(agreed.map(({ itemId, words, by }) => [itemId, words, by])).toEqual([
      [null, "Det som är på väg räknas inte.", "Henrik Falk"],
      [judges, "Minst tre fall på ett år.", "Vera Ek"],
      [judges, "Minst tre fall.", "Karin Öhman"],
    ]);
    await expect(
      unit.direct(sql`update calibration_reading set words = 'Annat' where calibration_id = ${roundId}`),
    ).rejects.toMatchObject({ code: "42501" });
  });

  test("goes to the list of needs for change: a comment on the item in the model's draft, once", async () => {
    const { roundId, a, b } = await opened();
    for (const as of [karin, vera]) await answer(as, roundId, [a, b]);
    await agree(karin, roundId, "Minst tre fall.");
    const reading = (await result(henrik, roundId)).agreed[0]?.id ?? "";
    const raise = (as: Actor) => world.as(as, (work) => raiseReading(work, roundId, reading));
    for (const as of [karin, petra]) await expect(raise(as)).rejects.toThrow(NotFound);
    expect(await raise(henrik)).toMatchObject({ reasons: [{ code: "no-draft" }] });
    await world.as(henrik, (work) => beginRevision(work, "fysio", 2));
    expect(await result(henrik, roundId)).toMatchObject({ raiseTo: 3 });
    expect(await raise(henrik)).toEqual(DONE);
    expect(await raise(henrik)).toEqual(DONE);
    const address = { slug: "fysio", number: 3, itemId: judges };
    expect((await world.as(henrik, (work) => viewItem(work, address))).comments).toMatchObject([
      { text: "Från kalibreringen ”Fysioterapeuter våren 2027”: Minst tre fall.", by: "Henrik Falk" },
    ]);
    expect((await result(henrik, roundId)).agreed[0]?.raisedTo).toEqual([3]);
  });
});
