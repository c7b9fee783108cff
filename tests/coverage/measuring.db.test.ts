import { describe, expect, test } from "vitest";
import { sql } from "kysely";
import { freezeMeasurement } from "../../src/coverage/freeze-measurement.ts";
import { viewCoverage } from "../../src/coverage/view-coverage.ts";
import { viewMeasurements } from "../../src/coverage/view-measurements.ts";
import { viewModelCoverage } from "../../src/coverage/view-model-coverage.ts";
import { databaseOn } from "../../src/platform/database/transactions.ts";
import { work } from "../../src/platform/database/work.ts";
import { NotFound } from "../../src/shared/result.ts";
import { testDatabase } from "../support/database.ts";
import { coverageWorld, type CoverageWorld } from "./world.ts";

const database = await testDatabase();

const shown = (placed: number, employed: number, percent: number) => ({
  showing: "shown",
  placed,
  employed,
  percent,
});
const HIDDEN = { showing: "hidden" };

const freezeOn = async (world: CoverageWorld, day: string, note?: string) => {
  world.on(day);
  return world.as(world.lead, (unit) => freezeMeasurement(unit, note === undefined ? {} : { note }));
};
const model = (world: CoverageWorld, unitId = "", asked: { day?: string; frozen?: boolean } = {}) =>
  world.as(world.lead, (unit) => viewModelCoverage(unit, { slug: "fysio", day: "", unitId, ...asked }));
const course = async (world: CoverageWorld, unitId = "", day = "") =>
  (await model(world, unitId, { day })).points.map(({ day: at, frozen, figure }) => [at, frozen, figure]);

describe("FUP-2 a frozen measurement never changes", () => {
  test("FUP-2 it keeps its figures while the day itself goes on changing", async () => {
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
      world.as(world.lead, (unit) => viewCoverage(unit, { day: "2026-02-01", frozen }));
    expect((await on(false)).rows).toMatchObject([{ slug: "fysio", figure: shown(9, 10, 90) }]);
    expect((await on(true)).rows).toMatchObject([{ slug: "fysio", figure: shown(6, 10, 60) }]);
    expect((await model(world, "", { day: "2026-02-01", frozen: true })).points).toHaveLength(1);
  });

  test("FUP-2 it keeps the tree and the settings that it was counted by", async () => {
    const world = await coverageWorld(database);
    await world.team(world.rehab, 6, 6);
    await freezeOn(world, "2026-02-01");
    world.on("2026-06-15");
    await world.as(null, async ({ tx }) => {
      await tx
        .updateTable("unit")
        .set({ name: "Rörelse", parent_id: world.school })
        .where("id", "=", world.rehab)
        .execute();
      await tx
        .updateTable("organisation_setting")
        .set({ count_hourly: true, count_on_leave: false, coverage_threshold: 95 })
        .execute();
    });
    const names = async (asked: { day?: string; frozen?: boolean }) =>
      (await model(world, "", asked)).rows.map(({ unit, depth }) => [unit?.name ?? "whole", depth]);
    expect(await names({ day: "2026-02-01", frozen: true })).toEqual([
      ["whole", 0],
      ["Vård", 1],
      ["Rehab", 2],
    ]);
    expect(await names({})).toEqual([
      ["whole", 0],
      ["Skola", 1],
      ["Rörelse", 2],
    ]);
    expect(await model(world, "", { day: "2026-02-01", frozen: true })).toMatchObject({
      countOnLeave: true,
      countHourly: false,
      threshold: 80,
    });
    await expect(model(world, "", { day: "2026-02-02", frozen: true })).rejects.toThrow(NotFound);
  });

  const TABLES = [
    "measurement",
    "measurement_unit",
    "measurement_figure",
    "measurement_showing",
    "fully_introduced",
    "member_figure",
  ];
  const CHANGES: Readonly<Record<string, (table: string) => string>> = {
    update: (table) =>
      `update ${table} set ${table === "member_figure" ? "member_id = member_id" : "organisation_id = organisation_id"}`,
    delete: (table) => `delete from ${table}`,
    truncate: (table) => `truncate ${table} cascade`,
  };
  const cases = TABLES.flatMap((table) => Object.keys(CHANGES).map((change) => [change, table] as const));

  test.each(cases)("FUP-2 %s of %s is refused to the program and to the owner", async (change, table) => {
    const world = await coverageWorld(database);
    await world.team(world.rehab, 6, 6);
    await freezeOn(world, "2026-02-01");
    const statement = CHANGES[change]?.(table) ?? "";
    const run = (db: typeof database.db) =>
      work({ ...world.workshop, db }, { slug: world.slug, actor: null }, ({ tx }) =>
        sql.raw(statement).execute(tx),
      );
    await expect(run(database.db)).rejects.toThrow("permission denied");
    await expect(run(databaseOn(database.ownerPool))).rejects.toThrow("is append-only");
  });
});

