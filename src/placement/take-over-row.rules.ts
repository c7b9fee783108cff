/**
 * A file of placements that were there before Vidga (INT-4): its fields, which column is which, and each row read by itself. Who and what the
 * row means is decided in `take-over.rules.ts`.
 */
import type { LocalDate } from "../shared/local-date.ts";
import type { Reason } from "../shared/result.ts";
import {
  checkColumns,
  guessColumns,
  placesOf,
  withNewColumns,
  type ColumnChoice,
  type ColumnProblem,
  type Places,
  type RememberedColumns,
} from "../people/import-columns.rules.ts";
import type { ImportRow } from "../people/import-fields.rules.ts";
import { STAFF_SPELLINGS } from "../people/import-mapping.rules.ts";
import { RowReader, type CellProblem } from "../people/import-reader.rules.ts";
import { readDay, readText } from "../people/import-values.rules.ts";
import { LONGEST_MOTIVATION } from "./rules.ts";

/** Each field with the most characters that it may have. */
export const TAKE_OVER_FIELDS = {
  employmentNumber: 60,
  /** For people to know a row by; who it is about is said by the number. */
  name: 200,
  /** The model, or the profession that it is for. */
  model: 200,
  level: 200,
  track: 200,
  /** The HR system's title, where there is no level: it means one through the local titles. */
  title: 200,
  from: 40,
  motivation: LONGEST_MOTIVATION,
  /** Where it stood before. The file's own name where there is none. */
  source: 300,
} as const;
export type TakeOverField = keyof typeof TAKE_OVER_FIELDS;
export const isTakeOverField = (text: string): text is TakeOverField => Object.hasOwn(TAKE_OVER_FIELDS, text);
export const TAKE_OVER_FIELD_NAMES = Object.keys(TAKE_OVER_FIELDS).filter(isTakeOverField);

export type TakeOverColumns = ColumnChoice<TakeOverField>;

const SPELLINGS: Readonly<Record<TakeOverField, string>> = {
  employmentNumber: STAFF_SPELLINGS.employmentNumber,
  name: STAFF_SPELLINGS.fullName,
  model:
    "modell karriärmodell kompetensmodell karriärstege karriärväg yrke yrkesgrupp profession careermodel",
  level: "nivå steg nivånamn stegnivå placering kompetensnivå karriärnivå karriärsteg nuvarandenivå",
  track: "spår karriärspår inriktning specialisering",
  title: STAFF_SPELLINGS.title,
  from: "placeradfrån placeradfrom placeradsedan placeringsdatum nivåfrån nivåfrom nivåsedan gällerfrån giltigfrom frånochmed fom fromdatum från sedan datum since",
  motivation: "motivering underlag beslutsunderlag skäl grund kommentar anteckning basis reason",
  source: "källa ursprung hämtatfrån uppgiftfrån",
};

/** The likeliest columns, and those of personnummer, which are never read. `sample`: some of the first rows. */
export const guessTakeOverColumns = (
  header: readonly string[],
  sample: readonly (readonly string[])[],
): { readonly columns: TakeOverColumns; readonly dropped: readonly string[] } =>
  guessColumns(TAKE_OVER_FIELD_NAMES, SPELLINGS, header, sample);

export type TakeOverColumnProblem = ColumnProblem | "missing-required"; // field

/** What keeps these columns from being read in this file: who, and a level or a title, are needed. */
export function checkTakeOverColumns(
  columns: TakeOverColumns,
  header: readonly string[],
  sample: readonly (readonly string[])[],
): Reason<TakeOverColumnProblem>[] {
  const missing: TakeOverField[] = [];
  if (columns.employmentNumber === undefined) missing.push("employmentNumber");
  if (columns.level === undefined && columns.title === undefined) missing.push("level");
  return [
    ...missing.map((field) => ({ code: "missing-required" as const, field })),
    ...checkColumns(columns, header, sample),
  ];
}

/** The columns to begin with: those of last time where they can read this file, with what is guessed of new ones; else a guess. */
export function takeOverColumnsFor(
  saved: RememberedColumns<TakeOverField> | null,
  header: readonly string[],
  sample: readonly (readonly string[])[],
): ReturnType<typeof guessTakeOverColumns> {
  const guess = guessTakeOverColumns(header, sample);
  if (!saved || checkTakeOverColumns(saved.columns, header, sample).length > 0) return guess;
  return { columns: withNewColumns(saved, guess.columns, header), dropped: guess.dropped };
}

/** One placement as the file states it. Null is nothing said. */
export type StatedPlacement = {
  readonly line: number;
  readonly number: string;
  readonly name: string | null;
  readonly model: string | null;
  readonly level: string | null;
  readonly track: string | null;
  readonly title: string | null;
  readonly from: LocalDate | null;
  readonly motivation: string;
  readonly source: string | null;
};

/** A row that can't be read, with what it is known by. */
export type UnreadablePlacement = {
  readonly line: number;
  readonly number: string | null;
  readonly name: string | null;
  readonly reasons: readonly Reason[];
};

export const isUnreadable = (row: StatedPlacement | UnreadablePlacement): row is UnreadablePlacement =>
  "reasons" in row;

type RowProblem = CellProblem | "bad-day";
type Reader = RowReader<TakeOverField, RowProblem>;

/** The place of each column; the columns have passed `checkTakeOverColumns` for this header. */
export const takeOverPlaces = (columns: TakeOverColumns, header: readonly string[]): Places<TakeOverField> =>
  placesOf(TAKE_OVER_FIELD_NAMES, columns, header);

/** The row as a placement, or every reason why not. `motivation` keeps its lines. */
export function readStated(
  places: Places<TakeOverField>,
  row: ImportRow,
): StatedPlacement | UnreadablePlacement {
  const reader: Reader = new RowReader(places, TAKE_OVER_FIELDS, row);
  const number = reader.required("employmentNumber");
  const name = reader.text("name") || null;
  const stated = {
    model: reader.text("model") || null,
    level: reader.text("level") || null,
    track: reader.text("track") || null,
    title: reader.text("title") || null,
    from: reader.value("from", readDay),
    motivation: readLines(reader),
    source: reader.text("source") || null,
  };
  const isSpoiled = (reasons: readonly Reason[]) =>
    reasons.some(({ field }) => field === "level" || field === "title");
  if (stated.level === null && stated.title === null && !isSpoiled(reader.reasons))
    reader.refuse(reader.has("level") ? "level" : "title", "missing");
  const problems = row.problems ?? [];
  // What the table reader found in a cell is the cause of what is missing there.
  const spoiled = new Set(problems.map(({ data }) => data?.["column"]));
  const reasons = [...problems, ...reader.reasons.filter(({ data }) => !spoiled.has(data?.["column"]))];
  return reasons.length > 0
    ? { line: row.line, number: number || null, name, reasons }
    : { line: row.line, number, name, ...stated };
}

function readLines(reader: Reader): string {
  const limit = TAKE_OVER_FIELDS.motivation;
  const lines: string[] = [];
  for (const line of reader.cell("motivation").split(/\r\n|\r|\n/)) {
    const read = readText(line, limit);
    if (!read.ok) {
      for (const { code, data } of read.reasons) reader.refuse("motivation", code, data);
      return "";
    }
    lines.push(read.value);
  }
  const text = lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  if (text.length > limit) reader.refuse("motivation", "too-long", { limit });
  return text;
}
