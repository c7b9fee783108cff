/** Staff files as HR systems write them, for the tests. */
import type { ImportRow, Mapping, RowContext } from "../../src/people/import-fields.rules.ts";
import { StaffFileReader } from "../../src/people/import.rules.ts";

/** A row of the file: its columns, as the HR system calls them. */
export type Row = Readonly<Record<string, string>>;

/** As an HR system writes it: every column that any row has. */
export function csv(rows: readonly Row[], columns?: readonly string[]): Uint8Array {
  const header = columns ?? [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [header, ...rows.map((row) => header.map((name) => row[name] ?? ""))];
  return new TextEncoder().encode(lines.map((cells) => `${cells.join(";")}\r\n`).join(""));
}

/** Someone employed until further notice, with what else there is to say. */
export const row = (number: string, name: string, more: Row = {}): Row => {
  const [given = "", family = ""] = name.split(" ");
  return {
    "Anst.nr": number,
    Personnyckel: `P${number}`,
    Förnamn: given,
    Efternamn: family,
    "Org.kod": "311",
    Befattning: "Arbetsterapeut",
    "Anst.form": "Tillsvidare",
    Syssgrad: "100",
    Från: "2020-01-01",
    Till: "",
    ...more,
  };
};

/** A file as it is read, row by row, with its rows in a list. */
export function readRows(
  mapping: Mapping,
  header: readonly string[],
  rows: readonly ImportRow[],
  context: RowContext,
) {
  const reader = new StaffFileReader(mapping, header, context);
  for (const each of rows) reader.add(each);
  const { rows: read, unreadable } = reader.finish();
  return { rows: [...read], unreadable };
}
export type RowsRead = ReturnType<typeof readRows>;
