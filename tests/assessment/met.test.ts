/** What a level asks for and what is left of it, as tables at the boundary and as properties of any requirements in any groups. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  asksAt,
  isMet,
  leftOf,
  metFrom,
  narrowed,
  requirementsIn,
  type Ask,
  type Left,
  type Requirement,
} from "../../src/assessment/met.rules.ts";
import { compose } from "../../src/career-model/compose.rules.ts";
import type { Item, ModelVersion, RequirementGroup, Structure } from "../../src/career-model/rules.ts";
import { EMPTY_SUPPLEMENT, type LocalItem } from "../../src/career-model/supplement.rules.ts";
import { addDays } from "../../src/shared/local-date.ts";

const place = { levelKey: "van", trackKey: null, headingKey: "krav" };
const item = (key: string, change: Partial<Item> = {}): Item => ({
  ...place,
  key,
  kind: "formal",
  mandatory: true,
  text: key,
  visibility: "public",
  ...change,
});
const needing = (key: string, needed: number | null, change: Partial<RequirementGroup> = {}) => ({
  ...place,
  key,
  needed,
  ...change,
});

const structure: Structure = {
  name: "Gemensam",
  levels: ["ny", "van"].map((key) => ({ key, name: key, shortText: "", kind: "core" })),
  headings: [{ key: "krav", name: "Krav" }],
  coreCompetencies: [],
  ratingScale: [],
};
const version = (items: readonly Item[], groups: readonly RequirementGroup[] = []): ModelVersion => ({
  number: 1,
  intro: "",
  levelIntros: [],
  tracks: [{ key: "forskning", name: "Forskning", levels: ["van"] }],
  groups,
  items,
  onward: [],
});
/** Identities that can't be mistaken for keys. */
const idsOf = (items: readonly Item[]) => Object.fromEntries(items.map(({ key }) => [key, `id-${key}`]));
type Place = { readonly levelKey: string; readonly trackKey: string | null };
const asksOf = (
  items: readonly Item[],
  groups: readonly RequirementGroup[] = [],
  layers: Parameters<typeof compose>[1] = [],
  at: Place = place,
) => asksAt(compose({ structure, version: version(items, groups) }, layers), idsOf(items), at);

/** Asks and what is left, as one reads them: `[2, a, b]` is any two of a and b. */
const outline = (ask: Ask | Left): unknown =>
  "one" in ask
    ? ask.one.itemId.replace(/^id-/, "")
    : ["needed" in ask ? ask.needed : ask.more, ...ask.of.map(outline)];
const met = (...keys: string[]) => new Set(keys.map((key) => `id-${key}`));

describe("MOD-3: what is asked for", () => {
  const items = [
    item("inner", { levelKey: "ny" }),
    item("course"),
    item("does", { kind: "demonstrated" }),
    item("duty", { kind: "duty", mandatory: null }),
    item("support", { kind: "support", mandatory: null }),
    item("wish", { mandatory: false }),
    item("thesis", { trackKey: "forskning" }),
    item("after"),
  ];

  test.each<[string, Place, unknown[], unknown[]]>([
    ["at a level", place, ["course", "does", "after"], ["wish"]],
    [
      "in a track: the level's, then the track's",
      { ...place, trackKey: "forskning" },
      ["course", "does", "after", "thesis"],
      ["wish"],
    ],
    ["at another level", { levelKey: "ny", trackKey: null }, ["inner"], []],
    ["at a level that isn't there", { levelKey: "gone", trackKey: null }, [], []],
    [
      "in a track that isn't there: the level's",
      { ...place, trackKey: "gone" },
      ["course", "does", "after"],
      ["wish"],
    ],
  ])("%s", (_, at, mandatory, recommended) => {
    const asks = asksOf(items, [], [], at);
    expect(asks.mandatory.map(outline)).toEqual(mandatory);
    expect(asks.recommended.map(outline)).toEqual(recommended);
  });

  test("an item without an identity is a fault, never a requirement that nobody can meet", () => {
    const effective = compose({ structure, version: version([item("a")]) }, []);
    expect(() => asksAt(effective, {}, place)).toThrow("no identity of the item a");
  });
});

