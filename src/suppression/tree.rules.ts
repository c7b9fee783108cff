/**
 * A tree whose sums are shown or not, and the choice that SUP-1 and SUP-2 share. From a set of shown nodes a reader can work out exactly the sums
 * of their *regions* and nothing finer: the region of a shown node is the cells at or below it that are not at or below another shown node.
 */
import type { Id } from "../shared/ids.ts";

export type Viewer = {
  /** Cells whose people the viewer may see one by one (ORG-8): their own figures show whatever their size. */
  readonly known?: ReadonlySet<Id>;
  /** Cells whose people the viewer may know all the same: these show by their size only, and give nothing else away. */
  readonly familiar?: ReadonlySet<Id>;
};

/** What is counted in a cell: people of each part, without those below. */
export type Parts = readonly number[];

export type Node = {
  readonly id: Id;
  readonly parent: Node | null;
  readonly depth: number;
  /** People at or below, of all parts. */
  readonly total: number;
  /** Those at or below, by part: the unknown ones, and those who are not familiar either. */
  readonly unknown: readonly Parts[];
};

const less = (a: Parts, b: Parts): Parts => a.map((people, at) => people - (b[at] ?? 0));
const plus = (a: Parts, b: Parts): Parts => a.map((people, at) => people + (b[at] ?? 0));

/**
 * Nodes are tried with the most people first, and one is shown when its own region and what then remains of the region around it are both
 * safe. With the same `safe`, what a node would split off shrinks only by whole safe regions, so that one that was refused could never be let in later.
 */
export function chooseShown(nodes: readonly Node[], safe: (people: Parts) => boolean): Node[] {
  const open = new Map(nodes.map((node) => [node, node.unknown]));
  const openOf = (node: Node): readonly Parts[] => open.get(node) ?? [];
  const left = (around: Node, node: Node): Parts[] =>
    openOf(around).map((people, at) => less(people, openOf(node)[at] ?? []));
  const shown = new Set<Node>();
  const largestFirst = nodes.toSorted(
    (a, b) => b.total - a.total || a.depth - b.depth || (a.id < b.id ? -1 : 1),
  );
  for (const node of largestFirst) {
    let around = node.parent;
    while (around && !shown.has(around)) around = around.parent;
    if (!openOf(node).every(safe) || (around && !left(around, node).every(safe))) continue;
    shown.add(node);
    for (let above = node.parent; above; above = shown.has(above) ? null : above.parent)
      open.set(above, left(above, node));
  }
  return nodes.filter((node) => shown.has(node));
}

/**
 * The nodes in the order of the cells, with their sums. A parent that is not among the cells is no parent. Throws RangeError when a cell doesn't
 * hold whole numbers of people, or the cells are no tree.
 */
export function treeOf(
  cells: readonly { readonly id: Id; readonly parentId: Id | null; readonly parts: Parts }[],
  { known, familiar }: Viewer,
): Node[] {
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  if (byId.size !== cells.length) throw new RangeError("two cells have the same id");
  const nobody = (cells[0]?.parts ?? []).map(() => 0);
  const below = Map.groupBy(cells, ({ parentId }) =>
    parentId !== null && byId.has(parentId) ? parentId : null,
  );
  type Growing = { -readonly [Key in keyof Node]: Node[Key] };
  const nodes = new Map<Id, Growing>();
  const order: Growing[] = [];
  const grow = (parent: Growing | null): void => {
    for (const { id, parts } of below.get(parent?.id ?? null) ?? []) {
      if (parts.some((people) => !Number.isInteger(people) || people < 0))
        throw new RangeError("a cell holds a whole number of people");
      const unknown = known?.has(id) ? nobody : parts;
      const node: Growing = {
        id,
        parent,
        depth: parent ? parent.depth + 1 : 0,
        total: parts.reduce((sum, people) => sum + people, 0),
        unknown: [unknown, familiar?.has(id) ? nobody : unknown],
      };
      nodes.set(id, node);
      order.push(node);
    }
  };
  grow(null);
  for (const node of order) grow(node);
  if (order.length !== cells.length) throw new RangeError("the cells are no tree: one stands below itself");
  for (const node of order.toReversed()) {
    const above = node.parent === null ? undefined : nodes.get(node.parent.id);
    if (!above) continue;
    above.total += node.total;
    above.unknown = above.unknown.map((people, at) => plus(people, node.unknown[at] ?? []));
  }
  return cells.flatMap(({ id }) => nodes.get(id) ?? []);
}
