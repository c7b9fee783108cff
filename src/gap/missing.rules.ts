/** What is asked of one person, laid out with what is known of each requirement: what is met, what is left, and what opens by itself (MOD-4, ASM-5). */
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { isMet, leftOf, metFrom, type Ask, type Known, type Requirement } from "../assessment/met.rules.ts";

/** A requirement as it stands, or a group with how many more of its members it takes. */
export type Line =
  | {
      readonly requirement: Requirement;
      readonly known: Known;
      readonly isMet: boolean;
      /** The day from which time alone meets it; null when it is met, and when something else has to be done. */
      readonly opensOn: LocalDate | null;
    }
  | {
      readonly key: string;
      readonly needed: number;
      /** How many more of its members are needed; 0 when it is met. */
      readonly more: number;
      readonly lines: readonly Line[];
      readonly isMet: boolean;
      readonly opensOn: LocalDate | null;
    };

/** Each ask as it stands on a day, in the same order. */
export function linesFor(asks: readonly Ask[], known: ReadonlyMap<Id, Known>, today: LocalDate): Line[] {
  const met = new Set([...known.values()].flatMap((each) => (each.isMet ? [each.itemId] : [])));
  const dayOf = (itemId: Id): LocalDate | null =>
    met.has(itemId) ? today : (known.get(itemId)?.experience?.reachedOn ?? null);
  const toLine = (ask: Ask): Line => {
    const state = { isMet: isMet(ask, met), opensOn: isMet(ask, met) ? null : metFrom(ask, dayOf) };
    if ("one" in ask) {
      const fact = known.get(ask.one.itemId);
      if (!fact) throw new Error("a requirement was not asked of facts");
      return { requirement: ask.one, known: fact, ...state };
    }
    const left = leftOf(ask, met);
    const more = left && "more" in left ? left.more : 0;
    return { key: ask.key, needed: ask.needed, more, lines: ask.of.map(toLine), ...state };
  };
  return asks.map(toLine);
}
