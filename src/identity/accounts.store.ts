/** All SQL about keeping accounts: the list, roles and invitations. */
import { sql } from "kysely";
import { newId, type Id } from "../shared/ids.ts";
import type { GivenRole } from "../shared/actor.ts";
import { addDays, type LocalDate } from "../shared/local-date.ts";
import type { Work } from "../platform/database/work.ts";
import type { WantedGrant } from "./role.rules.ts";

export type AccountRow = {
  readonly id: Id;
  readonly username: string;
  readonly displayName: string;
  readonly disabled: boolean;
  readonly hasPassword: boolean;
  readonly roles: readonly GivenRole[];
};

/** A page of the accounts whose name or user name holds `query`, by name; and whether there are more. */
export async function accounts(
  work: Work,
  query: string,
  page: { readonly number: number; readonly size: number },
): Promise<{ rows: AccountRow[]; more: boolean }> {
  const like = `%${query.replace(/[\\%_]/g, "\\$&")}%`;
  const { rows } = await sql<AccountRow>`
    select a.id, a.username, a.display_name as "displayName", a.disabled, a.password_hash is not null as "hasPassword",
      coalesce((select jsonb_agg(distinct g.role) from role_grant g where g.organisation_id = a.organisation_id
        and g.account_id = a.id and g.valid_from <= ${work.today} and (g.valid_to is null or g.valid_to > ${work.today})), '[]') as roles
    from account a left join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
    where a.organisation_id = ${work.organisationId} and (a.display_name ilike ${like} or a.username like lower(${like}))
      and not coalesce(p.protected_identity, false)
    order by a.display_name collate "sv-SE-x-icu", a.id
    limit ${page.size + 1} offset ${(page.number - 1) * page.size}`.execute(work.tx);
  return { rows: rows.slice(0, page.size), more: rows.length > page.size };
}

export type GrantRow = {
  readonly id: Id;
  readonly role: GivenRole;
  readonly unit: string | null;
  readonly professions: readonly string[];
  readonly person: string | null;
  readonly reason: string | null;
  readonly from: LocalDate;
  /** The first day without it. */
  readonly to: LocalDate | null;
};

/** An account with every role that it has or has had, the newest first. People with protected identity are nobody here (ORG-7). */
export async function accountWithGrants(
  work: Work,
  accountId: Id,
): Promise<(AccountRow & { personId: Id | null; grants: GrantRow[] }) | undefined> {
  const { rows } = await sql<AccountRow & { personId: Id | null; grants: GrantRow[] }>`
    select a.id, a.username, a.display_name as "displayName", a.disabled, a.password_hash is not null as "hasPassword",
      a.person_id as "personId", '[]'::jsonb as roles,
      coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'unit', u.name, 'reason', g.reason,
          'person', q.given_name || ' ' || q.family_name, 'from', g.valid_from, 'to', g.valid_to,
          'professions', (select coalesce(jsonb_agg(r.name_sv order by r.name_sv), '[]') from profession r
                          where r.organisation_id = g.organisation_id and r.id = any(g.profession_ids)))
          order by g.valid_from desc, g.id)
        from role_grant g
        left join unit u on u.organisation_id = g.organisation_id and u.id = g.unit_id
        left join person q on q.organisation_id = g.organisation_id and q.id = g.person_id
        where g.organisation_id = a.organisation_id and g.account_id = a.id), '[]') as grants
    from account a left join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
    where a.organisation_id = ${work.organisationId} and a.id = ${accountId}
      and not coalesce(p.protected_identity, false)`.execute(work.tx);
  return rows[0];
}

