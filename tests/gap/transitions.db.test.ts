/** MOD-12, MOD-16: transition rules of versions and supplements: who sets them, whom they spare, and until when. */
import { describe, expect, test } from "vitest";
import { setTransitions, viewTransitions } from "../../src/gap/set-transitions.ts";
import { viewDebt } from "../../src/gap/view-debt.ts";
import { impactByUnit, viewImpact, type DraftAsked } from "../../src/gap/view-impact.ts";
import { beginCarryOver } from "../../src/layers/carry-over.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import { NotFound } from "../../src/shared/result.ts";
import { testDatabase } from "../support/database.ts";
import { gapWorld, type GapWorld } from "./world.ts";

const database = await testDatabase();
const TODAY = "2026-11-22";
const UNTIL = "2027-06-30";

/** How many lack something in the unit, as its manager sees it whole. */
const lacking = (world: GapWorld, unitId: Id): Promise<number[]> =>
  world.as(null, async (work) => {
    const actor = { ...world.lead, manages: [{ unitId, as: "manager" as const }] };
    const { models } = await viewDebt({ ...work, actor }, { unitId, model: "fysio" });
    return (models[0]?.rows ?? []).map(({ figure }) => (figure.showing === "shown" ? figure.people : -1));
  });
const set = (world: GapWorld, who: Actor, draft: DraftAsked, until = UNTIL, levelId: Id | null = null) =>
  world.as(who, (work) => setTransitions(work, { slug: "fysio", ...draft, typed: [{ levelId, until }] }));
const hireLater = async (world: GapWorld, unit: Id) => {
  const [who] = await world.team(unit, 1, 0);
  if (who) await world.place(who, { from: "2026-12-01" });
};
const on = async <T>(world: GapWorld, day: string, look: () => Promise<T>): Promise<T> => {
  world.on(day);
  const found = await look();
  world.on(TODAY);
  return found;
};

describe("MOD-16, MOD-12 a supplement's rule is like a version's", () => {
  test("it spares who was placed before through the day before its own, and nobody who came later or elsewhere", async () => {
    const world = await gapWorld(database);
    const base = await world.draft([]);
    await world.adopt(base.number, "2024-01-01");
    await world.team(world.rehab, 3, 3);
    await world.team(world.homeCare, 2, 2);
    await world.supplement(world.rehab, base.id, [newId()]);
    const draft = { supplementOf: world.rehab };
    expect(await set(world, world.lead, draft)).toMatchObject({ ok: true });
    const before = await world.as(world.lead, (work) =>
      viewImpact(work, { slug: "fysio", ...draft, unitId: world.rehab, tried: null }),
    );
    expect(before).toMatchObject({ transitions: [{ levelId: null, until: UNTIL }], isKept: true });
    expect(before.rows).toMatchObject([{ kind: "added", countsFrom: UNTIL }]);
    await world.adoptOwn(world.rehab, TODAY);
    await hireLater(world, world.rehab);
    for (const [day, expected] of [
      [TODAY, []],
      ["2026-12-01", [1]],
      ["2027-06-29", [1]],
      ["2027-06-30", [4]],
      ["2027-07-01", [4]],
    ] as const)
      expect([day, await on(world, day, () => lacking(world, world.rehab))]).toEqual([day, expected]);
    expect(await on(world, UNTIL, () => lacking(world, world.homeCare))).toEqual([]);
  });

  test("a rule runs to its day, whatever is adopted after it, and spares nobody what came later", async () => {
    const world = await gapWorld(database);
    const base = await world.draft([]);
    await world.adopt(base.number, "2024-01-01");
    await world.team(world.rehab, 3, 3);
    const [first, second, third] = [newId(), newId(), newId()];
    await world.supplement(null, base.id, [first]);
    await set(world, world.lead, { supplementOf: null });
    await world.adoptOwn(null, TODAY);
    world.on("2026-11-23");
    await world.supplement(null, base.id, [first, second]);
    await world.adoptOwn(null, "2026-11-23");
    expect(await lacking(world, world.rehab)).toEqual([3]);
    const next = await world.draft([{ id: third }]);
    world.on("2026-11-24");
    await set(world, world.lead, { number: next.number }, "2027-01-01");
    await world.adopt(next.number, "2026-11-24");
    world.on("2026-11-25");
    await world.adopt((await world.draft([{ id: third }, { id: newId() }])).number, "2026-11-25");
    expect(await lacking(world, world.rehab)).toEqual([3]);
    expect(await on(world, "2026-12-31", () => lacking(world, world.rehab))).toEqual([3]);
    expect(await on(world, "2027-01-01", () => lacking(world, world.rehab))).toEqual([3, 3]);
  });
});

