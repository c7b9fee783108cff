import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkActivity,
  checkGoal,
  checkStep,
  countedFrom,
  formerOf,
  nextDay,
  placesLeft,
  placeYear,
  sinceDay,
  type ActivityText,
  type GoalText,
  type State,
} from "../../src/plan/plan.rules.ts";
import {
  checkTemplate,
  joinedFrom,
  seatKey,
  withoutPlace,
  type Seat,
  type TypedTemplate,
} from "../../src/plan/template.rules.ts";

const TODAY = "2026-11-22";
const goal: GoalText = { kind: "upskilling", title: "Handleda", use: "", mentor: "", until: "2027-06-01" };
const activity: ActivityText = {
  title: "Hospitering",
  entryId: "",
  goalId: "",
  owner: "self",
  mentor: "",
  from: "",
  until: "2027-01-14",
};
const codes = (reasons: readonly { code: string; field?: string }[]) =>
  reasons.map(({ code, field }) => [code, field]);

describe("PLN-1 what a goal and an activity say", () => {
  const days = { today: TODAY, was: null };
  test.each<[string, Partial<GoalText>, string[][]]>([
    ["whole", {}, []],
    [
      "nothing",
      { kind: "", title: " ", until: "" },
      [
        ["unknown-kind", "kind"],
        ["missing", "title"],
        ["missing", "until"],
      ],
    ],
    ["a day that isn't one", { until: "2027-02-30" }, [["not-a-day", "until"]]],
    ["yesterday", { until: "2026-11-21" }, [["day-passed", "until"]]],
    ["today", { until: TODAY }, []],
    ["the longest title", { title: "a".repeat(300) }, []],
    ["one sign more", { title: "a".repeat(301) }, [["too-long", "title"]]],
    ["a sign that nobody sees", { use: "a\u0000" }, [["bad-character", "use"]]],
  ])("a goal: %s", (_, change, expected) => {
    expect(codes(checkGoal({ ...goal, ...change }, days))).toEqual(expected);
  });

  test("a day that has passed and stood there already can stay", () => {
    const passed = { ...goal, until: "2026-01-01" };
    expect(checkGoal(passed, { today: TODAY, was: "2026-01-01" })).toEqual([]);
    expect(codes(checkGoal(passed, { today: TODAY, was: "2026-01-02" }))).toEqual([["day-passed", "until"]]);
  });

  test.each<[string, Partial<ActivityText>, string[][]]>([
    ["whole", {}, []],
    ["from the catalogue without words of its own", { title: "", entryId: "x" }, []],
    ["neither", { title: "" }, [["missing", "title"]]],
    ["a day long", { from: "2027-01-14" }, []],
    ["the last day before the first", { from: "2027-01-15" }, [["ends-before-begins", "until"]]],
    ["nobody sees to it", { owner: "chef" }, [["missing", "owner"]]],
  ])("an activity: %s", (_, change, expected) => {
    expect(codes(checkActivity({ ...activity, ...change }, days))).toEqual(expected);
  });

  test.each<[string, Parameters<typeof checkStep>[0], number, string[][]]>([
    ["under way", { state: "under-way", reason: "", on: "" }, 3, []],
    [
      "under way with a day of ending",
      { state: "under-way", reason: "", on: TODAY },
      0,
      [["not-ended", "on"]],
    ],
    [
      "planned with words too long",
      { state: "planned", reason: "a".repeat(1001), on: "" },
      0,
      [["too-long", "reason"]],
    ],
    ["done today", { state: "done", reason: "", on: TODAY }, 0, []],
    ["done tomorrow", { state: "done", reason: "", on: "2026-11-23" }, 0, [["day-in-future", "on"]]],
    ["not done, without why", { state: "not-done", reason: " ", on: TODAY }, 0, [["missing", "reason"]]],
    [
      "done with something left",
      { state: "done", reason: "", on: TODAY },
      1,
      [["open-activities", undefined as never]],
    ],
    ["no state", { state: "klar", reason: "", on: TODAY }, 0, [["unknown-state", "state"]]],
  ])("a step: %s", (_, step, open, expected) => {
    expect(codes(checkStep(step, { today: TODAY, open }))).toEqual(expected);
  });

  test("what is planned begins next, and what is under way ends", () => {
    const days_ = { from: "2027-01-10", until: "2027-05-01" };
    expect(nextDay({ state: "planned", ...days_ })).toBe("2027-01-10");
    expect(nextDay({ state: "under-way", ...days_ })).toBe("2027-05-01");
    expect(nextDay({ state: "planned", ...days_, from: null })).toBe("2027-05-01");
  });

  test("places are of the year that it begins; a number that was made smaller leaves none", () => {
    expect([placeYear({ from: "2026-12-31", until: "2027-01-14" }), placeYear(activity)]).toEqual([
      2026, 2027,
    ]);
    expect([placesLeft(null, 9), placesLeft(4, 3), placesLeft(4, 4), placesLeft(4, 5)]).toEqual([
      null,
      1,
      0,
      0,
    ]);
  });

  test("what ended a year ago is counted, the day before is not", () => {
    expect(countedFrom(TODAY)).toBe("2025-11-22");
  });
});

