/**
 * What HR handlers and administrators do with a take-over (INT-4): begin it from a file or from the HR system's titles, say how its columns are
 * read, confirm what it would do, or leave it. All of it is one transaction; nothing that is there is written over.
 */
import type { Work } from "../platform/database/work.ts";
import type { FileProblem } from "../platform/tabular/table.ts";
import { readHead } from "../people/import-head.ts";
import { protectedAmong } from "../people/import.store.ts";
import { placeOf } from "../people/import-columns.rules.ts";
import { isId, newId, type Id } from "../shared/ids.ts";
import { done, NotFound, refused, type Reason, type Result } from "../shared/result.ts";
import { mayTakeOver } from "./access.ts";
import { followEmployment } from "./follow-employment.ts";
import { lockPeople } from "./store.ts";
import { compareTakeOver } from "./take-over-compare.ts";
import {
  checkTakeOverColumns,
  takeOverColumnsFor,
  type TakeOverColumnProblem,
  type TakeOverColumns,
} from "./take-over-row.rules.ts";
import {
  addTakeOver,
  changeTakeOver,
  peopleToPlace,
  placeStaged,
  savedColumns,
  saveColumns,
  takeOverById,
  type TakeOver,
  type TakeOverState,
} from "./take-over.store.ts";

const SAMPLE_ROWS = 20;
const LONGEST_FILENAME = 200;

/** Takes a file in: it is read through, so that what is wrong with it as a whole shows at once. The columns are then to be confirmed. */
export async function beginTakeOver(
  work: Work,
  input: { readonly filename: string; readonly bytes: Uint8Array },
): Promise<Result<Id, FileProblem>> {
  if (!work.actor || !mayTakeOver(work.actor)) throw new NotFound("take-over");
  const head = await readHead(input.bytes);
  if (!head.ok) return head;
  const { format, header, sample } = head.value;
  const mapping = takeOverColumnsFor(await savedColumns(work), header, sample);
  const id = newId();
  await addTakeOver(work, {
    id,
    accountId: work.actor.accountId,
    origin: "file",
    filename: input.filename.normalize("NFC").slice(-LONGEST_FILENAME),
    file: input.bytes,
    format,
    header,
    sample: await sampleToShow(work, mapping, header, sample),
    mapping,
  });
  return done(id);
}

/** The first rows as they may be shown: nobody with protected identity (ORG-7), and columns of personnummer empty. */
async function sampleToShow(
  work: Work,
  { columns, dropped }: TakeOver["mapping"],
  header: readonly string[],
  sample: TakeOver["sample"],
): Promise<TakeOver["sample"]> {
  const cellOf = (row: readonly string[], column: string | undefined): string =>
    column === undefined ? "" : (row[placeOf(header, column)] ?? "").trim();
  const marks = sample.map((row) => [
    cellOf(row, columns.employmentNumber),
    cellOf(row, columns.name).toLowerCase(),
  ]);
  const hidden = await protectedAmong(
    work,
    marks.map(([number = ""]) => number),
    marks.map(([, name = ""]) => name),
  );
  const empty = new Set(dropped.map((column) => header.indexOf(column)));
  return sample
    .filter((_, at) => !(marks[at] ?? []).some((mark) => hidden.has(mark)))
    .slice(0, SAMPLE_ROWS)
    .map((row) => row.map((cell, at) => (empty.has(at) ? "" : cell)));
}

/** Begins from the titles that the HR system's file has given the employments: what they mean shows at once. */
export async function beginFromTitles(work: Work): Promise<Id> {
  if (!work.actor || !mayTakeOver(work.actor)) throw new NotFound("take-over");
  const id = newId();
  await addTakeOver(work, {
    id,
    accountId: work.actor.accountId,
    origin: "titles",
    filename: TITLES_SOURCE,
    file: null,
    format: {},
    header: [],
    sample: [],
    mapping: { columns: {}, dropped: [] },
  });
  const compared = await compareTakeOver(work, await toChange(work, id));
  if (!compared.ok) throw new Error("titles are no file that can be refused");
  await changeTakeOver(work, id, { state: "preview", ...compared.value });
  return id;
}

/** What a placement that was taken over from the titles says that it comes from. */
export const TITLES_SOURCE = "titeln i HR-systemet";

