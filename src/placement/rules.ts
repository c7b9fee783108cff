/**
 * Placements (PLC-1, PLC-2, PLC-5, PLC-6): a person in a model at a level, and perhaps a track, from the day of a dialogue. A step
 * outward, inward or sideways is the same decision: nothing here compares levels.
 */
import type { Id } from "../shared/ids.ts";
import { holds, isDay, overlap, type DateRange, type LocalDate } from "../shared/local-date.ts";
import { done, refused, type Reason, type Result } from "../shared/result.ts";
import type { FormalType } from "../career-model/rules.ts";

/** What a decision can rest on. Placements that go on by themselves have bases of their own, which nobody chooses. */
export const DIALOGUE_BASES = ["first-introduction", "development-talk", "introduction-talk"] as const;
export type DialogueBasis = (typeof DIALOGUE_BASES)[number];

/**
 * Why a placement has the words and the level that it has: a dialogue, a return, that the person took it along, or that it was there before
 * Vidga.
 */
export type PlacementBasis = DialogueBasis | "return" | "hand-over" | "taken-over";

/** INT-4: that a placement was taken over, and isn't confirmed in a dialogue yet. */
export type TakenOver = {
  /** Where it stood before, in words. */
  readonly source: string;
  /** When it was taken over: an instant, ISO. */
  readonly at: string;
  /** The name of whoever took it over; empty when it is somebody with protected identity (ORG-7). */
  readonly by: string;
};

/** How a requirement that isn't met would be: by a paper of this kind, by time, in the talk; or it waits for a check, was handed back, or has run out. */
export type MetBy = FormalType | "talk" | "waiting" | "returned" | "expired";

/** A requirement that isn't met, or a group of which `more` members are needed, as a decision keeps it. `on` is the day from which time meets it, or until which it was met. */
export type Unmet =
  | { readonly text: string; readonly by: MetBy; readonly on: LocalDate | null }
  | { readonly more: number; readonly of: readonly Unmet[] };

/** What isn't met of what a place asks for. */
export type UnmetAt = {
  readonly level: string;
  readonly track: string | null;
  readonly unmet: readonly Unmet[];
};

/** PLC-3: what a move was made in spite of, and why; the empty text and nothing for most. */
export type Over = { readonly despite: string; readonly unmet: readonly UnmetAt[] };
export const NOTHING_OVER: Over = { despite: "", unmet: [] };

/** Why a placement ended: a new decision, put right, left the employer, another profession, another authority. */
export type Ending = "moved" | "corrected" | "left" | "profession" | "authority";

/** What the employee has answered so far: nothing, that they have read it, or another view (which then stays). */
export type Answer = "awaiting" | "acknowledged" | "other-view";

/** PLC-2: months after a placement ended within which someone who comes back into the profession gets it back. */
export const RETENTION_MONTHS = 24;

/** Longest motivation, and longest view of the employee's own, in characters. */
export const LONGEST_MOTIVATION = 2000;
export const LONGEST_VIEW = 4000;

/** A version of a model as placements need it: when it is in force, its levels, and the tracks that run in each. */
export type VersionShape = DateRange & {
  readonly versionId: Id;
  readonly levels: readonly { readonly levelId: Id; readonly tracks: readonly { readonly trackId: Id }[] }[];
};

/** A placement that counts, in a person's history in one model. */
export type PlacementRecord = DateRange & {
  readonly id: Id;
  readonly versionId: Id;
  readonly levelId: Id;
  readonly trackId: Id | null;
  readonly endedBecause: Ending | null;
  readonly authorityId: Id | null;
  readonly takenOver: TakenOver | null;
};

/** What a manager has written, as typed. `place` is a level, or a level and a track: see `readPlace`. */
export type Draft = {
  readonly place: string;
  readonly dialogueOn: string;
  readonly basis: string;
  readonly motivation: string;
};

/** A level and perhaps a track as one value of one choice, and back. */
export const writePlace = (levelId: Id, trackId: Id | null): string =>
  trackId ? `${levelId}:${trackId}` : levelId;
