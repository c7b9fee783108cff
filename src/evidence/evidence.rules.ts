/**
 * Evidence (ASM-2): what shows that somebody meets formal requirements, from when until when it counts (MOD-7, ASM-5), and what may be written down.
 * Ranges are half open: `expiresOn`, `withdrawnOn` and `supersededOn` are the first day on which it counts no longer.
 */
import { addDays, addMonths, isDay, type DateRange, type LocalDate } from "../shared/local-date.ts";
import type { Id } from "../shared/ids.ts";
import type { Reason } from "../shared/result.ts";
import { FORMAL_TYPES, type FormalType } from "../career-model/rules.ts";
import { holdsIdentityNumber } from "../people/import-identity-number.rules.ts";

/** How a piece of evidence was checked: the original was shown, it was looked up in a register, or its files were gone through. */
export const WAYS_TO_CHECK = ["original-shown", "register", "file"] as const;
export type WayToCheck = (typeof WAYS_TO_CHECK)[number];

/** What is done with a piece of evidence, as its history has it (ASM-2). */
export const EVENTS = [
  "added",
  "changed",
  "returned",
  "checked",
  "linked",
  "withdrawn",
  "superseded",
] as const;
export type EventKind = (typeof EVENTS)[number];

/** What its validity rests on. */
export type Dated = {
  readonly issuedOn: LocalDate;
  readonly expiresOn: LocalDate | null;
  readonly returnedOn: LocalDate | null;
  readonly checkedOn: LocalDate | null;
  readonly withdrawnOn: LocalDate | null;
  readonly supersededOn: LocalDate | null;
};

/**
 * ASM-5, MOD-7: the days on which it meets a requirement whose evidence is good for `validMonths` (null: for ever). Null when there are none: what hasn't
 * been checked meets nothing.
 */
export function validity(evidence: Dated, validMonths: number | null): DateRange | null {
  if (evidence.checkedOn === null) return null;
  const ends = [
    evidence.expiresOn,
    evidence.withdrawnOn,
    evidence.supersededOn,
    validMonths === null ? null : addMonths(evidence.issuedOn, validMonths),
  ].filter((day) => day !== null);
  const to = ends.toSorted()[0] ?? null;
  return to !== null && to <= evidence.issuedOn ? null : { from: evidence.issuedOn, to };
}

/** How it stands on a day, before any requirement is asked. */
export type Standing = "waiting" | "returned" | "counts" | "not-yet" | "expired" | "withdrawn" | "superseded";

/** ASM-2, ASM-5: what is withdrawn is so whatever else it is; after that the end that came first says why. */
export function standing(evidence: Dated, day: LocalDate): Standing {
  if (evidence.withdrawnOn !== null && evidence.withdrawnOn <= day) return "withdrawn";
  if (evidence.checkedOn === null) return evidence.returnedOn === null ? "waiting" : "returned";
  const range = validity(evidence, null);
  if (range !== null && day < range.from) return "not-yet";
  if (range !== null && (range.to === null || day < range.to)) return "counts";
  const { expiresOn, supersededOn } = evidence;
  return supersededOn !== null && (expiresOn === null || supersededOn <= expiresOn)
    ? "superseded"
    : "expired";
}

/** What is written down about a piece of evidence, as it was typed: dates that aren't days are refused. */
export type EvidenceDraft = {
  readonly kind: string;
  readonly what: string;
  readonly issuedOn: string;
  /** The first day on which it is good no longer; null for none. */
  readonly expiresOn: string | null;
  /** Experience elsewhere: the first day after it, and the profession. */
  readonly untilOn: string | null;
  readonly professionId: Id | null;
  readonly seenWhere: string;
  /** The requirements that it meets, by identity. */
  readonly itemIds: readonly Id[];
};

export type CheckDraft = { readonly how: string; readonly checkedOn: string; readonly source: string };

export const LONGEST = { what: 300, seenWhere: 1000, source: 300, words: 2000 } as const;
export const MOST_REQUIREMENTS = 100;

