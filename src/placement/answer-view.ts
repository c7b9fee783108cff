/** PLC-9: another view on a placement that went to the manager above: what waits for the actor, and the answer in writing. */
import { NotFound, done, refused, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { tell } from "../notices/tell.ts";
import { aboveFor } from "../people/acting.ts";
import { addViewAnswer, viewsBelow, type ViewAbove } from "./above.store.ts";
import { LONGEST_VIEW, checkWords } from "./rules.ts";
import type { Placement } from "./store.ts";

type OfPlacement = Pick<Placement, "personId" | "unitId" | "decidedById">;

/** Whose seat another view on the placement goes above: never the one's who decided it. */
export const seatOf = ({ personId, unitId, decidedById }: OfPlacement) => ({
  personId,
  unitId,
  not: [decidedById],
});

/** Who would answer another view on the placement today. */
export const aboveOfPlacement = (work: Work, placement: OfPlacement) => aboveFor(work, seatOf(placement));

/** What waits for the actor. One statement for whoever has nothing. */
export async function viewsToAnswer(work: Work): Promise<readonly ViewAbove[]> {
  const { actor } = work;
  const managed = actor?.manages.flatMap(({ unitId, as }) => (as === "manager" ? [unitId] : [])) ?? [];
  const mine: ViewAbove[] = [];
  for (const view of await viewsBelow(work, managed)) {
    const above = await aboveOfPlacement(work, view);
    if (above === null || above.personId !== actor?.personId) continue;
    work.reads.note({ personIds: [view.personId], what: "placement-view", basis: "manager-above" });
    mine.push(view);
  }
  return mine;
}

/** Throws NotFound for whoever manages nothing. */
export async function viewPlacementViews(work: Work): Promise<readonly ViewAbove[]> {
  if (!work.actor?.manages.some(({ as }) => as === "manager")) throw new NotFound("placement views");
  return viewsToAnswer(work);
}

export type AnswerCode = "missing" | "too-long" | "bad-character";

/** The manager above answers, once; both stay. Throws NotFound for anybody else, and when it has been answered. */
export async function answerPlacementView(
  work: Work,
  input: { readonly responseId: string; readonly words: string },
): Promise<Result<null, AnswerCode>> {
  const view = (await viewsToAnswer(work)).find(({ responseId }) => responseId === input.responseId);
  const by = work.actor?.personId;
  if (!view || !by) throw new NotFound("placement view");
  const words = input.words.replaceAll("\r\n", "\n").trim();
  const reasons = checkWords(`words-${view.responseId}`, words, LONGEST_VIEW);
  if (reasons.length > 0) return refused(...reasons);
  if (!(await addViewAnswer(work, { responseId: view.responseId, words, by })))
    throw new NotFound("placement view");
  await tell(work, "view-answered", { to: [view.personId], about: view.responseId, path: "/my/placement" });
  return done(null);
}
