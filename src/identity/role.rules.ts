/** What a given role needs to be given: a scope, a reason, an end (ORG-8). */
import { GIVEN_ROLES, type GivenRole } from "../shared/actor.ts";
import { isId, type Id } from "../shared/ids.ts";
import { addMonths, isDay, type LocalDate } from "../shared/local-date.ts";
import type { Reason } from "../shared/result.ts";

export type WantedGrant = {
  readonly role: string;
  readonly unitId: Id | null;
  readonly professionIds: readonly Id[];
  /** HR partner: the employment number of the person whose case it is, already looked up; null when nobody has it. */
  readonly personId: Id | null;
  readonly reason: string;
  readonly from: LocalDate;
  /** The last day, as people say it; null is until further notice. */
  readonly lastDay: LocalDate | null;
};

export type GrantCode =
  | "role-missing"
  | "unit-missing"
  | "professions-missing"
  | "person-missing"
  | "reason-missing"
  | "too-long"
  | "not-a-day"
  | "end-missing"
  | "ends-before-it-begins"
  | "case-too-long";

/** An HR partner's case is helped with for at most this long; then it is given anew. */
export const LONGEST_CASE_MONTHS = 6;
const LONGEST_REASON = 500;

const isRole = (text: string): text is GivenRole => (GIVEN_ROLES as readonly string[]).includes(text);

/** Every reason why the role cannot be given so; none means that it can. */
export function checkGrant(wanted: WantedGrant): Reason<GrantCode>[] {
  const reasons: Reason<GrantCode>[] = [];
  const { role, from, lastDay } = wanted;
  if (!isRole(role)) reasons.push({ code: "role-missing", field: "role" });
  if (role === "rollout_lead" && !isId(wanted.unitId)) reasons.push({ code: "unit-missing", field: "unit" });
  if (role === "union_representative" && wanted.professionIds.length === 0)
    reasons.push({ code: "professions-missing", field: "professions" });
  if (!isDay(from)) reasons.push({ code: "not-a-day", field: "from" });
  if (lastDay !== null && !isDay(lastDay)) reasons.push({ code: "not-a-day", field: "lastDay" });
  else if (lastDay !== null && lastDay < from)
    reasons.push({ code: "ends-before-it-begins", field: "lastDay" });
  if (wanted.reason.length > LONGEST_REASON)
    reasons.push({ code: "too-long", field: "reason", data: { max: LONGEST_REASON } });
  if (role === "hr_partner") {
    if (!isId(wanted.personId)) reasons.push({ code: "person-missing", field: "person" });
    if (wanted.reason.trim() === "") reasons.push({ code: "reason-missing", field: "reason" });
    if (lastDay === null) reasons.push({ code: "end-missing", field: "lastDay" });
    else if (isDay(from) && isDay(lastDay) && lastDay >= addMonths(from, LONGEST_CASE_MONTHS))
      reasons.push({ code: "case-too-long", field: "lastDay", data: { months: LONGEST_CASE_MONTHS } });
  }
  return reasons;
}
