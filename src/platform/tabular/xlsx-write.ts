/** Workbooks out (.xlsx). Every cell is text, so nothing in it is a formula and no leading zero is lost. */
import { strToU8, zipSync } from "fflate";
import { columnName } from "./xlsx-cells.ts";

/** A sheet. With `widths`, in characters, it is laid out for reading: cells wrap, and the first `head` rows and the first column stay in view. */
export type SheetOut = {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly laidOut?: { readonly widths: readonly number[]; readonly head: number };
};

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

/** The styles of cells in `STYLES`, by place: as it is, a text that wraps, a heading. */
const [WRAPPED, HEADING] = [1, 2];

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  ["0", "1"]
    .map(
      (font) =>
        `<xf numFmtId="0" fontId="${font}" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">` +
        '<alignment vertical="top" wrapText="1"/></xf>',
    )
    .join("") +
  "</cellXfs></styleSheet>";

function sheetXml({ rows, laidOut }: SheetOut): string {
  const style = (row: number, column: number): string => {
    if (laidOut === undefined) return "";
    return ` s="${row < laidOut.head || column === 0 ? HEADING : WRAPPED}"`;
  };
  const cell = (text: string, row: number, column: number): string =>
    text === ""
      ? ""
      : `<c r="${columnName(column)}${row + 1}"${style(row, column)} t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
  const lines = rows.map(
    (cells, row) =>
      `<row r="${row + 1}">${cells.map((text, column) => cell(text, row, column)).join("")}</row>`,
  );
  return `<worksheet xmlns="${MAIN}">${laidOut ? layout(laidOut) : ""}<sheetData>${lines.join("")}</sheetData></worksheet>`;
}

const layout = ({ widths, head }: NonNullable<SheetOut["laidOut"]>): string =>
  `<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="${head}" topLeftCell="B${head + 1}" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>` +
  `<cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join("")}</cols>`;

/** Excel's own rule for a sheet's name: 31 characters, none of `[]:*?/\`. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31) || "Blad1";

/** A workbook of these sheets. */
export function workbookBytes(sheets: readonly SheetOut[]): Uint8Array<ArrayBuffer> {
  const numbered = sheets.map((sheet, at) => ({ sheet, number: at + 1 }));
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="${TYPES}.${type}+xml"/>`;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const parts: Readonly<Record<string, string>> = {
    "[Content_Types].xml":
      `<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `${override("workbook", "sheet.main")}${override("styles", "styles")}` +
      `${numbered.map(({ number }) => override(`worksheets/sheet${number}`, "worksheet")).join("")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml":
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
      numbered
        .map(
          ({ sheet, number }) =>
            `<sheet name="${xmlText(sheetName(sheet.name))}" sheetId="${number}" r:id="rId${number}"/>`,
        )
        .join("") +
      "</sheets></workbook>",
    "xl/_rels/workbook.xml.rels":
      `<Relationships xmlns="${PACKAGE}/relationships">` +
      numbered
        .map(({ number }) => relation(`rId${number}`, "worksheet", `worksheets/sheet${number}.xml`))
        .join("") +
      `${relation("styles", "styles", "styles.xml")}</Relationships>`,
    "xl/styles.xml": STYLES,
    ...Object.fromEntries(
      numbered.map(({ sheet, number }) => [`xl/worksheets/sheet${number}.xml`, sheetXml(sheet)]),
    ),
  };
  const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(DECLARATION + xml)] as const);
  // A fixed day, so that the same table gives the same bytes.
  return new Uint8Array(zipSync(Object.fromEntries(files), { mtime: "2020-01-01T00:00:00" }));
}
