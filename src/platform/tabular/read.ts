/**
 * Reads a table from a file of unknown kind: CSV, XLSX or JSON, told by its content. Memory stays bounded whatever the file
 * holds; what is wrong comes back as codes with data (`FileProblem`, `RowProblem`).
 */
import { done, refused, type Reason, type Result } from "../../shared/result.ts";
import { csvRows, guessDelimiter } from "./csv.ts";
import { jsonRows } from "./json.ts";
import { firstBytes, openSource, type ByteSource, type TableSource } from "./source.ts";
import { sniff } from "./sniff.ts";
import {
  DEFAULT_LIMITS,
  TableRefused,
  type Delimiter,
  type FileProblem,
  type RawRow,
  type RowProblem,
  type Table,
  type TableFormat,
  type TableLimits,
  type TableResult,
  type TableRow,
  type TextEncodingName,
} from "./table.ts";
import { decodedText, encodingOf } from "./text-decoding.ts";
import { openWorkbook } from "./xlsx.ts";

export type ReadOptions = {
  readonly limits?: Partial<TableLimits>;
  /** XLSX: the sheet to read; the first without it. */
  readonly sheet?: string;
};

/**
 * Opens a table and reads its header. The rows are read as they are asked for; each is checked by itself, and a fault of the
 * whole file that shows later throws `TableRefused` from `rows`. Throws what the machine throws (no such path, disk fault).
 */
export async function openTable(
  source: TableSource,
  options: ReadOptions = {},
): Promise<Result<Table, FileProblem>> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const bytes = await openSource(source);
  let opened: RawTable | null = null;
  let closed = false;
  const close = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    await opened?.rows.return(undefined);
    opened?.close?.();
    await bytes.close();
  };
  try {
    opened = await openRaw(bytes, options.sheet ?? null, limits);
    const { format, encoding, delimiter, sheets, rows } = opened;
    const { header, first } = await readHeader(rows, limits);
    return done({
      format,
      encoding,
      delimiter,
      sheets,
      header,
      rows: rowsUnder(header, first, rows, limits, close),
      close,
    });
  } catch (error) {
    await close();
    if (error instanceof TableRefused) return refused(error.reason);
    throw error;
  }
}

/** Reads a whole table into memory: for what is known to fit, as everything below the limits does. */
export async function readTable(source: TableSource, options: ReadOptions = {}): Promise<TableResult> {
  const opened = await openTable(source, options);
  if (!opened.ok) return opened;
  const { rows, close, ...shape } = opened.value;
  try {
    const all: TableRow[] = [];
    for await (const row of rows) all.push(row);
    return done({ ...shape, rows: all });
  } catch (error) {
    if (error instanceof TableRefused) return refused(error.reason);
    throw error;
  } finally {
    await close();
  }
}

export type RawTable = {
  readonly format: TableFormat;
  readonly encoding: TextEncodingName;
  readonly delimiter: Delimiter | null;
  readonly sheets: readonly string[];
  /** As many at a time as are there. */
  readonly rows: AsyncGenerator<readonly RawRow[]>;
  readonly merged?: readonly string[];
  readonly close?: () => void;
};

const SAMPLE = 64 * 1024;

/** Opens a table as it stands in its file, before any header is looked for; of a workbook the named sheet, or the first. */
export async function openRaw(
  source: ByteSource,
  sheet: string | null,
  limits: TableLimits,
): Promise<RawTable> {
  if (source.size === 0) throw new TableRefused("empty");
  if (source.size > limits.bytes)
    throw new TableRefused("too-large", { bytes: source.size, limit: limits.bytes });
  const head = await firstBytes(source, SAMPLE);
  const sniffed = sniff(head);
  switch (sniffed.is) {
    case "other":
      throw new TableRefused("not-a-table", { kind: sniffed.kind });
    case "ole":
      throw new TableRefused((await holdsEncryptedPackage(source)) ? "encrypted" : "old-excel");
    case "zip": {
      const book = await openWorkbook(source, sheet, limits);
      return { format: "xlsx", encoding: "utf-8", delimiter: null, ...book };
    }
    case "json": {
      const encoding = await encodingOf(source);
      const rows = atOnce(await jsonRows(source, encoding, limits));
      return { format: "json", encoding, delimiter: null, sheets: [], rows };
    }
    case "text": {
      const encoding = await encodingOf(source);
      const sample = new TextDecoder(encoding).decode(head);
      const delimiter = guessDelimiter(sample, head.length === source.size, limits);
      const rows = csvRows(decodedText(source, encoding), delimiter, limits);
      return { format: "csv", encoding, delimiter, sheets: [], rows };
    }
  }
}

async function* atOnce(rows: readonly RawRow[]): AsyncGenerator<readonly RawRow[]> {
  yield rows;
}

