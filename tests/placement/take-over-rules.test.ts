import { describe, expect, test } from "vitest";
import { decideTakeOver, stretchOn, unknownTitles } from "../../src/placement/take-over.rules.ts";
import type { StandingPlacement, TakeOverContext } from "../../src/placement/take-over.rules.ts";
import type { TakeOverModel } from "../../src/placement/take-over-place.rules.ts";
import {
  checkTakeOverColumns,
  guessTakeOverColumns,
  readStated,
  takeOverPlaces,
  type StatedPlacement,
} from "../../src/placement/take-over-row.rules.ts";

const TODAY = "2026-11-22";
const title = (levelId: string, text: string, trackId: string | null = null) => ({
  levelId,
  trackId,
  title: text,
});
const physio: TakeOverModel = {
  modelId: "physio",
  professionId: "physio",
  versionId: "v2",
  nameSv: "Fysioterapeut",
  otherNames: ["Physiotherapist", "fysio", "Sjukgymnast"],
  levels: [
    { levelId: "one", name: "Nivå 1", tracks: [] },
    { levelId: "two", name: "Nivå 2", tracks: [] },
    {
      levelId: "three",
      name: "Nivå 3",
      tracks: [
        { trackId: "research", name: "Forskning" },
        { trackId: "master", name: "Master" },
      ],
    },
  ],
  formerLevels: [
    { levelId: "one", name: "Bas", tracks: [] },
    { levelId: "gone", name: "Mästare", tracks: [] },
    { levelId: "three", name: "Expert", tracks: [{ trackId: "research", name: "Doktor" }] },
  ],
  titles: [
    title("one", "Legitimerad fysioterapeut"),
    title("two", "Fysioterapeut, erfaren"),
    title("three", "Forskande fysioterapeut", "research"),
    title("gone", "Överfysioterapeut"),
  ],
};
const psychologist: TakeOverModel = {
  ...physio,
  modelId: "psych",
  professionId: "psych",
  versionId: "p1",
  nameSv: "Psykolog",
  otherNames: [],
  formerLevels: [],
  titles: [title("one", "Specialist")],
};
const row = (values: Partial<StatedPlacement> = {}): StatedPlacement => ({
  line: 2,
  number: "1001",
  name: null,
  model: null,
  level: "Nivå 2",
  track: null,
  title: null,
  from: "2024-03-01",
  motivation: "",
  source: null,
  ...values,
});
const works = (professionId: string, since = "2020-01-01") => ({
  professionId,
  unitId: "rehab",
  authorityId: "care",
  since,
});
const anna = {
  personId: "anna",
  employment: { from: "2020-01-01", to: null },
  works: [works("physio")],
};
const context = (values: Partial<TakeOverContext> = {}): TakeOverContext => ({
  today: TODAY,
  actorPersonId: "hr",
  models: [physio, psychologist],
  employees: new Map([["1001", anna]]),
  standing: new Map(),
  ...values,
});
const standing = (values: Partial<StandingPlacement> = {}) =>
  new Map([
    [
      "anna",
      [
        {
          modelId: "physio",
          levelId: "two",
          trackId: null,
          level: "Nivå 2",
          track: null,
          authorityId: "care",
          from: "2025-01-01",
          to: null,
          ...values,
        },
      ],
    ],
  ]);
/** What one row would do: the place and day, "same", or why not. */
function outcome(stated: Partial<StatedPlacement>, values: Partial<TakeOverContext> = {}): string {
  const [only] = decideTakeOver([row(stated)], context(values));
  if (!only) return "nothing";
  switch (only.outcome) {
    case "place":
      return [only.meant.modelId, only.meant.levelId, only.meant.trackId, only.meant.from]
        .filter((part) => part !== null)
        .join(" ");
    case "same":
      return "same";
    case "conflict":
      return `conflict ${only.reason.code}`;
    case "unreadable":
      return only.row.reasons.map(({ code, field }) => (field ? `${field} ${code}` : code)).join(", ");
  }
}

