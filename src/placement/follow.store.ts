/** SQL that lets placements follow employments (PLC-2): for any number of people, a fixed number of statements. */
import { sql, type RawBuilder } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import { RETENTION_MONTHS } from "./rules.ts";
import { authorityOfUnits } from "./store.ts";

/**
 * `island`: the unbroken stretches of days on which each of these people works in a profession within one authority; several
 * employments are one stretch where they touch.
 */
const islands = (work: Work, personIds: readonly Id[]): RawBuilder<unknown> => sql`
  ${authorityOfUnits(work)}, worked as (
    select e.person_id, e.profession_id, e.unit_id, a.authority_id, daterange(e.valid_from, e.valid_to) as days
    from employment_period e join authority a on a.unit_id = e.unit_id
    where e.organisation_id = ${work.organisationId} and e.person_id = any(${[...personIds]}::uuid[])
  ), island as (
    select person_id, profession_id, authority_id, unnest(range_agg(days)) as days
    from worked where profession_id is not null group by person_id, profession_id, authority_id
  )`;

/** The person's employments on a day. */
const employedOn = (day: RawBuilder<unknown>, personId: RawBuilder<unknown>, work: Work) => sql`
  employment_period x where x.organisation_id = ${work.organisationId} and x.person_id = ${personId}
    and x.valid_from <= ${day} and (x.valid_to is null or x.valid_to > ${day})`;

/** Why a placement ends that day: another authority has the person in the same profession, the employer in another one, or nobody. */
function ending(
  work: Work,
  day: RawBuilder<unknown>,
  personId: RawBuilder<unknown>,
  professionId: RawBuilder<unknown>,
) {
  const employed = employedOn(day, personId, work);
  return sql`case when ${day} is null then null
    when exists (select 1 from ${employed} and x.profession_id = ${professionId}) then 'authority'
    when exists (select 1 from ${employed}) then 'profession' else 'left' end`;
}

/** Sets returns aside that began on a day when nobody came back after all: the employment had gone on, or began another day. */
export async function setReturnsAside(work: Work, personIds: readonly Id[]): Promise<void> {
  await sql`
    with recursive ${islands(work, personIds)}
    update placement p set corrected = true, ended_because = 'corrected'
    from career_model m
    where p.organisation_id = ${work.organisationId} and p.person_id = any(${[...personIds]}::uuid[])
      and p.basis = 'return' and not p.corrected and p.ended_because is distinct from 'moved'
      and m.organisation_id = p.organisation_id and m.id = p.model_id
      and not exists (
        select 1 from island i where i.person_id = p.person_id and i.profession_id = m.profession_id
          and i.authority_id is not distinct from p.authority_id and lower(i.days) = p.valid_from)`.execute(
    work.tx,
  );
}

/**
 * Ends placements the first day that the person no longer works in the profession within the authority, and opens those again whose
 * employment went on after all. What a decision closed or put right stays as it is.
 */
export async function endPlacements(work: Work, personIds: readonly Id[]): Promise<void> {
  await sql`
    with recursive ${islands(work, personIds)}, due as (
      select p.id, p.person_id, m.profession_id, following.day as next_day,
        case when i.days is null then p.valid_from + 1 else least(upper(i.days), following.day) end as day
      from placement p
      join career_model m on m.organisation_id = p.organisation_id and m.id = p.model_id
      left join island i on i.person_id = p.person_id and i.profession_id = m.profession_id
        and i.authority_id is not distinct from p.authority_id and i.days @> p.valid_from
      left join lateral (
        select min(n.valid_from) as day from placement n
        where n.organisation_id = p.organisation_id and n.person_id = p.person_id and n.model_id = p.model_id
          and not n.corrected and n.valid_from > p.valid_from) following on true
      where p.organisation_id = ${work.organisationId} and p.person_id = any(${[...personIds]}::uuid[]) and not p.corrected
        and (p.valid_to is null or (i.days is not null and p.ended_because in ('left', 'profession', 'authority')))
    ), ended as (
      select d.id, d.day, case when d.day = d.next_day then 'moved'
        else ${ending(work, sql`d.day`, sql`d.person_id`, sql`d.profession_id`)} end as because
      from due d
    )
    update placement p set valid_to = e.day, ended_because = e.because from ended e
    where p.organisation_id = ${work.organisationId} and p.id = e.id
      and (p.valid_to, p.ended_because) is distinct from (e.day, e.because)`.execute(work.tx);
}

/**
 * Gives back what somebody had: a new row for the stretch in which they came back, continuing their last one in the model when that
 * was in the same authority and ended less than the retention time before.
 */
export async function returnPlacements(work: Work, personIds: readonly Id[]): Promise<void> {
  const [from, to] = [sql`lower(b.days)`, sql`upper(b.days)`];
  await sql`
    with recursive ${islands(work, personIds)}, back as (
      select distinct on (last.person_id, last.model_id) i.days, i.profession_id, last.*
      from island i
      join career_model m on m.organisation_id = ${work.organisationId} and m.profession_id = i.profession_id and m.status <> 'withdrawn'
      cross join lateral (
        select p.* from placement p
        where p.organisation_id = m.organisation_id and p.person_id = i.person_id and p.model_id = m.id and not p.corrected
        order by p.valid_from desc limit 1) last
      where last.authority_id is not distinct from i.authority_id and last.ended_because in ('left', 'profession', 'authority')
        and last.valid_to <= lower(i.days)
        and lower(i.days) < last.valid_to + make_interval(months => ${RETENTION_MONTHS})
      order by last.person_id, last.model_id, lower(i.days)
    )
    insert into placement (organisation_id, id, person_id, model_id, version_id, level_id, track_id, valid_from, valid_to, ended_because,
      dialogue_on, basis, continues_id, motivation, decided_by, decided_as, unit_id, authority_id, created_at)
    select b.organisation_id, gen_random_uuid(), b.person_id, b.model_id, b.version_id, b.level_id, b.track_id, ${from}, ${to},
      ${ending(work, to, sql`b.person_id`, sql`b.profession_id`)},
      b.dialogue_on, 'return', b.id, b.motivation, b.decided_by, b.decided_as, (
        select x.unit_id from ${employedOn(from, sql`b.person_id`, work)} and x.profession_id = b.profession_id
          and x.unit_id in (select a.unit_id from authority a where a.authority_id is not distinct from b.authority_id)
        order by x.is_main desc, x.id limit 1),
      b.authority_id, ${work.now}
    from back b`.execute(work.tx);
}

/** Removes drafts about people who no longer work in the unit in the model's profession: they were for that manager's eyes. */
export async function removeLeftPreparations(work: Work, personIds: readonly Id[]): Promise<void> {
  await sql`
    delete from placement_preparation p using career_model m
    where p.organisation_id = ${work.organisationId} and p.person_id = any(${[...personIds]}::uuid[])
      and m.organisation_id = p.organisation_id and m.id = p.model_id
      and not exists (
        select 1 from employment_period e
        where e.organisation_id = p.organisation_id and e.person_id = p.person_id and e.unit_id = p.unit_id
          and e.profession_id = m.profession_id and (e.valid_to is null or e.valid_to > ${work.today}))`.execute(
    work.tx,
  );
}
