/** What the pages of the staff import show (INT-1): where it stands, what it would change, what it did. Reads of people are noted (PRV-1). */
import type { Work } from "../platform/database/work.ts";
import { isId, type Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { NotFound, type Reason } from "../shared/result.ts";
import { mayImportStaff } from "./access.ts";
import { isStaffField, STAFF_FIELDS, type StaffField } from "./import-fields.rules.ts";
import type { PlannedManager } from "./import-managers.store.ts";
import { placeOf } from "./import-columns.rules.ts";
import {
  changedRows,
  leavesWholly,
  leavingRows,
  namesFor,
  problemRows,
  type LeavingRow,
  type PreviewRow,
  type ProblemPageRow,
} from "./import-preview.store.ts";
import type { Progress } from "./import-progress.rules.ts";
import { asksForLeavers, leaverShare, PREVIEW_PAGE } from "./import-question.rules.ts";
import type { ImportScope } from "./import-scope.store.ts";
import type { ImportCounts } from "./import-question.rules.ts";
import {
  importById,
  keptManagers,
  latestImports,
  progressOf,
  type ImportState,
  type StaffImport,
} from "./import.store.ts";

const LATEST = 10;
const DAY_MS = 24 * 3600 * 1000;
const UNDER_WAY: readonly ImportState[] = ["mapping", "comparing", "preview", "queued", "applying"];

export type ImportSummary = {
  readonly id: Id;
  readonly by: string;
  readonly at: string;
  readonly filename: string;
  readonly state: ImportState;
  readonly counts: ImportCounts | null;
};

const summary = (each: StaffImport): ImportSummary => ({
  id: each.id,
  by: each.createdByName,
  at: each.createdAt.toISOString(),
  filename: each.filename,
  state: each.state,
  counts: each.state === "done" ? each.counts : null,
});

/** The latest imports, and the one that somebody else has under way since less than a day, if any. */
export async function viewImports(
  work: Work,
): Promise<{ readonly imports: readonly ImportSummary[]; readonly busy: ImportSummary | null }> {
  if (!mayImportStaff(work.actor)) throw new NotFound("import");
  const { rows: latest } = await latestImports(work, { limit: LATEST, offset: 0 });
  const busy = latest.find(
    (each) =>
      UNDER_WAY.includes(each.state) &&
      each.createdBy !== work.actor?.accountId &&
      work.now.getTime() - each.createdAt.getTime() < DAY_MS,
  );
  return { imports: latest.map(summary), busy: busy ? summary(busy) : null };
}

/** A page of all imports, the newest first. Pages count from 1. */
export async function listImports(
  work: Work,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<{ readonly imports: readonly ImportSummary[]; readonly total: number }> {
  if (!mayImportStaff(work.actor)) throw new NotFound("import");
  const { rows, total } = await latestImports(work, { limit: size, offset: (page - 1) * size });
  return { imports: rows.map(summary), total };
}

/** A field with its column, and the first values that stand there. */
export type FieldView = { readonly field: StaffField; readonly column: string | null };
export type ColumnView = { readonly column: string; readonly values: readonly string[] };

export const PREVIEW_LISTS = ["join", "move", "change", "end", "managers", "unreadable"] as const;
export type PreviewList = (typeof PREVIEW_LISTS)[number];

export type ManagerRow = Pick<PlannedManager, "unitId" | "kind" | "number"> & {
  readonly unit: string;
  /** Null is nobody, or somebody whose name isn't shown. */
  readonly before: string | null;
  readonly after: string | null;
};

export type ListView = (
  | { readonly list: "join" | "move" | "change"; readonly rows: readonly PreviewRow[] }
  | { readonly list: "end"; readonly rows: readonly LeavingRow[] }
  | { readonly list: "managers"; readonly rows: readonly ManagerRow[] }
  | { readonly list: "unreadable"; readonly rows: readonly ProblemPageRow[]; readonly nameless: number }
) & { readonly page: number; readonly pages: number; readonly total: number; readonly hidden: number };

type Head = {
  readonly id: Id;
  readonly by: string;
  readonly at: string;
  readonly filename: string;
  readonly format: StaffImport["format"];
};

export type ImportView = Head &
  (
    | {
        readonly state: "mapping";
        readonly fields: readonly FieldView[];
        readonly columns: readonly ColumnView[];
        readonly dropped: readonly string[];
        /** The column of personnummer that employments are known by, as a keyed hash. */
        readonly hashed: string | null;
      }
    | { readonly state: "comparing" | "queued" | "applying"; readonly progress: Progress | null }
    | {
        readonly state: "preview";
        readonly counts: ImportCounts;
        readonly fingerprint: string;
        readonly changedSince: boolean;
        readonly asksForLeavers: boolean;
        readonly leaverShare: number;
        readonly leftOut: LeftOut;
        /** The reader is not in the file: their own employment would end. */
        readonly leavesOneself: boolean;
        readonly shown: ListView;
      }
    | {
        readonly state: "done";
        readonly counts: ImportCounts;
        readonly leftOut: boolean;
        readonly day: LocalDate;
        readonly finishedAt: string;
      }
    | { readonly state: "refused"; readonly refusal: Reason }
    | { readonly state: "cancelled" }
  );

/** Who would be left out: the first few by name or number, how many more, and how many rows say neither. */
export type LeftOut = { readonly names: readonly string[]; readonly more: number; readonly nameless: number };

/** Which part of a preview is asked for: its list, and a page of `size` rows, fifty when it isn't said. */
export type AskedPart = { readonly list: string | null; readonly page: number; readonly size?: number };

/** One import as it stands. */
export async function viewImport(work: Work, importId: string, asked: AskedPart): Promise<ImportView> {
  const basis = mayImportStaff(work.actor);
  const found = basis && isId(importId) ? await importById(work, importId) : undefined;
  if (!basis || !found) throw new NotFound("import");
  const { id, createdByName: by, createdAt, filename, format, counts, state } = found;
  const head: Head = { id, by, at: createdAt.toISOString(), filename, format };
  if (state === "mapping") return { ...head, state, ...mappingOf(found) };
  if (state === "comparing" || state === "queued" || state === "applying")
    return { ...head, state, progress: await progressOf(work, id) };
  if (state === "refused") return { ...head, state, refusal: found.refusal ?? { code: "failed" } };
  if (state === "cancelled" || !counts) return { ...head, state: "cancelled" };
  if (state === "done")
    return {
      ...head,
      state,
      counts,
      leftOut: found.leftOut,
      day: found.effectiveOn,
      finishedAt: (found.finishedAt ?? createdAt).toISOString(),
    };
  const shown = await listOf(work, found, listFor(asked.list, counts), asked);
  work.reads.note({ personIds: peopleIn(shown), what: "import-preview", basis });
  const leftOut = await leftOutBy(work, found, counts.unreadable);
  work.reads.note({ personIds: leftOut.personIds, what: "import-preview", basis });
  return {
    ...head,
    state: "preview",
    counts,
    fingerprint: found.fingerprint ?? "",
    changedSince: found.changedSince,
    asksForLeavers: asksForLeavers(counts),
    leaverShare: leaverShare(counts),
    leftOut: leftOut.view,
    leavesOneself: await leavesOneself(work, found),
    shown,
  };
}

async function leavesOneself(work: Work, { id, mapping }: StaffImport): Promise<boolean> {
  const personId = work.actor?.personId ?? null;
  return personId !== null && leavesWholly({ work, importId: id, mapping }, personId);
}

const NAMED = 5;

async function leftOutBy(work: Work, { id, mapping }: StaffImport, unreadable: number) {
  if (unreadable === 0) return { personIds: [], view: { names: [], more: 0, nameless: 0 } };
  const reader = { personId: work.actor?.personId ?? null, page: 1, size: PREVIEW_PAGE };
  const { rows, nameless } = await problemRows({ work, importId: id, mapping }, reader);
  const named = rows.filter(({ name, number }) => name !== null || number !== null).slice(0, NAMED);
  return {
    personIds: named.flatMap(({ personId }) => (personId === null ? [] : [personId])),
    view: {
      names: named.map(({ name, number }) => name ?? number ?? ""),
      more: unreadable - nameless - named.length,
      nameless,
    },
  };
}

/** How the columns are read so far, with the first values of each. */
export function mappingOf({ header, sample, mapping }: StaffImport) {
  const dropped = mapping.dropped.map(({ column }) => column);
  return {
    fields: Object.keys(STAFF_FIELDS)
      .filter(isStaffField)
      .map((field) => {
        const at = placeOf(header, mapping.columns[field] ?? "");
        return { field, column: header[at] ?? null };
      }),
    columns: columnsToChoose(header, sample, dropped),
    dropped,
    hashed: mapping.key.by === "identity-hash" ? mapping.key.column : null,
  };
}

/** The columns that can be chosen, each with the first values that stand there. */
export const columnsToChoose = (
  header: readonly string[],
  sample: readonly (readonly string[])[],
  dropped: readonly string[],
): ColumnView[] =>
  header
    .map((column, at) => ({
      column,
      values: [...new Set(sample.map((row) => (row[at] ?? "").trim()))]
        .filter((text) => text !== "")
        .slice(0, 3),
    }))
    .filter(({ column }) => column !== "" && !dropped.includes(column));

/** The list that is asked for, else the first that has anything to say: what can't be read before the rest. */
function listFor(asked: string | null, counts: ImportCounts): PreviewList {
  const known = PREVIEW_LISTS.find((list) => list === asked);
  if (known) return known;
  if (counts.unreadable > 0) return "unreadable";
  return PREVIEW_LISTS.find((list) => countOf(counts, list) > 0) ?? "join";
}

/** How many a list has, protected people among them. */
export const countOf = (counts: ImportCounts, list: PreviewList): number =>
  list === "end" ? counts.end + counts.leavers : counts[list];

async function listOf(
  work: Work,
  found: StaffImport,
  list: PreviewList,
  { page, size = PREVIEW_PAGE }: AskedPart,
): Promise<ListView> {
  const scope: ImportScope = { work, importId: found.id, mapping: found.mapping };
  const reader = { personId: work.actor?.personId ?? null, page, size };
  const paged = <Part extends { readonly total: number }>(part: Part) => ({
    ...part,
    page,
    pages: Math.max(1, Math.ceil(part.total / size)),
  });
  if (list === "end") return { list, ...paged(await leavingRows(scope, reader)) };
  if (list === "unreadable") return { list, ...paged(await problemRows(scope, reader)) };
  if (list === "managers") return { list, ...paged(await managersOf(scope, reader)) };
  return { list, ...paged(await changedRows(scope, list, reader)) };
}

async function managersOf(scope: ImportScope, { page, size }: { page: number; size: number }) {
  const plan = await keptManagers(scope.work, scope.importId);
  const part = plan.slice((page - 1) * size, page * size);
  const present = part.flatMap(({ presentId }) => (presentId === null ? [] : [presentId]));
  const known = part.flatMap(({ key }) => key ?? []);
  const numbers = part.flatMap(({ number }) => (number === null ? [] : [number]));
  const names = await namesFor(
    scope,
    part.map(({ unitId }) => unitId),
    [...present, ...known],
    numbers,
  );
  scope.work.reads.note({
    personIds: [...names.people.values()].flatMap(({ id }) => (id === null ? [] : [id])),
    what: "import-preview",
    basis: mayImportStaff(scope.work.actor) ?? "administrator",
  });
  const rows = part.map(({ unitId, kind, number, key, presentId }) => ({
    unitId,
    kind,
    number,
    unit: names.units.get(unitId) ?? "",
    before: names.people.get(presentId ?? "")?.name ?? null,
    after: (names.people.get(key ?? "") ?? names.people.get(number ?? ""))?.name ?? null,
  }));
  return { rows, total: plan.length, hidden: 0 };
}

const peopleIn = (view: ListView): Id[] =>
  view.list === "managers" ? [] : view.rows.flatMap(({ personId }) => (personId === null ? [] : [personId]));
