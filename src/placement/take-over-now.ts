/** A take-over from beginning to end at once (INT-4): for the command line and the demo. The same steps as by page; what must be answered is answered beforehand. */
import type { Work } from "../platform/database/work.ts";
import type { FileProblem } from "../platform/tabular/table.ts";
import { PREVIEW_PAGE } from "../people/import-question.rules.ts";
import { done, refused, type Reason } from "../shared/result.ts";
import {
  beginFromTitles,
  beginTakeOver,
  cancelTakeOver,
  confirmColumns,
  confirmTakeOver,
  type TakeOverChangeCode,
  type TakeOverConfirmCode,
} from "./take-over.ts";
import type { TakeOverColumns } from "./take-over-row.rules.ts";
import {
  takeOverById,
  takeOverList,
  type TakeOver,
  type TakeOverCounts,
  type TakeOverListRow,
} from "./take-over.store.ts";

export type TakeOverNow = {
  /** The file; without it, the titles that the HR system has given the employments. */
  readonly file?: { readonly filename: string; readonly bytes: Uint8Array };
  /** Which column is what; guessed without it. */
  readonly columns?: TakeOverColumns;
  /** Yes beforehand to leaving out rows that can't be read. */
  readonly leaveOut?: boolean;
  /** Works out what would be done, and leaves it at that. */
  readonly dryRun?: boolean;
};

export type TakeOverNowCode = FileProblem | TakeOverChangeCode | TakeOverConfirmCode;

/** A take-over that has come as far as its preview says which rows can't be read; a refusal then says what it would have done. */
export type TakeOverNowOutcome =
  | {
      readonly ok: true;
      readonly value: TakeOverCounts;
      readonly conflicts: readonly TakeOverListRow[];
      readonly problems: readonly TakeOverListRow[];
    }
  | {
      readonly ok: false;
      readonly reasons: readonly Reason<TakeOverNowCode>[];
      readonly counts?: TakeOverCounts;
      readonly problems?: readonly TakeOverListRow[];
    };

/** Takes over the whole, or refuses with every reason and changes nothing. */
export async function takeOverNow(work: Work, input: TakeOverNow): Promise<TakeOverNowOutcome> {
  const begun = input.file ? await beginTakeOver(work, input.file) : done(await beginFromTitles(work));
  if (!begun.ok) return begun;
  const id = begun.value;
  const opened = await current(work, id);
  if (opened.state === "mapping") {
    const read = await confirmColumns(work, id, input.columns ?? opened.mapping.columns);
    if (!read.ok) {
      await cancelTakeOver(work, id);
      return read;
    }
  }
  const { counts, fingerprint } = await current(work, id);
  if (!counts) throw new Error("a preview has its counts");
  const { rows: conflicts } = await takeOverList(work, id, "conflict", 1, PREVIEW_PAGE);
  const { rows: problems } = await takeOverList(work, id, "unreadable", 1, PREVIEW_PAGE);
  if (input.dryRun) {
    await cancelTakeOver(work, id);
    return { ok: true, value: counts, conflicts, problems };
  }
  const confirmed = await confirmTakeOver(work, id, {
    leaveOut: input.leaveOut ?? false,
    fingerprint: fingerprint ?? "",
  });
  if (confirmed.ok && confirmed.value) return { ok: true, value: counts, conflicts, problems };
  await cancelTakeOver(work, id);
  if (!confirmed.ok) return { ...confirmed, counts, problems };
  return refused({ code: "looked-at-another" });
}

async function current(work: Work, id: string): Promise<TakeOver> {
  const found = await takeOverById(work, id);
  if (!found) throw new Error("the take-over that was begun is there");
  return found;
}
