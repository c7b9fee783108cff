/**
 * What a table from outside is, whatever file it came in: a header and rows of text with their line numbers. What is wrong
 * with a whole file refuses it; what is wrong with one row comes with the row, so that it can be shown and left out by name.
 */
import type { Reason, Result } from "../../shared/result.ts";

/** Why a whole file is refused. `data` holds what the words need: `kind`, `line`, `column`, `limit`, `bytes`. */
export type FileProblem =
  | "empty" // no bytes, or only blank lines
  | "not-a-table" // data.kind: png, pdf, zip, html, binary …
  | "old-excel" // .xls from before 2007
  | "macro-file"
  | "encrypted"
  | "external-entities" // a DOCTYPE inside a workbook
  | "damaged" // a workbook that breaks off or contradicts itself
  | "too-large" // data.bytes, data.limit
  | "too-large-unpacked" // data.limit (bytes): a workbook that swells far beyond what a table needs
  | "too-many-rows" // data.limit
  | "too-many-columns" // data.limit, data.columns
  | "unknown-encoding" // neither UTF-8, UTF-16 with a mark, nor Windows-1252
  | "unclosed-quote" // data.line, where the quote opened
  | "no-header" // data.line: the first row holds values, not names
  | "duplicate-header" // data.column
  | "no-such-sheet" // data.sheet
  | "bad-json" // data.line where known
  | "too-deep-json"; // data.limit

/** Why one row can't be read as it stands. `data` always holds `line` and, where one cell is to blame, `column`. */
export type RowProblem =
  | "cell-too-long" // data.limit, data.length
  | "nul-character"
  | "garbled-text" // letters that were destroyed before the file reached us
  | "stray-quote" // text after a closing quotation mark
  | "cell-error" // the spreadsheet shows #REF!, #N/A …
  | "nested-value" // a list or an object where JSON should have text
  | "uneven-row"; // data.cells, data.columns

/** One row. `line` counts from 1 and is the line of the file (CSV), the row of the sheet (XLSX) or the object's number (JSON). */
export type TableRow = {
  readonly line: number;
  /** As many cells as the header has; a cell with a problem is empty. */
  readonly cells: readonly string[];
  readonly problems: readonly Reason<RowProblem>[];
};

export type TableFormat = "csv" | "xlsx" | "json";
export type TextEncodingName = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
export type Delimiter = ";" | "," | "\t";

export type TableShape = {
  readonly format: TableFormat;
  /** Of the text; a workbook is always UTF-8. */
  readonly encoding: TextEncodingName;
  /** CSV only. */
  readonly delimiter: Delimiter | null;
  /** XLSX only: every sheet, in the workbook's order. */
  readonly sheets: readonly string[];
  readonly header: readonly string[];
};

/** An open table. Read `rows` to its end (or leave the loop), or call `close`: both let go of the file. */
export type Table = TableShape & {
  /** Throws `TableRefused` where the file turns out to be refused as a whole. */
  readonly rows: AsyncIterable<TableRow>;
  readonly close: () => Promise<void>;
};

export type TableContent = TableShape & { readonly rows: readonly TableRow[] };
export type TableResult = Result<TableContent, FileProblem>;

/** How much is taken in. Chosen so that 60,000 employments pass and a hostile file stops early. */
export type TableLimits = {
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
  /** Characters in one cell. */
  readonly cellLength: number;
  /** Bytes that a workbook may unpack to, all its parts together. */
  readonly unpackedBytes: number;
  /** Unpacked bytes per packed byte, counted beyond the first 4 MB. Sheets of real staff stay below 40. */
  readonly unpackedRatio: number;
  /** Characters of text that a workbook may share between its cells: held in memory. */
  readonly sharedText: number;
  /** Bytes of a JSON file, which is held in memory whole. */
  readonly jsonBytes: number;
};

export const DEFAULT_LIMITS: TableLimits = {
  bytes: 64 * 1024 * 1024,
  rows: 250_000,
  columns: 200,
  cellLength: 10_000,
  unpackedBytes: 256 * 1024 * 1024,
  unpackedRatio: 150,
  sharedText: 24_000_000,
  jsonBytes: 32 * 1024 * 1024,
};

/** A file that is refused while it is being read. `openTable` and `readTable` return the reasons; `rows` throws it. */
export class TableRefused extends Error {
  override name = "TableRefused";
  readonly reason: Reason<FileProblem>;

  constructor(code: FileProblem, data?: Readonly<Record<string, string | number>>) {
    super(code);
    this.reason = data === undefined ? { code } : { code, data };
  }
}

/** A row before it is held against the header. Problems name their cell by its place, from 0; `null` is the whole row. */
export type RawRow = {
  readonly line: number;
  readonly cells: readonly string[];
  /** How many cells the row has; more than `cells` holds when there are too many to keep. */
  readonly count: number;
  readonly problems: readonly RawProblem[];
};
export type RawProblem = {
  readonly code: RowProblem;
  readonly at: number;
  readonly data?: Readonly<Record<string, number>>;
};
