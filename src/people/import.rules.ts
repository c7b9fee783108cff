/**
 * A whole staff file (INT-1, ORG-3): each row by itself, then what only shows when they are held against each other. A row that
 * can't be read stands with its reasons and what it is known by; no row hides another.
 */
import { overlap, type DateRange } from "../shared/local-date.ts";
import type { Reason } from "../shared/result.ts";
import type {
  ImportRow,
  Mapping,
  RowContext,
  StaffField,
  StaffRow,
  StaffRowProblem,
} from "./import-fields.rules.ts";
import { columnsOf, labelOf, readRow, type Columns } from "./import-row.rules.ts";

/** An employment as all rows together make it: whether it is the person's main one, and whether the person is protected. */
export type StaffEmployment = Omit<StaffRow, "main"> & { readonly main: boolean };

export type UnreadableRow = {
  readonly line: number;
  /** The employment number, where it can be read: who is left out by name is no leaver. */
  readonly number: string | null;
  readonly name: string | null;
  readonly reasons: readonly Reason[];
};

export type StaffFile = {
  /** In the file's order; made as they are asked for. */
  readonly rows: Iterable<StaffEmployment>;
  /** In the file's order. */
  readonly unreadable: readonly UnreadableRow[];
};

/** A row that can't be read by itself. */
type Broken = {
  readonly line: number;
  readonly employmentNumber: string | null;
  readonly name: string | null;
};
type Entry = StaffRow | Broken;

const isBroken = (entry: Entry): entry is Broken => "name" in entry;
const nameOf = (row: StaffRow): string => `${row.givenName} ${row.familyName}`.toLowerCase();

/** Those that have the key of another, group by group; most have none and cost one look-up. */
function sharing<Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => string | null,
): Iterable<readonly [Item, Item, ...Item[]]> {
  const firsts = new Map<string, Item>();
  const groups = new Map<string, [Item, Item, ...Item[]]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const first = firsts.get(key);
    if (first === undefined) {
      firsts.set(key, item);
      continue;
    }
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [first, item]);
  }
  return groups.values();
}

/** Takes the rows one by one, and then says what they are. Time grows with the rows, not with their square. */
export class StaffFileReader {
  readonly #columns: Columns;
  readonly #context: RowContext;
  readonly #entries: Entry[] = [];
  /** What is wrong, with those of whom anything is. */
  readonly #reasons = new Map<Entry, readonly Reason[]>();
  readonly #notes = new Map<StaffRow, Reason<"shared-email">>();
  /** Those with several rows. */
  #people: readonly (readonly [StaffRow, ...StaffRow[]])[] = [];

  /** The mapping has passed `checkMapping` for this header. */
  constructor(mapping: Mapping, header: readonly string[], context: RowContext) {
    this.#columns = columnsOf(mapping, header);
    this.#context = context;
  }

  add(source: ImportRow): void {
    const read = readRow(this.#columns, source, this.#context);
    const problems = source.problems ?? [];
    if (read.ok && problems.length === 0) {
      this.#entries.push(read.value);
      return;
    }
    // What the table reader found in a cell is the cause of what is missing there.
    const spoiled = new Set(problems.map(({ data }) => data?.["column"]));
    const own = read.ok ? [] : read.reasons.filter(({ data }) => !spoiled.has(data?.["column"]));
    const { number, name } = labelOf(this.#columns, source, this.#context);
    const broken = { line: source.line, employmentNumber: number, name };
    this.#entries.push(broken);
    this.#reasons.set(broken, [...problems, ...own]);
  }

  /** Holds all rows against each other. */
  finish(): StaffFile {
    this.#duplicates();
    this.#holdTogether();
    this.#managers();
    const unreadable = this.#entries.flatMap((entry): UnreadableRow[] => {
      const reasons = this.#reasons.get(entry);
      if (reasons === undefined) return [];
      const name = isBroken(entry) ? entry.name : `${entry.givenName} ${entry.familyName}`;
      return [{ line: entry.line, number: entry.employmentNumber, name, reasons }];
    });
    return { rows: this.#employments(), unreadable };
  }

  #isReadable(entry: Entry): entry is StaffRow {
    return !this.#reasons.has(entry);
  }

