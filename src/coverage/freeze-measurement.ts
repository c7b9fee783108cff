/** FUP-2: a measurement is frozen as it is today; FUP-3: what it makes fully introduced; ORG-1: what the associations are given of it. */
import { newId, type Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { done, NotFound, refused, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { memberships } from "../organisation/membership.store.ts";
import { settings, unitTree } from "../organisation/store.ts";
import { mayFreeze } from "./access.ts";
import { giveToAssociation, type GivenFigure } from "./member.store.ts";
import { modelsInForce, type CoverageModel } from "./moment.ts";
import { ASSOCIATION_K, figuresOf, newlyIntroduced, sums, type Figures, type OwnCount } from "./rules.ts";
import { addDecided } from "./showing.store.ts";
import {
  addIntroductions,
  addMeasurement,
  holdMeasurements,
  introductions,
  measurements,
  ownCounts,
  type FrozenUnit,
  type Introduced,
} from "./store.ts";

export type FreezeCode = "already-frozen" | "nothing-to-measure" | "too-long";
const LONGEST_NOTE = 500;

/**
 * Freezes today's figures for every model in force. Refused on a day that is measured already, or before one that is: the first
 * measurement at the threshold must stay the first. Throws NotFound for anybody but a process lead.
 */
export async function freezeMeasurement(
  work: Work,
  input: { readonly note?: string } = {},
): Promise<Result<{ readonly id: Id; readonly day: LocalDate }, FreezeCode>> {
  const { actor, today } = work;
  if (!actor || !mayFreeze(actor)) throw new NotFound("measurements");
  const note = (input.note ?? "").trim();
  if (note.length > LONGEST_NOTE)
    return refused({ code: "too-long", field: "note", data: { max: LONGEST_NOTE } });
  await holdMeasurements(work);
  const latest = (await measurements(work)).at(-1);
  if (latest && latest.day >= today) return refused({ code: "already-frozen", data: { day: latest.day } });
  const models = await modelsInForce(work, today);
  if (models.length === 0) return refused({ code: "nothing-to-measure" });

  const { smallestGroup, coverageThreshold, countOnLeave, countHourly } = await settings(work);
  const units = await unitTree(work, today);
  const counts = await ownCounts(work, { day: today, models, countOnLeave, countHourly });
  const id = newId();
  const frozen = { id, day: today, note, smallestGroup, coverageThreshold, countOnLeave, countHourly };
  const tree = units.map(({ id: unitId, parentId, name, path }) => ({ id: unitId, parentId, name, path }));
  await addMeasurement(work, { ...frozen, frozenBy: actor.accountId }, tree, counts);
  const decided = models.map((model) => ({
    modelId: model.id,
    measurementId: id,
    k: smallestGroup,
    counts: ofModel(counts, model),
    figures: figuresOf(tree, ofModel(counts, model), smallestGroup),
    unitIds: tree.map((unit) => unit.id),
  }));
  await addDecided(work, decided);
  await keepIntroductions(work, { id, threshold: coverageThreshold }, decided, tree);
  await giveToAssociations(work, Math.max(ASSOCIATION_K, smallestGroup), models, tree, counts);
  return done({ id, day: today });
}

const ofModel = (counts: readonly OwnCount[], model: CoverageModel): OwnCount[] =>
  counts.filter(({ modelId }) => modelId === model.id);

/** FUP-3, of what shows only (SUP-2): else a unit that grows would tell that it was at the threshold while it was small. */
async function keepIntroductions(
  work: Work,
  measurement: { readonly id: Id; readonly threshold: number },
  models: readonly {
    readonly modelId: Id;
    readonly counts: readonly OwnCount[];
    readonly figures: Figures;
  }[],
  units: readonly FrozenUnit[],
): Promise<void> {
  const before = await introductions(
    work,
    models.map(({ modelId }) => modelId),
  );
  const introduced = models.flatMap(({ modelId, counts, figures }): Introduced[] => {
    const already = new Set(before.flatMap((each) => (each.modelId === modelId ? [each.unitId] : [])));
    const places = newlyIntroduced(sums(units, counts), measurement.threshold, already);
    return places
      .filter((unitId) => figures(unitId).showing === "shown")
      .map((unitId) => ({ modelId, unitId, measurementId: measurement.id, day: work.today }));
  });
  await addIntroductions(work, introduced);
}

/** ORG-1: one figure a model, suppressed before it leaves; what is hidden is not given. */
async function giveToAssociations(
  work: Work,
  k: number,
  models: readonly CoverageModel[],
  units: readonly FrozenUnit[],
  counts: readonly OwnCount[],
): Promise<void> {
  const figures = models.map((model): GivenFigure => {
    const whole = figuresOf(units, ofModel(counts, model), k)(null);
    const { employed, placed } =
      whole.showing === "shown"
        ? whole
        : whole.showing === "none"
          ? NOBODY
          : { employed: null, placed: null };
    const { slug, nameSv, nameEn, adoptedFrom } = model;
    return { modelSlug: slug, nameSv, nameEn, adoptedFrom, employed, placed };
  });
  for (const { associationId, memberId } of await memberships(work, work.today))
    if (memberId === work.organisationId)
      await giveToAssociation(work, { associationId, day: work.today, k }, figures);
}

const NOBODY = { employed: 0, placed: 0 };
