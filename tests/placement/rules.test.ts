import { describe, expect, test } from "vitest";
import {
  decidePlacement,
  writePlace,
  type Deciding,
  type PlacementRecord,
} from "../../src/placement/rules.ts";

const TODAY = "2026-11-22";
const draft = {
  place: "core",
  dialogueOn: "2026-11-10",
  basis: "development-talk",
  motivation: "Leder arbetet.",
};
const levels = [
  { levelId: "core", tracks: [] },
  { levelId: "outer", tracks: [{ trackId: "research" }, { trackId: "master" }] },
];
const base: Deciding = {
  today: TODAY,
  personId: "anna",
  decidedBy: "karin",
  draft,
  employments: [{ from: "2020-01-01", to: null }],
  versions: [{ versionId: "v1", from: "2019-01-01", to: null, levels }],
  history: [],
  authorityId: null,
  corrects: null,
};
const record = (values: Partial<PlacementRecord>): PlacementRecord => ({
  id: "p1",
  versionId: "v1",
  levelId: "outer",
  trackId: null,
  from: "2026-01-01",
  to: null,
  endedBecause: null,
  authorityId: null,
  takenOver: null,
  ...values,
});
/** The codes of a refusal with their fields, or "placed". */
const outcome = (change: Partial<Deciding> & { typed?: Partial<Deciding["draft"]> }): string => {
  const { typed, ...rest } = change;
  const result = decidePlacement({ ...base, ...rest, draft: { ...draft, ...typed } });
  return result.ok
    ? "placed"
    : result.reasons.map(({ code, field }) => (field ? `${field} ${code}` : code)).join(", ");
};

describe("PLC-1 a placement is decided after a dialogue, with basis and motivation", () => {
  test.each([
    ["all that is needed", {}, "placed"],
    ["no level", { place: "" }, "place missing"],
    ["a level that the model lacks", { place: "elsewhere" }, "place unknown-level"],
    ["a level with tracks, none chosen", { place: "outer" }, "placed"],
    ["one of the level's tracks", { place: writePlace("outer", "research") }, "placed"],
    ["a track that does not run there", { place: writePlace("core", "research") }, "place unknown-track"],
    ["no basis", { basis: "" }, "basis missing"],
    ["a basis that nobody chooses", { basis: "return" }, "basis unknown-basis"],
    ["no words", { motivation: "  \n" }, "motivation missing"],
    ["2000 characters", { motivation: "å".repeat(2000) }, "placed"],
    ["2001 characters", { motivation: "å".repeat(2001) }, "motivation too-long"],
    ["a NUL in the words", { motivation: "ja\u0000" }, "motivation bad-character"],
    ["lines in the words", { motivation: "ja\r\ntack" }, "placed"],
  ])("%s", (_case, typed, expected) => expect(outcome({ typed })).toBe(expected));

  test("every reason at once", () => {
    const typed = { place: "", dialogueOn: "", basis: "", motivation: "" };
    expect(outcome({ decidedBy: "anna", typed })).toBe(
      "self, dialogueOn missing, place missing, basis missing, motivation missing",
    );
  });
});

describe("PLC-5 in force from the day of the dialogue", () => {
  test.each([
    ["not a day", "2026-02-30", "dialogueOn not-a-day"],
    ["today", TODAY, "placed"],
    ["tomorrow", "2026-11-23", "dialogueOn day-in-future"],
    ["the day before the employment", "2019-12-31", "dialogueOn before-employment"],
    ["the first day of the employment", "2020-01-01", "placed"],
  ])("%s", (_case, dialogueOn, expected) => expect(outcome({ typed: { dialogueOn } })).toBe(expected));

  test("begins that day", () => {
    expect(decidePlacement(base)).toMatchObject({
      ok: true,
      value: { from: "2026-11-10", versionId: "v1", closed: null },
    });
  });

  const gap = [
    { from: "2020-01-01", to: "2026-11-10" },
    { from: "2026-11-12", to: null },
  ];
  test.each([
    ["2026-11-09", "placed"],
    ["2026-11-10", "dialogueOn not-in-profession"],
    ["2026-11-11", "dialogueOn not-in-profession"],
    ["2026-11-12", "placed"],
  ])("the person works in the profession that day: %s", (dialogueOn, expected) =>
    expect(outcome({ employments: gap, typed: { dialogueOn } })).toBe(expected),
  );

  const versions = [
    { versionId: "v1", from: "2026-01-01", to: "2026-06-01", levels },
    { versionId: "v2", from: "2026-06-01", to: null, levels: levels.slice(1) },
  ];
  test.each([
    ["the day before the first version", "2025-12-31", "core", "dialogueOn no-version"],
    ["the first version's first day", "2026-01-01", "core", "placed"],
    ["the first version's last day", "2026-05-31", "core", "placed"],
    ["the day that a version without the level takes over", "2026-06-01", "core", "place unknown-level"],
    ["a level of the later version", "2026-06-01", "outer", "placed"],
  ])("the version in force that day has the level: %s", (_case, dialogueOn, place, expected) =>
    expect(outcome({ versions, typed: { dialogueOn, place } })).toBe(expected),
  );
});

