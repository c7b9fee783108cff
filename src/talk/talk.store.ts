/** SQL about talks: whose and when, how far each has come, and what happens to its state. What is written in one stands in `written.store.ts`. */
import { sql, type RawBuilder } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { among } from "../platform/database/prepared.ts";
import type { Work } from "../platform/database/work.ts";
import { workingIn } from "../people/store.ts";
import { authorityOfUnits } from "../placement/store.ts";
import type { LocalTime } from "./booking.rules.ts";
import type { ClosedHow, Kind, OtherView, Standing, State } from "./talk.rules.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

export type Talk = {
  readonly id: Id;
  readonly personId: Id;
  readonly givenName: string;
  readonly familyName: string;
  readonly kind: Kind;
  readonly state: State;
  readonly unitId: Id;
  readonly unit: string;
  readonly authorityId: Id | null;
  readonly day: LocalDate;
  readonly at: LocalTime;
  readonly minutes: number;
  readonly place: string;
  /** Counts how many times a time has been set. */
  readonly booking: number;
  readonly bookedOn: LocalDate;
  readonly heldOn: LocalDate | null;
  readonly heldBy: string | null;
  readonly heldById: Id | null;
  readonly closedOn: LocalDate | null;
  readonly closedHow: ClosedHow | null;
  readonly agreedRevision: number;
  readonly begunSelf: boolean;
  readonly begunManager: boolean;
  readonly sharedSelf: boolean;
  readonly sharedManager: boolean;
  readonly record: number;
  readonly confirmedSelf: boolean;
  readonly confirmedManager: boolean;
  readonly view: OtherView | null;
  readonly asked: readonly LocalDate[];
};

/** How far it has come, for the rules. */
export const standingOf = (talk: Talk): Standing => ({
  kind: talk.kind,
  state: talk.state,
  shared: { self: talk.sharedSelf, manager: talk.sharedManager },
  record: talk.record,
  confirmed: { self: talk.confirmedSelf, manager: talk.confirmedManager },
  view: talk.view,
  asked: talk.asked,
});

/** A talk with how far it has come: everything but the words. */
const columns = sql`
  t.id, t.person_id as "personId", p.given_name as "givenName", p.family_name as "familyName", t.kind, t.state, t.unit_id as "unitId", u.name as unit,
  t.authority_id as "authorityId", t.on_day as day, to_char(t.at_time, 'HH24:MI') as at, t.minutes, t.place, t.booking, t.booked_on as "bookedOn",
  t.held_on as "heldOn", h.given_name || ' ' || h.family_name as "heldBy", t.held_by as "heldById", t.closed_on as "closedOn", t.closed_how as "closedHow", t.agreed_revision as "agreedRevision",
  coalesce(w."begunSelf", false) as "begunSelf", coalesce(w."begunManager", false) as "begunManager",
  coalesce(w."sharedSelf", false) as "sharedSelf", coalesce(w."sharedManager", false) as "sharedManager", r.record,
  coalesce(s."confirmedSelf", false) as "confirmedSelf", coalesce(s."confirmedManager", false) as "confirmedManager",
  case when s."toAbove" is not null then jsonb_build_object('toAbove', s."toAbove", 'answered', s.answered) end as view,
  coalesce(s.asked, '[]') as asked`;

const joined = sql`
  join person p on p.organisation_id = t.organisation_id and p.id = t.person_id
  join unit u on u.organisation_id = t.organisation_id and u.id = t.unit_id
  left join person h on h.organisation_id = t.organisation_id and h.id = t.held_by
  left join lateral (
    select bool_or(side = 'self') as "begunSelf", bool_or(side = 'manager') as "begunManager",
      bool_or(side = 'self' and shared_on is not null) as "sharedSelf", bool_or(side = 'manager' and shared_on is not null) as "sharedManager"
    from talk_preparation x where x.organisation_id = t.organisation_id and x.talk_id = t.id) w on true
  left join lateral (
    select coalesce(max(revision), 0) as record from talk_record x where x.organisation_id = t.organisation_id and x.talk_id = t.id) r on true
  left join lateral (
    select bool_or(kind = 'confirmed' and acting_as = 'self') as "confirmedSelf", bool_or(kind = 'confirmed' and acting_as <> 'self') as "confirmedManager",
      bool_or((details ->> 'toAbove')::boolean) filter (where kind = 'other-view') as "toAbove", bool_or(kind = 'answered') as answered,
      jsonb_agg((at at time zone 'Europe/Stockholm')::date order by at) filter (where kind = 'asked') as asked
    from talk_event x where x.organisation_id = t.organisation_id and x.talk_id = t.id and x.revision = r.record and r.record > 0) s on true`;

const select = (
  work: Pick<Work, "organisationId">,
  where: RawBuilder<unknown>,
): RawBuilder<Talk> => sql<Talk>`
  select ${columns} from talk t ${joined} where t.organisation_id = ${work.organisationId} and ${where}`;

/** The person's own, by its id: another person's is not found. */
export const talkBy = (work: Pick<Work, "organisationId">, personId: Id, id: Id): RawBuilder<Talk> =>
  select(work, sql`t.id = ${id} and t.person_id = ${personId}`);

/** Of these people: what is under way first, the one nearest in time first; then what is closed, the latest first. */
export async function talksOf(work: Scope, personIds: readonly Id[]): Promise<Talk[]> {
  const { rows } = await sql<Talk>`${select(work, sql`t.person_id = any(${[...personIds]}::uuid[])`)}
    order by t.state in ('locked', 'cancelled'), case when t.state in ('locked', 'cancelled') then null else t.on_day end,
      coalesce(t.held_on, t.on_day) desc, t.at_time, t.id`.execute(work.tx);
  return rows;
}

