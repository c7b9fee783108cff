/** A model's spreadsheet from file to draft (MOD-15): looked at, corrected, chosen for, and then all of it or nothing. */
import { beforeAll, describe, expect, test } from "vitest";
import {
  beginModelImport,
  cancelModelImport,
  correctReading,
  leaveAbandonedImports,
  saveModelImport,
  type ImportAnswers,
} from "../../src/model-sheets/import-model.ts";
import { readModelFile } from "../../src/career-model/model-file.ts";
import { modelWorkbook } from "../../src/model-sheets/write-sheets.ts";
import { viewModel } from "../../src/career-model/view-models.ts";
import { viewModelImport, type SheetImportView } from "../../src/model-sheets/view-import.ts";
import { workbookBytes } from "../../src/platform/tabular/xlsx-write.ts";
import type { Id } from "../../src/shared/ids.ts";
import { NotFound } from "../../src/shared/result.ts";
import { testDatabase } from "../support/database.ts";
import { small } from "../career-model/model-file-examples.ts";
import { modelWorld, type World } from "../career-model/world.ts";

const database = await testDatabase();
let world: World;
let profession: Id;

beforeAll(async () => {
  world = await modelWorld(database);
  profession = await world.profession("Kurator");
  await world.profession("Provare");
});

const MATRIX = workbookBytes([
  { name: "Om", rows: [["Läs mig"]] },
  {
    name: "Modell",
    rows: [
      ["Modell för kurator", "", ""],
      ["", "Bas", "Van"],
      ["Krav", "• Socionomexamen 210 hp\n• Möter barn", "Bör ha handledarutbildning"],
      ["Uppgifter", "Tar emot besök", "x".repeat(700)],
    ],
  },
]);

const begin = (bytes: Uint8Array, filename = "modell.xlsx"): Promise<Id> =>
  world.as(world.lead, async (work) => {
    const begun = await beginModelImport(work, { filename, bytes });
    if (!begun.ok) throw new Error(JSON.stringify(begun.reasons));
    return begun.value;
  });
const sheetView = async (id: Id): Promise<SheetImportView> => {
  const view = await world.as(world.lead, (work) => viewModelImport(work, id));
  if (view.own) throw new Error("taken for a list of ours");
  return view;
};
/** What the form would send when nothing in it is touched, but what is said. */
const answersOf = (view: SheetImportView, said: Partial<ImportAnswers> = {}): ImportAnswers => ({
  revision: view.revision,
  leaveOut: false,
  replaceDraft: false,
  professionId: view.professionId ?? "",
  structureName: "Kuratorers struktur",
  intro: view.intro,
  levels: view.levels.map(({ to, kind, name }) => ({ to, kind, shortText: `Om ${name}` })),
  headings: view.headings,
  ...said,
});
const save = (id: Id, answers: ImportAnswers) =>
  world.as(world.lead, (work) => saveModelImport(work, id, answers));
const codes = (result: Awaited<ReturnType<typeof save>>): string[] =>
  result.ok ? [] : result.reasons.map(({ code, field }) => (field === undefined ? code : `${code} ${field}`));

test("MOD-15: a matrix becomes a draft with a structure of its own, in the sheet that looks like a model", async () => {
  const id = await begin(MATRIX);
  const view = await sheetView(id);
  expect(view).toMatchObject({
    reading: { sheet: 1, header: 2 },
    professionId: profession,
    intro: "Modell för kurator",
  });
  expect(view.faults).toEqual([{ code: "text-too-long", data: { cell: "C4", max: 600, length: 700 } }]);

  expect(codes(await save(id, answersOf(view)))).toEqual(["cells-left leaveOut"]);
  const saved = await save(id, answersOf(view, { leaveOut: true }));
  expect(saved).toMatchObject({ ok: true, value: { slug: "kurator", number: 1 } });

  const { content, version } = await world.as(world.lead, (work) => viewModel(work, "kurator", null));
  expect(version.status).toBe("draft");
  expect(content.structure).toMatchObject({
    name: "Kuratorers struktur",
    levels: [
      { key: "bas", name: "Bas", kind: "core" },
      { key: "van", name: "Van", kind: "outer" },
    ],
  });
  expect(
    content.version.items.map(({ levelKey, kind, mandatory, text }) => [levelKey, kind, mandatory, text]),
  ).toEqual([
    ["bas", "formal", true, "Socionomexamen 210 hp"],
    ["bas", "demonstrated", true, "Möter barn"],
    ["bas", "duty", null, "Tar emot besök"],
    ["van", "formal", false, "Bör ha handledarutbildning"],
  ]);
  expect(content.version.items[0]).toMatchObject({ formal: { type: "degree", credits: 210 } });
  await expect(world.as(world.lead, (work) => viewModelImport(work, id))).rejects.toThrow(NotFound);
});

