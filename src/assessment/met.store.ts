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

/** SQL of those whose facts are looked at for what `a` asks, where `person` is a column with somebody's id and `authority` one with where it was said; null is anywhere. */
type Whose = {
  /** `uuid[]` of the people; null is everybody. */
  readonly people: RawBuilder<unknown> | null;
  /** What the facts say it is: `who` in each of their rows. */
  readonly who: (person: RawBuilder<unknown>) => RawBuilder<unknown>;
  readonly join: (person: RawBuilder<unknown>, authority: RawBuilder<unknown> | null) => RawBuilder<unknown>;
  readonly where: (person: RawBuilder<unknown>, authority: RawBuilder<unknown>) => RawBuilder<unknown>;
};

/** Which facts a statement looks at, and whose. */
type Looking = {
  readonly on: LocalDate;
  readonly whose: Whose;
  readonly questions: readonly Pick<Question, "type">[];
};

/** The time that these have worked; null is everybody. Which of the two it is stands in the text, for one plan to serve whoever is asked about. */
const experienceOf = (people: RawBuilder<unknown> | null): RawBuilder<unknown> =>
  people === null ? sql`counted_experience(null, true)` : sql`counted_experience(${people}, false)`;

/**
 * The facts about what is asked, from a relation `asked (item_id, kind, type, months, valid_months, profession_id, place, bit)`: `shown`, each piece of
 * evidence with the first day on which it is good no longer; `reached`, the day on which experience is enough; `agreed`, what was agreed last.
 */