describe("PLN-1 nobody's words go away", () => {
  test("what stood before and what stands now hold both texts, whatever was changed", () => {
    const words = fc.record({ title: fc.string(), use: fc.string(), until: fc.option(fc.string()) });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const former = formerOf(before, after);
        expect({ ...after, ...former }).toEqual(before);
        for (const name of Object.keys(former))
          expect(after[name as keyof typeof after]).not.toBe(before[name as keyof typeof before]);
      }),
    );
  });

  test("since a day: each part is in one list at most, and all that is open is in it", () => {
    const state = fc.constantFrom<State>("planned", "under-way", "done", "not-done");
    const day = fc.integer({ min: 0, max: 99 }).map((at) => `2026-01-${String(at).padStart(2, "0")}`);
    const part = fc.record({ id: fc.uuid(), state, day }).map((each) => ({
      ...each,
      endedOn: each.state === "done" || each.state === "not-done" ? each.day : null,
    }));
    fc.assert(
      fc.property(fc.array(part), fc.option(day), (parts, since) => {
        const { done, notDone, open } = sinceDay(parts, since);
        expect(new Set([...done, ...notDone, ...open]).size).toBe(done.length + notDone.length + open.length);
        expect(open.length).toBe(parts.filter(({ endedOn }) => endedOn === null).length);
        const ended = parts.flatMap(({ endedOn }) => endedOn ?? []);
        expect(done.length + notDone.length).toBe(ended.filter((on) => on >= (since ?? "")).length);
      }),
    );
  });
});

describe("PLN-2 templates", () => {
  const template: TypedTemplate = {
    kind: "onboarding",
    title: "Ny hos oss",
    use: "",
    days: 180,
    withEmployment: true,
    professionId: "",
    lines: [{ entryId: "", title: "Nycklar", days: 0, owner: "manager" }],
  };
  const nothing = { entryId: "", title: " ", days: null, owner: "self" };
  test.each<[string, Partial<TypedTemplate>, (string | undefined)[][]]>([
    ["whole", {}, []],
    ["an empty line is none", { lines: [...template.lines, nothing] }, []],
    ["no lines", { lines: [nothing] }, [["no-lines", "title-0"]]],
    ["no days", { days: null }, [["missing", "days"]]],
    ["ten years", { days: 3650 }, []],
    ["a day more", { days: 3651 }, [["bad-number", "days"]]],
    ["half a day", { lines: [{ ...nothing, title: "x", days: 0.5 }] }, [["bad-number", "days-0"]]],
    ["days without words", { lines: [nothing, { ...nothing, days: 3 }] }, [["missing", "title-1"]]],
  ])("%s", (_, change, expected) => {
    expect(codes(checkTemplate({ ...template, ...change }))).toEqual(expected);
  });

  test("who began within the month", () => {
    expect(joinedFrom(TODAY)).toBe("2026-10-22");
  });

  test("never more places than there are, none left while somebody goes without, and the first come first", () => {
    const entry = fc.constantFrom("a", "b");
    const seat = fc.record({ personId: fc.uuid(), entryId: entry, year: fc.constantFrom(2026, 2027) });
    const left = fc.dictionary(fc.constantFrom("a 2026", "a 2027", "b 2026"), fc.nat(5));
    fc.assert(
      fc.property(fc.array(seat, { maxLength: 30 }), left, (seats: Seat[], places) => {
        const most = new Map(Object.entries(places));
        const without = withoutPlace(seats, most);
        for (const [key, those] of Map.groupBy(seats, seatKey)) {
          const expected = Math.min(those.length, most.get(key) ?? those.length);
          expect(those.filter((each) => !without.has(each))).toEqual(those.slice(0, expected));
        }
      }),
    );
  });
});
