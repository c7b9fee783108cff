/** A model's frozen figures over time, each measurement suppressed as a whole by the larger of its k and the present one (FUP-2, SUP-2). */
import type { Id } from "../shared/ids.ts";
import { figuresOf, type Figures, type Point, type TreeUnit } from "./rules.ts";
import type { FrozenCount, Measurement } from "./store.ts";

export type Frozen = { readonly measurement: Measurement; readonly figures: Figures };

/** The units that the counts name, with all above them: the part of the tree that holds anybody. */
function unitsOf(counts: readonly FrozenCount[]): TreeUnit[] {
  const units = new Map<Id, TreeUnit>();
  for (const { path } of counts)
    for (const [depth, id] of (path ?? []).entries())
      units.set(id, { id, parentId: path?.[depth - 1] ?? null, path: path?.slice(0, depth + 1) ?? [] });
  return [...units.values()];
}

/** One model's figures at each of these measurements, for someone to whom these units are `familiar`. */
export function frozenFigures(
  measured: readonly Measurement[],
  counts: readonly FrozenCount[],
  model: { readonly id: Id },
  k: number,
  familiar: ReadonlySet<Id>,
): Frozen[] {
  const byMeasurement = Map.groupBy(
    counts.filter(({ modelId }) => modelId === model.id),
    ({ measurementId }) => measurementId,
  );
  return measured.map((measurement) => {
    const own = byMeasurement.get(measurement.id) ?? [];
    const larger = Math.max(k, measurement.smallestGroup);
    return { measurement, figures: figuresOf(unitsOf(own), own, larger, new Set(), familiar) };
  });
}

/** The points of a unit, or of the whole (null), in which there was anybody. */
export const pointsOf = (frozen: readonly Frozen[], unitId: Id | null): Point[] =>
  frozen.flatMap(({ measurement, figures }) => {
    const figure = figures(unitId);
    if (figure.showing === "none") return [];
    return [{ day: measurement.day, frozen: true, threshold: measurement.coverageThreshold, figure }];
  });
