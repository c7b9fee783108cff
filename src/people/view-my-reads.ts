/** PRV-1: everyone sees what others have read about them: who, what, why it was allowed, and when. */
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import { NotFound } from "../shared/result.ts";
import { countReadsAbout, PAGE_SIZE, readsAbout, readsOf, type ReadAbout } from "./register.store.ts";

export type MyReads = {
  /** False for accounts that belong to no employee: nothing can have been read about them. */
  readonly employee: boolean;
  readonly reads: readonly (Omit<ReadAbout, "at"> & { readonly at: string })[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly pageSize: number;
};

export async function viewMyReads(work: Work, page: number, size = PAGE_SIZE): Promise<MyReads> {
  if (!work.actor) throw new NotFound("reads");
  const me = work.actor.personId;
  if (me === null) return { employee: false, reads: [], total: 0, page: 1, pages: 1, pageSize: size };
  const total = await countReadsAbout(work, me);
  const reads = await readsAbout(work, me, page, size);
  return {
    employee: true,
    reads: reads.map((read) => ({ ...read, at: read.at.toISOString() })),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / size)),
    pageSize: size,
  };
}

/** The latest of them. `at` is an instant, ISO; the reader's name is null where it isn't told. */
export type LastRead = { readonly reader: string | null; readonly at: string };

/** What there is to say of it, to be asked together with what else a page says of the person. */
export const lastReadOf = (work: Work, personId: Id) => readsOf(work, personId, 1, 1);

/** Null when nobody has read about the person. */
export const toLastRead = ([last]: readonly Pick<ReadAbout, "reader" | "at">[]): LastRead | null =>
  last ? { reader: last.reader, at: new Date(last.at).toISOString() } : null;
