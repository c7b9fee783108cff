/** Tables out: CSV that a Swedish Excel opens by double click, and XLSX. What comes from people is never run as a formula. */
import { workbookBytes } from "./xlsx-write.ts";

type Row = readonly string[];

/**
 * What a spreadsheet would take for the start of a formula or a command, also in full-width letters; and one that has been made harmless
 * already, so that `restored` gives back every text.
 */
const FORMULA_START = /^'*[=+\-@\t\r\n＝＋－＠]/;
const NEGATIVE_NUMBER = /^-\d+([.,]\d+)?$/;

/** Puts an apostrophe before what a spreadsheet would compute. A plain negative number stays as it is. */
export const neutralised = (cell: string): string =>
  FORMULA_START.test(cell) && !NEGATIVE_NUMBER.test(cell) ? `'${cell}` : cell;

/** A CSV cell as it was before `neutralised`: the apostrophe goes where it stands before what a spreadsheet would compute. */
export const restored = (cell: string): string =>
  cell.startsWith("'") && neutralised(cell.slice(1)) === cell ? cell.slice(1) : cell;

const csvCell = (cell: string): string => {
  const text = neutralised(cell);
  return /[;"\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A CSV text with `;`, CRLF and a byte order mark. */
export const csvText = (header: Row, rows: Iterable<Row>): string =>
  `\uFEFF${[header, ...rows].map((row) => `${row.map(csvCell).join(";")}\r\n`).join("")}`;

const FILE_TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json; charset=utf-8",
} as const;
export type TableFileFormat = keyof typeof FILE_TYPES;

export const isTableFileFormat = (text: string): text is TableFileFormat => Object.hasOwn(FILE_TYPES, text);

/** A table as a file, with its media type. JSON is a list of flat objects. */
export type TableFile = { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string };

export function tableFile(
  format: TableFileFormat,
  sheet: string,
  header: Row,
  rows: readonly Row[],
): TableFile {
  const type = FILE_TYPES[format];
  if (format === "xlsx") return { bytes: workbookBytes([{ name: sheet, rows: [header, ...rows] }]), type };
  const objects = () =>
    rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ""])));
  const text = format === "csv" ? csvText(header, rows) : `${JSON.stringify(objects(), null, 2)}\n`;
  return { bytes: new TextEncoder().encode(text), type };
}
