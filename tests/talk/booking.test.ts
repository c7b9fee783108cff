import { describe, expect, test } from "vitest";
import fc from "fast-check";
import {
  checkSlot,
  checkSpan,
  clash,
  clashing,
  freeTimes,
  minutesOf,
  timeOf,
  weekdayOf,
  type Slot,
  type Span,
  type TypedSpan,
} from "../../src/talk/booking.rules.ts";

const TODAY = "2026-11-22";
const span = (change: Partial<Span> = {}): Span => ({
  from: "2026-11-23",
  to: "2026-11-27",
  weekdays: [1, 2, 3, 4, 5],
  earliest: "09:00",
  latest: "12:00",
  minutes: 60,
  pause: 0,
  most: 4,
  lunch: true,
  ...change,
});
const told = (slots: readonly Slot[]) => slots.map(({ day, at }) => `${day.slice(8)} ${at}`);

describe("TLK-3 the times that are proposed", () => {
  test("day after day, in order", () => {
    expect(told(freeTimes(span(), [], 4))).toEqual(["23 09:00", "23 10:00", "23 11:00", "24 09:00"]);
  });
  test("a pause between, and no more than so many a day", () => {
    expect(told(freeTimes(span({ pause: 15, most: 2 }), [], 3))).toEqual([
      "23 09:00",
      "23 10:15",
      "24 09:00",
    ]);
  });
  test("nothing at lunch, unless that is wanted", () => {
    const day = span({ earliest: "11:00", latest: "14:00" });
    expect(told(freeTimes(day, [], 2))).toEqual(["23 11:00", "23 13:00"]);
    expect(told(freeTimes({ ...day, lunch: false }, [], 2))).toEqual(["23 11:00", "23 12:00"]);
  });
  test("after lunch they are counted anew, from one o'clock", () => {
    const day = span({ latest: "16:00", pause: 15 });
    expect(told(freeTimes(day, [], 4))).toEqual(["23 09:00", "23 10:15", "23 13:00", "23 14:15"]);
    expect(told(freeTimes({ ...day, earliest: "12:30" }, [], 2))).toEqual(["23 13:00", "23 14:15"]);
  });
  test("only on the days that were chosen, and within the span", () => {
    expect(told(freeTimes(span({ weekdays: [2, 4], most: 1 }), [], 5))).toEqual(["24 09:00", "26 09:00"]);
  });
  test("what is taken is left out, and counts as one of the day's", () => {
    const taken = [{ day: "2026-11-23", at: "09:30", minutes: 60 }];
    expect(told(freeTimes(span({ most: 2 }), taken, 2))).toEqual(["23 11:00", "24 09:00"]);
  });
  test("over the days when the clocks change they are the same", () => {
    const spring = span({ from: "2027-03-26", to: "2027-03-30", weekdays: [1, 2, 3, 4, 5, 6, 7], most: 1 });
    expect(told(freeTimes(spring, [], 5)).map((text) => text.slice(3))).toEqual(
      Array.from({ length: 5 }, () => "09:00"),
    );
  });

  test("never two at once, never outside what was chosen, never more than were asked for", () => {
    const spans = fc.record({
      from: fc.constantFrom("2026-11-23", "2026-12-30"),
      to: fc.constantFrom("2027-01-08", "2027-01-20"),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      earliest: fc.integer({ min: 0, max: 24 }).map((half) => timeOf(360 + half * 15)),
      latest: fc.integer({ min: 0, max: 30 }).map((half) => timeOf(660 + half * 15)),
      minutes: fc.integer({ min: 10, max: 180 }),
      pause: fc.integer({ min: 0, max: 60 }),
      most: fc.integer({ min: 1, max: 20 }),
      lunch: fc.boolean(),
    });
    const slots = fc.array(
      fc.record({
        day: fc.constantFrom("2026-11-23", "2026-11-24", "2027-01-04"),
        at: fc.integer({ min: 30, max: 60 }).map((quarter) => timeOf(quarter * 15)),
        minutes: fc.integer({ min: 10, max: 120 }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(spans, slots, fc.integer({ min: 0, max: 80 }), (of, taken, wanted) => {
        const free = freeTimes(of, taken, wanted);
        expect(free.length).toBeLessThanOrEqual(wanted);
        expect(clashing(free, taken)).toEqual([]);
        for (const { day, at, minutes } of free) {
          expect(of.weekdays).toContain(weekdayOf(day));
          expect(day >= of.from && day <= of.to && at >= of.earliest).toBe(true);
          expect(minutesOf(at) + minutes).toBeLessThanOrEqual(minutesOf(of.latest));
        }
      }),
      { numRuns: 60 },
    );
  });
});

test.each([
  ["09:00", "10:00", false],
  ["09:00", "09:59", true],
  ["10:00", "09:00", false],
  ["09:30", "09:00", true],
])("TLK-3 an hour from %s and one from %s", (a, b, both) => {
  const slot = (at: string) => ({ day: TODAY, at, minutes: 60 });
  expect(clash(slot(a), slot(b))).toBe(both);
});

describe("TLK-3 what may be wrong with what was typed", () => {
  const typed: TypedSpan = {
    kind: "development",
    from: "2026-11-23",
    to: "2026-12-04",
    earliest: "09:00",
    latest: "16:00",
    minutes: "60",
    pause: "15",
    most: "4",
    place: "",
    weekdays: ["1"],
    lunch: true,
  };
  test("nothing", () => {
    expect(checkSpan(typed, TODAY)).toEqual([]);
    const brief = { ...typed, earliest: "11:30", latest: "13:30" };
    expect(checkSpan({ ...brief, lunch: false }, TODAY)).toEqual([]);
    expect(checkSpan({ ...brief, minutes: "30" }, TODAY)).toEqual([]);
  });
  test.each<[string, Partial<TypedSpan>, string, string]>([
    ["no kind", { kind: "" }, "unknown-kind", "kind"],
    ["no first day", { from: "" }, "missing", "from"],
    ["no day at all", { to: "31 februari" }, "not-a-day", "to"],
    ["yesterday", { from: "2026-11-21" }, "day-passed", "from"],
    ["backwards", { to: "2026-11-22", from: "2026-11-23" }, "span-backwards", "to"],
    ["half a year and a day", { to: "2027-05-23" }, "span-too-long", "to"],
    ["no time", { earliest: "9" }, "not-a-time", "earliest"],
    ["a time that isn't", { latest: "24:00" }, "not-a-time", "latest"],
    ["a moment", { minutes: "5" }, "not-between", "minutes"],
    ["not a number", { most: "många" }, "not-between", "most"],
    ["hours that end before they begin", { latest: "08:00" }, "hours-too-short", "latest"],
    ["hours with lunch in the middle", { earliest: "11:30", latest: "13:30" }, "hours-too-short", "latest"],
    ["no day of the week", { weekdays: [] }, "no-weekday", "weekdays"],
    ["an endless place", { place: "x".repeat(301) }, "too-long", "place"],
  ])("%s", (_case, change, code, field) => {
    expect(checkSpan({ ...typed, ...change }, TODAY)).toMatchObject([{ code, field }]);
  });
  test("every reason at once", () => {
    expect(checkSpan({ ...typed, kind: "", from: "", minutes: "" }, TODAY).map(({ field }) => field)).toEqual(
      ["kind", "from", "minutes"],
    );
  });
  test.each([
    [{ day: TODAY, at: "12:00" }, []],
    [{ day: TODAY, at: "11:59" }, [{ code: "time-passed", field: "at-x" }]],
    [{ day: "2026-11-21", at: "23:00" }, [{ code: "day-passed", field: "day-x" }]],
    [
      { day: "", at: "" },
      [
        { code: "missing", field: "day-x" },
        { code: "not-a-time", field: "at-x" },
      ],
    ],
  ])("a time of one's own: %o at noon", (slot, reasons) => {
    expect(checkSlot(slot, { day: TODAY, at: "12:00" }, "-x")).toEqual(reasons);
  });
});
