/** The transition rules of a draft (MOD-12, MOD-16): written by those who write it, in force by its adoption. */
import { done, NotFound, refused, type Result } from "../shared/result.ts";
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import { mayWriteModels } from "../career-model/access.ts";
import { versionContent } from "../career-model/store.ts";
import { holdModels } from "../career-model/version.store.ts";
import { mayWriteSupplement } from "../layers/access.ts";
import { mayReadGaps } from "./access.ts";
import { draftAsked } from "./compared-versions.ts";
import {
  checkTransitions,
  type Transition,
  type TransitionCode,
  type TypedTransition,
} from "./transition.rules.ts";
import { saveTransitions, transitionsOf, type RulesOf } from "./transition.store.ts";
import { supplementDraftAsked, type DraftAsked } from "./view-impact.ts";

/** The rules of a draft. Throws NotFound for whoever doesn't take part in it or sees no figures. */
export async function viewTransitions(
  work: Work,
  asked: DraftAsked & { readonly slug: string },
): Promise<readonly Transition[]> {
  if (!mayReadGaps(work.actor)) throw new NotFound("draft");
  return transitionsOf(work, (await rulesOf(work, asked)).of);
}

/** The same for whoever writes the draft: nobody else changes them until the transaction ends. Throws NotFound for everyone else. */
export async function heldTransitions(
  work: Work,
  asked: DraftAsked & { readonly slug: string },
): Promise<readonly Transition[]> {
  const mayWrite =
    "number" in asked
      ? mayWriteModels(work.actor)
      : mayWriteSupplement(work.actor, work.tenant, asked.supplementOf);
  if (!mayWrite) throw new NotFound("draft");
  await holdModels(work);
  return viewTransitions(work, asked);
}

/** Throws NotFound for whoever doesn't write the draft or sees no figures. All rules or none are saved. */
export async function setTransitions(
  work: Work,
  asked: DraftAsked & { readonly slug: string; readonly typed: readonly TypedTransition[] },
): Promise<Result<null, TransitionCode>> {
  await heldTransitions(work, asked);
  const { of, baseId } = await rulesOf(work, asked);
  const levels = Object.values((await versionContent(work, baseId))?.levelIds ?? {});
  const said = asked.typed.filter(({ until }) => until !== "");
  const reasons = checkTransitions(said, levels, work.today);
  if (reasons.length > 0) return refused(...reasons);
  await saveTransitions(work, of, said);
  return done(null);
}

/** Whose rules they are, and the version whose levels they stand at. */
async function rulesOf(
  work: Work,
  asked: DraftAsked & { readonly slug: string },
): Promise<{ of: RulesOf; baseId: Id }> {
  if ("number" in asked) {
    const { draft } = await draftAsked(work, asked.slug, asked.number);
    return { of: { version_id: draft.id }, baseId: draft.id };
  }
  const { draft } = await supplementDraftAsked(work, asked.slug, asked.supplementOf);
  const baseId = draft.baseVersionId;
  return { of: { supplement_version_id: draft.id, base_version_id: baseId }, baseId };
}