test("MOD-15: held against a structure that there is, levels go where people say, and the model gets its next version", async () => {
  const id = await begin(MATRIX);
  const first = await sheetView(id);
  expect(first.structure?.name).toBe("Kuratorers struktur");
  expect(first.levels.map(({ to }) => to)).toEqual(["bas", "van"]);
  const twice = answersOf(first, {
    leaveOut: true,
    levels: first.levels.map((level) => ({ ...level, to: "bas", shortText: "" })),
  });
  expect(codes(await save(id, twice))).toEqual(["level-twice level-1"]);
  const silent = { ...twice, levels: first.levels.map((level) => ({ ...level, to: "", shortText: "" })) };
  expect(codes(await save(id, silent))).toEqual(["not-chosen level-0", "not-chosen level-1", "nothing-left"]);
  const saved = await save(id, {
    ...twice,
    levels: first.levels.map((level, at) => ({ ...level, to: at === 0 ? "van" : "out", shortText: "" })),
  });
  expect(saved).toMatchObject({ ok: true, value: { slug: "kurator", number: 2 } });
  const { content } = await world.as(world.lead, (work) => viewModel(work, "kurator", 2));
  expect(new Set(content.version.items.map(({ levelKey }) => levelKey))).toEqual(new Set(["van"]));
});

test("MOD-15: nothing is saved when anything is wrong, and each choice is told at its field", async () => {
  const id = await begin(MATRIX);
  const view = await sheetView(id);
  await world.as(world.lead, (work) =>
    correctReading(work, id, { revision: 1, reading: { ...view.reading, structureId: null } }),
  );
  const again = await sheetView(id);
  const reasons = codes(
    await save(
      id,
      answersOf(again, {
        professionId: "",
        structureName: "",
        intro: " ",
        levels: again.levels.map(({ to, kind }) => ({ to, kind, shortText: "" })),
      }),
    ),
  );
  expect(reasons).toEqual([
    "profession-not-chosen professionId",
    "empty-text structureName",
    "empty-text level-short-0",
    "empty-text level-short-1",
    "empty-text intro",
    "cells-left leaveOut",
  ]);
  const all = again.levels.map((level) => ({ ...level, to: "out", shortText: "" }));
  expect(codes(await save(id, answersOf(again, { leaveOut: true, levels: all })))).toContain("nothing-left");
});

test("MOD-15: the reading is corrected, and another sheet has its own guess; two who correct at once don't write over each other", async () => {
  const id = await begin(MATRIX);
  const { reading } = await sheetView(id);
  const correct = (revision: number, change: Partial<typeof reading>) =>
    world.as(world.lead, (work) =>
      correctReading(work, id, { revision, reading: { ...reading, ...change } }),
    );
  expect(await correct(1, { columns: ["heading", "lines", null] })).toMatchObject({ ok: true });
  expect((await sheetView(id)).levels.map(({ name }) => name)).toEqual(["Bas"]);
  expect(await correct(1, { columns: [] })).toEqual({ ok: false, reasons: [{ code: "changed-since" }] });
  expect(await correct(2, { sheet: 0 })).toMatchObject({ ok: true });
  expect((await sheetView(id)).lineCount).toBe(0);
  expect(await correct(3, { sheet: 1 })).toMatchObject({ ok: true });
  expect((await sheetView(id)).lineCount).toBe(4);
});

test("MOD-15: a profession is known in the plural, and a note below the model is no heading of it", async () => {
  const nurse = await world.profession("Sjuksköterska");
  await world.profession("Specialistsjuksköterska");
  const sheet = workbookBytes([
    {
      name: "Blad1",
      rows: [
        ["Modell för sjuksköterskor", "", ""],
        ["", "Ny", "Erfaren"],
        ["Uppgifter", "Möter patienter", "Handleder studenter"],
        ["Källa: arbetsgruppen", "", ""],
      ],
    },
  ]);
  const view = await sheetView(await begin(sheet));
  expect(view.professionId).toBe(nurse);
  expect(view.headings.map(({ name, to }) => [name, to])).toEqual([
    ["Uppgifter", "new"],
    ["Källa: arbetsgruppen", "out"],
  ]);
});

