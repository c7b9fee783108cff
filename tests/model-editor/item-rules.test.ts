import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keyOf } from "../../src/career-model/key.rules.ts";
import { revisedShape } from "../../src/career-model/revision.rules.ts";
import {
  inOrder,
  kindOfChange,
  sameWriting,
  sittings,
  type NotedChange,
} from "../../src/model-editor/item.rules.ts";
import type { Item } from "../../src/career-model/rules.ts";

const item = (text: string, more: Partial<Item> = {}): Item => ({
  key: "k",
  levelKey: "bas",
  trackKey: null,
  headingKey: "krav",
  kind: "duty",
  mandatory: null,
  text,
  visibility: "public",
  ...more,
});

describe("MOD-3: order", () => {
  test("an item lands where it is put, and the others keep their order", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.option(fc.integer({ min: -5, max: 40 })),
        (ids, pick, to) => {
          const id = ids[pick % ids.length] ?? "";
          const ordered = inOrder(ids, id, to);
          expect(ordered.toSorted()).toEqual(ids.toSorted());
          expect(ordered.filter((each) => each !== id)).toEqual(ids.filter((each) => each !== id));
          const wanted = to === null ? ids.length : Math.min(Math.max(to, 1), ids.length);
          expect(ordered.indexOf(id) + 1).toBe(wanted);
        },
      ),
    );
  });
});

describe("MOD-3: what a change was", () => {
  test.each([
    [null, item("a"), "added"],
    [item("a"), null, "removed"],
    [item("a"), item("b"), "written"],
    [item("a"), item("a", { note: "n" }), "written"],
    [
      item("a", { kind: "formal", formal: { type: "course", credits: 5 } }),
      item("a", { kind: "formal", formal: { type: "course", credits: 6 } }),
      "written",
    ],
    [item("a"), item("a", { levelKey: "erfaren" }), "moved"],
    [item("a"), item("a", { groupKey: "g" }), "grouped"],
    [item("a"), item("a"), "ordered"],
  ] as const)("%#: %o → %o is %s", (before, after, kind) => {
    expect(kindOfChange({ before, after })).toBe(kind);
  });

  const change = (
    revision: number,
    minute: number,
    before: string,
    after: string,
    by = "Petra",
  ): NotedChange => ({
    revision,
    itemId: "i",
    by,
    at: new Date(Date.UTC(2026, 10, 22, 12, minute)),
    before: item(before),
    after: item(after),
  });

  const read = (changes: readonly NotedChange[]) => sittings(changes, sameWriting);

  test("what one person writes in one sitting is one change, which is taken back whole", () => {
    const told = read([change(4, 13, "c", "d"), change(3, 4, "b", "c"), change(2, 1, "a", "b")]);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ revision: 4, first: 2, before: { text: "a" }, after: { text: "d" } });
  });

  test("a pause of ten minutes, another writer or another kind of change begins a new one", () => {
    expect(read([change(3, 11, "b", "c"), change(2, 1, "a", "b")])).toHaveLength(2);
    expect(read([change(3, 2, "b", "c"), change(2, 1, "a", "b", "Kalle")])).toHaveLength(2);
    expect(read([change(3, 2, "b", "b"), change(2, 1, "a", "b")])).toHaveLength(2);
  });

  test("what is taken back at once is two changes: that it was written, and that it was not to be", () => {
    const told = read([change(3, 2, "b", "a"), change(2, 1, "a", "b")]);
    expect(told.map(({ after }) => after?.text)).toEqual(["a", "b"]);
  });
});

describe("MOD-1: keys and shapes", () => {
  test("a key is letters, digits and single hyphens, whatever the text", () => {
    expect(keyOf("Åtgärder på œ 2!")).toBe("atgarder-pa-2");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        expect(keyOf(text)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
      }),
    );
  });

  test("a revision has the structure's levels as they are now, and loses no item", () => {
    const level = (key: string, name = key) => ({
      key,
      name,
      shortText: `kort ${name}`,
      kind: "core" as const,
    });
    const structure = (levels: readonly string[]) => ({
      name: "s",
      levels: levels.map((key) => level(key)),
      headings: [{ key: "krav", name: "Krav" }],
      coreCompetencies: [],
      ratingScale: [],
    });
    const version = {
      number: 1,
      intro: "",
      levelIntros: [{ levelKey: "b", text: "om b" }],
      tracks: [{ key: "t", name: "T", levels: ["b", "c"] }],
      groups: [],
      items: [item("1", { levelKey: "a" }), item("2", { levelKey: "c" })],
      onward: [],
    };
    const revised = revisedShape(structure(["a", "ny", "d"]), {
      structure: structure(["a", "b", "c", "d"]),
      version,
    });
    // b was dropped and empty; c was dropped and has an item: it stands after a, where it stood.
    expect(revised.structure.levels.map(({ key }) => key)).toEqual(["a", "c", "ny", "d"]);
    expect(revised.version).toMatchObject({
      levelIntros: [],
      tracks: [{ levels: ["c"] }],
      items: version.items,
    });
  });
});
