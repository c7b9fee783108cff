/** When a staff import asks before it is carried out (INT-1). */

/** What an import would do, or did, in employments; `leaverShare` is per cent of those open before. */
export type ImportCounts = {
  readonly rows: number;
  readonly join: number;
  readonly move: number;
  readonly change: number;
  readonly end: number;
  readonly same: number;
  readonly leavers: number;
  readonly openBefore: number;
  readonly unreadable: number;
  readonly managers: number;
};

/** More than this part of the open employments ending is more often a file that is cut short than a day when so many leave. */
const MOST_LEAVERS = 0.1;

type Leaving = Pick<ImportCounts, "leavers" | "end" | "openBefore">;

/** Do more than a tenth of the open employments end? Exactly a tenth does not ask. */
export const asksForLeavers = ({ leavers, end, openBefore }: Leaving): boolean =>
  leavers + end > openBefore * MOST_LEAVERS;

/** How large a part ends, in whole per cent, never rounded to less than it is. */
export const leaverShare = ({ leavers, end, openBefore }: Leaving): number =>
  openBefore === 0 ? 0 : Math.ceil(((leavers + end) * 100) / openBefore);

/** Rows on a page of the preview's lists. */
export const PREVIEW_PAGE = 50;

/** More than any file has: a list to take along whole. */
export const WHOLE_LIST = 10_000_000;
