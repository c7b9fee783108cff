import { describe, expect, test } from "vitest";
import type { Item, ModelVersion, Structure } from "../../src/career-model/rules.ts";
import { checkStructure, checkVersion } from "../../src/career-model/check.rules.ts";
import { LIMITS } from "../../src/career-model/rules.ts";

const structure: Structure = {
  name: "Prov",
  levels: [
    { key: "intro", name: "Introduktion", shortText: "Du börjar.", kind: "introduction" },
    { key: "ny", name: "Ny", shortText: "Du lär dig.", kind: "core" },
    { key: "van", name: "Van", shortText: "Du kan.", kind: "outer" },
  ],
  headings: [{ key: "krav", name: "Krav" }],
  coreCompetencies: ["Samarbete"],
  ratingScale: ["Nej", "Ja"],
};

const item: Item = {
  key: "a",
  levelKey: "ny",
  trackKey: null,
  headingKey: "krav",
  kind: "demonstrated",
  mandatory: true,
  text: "Du provar.",
  visibility: "public",
};

const version: ModelVersion = {
  number: 1,
  intro: "En modell.",
  levelIntros: [{ levelKey: "ny", text: "Du är ny." }],
  tracks: [{ key: "spar", name: "Spår", levels: ["van"] }],
  groups: [],
  items: [item],
  onward: [{ levelKey: "van", text: "Chef" }],
};

const brief = (reasons: readonly { code: string; field?: string }[]) =>
  reasons.map(({ code, field }) => `${code} ${field ?? ""}`);
const wrongStructure = (change: Partial<Structure>) => brief(checkStructure({ ...structure, ...change }));
const wrongVersion = (change: Partial<ModelVersion>) =>
  brief(checkVersion(structure, { ...version, ...change }));
const wrongItem = (change: Partial<Item>) => wrongVersion({ items: [{ ...item, ...change }] });

describe("MOD-1: a structure", () => {
  const [intro, core, outer] = structure.levels as [
    Structure["levels"][0],
    Structure["levels"][0],
    Structure["levels"][0],
  ];

  test("that holds together has nothing wrong with it", () => {
    expect(checkStructure(structure)).toEqual([]);
  });

  test.each<[string, Partial<Structure>, string[]]>([
    [
      "an introduction that is not first",
      { levels: [core, intro] },
      ["introduction-not-first levels.1.kind"],
    ],
    [
      "a second introduction",
      { levels: [intro, { ...intro, key: "b" }] },
      ["introduction-not-first levels.1.kind"],
    ],
    [
      "a core level outside an outer one",
      { levels: [intro, outer, core] },
      ["core-outside-outer levels.2.kind"],
    ],
    ["two levels of one key", { levels: [core, { ...outer, key: "ny" }] }, ["duplicate-key levels.1.key"]],
    ["a key with å", { levels: [{ ...core, key: "på" }] }, ["bad-key levels.0.key"]],
    ["no levels", { levels: [] }, ["too-few levels"]],
    ["no headings", { headings: [] }, ["too-few headings"]],
    ["a blank name", { name: " " }, ["empty-text name"]],
    [
      "a level without its sentence",
      { levels: [{ ...core, shortText: "" }] },
      ["empty-text levels.0.shortText"],
    ],
    ["a blank word in the scale", { ratingScale: ["Ja", ""] }, ["empty-text ratingScale.1"]],
    [
      "a core competency that is too long",
      { coreCompetencies: ["x".repeat(LIMITS.name + 1)] },
      ["text-too-long coreCompetencies.0"],
    ],
  ])("%s", (_, change, expected) => {
    expect(wrongStructure(change)).toEqual(expected);
  });

  test("more levels than can be drawn are refused", () => {
    const levels = Array.from({ length: LIMITS.levels + 1 }, (_, index) => ({ ...core, key: `n${index}` }));
    expect(wrongStructure({ levels: levels.slice(1) })).toEqual([]);
    expect(wrongStructure({ levels })).toEqual(["too-many levels"]);
  });
});