/** A workbook locked with a password is an OLE file with a part of this name, written in UTF-16. */
async function holdsEncryptedPackage(source: ByteSource): Promise<boolean> {
  const name = Buffer.from("EncryptedPackage", "utf16le");
  let tail = Buffer.alloc(0);
  for await (const piece of source.read(0, source.size)) {
    const together = Buffer.concat([tail, piece]);
    if (together.includes(name)) return true;
    tail = together.subarray(-name.length);
  }
  return false;
}

const isBlank = (row: RawRow): boolean =>
  row.problems.length === 0 && row.cells.every((cell) => cell.trim() === "");

/** The header, and the rows that came with it. */
async function readHeader(
  pieces: AsyncIterator<readonly RawRow[]>,
  limits: TableLimits,
): Promise<{ readonly header: readonly string[]; readonly first: readonly RawRow[] }> {
  for (;;) {
    const next = await pieces.next();
    if (next.done === true) throw new TableRefused("empty");
    const at = next.value.findIndex((row) => !isBlank(row));
    const row = next.value[at];
    if (row) return { header: headerOf(row, limits), first: next.value.slice(at + 1) };
  }
}

function headerOf(row: RawRow, limits: TableLimits): readonly string[] {
  const { line } = row;
  if (row.count > limits.columns) {
    throw new TableRefused("too-many-columns", { columns: row.count, limit: limits.columns });
  }
  const names = row.cells.map((cell) => cell.normalize("NFC").replace(/\s+/g, " ").trim());
  while (names.at(-1) === "") names.pop();
  if (names.some((name) => name.includes("\0"))) throw new TableRefused("not-a-table", { kind: "binary" });
  if (row.problems.length > 0 || looksLikeValues(names)) throw new TableRefused("no-header", { line });
  const seen = new Set<string>();
  for (const name of names) {
    const key = name.toLowerCase();
    if (key !== "" && seen.has(key)) throw new TableRefused("duplicate-header", { line, column: name });
    seen.add(key);
  }
  return names;
}

/** A day, an e-mail address or two numbers among the names: this is the first person, not a header. */
const looksLikeValues = (names: readonly string[]): boolean =>
  names.some((name) => /^\d{4}-\d{2}-\d{2}$|^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(name)) ||
  names.filter((name) => /^-?\d+([.,]\d+)?$/.test(name)).length >= 2;

/** A sheet whose columns are formatted to the end has a million blank rows: so many per row that is let in. */
const MOST_BLANK = 5;

async function* rowsUnder(
  header: readonly string[],
  first: readonly RawRow[],
  pieces: AsyncIterator<readonly RawRow[]>,
  limits: TableLimits,
  close: () => Promise<void>,
): AsyncGenerator<TableRow> {
  let [count, blank] = [0, 0];
  try {
    for (let rows = first; ;) {
      for (const row of rows) {
        const isEmpty = isBlank(row);
        if (isEmpty) blank += 1;
        else count += 1;
        if (count > limits.rows || blank > limits.rows * MOST_BLANK)
          throw new TableRefused("too-many-rows", { limit: limits.rows });
        if (!isEmpty) yield rowUnder(header, row);
      }
      const next = await pieces.next();
      if (next.done === true) return;
      rows = next.value;
    }
  } finally {
    await close();
  }
}

/** Letters that were read in the wrong encoding once: å ä ö Å Ä Ö é as two characters each, or the mark for a lost letter. */
const GARBLED = /\uFFFD|Ã[¥¤¶…„–©]/;

function rowUnder(header: readonly string[], row: RawRow): TableRow {
  const { line } = row;
  const nameOf = (at: number): string | number => header[at] || at + 1;
  const problems: Reason<RowProblem>[] = row.problems.map(({ code, at, data }) => ({
    code,
    data: { line, column: nameOf(at), ...data },
  }));
  const spoiled = new Set(row.problems.map(({ at }) => at));
  if (hasExtraValue(header, row)) {
    problems.push({ code: "uneven-row", data: { line, cells: row.count, columns: header.length } });
  }
  const cells = header.map((_, at) => {
    const cell = row.cells[at] ?? "";
    const code = cell.includes("\0") ? "nul-character" : GARBLED.test(cell) ? "garbled-text" : null;
    if (code !== null) problems.push({ code, data: { line, column: nameOf(at) } });
    return code !== null || spoiled.has(at) ? "" : cell;
  });
  return { line, cells, problems };
}

/** Cells beyond the header's, save empty ones: values have slipped to the wrong column. */
const hasExtraValue = (header: readonly string[], row: RawRow): boolean =>
  row.cells.slice(header.length).some((cell) => cell.trim() !== "") || row.count > row.cells.length;
