/** Preparing a whole unit (PLC-5): which rows are only drafts, which are to be decided, and what is wrong with them. */
import { isDay, type LocalDate } from "../shared/local-date.ts";
import type { Reason } from "../shared/result.ts";
import {
  checkWords,
  DIALOGUE_BASES,
  LONGEST_MOTIVATION,
  readPlace,
  writePlace,
  type DecisionCode,
  type Draft,
  type PlacementRecord,
  type VersionShape,
} from "./rules.ts";

export type PreparationCode =
  DecisionCode | "changed-meanwhile" | "placed-meanwhile" | "not-yours" | "none-held";

/** One row as it was sent: what stands in it, what stood in it when the sheet was handed out, and the revision that it was then. */
export type TypedRow = {
  readonly key: string;
  readonly draft: Draft;
  readonly was: string;
  readonly revision: number;
};

/** A draft of a row that nobody has written in. First introduction is what most rows are for. */
export const EMPTY_DRAFT: Draft = { place: "", dialogueOn: "", basis: "first-introduction", motivation: "" };

type ToConfirm = Pick<PlacementRecord, "levelId" | "trackId"> & { readonly motivation: string };

/** INT-4: what was taken over, as a manager confirms it after a dialogue: the same place, with the words that it came with. */
export const draftToConfirm = ({ levelId, trackId, motivation }: ToConfirm): Draft => ({
  place: writePlace(levelId, trackId),
  dialogueOn: "",
  basis: "development-talk",
  motivation,
});

/** A draft as one text, to see whether it was changed. Line breaks are sent as two characters and kept as one. */
export const writeDraft = (draft: Draft): string =>
  JSON.stringify([
    draft.place,
    draft.dialogueOn,
    draft.basis,
    draft.motivation.replaceAll("\r\n", "\n").trim(),
  ]);

export const isSameDraft = (a: Draft, b: Draft): boolean => writeDraft(a) === writeDraft(b);

/** Has the dialogue been held, so that the row is to be decided? A day that is no day is to be corrected, not put off. */
export const isHeld = (draft: Draft, today: LocalDate): boolean =>
  draft.dialogueOn !== "" && (!isDay(draft.dialogueOn) || draft.dialogueOn <= today);

/** What keeps a row from being kept as a draft: it may be unfinished, not unreadable. */
export function checkDraft(draft: Draft, versions: readonly VersionShape[]): Reason<DecisionCode>[] {
  const reasons: Reason<DecisionCode>[] = [];
  if (draft.place !== "" && !versions.some((version) => hasPlace(version, draft.place)))
    reasons.push({ code: "unknown-level", field: "place" });
  if (draft.dialogueOn !== "" && !isDay(draft.dialogueOn))
    reasons.push({ code: "not-a-day", field: "dialogueOn" });
  if (!(DIALOGUE_BASES as readonly string[]).includes(draft.basis))
    reasons.push({ code: "unknown-basis", field: "basis" });
  if (draft.motivation.trim() !== "")
    reasons.push(...checkWords("motivation", draft.motivation, LONGEST_MOTIVATION));
  return reasons;
}

function hasPlace(version: VersionShape, place: string): boolean {
  const { levelId, trackId } = readPlace(place);
  const level = version.levels.find((each) => each.levelId === levelId);
  return level !== undefined && (trackId === null || level.tracks.some((track) => track.trackId === trackId));
}

/** What is saved of a row, when anything is. */
export type Saved = { readonly draft: Draft; readonly revision: number };

/**
 * Did somebody else change the row meanwhile in a way that this sheet would undo? A row that was not touched is nobody's wish, unless it
 * is about to be decided.
 */
export function isStale(row: TypedRow, saved: Saved | null, decided: boolean): boolean {
  if (row.revision === (saved?.revision ?? 0) || isSameDraft(row.draft, saved?.draft ?? EMPTY_DRAFT))
    return false;
  return decided || writeDraft(row.draft) !== row.was;
}

/** Is the row to be written? Nothing is written over with what stands there already. */
export const isChanged = (row: TypedRow, saved: Saved | null): boolean =>
  writeDraft(row.draft) !== row.was && !isSameDraft(row.draft, saved?.draft ?? EMPTY_DRAFT);

/** Reasons about a row, told with the person's name, and led to the row's own fields. */
export const ofRow = (
  key: string,
  name: string,
  reasons: readonly Reason<PreparationCode>[],
): Reason<PreparationCode>[] =>
  reasons.map(({ code, field, data }) => ({
    code,
    field: `${field ?? "place"}-${key}`,
    data: { ...data, person: name, about: field ?? "" },
  }));
