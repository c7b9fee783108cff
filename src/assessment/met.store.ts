/**
 * What people meet on a day, from facts that carry their own days (ASM-5): one statement, for one person with details or for an organisation in
 * groups. Nothing is stored about it, and nothing is recomputed when something expires.
 */
import { sql, type RawBuilder } from "kysely";
import type { FormalType } from "../career-model/rules.ts";
import { countedPeople, type Counting } from "../people/counted.store.ts";
import { plannedEachTime } from "../platform/database/prepared.ts";
import type { Work } from "../platform/database/work.ts";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Known, Requirement } from "./met.rules.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

/** A requirement as it is asked of facts: of experience, months in the profession; of other evidence, for how long it is good (MOD-7). */
export type Question = {
  readonly itemId: Id;
  readonly kind: "formal" | "demonstrated";
  readonly type: FormalType | null;
  readonly months: number | null;
  readonly validMonths: number | null;
  readonly professionId: Id;
};

/** What is asked of facts by a requirement of a model in this profession, as its version says. */
export const questionOf = ({ itemId, kind, formal }: Requirement, professionId: Id): Question => ({
  itemId,
  kind: kind === "demonstrated" ? "demonstrated" : "formal",
  type: formal?.type ?? null,
  months: formal?.months ?? null,
  validMonths: formal?.validMonths ?? null,
  professionId,
});

/** Whose facts may be used: of these authorities (null is the organisation itself), or of all (ORG-2). */
export type Authorities = readonly (Id | null)[] | "all";

/** Which facts a statement looks at, and whose. */
type Looking = {
  readonly on: LocalDate;
  /** SQL's `uuid[]` of people, and whether facts of an authority may be used for them; null for everybody, each authority by itself. */
  readonly of: {
    readonly people: RawBuilder<unknown>;
    readonly mayUse: (authority: RawBuilder<unknown>) => RawBuilder<unknown>;
  } | null;
  readonly questions: readonly Pick<Question, "type">[];
};

/**
 * The facts about what is asked, from a relation `asked (item_id, kind, type, months, valid_months, profession_id, place, bit)`: `shown`, each piece of
 * evidence with the first day on which it is good no longer; `reached`, the day on which experience is enough; `agreed`, what was agreed last.
 */
const factsOf = ({ organisationId }: Scope, { on, of, questions }: Looking) => sql`
  shown as (
    select e.*, a.item_id, a.place, a.bit,
      least(e.expires_on, e.withdrawn_on, e.superseded_on, (e.issued_on + make_interval(months => a.valid_months))::date) as ends_on
    from evidence e
    join evidence_requirement r on r.organisation_id = e.organisation_id and r.evidence_id = e.id
    join asked a on a.item_id = r.item_id and a.kind = 'formal' and a.type <> 'experience'
    where e.organisation_id = ${organisationId}
      ${of ? sql`and e.person_id = any(${of.people}) and ${of.mayUse(sql`e.authority_id`)}` : sql``}
  ), piece as (
    ${
      questions.some(({ type }) => type === "experience")
        ? sql`select x.person_id, x.profession_id, x.during, x.days_before from counted_experience(${of?.people ?? sql`null`}) x`
        : sql`select null::uuid as person_id, null::uuid as profession_id, null::daterange as during, null::integer as days_before where false`
    }
  ), reached as (
    select p.person_id, a.item_id, a.place, a.bit,
      min(lower(p.during) - p.days_before + make_interval(months => a.months))::date as reached_on
    from asked a join piece p on p.profession_id = a.profession_id
    where a.type = 'experience'
      and lower(p.during) - p.days_before + make_interval(months => a.months) <= coalesce(upper(p.during), 'infinity')
    group by p.person_id, a.item_id, a.place, a.bit
  ), agreed as (
    select distinct on (o.person_id, o.item_id ${of ? sql`` : sql`, m.authority_id`}) o.person_id, o.item_id, a.place, a.bit, o.met, o.words,
      o.decided_on, o.decided_by, m.authority_id
    from joint_outcome o
    join asked a on a.item_id = o.item_id and a.kind = 'demonstrated'
    join assessment m on m.organisation_id = o.organisation_id and m.id = o.assessment_id
    where o.organisation_id = ${organisationId} and o.decided_on <= ${on}::date
      ${of ? sql`and o.person_id = any(${of.people}) and ${of.mayUse(sql`m.authority_id`)}` : sql``}
    order by o.person_id, o.item_id ${of ? sql`` : sql`, m.authority_id`}, o.decided_on desc, o.number desc
  )`;

/** Is a piece of `shown` good on the day? */
const isGood = (on: LocalDate) =>
  sql`s.checked_on is not null and s.issued_on <= ${on}::date and (s.ends_on is null or s.ends_on > ${on}::date)`;

