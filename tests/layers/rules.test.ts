/** Layers over a base model: what composing keeps, what a supplement may hold, and what of it a new base has room for. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { carryOver, choicesFor, settle } from "../../src/layers/carry-over.rules.ts";
import { compose, type EffectiveItem } from "../../src/career-model/compose.rules.ts";
import type { Text } from "../../src/career-model/difference.rules.ts";
import { readModelFile } from "../../src/career-model/model-file.ts";
import { publicLayer } from "../../src/career-model/presentation.rules.ts";
import type { Item } from "../../src/career-model/rules.ts";
import { baseToCarryTo, canAdoptSupplement, openDraft } from "../../src/layers/life.rules.ts";
import {
  checkSupplement,
  EMPTY_SUPPLEMENT,
  publicSupplement,
  type LocalItem,
  type SupplementContent,
} from "../../src/career-model/supplement.rules.ts";
import { sideBySide } from "../../src/layers/side-by-side.rules.ts";
import { modelFiles, small } from "../career-model/model-file-examples.ts";
import { supplementsTo } from "./supplements.ts";

const read = readModelFile(small);
if (!read.ok) throw new Error("the small model is not readable");
const base: Text = { structure: read.value.structure, version: read.value.version };
const course = base.version.items.find((item) => item.mandatory === false)?.key ?? "";

const OPEN = { adaptable: true, isUnit: false };
const texts = modelFiles.map(({ structure, version }): Text => ({ structure, version }));
const layered = texts.chain((text) => fc.tuple(fc.constant(text), supplementsTo(text), supplementsTo(text)));
const local: LocalItem = {
  key: "5f2f36ae-2f5f-4a34-8a0a-7d7f0d8d6f10",
  levelKey: "ny",
  trackKey: null,
  headingKey: "uppgifter",
  kind: "duty",
  mandatory: null,
  text: "Du följer kommunens rutin.",
  visibility: "public",
};
const said = (content: Partial<SupplementContent>): SupplementContent => ({
  ...EMPTY_SUPPLEMENT,
  ...content,
});
const codes = (reasons: readonly { readonly code: string }[]) => reasons.map(({ code }) => code);

/** The item as the base has it. */
const bare = (item: EffectiveItem): Item => {
  const provenance = new Set(["from", "clarified", "unused"]);
  return Object.fromEntries(Object.entries(item).filter(([part]) => !provenance.has(part))) as Item;
};

