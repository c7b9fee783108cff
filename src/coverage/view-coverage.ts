/** Coverage by model for the organisation or one of its units, on any day or at a measurement (FUP-1, FUP-3, SUP-2). */
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Work } from "../platform/database/work.ts";
import { placeOf, sees, type NamedUnit } from "../people/window.rules.ts";
import { sightOf } from "./access.ts";
import { frozenPoints } from "./history.ts";
import { momentOf, required, type AskedMoment, type Moment } from "./moment.ts";
import type { Counting } from "../people/counted.store.ts";
import { figuresOf, standing, type Figure, type Standing } from "./rules.ts";
import { introductions, measurements } from "./store.ts";

/** What a page says about how its figures were counted. */
export type Counted = Counting & {
  readonly day: LocalDate;
  readonly frozen: boolean;
  readonly k: number;
  readonly threshold: number;
};
export const countedOf = ({ day, frozen, k, threshold, counting }: Moment): Counted => ({
  day,
  frozen,
  k,
  threshold,
  ...counting,
});

export type ModelFigure = {
  readonly slug: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly figure: Figure;
};

export type CoverageView = Counted & {
  /** Null is the organisation as a whole. */
  readonly unit: NamedUnit | null;
  readonly above: readonly NamedUnit[];
  readonly choices: readonly NamedUnit[];
  readonly mayChooseWhole: boolean;
  readonly rows: readonly (ModelFigure & { readonly standing: Standing | null })[];
};

/** Throws NotFound for whoever sees no coverage, and for a unit or a measurement that is not there for them. */
export async function viewCoverage(
  work: Work,
  asked: AskedMoment & { readonly unitId?: string },
): Promise<CoverageView> {
  const sight = required(sightOf(work.actor));
  const moment = await momentOf(work, sight, asked, ({ professionId }) =>
    sight.windows.some(({ professions }) => professions === "all" || professions.includes(professionId)),
  );
  const { unit, above, choices } = placeOf(sight, moment.units, asked.unitId ?? "");
  const unitId = unit?.id ?? null;
  const chosen = moment.models.filter((model) => sees(sight, unit?.path ?? [], model.professionId));
  const rows = chosen.flatMap(({ id, slug, nameSv, nameEn }) => {
    const figure = figureOf(moment, id, unitId);
    return unit && figure.showing === "none" ? [] : [{ id, slug, nameSv, nameEn, figure }];
  });
  const standings = await standingsOf(work, moment, unitId, rows);
  return {
    ...countedOf(moment),
    unit: unit && { id: unit.id, name: unit.name },
    above,
    choices,
    mayChooseWhole: placeIsWhole(sight.windows),
    rows: rows.map(({ id, ...row }) => ({ ...row, standing: standings.get(id) ?? null })),
  };
}

const placeIsWhole = (windows: readonly { readonly units: "all" | readonly Id[] }[]): boolean =>
  windows.some(({ units }) => units === "all");

const figureOf = (moment: Moment, modelId: Id, unitId: Id | null): Figure =>
  figuresOf(
    moment.units,
    moment.counts.filter((count) => count.modelId === modelId),
    moment.k,
    moment.known,
    moment.familiar,
  )(unitId);

/** FUP-3 for each model in this unit: the measurement that made it fully introduced, and whether it is below the threshold at the moment. */
async function standingsOf(
  work: Work,
  moment: Moment,
  unitId: Id | null,
  rows: readonly { readonly id: Id; readonly figure: Figure }[],
): Promise<Map<Id, Standing | null>> {
  const introduced = (
    await introductions(
      work,
      rows.map(({ id }) => id),
      [unitId],
    )
  ).filter(({ day }) => day <= moment.day);
  const measured = new Map((await measurements(work)).map((each) => [each.id, each]));
  const points = await frozenPoints(
    work,
    introduced.flatMap(({ modelId, measurementId }) => {
      const measurement = measured.get(measurementId);
      return measurement ? [{ modelId, measurement }] : [];
    }),
    unitId === null ? [] : [unitId],
    moment.k,
    moment.familiar,
  );
  return new Map(
    introduced.map(({ modelId, day }) => {
      const figure = rows.find(({ id }) => id === modelId)?.figure ?? { showing: "none" };
      const now = { day: moment.day, frozen: moment.frozen, threshold: moment.threshold, figure };
      return [modelId, standing([...points(modelId, unitId), now], day)];
    }),
  );
}
