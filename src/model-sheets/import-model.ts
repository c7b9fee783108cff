/**
 * A model from a spreadsheet (MOD-15): taken in and looked at, its reading corrected, and then all of it as a draft, or nothing. Vidga's own
 * list is read exactly; what others have laid out is read as people say.
 */
import { professions } from "../organisation/store.ts";
import type { FileProblem } from "../platform/tabular/table.ts";
import type { Sheet } from "../platform/tabular/sheets.ts";
import { columnName } from "../platform/tabular/xlsx-cells.ts";
import type { Work } from "../platform/database/work.ts";
import { isId, newId, type Id } from "../shared/ids.ts";
import { done, NotFound, refused, type Reason, type Result } from "../shared/result.ts";
import { mayWriteModels } from "../career-model/access.ts";
import { saveVersion, type AddedVersion, type AddVersionCode } from "../career-model/add-version.ts";
import { freeKey, keyOf } from "../career-model/key.rules.ts";
import type { ModelFile } from "../career-model/model-file-content.ts";
import {
  addModelImport,
  finishModelImport,
  leaveModelImports,
  modelImportById,
  saveReading,
  structuresWhole,
  type KeptReading,
  type KnownStructure,
  type ModelImport,
} from "./store.ts";
import { findIn, type Found } from "./found.rules.ts";
import { modelOf, type SheetChoices, type SheetModelCode } from "./model-of-found.ts";
import { guessReading, unreadSheet, type Reading } from "./reading.rules.ts";
import { openModelSheets, ownListIn, readOwnList, type OwnList } from "./read-sheets.ts";
import type { CellCode } from "./read-list.ts";
import { models, type ModelWithVersions } from "../career-model/store.ts";
import { holdModels } from "../career-model/version.store.ts";

const LONGEST_FILENAME = 200;

/** Takes a file in. What is wrong with it as a whole refuses it; what its cells say is looked at next. */
export async function beginModelImport(
  work: Work,
  input: { readonly filename: string; readonly bytes: Uint8Array },
): Promise<Result<Id, FileProblem>> {
  if (!work.actor || !mayWriteModels(work.actor)) throw new NotFound("models");
  const sheets = await openModelSheets(input.bytes);
  if (!sheets.ok) return sheets;
  const id = newId();
  await addModelImport(work, {
    id,
    accountId: work.actor.accountId,
    filename: input.filename.normalize("NFC").slice(-LONGEST_FILENAME),
    file: input.bytes,
    reading: ownListIn(sheets.value) ? null : await firstReading(work, sheets.value),
  });
  return done(id);
}

async function firstReading(work: Work, sheets: readonly Sheet[]): Promise<KeptReading> {
  const known = await structuresWhole(work);
  const names = known.flatMap(({ structure }) => structure.levels.map(({ name }) => name));
  const reading = guessReading(sheets, names) ?? unreadSheet(sheets, 0);
  return { ...reading, structureId: likest(known, foundIn(sheets, reading).levels) };
}

/** The structure that has all of these levels, if any. */
function likest(known: readonly KnownStructure[], levels: readonly string[]): Id | null {
  const names = levels.map((name) => name.toLowerCase());
  const has = ({ structure }: KnownStructure) =>
    names.length > 0 &&
    names.every((name) => structure.levels.some((level) => level.name.toLowerCase() === name));
  return known.find(has)?.id ?? null;
}

/** What a reading finds in its sheet. */
export function foundIn(sheets: readonly Sheet[], reading: Reading): Found {
  const sheet = sheets[reading.sheet] ?? { rows: [] };
  return findIn(sheet, reading, (column, row) => `${columnName(column)}${row}`);
}

/** A file that is looked at: Vidga's own list, or somebody's sheets with how they are read. */
export type OpenImport = Pick<ModelImport, "id" | "filename" | "revision"> &
  (
    | { readonly own: OwnList }
    | { readonly own: null; readonly sheets: readonly Sheet[]; readonly reading: KeptReading }
  );

/** The import, while it is looked at. `hold` keeps it for the rest of the transaction. */
export async function openImport(work: Work, importId: string, hold = false): Promise<OpenImport> {
  const found =
    mayWriteModels(work.actor) && isId(importId) ? await modelImportById(work, importId, hold) : undefined;
  if (!found?.file) throw new NotFound("import");
  const sheets = await openModelSheets(found.file);
  if (!sheets.ok) throw new Error("a file that was taken in can't be read again");
  const { id, filename, revision, reading } = found;
  if (reading !== null) return { id, filename, revision, own: null, sheets: sheets.value, reading };
  const own = ownListIn(sheets.value);
  if (!own) throw new Error("the list that was taken in is gone");
  return { id, filename, revision, own };
}

