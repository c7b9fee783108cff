/** What is worth another look before a version is adopted. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { qualityOf } from "../../src/career-model/quality.rules.ts";
import type { Item, ModelVersion, Structure } from "../../src/career-model/rules.ts";
import { modelFiles } from "./model-file-examples.ts";

const structure: Structure = {
  name: "Prov",
  levels: [{ key: "ny", name: "Ny", shortText: "Du lär dig.", kind: "core" }],
  headings: [{ key: "krav", name: "Krav" }],
  coreCompetencies: [],
  ratingScale: [],
};
const item: Item = {
  key: "a",
  levelKey: "ny",
  trackKey: null,
  headingKey: "krav",
  kind: "demonstrated",
  mandatory: true,
  text: "Du provar varje dag.",
  visibility: "public",
  support: "independent",
};
const points = (...items: readonly Item[]): string[] => {
  const version: ModelVersion = {
    number: 1,
    intro: "",
    levelIntros: [],
    tracks: [],
    groups: [],
    items,
    onward: [],
  };
  return qualityOf(structure, version).map((point) => (point.code === "vague" ? point.word : point.code));
};

describe("MOD-3: worth another look", () => {
  test("a line that says what one does, and how, is left in peace", () => {
    expect(points(item)).toEqual([]);
  });

  test.each([
    ["Du har god kunskap om hjälpmedel.", ["god kunskap"]],
    ["Du har goda kunskaper i svenska.", ["goda kunskaper"]],
    ["Du hjälper till vid behov.", ["vid behov"]],
    ["Du väljer adekvat metod.", ["adekvat"]],
    ["Du skriver journal m.m.", ["m.m."]],
    ["Du planerar och/eller följer upp.", ["och/eller"]],
    ["Du har förmåga att lyssna.", ["förmåga att"]],
    ["Du bygger om kommun och region.", []],
    ["Du granskar etcetera-listan.", []],
    ["Du utvecklar relevanskriterier.", []],
  ])("%s", (text, expected) => {
    expect(points({ ...item, text })).toEqual(expected);
  });

  test("vague words are for what is assessed: a formal requirement or a duty may say what it wants", () => {
    expect(points({ ...item, kind: "duty", mandatory: null, text: "Du rycker in vid behov." })).toEqual([]);
  });

  test("how it is done is said, and nothing is said twice or in one long breath", () => {
    const { support: _, ...unsaid } = item;
    expect(points(unsaid)).toEqual(["how-not-said"]);
    expect(points(item, { ...item, key: "b", text: "Du  provar varje DAG." })).toEqual(["said-twice"]);
    expect(points({ ...item, text: "Du provar. ".repeat(20).trim() })).toEqual([]);
    expect(points({ ...item, text: "Du provar. ".repeat(21).trim() })).toEqual(["long"]);
  });

  test("a place where nothing stands is pointed at", () => {
    expect(points()).toEqual(["silent"]);
  });

  test("every point is about something that is there", () => {
    fc.assert(
      fc.property(modelFiles, (file) => {
        const about = qualityOf(file.structure, file.version).flatMap((point) =>
          "item" in point ? [point.item] : [],
        );
        expect(about.every((each) => file.version.items.includes(each))).toBe(true);
      }),
    );
  });
});