/** The person with this employment number; nobody when they have protected identity. */
export async function personByNumber(work: Work, number: string): Promise<Id | null> {
  const row = await work.tx
    .selectFrom("employment as e")
    .innerJoin("person as p", (join) =>
      join.onRef("p.organisation_id", "=", "e.organisation_id").onRef("p.id", "=", "e.person_id"),
    )
    .select("p.id")
    .where("e.organisation_id", "=", work.organisationId)
    .where("e.number", "=", number)
    .where("p.protected_identity", "=", false)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Adds an account; false when the user name, or the person, already has one. */
export async function saveAccount(
  work: Work,
  account: {
    readonly id: Id;
    readonly username: string;
    readonly displayName: string;
    readonly personId: Id | null;
  },
): Promise<boolean> {
  const result = await work.tx
    .insertInto("account")
    .values({
      organisation_id: work.organisationId,
      id: account.id,
      username: account.username,
      display_name: account.displayName,
      person_id: account.personId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function saveGrant(work: Work, accountId: Id, wanted: WantedGrant): Promise<void> {
  await work.tx
    .insertInto("role_grant")
    .values({
      organisation_id: work.organisationId,
      id: newId(),
      account_id: accountId,
      role: wanted.role,
      unit_id: wanted.role === "rollout_lead" ? wanted.unitId : null,
      profession_ids: wanted.role === "union_representative" ? [...wanted.professionIds] : [],
      person_id: wanted.role === "hr_partner" ? wanted.personId : null,
      reason: wanted.reason.trim() || null,
      valid_from: wanted.from,
      valid_to: wanted.lastDay === null ? null : addDays(wanted.lastDay, 1),
    })
    .execute();
}

/** Ends a role today: it is gone at once. One that has not begun is taken away. */
export async function endGrant(work: Work, accountId: Id, grantId: Id): Promise<void> {
  await work.tx
    .deleteFrom("role_grant")
    .where("organisation_id", "=", work.organisationId)
    .where("account_id", "=", accountId)
    .where("id", "=", grantId)
    .where("valid_from", ">=", work.today)
    .execute();
  await work.tx
    .updateTable("role_grant")
    .set({ valid_to: work.today })
    .where("organisation_id", "=", work.organisationId)
    .where("account_id", "=", accountId)
    .where("id", "=", grantId)
    .where((each) => each.or([each("valid_to", "is", null), each("valid_to", ">", work.today)]))
    .execute();
}

/** Closes or opens an account; a closed one's sessions end. */
export async function setDisabled(work: Work, accountId: Id, disabled: boolean): Promise<void> {
  await work.tx
    .updateTable("account")
    .set({ disabled })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", accountId)
    .execute();
  if (disabled) await endSessions(work, accountId);
}

const endSessions = (work: Work, accountId: Id) =>
  work.tx
    .deleteFrom("session")
    .where("organisation_id", "=", work.organisationId)
    .where("account_id", "=", accountId)
    .execute();

/** A new invitation replaces every earlier one of the account. */
export async function saveInvitation(
  work: Work,
  accountId: Id,
  tokenHash: Buffer,
  expiresAt: Date,
): Promise<void> {
  await deleteInvitations(work, accountId);
  await work.tx
    .insertInto("invitation")
    .values({
      organisation_id: work.organisationId,
      token_hash: tokenHash,
      account_id: accountId,
      expires_at: expiresAt,
    })
    .execute();
}

const deleteInvitations = (work: Work, accountId: Id) =>
  work.tx
    .deleteFrom("invitation")
    .where("organisation_id", "=", work.organisationId)
    .where("account_id", "=", accountId)
    .execute();

/** Whose invitation it is, while it still works. */
export async function invited(
  work: Work,
  tokenHash: Buffer,
): Promise<{ accountId: Id; username: string } | undefined> {
  return work.tx
    .selectFrom("invitation as i")
    .innerJoin("account as a", (join) =>
      join.onRef("a.organisation_id", "=", "i.organisation_id").onRef("a.id", "=", "i.account_id"),
    )
    .select(["a.id as accountId", "a.username"])
    .where("i.organisation_id", "=", work.organisationId)
    .where("i.token_hash", "=", tokenHash)
    .where("i.expires_at", ">", work.now)
    .where("a.disabled", "=", false)
    .executeTakeFirst();
}

/** A new password: the invitation is used up, and every session of before ends. */
export async function savePassword(work: Work, accountId: Id, passwordHash: string): Promise<void> {
  await work.tx
    .updateTable("account")
    .set({ password_hash: passwordHash, failed_attempts: 0, locked_until: null })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", accountId)
    .execute();
  await deleteInvitations(work, accountId);
  await endSessions(work, accountId);
}

/** Takes away the invitations that no longer work. */
export async function deleteOldInvitations(work: Work): Promise<void> {
  await work.tx
    .deleteFrom("invitation")
    .where("organisation_id", "=", work.organisationId)
    .where("expires_at", "<=", work.now)
    .execute();
}