describe("INT-4 which level a row means", () => {
  test.each<[string, Partial<StatedPlacement>, string]>([
    ["its name", { level: "nivå  2" }, "physio two 2024-03-01"],
    ["the number in its name", { level: "2" }, "physio two 2024-03-01"],
    ["a number behind another word", { level: "Steg 3" }, "physio three 2024-03-01"],
    ["a number that no level has", { level: "4" }, "level unknown-level"],
    ["as an earlier version named it", { level: "Bas" }, "physio one 2024-03-01"],
    ["one that only an earlier version had", { level: "Mästare" }, "level unknown-level"],
    ["another name", { level: "Kung" }, "level unknown-level"],
    ["a local title in the level's column", { level: "Fysioterapeut, erfaren" }, "physio two 2024-03-01"],
    ["a local title of a track", { level: "Forskande fysioterapeut" }, "physio three research 2024-03-01"],
    [
      "a local title of a track, and another track",
      { level: "Forskande fysioterapeut", track: "Master" },
      "track track-contradicts",
    ],
    ["a track", { level: "Nivå 3", track: "master" }, "physio three master 2024-03-01"],
    [
      "a track as an earlier version named it",
      { level: "Nivå 3", track: "Doktor" },
      "physio three research 2024-03-01",
    ],
    ["a level with tracks, none said", { level: "Nivå 3" }, "physio three 2024-03-01"],
    ["a track that does not run there", { level: "Nivå 3", track: "Chef" }, "track unknown-track"],
    ["a track in a level that takes none", { track: "Master" }, "track level-without-tracks"],
    ["the title", { level: null, title: "LEGITIMERAD fysioterapeut" }, "physio one 2024-03-01"],
    ["a title that no level has", { level: null, title: "Skötare" }, "title unknown-title"],
    [
      "a title of a level that is gone",
      { level: null, title: "Överfysioterapeut" },
      "title title-of-former-level",
    ],
  ])("%s", (_case, stated, expected) => expect(outcome(stated)).toBe(expected));
});

describe("INT-4 which model a row means", () => {
  const both = new Map([["1001", { ...anna, works: [works("physio"), works("psych", "2023-01-01")] }]]);
  test.each<[string, Partial<StatedPlacement>, Partial<TakeOverContext>, string]>([
    ["none said, one profession", {}, {}, "physio two 2024-03-01"],
    ["its name", { model: "fysioterapeut" }, {}, "physio two 2024-03-01"],
    ["what the HR system calls the profession", { model: "Sjukgymnast" }, {}, "physio two 2024-03-01"],
    ["one that isn't there", { model: "Kock" }, {}, "model unknown-model"],
    ["of a profession that the person does not have", { model: "Psykolog" }, {}, "model not-in-profession"],
    ["two professions, none said", {}, { employees: both }, "model ambiguous-model"],
    ["two professions, one said", { model: "Psykolog" }, { employees: both }, "psych two 2024-03-01"],
    [
      "two professions, a title of one of them",
      { level: null, title: "Specialist" },
      { employees: both },
      "psych one 2024-03-01",
    ],
    ["a profession without a model", {}, { models: [psychologist] }, "employmentNumber no-model"],
  ])("%s", (_case, stated, values, expected) => expect(outcome(stated, values)).toBe(expected));
});

describe("INT-4 who and since when", () => {
  const employed = (from: string, to: string | null) =>
    new Map([["1001", { ...anna, employment: { from, to } }]]);
  test.each<[string, Partial<StatedPlacement>, Partial<TakeOverContext>, string]>([
    ["a number that nobody has", { number: "9" }, {}, "employmentNumber unknown-number"],
    [
      "ended yesterday",
      {},
      { employees: employed("2020-01-01", TODAY) },
      "employmentNumber employment-ended",
    ],
    ["ends today", {}, { employees: employed("2020-01-01", "2026-11-23") }, "physio two 2024-03-01"],
    ["begins today", {}, { employees: employed(TODAY, null) }, "physio two 2024-03-01"],
    [
      "begins tomorrow",
      {},
      { employees: employed("2026-11-23", null) },
      "employmentNumber employment-not-begun",
    ],
    ["no day: from today", { from: null }, {}, `physio two ${TODAY}`],
    ["today", { from: TODAY }, {}, `physio two ${TODAY}`],
    ["tomorrow", { from: "2026-11-23" }, {}, "from day-in-future"],
    ["the first day in the profession", { from: "2020-01-01" }, {}, "physio two 2020-01-01"],
    ["the day before it", { from: "2019-12-31" }, {}, "from before-employment"],
    ["ORG-4 one's own row", {}, { actorPersonId: "anna" }, "employmentNumber own-row"],
  ])("%s", (_case, stated, values, expected) => expect(outcome(stated, values)).toBe(expected));

  test("the unbroken work in the profession, several periods touching", () => {
    const periods = [
      { from: "2018-01-01", to: "2019-01-01" },
      { from: "2021-06-01", to: null },
      { from: "2020-01-01", to: "2021-06-01" },
    ];
    expect(stretchOn(periods, TODAY)).toBe("2020-01-01");
    expect(stretchOn(periods.slice(1, 2), TODAY)).toBe("2021-06-01");
  });
});

