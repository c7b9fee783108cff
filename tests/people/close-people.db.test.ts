import { expect, test } from "vitest";
import { managersOn } from "../../src/people/managers.store.ts";
import { personFacts } from "../../src/people/store.ts";
import { viewPerson } from "../../src/people/view-person.ts";
import { NotFound } from "../../src/shared/result.ts";
import { testDatabase } from "../support/database.ts";
import { grant, TODAY, world } from "./world.ts";

const database = await testDatabase();

async function unitWithManager() {
  const here = await world(database);
  const unit = await here.unit("Rehab", null);
  const [karin, asa] = [await here.person("Karin Öhman"), await here.person("Åsa Ek")];
  const job = await here.employ(karin, unit);
  await here.employ(asa, unit);
  await here.manage(karin, unit, { from: "2025-01-01" });
  await here.put("unit_deputy", {
    unit_id: unit,
    person_id: karin,
    reason: "x",
    valid_from: "2026-12-01",
    valid_to: "2027-01-01",
  });
  const admin = await here.actor(null, { grants: [grant("administrator")] });
  const end = (to: string | null, on = TODAY) =>
    here.as(null, async (work) => {
      for (const table of ["employment", "employment_period"] as const)
        await work.tx
          .updateTable(table)
          .set({ valid_to: to })
          .where(table === "employment" ? "id" : "employment_id", "=", job)
          .execute();
      await work.publish("employments-changed", { personIds: [karin, asa], on });
    });
  const closed = (who = karin) =>
    here.as(null, async (work) => (await personFacts(work, [who])).get(who)?.closed);
  const managers = (day: string) =>
    here.as(null, async (work) => (await managersOn(work, day)).map((each) => each.personId));
  const assigned = () =>
    here.as(null, async ({ tx }) => [
      ...(await tx
        .selectFrom("unit_manager")
        .select(["valid_from", "valid_to"])
        .where("person_id", "=", karin)
        .execute()),
      ...(await tx
        .selectFrom("unit_deputy")
        .select(["valid_from", "valid_to"])
        .where("person_id", "=", karin)
        .execute()),
    ]);
  return { ...here, unit, karin, asa, admin, end, closed, managers, assigned };
}

test("PRV-3: who has no employment any longer is closed that day, with what they managed and stood in for", async () => {
  const { end, closed, assigned, as, admin, karin, asa } = await unitWithManager();
  await end(TODAY);
  expect([await closed(), await closed(asa)]).toEqual([true, false]);
  expect(await assigned()).toEqual([{ valid_from: "2025-01-01", valid_to: TODAY }]);
  await expect(as(admin, (work) => viewPerson(work, karin))).rejects.toThrow(NotFound);
});

test("PRV-3: an end that is known beforehand closes on its day, without anything being run that day", async () => {
  const { end, closed, managers, on, karin, assigned } = await unitWithManager();
  await end("2026-12-01");
  expect(await assigned()).toHaveLength(2);
  on("2026-11-30");
  expect([await closed(), await managers("2026-11-30")]).toEqual([false, [karin]]);
  on("2026-12-01");
  expect([await closed(), await managers("2026-12-01")]).toEqual([true, []]);
});

test("PRV-3: a prolonged employment takes nothing away, and who returns is open again but manages nothing by themself", async () => {
  const { end, closed, managers, on } = await unitWithManager();
  await end("2026-12-01");
  await end("2027-06-01");
  on("2026-12-01");
  expect([await closed(), (await managers("2026-12-01")).length]).toEqual([false, 1]);
  on("2027-06-01");
  expect(await closed()).toBe(true);
  await end(null, "2027-06-01");
  expect([await closed(), await managers("2027-06-01")]).toEqual([false, []]);
});

test("PRV-3: someone with an employment still to begin stays open; one with two closes with the last", async () => {
  const { end, closed, employ, karin, unit, on } = await unitWithManager();
  await employ(karin, unit, { from: "2027-01-01", to: "2027-02-01" });
  await end(TODAY);
  expect(await closed()).toBe(false);
  on("2027-02-01");
  expect(await closed()).toBe(true);
});
