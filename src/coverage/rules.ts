/**
 * Coverage (täckningsgrad): people placed ÷ people employed in a model's profession on a day, each once (FUP-1). Here the counts of units
 * become the figures of a tree, small groups are hidden (SUP-2), and measurements tell when a model was fully introduced (FUP-3).
 */
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { showCells } from "../suppression/rules.ts";

/** The people counted in one unit for one model, without the units below; null is a unit that is not in the tree. */
export type OwnCount = {
  readonly modelId: Id;
  readonly unitId: Id | null;
  readonly employed: number;
  readonly placed: number;
};

/** What is said of a group: its figures with the share in whole per cent, that they are hidden, or that there is nobody. */
export type Figure =
  | {
      readonly showing: "shown";
      readonly employed: number;
      readonly placed: number;
      readonly percent: number;
    }
  | { readonly showing: "hidden" }
  | { readonly showing: "none" };

export type TreeUnit = { readonly id: Id; readonly parentId: Id | null; readonly path: readonly Id[] };

/** Suppressed figures of a whole tree for one model; `null` asks for the organisation as a whole. */
export type Figures = (unitId: Id | null) => Figure;

/** The association, the public and free text have this k, or the organisation's own where it is larger (SUP-1). */
export const ASSOCIATION_K = 10;

/** Whole per cent, rounded down, so that what reads as the threshold is at the threshold. */
export const percentOf = (placed: number, employed: number): number => Math.floor((placed * 100) / employed);

/** FUP-3: is the share at or above the threshold, in per cent? Nobody employed is not. */
export const reaches = (sum: { employed: number; placed: number }, threshold: number): boolean =>
  sum.employed > 0 && sum.placed * 100 >= threshold * sum.employed;

type Sum = { employed: number; placed: number };
/** The organisation itself stands above every root; its own cell holds those whose unit is not in the tree. */
const WHOLE = "whole";

/** Adds the counts of one model up the tree: each person in their unit, all units above it, and the whole. */
export function sums(units: readonly TreeUnit[], counts: readonly OwnCount[]): Map<Id | null, Sum> {
  const paths = new Map(units.map((unit) => [unit.id, unit.path]));
  const total = new Map<Id | null, Sum>();
  for (const { unitId, employed, placed } of counts)
    for (const at of [null, ...((unitId === null ? undefined : paths.get(unitId)) ?? [])]) {
      const sum = total.get(at) ?? { employed: 0, placed: 0 };
      total.set(at, { employed: sum.employed + employed, placed: sum.placed + placed });
    }
  return total;
}

/**
 * SUP-2: the figures of one model over a whole tree, decided at once. Every view takes what it shows from such an answer, and never asks for a
 * part of the tree, so that two views cannot be subtracted. `known` are the units whose people the viewer sees one by one (ORG-8), `familiar` those whose
 * people they may know all the same.
 */
export function figuresOf(
  units: readonly TreeUnit[],
  counts: readonly OwnCount[],
  k: number,
  known: ReadonlySet<Id> = new Set(),
  familiar: ReadonlySet<Id> = new Set(),
): Figures {
  const inTree = new Set(units.map((unit) => unit.id));
  const own = new Map<Id, number>();
  for (const { unitId, employed } of counts) {
    const cell = unitId !== null && inTree.has(unitId) ? unitId : WHOLE;
    own.set(cell, (own.get(cell) ?? 0) + employed);
  }
  const total = sums(units, counts);
  // Where there is nobody nothing is decided, and nothing above or beside changes.
  const cells = [
    { id: WHOLE, parentId: null, own: own.get(WHOLE) ?? 0 },
    ...units.flatMap(({ id, parentId }) =>
      total.has(id) ? [{ id, parentId: parentId ?? WHOLE, own: own.get(id) ?? 0 }] : [],
    ),
  ];
  const showing = showCells(cells, k, { known, familiar });
  return (unitId) => {
    const says = showing.get(unitId ?? WHOLE) ?? "none";
    const sum = total.get(unitId);
    if (says !== "shown" || !sum) return { showing: says === "hidden" ? "hidden" : "none" };
    return { showing: "shown", ...sum, percent: percentOf(sum.placed, sum.employed) };
  };
}

/** One day on the course of a model: a frozen measurement, or what is so today. The threshold is that day's. */
export type Point = {
  readonly day: LocalDate;
  readonly frozen: boolean;
  readonly threshold: number;
  readonly figure: Figure;
};

/** FUP-3: when a model was fully introduced, and since which point it has fallen below the threshold, if it has. */
export type Standing = {
  readonly introducedOn: LocalDate;
  readonly below: { readonly day: LocalDate; readonly frozen: boolean } | null;
};

/**
 * FUP-3, told only from what may be shown: null when the measurement that made it fully introduced is hidden. `points` run by day.
 */
export function standing(points: readonly Point[], introducedOn: LocalDate | null): Standing | null {
  const shown = points.flatMap((point) =>
    point.figure.showing === "shown" ? [{ ...point, figure: point.figure }] : [],
  );
  if (introducedOn === null || !shown.some((point) => point.frozen && point.day === introducedOn))
    return null;
  const since = shown.filter((point) => point.day > introducedOn);
  const last = since.findLastIndex((point) => reaches(point.figure, point.threshold));
  const first = since[last + 1];
  return { introducedOn, below: first ? { day: first.day, frozen: first.frozen } : null };
}

/** FUP-3: where the model is at or above the threshold in a measurement and was not so in an earlier one. `null` is the organisation. */
export const newlyIntroduced = (
  total: ReadonlyMap<Id | null, Sum>,
  threshold: number,
  already: ReadonlySet<Id | null>,
): (Id | null)[] =>
  [...total].flatMap(([unitId, sum]) => (!already.has(unitId) && reaches(sum, threshold) ? [unitId] : []));

/** The first days of the months suggested for measuring, three times a year (FUP-2). */
const SUGGESTED = ["02-01", "06-01", "10-01"] as const;

/** FUP-2: the next three suggested days for a measurement, from the day after `today`, or `today` itself. */
export function suggestedDays(today: LocalDate): LocalDate[] {
  const year = Number(today.slice(0, 4));
  return [year, year + 1]
    .flatMap((each) => SUGGESTED.map((date) => `${String(each)}-${date}`))
    .filter((day) => day >= today)
    .slice(0, 3);
}
