/**
 * Small groups in full (SUP-1): which figures of a tree may be shown when they say something about people themselves, as the level where they are or
 * what they lack. Every person of a cell is in one of its parts. A figure shows only where, in its region, those it is about and those it
 * isn't are k or more: so neither none, nor all, nor 1 to k−1 ever shows.
 *
 * The reader is taken to know how many people there are in every cell. The parts are tried one after the other, the largest first, and a part only at nodes
 * where the one before it shows. Its regions then are whole regions of those before it, and it is enough that in each of them k or more
 * are left who are in none of the parts tried so far. The last part is what is left, and follows from the others.
 */
import type { Id } from "../shared/ids.ts";
import { chooseShown, treeOf, type Parts, type Viewer } from "./tree.rules.ts";
import type { Showing } from "./rules.ts";

/** A node of the tree: the people counted in it by part, without those below. Every cell has the same parts, at least two. */
export type PartedCell = { readonly id: Id; readonly parentId: Id | null; readonly parts: Parts };

/**
 * What to say of each node's parts to this viewer, in the order of the parts. It must be asked for a whole tree, and every view takes its
 * figures from the answer. Throws RangeError when the cells are no tree or hold no whole numbers of people.
 */
export function showParts(
  cells: readonly PartedCell[],
  k: number,
  viewer: Viewer = {},
): Map<Id, readonly Showing[]> {
  const count = cells[0]?.parts.length ?? 0;
  if (cells.some(({ parts }) => parts.length !== count))
    throw new RangeError("all cells have the same parts");
  const nodes = treeOf(cells, viewer);
  const sizes = Array.from({ length: count }, (_, part) =>
    cells.reduce((sum, { parts }) => sum + (parts[part] ?? 0), 0),
  );
  const order = sizes.map((_, part) => part).toSorted((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
  const shown = new Map<number, ReadonlySet<Id>>();
  let candidates = nodes;
  order.slice(0, -1).forEach((part, index) => {
    const tried = new Set(order.slice(0, index + 1));
    candidates = chooseShown(candidates, (people) => isSafe(people, part, tried, k));
    shown.set(part, new Set(candidates.map(({ id }) => id)));
  });
  const last = order.at(-1);
  if (last !== undefined) shown.set(last, new Set(candidates.map(({ id }) => id)));
  return new Map(
    nodes.map(({ id, total }) => [
      id,
      sizes.map((_, part) => (total === 0 ? "none" : shown.get(part)?.has(id) ? "shown" : "hidden")),
    ]),
  );
}

function isSafe(people: Parts, part: number, tried: ReadonlySet<number>, k: number): boolean {
  const left = people.reduce((sum, each, at) => (tried.has(at) ? sum : sum + each), 0);
  return people.every((each) => each === 0) || ((people[part] ?? 0) >= k && left >= k);
}

/** Of the people of a cell: how many are asked for something, and how many of them lack it before and after a change. */
export type ChangeCell = {
  readonly id: Id;
  readonly parentId: Id | null;
  readonly asked: number;
  readonly before: number;
  readonly after: number;
};

/**
 * Where it may be shown how many lack something after a change, beside how many lack it now: where that shows by `showParts`, where those who lack it
 * and those who don't are k or more after the change as well, and where as many as before do or the difference is k or more, in every region.
 */
export function showChange(cells: readonly ChangeCell[], k: number, viewer: Viewer = {}): Map<Id, Showing> {
  const before = showParts(
    cells.map(({ id, parentId, asked, before: lack }) => ({ id, parentId, parts: [lack, asked - lack] })),
    k,
    viewer,
  );
  const nodes = treeOf(
    cells.map(({ id, parentId, asked, before: lack, after }) => ({
      id,
      parentId,
      parts: [asked - lack, lack, asked - after, after],
    })),
    viewer,
  );
  const shown = new Set(
    chooseShown(
      nodes.filter(({ id }) => before.get(id)?.[0] === "shown"),
      (people) => {
        const [, lackNow = 0, fineThen = 0, lackThen = 0] = people;
        const moved = Math.abs(lackThen - lackNow);
        return (
          people.every((each) => each === 0) ||
          (lackThen >= k && fineThen >= k && (moved === 0 || moved >= k))
        );
      },
    ),
  );
  return new Map(
    nodes.map((node) => [node.id, node.total === 0 ? "none" : shown.has(node) ? "shown" : "hidden"]),
  );
}
