/**
 * A new organisation, and memberships in associations (ORG-1). Whoever runs the installation does this, by command: there is
 * no organisation yet for anybody to be signed in to.
 */
import type { Database, Tx } from "../platform/database/transactions.ts";
import type { Tenant } from "../shared/actor.ts";
import { newId } from "../shared/ids.ts";
import { isDay, type LocalDate } from "../shared/local-date.ts";
import { done, refused, type Reason, type Result } from "../shared/result.ts";
import { addOffer, takeUpOffer, type Membership } from "./membership.store.ts";
import { addOrganisation, organisations } from "./store.ts";

export type FoundingCode = "not-a-slug" | "missing" | "too-long" | "taken";

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_SLUG = 60;
const LONGEST_NAME = 200;

/** Adds an organisation with safe defaults (ORG-5), in a transaction of its own. `slug` is its name in addresses. */
export async function foundOrganisation(
  db: Database,
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
  const added = await db.transaction((tx) => addOrganisation(tx, tenant));
  return added ? done(tenant) : refused({ code: "taken", field: "slug", data: { slug: wanted.slug } });
}

export type OfferCode =
  | "not-an-association"
  | "no-such-organisation"
  | "itself"
  | "not-a-day"
  | "ends-before-it-begins"
  | "already-member";

/**
 * ORG-1: an organisation becomes a member of an association, from a day until `to` (the first day outside). Whoever runs the
 * installation acts for both sides.
 */
export async function admitMember(
  db: Database,
  wanted: WantedMember & { readonly association: string },
): Promise<Result<void, OfferCode>> {
  return db.transaction(async (tx) => {
    const all = await organisations(tx);
    const association = all.find((each) => each.slug === wanted.association && each.kind === "association");
    const offered = await offer(tx, all, association, wanted);
    if (offered.ok) await takeUpOffer(tx, offered.value);
    return offered.ok ? done(undefined) : offered;
  });
}

/** A member for a time, as it is wanted: `member` is its name in addresses, `to` the first day outside. */
export type WantedMember = {
  readonly member: string;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
};

/** Offers the membership, or says every reason against it. `all` are all organisations. */
export async function offer(
  tx: Tx,
  all: readonly Tenant[],
  association: Tenant | undefined,
  wanted: WantedMember,
): Promise<Result<Membership, OfferCode>> {
  const member = all.find((each) => each.slug === wanted.member);
  const reasons: Reason<OfferCode>[] = [];
  if (!association) reasons.push({ code: "not-an-association", field: "association" });
  if (!member) reasons.push({ code: "no-such-organisation", field: "member" });
  if (association && association.id === member?.id) reasons.push({ code: "itself", field: "member" });
  if (!isDay(wanted.from)) reasons.push({ code: "not-a-day", field: "from" });
  if (wanted.to !== null && !isDay(wanted.to)) reasons.push({ code: "not-a-day", field: "to" });
  else if (wanted.to !== null && wanted.to <= wanted.from)
    reasons.push({ code: "ends-before-it-begins", field: "to" });
  if (!association || !member || reasons.length > 0) return refused(...reasons);
  const { from, to } = wanted;
  const wantedOffer = { associationId: association.id, memberId: member.id, from, to };
  return (await addOffer(tx, wantedOffer))
    ? done(wantedOffer)
    : refused({ code: "already-member", field: "from" });
}
