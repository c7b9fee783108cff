/** What is missing for one person: as they wait for it, what of that is the database's, and CPU; and what everybody meets, in groups. */
import { sql } from "kysely";
import { metGroups, type AskedAt } from "../../src/assessment/met.store.ts";
import { viewMissing } from "../../src/gap/view-missing.ts";
import { openPool } from "../../src/platform/database/connect.ts";
import { databaseOn } from "../../src/platform/database/transactions.ts";
import { work, type Work } from "../../src/platform/database/work.ts";
import type { Actor } from "../../src/shared/actor.ts";
import type { Id } from "../../src/shared/ids.ts";
import { MEASURED, onDay, type Installation } from "../installation.ts";
import { alone, median, type Figure } from "../measure.ts";
import { BUILT_ON } from "../sizes.ts";
import { trialOn } from "../trial.ts";

const EVERYBODY = { countOnLeave: true, countHourly: true };
const PEOPLE = 40;
const TIMES = 3;

/** Everybody as themself: an account of anybody's. */
const as = (organisationId: Id, personId: Id): Actor => ({
  accountId: personId,
  organisationId,
  personId,
  displayName: "",
  grants: [],
  manages: [],
});

export async function gapFigures(installation: Installation): Promise<Figure[]> {
  const pool = openPool(installation.appUrl, { applicationName: "vidga bench" });
  try {
    return await takenOn(installation, pool);
  } finally {
    await pool.end();
  }
}

async function takenOn(installation: Installation, pool: ReturnType<typeof openPool>): Promise<Figure[]> {
  let asked = 0;
  const told = (_sql: string, ms: number): void => {
    asked += ms;
  };
  const today = onDay({ ...installation.workshop, db: databaseOn(pool, { prepare: true, told }) }, BUILT_ON);
  const trial = await trialOn(installation);
  const unit = <T>(actor: Actor | null, run: (unit: Work) => Promise<T>): Promise<T> =>
    work(today, { slug: MEASURED, actor }, run);
  const { organisationId, personIds, asks } = await unit(null, async (each) => ({
    organisationId: each.organisationId,
    personIds: (
      await sql<{ id: Id }>`
        select person_id as id from placement where not corrected and valid_from <= ${BUILT_ON} and (valid_to is null or valid_to > ${BUILT_ON})
        order by person_id limit ${PEOPLE + 1}`.execute(each.tx)
    ).rows.map(({ id }) => id),
    asks: (
      await sql<AskedAt>`
        select i.item_id as "itemId", i.kind, i.formal ->> 'type' as type, (i.formal ->> 'months')::integer as months,
          (i.formal ->> 'validMonths')::integer as "validMonths", m.profession_id as "professionId", m.id as "modelId", i.level_id as "levelId"
        from item i
        join model_version v on v.organisation_id = i.organisation_id and v.id = i.version_id
        join career_model m on m.organisation_id = v.organisation_id and m.id = v.model_id
        where i.mandatory`.execute(each.tx)
    ).rows,
  }));
  const own: number[] = [];
  const inStatements: number[] = [];
  const look = (personId: Id): Promise<void> =>
    unit(as(organisationId, personId), async (each) => {
      const begun = performance.now();
      asked = 0;
      const { here } = await viewMissing(each, { personId: null, model: "", place: "" });
      if (!here?.own) throw new Error("bench: somebody who is placed has no place");
      own.push(performance.now() - begun);
      inStatements.push(asked);
    });
  const [warming = "", ...people] = personIds;
  await look(warming);
  own.length = inStatements.length = 0;
  const { cpu } = await trial.clock(async () => {
    for (const personId of people) await look(personId);
  });
  const all: number[] = [];
  for (let turn = 0; turn <= TIMES; turn += 1) {
    const taken = await unit(null, async (each) => {
      await sql`set local statement_timeout = 0`.execute(each.tx);
      const begun = performance.now();
      const groups = await metGroups(each, { on: BUILT_ON, lists: [asks], counting: EVERYBODY });
      if (groups.length === 0) throw new Error("bench: nobody meets anything");
      return performance.now() - begun;
    });
    if (turn > 0) all.push(taken);
  }
  return [
    alone("missing, one person: p50", "ms", median(own)),
    alone("missing, one person: p50 of its statements", "ms", median(inStatements)),
    alone("missing, one person: CPU", "ms", cpu / people.length),
    alone("met, everybody in groups: p50", "ms", median(all)),
  ];
}
