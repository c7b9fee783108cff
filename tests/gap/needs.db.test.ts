import { beforeAll, describe, expect, test } from "vitest";
import { setNeeds, viewNeedSheet } from "../../src/gap/set-needs.ts";
import { viewNeeds } from "../../src/gap/view-needs.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { NotFound } from "../../src/shared/result.ts";
import { newId } from "../../src/shared/ids.ts";
import { coverageWorld, type CoverageWorld } from "../coverage/world.ts";
import { testDatabase } from "../support/database.ts";

const database = await testDatabase();
let world: CoverageWorld;
let manager: Actor;

beforeAll(async () => {
  world = await coverageWorld(database);
  manager = await world.person("Karin Chef");
  await world.manage(manager, world.rehab);
  await world.team(world.rehab, 8, 6);
  for (const who of await world.team(world.rehab, 7, 0))
    await world.place(who, {}, { level_id: world.model.skilled });
  for (const who of await world.team(world.rehab, 2, 0))
    await world.place(who, {}, { level_id: world.model.expert });
});

const at = (
  levelId: string,
  people: string,
  more: { trackId?: string; fullTime?: string; neededBy?: string } = {},
) => ({
  levelId,
  trackId: more.trackId ?? null,
  people,
  fullTime: more.fullTime ?? "",
  neededBy: more.neededBy ?? "",
});
const stamp = () =>
  world.as(manager, async (work) => (await viewNeedSheet(work, world.rehab, "fysio")).stamp);
const set = async (
  who: Actor,
  needs: ReturnType<typeof at>[],
  more: { stamp?: string; unitId?: string; slug?: string } = {},
) => {
  const seen = more.stamp ?? (await stamp());
  return world.as(who, (work) =>
    setNeeds(work, { unitId: more.unitId ?? world.rehab, slug: more.slug ?? "fysio", needs, stamp: seen }),
  );
};
const linesFor = (who: Actor, unitId = world.rehab) =>
  world.as(who, async (work) => {
    const view = await viewNeeds(work, { unitId });
    return (view.models[0]?.lines ?? []).filter(({ track }) => track === null);
  });

describe("NED-1 saying what a unit needs", () => {
  test("need, have and gap stand side by side, and what was said before is kept", async () => {
    const first = await set(manager, [
      at(world.model.basic, "4"),
      at(world.model.expert, "3", { fullTime: "2,5", neededBy: "2027-06-30" }),
    ]);
    expect(first).toEqual({ ok: true, value: null });
    expect(
      (await linesFor(manager)).map(({ level, need, have, gap }) => ({
        level,
        need: need?.people,
        have,
        gap,
      })),
    ).toEqual([
      { level: "Bas", need: 4, have: { showing: "shown", people: 6, fullTime: 6 }, gap: -2 },
      { level: "Skicklig", need: undefined, have: { showing: "shown", people: 7, fullTime: 7 }, gap: null },
      { level: "Expert", need: 3, have: { showing: "shown", people: 2, fullTime: 2 }, gap: 1 },
    ]);
    world.on("2026-12-01");
    await set(manager, [at(world.model.basic, ""), at(world.model.expert, "5")]);
    const sheet = await world.as(manager, (work) => viewNeedSheet(work, world.rehab, "fysio"));
    expect(sheet.said.map(({ people, from, to, setBy }) => [people, from, to, setBy])).toEqual([
      [5, "2026-12-01", null, "Karin Chef"],
      expect.arrayContaining(["2026-11-22", "2026-12-01"]),
      expect.arrayContaining(["2026-11-22", "2026-12-01"]),
    ]);
    expect(sheet.places.filter(({ need }) => need !== null)).toHaveLength(1);
    world.on("2026-11-22");
  });

  test("SUP-1 the lead sees the need and not who is there, where they are too few", async () => {
    const lines = await linesFor(world.lead);
    expect(lines.map(({ need, have, gap }) => [need?.people, have.showing, gap])).toEqual([
      [undefined, "hidden", null],
      [undefined, "shown", null],
      [5, "hidden", null],
    ]);
  });

  test("two who change it at once: the later one is told, and nothing is lost", async () => {
    const seen = await stamp();
    await set(manager, [at(world.model.skilled, "9")], { stamp: seen });
    expect(await set(manager, [at(world.model.skilled, "2")], { stamp: seen })).toEqual({
      ok: false,
      reasons: [{ code: "changed-meanwhile" }],
    });
  });

  test("every fault is told at once, and then nothing is saved", async () => {
    const before = await stamp();
    const result = await set(manager, [
      at(world.model.basic, "många"),
      at(newId(), "1"),
      at(world.model.skilled, "8"),
    ]);
    expect(result).toMatchObject({ ok: false, reasons: [{ code: "bad-people" }, { code: "unknown-place" }] });
    expect(await stamp()).toBe(before);
  });

  test.each<[string, () => Promise<unknown>]>([
    ["somebody else's unit", () => set(manager, [], { unitId: world.homeCare, stamp: "" })],
    ["no unit", () => set(manager, [], { unitId: "x", stamp: "" })],
    ["no model", () => set(manager, [], { slug: "ingen", stamp: "" })],
    ["a lead", () => set(world.lead, [at(world.model.basic, "1")])],
  ])("ORG-8 it is not there for %s", async (_what, run) => {
    await expect(run()).rejects.toThrow(NotFound);
  });

  test("what has been said is only ended, in the database as well", async () => {
    await expect(
      world.as(null, ({ tx }) => tx.updateTable("need").set({ people: 1 }).execute()),
    ).rejects.toThrow("a need is only ended");
    await expect(world.as(null, ({ tx }) => tx.deleteFrom("need").execute())).rejects.toThrow("only ended");
  });
});