describe("FUP-2 freezing", () => {
  test("FUP-2 a day is measured once, and none before it afterwards", async () => {
    const world = await coverageWorld(database);
    await world.team(world.rehab, 6, 6);
    expect((await freezeOn(world, "2026-06-01")).ok).toBe(true);
    const again = { ok: false, reasons: [{ code: "already-frozen", data: { day: "2026-06-01" } }] };
    expect(await freezeOn(world, "2026-06-01")).toEqual(again);
    expect(await freezeOn(world, "2026-05-31")).toEqual(again);
    expect((await freezeOn(world, "2026-06-02")).ok).toBe(true);
  });

  test("FUP-2 two at the same time freeze once", async () => {
    const world = await coverageWorld(database);
    await world.team(world.rehab, 6, 6);
    world.on("2026-06-01");
    const both = await Promise.all([1, 2].map(() => world.as(world.lead, (unit) => freezeMeasurement(unit))));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("FUP-2 is the process lead's, with a note that is not too long, where there is something to measure", async () => {
    const world = await coverageWorld(database);
    await world.team(world.rehab, 6, 6);
    const adopter = await world.withRole("adopter");
    for (const who of [null, adopter, await world.person("Siv Ek")])
      await expect(world.as(who, (unit) => freezeMeasurement(unit))).rejects.toThrow(NotFound);
    expect(await freezeOn(world, "2026-06-01", "å".repeat(501))).toMatchObject({
      reasons: [{ code: "too-long", field: "note" }],
    });
    expect(await freezeOn(world, "2019-12-31")).toMatchObject({ reasons: [{ code: "nothing-to-measure" }] });
    expect((await freezeOn(world, "2020-01-01", "  Före sommaren ")).ok).toBe(true);
    const view = await world.as(adopter, viewMeasurements);
    expect(view).toMatchObject({
      mayFreeze: false,
      frozenToday: true,
      measurements: [{ day: "2020-01-01", note: "Före sommaren", coverageThreshold: 80, smallestGroup: 5 }],
      suggested: ["2020-02-01", "2020-06-01", "2020-10-01"],
    });
    await expect(world.as(await world.person("Ove Å"), viewMeasurements)).rejects.toThrow(NotFound);
  });

  test("SUP-2 k may have been raised since: then what was shown no longer is", async () => {
    const world = await coverageWorld(database);
    await world.team(world.rehab, 6, 6);
    await world.team(world.pupilHealth, 30, 6);
    await freezeOn(world, "2026-02-01");
    world.on("2026-02-02");
    expect((await course(world, world.rehab))[0]).toEqual(["2026-02-01", true, shown(6, 6, 100)]);
    expect((await model(world, world.rehab)).standing).toEqual({ introducedOn: "2026-02-01", below: null });
    await world.as(null, ({ tx }) =>
      tx.updateTable("organisation_setting").set({ smallest_group: 7 }).execute(),
    );
    const raised = await model(world, world.rehab);
    expect(raised.points.map(({ figure }) => figure)).toEqual([HIDDEN, HIDDEN]);
    expect(raised.standing).toBeNull();
    expect(JSON.stringify(raised)).not.toContain('"employed":6');
    expect((await model(world, world.rehab, { day: "2026-02-01", frozen: true })).rows[0]?.figure).toEqual(
      HIDDEN,
    );
  });
});

describe("FUP-3 fully introduced", () => {
  test("FUP-3 the first measurement at the threshold is kept, for the organisation and for each unit", async () => {
    const world = await coverageWorld(database);
    const rehab = await world.team(world.rehab, 10, 8);
    const school = await world.team(world.pupilHealth, 10, 4);
    await freezeOn(world, "2025-10-01");
    for (const who of school.slice(4)) await world.place(who, { from: "2026-01-01" });
    await freezeOn(world, "2026-02-01");
    const standings = async () =>
      Object.fromEntries(
        (await model(world)).rows.map(({ unit, standing }) => [unit?.name ?? "whole", standing]),
      );
    expect(await standings()).toMatchObject({
      whole: { introducedOn: "2026-02-01", below: null },
      Rehab: { introducedOn: "2025-10-01", below: null },
      Elevhälsa: { introducedOn: "2026-02-01", below: null },
    });
    for (const who of rehab.slice(0, 5)) await leaves(world, who.personId, "2026-03-01");
    await freezeOn(world, "2026-06-01");
    await freezeOn(world, "2026-10-01");
    world.on("2026-10-15");
    expect(await standings()).toMatchObject({
      whole: { introducedOn: "2026-02-01", below: { day: "2026-06-01", frozen: true } },
      Rehab: { introducedOn: "2025-10-01", below: { day: "2026-06-01", frozen: true } },
    });
    const list = await world.as(world.lead, (unit) => viewCoverage(unit, { day: "", unitId: world.rehab }));
    expect(list.rows[0]?.standing).toMatchObject({
      introducedOn: "2025-10-01",
      below: { day: "2026-10-15" },
    });
    // Before it was fully introduced it was not.
    const before = await world.as(world.lead, (unit) =>
      viewCoverage(unit, { day: "2025-09-30", unitId: world.rehab }),
    );
    expect(before.rows[0]?.standing).toBeNull();
  });

  /** Placements that end: the people stay employed. */
  const leaves = (world: CoverageWorld, personId: string, on: string) =>
    world.as(null, ({ tx }) =>
      tx
        .updateTable("placement")
        .set({ valid_to: on, ended_because: "moved" })
        .where("person_id", "=", personId)
        .execute(),
    );

  test("FUP-3 one below the threshold in per cent is not at it", async () => {
    const world = await coverageWorld(database);
    await world.team(world.rehab, 24, 19);
    await freezeOn(world, "2026-02-01");
    expect((await model(world)).standing).toBeNull();
  });

  test("SUP-2 that a hidden unit is fully introduced is not told", async () => {
    const world = await coverageWorld(database);
    await world.team(world.rehab, 40, 1);
    await world.team(world.homeCare, 3, 3);
    await freezeOn(world, "2026-02-01");
    world.on("2026-06-15");
    await world.team(world.homeCare, 9, 0, { from: "2026-03-01" });
    const row = (await model(world)).rows.find(({ unit }) => unit?.name === "Hemvård");
    expect(row).toMatchObject({ figure: shown(3, 12, 25), standing: null });
  });
});