/** SQL's `asked`: each question with the place where it is asked, and its number there. */
const askedFrom = (
  questions: readonly (Question & { readonly place: number; readonly bit: number })[],
): RawBuilder<unknown> => sql`
  asked as (
    select q."itemId" as item_id, q.kind, q.type, q.months, q."validMonths" as valid_months, q."professionId" as profession_id, q.place, q.bit
    from jsonb_to_recordset(${JSON.stringify(questions)}::jsonb) as q (
      "itemId" uuid, kind text, type text, months integer, "validMonths" integer, "professionId" uuid, place integer, bit integer)
  )`;

/**
 * ASM-2, ASM-5, MOD-5, MOD-7: what is known of each of these people and requirements on a day, in one statement: a row for each pair.
 * Evidence and outcomes of other authorities are left out (ORG-2).
 */
export async function knownOn(
  work: Scope,
  asked: {
    readonly on: LocalDate;
    readonly personIds: readonly Id[];
    readonly questions: readonly Question[];
    readonly authorities: Authorities;
  },
): Promise<Known[]> {
  const { on, questions, authorities } = asked;
  if (questions.length === 0 || asked.personIds.length === 0) return [];
  const people = sql`${[...asked.personIds]}::uuid[]`;
  const mayUse = (authority: RawBuilder<unknown>): RawBuilder<unknown> =>
    authorities === "all"
      ? sql`true`
      : sql`(${authority} = any(${authorities.filter((id) => id !== null)}::uuid[])
          or (${authority} is null and ${authorities.includes(null)}))`;
  const name = sql`case when k.protected_identity then '' else k.given_name || ' ' || k.family_name end`;
  const { rows } = await sql<Known>`
    with ${askedFrom(questions.map((question, bit) => ({ ...question, place: 0, bit })))},
    ${factsOf(work, { on, of: { people, mayUse }, questions })}
    select p.id as "personId", a.item_id as "itemId",
      evidence.it is not null or coalesce(r.reached_on <= ${on}::date, false) or coalesce((agreed.it ->> 'met')::boolean, false) as "isMet",
      evidence.it as evidence, waiting.it as waiting, ended.it as ended,
      case when a.type = 'experience' then jsonb_build_object('days', coalesce(days.counted, 0), 'reachedOn', r.reached_on) end as experience,
      agreed.it as agreed
    from unnest(${people}) as p (id) cross join asked a
    left join lateral (
      select jsonb_build_object('id', s.id, 'what', s.what, 'from', s.issued_on, 'until', s.ends_on, 'checkedOn', s.checked_on,
        'checkedBy', ${name}) as it
      from shown s left join person k on k.organisation_id = ${work.organisationId} and k.id = s.checked_by
      where s.person_id = p.id and s.item_id = a.item_id and ${isGood(on)}
      order by s.ends_on desc nulls first, s.issued_on desc, s.id limit 1) evidence on true
    left join lateral (
      select jsonb_build_object('id', s.id, 'what', s.what, 'returned', s.returned_on is not null) as it
      from shown s
      where s.person_id = p.id and s.item_id = a.item_id and s.checked_on is null and s.withdrawn_on is null
      order by s.returned_on is not null, s.created_at desc, s.id limit 1) waiting on true
    left join lateral (
      select jsonb_build_object('id', s.id, 'what', s.what, 'on', s.ends_on,
        'why', case when s.ends_on = s.withdrawn_on then 'withdrawn' else 'expired' end) as it
      from shown s
      where s.person_id = p.id and s.item_id = a.item_id and s.checked_on is not null and s.ends_on <= ${on}::date
        and s.ends_on is distinct from s.superseded_on
      order by s.ends_on desc, s.id limit 1) ended on evidence.it is null
    left join reached r on r.person_id = p.id and r.item_id = a.item_id
    left join lateral (
      select max(t.days_before + (least(upper(t.during), ${on}::date) - lower(t.during))) as counted
      from piece t where t.person_id = p.id and t.profession_id = a.profession_id and lower(t.during) <= ${on}::date) days on a.type = 'experience'
    left join lateral (
      select jsonb_build_object('met', o.met, 'on', o.decided_on, 'words', o.words, 'by', ${name}) as it
      from agreed o left join person k on k.organisation_id = ${work.organisationId} and k.id = o.decided_by
      where o.person_id = p.id and o.item_id = a.item_id) agreed on true
    order by array_position(${people}, p.id)`.execute(work.tx);
  return rows;
}

/**
 * How the transaction's next statements are planned. What is asked comes as values, of which the planner knows nothing: over everybody's facts it would
 * take few rows for granted, and look them up one by one.
 */
