import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  byRequirement,
  isMet,
  mayAgree,
  mayCompare,
  seesNames,
  sideBySide,
  type Placing,
  type Standing,
} from "../../src/calibration/calibration.rules.ts";

const standing = (state: Standing["state"], handedIn: number, seats = 3): Standing => ({
  state,
  seats,
  handedIn,
});
const reader = (isLead: boolean, handedIn: boolean | null) => ({
  isLead,
  seat: handedIn === null ? null : { handedIn },
});
const [lead, waiting, answered, both] = [
  reader(true, null),
  reader(false, false),
  reader(false, true),
  reader(true, false),
];

describe("PLC-8 who sees what, and when", () => {
  test.each([
    ["the lead, while somebody hasn't", lead, standing("open", 2), false, false],
    ["the lead, when all have", lead, standing("open", 3), true, false],
    ["the lead, when it is closed", lead, standing("closed", 1), true, false],
    ["a manager before their own", waiting, standing("open", 2), false, false],
    ["a manager after their own", answered, standing("open", 1), true, false],
    ["a manager, when all have", answered, standing("open", 3), true, true],
    ["a manager, when it is closed", answered, standing("closed", 1), true, true],
    ["one who never answered, when it is closed", waiting, standing("closed", 2), true, false],
    ["one who leads and hasn't answered", both, standing("open", 2), false, false],
    ["anybody, before anybody is asked", lead, standing("open", 0, 0), false, false],
    ["the lead, while it is prepared", lead, standing("draft", 0, 0), false, false],
  ])("%s", (_, who, where, compares, names) => {
    expect([mayCompare(who, where), seesNames(who, where)]).toEqual([compares, names]);
  });

  test("what was agreed is written when all can talk about it, by the lead and by those who answered", () => {
    expect(isMet(standing("open", 2))).toBe(false);
    expect([lead, answered, waiting].map((who) => mayAgree(who, standing("open", 2)))).toEqual([
      false,
      false,
      false,
    ]);
    expect([lead, answered, waiting].map((who) => mayAgree(who, standing("closed", 2)))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

const order = ["bas", "skicklig", "expert"].map((levelId) => ({ levelId, trackId: null }));
const placing = (
  caseId: string,
  levelId: string,
  marks: Readonly<Record<string, boolean>> = {},
): Placing => ({
  caseId,
  levelId,
  trackId: null,
  words: "Därför.",
  by: null,
  marks: Object.entries(marks).map(([itemId, shows]) => ({ itemId, shows })),
});

describe("PLC-8 side by side", () => {
  const compared = sideBySide(["a", "b", "c"], order, [
    placing("a", "bas", { x: true }),
    placing("a", "bas", { x: true }),
    placing("b", "skicklig", { x: true, y: false }),
    placing("b", "bas", { x: false, y: false }),
  ]);

  test("cases that were placed differently come first, each with its places in the model's order", () => {
    expect(compared.map(({ caseId, differs }) => [caseId, differs])).toEqual([
      ["b", true],
      ["a", false],
      ["c", false],
    ]);
    expect(compared[0]?.places.map(({ levelId, placings }) => [levelId, placings.length])).toEqual([
      ["bas", 1],
      ["skicklig", 1],
    ]);
  });

  test("the requirement that is read both ways in one case is the one that divides", () => {
    expect(compared[0]?.readings).toEqual([
      { itemId: "x", shows: 1, not: 1 },
      { itemId: "y", shows: 0, not: 2 },
    ]);
    expect(byRequirement(["y", "x", "z"], compared)).toEqual([
      {
        itemId: "x",
        divides: true,
        cases: [
          { caseId: "b", shows: 1, not: 1 },
          { caseId: "a", shows: 2, not: 0 },
        ],
      },
      { itemId: "y", divides: false, cases: [{ caseId: "b", shows: 0, not: 2 }] },
    ]);
  });

  test("one case that shows it and another that doesn't is no difference", () => {
    const alike = sideBySide(["a", "b"], order, [
      placing("a", "bas", { x: true }),
      placing("b", "bas", { x: false }),
    ]);
    expect(byRequirement(["x"], alike)).toMatchObject([{ itemId: "x", divides: false }]);
  });

  test("every answer is there once, and in whichever order they came it says the same", () => {
    const answer = fc.record({
      caseId: fc.constantFrom("a", "b"),
      levelId: fc.constantFrom("bas", "skicklig", "expert"),
      x: fc.option(fc.boolean()),
    });
    fc.assert(
      fc.property(fc.array(answer), (answers) => {
        const all = answers.map(({ caseId, levelId, x }) =>
          placing(caseId, levelId, x === null ? {} : { x }),
        );
        const shape = (placings: readonly Placing[]) =>
          sideBySide(["a", "b"], order, placings).map(({ caseId, places, readings, differs }) => ({
            caseId,
            readings,
            differs,
            places: places.map(({ levelId, placings: own }) => [levelId, own.length]),
          }));
        expect(shape(all.toReversed())).toEqual(shape(all));
        const counted = sideBySide(["a", "b"], order, all).flatMap(({ places }) =>
          places.flatMap(({ placings }) => placings),
        );
        expect(counted).toHaveLength(all.length);
      }),
    );
  });
});