describe("MOD-9: the effective model", () => {
  test("never drops or alters what lies below, whatever is laid over it, and keeps its order", () => {
    fc.assert(
      fc.property(layered, ([text, employer, unit]) => {
        const whole = compose(text, [
          { by: { of: "employer" }, content: employer },
          { by: { of: "unit", name: "Enheten" }, content: unit },
        ]);
        const { version, structure } = whole;
        expect(version.items.filter(({ from }) => from === null).map(bare)).toEqual(text.version.items);
        expect({ ...version, items: [] }).toEqual({ ...text.version, items: [] });
        expect(structure).toEqual(text.structure);
        expect(version.items.slice(text.version.items.length).map(bare)).toEqual([
          ...employer.items,
          ...unit.items,
        ]);
      }),
    );
  });

  test("without layers is the base", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { version, unused } = compose(text, []);
        expect({ ...version, items: version.items.map(bare) }).toEqual(text.version);
        expect(version.items.every((item) => item.clarified.length === 0 && item.unused === null)).toBe(true);
        expect(unused).toEqual({ levels: {}, tracks: {} });
      }),
    );
  });

  test("says of each line where it comes from, how it is read and why it isn't used", () => {
    const { version, unused } = compose(base, [
      {
        by: { of: "employer" },
        content: said({
          items: [local],
          clarifications: [{ itemKey: "leg", text: "Visas vid anställning.", visibility: "public" }],
          unused: [
            { of: "item", key: course, reason: "Ges inte här." },
            { of: "level", key: "van", reason: "Vi har inte nivån." },
            { of: "track", key: "forskning", reason: "Vi har ingen forskning." },
          ],
        }),
      },
      {
        by: { of: "unit", name: "Norr" },
        content: said({ clarifications: [{ itemKey: "leg", text: "I original.", visibility: "internal" }] }),
      },
    ]);
    const of = (key: string) => version.items.find((item) => item.key === key);
    expect(of(local.key)?.from).toEqual({ of: "employer" });
    expect(of("leg")).toMatchObject({
      from: null,
      text: "Legitimation",
      clarified: [
        { by: { of: "employer" }, text: "Visas vid anställning." },
        { by: { of: "unit", name: "Norr" }, text: "I original." },
      ],
    });
    expect(of(course)).toMatchObject({ text: "En kurs", unused: "Ges inte här." });
    expect(unused).toEqual({
      levels: { van: "Vi har inte nivån." },
      tracks: { forskning: "Vi har ingen forskning." },
    });
  });

  test("MOD-14: the public layer of it holds nothing internal, of the base or of a layer", () => {
    fc.assert(
      fc.property(layered, ([text, employer]) => {
        const { version } = compose(publicLayer(text), [
          { by: { of: "employer" }, content: publicSupplement(employer) },
        ]);
        const all = [...version.items, ...version.items.flatMap((item) => item.clarified)];
        expect(all.filter(({ visibility }) => visibility === "internal")).toEqual([]);
      }),
    );
  });
});

describe("MOD-9: what a supplement may hold", () => {
  test("any addition, clarification and mark on a part of an adaptable base", () => {
    fc.assert(
      fc.property(layered, ([text, content]) => {
        const odd = new Set(["too-many"]);
        expect(codes(checkSupplement(text, content, OPEN)).filter((code) => !odd.has(code))).toEqual([]);
      }),
    );
  });

  test.each<[string, Partial<SupplementContent>, typeof OPEN, string[]]>([
    [
      "an item where there is no such level",
      { items: [{ ...local, levelKey: "x" }] },
      OPEN,
      ["unknown-level"],
    ],
    ["an item without words", { items: [{ ...local, text: " " }] }, OPEN, ["empty-text"]],
    [
      "an item of 20,000 characters",
      { items: [{ ...local, text: "x".repeat(20_000) }] },
      OPEN,
      ["text-too-long"],
    ],
    ["a line twice", { items: [local, local] }, OPEN, ["duplicate-key"]],
    [
      "a clarification of nothing",
      { clarifications: [{ itemKey: "x", text: "Så.", visibility: "public" }] },
      OPEN,
      ["unknown-item"],
    ],
    [
      "two clarifications of one item",
      { clarifications: ["a", "b"].map((text) => ({ itemKey: "leg", text, visibility: "public" as const })) },
      OPEN,
      ["clarified-twice"],
    ],
    [
      "a mandatory item left unused",
      { unused: [{ of: "item", key: "leg", reason: "Nej." }] },
      OPEN,
      ["only-recommended-unused"],
    ],
    [
      "anything left unused in a locked base",
      { unused: [{ of: "level", key: "van", reason: "Nej." }] },
      { adaptable: false, isUnit: false },
      ["base-locked"],
    ],
    [
      "anything left unused by a unit",
      { unused: [{ of: "item", key: course, reason: "Nej." }] },
      { adaptable: true, isUnit: true },
      ["unit-leaves-nothing"],
    ],
    ["a mark without a reason", { unused: [{ of: "level", key: "van", reason: "" }] }, OPEN, ["empty-text"]],
    ["a mark on no track", { unused: [{ of: "track", key: "x", reason: "Nej." }] }, OPEN, ["unknown-track"]],
  ])("not %s", (_, content, freedom, expected) => {
    expect(codes(checkSupplement(base, said(content), freedom))).toEqual(expected);
  });
});

