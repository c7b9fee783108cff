import { beforeEach, describe, expect, test } from "vitest";
import { endPlansOf } from "../../src/plan/end-plans.ts";
import { goOn, note } from "../../src/plan/go-on.ts";
import { addGoal, changeGoal, goalToAdd } from "../../src/plan/keep-goal.ts";
import { keepPart, type TypedPart } from "../../src/plan/keep-part.ts";
import { viewUnitPlans } from "../../src/plan/view-unit-plans.ts";
import { planParts } from "../../src/plan/plan.store.ts";
import { planSince } from "../../src/plan/view-plan.ts";
import { askTogether } from "../../src/platform/database/together.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { newId } from "../../src/shared/ids.ts";
import { NotFound } from "../../src/shared/result.ts";
import { TODAY } from "../placement/world.ts";
import { testDatabase } from "../support/database.ts";
import { planWorld, text } from "./world.ts";

const world = await planWorld(await testDatabase());
const { rehab, care, asked, karin, lead, hr, staff, plan, add, goal, id, step } = world;

beforeEach(() => world.on(TODAY));

describe("PLN-1 the two write in one plan", () => {
  test("a goal from what is missing, with its activity; each change says who made it, and what stood there before", async () => {
    const anna = await staff();
    const aim = { model: "fysio", place: "l0", item: asked };
    const found = await world.as(anna, (work) => goalToAdd(work, anna.personId, aim));
    expect(found.aim).toMatchObject({ requirement: "Handledarutbildning", level: "Bas", itemId: asked });
    const added = await world.as(anna, (work) => addGoal(work, anna.personId, text, aim));
    if (!added.ok) throw new Error("no goal");
    const activityId = id(await add(karin, anna, { goalId: added.value, owner: "manager" }));
    const changed = await world.as(karin, (work) =>
      changeGoal(
        work,
        { personId: anna.personId, goalId: added.value, revision: 1 },
        { ...text, use: "En student varje vår." },
      ),
    );
    expect(changed).toEqual({ ok: true, value: 2 });
    const seen = await plan(anna, anna);
    expect(seen.goals).toMatchObject([
      {
        id: added.value,
        use: "En student varje vår.",
        mayWrite: true,
        aim: { modelSlug: "fysio", level: "Bas", itemId: asked },
        activities: [{ id: activityId, owner: "manager" }],
      },
    ]);
    expect(seen.events).toMatchObject([
      { kind: "changed", by: "Karin Öhman", as: "manager", former: { use: "Två studenter varje vår." } },
      { kind: "added", by: "Karin Öhman", activityId },
      { kind: "added", as: "self", goalId: added.value },
    ]);
  });

  test("MOD-5 what the goal would come from and isn't there is refused, and can be written in free words", async () => {
    const anna = await staff();
    const aim = { model: "fysio", place: "l0", item: newId() };
    expect(await world.as(anna, (work) => addGoal(work, anna.personId, text, aim))).toEqual({
      ok: false,
      reasons: [{ code: "unknown-aim" }],
    });
    await goal(anna, anna);
    expect((await plan(anna, anna)).goals).toMatchObject([{ aim: null }]);
  });

  test("two who write at once: the second is told, and nothing is lost", async () => {
    const anna = await staff();
    const goalId = await goal(anna, anna);
    const change = (who: Actor, use: string) =>
      world.as(who, (work) =>
        changeGoal(work, { personId: anna.personId, goalId, revision: 1 }, { ...text, use }),
      );
    const both = await Promise.all([change(anna, "Annas ord"), change(karin, "Karins ord")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reasons: [{ code: "stale" }] });
  });

  test("states: not done says why; a goal ends when nothing is left under it; either of the two says so", async () => {
    const anna = await staff();
    const goalId = await goal(anna, anna);
    const activityId = id(await add(anna, anna, { goalId }));
    expect(await step(karin, anna, "goal", goalId, "done")).toEqual({
      ok: false,
      reasons: [{ code: "open-activities", data: { open: 1 } }],
    });
    expect(await step(anna, anna, "activity", activityId, "not-done")).toEqual({ ok: true, value: null });
    expect(await step(karin, anna, "goal", goalId, "done")).toEqual({ ok: true, value: null });
    const [ended] = (await plan(anna, anna)).goals;
    expect(ended).toMatchObject({
      state: "done",
      endedOn: TODAY,
      activities: [{ state: "not-done", reason: "Den ställdes in." }],
    });
    expect(await step(anna, anna, "goal", goalId, "under-way", 1)).toEqual({
      ok: false,
      reasons: [{ code: "stale" }],
    });
    expect(await step(anna, anna, "goal", goalId, "under-way", 2)).toEqual({ ok: true, value: null });
  });

  test("how it goes can have a comment in every state; why it ended is not said of what is taken up again", async () => {
    const anna = await staff();
    const activityId = id(await add(anna, anna));
    const address = { personId: anna.personId, part: "activity", id: activityId } as const;
    const says = (revision: number, state: string, reason: string, on = "") =>
      world.as(anna, (work) => goOn(work, { ...address, revision }, { state, reason, on }));
    const now = async () => (await plan(karin, anna)).loose[0];
    await says(1, "under-way", "Börjar i mars.");
    expect(await now()).toMatchObject({ state: "under-way", reason: "Börjar i mars." });
    await says(2, "done", "Gick bra.", TODAY);
    expect(await now()).toMatchObject({ state: "done", reason: "Gick bra." });
    await says(3, "planned", "Gick bra.");
    expect(await now()).toMatchObject({ state: "planned", reason: "" });
    const { events } = await plan(karin, anna);
    expect(events.map(({ words }) => words)).toEqual(["", "Gick bra.", "Börjar i mars.", ""]);
  });

  test("what is typed at once is saved at once: all of it, or nothing with each reason once", async () => {
    const anna = await staff();
    const goalId = await goal(anna, anna);
    const keep = (revision: number, use: string, typed: Omit<TypedPart, "change">) =>
      world.as(anna, (work) =>
        keepPart(
          work,
          { personId: anna.personId, part: "goal", id: goalId, revision },
          {
            change: (read) =>
              changeGoal(work, { personId: anna.personId, goalId, revision: read }, { ...text, use }),
            ...typed,
          },
        ),
      );
    const before = await plan(anna, anna);
    const step_ = { state: "not-done", reason: "", on: TODAY };
    expect(await keep(1, "En student.", { step: step_, words: "Hej." })).toEqual({
      ok: false,
      reasons: [{ code: "missing", field: "reason" }],
    });
    expect(await plan(anna, anna)).toEqual(before);
    const whole = { step: { ...step_, reason: "Inga studenter." }, words: "Vi tar det till hösten." };
    expect(await keep(0, "En student.", whole)).toEqual({ ok: false, reasons: [{ code: "stale" }] });
    expect(await plan(anna, anna)).toEqual(before);
    expect(await keep(1, "En student.", whole)).toEqual({ ok: true, value: null });
    const { goals, events } = await plan(anna, anna);
    expect(goals).toMatchObject([{ use: "En student.", state: "not-done", reason: "Inga studenter." }]);
    expect(events.map(({ kind }) => kind)).toEqual(["noted", "state", "changed", "added"]);
  });

  test("what is written stays: the database refuses to rewrite the history, and to take a part away", async () => {
    const anna = await staff();
    const goalId = await goal(anna, anna);
    await world.as(karin, (work) =>
      note(work, { personId: anna.personId, part: "goal", id: goalId }, "Bra början."),
    );
    expect((await plan(anna, anna)).events[0]).toMatchObject({ kind: "noted", words: "Bra början." });
    const sql = (table: "plan_event" | "plan_goal") =>
      world.as(null, ({ tx }) => tx.deleteFrom(table).where("person_id", "=", anna.personId).execute());
    await expect(sql("plan_event")).rejects.toThrow(/append-only|permission denied/);
    await expect(sql("plan_goal")).rejects.toThrow(/is kept/);
    const moved = world.as(null, ({ tx }) =>
      tx.updateTable("plan_goal").set({ person_id: karin.personId }).where("id", "=", goalId).execute(),
    );
    await expect(moved).rejects.toThrow(/is kept|foreign key/);
  });

  test("TLK-1 a talk is told what has come of it since the last one, and what is left", async () => {
    const anna = await staff();
    const before = id(await add(anna, anna, { title: "Före" }));
    const after = id(await add(anna, anna, { title: "Efter" }));
    await add(anna, anna, { title: "Kvar" });
    world.on("2026-10-01");
    await world.as(anna, (work) =>
      goOn(
        work,
        { personId: anna.personId, part: "activity", id: before, revision: 1 },
        { state: "done", reason: "", on: "2026-10-01" },
      ),
    );
    world.on(TODAY);
    await step(anna, anna, "activity", after, "done");
    const { activities } = await world.as(anna, async (work) =>
      planSince(await askTogether(work.tx, planParts(work, anna.personId)), care, "2026-10-02"),
    );
    expect(activities.done.map(({ title }) => title)).toEqual(["Efter"]);
    expect(activities.open.map(({ title }) => title)).toEqual(["Kvar"]);
  });
});

