/** Memberships in associations over the API, from both sides (INT-3, ORG-1). */
import { z } from "zod";
import { answerTo, created, ok } from "../platform/http/api/answer.ts";
import { json, operation, type Operation } from "../platform/http/api/operation.ts";
import { day } from "../platform/http/api/schemas.ts";
import { NotFound } from "../shared/result.ts";
import { mayKeepMembers } from "./access.ts";
import {
  answerOffer,
  endMembership,
  offerMembership,
  viewMemberships,
  viewMemberTimes,
} from "./keep-members.ts";

const slug = z.string().meta({ description: "Its name in addresses.", examples: ["provby"] });
const member = z.object({
  slug,
  name: z.string(),
  from: day,
  to: day.nullable().meta({ description: "The first day outside." }),
});
const times = (name: string) =>
  z
    .object({
      items: z.array(member),
      offers: z
        .array(member)
        .meta({ description: "What has been offered and waits for the member's answer." }),
    })
    .meta({ id: name });
const members = times("Members");
const memberships = times("Memberships");
const memberSent = z
  .strictObject({ member: slug, from: day, to: day.nullable().default(null) })
  .meta({ id: "MembershipToOffer" });
const endSent = z
  .strictObject({ to: day.meta({ description: "The first day outside." }) })
  .meta({ id: "MembershipEnd" });

const params = {
  association: { description: "The association's name in addresses.", example: "goteborgsregionen" },
};

export const membersApi: readonly Operation[] = [
  operation({
    id: "listMembers",
    method: "get",
    path: "/members",
    tag: "organisation",
    summary: { sv: "Förbundets medlemmar", en: "The association's members" },
    description:
      "For an association's leads and administrators. Past and coming members too, by name, and offers that wait.",
    scope: "organisation:read",
    answers: { 200: { description: "The members, each with its days.", schema: members } },
    run: async ({ work }) => ok(await viewMemberTimes(work)),
  }),
  operation({
    id: "offerMembership",
    method: "post",
    path: "/members",
    tag: "organisation",
    summary: { sv: "Erbjud ett medlemskap", en: "Offer a membership" },
    description:
      "For an association's administrators. It is there when the member has taken it up (`takeUpMembership`). The member gives figures with the measurements that it freezes from then on, none of earlier days.",
    scope: "organisation:write",
    body: json(memberSent, { member: "provby", from: "2027-01-01", to: null }),
    answers: { 201: { description: "Offered.", schema: members } },
    creates: true,
    refusals: ["no-such-organisation", "itself", "not-a-day", "ends-before-it-begins", "already-member"],
    run: async ({ work, body }) =>
      answerTo(await offerMembership(work, body), async () =>
        created("/members", await viewMemberTimes(work)),
      ),
  }),
  operation({
    id: "endMembership",
    method: "post",
    path: "/members/{member}/ending",
    tag: "organisation",
    summary: { sv: "Avsluta ett medlemskap", en: "End a membership" },
    description:
      "For an association's administrators. If-Match is the ETag of `listMembers`. What the member has given stays. A time that has not begun by then never does, and an offer that waits is taken back.",
    params: { member: { description: "The member's name in addresses.", example: "provby" } },
    scope: "organisation:write",
    body: json(endSent, { to: "2027-01-01" }),
    answers: { 200: { description: "The members as they are now.", schema: members } },
    edits: members,
    refusals: ["not-a-day"],
    run: async ({ work, param, body, ifMatch }) => {
      if (!mayKeepMembers(work.actor, work.tenant)) throw new NotFound("members");
      ifMatch(await viewMemberTimes(work, true));
      return answerTo(await endMembership(work, param("member"), body.to), async () =>
        ok(await viewMemberTimes(work)),
      );
    },
  }),
  operation({
    id: "listMemberships",
    method: "get",
    path: "/memberships",
    tag: "organisation",
    summary: { sv: "Förbund som organisationen är med i", en: "Associations that the organisation is in" },
    description: "For administrators. Past and coming ones too, and those that ask it to be a member.",
    scope: "organisation:read",
    answers: { 200: { description: "The associations, each with its days.", schema: memberships } },
    run: async ({ work }) => ok(await viewMemberships(work)),
  }),
  operation({
    id: "takeUpMembership",
    method: "post",
    path: "/memberships/{association}/taking-up",
    tag: "organisation",
    summary: { sv: "Tacka ja till ett medlemskap", en: "Take up a membership" },
    description: "For administrators, where the association has offered it.",
    params,
    scope: "organisation:write",
    answers: { 201: { description: "Taken up.", schema: memberships } },
    creates: true,
    run: async ({ work, param }) => {
      await answerOffer(work, param("association"), "take-up");
      return created("/memberships", await viewMemberships(work));
    },
  }),
  operation({
    id: "declineMembership",
    method: "post",
    path: "/memberships/{association}/declining",
    tag: "organisation",
    summary: { sv: "Tacka nej till ett medlemskap", en: "Decline a membership" },
    description: "For administrators, where the association has offered it.",
    params,
    scope: "organisation:write",
    answers: { 200: { description: "Declined.", schema: memberships } },
    run: async ({ work, param }) => {
      await answerOffer(work, param("association"), "decline");
      return ok(await viewMemberships(work));
    },
  }),
];
