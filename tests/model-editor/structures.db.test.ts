/** Structures, and what their changes do to drafts and to what is adopted: with a real database. */
import { describe, expect, test } from "vitest";
import { beginRevision } from "../../src/career-model/begin-revision.ts";
import {
  viewStructure,
  viewStructures,
  writeStructure,
  type StructureText,
} from "../../src/career-model/keep-structure.ts";
import { viewModel } from "../../src/career-model/view-models.ts";
import { moveItem, takeBack } from "../../src/model-editor/place-item.ts";
import { viewDraft, viewItem } from "../../src/model-editor/view-draft.ts";
import { writeIntro } from "../../src/model-editor/write-frame.ts";
import type { Id } from "../../src/shared/ids.ts";
import { NotFound } from "../../src/shared/result.ts";
import { testDatabase } from "../support/database.ts";
import { draftWorld, UPPGIFTER } from "./world.ts";

const database = await testDatabase();

async function withStructure() {
  const world = await draftWorld(database);
  const { as, lead, structureId, address } = world;
  const read = () => as(lead, (work) => viewStructure(work, structureId));
  return {
    ...world,
    read,
    /** Writes the structure as `change` makes it. */
    write: async (change: (text: StructureText) => Partial<StructureText>, revision?: number) => {
      const kept = await read();
      return as(lead, (work) =>
        writeStructure(work, structureId, { ...kept, ...change(kept) }, revision ?? kept.revision),
      );
    },
    levels: async (number = address.number) =>
      (await as(lead, (work) => viewDraft(work, { ...address, number }))).frame.levels.map(
        ({ name }) => name,
      ),
  };
}

