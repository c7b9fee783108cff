/** What differs between two versions: whole, told in words, and laid out as a page. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  aspectsOf,
  countsOf,
  difference,
  differenceByLevel,
  differenceOfGroups,
  differenceOfWhole,
  type Difference,
  type LevelPart,
  type ListDifference,
  type Text,
} from "../../src/career-model/difference.rules.ts";
import { markedText } from "../../src/career-model/marked-text.ts";
import { readModelFile } from "../../src/career-model/model-file.ts";
import { inReadingOrder } from "../../src/career-model/presentation.rules.ts";
import type { Item } from "../../src/career-model/rules.ts";
import { modelFiles, small } from "./model-file-examples.ts";

const ordered = (text: Text): Text => ({ ...text, version: inReadingOrder(text.structure, text.version) });

/** The list that a difference leads to from the one that it starts from. */
function applied<Part extends { readonly key: string }>(
  before: readonly Part[],
  { added, changed, removed, order }: ListDifference<Part>,
): Part[] {
  const gone = new Set(removed.map(({ key }) => key));
  const parts = new Map(before.filter(({ key }) => !gone.has(key)).map((part) => [part.key, part]));
  for (const part of [...added, ...changed.map(({ after }) => after)]) parts.set(part.key, part);
  expect([...parts.keys()].toSorted()).toEqual([...order].toSorted());
  return order.map((key) => parts.get(key) as Part);
}

/** The text that a difference leads to, but for the version's number and the structure's name, which are not text. */
function appliedTo({ structure, version }: Text, differing: Difference) {
  const said = structure.levels.map((level): LevelPart => ({
    ...level,
    intro: version.levelIntros.find((each) => each.levelKey === level.key)?.text ?? null,
    onward: version.onward.filter((each) => each.levelKey === level.key).map((each) => each.text),
  }));
  const levels = applied(said, differing.levels);
  return {
    structure: {
      levels: levels.map(({ key, name, shortText, kind }) => ({ key, name, shortText, kind })),
      headings: applied(structure.headings, differing.headings),
      coreCompetencies: differing.coreCompetencies?.after ?? structure.coreCompetencies,
      ratingScale: differing.ratingScale?.after ?? structure.ratingScale,
    },
    version: {
      intro: differing.intro?.after ?? version.intro,
      levelIntros: levels.flatMap(({ key, intro }) =>
        intro === null ? [] : [{ levelKey: key, text: intro }],
      ),
      tracks: applied(version.tracks, differing.tracks),
      groups: applied(version.groups, differing.groups),
      items: applied(version.items, differing.items),
      onward: levels.flatMap(({ key, onward }) => onward.map((text) => ({ levelKey: key, text }))),
    },
  };
}

const textOf = ({ structure, version }: Text) => {
  const { name: _, ...shape } = structure;
  const { number: __, ...said } = version;
  return { structure: shape, version: said };
};

/** Two versions of one model: keys are short, so that many of them are in both. */
const twoTexts = fc.tuple(modelFiles.map(ordered), modelFiles.map(ordered));

describe("MOD-11: the difference between two versions", () => {
  test("is whole: with the one it gives the other", () => {
    fc.assert(
      fc.property(twoTexts, ([before, after]) => {
        expect(appliedTo(before, difference(before, after))).toEqual(textOf(after));
      }),
    );
  });

  test("of a version to itself is nothing", () => {
    fc.assert(
      fc.property(modelFiles.map(ordered), (text) => {
        const differing = difference(text, structuredClone(text));
        expect(Object.values(countsOf(differing)).every((count) => count === 0)).toBe(true);
        expect(differenceOfWhole(text, text, differing)).toEqual([]);
        expect(differenceOfGroups(text, text)).toEqual([]);
        expect(differenceByLevel(text, text, differing).flatMap(({ rows }) => rows)).toEqual([]);
      }),
    );
  });

  test("MOD-5: every item that differs stands on the page once, and once more where it has left", () => {
    fc.assert(
      fc.property(twoTexts, ([before, after]) => {
        const differing = difference(before, after);
        const rows = differenceByLevel(before, after, differing).flatMap((level) => level.rows);
        const { added, removed, changed } = differing.items;
        expect(rows.filter(({ kind }) => kind === "added")).toHaveLength(added.length);
        expect(rows.filter(({ kind }) => kind === "removed")).toHaveLength(removed.length);
        expect(rows.filter(({ kind }) => kind === "changed")).toHaveLength(changed.length);
        const left = changed.filter(
          (item) =>
            item.before.levelKey !== item.after.levelKey || item.before.headingKey !== item.after.headingKey,
        );
        expect(rows.filter(({ kind }) => kind === "left")).toHaveLength(left.length);
      }),
    );
  });

  test("every changed item says in which way", () => {
    fc.assert(
      fc.property(twoTexts, ([before, after]) => {
        for (const item of difference(before, after).items.changed) expect(aspectsOf(item)).not.toEqual([]);
      }),
    );
  });
});