describe("PLC-1 periods cannot overlap, and history is kept", () => {
  const decide = (history: PlacementRecord[], dialogueOn: string, corrects: string | null = null) =>
    decidePlacement({ ...base, history, corrects, draft: { ...draft, dialogueOn } });

  test.each([
    ["the day before the present one began", "2025-12-31", { ok: false, reasons: [{ code: "overlaps" }] }],
    ["the same day: puts it right", "2026-01-01", { ok: true, value: { corrected: ["p1"], closed: null } }],
    ["the day after: closes it", "2026-01-02", { ok: true, value: { corrected: [], closed: "p1" } }],
  ])("a second decision %s", (_case, day, expected) =>
    expect(decide([record({})], day)).toMatchObject(expected),
  );

  const ended = record({ from: "2026-01-01", to: "2026-03-01", endedBecause: "moved" });
  const present = record({ id: "p2", from: "2026-03-01" });
  test.each([
    ["within what has ended", "2026-02-28", { ok: false, reasons: [{ code: "overlaps" }] }],
    ["after it", "2026-03-02", { ok: true, value: { closed: "p2" } }],
  ])("a decision %s", (_case, day, expected) =>
    expect(decide([ended, present], day)).toMatchObject(expected),
  );

  test.each([
    [
      "a later day closes the one before then",
      "2026-04-01",
      { ok: true, value: { corrected: ["p2"], closed: "p1" } },
    ],
    ["an earlier day closes it then", "2026-02-01", { ok: true, value: { corrected: ["p2"], closed: "p1" } }],
    [
      "the day of the one before puts both right",
      "2026-01-01",
      { ok: true, value: { corrected: ["p2", "p1"] } },
    ],
    ["a day before both overlaps", "2025-12-31", { ok: false, reasons: [{ code: "overlaps" }] }],
  ])("to put the latest right: %s", (_case, day, expected) =>
    expect(decide([ended, present], day, "p2")).toMatchObject(expected),
  );

  test("what is gone cannot be put right", () => {
    expect(decide([present], "2026-04-01", "p9")).toMatchObject({
      reasons: [{ code: "nothing-to-correct" }],
    });
  });

  test("a placement that ends on a known day is followed by the next decision", () => {
    const leaving = record({ to: "2026-12-31", endedBecause: "left" });
    expect(decide([leaving], "2026-11-10")).toMatchObject({ ok: true, value: { closed: "p1" } });
  });

  test("the same place again is nothing to decide, unless it is put right or the version is new", () => {
    const same = record({ levelId: "core" });
    expect(outcome({ history: [same] })).toBe("place same-place");
    expect(outcome({ history: [same], corrects: "p1" })).toBe("placed");
    expect(outcome({ history: [{ ...same, versionId: "v0" }] })).toBe("placed");
  });
});

test.each([
  ["inward", "outer", "core"],
  ["outward", "core", "outer"],
  ["sideways", writePlace("outer", "master"), writePlace("outer", "research")],
])("PLC-6 a step %s is decided like any other", (_case, from, place) => {
  const [levelId = "", trackId = null] = from.split(":");
  expect(outcome({ history: [record({ levelId, trackId })], typed: { place } })).toBe("placed");
});

test("ORG-4 nobody places themself", () => expect(outcome({ decidedBy: "anna" })).toBe("self"));

test("ORG-2 another authority's placement is not told, only that there is one", () => {
  const history = [record({ authorityId: "other" })];
  const result = decidePlacement({ ...base, history });
  expect(result).toEqual({ ok: false, reasons: [{ code: "placed-elsewhere" }] });
});
