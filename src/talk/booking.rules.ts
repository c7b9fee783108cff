/** Booking a round of talks (TLK-3): which times there are in a span of days, who gets which, and what may be wrong with what was chosen. */
import { checkWords } from "../placement/rules.ts";
import { addDays, isDay, type LocalDate } from "../shared/local-date.ts";
import type { Reason } from "../shared/result.ts";
import { isKind } from "./talk.rules.ts";

/** A time of day, `HH:MM`. */
export type LocalTime = string;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
export const isTime = (text: string): text is LocalTime => TIME.test(text);

/** Minutes since midnight, and back. */
export const minutesOf = (time: LocalTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
export const timeOf = (minutes: number): LocalTime =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** A round is booked for at most so many at a time, over so many days. */
export const MOST_BOOKED = 100;
export const LONGEST_SPAN = 180;
export const LONGEST_PLACE = 300;

/** When talks may be: weekdays are 1, Monday, to 7. */
export type Span = {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly weekdays: readonly number[];
  readonly earliest: LocalTime;
  readonly latest: LocalTime;
  readonly minutes: number;
  /** Between one talk and the next. */
  readonly pause: number;
  /** On one day. */
  readonly most: number;
  /** No talks between twelve and one. */
  readonly lunch: boolean;
};

/** A time that somebody has: on this day from `at`, for so many minutes. */
export type Slot = { readonly day: LocalDate; readonly at: LocalTime; readonly minutes: number };

const LUNCH = { from: minutesOf("12:00"), until: minutesOf("13:00") };

/** 1, Monday, to 7. */
export const weekdayOf = (day: LocalDate): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

export const clash = (a: Slot, b: Slot): boolean =>
  a.day === b.day &&
  minutesOf(a.at) < minutesOf(b.at) + b.minutes &&
  minutesOf(b.at) < minutesOf(a.at) + a.minutes;

/** The hours of a day that talks may be in, in minutes: lunch makes them two, and the times are counted anew after it. */
function hoursOf({ earliest, latest, lunch }: Pick<Span, "earliest" | "latest" | "lunch">) {
  const [from, until] = [minutesOf(earliest), minutesOf(latest)];
  return lunch
    ? [
        { from, until: Math.min(until, LUNCH.from) },
        { from: Math.max(from, LUNCH.until), until },
      ]
    : [{ from, until }];
}

/** The first free times of a span, at most `wanted` of them, in order. What is taken already is left out, with what it leaves no room for. */
export function freeTimes(span: Span, taken: readonly Slot[], wanted: number): Slot[] {
  const free: Slot[] = [];
  for (let day = span.from; day <= span.to && free.length < wanted; day = addDays(day, 1)) {
    if (!span.weekdays.includes(weekdayOf(day))) continue;
    const there = taken.filter((slot) => slot.day === day);
    let left = Math.min(span.most - there.length, wanted - free.length);
    for (const { from, until } of hoursOf(span))
      for (let start = from; left > 0 && start + span.minutes <= until; start += span.minutes + span.pause) {
        const slot = { day, at: timeOf(start), minutes: span.minutes };
        if (there.some((other) => clash(slot, other))) continue;
        free.push(slot);
        left -= 1;
      }
  }
  return free;
}

export type BookingCode =
  | "missing"
  | "not-a-day"
  | "not-a-time"
  | "not-between"
  | "unknown-kind"
  | "day-passed"
  | "time-passed"
  | "span-backwards"
  | "span-too-long"
  | "hours-too-short"
  | "no-weekday"
  | "too-long"
  | "bad-character"
  | "clash"
  | "booked-already"
  | "nobody-chosen"
  | "too-many";

/** A round as it was typed. */
export type TypedSpan = Readonly<
  Record<"kind" | "from" | "to" | "earliest" | "latest" | "minutes" | "pause" | "most" | "place", string>
> & { readonly weekdays: readonly string[]; readonly lunch: boolean };

const whole = (text: string, min: number, max: number): number | null =>
  /^\d{1,4}$/.test(text) && Number(text) >= min && Number(text) <= max ? Number(text) : null;

/** Every reason why a round can't be proposed as it was typed; none means yes, and then it can be read with `readSpan`. */
export function checkSpan(typed: TypedSpan, today: LocalDate): Reason<BookingCode>[] {
  const reasons: Reason<BookingCode>[] = [];
  if (!isKind(typed.kind)) reasons.push({ code: "unknown-kind", field: "kind" });
  for (const field of ["from", "to"] as const)
    if (typed[field] === "") reasons.push({ code: "missing", field });
    else if (!isDay(typed[field])) reasons.push({ code: "not-a-day", field });
    else if (typed[field] < today) reasons.push({ code: "day-passed", field });
  if (isDay(typed.from) && isDay(typed.to)) {
    if (typed.to < typed.from) reasons.push({ code: "span-backwards", field: "to" });
    else if (typed.to > addDays(typed.from, LONGEST_SPAN))
      reasons.push({ code: "span-too-long", field: "to", data: { days: LONGEST_SPAN } });
  }
  for (const field of ["earliest", "latest"] as const)
    if (!isTime(typed[field])) reasons.push({ code: "not-a-time", field });
  for (const [field, min, max] of BETWEEN)
    if (whole(typed[field], min, max) === null)
      reasons.push({ code: "not-between", field, data: { min, max } });
  const minutes = whole(typed.minutes, 10, 480);
  if (isTime(typed.earliest) && isTime(typed.latest) && minutes !== null)
    if (hoursOf(typed).every(({ from, until }) => until - from < minutes))
      reasons.push({ code: "hours-too-short", field: "latest", data: { minutes } });
  if (!typed.weekdays.some((day) => /^[1-7]$/.test(day)))
    reasons.push({ code: "no-weekday", field: "weekdays" });
  return [...reasons, ...checkPlace("place", typed.place)];
}

const BETWEEN = [
  ["minutes", 10, 480],
  ["pause", 0, 240],
  ["most", 1, 20],
] as const;

export const readSpan = (typed: TypedSpan): Span => ({
  from: typed.from,
  to: typed.to,
  weekdays: typed.weekdays.map(Number),
  earliest: typed.earliest,
  latest: typed.latest,
  minutes: Number(typed.minutes),
  pause: Number(typed.pause),
  most: Number(typed.most),
  lunch: typed.lunch,
});

/** A place may be left out. */
export const checkPlace = (field: string, place: string): Reason<BookingCode>[] =>
  place === ""
    ? []
    : checkWords(field, place, LONGEST_PLACE).flatMap((reason) =>
        reason.code === "missing" ? [] : [{ ...reason, code: reason.code }],
      );

/** A day and a time as typed, and the clock in Stockholm: what is wrong with them. `field` ends the names of the two fields. */
export function checkSlot(
  slot: Pick<Slot, "day" | "at">,
  now: { readonly day: LocalDate; readonly at: LocalTime },
  field = "",
): Reason<BookingCode>[] {
  const reasons: Reason<BookingCode>[] = [];
  if (slot.day === "") reasons.push({ code: "missing", field: `day${field}` });
  else if (!isDay(slot.day)) reasons.push({ code: "not-a-day", field: `day${field}` });
  else if (slot.day < now.day) reasons.push({ code: "day-passed", field: `day${field}` });
  if (!isTime(slot.at)) reasons.push({ code: "not-a-time", field: `at${field}` });
  else if (slot.day === now.day && slot.at < now.at)
    reasons.push({ code: "time-passed", field: `at${field}` });
  return reasons;
}

/** Which of these overlap another of them, or something that is taken. Each pair is said once, at the later of the two. */
export const clashing = <S extends Slot>(slots: readonly S[], taken: readonly Slot[]): S[] =>
  slots.filter(
    (slot, index) =>
      taken.some((other) => clash(slot, other)) || slots.slice(0, index).some((other) => clash(slot, other)),
  );
