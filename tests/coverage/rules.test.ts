import { describe, expect, test } from "vitest";
import fc from "fast-check";
import {
  figuresOf,
  newlyIntroduced,
  percentOf,
  reaches,
  standing,
  suggestedDays,
  sums,
  type Figure,
  type OwnCount,
  type Point,
  type TreeUnit,
} from "../../src/coverage/rules.ts";
import { groupsWorkedOut } from "../suppression/attacker.ts";

const K = 5;

/** `a.b` is a unit b below a. */
const unitOf = (path: string): TreeUnit => {
  const ids = path.split(".");
  return { id: ids.at(-1) ?? "", parentId: ids.at(-2) ?? null, path: ids };
};
const tree = (...paths: string[]): TreeUnit[] => paths.map(unitOf);
const count = (unitId: string | null, placed: number, employed: number): OwnCount => ({
  modelId: "m",
  unitId,
  placed,
  employed,
});
const shown = (placed: number, employed: number, percent: number): Figure => ({
  showing: "shown",
  placed,
  employed,
  percent,
});

describe("FUP-1 whole per cent, rounded down so that what reads as the threshold is at it", () => {
  test.each([
    [0, 7, 0],
    [1, 3, 33],
    [199, 249, 79],
    [4, 5, 80],
    [29, 100, 29],
    [34, 35, 97],
    [35, 35, 100],
  ])("%i of %i is %i", (placed, employed, percent) => {
    expect(percentOf(placed, employed)).toBe(percent);
  });
});

test.each([
  [79, 100, 80, false],
  [80, 100, 80, true],
  [81, 100, 80, true],
  [199, 249, 80, false],
  [0, 0, 80, false],
  [5, 5, 100, true],
])("FUP-3 %i of %i reaches %i per cent: %s", (placed, employed, threshold, expected) => {
  expect(reaches({ placed, employed }, threshold)).toBe(expected);
});

test("FUP-1 a unit is counted with all below it, and those outside the tree with the whole", () => {
  const units = tree("a", "a.b", "a.b.c", "d");
  const total = sums(units, [count("a", 1, 2), count("c", 3, 5), count("d", 4, 4), count(null, 0, 1)]);
  expect(
    Object.fromEntries([...total].map(([id, sum]) => [id ?? "whole", [sum.placed, sum.employed]])),
  ).toEqual({
    whole: [8, 12],
    a: [4, 7],
    b: [3, 5],
    c: [3, 5],
    d: [4, 4],
  });
});

test("FUP-1 people in a unit that is not in the tree are not lost", () => {
  const figures = figuresOf(tree("a"), [count("a", 5, 6), count("gone", 1, 8)], K);
  expect(figures(null)).toEqual(shown(6, 14, 42));
  expect(figures("a")).toEqual(shown(5, 6, 83));
});

test("SUP-2: 35 audiologists show, 0 and 100 per cent show, a unit of 3 does not", () => {
  const units = tree("r", "r.audio", "r.full", "r.none", "r.three", "r.empty");
  const counts = [count("audio", 32, 35), count("full", 9, 9), count("none", 0, 7), count("three", 3, 3)];
  const figures = figuresOf(units, [...counts, count("r", 4, 6)], K);
  expect(figures("audio")).toEqual(shown(32, 35, 91));
  expect(figures("full")).toEqual(shown(9, 9, 100));
  expect(figures("three")).toEqual({ showing: "hidden" });
  expect(figures("empty")).toEqual({ showing: "none" });
  expect(figures("no such unit")).toEqual({ showing: "none" });
  expect(figures(null)).toEqual(shown(48, 60, 80));
});

test("ORG-8 who sees the three one by one sees their figures", () => {
  const figures = figuresOf(
    tree("r", "r.three"),
    [count("r", 8, 9), count("three", 2, 3)],
    K,
    new Set(["three"]),
  );
  expect(figures("three")).toEqual(shown(2, 3, 66));
  expect(figures(null)).toEqual(shown(10, 12, 83));
});

