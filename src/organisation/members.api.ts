/** An association's members over the API (INT-3, ORG-1). */
import { z } from "zod";
import { answerTo, created, ok } from "../platform/http/api/answer.ts";
import { json, operation, type Operation } from "../platform/http/api/operation.ts";
import { day, whole } from "../platform/http/api/schemas.ts";
import type { Work } from "../platform/database/work.ts";
import { NotFound } from "../shared/result.ts";
import { mayKeepMembers } from "./access.ts";
import { admitToOwn, endMembership, viewMemberTimes } from "./keep-members.ts";

const slug = z.string().meta({ description: "Its name in addresses.", examples: ["provby"] });
const member = z.object({
  slug,
  name: z.string(),
  from: day,
  to: day.nullable().meta({ description: "The first day outside." }),
});
const members = whole("Members", member);
const memberSent = z
  .strictObject({ member: slug, from: day, to: day.nullable().default(null) })
  .meta({ id: "MemberToAdmit" });
const endSent = z
  .strictObject({ to: day.meta({ description: "The first day outside." }) })
  .meta({ id: "MembershipEnd" });

const shown = async (work: Work, hold = false) => ({ items: await viewMemberTimes(work, hold) });

export const membersApi: readonly Operation[] = [
  operation({
    id: "listMembers",
    method: "get",
    path: "/members",
    tag: "organisation",
    summary: { sv: "Förbundets medlemmar", en: "The association's members" },
    description: "For an association's leads and administrators. Past and coming members too, by name.",
    scope: "organisation:read",
    answers: { 200: { description: "The members, each with its days.", schema: members } },
    run: async ({ work }) => ok(await shown(work)),
  }),
  operation({
    id: "admitMember",
    method: "post",
    path: "/members",
    tag: "organisation",
    summary: { sv: "Ta in en medlem", en: "Admit a member" },
    description:
      "For an association's administrators. The member gives figures with the measurements that it freezes from then on, none of earlier days.",
    scope: "organisation:write",
    body: json(memberSent, { member: "provby", from: "2027-01-01", to: null }),
    answers: { 201: { description: "Admitted.", schema: members } },
    creates: true,
    refusals: ["no-such-organisation", "itself", "not-a-day", "ends-before-it-begins", "already-member"],
    run: async ({ work, body }) =>
      answerTo(await admitToOwn(work, body), async () => created("/members", await shown(work))),
  }),
  operation({
    id: "endMembership",
    method: "post",
    path: "/members/{member}/ending",
    tag: "organisation",
    summary: { sv: "Avsluta ett medlemskap", en: "End a membership" },
    description:
      "For an association's administrators. If-Match is the ETag of `listMembers`. What the member has given stays. A time that has not begun by then never does.",
    params: { member: { description: "The member's name in addresses.", example: "provby" } },
    scope: "organisation:write",
    body: json(endSent, { to: "2027-01-01" }),
    answers: { 200: { description: "The members as they are now.", schema: members } },
    edits: members,
    refusals: ["not-a-day"],
    run: async ({ work, param, body, ifMatch }) => {
      if (!mayKeepMembers(work.actor, work.tenant)) throw new NotFound("members");
      ifMatch(await shown(work, true));
      return answerTo(await endMembership(work, param("member"), body.to), async () => ok(await shown(work)));
    },
  }),
];