/** Reads the sheet in another way. Another sheet, or another row of headings, has its columns guessed anew. */
export async function correctReading(
  work: Work,
  importId: string,
  asked: { readonly revision: number; readonly reading: KeptReading },
): Promise<Result<void, "changed-since">> {
  const open = await openImport(work, importId, true);
  if (open.own) throw new NotFound("reading");
  if (open.revision !== asked.revision) return refused({ code: "changed-since" });
  const { sheets, reading: before } = open;
  const { reading } = asked;
  const sheet = sheets[reading.sheet];
  if (!sheet) throw new NotFound("sheet");
  const moved = reading.sheet !== before.sheet;
  const under = sheet.rows.filter(({ number }) => moved || number >= reading.header);
  const guess = moved || reading.header !== before.header ? guessReading([{ rows: under }], []) : null;
  const next =
    guess && (moved || guess.header === reading.header) ? { ...guess, sheet: reading.sheet } : reading;
  await saveReading(work, open.id, {
    ...(moved && !guess ? unreadSheet(sheets, reading.sheet) : next),
    structureId: reading.structureId,
  });
  return done(undefined);
}

/** What is answered when an own list becomes a draft, or a sheet does. */
export type ImportAnswers = {
  readonly revision: number;
  readonly leaveOut: boolean;
  /** Of Vidga's own list: write the draft of that number anew. */
  readonly replaceDraft: boolean;
  readonly professionId: string;
} & Pick<SheetChoices, "structureName" | "levels" | "headings" | "intro">;

export type SaveImportCode =
  AddVersionCode | SheetModelCode | CellCode | "changed-since" | "profession-not-chosen" | "cells-left"; // count

/** The draft, all of it; or every reason against it, and nothing is saved. */
export async function saveModelImport(
  work: Work,
  importId: string,
  answers: ImportAnswers,
): Promise<Result<AddedVersion, SaveImportCode>> {
  const open = await openImport(work, importId, true);
  if (open.revision !== answers.revision) return refused({ code: "changed-since" });
  await holdModels(work);
  const all = await models(work);
  const read = open.own
    ? ownModel(open.own, all, answers.replaceDraft)
    : await chosenModel(work, open, all, answers);
  if (!read.ok) return read;
  const saved = await saveVersion(work, read.value, open.own !== null && answers.replaceDraft);
  if (saved.ok) await finishModelImport(work, open.id, "done");
  return saved;
}

const nextNumber = (model: ModelWithVersions | undefined): number =>
  Math.max(0, ...(model?.versions ?? []).map(({ number }) => number)) + 1;

/** The number that a list's version is saved under: its own, or the next when there is such a version. */
export function numberFor(file: ModelFile, all: readonly ModelWithVersions[], replaceDraft: boolean): number {
  const model = all.find(({ slug }) => slug === file.profession.slug);
  const same = model?.versions.find(({ number }) => number === file.version.number);
  return same && !(replaceDraft && same.status === "draft") ? nextNumber(model) : file.version.number;
}

function ownModel(
  own: OwnList,
  all: readonly ModelWithVersions[],
  replaceDraft: boolean,
): Result<ModelFile, CellCode> {
  const read = readOwnList(own);
  if (!read.ok) return read;
  const number = numberFor(read.value, all, replaceDraft);
  return done({ ...read.value, version: { ...read.value.version, number } });
}

async function chosenModel(
  work: Work,
  open: OpenImport & { readonly own: null },
  all: readonly ModelWithVersions[],
  answers: ImportAnswers,
): Promise<Result<ModelFile, SaveImportCode>> {
  const found = foundIn(open.sheets, open.reading);
  const profession = (await professions(work)).find(({ id }) => id === answers.professionId);
  const model = all.find(
    ({ professionId, status }) => professionId === profession?.id && status !== "withdrawn",
  );
  const known = (await structuresWhole(work)).find(({ id }) => id === open.reading.structureId);
  const read = modelOf(found, {
    ...answers,
    structure: known?.structure ?? null,
    profession: {
      slug: model?.slug ?? freeSlug(profession?.nameSv ?? "modell", all),
      name: profession?.nameSv ?? "",
      nameEn: profession?.nameEn ?? "",
    },
    number: nextNumber(model),
  });
  const reasons: Reason<SaveImportCode>[] = [
    ...(profession ? [] : [{ code: "profession-not-chosen" as const, field: "professionId" }]),
    ...(read.ok ? [] : read.reasons),
    ...(found.faults.length > 0 && !answers.leaveOut
      ? [{ code: "cells-left" as const, field: "leaveOut", data: { count: found.faults.length } }]
      : []),
  ];
  return reasons.length > 0 ? refused(...reasons) : read;
}

/** An address for a new model that no other has. */
const freeSlug = (name: string, all: readonly ModelWithVersions[]): string =>
  freeKey(keyOf(name) || "modell", new Set(all.map(({ slug }) => slug)));

/** How long a file that nobody makes a draft of is kept, in days. */
const KEPT_DAYS = 30;
const DAY_MS = 24 * 3_600_000;

/** Leaves the files of one organisation that were taken in long ago and never became drafts, as periodic background work. */
export const leaveAbandonedImports = (work: Work): Promise<void> =>
  leaveModelImports(work, new Date(work.now.getTime() - KEPT_DAYS * DAY_MS));

/** Leaves the file: it goes, and nothing has changed. */
export async function cancelModelImport(work: Work, importId: string): Promise<void> {
  const { id } = await openImport(work, importId, true);
  await finishModelImport(work, id, "cancelled");
}
