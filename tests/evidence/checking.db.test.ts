/** Evidence through its use cases: handing in, checking, handing back, renewing, withdrawing (ASM-2, ASM-5), and who may do what (ORG-4, ORG-7, ORG-8). */
import { beforeAll, expect, test } from "vitest";
import { addEvidence, type Adding } from "../../src/evidence/add-evidence.ts";
import { changeOwnEvidence, takeBackEvidence } from "../../src/evidence/change-evidence.ts";
import {
  checkEvidenceOf,
  linkEvidence,
  returnEvidence,
  withdrawEvidence,
  type About,
} from "../../src/evidence/check-evidence.ts";
import { viewPersonEvidence, viewPiece, type Piece } from "../../src/evidence/view-person-evidence.ts";
import { viewUnitEvidence } from "../../src/evidence/view-unit-evidence.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { NotFound, type Result } from "../../src/shared/result.ts";
import { newId } from "../../src/shared/ids.ts";
import { testDatabase } from "../support/database.ts";
import { COURSE, evidenceWorld, SHOWN } from "./world.ts";

const world = await evidenceWorld(await testDatabase());
type Person = Actor & { personId: string };
let karin: Person;
let boss: Person;

beforeAll(async () => {
  [karin, boss] = [await world.person("Karin Chef"), await world.person("Bo Högst")];
  await world.employ(karin, world.rehab, { from: "2020-01-01" }, world.clerk);
  await world.manage(karin, world.rehab);
  await world.employ(boss, world.care, { from: "2020-01-01" }, world.clerk);
  await world.manage(boss, world.care);
});

const employed = async (name: string, values = {}): Promise<Person> => {
  const who = await world.person(name, values);
  await world.employ(who, world.rehab, { from: "2024-01-01" });
  return who;
};
const add = (as: Actor, who: Person, more: Partial<Adding["draft"]> = {}, rest: Partial<Adding> = {}) =>
  world.as(as, (work) =>
    addEvidence(work, {
      personId: who.personId,
      draft: { ...COURSE, ...more },
      check: null,
      renewsId: null,
      ...rest,
    }),
  );
const added = async (...args: Parameters<typeof add>): Promise<string> => {
  const result = await add(...args);
  if (!result.ok) throw new Error(JSON.stringify(result.reasons));
  return result.value;
};
const codes = (result: Result<unknown>) => (result.ok ? [] : result.reasons.map(({ code }) => code));
const piece = async (as: Actor, who: Person, id: string): Promise<Piece> =>
  (await world.as(as, (work) => viewPiece(work, who.personId, id))).piece;
const about = async (who: Person, evidenceId: string): Promise<About> => ({
  personId: who.personId,
  evidenceId,
  revision: (await piece(who, who, evidenceId)).revision,
});
const check = async (as: Actor, who: Person, id: string, itemIds: string[] = []) => {
  const seen = await about(who, id);
  return world.as(as, (work) => checkEvidenceOf(work, { ...seen, check: SHOWN, itemIds }));
};

test("ASM-2: what the person hands in meets nothing until the manager has checked it", async () => {
  const anna = await employed("Anna Ek");
  const id = await added(anna, anna, { itemIds: [world.items.course] });
  expect(await piece(karin, anna, id)).toMatchObject({ standing: "waiting", meets: [{ now: false }] });
  expect(codes(await check(karin, anna, id, [world.items.course]))).toEqual([]);
  const now = await piece(anna, anna, id);
  expect(now).toMatchObject({
    standing: "counts",
    checkedBy: "Karin Chef",
    checkedAs: "manager",
    how: "original-shown",
    checkedOn: "2026-11-22",
  });
  expect(now.meets).toMatchObject([{ text: "Förflyttning", now: true, until: "2027-11-01" }]);
  expect(now.events.map(({ kind, own }) => [kind, own])).toEqual([
    ["added", true],
    ["checked", false],
  ]);
});

