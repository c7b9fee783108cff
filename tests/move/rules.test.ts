import { describe, expect, test } from "vitest";
import {
  directionOf,
  placesAsked,
  setsOff,
  unmetOf,
  weighMove,
  type MoveRule,
  type Moving,
  type Place,
} from "../../src/move/move.rules.ts";
import type { Ask, Known, Requirement } from "../../src/assessment/met.rules.ts";
import { NOTHING_OVER, type UnmetAt } from "../../src/placement/rules.ts";
import { newId, type Id } from "../../src/shared/ids.ts";

const LEVELS = ["bas", "fördjupad", "avancerad", "expert"];
const at = (levelKey: string, trackKey: string | null = null): Place => ({ levelKey, trackKey });
const named = (places: readonly Place[]) =>
  places.map(({ levelKey, trackKey }) => (trackKey === null ? levelKey : `${levelKey} ${trackKey}`));

describe("PLC-3, PLC-6 what a move asks for", () => {
  const table: readonly [MoveRule, Place, Place, string[]][] = [
    ["present-and-target", at("bas"), at("fördjupad"), ["bas", "fördjupad"]],
    ["present-and-target", at("bas"), at("expert", "lärare"), ["bas", "expert lärare"]],
    ["present-and-target", at("avancerad", "forskare"), at("expert"), ["avancerad forskare", "expert"]],
    ["cumulative", at("bas"), at("fördjupad"), ["bas", "fördjupad"]],
    ["cumulative", at("bas"), at("expert", "lärare"), ["bas", "fördjupad", "avancerad", "expert lärare"]],
    ["cumulative", at("fördjupad", "forskare"), at("avancerad"), ["bas", "fördjupad forskare", "avancerad"]],
    ["advisory", at("bas"), at("avancerad"), ["avancerad"]],
    ["present-and-target", at("expert", "lärare"), at("expert", "forskare"), ["expert forskare"]],
    ["cumulative", at("expert", "lärare"), at("expert"), ["expert"]],
    ["advisory", at("expert"), at("expert", "forskare"), ["expert forskare"]],
    ["present-and-target", at("expert"), at("bas"), []],
    ["cumulative", at("fördjupad"), at("bas"), []],
    ["advisory", at("avancerad"), at("fördjupad", "lärare"), []],
    ["cumulative", at("borttagen"), at("avancerad"), ["avancerad"]],
  ];
  test.each(table)("%s from %o to %o", (rule, from, to, asked) => {
    expect(named(placesAsked(rule, LEVELS, from, to))).toEqual(asked);
  });

  test("MOD-9 a level that isn't used here is skipped", () => {
    const used = LEVELS.filter((key) => key !== "fördjupad");
    expect(named(placesAsked("cumulative", used, at("bas"), at("avancerad")))).toEqual(["bas", "avancerad"]);
  });

  test("PLC-6 the ways to go", () => {
    expect(directionOf(LEVELS, at("bas"), at("fördjupad"))).toBe("outward");
    expect(directionOf(LEVELS, at("fördjupad"), at("bas"))).toBe("inward");
    expect(directionOf(LEVELS, at("expert", "lärare"), at("expert", "forskare"))).toBe("sideways");
    expect(directionOf(LEVELS, at("borttagen"), at("bas"))).toBe("sideways");
  });
});

const requirement = (text: string, kind: "formal" | "demonstrated", type?: string): Requirement =>
  ({
    itemId: newId(),
    key: text,
    text,
    kind,
    mandatory: true,
    ...(type ? { formal: { type } } : {}),
  }) as Requirement;
const knownOf = (itemId: Id, change: Partial<Known> = {}): Known => ({
  personId: newId(),
  itemId,
  isMet: false,
  evidence: null,
  waiting: null,
  ended: null,
  experience: null,
  agreed: null,
  ...change,
});
const asked = (requirements: readonly Requirement[], change: (one: Requirement) => Partial<Known>) =>
  new Map(requirements.map((one) => [one.itemId, knownOf(one.itemId, change(one))]));

describe("PLC-3 each requirement that isn't met is told with what would meet it", () => {
  const licence = requirement("Legitimation", "formal", "licence");
  const course = requirement("Kurs", "formal", "course");
  const years = requirement("Två år", "formal", "experience");
  const leads = requirement("Leder andra", "demonstrated");
  const all = [licence, course, years, leads];
  const one = (each: Requirement): Ask => ({ one: each });

  test("by papers, by time, in the talk, or by what is on its way", () => {
    const known = asked(all, ({ itemId }) => ({
      ...(itemId === course.itemId
        ? { ended: { id: newId(), what: "Intyg", on: "2026-11-01", why: "expired" as const } }
        : {}),
      ...(itemId === years.itemId ? { experience: { days: 400, reachedOn: "2027-02-01" } } : {}),
    }));
    expect(unmetOf(all.map(one), known)).toEqual([
      { text: "Legitimation", by: "licence", on: null },
      { text: "Kurs", by: "expired", on: "2026-10-31" },
      { text: "Två år", by: "experience", on: "2027-02-01" },
      { text: "Leder andra", by: "talk", on: null },
    ]);
    const waiting = asked([licence, course], ({ itemId }) => ({
      waiting: { id: newId(), what: "Intyg", returned: itemId === course.itemId },
    }));
    expect(unmetOf([one(licence), one(course)], waiting)).toEqual([
      { text: "Legitimation", by: "waiting", on: null },
      { text: "Kurs", by: "returned", on: null },
    ]);
  });

  test("MOD-4 of a group, how many more of which; nothing when as many are met as it needs", () => {
    const group: Ask = { key: "väg", needed: 1, of: [one(course), one(years)] };
    expect(
      unmetOf(
        [group],
        asked([course, years], () => ({})),
      ),
    ).toEqual([
      {
        more: 1,
        of: [
          { text: "Kurs", by: "course", on: null },
          { text: "Två år", by: "experience", on: null },
        ],
      },
    ]);
    expect(
      unmetOf(
        [group],
        asked([course, years], (each) => ({ isMet: each === years })),
      ),
    ).toEqual([]);
  });
});

