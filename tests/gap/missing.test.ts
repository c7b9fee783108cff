/** What is asked of one person, laid out with what is known: what is left, what is met and what time alone opens. */
import { describe, expect, test } from "vitest";
import type { Ask, Known, Requirement } from "../../src/assessment/met.rules.ts";
import { lapsedOf } from "../../src/gap/level-asked.ts";
import { linesFor, type Line } from "../../src/gap/missing.rules.ts";

const TODAY = "2026-11-22";
const requirement = (itemId: string): Requirement => ({
  itemId,
  key: itemId,
  levelKey: "van",
  trackKey: null,
  headingKey: "krav",
  kind: "formal",
  mandatory: true,
  text: itemId,
  visibility: "public",
  from: null,
  clarified: [],
  unused: null,
});
const one = (itemId: string): Ask => ({ one: requirement(itemId) });
const known = (itemId: string, isMet: boolean, reachedOn: string | null = null): Known => ({
  personId: "p",
  itemId,
  isMet,
  evidence: null,
  waiting: null,
  ended: null,
  experience: reachedOn === null ? null : { days: 100, reachedOn },
  agreed: null,
});
const facts = (...all: Known[]) => new Map(all.map((each) => [each.itemId, each]));
/** As one reads it: `+` is met, and a day is when time alone opens it. */
const outline = (line: Line): unknown => {
  const sign = line.isMet ? "+" : (line.opensOn ?? "-");
  return "requirement" in line
    ? `${sign} ${line.requirement.itemId}`
    : [`${sign} ${line.more} more of ${line.lines.length}`, ...line.lines.map(outline)];
};

describe("MOD-4, ASM-5: what is left", () => {
  test("single requirements: met, left, and opened by time", () => {
    const lines = linesFor(
      [one("a"), one("b"), one("c")],
      facts(known("a", true), known("b", false), known("c", false, "2027-03-01")),
      TODAY,
    );
    expect(lines.map(outline)).toEqual(["+ a", "- b", "2027-03-01 c"]);
  });

  test("a group says how many more, and opens by itself when one of its ways does", () => {
    const years: Ask = { key: "years", needed: 2, of: [one("time"), one("mentor")] };
    const group: Ask = { key: "g", needed: 1, of: [one("master"), years] };
    const time = known("time", false, "2027-03-01");
    const master = known("master", false);
    expect(linesFor([group], facts(master, time, known("mentor", false)), TODAY).map(outline)).toEqual([
      ["- 1 more of 2", "- master", ["- 2 more of 2", "2027-03-01 time", "- mentor"]],
    ]);
    expect(linesFor([group], facts(master, time, known("mentor", true)), TODAY).map(outline)).toEqual([
      ["2027-03-01 1 more of 2", "- master", ["2027-03-01 1 more of 2", "2027-03-01 time", "+ mentor"]],
    ]);
    expect(
      linesFor([group], facts(known("master", true), time, known("mentor", false)), TODAY).map(outline),
    ).toEqual([["+ 0 more of 2", "+ master", ["- 2 more of 2", "2027-03-01 time", "- mentor"]]]);
  });

  test("what wasn't asked of facts is a fault, never a requirement that is left", () => {
    expect(() => linesFor([one("a")], facts(), TODAY)).toThrow("not asked");
  });
});

describe("MOD-9: a placement whose level or track isn't used any longer", () => {
  const levels = { van: "Behövs inte" };
  test.each([
    ["both are there", {}, { levelId: "l", trackId: "t" }, null],
    ["the version doesn't have the level", {}, { levelId: "other", trackId: "t" }, ["level", null, null]],
    ["nor the track", {}, { levelId: "l", trackId: "other" }, ["track", null, "van"]],
    ["the level isn't used", { levels }, { levelId: "l", trackId: "t" }, ["level", levels.van, "van"]],
    ["the track isn't", { tracks: { fo: "Nej" } }, { levelId: "l", trackId: "t" }, ["track", "Nej", "van"]],
    ["nor is the track of another", { tracks: { fo: "Nej" } }, { levelId: "l", trackId: null }, null],
  ] as const)("%s", (_case, unused, placed, expected) => {
    const effective = { levelIds: { van: "l" }, trackIds: { fo: "t" } };
    const lapsed = lapsedOf(
      { effective: { ...effective, unused: { levels: {}, tracks: {}, ...unused } } },
      { level: "Van", track: "Forskning", ...placed },
    );
    expect(lapsed && [lapsed.part, lapsed.reason, lapsed.levelKey]).toEqual(expected);
  });
});