export function readPlace(place: string): { levelId: string; trackId: string | null } {
  const [levelId = "", trackId] = place.split(":");
  return { levelId, trackId: trackId ?? null };
}

export type DecisionCode =
  | "missing"
  | "not-a-day"
  | "day-in-future"
  | "before-employment"
  | "not-in-profession"
  | "no-version"
  | "unknown-level"
  | "unknown-track"
  | "unknown-basis"
  | "too-long"
  | "bad-character"
  | "self"
  | "overlaps"
  | "placed-elsewhere"
  | "same-place"
  | "nothing-to-correct";

export type Deciding = {
  readonly today: LocalDate;
  readonly personId: Id;
  readonly decidedBy: Id;
  readonly draft: Draft;
  /** When the person works in the model's profession, within the authority that decides. */
  readonly employments: readonly DateRange[];
  readonly versions: readonly VersionShape[];
  /** The person's placements in the model that count, in any authority. */
  readonly history: readonly PlacementRecord[];
  readonly authorityId: Id | null;
  /** The latest placement, when the decision is to put it right instead of following on it. */
  readonly corrects: Id | null;
};

/** What is to be saved: a new placement, and what it does to the earlier ones. */
export type Decided = {
  readonly versionId: Id;
  readonly levelId: Id;
  readonly trackId: Id | null;
  readonly from: LocalDate;
  readonly basis: DialogueBasis;
  readonly motivation: string;
  /** Kept in the history, no longer counted. */
  readonly corrected: readonly Id[];
  /** Ends the day that the new one begins. */
  readonly closed: Id | null;
};

const isBasis = (text: string): text is DialogueBasis => (DIALOGUE_BASES as readonly string[]).includes(text);

/** Control characters other than line breaks and tabs: the database refuses some, and no reader sees any. */
const CONTROL = /[^\P{Cc}\n\r\t]/u;

/** What is wrong with a text that somebody wrote in their own words: required, not too long, readable. */
export function checkWords(
  field: string,
  text: string,
  max: number,
): Reason<"missing" | "too-long" | "bad-character">[] {
  if (text.trim() === "") return [{ code: "missing", field }];
  const reasons: Reason<"too-long" | "bad-character">[] = [];
  if (text.length > max) reasons.push({ code: "too-long", field, data: { max, length: text.length } });
  if (CONTROL.test(text) || !text.isWellFormed()) reasons.push({ code: "bad-character", field });
  return reasons;
}

/**
 * PLC-1, PLC-5, PLC-6, ORG-4: decides a placement, in force from the day of the dialogue, or gives every reason against it. A later
 * decision closes the present placement that day; a second one of the same day puts the first right. What was taken over stands in no
 * decision's way (INT-4): the same place confirms it, and a dialogue before it puts it right.
 */
export function decidePlacement(deciding: Deciding): Result<Decided, DecisionCode> {
  const { draft, decidedBy, personId } = deciding;
  const reasons: Reason<DecisionCode>[] = [];
  if (decidedBy === personId) reasons.push({ code: "self" });
  const day = checkDay(deciding);
  const version = typeof day === "string" ? deciding.versions.find((each) => holds(each, day)) : undefined;
  const place = checkPlace(draft.place, version);
  if (typeof day !== "string") reasons.push(...day);
  else if (!version) reasons.push(noVersion(deciding.versions));
  if ("code" in place) reasons.push(place);
  if (!isBasis(draft.basis))
    reasons.push({ code: draft.basis ? "unknown-basis" : "missing", field: "basis" });
  reasons.push(...checkWords("motivation", draft.motivation, LONGEST_MOTIVATION));
  const fit = typeof day === "string" ? fitIn(deciding, day) : { reasons: [], corrected: [], closed: null };
  reasons.push(...fit.reasons);
  if (version && !("code" in place) && isUnchanged(deciding, fit.closed, version.versionId, place))
    reasons.push({ code: "same-place", field: "place" });

  if (reasons.length > 0 || typeof day !== "string" || !version || "code" in place || !isBasis(draft.basis))
    return refused(...reasons);
  const { corrected, closed } = fit;
  const { versionId } = version;
  return done({
    versionId,
    ...place,
    from: day,
    basis: draft.basis,
    motivation: draft.motivation.trim(),
    corrected,
    closed,
  });
}

