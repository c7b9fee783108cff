/**
 * Days. Vidga counts in whole days as they are in Stockholm; a day is the text `YYYY-MM-DD`, which
 * sorts and compares as itself, and is what PostgreSQL's `date` is read as. Ranges are half open,
 * `[from, to)`: `to` is the first day that is no longer inside, and an absent `to` means until further notice.
 * Nothing here reads the clock: today is passed in.
 */

import { Latest } from "./latest.ts";

/** A calendar day, `YYYY-MM-DD`. */
export type LocalDate = string;

/** `[from, to)`: `to` is the first day outside; `null` is open-ended. */
export type DateRange = { readonly from: LocalDate; readonly to: LocalDate | null };

/** Where the time comes from: passed in everywhere, so that tests can choose the day. */
export type Clock = () => Date;

const stockholm = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Stockholm",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

const HOUR_MS = 3_600_000;

const days = new Latest<LocalDate>(10_000);

/** The day it is in Stockholm at this instant. Days begin on the hour there, so the days of hours that were asked about are known. */
export function dayOf(instant: Date): LocalDate {
  const hour = Math.floor(instant.getTime() / HOUR_MS);
  return days.of(String(hour), () => stockholm.format(instant));
}

const DAY_MS = 24 * HOUR_MS;

const stockholmTime = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Stockholm",
  dateStyle: "short",
  timeStyle: "medium",
});

/** How far the clocks in Stockholm are ahead of UTC at this instant, in milliseconds. */
const ahead = (instant: number): number =>
  Date.parse(`${stockholmTime.format(instant).replace(" ", "T")}Z`) - Math.floor(instant / 1000) * 1000;

/**
 * The instant when the clocks in Stockholm show this time (`HH:MM`) on this day. In the hour that is left out in March it is an hour later, and in the one
 * that comes twice in October the first of the two.
 */
export function instantOf(day: LocalDate, time: string): Date {
  const shown = Date.parse(`${day}T${time}:00Z`);
  const [before, after] = [ahead(shown - DAY_MS), ahead(shown + DAY_MS)].map((offset) => shown - offset) as [
    number,
    number,
  ];
  const shows = (instant: number): boolean => instant + ahead(instant) === shown;
  return new Date(!shows(before) && shows(after) ? after : before);
}

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Is this a real calendar day, written `YYYY-MM-DD`, between 1900 and 2199? */
export function isDay(text: unknown): text is LocalDate {
  if (typeof text !== "string") return false;
  const match = SHAPE.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900 || year > 2199) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The day `days` later (or earlier, when negative). */
export function addDays(day: LocalDate, days: number): LocalDate {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The same day of the month `months` later; the last day of that month when it has fewer days. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/** Does the range hold this day? */
export const holds = (range: DateRange, day: LocalDate): boolean =>
  range.from <= day && (range.to === null || day < range.to);

/** Do the two ranges share a day? */
export const overlap = (a: DateRange, b: DateRange): boolean =>
  (a.to === null || b.from < a.to) && (b.to === null || a.from < b.to);
