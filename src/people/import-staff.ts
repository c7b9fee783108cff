/** What HR handlers and administrators do with a staff import (INT-1): begin it, say how its columns are read, confirm what it changes, or leave it. */
import type { Work } from "../platform/database/work.ts";
import { enqueue } from "../platform/jobs/jobs.ts";
import type { FileProblem } from "../platform/tabular/table.ts";
import { isId, newId, type Id } from "../shared/ids.ts";
import { done, NotFound, refused, type Reason, type Result } from "../shared/result.ts";
import { mayImportStaff } from "./access.ts";
import type { Mapping, StaffField } from "./import-fields.rules.ts";
import { placeOf } from "./import-columns.rules.ts";
import { readHead } from "./import-head.ts";
import { checkMapping, type MappingProblem } from "./import-mapping.rules.ts";
import { progressAt } from "./import-progress.rules.ts";
import { asksForLeavers } from "./import-question.rules.ts";
import { mappingFor } from "./import-saved-mapping.rules.ts";
import { readFlag } from "./import-values.rules.ts";
import {
  addImport,
  changeImport,
  clearStaged,
  importById,
  protectedAmong,
  saveMapping,
  saveProgress,
  savedMapping,
  type ImportState,
  type StaffImport,
} from "./import.store.ts";

export const IMPORT_TASK = "staff-import";

/** So many of the first rows are kept for people to see. */
const SAMPLE_ROWS = 20;
const LONGEST_FILENAME = 200;

export type BeginCode = FileProblem | "missing";

