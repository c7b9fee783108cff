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
import { extentScaleOf } from "./import-values.rules.ts";

/** An employment with the person it belongs to, and whether it is that person's main one. */
export type StaffEmployment = Omit<StaffRow, "main"> & {
  /**
   * Rows with the same text are one person. By person key where the row has one; else by e-mail and name together, upper and lower
   * case alike; else the employment is a person of its own.
   */
  readonly personGroup: string;
  readonly main: boolean;
};

export type UnreadableRow = {
  readonly line: number;
  /** The employment number, where it can be read: who is left out by name is no leaver. */
  readonly number: string | null;
  readonly name: string | null;
  readonly reasons: readonly Reason[];
};

export type StaffFile = {
  /** In the file's order. */
  readonly rows: readonly StaffEmployment[];
  /** In the file's order. */
  readonly unreadable: readonly UnreadableRow[];
};

/** Reads the file. The mapping has passed `checkMapping` for this header. Time grows with the rows, not with their square. */
export function readRows(
  mapping: Mapping,
  header: readonly string[],
  rows: readonly ImportRow[],
  context: Omit<RowContext, "extentScale">,
): StaffFile {
  const columns = columnsOf(mapping, header);
  const extentAt = columns.fields.get("extent")?.at;
  const extents = extentAt === undefined ? [] : rows.map((row) => row.cells[extentAt] ?? "");
  const inFull = { ...context, extentScale: extentScaleOf(extents) };
  const whole = new WholeFile(columns, inFull);
  for (const row of rows) whole.add(row, readRow(columns, row, inFull));
  whole.compare();
  return whole.result();
}

/** A row without its cells: of sixty thousand rows they would be most of the memory. */
type Entry = {
  readonly line: number;
  readonly row: StaffRow | null;
  readonly number: string | null;
  readonly name: string | null;
  readonly reasons: Reason[];
};

const nameOf = (row: StaffRow): string => `${row.givenName} ${row.familyName}`.toLowerCase();

function groupOf(row: StaffRow): string {
  if (row.personKey !== null) return `key ${row.personKey}`;
  return row.email === null ? `number ${row.employmentNumber}` : `mail ${row.email} ${nameOf(row)}`;
}

const grouped = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | null,
): ReadonlyMap<string, Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};

class WholeFile {
  readonly #columns: Columns;
  readonly #context: RowContext;
  readonly #entries: Entry[] = [];
  readonly #notes = new Map<StaffRow, Reason<"shared-email">>();

  constructor(columns: Columns, context: RowContext) {
    this.#columns = columns;
    this.#context = context;
  }

