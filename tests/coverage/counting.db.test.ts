import { describe, expect, test } from "vitest";
import { viewCoverage } from "../../src/coverage/view-coverage.ts";
import { viewModelCoverage } from "../../src/coverage/view-model-coverage.ts";
import type { Figure } from "../../src/coverage/rules.ts";
import { NotFound } from "../../src/shared/result.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { groupsWorkedOut } from "../suppression/attacker.ts";
import { testDatabase } from "../support/database.ts";
import { coverageWorld, type CoverageWorld } from "./world.ts";

const database = await testDatabase();

const shown = (placed: number, employed: number, percent: number): Figure => ({
  showing: "shown",
  placed,
  employed,
  percent,
});
const HIDDEN: Figure = { showing: "hidden" };

/** What somebody sees of the model, as `[unit, figure]` from the chosen unit down. */
const seen = async (world: CoverageWorld, asked: { day?: string; unitId?: string; who?: Actor } = {}) => {
  const { who = world.lead, day = "", unitId = "" } = asked;
  const view = await world.as(who, (work) => viewModelCoverage(work, { slug: "fysio", day, unitId }));
  return view.rows.map(({ unit, figure }) => [unit?.name ?? "whole", figure] as const);
};
const whole = async (world: CoverageWorld, day = "") => (await seen(world, { day }))[0]?.[1];

test("FUP-1 placed and employed are summed up the tree", async () => {
  const world = await coverageWorld(database);
  await world.team(world.rehab, 8, 6);
  await world.team(world.homeCare, 6, 3);
  await world.team(world.pupilHealth, 5, 5);
  expect(await seen(world)).toEqual([
    ["whole", shown(14, 19, 73)],
    ["Skola", shown(5, 5, 100)],
    ["Elevhälsa", shown(5, 5, 100)],
    ["Vård", shown(9, 14, 64)],
    ["Hemvård", shown(3, 6, 50)],
    ["Rehab", shown(6, 8, 75)],
  ]);
  expect((await seen(world, { unitId: world.care })).map(([name]) => name)).toEqual([
    "Vård",
    "Hemvård",
    "Rehab",
  ]);
});

describe("FUP-1 each person counts once, in one unit", () => {
  const where = async (...jobs: ((world: CoverageWorld) => Parameters<CoverageWorld["hire"]>[1])[]) => {
    const world = await coverageWorld(database);
    await world.team(world.rehab, 10, 0);
    await world.team(world.homeCare, 10, 0);
    const who = await world.person("Siv Ek");
    for (const job of jobs) await world.hire(who, job(world));
    await world.place(who);
    const figures = Object.fromEntries(await seen(world)) as Record<
      string,
      { placed: number; employed: number }
    >;
    expect(figures["whole"]).toMatchObject({ placed: 1, employed: 21 });
    return figures["Rehab"]?.placed === 1
      ? "Rehab"
      : figures["Hemvård"]?.placed === 1
        ? "Hemvård"
        : "nowhere";
  };

  test("where the main employment is", async () => {
    const jobs = [
      (world: CoverageWorld) => ({ unit: world.rehab, main: false, extent: 90, from: "2019-01-01" }),
      (world: CoverageWorld) => ({ unit: world.homeCare, main: true, extent: 10 }),
    ];
    expect(await where(...jobs)).toBe("Hemvård");
    expect(await where(...jobs.toReversed())).toBe("Hemvård");
  });
  test("else where the extent is largest", async () => {
    expect(
      await where(
        (world) => ({ unit: world.rehab, main: false, extent: 40, from: "2019-01-01" }),
        (world) => ({ unit: world.homeCare, main: false, extent: 60 }),
      ),
    ).toBe("Hemvård");
  });
  test("else where they have worked longest, and not by whichever id comes first", async () => {
    const [first, last] = ["00000000-0000-4000-8000-000000000000", "ffffffff-ffff-4fff-8fff-ffffffffffff"];
    expect(
      await where(
        (world) => ({ id: first, unit: world.homeCare, main: false, extent: 50, from: "2021-01-01" }),
        (world) => ({ id: last, unit: world.rehab, main: false, extent: 50, from: "2019-01-01" }),
      ),
    ).toBe("Rehab");
  });
  test("the main employment in another profession does not decide", async () => {
    expect(
      await where(
        (world) => ({ unit: world.homeCare, profession: world.clerk, main: true }),
        (world) => ({ unit: world.rehab, main: false, extent: 20 }),
      ),
    ).toBe("Rehab");
  });
});

test("FUP-1 who works in two professions counts in the models of both", async () => {
  const world = await coverageWorld(database);
  await world.team(world.rehab, 9, 0);
  const clerks = await world.adoptModel("handlaggare", world.clerk);
  for (const who of await world.team(world.homeCare, 6, 6))
    await world.hire(who, { profession: world.clerk, main: false });
  const view = await world.as(world.lead, (work) => viewCoverage(work, { day: "" }));
  expect(view.rows.map(({ slug, figure }) => [slug, figure])).toEqual([
    ["fysio", shown(6, 15, 40)],
    [clerks, shown(0, 6, 0)],
  ]);
});