describe("MOD-11: in which way", () => {
  const item: Item = {
    key: "kurs",
    levelKey: "van",
    trackKey: null,
    headingKey: "krav",
    kind: "formal",
    mandatory: false,
    text: "En kurs",
    visibility: "public",
    formal: { type: "course", credits: 7.5 },
  };

  test.each<[string, Partial<Item>, string[]]>([
    ["another text", { text: "En annan kurs" }, ["reworded"]],
    ["a note", { note: "På kvällstid." }, ["reworded"]],
    ["another level", { levelKey: "ny" }, ["moved"]],
    ["a track", { trackKey: "forskning" }, ["moved"]],
    ["another heading", { headingKey: "annat" }, ["moved"]],
    ["mandatory", { mandatory: true }, ["made-mandatory"]],
    ["MOD-7: an expiry", { formal: { type: "course", credits: 7.5, validMonths: 24 } }, ["expiry"]],
    ["other credits", { formal: { type: "course", credits: 15 } }, ["formal"]],
    ["credits and expiry", { formal: { type: "course", validMonths: 24 } }, ["expiry", "formal"]],
    ["internal", { visibility: "internal" }, ["visibility"]],
    ["MOD-4: in a group", { groupKey: "val" }, ["group"]],
    ["another text at another level", { text: "En kurs till", levelKey: "ny" }, ["reworded", "moved"]],
  ])("%s", (_, change, expected) => {
    expect(aspectsOf({ before: item, after: { ...item, ...change } })).toEqual(expected);
  });

  test("recommended again, and no longer expiring", () => {
    const strict: Item = {
      ...item,
      mandatory: true,
      formal: { type: "course", validMonths: 12, credits: 7.5 },
    };
    expect(aspectsOf({ before: strict, after: item })).toEqual(["made-recommended", "expiry"]);
  });
});

describe("MOD-11: around the items", () => {
  const text = (change: (file: string) => string = (file) => file): Text => {
    const read = readModelFile(change(small));
    if (!read.ok) throw new Error(JSON.stringify(read.reasons));
    return read.value;
  };

  test("what is said of the whole is told before and after", () => {
    const before = text();
    const after = text((file) =>
      file
        .replace("inledning: En modell.", "inledning: En ny modell.")
        .replace("namn: Van\n", "namn: Erfaren\n")
        .replace("namn: Forskning\n", "namn: Forskning och lärande\n")
        .replace("[Enhetschef]", "[Enhetschef, Lärare]")
        .replace("[inte än, ja]", "[inte än, ja, lär andra]"),
    );
    expect(differenceOfWhole(before, after, difference(before, after))).toEqual([
      { of: "intro", name: "", before: "En modell.", after: "En ny modell." },
      { of: "level", name: "Erfaren", before: "Van", after: "Erfaren" },
      { of: "onward", name: "Erfaren", before: "Enhetschef", after: "Enhetschef · Lärare" },
      { of: "track", name: "Forskning och lärande", before: "Forskning", after: "Forskning och lärande" },
      { of: "ratingScale", name: "", before: "inte än · ja", after: "inte än · ja · lär andra" },
    ]);
  });

  test("MOD-4: a group that asks for more is told by its members", () => {
    const group = (needed: string) =>
      text((file) =>
        file.replace(
          "          - Du följer rutinerna.\n",
          `          - { nyckel: val, krävs: ${needed}, av: [Ett, Två] }\n`,
        ),
      );
    expect(differenceOfGroups(group("1"), group("alla"))).toEqual([
      { members: ["Ett", "Två"], before: { needed: 1, of: 2 }, after: { needed: null, of: 2 } },
    ]);
  });
});

describe("MOD-11: the words that differ", () => {
  const words = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

  test("are marked word by word", () => {
    expect(markedText("Du bedömer behov hemma.", "Du bedömer sammansatta behov hemma.")).toEqual([
      { text: "Du bedömer ", is: "kept" },
      { text: "sammansatta ", is: "added" },
      { text: "behov hemma.", is: "kept" },
    ]);
  });

  test("both wordings are there, whatever they say", () => {
    const texts = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.lorem({ maxCount: 12 }),
      fc.constantFrom(
        "שלום עולם",
        "👩‍👩‍👧 och 👨‍👧",
        "  mellan   slag ",
        "å\nä\nö",
        "<script>",
        "[x](javascript:1)",
      ),
    );
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const pieces = markedText(before, after);
        const without = (is: string) =>
          words(pieces.map((piece) => (piece.is === is ? "" : piece.text)).join(""));
        expect(without("removed").replaceAll(" ", "")).toBe(words(after).replaceAll(" ", ""));
        expect(without("added").replaceAll(" ", "")).toBe(words(before).replaceAll(" ", ""));
      }),
    );
  });

  test("two texts with nothing in common are told as two, soon enough", () => {
    const pieces = markedText("ett ".repeat(5000), "två ".repeat(5000));
    expect(pieces.map(({ is }) => is)).toEqual(["removed", "added"]);
  });
});