/** Takes a file in: it is read through, so that what is wrong with it as a whole shows at once. The columns are then to be confirmed. */
export async function beginImport(
  work: Work,
  input: { readonly filename: string; readonly bytes: Uint8Array },
): Promise<Result<Id, BeginCode>> {
  if (!work.actor || !mayImportStaff(work.actor)) throw new NotFound("import");
  const head = await readHead(input.bytes);
  if (!head.ok) return head;
  const { header, sample, format } = head.value;
  const mapping = mappingFor(await savedMapping(work), header, sample);
  const id = newId();
  await addImport(work, {
    id,
    accountId: work.actor.accountId,
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
  { columns, dropped }: Mapping,
  header: readonly string[],
  sample: readonly (readonly string[])[],
): Promise<(readonly string[])[]> {
  const people = sample.map((row) => {
    const of = (field: StaffField): string => {
      const column = columns[field];
      return column === undefined ? "" : (row[placeOf(header, column)] ?? "").trim();
    };
    const name = `${of("givenName")} ${of("familyName")}`.trim() || of("fullName");
    return { row, number: of("employmentNumber"), name: name.toLowerCase(), mark: of("protectedIdentity") };
  });
  const hidden = await protectedAmong(
    work,
    people.map(({ number }) => number),
    people.map(({ name }) => name),
  );
  const empty = new Set(dropped.map(({ column }) => header.indexOf(column)));
  return people
    .filter(({ number, name, mark }) => !saysYes(mark) && !hidden.has(number) && !hidden.has(name))
    .slice(0, SAMPLE_ROWS)
    .map(({ row }) => row.map((cell, at) => (empty.has(at) ? "" : cell)));
}

/** A mark that can't be read is taken for one. */
function saysYes(mark: string): boolean {
  const flag = readFlag(mark);
  return !flag.ok || flag.value === true;
}

/** What a dropped column is known by: a number that is nobody's, where the kept sample is empty. */
const IDENTITY_NUMBER = "18900101-9802";

/** The sample as `checkMapping` needs it to know the columns that were dropped for what stood in them. */
const withIdentity = ({ dropped }: Mapping, { header, sample }: StaffImport): string[][] =>
  sample.map((row) =>
    row.map((cell, at) => (dropped.some(({ column }) => column === header[at]) ? IDENTITY_NUMBER : cell)),
  );

/** Has the import worked on in the background; until that begins it waits. */
async function askForWork(work: Work, importId: Id): Promise<void> {
  await saveProgress(work, importId, progressAt("waiting"));
  await enqueue(work.tx, IMPORT_TASK, { slug: work.tenant.slug, importId }, `${IMPORT_TASK} ${importId}`);
}

async function importToChange(work: Work, importId: string): Promise<StaffImport> {
  if (!mayImportStaff(work.actor) || !isId(importId)) throw new NotFound("import");
  const found = await importById(work, importId);
  if (!found) throw new NotFound("import");
  return found;
}

export type ChangeCode = MappingProblem | "too-late";

/** Says how the columns are read, for this file and the next; what it would change is then worked out in the background. */
export async function confirmMapping(
  work: Work,
  importId: string,
  columns: Mapping["columns"],
): Promise<Result<void, ChangeCode>> {
  const found = await importToChange(work, importId);
  const key =
    columns.employmentNumber === undefined && found.mapping.key.by === "identity-hash"
      ? found.mapping.key
      : ({ by: "employment-number" } as const);
  const mapping: Mapping = { columns, key, dropped: found.mapping.dropped };
  const reasons = checkMapping(mapping, found.header, withIdentity(mapping, found));
  if (reasons.length > 0) return refused(...reasons);
  if (!(await changeImport(work, found.id, ["mapping"], { state: "comparing", mapping })))
    return refused({ code: "too-late" });
  await saveMapping(work, { ...mapping, seen: found.header });
  await askForWork(work, found.id);
  return done(undefined);
}

export type ConfirmCode =
  "leavers-not-confirmed" | "unreadable-not-confirmed" | "looked-at-another" | "too-late";

/**
 * Confirms what the preview showed; it is then carried out in the background. More than a tenth of the employments ending, and rows left out, must each
 * be said yes to. `fingerprint` is that of the preview that was looked at.
 */
export async function confirmImport(
  work: Work,
  importId: string,
  answers: { readonly leavers: boolean; readonly leaveOut: boolean; readonly fingerprint: string },
): Promise<Result<void, ConfirmCode>> {
  const { id, counts, state, fingerprint } = await importToChange(work, importId);
  if (state !== "preview" || !counts) return refused({ code: "too-late" });
  const reasons: Reason<ConfirmCode>[] = [];
  if (answers.fingerprint !== fingerprint) reasons.push({ code: "looked-at-another" });
  if (asksForLeavers(counts) && !answers.leavers)
    reasons.push({
      code: "leavers-not-confirmed",
      field: "leavers",
      data: { count: counts.leavers + counts.end },
    });
  if (counts.unreadable > 0 && !answers.leaveOut)
    reasons.push({
      code: "unreadable-not-confirmed",
      field: "leaveOut",
      data: { count: counts.unreadable },
    });
  if (reasons.length > 0) return refused(...reasons);
  const change = { state: "queued", leftOut: counts.unreadable > 0, changedSince: false } as const;
  if (!(await changeImport(work, id, ["preview"], change))) return refused({ code: "too-late" });
  await askForWork(work, id);
  return done(undefined);
}

const BEFORE_IT_IS_CARRIED_OUT: readonly ImportState[] = ["mapping", "comparing", "preview", "queued"];

/** Leaves the import: its file and staged rows go, and nothing else has changed. Not once it is being carried out. */
export async function cancelImport(work: Work, importId: string): Promise<Result<void, "too-late">> {
  const { id } = await importToChange(work, importId);
  if (!(await changeImport(work, id, BEFORE_IT_IS_CARRIED_OUT, { state: "cancelled" })))
    return refused({ code: "too-late" });
  await clearStaged(work, id);
  return done(undefined);
}

/** Back from the preview to how the columns are read. */
export async function reviseMapping(work: Work, importId: string): Promise<Result<void, "too-late">> {
  const { id } = await importToChange(work, importId);
  if (!(await changeImport(work, id, ["preview"], { state: "mapping" })))
    return refused({ code: "too-late" });
  await clearStaged(work, id);
  return done(undefined);
}
