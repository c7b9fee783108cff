import { expect, test } from "vitest";
import { freezeMeasurement } from "../../src/coverage/freeze-measurement.ts";
import { viewCoverage } from "../../src/coverage/view-coverage.ts";
import { viewModelCoverage } from "../../src/coverage/view-model-coverage.ts";
import type { Figure } from "../../src/coverage/rules.ts";
import type { Actor } from "../../src/shared/actor.ts";
import type { Showing } from "../../src/suppression/rules.ts";
import { groupsWorkedOut } from "../suppression/attacker.ts";
import { testDatabase } from "../support/database.ts";
import { coverageWorld, type CoverageWorld } from "./world.ts";

const database = await testDatabase();
const K = 5;

const freezeOn = async (world: CoverageWorld, day: string) => {
  world.on(day);
  const frozen = await world.as(world.lead, (work) => freezeMeasurement(work));
  expect(frozen).toMatchObject({ ok: true, value: { day } });
};
const model = (
  world: CoverageWorld,
  more: { unitId?: string; day?: string; frozen?: boolean } = {},
  who?: Actor,
) => world.as(who ?? world.lead, (work) => viewModelCoverage(work, { slug: "fysio", day: "", ...more }));

/** Each unit's own staff in the profession. */
const cellsOf = (world: CoverageWorld, own: { care: number; rehab: number; homeCare: number }) => [
  { id: world.root, parentId: null, own: 0 },
  { id: world.care, parentId: world.root, own: own.care },
  { id: world.rehab, parentId: world.care, own: own.rehab },
  { id: world.homeCare, parentId: world.care, own: own.homeCare },
];

test("SUP-2 the page of a measurement, each unit's course and the day itself tell no more together than one of them", async () => {
  const world = await coverageWorld(database);
  const cells = cellsOf(world, { care: 3, rehab: 6, homeCare: 6 });
  await world.team(world.care, 3, 2);
  await world.team(world.rehab, 6, 5);
  await world.team(world.homeCare, 6, 4);
  await freezeOn(world, "2026-02-01");
  const together = new Map<string, Showing>(cells.map(({ id }) => [id, "hidden"]));
  const saw = (unitId: string | undefined, figure: Figure | undefined) => {
    if (figure && figure.showing !== "hidden") together.set(unitId ?? world.root, figure.showing);
  };
  for (const frozen of [true, false])
    for (const unitId of ["", ...cells.map(({ id }) => id)]) {
      const view = await model(world, { unitId, day: "2026-02-01", frozen });
      for (const { unit, figure } of view.rows) saw(unit?.id, figure);
      for (const { figure } of view.points) saw(view.unit?.id, figure);
      const list = await world.as(world.lead, (work) =>
        viewCoverage(work, { day: "2026-02-01", frozen, unitId }),
      );
      saw(list.unit?.id, list.rows[0]?.figure);
    }
  expect(groupsWorkedOut(cells, together, K)).toEqual([]);
  expect([...together.values()].toSorted()).toEqual(["hidden", "shown", "shown", "shown"]);
});

test("ORG-8, SUP-2 a manager who knows their own staff of earlier days can't work out a small unit below", async () => {
  const world = await coverageWorld(database);
  const [manager, other] = [await world.person("Mia Chef"), await world.person("Bo Chef")];
  await world.manage(manager, world.care);
  for (const unitId of [world.rehab, world.homeCare]) await world.manage(other, unitId);
  const cells = cellsOf(world, { care: 6, rehab: 9, homeCare: 3 });
  await world.team(world.care, 6, 2);
  await world.team(world.rehab, 9, 5);
  await world.team(world.homeCare, 3, 2);
  await freezeOn(world, "2026-02-01");
  world.on("2026-02-02");
  for (const moment of [{}, { day: "2026-02-01" }, { day: "2026-02-01", frozen: true }]) {
    const { rows } = await model(world, moment, manager);
    const showing = new Map<string, Showing>(
      rows.map(({ unit, figure }) => [unit?.id ?? "", figure.showing]),
    );
    for (const { id } of cells) if (!showing.has(id)) showing.set(id, "hidden");
    expect(groupsWorkedOut(cells, showing, K, new Set([world.care]))).toEqual([]);
    expect(showing.get(world.care)).toBe("shown");
  }
  const course = await model(world, { unitId: world.rehab }, manager);
  expect(course.points.map(({ figure }) => figure.showing)).toEqual(["hidden", "hidden"]);
});

test("ORG-8, SUP-2 who acts for a unit without a manager sees it whole, and can't work out the one beside it", async () => {
  const world = await coverageWorld(database);
  const [manager, other] = [await world.person("Mia Chef"), await world.person("Bo Chef")];
  await world.manage(manager, world.care);
  await world.manage(other, world.homeCare);
  await world.team(world.rehab, 9, 5);
  await world.team(world.homeCare, 3, 2);
  const showing = async () =>
    Object.fromEntries(
      (await model(world, {}, manager)).rows.map(({ unit, figure }) => [unit?.name, figure.showing]),
    );
  expect(await showing()).toEqual({ Vård: "hidden", Rehab: "shown", Hemvård: "hidden" });
  await world.manage(other, world.rehab);
  expect(await showing()).toEqual({ Vård: "shown", Rehab: "hidden", Hemvård: "hidden" });
});

test("FUP-3, SUP-2 a unit is fully introduced from the first measurement at the threshold that may be told", async () => {
  const world = await coverageWorld(database);
  await world.team(world.rehab, 20, 1);
  await world.team(world.homeCare, 3, 3);
  await freezeOn(world, "2026-02-01");
  world.on("2026-05-01");
  await world.team(world.homeCare, 4, 4, { from: "2026-05-01" });
  await freezeOn(world, "2026-06-01");
  const { rows } = await model(world);
  const row = rows.find(({ unit }) => unit?.id === world.homeCare);
  expect(row).toMatchObject({
    figure: { showing: "shown", placed: 7, employed: 7 },
    standing: { introducedOn: "2026-06-01", below: null },
  });
});
