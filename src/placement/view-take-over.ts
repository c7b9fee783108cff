/** What the pages of a take-over show (INT-4): where it stands, what it would do, what it did. Reads of people are noted (PRV-1). */
import type { Work } from "../platform/database/work.ts";
import { placeOf } from "../people/import-columns.rules.ts";
import { PREVIEW_PAGE } from "../people/import-question.rules.ts";
import { columnsToChoose, type AskedPart, type ColumnView } from "../people/view-import.ts";
import { isId, type Id } from "../shared/ids.ts";
import { NotFound } from "../shared/result.ts";
import { mayKeepTitles } from "../career-model/access.ts";
import { titleLists, type TitleList } from "../career-model/keep-titles.ts";
import { mayTakeOver } from "./access.ts";
import { TAKE_OVER_FIELD_NAMES, type TakeOverField } from "./take-over-row.rules.ts";
import {
  latestTakeOvers,
  takeOverById,
  takeOverList,
  type TakeOver,
  type TakeOverCounts,
  type TakeOverList,
  type TakeOverListRow,
  type TakeOverState,
} from "./take-over.store.ts";

const LATEST = 10;

export type TakeOverSummary = {
  readonly id: Id;
  readonly by: string;
  readonly at: string;
  readonly origin: "file" | "titles";
  readonly filename: string;
  readonly state: TakeOverState;
  readonly counts: TakeOverCounts | null;
};

const summary = (each: TakeOver): TakeOverSummary => ({
  id: each.id,
  by: each.createdByName,
  at: each.createdAt.toISOString(),
  origin: each.origin,
  filename: each.filename,
  state: each.state,
  counts: each.state === "done" ? each.counts : null,
});

export type TakeOverStart = {
  readonly latest: readonly TakeOverSummary[];
  /** How many local titles each model has: without any, the HR system's titles mean no level. */
  readonly models: readonly TitleList[];
  readonly mayKeepTitles: boolean;
};

export async function viewTakeOvers(work: Work): Promise<TakeOverStart> {
  if (!mayTakeOver(work.actor)) throw new NotFound("take-over");
  return {
    latest: (await latestTakeOvers(work, { limit: LATEST, offset: 0 })).rows.map(summary),
    models: await titleLists(work),
    mayKeepTitles: mayKeepTitles(work.actor),
  };
}

