/** From the bytes of a spreadsheet to its sheets, and from Vidga's own long list to the model in it (MOD-15). */
import { readSheets, type Sheet, type SheetRow } from "../platform/tabular/sheets.ts";
import type { FileProblem } from "../platform/tabular/table.ts";
import { restored } from "../platform/tabular/write.ts";
import { columnName } from "../platform/tabular/xlsx-cells.ts";
import { done, refused, type Reason, type Result } from "../shared/result.ts";
import type { ModelFile } from "../career-model/model-file-content.ts";
import { LIST_COLUMNS, LIST_FIELDS, type ListField } from "./list.ts";
import { asReason, readList, type CellCode, type CellFault } from "./read-list.ts";

const JSON_CODES: readonly FileProblem[] = ["bad-json", "too-deep-json"];
const NO_SHEET = refused({ code: "not-a-table" as const, data: { kind: "json" } });

/** The sheets of a model's file. JSON is a model file, and not read here. */
export async function openModelSheets(bytes: Uint8Array): Promise<Result<readonly Sheet[], FileProblem>> {
  const read = await readSheets(bytes);
  if (!read.ok) return read.reasons.some(({ code }) => JSON_CODES.includes(code)) ? NO_SHEET : read;
  const { format, sheets } = read.value;
  if (format === "json") return NO_SHEET;
  if (sheets.every(({ rows }) => rows.length === 0)) return refused({ code: "empty" });
  const asTyped = (row: SheetRow): SheetRow => ({ ...row, cells: row.cells.map(restored) });
  return done(
    format === "csv" ? sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map(asTyped) })) : sheets,
  );
}

/** What a spreadsheet can't show, or we won't hold, cell by cell. */
export const brokenCells = ({ rows }: Pick<Sheet, "rows">): CellFault[] =>
  rows.flatMap(({ number, problems }) =>
    problems.map(({ code, at, data }) => ({
      code: code === "cell-too-long" ? ("cell-too-long" as const) : ("cell-error" as const),
      cell: `${columnName(at)}${number}`,
      ...(data ? { data } : {}),
    })),
  );

/** A sheet that is the whole list, and where its columns stand. */
export type OwnList = {
  readonly sheet: Sheet;
  readonly places: Readonly<Partial<Record<ListField, number>>>;
};

/** The columns without which a list is none of Vidga's. */
const MARKS: readonly ListField[] = ["part", "level", "heading", "text", "key"];

/** The whole list among the sheets, if it is there: known by its first row. */
export function ownListIn(sheets: readonly Sheet[]): OwnList | undefined {
  for (const sheet of sheets) {
    const header = (sheet.rows[0]?.cells ?? []).map((cell) => cell.trim().toLowerCase());
    const places = Object.fromEntries(
      LIST_FIELDS.map((field) => [field, header.indexOf(LIST_COLUMNS[field].toLowerCase())] as const).filter(
        ([, at]) => at >= 0,
      ),
    );
    if (MARKS.every((field) => places[field] !== undefined)) return { sheet, places };
  }
  return undefined;
}

/** The model in Vidga's own list. */
export function readOwnList({ sheet, places }: OwnList): Result<ModelFile, CellCode> {
  const lines = sheet.rows.slice(1).map(({ number, cells }) => ({
    number,
    cells: Object.fromEntries(Object.entries(places).map(([field, at]) => [field, cells[at] ?? ""])),
  }));
  const broken: readonly Reason<CellCode>[] = brokenCells({ rows: sheet.rows.slice(1) }).map(asReason);
  const read = readList(lines, places);
  if (broken.length === 0) return read;
  return refused(...broken, ...(read.ok ? [] : read.reasons));
}