test("ASM-5: the day it ends it meets nothing, without anybody doing anything", async () => {
  const who = await employed("Dag Efter");
  const itemIds = [world.items.course];
  const id = await added(karin, who, { itemIds, expiresOn: "2026-11-24" }, { check: SHOWN });
  const on = async (day: string) => {
    world.on(day);
    const { standing, meets } = await piece(who, who, id);
    world.on("2026-11-22");
    return [standing, meets[0]?.now];
  };
  expect(await on("2026-11-23")).toEqual(["counts", true]);
  expect(await on("2026-11-24")).toEqual(["expired", false]);
  expect(await on("2026-11-25")).toEqual(["expired", false]);
});

test("ORG-4: nobody checks their own, as manager or as their manager's deputy", async () => {
  const mine = await added(karin, karin);
  await expect(check(karin, karin, mine)).rejects.toThrow(NotFound);
  await expect(add(karin, karin, {}, { check: SHOWN })).rejects.toThrow(NotFound);
  const asa = await employed("Åsa Ställ");
  await world.deputise(asa, world.rehab, { from: "2026-11-01", to: "2026-12-01" });
  const own = await added(asa, asa);
  await expect(check(asa, asa, own)).rejects.toThrow(NotFound);
  await expect(check(asa, karin, mine)).rejects.toThrow(NotFound);
  const other = await employed("Någon Annan");
  expect(codes(await check(asa, other, await added(other, other)))).toEqual([]);
  expect(codes(await check(boss, karin, mine))).toEqual([]);
});

test("ORG-8, ORG-7: others find nothing there, and no one hands in for somebody else", async () => {
  const eva = await employed("Eva Skydd", { protected_identity: true });
  const id = await added(eva, eva);
  const colleague = await employed("Kim Kollega");
  const lead = world.grant(await world.person("Pia Lead"), { role: "process_lead" });
  const partner = world.grant(await world.person("Hans Partner"), {
    role: "hr_partner",
    personId: colleague.personId,
    reason: "Rehabilitering",
  });
  for (const stranger of [colleague, lead, partner, boss]) {
    await expect(world.as(stranger, (work) => viewPersonEvidence(work, eva.personId))).rejects.toThrow(
      NotFound,
    );
    await expect(check(stranger, eva, id)).rejects.toThrow(NotFound);
    await expect(add(stranger, eva)).rejects.toThrow(NotFound);
  }
  await expect(
    world.as(lead, (work) => viewUnitEvidence(work, { unitId: world.rehab, page: 1 })),
  ).rejects.toThrow(NotFound);
  const theirs = await added(colleague, colleague);
  expect((await piece(partner, colleague, theirs)).standing).toBe("waiting");
  await expect(check(partner, colleague, theirs)).rejects.toThrow(NotFound);
  await expect(piece(karin, eva, newId())).rejects.toThrow(NotFound);
  await expect(piece(karin, eva, theirs)).rejects.toThrow(NotFound);
});

test("PRV-1: each reading is noted with why it was allowed", async () => {
  const anna = await employed("Anna Läst");
  await world.as(karin, (work) => viewPersonEvidence(work, anna.personId));
  const rows = await world.as(null, ({ tx }) =>
    tx
      .selectFrom("access_log")
      .innerJoin("access_log_about", "access_log_about.entry_id", "access_log.id")
      .select(["what", "basis"])
      .where("access_log_about.person_id", "=", anna.personId)
      .execute(),
  );
  expect(rows).toEqual([{ what: "evidence", basis: "manager" }]);
});

test("ASM-2: something is missing, is said, is put right and handed in again", async () => {
  const anna = await employed("Anna Saknar");
  const id = await added(anna, anna);
  const seen = await about(anna, id);
  const giveBack = (words: string) => world.as(karin, (work) => returnEvidence(work, { ...seen, words }));
  expect(codes(await giveBack(" ".trim()))).toEqual(["missing"]);
  expect(codes(await giveBack("Intyget för 19121212-1212 saknas"))).toEqual(["identity-number"]);
  expect(codes(await giveBack("Sidan två saknas."))).toEqual([]);
  expect(await piece(anna, anna, id)).toMatchObject({ standing: "returned" });
  expect(codes(await check(karin, anna, id))).toEqual(["changed-meanwhile"]);
  const again = await about(anna, id);
  const change = (as: Actor, more: Partial<Adding["draft"]>) =>
    world.as(as, (work) => changeOwnEvidence(work, { ...again, draft: { ...COURSE, ...more } }));
  await expect(change(karin, {})).rejects.toThrow(NotFound);
  expect(codes(await change(anna, { issuedOn: "2026-11-23" }))).toEqual(["in-future"]);
  expect(codes(await change(anna, { what: "Båda sidorna", itemIds: [world.items.licence] }))).toEqual([]);
  expect(codes(await change(anna, { what: "I en flik till" }))).toEqual(["changed-meanwhile"]);
  expect(await piece(karin, anna, id)).toMatchObject({
    standing: "waiting",
    what: "Båda sidorna",
    meets: [{ text: "Legitimation" }],
    events: [{ kind: "added" }, { kind: "returned", words: "Sidan två saknas." }, { kind: "changed" }],
  });
});