test.each([
  ["2026-03-09", shown(0, 10, 0)],
  ["2026-03-10", shown(1, 10, 10)],
  ["2026-03-11", shown(1, 10, 10)],
  ["2026-08-31", shown(1, 10, 10)],
  ["2026-09-01", shown(0, 9, 0)],
])("FUP-1 placed from its day, employed until the last: %s", async (day, expected) => {
  const world = await coverageWorld(database);
  await world.team(world.rehab, 9, 0);
  const who = await world.person("Siv Ek");
  await world.hire(who, { to: "2026-09-01" });
  await world.place(who, { from: "2026-03-10", to: "2026-09-01" });
  expect(await whole(world, day)).toEqual(expected);
});

test("FUP-1 a placement that was put right does not count, nor one in another model", async () => {
  const world = await coverageWorld(database);
  const [first] = await world.team(world.rehab, 6, 0);
  if (!first) throw new Error("nobody");
  await world.place(first, {}, { corrected: true, ended_because: "corrected" });
  expect(await whole(world)).toEqual(shown(0, 6, 0));
});

test("FUP-1 a day that has not come, or is none, is today", async () => {
  const world = await coverageWorld(database);
  for (const day of ["2027-01-01", "2026-02-30", "i går", ""])
    expect((await world.as(world.lead, (work) => viewCoverage(work, { day }))).day).toBe("2026-11-22");
});

describe("FUP-1 leave and hourly staff by the organisation's settings", () => {
  const counted = async (settings: Record<string, unknown>, day = "") => {
    const world = await coverageWorld(database);
    await world.team(world.rehab, 10, 5);
    const [away, hourly] = [await world.person("Siv Ek"), await world.person("Ove Å")];
    const employment_id = await world.hire(away);
    await world.put("leave_period", { employment_id, valid_from: "2026-11-01", valid_to: "2026-12-01" });
    await world.hire(hourly, { form: "hourly" });
    await world.as(null, ({ tx }) => tx.updateTable("organisation_setting").set(settings).execute());
    const view = await world.as(world.lead, (work) => viewCoverage(work, { day }));
    const { figure } = view.rows[0] ?? { figure: HIDDEN };
    return [view.countOnLeave, view.countHourly, figure.showing === "shown" ? figure.employed : null];
  };
  test.each([
    [true, true, 12],
    [true, false, 11],
    [false, true, 11],
    [false, false, 10],
  ])("leave %s, hourly %s: %i employed", async (count_on_leave, count_hourly, employed) => {
    expect(await counted({ count_on_leave, count_hourly })).toEqual([count_on_leave, count_hourly, employed]);
  });
  test.each([
    ["2026-10-31", 11],
    ["2026-11-01", 10],
  ])("on leave from its day: %s", async (day, employed) => {
    expect(await counted({ count_on_leave: false, count_hourly: false }, day)).toEqual([
      false,
      false,
      employed,
    ]);
  });
});

test("ORG-7 people with protected identity are in no figure, also for their manager", async () => {
  const world = await coverageWorld(database);
  const [first] = await world.team(world.rehab, 6, 6);
  const manager = await world.person("Mia Chef");
  await world.manage(manager, world.rehab);
  expect(await whole(world)).toEqual(shown(6, 6, 100));
  await world.as(null, ({ tx }) =>
    tx
      .updateTable("person")
      .set({ protected_identity: true })
      .where("id", "=", first?.personId ?? "")
      .execute(),
  );
  expect(await whole(world)).toEqual(shown(5, 5, 100));
  expect(await seen(world, { who: manager })).toEqual([["Rehab", shown(5, 5, 100)]]);
});

