/** Memberships in associations (ORG-1): offered by the association, taken up by the member, ended by the association. */
import { sql } from "kysely";
import type { Tx } from "../platform/database/transactions.ts";
import type { Work } from "../platform/database/work.ts";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { enter } from "./store.ts";

/** A member of an association, from a day on. `to` is the first day outside. */
export type Membership = {
  readonly associationId: Id;
  readonly memberId: Id;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
};

/** Offers a membership; false when the member is in the association already on some of these days, or has an offer that waits. */
export async function addOffer(tx: Tx, offer: Membership): Promise<boolean> {
  await enter(tx, offer.associationId);
  const { numAffectedRows } = await sql`
    insert into membership_offer (association_id, member_id, valid_from, valid_to)
    select ${offer.associationId}::uuid, ${offer.memberId}::uuid, ${offer.from}::date, ${offer.to}::date
    where not exists (select from membership
      where association_id = ${offer.associationId} and member_id = ${offer.memberId}
        and daterange(valid_from, valid_to) && daterange(${offer.from}::date, ${offer.to}::date))
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** The member takes up what the association offers. False when there is no offer. The transaction becomes the member's own. */
export async function takeUpOffer(
  tx: Tx,
  of: Pick<Membership, "associationId" | "memberId">,
): Promise<boolean> {
  await enter(tx, of.memberId);
  const { numAffectedRows } = await sql`
    insert into membership (association_id, member_id, valid_from, valid_to)
    select association_id, member_id, valid_from, valid_to from membership_offer
    where association_id = ${of.associationId} and member_id = ${of.memberId}`.execute(tx);
  await declineOffer(tx, of);
  return numAffectedRows === 1n;
}

/** What was offered goes. False when there is no offer. */
export async function declineOffer(
  tx: Tx,
  of: Pick<Membership, "associationId" | "memberId">,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("membership_offer")
    .where("association_id", "=", of.associationId)
    .where("member_id", "=", of.memberId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** The other side of a membership or an offer: for an association its member, for a member the association. */
export type MemberTime = {
  readonly slug: string;
  readonly name: string;
  readonly from: LocalDate;
  /** The first day outside. */
  readonly to: LocalDate | null;
};

/** Memberships, past and coming ones too, and what has been offered and waits for an answer. */
export type MemberTimes = { readonly items: readonly MemberTime[]; readonly offers: readonly MemberTime[] };

const SIDES = {
  association: { own: sql.ref("m.association_id"), other: sql.ref("m.member_id") },
  member: { own: sql.ref("m.member_id"), other: sql.ref("m.association_id") },
} as const;

/** All that concerns the organisation as an association or as a member, by the other side's name; each one's latest time first. */
export async function memberTimes(
  work: Pick<Work, "tx" | "organisationId">,
  as: keyof typeof SIDES,
): Promise<MemberTimes> {
  const { own, other } = SIDES[as];
  const { rows } = await sql<MemberTime & { offered: boolean }>`
    select o.slug, o.name, m.valid_from as "from", m.valid_to as "to", m.offered
    from (
      select association_id, member_id, valid_from, valid_to, false as offered from membership
      union all
      select association_id, member_id, valid_from, valid_to, true from membership_offer) m
    join organisation o on o.id = ${other}
    where ${own} = ${work.organisationId}
    order by o.name collate "sv-SE-x-icu", o.slug, m.valid_from desc`.execute(work.tx);
  const time = ({ slug, name, from, to }: MemberTime): MemberTime => ({ slug, name, from, to });
  return {
    items: rows.filter((row) => !row.offered).map(time),
    offers: rows.filter((row) => row.offered).map(time),
  };
}

/**
 * Ends a member's time on `to`, the first day outside. One that has not begun by then goes, and so does an offer that waits.
 * False when there is none to end.
 */
export async function endMemberTime(
  work: Pick<Work, "tx" | "organisationId">,
  slug: string,
  to: LocalDate,
): Promise<boolean> {
  const open = sql`m.association_id = ${work.organisationId} and o.id = m.member_id and o.slug = ${slug}`;
  const { rows } = await sql`
    with gone as (
      delete from membership m using organisation o where ${open} and m.valid_from >= ${to} returning m.member_id
    ), ended as (
      update membership m set valid_to = ${to} from organisation o
      where ${open} and m.valid_from < ${to} and (m.valid_to is null or m.valid_to > ${to}) returning m.member_id
    ), taken_back as (
      delete from membership_offer m using organisation o where ${open} returning m.member_id
    )
    select member_id from gone union all select member_id from ended union all select member_id from taken_back`.execute(
    work.tx,
  );
  return rows.length > 0;
}

/** Holds the association's members as they are until the transaction ends. */
export async function holdMembers(work: Pick<Work, "tx" | "organisationId">): Promise<void> {
  await sql`select pg_advisory_xact_lock(861201011, hashtext(${work.organisationId}::text))`.execute(work.tx);
}

/** The members of the transaction's association on a day; and, seen from a member, the associations that it is in. */
export async function memberships(work: Pick<Work, "tx">, day: LocalDate): Promise<Membership[]> {
  return work.tx
    .selectFrom("membership")
    .select([
      "association_id as associationId",
      "member_id as memberId",
      "valid_from as from",
      "valid_to as to",
    ])
    .where("valid_from", "<=", day)
    .where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">", day)]))
    .execute();
}

/** The members of an association on a day. The transaction becomes the association's own. */
export async function membershipsOf(tx: Tx, associationId: Id, day: LocalDate): Promise<Membership[]> {
  await enter(tx, associationId);
  return (await memberships({ tx }, day)).filter((each) => each.associationId === associationId);
}
