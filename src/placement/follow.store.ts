/** SQL that lets placements follow employments (PLC-2): for any number of people, a fixed number of statements. */
import { sql, type RawBuilder } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import { RETENTION_MONTHS } from "./rules.ts";
import { authorityOfUnits } from "./store.ts";

/**
 * The unbroken stretches of days (`stretch.days`) on which those of these people who are placed work in a profession for an authority; several employments are one stretch where
 * they touch.
 */
const stretches = (work: Work, personIds: readonly Id[]): RawBuilder<unknown> => sql`
  ${authorityOfUnits(work)}, stretch as (
    select e.person_id, e.profession_id, a.authority_id, unnest(range_agg(daterange(e.valid_from, e.valid_to))) as days
    from employment_period e join authority a on a.unit_id = e.unit_id
    where e.organisation_id = ${work.organisationId} and e.person_id in (select p.person_id from placement p
      where p.organisation_id = ${work.organisationId} and p.person_id = any(${[...personIds]}::uuid[]))
    group by e.person_id, e.profession_id, a.authority_id
  )`;

/** Stretch `s` is one in which the person of placement `p` works in the profession for its authority. */
const isOf = (profession: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  s.person_id = p.person_id and s.profession_id = ${profession} and s.authority_id is not distinct from p.authority_id`;

/** The person's employments on a day. */
const employedOn = (work: Work, day: RawBuilder<unknown>) => sql`
  employment_period x where x.organisation_id = ${work.organisationId} and x.person_id = d.person_id
    and x.valid_from <= ${day} and (x.valid_to is null or x.valid_to > ${day})`;

/**
 * Why a placement of `d` ends on the day `d.day`: another authority has the person in the same profession, the employer in another one,
 * or nobody.
 */
const ending = (work: Work): RawBuilder<unknown> => sql`
  case when d.day is null then null
    when exists (select 1 from ${employedOn(work, sql`d.day`)} and x.profession_id = d.profession_id) then 'authority'
    when exists (select 1 from ${employedOn(work, sql`d.day`)}) then 'profession' else 'left' end`;

/** The placements `p` of these people that count, each with its model `m`. */
const counted = (work: Work, personIds: readonly Id[]): RawBuilder<unknown> => sql`
  p.organisation_id = ${work.organisationId} and p.person_id = any(${[...personIds]}::uuid[]) and not p.corrected
    and m.organisation_id = p.organisation_id and m.id = p.model_id`;

/** Sets returns aside that began on a day when nobody came back after all: the employment had gone on, or began another day. */
export async function setReturnsAside(work: Work, personIds: readonly Id[]): Promise<void> {
  await sql`
    with recursive ${stretches(work, personIds)}
    update placement p set corrected = true, ended_because = 'corrected'
    from career_model m
    where ${counted(work, personIds)} and p.basis = 'return' and p.ended_because is distinct from 'moved'
      and not exists (select 1 from stretch s where ${isOf(sql`m.profession_id`)} and lower(s.days) = p.valid_from)`.execute(
    work.tx,
  );
}

/**
 * Ends placements the first day that the person no longer works in the profession within the authority, and opens those again whose
 * employment went on after all. What a decision closed or put right stays as it is.
 */
export async function endPlacements(work: Work, personIds: readonly Id[]): Promise<void> {
  await sql`
    with recursive ${stretches(work, personIds)}, counted as (
      select p.*, m.profession_id,
        lead(p.valid_from) over (partition by p.person_id, p.model_id order by p.valid_from) as next_day
      from placement p, career_model m where ${counted(work, personIds)}
    ), due as (
      select p.id, p.person_id, p.profession_id, p.next_day,
        case when s.days is null then p.valid_from + 1 else least(upper(s.days), p.next_day) end as day
      from counted p left join stretch s on ${isOf(sql`p.profession_id`)} and s.days @> p.valid_from
      where p.valid_to is null or (s.days is not null and p.ended_because in ('left', 'profession', 'authority'))
    ), ended as (
      select d.id, d.day, case when d.day = d.next_day then 'moved' else ${ending(work)} end as because from due d
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
  const from = sql`lower(d.days)`;
  await sql`
    with recursive ${stretches(work, personIds)}, last as (
      select distinct on (p.person_id, p.model_id) p.*, m.profession_id
      from placement p, career_model m where ${counted(work, personIds)} and m.status <> 'withdrawn'
      order by p.person_id, p.model_id, p.valid_from desc
    ), back as (
      select distinct on (p.id) p.*, s.days, upper(s.days) as day
      from last p join stretch s on ${isOf(sql`p.profession_id`)}
      where p.ended_because in ('left', 'profession', 'authority') and p.valid_to <= lower(s.days)
        and lower(s.days) < p.valid_to + make_interval(months => ${RETENTION_MONTHS})
      order by p.id, lower(s.days)
    )
    insert into placement (organisation_id, id, person_id, model_id, version_id, level_id, track_id, valid_from, valid_to, ended_because,
      dialogue_on, basis, continues_id, motivation, despite, unmet, decided_by, decided_as, taken_over_source, taken_over_by, taken_over_at,
      unit_id, authority_id, created_at)
    select d.organisation_id, gen_random_uuid(), d.person_id, d.model_id, d.version_id, d.level_id, d.track_id, ${from}, d.day,
      ${ending(work)}, d.dialogue_on, 'return', d.id, d.motivation, d.despite, d.unmet, d.decided_by, d.decided_as, d.taken_over_source, d.taken_over_by,
      d.taken_over_at, (
        select x.unit_id from ${employedOn(work, from)} and x.profession_id = d.profession_id
          and x.unit_id in (select a.unit_id from authority a where a.authority_id is not distinct from d.authority_id)
        order by x.is_main desc, x.id limit 1),
      d.authority_id, ${work.now}
    from back d`.execute(work.tx);
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
