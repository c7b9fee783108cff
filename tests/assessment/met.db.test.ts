/** What people meet on a day, from facts with days of their own: tables at the boundary, for one person and for everybody at once. */
import { describe, expect, test } from "vitest";
import { knownOn, metGroups, type AskedAt, type Question } from "../../src/assessment/met.store.ts";
import type { Known } from "../../src/assessment/met.rules.ts";
import { addDays } from "../../src/shared/local-date.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import { placementWorld } from "../placement/world.ts";
import { testDatabase } from "../support/database.ts";
import { assessed, course, demonstrated, experience, show, UNCHECKED } from "./facts.ts";

const EVERYBODY = { countOnLeave: true, countHourly: true };
const database = await testDatabase();
const world = await placementWorld(database);
const chief = await world.person("Karin Öhman");

async function known(who: { personId: Id }, question: Question, on: string): Promise<Known> {
  const rows = await world.as(null, (work) =>
    knownOn(work, { on, personIds: [who.personId], questions: [question], authorities: "all" }),
  );
  const [row] = rows;
  if (!row || rows.length > 1) throw new Error("one row is for one person and one requirement");
  return row;
}

describe("ASM-5, MOD-7: evidence counts", () => {
  const ISSUED = "2025-11-22";
  type Change = Record<string, unknown>;
  const withdrawn = { withdrawn_on: "2026-06-15" };

  test.each<[string, Change, number | null, string, boolean]>([
    ["not the day before it was issued", {}, null, "2025-11-21", false],
    ["from the day it was issued", {}, null, "2025-11-22", true],
    ["for ever where nothing ends it", {}, null, "2199-01-01", true],
    ["the day before it expires", { expires_on: "2026-12-01" }, null, "2026-11-30", true],
    ["not on the day it expires", { expires_on: "2026-12-01" }, null, "2026-12-01", false],
    ["not the day after either", { expires_on: "2026-12-01" }, null, "2026-12-02", false],
    ["the day before the requirement's months are over", {}, 12, "2026-11-21", true],
    ["not on the day the requirement's months are over", {}, 12, "2026-11-22", false],
    ["until its own day when that comes first", { expires_on: "2026-03-01" }, 12, "2026-03-01", false],
    ["until the months are over when they are first", { expires_on: "2027-03-01" }, 12, "2026-11-22", false],
    ["the day before it's withdrawn", withdrawn, null, "2026-06-14", true],
    ["not from the day it's withdrawn", withdrawn, null, "2026-06-15", false],
    ["not before it has been checked", UNCHECKED, null, "2026-01-01", false],
  ])("%s", async (_, change, validMonths, day, isMet) => {
    const who = await world.person("Åsa Lindqvist");
    const question = course(world, { validMonths });
    await show(world, { who, by: chief }, [question.itemId], { issued_on: ISSUED, ...change });
    expect((await known(who, question, day)).isMet).toBe(isMet);
  });

  test("a month has its own last day: one from 31 March is good for 23 months through 27 February", async () => {
    const who = await world.person("Åsa Lindqvist");
    const question = course(world, { validMonths: 23 });
    await show(world, { who, by: chief }, [question.itemId], { issued_on: "2025-03-31" });
    expect((await known(who, question, "2027-02-27")).isMet).toBe(true);
    expect((await known(who, question, "2027-02-28")).isMet).toBe(false);
  });

  test("a newer one takes its place from the day that it was issued, and both say until when", async () => {
    const who = await world.person("Åsa Lindqvist");
    const question = course(world, { validMonths: 24 });
    const newer = await show(world, { who, by: chief }, [question.itemId], { issued_on: "2026-02-01" });
    await show(world, { who, by: chief }, [question.itemId], {
      issued_on: "2024-06-01",
      superseded_by: newer,
      superseded_on: "2026-02-01",
    });
    const until = async (day: string) => (await known(who, question, day)).evidence?.until;
    expect(await until("2026-01-31")).toBe("2026-02-01");
    expect(await until("2026-02-01")).toBe("2028-02-01");
    const over = await known(who, question, "2028-02-01");
    expect(over.isMet).toBe(false);
    expect(over.ended).toMatchObject({ on: "2028-02-01", why: "expired" });
  });

  test("one piece meets several requirements, each for as long as its own version says (MOD-5)", async () => {
    const who = await world.person("Åsa Lindqvist");
    const [short, long] = [course(world, { validMonths: 6 }), course(world, { validMonths: 60 })];
    await show(world, { who, by: chief }, [short.itemId, long.itemId], { issued_on: "2026-01-01" });
    expect((await known(who, short, "2026-09-01")).isMet).toBe(false);
    expect((await known(who, long, "2026-09-01")).isMet).toBe(true);
  });

  test("what is told: by what and whom it's met, what waits, and since when it's over and why", async () => {
    const who = await world.person("Åsa Lindqvist");
    const question = course(world);
    const by = { who, by: chief };
    await show(world, by, [question.itemId], {
      issued_on: "2024-01-01",
      expires_on: "2025-01-01",
      what: "Första",
    });
    await show(world, by, [question.itemId], { issued_on: "2025-03-01", what: "Väntande", ...UNCHECKED });
    const none = await known(who, question, "2025-01-01");
    expect(none).toMatchObject({
      isMet: false,
      evidence: null,
      waiting: { what: "Väntande", returned: false },
      ended: { what: "Första", on: "2025-01-01", why: "expired" },
    });
    await show(world, by, [question.itemId], {
      issued_on: "2025-06-01",
      withdrawn_on: "2025-08-01",
      what: "Fel",
    });
    expect(await known(who, question, "2025-08-01")).toMatchObject({
      ended: { what: "Fel", why: "withdrawn" },
    });
    expect(await known(who, question, "2024-12-31")).toMatchObject({
      isMet: true,
      ended: null,
      evidence: { what: "Första", from: "2024-01-01", until: "2025-01-01", checkedBy: "Karin Öhman" },
    });
  });
});

