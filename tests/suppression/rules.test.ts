import { expect, test } from "vitest";
import fc from "fast-check";
import { showCells, type Cell, type Showing, type Viewer } from "../../src/suppression/rules.ts";
import { groupsWorkedOut } from "./attacker.ts";

const K = 5;

/** `a: 3, a.b: 6` is a tree where b stands below a. */
const tree = (own: Record<string, number>): Cell[] =>
  Object.entries(own).map(([path, people]) => {
    const names = path.split(".");
    return { id: names.at(-1) ?? "", parentId: names.at(-2) ?? null, own: people };
  });

const shown = (own: Record<string, number>, k = K, known: string[] = []): Record<string, Showing> =>
  Object.fromEntries(showCells(tree(own), k, { known: new Set(known) }));

const anyTree = fc
  .array(fc.record({ parent: fc.nat(), own: fc.nat({ max: 9 }), how: fc.nat({ max: 5 }) }), {
    minLength: 1,
    maxLength: 9,
  })
  .map((rows) => ({
    cells: rows.map((row, at): Cell => ({
      id: `u${at}`,
      parentId: at === 0 ? null : `u${row.parent % at}`,
      own: row.own,
    })),
    known: new Set(rows.flatMap(({ how }, at) => (how === 0 || how === 1 ? [`u${at}`] : []))),
    familiar: new Set(rows.flatMap(({ how }, at) => (how === 2 ? [`u${at}`] : []))),
  }));
const anyK = fc.integer({ min: 2, max: 12 });

test("SUP-2: 35 audiologists at one clinic show, and a unit of 3 does not", () => {
  expect(shown({ clinic: 35 })).toEqual({ clinic: "shown" });
  expect(shown({ unit: 3 })).toEqual({ unit: "hidden" });
});

test.each([
  [0, "none"],
  [1, "hidden"],
  [4, "hidden"],
  [5, "shown"],
  [6, "shown"],
])("SUP-2: with k = 5 a unit of %i is %s", (people, expected) => {
  expect(shown({ unit: people })).toEqual({ unit: expected });
});

test.each<[string, Record<string, number>, Record<string, Showing>]>([
  [
    "one small unit takes its only neighbour with it, for the parent less that one would give it away",
    { a: 0, "a.b": 9, "a.c": 3 },
    { a: "shown", b: "hidden", c: "hidden" },
  ],
  [
    "of several neighbours the smallest goes",
    { a: 0, "a.b": 9, "a.c": 3, "a.d": 6 },
    { a: "shown", b: "shown", c: "hidden", d: "hidden" },
  ],
  [
    "two small units that are enough together hide nobody else",
    { a: 0, "a.b": 9, "a.c": 3, "a.d": 2 },
    { a: "shown", b: "shown", c: "hidden", d: "hidden" },
  ],
  [
    "the parent's own few people count as a group too",
    { a: 3, "a.b": 9, "a.c": 6 },
    { a: "shown", b: "shown", c: "hidden" },
  ],
  [
    "a unit that only holds another says the same as it",
    { a: 0, "a.b": 0, "a.b.c": 7 },
    { a: "shown", b: "shown", c: "shown" },
  ],
  [
    "a department whose difference to the whole is small is hidden, and one of its units",
    { a: 3, "a.d": 0, "a.d.e": 6, "a.d.f": 7 },
    { a: "shown", d: "hidden", e: "hidden", f: "shown" },
  ],
  ["where nobody has the profession it says so", { a: 8, "a.b": 0 }, { a: "shown", b: "none" }],
  ["a whole of few hides everything", { a: 1, "a.b": 3 }, { a: "hidden", b: "hidden" }],
])("SUP-2: %s", (_what, own, expected) => {
  expect(shown(own)).toEqual(expected);
});

test("ORG-8, SUP-2: who may see the people of a unit sees it whole, and not the neighbour's through it", () => {
  expect(shown({ a: 0, "a.b": 9, "a.c": 3 }, K, ["c"])).toEqual({ a: "shown", b: "shown", c: "shown" });
  expect(shown({ a: 0, "a.b": 9, "a.c": 3 }, K, ["b"])).toEqual({ a: "hidden", b: "shown", c: "hidden" });
  // The known ones stand inside a hidden department: 28 less 20 and their own 4 would be the other 4.
  expect(shown({ a: 0, "a.d": 4, "a.d.e": 4, "a.f": 20 }, K, ["e"])).toEqual({
    a: "shown",
    d: "hidden",
    e: "shown",
    f: "hidden",
  });
});

test("SUP-2: no group of 1 to k−1 people can be worked out from what is shown", () => {
  fc.assert(
    fc.property(anyTree, anyK, ({ cells }, k) => {
      expect(groupsWorkedOut(cells, showCells(cells, k), k)).toEqual([]);
    }),
    { numRuns: 600 },
  );
});

test("SUP-2, ORG-8: nor by one who already knows some units one by one, and others perhaps", () => {
  fc.assert(
    fc.property(anyTree, anyK, ({ cells, known, familiar }, k) => {
      const showing = showCells(cells, k, { known, familiar });
      expect(groupsWorkedOut(cells, showing, k, known)).toEqual([]);
      expect(groupsWorkedOut(cells, showing, k, new Set([...known, ...familiar]))).toEqual([]);
    }),
    { numRuns: 600 },
  );
});

