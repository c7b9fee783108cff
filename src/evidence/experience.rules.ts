/**
 * Experience (ASM-2): calendar time in a profession, from employments here and checked time elsewhere. Employments at the same time count once, and leave
 * counts as the organisation says. The same as the database's `counted_experience`.
 */
import type { Id } from "../shared/ids.ts";
import { addDays, addMonths, type DateRange, type LocalDate } from "../shared/local-date.ts";

/** Work in a profession; `employmentId` is null for checked time elsewhere. */
export type Worked = DateRange & { readonly professionId: Id; readonly employmentId: Id | null };
export type Leave = DateRange & { readonly employmentId: Id };

/** Unbroken time that counts, with the days that were counted before it. */
export type Piece = DateRange & { readonly daysBefore: number };

/** Later than any day there is: what an open end is compared as. */
const NEVER: LocalDate = "9999-12-31";
const endOf = (range: DateRange): LocalDate => range.to ?? NEVER;
const rangeTo = (from: LocalDate, to: LocalDate): DateRange => ({ from, to: to === NEVER ? null : to });

/** Days from one day to a later one, the last not counted. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** The same days as one range where they touch or overlap, in order. */
export function merged(ranges: readonly DateRange[]): DateRange[] {
  const result: DateRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const last = result.at(-1);
    if (!last || endOf(last) < range.from) result.push({ from: range.from, to: range.to });
    else if (endOf(last) < endOf(range)) result[result.length - 1] = { from: last.from, to: range.to };
  }
  return result;
}

/** What is left of a range when others, merged, are taken away. */
function without(range: DateRange, taken: readonly DateRange[]): DateRange[] {
  const left: DateRange[] = [];
  let from = range.from;
  for (const gap of taken) {
    if (gap.from > from) left.push(rangeTo(from, gap.from < endOf(range) ? gap.from : endOf(range)));
    if (endOf(gap) > from) from = endOf(gap);
    if (from >= endOf(range)) return left;
  }
  return [...left, rangeTo(from, endOf(range))];
}

/**
 * The leaves of one employment that don't count: those longer than `leaveDays`, whole; none when it is null. Leaves that follow each other without a
 * day between are one, and one that has no end yet is longer than any number.
 */
export const leftOut = (leaves: readonly DateRange[], leaveDays: number | null): DateRange[] =>
  leaveDays === null
    ? []
    : merged(leaves).filter((leave) => leave.to === null || daysBetween(leave.from, leave.to) > leaveDays);

/** ASM-2: the time that counts in one profession, in order and without overlap. */
export function countedExperience(
  worked: readonly Worked[],
  leaves: readonly Leave[],
  { professionId, leaveDays }: { readonly professionId: Id; readonly leaveDays: number | null },
): Piece[] {
  const counted = worked
    .filter((each) => each.professionId === professionId)
    .flatMap((each) => {
      const own = leaves.filter(({ employmentId }) => employmentId === each.employmentId);
      return without(each, leftOut(own, leaveDays));
    });
  let daysBefore = 0;
  return merged(counted).map((range) => {
    const piece = { ...range, daysBefore };
    daysBefore += range.to === null ? 0 : daysBetween(range.from, range.to);
    return piece;
  });
}

/**
 * ASM-2: the day on which so many months are reached, as if all earlier time had come just before the piece in which they are; null when the time that is known
 * ends before. With work that goes on it may be a day to come.
 */
export function reachedOn(pieces: readonly Piece[], months: number): LocalDate | null {
  for (const piece of pieces) {
    const day = addMonths(addDays(piece.from, -piece.daysBefore), months);
    if (piece.to === null || day <= piece.to) return day;
  }
  return null;
}

/** The days counted up to a day. */
export const daysCounted = (pieces: readonly Piece[], day: LocalDate): number =>
  pieces
    .filter((piece) => piece.from < day)
    .reduce((sum, piece) => sum + daysBetween(piece.from, endOf(piece) < day ? endOf(piece) : day), 0);