test("ASM-5: a renewal gives the old one's place to the new from its day, and back if it is withdrawn", async () => {
  const anna = await employed("Anna Förnyar");
  const itemIds = [world.items.course];
  const old = await added(karin, anna, { itemIds, issuedOn: "2025-01-10" }, { check: SHOWN });
  expect(codes(await add(anna, anna, { issuedOn: "2025-01-10" }, { renewsId: old }))).toEqual([
    "renewal-not-later",
  ]);
  expect(codes(await add(anna, anna, { kind: "degree" }, { renewsId: old }))).toEqual(["nothing-to-renew"]);
  const newer = await added(anna, anna, { itemIds, issuedOn: "2026-11-20" }, { renewsId: old });
  expect((await piece(anna, anna, old)).standing).toBe("counts");
  await check(karin, anna, newer, itemIds);
  expect(await piece(anna, anna, old)).toMatchObject({
    standing: "superseded",
    supersededOn: "2026-11-20",
    meets: [{ now: false, until: "2026-11-20" }],
  });
  const seen = await about(anna, newer);
  const words = "Fel person på intyget.";
  await expect(world.as(anna, (work) => withdrawEvidence(work, { ...seen, words }))).rejects.toThrow(
    NotFound,
  );
  expect(codes(await world.as(karin, (work) => withdrawEvidence(work, { ...seen, words })))).toEqual([]);
  expect(await piece(anna, anna, newer)).toMatchObject({ standing: "withdrawn", meets: [{ now: false }] });
  expect((await piece(anna, anna, old)).standing).toBe("counts");
  expect(codes(await world.as(karin, (work) => withdrawEvidence(work, { ...seen, words })))).toEqual([
    "changed-meanwhile",
  ]);
});

test("MOD-5: what was checked can meet further requirements, and only such as there are", async () => {
  const anna = await employed("Anna Mer");
  const id = await added(karin, anna, {}, { check: { ...SHOWN, how: "register", source: "HOSP" } });
  const seen = await about(anna, id);
  const link = (itemIds: string[]) => world.as(karin, (work) => linkEvidence(work, { ...seen, itemIds }));
  expect(codes(await link([newId()]))).toEqual(["not-a-requirement"]);
  expect(codes(await link([world.items.licence]))).toEqual([]);
  expect((await piece(anna, anna, id)).meets).toMatchObject([
    { text: "Legitimation", now: true, until: null },
  ]);
});

test("ASM-2: the person takes back what nobody has checked", async () => {
  const anna = await employed("Anna Ångrar");
  const id = await added(anna, anna);
  const seen = await about(anna, id);
  expect(codes(await world.as(anna, (work) => takeBackEvidence(work, seen)))).toEqual([]);
  expect((await piece(anna, anna, id)).standing).toBe("withdrawn");
  expect(codes(await check(karin, anna, id))).toEqual(["changed-meanwhile"]);
});

test("ASM-2: the database keeps what was checked as it was, and nobody as their own checker", async () => {
  const anna = await employed("Anna Fast");
  const id = await added(karin, anna, {}, { check: SHOWN });
  const set = (row: Record<string, unknown>) =>
    world.as(null, ({ tx }) => tx.updateTable("evidence").set(row).where("id", "=", id).execute());
  await expect(set({ issued_on: "2020-01-01" })).rejects.toThrow(/not rewritten/);
  const other = await added(anna, anna);
  await expect(
    world.as(null, ({ tx }) =>
      tx
        .updateTable("evidence")
        .set({
          checked_on: "2026-11-22",
          checked_by: anna.personId,
          checked_as: "manager",
          how: "original-shown",
        })
        .where("id", "=", other)
        .execute(),
    ),
  ).rejects.toThrow(/violates check constraint/);
});

