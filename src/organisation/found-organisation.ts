/**
 * A new organisation, and memberships in associations (ORG-1). Whoever runs the installation does this, by command: there is
 * no organisation yet for anybody to be signed in to.
 */
import type { Kysely } from "kysely";
import type { Tx } from "../platform/database/connect.ts";
import type { DB } from "../platform/database/schema.ts";
import type { Tenant } from "../shared/actor.ts";
import { newId } from "../shared/ids.ts";
import { isDay, type LocalDate } from "../shared/local-date.ts";
import { done, refused, type Reason, type Result } from "../shared/result.ts";
import { addMembership, addOrganisation, organisations } from "./store.ts";

export type FoundingCode = "not-a-slug" | "missing" | "too-long" | "taken";

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_SLUG = 60;
const LONGEST_NAME = 200;

/** Adds an organisation with safe defaults (ORG-5), in a transaction of its own. `slug` is its name in addresses. */
export async function foundOrganisation(
  db: Kysely<DB>,
  wanted: { readonly slug: string; readonly name: string; readonly kind: Tenant["kind"] },
): Promise<Result<Tenant, FoundingCode>> {
  const name = wanted.name.trim();
  const reasons: Reason<FoundingCode>[] = [];
  if (!SLUG.test(wanted.slug) || wanted.slug.length > LONGEST_SLUG)
    reasons.push({ code: "not-a-slug", field: "slug" });
  if (name === "") reasons.push({ code: "missing", field: "name" });
  if (name.length > LONGEST_NAME)
    reasons.push({ code: "too-long", field: "name", data: { max: LONGEST_NAME } });
  if (reasons.length > 0) return refused(...reasons);
  const tenant: Tenant = { id: newId(), slug: wanted.slug, name, kind: wanted.kind };
  const added = await db.transaction().execute((tx) => addOrganisation(tx, tenant));
  return added ? done(tenant) : refused({ code: "taken", field: "slug", data: { slug: wanted.slug } });
}

export type AdmissionCode =
  | "not-an-association"
  | "no-such-organisation"
  | "itself"
  | "not-a-day"
  | "ends-before-it-begins"
  | "already-member";

/** ORG-1: writes down that an organisation is a member of an association, from a day until `to` (the first day outside). */
export async function admitMember(
  db: Kysely<DB>,
  wanted: WantedMember & { readonly association: string },
): Promise<Result<void, AdmissionCode>> {
  return db.transaction().execute(async (tx) => {
    const all = await organisations(tx);
    const association = all.find((each) => each.slug === wanted.association && each.kind === "association");
    return admit(tx, all, association, wanted);
  });
}

/** A member for a time, as it is wanted: `member` is its name in addresses, `to` the first day outside. */
export type WantedMember = {
  readonly member: string;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
};

/** Writes the member down at the association, or says every reason against it. `all` are all organisations. */
export async function admit(
  tx: Tx,
  all: readonly Tenant[],
  association: Tenant | undefined,
  wanted: WantedMember,
): Promise<Result<void, AdmissionCode>> {
  const member = all.find((each) => each.slug === wanted.member);
  const reasons: Reason<AdmissionCode>[] = [];
  if (!association) reasons.push({ code: "not-an-association", field: "association" });
  if (!member) reasons.push({ code: "no-such-organisation", field: "member" });
  if (association && association.id === member?.id) reasons.push({ code: "itself", field: "member" });
  if (!isDay(wanted.from)) reasons.push({ code: "not-a-day", field: "from" });
  if (wanted.to !== null && !isDay(wanted.to)) reasons.push({ code: "not-a-day", field: "to" });
  else if (wanted.to !== null && wanted.to <= wanted.from)
    reasons.push({ code: "ends-before-it-begins", field: "to" });
  if (!association || !member || reasons.length > 0) return refused(...reasons);
  const { from, to } = wanted;
  const added = await addMembership(tx, { associationId: association.id, memberId: member.id, from, to });
  return added ? done(undefined) : refused({ code: "already-member", field: "from" });
}
