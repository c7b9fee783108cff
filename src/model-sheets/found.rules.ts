/** What a reading of somebody's own spreadsheet finds: levels, headings, tracks and lines, and the cells that can't be understood (MOD-15). */
import {
  cleaned,
  formalIn,
  lineKindOf,
  linesIn,
  mandatoryOf,
  supportOf,
  withoutMark,
  type LineKind,
} from "./cell.rules.ts";
import type { Reading, Role } from "./reading.rules.ts";
import { LIMITS, type SupportStage } from "../career-model/rules.ts";

export type FoundCode =
  | "no-level" // a line that stands at no level
  | "no-heading" // a line that stands under no heading
  | "unknown-mandatory" // value
  | "unknown-kind" // value
  | "unknown-number" // value
  | "text-too-long" // max, length
  | "cell-error"
  | "cell-too-long";

/** What is wrong in a cell, such as C7. */
export type FoundFault = {
  readonly code: FoundCode;
  readonly cell: string;
  readonly data?: Readonly<Record<string, string | number>>;
};

/** One line of the model to be, with the cell that it comes from. Names are those of the sheet; `kind` is null when its row says none. */
export type FoundLine = {
  readonly cell: string;
  readonly level: string;
  readonly heading: string;
  readonly track: string | null;
  readonly kind: LineKind | null;
  readonly text: string;
  readonly note: string | null;
  readonly mandatory: boolean;
  readonly support: SupportStage | null;
  readonly months: number | null;
  readonly credits: number | null;
  readonly internal: boolean;
};

export type Found = {
  /** In the order that they are met. */
  readonly levels: readonly string[];
  readonly headings: readonly { readonly name: string; readonly kind: LineKind }[];
  readonly tracks: readonly string[];
  readonly lines: readonly FoundLine[];
  readonly faults: readonly FoundFault[];
  /** Cells that say what another has said at the same place: read once. */
  readonly doubles: readonly string[];
  /** What stands above the heading row. */
  readonly titles: readonly string[];
};

type Sheet = {
  readonly rows: readonly {
    readonly number: number;
    readonly cells: readonly string[];
    readonly problems: readonly { readonly code: string; readonly at: number }[];
  }[];
};

/** Letters and signs alone, so that "Fördjupad " and "FÖRDJUPAD" are one level. */
const nameKey = (name: string): string => name.toLowerCase().replace(/[\s:.]+$/u, "");

/** Names in the order that they are met, each spelled as the first time. */
class Names {
  readonly #byKey = new Map<string, string>();

  /** The name as it was first spelled. Line breaks inside a heading cell are spaces. */
  met(cell: string): string {
    const name = cleaned(cell).replaceAll("\n", " ").replace(/:$/, "").trim();
    if (name === "") return "";
    const key = nameKey(name);
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    this.#byKey.set(key, name);
    return name;
  }

  all = (): string[] => [...this.#byKey.values()];
}

/** One row under the heading row, by the roles of its columns. */
type Row = { readonly number: number; readonly cell: (column: number) => string };

/** Letters of a column, as spreadsheets count them, from 0. */
type CellName = (column: number, row: number) => string;

export function findIn(sheet: Sheet, reading: Reading, cellName: CellName): Found {
  const header = sheet.rows.find(({ number }) => number === reading.header);
  const above = sheet.rows.filter(({ number }) => number < reading.header);
  const below = sheet.rows.filter(({ number }) => number > reading.header);
  const finder = new Finder(reading, headersOf(header?.cells ?? [], reading.columns), cellName);
  for (const { number, cells, problems } of below) {
    for (const { code, at } of problems)
      finder.refuse(at, number, code === "cell-too-long" ? "cell-too-long" : "cell-error");
    const spoiled = new Set(problems.map(({ at }) => at));
    finder.take({ number, cell: (column) => (spoiled.has(column) ? "" : (cells[column] ?? "")) });
  }
  return finder.found([...new Set(above.flatMap(({ cells }) => cells.map(cleaned).filter(Boolean)))]);
}

/** The heading of each column; one without, next to a column of the same role, goes on from it. */
function headersOf(cells: readonly string[], roles: readonly (Role | null)[]): string[] {
  const names: string[] = [];
  roles.forEach((role, column) => {
    const own = cleaned(cells[column] ?? "");
    names.push(own === "" && role !== null && roles[column - 1] === role ? (names[column - 1] ?? "") : own);
  });
  return names;
}

class Finder {
  readonly #reading: Reading;
  readonly #headers: readonly string[];
  readonly #cellName: CellName;
  readonly #levels = new Names();
  readonly #headings = new Names();
  readonly #tracks = new Names();
  readonly #lines: FoundLine[] = [];
  readonly #faults: FoundFault[] = [];
  readonly #doubles: string[] = [];
  readonly #said = new Set<string>();
  /** What the rows above have said, and this one may leave out: a merged heading stands in the first row of its cells. */
  #heading = "";
  #track = "";
  #kind: LineKind | null = null;
  #level = "";

  constructor(reading: Reading, headers: readonly string[], cellName: CellName) {
    this.#reading = reading;
    this.#headers = headers;
    this.#cellName = cellName;
    for (const [column, role] of reading.columns.entries()) {
      if (role === "lines") this.#levels.met(headers[column] ?? "");
      if (role === "under") this.#headings.met(headers[column] ?? "");
    }
  }

