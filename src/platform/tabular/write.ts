/** Tables out: CSV that a Swedish Excel opens by double click, and XLSX. What comes from people is never run as a formula. */
import { strToU8, zipSync } from "fflate";

type Row = readonly string[];

/** What a spreadsheet would take for the start of a formula or a command, also in full-width letters. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;
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

/** What XML can't hold, or would change: control characters, and the escape itself where a text happens to contain it. */
const UNFIT = /[\p{Cc}\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/gu;
const KEPT = new Set(["\t", "\n"]);
const XML_NAMES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (character: string): string =>
  KEPT.has(character)
    ? character
    : `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(UNFIT, escaped)
    .replace(/[&<>"]/g, (character) => XML_NAMES[character] ?? character);

const columnName = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));

const sheetCell = (text: string, column: number, row: number): string =>
  text === ""
    ? ""
    : `<c r="${columnName(column)}${row}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;

const sheetRow = (cells: Row, row: number): string =>
  `<row r="${row}">${cells.map((cell, column) => sheetCell(cell, column, row)).join("")}</row>`;

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Excel's own rule for a sheet's name: 31 characters, none of `[]:*?/\`. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31) || "Blad1";

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
  if (format === "xlsx") return { bytes: new Uint8Array(xlsxBytes(sheet, header, rows)), type };
  const objects = () =>
    rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ""])));
  const text = format === "csv" ? csvText(header, rows) : `${JSON.stringify(objects(), null, 2)}\n`;
  return { bytes: new TextEncoder().encode(text), type };
}

/** A workbook with one sheet. Every cell is text, so nothing in it is a formula and no leading zero is lost. */
export function xlsxBytes(name: string, header: Row, rows: Iterable<Row>): Uint8Array {
  const lines = [header, ...rows].map((cells, index) => sheetRow(cells, index + 1));
  const parts: Readonly<Record<string, string>> = {
    "[Content_Types].xml":
      `<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
    "_rels/.rels":
      `<Relationships xmlns="${PACKAGE}/relationships">` +
      `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml":
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
      `<sheet name="${xmlText(sheetName(name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels":
      `<Relationships xmlns="${PACKAGE}/relationships">` +
      `<Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}"><sheetData>${lines.join("")}</sheetData></worksheet>`,
  };
  const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(DECLARATION + xml)] as const);
  // A fixed day, so that the same table gives the same bytes.
  return zipSync(Object.fromEntries(files), { mtime: "2020-01-01T00:00:00" });
}
