/** When what isn't urgent is gathered, and how what says the same is said once. */
import { describe, expect, test } from "vitest";
import { latestDigest, nextDigest, saidOnce } from "../../src/platform/mail/digest.rules.ts";

/** Seven o'clock in Stockholm, around the nights when the clocks are moved. */
describe.each([
  // instant, the latest that has been, the next from it on
  ["2026-03-28T05:59:59.999Z", "2026-03-27T06:00:00.000Z", "2026-03-28T06:00:00.000Z"],
  ["2026-03-28T06:00:00.000Z", "2026-03-28T06:00:00.000Z", "2026-03-28T06:00:00.000Z"],
  ["2026-03-29T00:59:59.000Z", "2026-03-28T06:00:00.000Z", "2026-03-29T05:00:00.000Z"],
  ["2026-03-29T04:59:59.999Z", "2026-03-28T06:00:00.000Z", "2026-03-29T05:00:00.000Z"],
  ["2026-03-29T05:00:00.000Z", "2026-03-29T05:00:00.000Z", "2026-03-29T05:00:00.000Z"],
  ["2026-03-29T05:00:00.001Z", "2026-03-29T05:00:00.000Z", "2026-03-30T05:00:00.000Z"],
  ["2026-10-24T22:30:00.000Z", "2026-10-24T05:00:00.000Z", "2026-10-25T06:00:00.000Z"],
  ["2026-10-25T05:59:59.999Z", "2026-10-24T05:00:00.000Z", "2026-10-25T06:00:00.000Z"],
  ["2026-10-25T06:00:00.000Z", "2026-10-25T06:00:00.000Z", "2026-10-25T06:00:00.000Z"],
  ["2026-12-31T23:30:00.000Z", "2026-12-31T06:00:00.000Z", "2027-01-01T06:00:00.000Z"],
])("TLK-3: at %s", (at, latest, next) => {
  test(`the latest was ${latest}, the next is ${next}`, () => {
    expect(latestDigest(new Date(at)).toISOString()).toBe(latest);
    expect(nextDigest(new Date(at)).toISOString()).toBe(next);
  });
});

test("what says the same is said once, with each page, in the order in which it came", () => {
  const letter = (subject: string, path: string) => ({ subject, body: `${subject}.`, path });
  expect(saidOnce([letter("B", "/1"), letter("A", "/2"), letter("B", "/3"), letter("B", "/1")])).toEqual([
    { subject: "B", body: "B.", paths: ["/1", "/3"] },
    { subject: "A", body: "A.", paths: ["/2"] },
  ]);
  expect(saidOnce([])).toEqual([]);
});
