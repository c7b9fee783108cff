import { describe, expect, test } from "vitest";
import { addActivities, addGoals, type NewActivity, type NewGoal } from "../../src/plan/plan.store.ts";
import { nextSteps, planSummary, summaryFrom } from "../../src/plan/summary.store.ts";
import { newId } from "../../src/shared/ids.ts";
import { coverageWorld } from "../coverage/world.ts";
import { testDatabase } from "../support/database.ts";

const world = await coverageWorld(await testDatabase());
const { care } = world;

const goal = (personId: string, change: Partial<NewGoal> = {}): NewGoal => ({
  id: newId(),
  personId,
  authorityId: care,
  kind: "upskilling",
  title: "Handleda studenter",
  use: "",
  mentor: "",
  until: "2027-06-01",
  modelId: null,
  levelId: null,
  trackId: null,
  itemId: null,
  templateId: null,
  ...change,
});
const activity = (personId: string, change: Partial<NewActivity> = {}): NewActivity => ({
  id: newId(),
  personId,
  authorityId: care,
  goalId: null,
  entryId: null,
  title: "Hospitering",
  owner: "self",
  mentor: "",
  from: null,
  until: "2027-01-14",
  ...change,
});
const add = (goals: readonly NewGoal[], activities: readonly NewActivity[]) =>
  world.as(null, async (work) => {
    await addGoals(work, goals, null);
    await addActivities(work, activities, null);
  });
const ended = (id: string, state: string, ended_on: string) =>
  world.as(null, ({ tx }) =>
    tx
      .updateTable("plan_activity")
      .set({ state, ended_on, reason: state === "not-done" ? "Inställd." : "" })
      .where("id", "=", id)
      .execute(),
  );
const summary = (personId: string) =>
  world.as(null, async (work) => summaryFrom((await planSummary(work, personId).execute(work.tx)).rows));

describe("PLN-1 a plan in a line", () => {
  test("what is done of what is open or ended within a year, and what comes next", async () => {
    const { personId } = await world.person("Åsa Lind");
    const [first, second, third, fourth] = [newId(), newId(), newId(), newId()];
    await add(
      [goal(personId, { until: "2026-12-01" })],
      [
        activity(personId, { id: first, until: "2026-11-30" }),
        activity(personId, { id: second }),
        activity(personId, { id: third }),
        activity(personId, { id: fourth }),
        activity(personId, { title: "Kurs", from: "2027-01-10", until: "2027-05-01" }),
      ],
    );
    expect(await summary(personId)).toEqual({
      done: 0,
      all: 5,
      next: { title: "Hospitering", on: "2026-11-30", underWay: false },
    });
    await ended(first, "done", "2025-11-22");
    await ended(second, "done", "2025-11-21");
    await ended(third, "not-done", "2026-11-01");
    expect(await summary(personId)).toEqual({
      done: 1,
      all: 3,
      next: { title: "Kurs", on: "2027-01-10", underWay: false },
    });
  });

  test("a goal without activities is what comes next; nothing is an empty plan", async () => {
    const [bo, cia] = [await world.person("Bo Ek"), await world.person("Cia Ek")];
    await add([goal(bo.personId)], []);
    expect(await summary(bo.personId)).toEqual({
      done: 0,
      all: 0,
      next: { title: "Handleda studenter", on: "2027-06-01", underWay: false },
    });
    expect(await summary(cia.personId)).toEqual({ done: 0, all: 0, next: null });
  });
});

describe("ORG-2 the next step of each in a unit", () => {
  test("the nearest on each side of an authority's line, of those who work there today", async () => {
    const [dan, eva, fia] = [
      await world.person("Dan Ek"),
      await world.person("Eva Ek"),
      await world.person("Fia Ek"),
    ];
    for (const who of [dan, eva]) await world.employ(who, world.rehab, { from: "2024-01-01" });
    await add(
      [],
      [
        activity(dan.personId, { title: "Här" }),
        activity(dan.personId, { title: "Där", authorityId: world.school, until: "2026-12-01" }),
        activity(eva.personId, { title: "Enbart där", authorityId: world.school }),
        activity(fia.personId, { title: "Någon annanstans" }),
      ],
    );
    const steps = await world.as(
      null,
      async (work) => (await nextSteps(work, [world.rehab]).execute(work.tx)).rows,
    );
    const told = steps.map(({ personId, authorityId, title }) => [personId, authorityId, title]);
    expect(told).toHaveLength(3);
    expect(told).toContainEqual([dan.personId, care, "Här"]);
    expect(told).toContainEqual([dan.personId, world.school, "Där"]);
    expect(told).toContainEqual([eva.personId, world.school, "Enbart där"]);
  });
});
