/** All SQL of coverage: counting a day, and the frozen measurements. What members give their association stands in `member.store.ts`. */
import { sql } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { plannedEachTime } from "../platform/database/prepared.ts";
import type { Work } from "../platform/database/work.ts";
import { countedPeople, type Counting } from "../people/counted.store.ts";
import type { OwnCount, TreeUnit } from "./rules.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

/** FUP-1: the people of each unit in each of these models' professions on the day, in one statement; units with nobody are absent. */
export async function ownCounts(
  work: Scope,
  asked: {
    readonly day: LocalDate;
    readonly models: readonly { readonly id: Id; readonly professionId: Id }[];
  } & Counting,
): Promise<OwnCount[]> {
  const { day } = asked;
  const modelIds = asked.models.map(({ id }) => id);
  // As values and not as a subquery: the planner then knows how many people to expect.
  const professionIds = asked.models.map(({ professionId }) => professionId);
  const { rows } = await sql<OwnCount>`${plannedEachTime}
    with model as (
      select * from unnest(${modelIds}::uuid[], ${professionIds}::uuid[]) as m (id, profession_id)
    ), ${countedPeople(work, { ...asked, professionIds })}
    select model.id as "modelId", c.unit_id as "unitId", count(*) as employed, count(pl.id) as placed
    from counted c
    join model on model.profession_id = c.profession_id
    left join placement pl on pl.organisation_id = ${work.organisationId} and pl.person_id = c.person_id
      and pl.model_id = model.id and not pl.corrected
      and pl.valid_from <= ${day} and (pl.valid_to is null or pl.valid_to > ${day})
    group by model.id, c.unit_id`.execute(work.tx);
  return rows;
}

/** A frozen measurement, with the settings that it was counted by. */
export type Measurement = Counting & {
  readonly id: Id;
  readonly day: LocalDate;
  readonly smallestGroup: number;
  readonly coverageThreshold: number;
  readonly note: string;
};

/** Every measurement, the earliest first. */
export async function measurements(work: Scope): Promise<Measurement[]> {
  return work.tx
    .selectFrom("measurement")
    .select([
      "id",
      "day",
      "note",
      "smallest_group as smallestGroup",
      "coverage_threshold as coverageThreshold",
    ])
    .select(["count_on_leave as countOnLeave", "count_hourly as countHourly"])
    .where("organisation_id", "=", work.organisationId)
    .orderBy("day")
    .execute();
}

/** Waits until nobody else is freezing a measurement, and keeps others waiting for the rest of the transaction. */
export async function holdMeasurements(work: Scope): Promise<void> {
  await sql`select pg_advisory_xact_lock(861201011, hashtext(${work.organisationId}::text))`.execute(work.tx);
}

export type FrozenUnit = TreeUnit & { readonly name: string };

/** Writes a measurement down with its whole tree, in tree order, and all its counts. */
export async function addMeasurement(
  work: Scope & Pick<Work, "now">,
  measurement: Measurement & { readonly frozenBy: Id },
  units: readonly FrozenUnit[],
  counts: readonly OwnCount[],
): Promise<void> {
  const key = { organisation_id: work.organisationId, measurement_id: measurement.id };
  await work.tx
    .insertInto("measurement")
    .values({
      organisation_id: work.organisationId,
      id: measurement.id,
      day: measurement.day,
      frozen_by: measurement.frozenBy,
      frozen_at: work.now,
      smallest_group: measurement.smallestGroup,
      coverage_threshold: measurement.coverageThreshold,
      count_on_leave: measurement.countOnLeave,
      count_hourly: measurement.countHourly,
      note: measurement.note,
    })
    .execute();
  const inTree = new Set(units.map(({ id }) => id));
  const tree = units.map((unit, position) => ({ ...unit, position }));
  await sql`
    insert into measurement_unit (organisation_id, measurement_id, unit_id, name, parent_id, path, position)
    select ${key.organisation_id}::uuid, ${key.measurement_id}::uuid, id, name, "parentId",
      array(select jsonb_array_elements_text(path)::uuid), position
    from jsonb_to_recordset(${JSON.stringify(tree)}::jsonb)
      as u (id uuid, name text, "parentId" uuid, path jsonb, position integer)`.execute(work.tx);
  const figures = counts.map((count) => ({
    ...count,
    unitId: count.unitId !== null && inTree.has(count.unitId) ? count.unitId : null,
  }));
  await sql`
    insert into measurement_figure (organisation_id, measurement_id, model_id, unit_id, employed, placed)
    select ${key.organisation_id}::uuid, ${key.measurement_id}::uuid, "modelId", "unitId", sum(employed), sum(placed)
    from jsonb_to_recordset(${JSON.stringify(figures)}::jsonb)
      as f ("modelId" uuid, "unitId" uuid, employed integer, placed integer)
    group by "modelId", "unitId"`.execute(work.tx);
}