/** The take-over, held so that two who change it take turns. */
async function toChange(work: Work, takeOverId: string): Promise<TakeOver> {
  const found =
    mayTakeOver(work.actor) && isId(takeOverId) ? await takeOverById(work, takeOverId, true) : undefined;
  if (!found) throw new NotFound("take-over");
  return found;
}

export type TakeOverChangeCode = TakeOverColumnProblem | FileProblem | "too-late";

/** Says how the columns are read, in this file and the next, and works out what each row would do. */
export async function confirmColumns(
  work: Work,
  takeOverId: string,
  columns: TakeOverColumns,
): Promise<Result<void, TakeOverChangeCode>> {
  const found = await toChange(work, takeOverId);
  if (found.state !== "mapping") return refused({ code: "too-late" });
  const { dropped } = found.mapping;
  const checked = checkTakeOverColumns(columns, found.header, found.sample);
  // The cells of a dropped column are empty in the kept sample.
  const identity = Object.entries(columns).flatMap(([field, column]) =>
    dropped.includes(column) && !checked.some((reason) => reason.field === field)
      ? [{ code: "personal-identity-column" as const, field, data: { column } }]
      : [],
  );
  const reasons: Reason<TakeOverChangeCode>[] = [...checked, ...identity];
  if (reasons.length > 0) return refused(...reasons);
  const mapping = { columns, dropped };
  const compared = await compareTakeOver(work, { ...found, mapping });
  if (!compared.ok) return compared;
  await changeTakeOver(work, found.id, {
    state: "preview",
    mapping,
    ...compared.value,
    changedSince: false,
  });
  await saveColumns(work, { columns, seen: found.header });
  return done(undefined);
}

export type TakeOverConfirmCode = "unreadable-not-confirmed" | "looked-at-another" | "too-late" | FileProblem;

/**
 * Carries out what the preview showed, all of it or nothing. Rows that can't be read must be said yes to leaving out. Where what is there has
 * changed since, nothing is done and the preview is shown anew: false.
 */
export async function confirmTakeOver(
  work: Work,
  takeOverId: string,
  answers: { readonly leaveOut: boolean; readonly fingerprint: string },
): Promise<Result<boolean, TakeOverConfirmCode>> {
  const found = await toChange(work, takeOverId);
  const { id, state, counts, fingerprint } = found;
  if (state !== "preview" || !counts || !work.actor) return refused({ code: "too-late" });
  const reasons: Reason<TakeOverConfirmCode>[] = [];
  if (answers.fingerprint !== fingerprint) reasons.push({ code: "looked-at-another" });
  if (counts.unreadable > 0 && !answers.leaveOut)
    reasons.push({
      code: "unreadable-not-confirmed",
      field: "leaveOut",
      data: { count: counts.unreadable },
    });
  if (reasons.length > 0) return refused(...reasons);
  await lockPeople(work, await peopleToPlace(work, id));
  const compared = await compareTakeOver(work, found);
  if (!compared.ok) return compared;
  if (compared.value.fingerprint !== fingerprint) {
    await changeTakeOver(work, id, { state: "preview", ...compared.value, changedSince: true });
    return done(false);
  }
  const personIds = await peopleToPlace(work, id);
  await placeStaged(work, id, work.actor.accountId);
  await followEmployment(work, { personIds });
  await changeTakeOver(work, id, { state: "done", counts: compared.value.counts });
  return done(true);
}

const NOT_OVER: readonly TakeOverState[] = ["mapping", "preview"];

/** Leaves the take-over: its file and rows go, and nothing has changed. */
export async function cancelTakeOver(work: Work, takeOverId: string): Promise<Result<void, "too-late">> {
  const { id, state } = await toChange(work, takeOverId);
  if (!NOT_OVER.includes(state)) return refused({ code: "too-late" });
  await changeTakeOver(work, id, { state: "cancelled" });
  return done(undefined);
}

/** Back from the preview to how the columns are read. */
export async function reviseColumns(work: Work, takeOverId: string): Promise<Result<void, "too-late">> {
  const { id, state, origin } = await toChange(work, takeOverId);
  if (state !== "preview" || origin !== "file") return refused({ code: "too-late" });
  await changeTakeOver(work, id, { state: "mapping" });
  return done(undefined);
}
