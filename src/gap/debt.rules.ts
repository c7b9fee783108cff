/**
 * Competence debt (DBT-1): mandatory requirements that people don't meet at their own level, by requirement or outermost group and by unit, in people,
 * hours, credits and cost. What a revision would do (MOD-12) is the same, counted with the version that would be in force.
 */
import { isMet, narrowed, type Ask, type MetSet } from "../assessment/met.rules.ts";
import type { Id } from "../shared/ids.ts";

/** How a requirement can be met: by something in use in the catalogue, by what is for the level, by time alone, or nobody offers it (MOD-13). */
export type WayKind = "offered" | "level" | "time" | "nobody";

/** What it takes for one person. Hours and cost are of the cheapest way; null where nobody knows. `places` are those of all ways together, a year. */
export type Rate = {
  readonly way: WayKind;
  readonly hours: number | null;
  readonly credits: number | null;
  readonly cost: number | null;
  readonly places: number | null;
};

/** A way in use to a requirement, as the catalogue has it. */
export type CatalogueWay = {
  readonly hours: number | null;
  readonly credits: number | null;
  readonly cost: number | null;
  readonly places: number | null;
};

/** What the catalogue has in use: ways to each requirement, and whether there is something for the level as a whole. */
export type Offered = {
  readonly toItem: ReadonlyMap<Id, readonly CatalogueWay[]>;
  readonly hasForLevel: boolean;
};

const sum = (values: readonly (number | null)[]): number | null =>
  values.some((each) => each === null)
    ? null
    : values.reduce<number>((total, each) => total + (each ?? 0), 0);

/** Those that cost least first; what nobody has said the cost of comes last. */
const cheaper = (a: Pick<CatalogueWay, "cost" | "hours">, b: Pick<CatalogueWay, "cost" | "hours">): number =>
  (a.cost ?? Infinity) - (b.cost ?? Infinity) || (a.hours ?? Infinity) - (b.hours ?? Infinity) || 0;

/**
 * What it takes for one person to meet the whole of it, whatever they have of it already: then a sum over people tells nothing of what each of them has. Of a
 * group, the cheapest of its members that are enough.
 */
export function rateOf(ask: Ask, offered: Offered): Rate {
  if (!("one" in ask)) {
    const chosen = ask.of
      .map((each) => rateOf(each, offered))
      .toSorted(byWay)
      .slice(0, ask.needed);
    const places = chosen.flatMap((each) => each.places ?? []);
    return {
      way: chosen.some(({ way }) => way === "nobody") ? "nobody" : (chosen[0]?.way ?? "nobody"),
      hours: sum(chosen.map(({ hours }) => hours)),
      credits: sum(chosen.map(({ credits }) => credits)),
      cost: sum(chosen.map(({ cost }) => cost)),
      places: places.length > 0 ? Math.min(...places) : null,
    };
  }
  const { itemId, kind, formal } = ask.one;
  const ways = offered.toItem.get(itemId) ?? [];
  const [best] = ways.toSorted(cheaper);
  const credits = formal?.credits ?? best?.credits ?? null;
  if (best)
    return {
      way: "offered",
      hours: best.hours,
      credits,
      cost: best.cost,
      places: sum(ways.map(({ places }) => places)),
    };
  const way =
    formal?.type === "experience"
      ? "time"
      : kind === "demonstrated" && offered.hasForLevel
        ? "level"
        : "nobody";
  return { way, hours: null, credits, cost: null, places: null };
}

const WAYS: readonly WayKind[] = ["offered", "level", "time", "nobody"];
const byWay = (a: Rate, b: Rate): number => WAYS.indexOf(a.way) - WAYS.indexOf(b.way) || cheaper(a, b);

/** A requirement, or an outermost group, as it is asked at a place; `key` is its own among those of a model. */
export type DebtAsk = {
  readonly key: string;
  readonly ask: Ask;
  readonly levelId: Id;
  readonly rate: Rate;
};

/** The key of an ask at a level: that of the requirement through versions, or the group's. */
export const askKey = (levelId: Id, ask: Ask): string =>
  `${levelId} ${"one" in ask ? ask.one.itemId : `group ${ask.key}`}`;

/** What is asked of somebody. `exempt` are requirements that don't count for them yet (MOD-12). */
export type Asked = { readonly asks: readonly DebtAsk[]; readonly exempt: ReadonlySet<Id> };

/** People who are alike, with what is asked of them. */
export type AskedPeople = Asked & {
  readonly unitId: Id | null;
  readonly people: number;
  readonly met: MetSet;
};

/** How many are asked for something in a unit, how many of them lack it, and for how many it doesn't count yet although they do. */
export type DebtCell = {
  readonly unitId: Id | null;
  readonly asked: number;
  readonly unmet: number;
  readonly later: number;
};

/** An ask with where it is asked: the tracks of its level (null is outside them), and the units that ask for it; null is all of them. */
export type AskedWhere = DebtAsk & {
  readonly tracks: readonly (Id | null)[];
  readonly units: readonly (Id | null)[];
};
export type DebtCount = AskedWhere & { readonly cells: readonly DebtCell[] };

/**
 * DBT-1: who lacks what, by requirement and unit. `everywhere` is all that is asked for anywhere: what nobody is asked for is there too, for that nobody is at a level
 * is nothing to tell (SUP-1).
 */
export function countDebt(
  groups: readonly AskedPeople[],
  everywhere: readonly AskedWhere[],
): Map<string, DebtCount> {
  const counts = new Map(
    everywhere.map((ask) => [ask.key, { ...ask, cells: new Map<Id | null, DebtCell>() }] as const),
  );
  for (const { unitId, people, met, asks, exempt } of groups)
    for (const each of asks) {
      const count = counts.get(each.key);
      if (!count) throw new Error("something is asked of people and nowhere");
      const cell = count.cells.get(unitId) ?? { unitId, asked: 0, unmet: 0, later: 0 };
      const standing = standingOf(each.ask, met, exempt);
      count.cells.set(unitId, {
        unitId,
        asked: cell.asked + people,
        unmet: cell.unmet + (standing === "unmet" ? people : 0),
        later: cell.later + (standing === "later" ? people : 0),
      });
    }
  return new Map(
    [...counts].map(([key, { cells, ...ask }]) => [key, { ...ask, cells: [...cells.values()] }] as const),
  );
}

/**
 * MOD-12: how somebody stands to an ask. What they lack counts when it is lacking without what doesn't count for them yet, too: else it is `later`.
 */
export function standingOf(ask: Ask, met: MetSet, exempt: ReadonlySet<Id>): "met" | "unmet" | "later" {
  if (isMet(ask, met)) return "met";
  const rest = exempt.size === 0 ? [ask] : narrowed([ask], ({ itemId }) => !exempt.has(itemId));
  return rest.some((each) => !isMet(each, met)) ? "unmet" : "later";
}
