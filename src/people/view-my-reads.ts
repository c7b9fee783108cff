/** PRV-1: everyone sees what others have read about them: who, what, why it was allowed, and when. */
import type { Work } from "../platform/database/work.ts";
import { NotFound } from "../shared/result.ts";
import { PAGE_SIZE, readsAbout, type ReadAbout } from "./register.store.ts";

export type MyReads = {
  /** False for accounts that belong to no employee: nothing can have been read about them. */
  readonly employee: boolean;
  readonly reads: readonly (Omit<ReadAbout, "at"> & { readonly at: string })[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly pageSize: number;
};

export async function viewMyReads(work: Work, page: number): Promise<MyReads> {
  if (!work.actor) throw new NotFound("reads");
  const me = work.actor.personId;
  if (me === null) return { employee: false, reads: [], total: 0, page: 1, pages: 1, pageSize: PAGE_SIZE };
  const { reads, total } = await readsAbout(work, me, page);
  return {
    employee: true,
    reads: reads.map((read) => ({ ...read, at: read.at.toISOString() })),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    pageSize: PAGE_SIZE,
  };
}
