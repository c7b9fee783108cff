/** Booking a round of talks in a unit (TLK-3): times are proposed for everybody, altered one by one, and booked all at once or not at all. */
import { NotFound, done, refused, type Reason, type Result } from "../shared/result.ts";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Work } from "../platform/database/work.ts";
import { settings } from "../organisation/store.ts";
import { staffRoom, type Staff } from "../placement/unit-room.ts";
import {
  MOST_BOOKED,
  checkPlace,
  checkSlot,
  checkSpan,
  clashing,
  freeTimes,
  readSpan,
  type BookingCode,
  type Slot,
  type TypedSpan,
} from "./booking.rules.ts";
import { addTalks, clockNow, heldUnfinished, takenTimes, type Taken } from "./booking.store.ts";
import { callTo } from "./call-to-talk.ts";
import { isKind, type Kind } from "./talk.rules.ts";

type Unit = { readonly id: Id; readonly name: string; readonly authorityId: Id | null };

/** A line of the proposal: a time, unless none was left, or the person has one of the kind to come, or one that was held and isn't finished. */
export type ProposedTime = {
  readonly person: Staff;
  readonly slot: Slot | null;
  readonly booked: Slot | null;
  /** The day of what isn't finished: another is booked all the same when somebody gives it a time. */
  readonly heldOn: LocalDate | null;
};

export type Proposal = {
  readonly unit: Unit;
  readonly people: number;
  /** Null until the days and times are chosen. */
  readonly times: readonly ProposedTime[] | null;
  readonly reasons: readonly Reason<BookingCode>[];
  readonly talkWord: string;
};

/** What there is to book, and the times that are proposed for the days that were chosen; `typed` is null before that. */
export async function proposeRound(work: Work, unitId: string, typed: TypedSpan | null): Promise<Proposal> {
  const { unit, people } = await staffRoom(work, unitId);
  for (const { personId, as } of people) work.reads.note({ personIds: [personId], what: "talks", basis: as });
  const reasons = typed === null ? [] : checkSpan(typed, work.today);
  const { talkWord } = await settings(work);
  const room = { unit, people: people.length, reasons, talkWord };
  if (typed === null || reasons.length > 0) return { ...room, times: null };
  const taken = await takenTimes(work, await unitsOf(work, unit.id));
  const booked = new Map(
    taken.flatMap((slot) => (slot.kind === typed.kind ? [[slot.personId, slot] as const] : [])),
  );
  const held = await heldUnfinished(work, {
    personIds: people.map(({ personId }) => personId),
    kind: typed.kind,
    authorityId: unit.authorityId,
  });
  const waiting = people.filter(({ personId }) => !booked.has(personId) && !held.has(personId));
  const free = freeTimes(readSpan(typed), await stillToCome(work, taken), waiting.length).values();
  const times = people.map((person): ProposedTime => {
    const has = booked.get(person.personId) ?? null;
    const heldOn = held.get(person.personId) ?? null;
    return { person, booked: has, heldOn, slot: has || heldOn ? null : (free.next().value ?? null) };
  });
  return { ...room, times };
}

/** The manager's days are the same in all of their units. */
const unitsOf = async ({ actor }: Work, unitId: Id): Promise<Id[]> => [
  ...new Set([unitId, ...(actor?.manages.map((own) => own.unitId) ?? [])]),
];

/** What is taken, and today until now. */
async function stillToCome(work: Work, taken: readonly Taken[]): Promise<Slot[]> {
  const { day, at } = await clockNow(work);
  const minutes = Number(at.slice(0, 2)) * 60 + Number(at.slice(3));
  return [...taken, { day, at: "00:00", minutes }];
}

/** A time as it was typed for somebody who is to be booked. */
export type TypedTime = { readonly personId: string; readonly day: string; readonly at: string };
export type TypedRound = {
  readonly kind: string;
  readonly minutes: string;
  readonly place: string;
  readonly times: readonly TypedTime[];
};

/** Books everybody who was chosen, in one go; gives how many. Whoever isn't in the unit, or isn't the actor's to book, is not there: NotFound. */
export async function bookRound(
  work: Work,
  unitId: string,
  typed: TypedRound,
): Promise<Result<{ readonly booked: ReadonlyMap<Id, Id>; readonly kind: Kind }, BookingCode>> {
  const { unit, people } = await staffRoom(work, unitId);
  const bookedBy = work.actor?.personId;
  const known = new Map(people.map((person) => [person.personId, person]));
  if (!bookedBy || typed.times.some(({ personId }) => !known.has(personId))) throw new NotFound("person");
  const reasons = await checkRound(work, unit, typed);
  if (reasons.length > 0 || !isKind(typed.kind)) return refused(...reasons);
  const { kind, place } = typed;
  const minutes = Number(typed.minutes);
  const bookings = typed.times.map(({ personId, day, at }) => ({
    personId,
    kind,
    day,
    at,
    minutes,
    place: place.trim(),
    unitId: unit.id,
    authorityId: unit.authorityId,
    as: known.get(personId)?.as ?? "manager",
  }));
  const booked = await addTalks(work, bookings, bookedBy);
  await callTo(work, [...booked.values()]);
  return done({ booked, kind });
}

async function checkRound(
  work: Work,
  unit: Unit,
  { kind, minutes, place, times }: TypedRound,
): Promise<Reason<BookingCode>[]> {
  const reasons: Reason<BookingCode>[] = [];
  if (!isKind(kind)) reasons.push({ code: "unknown-kind", field: "kind" });
  const length = /^\d{1,3}$/.test(minutes) ? Number(minutes) : 0;
  if (length < 10 || length > 480)
    reasons.push({ code: "not-between", field: "minutes", data: { min: 10, max: 480 } });
  reasons.push(...checkPlace("place", place.trim()));
  if (times.length === 0) reasons.push({ code: "nobody-chosen" });
  if (times.length > MOST_BOOKED) reasons.push({ code: "too-many", data: { max: MOST_BOOKED } });
  if (reasons.length > 0) return reasons;
  const now = await clockNow(work);
  for (const { personId, ...slot } of times) reasons.push(...checkSlot(slot, now, `-${personId}`));
  if (reasons.length > 0) return reasons;
  const taken = await takenTimes(work, await unitsOf(work, unit.id));
  for (const { personId } of times)
    if (taken.some((slot) => slot.personId === personId && slot.kind === kind))
      reasons.push({ code: "booked-already", field: `day-${personId}` });
  const slots = times.map((time) => ({ ...time, minutes: length }));
  for (const { personId } of clashing(slots, taken)) reasons.push({ code: "clash", field: `at-${personId}` });
  return reasons;
}