describe("ORG-8 who reads and writes", () => {
  test("the person, the manager and nobody else; every read is logged", async () => {
    const [anna, colleague] = [await staff(), await staff()];
    await goal(anna, anna);
    await expect(plan(colleague, anna)).rejects.toBeInstanceOf(NotFound);
    await expect(plan(lead, anna)).rejects.toBeInstanceOf(NotFound);
    await expect(plan(hr, anna)).rejects.toBeInstanceOf(NotFound);
    await plan(karin, anna);
    const { rows } = await world.as(null, async ({ tx }) => ({
      rows: await tx.selectFrom("access_log").select(["what", "person_ids", "basis"]).execute(),
    }));
    expect(rows.some(({ what, person_ids }) => what === "plan" && person_ids.includes(anna.personId))).toBe(
      true,
    );
  });

  test("an HR partner in the case reads and writes nothing; somebody else's id is not there", async () => {
    const [anna, bo] = [await staff(), await staff()];
    const goalId = await goal(anna, anna);
    const { grants } = await world.withRole("hr_partner", {
      personId: anna.personId,
      reason: "Rehabilitering",
    });
    const partner = { ...(await staff()), grants };
    expect((await plan(partner, anna)).writes).toBe(false);
    await expect(add(partner, anna)).rejects.toBeInstanceOf(NotFound);
    await expect(step(karin, bo, "goal", goalId, "under-way")).rejects.toBeInstanceOf(NotFound);
    expect(await add(bo, bo, { goalId })).toMatchObject({
      ok: false,
      reasons: [{ code: "unknown-goal", field: "goalId" }],
    });
  });

  test("ORG-2 across an authority's line the person reads on, and the new manager sees nothing of it; PLC-2 within it the plan goes along", async () => {
    const anna = await world.person("Anna Flytt");
    await world.hire(anna, { to: "2026-12-01" });
    await goal(anna, anna);
    await world.hire(anna, { from: "2026-12-01", unit: world.pupilHealth });
    const rektor = await world.person("Rut Rektor");
    await world.manage(rektor, world.pupilHealth);
    await world.hire(rektor, { unit: world.pupilHealth });
    world.on("2026-12-02");
    await world.as(null, (work) => endPlansOf(work, { personIds: [anna.personId] }));
    expect((await plan(rektor, anna)).goals).toEqual([]);
    expect((await plan(anna, anna)).goals).toMatchObject([
      { state: "not-done", hasLeft: true, mayWrite: false },
    ]);
    await expect(plan(karin, anna)).rejects.toBeInstanceOf(NotFound);
    const bo = await world.person("Bo Flytt");
    await world.hire(bo, { to: "2026-12-01" });
    world.on(TODAY);
    await goal(bo, bo);
    await world.hire(bo, { from: "2026-12-01", unit: world.homeCare });
    world.on("2026-12-02");
    await world.as(null, (work) => endPlansOf(work, { personIds: [bo.personId] }));
    expect((await plan(bo, bo)).goals).toMatchObject([{ state: "planned", mayWrite: true }]);
  });

  test("ORG-7 the unit's list: somebody with protected identity is their manager's alone", async () => {
    const hidden = await staff({ protected_identity: true });
    const deputy = await world.person("Dag Ersättare");
    await world.hire(deputy);
    await world.put("unit_deputy", {
      id: newId(),
      unit_id: rehab,
      person_id: deputy.personId,
      valid_from: "2026-01-01",
      valid_to: "2027-01-01",
      reason: "Ledig",
    });
    const list = async (who: Actor) =>
      (await world.as(who, (work) => viewUnitPlans(work, { unitId: rehab, page: 1 }))).rows.map(
        ({ personId }) => personId,
      );
    expect(await list(karin)).toContain(hidden.personId);
    expect(await list(deputy)).not.toContain(hidden.personId);
  });
});
