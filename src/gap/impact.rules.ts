/** What a revision does (MOD-12): which requirements people would lack, and which would ask for less. Debt before and after, held against each other. */
import type { Ask } from "../assessment/met.rules.ts";
import type { DebtCount } from "./debt.rules.ts";

/** How a requirement or group differs: it is asked for where it wasn't, no longer where it was, or otherwise than before. */
export type ImpactKind = "added" | "removed" | "changed";

export type Impact =
  | { readonly kind: "added"; readonly after: DebtCount }
  | { readonly kind: "removed"; readonly before: DebtCount }
  | { readonly kind: "changed"; readonly before: DebtCount; readonly after: DebtCount };

/** MOD-12: every requirement that isn't asked for in the same way before and after, in the order of what is asked then. */
export function impactOf(
  before: ReadonlyMap<string, DebtCount>,
  after: ReadonlyMap<string, DebtCount>,
): Impact[] {
  const then = [...after.values()].flatMap((count): Impact[] => {
    const was = before.get(count.key);
    if (!was) return [{ kind: "added", after: wholly(count) }];
    return asksAlike(was.ask, count.ask) ? [] : [{ kind: "changed", before: was, after: count }];
  });
  const gone = [...before.values()].flatMap((count): Impact[] =>
    after.has(count.key) ? [] : [{ kind: "removed", before: count }],
  );
  return [...then, ...gone];
}

/** Those for whom it doesn't count yet lack it all the same: when it counts is the rule's to say, and not a figure about them. */
const wholly = (count: DebtCount): DebtCount => ({
  ...count,
  cells: count.cells.map((cell) => ({ ...cell, unmet: cell.unmet + cell.later, later: 0 })),
});

/** Do the two ask facts for the same? Words may differ. */
const asksAlike = (a: Ask, b: Ask): boolean => signatureOf(a) === signatureOf(b);

function signatureOf(ask: Ask): string {
  if (!("one" in ask)) return `${ask.needed} of (${ask.of.map(signatureOf).toSorted().join(", ")})`;
  const { itemId, kind, formal } = ask.one;
  return [itemId, kind, formal?.type, formal?.months, formal?.validMonths].join("/");
}