describe("SUP-2 small units", () => {
  const hidden = async () => {
    const world = await coverageWorld(database);
    await world.team(world.rehab, 40, 36);
    await world.team(world.homeCare, 3, 2);
    await world.team(world.care, 7, 1);
    await world.team(world.pupilHealth, 35, 32);
    return world;
  };

  test("SUP-2 35 at 91 per cent show, a unit of 3 does not", async () => {
    const world = await hidden();
    const figures = Object.fromEntries(await seen(world)) as Record<string, Figure>;
    expect(figures["Elevhälsa"]).toEqual(shown(32, 35, 91));
    expect(figures["Hemvård"]).toEqual(HIDDEN);
  });

  test("SUP-2 from all that every page hands out the hidden unit cannot be worked out", async () => {
    const world = await hidden();
    const own: Record<string, [string | null, number]> = {
      [world.root]: [null, 0],
      [world.care]: [world.root, 7],
      [world.rehab]: [world.care, 40],
      [world.homeCare]: [world.care, 3],
      [world.school]: [world.root, 0],
      [world.pupilHealth]: [world.school, 35],
    };
    const cells = Object.entries(own).map(([id, [parentId, employed]]) => ({ id, parentId, own: employed }));
    const showing = new Map<string, Figure["showing"]>(cells.map(({ id }) => [id, "hidden"]));
    const handedOut: unknown[] = [];
    for (const unitId of ["", ...Object.keys(own)])
      for (const day of ["", "2026-11-21"]) {
        const one = await world.as(world.lead, (work) =>
          viewModelCoverage(work, { slug: "fysio", day, unitId }),
        );
        const all = await world.as(world.lead, (work) => viewCoverage(work, { day, unitId }));
        handedOut.push(one, all);
        for (const { unit, figure } of [
          ...one.rows,
          { unit: all.unit, figure: all.rows[0]?.figure ?? HIDDEN },
        ])
          if (figure.showing !== "hidden") showing.set(unit?.id ?? world.root, figure.showing);
      }
    expect(groupsWorkedOut(cells, showing, 5)).toEqual([]);
    expect([...showing.values()].filter((each) => each === "shown").length).toBeGreaterThan(3);
    expect(showing.get(world.homeCare)).toBe("hidden");
    const figures = JSON.stringify(handedOut).match(/"employed":\d+/g) ?? [];
    expect(new Set(figures)).not.toContain('"employed":3');
  });

  test("ORG-8 its own manager sees the unit of three, the manager of another does not", async () => {
    const world = await hidden();
    const [own, other] = [await world.person("Mia Chef"), await world.person("Bo Chef")];
    await world.manage(own, world.homeCare);
    await world.manage(other, world.care);
    expect(await seen(world, { who: own })).toEqual([["Hemvård", shown(2, 3, 66)]]);
    expect(await seen(world, { who: own, day: "2026-11-21" })).toEqual([["Hemvård", HIDDEN]]);
    expect(Object.fromEntries(await seen(world, { who: other }))).toMatchObject({ Hemvård: HIDDEN });
  });
});

describe("ORG-8 what is not for someone is not found", () => {
  const world = coverageWorld(database).then(async (made) => {
    await made.team(made.rehab, 8, 4);
    await made.team(made.pupilHealth, 8, 4);
    return made;
  });
  /** What of the two pages somebody finds, of the two that are there. */
  const found = async (who: Actor | null, unitId = "") => {
    const made = await world;
    const runs = [
      () => made.as(who, (work) => viewCoverage(work, { day: "", unitId })),
      () => made.as(who, (work) => viewModelCoverage(work, { slug: "fysio", day: "", unitId })),
    ];
    const answers = await Promise.allSettled(runs.map((run) => run()));
    return answers.filter((answer) => answer.status === "fulfilled" || !(answer.reason instanceof NotFound));
  };

  test("ORG-8 for nobody, employees and HR partners", async () => {
    const made = await world;
    expect(await found(null)).toEqual([]);
    expect(await found(await made.person("Siv Ek"))).toEqual([]);
    expect(await found(await made.withRole("hr_partner"))).toEqual([]);
  });
  test("ORG-8 for managers and rollout leads outside their units", async () => {
    const made = await world;
    const manager = await made.person("Mia Chef");
    await made.manage(manager, made.rehab);
    expect(await found(manager, made.pupilHealth)).toEqual([]);
    expect(await found(manager, made.root)).toEqual([]);
    const lead = await made.withRole("rollout_lead", { unitId: made.care });
    expect((await seen(made, { who: lead })).map(([name]) => name)).toEqual(["Vård", "Rehab"]);
    expect(await found(lead, made.pupilHealth)).toEqual([]);
    expect(await found(lead, "not-an-id")).toEqual([]);
  });
  test("ORG-8 a union sees only models of its professions", async () => {
    const made = await world;
    const theirs = await made.withRole("union_representative", { professionIds: [made.physio] });
    expect((await seen(made, { who: theirs }))[0]).toEqual(["whole", shown(8, 16, 50)]);
    const others = await made.withRole("union_representative", { professionIds: [made.clerk] });
    const all = await made.as(others, (work) => viewCoverage(work, { day: "" }));
    expect(all.rows).toEqual([]);
    await expect(
      made.as(others, (work) => viewModelCoverage(work, { slug: "fysio", day: "" })),
    ).rejects.toThrow(NotFound);
  });
});

test("another organisation's people are never counted", async () => {
  const [here, there] = [await coverageWorld(database), await coverageWorld(database)];
  await here.team(here.rehab, 6, 3);
  await there.team(there.rehab, 9, 9);
  expect(await whole(here)).toEqual(shown(3, 6, 50));
  const { rows } = await database.pool.query("select count(*) as n from employment_period");
  expect(rows).toEqual([{ n: 0 }]);
});
