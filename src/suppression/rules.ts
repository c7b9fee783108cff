/**
 * Small groups (SUP-2): which sums of a tree may be shown, so that no group of 1 to k−1 people can be seen or worked out. A set is safe when every
 * region has no people, or k or more (`tree.rules.ts`).
 *
 * What was refused could never be let in later: nothing more can be shown beside what is. Only the number of people decides, never what is told of
 * them; and neither the order nor the completeness of the empty cells, so that every view of the same people comes to the same answer.
 */
import type { Id } from "../shared/ids.ts";
import { chooseShown, treeOf, type Viewer } from "./tree.rules.ts";

export type { Viewer } from "./tree.rules.ts";

/** A node of the tree: `own` people are counted in it, without those below. A parent that is not among the cells is no parent. */
export type Cell = { readonly id: Id; readonly parentId: Id | null; readonly own: number };

/** What is said of a node: its figures, that they are hidden, or that there is nobody. */
export type Showing = "shown" | "hidden" | "none";

/**
 * What to say of each node to this viewer. It must be asked for a whole tree, and every view takes its nodes from the answer: then views cannot be
 * subtracted from each other. Throws RangeError when `own` is not a number of people, or the cells are no tree.
 */
export function showCells(cells: readonly Cell[], k: number, viewer: Viewer = {}): Map<Id, Showing> {
  const nodes = treeOf(
    cells.map(({ id, parentId, own }) => ({ id, parentId, parts: [own] })),
    viewer,
  );
  const shown = new Set(chooseShown(nodes, (people) => people.every((each) => each === 0 || each >= k)));
  return new Map(
    nodes.map((node) => [node.id, node.total === 0 ? "none" : shown.has(node) ? "shown" : "hidden"]),
  );
}