  refuse(column: number, row: number, code: FoundCode, data?: FoundFault["data"]): void {
    if (this.#reading.columns[column] === null) return;
    this.#faults.push({ code, cell: this.#cellName(column, row), ...(data ? { data } : {}) });
  }

  #columnOf = (role: Role): number => this.#reading.columns.indexOf(role);

  #text(row: Row, role: Role): string {
    const column = this.#columnOf(role);
    return column < 0 ? "" : cleaned(row.cell(column));
  }

  take(row: Row): void {
    if (this.#isHeadingAcross(row)) {
      this.#goOnUnder(this.#text(row, "heading"));
      return;
    }
    this.#goOn(row);
    const columns = this.#reading.columns.flatMap((role, column) =>
      (role === "lines" || role === "under" || role === "text") && cleaned(row.cell(column)) !== ""
        ? [{ role, column }]
        : [],
    );
    for (const { role, column } of columns) {
      const level = role === "lines" ? this.#levels.met(this.#headers[column] ?? "") : this.#level;
      const under = role === "under" ? this.#headings.met(this.#headers[column] ?? "") : this.#heading;
      this.#addLines(row, column, level, under);
    }
  }

  /** A heading that is drawn across the whole row stands in each of its cells: there are no lines in it. */
  #isHeadingAcross(row: Row): boolean {
    const heading = this.#text(row, "heading");
    const said = this.#reading.columns.flatMap((role, column) =>
      role === null ? [] : [cleaned(row.cell(column))].filter(Boolean),
    );
    return heading !== "" && said.length > 1 && said.every((text) => text === heading);
  }

  #goOnUnder(heading: string): void {
    this.#heading = this.#headings.met(heading);
    this.#track = "";
    this.#kind = null;
  }

  /** What the row says of where its lines stand, and what an empty cell takes over from the row above. */
  #goOn(row: Row): void {
    const heading = this.#text(row, "heading");
    if (heading !== "") this.#goOnUnder(heading);
    const level = this.#text(row, "level");
    if (level !== "") this.#level = this.#levels.met(level);
    const track = this.#text(row, "track");
    if (track !== "") this.#track = this.#tracks.met(track);
    else if (this.#columnOf("text") >= 0) this.#track = "";
    const kind = this.#text(row, "kind");
    if (kind === "") return;
    this.#kind = lineKindOf(kind) ?? null;
    if (this.#kind === null) this.refuse(this.#columnOf("kind"), row.number, "unknown-kind", { value: kind });
  }

  #addLines(row: Row, column: number, level: string, heading: string): void {
    if (level === "") return this.refuse(column, row.number, "no-level");
    if (heading === "") return this.refuse(column, row.number, "no-heading");
    const isList = this.#reading.columns[column] === "text";
    const cell = row.cell(column);
    const lines = isList ? [cleaned(cell).replaceAll("\n", " ")] : linesIn(cell);
    for (const line of lines) {
      const { text, recommended, support } = withoutMark(line);
      if (text.length > LIMITS.line) {
        this.refuse(column, row.number, "text-too-long", { max: LIMITS.line, length: text.length });
        continue;
      }
      const place = [level, heading, this.#track, text].map((part) => part.toLowerCase()).join("\n");
      if (this.#said.has(place)) {
        this.#doubles.push(this.#cellName(column, row.number));
        continue;
      }
      this.#said.add(place);
      const note = this.#text(row, "note").replaceAll("\n", " ");
      this.#lines.push({
        cell: this.#cellName(column, row.number),
        level,
        heading,
        track: this.#track === "" ? null : this.#track,
        kind: this.#kind,
        text,
        note: note === "" ? null : note,
        mandatory: this.#mandatory(row) ?? !recommended,
        support: supportOf(this.#text(row, "support")) ?? support ?? null,
        months: this.#number(row, "months"),
        credits: this.#number(row, "credits"),
        internal: /^(?:intern|nej)/iu.test(this.#text(row, "visibility")),
      });
    }
  }

  #mandatory(row: Row): boolean | undefined {
    const word = this.#text(row, "mandatory");
    const said = word === "" ? undefined : mandatoryOf(word);
    if (word !== "" && said === undefined)
      this.refuse(this.#columnOf("mandatory"), row.number, "unknown-mandatory", { value: word });
    return said;
  }

  #number(row: Row, role: "months" | "credits"): number | null {
    const word = this.#text(row, role);
    const number = /^\d{1,4}(?:[.,]\d)?$/.test(word) ? Number(word.replace(",", ".")) : null;
    if (word !== "" && number === null)
      this.refuse(this.#columnOf(role), row.number, "unknown-number", { value: word });
    return number;
  }

  found(titles: readonly string[]): Found {
    return {
      levels: this.#levels.all(),
      headings: this.#headings.all().map((name) => ({ name, kind: lineKindOf(name) ?? "demonstrated" })),
      tracks: this.#tracks.all(),
      lines: this.#lines,
      faults: this.#faults,
      doubles: this.#doubles,
      titles,
    };
  }
}

/** Is what would show it in the text, of a requirement? For the preview, and for the model. */
export const kindOfLine = (line: FoundLine, heading: LineKind) => {
  const kind = line.kind ?? heading;
  if (kind !== "requirement") return { kind };
  const found = formalIn(line.text);
  const formal = found && {
    ...found,
    ...(line.credits === null ? {} : { credits: line.credits }),
    ...(line.months === null ? {} : { months: line.months }),
  };
  return formal ? { kind: "formal" as const, formal } : { kind: "demonstrated" as const };
};
