/** The organisations of this installation, by kind and association: that they use it, and are members, is public (ORG-1, ROL-2). */
import type { Tx } from "../platform/database/transactions.ts";
import type { Workshop } from "../platform/database/work.ts";
import type { Tenant } from "../shared/actor.ts";
import { dayOf } from "../shared/local-date.ts";
import { membershipsOf, type Membership } from "./membership.store.ts";
import { organisations } from "./store.ts";

export type OrganisationGroup = {
  readonly kind: Tenant["kind"];
  /** The association that these are the members of; null for those that are in none. */
  readonly association: Tenant | null;
  readonly organisations: readonly Tenant[];
};

export const viewOrganisations = (workshop: Workshop): Promise<Tenant[]> =>
  workshop.db.transaction((tx) => organisations(tx));

/** Groups that are not empty (an association may be without members): regions, associations, municipalities, companies; by name in each. */
export function viewOrganisationGroups(workshop: Workshop): Promise<OrganisationGroup[]> {
  return workshop.db.transaction(async (tx) => {
    const all = await organisations(tx);
    return grouped(all, await allMemberships(tx, all, dayOf(workshop.clock())));
  });
}

async function allMemberships(tx: Tx, all: readonly Tenant[], day: string): Promise<Membership[]> {
  const members: Membership[] = [];
  for (const { id, kind } of all)
    if (kind === "association") members.push(...(await membershipsOf(tx, id, day)));
  return members;
}

/** Each in its kind; members of an association under it, and under each that they are members of. */
export function grouped(all: readonly Tenant[], memberships: readonly Membership[]): OrganisationGroup[] {
  const members = new Set(memberships.map(({ memberId }) => memberId));
  const alone = (kind: Tenant["kind"]): OrganisationGroup => ({
    kind,
    association: null,
    organisations: all.filter((each) => each.kind === kind && !members.has(each.id)),
  });
  const associations = all.filter(({ kind }) => kind === "association");
  const together = associations.map((association): OrganisationGroup => {
    const own = memberships.filter(({ associationId }) => associationId === association.id);
    const ids = new Set(own.map(({ memberId }) => memberId));
    return { kind: "association", association, organisations: all.filter(({ id }) => ids.has(id)) };
  });
  return [alone("region"), ...together, alone("municipality"), alone("company")].filter(
    ({ association, organisations }) => association !== null || organisations.length > 0,
  );
}
