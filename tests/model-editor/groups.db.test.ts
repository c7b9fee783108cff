/** Groups of requirements in a draft, and items fetched from another model: with a real database. */
import { describe, expect, test } from "vitest";
import { beginModel } from "../../src/model-editor/begin-model.ts";
import { reuseItems, viewReuse } from "../../src/model-editor/reuse-items.ts";
import { takeBackFrame } from "../../src/model-editor/take-back-frame.ts";
import { viewDraft, viewDraftHistory } from "../../src/model-editor/view-draft.ts";
import { dissolveGroup, viewGroup, writeGroup, type GroupText } from "../../src/model-editor/write-group.ts";
import { writeItem } from "../../src/model-editor/write-item.ts";
import { NotFound } from "../../src/shared/result.ts";
import type { Id } from "../../src/shared/ids.ts";
import { testDatabase } from "../support/database.ts";
import { demand, draftWorld, KRAV, UPPGIFTER } from "./world.ts";

const database = await testDatabase();

/** Three requirements in one place, and ways to group them. */
async function three() {
  const world = await draftWorld(database);
  const { as, lead, address } = world;
  const ids = [
    await world.add("Examen", KRAV),
    await world.add("Erfarenhet", KRAV),
    await world.add("Kurs", KRAV),
  ];
  const keyOf = async (id: Id) => (await world.item(id)).item?.groupKey;
  return {
    ...world,
    ids,
    keyOf,
    begin: (id: Id, text: GroupText) =>
      as(lead, (work) => writeGroup(work, { ...address, begunWith: id }, text)),
    change: (group: string, text: GroupText) =>
      as(lead, (work) => writeGroup(work, { ...address, group }, text)),
  };
}

describe("MOD-4: a group", () => {
  test("is made of requirements in one place, is changed, and is dissolved", async () => {
    const { ids, begin, change, keyOf, as, lead, address } = await three();
    const [first = "", second = "", third = ""] = ids;
    expect(await begin(first, { items: [first, second], groups: [], needed: 1 })).toMatchObject({ ok: true });
    const key = (await keyOf(first)) ?? "";
    expect([await keyOf(second), await keyOf(third)]).toEqual([key, undefined]);
    expect(await change(key, { items: [second, third], groups: [], needed: null })).toMatchObject({
      ok: true,
    });
    expect([await keyOf(first), await keyOf(second), await keyOf(third)]).toEqual([undefined, key, key]);
    expect(await as(lead, (work) => dissolveGroup(work, { ...address, group: key }))).toMatchObject({
      ok: true,
    });
    expect(await keyOf(second)).toBeUndefined();
    await expect(as(lead, (work) => viewGroup(work, { ...address, group: key }))).rejects.toThrow(NotFound);
  });

  test("can be part of another, and never of itself", async () => {
    const { ids, begin, change, keyOf, as, lead, address } = await three();
    const [first = "", second = "", third = ""] = ids;
    await begin(first, { items: [first, second], groups: [], needed: null });
    const inner = (await keyOf(first)) ?? "";
    expect(await begin(third, { items: [third], groups: [inner], needed: 1 })).toMatchObject({ ok: true });
    const outer = (await keyOf(third)) ?? "";
    const { group } = await as(lead, (work) => viewGroup(work, { ...address, group: inner }));
    expect(group).toMatchObject({ groupKey: outer });
    expect(await change(inner, { items: [first, second], groups: [outer], needed: null })).toMatchObject({
      ok: false,
      reasons: [{ code: "group-circle", field: "items" }],
    });
    expect(await change(inner, { items: [first, second], groups: [inner], needed: null })).toMatchObject({
      ok: false,
    });
  });

  test("that can never be met is refused next to the number; one of nothing, next to its members", async () => {
    const { ids, begin } = await three();
    expect(await begin(ids[0] ?? "", { items: ids, groups: [], needed: 4 })).toMatchObject({
      ok: false,
      reasons: [{ code: "group-never-met", field: "needed", data: { needed: 4, members: 3 } }],
    });
    expect(await begin(ids[0] ?? "", { items: ids, groups: [], needed: 0 })).toMatchObject({ ok: false });
    expect(await begin(ids[0] ?? "", { items: [], groups: [], needed: null })).toMatchObject({
      ok: false,
      reasons: [{ field: "items" }],
    });
  });

  test("of unlike requirements is refused; one that becomes so later is left to do, and stops nobody from writing", async () => {
    const { ids, begin, item, as, at, lead, address } = await three();
    const [first = "", second = ""] = ids;
    await begin(first, { items: [first, second], groups: [], needed: 1 });
    const revision = (await item(first)).item?.revision ?? 0;
    const write = await as(lead, (work) =>
      writeItem(work, at(first), { ...demand("Examen"), mandatory: false }, revision),
    );
    expect(write).toMatchObject({ ok: true });
    const { left } = await as(lead, (work) => viewDraft(work, address));
    expect(left.map(({ code }) => code)).toContain("group-mixed");
    expect(await begin(first, { items: [first, second], groups: [], needed: 1 })).toMatchObject({
      ok: false,
      reasons: [{ code: "group-mixed" }],
    });
  });

  test("loses what moves elsewhere, and goes with its last member", async () => {
    const { ids, begin, keyOf, move, item, takeBack, as, lead, address } = await three();
    const [first = "", second = ""] = ids;
    await begin(first, { items: [first, second], groups: [], needed: 1 });
    const key = (await keyOf(first)) ?? "";
    await move(first, { ...KRAV, levelKey: "erfaren", position: null });
    expect([await keyOf(first), await keyOf(second)]).toEqual([undefined, key]);
    await takeBack(first, (await item(first)).history[0]?.first ?? 0);
    expect(await keyOf(first)).toBe(key);
    for (const id of [first, second]) await move(id, { ...KRAV, levelKey: "erfaren", position: null });
    await expect(as(lead, (work) => viewGroup(work, { ...address, group: key }))).rejects.toThrow(NotFound);
  });

  test("is for those who write", async () => {
    const { ids, as, adopter, address } = await three();
    const at = { ...address, begunWith: ids[0] ?? "" };
    await expect(as(adopter, (work) => viewGroup(work, at))).rejects.toThrow(NotFound);
    await expect(
      as(adopter, (work) => writeGroup(work, at, { items: ids, groups: [], needed: 1 })),
    ).rejects.toThrow(NotFound);
  });
});

