/** Transition rules (MOD-12, MOD-16): who was placed before a version or a supplement came into force is spared what is new in it until a day. Pure. */
import { requirementsIn, type Ask } from "../assessment/met.rules.ts";
import type { Id } from "../shared/ids.ts";
import { addDays, isDay, type LocalDate } from "../shared/local-date.ts";
import type { Reason } from "../shared/result.ts";

/** Until when people at a level aren't asked for what is new; null is every level. `until` is the first day when it counts for them too. */
export type Transition = { readonly levelId: Id | null; readonly until: LocalDate };

/** Until when a level's people are spared what is new, on a day; null when they aren't. A rule for the level goes before one for all. */
export function sparedUntil(
  transitions: readonly Transition[],
  levelId: Id,
  day: LocalDate,
): LocalDate | null {
  const rule =
    transitions.find((each) => each.levelId === levelId) ?? transitions.find((each) => each.levelId === null);
  return rule && day < rule.until ? rule.until : null;
}

/** The requirements of these asks that the former ones didn't have. */
export function newIn(asks: readonly Ask[], former: readonly Ask[]): ReadonlySet<Id> {
  const had = new Set(requirementsIn(former).map(({ itemId }) => itemId));
  return new Set(requirementsIn(asks).flatMap(({ itemId }) => (had.has(itemId) ? [] : [itemId])));
}

export type TransitionCode = "not-a-day" | "too-early" | "unknown-level";

/** A rule as it is typed; null is for every level. An empty day is no rule. */
export type TypedTransition = { readonly levelId: Id | null; readonly until: string };

/** The name of the field of a level's day. */
export const untilField = (levelId: Id | null): string => `until-${levelId ?? "all"}`;

/** What was typed as rules, for a look at the figures: what isn't a day is none. */
export const triedTransitions = (typed: readonly TypedTransition[]): Transition[] =>
  typed.flatMap(({ levelId, until }) => (isDay(until) ? [{ levelId, until }] : []));

/** Everything that is wrong with rules for a draft with these levels. */
export const checkTransitions = (
  typed: readonly TypedTransition[],
  levels: readonly Id[],
  today: LocalDate,
): Reason<TransitionCode>[] =>
  typed.flatMap(({ levelId, until }): Reason<TransitionCode>[] => {
    const field = untilField(levelId);
    if (levelId !== null && !levels.includes(levelId)) return [{ code: "unknown-level", field }];
    if (!isDay(until)) return [{ code: "not-a-day", field }];
    const first = addDays(today, 1);
    return until < first ? [{ code: "too-early", field, data: { first } }] : [];
  });
