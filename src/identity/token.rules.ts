/** Tokens of integrations: what they are called, how long they hold (INT-3). */
import { addMonths, isDay, type LocalDate } from "../shared/local-date.ts";
import type { Reason } from "../shared/result.ts";
import { isOwnScope, isScope, type Scope } from "../shared/scopes.ts";

export type WantedToken = {
  readonly name: string;
  readonly scopes: readonly string[];
  /** The last day that it holds. */
  readonly lastDay: LocalDate;
  /** Is it made by the account that it acts as? */
  readonly isOwn: boolean;
};

export type TokenCode =
  | "name-missing"
  | "too-long"
  | "scope-missing"
  | "unknown-scope"
  | "not-own-token"
  | "not-a-day"
  | "day-passed"
  | "too-far";

const LONGEST_NAME = 100;
/** Nobody remembers for longer what a token was for. */
export const MOST_MONTHS = 24;
const USUAL_MONTHS = 12;

export const usualLastDay = (today: LocalDate): LocalDate => addMonths(today, USUAL_MONTHS);

/** Every reason why there can be no such token; none means that there can. */
export function checkToken(
  { name, scopes, lastDay, isOwn }: WantedToken,
  today: LocalDate,
): Reason<TokenCode>[] {
  const reasons: Reason<TokenCode>[] = [];
  if (name === "") reasons.push({ code: "name-missing", field: "name" });
  if (name.length > LONGEST_NAME)
    reasons.push({ code: "too-long", field: "name", data: { max: LONGEST_NAME } });
  if (scopes.length === 0) reasons.push({ code: "scope-missing", field: "scopes" });
  for (const scope of scopes.filter((each) => !isScope(each)))
    reasons.push({ code: "unknown-scope", field: "scopes", data: { scope } });
  if (!isOwn && scopes.some(isOwnScope)) reasons.push({ code: "not-own-token", field: "scopes" });
  const latest = isDay(today) ? addMonths(today, MOST_MONTHS) : today;
  if (!isDay(lastDay)) reasons.push({ code: "not-a-day", field: "lastDay" });
  else if (lastDay < today) reasons.push({ code: "day-passed", field: "lastDay" });
  else if (lastDay > latest) reasons.push({ code: "too-far", field: "lastDay", data: { latest } });
  return reasons;
}

/** The scopes among these texts, each once, in the order of the list. */
export const scopesIn = (texts: readonly string[]): Scope[] => [...new Set(texts.filter(isScope))];

/** The last use is written at most this often: reading must not become writing. */
const TOUCH_MS = 60 * 60_000;

export const tokenNeedsTouch = (lastUsedAt: Date | null, now: Date): boolean =>
  lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= TOUCH_MS;
