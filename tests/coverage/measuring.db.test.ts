import { describe, expect, test } from "vitest";
import { freezeMeasurement } from "../../src/coverage/freeze-measurement.ts";
import { viewCoverage } from "../../src/coverage/view-coverage.ts";
import { viewMeasurements } from "../../src/coverage/view-measurements.ts";
import { viewModelCoverage } from "../../src/coverage/view-model-coverage.ts";
import { sql } from "kysely";
import { testDatabase } from "../support/database.ts";
import { coverageWorld, type CoverageWorld } from "./world.ts";

const database = await testDatabase();

const shown = (placed: number, employed: number, percent: number) => ({
  showing: "shown",
  placed,
  employed,
  percent,
});

const freezeOn = async (world: CoverageWorld, day: string) => {
  world.on(day);
  return world.as(world.lead, (work) => freezeMeasurement(work));
};
const course = async (world: CoverageWorld, unitId = "", day = "") => {
  const view = await world.as(world.lead, (work) => viewModelCoverage(work, { slug: "fysio", day, unitId }));
  return view.points.map(({ day: at, frozen, figure }) => [at, frozen, figure]);
};

test("FUP-2 a measurement keeps its figures while the day itself goes on changing", async () => {
  const world = await coverageWorld(database);
  const people = await world.team(world.rehab, 10, 6);
  expect(await freezeOn(world, "2026-02-01")).toMatchObject({ ok: true, value: { day: "2026-02-01" } });
  world.on("2026-06-15");
  for (const who of people.slice(6, 9)) await world.place(who, { from: "2026-02-01" });
  expect(await course(world)).toEqual([
    ["2026-02-01", true, shown(6, 10, 60)],
    ["2026-06-15", false, shown(9, 10, 90)],
  ]);
  // The same day as it is known now, and as it was measured.
  const on = (frozen: boolean) =>
    world.as(world.lead, (work) => viewCoverage(work, { day: "2026-02-01", frozen }));
  expect((await on(false)).rows).toMatchObject([{ slug: "fysio", figure: shown(9, 10, 90) }]);
  expect((await on(true)).rows).toMatchObject([{ slug: "fysio", figure: shown(6, 10, 60) }]);
});