  #readable(): readonly StaffRow[] {
    return this.#entries.filter((entry) => this.#isReadable(entry));
  }

  *#employments(): Generator<StaffEmployment> {
    const beside = new Set<StaffRow>();
    const protectedGroups = new Set<string>();
    for (const group of this.#people) {
      const rows = group.filter((row) => this.#isReadable(row));
      const mains = new Set(mainsOf(rows));
      for (const row of rows) {
        if (!mains.has(row)) beside.add(row);
        // ORG-7: one mark on one of the person's rows protects the person.
        if (row.protectedIdentity) protectedGroups.add(row.personGroup);
      }
    }
    for (const row of this.#readable()) {
      const note = this.#notes.get(row);
      yield {
        ...row,
        main: !beside.has(row),
        protectedIdentity: row.protectedIdentity || protectedGroups.has(row.personGroup),
        notes: note === undefined ? row.notes : [...row.notes, note],
      };
    }
  }

  /** Every row with the same key is unreadable: nothing says which one is right. */
  #duplicates(): void {
    for (const group of sharing(this.#entries, ({ employmentNumber }) => employmentNumber))
      for (const entry of group) {
        const [first, second] = group;
        this.#refuse(entry, "duplicate-key", "employmentNumber", (entry === first ? second : first).line);
      }
  }

  #holdTogether(): void {
    const readable = this.#readable();
    this.#people = [...sharing(readable, ({ personGroup }) => personGroup)];
    for (const group of this.#people) {
      this.#refuseDiffering(group);
      for (const [row, other] of overlapping(group.filter(({ main }) => main === true)))
        this.#refuse(row, "several-main", "main", other.line);
    }
    for (const group of sharing(readable, ({ email }) => email)) this.#noteSharedEmail(group);
  }

  /** One person key, two names. */
  #refuseDiffering(group: readonly [StaffRow, ...StaffRow[]]): void {
    const [first] = group;
    const other = group.find((row) => row.personKey !== null && nameOf(row) !== nameOf(first));
    if (other === undefined) return;
    for (const row of group) {
      const against = nameOf(row) === nameOf(first) ? other : first;
      this.#refuse(row, "person-differs", "personKey", against.line);
    }
  }

  #noteSharedEmail(group: readonly StaffRow[]): void {
    const firsts = new Map<string, StaffRow>();
    for (const row of group) if (!firsts.has(row.personGroup)) firsts.set(row.personGroup, row);
    const [first, second] = firsts.values();
    if (first === undefined || second === undefined) return;
    for (const row of group) {
      const other = first.personGroup === row.personGroup ? second : first;
      const data = { line: row.line, column: this.#header("email"), otherLine: other.line };
      this.#notes.set(row, { code: "shared-email", field: "email", data });
    }
  }

  /**
   * ORG-4: nobody is, through others, the manager of their own manager. Who stands as their own manager says nothing (the unit's manager in the
   * unit's own list), and ended employments lead nobody.
   */
  #managers(): void {
    const { today } = this.#context;
    const present = this.#readable().filter(({ period }) => period.to === null || period.to > today);
    const named = new Set(present.map(({ managerNumber }) => managerNumber));
    // Whom nobody names is in no circle.
    const managers = new Map(
      present.flatMap((row) => (named.has(row.employmentNumber) ? [[row.employmentNumber, row]] : [])),
    );
    const managerOf = ({ managerNumber, employmentNumber }: StaffRow): StaffRow | undefined =>
      managerNumber === null || managerNumber === employmentNumber ? undefined : managers.get(managerNumber);
    const settled = new Set<StaffRow>();
    for (const start of managers.values()) {
      const path = new Set<StaffRow>();
      let at: StaffRow | undefined = start;
      while (at !== undefined && !settled.has(at) && !path.has(at)) {
        path.add(at);
        at = managerOf(at);
      }
      if (at !== undefined && path.has(at)) {
        const around = [...path];
        for (const row of around.slice(around.indexOf(at)))
          this.#refuse(row, "manager-cycle", "managerNumber", managerOf(row)?.line ?? row.line);
      }
      for (const row of path) settled.add(row);
    }
  }

  #refuse(entry: Entry, code: StaffRowProblem, field: StaffField, otherLine: number): void {
    const data = { line: entry.line, column: this.#header(field), otherLine };
    this.#reasons.set(entry, [...(this.#reasons.get(entry) ?? []), { code, field, data }]);
  }

  #header(field: StaffField): string {
    return this.#columns.fields.get(field)?.header ?? this.#columns.identity?.header ?? field;
  }
}

/** Each row whose period meets another's, with that other; in one sweep over the days. */
function overlapping(rows: readonly StaffRow[]): Iterable<readonly [StaffRow, StaffRow]> {
  const found = new Map<StaffRow, StaffRow>();
  let last: StaffRow | undefined;
  for (const row of rows.toSorted((a, b) => compare(a.period.from, b.period.from))) {
    if (last !== undefined && overlap(last.period, row.period)) {
      found.set(row, last);
      if (!found.has(last)) found.set(last, row);
    }
    if (last === undefined || endsLater(row.period, last.period)) last = row;
  }
  return found;
}

const endsLater = (a: DateRange, b: DateRange): boolean => b.to !== null && (a.to === null || a.to > b.to);

/**
 * The main employments among a person's rows: those that the file marks; where it marks none, the one of greatest extent, then the one that began
 * first, then the one with the lowest number.
 */
function mainsOf(rows: readonly StaffRow[]): readonly StaffRow[] {
  const marked = rows.filter((row) => row.main === true);
  if (marked.length > 0) return marked;
  const [main] = rows.toSorted(
    (a, b) =>
      b.extent - a.extent ||
      compare(a.period.from, b.period.from) ||
      compare(a.employmentNumber, b.employmentNumber),
  );
  return main === undefined ? [] : [main];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
