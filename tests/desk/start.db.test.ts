import { expect, test } from "vitest";
import { viewStart } from "../../src/desk/view-start.ts";
import { placePerson } from "../../src/move/place-person.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { testDatabase } from "../support/database.ts";
import { placementWorld } from "../placement/world.ts";

const database = await testDatabase();
const world = await placementWorld(database);
const { model, rehab } = world;
const karin = await world.person("Karin Öhman");
const asa = await world.person("Åsa Lindqvist");
await world.manage(karin, rehab);
await world.employ(asa, rehab, { from: "2022-01-01" });

const placesOf = async (who: Actor) =>
  (await world.as(who, (work) => viewStart(work, { own: true }))).own?.places.map(({ slug, placement }) => [
    slug,
    placement?.levelKey ?? null,
  ]);

test("MOD-14: whoever isn't placed is shown the model of the profession that they work in today, and no other", async () => {
  const [clerk, former] = [await world.person("Kim Ek"), await world.person("Siv Holm")];
  await world.employ(clerk, rehab, { from: "2022-01-01" }, world.clerk);
  await world.employ(former, rehab, { from: "2022-01-01", to: "2026-11-22" });
  expect(await placesOf(asa)).toEqual([["fysio", null]]);
  expect(await placesOf(clerk)).toEqual([]);
  expect(await placesOf(former)).toEqual([]);
});

test("PRV-1: the first page says who last read about the one who asks, and nobody else", async () => {
  const lastRead = async (who: Actor) =>
    (await world.as(who, (work) => viewStart(work))).own?.lastRead ?? null;
  expect(await lastRead(asa)).toBeNull();
  await lastRead(karin);
  expect(await lastRead(asa)).toEqual({ reader: "Karin Öhman", at: "2026-11-22T11:00:00.000Z" });
  expect(await lastRead(karin)).toBeNull();
});

test("PLC-1: whoever is placed is shown their level, once for each model", async () => {
  const draft = {
    place: model.skilled,
    dialogueOn: "2026-11-10",
    basis: "development-talk",
    motivation: "Arbetar självständigt.",
  } as const;
  const placed = await world.as(karin, (work) =>
    placePerson(work, {
      personId: asa.personId,
      modelId: model.modelId,
      draft,
      follows: null,
      corrects: false,
    }),
  );
  expect(placed.ok).toBe(true);
  expect(await placesOf(asa)).toEqual([["fysio", "l1"]]);
});

test("ASM-5 and MOD-8: one's own page tells what the next level asks", async () => {
  const own = async () => (await world.as(asa, (work) => viewStart(work))).own;
  const ahead = (await own())?.places[0]?.ahead;
  expect([ahead?.place.level, ahead?.isOwn]).toEqual(["Expert", false]);
  expect(await own()).toMatchObject({ sheet: null, talks: [], plan: { all: 0, next: null } });
});