/** The base with another text of its own. */
const revised = (change: (version: Text["version"]) => Partial<Text["version"]>): Text => ({
  ...base,
  version: { ...base.version, ...change(base.version) },
});
const clarified = said({ clarifications: [{ itemKey: "leg", text: "Visas.", visibility: "public" }] });
const withLeg = (change: Partial<Item>) =>
  revised(({ items }) => ({
    items: items.map((item) => (item.key === "leg" ? { ...item, ...change } : item)),
  }));

describe("MOD-9: two supplements side by side", () => {
  test("every part that either speaks of has its row, with what each says, in the base's order", () => {
    const first = said({
      items: [local],
      clarifications: [{ itemKey: "leg", text: "Visas.", visibility: "public" }],
    });
    const second = said({
      clarifications: [{ itemKey: "leg", text: "I original.", visibility: "public" }],
      unused: [{ of: "level", key: "van", reason: "Finns inte." }],
    });
    expect(sideBySide(base, first, second)).toEqual([
      {
        key: "item leg",
        where: "Ny, Krav",
        base: "Legitimation",
        said: [[{ kind: "clarified", text: "Visas." }], [{ kind: "clarified", text: "I original." }]],
      },
      {
        key: "added ny uppgifter",
        where: "Ny, Uppgifter",
        base: "",
        said: [[{ kind: "added", text: local.text }], []],
      },
      { key: "level van", where: "Van", base: "", said: [[], [{ kind: "unused", text: "Finns inte." }]] },
    ]);
  });
});

describe("MOD-10: carrying a supplement over", () => {
  test("to the same base everything fits, and to any other every part is kept or listed", () => {
    fc.assert(
      fc.property(layered, texts, ([before, content], after) => {
        expect(carryOver(before, before, content, OPEN)).toEqual({ fits: content, unsettled: [] });
        const { fits, unsettled } = carryOver(before, after, content, OPEN);
        for (const [kind, list] of [
          ["item", "items"],
          ["clarification", "clarifications"],
          ["unused", "unused"],
        ] as const) {
          const listed = unsettled.filter((each) => each.kind === kind).map(({ part }) => part);
          expect(content[list].filter((part) => !listed.includes(part as never))).toEqual(fits[list]);
          expect(fits[list].length + listed.length).toBe(content[list].length);
        }
        expect(unsettled.every(({ whys }) => whys.length > 0)).toBe(true);
        expect(codes(checkSupplement(after, fits, OPEN)).filter((code) => code !== "too-many")).toEqual([]);
      }),
    );
  });

  test.each<[string, Text, SupplementContent, string[], string[]]>([
    [
      "reworded under a clarification",
      withLeg({ text: "Annat" }),
      clarified,
      ["item-reworded"],
      ["keep", "reword", "move", "drop"],
    ],
    ["moved", withLeg({ levelKey: "van" }), clarified, ["item-moved"], ["keep", "reword", "move", "drop"]],
    [
      "gone",
      revised(({ items }) => ({ items: items.filter(({ key }) => key !== "leg") })),
      clarified,
      ["item-gone"],
      ["move", "drop"],
    ],
    [
      "a level that is gone",
      { ...base, structure: { ...base.structure, levels: base.structure.levels.slice(1) } },
      said({ items: [local] }),
      ["level-gone"],
      ["move", "drop"],
    ],
    [
      "a track that is gone",
      revised(() => ({ tracks: [] })),
      said({ items: [{ ...local, levelKey: "van", trackKey: "forskning" }] }),
      ["track-gone"],
      ["move", "drop"],
    ],
    [
      "recommended no longer",
      revised(({ items }) => ({
        items: items.map((item) => (item.key === course ? { ...item, mandatory: true } : item)),
      })),
      said({ unused: [{ of: "item", key: course, reason: "Nej." }] }),
      ["now-mandatory"],
      ["drop"],
    ],
  ])("lists what is %s, with what can be done", (_, after, content, whys, choices) => {
    const { unsettled } = carryOver(base, after, content, OPEN);
    expect(unsettled.map((each) => each.whys)).toEqual([whys]);
    expect(unsettled.map(choicesFor)).toEqual([choices]);
  });

  test("a base that has been locked lists what was left unused", () => {
    const content = said({ unused: [{ of: "level", key: "van", reason: "Nej." }] });
    const { unsettled } = carryOver(base, base, content, { adaptable: false, isUnit: false });
    expect(unsettled.map(({ whys }) => whys)).toEqual([["base-locked"]]);
  });

  test("what is settled is kept, reworded, moved or left out, and nothing else changes", () => {
    const [part] = clarified.clarifications;
    if (!part) throw new Error("there is a clarification");
    const told = { kind: "clarification", part } as const;
    const there = said({
      items: [local],
      clarifications: [{ itemKey: course, text: "Två.", visibility: "public" }],
    });
    expect(settle(there, told, { choice: "keep" }).clarifications).toEqual([...there.clarifications, part]);
    expect(settle(there, told, { choice: "reword", text: "Ny." }).clarifications.at(-1)?.text).toBe("Ny.");
    expect(settle(there, told, { choice: "drop" })).toEqual(there);
    expect(settle(there, told, { choice: "move", to: { itemKey: course } })).toEqual({
      ...there,
      clarifications: [{ itemKey: course, text: "Två.\nVisas.", visibility: "public" }],
    });
    const to = { levelKey: "van", headingKey: "krav", trackKey: null };
    expect(settle(EMPTY_SUPPLEMENT, { kind: "item", part: local }, { choice: "move", to }).items).toEqual([
      { ...local, ...to },
    ]);
  });
});

