/** Competence debt by the shortest SQL that gives the same numbers: no tree, no rates, no suppression, no rules of transition. */
import { sql } from "kysely";
import type { Tx } from "../../src/platform/database/transactions.ts";
import type { Id } from "../../src/shared/ids.ts";
import type { LocalDate } from "../../src/shared/local-date.ts";

/** How many in a unit are asked for a requirement at their level, and how many of them lack it. */
export type Lacking = {
  readonly modelId: Id;
  readonly levelId: Id;
  readonly itemId: Id;
  readonly unitId: Id;
  readonly asked: number;
  readonly unmet: number;
};

/**
 * Of every model in the version in force, or of `one` as another version of it would ask; each requirement by itself, for the bench's models have no groups.
 * Counts people as coverage's floor does.
 */
export async function debtByHand(
  tx: Tx,
  day: LocalDate,
  one?: { readonly slug: string; readonly versionId: Id | null },
): Promise<Lacking[]> {
  const chosen = one ? sql`m.slug = ${one.slug}` : sql`true`;
  const version = one?.versionId
    ? sql`v.id = ${one.versionId}`
    : sql`v.in_force_from <= ${day} and (v.in_force_to is null or v.in_force_to > ${day})`;
  // As the program has it over everybody: else the floor looks most things up one by one, and is no floor.
  await sql`select set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true), set_config('statement_timeout', '0', true)`.execute(
    tx,
  );
  const { rows } = await sql<Lacking>`
    with placed as (
      select distinct on (e.person_id, m.id) e.person_id, e.unit_id, m.id as model_id, m.profession_id, v.id as version_id, pl.level_id, pl.track_id, pl.authority_id
      from employment_period e join person p on p.id = e.person_id and not p.protected_identity
      join career_model m on m.profession_id = e.profession_id and ${chosen}
      join model_version v on v.model_id = m.id and ${version}
      join employment t on t.id = e.employment_id
      join placement pl on pl.person_id = e.person_id and pl.model_id = m.id and not pl.corrected
        and pl.valid_from <= ${day} and (pl.valid_to is null or pl.valid_to > ${day})
      where e.form <> 'hourly' and e.valid_from <= ${day} and (e.valid_to is null or e.valid_to > ${day})
      order by e.person_id, m.id, e.is_main desc, e.extent desc, t.valid_from, e.employment_id
    ), met as (
      select e.person_id, r.item_id, e.authority_id, null::uuid as profession_id
      from evidence e join evidence_requirement r on r.evidence_id = e.id
      join item i on i.item_id = r.item_id and coalesce(i.formal ->> 'type', '') <> 'experience'
      where e.checked_on is not null and e.issued_on <= ${day}
        and coalesce(least(e.expires_on, e.withdrawn_on, e.superseded_on,
          (e.issued_on + make_interval(months => (i.formal ->> 'validMonths')::integer))::date), 'infinity') > ${day}::date
      union
      select person_id, item_id, authority_id, null from (
        select distinct on (o.person_id, o.item_id, a.authority_id) o.person_id, o.item_id, a.authority_id, o.met
        from joint_outcome o join assessment a on a.id = o.assessment_id where o.decided_on <= ${day}
        order by o.person_id, o.item_id, a.authority_id, o.decided_on desc, o.number desc) latest where met
    ), worked as (
      select person_id, profession_id, lower(during) as first_day, upper(during) as end_day, days_before from counted_experience()
    )
    select w.model_id as "modelId", w.level_id as "levelId", i.item_id as "itemId", w.unit_id as "unitId", count(*)::integer as asked,
      count(*) filter (where case when i.formal ->> 'type' = 'experience'
        then not exists (select from worked x where x.person_id = w.person_id and x.profession_id = w.profession_id
          and x.first_day - x.days_before + make_interval(months => (i.formal ->> 'months')::integer) <= least(coalesce(x.end_day, 'infinity'), ${day}::date))
        else m.item_id is null end)::integer as unmet
    from placed w
    join item i on i.version_id = w.version_id and i.level_id = w.level_id and (i.track_id is null or i.track_id = w.track_id) and i.mandatory
    left join met m on m.person_id = w.person_id and m.item_id = i.item_id and m.authority_id is not distinct from w.authority_id
    group by 1, 2, 3, 4`.execute(tx);
  await sql`select set_config('enable_nestloop', 'on', true), set_config('work_mem', '4MB', true)`.execute(
    tx,
  );
  return rows;
}