test("SUP-2: from the figures of a whole tree no group under k can be worked out", () => {
  const anyTree = fc.array(fc.record({ parent: fc.nat(), employed: fc.nat({ max: 9 }) }), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(anyTree, fc.integer({ min: 2, max: 10 }), (rows, k) => {
      const units: TreeUnit[] = [];
      for (const [at, { parent }] of rows.entries()) {
        const above = at === 0 ? undefined : units[parent % at];
        units.push({ id: `u${at}`, parentId: above?.id ?? null, path: [...(above?.path ?? []), `u${at}`] });
      }
      const figures = figuresOf(
        units,
        rows.map(({ employed }, at) => count(`u${at}`, 0, employed)),
        k,
      );
      const cells = units.map(({ id, parentId }, at) => ({ id, parentId, own: rows[at]?.employed ?? 0 }));
      const showing = new Map(units.map(({ id }) => [id, figures(id).showing]));
      expect(groupsWorkedOut(cells, showing, k)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

const at = (day: string, figure: Figure, frozen = true): Point => ({ day, frozen, threshold: 80, figure });
const HIDDEN: Figure = { showing: "hidden" };

describe("FUP-3 fully introduced since the first measurement at the threshold; falling below shows", () => {
  const first = at("2025-02-01", shown(8, 10, 80));
  test.each<[string, Point[], string | null, unknown]>([
    ["not yet", [at("2025-02-01", shown(7, 10, 70))], null, null],
    ["the measurement itself", [first], "2025-02-01", { introducedOn: "2025-02-01", below: null }],
    [
      "below at the next",
      [first, at("2025-06-01", shown(7, 10, 70))],
      "2025-02-01",
      { introducedOn: "2025-02-01", below: { day: "2025-06-01", frozen: true } },
    ],
    [
      "below since the first of the last run",
      [
        first,
        at("2025-06-01", shown(7, 10, 70)),
        at("2025-10-01", shown(9, 10, 90)),
        at("2026-02-01", shown(7, 10, 70)),
        at("2026-06-01", shown(6, 10, 60)),
      ],
      "2025-02-01",
      { introducedOn: "2025-02-01", below: { day: "2026-02-01", frozen: true } },
    ],
    [
      "risen again",
      [first, at("2025-06-01", shown(7, 10, 70)), at("2025-10-01", shown(8, 10, 80))],
      "2025-02-01",
      { introducedOn: "2025-02-01", below: null },
    ],
    [
      "below today",
      [first, at("2025-07-01", shown(7, 10, 70), false)],
      "2025-02-01",
      { introducedOn: "2025-02-01", below: { day: "2025-07-01", frozen: false } },
    ],
    [
      "what is hidden tells nothing",
      [first, at("2025-06-01", HIDDEN), at("2025-10-01", shown(7, 10, 70))],
      "2025-02-01",
      { introducedOn: "2025-02-01", below: { day: "2025-10-01", frozen: true } },
    ],
    ["the day of a hidden measurement is not told", [at("2025-02-01", HIDDEN)], "2025-02-01", null],
  ])("%s", (_what, points, introducedOn, expected) => {
    expect(standing(points, introducedOn)).toEqual(expected);
  });
});

test("FUP-3 only what was not fully introduced before becomes so", () => {
  const total = sums(tree("a", "a.b", "a.c"), [count("b", 8, 10), count("c", 1, 10)]);
  expect(newlyIntroduced(total, 80, new Set())).toEqual(["b"]);
  expect(newlyIntroduced(total, 80, new Set(["b"]))).toEqual([]);
  expect(newlyIntroduced(total, 45, new Set(["b"]))).toEqual([null, "a"]);
});

test.each([
  ["2026-01-31", ["2026-02-01", "2026-06-01", "2026-10-01"]],
  ["2026-02-01", ["2026-02-01", "2026-06-01", "2026-10-01"]],
  ["2026-02-02", ["2026-06-01", "2026-10-01", "2027-02-01"]],
  ["2026-12-31", ["2027-02-01", "2027-06-01", "2027-10-01"]],
])("FUP-2 three days a year are suggested from %s", (today, expected) => {
  expect(suggestedDays(today)).toEqual(expected);
});