describe("MOD-3, MOD-5: items from another model", () => {
  test("are copied as items of their own, under their heading where it is here", async () => {
    const world = await draftWorld(database);
    const { as, lead, adopter, professionId, structureId, address } = world;
    await world.add("Du provar.");
    const demanded = await world.add("Du kan prova.", KRAV);
    const other = await as(lead, (work) =>
      beginModel(work, { nameSv: "Annan", nameEn: "Other", professionId, structureId }),
    );
    const there = { slug: other.ok ? other.value.slug : "", number: 1 };
    const view = await as(lead, (work) => viewReuse(work, there, { from: null, level: null }));
    expect([view.from, view.level, view.items.map(({ text }) => text)]).toEqual([
      address.slug,
      "bas",
      ["Du provar.", "Du kan prova."],
    ]);
    const reuse = (keys: readonly string[], actor = lead) =>
      as(actor, (work) =>
        reuseItems(work, there, { from: address.slug, keys, levelKey: "erfaren", headingKey: "krav" }),
      );
    expect(await reuse([])).toMatchObject({ ok: false, reasons: [{ field: "items" }] });
    await expect(reuse(["x"], adopter)).rejects.toThrow(NotFound);
    expect(await reuse(view.items.map(({ key }) => key))).toMatchObject({ ok: true, value: 2 });
    const { left } = await as(lead, (work) => viewDraft(work, there));
    expect(left.map(({ levelKey }) => levelKey)).toEqual([null, "bas"]);
    const copy = await as(lead, (work) => viewReuse(work, address, { from: there.slug, level: "erfaren" }));
    expect(copy.items.map(({ text, headingKey }) => [text, headingKey])).toEqual([
      ["Du provar.", UPPGIFTER.headingKey],
      ["Du kan prova.", KRAV.headingKey],
    ]);
    expect(copy.items.map(({ key }) => key)).not.toContain((await world.item(demanded)).item?.key);
  });
});

describe("MOD-4: a group, taken back", () => {
  const withUndo = async () => {
    const made = await three();
    const { as, lead, address } = made;
    return {
      ...made,
      /** Takes the latest change of a group back: of this one, when it is named. */
      undo: async (key?: string) => {
        const { changes } = await as(lead, (work) => viewDraftHistory(work, address, 1));
        const change = changes.find(
          (each) => each.part === "group" && (key === undefined || each.key === key),
        );
        if (change?.part !== "group") throw new Error("no group has changed");
        return as(lead, (work) =>
          takeBackFrame(work, { ...address, part: "group", key: change.key, revision: change.first }),
        );
      },
    };
  };

  test("one that was made goes, and one that was changed has its members and its number again", async () => {
    const { ids, begin, change, keyOf, undo, as, lead, address } = await withUndo();
    const [first = "", second = "", third = ""] = ids;
    await begin(first, { items: [first, second], groups: [], needed: 1 });
    const key = (await keyOf(first)) ?? "";
    await change(key, { items: ids, groups: [], needed: null });
    expect(await undo()).toEqual({ ok: true, value: null });
    expect([await keyOf(first), await keyOf(second), await keyOf(third)]).toEqual([key, key, undefined]);
    expect((await as(lead, (work) => viewGroup(work, { ...address, group: key }))).group?.needed).toBe(1);
    await as(lead, (work) => dissolveGroup(work, { ...address, group: key }));
    expect(await undo()).toEqual({ ok: true, value: null });
    expect([await keyOf(first), await keyOf(second), await keyOf(third)]).toEqual([key, key, undefined]);
    expect(await undo()).toEqual({ ok: true, value: null });
    expect(await keyOf(first)).toBeUndefined();
  });

  test("one within another comes back within it, and one whose members are gone does not", async () => {
    const { ids, begin, keyOf, undo, as, lead, address, remove, item } = await withUndo();
    const [first = "", second = "", third = ""] = ids;
    await begin(first, { items: [first, second], groups: [], needed: null });
    const inner = (await keyOf(first)) ?? "";
    await begin(third, { items: [third], groups: [inner], needed: 1 });
    const outer = (await keyOf(third)) ?? "";
    await as(lead, (work) => dissolveGroup(work, { ...address, group: inner }));
    expect([await keyOf(first), await keyOf(third)]).toEqual([outer, outer]);
    expect(await undo(inner)).toEqual({ ok: true, value: null });
    expect([await keyOf(first), await keyOf(second), await keyOf(third)]).toEqual([inner, inner, outer]);
    const { group } = await as(lead, (work) => viewGroup(work, { ...address, group: inner }));
    expect(group).toMatchObject({ groupKey: outer, needed: null });
    await as(lead, (work) => dissolveGroup(work, { ...address, group: inner }));
    for (const id of [first, second]) await remove(id, (await item(id)).item?.revision ?? 0);
    expect(await undo(inner)).toMatchObject({ ok: false, reasons: [{ code: "nothing-left" }] });
  });
});
