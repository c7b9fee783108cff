/**
 * Models' frozen figures over time, each measurement suppressed as a whole by the larger of its k and the present one (FUP-2, SUP-2). What
 * follows from that alone is written down (`decide-measurements.ts`) and read; what isn't yet, and for a reader who knows some of the people
 * (ORG-8), is decided as it is read.
 */
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import { figuresOf, type Figure, type Figures, type Point, type TreeUnit } from "./rules.ts";
import { decidedFigures, type Decided } from "./showing.store.ts";
import { frozenCounts, frozenWhereHeld, type Frozen, type FrozenCount, type Measurement } from "./store.ts";

/** A model at a measurement. */
export type ModelMeasured = { readonly modelId: Id; readonly measurement: Measurement };

/** A model's points in a unit, or in the whole (null), where there was anybody. */
export type PointsOf = (modelId: Id, unitId: Id | null) => Point[];

const keyOf = ({ modelId, measurementId }: Frozen): string => `${modelId} ${measurementId}`;

/** The units that the counts name, with all above them: the part of the tree that holds anybody. */
function unitsOf(counts: readonly FrozenCount[]): TreeUnit[] {
  const units = new Map<Id, TreeUnit>();
  for (const { path } of counts)
    for (let depth = (path?.length ?? 0) - 1; depth >= 0; depth -= 1) {
      const id = path?.[depth];
      if (id === undefined || units.has(id)) break;
      units.set(id, { id, parentId: path?.[depth - 1] ?? null, path: path?.slice(0, depth + 1) ?? [] });
    }
  return [...units.values()];
}

/** What the measurements say, decided now. `familiar` are units whose staff the reader knows. */
export async function decide<Each extends Decided>(
  work: Pick<Work, "tx" | "organisationId">,
  open: readonly Each[],
  familiar: ReadonlySet<Id>,
): Promise<(Each & { readonly figures: Figures; readonly unitIds: readonly Id[] })[]> {
  if (open.length === 0) return [];
  const counts = Map.groupBy(await frozenCounts(work, open), keyOf);
  return open.map((each) => {
    const cells = counts.get(keyOf(each)) ?? [];
    const units = unitsOf(cells);
    const figures = figuresOf(units, cells, each.k, new Set(), familiar);
    return { ...each, figures, unitIds: units.map(({ id }) => id) };
  });
}

/** The points of the whole and of these units, in the order of `measured`, for someone to whom some units are `familiar`. */
export async function frozenPoints(
  work: Pick<Work, "tx" | "organisationId">,
  measured: readonly ModelMeasured[],
  unitIds: readonly Id[],
  k: number,
  familiar: ReadonlySet<Id>,
): Promise<PointsOf> {
  const asked = measured.map(({ modelId, measurement }) => ({
    modelId,
    measurement,
    measurementId: measurement.id,
    k: Math.max(k, measurement.smallestGroup),
  }));
  const figures = new Map<string, (unitId: Id | null) => Figure>();
  const decided = asked.length > 0 ? await decidedFigures(work, asked, unitIds) : [];
  for (const [key, rows] of Map.groupBy(decided, keyOf)) {
    const byUnit = new Map(rows.map(({ unitId, figure }) => [unitId, figure]));
    if (byUnit.has(null)) figures.set(key, (unitId) => byUnit.get(unitId) ?? { showing: "none" });
  }
  // Where nobody is familiar the answer is everybody's.
  const own = new Set(
    familiar.size > 0 ? (await frozenWhereHeld(work, asked, [...familiar])).map(keyOf) : [],
  );
  const open = asked.filter((each) => own.has(keyOf(each)) || !figures.has(keyOf(each)));
  for (const each of await decide(work, open, familiar)) figures.set(keyOf(each), each.figures);
  return (modelId, unitId) =>
    asked.flatMap((each): Point[] => {
      const figure = each.modelId === modelId ? figures.get(keyOf(each))?.(unitId) : undefined;
      if (!figure || figure.showing === "none") return [];
      const { day, coverageThreshold } = each.measurement;
      return [{ day, frozen: true, threshold: coverageThreshold, figure }];
    });
}