/** Of these people: what is under way, and the latest of each that is locked. */
export async function underWayAndLatest(work: Scope, personIds: readonly Id[]): Promise<Talk[]> {
  const { rows } = await sql<Talk>`${select(
    work,
    sql`t.id in (
      select id from talk where organisation_id = ${work.organisationId} and person_id = any(${[...personIds]}::uuid[]) and state in ('planned', 'held')
      union all
      (select distinct on (person_id) id from talk where organisation_id = ${work.organisationId} and person_id = any(${[...personIds]}::uuid[]) and state = 'locked'
       order by person_id, held_on desc, id))`,
  )} order by t.on_day, t.at_time, t.id`.execute(work.tx);
  return rows;
}

/** A talk under way, with whether the person works in its unit today. */
export type TalkUnderWay = Talk & { readonly isThere: boolean };

/** What is under way with somebody, with those who work in `unitIds` today, and what waits for a manager above in the units `managed` and those below them. */
export const underWay = (
  work: Pick<Work, "organisationId" | "today">,
  of: { readonly own: Id; readonly unitIds: readonly Id[]; readonly managed: readonly Id[] },
): RawBuilder<TalkUnderWay> => sql<TalkUnderWay>`
    with recursive below as (
      select id from unit where organisation_id = ${work.organisationId} and ${among("id", of.managed)}
      union
      select u.id from unit u join below b on u.parent_id = b.id where u.organisation_id = ${work.organisationId}
    ), found as (
      select id from talk where organisation_id = ${work.organisationId} and person_id = ${of.own} and state in ('planned', 'held')
      union
      select id from talk where organisation_id = ${work.organisationId} and person_id in (${workingIn(work, of.unitIds)}) and state in ('planned', 'held')
      union
      select t.id from below b join talk t on t.organisation_id = ${work.organisationId} and t.unit_id = b.id and t.state = 'held'
      where exists (select from talk_event e where e.organisation_id = t.organisation_id and e.talk_id = t.id and e.kind = 'other-view')
    )
    select ${columns}, exists (
        select from employment_period e where e.organisation_id = t.organisation_id and e.person_id = t.person_id and e.unit_id = t.unit_id
          and e.valid_from <= ${work.today} and (e.valid_to is null or e.valid_to > ${work.today})) as "isThere"
    from found f join talk t on t.organisation_id = ${work.organisationId} and t.id = f.id ${joined}
    order by t.on_day, t.at_time, t.id`;

/** The day of the latest talk that was held with each who works in these units today, by the authority whose it is. */
export const latestHeldIn = (
  work: Pick<Work, "organisationId" | "today">,
  unitIds: readonly Id[],
): RawBuilder<LatestHeld> => sql<LatestHeld>`
    select person_id as "personId", authority_id as "authorityId", max(held_on) as day from talk
    where organisation_id = ${work.organisationId} and state in ('held', 'locked') and person_id in (${workingIn(work, unitIds)})
    group by person_id, authority_id`;
export type LatestHeld = {
  readonly personId: Id;
  readonly authorityId: Id | null;
  readonly day: LocalDate;
};

/** Holds it until the transaction ends, so that two who write, confirm or hold at once take turns. */
export async function lockTalk(work: Scope, id: Id): Promise<void> {
  await sql`select 1 from talk where organisation_id = ${work.organisationId} and id = ${id} for update`.execute(
    work.tx,
  );
}

export type Held = { readonly heldOn: LocalDate; readonly heldBy: Id };

export async function saveHeld(work: Scope, id: Id, { heldOn, heldBy }: Held): Promise<void> {
  await work.tx
    .updateTable("talk")
    .set({ state: "held", held_on: heldOn, held_by: heldBy })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", id)
    .execute();
}

export async function saveClosed(
  work: Scope & Pick<Work, "today">,
  id: Id,
  state: "locked" | "cancelled",
  how: ClosedHow,
): Promise<void> {
  await work.tx
    .updateTable("talk")
    .set({ state, closed_on: work.today, closed_how: how })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", id)
    .execute();
}

/**
 * Talks under way of people (null: of all) who don't work in the talk's authority on its day, or, when that has passed, today. They are held until the transaction ends.
 */
export async function leftBehind(
  work: Scope & Pick<Work, "today">,
  personIds: readonly Id[] | null,
): Promise<Pick<Talk, "id" | "personId" | "state" | "record" | "booking">[]> {
  const { rows } = await sql<Pick<Talk, "id" | "personId" | "state" | "record" | "booking">>`
    with recursive ${authorityOfUnits(work)}
    select t.id, t.person_id as "personId", t.state, t.booking, coalesce((select max(revision) from talk_record r
      where r.organisation_id = t.organisation_id and r.talk_id = t.id), 0) as record
    from talk t cross join lateral (select greatest(${work.today}::date, case when t.state = 'planned' then t.on_day end) as day) asked
    where t.organisation_id = ${work.organisationId} and t.state in ('planned', 'held')
      and (${personIds === null} or t.person_id = any(${[...(personIds ?? [])]}::uuid[]))
      and not exists (
        select from employment_period e join authority a on a.unit_id = e.unit_id
        where e.organisation_id = t.organisation_id and e.person_id = t.person_id and a.authority_id is not distinct from t.authority_id
          and e.valid_from <= asked.day and (e.valid_to is null or e.valid_to > asked.day))
    for update of t`.execute(work.tx);
  return rows;
}
