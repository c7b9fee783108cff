import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { seatAt } from "../../src/talk/access.ts";
import type { PersonFacts } from "../../src/people/access.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { addDays } from "../../src/shared/local-date.ts";
import { assessmentsFor } from "../../src/talk/snapshot.rules.ts";
import {
  ACTS,
  ACTS_OF,
  KINDS,
  actsOf,
  amountIn,
  checkHeldOn,
  closesAs,
  closesWhenLeft,
  mayReadPreparation,
  phaseOf,
  placesAs,
  waitsUntil,
  type Act,
  type Reader,
  type Standing,
} from "../../src/talk/talk.rules.ts";

const TODAY = "2026-11-22";
const standing = (change: Partial<Standing> = {}): Standing => ({
  kind: "development",
  state: "planned",
  shared: { self: false, manager: false },
  record: 0,
  confirmed: { self: false, manager: false },
  view: null,
  asked: [],
  ...change,
});
const asked = (change: Partial<Standing> = {}): Standing =>
  standing({ state: "held", record: 1, asked: ["2026-11-22"], ...change });
const both = (self: boolean, manager: boolean) => ({ self, manager });

describe("TLK-1 how far a talk has come", () => {
  test.each([
    ["planned", standing(), "planned"],
    ["one has shown", standing({ shared: both(true, false) }), "planned"],
    ["both have shown", standing({ shared: both(true, true) }), "prepared"],
    ["held", standing({ state: "held" }), "held"],
    ["put to both", asked(), "asked"],
    ["another view", asked({ view: { toAbove: false, answered: false } }), "asked"],
    ["another view to the manager above", asked({ view: { toAbove: true, answered: false } }), "with-above"],
    ["answered", asked({ view: { toAbove: true, answered: true } }), "asked"],
    ["locked", standing({ state: "locked" }), "locked"],
    ["cancelled", standing({ state: "cancelled" }), "cancelled"],
  ] as const)("%s", (_case, at, phase) => {
    expect(phaseOf(at)).toBe(phase);
  });
});

describe("TLK-1 and PLC-9: how a talk closes by itself", () => {
  test.each([
    ["nothing put to them", standing({ state: "held" }), null],
    ["nobody has confirmed", asked(), null],
    ["the employee alone", asked({ confirmed: both(true, false) }), null],
    ["the manager alone", asked({ confirmed: both(false, true) }), null],
    ["both", asked({ confirmed: both(true, true) }), "both"],
    ["another view, before the manager", asked({ view: { toAbove: false, answered: false } }), null],
    [
      "another view, and the manager",
      asked({ confirmed: both(false, true), view: { toAbove: false, answered: false } }),
      "other-view",
    ],
    [
      "waits for the manager above",
      asked({ confirmed: both(false, true), view: { toAbove: true, answered: false } }),
      null,
    ],
    [
      "answered by the manager above",
      asked({ confirmed: both(false, true), view: { toAbove: true, answered: true } }),
      "other-view",
    ],
    ["a pay talk needs no agreement", asked({ kind: "pay" }), "pay"],
    ["a pay talk that isn't put down", standing({ kind: "pay", state: "held" }), null],
    ["what is planned doesn't", standing({ confirmed: both(true, true), record: 1 }), null],
  ] as const)("%s", (_case, at, how) => {
    expect(closesAs(at)).toBe(how);
  });

  test("PRV-3 of somebody who has left: what was put to them stays, and the rest isn't held", () => {
    expect(closesWhenLeft(asked())).toBe("locked");
    expect(closesWhenLeft(standing({ state: "held" }))).toBe("cancelled");
    expect(closesWhenLeft(standing())).toBe("cancelled");
  });
});

describe("PLC-1 what a placement can rest on", () => {
  test.each([
    ["development", "held", null, "development-talk"],
    ["introduction", "held", null, "introduction-talk"],
    ["development", "locked", addDays(TODAY, -60), "development-talk"],
    ["development", "locked", addDays(TODAY, -61), null],
    ["development", "planned", null, null],
    ["development", "cancelled", TODAY, null],
    ["pay", "held", null, null],
    ["follow-up", "locked", TODAY, null],
  ] as const)("%s, %s, closed %s: %s", (kind, state, closedOn, as) => {
    expect(placesAs({ kind, state, closedOn }, TODAY)).toBe(as);
  });
});

