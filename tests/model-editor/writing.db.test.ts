/** Writing a draft item by item, alone and several at once: with a real database. */
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { changeVersionStatus } from "../../src/career-model/change-status.ts";
import { viewModel } from "../../src/career-model/view-models.ts";
import { beginModel } from "../../src/model-editor/begin-model.ts";
import { viewDraft, viewDraftHistory } from "../../src/model-editor/view-draft.ts";
import { writeIntro } from "../../src/model-editor/write-frame.ts";
import { addItem, writeItem } from "../../src/model-editor/write-item.ts";
import { NotFound } from "../../src/shared/result.ts";
import { newId } from "../../src/shared/ids.ts";
import { testDatabase } from "../support/database.ts";
import { demand, draftWorld, duty, KRAV, UPPGIFTER } from "./world.ts";

const database = await testDatabase();
const world = () => draftWorld(database);

describe("MOD-1, MOD-2: a model begun from nothing", () => {
  test("is an empty draft with its structure's levels and headings, and says what is left", async () => {
    const { as, lead, address } = await world();
    const view = await as(lead, (work) => viewDraft(work, address));
    expect(view.frame.levels.map((level) => level.name)).toEqual(["Bas", "Erfaren"]);
    expect(view.frame.headings.map((heading) => heading.name)).toEqual(["Krav", "Uppgifter"]);
    expect(view.left.map(({ code, levelKey }) => [code, levelKey])).toEqual([
      ["no-intro", null],
      ["level-without-items", "bas"],
      ["level-without-items", "erfaren"],
    ]);
  });

  test("tells everything that is missing at once, and keeps names and addresses apart", async () => {
    const { as, lead, professionId, structureId } = await world();
    const begin = (nameSv: string, more = {}) =>
      as(lead, (work) => beginModel(work, { nameSv, nameEn: "Tester", professionId, structureId, ...more }));
    const refused = await begin("", { nameEn: "", professionId: "", structureId: "x" });
    expect(refused.ok ? [] : refused.reasons.map((reason) => reason.field)).toEqual([
      "nameSv",
      "nameEn",
      "profession",
      "structure",
    ]);
    expect(await begin("provare")).toMatchObject({ ok: false, reasons: [{ code: "name-taken" }] });
    expect(await begin("Pröväre")).toMatchObject({ ok: true, value: { slug: "provare-2" } });
    expect(await begin("Begin")).toMatchObject({ ok: true, value: { slug: "begin-2" } });
    expect(await begin("…")).toMatchObject({ ok: true, value: { slug: "modell" } });
  });

  test("is for those who write", async () => {
    const { as, adopter, employee, professionId, structureId } = await world();
    for (const actor of [adopter, employee, null])
      await expect(
        as(actor, (work) => beginModel(work, { nameSv: "Ny", nameEn: "New", professionId, structureId })),
      ).rejects.toThrow(NotFound);
  });
});

