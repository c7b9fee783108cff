/** The database's `counted_experience` and the pure rule say the same, whatever has been worked (ASM-2). */
import fc from "fast-check";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { countedExperience, type Leave, type Worked } from "../../src/evidence/experience.rules.ts";
import { addDays } from "../../src/shared/local-date.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import { testDatabase } from "../support/database.ts";
import { placementWorld } from "../placement/world.ts";

const database = await testDatabase();
const world = await placementWorld(database);
const manager = await world.person("Maj Chef");

const range = fc
  .tuple(
    fc.integer({ min: 0, max: 900 }),
    fc.option(fc.integer({ min: 1, max: 500 }), { nil: null, freq: 5 }),
  )
  .map(([start, days]) => {
    const from = addDays("2023-01-01", start);
    return { from, to: days === null ? null : addDays(from, days) };
  });
/** Employments with a period or two, each followed by the next, leaves in a row, and time elsewhere. */
const history = fc.record({
  employments: fc.array(
    fc.record({
      parts: fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 400 })), {
        minLength: 1,
        maxLength: 3,
      }),
      start: fc.integer({ min: 0, max: 900 }),
      goesOn: fc.boolean(),
      leaves: fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 60 })), {
        maxLength: 4,
      }),
    }),
    { maxLength: 3 },
  ),
  elsewhere: fc.array(
    range.filter(({ to }) => to !== null),
    { maxLength: 2 },
  ),
  leaveDays: fc.option(fc.integer({ min: 0, max: 90 }), { nil: null }),
});

async function store(
  personId: Id,
  { employments, elsewhere, leaveDays }: typeof history extends fc.Arbitrary<infer H> ? H : never,
) {
  const worked: Worked[] = [];
  const leaves: Leave[] = [];
  await world.as(null, async ({ tx }) => {
    const insert = (table: "employment" | "employment_period" | "leave_period" | "evidence", row: object) =>
      tx
        .insertInto(table)
        .values({ organisation_id: world.organisation_id, ...row } as never)
        .execute();
    await tx
      .updateTable("organisation_setting")
      .set({ experience_leave_days: leaveDays })
      .where("organisation_id", "=", world.organisation_id)
      .execute();
    for (const { parts, start, goesOn, leaves: rests } of employments) {
      const id = newId();
      let day = addDays("2023-01-01", start);
      await insert("employment", { id, person_id: personId, number: id.slice(0, 12), valid_from: day });
      for (const [at, [isPhysio, days]] of parts.entries()) {
        const to = goesOn && at === parts.length - 1 ? null : addDays(day, days);
        const professionId = isPhysio ? world.physio : world.clerk;
        await insert("employment_period", {
          employment_id: id,
          person_id: personId,
          unit_id: world.rehab,
          profession_id: professionId,
          form: "permanent",
          extent: 50,
          valid_from: day,
          valid_to: to,
        });
        worked.push({ from: day, to, employmentId: id, professionId });
        day = to ?? day;
      }
      let leaveDay = addDays("2023-01-01", start);
      for (const [gap, days] of rests) {
        const [from, to] = [addDays(leaveDay, gap), addDays(leaveDay, gap + days)];
        await insert("leave_period", { employment_id: id, valid_from: from, valid_to: to });
        leaves.push({ from, to, employmentId: id });
        leaveDay = to;
      }
    }
    for (const { from, to } of elsewhere) {
      await insert("evidence", {
        id: newId(),
        person_id: personId,
        kind: "experience",
        what: "Tid hos annan arbetsgivare",
        issued_on: from,
        until_on: to,
        profession_id: world.physio,
        added_by: personId,
        created_at: new Date(),
        checked_on: "2026-01-01",
        checked_by: manager.personId,
        checked_as: "manager",
        how: "original-shown",
      });
      worked.push({ from, to, employmentId: null, professionId: world.physio });
    }
  });
  return { worked, leaves };
}

const counted = (people: readonly Id[] | null) =>
  world.as(null, async ({ tx }) => {
    const { rows } = await sql<{
      personId: Id;
      professionId: Id;
      from: string;
      to: string | null;
      daysBefore: number;
    }>`
      select person_id as "personId", profession_id as "professionId", lower(during) as from, upper(during) as to, days_before as "daysBefore"
      from counted_experience(${people === null ? null : sql`${[...people]}::uuid[]`}) order by 1, 2, 3`.execute(
      tx,
    );
    return rows;
  });

test("ASM-2: the database and the rule count the same time", async () => {
  await fc.assert(
    fc.asyncProperty(history, async (drawn) => {
      const person = await world.person("Kim Ek");
      const { worked, leaves } = await store(person.personId, drawn);
      const rows = await counted([person.personId]);
      for (const professionId of [world.physio, world.clerk]) {
        const expected = countedExperience(worked, leaves, { professionId, leaveDays: drawn.leaveDays });
        const found = rows.filter((row) => row.professionId === professionId);
        expect(found.map(({ from, to, daysBefore }) => ({ from, to, daysBefore }))).toEqual(expected);
      }
    }),
    { numRuns: 30 },
  );
});

test("ASM-2: unchecked and withdrawn time elsewhere isn't counted, and nobody else's", async () => {
  const person = await world.person("Åsa Berg");
  const [from, to] = ["2020-01-01", "2021-01-01"];
  await store(person.personId, { employments: [], elsewhere: [{ from, to }], leaveDays: null });
  const own = { personId: person.personId, professionId: world.physio, from, to, daysBefore: 0 };
  expect(await counted([person.personId])).toEqual([own]);
  expect(await counted(null)).toContainEqual(own);
  expect(await counted([manager.personId])).toEqual([]);
  await world.as(null, ({ tx }) =>
    tx
      .updateTable("evidence")
      .set({ withdrawn_on: "2026-01-02" })
      .where("person_id", "=", person.personId)
      .execute(),
  );
  expect(await counted([person.personId])).toEqual([]);
});
