/** One row of the staff file, read as one employment, with every reason at once when it can't be (INT-1, ORG-3). */
import { addDays, addMonths, type DateRange, type LocalDate } from "../shared/local-date.ts";
import { done, refused, type Reason, type Result } from "../shared/result.ts";
import {
  isStaffField,
  STAFF_FIELDS,
  type EmploymentForm,
  type ImportRow,
  type Mapping,
  type RowContext,
  type RowNote,
  type StaffField,
  type StaffRow,
  type StaffRowProblem,
  type UnitReference,
} from "./import-fields.rules.ts";
import { placeOf, placesOf, type Places } from "./import-columns.rules.ts";
import { twelveDigits } from "./import-identity-number.rules.ts";
import { RowReader } from "./import-reader.rules.ts";
import {
  formOf,
  readDay,
  readEmail,
  readExtent,
  readFlag,
  readLastDay,
  splitName,
  splitPath,
} from "./import-values.rules.ts";

/** Where each mapped field stands in a file: a mapping held against a header, once for all rows. */
export type Columns = {
  readonly fields: Places<StaffField>;
  /** The column of personnummer that is the only key, if it is. */
  readonly identity: { readonly at: number; readonly header: string } | null;
};

const FIELDS = Object.keys(STAFF_FIELDS).filter(isStaffField);

/** Holds a mapping that `checkMapping` has let through against the header. */
export function columnsOf({ columns, key }: Mapping, header: readonly string[]): Columns {
  const identity = (column: string) => {
    const at = placeOf(header, column);
    return { at, header: header[at] ?? column };
  };
  return {
    fields: placesOf(FIELDS, columns, header),
    identity: key.by === "identity-hash" ? identity(key.column) : null,
  };
}

/** An employment may begin at most so many months ahead; a later day is a slip of the pen. */
const FURTHEST_START_MONTHS = 12;

/** Reads the cells of one employment. */
class EmploymentReader extends RowReader<StaffField, StaffRowProblem> {
  readonly notes: Reason<RowNote>[] = [];
  readonly #identity: Columns["identity"];
  readonly #row: ImportRow;

  constructor(columns: Columns, row: ImportRow) {
    super(columns.fields, STAFF_FIELDS, row);
    this.#identity = columns.identity;
    this.#row = row;
  }