describe("MOD-3: an item", () => {
  test("MOD-5: is added last in its place, is written anew, and is the same item", async () => {
    const { add, texts, item, write, as, lead, address } = await world();
    await add("Du tar emot.");
    const id = await add("Du provar.");
    expect(await texts()).toEqual(["Du tar emot.", "Du provar."]);
    const before = (await item(id)).item;
    expect(await write(id, "Du provar mycket.", before?.revision ?? 0)).toMatchObject({ ok: true });
    const after = await item(id);
    expect(after.item).toMatchObject({ id, key: before?.key, text: "Du provar mycket.", kind: "duty" });
    expect(after.written).toMatchObject({ by: "Petra Processledare" });
    const { content } = await as(lead, (work) => viewModel(work, address.slug, 1));
    expect(content.version.items.map(({ text }) => text)).toEqual(["Du tar emot.", "Du provar mycket."]);
  });

  test("MOD-7: has its details in fields of their own, and what is wrong is told by field", async () => {
    const { add, as, at, lead, item } = await world();
    const id = await add("En kurs", KRAV);
    const write = async (formal: object) =>
      as(lead, async (work) =>
        writeItem(
          work,
          at(id),
          { ...demand("En kurs"), kind: "formal", formal: { type: "course", ...formal } },
          (await item(id)).item?.revision ?? 0,
        ),
      );
    expect(await write({ credits: 7.25, months: Number.NaN, validMonths: 0 })).toMatchObject({
      ok: false,
      reasons: [{ field: "credits" }, { field: "months" }, { field: "validMonths" }],
    });
    expect(await write({ type: "experience" })).toMatchObject({ ok: false, reasons: [{ field: "months" }] });
    expect(await write({ credits: 7.5, level: "second-cycle", validMonths: 24 })).toMatchObject({ ok: true });
    expect((await item(id)).item?.formal).toEqual({
      type: "course",
      credits: 7.5,
      level: "second-cycle",
      validMonths: 24,
    });
  });

  test("of 20,000 characters is refused and nothing else changes; signs of all scripts are kept as they are", async () => {
    const { add, write, item } = await world();
    const id = await add("Du provar.");
    const revision = (await item(id)).item?.revision ?? 0;
    expect(await write(id, "å".repeat(20_000), revision)).toMatchObject({
      ok: false,
      reasons: [{ code: "text-too-long", field: "text", data: { max: 600, length: 20_000 } }],
    });
    for (const text of [
      "\u202Eמימין לשמאל\u202C och åter",
      "Du 👩🏽‍⚕️ möter patienter",
      "[läs](javascript:alert(1)) <b>mer</b>",
    ]) {
      expect(await write(id, text, (await item(id)).item?.revision ?? 0)).toMatchObject({ ok: true });
      expect((await item(id)).item?.text).toBe(text);
    }
    for (const text of ["", "   ", "a\u0000b", "\uD800"])
      expect(await write(id, text, (await item(id)).item?.revision ?? 0)).toMatchObject({ ok: false });
  });

  test("MOD-6: is moved to another place and another position, and only to places that are there", async () => {
    const { add, move, texts, item } = await world();
    const [first, second, third] = [await add("1"), await add("2"), await add("3")];
    expect(await move(third, { ...UPPGIFTER, position: 1 })).toMatchObject({ ok: true });
    expect(await texts()).toEqual(["3", "1", "2"]);
    expect(await move(first, { ...UPPGIFTER, position: 99 })).toMatchObject({ ok: true });
    expect(await texts()).toEqual(["3", "2", "1"]);
    expect(await move(second, { ...UPPGIFTER, levelKey: "erfaren", position: null })).toMatchObject({
      ok: true,
    });
    expect([await texts(), await texts("erfaren")]).toEqual([["3", "1"], ["2"]]);
    for (const [place, field] of [
      [{ ...UPPGIFTER, levelKey: "finns-inte" }, "levelKey"],
      [{ ...UPPGIFTER, headingKey: "finns-inte" }, "headingKey"],
      [{ ...UPPGIFTER, trackKey: "finns-inte" }, "trackKey"],
    ] as const)
      expect(await move(first, { ...place, position: 1 })).toMatchObject({ ok: false, reasons: [{ field }] });
    expect((await item(first)).position).toBe(2);
  });

  test("is for those who write, in a draft: nobody else, and not what is out for consultation or adopted", async () => {
    const { add, write, as, lead, adopter, employee, address, adopt, item, move } = await world();
    const id = await add("Du provar.");
    const revision = (await item(id)).item?.revision ?? 0;
    for (const actor of [adopter, employee, null])
      await expect(write(id, "Annat", revision, actor)).rejects.toThrow(NotFound);
    await expect(write(newId(), "Annat", revision)).rejects.toThrow(NotFound);
    await as(lead, (work) => writeIntro(work, address, "En modell.", ""));
    await as(lead, (work) =>
      addItem(work, address, { ...UPPGIFTER, levelKey: "erfaren", ...duty("Du leder.") }),
    );
    const version = async () => (await as(lead, (work) => viewModel(work, address.slug, 1))).version.revision;
    const out = { to: "consultation" as const, revision: await version(), reason: "" };
    expect(await as(lead, (work) => changeVersionStatus(work, address.slug, 1, out))).toMatchObject({
      ok: true,
    });
    expect(await write(id, "Annat", revision)).toMatchObject({
      ok: false,
      reasons: [{ code: "not-a-draft", data: { status: "consultation" } }],
    });
    expect(await adopt(address.slug, 1, { revision: await version() })).toMatchObject({ ok: true });
    expect(await write(id, "Annat", revision)).toMatchObject({
      ok: false,
      reasons: [{ code: "not-a-draft", data: { status: "adopted" } }],
    });
    expect(await move(id, { ...KRAV, position: 1 })).toMatchObject({ ok: false });
    expect((await item(id)).item?.text).toBe("Du provar.");
  });
});

