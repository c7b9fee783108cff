/**
 * Side by side (ASM-1, ASM-3): what the two have said of each statement, those that they see differently first. Nothing is added up, and how far apart they are is not measured.
 */
import type { Id } from "../shared/ids.ts";
import { isSaid, type EndedHow, type Said } from "./assessment.rules.ts";
import { needsOutcome, type Since, type Statement } from "./statements.rules.ts";

/** In the order in which they are talked about. */
export const LIKENESSES = ["differs", "one-sided", "alike", "unsaid"] as const;
/** `one-sided`: only one of them has chosen a step; `unsaid`: nobody has said anything. */
export type Likeness = (typeof LIKENESSES)[number];

export function likenessOf(self: Said, manager: Said): Likeness {
  if (self.step !== null && manager.step !== null) return self.step === manager.step ? "alike" : "differs";
  return isSaid(self) || isSaid(manager) ? "one-sided" : "unsaid";
}

/** What the two of them have agreed about a statement, the latest. */
export type Outcome = { readonly met: boolean; readonly words: string };

export type Row = {
  readonly statement: Statement;
  readonly self: Said;
  readonly manager: Said;
};

/** The rows in groups, differences first, each group in the order of the model; what is no longer asked is apart, and last. */
export function inOrderOfTalk<R extends Row>(
  rows: readonly R[],
  since: Since,
): readonly { readonly group: Likeness | "gone"; readonly rows: readonly R[] }[] {
  const groups = Map.groupBy(rows, ({ statement, self, manager }) =>
    needsOutcome(since, statement.itemId) ? likenessOf(self, manager) : ("gone" as const),
  );
  return [...LIKENESSES, "gone" as const].flatMap((group) => {
    const own = groups.get(group);
    return own ? [{ group, rows: own }] : [];
  });
}

/** The statements that still need an outcome. */
export const withoutOutcome = (
  statements: readonly Statement[],
  since: Since,
  outcomes: ReadonlyMap<Id, Outcome>,
): Statement[] => statements.filter(({ itemId }) => needsOutcome(since, itemId) && !outcomes.has(itemId));

/** How a meeting ends: agreed when nothing is left. */
export const endingOf = (left: readonly Statement[]): Exclude<EndedHow, "cancelled"> =>
  left.length === 0 ? "agreed" : "rest-left";