describe("ORG-4 who does what, when", () => {
  const MANAGERS_PLAN: Act[] = ["prepare", "rebook", "cancel", "hold"];
  test.each<[string, Reader, Standing, readonly Act[]]>([
    ["the person, planned", "self", standing(), ["prepare"]],
    ["the manager, planned", "manager", standing(), MANAGERS_PLAN],
    ["others, planned", "other", standing(), []],
    ["the person, held", "self", standing({ state: "held" }), []],
    ["the manager, held", "manager", standing({ state: "held" }), ["write", "record"]],
    ["the person, put to both", "self", asked(), ["confirm", "differ"]],
    ["the manager, put to both", "manager", asked(), ["write", "record", "confirm"]],
    ["the person has confirmed", "self", asked({ confirmed: both(true, false) }), []],
    ["the manager, then", "manager", asked({ confirmed: both(true, false) }), ["write", "record", "confirm"]],
    ["the person has another view", "self", asked({ view: { toAbove: false, answered: false } }), []],
    [
      "the manager, while the one above is asked",
      "manager",
      asked({ view: { toAbove: true, answered: false } }),
      ["confirm"],
    ],
    ["the one above", "above", asked({ view: { toAbove: true, answered: false } }), ["answer"]],
    ["the one above, once answered", "above", asked({ view: { toAbove: true, answered: true } }), []],
    ["a pay talk put down", "self", asked({ kind: "pay" }), []],
    ["the person, locked", "self", asked({ state: "locked" }), []],
    ["the manager, locked", "manager", asked({ state: "locked" }), []],
    ["the manager, cancelled", "manager", standing({ state: "cancelled" }), []],
  ])("%s", (_case, reader, at, acts) => {
    expect(actsOf(reader, at, TODAY)).toEqual(acts);
  });

  test("nobody ever does what is another's, whatever the talk has come to", () => {
    const said = fc.record({
      kind: fc.constantFrom(...KINDS),
      state: fc.constantFrom("planned", "held", "locked", "cancelled"),
      shared: fc.record({ self: fc.boolean(), manager: fc.boolean() }),
      record: fc.nat(3),
      confirmed: fc.record({ self: fc.boolean(), manager: fc.boolean() }),
      view: fc.option(fc.record({ toAbove: fc.boolean(), answered: fc.boolean() }), { nil: null }),
      asked: fc.array(fc.constantFrom("2026-10-01", "2026-11-01", "2026-11-22"), { maxLength: 4 }),
    }) as fc.Arbitrary<Standing>;
    fc.assert(
      fc.property(said, fc.constantFrom<Reader>("self", "manager", "above", "other"), (at, reader) => {
        const acts = actsOf(reader, at, TODAY);
        expect(acts.filter((act) => !ACTS_OF[reader].includes(act))).toEqual([]);
        // There is always somebody to wait for, or a way on, until it is closed: no talk is stuck.
        const all = (["self", "manager", "above"] as const).flatMap((each) => actsOf(each, at, TODAY));
        expect(all.length > 0).toBe(at.state === "planned" || at.state === "held");
      }),
    );
    expect(new Set(Object.values(ACTS_OF).flat())).toEqual(new Set(ACTS));
  });
});

describe("TLK-1 an employee who doesn't answer", () => {
  const silent = (days: readonly string[], manager = true) =>
    asked({ asked: days, confirmed: both(false, manager) });
  test.each<[string, Standing, string, "remind" | "close" | null]>([
    ["asked today", silent(["2026-11-01"]), "2026-11-01", null],
    ["six days", silent(["2026-11-01"]), "2026-11-07", null],
    ["a week", silent(["2026-11-01"]), "2026-11-08", "remind"],
    ["asked twice, the day before a week", silent(["2026-11-01", "2026-11-08"]), "2026-11-14", null],
    ["asked twice", silent(["2026-11-01", "2026-11-08"]), "2026-11-15", "remind"],
    ["asked three times, too soon", silent(["2026-11-01", "2026-11-08", "2026-11-15"]), "2026-11-21", null],
    ["asked three times", silent(["2026-11-01", "2026-11-08", "2026-11-15"]), "2026-11-22", "close"],
    [
      "not confirmed by the manager",
      silent(["2026-11-01", "2026-11-08", "2026-11-15"], false),
      "2026-11-22",
      null,
    ],
  ])("%s", (_case, at, day, act) => {
    const acts = actsOf("manager", at, day).filter((each) => each === "remind" || each === "close");
    expect(acts).toEqual(act === null ? [] : [act]);
  });

  test("the day is told, and only while they are waited for", () => {
    expect(waitsUntil(silent(["2026-11-01"]))).toBe("2026-11-08");
    expect(waitsUntil(asked({ confirmed: both(true, false) }))).toBeNull();
    expect(waitsUntil(standing())).toBeNull();
  });
});

