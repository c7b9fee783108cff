/** The transition rules of a draft (MOD-12): written by those who write it, in force by its adoption. */
import { isDay, type LocalDate } from "../shared/local-date.ts";
import type { Id } from "../shared/ids.ts";
import { done, NotFound, refused, type Reason, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { mayWriteModels } from "../career-model/access.ts";
import { versionContent } from "../career-model/store.ts";
import { holdModels } from "../career-model/version.store.ts";
import { mayReadGaps } from "./access.ts";
import { saveTransitions, type Transition } from "./asked.store.ts";
import { draftAsked } from "./view-impact.ts";

export type TransitionCode = "not-a-day" | "day-passed" | "unknown-level";

/** A rule as it is typed; null is for every level. An empty day is no rule. */
export type TypedTransition = { readonly levelId: Id | null; readonly until: string };

/** The name of the field of a level's day. */
export const untilField = (levelId: Id | null): string => `until-${levelId ?? "all"}`;

/** What was typed as rules, for a look at the figures: what isn't a day is none. */
export const triedTransitions = (typed: readonly TypedTransition[]): Transition[] =>
  typed.flatMap(({ levelId, until }) => (isDay(until) ? [{ levelId, until }] : []));

/** Throws NotFound for whoever doesn't write the draft or sees no figures. All rules or none are saved. */
export async function setTransitions(
  work: Work,
  {
    slug,
    number,
    typed,
  }: { readonly slug: string; readonly number: number; readonly typed: readonly TypedTransition[] },
): Promise<Result<null, TransitionCode>> {
  if (!mayWriteModels(work.actor) || !mayReadGaps(work.actor)) throw new NotFound("version");
  await holdModels(work);
  const { draft } = await draftAsked(work, slug, number);
  const levels = Object.values((await versionContent(work, draft.id))?.levelIds ?? {});
  const said = typed.filter(({ until }) => until !== "");
  const reasons = said.flatMap((each) => reasonsAgainst(each, levels, work.today));
  if (reasons.length > 0) return refused(...reasons);
  await saveTransitions(work, draft.id, said);
  return done(null);
}

function reasonsAgainst(
  { levelId, until }: TypedTransition,
  levels: readonly Id[],
  today: LocalDate,
): Reason<TransitionCode>[] {
  const field = untilField(levelId);
  if (levelId !== null && !levels.includes(levelId)) return [{ code: "unknown-level", field }];
  if (!isDay(until)) return [{ code: "not-a-day", field }];
  return until <= today ? [{ code: "day-passed", field, data: { today } }] : [];
}
