/**
 * CSV as people's systems write it: quoted cells, line breaks inside them, CRLF, LF or CR, and `;`, `,` or tab found from
 * the content. Kept in constant memory: a cell beyond the limit is counted and dropped, not held.
 */
import { TableRefused, type Delimiter, type RawProblem, type RawRow, type TableLimits } from "./table.ts";

const [LF, CR, QUOTE] = [0x0a, 0x0d, 0x22];

type State = "start" | "plain" | "quoted" | "quote" | "after-quote";

/** Splits text into rows. Give it the text in pieces; a piece may end anywhere. */
export class CsvSplitter {
  readonly #delimiter: number;
  readonly #limits: TableLimits;
  #state: State = "start";
  #cell = "";
  #cellLength = 0;
  #cells: string[] = [];
  #count = 0;
  #problems: RawProblem[] = [];
  #line = 1;
  #rowLine = 1;
  #quoteLine = 1;
  #afterCr = false;
  #rows: RawRow[] = [];

  constructor(delimiter: Delimiter, limits: TableLimits) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#limits = limits;
  }

  /** The rows that this piece completed. */
  push(text: string): RawRow[] {
    let at = 0;
    while (at < text.length) at = this.#step(text, at);
    return this.#taken();
  }

  /** The last row, when the file does not end with a line break. Refuses a quote that was never closed. */
  finish(): RawRow[] {
    if (this.#state === "quoted") throw new TableRefused("unclosed-quote", { line: this.#quoteLine });
    if (this.#count > 0 || this.#cellLength > 0 || this.#state !== "start") this.#endRow();
    return this.#taken();
  }

  #step(text: string, at: number): number {
    const code = text.charCodeAt(at);
    switch (this.#state) {
      case "quoted": {
        const quote = text.indexOf('"', at);
        const end = quote < 0 ? text.length : quote;
        const part = text.slice(at, end);
        this.#countLines(part);
        this.#append(part);
        if (quote >= 0) this.#state = "quote";
        return quote < 0 ? end : end + 1;
      }
      case "quote":
        if (code === QUOTE) {
          this.#append('"');
          this.#state = "quoted";
          this.#afterCr = false;
          return at + 1;
        }
        this.#state = "after-quote";
        return at;
      case "start":
        if (this.#afterCr && code === LF) {
          this.#afterCr = false;
          return at + 1;
        }
        this.#afterCr = false;
        if (code === QUOTE) {
          this.#state = "quoted";
          this.#quoteLine = this.#line;
          return at + 1;
        }
        this.#state = "plain";
        return at;
      case "plain":
      case "after-quote":
        return this.#unquoted(text, at);
    }
  }

  #unquoted(text: string, at: number): number {
    let end = at;
    let code = -1;
    for (; end < text.length; end += 1) {
      code = text.charCodeAt(end);
      if (code === this.#delimiter || code === LF || code === CR) break;
    }
    if (end > at) {
      if (this.#state === "after-quote") this.#problems.push({ code: "stray-quote", at: this.#count });
      this.#append(text.slice(at, end));
      this.#state = "plain";
    }
    if (end === text.length) return end;
    if (code === this.#delimiter) {
      this.#endCell();
    } else {
      this.#endRow();
      this.#line += 1;
      this.#rowLine = this.#line;
      this.#afterCr = code === CR;
    }
    return end + 1;
  }

  /** Line breaks inside a quoted cell; CRLF is one, also when two pieces share it. */
  #countLines(part: string): void {
    for (let at = 0; at < part.length; at += 1) {
      const code = part.charCodeAt(at);
      if (code === CR || (code === LF && !this.#afterCr)) this.#line += 1;
      this.#afterCr = code === CR;
    }
  }

  #append(part: string): void {
    if (this.#cellLength <= this.#limits.cellLength) this.#cell += part;
    this.#cellLength += part.length;
  }

  #endCell(): void {
    const at = this.#count;
    if (this.#cellLength > this.#limits.cellLength) {
      const data = { limit: this.#limits.cellLength, length: this.#cellLength };
      this.#problems.push({ code: "cell-too-long", at, data });
    }
    if (at < this.#limits.columns)
      this.#cells.push(this.#cellLength > this.#limits.cellLength ? "" : this.#cell);
    this.#count += 1;
    this.#cell = "";
    this.#cellLength = 0;
    this.#state = "start";
    this.#afterCr = false;
  }

  #endRow(): void {
    this.#endCell();
    this.#rows.push({
      line: this.#rowLine,
      cells: this.#cells,
      count: this.#count,
      problems: this.#problems,
    });
    this.#cells = [];
    this.#count = 0;
    this.#problems = [];
  }

  #taken(): RawRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }
}

const DELIMITERS: readonly Delimiter[] = [";", ",", "\t"];

/**
 * Which delimiter the text has: the one that gives most rows as many cells as the first, and of those the one that gives the
 * most cells. Excel's own first line (`sep=;`) is obeyed. A text with none of them is a table of one column.
 */
export function guessDelimiter(sample: string, whole: boolean, limits: TableLimits): Delimiter {
  const stated = /^sep=([;,\t])\r?\n?/i.exec(sample)?.[1] as Delimiter | undefined;
  if (stated) return stated;
  let best: { delimiter: Delimiter; alike: number; cells: number } = { delimiter: ";", alike: 0, cells: 1 };
  for (const delimiter of DELIMITERS) {
    const rows = sampleRows(sample, whole, delimiter, limits);
    const cells = rows[0]?.count ?? 0;
    if (cells < 2) continue;
    const alike = rows.filter((row) => row.count === cells).length / rows.length;
    if (alike > best.alike || (alike === best.alike && cells > best.cells))
      best = { delimiter, alike, cells };
  }
  return best.delimiter;
}

function sampleRows(sample: string, whole: boolean, delimiter: Delimiter, limits: TableLimits): RawRow[] {
  const splitter = new CsvSplitter(delimiter, limits);
  const rows = splitter.push(sample);
  // A sample that was cut off ends in half a row, unless that row is all there is.
  if (whole || rows.length === 0) rows.push(...lastRow(splitter));
  return rows.filter((row) => row.cells.some((cell) => cell.trim() !== "")).slice(0, 50);
}

/** The unfinished row of a sample; none where this delimiter leaves a quote open, which the real reading reports. */
function lastRow(splitter: CsvSplitter): RawRow[] {
  try {
    return splitter.finish();
  } catch (error) {
    if (error instanceof TableRefused) return [];
    throw error;
  }
}

/** The rows of a CSV text, as many at a time as a piece of it completes. */
export async function* csvRows(
  text: AsyncIterable<string>,
  delimiter: Delimiter,
  limits: TableLimits,
): AsyncGenerator<readonly RawRow[]> {
  const splitter = new CsvSplitter(delimiter, limits);
  let begun = false;
  const kept = (rows: readonly RawRow[]): readonly RawRow[] => {
    const [first] = begun ? [] : rows;
    begun ||= rows.length > 0;
    return first && /^sep=.?$/i.test(first.cells.join(delimiter)) ? rows.slice(1) : rows;
  };
  for await (const piece of text) yield kept(splitter.push(piece));
  yield kept(splitter.finish());
}
