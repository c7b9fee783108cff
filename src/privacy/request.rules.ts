/** What somebody says of what is held about them (ASM-4): a comment, or a request for correction, and what may be answered. */
import { LONGEST_VIEW, checkWords } from "../placement/rules.ts";
import type { Id } from "../shared/ids.ts";
import type { Reason } from "../shared/result.ts";

/** The kinds of data that a request can be about. */
export const ABOUTS = [
  "register",
  "placements",
  "assessments",
  "evidence",
  "talks",
  "plan",
  "reads",
] as const;
export type About = (typeof ABOUTS)[number];

/** A single record of a kind, by the name that it has when something is said of it. */
export type NamedRecord = { readonly id: Id; readonly name: string };

/** A comment stays beside what it is about; a request for correction is answered as well. */
export const REQUEST_KINDS = ["comment", "correction"] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** It was corrected, or it stays as it is and the words say why. */
export const OUTCOMES = ["corrected", "kept"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type RequestCode = "missing" | "too-long" | "bad-character" | "answered-already";

export const LONGEST = LONGEST_VIEW;

/** Is one of these what was asked for? */
const among = (known: readonly string[], field: string, value: string): Reason<RequestCode>[] =>
  known.includes(value) ? [] : [{ code: "missing", field }];

export const checkRequest = (asked: { kind: string; words: string }): Reason<RequestCode>[] => [
  ...among(REQUEST_KINDS, "kind", asked.kind),
  ...checkWords("words", asked.words, LONGEST),
];

export const checkAnswer = (answer: { outcome: string; words: string }): Reason<RequestCode>[] => [
  ...among(OUTCOMES, "outcome", answer.outcome),
  ...checkWords("words", answer.words, LONGEST),
];
