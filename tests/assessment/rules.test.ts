import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mayDo, readerOf } from "../../src/assessment/access.ts";
import {
  ACTS,
  SIDES,
  actsOf,
  mayReadSheet,
  opensByItself,
  phaseOf,
  type Act,
  type SheetState,
  type Side,
  type Standing,
} from "../../src/assessment/assessment.rules.ts";

const apart = (self: SheetState, manager: SheetState): Standing => ({
  openedHow: null,
  endedHow: null,
  sheets: { self, manager },
});
const opened = (self: SheetState, openedHow: "both-in" | "at-talk" = "both-in"): Standing => ({
  openedHow,
  endedHow: null,
  sheets: { self, manager: "handed-in" },
});
const ended = (standing: Standing, endedHow: NonNullable<Standing["endedHow"]>): Standing => ({
  ...standing,
  endedHow,
});

describe("ASM-1 what each of the two may do", () => {
  test.each<[string, Standing, readonly Act[], readonly Act[]]>([
    ["just begun", apart("not-begun", "not-begun"), ["write", "decline"], ["write", "cancel"]],
    [
      "both write",
      apart("draft", "draft"),
      ["write", "hand-in", "decline"],
      ["write", "hand-in", "open", "cancel"],
    ],
    ["the person is done", apart("handed-in", "not-begun"), [], ["write", "cancel"]],
    // The manager can't open to look first and write afterwards.
    [
      "the person is done, the manager writes",
      apart("handed-in", "draft"),
      [],
      ["write", "hand-in", "cancel"],
    ],
    ["the manager is done", apart("draft", "handed-in"), ["write", "hand-in", "decline"], ["open", "cancel"]],
    ["declined, the manager has written nothing", apart("declined", "not-begun"), [], ["write", "cancel"]],
    ["declined", apart("declined", "handed-in"), [], ["open", "cancel"]],
    ["opened by both", opened("handed-in"), [], ["agree", "end"]],
    ["opened at the talk over a draft", opened("draft", "at-talk"), [], ["agree", "end"]],
    ["ended", ended(opened("handed-in"), "agreed"), [], []],
    ["cancelled over drafts", ended(apart("draft", "draft"), "cancelled"), [], []],
  ])("%s", (_case, standing, self, manager) => {
    expect(actsOf("self", standing)).toEqual(self);
    expect(actsOf("manager", standing)).toEqual(manager);
  });

  test("the second sheet in opens it by itself, and no other", () => {
    expect(opensByItself("manager", apart("handed-in", "draft"))).toBe(true);
    expect(opensByItself("self", apart("draft", "handed-in"))).toBe(true);
    expect(opensByItself("manager", apart("declined", "draft"))).toBe(false);
    expect(opensByItself("manager", apart("draft", "draft"))).toBe(false);
  });
});

const states = fc.constantFrom<SheetState>("not-begun", "draft", "handed-in", "declined");
const standings: fc.Arbitrary<Standing> = fc.record({
  openedHow: fc.constantFrom(null, "both-in", "at-talk"),
  endedHow: fc.constantFrom(null, "agreed", "rest-left", "cancelled"),
  sheets: fc.record({ self: states, manager: states }),
});

describe("ASM-1 neither sees the other's before it is opened", () => {
  test("whatever else is true", () => {
    fc.assert(
      fc.property(standings, fc.constantFrom<Side>(...SIDES), (standing, sheet) => {
        const readers = ["self", "manager", "other"] as const;
        const reading = readers.filter((reader) => mayReadSheet(reader, sheet, standing));
        const isShown = standing.openedHow !== null && standing.sheets[sheet] === "handed-in";
        expect(reading).toEqual(isShown ? [...readers] : [sheet]);
      }),
    );
  });

  test("nobody writes once it is opened or ended, nor in a sheet that is in", () => {
    fc.assert(
      fc.property(standings, fc.constantFrom<Side>(...SIDES), (standing, side) => {
        const acts = actsOf(side, standing);
        const isIn = standing.sheets[side] === "handed-in" || standing.sheets[side] === "declined";
        const isClosed = phaseOf(standing) !== "apart" || isIn;
        const writing = acts.filter((act) => act === "write" || act === "hand-in" || act === "decline");
        expect(isClosed ? writing : []).toEqual([]);
        expect(standing.endedHow === null ? [] : acts).toEqual([]);
        expect(acts.every((act) => ACTS.includes(act))).toBe(true);
      }),
    );
  });
});

describe("ORG-4 nobody is their own manager", () => {
  const both = apart("draft", "draft");

  test.each(["manager", "deputy", "manager-above"] as const)(
    "whoever comes to their own as %s is the person all the same",
    (as) => {
      const reader = readerOf("self", as);
      expect(reader).toBe("self");
      expect(ACTS.filter((act) => mayDo(reader, act, both))).toEqual(actsOf("self", both));
    },
  );

  test("whoever decides is the manager, and whoever doesn't does nothing", () => {
    expect(readerOf("deputy", "deputy")).toBe("manager");
    expect(readerOf("hr-partner", null)).toBe("other");
    expect(ACTS.filter((act) => mayDo("other", act, both))).toEqual([]);
  });
});
