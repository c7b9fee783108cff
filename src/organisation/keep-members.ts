/** An association's members (ORG-1): its administrators admit them and end their time; figures follow from what members freeze. */
import { isDay, type LocalDate } from "../shared/local-date.ts";
import { done, NotFound, refused, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { mayKeepMembers, mayReadMemberTimes } from "./access.ts";
import { admit, type AdmissionCode, type WantedMember } from "./found-organisation.ts";
import { endMemberTime, holdMembers, memberTimes, organisations, type MemberTime } from "./store.ts";

/** Every member, past and coming ones too. `hold` keeps them as they are until the transaction ends. */
export async function viewMemberTimes(work: Work, hold = false): Promise<MemberTime[]> {
  if (!mayReadMemberTimes(work.actor, work.tenant)) throw new NotFound("members");
  if (hold) await holdMembers(work);
  return memberTimes(work);
}

/** Admits a member to the association that the work is for. */
export async function admitToOwn(work: Work, wanted: WantedMember): Promise<Result<void, AdmissionCode>> {
  if (!mayKeepMembers(work.actor, work.tenant)) throw new NotFound("members");
  await holdMembers(work);
  return admit(work.tx, await organisations(work.tx), work.tenant, wanted);
}

/** Ends a member's time: `to` is the first day outside. What it has given stays. */
export async function endMembership(
  work: Work,
  member: string,
  to: LocalDate,
): Promise<Result<void, "not-a-day">> {
  if (!mayKeepMembers(work.actor, work.tenant)) throw new NotFound("members");
  if (!isDay(to)) return refused({ code: "not-a-day", field: "to" });
  await holdMembers(work);
  if (!(await endMemberTime(work, member, to))) throw new NotFound("member");
  return done(undefined);
}
