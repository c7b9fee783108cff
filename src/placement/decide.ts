/** From what was typed to placements in force: the steps that one person's form and a whole unit's list have in common. */
import { newId, type Id } from "../shared/ids.ts";
import type { Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import type { DecidesAs } from "./access.ts";
import { followEmployment } from "./follow-employment.ts";
import { removePreparations } from "./preparation.store.ts";
import {
  decidePlacement,
  NOTHING_OVER,
  type Decided,
  type DecisionCode,
  type Draft,
  type Over,
} from "./rules.ts";
import {
  authorities,
  lockPeople,
  placements,
  savePlacements,
  workPeriods,
  type PlacementModel,
  type PlacementToSave,
} from "./store.ts";

/** A decision that somebody with the right to it wants to make. */
export type WantedPlacement = {
  readonly personId: Id;
  readonly model: PlacementModel;
  readonly decidedBy: Id;
  readonly decidedAs: DecidesAs;
  readonly unitId: Id;
  readonly draft: Draft;
  readonly corrects: Id | null;
};

export type Weighed = {
  readonly wanted: WantedPlacement;
  readonly result: Result<Decided, DecisionCode>;
  /** What a move is made in spite of. */
  readonly over?: Over;
};

/** Decides each of them, with the people held so that nobody else decides for them meanwhile. Saves nothing. */
export async function weigh(work: Work, wanted: readonly WantedPlacement[]): Promise<Weighed[]> {
  const personIds = [...new Set(wanted.map((each) => each.personId))];
  await lockPeople(work, personIds);
  const periods = await workPeriods(work, personIds);
  const authorityOf = await authorities(
    work,
    [...wanted, ...periods].map(({ unitId }) => unitId),
  );
  const history = (await placements(work, personIds)).filter((placement) => !placement.corrected);
  return wanted.map((each) => {
    const { personId, model, decidedBy, draft, corrects } = each;
    const authorityId = authorityOf.get(each.unitId) ?? null;
    const result = decidePlacement({
      today: work.today,
      personId,
      decidedBy,
      draft,
      corrects,
      authorityId,
      versions: model.versions,
      employments: periods.filter(
        (period) =>
          period.personId === personId &&
          period.professionId === model.professionId &&
          authorityOf.get(period.unitId) === authorityId,
      ),
      history: history.filter((record) => record.personId === personId && record.modelId === model.modelId),
    });
    return { wanted: each, result };
  });
}

/**
 * Puts decisions in force: earlier placements give way, drafts are done with, and ends that are known already are set. Gives the new placements in the same
 * order.
 */
export async function putInForce(work: Work, weighed: readonly Weighed[]): Promise<Id[]> {
  const authorityOf = await authorities(
    work,
    weighed.map(({ wanted }) => wanted.unitId),
  );
  const decisions = weighed.flatMap(({ wanted, result, over = NOTHING_OVER }): PlacementToSave[] =>
    result.ok
      ? [
          {
            ...result.value,
            ...over,
            id: newId(),
            personId: wanted.personId,
            modelId: wanted.model.modelId,
            decidedBy: wanted.decidedBy,
            decidedAs: wanted.decidedAs,
            unitId: wanted.unitId,
            authorityId: authorityOf.get(wanted.unitId) ?? null,
          },
        ]
      : [],
  );
  await savePlacements(work, decisions);
  await removePreparations(work, decisions);
  await followEmployment(work, { personIds: decisions.map((decision) => decision.personId) });
  return decisions.map(({ id }) => id);
}
