/** SUP-1, MOD-12: all that can be read of three versions, in pairs, gives no small group away. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { DebtCount } from "../../src/gap/debt.rules.ts";
import { DebtTree } from "../../src/gap/debt-figures.rules.ts";
import { figuresBeside, figuresOf, type ImpactFigure } from "../../src/gap/impact-figures.rules.ts";
import type { Impact } from "../../src/gap/impact.rules.ts";
import { changeWorkedOut } from "../suppression/attacker.ts";

const few = fc.nat({ max: 8 });
/** Of each unit's people: who lacks the first version's requirement, who more the second's, who more the third's, and who lacks none. */
const anyUnits = fc.array(fc.record({ parent: fc.nat(), parts: fc.tuple(few, few, few, few) }), {
  minLength: 1,
  maxLength: 4,
});
const course = {
  itemId: "kurs",
  key: "kurs",
  levelKey: "bas",
  trackKey: null,
  headingKey: "krav",
  kind: "formal",
  mandatory: true,
  text: "Kurs",
  visibility: "public",
  from: null,
  clarified: [],
  unused: null,
} as const;
const rate = { way: "nobody", hours: null, credits: null, cost: null, places: null } as const;

test("SUP-1, MOD-12: figures of any two of three versions, with debt and a draft's beside today, give no small group away", () => {
  fc.assert(
    fc.property(anyUnits, fc.constantFrom(2, 3, 5), (rows, k) => {
      const units = rows.map(({ parent, parts: [a, b, c, d] }, at) => ({
        id: `u${at}`,
        parentId: at === 0 ? null : `u${parent % at}`,
        asked: a + b + c + d,
        unmet: [a, a + b, a + b + c],
      }));
      const pathTo = (id: string | null): string[] =>
        id === null ? [] : [...pathTo(units.find((unit) => unit.id === id)?.parentId ?? null), id];
      const tree = new DebtTree(
        units.map(({ id, parentId }) => ({ id, parentId, path: pathTo(id) })),
        k,
        new Set(),
      );
      const counts = [0, 1, 2].map((version): DebtCount => ({
        key: "kurs",
        ask: { one: course },
        levelId: "bas",
        rate,
        tracks: [null],
        units: [null],
        cells: units.map(({ id, asked, unmet }) => ({
          unitId: id,
          asked,
          unmet: unmet[version] ?? 0,
          later: 0,
        })),
      }));
      const others = counts.map((count) => new Map([[count.key, count]]));
      const shown = counts.map(() => new Set<string>());
      const read = (of: readonly number[], figures: (id: string | null) => Pick<ImpactFigure, "showing">) => {
        // The first unit holds all others: the organisation's figure is its own.
        for (const { id, parentId } of units)
          if (figures(id).showing !== "hidden" || (parentId === null && figures(null).showing !== "hidden"))
            for (const version of of) shown[version]?.add(id);
      };
      const pair = (from: number, to: number): Impact => {
        const [before, after] = [counts[from], counts[to]];
        if (!before || !after) throw new Error("no such version");
        return { kind: "changed", before, after };
      };
      for (const from of [0, 1, 2])
        for (const to of [0, 1, 2])
          if (from !== to) read([from, to], figuresBeside(tree, pair(from, to), others));
      // The second is in force and the third a draft: those are read beside each other as they are.
      read([1, 2], figuresOf(tree, pair(1, 2)));
      for (const count of counts.slice(1, 2)) read([1], tree.figures(count));
      for (const [from, to] of [
        [0, 1],
        [1, 2],
        [0, 2],
      ] as const) {
        const cells = units.map(({ id, parentId, asked, unmet }) => {
          const [less, more] = [unmet[from] ?? 0, unmet[to] ?? 0];
          return { id, parentId, parts: [less, more - less, 0, asked - more] };
        });
        const showing = (version: number) =>
          new Map(
            units.map(({ id }) => [id, shown[version]?.has(id) ? ("shown" as const) : ("hidden" as const)]),
          );
        const told = { before: showing(from), after: showing(to) };
        expect([from, to, changeWorkedOut(cells, told, k)]).toEqual([from, to, []]);
      }
    }),
    {
      numRuns: 300,
      examples: [
        // One version could be read of the last unit alone, another of the one above it alone: less one the other told of a single person.
        [
          [
            { parent: 0, parts: [0, 1, 1, 2] },
            { parent: 0, parts: [1, 0, 0, 1] },
            { parent: 1, parts: [1, 0, 0, 1] },
            { parent: 2, parts: [2, 0, 0, 2] },
          ],
          2,
        ],
        // What is read of the draft beside the version in force, unit by unit, was subtracted from what another pair told of some units.
        [
          [
            { parent: 0, parts: [0, 1, 1, 0] },
            { parent: 0, parts: [1, 0, 0, 1] },
            { parent: 0, parts: [1, 0, 0, 1] },
            { parent: 1, parts: [2, 0, 0, 2] },
          ],
          2,
        ],
      ],
    },
  );
});