describe("MOD-3: two who write at once", () => {
  test("in one item: the second is told, and both texts are there", async () => {
    const { add, write, item, colleague } = await world();
    const id = await add("Du provar.");
    const revision = (await item(id)).item?.revision ?? 0;
    expect(await write(id, "Kalles text", revision, colleague)).toMatchObject({ ok: true });
    expect(await write(id, "Min text", revision)).toMatchObject({
      ok: false,
      reasons: [{ code: "changed-by-other", field: "text" }],
    });
    const seen = await item(id);
    expect(seen.item?.text).toBe("Kalles text");
    expect(seen.written).toMatchObject({ by: "Kalle Kollega" });
    expect(await write(id, "Bådas text", seen.item?.revision ?? 0)).toMatchObject({ ok: true });
    const texts = (await item(id)).history.map((change) => change.before?.text);
    expect(texts).toEqual(expect.arrayContaining(["Kalles text", "Du provar."]));
  });

  test("at the very same time: one is saved and the other told, and never do they wait for each other", async () => {
    const { add, write, item, lead, colleague } = await world();
    const id = await add("Du provar.");
    const revision = (await item(id)).item?.revision ?? 0;
    const results = await Promise.all([
      write(id, "Petras", revision, lead),
      write(id, "Kalles", revision, colleague),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("in different items: both are saved, at the very same time too, each as a revision of its own", async () => {
    const { add, write, item, texts, lead, colleague, as, address } = await world();
    const ids = [await add("1"), await add("2")];
    const revisions = await Promise.all(ids.map(async (id) => (await item(id)).item?.revision ?? 0));
    const before = (await as(lead, (work) => viewModel(work, address.slug, 1))).version.revision;
    const results = await Promise.all(
      ids.map((id, index) => write(id, `${index} ny`, revisions[index] ?? 0, index ? lead : colleague)),
    );
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await texts()).toEqual(["0 ny", "1 ny"]);
    const after = (await as(lead, (work) => viewModel(work, address.slug, 1))).version.revision;
    expect(after).toBe(before + 2);
  });

  test("one moves what the other writes: both are kept", async () => {
    const { add, write, move, item, texts, colleague } = await world();
    const id = await add("Du provar.");
    const revision = (await item(id)).item?.revision ?? 0;
    await move(id, { ...UPPGIFTER, levelKey: "erfaren", position: 1 }, colleague);
    expect(await write(id, "Du provar mycket.", revision)).toMatchObject({ ok: true });
    expect(await texts("erfaren")).toEqual(["Du provar mycket."]);
  });

  test("one removes what the other writes: the writer is told who, and can bring it back", async () => {
    const { add, write, remove, item, takeBack, texts } = await world();
    const id = await add("Du provar.");
    const { item: read } = await item(id);
    await remove(id, read?.revision ?? 0);
    expect(await write(id, "Min text", read?.revision ?? 0)).toMatchObject({
      ok: false,
      reasons: [{ code: "removed-by-other", data: { by: "Petra Processledare" } }],
    });
    const { history } = await item(id);
    expect(await takeBack(id, history[0]?.first ?? 0)).toMatchObject({ ok: true });
    expect(await texts()).toEqual(["Du provar."]);
    expect((await item(id)).item).toMatchObject({ id, key: read?.key });
  });

  test("a draft that has changed since the adopter read it is not adopted", async () => {
    const { add, write, item, adopt, address, as, lead } = await world();
    const id = await add("Du provar.");
    const { version } = await as(lead, (work) => viewModel(work, address.slug, 1));
    await write(id, "Något annat", (await item(id)).item?.revision ?? 0);
    const adopted = await adopt(address.slug, 1, { revision: version.revision });
    expect(adopted.ok ? [] : adopted.reasons.map(({ code }) => code)).toContain("changed-since");
  });
});

describe("MOD-3: taking back", () => {
  test("each change can be taken back, which is a change of its own", async () => {
    const { add, write, move, item, takeBack, texts, as, lead, address } = await world();
    const id = await add("Först");
    await write(id, "Sedan", (await item(id)).item?.revision ?? 0);
    await move(id, { ...KRAV, levelKey: "erfaren", position: null });
    const { history } = await item(id);
    expect(history.map(({ before }) => before?.text ?? null)).toEqual(["Sedan", "Först", null]);
    await takeBack(id, history[1]?.first ?? 0);
    expect([await texts(), await texts("erfaren")]).toEqual([["Först"], []]);
    expect((await item(id)).history).toHaveLength(4);
    const { changes } = await as(lead, (work) => viewDraftHistory(work, address, 1));
    expect(changes).toHaveLength(4);
    await expect(takeBack(id, 9999)).rejects.toThrow(NotFound);
  });

  test("history only grows, whoever asks", async () => {
    const { add, as } = await world();
    await add("Först");
    for (const change of ["update item_change set revision = 1", "delete from item_change"])
      await expect(
        as(null, async ({ tx }) => {
          await sql.raw(change).execute(tx);
        }),
      ).rejects.toThrow("item_change");
  });
});
