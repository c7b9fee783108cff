/** The catalogue of development (MOD-13): kept, read, tied to what models ask for, and what nobody offers. */
import { beforeAll, expect, test } from "vitest";
import { beginRevision } from "../../src/career-model/begin-revision.ts";
import type { EntryText, Tie } from "../../src/catalogue/rules.ts";
import {
  entryToKeep,
  keepEntry,
  retireEntry,
  viewCatalogue,
  viewEntry,
  viewWays,
} from "../../src/catalogue/keep-catalogue.ts";
import { viewModel } from "../../src/career-model/view-models.ts";
import { viewShortage } from "../../src/catalogue/view-shortage.ts";
import type { Actor } from "../../src/shared/actor.ts";
import type { Id } from "../../src/shared/ids.ts";
import { newId } from "../../src/shared/ids.ts";
import { NotFound } from "../../src/shared/result.ts";
import { testDatabase } from "../support/database.ts";
import { small } from "../career-model/model-file-examples.ts";
import { modelWorld, TODAY, type World } from "../career-model/world.ts";

const database = await testDatabase();
let world: World;
let handler: Actor;

const ENTRY: EntryText = {
  kind: "course",
  name: "En kurs",
  provider: "Ett lärosäte",
  credits: 7.5,
  hours: null,
  cost: null,
  places: 3,
  funding: ["own"],
  link: "",
  text: "Går två gånger om året.",
  visibility: "internal",
};

beforeAll(async () => {
  world = await modelWorld(database);
  await world.profession("Provare");
  await world.add(small);
  await world.adopt("provare", 1);
  handler = await world.account("Petra HR", "hr_handler");
});

const keep = (
  id: Id | null,
  change: Partial<EntryText> = {},
  ties: readonly Tie[] = [],
  revision = 1,
  actor: Actor | null = world.lead,
) => world.as(actor, (work) => keepEntry(work, id, { revision, text: { ...ENTRY, ...change }, ties }));
const added = async (change: Partial<EntryText> = {}, ties: readonly Tie[] = []): Promise<Id> => {
  const result = await keep(null, change, ties);
  if (!result.ok) throw new Error(JSON.stringify(result.reasons));
  return result.value;
};
const model = async () => {
  const { models } = await world.as(world.lead, (work) => entryToKeep(work, null));
  const [first] = models;
  if (!first) throw new Error("no model is in force");
  return first;
};
const list = (actor: Actor | null, text = "") =>
  world.as(actor, (work) => viewCatalogue(work, { text, kind: null, model: "", page: 1 }));
const ways = async (actor: Actor | null, number: number | null = null) =>
  world.as(actor, async (work) => viewWays(work, await viewModel(work, "provare", number)));
const missing = (slug = "", actor: Actor | null = world.employee) =>
  world.as(actor, (work) => viewShortage(work, slug));

test("MOD-13: what a model asks for and nobody offers is a shortage, until somebody does, and again when it is retired", async () => {
  const { id: modelId, wanted } = await model();
  const course = wanted.find(({ text }) => text === "En kurs");
  expect(
    (await missing()).shortages.map(({ formal }) =>
      formal.flatMap(({ items }) => items.map(({ text }) => text)),
    ),
  ).toEqual([["En kurs"]]);

  const tie = { modelId, target: "item" as const, targetId: course?.itemId ?? "" };
  const id = await added({ visibility: "public" }, [tie]);
  expect((await missing()).shortages.flatMap(({ formal }) => formal)).toEqual([]);
  const key = "ny-en-kurs";
  expect((await ways(null)).items).toEqual({
    [key]: [{ entryId: id, name: "En kurs", kind: "course", association: null }],
  });

  const inside = await added({ name: "Internt uppdrag" }, [tie]);
  expect((await ways(null)).items[key]).toHaveLength(1);
  expect((await ways(world.employee)).items[key]).toHaveLength(2);
  await world.as(handler, (work) => retireEntry(work, inside, { revision: 1, retired: true }));

  // MOD-5: the tie is to the requirement, whichever version it stands in.
  await world.as(world.lead, (work) => beginRevision(work, "provare", 1));
  expect(Object.keys((await ways(world.lead, 2)).items)).toEqual([key]);

  expect(
    await world.as(handler, (work) => retireEntry(work, id, { revision: 1, retired: true })),
  ).toMatchObject({ ok: true });
  expect((await ways(null)).items).toEqual({});
  expect((await missing("provare")).shortages).toHaveLength(1);
  expect((await world.as(world.lead, (work) => viewEntry(work, id))).entry).toMatchObject({
    retiredOn: TODAY,
    ties: [tie],
  });
  await expect(missing("finns-inte")).rejects.toThrow(NotFound);
  await expect(missing("", null)).rejects.toThrow(NotFound);
});

test("MOD-13: process leads and HR handlers keep it, whoever is signed in reads, the public reads what is public", async () => {
  const [open, inside] = [
    await added({ name: "Öppen", visibility: "public" }),
    await added({ name: "Intern" }),
  ];
  expect((await list(null)).entries.map(({ name }) => name)).toEqual(["Öppen"]);
  expect((await list(world.employee)).entries.map(({ name }) => name)).toEqual(["Intern", "Öppen"]);
  await expect(world.as(null, (work) => viewEntry(work, inside))).rejects.toThrow(NotFound);
  expect((await world.as(null, (work) => viewEntry(work, open))).mayKeep).toBe(false);
  expect(await keep(open, { name: "Öppen" }, [], 1, handler)).toMatchObject({ ok: true });
  for (const actor of [world.employee, world.adopter, null]) {
    await expect(keep(null, {}, [], 1, actor)).rejects.toThrow(NotFound);
    await expect(keep(open, {}, [], 2, actor)).rejects.toThrow(NotFound);
  }
  for (const id of [newId(), "1"]) await expect(keep(id)).rejects.toThrow(NotFound);
});

test("MOD-13: two who change an entry at once don't write over each other, and what is wrong is told at once", async () => {
  const id = await added({ name: "Delad" });
  expect(await keep(id, { name: "Först" })).toMatchObject({ ok: true });
  expect(await keep(id, { name: "" })).toEqual({
    ok: false,
    reasons: [{ code: "stale" }, { code: "missing", field: "name" }],
  });
  const unknown = { modelId: newId(), target: "level" as const, targetId: newId() };
  expect(await keep(id, {}, [unknown], 2)).toMatchObject({
    ok: false,
    reasons: [{ code: "unknown-tie", field: "ties" }],
  });
  expect((await world.as(world.lead, (work) => viewEntry(work, id))).entry).toMatchObject({
    name: "Först",
    revision: 2,
  });
});

test("MOD-13: the catalogue is searched by words as they are, and narrowed by kind and model", async () => {
  await added({ name: "100 % distans", kind: "programme" });
  await added({ name: "1000 timmar" });
  expect((await list(world.lead, "100 %")).entries.map(({ name }) => name)).toEqual(["100 % distans"]);
  const of = (kind: "programme" | null, slug: string) =>
    world.as(world.lead, (work) => viewCatalogue(work, { text: "", kind, model: slug, page: 1 }));
  expect((await of("programme", "")).total).toBe(1);
  expect((await of(null, "provare")).entries.map(({ name }) => name)).toEqual(["En kurs", "Internt uppdrag"]);
});
