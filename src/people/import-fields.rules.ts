/** The fields of the staff import, and how a file's columns are mapped to them (INT-1, ORG-3). */
import type { LocalDate, DateRange } from "../shared/local-date.ts";
import type { Reason } from "../shared/result.ts";

/** Each field with the most characters that it may have. */
export const STAFF_FIELDS = {
  /** The employer's own number for the employment: the key. */
  employmentNumber: 60,
  /** Joins several employments to one person. Never a personnummer. */
  personKey: 100,
  givenName: 100,
  familyName: 100,
  /** `Efternamn, Förnamn` or `Förnamn Efternamn`, where the two have no columns of their own. */
  fullName: 200,
  email: 254,
  unitCode: 60,
  unitName: 200,
  /** From the top down, parts divided by `>`, `\`, `|` or `/`. */
  unitPath: 800,
  /** The employment number of the nearest manager. */
  managerNumber: 60,
  title: 200,
  professionCode: 60,
  aid: 60,
  form: 100,
  extent: 20,
  /** The first day. */
  from: 40,
  /** The last day, as HR systems write it. */
  to: 40,
  main: 20,
  leaveFrom: 40,
  leaveTo: 40,
  protectedIdentity: 40,
} as const;
export type StaffField = keyof typeof STAFF_FIELDS;

export const isStaffField = (text: string): text is StaffField => Object.hasOwn(STAFF_FIELDS, text);

/** Which column fills which field. JSON as it stands: it is saved, corrected and used for the next file. */
export type Mapping = {
  readonly columns: Readonly<Partial<Record<StaffField, string>>>;
  /** Columns that are never read, and why: so that the page can say so. */
  readonly dropped: readonly { readonly column: string; readonly why: "personal-identity-number" }[];
  /** What names an employment: its number, or, where the file has none, a keyed hash of the personnummer in this column. */
  readonly key:
    { readonly by: "employment-number" } | { readonly by: "identity-hash"; readonly column: string };
};

/** A row as the reader of tables gives it: cells in the header's order, and what was already found wrong with it. */
export type ImportRow = {
  readonly line: number;
  readonly cells: readonly string[];
  readonly problems?: readonly Reason[];
};

/** How the row names its unit. The name beside a code is for a unit that does not exist yet, and for people to read. */
export type UnitReference =
  | { readonly by: "code"; readonly code: string; readonly name: string | null }
  | { readonly by: "path"; readonly path: readonly string[] }
  | { readonly by: "name"; readonly name: string };

export type EmploymentForm = "permanent" | "fixed-term" | "hourly";

/** One employment as the file states it. */
export type StaffRow = {
  readonly line: number;
  readonly employmentNumber: string;
  readonly personKey: string | null;
  /**
   * Rows with the same text are one person. By person key where the row has one; else by e-mail and name together, upper and lower
   * case alike; else the employment is a person of its own.
   */
  readonly personGroup: string;
  readonly givenName: string;
  readonly familyName: string;
  /** In lower case. */
  readonly email: string | null;
  readonly unit: UnitReference;
  readonly managerNumber: string | null;
  readonly title: string;
  readonly professionCode: string | null;
  readonly aid: string | null;
  readonly form: EmploymentForm;
  /** Per cent of full time, 0–100, two decimals at the most. */
  readonly extent: number;
  /** `[from, to)`: the file's last day is the day before `to`. */
  readonly period: DateRange;
  /** As the file marks it; null where it does not say. */
  readonly main: boolean | null;
  readonly leave: DateRange | null;
  readonly protectedIdentity: boolean;
  /** Worth showing, but no hindrance. */
  readonly notes: readonly Reason<RowNote>[];
};

export type RowNote =
  | "future-start" // data.value: begins within twelve months
  | "unknown-form" // data.value: taken as permanent or fixed-term by whether there is a last day
  | "shared-email"; // data.otherLine: somebody with another name has the same address

/** Why a row can't be read. `field` names the field; `data` has `line`, `column` (the header) and what the words need. */
export type StaffRowProblem =
  | "missing"
  | "too-long" // limit
  | "control-character"
  | "direction-character" // turns the text around, so that it reads as something else
  | "personal-identity-number" // the value is never repeated
  | "bad-identity-number"
  | "bad-day" // value
  | "start-too-far" // value, latest
  | "end-before-start" // from, to
  | "leave-without-start"
  | "leave-end-before-start" // from, to
  | "bad-extent" // value
  | "extent-over-100" // value
  | "extent-unclear" // value: 1 among percentages, one per cent or full time?
  | "bad-flag" // value
  | "bad-email"
  | "name-not-split"
  | "duplicate-key" // otherLine
  | "person-differs" // otherLine: one person key, two names
  | "several-main" // otherLine: two main employments at once
  | "manager-cycle"; // otherLine: is, through others or at once, the manager of their own manager

/** What the rules need from outside. */
export type RowContext = {
  readonly today: LocalDate;
  /** Turns a personnummer into a key that can't be turned back; at most 60 characters. */
  readonly keyedHash: (text: string) => string;
  /** How the extent column is written, found over all of it with `extentScaleIn`. */
  readonly extentScale: ExtentScale;
};

export type ExtentScale = "percent" | "share";
