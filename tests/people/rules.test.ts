import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { actingFor, checkDays, checkDeputy, findCycle, reportingLines } from "../../src/people/rules.ts";

const unit = (id: string, parentId: string | null, isAuthority = false) => ({ id, parentId, isAuthority });
/** kommun → vård (own authority) → område → rehab */
const tree = [
  unit("kommun", null),
  unit("vård", "kommun", true),
  unit("område", "vård"),
  unit("rehab", "område"),
];
const units = new Map(tree.map((each) => [each.id, each]));

describe("who acts for a person in a unit", () => {
  test.each([
    ["ORG-4 the unit's manager", { rehab: "karin" }, "rehab", "asa", "karin"],
    [
      "ORG-4 the manager above for the manager",
      { rehab: "karin", område: "maria" },
      "rehab",
      "karin",
      "maria",
    ],
    ["ORG-8 the manager above where the post is vacant", { område: "maria" }, "rehab", "asa", "maria"],
    [
      "ORG-4 past every unit that the person manages",
      { rehab: "karin", område: "karin", vård: "olle" },
      "rehab",
      "karin",
      "olle",
    ],
    ["ORG-8 a gap where nobody is", {}, "rehab", "asa", null],
    ["ORG-2 not beyond a vacant authority", { kommun: "direktör" }, "rehab", "asa", null],
    [
      "ORG-2 not beyond an authority for a manager below it",
      { rehab: "karin", kommun: "direktör" },
      "rehab",
      "karin",
      null,
    ],
    [
      "ORG-4 beyond the authority for its own manager",
      { vård: "olle", kommun: "direktör" },
      "vård",
      "olle",
      "direktör",
    ],
    ["a unit that is not in the tree", { rehab: "karin" }, "elsewhere", "asa", null],
  ])("%s", (_name, managers, unitId, personId, acting) => {
    expect(actingFor(units, new Map(Object.entries(managers)), unitId, personId)).toBe(acting);
  });
});

describe("reporting lines (ORG-4)", () => {
  const flat = [unit("a", null), unit("b", null), unit("c", null)];
  const lines = (managers: Record<string, string>, works: Record<string, string[]>) =>
    reportingLines(flat, new Map(Object.entries(managers)), new Map(Object.entries(works)));

  test("ORG-4: two who manage each other's units are a circle", () => {
    expect(findCycle(lines({ a: "A", b: "B" }, { A: ["b"], B: ["a"] }))).toEqual(["A", "B"]);
  });
  test("ORG-4: three round in a ring are a circle, whoever is looked at first", () => {
    const ring = lines({ a: "A", b: "B", c: "C" }, { A: ["b"], B: ["c"], C: ["a"] });
    expect(findCycle(ring)?.toSorted()).toEqual(["A", "B", "C"]);
  });
  test("ORG-4: managing the unit that one works in is no circle", () => {
    expect(findCycle(lines({ a: "A" }, { A: ["a"] }))).toBeNull();
  });
  test("ORG-4: a second employment can close the circle (ORG-3)", () => {
    expect(findCycle(lines({ a: "A", b: "B" }, { A: ["c", "b"], B: ["a"] }))).toEqual(["A", "B"]);
  });
  test("ORG-4: whoever reports to two managers who share one is no circle", () => {
    const diamond = new Map([
      ["A", ["B", "C"]],
      ["B", ["D"]],
      ["C", ["D"]],
      ["D", []],
    ]);
    expect(findCycle(diamond)).toBeNull();
  });
  test("ORG-4: a circle is found exactly when somebody can be reached from themself", () => {
    const people = ["A", "B", "C", "D", "E"];
    const graph = fc.array(fc.tuple(fc.constantFrom(...people), fc.constantFrom(...people)), {
      maxLength: 10,
    });
    fc.assert(
      fc.property(graph, (edges) => {
        const given = edges.filter(([from, to]) => from !== to);
        const lines = new Map(
          people.map((id) => [id, given.filter(([from]) => from === id).map(([, to]) => to)]),
        );
        const reach = (from: string): Set<string> => {
          const seen = new Set<string>();
          const queue = [...(lines.get(from) ?? [])];
          for (let at = queue.pop(); at !== undefined; at = queue.pop())
            if (!seen.has(at)) {
              seen.add(at);
              queue.push(...(lines.get(at) ?? []));
            }
          return seen;
        };
        const round = people.some((id) => reach(id).has(id));
        const found = findCycle(lines);
        expect(found !== null).toBe(round);
        for (const [index, id] of (found ?? []).entries())
          expect(lines.get(id)).toContain(found?.[(index + 1) % found.length]);
      }),
    );
  });
});

describe("days of managers and deputies", () => {
  const always = { from: "2020-01-01", to: null };
  const until = { from: "2020-01-01", to: "2027-01-01" };
  test.each([
    ["within", { from: "2026-01-01", to: "2026-02-01" }, until, []],
    ["from the unit's first day to its last", until, until, []],
    ["until further notice", { from: "2026-01-01", to: null }, always, []],
    ["the day before the unit begins", { from: "2019-12-31", to: null }, always, ["outside-the-unit"]],
    [
      "the day after the unit has ended",
      { from: "2026-01-01", to: "2027-01-02" },
      until,
      ["outside-the-unit"],
    ],
    [
      "until further notice in a unit that ends",
      { from: "2026-01-01", to: null },
      until,
      ["outside-the-unit"],
    ],
    ["ends the day it begins", { from: "2026-01-01", to: "2026-01-01" }, always, ["ends-before-it-begins"]],
    ["30 February", { from: "2026-02-30", to: null }, always, ["not-a-day"]],
    ["no real last day", { from: "2026-01-01", to: "soon" }, always, ["not-a-day"]],
  ])("%s", (_name, days, unitDays, codes) => {
    expect(checkDays(days, unitDays).map((reason) => reason.code)).toEqual(codes);
  });

  test("ORG-8: a deputy needs a last day and a reason, and both are said at once", () => {
    const reasons = checkDeputy({ days: { from: "2026-01-01", to: null }, reason: "" }, always);
    expect(reasons).toEqual([
      { code: "missing", field: "to" },
      { code: "missing", field: "reason" },
    ]);
    expect(
      checkDeputy({ days: { from: "2026-01-01", to: "2026-02-01" }, reason: "x".repeat(501) }, always),
    ).toEqual([{ code: "too-long", field: "reason", data: { max: 500 } }]);
    expect(
      checkDeputy({ days: { from: "2026-01-01", to: "2026-02-01" }, reason: "Föräldraledig chef" }, always),
    ).toEqual([]);
  });
});