describe("ASM-2: experience", () => {
  test.each([
    ["the day before", "2026-11-30", 729, false],
    ["the day of", "2026-12-01", 730, true],
    ["the day after", "2026-12-02", 731, true],
  ])(
    "two years are not enough before their own day, which is said before it has come: %s",
    async (...row) => {
      const [, day, days, isMet] = row;
      const who = await world.person("Siv Åkerblom");
      await world.employ(who, world.rehab, { from: "2024-12-01" });
      expect(await known(who, experience(world, 24), day)).toMatchObject({
        isMet,
        experience: { days, reachedOn: "2026-12-01" },
      });
    },
  );

  test("isn't opened by time for somebody who has left", async () => {
    const who = await world.person("Siv Åkerblom");
    await world.employ(who, world.rehab, { from: "2024-12-01", to: "2026-01-01" });
    expect(await known(who, experience(world, 24), "2026-11-22")).toMatchObject({
      isMet: false,
      experience: { days: 396, reachedOn: null },
    });
  });
});

describe("ASM-1, MOD-5: what the two agreed", () => {
  test("counts from its day, and the latest is what counts, also of one day", async () => {
    const who = await world.person("Jörgen Ek");
    const question = demonstrated(world);
    const { agree } = await assessed(world, { who, by: chief, authorityId: null });
    await agree(question.itemId, true, "2026-03-01");
    await agree(question.itemId, false, "2026-09-01");
    await agree(question.itemId, true, "2026-10-01", "2026-10-01T09:00:00Z");
    await agree(question.itemId, false, "2026-10-01", "2026-10-01T15:00:00Z");
    const met = async (day: string) => (await known(who, question, day)).isMet;
    expect(await met("2026-02-28")).toBe(false);
    expect(await met("2026-03-01")).toBe(true);
    expect(await met("2026-08-31")).toBe(true);
    expect(await met("2026-09-01")).toBe(false);
    expect(await met("2026-10-01")).toBe(false);
    expect((await known(who, question, "2026-03-01")).agreed).toMatchObject({
      on: "2026-03-01",
      by: "Karin Öhman",
    });
  });
});

test("ORG-2: evidence and outcomes of another authority are used only where they may be seen", async () => {
  const who = await world.person("Ylva Holm");
  const [formal, shown] = [course(world), demonstrated(world)];
  await show(world, { who, by: chief }, [formal.itemId], {
    issued_on: "2025-01-01",
    authority_id: world.care,
  });
  const { agree } = await assessed(world, { who, by: chief, authorityId: world.care });
  await agree(shown.itemId, true, "2025-01-01");
  const met = (authorities: readonly (Id | null)[]) =>
    world.as(null, async (work) => {
      const asked = { on: "2026-01-01", personIds: [who.personId], questions: [formal, shown] };
      return (await knownOn(work, { ...asked, authorities })).map(({ isMet }) => isMet);
    });
  expect(await met([world.care])).toEqual([true, true]);
  expect(await met([world.school, null])).toEqual([false, false]);
});