describe("MOD-9: layers", () => {
  const added: LocalItem = { ...item("5f2f36ae-2f5f-4a34-8a0a-7d7f0d8d6f10", { text: "Lokal kurs" }) };
  const unused = (of: "level" | "track" | "item", key: string) => ({
    by: { of: "employer" } as const,
    content: { ...EMPTY_SUPPLEMENT, unused: [{ of, key, reason: "Behövs inte" }] },
  });

  test("what is added is asked for too, under its own identity, and says whose it is", () => {
    const { mandatory } = asksOf(
      [item("a")],
      [],
      [{ by: { of: "unit", name: "Rehab" }, content: { ...EMPTY_SUPPLEMENT, items: [added] } }],
    );
    expect(mandatory.map(outline)).toEqual(["a", added.key]);
    expect(requirementsIn(mandatory).map(({ from }) => from)).toEqual([null, { of: "unit", name: "Rehab" }]);
  });

  test.each<[string, ReturnType<typeof unused>, unknown[], unknown[]]>([
    ["level asks for nothing", unused("level", "van"), [], []],
    ["track asks for the level's own", unused("track", "forskning"), ["a"], [[1, "w", "x"]]],
    [
      "recommended requirement isn't asked for, nor waited for by its group",
      unused("item", "w"),
      ["a", "t"],
      [[1, "x"]],
    ],
  ])("an unused %s", (_, layer, mandatory, recommended) => {
    const asks = asksOf(
      [
        item("a"),
        item("w", { mandatory: false, groupKey: "g" }),
        item("x", { mandatory: false, groupKey: "g" }),
        item("t", { trackKey: "forskning" }),
      ],
      [needing("g", 1)],
      [layer],
      { ...place, trackKey: "forskning" },
    );
    expect(asks.mandatory.map(outline)).toEqual(mandatory);
    expect(asks.recommended.map(outline)).toEqual(recommended);
  });

  test("a group asks for no more members than it has left, and is gone with its last", () => {
    const { mandatory } = asksOf(
      [item("a", { groupKey: "g" }), item("b", { groupKey: "g" }), item("c")],
      [needing("g", 2)],
    );
    expect(narrowed(mandatory, ({ key }) => key !== "a").map(outline)).toEqual([[1, "b"], "c"]);
    expect(narrowed(mandatory, ({ key }) => key === "c").map(outline)).toEqual(["c"]);
  });
});

describe("MOD-4: what is left of a group", () => {
  const nested = {
    items: [
      item("master", { groupKey: "g" }),
      item("years", { groupKey: "inner" }),
      item("mentor", { groupKey: "inner" }),
      item("doctor", { groupKey: "g" }),
    ],
    groups: [needing("g", 1), needing("inner", null, { groupKey: "g" })],
  };
  const two = {
    items: ["a", "b", "c"].map((key) => item(key, { groupKey: "g" })),
    groups: [needing("g", 2)],
  };
  type Case = { items: Item[]; groups: RequirementGroup[] };

  test.each<[string, Case, string[], unknown]>([
    ["nothing of any one of three", nested, [], [1, "master", [2, "years", "mentor"], "doctor"]],
    ["half of a way within it is worth its half", nested, ["years"], [1, "master", [1, "mentor"], "doctor"]],
    ["a whole way within it", nested, ["years", "mentor"], null],
    ["another way", nested, ["doctor"], null],
    ["none of any two of three", two, [], [2, "a", "b", "c"]],
    ["one of any two of three: one more of the other two", two, ["b"], [1, "a", "c"]],
    ["two of any two of three", two, ["b", "c"], null],
    ["three of any two of three", two, ["a", "b", "c"], null],
    ["what isn't asked for meets nothing", two, ["d", "e"], [2, "a", "b", "c"]],
  ])("%s", (_, { items, groups }, have, left) => {
    const [ask] = asksOf(items, groups).mandatory;
    if (!ask) throw new Error("nothing is asked for");
    const rest = leftOf(ask, met(...have));
    expect(rest && outline(rest)).toEqual(left);
    expect(isMet(ask, met(...have))).toBe(left === null);
  });

  test.each<[string, Case, Record<string, string>, string | null]>([
    ["any one: the first of its days", nested, { master: "2027-05-01", doctor: "2027-03-01" }, "2027-03-01"],
    [
      "all of an inner one: its last day",
      nested,
      { years: "2027-01-01", mentor: "2027-02-01" },
      "2027-02-01",
    ],
    ["not by time when a part of it isn't", nested, { years: "2027-01-01" }, null],
    [
      "any two: the second of its days",
      two,
      { a: "2027-03-01", b: "2026-01-01", c: "2028-01-01" },
      "2027-03-01",
    ],
    ["any two, of which one has a day", two, { a: "2027-03-01" }, null],
  ])("the day from which it is met: %s", (_, { items, groups }, days, from) => {
    const [ask] = asksOf(items, groups).mandatory;
    if (!ask) throw new Error("nothing is asked for");
    expect(metFrom(ask, (id) => days[id.replace("id-", "")] ?? null)).toBe(from);
  });
});