const factsOf = ({ organisationId }: Pick<Work, "organisationId">, { on, whose, questions }: Looking) => sql`
  shown as (
    select e.*, ${whose.who(sql`e.person_id`)} as who, a.item_id, a.place, a.bit,
      least(e.expires_on, e.withdrawn_on, e.superseded_on, (e.issued_on + make_interval(months => a.valid_months))::date) as ends_on
    from evidence e
    join evidence_requirement r on r.organisation_id = e.organisation_id and r.evidence_id = e.id
    join asked a on a.item_id = r.item_id and a.kind = 'formal' and a.type <> 'experience'
    ${whose.join(sql`e.person_id`, sql`e.authority_id`)}
    where e.organisation_id = ${organisationId} and ${whose.where(sql`e.person_id`, sql`e.authority_id`)}
  ), piece as (
    ${
      questions.some(({ type }) => type === "experience")
        ? sql`select x.person_id, x.profession_id, x.during, x.days_before from ${experienceOf(whose.people)} x`
        : sql`select null::uuid as person_id, null::uuid as profession_id, null::daterange as during, null::integer as days_before where false`
    }
  ), reached as (
    select ${whose.who(sql`p.person_id`)} as who, a.item_id, a.place, a.bit,
      min(lower(p.during) - p.days_before + make_interval(months => a.months))::date as reached_on
    from asked a join piece p on p.profession_id = a.profession_id
    ${whose.join(sql`p.person_id`, null)}
    where a.type = 'experience'
      and lower(p.during) - p.days_before + make_interval(months => a.months) <= coalesce(upper(p.during), 'infinity')
    group by 1, 2, 3, 4
  ), agreed as (
    select distinct on (${whose.who(sql`o.person_id`)}, a.place, a.bit) ${whose.who(sql`o.person_id`)} as who, o.item_id, a.place, a.bit, o.met, o.words, o.decided_on, o.decided_by
    from joint_outcome o
    join asked a on a.item_id = o.item_id and a.kind = 'demonstrated'
    join assessment m on m.organisation_id = o.organisation_id and m.id = o.assessment_id
    ${whose.join(sql`o.person_id`, sql`m.authority_id`)}
    where o.organisation_id = ${organisationId} and o.decided_on <= ${on}::date and ${whose.where(sql`o.person_id`, sql`m.authority_id`)}
    order by ${whose.who(sql`o.person_id`)}, a.place, a.bit, o.decided_on desc, o.number desc
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

type KnownAsked = {
  readonly on: LocalDate;
  readonly personIds: readonly Id[];
  readonly questions: readonly Question[];
  readonly authorities: Authorities;
};

/**
 * ASM-2, ASM-5, MOD-5, MOD-7: what is known of each of these people and requirements on a day: a row for each pair. Evidence and outcomes of
 * other authorities are left out (ORG-2).
 */
export const knownOn = async (work: Scope, asked: KnownAsked): Promise<Known[]> =>
  asked.questions.length === 0 || asked.personIds.length === 0
    ? []
    : (await knownFacts(work, asked).execute(work.tx)).rows;

/**
 * SQL's `uuid[]` of some ids, of one as the one that it is. Of an array that comes as a value PostgreSQL takes it that it holds ten, finds a plan for the one person who is most often
 * asked about cheaper, and plans anew each time: 4 ms, where the statement takes one.
 */
const listed = (ids: readonly Id[]): RawBuilder<unknown> =>
  ids.length === 1 ? sql`array[${ids[0]}::uuid]` : sql`${[...ids]}::uuid[]`;

/** The same as a question among others. */
export function knownFacts(
  work: Pick<Work, "organisationId">,
  { on, personIds, questions, authorities }: KnownAsked,
): RawBuilder<Known> {
  const people = listed(personIds);
  const isUsed = (authority: RawBuilder<unknown>): RawBuilder<unknown> =>
    authorities === "all"
      ? sql`true`
      : sql`(${authority} = any(${listed(authorities.filter((id) => id !== null))})
          or ${authorities.includes(null) ? sql`${authority} is null` : sql`false`})`;
  const whose: Whose = {
    people,
    who: (person) => person,
    join: () => sql``,
    where: (person, authority) => sql`${person} = any(${people}) and ${isUsed(authority)}`,
  };
  const name = sql`case when k.protected_identity then '' else k.given_name || ' ' || k.family_name end`;
  return sql<Known>`
    with ${askedFrom(questions.map((question, bit) => ({ ...question, place: 0, bit })))},
    ${factsOf(work, { on, whose, questions })}
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
      where s.who = p.id and s.item_id = a.item_id and ${isGood(on)}
      order by s.ends_on desc nulls first, s.issued_on desc, s.id limit 1) evidence on true
    left join lateral (
      select jsonb_build_object('id', s.id, 'what', s.what, 'returned', s.returned_on is not null) as it
      from shown s
      where s.who = p.id and s.item_id = a.item_id and s.checked_on is null and s.withdrawn_on is null
      order by s.returned_on is not null, s.created_at desc, s.id limit 1) waiting on true
    left join lateral (
      select jsonb_build_object('id', s.id, 'what', s.what, 'on', s.ends_on,
        'why', case when s.ends_on = s.withdrawn_on then 'withdrawn' else 'expired' end) as it
      from shown s
      where s.who = p.id and s.item_id = a.item_id and s.checked_on is not null and s.ends_on <= ${on}::date
        and s.ends_on is distinct from s.superseded_on
      order by s.ends_on desc, s.id limit 1) ended on evidence.it is null
    left join reached r on r.who = p.id and r.item_id = a.item_id
    left join lateral (
      select max(t.days_before + (least(upper(t.during), ${on}::date) - lower(t.during))) as counted
      from piece t where t.person_id = p.id and t.profession_id = a.profession_id and lower(t.during) <= ${on}::date) days on a.type = 'experience'
    left join lateral (
      select jsonb_build_object('met', o.met, 'on', o.decided_on, 'words', o.words, 'by', ${name}) as it
      from agreed o left join person k on k.organisation_id = ${work.organisationId} and k.id = o.decided_by
      where o.who = p.id and o.item_id = a.item_id) agreed on true
    order by array_position(${people}, p.id)`;
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

/** People who are alike: of one unit, placed at one level and track, meeting the same of what a list asks there. */
export type MetGroup = {
  /** Which of the lists that were asked. */
  readonly list: number;
  readonly unitId: Id;
  readonly modelId: Id;
  readonly levelId: Id;
  readonly trackId: Id | null;
  /** The first of the days of `since` before which their placement was in force. */
  readonly placedBefore: LocalDate | null;
  readonly met: ReadonlySet<Id>;
  readonly people: number;
};

type Numbered = AskedAt & { readonly bit: number };

/** A level of a model, with every question that is asked there once, whichever lists ask it. */
type AskedPlace = Pick<AskedAt, "modelId" | "levelId" | "professionId"> & {
  readonly questions: Map<string, Numbered>;
  /** What each list that asks anything here asks. */
  readonly lists: Map<number, Numbered[]>;
};

function placesAsked(lists: readonly (readonly AskedAt[])[]): AskedPlace[] {
  const places = new Map<string, AskedPlace>();
  for (const [list, asks] of lists.entries())
    for (const ask of asks) {
      const { modelId, levelId, professionId } = ask;
      const at = `${modelId} ${levelId}`;
      const here = places.get(at) ?? {
        modelId,
        levelId,
        professionId,
        questions: new Map<string, Numbered>(),
        lists: new Map<number, Numbered[]>(),
      };
      places.set(at, here);
      const key = JSON.stringify(ask);
      const question = here.questions.get(key) ?? { ...ask, bit: here.questions.size };
      here.questions.set(key, question);
      here.lists.set(list, [...(here.lists.get(list) ?? []), question]);
    }
  return [...places.values()];
}

/**
 * DBT-1, MOD-12: what everybody who is placed on a day meets of what is asked at their own level, in one statement and in groups, so that few rows come out. Several lists
 * can be asked at once, of different models or of one as it would ask otherwise: the facts are read once for all of them, and each has groups of its own. A
 * person counts in one unit for a model, as in coverage (FUP-1), and with the facts of the placement's own authority (ORG-2). People with protected
 * identity are not counted (ORG-7). `unitIds` keeps to some units.
 */
export async function metGroups(
  work: Scope,
  asked: {
    readonly on: LocalDate;
    readonly lists: readonly (readonly AskedAt[])[];
    readonly counting: Counting;
    readonly since?: readonly LocalDate[];
    readonly unitIds?: readonly Id[];
  },
): Promise<MetGroup[]> {
  const { on, lists, counting, since = [], unitIds } = asked;
  const places = placesAsked(lists);
  if (places.length === 0) return [];
  const numbered = places.flatMap(({ questions }, place) =>
    [...questions.values()].map((question) => ({ ...question, place })),
  );
  const none = "0".repeat(Math.max(...places.map(({ questions }) => questions.size)));
  const professionIds = [...new Set(places.map(({ professionId }) => professionId))];
  const whose: Whose = {
    people: null,
    who: () => sql`w.who`,
    join: (person, authority) => sql`join placed w on w.person_id = ${person} and w.place = a.place
      ${authority === null ? sql`` : sql`and w.authority_id is not distinct from ${authority}`}`,
    where: () => sql`true`,
  };
  if (unitIds === undefined) await planFor(work, "everybody");
  const { rows } = await sql<
    Pick<MetGroup, "unitId" | "trackId" | "placedBefore" | "people"> & { place: number; met: string }
  >`${plannedEachTime}
    with ${askedFrom(numbered)}, ${countedPeople(work, { day: on, professionIds, ...counting })}, placed as materialized (
      select row_number() over () as who, pl.person_id, a.place, pl.track_id, pl.authority_id, e.unit_id,
        (select min(day) from unnest(${[...since]}::date[]) as s (day) where pl.valid_from < s.day) as before
      from placement pl
      join unnest(${places.map(({ modelId }) => modelId)}::uuid[], ${places.map(({ levelId }) => levelId)}::uuid[],
        ${places.map(({ professionId }) => professionId)}::uuid[], ${places.map((_, place) => place)}::integer[])
        as a (model_id, level_id, profession_id, place) on a.model_id = pl.model_id and a.level_id = pl.level_id
      join counted e on e.person_id = pl.person_id and e.profession_id = a.profession_id
      where pl.organisation_id = ${work.organisationId} and not pl.corrected
        and pl.valid_from <= ${on}::date and (pl.valid_to is null or pl.valid_to > ${on}::date)
        and ${unitIds === undefined ? sql`true` : sql`e.unit_id = any(${[...unitIds]}::uuid[])`}
    ), ${factsOf(work, { on, whose, questions: numbered })}, fact as (
      select s.who, s.bit from shown s where ${isGood(on)}
      union all select r.who, r.bit from reached r where r.reached_on <= ${on}::date
      union all select o.who, o.bit from agreed o where o.met
    ), met as (
      select who, bit_or(set_bit(${none}::bit varying, bit, 1)) as bits from fact group by who
    )
    select w.unit_id as "unitId", w.place, w.track_id as "trackId", w.before as "placedBefore", coalesce(m.bits, ${none}::bit varying)::text as met,
      count(*)::integer as people
    from placed w left join met m on m.who = w.who
    group by 1, 2, 3, 4, 5`.execute(work.tx);
  if (unitIds === undefined) await planFor(work, "few");
  // Many groups meet the same: they share the set that says so.
  const sets = new Map<string, ReadonlySet<Id>>();
  return rows.flatMap(({ met, place, ...alike }) => {
    const here = places[place];
    if (!here) return [];
    const { modelId, levelId, lists: listsHere } = here;
    return [...listsHere].map(([list, asks]) => {
      const key = `${list} ${place} ${met}`;
      const shared =
        sets.get(key) ?? new Set(asks.flatMap(({ itemId, bit }) => (met[bit] === "1" ? [itemId] : [])));
      sets.set(key, shared);
      return { list, ...alike, modelId, levelId, met: shared };
    });
  });
}
