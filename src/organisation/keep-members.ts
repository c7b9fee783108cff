/**
 * Memberships in associations (ORG-1). An association's administrators offer them and end them; the member's own take them up or
 * decline. Figures follow from what a member freezes.
 */
import { isDay, type LocalDate } from "../shared/local-date.ts";
import { done, NotFound, refused, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { mayKeepMembers, mayKeepOrganisation, mayReadMemberTimes } from "./access.ts";
import { offer, type OfferCode, type WantedMember } from "./found-organisation.ts";
import {
  declineOffer,
  endMemberTime,
  holdMembers,
  memberTimes,
  takeUpOffer,
  type MemberTimes,
} from "./membership.store.ts";
import { organisations } from "./store.ts";

/** An association's members and its offers that wait. `hold` keeps them as they are until the transaction ends. */
export async function viewMemberTimes(work: Work, hold = false): Promise<MemberTimes> {
  if (!mayReadMemberTimes(work.actor, work.tenant)) throw new NotFound("members");
  if (hold) await holdMembers(work);
  return memberTimes(work, "association");
}

/** Offers a membership in the association that the work is for. */
export async function offerMembership(work: Work, wanted: WantedMember): Promise<Result<void, OfferCode>> {
  if (!mayKeepMembers(work.actor, work.tenant)) throw new NotFound("members");
  await holdMembers(work);
  const offered = await offer(work.tx, await organisations(work.tx), work.tenant, wanted);
  return offered.ok ? done(undefined) : offered;
}

/** Ends a member's time: `to` is the first day outside. What it has given stays. An offer that waits is taken back. */
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

/** The associations that the organisation is in, and those that ask it to be. */
export async function viewMemberships(work: Work): Promise<MemberTimes> {
  if (!mayKeepOrganisation(work.actor)) throw new NotFound("memberships");
  return memberTimes(work, "member");
}

/** The organisation's answer to an association that has asked it to be a member. Throws NotFound when it has not, or no longer. */
export async function answerOffer(
  work: Work,
  association: string,
  answer: "take-up" | "decline",
): Promise<void> {
  if (!mayKeepOrganisation(work.actor)) throw new NotFound("memberships");
  const asking = (await organisations(work.tx)).find((each) => each.slug === association);
  if (!asking) throw new NotFound("offer");
  const offered = { associationId: asking.id, memberId: work.organisationId };
  const answered = answer === "take-up" ? takeUpOffer : declineOffer;
  if (!(await answered(work.tx, offered))) throw new NotFound("offer");
}