  /** The personnummer as twelve digits, for the keyed hash and nothing else. */
  identity(today: LocalDate): string | null {
    const column = this.#identity;
    if (column === null) return null;
    const cell = this.#row.cells[column.at] ?? "";
    const digits = twelveDigits(cell, today);
    const code = cell.trim() === "" ? "missing" : "bad-identity-number";
    const data = { line: this.#row.line, column: column.header };
    if (digits === null) this.reasons.push({ code, field: "employmentNumber", data });
    return digits;
  }

  note(field: StaffField, code: RowNote, data: Readonly<Record<string, string | number>>): void {
    this.notes.push({ code, field, data: { ...this.where(field), ...data } });
  }
}

/**
 * The row as an employment, or every reason why not. Where a personnummer is the only key, the employment is named by a keyed hash of it and the
 * first day, so that several employments of one person are told apart.
 */
export function readRow(
  columns: Columns,
  row: ImportRow,
  context: RowContext,
): Result<StaffRow, StaffRowProblem> {
  const reader = new EmploymentReader(columns, row);
  const identity = reader.identity(context.today);
  const number = columns.identity === null ? reader.required("employmentNumber") : "";
  const personKey = reader.text("personKey");
  const names = readNames(reader);
  const email = reader.value("email", readEmail);
  const unit = readUnit(reader);
  const managerNumber = reader.text("managerNumber");
  const title = reader.text("title");
  const professionCode = reader.text("professionCode");
  const aid = reader.text("aid");
  const period = readPeriod(reader, context.today);
  const form = readForm(reader, period);
  const extent = readExtentOf(reader, form, context);
  const main = reader.value("main", readFlag);
  const leave = readLeave(reader);
  const protectedIdentity = reader.value("protectedIdentity", readFlag) ?? false;
  if (reader.reasons.length > 0 || period === null) return refused(...reader.reasons);
  const employmentNumber = identity === null ? number : numberOf(identity, period.from, context);
  const key = identity === null ? personKey || null : context.keyedHash(identity);
  return done({
    line: row.line,
    employmentNumber,
    personKey: key,
    personGroup: groupOf(key, email, names, employmentNumber),
    ...names,
    email,
    unit,
    managerNumber: managerNumber || null,
    title,
    professionCode: professionCode || null,
    aid: aid || null,
    form,
    extent,
    period,
    main,
    leave,
    protectedIdentity,
    notes: reader.notes,
  });
}

function groupOf(key: string | null, email: string | null, names: Names, number: string): string {
  if (key !== null) return `key ${key}`;
  return email === null
    ? `number ${number}`
    : `mail ${email} ${names.givenName} ${names.familyName}`.toLowerCase();
}

/** What names a row that can't be read, so that it can be left out by name: what is readable of number and name. */
export function labelOf(
  columns: Columns,
  row: ImportRow,
  context: RowContext,
): { readonly number: string | null; readonly name: string | null } {
  const reader = new EmploymentReader(columns, row);
  const identity = reader.identity(context.today);
  const from = reader.value("from", readDay);
  const hashed = identity === null || from === null ? null : numberOf(identity, from, context);
  const parts = [reader.text("givenName"), reader.text("familyName")].filter((part) => part !== "");
  const name = parts.length > 0 ? parts.join(" ") : reader.text("fullName");
  return { number: hashed ?? (reader.text("employmentNumber") || null), name: name || null };
}

const numberOf = (identity: string, from: LocalDate, context: RowContext): string =>
  context.keyedHash(`${identity} ${from}`);

type Names = Pick<StaffRow, "givenName" | "familyName">;

function readNames(reader: EmploymentReader): Names {
  if (reader.has("givenName") && reader.has("familyName")) {
    return { givenName: reader.required("givenName"), familyName: reader.required("familyName") };
  }
  const before = reader.reasons.length;
  const names = reader.value("fullName", splitName);
  if (names === null && reader.reasons.length === before) reader.refuse("fullName", "missing");
  for (const part of ["givenName", "familyName"] as const) {
    const limit = STAFF_FIELDS[part];
    if (names !== null && names[part].length > limit) reader.refuse("fullName", "too-long", { limit });
  }
  return names ?? { givenName: "", familyName: "" };
}

/** The code decides where there is one; else the path, else the name. */
function readUnit(reader: EmploymentReader): UnitReference {
  const before = reader.reasons.length;
  const code = reader.text("unitCode");
  const path = splitPath(reader.text("unitPath"));
  const name = reader.text("unitName");
  if (code !== "") return { by: "code", code, name: name || path.at(-1) || null };
  if (path.length > 0) return { by: "path", path };
  const field =
    (["unitCode", "unitPath", "unitName"] as const).find((field) => reader.has(field)) ?? "unitCode";
  if (name === "" && reader.reasons.length === before) reader.refuse(field, "missing");
  return { by: "name", name };
}

function readPeriod(reader: EmploymentReader, today: LocalDate): DateRange | null {
  const before = reader.reasons.length;
  const from = reader.value("from", readDay);
  if (from === null && reader.reasons.length === before) reader.refuse("from", "missing");
  const last = reader.value("to", readLastDay);
  if (from === null) return null;
  if (from > today) {
    const latest = addMonths(today, FURTHEST_START_MONTHS);
    if (from > latest) reader.refuse("from", "start-too-far", { value: from, latest });
    else reader.note("from", "future-start", { value: from });
  }
  if (last !== null && last < from) reader.refuse("to", "end-before-start", { from, to: last });
  return { from, to: last === null ? null : addDays(last, 1) };
}

function readForm(reader: EmploymentReader, period: DateRange | null): EmploymentForm {
  const text = reader.text("form");
  const form = text === "" ? null : formOf(text);
  if (text !== "" && form === null) reader.note("form", "unknown-form", { value: text });
  return form ?? (period === null || period.to === null ? "permanent" : "fixed-term");
}

/** Nobody's extent is guessed where the file has a column for it, save for those paid by the hour. */
function readExtentOf(reader: EmploymentReader, form: EmploymentForm, context: RowContext): number {
  const before = reader.reasons.length;
  const extent = reader.value("extent", (text) => readExtent(text, context.extentScale));
  if (extent !== null) return extent;
  if (form === "hourly") return 0;
  if (reader.has("extent") && reader.reasons.length === before) reader.refuse("extent", "missing");
  return 100;
}

/** Leave from a day, to a last day or until further notice. */
function readLeave(reader: EmploymentReader): DateRange | null {
  const before = reader.reasons.length;
  const from = reader.value("leaveFrom", readDay);
  const last = reader.value("leaveTo", readLastDay);
  if (reader.reasons.length > before) return null;
  if (from === null) {
    if (last !== null) reader.refuse("leaveFrom", "leave-without-start");
    return null;
  }
  if (last !== null && last < from) reader.refuse("leaveTo", "leave-end-before-start", { from, to: last });
  return { from, to: last === null ? null : addDays(last, 1) };
}
