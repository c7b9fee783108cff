/** How far one's own assessment has come, as one's first page tells it. Pure. */
import type { SheetState } from "../assessment/assessment.rules.ts";
import type { Id } from "../shared/ids.ts";

/** One's own sheet in an assessment that is under way. `of` is how many statements there are; null where they are another version's. */
export type OwnSheet = {
  readonly id: Id;
  readonly state: SheetState;
  readonly said: number;
  readonly of: number | null;
};

/** How far a sheet has come, in words that need no arithmetic. */
export function farOf({
  state,
  said,
  of,
}: OwnSheet): "waits" | "begun" | "half" | "nearly" | "all" | "handedIn" {
  if (state === "handed-in" || state === "declined") return "handedIn";
  if (said === 0) return "waits";
  const part = of === null || of === 0 ? 0 : said / of;
  if (part >= 1) return "all";
  return part >= 0.75 ? "nearly" : part >= 0.4 ? "half" : "begun";
}
