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

/** A row without its cells: of sixty thousand rows they would be most of the memory. */
type Entry = Omit<UnreadableRow, "reasons"> & { readonly row: StaffRow | null; reasons: readonly Reason[] };
type Readable = Entry & { readonly row: StaffRow };

const isReadable = (entry: Entry): entry is Readable => entry.row !== null && entry.reasons.length === 0;
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
  readonly #notes = new Map<StaffRow, Reason<"shared-email">>();

  /** The mapping has passed `checkMapping` for this header. */
  constructor(mapping: Mapping, header: readonly string[], context: RowContext) {
    this.#columns = columnsOf(mapping, header);
    this.#context = context;
  }

  add(source: ImportRow): void {
    const read = readRow(this.#columns, source, this.#context);
    const problems = source.problems ?? [];
    if (read.ok && problems.length === 0) {
      const { line, employmentNumber: number, givenName, familyName } = read.value;
      this.#entries.push({ line, row: read.value, number, name: `${givenName} ${familyName}`, reasons: [] });
      return;
    }
    // What the table reader found in a cell is the cause of what is missing there.
    const spoiled = new Set(problems.map(({ data }) => data?.["column"]));
    const own = read.ok ? [] : read.reasons.filter(({ data }) => !spoiled.has(data?.["column"]));
    const label = labelOf(this.#columns, source, this.#context);
    this.#entries.push({ line: source.line, row: null, ...label, reasons: [...problems, ...own] });
  }

  /** Holds all rows against each other. */
  finish(): StaffFile {
    this.#duplicates();
    this.#people();
    this.#managers();
    return {
      rows: this.#employments(),
      unreadable: this.#entries
        .filter(({ reasons }) => reasons.length > 0)
        .map(({ line, number, name, reasons }) => ({ line, number, name, reasons })),
    };
  }

  *#employments(): Generator<StaffEmployment> {
    const readable = this.#readable().map(({ row }) => row);
    const beside = new Set<StaffRow>();
    const protectedGroups = new Set<string>();
    for (const group of sharing(readable, ({ personGroup }) => personGroup)) {
      const mains = new Set(mainsOf(group));
      for (const row of group) if (!mains.has(row)) beside.add(row);
      // ORG-7: one mark on one of the person's rows protects the person.
      if (group.some((row) => row.protectedIdentity)) protectedGroups.add(group[0].personGroup);
    }
    for (const row of readable) {
      const note = this.#notes.get(row);
      yield {
        ...row,
        main: !beside.has(row),
        protectedIdentity: row.protectedIdentity || protectedGroups.has(row.personGroup),
        notes: note === undefined ? row.notes : [...row.notes, note],
      };
    }
  }

  #readable(): readonly Readable[] {
    return this.#entries.filter(isReadable);
  }

  /** Every row with the same key is unreadable: nothing says which one is right. */
  #duplicates(): void {
    for (const group of sharing(this.#entries, ({ number }) => number))
      for (const entry of group)
        this.#refuse(
          entry,
          "duplicate-key",
          "employmentNumber",
          (entry === group[0] ? group[1] : group[0]).line,
        );
  }

  #people(): void {
    const readable = this.#readable();
    for (const group of sharing(readable, ({ row }) => row.personKey)) {
      const [first] = group;
      const other = group.find(({ row }) => nameOf(row) !== nameOf(first.row));
      if (other === undefined) continue;
      for (const entry of group) {
        const against = nameOf(entry.row) === nameOf(first.row) ? other : first;
        this.#refuse(entry, "person-differs", "personKey", against.line);
      }
    }
    for (const group of sharing(readable, ({ row }) => row.personGroup)) {
      const main = group.filter(({ row }) => row.main === true);
      for (const [entry, other] of overlapping(main)) this.#refuse(entry, "several-main", "main", other.line);
    }
    for (const group of sharing(readable, ({ row }) => row.email)) this.#noteSharedEmail(group);
  }

  #noteSharedEmail(group: readonly Readable[]): void {
    const firsts = new Map<string, StaffRow>();
    for (const { row } of group) if (!firsts.has(row.personGroup)) firsts.set(row.personGroup, row);
    const [first, second] = firsts.values();
    if (first === undefined || second === undefined) return;
    for (const { row } of group) {
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
    const present = this.#readable().filter(({ row }) => row.period.to === null || row.period.to > today);
    const named = new Set(present.map(({ row }) => row.managerNumber));
    // Whom nobody names is in no circle, and leads to one at most.
    const managers = new Map(
      present.flatMap((entry) => (named.has(entry.number) ? [[entry.number, entry]] : [])),
    );
    const managerOf = ({ row }: Readable): Readable | undefined =>
      row.managerNumber === row.employmentNumber ? undefined : managers.get(row.managerNumber);
    const settled = new Set<Readable>();
    for (const start of managers.values()) {
      const path = new Set<Readable>();
      let at: Readable | undefined = start;
      while (at !== undefined && !settled.has(at) && !path.has(at)) {
        path.add(at);
        at = managerOf(at);
      }
      if (at !== undefined && path.has(at)) {
        const around = [...path];
        for (const member of around.slice(around.indexOf(at)))
          this.#refuse(member, "manager-cycle", "managerNumber", managerOf(member)?.line ?? member.line);
      }
      for (const entry of path) settled.add(entry);
    }
  }

  #refuse(entry: Entry, code: StaffRowProblem, field: StaffField, otherLine: number): void {
    const data = { line: entry.line, column: this.#header(field), otherLine };
    entry.reasons = [...entry.reasons, { code, field, data }];
  }

  #header(field: StaffField): string {
    return this.#columns.fields.get(field)?.header ?? this.#columns.identity?.header ?? field;
  }
}

/** Each item whose period meets another's, with that other; in one sweep over the days. */
function overlapping(items: readonly Readable[]): Iterable<readonly [Readable, Readable]> {
  const found = new Map<Readable, Readable>();
  let last: Readable | undefined;
  for (const item of items.toSorted((a, b) => compare(a.row.period.from, b.row.period.from))) {
    if (last !== undefined && overlap(last.row.period, item.row.period)) {
      found.set(item, last);
      if (!found.has(last)) found.set(last, item);
    }
    if (last === undefined || endsLater(item.row.period, last.row.period)) last = item;
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
