/** The hour in Stockholm, on the days when the clocks are moved and on those around. */
import { expect, test } from "vitest";
import fc from "fast-check";
import { addDays, dayOf, instantOf } from "../../src/shared/local-date.ts";

test.each([
  ["2026-03-28", "08:00", "2026-03-28T07:00:00.000Z"],
  ["2026-03-29", "01:59", "2026-03-29T00:59:00.000Z"],
  // The hour that is left out.
  ["2026-03-29", "02:30", "2026-03-29T01:30:00.000Z"],
  ["2026-03-29", "03:00", "2026-03-29T01:00:00.000Z"],
  ["2026-03-29", "08:00", "2026-03-29T06:00:00.000Z"],
  ["2026-03-30", "08:00", "2026-03-30T06:00:00.000Z"],
  ["2026-10-24", "08:00", "2026-10-24T06:00:00.000Z"],
  ["2026-10-25", "01:59", "2026-10-24T23:59:00.000Z"],
  // The hour that comes twice.
  ["2026-10-25", "02:30", "2026-10-25T00:30:00.000Z"],
  ["2026-10-25", "03:00", "2026-10-25T02:00:00.000Z"],
  ["2026-10-25", "08:00", "2026-10-25T07:00:00.000Z"],
])("the clocks show %s %s at %s", (day, time, instant) => {
  expect(instantOf(day, time).toISOString()).toBe(instant);
});

test("a time by day is on that day, every day of the year", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3650 }), fc.integer({ min: 3, max: 23 }), (days, hour) => {
      const day = addDays("2026-01-01", days);
      expect(dayOf(instantOf(day, `${String(hour).padStart(2, "0")}:00`))).toBe(day);
    }),
  );
});
