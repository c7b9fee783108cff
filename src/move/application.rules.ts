/** Applying for a move (PLC-4): neither duty nor right, so it can be declined for need, and says so. */
import { checkWords, LONGEST_VIEW } from "../placement/rules.ts";
import type { Reason } from "../shared/result.ts";

/** Why an application is declined. */
export const DECLINED_FOR = ["need", "requirements", "other"] as const;
export type DeclinedFor = (typeof DECLINED_FOR)[number];

/** How an application ended. `lapsed`: the person left the profession, or for another authority. */
export type ApplicationOutcome = "granted" | "declined" | "withdrawn" | "lapsed";

export const LONGEST_WORDS = LONGEST_VIEW;

export type ApplicationCode =
  | "missing"
  | "too-long"
  | "bad-character"
  | "unknown-level"
  | "same-place"
  | "applied-already"
  | "answered-already";

/** What is wrong with an answer that declines. */
export const checkDecline = (declining: {
  readonly declinedFor: string;
  readonly answer: string;
}): Reason<ApplicationCode>[] => [
  ...((DECLINED_FOR as readonly string[]).includes(declining.declinedFor)
    ? []
    : [{ code: "missing", field: "declinedFor" } as const]),
  ...checkWords("answer", declining.answer, LONGEST_WORDS),
];