describe("MOD-10, MOD-16 a draft that is carried over to a new base", () => {
  const carriedTo = async (world: GapWorld) => {
    await world.as(world.lead, (work) => beginCarryOver(work, { slug: "fysio", unitId: world.rehab }));
    return world.as(world.lead, (work) =>
      viewTransitions(work, { slug: "fysio", supplementOf: world.rehab }),
    );
  };
  const begun = async (until = UNTIL) => {
    const world = await gapWorld(database);
    const base = await world.draft([]);
    await world.adopt(base.number, "2024-01-01");
    await world.supplement(world.rehab, base.id, [newId()]);
    await set(world, world.lead, { supplementOf: world.rehab }, until, world.model.basic);
    return world;
  };

  test("has its rules with it", async () => {
    const world = await begun();
    await world.adopt((await world.draft([])).number, TODAY);
    expect(await carriedTo(world)).toEqual([{ levelId: world.model.basic, until: UNTIL }]);
  });

  test("but not one whose day has come", async () => {
    const world = await begun("2026-11-24");
    await world.adopt((await world.draft([])).number, "2026-11-23");
    for (const [day, expected] of [
      ["2026-11-23", 1],
      ["2026-11-24", 0],
    ] as const) {
      expect([day, await on(world, day, async () => (await carriedTo(world)).length)]).toEqual([
        day,
        expected,
      ]);
      if (expected === 1) await world.adopt((await world.draft([])).number, "2026-11-24");
    }
  });

  test("what was adopted keeps its own rule, which runs on: the one that takes over has none", async () => {
    const world = await begun();
    await world.team(world.rehab, 3, 3);
    await world.adoptOwn(world.rehab, TODAY);
    world.on("2026-11-23");
    await world.adopt((await world.draft([])).number, "2026-11-23");
    expect(await carriedTo(world)).toEqual([]);
    await world.adoptOwn(world.rehab, "2026-11-23");
    expect(await on(world, "2027-06-29", () => lacking(world, world.rehab))).toEqual([]);
    expect(await on(world, UNTIL, () => lacking(world, world.rehab))).toEqual([3]);
  });
});

describe("MOD-12 who sets a rule", () => {
  test.each<[string, (world: GapWorld) => Promise<Actor>]>([
    ["the adopter", (world) => Promise.resolve(world.adopter)],
    ["an HR handler", (world) => world.withRole("hr_handler")],
    ["another unit's manager", (world) => managing(world, world.homeCare)],
  ])("ORG-8 not %s", async (_who, actor) => {
    const world = await gapWorld(database);
    const base = await world.draft([]);
    await world.adopt(base.number, "2024-01-01");
    await world.supplement(world.rehab, base.id, [newId()]);
    const who = await actor(world);
    await expect(set(world, who, { supplementOf: world.rehab })).rejects.toThrow(NotFound);
  });

  test("the unit's manager, who writes the unit's supplement, and sees the unit's figures whole", async () => {
    const world = await gapWorld(database);
    const base = await world.draft([]);
    await world.adopt(base.number, "2024-01-01");
    await world.team(world.rehab, 2, 2);
    await world.supplement(world.rehab, base.id, [newId()]);
    const manager = await managing(world, world.rehab);
    expect(await set(world, manager, { supplementOf: world.rehab })).toMatchObject({ ok: true });
    const seen = await world.as(manager, (work) =>
      viewImpact(work, { slug: "fysio", supplementOf: world.rehab, unitId: "", tried: null }),
    );
    expect(seen).toMatchObject({ unit: { id: world.rehab }, maySet: true });
    expect(seen.rows).toMatchObject([{ figure: { showing: "shown", after: { people: 2 } } }]);
  });

  test("every fault is told at once, and nothing is saved; adopted, it never changes", async () => {
    const world = await gapWorld(database);
    const base = await world.draft([]);
    await world.adopt(base.number, "2024-01-01");
    await world.supplement(null, base.id, [newId()]);
    const asked = { slug: "fysio", supplementOf: null };
    const unknown = newId();
    const result = await world.as(world.lead, (work) =>
      setTransitions(work, {
        ...asked,
        typed: [
          { levelId: null, until: TODAY },
          { levelId: world.model.basic, until: "i vår" },
          { levelId: unknown, until: UNTIL },
        ],
      }),
    );
    expect(result).toEqual({
      ok: false,
      reasons: [
        { code: "too-early", field: "until-all", data: { first: "2026-11-23" } },
        { code: "not-a-day", field: `until-${world.model.basic}` },
        { code: "unknown-level", field: `until-${unknown}` },
      ],
    });
    await set(world, world.lead, asked, "2026-11-23", world.model.basic);
    await world.adoptOwn(null, TODAY);
    await expect(set(world, world.lead, asked)).rejects.toThrow(NotFound);
    await expect(
      world.as(null, ({ tx }) => tx.updateTable("transition").set({ until_date: "2099-01-01" }).execute()),
    ).rejects.toThrow("an adopted supplement never changes");
  });
});

test("SUP-1, MOD-12 the file has the same figures as the page for every unit, and hides what it hides", async () => {
  const world = await gapWorld(database);
  const course = newId();
  await world.adopt((await world.draft([])).number, "2024-01-01");
  for (const who of (await world.team(world.rehab, 20, 20)).slice(0, 8)) await world.prove(who, [course]);
  for (const who of await world.team(world.homeCare, 6, 6)) await world.prove(who, [course]);
  const { number } = await world.draft([{ id: course }]);
  const asked = { slug: "fysio", number, unitId: "", tried: [{ levelId: null, until: UNTIL }] };
  const { units } = await world.as(world.lead, (work) => impactByUnit(work, asked));
  const shown = new Map(units.map(({ unit, rows }) => [unit?.name ?? "hela", rows]));
  expect([...shown.keys()]).toEqual(["hela", "Kommunen", "Skola", "Elevhälsa", "Vård", "Hemvård", "Rehab"]);
  for (const { unit, rows } of units) {
    const page = await world.as(world.lead, (work) => viewImpact(work, { ...asked, unitId: unit?.id ?? "" }));
    expect(rows).toEqual(page.rows);
  }
  expect(shown.get("Hemvård")).toMatchObject([{ figure: { showing: "hidden" }, countsFrom: UNTIL }]);
  expect(shown.get("hela")).toMatchObject([{ figure: { showing: "shown", after: { people: 12 } } }]);
});

const managing = async (world: GapWorld, unit: Id) => {
  const who = await world.person("Kim Chef");
  await world.manage(who, unit);
  return who;
};