/** A page of all take-overs, the newest first. Pages count from 1. */
export async function listTakeOvers(
  work: Work,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<{ readonly takeOvers: readonly TakeOverSummary[]; readonly total: number }> {
  if (!mayTakeOver(work.actor)) throw new NotFound("take-over");
  const { rows, total } = await latestTakeOvers(work, { limit: size, offset: (page - 1) * size });
  return { takeOvers: rows.map(summary), total };
}

export const TAKE_OVER_LISTS = [
  "place",
  "conflict",
  "unreadable",
  "same",
] as const satisfies readonly TakeOverList[];

/** The lists that somebody has to do something about: they can be taken along as files. */
export const isToMend = (list: string): list is "conflict" | "unreadable" =>
  list === "conflict" || list === "unreadable";

export type TakeOverListView = {
  readonly list: TakeOverList;
  readonly rows: readonly TakeOverListRow[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly hidden: number;
};

export type TakeOverView = TakeOverSummary & {
  readonly format: TakeOver["format"];
} & (
    | {
        readonly state: "mapping";
        readonly fields: readonly { readonly field: TakeOverField; readonly column: string | null }[];
        readonly columns: readonly ColumnView[];
        readonly dropped: readonly string[];
      }
    | {
        readonly state: "preview";
        readonly found: TakeOverCounts;
        readonly fingerprint: string;
        readonly changedSince: boolean;
        readonly shown: TakeOverListView;
        /** Who would be left out: the first few, and how many rows more. */
        readonly leftOut: { readonly names: readonly string[]; readonly more: number };
      }
    | { readonly state: "done"; readonly found: TakeOverCounts }
    | { readonly state: "cancelled" }
  );

const NAMED = 5;

/** One take-over as it stands. */
export async function viewTakeOver(work: Work, takeOverId: string, asked: AskedPart): Promise<TakeOverView> {
  const basis = mayTakeOver(work.actor);
  const found = basis && isId(takeOverId) ? await takeOverById(work, takeOverId) : undefined;
  if (!basis || !found) throw new NotFound("take-over");
  const head = { ...summary(found), format: found.format };
  if (found.state === "mapping") return { ...head, state: "mapping", ...choicesOf(found) };
  if (found.state === "cancelled" || !found.counts) return { ...head, state: "cancelled" };
  if (found.state === "done") return { ...head, state: "done", found: found.counts };
  const list = listFor(asked.list, found.counts);
  const { page, size = PREVIEW_PAGE } = asked;
  const listed = await takeOverList(work, found.id, list, page, size);
  const unreadable =
    found.counts.unreadable > 0
      ? await takeOverList(work, found.id, "unreadable", 1, PREVIEW_PAGE)
      : { rows: [] };
  const named = unreadable.rows
    .slice(0, NAMED)
    .filter(({ name, number }) => name !== null || number !== null);
  const personIds = [...listed.rows, ...named].flatMap(({ personId }) => personId ?? []);
  work.reads.note({ personIds, what: "take-over-preview", basis });
  return {
    ...head,
    state: "preview",
    found: found.counts,
    fingerprint: found.fingerprint ?? "",
    changedSince: found.changedSince,
    shown: {
      list,
      ...listed,
      page,
      pages: Math.max(1, Math.ceil(listed.total / size)),
    },
    leftOut: {
      names: [...new Set(named.map(({ name, number }) => name ?? number ?? ""))],
      more: found.counts.unreadable - named.length,
    },
  };
}

/** Where a take-over stands, for who follows it from another system. Names nobody: the lists of the preview do. */
export type TakeOverStateView = TakeOverSummary & {
  readonly finishedAt: string | null;
  /** While its columns are to be confirmed. */
  readonly mapping: ReturnType<typeof choicesOf> | null;
  /** What must be said yes to before it is carried out, and the preview that the yes is about. */
  readonly asks: {
    readonly leaveOut: boolean;
    readonly fingerprint: string;
    readonly changedSince: boolean;
  } | null;
};

/** `hold` keeps it as it is until the transaction ends. */
export async function viewTakeOverState(
  work: Work,
  takeOverId: string,
  hold = false,
): Promise<TakeOverStateView> {
  const found =
    mayTakeOver(work.actor) && isId(takeOverId) ? await takeOverById(work, takeOverId, hold) : undefined;
  if (!found) throw new NotFound("take-over");
  const { state, counts, fingerprint, changedSince, finishedAt } = found;
  return {
    ...summary(found),
    counts: state === "cancelled" ? null : counts,
    finishedAt: finishedAt?.toISOString() ?? null,
    mapping: state === "mapping" ? choicesOf(found) : null,
    asks:
      state === "preview" && counts
        ? { leaveOut: counts.unreadable > 0, fingerprint: fingerprint ?? "", changedSince }
        : null,
  };
}

function choicesOf({ header, sample, mapping }: TakeOver) {
  const { columns, dropped } = mapping;
  return {
    fields: TAKE_OVER_FIELD_NAMES.map((field) => {
      const at = placeOf(header, columns[field] ?? "");
      return { field, column: header[at] ?? null };
    }),
    columns: columnsToChoose(header, sample, dropped),
    dropped,
  };
}

/** The list that is asked for, else the first that has anything to say: what can't be read before the rest. */
function listFor(asked: string | null, counts: TakeOverCounts): TakeOverList {
  const known = TAKE_OVER_LISTS.find((list) => list === asked);
  if (known) return known;
  if (counts.unreadable > 0) return "unreadable";
  return TAKE_OVER_LISTS.find((list) => counts[list] > 0) ?? "place";
}
