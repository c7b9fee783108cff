/** Booking talks: many in two statements, a new time for one, and what is taken already. */
import { sql } from "kysely";
import { newId, type Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Work } from "../platform/database/work.ts";
import type { DecidesAs } from "../placement/access.ts";
import type { LocalTime, Slot } from "./booking.rules.ts";
import type { Kind } from "./talk.rules.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

/** What the clocks in Stockholm show. */
export async function clockNow(
  work: Pick<Work, "tx" | "now" | "today">,
): Promise<{ day: LocalDate; at: LocalTime }> {
  const { rows } = await sql<{ at: LocalTime }>`
    select to_char(${work.now}::timestamptz at time zone 'Europe/Stockholm', 'HH24:MI') as at`.execute(
    work.tx,
  );
  return { day: work.today, at: rows[0]?.at ?? "" };
}

export type Booking = Slot & {
  readonly personId: Id;
  readonly kind: Kind;
  readonly unitId: Id;
  readonly authorityId: Id | null;
  readonly place: string;
  readonly as: DecidesAs;
};

/** Books all of them, in two statements however many. Those who have one of the kind to come already are left out: the ids of the others come back. */
export async function addTalks(work: Work, bookings: readonly Booking[], bookedBy: Id): Promise<Map<Id, Id>> {
  const column = <T>(of: (booking: Booking) => T): T[] => bookings.map(of);
  const { rows } = await sql<{ id: Id; personId: Id }>`
    insert into talk (organisation_id, id, person_id, kind, unit_id, authority_id, on_day, at_time, minutes, place, booked_on)
    select ${work.organisationId}::uuid, id, person_id, kind, unit_id, authority_id, on_day, at_time, minutes, place, ${work.today}::date
    from unnest(${column(() => newId())}::uuid[], ${column(({ personId }) => personId)}::uuid[], ${column(({ kind }) => kind)}::text[],
      ${column(({ unitId }) => unitId)}::uuid[], ${column(({ authorityId }) => authorityId)}::uuid[], ${column(({ day }) => day)}::date[],
      ${column(({ at }) => at)}::time[], ${column(({ minutes }) => minutes)}::int[], ${column(({ place }) => place)}::text[])
      as b (id, person_id, kind, unit_id, authority_id, on_day, at_time, minutes, place)
    on conflict (organisation_id, person_id, kind, authority_id) where state = 'planned' do nothing
    returning id, person_id as "personId"`.execute(work.tx);
  const asOf = new Map(bookings.map(({ personId, as }) => [personId, as]));
  await sql`
    insert into talk_event (organisation_id, id, talk_id, person_id, kind, by_id, acting_as, details, at)
    select t.organisation_id, gen_random_uuid(), t.id, t.person_id, 'booked', ${bookedBy}::uuid, b.acting_as,
      jsonb_build_object('day', t.on_day, 'at', to_char(t.at_time, 'HH24:MI'), 'place', t.place), ${work.now}::timestamptz
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ personId }) => asOf.get(personId) ?? "manager")}::text[]) as b (id, acting_as)
    join talk t on t.organisation_id = ${work.organisationId} and t.id = b.id`.execute(work.tx);
  return new Map(rows.map(({ id, personId }) => [personId, id]));
}

export type Taken = Slot & { readonly personId: Id; readonly kind: Kind };

/** The talks that are booked in these units and not opened: what a manager's days hold already, and whose day has passed. Whoever has one gets no other of the kind. */
export async function takenTimes(work: Scope, unitIds: readonly Id[]): Promise<Taken[]> {
  const { rows } = await sql<Taken>`
    select on_day as day, to_char(at_time, 'HH24:MI') as at, minutes, person_id as "personId", kind from talk
    where organisation_id = ${work.organisationId} and unit_id = any(${[...unitIds]}::uuid[]) and state = 'planned'`.execute(
    work.tx,
  );
  return rows;
}

/** Who of these has had one of the kind that isn't finished, and the latest day that it was held. */
export async function heldUnfinished(
  work: Scope,
  of: { readonly personIds: readonly Id[]; readonly kind: string; readonly authorityId: Id | null },
): Promise<Map<Id, LocalDate>> {
  const { rows } = await sql<{ personId: Id; heldOn: LocalDate }>`
    select person_id as "personId", max(held_on) as "heldOn" from talk
    where organisation_id = ${work.organisationId} and person_id = any(${[...of.personIds]}::uuid[]) and kind = ${of.kind}
      and authority_id is not distinct from ${of.authorityId} and state = 'held' group by person_id`.execute(
    work.tx,
  );
  return new Map(rows.map(({ personId, heldOn }) => [personId, heldOn]));
}

/** A new time, a new number: the caller holds the talk. */
export async function saveTime(work: Scope, id: Id, slot: Slot & { readonly place: string }): Promise<void> {
  await work.tx
    .updateTable("talk")
    .set((eb) => ({
      on_day: slot.day,
      at_time: slot.at,
      minutes: slot.minutes,
      place: slot.place,
      booking: eb("booking", "+", 1),
    }))
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", id)
    .execute();
}

/** A talk as a calendar has it; `startsAt` and `remindAt` are instants, in milliseconds, whatever the clocks do. */
export type Appointment = Slot & {
  readonly id: Id;
  readonly personId: Id;
  readonly kind: Kind;
  readonly place: string;
  readonly booking: number;
  readonly startsAt: number;
  /** Two days before, at the same time of day. */
  readonly remindAt: number;
};

export async function appointmentsOf(work: Scope, talkIds: readonly Id[]): Promise<Appointment[]> {
  const { rows } = await sql<Appointment>`
    select id, person_id as "personId", kind, place, booking, on_day as day, to_char(at_time, 'HH24:MI') as at, minutes,
      (extract(epoch from (on_day + at_time) at time zone 'Europe/Stockholm') * 1000)::float8 as "startsAt",
      (extract(epoch from (on_day - 2 + at_time) at time zone 'Europe/Stockholm') * 1000)::float8 as "remindAt"
    from talk where organisation_id = ${work.organisationId} and id = any(${[...talkIds]}::uuid[]) order by on_day, at_time, id`.execute(
    work.tx,
  );
  return rows;
}
