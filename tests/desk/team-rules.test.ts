import { describe, expect, test } from "vitest";
import { later, talkDue } from "../../src/desk/team.rules.ts";
import { farOf } from "../../src/desk/own.rules.ts";

const TODAY = "2026-11-22";
const long = { since: "2020-01-01", hasTalk: false };

describe("TLK-3 with whom a manager has a talk to book", () => {
  test.each([
    ["talked a year ago to the day", { ...long, lastTalk: "2025-11-22" }, "book"],
    ["a day less", { ...long, lastTalk: "2025-11-23" }, null],
    ["never", { ...long, lastTalk: null }, "book"],
    ["never, and one is booked", { ...long, lastTalk: null, hasTalk: true }, null],
    ["began 89 days ago", { since: "2026-08-25", lastTalk: null, hasTalk: false }, "introduce"],
    ["began 90 days ago", { since: "2026-08-24", lastTalk: null, hasTalk: false }, "book"],
    ["new, and talked to since", { since: "2026-11-01", lastTalk: "2026-11-01", hasTalk: false }, null],
    [
      "new, and talked to elsewhere before",
      { since: "2026-11-01", lastTalk: "2026-10-31", hasTalk: false },
      "introduce",
    ],
    ["new, and a talk is booked", { since: "2026-11-01", lastTalk: null, hasTalk: true }, null],
  ] as const)("%s", (_name, facts, due) => {
    expect(talkDue(facts, TODAY)).toBe(due);
  });
});

test("TLK-3: the later of two days, when one is missing too", () => {
  expect([later(null, null), later("2026-01-01", null), later(null, "2026-01-01")]).toEqual([
    null,
    "2026-01-01",
    "2026-01-01",
  ]);
  expect([later("2026-01-02", "2026-01-01"), later("2026-01-01", "2026-01-02")]).toEqual([
    "2026-01-02",
    "2026-01-02",
  ]);
});

describe("ASM-1 how far one's own sheet has come", () => {
  test.each([
    [{ state: "not-begun", said: 0, of: 10 }, "waits"],
    [{ state: "draft", said: 3, of: 10 }, "begun"],
    [{ state: "draft", said: 4, of: 10 }, "half"],
    [{ state: "draft", said: 7, of: 10 }, "half"],
    [{ state: "draft", said: 8, of: 10 }, "nearly"],
    [{ state: "draft", said: 10, of: 10 }, "all"],
    [{ state: "draft", said: 5, of: null }, "begun"],
    [{ state: "handed-in", said: 5, of: 10 }, "handedIn"],
  ] as const)("%j: %s", (sheet, far) => {
    expect(farOf({ id: "a", ...sheet })).toBe(far);
  });
});
