import { expect, test } from "vitest";
import fc from "fast-check";
import { showChange, showParts, type PartedCell } from "../../src/suppression/parts.rules.ts";
import type { Showing } from "../../src/suppression/rules.ts";
import { changeWorkedOut, partsWorkedOut } from "./attacker.ts";

const K = 5;

/** `a.b: [3, 6]` stands below a. */
const tree = (parts: Record<string, readonly number[]>): PartedCell[] =>
  Object.entries(parts).map(([path, people]) => {
    const names = path.split(".");
    return { id: names.at(-1) ?? "", parentId: names.at(-2) ?? null, parts: people };
  });
const looks = (parts: Record<string, readonly number[]>, known: string[] = []) =>
  Object.fromEntries(showParts(tree(parts), K, { known: new Set(known) }));

const YES: Showing = "shown";
const NO: Showing = "hidden";

test.each<[string, readonly number[], readonly Showing[]]>([
  ["nobody lacks it", [0, 20], [NO, NO]],
  ["one", [1, 19], [NO, NO]],
  ["k − 1", [4, 16], [NO, NO]],
  ["k", [5, 15], [YES, YES]],
  ["all but k", [15, 5], [YES, YES]],
  ["all but k − 1", [16, 4], [NO, NO]],
  ["all", [20, 0], [NO, NO]],
  ["a group of fewer than k", [2, 2], [NO, NO]],
  ["no people at all", [0, 0], ["none", "none"]],
])("SUP-1: of those with and without something, %s", (_what, parts, expected) => {
  expect(looks({ unit: parts })).toEqual({ unit: expected });
});

test.each<[string, readonly number[], readonly Showing[]]>([
  ["all levels have enough", [9, 8, 7, 6], [YES, YES, YES, YES]],
  ["two small levels are enough together, and neither shows", [9, 8, 3, 2], [YES, YES, NO, NO]],
  ["what is left would be too few: one more is hidden", [9, 8, 6, 2], [YES, YES, NO, NO]],
  ["a level where nobody is doesn't show", [9, 8, 7, 0], [YES, YES, NO, NO]],
  ["everybody is at one level", [0, 20, 0, 0], [NO, NO, NO, NO]],
])("SUP-1: levels of a unit: %s", (_what, parts, expected) => {
  expect(looks({ unit: parts })).toEqual({ unit: expected });
});

test("SUP-1: a neighbour is hidden where the whole less what shows would tell of few", () => {
  expect(looks({ a: [0, 0], "a.b": [9, 9], "a.c": [2, 9] })).toEqual({
    a: [YES, YES],
    b: [NO, NO],
    c: [NO, NO],
  });
  expect(looks({ a: [0, 0], "a.b": [9, 9], "a.c": [2, 9] }, ["c"])).toEqual({
    a: [YES, YES],
    b: [YES, YES],
    c: [YES, YES],
  });
});

const anyParts = fc.integer({ min: 2, max: 4 }).chain((count) =>
  fc
    .array(
      fc.record({
        parent: fc.nat(),
        parts: fc.array(fc.nat({ max: 7 }), { minLength: count, maxLength: count }),
        how: fc.nat({ max: 5 }),
      }),
      { minLength: 1, maxLength: Math.floor(12 / count) },
    )
    .map((rows) => ({
      cells: rows.map((row, at): PartedCell => ({
        id: `u${at}`,
        parentId: at === 0 ? null : `u${row.parent % at}`,
        parts: row.parts,
      })),
      known: new Set(rows.flatMap(({ how }, at) => (how < 2 ? [`u${at}`] : []))),
      familiar: new Set(rows.flatMap(({ how }, at) => (how === 2 ? [`u${at}`] : []))),
    })),
);
const anyK = fc.integer({ min: 2, max: 6 });

test("SUP-1: nobody works out a group of fewer than k at a level or outside it, who knows how many there are everywhere", () => {
  fc.assert(
    fc.property(anyParts, anyK, ({ cells }, k) => {
      expect(partsWorkedOut(cells, showParts(cells, k), k)).toEqual([]);
    }),
    { numRuns: 600 },
  );
});

test("SUP-1, ORG-8: nor one who knows some units one by one, and others perhaps", () => {
  fc.assert(
    fc.property(anyParts, anyK, ({ cells, known, familiar }, k) => {
      const showing = showParts(cells, k, { known, familiar });
      expect(partsWorkedOut(cells, showing, k, known)).toEqual([]);
      expect(partsWorkedOut(cells, showing, k, new Set([...known, ...familiar]))).toEqual([]);
    }),
    { numRuns: 600 },
  );
});

