/** When a staff import asks before it is carried out (INT-1). */
import type { ImportCounts } from "./import.store.ts";

/** More than this part of the open employments ending is more often a file that is cut short than a day when so many leave. */
const MOST_LEAVERS = 0.1;

type Leaving = Pick<ImportCounts, "leavers" | "end" | "openBefore">;

/** Do more than a tenth of the open employments end? Exactly a tenth does not ask. */
export const asksForLeavers = ({ leavers, end, openBefore }: Leaving): boolean =>
  leavers + end > openBefore * MOST_LEAVERS;

/** How large a part ends, in whole per cent, never rounded to less than it is. */
export const leaverShare = ({ leavers, end, openBefore }: Leaving): number =>
  openBefore === 0 ? 0 : Math.ceil(((leavers + end) * 100) / openBefore);
