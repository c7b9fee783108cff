import { describe, expect, test } from "vitest";
import type { Ask, Requirement } from "../../src/assessment/met.rules.ts";
import { sparedUntil } from "../../src/gap/transition.rules.ts";
import {
  countDebt,
  rateOf,
  type AskedPeople,
  type CatalogueWay,
  type DebtAsk,
} from "../../src/gap/debt.rules.ts";
import { amounts } from "../../src/gap/debt-figures.rules.ts";

const one = (itemId: string, formal?: Requirement["formal"]): { readonly one: Requirement } => ({
  one: {
    itemId,
    key: itemId,
    levelKey: "bas",
    trackKey: null,
    headingKey: "krav",
    kind: formal ? "formal" : "demonstrated",
    mandatory: true,
    text: itemId,
    visibility: "public",
    from: null,
    clarified: [],
    unused: null,
    ...(formal ? { formal } : {}),
  },
});
const course = (itemId: string, credits?: number) =>
  one(itemId, { type: "course", ...(credits === undefined ? {} : { credits }) });
const way = (more: Partial<CatalogueWay>): CatalogueWay => ({
  hours: null,
  credits: null,
  cost: null,
  places: null,
  ...more,
});
const offered = (toItem: Record<string, CatalogueWay[]>, hasForLevel = false) => ({
  toItem: new Map(Object.entries(toItem)),
  hasForLevel,
});

describe("DBT-1 what it takes for one person", () => {
  test("hours and cost are of the cheapest way, credits of the requirement before the way's, places of all ways", () => {
    const ways = [
      way({ hours: 40, cost: 900, credits: 5, places: 4 }),
      way({ hours: 60, cost: 500, credits: 3, places: 2 }),
    ];
    const rate = { way: "offered", hours: 60, cost: 500, places: 6 };
    expect(rateOf(course("a", 7.5), offered({ a: ways }))).toEqual({ ...rate, credits: 7.5 });
    expect(rateOf(course("a"), offered({ a: ways }))).toEqual({ ...rate, credits: 3 });
  });
  test("a way that nobody knows the cost of comes after one that costs, and unknown places make them all unknown", () => {
    const ways = [way({ hours: 1 }), way({ hours: 8, cost: 100, places: 3 })];
    expect(rateOf(course("a"), offered({ a: ways }))).toMatchObject({ hours: 8, cost: 100, places: null });
  });
  test.each<[string, Ask, boolean, string]>([
    ["a course without a way", course("a"), true, "nobody"],
    ["experience", one("a", { type: "experience", months: 24 }), false, "time"],
    ["what is demonstrated, with something for the level", one("a"), true, "level"],
    ["what is demonstrated, without", one("a"), false, "nobody"],
  ])("MOD-13 %s", (_what, ask, hasForLevel, expected) => {
    expect(rateOf(ask, offered({}, hasForLevel)).way).toBe(expected);
  });
  test("MOD-4 of a group: the cheapest of its members that are enough, and ways before none", () => {
    const group: Ask = { key: "g", needed: 2, of: [course("a", 5), course("b", 10), course("c", 1)] };
    const ways = {
      a: [way({ hours: 10, cost: 100, places: 9 })],
      b: [way({ hours: 20, cost: 50, places: 2 })],
    };
    expect(rateOf(group, offered(ways))).toEqual({
      way: "offered",
      hours: 30,
      credits: 15,
      cost: 150,
      places: 2,
    });
  });
  test("for so many people, and years by tenths upward", () => {
    const rate = { way: "offered", hours: 8, credits: null, cost: 0, places: 4 } as const;
    expect(amounts(9, rate)).toEqual({ people: 9, hours: 72, credits: null, cost: 0, years: 2.3 });
    expect(amounts(9, { ...rate, places: 0 }).years).toBe(null);
  });
});

const asked = (ask: Ask, key = "k"): DebtAsk => ({
  key,
  ask,
  levelId: "bas",
  rate: { way: "nobody", hours: null, credits: null, cost: null, places: null },
});
const people = (
  count: number,
  met: string[],
  asks: DebtAsk[],
  more: Partial<AskedPeople> = {},
): AskedPeople => ({
  unitId: "rehab",
  people: count,
  met: new Set(met),
  asks,
  exempt: new Set(),
  ...more,
});
const cellOf = (groups: AskedPeople[]) =>
  countDebt(
    groups,
    groups.flatMap(({ asks }) => asks.map((each) => ({ ...each, tracks: [null], units: [null] }))),
  ).get("k")?.cells;

describe("DBT-1 who lacks what", () => {
  test("people are added up by unit, whether they lack it or not", () => {
    const asks = [asked(course("a"))];
    expect(
      cellOf([people(3, [], asks), people(4, ["a"], asks), people(2, [], asks, { unitId: "home" })]),
    ).toEqual([
      { unitId: "rehab", asked: 7, unmet: 3, later: 0 },
      { unitId: "home", asked: 2, unmet: 2, later: 0 },
    ]);
  });
  test("MOD-4 a group is one thing that is lacking", () => {
    const asks = [asked({ key: "g", needed: 1, of: [course("a"), course("b")] })];
    expect(cellOf([people(1, ["b"], asks), people(1, [], asks)])).toEqual([
      { unitId: "rehab", asked: 2, unmet: 1, later: 0 },
    ]);
  });
  test("MOD-12 what is new doesn't count yet for those who are spared, and no new alternative counts against them", () => {
    const spared = { exempt: new Set(["new"]) };
    expect(cellOf([people(5, [], [asked(course("new"))], spared)])).toMatchObject([{ unmet: 0, later: 5 }]);
    const either = [asked({ key: "g", needed: 1, of: [course("a"), course("new")] })];
    expect(cellOf([people(5, [], either, spared)])).toMatchObject([{ unmet: 5, later: 0 }]);
    expect(cellOf([people(5, ["new"], either, spared)])).toMatchObject([{ unmet: 0, later: 0 }]);
    const both = [asked({ key: "g", needed: 2, of: [course("a"), course("new")] })];
    expect(cellOf([people(5, ["a"], both, spared)])).toMatchObject([{ unmet: 0, later: 5 }]);
  });
});

test.each<[string, string | null]>([
  ["2027-06-29", "2027-06-30"],
  ["2027-06-30", null],
  ["2027-07-01", null],
])("MOD-12 a rule spares through the day before its own: on %s", (day, expected) => {
  expect(sparedUntil([{ levelId: null, until: "2027-06-30" }], "bas", day)).toBe(expected);
});
test("MOD-12 a rule for the level goes before the one for all", () => {
  const rules = [
    { levelId: null, until: "2027-06-30" },
    { levelId: "expert", until: "2028-06-30" },
  ];
  expect(sparedUntil(rules, "expert", "2027-12-01")).toBe("2028-06-30");
  expect(sparedUntil(rules, "bas", "2027-12-01")).toBe(null);
});