export type EvidenceCode =
  | "missing"
  | "too-long"
  | "not-a-kind"
  | "not-a-day"
  | "in-future"
  | "ends-before-it-begins"
  | "ends-in-future"
  | "identity-number"
  | "not-a-requirement"
  | "not-a-profession"
  | "not-a-way"
  | "no-file"
  | "checked-before-issued";

const isKind = (text: string): text is FormalType => FORMAL_TYPES.some((each) => each === text);

/** A free text: within its length, and without anybody's personnummer, which certificates often carry and Vidga never keeps (ORG-3). */
export function checkFreeText(
  field: string,
  text: string,
  max: number,
  required = false,
): Reason<EvidenceCode>[] {
  if (text === "") return required ? [{ code: "missing", field }] : [];
  if (text.length > max) return [{ code: "too-long", field, data: { max } }];
  return holdsIdentityNumber(text) ? [{ code: "identity-number", field }] : [];
}

function checkDay(field: string, day: string, today: LocalDate): Reason<EvidenceCode>[] {
  if (day === "") return [{ code: "missing", field }];
  if (!isDay(day)) return [{ code: "not-a-day", field }];
  return day > today ? [{ code: "in-future", field }] : [];
}

/**
 * ASM-2: may this be written down as evidence? What was issued after today may not, nor what expires before it begins. What has expired already may: it is history,
 * and meets nothing today. Gives every reason at once.
 */
export function checkEvidence(draft: EvidenceDraft, today: LocalDate): Reason<EvidenceCode>[] {
  const reasons: Reason<EvidenceCode>[] = [];
  if (draft.kind === "") reasons.push({ code: "missing", field: "kind" });
  else if (!isKind(draft.kind)) reasons.push({ code: "not-a-kind", field: "kind" });
  reasons.push(...checkFreeText("what", draft.what, LONGEST.what, true));
  const issued = checkDay("issuedOn", draft.issuedOn, today);
  reasons.push(...issued);
  const end = (field: "expiresOn" | "untilOn", day: string | null) => {
    if (day === null) return;
    if (!isDay(day)) reasons.push({ code: "not-a-day", field });
    else if (issued.length === 0 && day <= draft.issuedOn)
      reasons.push({ code: "ends-before-it-begins", field });
  };
  if (draft.kind === "experience") {
    if (draft.untilOn === null) reasons.push({ code: "missing", field: "untilOn" });
    end("untilOn", draft.untilOn);
    // The first day after it may be tomorrow, no later.
    if (draft.untilOn !== null && isDay(draft.untilOn) && draft.untilOn > addDays(today, 1))
      reasons.push({ code: "ends-in-future", field: "untilOn" });
    if (draft.professionId === null) reasons.push({ code: "missing", field: "professionId" });
  } else end("expiresOn", draft.expiresOn);
  reasons.push(...checkFreeText("seenWhere", draft.seenWhere, LONGEST.seenWhere));
  if (draft.itemIds.length > MOST_REQUIREMENTS)
    reasons.push({ code: "not-a-requirement", field: "requirements" });
  return reasons;
}

/**
 * ASM-2: how, when and where it was checked: not after today, and not before it was issued. A register is named, and there are files where they are what was
 * gone through.
 */
export function checkChecking(
  check: CheckDraft,
  { issuedOn, hasFiles }: { readonly issuedOn: LocalDate; readonly hasFiles: boolean },
  today: LocalDate,
): Reason<EvidenceCode>[] {
  const reasons: Reason<EvidenceCode>[] = [];
  if (check.how === "") reasons.push({ code: "missing", field: "how" });
  else if (!WAYS_TO_CHECK.some((each) => each === check.how))
    reasons.push({ code: "not-a-way", field: "how" });
  else if (check.how === "file" && !hasFiles) reasons.push({ code: "no-file", field: "how" });
  const day = checkDay("checkedOn", check.checkedOn, today);
  reasons.push(...day);
  if (day.length === 0 && isDay(issuedOn) && check.checkedOn < issuedOn)
    reasons.push({ code: "checked-before-issued", field: "checkedOn" });
  reasons.push(...checkFreeText("source", check.source, LONGEST.source, check.how === "register"));
  return reasons;
}
