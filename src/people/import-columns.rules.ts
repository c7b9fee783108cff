/**
 * The columns of a file that people bring in, whatever it holds: which column is which field, guessed from the header's words and the cells,
 * and checked when people have corrected it (INT-1, INT-4).
 */
import type { Reason } from "../shared/result.ts";
import { headerKey, isIdentityColumn } from "./import-identity-number.rules.ts";

/** Which column fills which field. */
export type ColumnChoice<Field extends string> = Readonly<Partial<Record<Field, string>>>;

/** A header may hold its explanation in brackets: `Sysselsättningsgrad (%)`. */
const keysOf = (header: string): readonly string[] => [
  headerKey(header),
  headerKey(header.replace(/\(.*?\)|\[.*?\]/g, "")),
];

export const cellsOf = (sample: readonly (readonly string[])[], at: number): string[] =>
  sample.map((row) => row[at] ?? "");

/**
 * The likeliest column of each field. `spellings` are how headers are written, letters and digits only, divided by spaces, the likeliest
 * first; last of all, as the field itself is called. Columns of personnummer, found by name and by content, are for nothing: `dropped`.
 */
export function guessColumns<Field extends string>(
  fields: readonly Field[],
  spellings: Readonly<Record<Field, string>>,
  header: readonly string[],
  sample: readonly (readonly string[])[],
  fits: (field: Field, cells: readonly string[]) => boolean = () => true,
): { readonly columns: ColumnChoice<Field>; readonly dropped: readonly string[] } {
  const taken = new Set<number>();
  const dropped = header.filter((name, at) => {
    const isIdentity = name !== "" && isIdentityColumn(name, cellsOf(sample, at));
    if (isIdentity) taken.add(at);
    return isIdentity;
  });
  const keys = header.map(keysOf);
  const columns: Partial<Record<Field, string>> = {};
  for (const field of fields) {
    for (const spelling of [...spellings[field].split(" "), headerKey(field)]) {
      const at = keys.findIndex(
        (key, at) => !taken.has(at) && key.includes(spelling) && fits(field, cellsOf(sample, at)),
      );
      if (at < 0) continue;
      taken.add(at);
      columns[field] = header[at] ?? "";
      break;
    }
  }
  return { columns, dropped };
}

/** The place of each mapped column in this header; headers match as written, or failing that by letters and digits. */
export function placeOf(header: readonly string[], column: string): number {
  const exact = header.indexOf(column);
  return exact >= 0
    ? exact
    : header.findIndex((name) => name !== "" && headerKey(name) === headerKey(column));
}

export type ColumnProblem =
  | "mapped-twice" // field, data.column
  | "header-gone" // field, data.column
  | "personal-identity-column"; // field, data.column

/** What keeps these columns from being read in this file. A column of personnummer can't be mapped to anything, whoever asks (INT-1). */
export function checkColumns(
  columns: Readonly<Record<string, string>>,
  header: readonly string[],
  sample: readonly (readonly string[])[],
): readonly Reason<ColumnProblem>[] {
  const reasons: Reason<ColumnProblem>[] = [];
  const fieldAt = new Map<number, string>();
  for (const [field, column] of Object.entries(columns)) {
    const at = placeOf(header, column);
    const data = { column };
    if (at < 0) reasons.push({ code: "header-gone", field, data });
    else if (fieldAt.has(at)) reasons.push({ code: "mapped-twice", field, data });
    else if (isIdentityColumn(column, cellsOf(sample, at))) {
      reasons.push({ code: "personal-identity-column", field, data });
    }
    fieldAt.set(at, field);
  }
  return reasons;
}

/** A choice as it is kept for the next file: with the headers that were there to choose among, so that a new one shows. */
export type RememberedColumns<Field extends string> = {
  readonly columns: ColumnChoice<Field>;
  readonly seen: readonly string[];
};

/** What was chosen last time, with what is guessed of columns that were not there then. The caller has seen that it can read this file. */
export function withNewColumns<Field extends string>(
  { columns, seen }: RememberedColumns<Field>,
  guess: ColumnChoice<Field>,
  header: readonly string[],
): ColumnChoice<Field> {
  const used = new Set(
    Object.values<string | undefined>(columns).map((column) => placeOf(header, column ?? "")),
  );
  const added = (Object.entries(guess) as [Field, string][]).filter(
    ([field, column]) =>
      columns[field] === undefined && !used.has(placeOf(header, column)) && !seen.includes(column),
  );
  return { ...columns, ...Object.fromEntries(added) };
}

/** Where each mapped field stands in a file: a choice of columns held against a header, once for all rows. */
export type Places<Field extends string> = ReadonlyMap<
  Field,
  { readonly at: number; readonly header: string }
>;

/** Holds columns that `checkColumns` has let through against the header. */
export const placesOf = <Field extends string>(
  fields: readonly Field[],
  columns: ColumnChoice<Field>,
  header: readonly string[],
): Places<Field> =>
  new Map(
    fields.flatMap((field) => {
      const column = columns[field];
      if (column === undefined) return [];
      const at = placeOf(header, column);
      return [[field, { at, header: header[at] ?? column }] as const];
    }),
  );
