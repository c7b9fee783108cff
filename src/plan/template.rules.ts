/** Templates that plans start from (PLN-2): a goal with its activities, in days from the day that it starts. */
import { checkWords } from "../placement/rules.ts";
import type { Id } from "../shared/ids.ts";
import { addDays, addMonths, type LocalDate } from "../shared/local-date.ts";
import type { Reason } from "../shared/result.ts";
import { isKind, isOwner, LONGEST, type Kind, type Owner } from "./plan.rules.ts";

/** An activity of a template; `entryId` is the catalogue's, null for something of one's own. */
export type TemplateLine = {
  readonly entryId: Id | null;
  readonly title: string;
  readonly days: number;
  readonly owner: Owner;
};

export type TemplateText = {
  readonly kind: Kind;
  readonly title: string;
  readonly use: string;
  /** The goal is to be reached so many days after it starts. */
  readonly days: number;
  /** Does it start by itself for whoever is employed, and in which profession? Null is all of them. */
  readonly withEmployment: boolean;
  readonly professionId: Id | null;
  readonly lines: readonly TemplateLine[];
};

/** A line as it was typed; days are NaN for what isn't a number, null for nothing. Nothing typed at all is no line. */
export type TypedLine = {
  readonly entryId: string;
  readonly title: string;
  readonly days: number | null;
  readonly owner: string;
};
export type TypedTemplate = Omit<TemplateText, "kind" | "days" | "professionId" | "lines"> & {
  readonly kind: string;
  readonly days: number | null;
  readonly professionId: string;
  readonly lines: readonly TypedLine[];
};

export const MOST_LINES = 60;
export const MOST_DAYS = 3650;

export type TemplateCode =
  | "missing"
  | "too-long"
  | "bad-character"
  | "bad-number"
  | "unknown-kind"
  | "unknown-entry"
  | "withdrawn-entry"
  | "named-by-catalogue"
  | "unknown-profession"
  | "no-lines"
  | "too-many-lines"
  | "stale";

export const isTyped = ({ entryId, title, days }: TypedLine): boolean =>
  entryId !== "" || title.trim() !== "" || days !== null;

const checkDays = (field: string, days: number | null): Reason<TemplateCode>[] => {
  if (days === null) return [{ code: "missing", field }];
  return Number.isInteger(days) && days >= 0 && days <= MOST_DAYS
    ? []
    : [{ code: "bad-number", field, data: { max: MOST_DAYS } }];
};

/** Everything that is wrong with a template, at once; a line's fields end with its place in the form. */
export function checkTemplate(typed: TypedTemplate): Reason<TemplateCode>[] {
  const lines = typed.lines.flatMap((line, index) => (isTyped(line) ? [{ line, index }] : []));
  return [
    ...(isKind(typed.kind) ? [] : [{ code: "unknown-kind", field: "kind" } as const]),
    ...checkWords("title", typed.title, LONGEST.title),
    ...(typed.use.trim() === "" ? [] : checkWords("use", typed.use, LONGEST.use)),
    ...checkDays("days", typed.days),
    ...(lines.length === 0 ? [{ code: "no-lines", field: "title-0" } as const] : []),
    ...(lines.length > MOST_LINES ? [{ code: "too-many-lines", data: { max: MOST_LINES } } as const] : []),
    ...lines.flatMap(({ line, index }): Reason<TemplateCode>[] => [
      ...(line.entryId === "" ? checkWords(`title-${index}`, line.title, LONGEST.title) : []),
      ...checkDays(`days-${index}`, line.days),
      ...(isOwner(line.owner) ? [] : [{ code: "missing", field: `owner-${index}` } as const]),
    ]),
  ];
}

/** The day that something of a template falls on, for a plan that starts on a day. */
export const dayIn = (start: LocalDate, days: number): LocalDate => addDays(start, days);

/** A joiner's plan starts by itself when they begin, or began so short a time ago that it still is an introduction. */
export const JOINED_WITHIN_MONTHS = 1;
export const joinedFrom = (today: LocalDate): LocalDate => addMonths(today, -JOINED_WITHIN_MONTHS);

/** A line that takes a place of the catalogue in a year, for somebody. */
export type Seat = { readonly personId: Id; readonly entryId: Id; readonly year: number };
export const seatKey = ({ entryId, year }: Pick<Seat, "entryId" | "year">): string => `${entryId} ${year}`;

/**
 * Who gets the places that are left, in the order that they stand in; `left` by `seatKey`, null is any number. The others have the activity in their plan all the same, without a
 * place: whoever plans with them sees it, and nothing is left out silently.
 */
export function withoutPlace(seats: readonly Seat[], left: ReadonlyMap<string, number | null>): Set<Seat> {
  const given = new Map<string, number>();
  return new Set(
    seats.filter((seat) => {
      const key = seatKey(seat);
      const most = left.get(key) ?? null;
      const before = given.get(key) ?? 0;
      if (most !== null && before >= most) return true;
      given.set(key, before + 1);
      return false;
    }),
  );
}
