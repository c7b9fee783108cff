/** What adopting a draft would do, with rules that are tried as they were typed (MOD-12): what is wrong with them is told and not counted by. */
import type { Reason } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { checkTransitions, type TransitionCode, type TypedTransition } from "./transition.rules.ts";
import { viewImpact, type AskedImpact, type ComparisonAsked, type ImpactView } from "./view-impact.ts";

/** `typed` is null where nothing is tried. */
export async function viewTrial(
  work: Work,
  asked: AskedImpact & ComparisonAsked & { readonly typed: readonly TypedTransition[] | null },
): Promise<
  ImpactView & {
    readonly typed: readonly TypedTransition[] | null;
    readonly reasons: readonly Reason<TransitionCode>[];
  }
> {
  const view = await viewImpact(work, asked);
  const typed = view.mayTry ? asked.typed : null;
  const levels = view.levels.map(({ id }) => id);
  return { ...view, typed, reasons: checkTransitions(typed ?? [], levels, work.today) };
}
