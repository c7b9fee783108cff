/** FUP-2: the frozen measurements, and what is needed to freeze another. */
import type { LocalDate } from "../shared/local-date.ts";
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { settings } from "../organisation/store.ts";
import { mayFreeze, mayReadCoverage } from "./access.ts";
import type { Counting } from "../people/counted.store.ts";
import { suggestedDays } from "./rules.ts";
import { measurements, type Measurement } from "./store.ts";

export type MeasurementsView = Counting & {
  /** The latest first. */
  readonly measurements: readonly Omit<Measurement, "id">[];
  readonly mayFreeze: boolean;
  readonly frozenToday: boolean;
  /** The next three days that suit a measurement. */
  readonly suggested: readonly LocalDate[];
  readonly k: number;
  readonly threshold: number;
};

/** Throws NotFound for whoever sees no coverage. */
export async function viewMeasurements(work: Work): Promise<MeasurementsView> {
  if (!mayReadCoverage(work.actor)) throw new NotFound("measurements");
  const all = await measurements(work);
  const { smallestGroup, coverageThreshold, countOnLeave, countHourly } = await settings(work);
  const latest = all.at(-1);
  return {
    measurements: all.toReversed().map(({ id: _id, ...measurement }) => measurement),
    mayFreeze: mayFreeze(work.actor),
    frozenToday: latest !== undefined && latest.day >= work.today,
    suggested: suggestedDays(work.today),
    k: smallestGroup,
    threshold: coverageThreshold,
    countOnLeave,
    countHourly,
  };
}