/** A measurement's whole tree in its order. */
export async function frozenUnits(work: Scope, measurementId: Id): Promise<FrozenUnit[]> {
  return work.tx
    .selectFrom("measurement_unit")
    .select(["unit_id as id", "parent_id as parentId", "name", "path"])
    .where("organisation_id", "=", work.organisationId)
    .where("measurement_id", "=", measurementId)
    .orderBy("position")
    .execute();
}

/** A frozen count, with the way to its unit; null where the unit was not in the tree. */
export type FrozenCount = OwnCount & { readonly measurementId: Id; readonly path: readonly Id[] | null };

/** A model at a measurement. */
export type Frozen = { readonly modelId: Id; readonly measurementId: Id };

/** The frozen counts of these models at these measurements; \`path\` runs to the count's unit and is null where it has none. */
export async function frozenCounts(work: Scope, asked: readonly Frozen[]): Promise<FrozenCount[]> {
  const { rows } = await sql<Omit<FrozenCount, "path"> & { path: string | null }>`${plannedEachTime}
    select f.measurement_id as "measurementId", f.model_id as "modelId", f.unit_id as "unitId", f.employed, f.placed,
      array_to_string(u.path, ' ') as path
    from ${listed(asked)}
    join measurement_figure f on f.organisation_id = ${work.organisationId}
      and f.model_id = a.model_id and f.measurement_id = a.measurement_id
    left join measurement_unit u on u.organisation_id = f.organisation_id
      and u.measurement_id = f.measurement_id and u.unit_id = f.unit_id`.execute(work.tx);
  return rows.map((row) => ({ ...row, path: row.path?.split(" ") ?? null }));
}

const listed = (asked: readonly Frozen[]) => sql`unnest(${asked.map(({ modelId }) => modelId)}::uuid[],
  ${asked.map(({ measurementId }) => measurementId)}::uuid[]) as a (model_id, measurement_id)`;

/** Where these units hold anybody. */
export async function frozenWhereHeld(
  work: Scope,
  asked: readonly Frozen[],
  unitIds: readonly Id[],
): Promise<Frozen[]> {
  const { rows } = await sql<Frozen>`
    select distinct f.model_id as "modelId", f.measurement_id as "measurementId"
    from ${listed(asked)}
    join measurement_figure f on f.organisation_id = ${work.organisationId}
      and f.model_id = a.model_id and f.measurement_id = a.measurement_id
    where f.unit_id = any(${[...unitIds]}::uuid[])`.execute(work.tx);
  return rows;
}

/** FUP-3: where and when a model was fully introduced. `unitId` null is the organisation as a whole. */
export type Introduced = {
  readonly modelId: Id;
  readonly unitId: Id | null;
  readonly measurementId: Id;
  readonly day: LocalDate;
};

/** All that is kept of these models' introduction; with `unitIds` only of those, where null is the whole. */
export async function introductions(
  work: Scope,
  modelIds: readonly Id[],
  unitIds?: readonly (Id | null)[],
): Promise<Introduced[]> {
  const { rows } = await sql<Introduced>`
    select model_id as "modelId", unit_id as "unitId", measurement_id as "measurementId", day from fully_introduced
    where organisation_id = ${work.organisationId} and model_id = any(${[...modelIds]}::uuid[])
      and (${unitIds === undefined} or unit_id = any(${[...(unitIds ?? [])]}::uuid[])
        or (unit_id is null and ${unitIds?.includes(null) ?? false}))`.execute(work.tx);
  return rows;
}

export async function addIntroductions(work: Scope, introduced: readonly Introduced[]): Promise<void> {
  await sql`
    insert into fully_introduced (organisation_id, model_id, unit_id, measurement_id, day)
    select ${work.organisationId}::uuid, "modelId", "unitId", "measurementId", day
    from jsonb_to_recordset(${JSON.stringify(introduced)}::jsonb)
      as i ("modelId" uuid, "unitId" uuid, "measurementId" uuid, day date)`.execute(work.tx);
}
