/**
 * A reader who works out all that can be worked out: exact linear algebra over the figures that were shown, knowing nothing of
 * how they were chosen. Meant for small trees: it tries every group of cells.
 */
import type { PartedCell } from "../../src/suppression/parts.rules.ts";
import type { Cell, Showing } from "../../src/suppression/rules.ts";

type Row = bigint[];

const isBelow = (cells: readonly Cell[], cell: Cell, id: string): boolean => {
  for (let at: Cell | undefined = cell; at; at = cells.find((each) => each.id === at?.parentId))
    if (at.id === id) return true;
  return false;
};

/** Rows in echelon form, each with where it begins. */
type Basis = { readonly pivot: number; readonly row: Row }[];

/** What is left of the row when all that the basis says is taken away; all zeros when it follows from the basis. */
function remainder(basis: Basis, wanted: Row): Row {
  let rest = wanted;
  for (const { pivot, row } of basis) {
    const [factor, scale] = [rest[pivot] ?? 0n, row[pivot] ?? 1n];
    if (factor !== 0n) rest = rest.map((value, at) => value * scale - factor * (row[at] ?? 0n));
  }
  return rest;
}

function basisOf(rows: readonly Row[]): Basis {
  const basis: Basis = [];
  for (const row of rows) {
    const rest = remainder(basis, row);
    const pivot = rest.findIndex((value) => value !== 0n);
    if (pivot >= 0) basis.push({ pivot, row: rest });
  }
  return basis;
}

/** Every group of 1 to k−1 people, none of them known to the reader, whose sum follows from what was shown. */
export function groupsWorkedOut(
  cells: readonly Cell[],
  showing: ReadonlyMap<string, Showing>,
  k: number,
  known: ReadonlySet<string> = new Set(),
): string[][] {
  const facts = cells
    .filter((cell) => showing.get(cell.id) !== "hidden")
    .map((node) => cells.map((cell): bigint => (isBelow(cells, cell, node.id) ? 1n : 0n)));
  const oneByOne = cells
    .filter((cell) => known.has(cell.id) || cell.own === 0)
    .map((node) => cells.map((cell): bigint => (cell === node ? 1n : 0n)));
  const basis = basisOf([...facts, ...oneByOne]);
  const unknown = cells.filter((cell) => cell.own > 0 && !known.has(cell.id));
  const found: string[][] = [];
  for (let choice = 1; choice < 2 ** unknown.length; choice += 1) {
    const group = unknown.filter((_, at) => Math.floor(choice / 2 ** at) % 2 === 1);
    const people = group.reduce((sum, cell) => sum + cell.own, 0);
    if (people >= k) continue;
    const wanted = cells.map((cell): bigint => (group.includes(cell) ? 1n : 0n));
    if (remainder(basis, wanted).every((value) => value === 0n)) found.push(group.map((cell) => cell.id));
  }
  return found;
}

/**
 * Every group of fewer than k people, none of them known to the reader, of whom it follows from what was shown that they are of some parts and not of
 * others; that nobody is there follows as well. The reader knows how many people there are in each cell; a group of whole cells tells nothing. Members
 * are `cell part`.
 */