describe("INT-4, PLC-1 what is there already is never written over", () => {
  test.each<[string, Partial<StatedPlacement>, Parameters<typeof standing>[0], string]>([
    ["the same place", {}, {}, "same"],
    ["the same place since another day", { from: "2021-05-05" }, {}, "same"],
    ["another level", { level: "Nivå 1" }, {}, "conflict placed-at"],
    ["another track", { level: "Nivå 3", track: "Master" }, { levelId: "three" }, "conflict placed-at"],
    ["ORG-2 with another authority", {}, { authorityId: "school" }, "conflict placed-elsewhere"],
    ["one that ended before the day", {}, { from: "2021-01-01", to: "2024-03-01" }, "physio two 2024-03-01"],
    ["one that ended the day after", {}, { from: "2021-01-01", to: "2024-03-02" }, "conflict placed-then"],
    ["another model's", {}, { modelId: "psych" }, "physio two 2024-03-01"],
  ])("%s", (_case, stated, there, expected) =>
    expect(outcome(stated, { standing: standing(there) })).toBe(expected),
  );

  test("two rows for one person and model: neither is read, and each names the other", () => {
    const rows = [row({ line: 2 }), row({ line: 5, level: "Nivå 1" })];
    expect(decideTakeOver(rows, context())).toMatchObject([
      {
        outcome: "unreadable",
        row: { reasons: [{ code: "several-rows", data: { line: 2, otherLine: 5 } }] },
      },
      {
        outcome: "unreadable",
        row: { reasons: [{ code: "several-rows", data: { line: 5, otherLine: 2 } }] },
      },
    ]);
  });
});

test("INT-4 titles that no level has are counted; ORG-7 without those of protected people", () => {
  const of = (number: string, text: string, protectedIdentity = false) => ({
    number,
    title: text,
    professionId: "physio",
    protectedIdentity,
  });
  const { known, unknown } = unknownTitles(
    [of("1", "legitimerad  Fysioterapeut"), of("2", "Skötare"), of("3", "skötare"), of("4", "Skötare", true)],
    [physio, psychologist],
  );
  expect(known.map(({ number }) => number)).toEqual(["1"]);
  expect(unknown).toEqual([{ title: "Skötare", count: 2 }]);
});

describe("INT-4 which column is which, and what a row holds", () => {
  test("people's own headers", () => {
    const header = [
      "Anst.nr",
      "Namn",
      "Yrke",
      "Steg",
      "Inriktning",
      "Placerad sedan",
      "Kommentar",
      "Personnr",
    ];
    expect(guessTakeOverColumns(header, [])).toEqual({
      columns: {
        employmentNumber: "Anst.nr",
        name: "Namn",
        model: "Yrke",
        level: "Steg",
        track: "Inriktning",
        from: "Placerad sedan",
        motivation: "Kommentar",
      },
      dropped: ["Personnr"],
    });
  });

  test("who, and a level or a title, are needed", () => {
    const fields = (columns: Parameters<typeof checkTakeOverColumns>[0]) =>
      checkTakeOverColumns(columns, ["a", "b"], []).map(({ field }) => field);
    expect(fields({})).toEqual(["employmentNumber", "level"]);
    expect(fields({ employmentNumber: "a", title: "b" })).toEqual([]);
    expect(fields({ employmentNumber: "a", level: "a" })).toEqual(["level"]);
  });

  const header = ["Nummer", "Nivå", "Titel", "Från", "Ord", "Källa"];
  const places = takeOverPlaces(
    {
      employmentNumber: "Nummer",
      level: "Nivå",
      title: "Titel",
      from: "Från",
      motivation: "Ord",
      source: "Källa",
    },
    header,
  );
  const read = (...cells: string[]) => readStated(places, { line: 2, cells });
  const problems = (...cells: string[]) => {
    const stated = read(...cells);
    return "reasons" in stated ? stated.reasons.map(({ code, field }) => `${field} ${code}`) : [];
  };
  test("lines in the words are kept, the rest is tidied", () => {
    expect(read("1001 ", " Bas", "", "20240301", "Ett \r\n\r\n\r\ntvå", "Excel")).toMatchObject({
      number: "1001",
      level: "Bas",
      title: null,
      from: "2024-03-01",
      motivation: "Ett\n\ntvå",
      source: "Excel",
    });
  });
  test.each<[string, string[], string[]]>([
    ["no number", ["", "Bas", "", "", "", ""], ["employmentNumber missing"]],
    ["neither level nor title", ["1", "", "", "", "", ""], ["level missing"]],
    ["no such day", ["1", "Bas", "", "2024-02-30", "", ""], ["from bad-day"]],
    [
      "a personnummer in the words",
      ["1", "Bas", "", "", "är 19121212-1212", ""],
      ["motivation personal-identity-number"],
    ],
    ["2000 characters of words", ["1", "Bas", "", "", "å".repeat(2000), ""], []],
    ["2001", ["1", "Bas", "", "", "å".repeat(2001), ""], ["motivation too-long"]],
  ])("%s", (_case, cells, expected) => expect(problems(...cells)).toEqual(expected));
});
