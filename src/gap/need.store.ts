/** SQL of needs (NED-1), and of who is at which level beside them. */
import { sql } from "kysely";
import { newId, type Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { plannedEachTime } from "../platform/database/prepared.ts";
import type { Work } from "../platform/database/work.ts";
import { countedPeople, type Counting } from "../people/counted.store.ts";
import type { Need, UnitHave, UnitNeed } from "./need.rules.ts";

type Scope = Pick<Work, "tx" | "organisationId">;
export type OfModel = { readonly modelId: Id };

const NEED = sql`n.unit_id as "unitId", n.model_id as "modelId", n.level_id as "levelId", n.track_id as "trackId", n.people,
  n.full_time::float8 as "fullTime", n.needed_by as "neededBy"`;

/** What every unit says today that it needs in these models. */
export async function needsNow(work: Scope, modelIds: readonly Id[]): Promise<(UnitNeed & OfModel)[]> {
  const { rows } = await sql<UnitNeed & OfModel>`
    select ${NEED} from need n
    where n.organisation_id = ${work.organisationId} and n.model_id = any(${[...modelIds]}::uuid[]) and n.valid_to is null`.execute(
    work.tx,
  );
  return rows;
}

/** What a unit has said about a model, the latest first: what holds now and what held before. What was put right the same day is left out. */
export type NeedSaid = Need & {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly setBy: string;
};

export async function needsSaid(work: Scope, unitId: Id, modelId: Id): Promise<NeedSaid[]> {
  const { rows } = await sql<NeedSaid>`
    select ${NEED}, n.valid_from as "from", n.valid_to as "to", a.display_name as "setBy"
    from need n join account a on a.organisation_id = n.organisation_id and a.id = n.set_by
    where n.organisation_id = ${work.organisationId} and n.unit_id = ${unitId} and n.model_id = ${modelId}
      and (n.valid_to is null or n.valid_to > n.valid_from)
    order by n.valid_from desc, n.set_at desc, n.id`.execute(work.tx);
  return rows;
}

/** Waits until nobody else is setting the unit's needs, and holds them for the rest of the transaction. */
export async function holdNeeds(work: Scope, unitId: Id): Promise<void> {
  await sql`select pg_advisory_xact_lock(861201060, hashtext(${unitId}::text))`.execute(work.tx);
}

/** Ends what the unit said about these places today, and says this instead. The caller holds the needs (`holdNeeds`). */
export async function saveNeeds(
  work: Work,
  about: { readonly unitId: Id; readonly modelId: Id; readonly accountId: Id },
  changes: readonly { readonly place: Pick<Need, "levelId" | "trackId">; readonly need: Need | null }[],
): Promise<void> {
  const places = changes.map(({ place, need }) => ({
    ...place,
    ...need,
    id: newId(),
    isSaid: need !== null,
  }));
  const said = sql`jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as x(
    id uuid, "levelId" uuid, "trackId" uuid, people integer, "fullTime" numeric, "neededBy" date, "isSaid" boolean)`;
  await sql`
    update need n set valid_to = greatest(n.valid_from, ${work.today}::date) from ${said}
    where n.organisation_id = ${work.organisationId} and n.unit_id = ${about.unitId} and n.model_id = ${about.modelId}
      and n.level_id = x."levelId" and n.track_id is not distinct from x."trackId" and n.valid_to is null`.execute(
    work.tx,
  );
  await sql`
    insert into need (organisation_id, id, unit_id, model_id, level_id, track_id, people, full_time, needed_by, valid_from, set_by, set_at)
    select ${work.organisationId}::uuid, x.id, ${about.unitId}::uuid, ${about.modelId}::uuid, x."levelId", x."trackId", x.people,
      x."fullTime", x."neededBy", ${work.today}::date, ${about.accountId}::uuid, ${work.now}::timestamptz
    from ${said} where x."isSaid"`.execute(work.tx);
}

/**
 * Who is placed at which level and track today, by unit: each person in the unit where they count (FUP-1), with the extent of that employment in
 * full-time equivalents. Nobody with protected identity (ORG-7).
 */
export async function havesNow(
  work: Scope & Pick<Work, "today">,
  models: readonly { readonly id: Id; readonly professionId: Id }[],
  counting: Counting,
): Promise<(UnitHave & OfModel)[]> {
  const modelIds = models.map(({ id }) => id);
  const professionIds = models.map(({ professionId }) => professionId);
  const { rows } = await sql<UnitHave & OfModel>`${plannedEachTime}
    with ${countedPeople(work, { day: work.today, professionIds, ...counting })}
    select p.model_id as "modelId", c.unit_id as "unitId", p.level_id as "levelId", p.track_id as "trackId",
      count(*)::int as people, (sum(c.extent) / 100)::float8 as "fullTime"
    from counted c
    join career_model m on m.organisation_id = ${work.organisationId} and m.profession_id = c.profession_id and m.id = any(${modelIds}::uuid[])
    join placement p on p.organisation_id = m.organisation_id and p.person_id = c.person_id and p.model_id = m.id and not p.corrected
      and p.valid_from <= ${work.today} and (p.valid_to is null or p.valid_to > ${work.today})
    group by p.model_id, c.unit_id, p.level_id, p.track_id`.execute(work.tx);
  return rows;
}
