import { expect, test } from "vitest";
import { tasks } from "../../src/jobs.ts";
import { freezeMeasurement } from "../../src/coverage/freeze-measurement.ts";
import { addMeasurement } from "../../src/coverage/store.ts";
import { viewModelCoverage } from "../../src/coverage/view-model-coverage.ts";
import { unitTree } from "../../src/organisation/store.ts";
import { newId } from "../../src/shared/ids.ts";
import { testDatabase } from "../support/database.ts";
import { coverageWorld, type CoverageWorld } from "./world.ts";

const database = await testDatabase();
const DAY = "2026-02-01";

/** What the page of the day's measurement and the course of each unit say of the frozen figures. */
const told = async (world: CoverageWorld) => {
  const of = (unitId: string) =>
    world.as(world.lead, (work) => viewModelCoverage(work, { slug: "fysio", day: "", unitId }));
  const says = async (unitId: string) =>
    (await of(unitId)).points.flatMap(({ frozen, figure }) => (frozen ? [figure.showing] : []));
  return {
    care: await says(world.care),
    rehab: await says(world.rehab),
    homeCare: await says(world.homeCare),
  };
};
const raise = (world: CoverageWorld, smallest_group: number) =>
  world.as(null, ({ tx }) => tx.updateTable("organisation_setting").set({ smallest_group }).execute());
const written = (world: CoverageWorld, k: number) =>
  world.as(null, ({ tx }) =>
    tx
      .selectFrom("measurement_showing")
      .select(["unit_id", "employed", "placed"])
      .where("smallest_group", "=", k)
      .execute(),
  );

async function measured(): Promise<CoverageWorld> {
  const world = await coverageWorld(database);
  await world.team(world.rehab, 6, 6);
  await world.team(world.homeCare, 12, 3);
  return world;
}

/** As the job does it, for every organisation. */
const decide = async ({ workshop, slug }: CoverageWorld): Promise<void> =>
  tasks["decide-measurements"]?.(workshop, { slug });

test("FUP-2, SUP-2 a measurement is decided anew when k has been raised, once, and its first answer stays", async () => {
  const world = await measured();
  world.on(DAY);
  expect((await world.as(world.lead, (work) => freezeMeasurement(work))).ok).toBe(true);
  world.on("2026-02-02");
  const asFrozen = { care: ["shown"], rehab: ["shown"], homeCare: ["shown"] };
  expect(await told(world)).toEqual(asFrozen);
  const first = await written(world, 5);
  expect(await written(world, 8)).toEqual([]);
  await raise(world, 8);
  const smaller = { care: ["shown"], rehab: ["hidden"], homeCare: ["hidden"] };
  // Two at the same time decide alike.
  expect(await told(world)).toEqual(smaller);
  expect(await written(world, 8), "a page writes nothing").toEqual([]);
  await Promise.all([decide(world), decide(world)]);
  const rows = await written(world, 8);
  expect(rows).toHaveLength(new Set(rows.map(({ unit_id }) => unit_id)).size);
  expect(await told(world)).toEqual(smaller);
  expect(await written(world, 8)).toEqual(rows);
  const hidden = rows.filter(({ unit_id }) => unit_id === world.rehab || unit_id === world.homeCare);
  expect(hidden.map(({ employed, placed }) => [employed, placed])).toEqual([
    [null, null],
    [null, null],
  ]);
  expect(await written(world, 5)).toEqual(first);
});

test("FUP-2, SUP-2 a measurement from before anything was written down is decided as it is read until it is written down", async () => {
  const world = await measured();
  world.on(DAY);
  const account = world.lead.accountId;
  await world.as(world.lead, async (work) => {
    const settings = { smallestGroup: 5, coverageThreshold: 80, countOnLeave: true, countHourly: false };
    const counts = [
      { modelId: world.model.modelId, unitId: world.rehab, employed: 6, placed: 6 },
      { modelId: world.model.modelId, unitId: world.homeCare, employed: 3, placed: 3 },
    ];
    const measurement = { id: newId(), day: DAY, note: "", ...settings, frozenBy: account };
    await addMeasurement(work, measurement, await unitTree(work, DAY), counts);
  });
  world.on("2026-02-02");
  const hidden = { care: ["shown"], rehab: ["hidden"], homeCare: ["hidden"] };
  expect(await written(world, 5)).toEqual([]);
  expect(await told(world)).toEqual(hidden);
  expect(await written(world, 5)).toEqual([]);
  await decide(world);
  expect(await written(world, 5)).not.toEqual([]);
  expect(await told(world)).toEqual(hidden);
});

test("ORG-8, SUP-2 what a manager's page decides for one who knows some of the people is nobody else's answer", async () => {
  const world = await coverageWorld(database);
  const [manager, other] = [await world.person("Mia Chef"), await world.person("Bo Chef")];
  await world.manage(manager, world.care);
  for (const unitId of [world.rehab, world.homeCare]) await world.manage(other, unitId);
  await world.team(world.care, 6, 2);
  await world.team(world.rehab, 9, 5);
  await world.team(world.homeCare, 3, 2);
  world.on(DAY);
  expect((await world.as(world.lead, (work) => freezeMeasurement(work))).ok).toBe(true);
  world.on("2026-02-02");
  await raise(world, 6);
  const course = (who: CoverageWorld["lead"]) =>
    world.as(who, async (work) => {
      const view = await viewModelCoverage(work, { slug: "fysio", day: "", unitId: world.rehab });
      return view.points.filter(({ frozen }) => frozen).map(({ figure }) => figure.showing);
    });
  expect(await course(manager)).toEqual(["hidden"]);
  await decide(world);
  expect(await course(manager)).toEqual(["hidden"]);
  expect(await course(world.lead)).toEqual(["shown"]);
  expect(await course(manager)).toEqual(["hidden"]);
});