describe("TLK-1 what each has prepared", () => {
  test.each<[string, Reader, "self" | "manager", Standing, boolean]>([
    ["one's own", "self", "self", standing(), true],
    ["the other's", "self", "manager", standing(), false],
    [
      "the other's, when I have shown mine",
      "self",
      "manager",
      standing({ shared: both(true, false) }),
      false,
    ],
    ["the other's, shown", "manager", "self", standing({ shared: both(true, false) }), true],
    ["somebody else's, shown", "other", "self", standing({ shared: both(true, false) }), false],
    ["the other's, held", "self", "manager", standing({ state: "held" }), true],
    ["somebody else, held", "other", "self", standing({ state: "held" }), true],
    ["cancelled, never shown", "manager", "self", standing({ state: "cancelled" }), false],
    ["cancelled, one's own", "self", "self", standing({ state: "cancelled" }), true],
    ["locked", "above", "self", standing({ state: "locked" }), true],
  ])("%s", (_case, reader, side, at, may) => {
    expect(mayReadPreparation(reader, side, at)).toBe(may);
  });
});

describe("TLK-1 a pay talk holds no amounts", () => {
  test.each([
    ["Ny lön 38 500 kr från april.", "38 500 kr"],
    ["ökning med 1200 kronor", "1200 kronor"],
    ["34.500:-", "34.500:-"],
    ["41 tkr", "41 tkr"],
    ["Löneläge 36 400 i dag.", "36 400"],
    ["SEK eller 2 000 sek", "2 000 sek"],
  ])("%s", (text, amount) => {
    expect(amountIn(text)).toBe(amount);
  });
  test.each([
    "Du har tagit ansvar för 3 studenter sedan 2025-03-01.",
    "Vi ses kl. 10.00 den 3 december 2026.",
    "Kursen ger 7,5 hp och tar 40 timmar.",
    "Vi har 12 hembesök i veckan, och krut i gruppen.",
    "",
  ])("is not said of: %s", (text) => {
    expect(amountIn(text)).toBeNull();
  });
});

test.each([
  ["2026-11-10", "before-booking"],
  ["2026-11-11", null],
  ["2026-11-22", null],
  ["2026-11-23", "day-in-future"],
] as const)("TLK-1 held on %s, booked on the eleventh", (day, wrong) => {
  expect(checkHeldOn(day, { today: TODAY, bookedOn: "2026-11-11" })).toBe(wrong);
});

describe("TLK-1 which assessments it is about", () => {
  const one = (name: string, openedOn: string | null, endedOn: string | null) => ({
    name,
    begunOn: "2026-01-01",
    openedOn,
    endedOn,
  });
  const names = (all: readonly ReturnType<typeof one>[]) =>
    assessmentsFor(all, "2026-11-01").map(({ name }) => name);
  test.each([
    ["under way", [one("a", null, null)], ["a"]],
    ["ended since it was booked", [one("a", "2026-11-01", "2026-11-01")], ["a"]],
    [
      "ended the day before, and one under way",
      [one("a", "2026-10-31", "2026-10-31"), one("b", null, null)],
      ["b"],
    ],
    [
      "the latest, when there is no other",
      [one("a", "2026-02-01", "2026-02-01"), one("b", "2026-10-31", "2026-10-31")],
      ["b"],
    ],
    ["never one that was cancelled", [one("a", null, "2026-11-02")], []],
    ["none", [], []],
  ] as const)("%s", (_case, all, expected) => {
    expect(names(all)).toEqual(expected);
  });
});