test("ORG-2: another authority's manager sees nothing of what was handed in here", async () => {
  const anna = await employed("Anna Båda");
  const headmaster = await world.person("Sven Rektor");
  await world.manage(headmaster, world.pupilHealth);
  const id = await added(anna, anna);
  await world.employ(anna, world.pupilHealth, { from: "2024-01-01" });
  const seen = await world.as(headmaster, (work) => viewPersonEvidence(work, anna.personId));
  expect([seen.name, seen.pieces]).toEqual(["Anna Båda", []]);
  await expect(check(headmaster, anna, id)).rejects.toThrow(NotFound);
});

test("ASM-2: the unit's list holds what waits, the longest first, and what ends within 90 days or ended as lately", async () => {
  const unit = world.homeCare;
  const manager = await world.person("Vera Vård");
  await world.manage(manager, unit);
  const anna = await world.person("Anna List");
  await world.employ(anna, unit, { from: "2024-01-01" });
  const note = (what: string, more: Partial<Adding["draft"]>) =>
    added(manager, anna, { what, ...more }, { check: SHOWN });
  await note("går ut om 90 dagar", { expiresOn: "2027-02-20" });
  await note("om 91", { expiresOn: "2027-02-21" });
  await note("gick ut för 90 dagar sedan", { expiresOn: "2026-08-24" });
  await note("för 91", { expiresOn: "2026-08-23" });
  await note("tills vidare", {});
  await note("kravet säger 23 månader", { issuedOn: "2025-01-10", itemIds: [world.items.course] });
  await added(anna, anna, { what: "väntar" });
  const view = await world.as(manager, (work) => viewUnitEvidence(work, { unitId: unit, page: 1 }));
  expect(view.rows.map(({ what, endsOn }) => [what, endsOn])).toEqual([
    ["väntar", null],
    ["gick ut för 90 dagar sedan", "2026-08-24"],
    ["kravet säger 23 månader", "2026-12-10"],
    ["går ut om 90 dagar", "2027-02-20"],
  ]);
  expect([view.total, view.waiting]).toEqual([4, 1]);
  const second = await world.as(manager, (work) =>
    viewUnitEvidence(work, { unitId: unit, page: 2, size: 3 }),
  );
  expect(second.rows.map(({ what }) => what)).toEqual(["går ut om 90 dagar"]);
});

test("ASM-2: experience is explained: what counts, what leave was left out, when two years are reached", async () => {
  const anna = await world.person("Anna Tid");
  const job = await world.employ(anna, world.rehab, { from: "2025-01-01" });
  await world.put("leave_period", { employment_id: job, valid_from: "2025-06-01", valid_to: "2025-07-01" });
  const of = async () =>
    (await world.as(anna, (work) => viewPersonEvidence(work, anna.personId))).experience[0];
  expect(await of()).toMatchObject({
    leaves: [{ counted: true }],
    reached: [{ text: "Två år", months: 24, on: "2027-01-01" }],
  });
  await world.as(null, ({ tx }) =>
    tx
      .updateTable("organisation_setting")
      .set({ experience_leave_days: 14 })
      .where("organisation_id", "=", world.organisation_id)
      .execute(),
  );
  expect(await of()).toMatchObject({
    leaves: [{ from: "2025-06-01", counted: false }],
    reached: [{ on: "2027-01-31" }],
  });
  const elsewhere = {
    kind: "experience",
    issuedOn: "2022-01-01",
    untilOn: "2023-01-01",
    professionId: world.physio,
  };
  await added(karin, anna, elsewhere, { check: SHOWN });
  expect(await of()).toMatchObject({
    periods: [{ unit: null }, { unit: "Rehab" }],
    reached: [{ on: "2026-02-01" }],
  });
});