describe("MOD-3: an item", () => {
  test("that holds together has nothing wrong with it", () => {
    expect(checkVersion(structure, version)).toEqual([]);
  });

  test.each<[string, Partial<Item>, string[]]>([
    ["at a level that is not there", { levelKey: "x" }, ["unknown-level items.0.levelKey"]],
    ["under a heading that is not there", { headingKey: "x" }, ["unknown-heading items.0.headingKey"]],
    [
      "a requirement that says neither",
      { mandatory: null },
      ["requirement-without-mandatory items.0.mandatory"],
    ],
    ["a mandatory duty", { kind: "duty" }, ["mandatory-on-non-requirement items.0.mandatory"]],
    [
      "a recommended support",
      { kind: "support", mandatory: false },
      ["mandatory-on-non-requirement items.0.mandatory"],
    ],
    ["a formal requirement of no type", { kind: "formal" }, ["formal-without-type items.0.formal"]],
    [
      "a licence that is demonstrated",
      { formal: { type: "licence" } },
      ["formal-on-other-kind items.0.formal"],
    ],
    [
      "a duty done independently",
      { kind: "duty", mandatory: null, support: "independent" },
      ["support-on-other-kind items.0.support"],
    ],
    [
      "no credits",
      { kind: "formal", formal: { type: "course", credits: 0 } },
      ["bad-number items.0.formal.credits"],
    ],
    [
      "a third of a credit",
      { kind: "formal", formal: { type: "course", credits: 7.3 } },
      ["bad-number items.0.formal.credits"],
    ],
    [
      "half a month",
      { kind: "formal", formal: { type: "experience", months: 0.5 } },
      ["bad-number items.0.formal.months"],
    ],
    [
      "experience of no length",
      { kind: "formal", formal: { type: "experience" } },
      ["experience-without-months items.0.formal.months"],
    ],
    ["a text of blanks", { text: " \n" }, ["empty-text items.0.text"]],
    ["a note with a NUL", { note: "a\u0000b" }, ["bad-character items.0.note"]],
    ["half a character", { text: "a\ud800" }, ["bad-character items.0.text"]],
    ["a text one character too long", { text: "x".repeat(LIMITS.line + 1) }, ["text-too-long items.0.text"]],
  ])("%s", (_, change, expected) => {
    expect(wrongItem(change)).toEqual(expected);
  });

  test("halves of a credit, and a text of exactly the longest length, are right", () => {
    expect(
      wrongItem({ kind: "formal", formal: { type: "course", credits: 7.5 }, text: "x".repeat(LIMITS.line) }),
    ).toEqual([]);
  });

  test("has a key that no other has", () => {
    expect(wrongVersion({ items: [item, { ...item, levelKey: "van" }] })).toEqual([
      "duplicate-key items.1.key",
    ]);
  });
});

describe("MOD-6: tracks and ways onward", () => {
  test("an item may stand at a track in a level where it runs", () => {
    expect(wrongItem({ levelKey: "van", trackKey: "spar" })).toEqual([]);
  });

  test.each<[string, string[], string[]]>([
    [
      "an item at a track elsewhere",
      wrongItem({ trackKey: "spar" }),
      ["track-not-in-level items.0.trackKey"],
    ],
    ["an item at no known track", wrongItem({ trackKey: "x" }), ["unknown-track items.0.trackKey"]],
    [
      "a track in no level",
      wrongVersion({ tracks: [{ key: "s", name: "S", levels: [] }] }),
      ["too-few tracks.0.levels"],
    ],
    [
      "a track in an unknown level",
      wrongVersion({ tracks: [{ key: "s", name: "S", levels: ["x"] }] }),
      ["unknown-level tracks.0.levels.0"],
    ],
    [
      "a track twice in a level",
      wrongVersion({ tracks: [{ key: "s", name: "S", levels: ["ny", "ny"] }] }),
      ["duplicate-level tracks.0.levels.1"],
    ],
    [
      "a way onward from no level",
      wrongVersion({ onward: [{ levelKey: "x", text: "Chef" }] }),
      ["unknown-level onward.0.levelKey"],
    ],
  ])("%s", (_, reasons, expected) => {
    expect(reasons).toEqual(expected);
  });
});

test("MOD-2: a version has a whole number and an introduction, and one introduction a level", () => {
  const levelIntros = [
    { levelKey: "ny", text: "Ett" },
    { levelKey: "ny", text: "Två" },
  ];
  expect(wrongVersion({ number: 0, intro: "", levelIntros })).toEqual([
    "bad-number number",
    "empty-text intro",
    "duplicate-level levelIntros.1.levelKey",
  ]);
});

test("everything that is wrong is told at once", () => {
  const items: Item[] = [
    { ...item, levelKey: "x", headingKey: "y", mandatory: null, text: "" },
    { ...item, trackKey: "z" },
  ];
  expect(wrongVersion({ items })).toEqual([
    "duplicate-key items.1.key",
    "unknown-level items.0.levelKey",
    "unknown-heading items.0.headingKey",
    "requirement-without-mandatory items.0.mandatory",
    "empty-text items.0.text",
    "unknown-track items.1.trackKey",
  ]);
});
