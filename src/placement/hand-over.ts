/** The person takes a placement along across an authority's line: their own act, and nobody else's (ORG-2, PLC-2). */
import type { Id } from "../shared/ids.ts";
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { followEmployment } from "./follow-employment.ts";
import { handOverOffers, lastEnded, type HandOverOffer } from "./hand-over.rules.ts";
import { authorities, lockPeople, placements, saveHandOver, workPeriods, type Placement } from "./store.ts";

/** What a person can take along today, of all of their placements. */
export async function offersTo(
  work: Work,
  personId: Id,
  all: readonly Placement[],
): Promise<HandOverOffer[]> {
  const history = all.filter((placement) => !placement.corrected);
  if (lastEnded(work.today, history).length === 0) return [];
  const periods = await workPeriods(work, [personId]);
  return handOverOffers(
    work.today,
    history,
    periods,
    await authorities(
      work,
      periods.map(({ unitId }) => unitId),
    ),
  );
}

/** In force at the new authority from today. Throws NotFound when it is not the actor's to take along there. */
export async function handOver(work: Work, input: { placementId: string; unitId: string }): Promise<void> {
  const { actor } = work;
  if (!actor?.personId) throw new NotFound("placement");
  await lockPeople(work, [actor.personId]);
  const all = await placements(work, [actor.personId]);
  const offer = (await offersTo(work, actor.personId, all)).find(
    (each) => each.placementId === input.placementId && each.unitId === input.unitId,
  );
  if (!offer) throw new NotFound("placement");
  const { placementId: from, unitId, authorityId } = offer;
  await saveHandOver(work, { from, unitId, authorityId, accountId: actor.accountId });
  await followEmployment(work, { personIds: [actor.personId] });
}
