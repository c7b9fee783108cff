/** What becomes of plans when somebody no longer works where they were made (PRV-3, ORG-2): what was open ends, its places are free, and all of it stays readable. */
import type { Facts } from "../shared/events.ts";
import type { Work } from "../platform/database/work.ts";
import { endOfLeft } from "./events.store.ts";

/** Handles "employments-changed". */
export const endPlansOf = (work: Work, { personIds }: Pick<Facts["employments-changed"], "personIds">) =>
  endOfLeft(work, personIds);

/** The same for everybody: for the days on which an end that was known beforehand becomes true. */
export const endPlansOfLeft = (work: Work): Promise<void> => endOfLeft(work, null);