describe("PLC-2, ORG-2, ORG-4, ORG-7 and ORG-8: whose seat it is", () => {
  const actor = (personId: string, change: Partial<Actor> = {}): Actor => ({
    accountId: `${personId}-account`,
    organisationId: "org",
    personId,
    displayName: personId,
    grants: [],
    manages: [],
    ...change,
  });
  const unit = (unitId: string, managerId: string | null, actingManagerId = managerId) => ({
    unitId,
    path: ["root", unitId],
    managerId,
    actingManagerId,
  });
  const person = (units: PersonFacts["units"], change: Partial<PersonFacts> = {}): PersonFacts => ({
    personId: "anna",
    protectedIdentity: false,
    protectedHandlerId: null,
    closed: false,
    units,
    ...change,
  });
  const place = { unitId: "rehab", authorityId: "care" };
  const authorityOf = new Map([
    ["rehab", "care"],
    ["home", "care"],
    ["school", "education"],
  ]);
  const seat = (who: Actor | null, of: PersonFacts, aboveId: string | null = null) =>
    seatAt(who, of, place, { authorityOf, aboveId })?.reader ?? null;
  const inRehab = person([unit("rehab", "karin")]);
  test.each<[string, Actor | null, PersonFacts, string | null, Reader | null]>([
    ["nobody", null, inRehab, null, null],
    ["the person", actor("anna"), inRehab, null, "self"],
    ["the manager", actor("karin"), inRehab, null, "manager"],
    ["a former manager", actor("former"), inRehab, null, null],
    ["a deputy", actor("dan", { manages: [{ unitId: "rehab", as: "deputy" }] }), inRehab, null, "manager"],
    [
      "the deputy about themself",
      actor("anna", { manages: [{ unitId: "rehab", as: "deputy" }] }),
      inRehab,
      null,
      "self",
    ],
    ["the manager above", actor("vera"), inRehab, null, null],
    [
      "the manager above, of a vacant unit",
      actor("vera"),
      person([unit("rehab", null, "vera")]),
      null,
      "manager",
    ],
    [
      "the manager above, of the manager",
      actor("vera"),
      person([unit("rehab", "anna", "vera")]),
      null,
      "manager",
    ],
    ["a unit without anybody", actor("karin"), person([unit("rehab", null, null)]), null, null],
    ["the manager above, to whom another view went", actor("vera"), inRehab, "vera", "above"],
    ["somebody else, then", actor("ulla"), inRehab, "vera", null],
    [
      "moved within the authority: the new manager",
      actor("siv"),
      person([unit("home", "siv")]),
      null,
      "manager",
    ],
    ["moved within the authority: the former", actor("karin"), person([unit("home", "siv")]), null, null],
    [
      "two units: the talk's own manager",
      actor("karin"),
      person([unit("rehab", "karin"), unit("home", "siv")]),
      null,
      "manager",
    ],
    [
      "two units: the other's manager",
      actor("siv"),
      person([unit("rehab", "karin"), unit("home", "siv")]),
      null,
      null,
    ],
    ["moved across an authority's line", actor("rut"), person([unit("school", "rut")]), null, null],
    ["moved across it: the person still", actor("anna"), person([unit("school", "rut")]), null, "self"],
    ["has left", actor("karin"), person([], { closed: true }), null, null],
    ["has left: themself", actor("anna"), person([], { closed: true }), null, null],
    [
      "protected identity: the manager",
      actor("karin"),
      person([unit("rehab", "karin")], { protectedIdentity: true }),
      null,
      "manager",
    ],
    [
      "protected identity: not the deputy",
      actor("dan", { manages: [{ unitId: "rehab", as: "deputy" }] }),
      person([unit("rehab", "karin")], { protectedIdentity: true }),
      null,
      null,
    ],
    [
      "an HR partner in this case",
      actor("hilda", {
        grants: [{ role: "hr_partner", personId: "anna", reason: "Ärende", unitId: null, professionIds: [] }],
      }),
      inRehab,
      null,
      "other",
    ],
  ])("%s", (_case, who, of, aboveId, reader) => {
    expect(seat(who, of, aboveId)).toBe(reader);
  });
});