const planFor = ({ tx }: Scope, whom: "everybody" | "few"): Promise<unknown> =>
  sql`select set_config('enable_nestloop', ${whom === "everybody" ? "off" : "on"}, true),
    set_config('work_mem', ${whom === "everybody" ? "64MB" : "4MB"}, true)`.execute(tx);

/** A requirement as it is asked of everybody who is placed at a level of a model. */
export type AskedAt = Question & { readonly modelId: Id; readonly levelId: Id };

/** People who are alike: of one unit, placed at one level and track, meeting the same of what is asked there. */
export type MetGroup = {
  readonly unitId: Id;
  readonly modelId: Id;
  readonly levelId: Id;
  readonly trackId: Id | null;
  /** The first of the days of `since` before which their placement was in force. */
  readonly placedBefore: LocalDate | null;
  readonly met: ReadonlySet<Id>;
  readonly people: number;
};

/**
 * DBT-1, MOD-12: what everybody who is placed on a day meets of what is asked at their own level, in one statement and in groups, so that few rows come out. A
 * person counts in one unit for a model, as in coverage (FUP-1), and with the facts of the placement's own authority (ORG-2). People with protected
 * identity are not counted (ORG-7). `unitIds` keeps to some units.
 */
export async function metGroups(
  work: Scope,
  asked: {
    readonly on: LocalDate;
    readonly asks: readonly AskedAt[];
    readonly counting: Counting;
    readonly since?: readonly LocalDate[];
    readonly unitIds?: readonly Id[];
  },
): Promise<MetGroup[]> {
  const { on, asks, counting, since = [], unitIds } = asked;
  if (asks.length === 0) return [];
  const places = [...Map.groupBy(asks, ({ modelId, levelId }) => `${modelId} ${levelId}`).values()];
  const numbered = places.flatMap((here, place) => here.map((ask, bit) => ({ ...ask, place, bit })));
  const none = "0".repeat(Math.max(...places.map((here) => here.length)));
  const first = places.flatMap(([ask]) => ask ?? []);
  const professionIds = [...new Set(asks.map(({ professionId }) => professionId))];
  if (unitIds === undefined) await planFor(work, "everybody");
  const { rows } = await sql<
    Omit<MetGroup, "met" | "modelId" | "levelId"> & { place: number; met: string }
  >`${plannedEachTime}
    with ${askedFrom(numbered)}, ${countedPeople(work, { day: on, professionIds, ...counting })}, placed as (
      select pl.person_id, a.place, pl.track_id, pl.authority_id, e.unit_id,
        (select min(day) from unnest(${[...since]}::date[]) as s (day) where pl.valid_from < s.day) as before
      from placement pl
      join unnest(${first.map(({ modelId }) => modelId)}::uuid[], ${first.map(({ levelId }) => levelId)}::uuid[],
        ${first.map(({ professionId }) => professionId)}::uuid[], ${first.map((_, place) => place)}::integer[])
        as a (model_id, level_id, profession_id, place) on a.model_id = pl.model_id and a.level_id = pl.level_id
      join counted e on e.person_id = pl.person_id and e.profession_id = a.profession_id
      where pl.organisation_id = ${work.organisationId} and not pl.corrected
        and pl.valid_from <= ${on}::date and (pl.valid_to is null or pl.valid_to > ${on}::date)
        and ${unitIds === undefined ? sql`true` : sql`e.unit_id = any(${[...unitIds]}::uuid[])`}
    ), ${factsOf(work, { on, of: null, questions: asks })}, met as (
      select s.person_id, s.place, s.bit, s.authority_id, false as anywhere from shown s where ${isGood(on)}
      union all select r.person_id, r.place, r.bit, null, true from reached r where r.reached_on <= ${on}::date
      union all select o.person_id, o.place, o.bit, o.authority_id, false from agreed o where o.met
    )
    select w.unit_id as "unitId", w.place, w.track_id as "trackId", w.before as "placedBefore", w.met, count(*)::integer as people
    from (
      select w.person_id, w.unit_id, w.place, w.track_id, w.before,
        bit_or(case when m.bit is null then ${none}::bit varying else set_bit(${none}::bit varying, m.bit, 1) end)::text as met
      from placed w left join met m on m.person_id = w.person_id and m.place = w.place
        and (m.anywhere or m.authority_id is not distinct from w.authority_id)
      group by 1, 2, 3, 4, 5) w
    group by 1, 2, 3, 4, 5`.execute(work.tx);
  if (unitIds === undefined) await planFor(work, "few");
  return rows.map(({ met, place, ...group }) => {
    const here = places[place] ?? [];
    const [{ modelId, levelId } = { modelId: "", levelId: "" }] = here;
    return {
      ...group,
      modelId,
      levelId,
      met: new Set(here.flatMap(({ itemId }, bit) => (met[bit] === "1" ? [itemId] : []))),
    };
  });
}
