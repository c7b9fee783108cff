/** What becomes of a plan as time goes: it goes along, ends where the person no longer works, is read by nobody else from that day, and is there again when they are back (PLC-2, PRV-3). */
import { beforeEach, expect, test } from "vitest";
import { endPlansOfLeft } from "../../src/plan/end-plans.ts";
import { goOn, note } from "../../src/plan/go-on.ts";
import { NotFound } from "../../src/shared/result.ts";
import { TODAY } from "../placement/world.ts";
import { testDatabase } from "../support/database.ts";
import { planWorld } from "./world.ts";

const world = await planWorld(await testDatabase());
const { care, rehab, karin, offer, plan, add, goal, id } = world;

beforeEach(() => world.on(TODAY));

/** How many places of the entry are taken in a year. */
const taken = async (entryId: string): Promise<number> =>
  world.as(null, async ({ tx }) => {
    const rows = await tx
      .selectFrom("plan_activity")
      .select("id")
      .where("entry_id", "=", entryId)
      .where("state", "<>", "not-done")
      .execute();
    return rows.length;
  });

test("PRV-3, PLC-2 whoever leaves: nobody reads it from that day, what was open ends and gives its place back, and nothing of it is gone", async () => {
  const anna = await world.person("Anna Slutar");
  const employment = await world.hire(anna);
  const entryId = await offer({ places: 1 });
  const goalId = await goal(anna, anna);
  const activityId = id(await add(karin, anna, { goalId, entryId }));
  await world.as(karin, (work) =>
    note(work, { personId: anna.personId, part: "goal", id: goalId }, "Bra början."),
  );
  await world.change(anna, employment, "2026-12-01");

  // The last day was known beforehand: it is theirs until then.
  await world.as(null, endPlansOfLeft);
  expect((await plan(karin, anna)).goals).toMatchObject([{ state: "planned" }]);
  world.on("2026-12-01");
  await world.as(null, endPlansOfLeft);
  await expect(plan(karin, anna)).rejects.toBeInstanceOf(NotFound);
  expect(await taken(entryId)).toBe(0);

  // Back within the retention time, in the same authority: all of it is there, and can be taken up again.
  world.on("2027-10-01");
  await world.hire(anna, { from: "2027-10-01" });
  await world.tell(anna);
  const [back] = (await plan(karin, anna)).goals;
  expect(back).toMatchObject({
    id: goalId,
    state: "not-done",
    hasLeft: true,
    endedOn: "2026-12-01",
    mayWrite: true,
    activities: [{ id: activityId, state: "not-done", hasLeft: true }],
  });
  const { events } = await plan(karin, anna);
  expect(
    events.map(({ kind, as }) => `${kind} ${as ?? "nobody"}`).toSorted((a, b) => (a < b ? -1 : 1)),
  ).toEqual(["added manager", "added self", "noted manager", "state nobody", "state nobody"]);
  const again = await world.as(anna, (work) =>
    goOn(
      work,
      { personId: anna.personId, part: "goal", id: goalId, revision: 2 },
      { state: "under-way", reason: "", on: "" },
    ),
  );
  expect(again).toEqual({ ok: true, value: null });
  expect((await plan(anna, anna)).goals).toMatchObject([
    { state: "under-way", hasLeft: false, endedOn: null },
  ]);
});

test("PLC-2 to another unit of the authority it goes along the day of the move, and the former manager reads it no longer", async () => {
  const bo = await world.person("Bo Byter");
  const employment = await world.hire(bo, { unit: rehab });
  const hilma = await world.person("Hilma Hemvård");
  await world.manage(hilma, world.homeCare);
  await world.hire(hilma, { unit: world.homeCare });
  await goal(bo, bo);
  await expect(plan(hilma, bo)).rejects.toBeInstanceOf(NotFound);
  await world.change(bo, employment, "2026-12-01", { unitId: world.homeCare });
  expect((await plan(karin, bo)).goals).toHaveLength(1);
  world.on("2026-12-01");
  await world.as(null, endPlansOfLeft);
  await expect(plan(karin, bo)).rejects.toBeInstanceOf(NotFound);
  expect((await plan(hilma, bo)).goals).toMatchObject([
    { state: "planned", authorityId: care, mayWrite: true },
  ]);
});