const UNMET: readonly UnmetAt[] = [
  { level: "Bas", track: null, unmet: [{ text: "Legitimation", by: "licence", on: null }] },
  {
    level: "Expert",
    track: "Lärare",
    unmet: [
      {
        more: 1,
        of: [
          { text: "Kurs", by: "course", on: null },
          { text: "Två år", by: "experience", on: null },
        ],
      },
    ],
  },
];
const moving = (change: Partial<Moving> = {}): Moving => ({
  rule: "present-and-target",
  direction: "outward",
  unmet: [],
  isPost: false,
  needForMoves: false,
  need: null,
  despite: "",
  ...change,
});
const codes = (change: Partial<Moving>) => {
  const result = weighMove(moving(change));
  return result.ok ? "moves" : result.reasons.map(({ code }) => code);
};

describe("PLC-3 the organisation's rule", () => {
  test.each(["present-and-target", "cumulative", "advisory"] as const)(
    "%s: nothing unmet, the move is made",
    (rule) => {
      expect(weighMove(moving({ rule }))).toEqual({ ok: true, value: NOTHING_OVER });
    },
  );

  test.each(["present-and-target", "cumulative"] as const)(
    "%s: every reason is told, and words don't help",
    (rule) => {
      expect(weighMove(moving({ rule, unmet: UNMET, despite: "Hon kan det ändå." }))).toEqual({
        ok: false,
        reasons: [
          { code: "unmet", field: "place", data: { level: "Bas", text: "Legitimation", by: "licence" } },
          {
            code: "unmet-group",
            field: "place",
            data: { level: "Expert, Lärare", more: 1, of: "Kurs; Två år" },
          },
        ],
      });
    },
  );

  test("advisory: over what isn't met for a reason that is written down, and not without", () => {
    expect(codes({ rule: "advisory", unmet: UNMET })).toEqual(["unmet", "unmet-group", "despite-missing"]);
    expect(codes({ rule: "advisory", unmet: UNMET, despite: "   " })).toContain("despite-missing");
    expect(
      weighMove(moving({ rule: "advisory", unmet: UNMET, despite: " Verksamheten behöver henne nu. " })),
    ).toEqual({
      ok: true,
      value: { despite: "Verksamheten behöver henne nu.", unmet: UNMET },
    });
    expect(codes({ rule: "advisory", unmet: UNMET, despite: "x".repeat(2001) })).toEqual(["too-long"]);
    expect(weighMove(moving({ rule: "advisory", despite: "Till ingen nytta." }))).toEqual({
      ok: true,
      value: NOTHING_OVER,
    });
  });
});

describe("PLC-4, NED-1 the operation's need", () => {
  const table: readonly [string, Partial<Moving>, "moves" | string[]][] = [
    ["an ordinary level takes none", {}, "moves"],
    ["a post that nobody has said a need of", { isPost: true }, ["no-need-stated"]],
    ["a post with a free need", { isPost: true, need: { people: 2, have: 1 } }, "moves"],
    ["a post whose need is filled", { isPost: true, need: { people: 2, have: 2 } }, ["no-free-need"]],
    [
      "a post that more have than are needed",
      { isPost: true, need: { people: 1, have: 3 } },
      ["no-free-need"],
    ],
    ["inward to a post", { isPost: true, direction: "inward" }, ["no-need-stated"]],
    ["every move outward, where the organisation says so", { needForMoves: true }, ["no-need-stated"]],
    ["sideways then takes none", { needForMoves: true, direction: "sideways" }, "moves"],
    ["nor inward", { needForMoves: true, direction: "inward" }, "moves"],
    [
      "an advisory rule doesn't make a need",
      { rule: "advisory", unmet: UNMET, despite: "Ändå.", isPost: true, need: { people: 1, have: 1 } },
      ["no-free-need"],
    ],
    [
      "both kinds of reasons are told",
      { unmet: UNMET, isPost: true },
      ["unmet", "unmet-group", "no-need-stated"],
    ],
  ];
  test.each(table)("%s", (_, change, expected) => {
    expect(codes(change)).toEqual(expected);
  });
});

describe("PLC-7 what a move sets off", () => {
  const titles = { before: "Fysioterapeut 1", after: "Fysioterapeut 2" };
  test("nothing, a title, an agreement, or both, with who does it", () => {
    expect(setsOff({ titleTaskOf: null, agreementTaskOf: null }, titles)).toEqual([]);
    expect(setsOff({ titleTaskOf: "hr", agreementTaskOf: "manager" }, titles)).toEqual([
      { kind: "title", owner: "hr", title: "Fysioterapeut 2" },
      { kind: "agreement", owner: "manager", title: "" },
    ]);
  });
  test("a title only where the new place has one, and another than before", () => {
    const hr = { titleTaskOf: "hr", agreementTaskOf: null } as const;
    expect(setsOff(hr, { before: "Fysioterapeut 1", after: "" })).toEqual([]);
    expect(setsOff(hr, { before: "Fysioterapeut 1", after: "Fysioterapeut 1" })).toEqual([]);
    expect(setsOff(hr, { before: "", after: "Fysioterapeut 1" })).toHaveLength(1);
  });
});
