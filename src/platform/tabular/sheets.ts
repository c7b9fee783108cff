/**
 * A file as its sheets of cells, for what is laid out otherwise than as a header and rows under it. A CSV is one sheet. Merged cells have the
 * text of the first of them in each cell of its row.
 */
import { done, refused, type Result } from "../../shared/result.ts";
import { openRaw } from "./read.ts";
import { openSource, type ByteSource, type TableSource } from "./source.ts";
import {
  DEFAULT_LIMITS,
  TableRefused,
  type FileProblem,
  type RawProblem,
  type RawRow,
  type TableFormat,
  type TableLimits,
} from "./table.ts";
import { columnOf } from "./xlsx-cells.ts";

/** A row. `number` is what a spreadsheet shows beside it, from 1; problems name their cell by its place, from 0. */
export type SheetRow = {
  readonly number: number;
  readonly cells: readonly string[];
  readonly problems: readonly RawProblem[];
};
export type Sheet = { readonly name: string; readonly rows: readonly SheetRow[] };
export type Sheets = { readonly format: TableFormat; readonly sheets: readonly Sheet[] };

/** As many sheets are looked at; those after them are left unread. */
const MOST_SHEETS = 12;

/** What a spreadsheet itself can hold in a cell, and no more rows than a person would look through. */
const LIMITS: TableLimits = {
  ...DEFAULT_LIMITS,
  bytes: 8 * 1024 * 1024,
  rows: 20_000,
  columns: 100,
  cellLength: 32_767,
  unpackedBytes: 64 * 1024 * 1024,
  sharedText: 8_000_000,
};

/** Reads every sheet whole. Throws what the machine throws (no such path, disk fault). */
export async function readSheets(source: TableSource): Promise<Result<Sheets, FileProblem>> {
  const bytes = await openSource(source);
  try {
    const first = await readSheet(bytes, null);
    const [name = "", ...others] = first.names;
    const sheets: Sheet[] = [{ name, rows: first.rows }];
    for (const other of others.slice(0, MOST_SHEETS - 1)) {
      const rows = await sheetOrNone(bytes, other);
      if (rows) sheets.push({ name: other, rows });
    }
    return done({ format: first.format, sheets });
  } catch (error) {
    if (error instanceof TableRefused) return refused(error.reason);
    throw error;
  } finally {
    await bytes.close();
  }
}

/** The rows of a named sheet; none for a page with a chart alone. */
async function sheetOrNone(bytes: ByteSource, name: string): Promise<readonly SheetRow[] | null> {
  try {
    return (await readSheet(bytes, name)).rows;
  } catch (error) {
    if (error instanceof TableRefused && error.reason.code === "no-such-sheet") return null;
    throw error;
  }
}

async function readSheet(bytes: ByteSource, sheet: string | null) {
  const { format, sheets: names, rows, merged, close } = await openRaw(bytes, sheet, LIMITS);
  try {
    const read: SheetRow[] = [];
    let count = 0;
    for await (const piece of rows)
      for (const row of piece) {
        // A line break inside a cell is a line of a text file, and no row of a sheet.
        count = format === "xlsx" ? row.line : count + 1;
        if (read.length >= LIMITS.rows) throw new TableRefused("too-many-rows", { limit: LIMITS.rows });
        if (row.count > LIMITS.columns)
          throw new TableRefused("too-many-columns", { columns: row.count, limit: LIMITS.columns });
        if (!isBlank(row)) read.push({ number: count, cells: [...row.cells], problems: row.problems });
      }
    return { format, names, rows: withMerged(read, merged ?? []) };
  } finally {
    await rows.return(undefined);
    close?.();
  }
}

const isBlank = ({ cells, problems }: RawRow): boolean =>
  problems.length === 0 && cells.every((cell) => cell.trim() === "");

/** `B2:D4` is filled in row 2, columns B to D: what stands below a heading that is merged downwards is the reader's to say. */
function withMerged(rows: readonly SheetRow[], merged: readonly string[]): readonly SheetRow[] {
  const spans = new Map<number, { readonly from: number; readonly to: number }[]>();
  for (const range of merged) {
    const [, first = "", row = "", last = ""] = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})\d+$/.exec(range) ?? [];
    const span = { from: columnOf(first), to: Math.min(columnOf(last), LIMITS.columns - 1) };
    if (span.from < 0 || span.to <= span.from) continue;
    spans.set(Number(row), [...(spans.get(Number(row)) ?? []), span]);
  }
  return rows.map((row) => {
    const cells = [...row.cells];
    for (const { from, to } of spans.get(row.number) ?? [])
      for (let at = from + 1; at <= to; at += 1) {
        while (cells.length <= at) cells.push("");
        cells[at] = cells[from] ?? "";
      }
    return { ...row, cells };
  });
}