describe("a list of Vidga's own", () => {
  const ownFile = async (): Promise<Uint8Array> => {
    const { slug, nameSv, nameEn, content } = await world.as(world.lead, (work) =>
      viewModel(work, "provare", null),
    );
    const { structure, version } = content;
    return modelWorkbook({ structure, version, profession: { slug, name: nameSv, nameEn } }, "Demodata");
  };
  const own = { leaveOut: false, professionId: "", structureName: "", intro: "", levels: [], headings: [] };

  test("MOD-15: comes back as the next version, item for item the same; or over its draft when that is said", async () => {
    await world.add(small);
    const id = await begin(await ownFile());
    const view = await world.as(world.lead, (work) => viewModelImport(work, id));
    expect(view).toMatchObject({
      own: true,
      faults: [],
      model: { number: 2, taken: 1, isDraft: true, lines: 5 },
    });
    const saved = await save(id, { ...own, revision: 1, replaceDraft: false });
    expect(saved).toMatchObject({ ok: true, value: { slug: "provare", number: 2 } });
    const [one, two] = await Promise.all(
      [1, 2].map((number) => world.as(world.lead, (work) => viewModel(work, "provare", number))),
    );
    expect({ ...two?.content.version, number: 1 }).toEqual(one?.content.version);
    expect(two?.content.structure).toEqual(one?.content.structure);

    const again = await begin(await ownFile());
    expect(await save(again, { ...own, revision: 1, replaceDraft: true })).toMatchObject({
      ok: true,
      value: { number: 2 },
    });
  });
});

test("MOD-15: what is no spreadsheet is refused; a file that is left goes; only writers get there", async () => {
  const begun = (actor: typeof world.lead | null, bytes: Uint8Array) =>
    world.as(actor, (work) => beginModelImport(work, { filename: "x", bytes }));
  expect(await begun(world.lead, Buffer.from("%PDF-1.7"))).toMatchObject({
    ok: false,
    reasons: [{ code: "not-a-table" }],
  });
  expect(await begun(world.lead, Buffer.from("{}"))).toMatchObject({
    ok: false,
    reasons: [{ code: "not-a-table" }],
  });
  expect(await begun(world.lead, Buffer.from(" \r\n ;\r\n"))).toMatchObject({
    ok: false,
    reasons: [{ code: "empty" }],
  });
  for (const actor of [world.adopter, world.employee, null])
    await expect(begun(actor, MATRIX)).rejects.toThrow(NotFound);
  const id = await begin(MATRIX);
  for (const actor of [world.adopter, world.employee, null])
    await expect(world.as(actor, (work) => viewModelImport(work, id))).rejects.toThrow(NotFound);
  await world.as(world.lead, (work) => cancelModelImport(work, id));
  const kept = await world.as(world.lead, ({ tx }) =>
    tx.selectFrom("model_import").select(["state", "file"]).where("id", "=", id).executeTakeFirst(),
  );
  expect(kept).toEqual({ state: "cancelled", file: null });
});

test("MOD-15: a list of 2,000 items becomes a draft, and one more is refused with nothing saved", async () => {
  await world.profession("Långläsare");
  const read = readModelFile(small);
  if (!read.ok) throw new Error("the small model is not readable");
  const [first] = read.value.version.items;
  if (!first) throw new Error("the small model is empty");
  const withItems = (count: number): Uint8Array =>
    modelWorkbook(
      {
        ...read.value,
        profession: { slug: "lang", name: "Långläsare", nameEn: "Reader" },
        structure: { ...read.value.structure, name: "Den långa" },
        version: {
          ...read.value.version,
          groups: [],
          items: Array.from({ length: count }, (_, n) => ({
            ...first,
            key: `rad-${n}`,
            text: `Rad ${n} om \u202Bעברית\u202C 👩🏽‍⚕️`,
          })),
        },
      },
      null,
    );
  const answers = answersOf({ ...(await sheetView(await begin(MATRIX))) });
  const saved = async (count: number) => save(await begin(withItems(count)), { ...answers, revision: 1 });
  expect(codes(await saved(2001)).join()).toContain("too-many");
  const draft = await saved(2000);
  if (!draft.ok) throw new Error(JSON.stringify(draft.reasons));
  const { content } = await world.as(world.lead, (work) =>
    viewModel(work, draft.value.slug, draft.value.number),
  );
  expect(content.version.items.map(({ key }) => key)).toEqual(
    Array.from({ length: 2000 }, (_, n) => `rad-${n}`),
  );
  expect(content.version.items.at(-1)?.text).toBe("Rad 1999 om \u202Bעברית\u202C 👩🏽‍⚕️");
});

test("MOD-15: a file that nobody makes a draft of goes after thirty days, and no sooner", async () => {
  const id = await begin(MATRIX);
  const days = (count: number) =>
    world.as(null, (work) =>
      leaveAbandonedImports({ ...work, now: new Date(work.now.getTime() + count * 86_400_000) }),
    );
  await days(30);
  expect((await sheetView(id)).reading.sheet).toBe(1);
  await days(31);
  await expect(sheetView(id)).rejects.toThrow(NotFound);
});