test("SUP-1, ORG-8: who sees a unit's people sees all of its parts", () => {
  fc.assert(
    fc.property(anyParts, anyK, ({ cells }, k) => {
      const known = new Set(cells.map(({ id }) => id));
      for (const said of showParts(cells, k, { known }).values()) expect(said).not.toContain("hidden");
    }),
  );
});

test("SUP-1: the reader in these tests finds what is there to be found", () => {
  const cells = tree({ a: [0, 0], "a.b": [9, 9], "a.c": [2, 9] });
  const all = new Map(cells.map(({ id }) => [id, [YES, YES] as readonly Showing[]]));
  expect(partsWorkedOut(cells, all, K)).toContainEqual(["c 0"]);
  const allButOne = new Map(all).set("c", [NO, NO]);
  expect(partsWorkedOut(cells, allButOne, K)).toContainEqual(["c 0"]);
});

test("SUP-1: 3,000 units of seven levels are decided at once", () => {
  const cells = Array.from({ length: 3000 }, (_, at): PartedCell => ({
    id: `u${at}`,
    parentId: at === 0 ? null : `u${Math.floor(at / 6)}`,
    parts: [3, 6, at % 9, 5, at % 4, 2, 1],
  }));
  expect(showParts(cells, K).size).toBe(3000);
});

test("cells with different parts are no table", () => {
  expect(() => showParts(tree({ a: [1, 2], b: [1] }), K)).toThrow(RangeError);
});

/** Parts are those who lack something both before and after, after alone, before alone, and never. */
const change = (cells: readonly PartedCell[], k: number, known: ReadonlySet<string> = new Set()) => {
  const [both, then, now, never] = [0, 1, 2, 3].map(
    (part) =>
      ({ parts }: PartedCell) =>
        parts[part] ?? 0,
  ) as [PartOf, PartOf, PartOf, PartOf];
  const lacks = cells.map((cell) => ({
    ...cell,
    parts: [both(cell) + now(cell), then(cell) + never(cell)],
  }));
  return {
    before: new Map(
      [...showParts(lacks, k, { known })].map(([id, [first = "none"]]) => [id, first] as const),
    ),
    after: showChange(
      cells.map((cell) => ({
        id: cell.id,
        parentId: cell.parentId,
        asked: both(cell) + then(cell) + now(cell) + never(cell),
        before: both(cell) + now(cell),
        after: both(cell) + then(cell),
      })),
      k,
      { known },
    ),
  };
};
type PartOf = (cell: PartedCell) => number;

test.each<[string, readonly number[], Showing]>([
  ["as many as before", [6, 0, 0, 9], YES],
  ["one more", [6, 1, 0, 9], NO],
  ["k − 1 more", [6, 4, 0, 9], NO],
  ["k more", [6, 5, 0, 9], YES],
  ["k fewer", [6, 0, 5, 9], YES],
  ["one fewer", [6, 0, 1, 9], NO],
  ["all that there are", [6, 9, 0, 0], NO],
  ["too few to show as it is", [4, 6, 0, 9], NO],
])(
  "SUP-1, MOD-12: beside those who lack something today, those who would show or not: %s",
  (_what, parts, expected) => {
    expect(change(tree({ unit: parts }), K).after.get("unit")).toBe(expected);
  },
);

const anyChange = (easier: boolean) =>
  fc
    .array(
      fc.record({
        parent: fc.nat(),
        parts: fc.tuple(fc.nat({ max: 8 }), fc.nat({ max: 8 }), fc.nat({ max: 8 })),
        isKnown: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((rows) => ({
      cells: rows.map(({ parent, parts: [both, moved, never] }, at): PartedCell => ({
        id: `u${at}`,
        parentId: at === 0 ? null : `u${parent % at}`,
        parts: easier ? [both, 0, moved, never] : [both, moved, 0, never],
      })),
      known: new Set(rows.flatMap(({ isKnown }, at) => (isKnown ? [`u${at}`] : []))),
    }));

test.each([false, true])(
  "SUP-1, MOD-12: today's figures and a draft's beside each other give no small group away (easier: %s)",
  (easier) => {
    fc.assert(
      fc.property(anyChange(easier), anyK, fc.boolean(), ({ cells, known }, k, knows) => {
        const who = knows ? known : new Set<string>();
        expect(changeWorkedOut(cells, change(cells, k, who), k, who)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  },
);
