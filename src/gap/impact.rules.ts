/** What a revision does (MOD-12): which requirements people would lack, and which would ask for less. Debt before and after, held against each other. */
import { requirementsIn, type Ask } from "../assessment/met.rules.ts";
import type { DebtCount } from "./debt.rules.ts";

/** How a requirement or group differs: it is asked for where it wasn't, no longer where it was, or otherwise than before. */
export type ImpactKind = "added" | "removed" | "changed";

export type Impact =
  /** `isNew`: nothing of it was asked for at the level, so that whoever is spared what is new lacks none of it yet. */
  | { readonly kind: "added"; readonly after: DebtCount; readonly isNew: boolean }
  | { readonly kind: "removed"; readonly before: DebtCount }
  | { readonly kind: "changed"; readonly before: DebtCount; readonly after: DebtCount };

/** MOD-12: every requirement that isn't asked for in the same way of the same people before and after, in the order of what is asked then. */
export function impactOf(
  before: ReadonlyMap<string, DebtCount>,
  after: ReadonlyMap<string, DebtCount>,
): Impact[] {
  const had = new Set(
    [...before.values()].flatMap(({ levelId, ask }) =>
      requirementsIn([ask]).map(({ itemId }) => `${levelId} ${itemId}`),
    ),
  );
  const isNew = ({ levelId, ask }: DebtCount): boolean =>
    requirementsIn([ask]).every(({ itemId }) => !had.has(`${levelId} ${itemId}`));
  const then = [...after.values()].flatMap((count): Impact[] => {
    const was = before.get(count.key);
    if (was) return isAlike(was, count) ? [] : [{ kind: "changed", before: was, after: count }];
    return [
      isNew(count)
        ? { kind: "added", after: wholly(count), isNew: true }
        : { kind: "added", after: count, isNew: false },
    ];
  });
  const gone = [...before.values()].flatMap((count): Impact[] =>
    after.has(count.key) ? [] : [{ kind: "removed", before: count }],
  );
  return [...then, ...gone];
}

/** Those for whom it doesn't count yet lack it all the same: when it counts is the rule's to say, and not a figure about them. */
export const wholly = (count: DebtCount): DebtCount => ({
  ...count,
  cells: count.cells.map((cell) => ({ ...cell, unmet: cell.unmet + cell.later, later: 0 })),
});

/** Do the two ask for the same facts at the same places? Words may differ. */
const isAlike = (a: DebtCount, b: DebtCount): boolean =>
  signatureOf(a.ask) === signatureOf(b.ask) && placesOf(a) === placesOf(b);

const placesOf = ({ tracks, units }: DebtCount): string =>
  [...tracks, "in", ...units]
    .map((id) => id ?? "all")
    .toSorted()
    .join();

function signatureOf(ask: Ask): string {
  if (!("one" in ask)) return `${ask.needed} of (${ask.of.map(signatureOf).toSorted().join(", ")})`;
  const { itemId, kind, formal } = ask.one;
  return [itemId, kind, formal?.type, formal?.months, formal?.validMonths].join("/");
}