describe("MOD-16: the life of a supplement", () => {
  const one = { number: 1, status: "superseded", inForceFrom: "2026-01-01" } as const;
  const two = { number: 2, status: "adopted", inForceFrom: "2026-06-01" } as const;
  const able = {
    modelStatus: "active",
    status: "draft",
    baseNumber: 2,
    base: [one, two],
    others: [],
    unsettled: 0,
    inForceFrom: "2026-06-01",
  } as const;

  test.each([
    ["in force when its base is", {}, []],
    ["the day before its base", { inForceFrom: "2026-05-31" }, ["base-not-in-force"]],
    ["on a base that is no longer in force", { baseNumber: 1 }, ["base-not-in-force"]],
    ["with something unsettled", { unsettled: 2 }, ["unsettled"]],
    ["adopted already", { status: "adopted" }, ["not-adoptable-from"]],
    ["of a withdrawn model", { modelStatus: "withdrawn" }, ["model-withdrawn"]],
    ["from no day", { inForceFrom: "snart" }, ["not-a-day"]],
    [
      "on a day that another version already has",
      { others: [{ number: 1, status: "adopted", inForceFrom: "2026-06-01" }] },
      ["not-after-version-in-force"],
    ],
  ] as const)("%s", (_, change, expected) => {
    expect(codes(canAdoptSupplement({ ...able, ...change }))).toEqual(expected);
  });

  test("MOD-10: waits for the newest version of its base, and a draft is written while it is the newest", () => {
    const draft = { number: 2, status: "draft", inForceFrom: null, baseNumber: 1 } as const;
    const adopted = { number: 1, status: "adopted", inForceFrom: "2026-02-01", baseNumber: 1 } as const;
    expect(baseToCarryTo([two, one], [draft, adopted])).toEqual(two);
    expect(baseToCarryTo([two, one], [{ ...draft, baseNumber: 2 }, adopted])).toBeNull();
    expect(baseToCarryTo([two, one], [])).toBeNull();
    expect(openDraft([draft, adopted])).toEqual(draft);
    expect(openDraft([adopted, { ...draft, number: 0 }])).toBeNull();
  });
});
