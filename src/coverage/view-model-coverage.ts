/** One model's coverage: the units of the tree at a moment, and the course over time of the chosen one (FUP-1, FUP-2, FUP-3, SUP-2). */
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { modelBySlug } from "../career-model/store.ts";
import { placeOf, sees, type NamedUnit } from "../people/window.rules.ts";
import { leadsUnit, managesUnit } from "../placement/access.ts";
import { sightOf } from "./access.ts";
import { frozenPoints } from "./history.ts";
import { momentOf, required, type AskedMoment } from "./moment.ts";
import { figuresOf, standing, type Figure, type Point, type Standing } from "./rules.ts";
import { introductions, measurements } from "./store.ts";
import { countedOf, type Counted } from "./view-coverage.ts";

/** With more units than this, one level is shown at a time. */
const WHOLE_TREE = 300;

export type UnitRow = {
  /** Null is the organisation as a whole. */
  readonly unit: NamedUnit | null;
  /** How far below the chosen unit: 0 is itself. */
  readonly depth: number;
  readonly figure: Figure;
  readonly standing: Standing | null;
};

export type ModelCoverageView = Counted & {
  readonly model: { readonly slug: string; readonly nameSv: string; readonly nameEn: string };
  readonly organisation: string;
  readonly unit: NamedUnit | null;
  readonly above: readonly NamedUnit[];
  readonly mayChooseWhole: boolean;
  /** May the viewer open the chosen unit's list of who is placed (ORG-8)? Lists are of today. */
  readonly placements: boolean;
  /** The chosen unit first, then those below it in which somebody has the profession. */
  readonly rows: readonly UnitRow[];
  /** Are only the units right below it here, because there are many? */
  readonly oneLevel: boolean;
  /** The chosen unit's measurements, and the moment itself when it is a day of its own. */
  readonly points: readonly Point[];
  readonly standing: Standing | null;
};

/**
 * Throws NotFound for whoever may not see the model's coverage, and for a model, unit or measurement that is not there for them. A file
 * asks for `everyUnit`, however many they are.
 */
export async function viewModelCoverage(
  work: Work,
  asked: AskedMoment & { readonly slug: string; readonly unitId?: string; readonly everyUnit?: boolean },
): Promise<ModelCoverageView> {
  const sight = required(sightOf(work.actor));
  const model = await modelBySlug(work, asked.slug);
  if (!model) throw new NotFound("model");
  const moment = await momentOf(work, sight, asked, ({ id }) => id === model.id);
  const { unit, above } = placeOf(sight, moment.units, asked.unitId ?? "");
  const chosen = moment.models[0];
  if (!chosen || !sees(sight, unit?.path ?? [], model.professionId)) throw new NotFound("model");

  const figures = figuresOf(moment.units, moment.counts, moment.k, moment.known, moment.familiar);
  const start = unit ? unit.path.length : 0;
  const below = moment.units.filter(
    ({ id, path }) =>
      (unit === null || (path.includes(unit.id) && id !== unit.id)) &&
      sees(sight, path, model.professionId) &&
      figures(id).showing !== "none",
  );
  const oneLevel = below.length > WHOLE_TREE && !asked.everyUnit;
  // Where one unit holds all others it is the organisation itself, which stands first already.
  const roots = moment.units.filter(({ path }) => path.length === 1);
  const top = unit === null && roots.length === 1 && !asked.everyUnit ? roots[0]?.id : undefined;
  const from = top === undefined ? start : start + 1;
  const shown = below.filter(({ id, path }) => id !== top && (!oneLevel || path.length === from + 1));
  const rowIds = [unit?.id ?? null, ...shown.map(({ id }) => id)];
  const frozen = await frozenPoints(
    work,
    (await measurements(work)).map((measurement) => ({ modelId: model.id, measurement })),
    rowIds.filter((id) => id !== null),
    moment.k,
    moment.familiar,
  );
  const introducedOn = new Map(
    (await introductions(work, [model.id], rowIds)).map((each) => [each.unitId, each.day] as const),
  );
  const courseOf = (unitId: string | null): Point[] => {
    const { day, threshold } = moment;
    const points = frozen(model.id, unitId).filter((point) => !moment.frozen || point.day <= day);
    const figure = figures(unitId);
    if (points.some((point) => point.day === day) || figure.showing === "none") return points;
    return [...points, { day, frozen: false, threshold, figure }].toSorted((a, b) =>
      a.day < b.day ? -1 : 1,
    );
  };
  const standingOf = (unitId: string | null, points: readonly Point[]): Standing | null =>
    standing(points, introducedOn.get(unitId) ?? null);
  const rowOf = (each: NamedUnit | null, depth: number): UnitRow => {
    const unitId = each?.id ?? null;
    return {
      unit: each && { id: each.id, name: each.name },
      depth,
      figure: figures(unitId),
      standing: standingOf(unitId, courseOf(unitId)),
    };
  };
  const points = courseOf(unit?.id ?? null);
  return {
    ...countedOf(moment),
    model: { slug: model.slug, nameSv: model.nameSv, nameEn: model.nameEn },
    organisation: work.tenant.name,
    unit: unit && { id: unit.id, name: unit.name },
    above,
    placements:
      unit !== null &&
      !moment.frozen &&
      moment.day === work.today &&
      (leadsUnit(work.actor, unit.path) || managesUnit(work.actor, unit.id)),
    mayChooseWhole: sees(sight, [], model.professionId),
    rows: [rowOf(unit, 0), ...shown.map((each) => rowOf(each, each.path.length - from))],
    oneLevel,
    points,
    standing: standingOf(unit?.id ?? null, points),
  };
}
