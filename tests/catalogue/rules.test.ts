/** The catalogue of development as rules: when an entry holds together, and what nobody offers (MOD-13). */
import { expect, test } from "vitest";
import {
  checkEntry,
  shortageOf,
  type EntryText,
  type Wanted,
  type WantedGroup,
} from "../../src/catalogue/rules.ts";

const ENTRY: EntryText = {
  kind: "course",
  name: "Handledarutbildning",
  provider: "",
  credits: 7.5,
  hours: null,
  cost: 0,
  places: null,
  funding: [],
  link: "https://example.se/kurs",
  text: "",
  visibility: "public",
};

test("MOD-13: an entry that says little holds together", () => {
  expect(checkEntry(ENTRY)).toEqual([]);
  expect(checkEntry({ ...ENTRY, credits: null, link: "" })).toEqual([]);
});

test.each([
  [{ name: "" }, "missing name"],
  [{ name: "x".repeat(201) }, "too-long name"],
  [{ text: "a\u0007b" }, "bad-character text"],
  [{ credits: 7.3 }, "bad-number credits"],
  [{ credits: Number.NaN }, "bad-number credits"],
  [{ hours: 0 }, "bad-number hours"],
  [{ places: 1.5 }, "bad-number places"],
  [{ cost: -1 }, "bad-number cost"],
  [{ link: "javascript:alert(1)" }, "not-an-address link"],
  [{ link: "example.se" }, "not-an-address link"],
] as const)("MOD-13: %j is told as %s", (change, reason) => {
  expect(checkEntry({ ...ENTRY, ...change }).map(({ code, field }) => `${code} ${field}`)).toEqual([reason]);
});

const wanted = (itemId: string, level: string, more: Partial<Wanted>): Wanted => ({
  itemId,
  levelId: level,
  level,
  heading: "Krav",
  text: itemId,
  kind: "formal",
  mandatory: true,
  formal: null,
  groupKey: null,
  by: null,
  isUsed: true,
  ...more,
});
const ALL = [
  wanted("leg", "bas", { formal: { type: "licence" } }),
  wanted("år", "bas", { formal: { type: "experience", months: 24 } }),
  wanted("kurs", "bas", { formal: { type: "course", credits: 7.5 } }),
  wanted("visar", "bas", { kind: "demonstrated" }),
  wanted("examen", "van", { formal: { type: "degree", credits: 60 } }),
  wanted("leder", "van", { kind: "demonstrated" }),
  wanted("lär ut", "van", { kind: "demonstrated" }),
];
const told = (offered: readonly string[]) => {
  const { formal, levels } = shortageOf(ALL, [], new Set(offered));
  return [
    ...formal.flatMap(({ items }) => items.map(({ itemId }) => itemId)),
    ...levels.map(({ level, count }) => `${level} ${count}`),
  ];
};

test("MOD-13: a course or a degree that nobody offers is a shortage; a licence and years of work are nobody's to offer", () => {
  expect(told([])).toEqual(["kurs", "examen", "bas 1", "van 2"]);
});

test("MOD-13: a formal requirement needs a way of its own; what is demonstrated may be reached by what is for its level", () => {
  expect(told(["bas", "van"])).toEqual(["kurs", "examen"]);
  expect(told(["kurs", "leder"])).toEqual(["examen", "bas 1"]);
  expect(told(["kurs", "examen", "bas", "van"])).toEqual([]);
});

test("MOD-9, MOD-13: what isn't used here nobody is asked to offer", () => {
  const notUsed = new Set(["examen", "visar", "leder"]);
  const used = ALL.map((item) => ({ ...item, isUsed: !notUsed.has(item.itemId) }));
  const { formal, levels } = shortageOf(used, [], new Set());
  expect(formal.map(({ items }) => items[0]?.itemId)).toEqual(["kurs"]);
  expect(levels).toEqual([{ levelId: "van", level: "van", count: 1 }]);
});

test("MOD-4, MOD-13: what can stand in for each other is one shortage, of so many as are lacking", () => {
  const course = (itemId: string, groupKey: string | null, type: "course" | "experience" = "course") =>
    wanted(itemId, "bas", { formal: { type }, groupKey });
  const lacking = (items: readonly Wanted[], groups: readonly WantedGroup[], ...offered: readonly string[]) =>
    shortageOf(items, groups, new Set(offered)).formal.map((each) => [
      each.needed,
      ...each.items.map(({ itemId }) => itemId),
    ]);
  const three = [course("a", "g"), course("b", "g"), course("c", "g"), course("d", null)];
  const group = (needed: number | null, key = "g", groupKey: string | null = null) => ({
    key,
    needed,
    groupKey,
  });
  expect(lacking(three, [group(1)])).toEqual([
    [1, "a", "b", "c"],
    [1, "d"],
  ]);
  expect(lacking(three, [group(1)], "b")).toEqual([[1, "d"]]);
  expect(lacking(three, [group(2)], "b", "d")).toEqual([[1, "a", "c"]]);
  expect(lacking(three, [group(null)], "b")).toEqual([
    [1, "a"],
    [1, "c"],
    [1, "d"],
  ]);
  // Long experience is nobody's to offer, and is a way of its own.
  expect(lacking([course("a", "g"), course("år", "g", "experience")], [group(1)])).toEqual([]);
  // Either the one, or both of the others.
  const nested = [course("a", "g"), course("b", "inner"), course("c", "inner")];
  const both = [group(1), group(null, "inner", "g")];
  expect(lacking(nested, both, "b")).toEqual([[1, "a", "c"]]);
  expect(lacking(nested, both, "b", "c")).toEqual([]);
  // MOD-9: of what isn't used nothing is asked, and it stands in for nothing.
  const without = (items: readonly Wanted[], ...ids: readonly string[]) =>
    items.map((item) => ({ ...item, isUsed: !ids.includes(item.itemId) }));
  expect(lacking(without(three, "a"), [group(2)])).toEqual([
    [2, "b", "c"],
    [1, "d"],
  ]);
  expect(lacking(without(three, "a", "b"), [group(2)], "d")).toEqual([[1, "c"]]);
  expect(lacking(without(three, "a", "b", "c"), [group(2)], "d")).toEqual([]);
  expect(lacking(without(nested, "b", "c"), both)).toEqual([[1, "a"]]);
});