test("SUP-2, ORG-8: today's view and an earlier day's hold together: what shows of familiar units shows of known ones", () => {
  fc.assert(
    fc.property(anyTree, anyK, ({ cells, known }, k) => {
      const showing = (viewer: Viewer): string[] =>
        [...showCells(cells, k, viewer)].flatMap(([id, how]) => (how === "shown" ? [id] : []));
      expect(showing({ known })).toEqual(expect.arrayContaining(showing({ familiar: known })));
    }),
    { numRuns: 2000 },
  );
});

test("SUP-2: nothing more could be shown: one more node would give a small group away", () => {
  fc.assert(
    fc.property(anyTree, anyK, ({ cells, known, familiar }, k) => {
      const showing = showCells(cells, k, { known, familiar });
      for (const [id, how] of showing) {
        if (how !== "hidden") continue;
        const more = new Map(showing).set(id, "shown");
        expect([
          ...groupsWorkedOut(cells, more, k, known),
          ...groupsWorkedOut(cells, more, k, new Set([...known, ...familiar])),
        ]).not.toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});

test("SUP-2: the reader in these tests finds what is there to be found", () => {
  const cells = tree({ a: 0, "a.b": 9, "a.c": 3, "a.d": 6 });
  const parentAndAllButOne = new Map<string, Showing>([
    ["a", "shown"],
    ["b", "shown"],
    ["c", "hidden"],
    ["d", "shown"],
  ]);
  expect(groupsWorkedOut(cells, parentAndAllButOne, K)).toEqual([["c"]]);
});

test("SUP-2: the whole shows from k people, and nobody is said of those who are none", () => {
  fc.assert(
    fc.property(anyTree, anyK, ({ cells }, k) => {
      const showing = showCells(cells, k);
      const total = cells.reduce((sum, cell) => sum + cell.own, 0);
      expect(showing.get("u0")).toBe(total === 0 ? "none" : total >= k ? "shown" : "hidden");
      expect(showing.size).toBe(cells.length);
    }),
  );
});

test("SUP-2: k people in every cell hide nothing", () => {
  fc.assert(
    fc.property(anyTree, anyK, ({ cells }, k) => {
      const enough = cells.map((cell) => ({ ...cell, own: cell.own + k }));
      expect([...showCells(enough, k).values()].every((how) => how === "shown")).toBe(true);
    }),
  );
});

test("SUP-2: two views of the same people come to the same answer: neither order nor empty units decide", () => {
  expect(shown({ a: 3, "a.b": 6, "a.c": 6 })).toEqual({ a: "shown", b: "shown", c: "hidden" });
  expect(shown({ a: 3, "a.c": 6, "a.b": 6 })).toEqual({ a: "shown", b: "shown", c: "hidden" });
  fc.assert(
    fc.property(anyTree, anyK, fc.array(fc.nat(), { minLength: 9, maxLength: 9 }), ({ cells }, k, keys) => {
      const holdsAnyone = (id: string): boolean =>
        cells.some(
          (cell) => (cell.id === id && cell.own > 0) || (cell.parentId === id && holdsAnyone(cell.id)),
        );
      const shuffled = cells
        .map((cell, at) => ({ cell, key: keys[at] ?? 0 }))
        .toSorted((a, b) => a.key - b.key)
        .flatMap(({ cell }) => (holdsAnyone(cell.id) ? [cell] : []));
      const whole = showCells(cells, k);
      for (const [id, how] of showCells(shuffled, k)) expect(how).toBe(whole.get(id));
    }),
  );
});

test("ORG-8, SUP-2: a unit that one only may know does not show by that, and gives no neighbour away", () => {
  const looks = (own: Record<string, number>, ...familiar: string[]) =>
    Object.fromEntries(showCells(tree(own), K, { familiar: new Set(familiar) }));
  expect(looks({ a: 6, "a.b": 9, "a.c": 3 })).toEqual({ a: "shown", b: "shown", c: "hidden" });
  // Whoever knows the six of a would have the three of c: the whole less the six and b's nine.
  expect(looks({ a: 6, "a.b": 9, "a.c": 3 }, "a")).toEqual({ a: "shown", b: "hidden", c: "hidden" });
  expect(looks({ a: 0, "a.b": 9, "a.c": 3 }, "c")).toEqual({ a: "shown", b: "hidden", c: "hidden" });
});

test.each([
  ["a wide tree", (at: number) => (at === 0 ? null : "u0")],
  ["one long line", (at: number) => (at === 0 ? null : `u${at - 1}`)],
  ["a tree as organisations have them", (at: number) => (at === 0 ? null : `u${Math.floor(at / 6)}`)],
])("SUP-2: 3,000 units are decided at once: %s", (_what, parent) => {
  const cells = Array.from({ length: 3000 }, (_, at): Cell => ({
    id: `u${at}`,
    parentId: parent(at),
    own: at % 8,
  }));
  const started = performance.now();
  const showing = showCells(cells, K);
  expect(performance.now() - started).toBeLessThan(500);
  expect(showing.size).toBe(3000);
});

test("a cell of half a person, two of the same, or one below itself is no tree", () => {
  expect(() => showCells([{ id: "a", parentId: null, own: 0.5 }], K)).toThrow(RangeError);
  expect(() => showCells([{ id: "a", parentId: null, own: -1 }], K)).toThrow(RangeError);
  expect(() => showCells(tree({ a: 1, "b.a": 1 }), K)).toThrow(RangeError);
  expect(() =>
    showCells(
      [
        { id: "a", parentId: "b", own: 1 },
        { id: "b", parentId: "a", own: 1 },
      ],
      K,
    ),
  ).toThrow(RangeError);
});