/** The day of the dialogue, when it is one on which a placement can begin; else what is wrong with it. */
function checkDay({ draft, today, employments }: Deciding): LocalDate | Reason<DecisionCode>[] {
  const field = "dialogueOn";
  const day = draft.dialogueOn;
  if (day === "") return [{ code: "missing", field }];
  if (!isDay(day)) return [{ code: "not-a-day", field }];
  if (day > today) return [{ code: "day-in-future", field, data: { today } }];
  if (employments.some((range) => holds(range, day))) return day;
  const first = employments.map((range) => range.from).toSorted()[0];
  return first !== undefined && day < first
    ? [{ code: "before-employment", field, data: { from: first } }]
    : [{ code: "not-in-profession", field }];
}

const noVersion = (versions: readonly VersionShape[]): Reason<DecisionCode> => ({
  code: "no-version",
  field: "dialogueOn",
  data: { from: versions.map((version) => version.from).toSorted()[0] ?? "" },
});

/** The level and track, when the version has them; of a version that is not known only that something was chosen. */
function checkPlace(
  place: string,
  version: VersionShape | undefined,
): { levelId: Id; trackId: Id | null } | Reason<DecisionCode> {
  if (place === "") return { code: "missing", field: "place" };
  const { levelId, trackId } = readPlace(place);
  if (!version) return { levelId, trackId };
  const level = version.levels.find((each) => each.levelId === levelId);
  if (!level) return { code: "unknown-level", field: "place" };
  if (trackId !== null && !level.tracks.some((track) => track.trackId === trackId))
    return { code: "unknown-track", field: "place" };
  return { levelId, trackId };
}

/** How the new placement, from `day` until further notice, stands to the earlier ones. */
function fitIn(
  { history, corrects, authorityId }: Deciding,
  day: LocalDate,
): { reasons: Reason<DecisionCode>[]; corrected: Id[]; closed: Id | null } {
  const wrong = corrects === null ? undefined : history.find((record) => record.id === corrects);
  if (corrects !== null && !wrong)
    return { reasons: [{ code: "nothing-to-correct" }], corrected: [], closed: null };
  const standing = wrong ? without(history, wrong) : history;
  const corrected = wrong ? [wrong.id] : [];
  const touching = standing.filter((record) => overlap(record, { from: day, to: null }));
  if (touching.some((record) => record.authorityId !== authorityId))
    return { reasons: [{ code: "placed-elsewhere" }], corrected: [], closed: null };
  const touched = touching.filter((record) => record.takenOver === null || record.from <= day);
  corrected.push(...touching.filter((record) => !touched.includes(record)).map((record) => record.id));
  const [only] = touched;
  if (!only) return { reasons: [], corrected, closed: null };
  if (touched.length > 1 || only.from > day) {
    const data = { from: only.from, to: only.to ?? "" };
    return { reasons: [{ code: "overlaps", field: "dialogueOn", data }], corrected: [], closed: null };
  }
  return only.from === day
    ? { reasons: [], corrected: [...corrected, only.id], closed: null }
    : { reasons: [], corrected, closed: only.id };
}

/** The history as it would have been without a wrong placement: the one that it closed would have gone on. */
const without = (history: readonly PlacementRecord[], wrong: PlacementRecord): PlacementRecord[] =>
  history
    .filter((record) => record !== wrong)
    .map((record) =>
      record.to === wrong.from && record.endedBecause === "moved"
        ? { ...record, to: null, endedBecause: null }
        : record,
    );

/** Is it a new decision that says what the present one says already? Then there is nothing to decide, save to confirm what was taken over. */
function isUnchanged(
  { history, corrects }: Deciding,
  closed: Id | null,
  versionId: Id,
  place: { levelId: Id; trackId: Id | null },
): boolean {
  const present = corrects === null ? history.find((record) => record.id === closed) : undefined;
  return (
    present?.takenOver === null &&
    present.versionId === versionId &&
    present.levelId === place.levelId &&
    present.trackId === place.trackId
  );
}