describe("MOD-1: a structure", () => {
  test("is made with keys of its own, and tells everything that is wrong at once", async () => {
    const { as, lead } = await withStructure();
    const text: StructureText = {
      name: "Egen",
      levels: [
        { key: null, name: "Erfaren", shortText: "Kort", kind: "core" },
        { key: null, name: "Erfaren", shortText: "Kort", kind: "outer" },
      ],
      headings: [{ key: null, name: "Åtgärder" }],
      coreCompetencies: ["Samverkan"],
      ratingScale: [],
    };
    const write = (more: Partial<StructureText>) =>
      as(lead, (work) => writeStructure(work, null, { ...text, ...more }, 0));
    const added = await write({});
    const kept = await as(lead, (work) => viewStructure(work, added.ok ? added.value : ""));
    expect([...kept.levels, ...kept.headings].map(({ key }) => key)).toEqual([
      "erfaren",
      "erfaren-2",
      "atgarder",
    ]);
    expect(kept.coreCompetencies).toEqual(["Samverkan"]);
    expect(await write({})).toMatchObject({ ok: false, reasons: [{ code: "structure-name-taken" }] });
    const refused = await write({ name: "", levels: [], headings: [{ key: null, name: "" }] });
    expect(refused.ok ? [] : refused.reasons.map(({ field }) => field)).toEqual([
      "name",
      "levels",
      "headings.0.name",
    ]);
    expect((await as(lead, viewStructures)).map(({ name, models }) => [name, models])).toEqual([
      ["Egen", 0],
      ["Gemensam", 1],
    ]);
  });

  test("that changes reaches its drafts, and never what is adopted", async () => {
    const world = await withStructure();
    const { as, lead, address, add, move, adopt, write, levels } = world;
    await add("Du provar.");
    const leads = await add("Du leder.");
    await move(leads, { ...UPPGIFTER, levelKey: "erfaren", position: null });
    await as(lead, (work) => writeIntro(work, address, "En modell.", ""));
    const { version } = await as(lead, (work) => viewModel(work, address.slug, 1));
    expect(await adopt(address.slug, 1, { revision: version.revision })).toMatchObject({ ok: true });
    await as(lead, (work) => beginRevision(work, address.slug, 1));
    const written = await write(({ levels: parts }) => ({
      levels: [
        { key: null, name: "Ny", shortText: "Du är ny.", kind: "introduction" },
        ...parts.map((part) => (part.key === "bas" ? { ...part, name: "Grund" } : part)),
      ],
    }));
    expect(written).toMatchObject({ ok: true });
    expect([await levels(2), await levels(1)]).toEqual([
      ["Ny", "Grund", "Erfaren"],
      ["Bas", "Erfaren"],
    ]);
    const adopted = await as(lead, (work) => viewModel(work, address.slug, 1));
    expect(adopted.content.structure.levels.map(({ name }) => name)).toEqual(["Bas", "Erfaren"]);
  });

  test("drops no level where a draft has items, and says where they are; then it does", async () => {
    const { write, add, move, levels, as, lead, address } = await withStructure();
    const id = await add("Du provar.");
    const drop = () => write(({ levels: parts }) => ({ levels: parts.filter(({ key }) => key !== "bas") }));
    expect(await drop()).toMatchObject({
      ok: false,
      reasons: [
        {
          code: "part-in-use",
          field: "levels.bas.dropped",
          data: { part: "Bas", model: "Provare", number: 1, items: 1 },
        },
      ],
    });
    await move(id, { ...UPPGIFTER, levelKey: "erfaren", position: null });
    expect(await drop()).toMatchObject({ ok: true });
    expect(await levels()).toEqual(["Erfaren"]);
    expect(await move(id, { ...UPPGIFTER, position: null })).toMatchObject({
      ok: false,
      reasons: [{ code: "unknown-level" }],
    });
    const { revision } = (await as(lead, (work) => viewModel(work, address.slug, 1))).version;
    expect(revision).toBeGreaterThan(1);
  });

  test("a revision of a version with a level that was dropped since has it as its own, until it is empty", async () => {
    const world = await withStructure();
    const { as, lead, address, add, move, adopt, write, levels } = world;
    const id = await add("Du provar.");
    const leads = await add("Du leder.");
    await move(leads, { ...UPPGIFTER, levelKey: "erfaren", position: null });
    await as(lead, (work) => writeIntro(work, address, "En modell.", ""));
    const { version } = await as(lead, (work) => viewModel(work, address.slug, 1));
    await adopt(address.slug, 1, { revision: version.revision });
    expect(
      await write(({ levels: parts }) => ({ levels: parts.filter(({ key }) => key !== "bas") })),
    ).toMatchObject({ ok: true });
    const number = await as(lead, (work) => beginRevision(work, address.slug, 1));
    const view = await as(lead, (work) => viewDraft(work, { ...address, number }));
    expect(view.frame.levels.map(({ name, isDropped }) => [name, isDropped])).toEqual([
      ["Bas", true],
      ["Erfaren", false],
    ]);
    const moveTo = (itemId: Id, levelKey: string) =>
      as(lead, (work) =>
        moveItem(work, { ...address, number, itemId }, { ...UPPGIFTER, levelKey, position: null }),
      );
    // Another that was moved there goes back, and the level goes with it.
    expect(await moveTo(leads, "bas")).toMatchObject({ ok: true });
    expect(await moveTo(id, "erfaren")).toMatchObject({ ok: true });
    expect(await levels(number)).toEqual(["Bas", "Erfaren"]);
    await as(lead, async (work) => {
      const { history } = await viewItem(work, { ...address, number, itemId: leads });
      return takeBack(work, { ...address, number, itemId: leads }, history[0]?.first ?? 0);
    });
    expect(await levels(number)).toEqual(["Erfaren"]);
  });

  test("two who write it at once: the second is told; and it is for those who write models", async () => {
    const { write, read, as, adopter, structureId } = await withStructure();
    const { revision } = await read();
    expect(await write(() => ({ name: "En" }), revision)).toMatchObject({ ok: true });
    expect(await write(() => ({ name: "Två" }), revision)).toMatchObject({
      ok: false,
      reasons: [{ code: "changed-by-other" }],
    });
    const kept = await read();
    await expect(as(adopter, viewStructures)).rejects.toThrow(NotFound);
    await expect(as(adopter, (work) => viewStructure(work, structureId))).rejects.toThrow(NotFound);
    await expect(
      as(adopter, (work) => writeStructure(work, structureId, kept, kept.revision)),
    ).rejects.toThrow(NotFound);
  });
});
