/**
 * What there is to count at a moment: a day as it is known now, or a frozen measurement (FUP-1, FUP-2). Both are a tree, the models in force,
 * the settings that are counted by, and the counts; every view is made from one of them.
 */
import type { Id } from "../shared/ids.ts";
import { isDay, type LocalDate } from "../shared/local-date.ts";
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { settings, unitTree } from "../organisation/store.ts";
import { versionInForce } from "../career-model/life-cycle.rules.ts";
import { models } from "../career-model/store.ts";
import { unitsActedFor } from "../people/acting.ts";
import type { Sight } from "../people/window.rules.ts";
import type { Counting } from "../people/counted.store.ts";
import type { OwnCount } from "./rules.ts";
import { frozenCounts, frozenUnits, measurements, ownCounts, type FrozenUnit } from "./store.ts";

/** A model in force on the day. `adoptedFrom` is the day when its first version came into force. */
export type CoverageModel = {
  readonly id: Id;
  readonly slug: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly professionId: Id;
  readonly adoptedFrom: LocalDate;
};

export type Moment = {
  readonly day: LocalDate;
  readonly frozen: boolean;
  /** The k that is used: the one of the day or the one of now, whichever is larger (SUP-2). */
  readonly k: number;
  /** Per cent. */
  readonly threshold: number;
  readonly counting: Counting;
  readonly models: readonly CoverageModel[];
  /** The whole tree in its order. */
  readonly units: readonly FrozenUnit[];
  /** Who is known one by one: nobody but today, for it is today's staff that a manager sees (ORG-8). */
  readonly known: ReadonlySet<Id>;
  /** On other days, and in a measurement, the same people may be known well enough to work out the others (SUP-2). */
  readonly familiar: ReadonlySet<Id>;
  readonly counts: readonly OwnCount[];
};

/** Which moment is asked for, as an address says it. A day that is none, or has not come, is today; an unknown measurement is not found. */
export type AskedMoment = { readonly day: string; readonly frozen?: boolean | undefined };

/** The models with a version in force on the day, by name; withdrawn ones are no more. */
export async function modelsInForce(work: Work, day: LocalDate): Promise<CoverageModel[]> {
  return (await models(work)).flatMap(({ versions, ...model }) => {
    if (model.status === "withdrawn" || !versionInForce(versions, day)) return [];
    const days = versions.flatMap((version) => version.inForceFrom ?? []).toSorted();
    const { id, slug, nameSv, nameEn, professionId } = model;
    return [{ id, slug, nameSv, nameEn, professionId, adoptedFrom: days[0] ?? day }];
  });
}

const NOBODY: ReadonlySet<Id> = new Set();

/** Counts the moment for the models that `wanted` chooses. */
export async function momentOf(
  work: Work,
  sight: Sight,
  asked: AskedMoment,
  wanted: (model: CoverageModel) => boolean,
): Promise<Moment> {
  // Who acts for a unit without a manager sees its people one by one as well (ORG-8).
  const known = new Set([...sight.known, ...(await unitsActedFor(work))]);
  return asked.frozen
    ? frozenMoment(work, known, asked.day, wanted)
    : liveMoment(work, known, asked.day, wanted);
}

async function liveMoment(
  work: Work,
  known: ReadonlySet<Id>,
  asked: string,
  wanted: (model: CoverageModel) => boolean,
): Promise<Moment> {
  const day = isDay(asked) && asked <= work.today ? asked : work.today;
  const { countOnLeave, countHourly, smallestGroup, coverageThreshold } = await settings(work);
  const counting = { countOnLeave, countHourly };
  const chosen = (await modelsInForce(work, day)).filter(wanted);
  return {
    day,
    frozen: false,
    k: smallestGroup,
    threshold: coverageThreshold,
    counting,
    models: chosen,
    units: await unitTree(work, day),
    known: day === work.today ? known : NOBODY,
    familiar: known,
    counts: await ownCounts(work, { day, models: chosen, ...counting }),
  };
}

async function frozenMoment(
  work: Work,
  known: ReadonlySet<Id>,
  asked: string,
  wanted: (model: CoverageModel) => boolean,
): Promise<Moment> {
  const measurement = (await measurements(work)).find(({ day }) => day === asked);
  if (!measurement) throw new NotFound("measurement");
  const { id, day, smallestGroup, coverageThreshold, countOnLeave, countHourly } = measurement;
  const chosen = (await modelsInForce(work, day)).filter(wanted);
  return {
    day,
    frozen: true,
    k: Math.max(smallestGroup, (await settings(work)).smallestGroup),
    threshold: coverageThreshold,
    counting: { countOnLeave, countHourly },
    models: chosen,
    units: await frozenUnits(work, id),
    known: NOBODY,
    familiar: known,
    counts: await frozenCounts(
      work,
      chosen.map((model) => ({ modelId: model.id, measurementId: id })),
    ),
  };
}

/** Who sees no coverage at all is told that there is nothing here. */
export function required(sight: Sight | null): Sight {
  if (!sight) throw new NotFound("coverage");
  return sight;
}