describe("DBT-1: everybody at once", () => {
  const TODAY = "2026-11-22";
  const level = world.model.basic;
  const asks = [
    course(world, { validMonths: 12 }),
    course(world),
    demonstrated(world),
    demonstrated(world),
    experience(world, 24),
  ].map((question): AskedAt => ({ ...question, modelId: world.model.modelId, levelId: level }));

  const place = (who: { personId: Id }, unitId: Id, from: string, change: Record<string, unknown> = {}) =>
    world.put("placement", {
      id: newId(),
      person_id: who.personId,
      model_id: world.model.modelId,
      version_id: world.model.versionId,
      level_id: level,
      valid_from: from,
      dialogue_on: from,
      basis: "first-introduction",
      motivation: "Vi är överens.",
      decided_by: chief.personId,
      decided_as: "manager",
      unit_id: unitId,
      authority_id: world.care,
      ...change,
    });

  test("is the same as one at a time, in groups of those who are alike", async () => {
    const people: { who: { personId: Id }; unit: Id; before: boolean; hidden: boolean }[] = [];
    for (let at = 0; at < 24; at += 1) {
      const who = await world.person(`Person ${at}`, at === 0 ? { protected_identity: true } : {});
      const unit = at % 3 === 0 ? world.rehab : world.homeCare;
      await world.employ(who, unit, { from: at % 2 === 0 ? "2024-01-01" : "2025-06-01" });
      await place(who, unit, at % 4 < 2 ? "2026-02-01" : "2026-08-01");
      const authority_id = at % 8 === 7 ? world.school : world.care;
      for (const [index, { itemId, kind }] of asks.entries())
        if ((at * 7 + index * 5) % 4 > 0 && kind === "formal")
          await show(world, { who, by: chief }, [itemId], {
            issued_on: addDays(TODAY, -370 + ((at * 13) % 11)),
            authority_id,
            ...(at % 5 === 0 ? UNCHECKED : {}),
          });
      const { agree } = await assessed(world, { who, by: chief, authorityId: authority_id });
      for (const { itemId } of asks.filter(({ kind }) => kind === "demonstrated"))
        await agree(itemId, at % 3 > 0, addDays(TODAY, -(at % 4)));
      people.push({ who, unit, before: at % 4 < 2, hidden: at === 0 });
    }
    const { groups, each } = await world.as(null, async (work) => ({
      groups: await metGroups(work, {
        on: TODAY,
        lists: [asks],
        counting: EVERYBODY,
        since: ["2026-12-01", "2026-08-01"],
      }),
      each: await knownOn(work, {
        on: TODAY,
        personIds: people.map(({ who }) => who.personId),
        questions: asks,
        authorities: [world.care],
      }),
    }));
    const alike = new Map<string, number>();
    for (const { who, unit, before } of people.filter(({ hidden }) => !hidden)) {
      const met = each
        .filter(({ personId, isMet }) => isMet && personId === who.personId)
        .map(({ itemId }) => itemId);
      const key = JSON.stringify([unit, before ? "2026-08-01" : "2026-12-01", met.toSorted()]);
      alike.set(key, (alike.get(key) ?? 0) + 1);
    }
    expect(alike.size).toBeGreaterThan(6);
    expect(
      new Map(
        groups.map(({ unitId, placedBefore, met, people: count }) => [
          JSON.stringify([unitId, placedBefore, [...met].toSorted()]),
          count,
        ]),
      ),
    ).toEqual(alike);
  });

  test("MOD-12: several lists are asked at once, each as if it were alone, whatever they ask in common", async () => {
    const stricter = asks.map((each) => ({
      ...each,
      validMonths: each.validMonths === null ? 6 : each.validMonths + 1,
    }));
    const fewer = asks.slice(1, 3);
    const lists = [asks, stricter, [], fewer];
    const about = { on: TODAY, counting: EVERYBODY };
    const sum = (groups: Awaited<ReturnType<typeof metGroups>>, list: number) => {
      const people = new Map<string, number>();
      for (const group of groups.filter((each) => each.list === list)) {
        const key = JSON.stringify([group.unitId, group.levelId, group.trackId, [...group.met].toSorted()]);
        people.set(key, (people.get(key) ?? 0) + group.people);
      }
      return people;
    };
    const together = await world.as(null, (work) => metGroups(work, { ...about, lists }));
    for (const [list, one] of lists.entries()) {
      const alone = await world.as(null, (work) => metGroups(work, { ...about, lists: [one] }));
      expect(sum(together, list)).toEqual(sum(alone, 0));
    }
    expect(sum(together, 0)).not.toEqual(sum(together, 1));
  });

  test("keeps to the units that are asked for", async () => {
    const groups = await world.as(null, (work) =>
      metGroups(work, { on: TODAY, lists: [asks], counting: EVERYBODY, unitIds: [world.rehab] }),
    );
    expect(new Set(groups.map(({ unitId }) => unitId))).toEqual(new Set([world.rehab]));
    expect(groups.reduce((sum, { people }) => sum + people, 0)).toBe(7);
  });

  test("FUP-1: leaves out those paid by the hour where the organisation says so", async () => {
    const counted = async (countHourly: boolean): Promise<number> => {
      const counting = { ...EVERYBODY, countHourly };
      const groups = await world.as(null, (work) => metGroups(work, { on: TODAY, lists: [asks], counting }));
      return groups.reduce((sum, { people }) => sum + people, 0);
    };
    const before = await counted(true);
    await world.as(null, ({ tx }) =>
      tx
        .updateTable("employment_period")
        .set({ form: "hourly" })
        .where("organisation_id", "=", world.organisation_id)
        .where("unit_id", "=", world.rehab)
        .execute(),
    );
    expect(await counted(true)).toBe(before);
    expect(await counted(false)).toBe(before - 7);
  });
});
