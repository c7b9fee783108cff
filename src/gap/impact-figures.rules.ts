/** The figures of what a revision does (MOD-12), hidden where they would tell of few (SUP-1). Pure. */
import { requirementsIn } from "../assessment/met.rules.ts";
import type { Id } from "../shared/ids.ts";
import type { DebtCount } from "./debt.rules.ts";
import type { Amounts, DebtTree } from "./debt-figures.rules.ts";
import { wholly, type Impact } from "./impact.rules.ts";

/** `before` and `after` are null where they are nothing to compare with. */
export type ImpactFigure =
  | { readonly showing: "shown"; readonly before: Amounts | null; readonly after: Amounts | null }
  | { readonly showing: "hidden" }
  | { readonly showing: "none" };

/** The figures of one requirement in the tree; null asks for the organisation. */
export function figuresOf(tree: DebtTree, impact: Impact): (unitId: Id | null) => ImpactFigure {
  if (impact.kind === "changed") return tree.change(impact.before, impact.after);
  const figures = tree.figures(impact.kind === "added" ? impact.after : impact.before);
  return (unitId) => {
    const figure = figures(unitId);
    if (figure.showing !== "shown") return figure;
    const { showing, ...amounts } = figure;
    return impact.kind === "added"
      ? { showing, before: null, after: amounts }
      : { showing, before: amounts, after: null };
  };
}

/**
 * The same, where figures of any two versions can be read: they show unit by unit only where every other of the same requirements at the level does in every unit, as other versions ask for
 * them, with transition rules and without, and where the difference is none or k or more in every region. Then all could be told, and nothing is worked out of it. Else only the
 * organisation's own figure shows, where that one does, and none is told for a smaller place than another.
 */
export function figuresBeside(
  tree: DebtTree,
  impact: Impact,
  others: readonly ReadonlyMap<string, DebtCount>[],
): (unitId: Id | null) => ImpactFigure {
  const figures = figuresOf(tree, impact);
  const told = "before" in impact ? [impact.before] : [];
  const areSafe = [...told, ...("after" in impact ? [impact.after] : [])].map((count) =>
    safeBeside(tree, count, others.flatMap((other) => [...other.values()]).filter(isAbout(count))),
  );
  const isSafe = (unitId: Id | null) => areSafe.every((safe) => safe(unitId));
  const isSafeInAll = tree.unitIds.every(isSafe);
  return (unitId) =>
    isSafe(unitId) && (unitId === null || isSafeInAll) ? figures(unitId) : { showing: "hidden" };
}

function safeBeside(tree: DebtTree, count: DebtCount, others: readonly DebtCount[]) {
  const read = others.flatMap((other) => [other, wholly(other)]).filter((other) => tree.canShow(other));
  const own = tree.figures(count);
  const changes = [...new Map(read.map((other) => [JSON.stringify(other.cells), other])).values()].map(
    (other) => tree.change(count, other),
  );
  return (unitId: Id | null): boolean =>
    [own, ...changes].every((figures) => figures(unitId).showing !== "hidden");
}

/** Is something asked for that the count is about, of people at its level? */
function isAbout({ levelId, ask }: DebtCount): (other: DebtCount) => boolean {
  const items = new Set(requirementsIn([ask]).map(({ itemId }) => itemId));
  return (other) =>
    other.levelId === levelId && requirementsIn([other.ask]).some(({ itemId }) => items.has(itemId));
}