const requirement = (itemId: string): Requirement => ({
  ...item(itemId),
  itemId,
  from: null,
  clarified: [],
  unused: null,
});
const NAMES = ["a", "b", "c", "d", "e", "f", "g", "h"];
/** Any requirements in any groups, each requirement once in a group. */
const { ask: asks } = fc.letrec<{ ask: Ask; one: Ask; group: Ask }>((tie) => ({
  ask: fc.oneof({ maxDepth: 3, withCrossShrink: true }, tie("one"), tie("group")),
  one: fc.constantFrom(...NAMES).map((name) => ({ one: requirement(name) })),
  group: fc
    .tuple(fc.nat(), fc.array(tie("ask"), { minLength: 1, maxLength: 4 }))
    .map(([seed, of]) => ({ key: "g", needed: 1 + (seed % of.length), of })),
}));
const sets = fc.subarray(NAMES).map((names) => new Set(names));

/** One way to meet what is left: the first members of each group, as many as it needs. */
const fulfil = (left: Left): string[] =>
  "one" in left ? [left.one.itemId] : left.of.slice(0, left.more).flatMap(fulfil);

describe("MOD-4: of any requirements in any groups", () => {
  test("meeting more never unmeets", () => {
    fc.assert(
      fc.property(asks, sets, sets, (ask, some, others) => {
        fc.pre(isMet(ask, some));
        expect(isMet(ask, new Set([...some, ...others]))).toBe(true);
      }),
    );
  });

  test("a group of all is its members, whatever is met", () => {
    fc.assert(
      fc.property(fc.array(asks, { minLength: 1, maxLength: 4 }), sets, (of, have) => {
        const all: Ask = { key: "all", needed: of.length, of };
        expect(isMet(all, have)).toBe(of.every((ask) => isMet(ask, have)));
      }),
    );
  });

  test("nothing is left exactly when it is met; what is left, met, meets it", () => {
    fc.assert(
      fc.property(asks, sets, (ask, have) => {
        const left = leftOf(ask, have);
        expect(left === null).toBe(isMet(ask, have));
        expect(isMet(ask, new Set([...have, ...(left ? fulfil(left) : [])]))).toBe(true);
      }),
    );
  });

  test("what is left names only what isn't met", () => {
    fc.assert(
      fc.property(asks, sets, (ask, have) => {
        const left = leftOf(ask, have);
        const named = (each: Left): string[] => ("one" in each ? [each.one.itemId] : each.of.flatMap(named));
        expect((left ? named(left) : []).filter((name) => have.has(name))).toEqual([]);
      }),
    );
  });

  test("it is met from a day exactly when what has its day by then meets it", () => {
    const days = fc.dictionary(
      fc.constantFrom(...NAMES),
      fc.nat(20).map((n) => addDays("2027-01-01", n)),
    );
    fc.assert(
      fc.property(asks, days, fc.nat(20), (ask, dayOf, n) => {
        const day = addDays("2027-01-01", n);
        const have = new Set(Object.keys(dayOf).filter((name) => (dayOf[name] ?? "") <= day));
        const from = metFrom(ask, (name) => dayOf[name] ?? null);
        expect(from !== null && from <= day).toBe(isMet(ask, have));
      }),
    );
  });
});
