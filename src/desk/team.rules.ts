/** What a manager's start page asks about each of their people: who is new, and with whom it is time to book a talk. Pure. */
import { addDays, addMonths, type LocalDate } from "../shared/local-date.ts";

/** Whoever began in the unit within so many days is new there. */
const NEW_DAYS = 90;

/** A talk is due when the latest is so many months ago. */
const TALK_MONTHS = 12;

export type TalkFacts = {
  /** The first day in the unit. */
  readonly since: LocalDate;
  /** When the two of them last talked; null when that isn't known. */
  readonly lastTalk: LocalDate | null;
  /** Is a talk booked, or under way? */
  readonly hasTalk: boolean;
};

/** `introduce`: new in the unit, and no talk since then. `book`: no talk within a year. Null where a talk is under way, or was held lately. */
export function talkDue(
  { since, lastTalk, hasTalk }: TalkFacts,
  today: LocalDate,
): "introduce" | "book" | null {
  if (hasTalk) return null;
  if (since > addDays(today, -NEW_DAYS) && (lastTalk === null || lastTalk < since)) return "introduce";
  return lastTalk === null || lastTalk <= addMonths(today, -TALK_MONTHS) ? "book" : null;
}

/** The later of two days, either of which may be missing. */
export const later = (a: LocalDate | null, b: LocalDate | null): LocalDate | null =>
  a === null || (b !== null && b > a) ? b : a;