export function partsWorkedOut(
  cells: readonly PartedCell[],
  showing: ReadonlyMap<string, readonly Showing[]>,
  k: number,
  known: ReadonlySet<string> = new Set(),
): string[][] {
  const asCells = cells.map(({ id, parentId }) => ({ id, parentId, own: 0 }));
  const parts = cells.flatMap((cell, at) =>
    cell.parts.map((people, part) => ({ at, id: cell.id, part, people })),
  );
  type Part = (typeof parts)[number];
  const row = (holds: (part: Part) => boolean): Row => parts.map((part): bigint => (holds(part) ? 1n : 0n));
  const shown = cells.flatMap(({ id }) =>
    (showing.get(id) ?? []).flatMap((how, part) => (how === "hidden" ? [] : [{ id, part }])),
  );
  const isEmpty = (cell: PartedCell): boolean => cell.parts.every((people) => people === 0);
  const givenAway = (at: number): boolean => {
    const cell = cells[at];
    return cell !== undefined && (known.has(cell.id) || isEmpty(cell));
  };
  const basis = basisOf([
    ...shown.map(({ id, part }) =>
      row((each) => {
        const cell = asCells[each.at];
        return each.part === part && cell !== undefined && isBelow(asCells, cell, id);
      }),
    ),
    ...cells.map((_, at) => row((each) => each.at === at)),
    ...parts.filter(({ at }) => givenAway(at)).map((part) => row((each) => each === part)),
  ]);
  const unknown = parts.filter(({ at }) => !givenAway(at));
  const found: string[][] = [];
  for (let choice = 1; choice < 2 ** unknown.length; choice += 1) {
    const group = unknown.filter((_, at) => Math.floor(choice / 2 ** at) % 2 === 1);
    const ofCell = Map.groupBy(group, ({ at }) => at);
    if ([...ofCell].every(([at, each]) => each.length === cells[at]?.parts.length)) continue;
    if (group.reduce((sum, { people }) => sum + people, 0) >= k) continue;
    const wanted = row((each) => group.includes(each));
    if (remainder(basis, wanted).every((value) => value === 0n))
      found.push(group.map(({ id, part }) => `${id} ${part}`));
  }
  return found;
}

/**
 * Every group of fewer than k people, none of them known to the reader, that follows from what was shown of a change: cells of four parts, of those who lack
 * something both before and after, after alone, before alone, and never. Shown are sums of the first and third, and of the first and second.
 */
export function changeWorkedOut(
  cells: readonly PartedCell[],
  shown: { readonly before: ReadonlyMap<string, Showing>; readonly after: ReadonlyMap<string, Showing> },
  k: number,
  known: ReadonlySet<string> = new Set(),
): string[][] {
  const asCells = cells.map(({ id, parentId }) => ({ id, parentId, own: 0 }));
  const parts = cells.flatMap((cell, at) =>
    cell.parts.map((people, part) => ({ at, id: cell.id, part, people })),
  );
  type Part = (typeof parts)[number];
  const row = (holds: (part: Part) => boolean): Row => parts.map((part): bigint => (holds(part) ? 1n : 0n));
  const sums = (showing: ReadonlyMap<string, Showing>, of: readonly number[]): Row[] =>
    [...showing].flatMap(([id, how]) =>
      how === "hidden"
        ? []
        : [
            row((each) => {
              const cell = asCells[each.at];
              return of.includes(each.part) && cell !== undefined && isBelow(asCells, cell, id);
            }),
          ],
    );
  const nobodyIn = new Set([0, 1, 2, 3].filter((part) => cells.every((cell) => cell.parts[part] === 0)));
  const givenAway = ({ at, part }: Part): boolean => {
    const cell = cells[at];
    if (!cell) return false;
    return known.has(cell.id) || nobodyIn.has(part) || cell.parts.every((people) => people === 0);
  };
  const basis = basisOf([
    ...sums(shown.before, [0, 2]),
    ...sums(shown.after, [0, 1]),
    ...cells.map((_, at) => row((each) => each.at === at)),
    ...parts.filter(givenAway).map((part) => row((each) => each === part)),
  ]);
  const unknown = parts.filter((part) => !givenAway(part));
  const found: string[][] = [];
  for (let choice = 1; choice < 2 ** unknown.length; choice += 1) {
    const group = unknown.filter((_, at) => Math.floor(choice / 2 ** at) % 2 === 1);
    const people = group.reduce((sum, each) => sum + each.people, 0);
    // That as many lack it as before tells of nobody; a group of some but fewer than k does.
    if (people === 0 || people >= k) continue;
    // How many there are in a cell is known: a group with the whole of one tells no more than without it.
    const whole = [...Map.groupBy(group, ({ at }) => at)].some(
      ([at, each]) => each.length === unknown.filter((part) => part.at === at).length,
    );
    if (whole) continue;
    const wanted = row((each) => group.includes(each));
    if (remainder(basis, wanted).every((value) => value === 0n))
      found.push(group.map(({ id, part }) => `${id} ${part}`));
  }
  return found;
}