  add(source: ImportRow, read: ReturnType<typeof readRow>): void {
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

  compare(): void {
    this.#duplicates();
    this.#people();
    this.#managers();
  }

  result(): StaffFile {
    const readable = this.#readable();
    const people = grouped(readable, ({ row }) => groupOf(row));
    const mains = new Set([...people.values()].flatMap((group) => mainsOf(group.map(({ row }) => row))));
    const protectedGroups = new Set(
      readable.filter(({ row }) => row.protectedIdentity).map(({ row }) => groupOf(row)),
    );
    const rows = readable.map(({ row }) => {
      const personGroup = groupOf(row);
      const note = this.#notes.get(row);
      return {
        ...row,
        personGroup,
        main: mains.has(row),
        // ORG-7: one mark on one of the person's rows protects the person.
        protectedIdentity: protectedGroups.has(personGroup),
        notes: note === undefined ? row.notes : [...row.notes, note],
      };
    });
    const unreadable = this.#entries
      .filter(({ reasons }) => reasons.length > 0)
      .map(({ line, number, name, reasons }) => ({ line, number, name, reasons }));
    return { rows, unreadable };
  }

  #readable(): { readonly row: StaffRow; readonly entry: Entry }[] {
    return this.#entries.flatMap((entry) =>
      entry.row === null || entry.reasons.length > 0 ? [] : [{ row: entry.row, entry }],
    );
  }

  /** Every row with the same key is unreadable: nothing says which one is right. */
  #duplicates(): void {
    for (const group of grouped(this.#entries, ({ number }) => number).values()) {
      this.#refuseAll(group, "duplicate-key", "employmentNumber");
    }
  }

  #people(): void {
    const readable = this.#readable();
    for (const group of grouped(readable, ({ row }) => row.personKey).values()) {
      const [first] = group;
      const other = group.find(({ row }) => first !== undefined && nameOf(row) !== nameOf(first.row));
      if (first === undefined || other === undefined) continue;
      for (const { row, entry } of group) {
        const against = nameOf(row) === nameOf(first.row) ? other : first;
        this.#refuse(entry, "person-differs", "personKey", against.row.line);
      }
    }
    for (const group of grouped(readable, ({ row }) => groupOf(row)).values()) {
      const main = group.filter(({ row }) => row.main === true);
      for (const [item, other] of overlapping(main))
        this.#refuse(item.entry, "several-main", "main", other.row.line);
    }
    for (const group of grouped(readable, ({ row }) => row.email).values()) this.#noteSharedEmail(group);
  }

  #noteSharedEmail(group: readonly { readonly row: StaffRow }[]): void {
    const byPerson = grouped(group, ({ row }) => groupOf(row));
    if (byPerson.size < 2) return;
    const firsts = [...byPerson.values()].flatMap(([first]) => (first === undefined ? [] : [first.row]));
    for (const { row } of group) {
      const other = firsts.find((first) => groupOf(first) !== groupOf(row));
      if (other === undefined) continue;
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
    const byNumber = new Map(present.map((item) => [item.row.employmentNumber, item]));
    const managerOf = (item: (typeof present)[number]) =>
      item.row.managerNumber === item.row.employmentNumber
        ? undefined
        : byNumber.get(item.row.managerNumber ?? "");
    const settled = new Set<(typeof present)[number]>();
    for (const start of present) {
      const path: (typeof present)[number][] = [];
      const onPath = new Set<(typeof present)[number]>();
      let at: (typeof present)[number] | undefined = start;
      while (at !== undefined && !settled.has(at) && !onPath.has(at)) {
        path.push(at);
        onPath.add(at);
        at = managerOf(at);
      }
      if (at !== undefined && onPath.has(at)) {
        for (const member of path.slice(path.indexOf(at))) {
          this.#refuse(
            member.entry,
            "manager-cycle",
            "managerNumber",
            managerOf(member)?.row.line ?? member.row.line,
          );
        }
      }
      for (const item of path) settled.add(item);
    }
  }

  /** Each row of the group names the first other one; a group of one is no clash. */
  #refuseAll(group: readonly Entry[], code: StaffRowProblem, field: StaffField): void {
    const [first, second] = group;
    if (first === undefined || second === undefined) return;
    for (const entry of group) {
      this.#refuse(entry, code, field, (entry === first ? second : first).line);
    }
  }

  #refuse(entry: Entry, code: StaffRowProblem, field: StaffField, otherLine: number): void {
    entry.reasons.push({
      code,
      field,
      data: { line: entry.line, column: this.#header(field), otherLine },
    });
  }

  #header(field: StaffField): string {
    return this.#columns.fields.get(field)?.header ?? this.#columns.identity?.header ?? field;
  }
}

/** Each item whose period meets another's, with that other; in one sweep over the days. */
function overlapping<Item extends { readonly row: StaffRow }>(
  items: readonly Item[],
): readonly (readonly [Item, Item])[] {
  const found = new Map<Item, Item>();
  let last: Item | undefined;
  for (const item of items.toSorted((a, b) => compare(a.row.period.from, b.row.period.from))) {
    if (last !== undefined && overlap(last.row.period, item.row.period)) {
      found.set(item, last);
      if (!found.has(last)) found.set(last, item);
    }
    if (last === undefined || endsLater(item.row.period, last.row.period)) last = item;
  }
  return [...found];
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
