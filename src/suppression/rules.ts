/**
 * Small groups (SUP-2): which sums of a tree may be shown, so that no group of 1 to k−1 people can be seen or worked out.
 *
 * Every person is counted in exactly one cell of a tree, and the figure of a node is its own cell and all below it. From a
 * set of shown nodes a reader can work out exactly the sums of its *regions* and nothing finer: the region of a shown node is the
 * cells at or below it that are not at or below another shown node. A set is safe when every region has no people, or k or more.
 *
 * Nodes are tried with the most people first, and one is shown when its own region and what then remains of the region
 * around it are both safe. What a node would split off shrinks only by whole safe regions, so one that was refused could never be
 * let in later: nothing more can be shown beside what is. Only the number of people decides, never what is told of them; and
 * neither the order nor the completeness of the empty cells, so that every view of the same people comes to the same answer.
 */
import type { Id } from "../shared/ids.ts";

/** A node of the tree: `own` people are counted in it, without those below. A parent that is not among the cells is no parent. */
export type Cell = { readonly id: Id; readonly parentId: Id | null; readonly own: number };

/** What is said of a node: its figures, that they are hidden, or that there is nobody. */
export type Showing = "shown" | "hidden" | "none";

export type Viewer = {
  /** Cells whose people the viewer may see one by one (ORG-8): their own figures show whatever their size. */
  readonly known?: ReadonlySet<Id>;
  /** Cells whose people the viewer may know all the same: these show by their size only, and give nothing else away. */
  readonly familiar?: ReadonlySet<Id>;
};

type Node = {
  readonly id: Id;
  parent: Node | null;
  depth: number;
  /** People at or below. */
  total: number;
  /**
   * Of these, the ones that are not at or below a shown node below this one: first the unknown ones, then those who are not
   * familiar either.
   */
  open: readonly number[];
  shown: boolean;
};

/**
 * What to say of each node to this viewer. It must be asked for a whole tree, and every view takes its nodes from the answer: then views cannot be
 * subtracted from each other. Throws RangeError when `own` is not a number of people, or the cells are no tree.
 */
export function showCells(cells: readonly Cell[], k: number, viewer: Viewer = {}): Map<Id, Showing> {
  const nodes = treeOf(cells, viewer);
  const safe = (people: readonly number[]): boolean => people.every((each) => each === 0 || each >= k);
  const largestFirst = nodes.toSorted(
    (a, b) => b.total - a.total || a.depth - b.depth || (a.id < b.id ? -1 : 1),
  );
  for (const node of largestFirst) {
    const around = nearestShown(node);
    if (!safe(node.open) || (around && !safe(less(around.open, node.open)))) continue;
    node.shown = true;
    for (let above = node.parent; above; above = above.shown ? null : above.parent)
      above.open = less(above.open, node.open);
  }
  return new Map(nodes.map((node) => [node.id, node.total === 0 ? "none" : node.shown ? "shown" : "hidden"]));
}

const less = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((people, at) => people - (b[at] ?? 0));
const plus = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((people, at) => people + (b[at] ?? 0));

function nearestShown(node: Node): Node | null {
  let above = node.parent;
  while (above && !above.shown) above = above.parent;
  return above;
}

/** The nodes in the order of the cells, with their sums. */
function treeOf(cells: readonly Cell[], { known, familiar }: Viewer): Node[] {
  const byId = new Map<Id, Node>();
  for (const { id, own } of cells) {
    if (!Number.isInteger(own) || own < 0) throw new RangeError("a cell holds a whole number of people");
    const unknown = known?.has(id) ? 0 : own;
    const open = [unknown, familiar?.has(id) ? 0 : unknown];
    byId.set(id, { id, parent: null, depth: 0, total: own, open, shown: false });
  }
  const nodes = [...byId.values()];
  if (nodes.length !== cells.length) throw new RangeError("two cells have the same id");
  for (const cell of cells) {
    const node = byId.get(cell.id);
    if (node && cell.parentId !== null) node.parent = byId.get(cell.parentId) ?? null;
  }
  for (const node of topDown(nodes).toReversed()) {
    if (!node.parent) continue;
    node.parent.total += node.total;
    node.parent.open = plus(node.parent.open, node.open);
  }
  return nodes;
}

/** Each node after the one above it, with its depth. */
function topDown(nodes: readonly Node[]): Node[] {
  const below = Map.groupBy(nodes, (node) => node.parent);
  const order = [...(below.get(null) ?? [])];
  for (const node of order)
    for (const child of below.get(node) ?? []) {
      child.depth = node.depth + 1;
      order.push(child);
    }
  if (order.length !== nodes.length) throw new RangeError("the cells are no tree: one stands below itself");
  return order;
}
