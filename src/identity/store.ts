/** All SQL about accounts, sessions and given roles. */
import { sql, type RawBuilder } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Actor, GivenRole, ManagedUnit, RoleGrant } from "../shared/actor.ts";
import type { Tx } from "../platform/database/transactions.ts";
import type { Work } from "../platform/database/work.ts";
import { knowSettings, settingsOf, type SettingsRow } from "../organisation/store.ts";

export type Account = {
  readonly id: Id;
  readonly personId: Id | null;
  readonly passwordHash: string | null;
  readonly failedAttempts: number;
  readonly lockedUntil: Date | null;
  /** Closed by an administrator, or with its person's last employment (PRV-3). */
  readonly closed: boolean;
};

/** The first part of the lock that counts attempts on one user name, of whatever organisation. */
const ATTEMPT_LOCK = 861_201_012;

/**
 * The account with this user name. Attempts on one name come one by one for the rest of the transaction, also when nobody
 * has it: so the counter misses none, and how long they wait tells nothing.
 */
export async function accountForSignIn(work: Work, username: string): Promise<Account | undefined> {
  await sql`select pg_advisory_xact_lock(${ATTEMPT_LOCK}::integer, hashtext(${`${work.organisationId} ${username}`}))`.execute(
    work.tx,
  );
  const { rows } = await sql<Account>`
    select a.id, a.person_id as "personId", a.password_hash as "passwordHash", a.failed_attempts as "failedAttempts",
      a.locked_until as "lockedUntil", a.disabled or coalesce(p.closed_on <= ${work.today}, false) as closed
    from account a left join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
    where a.organisation_id = ${work.organisationId} and a.username = ${username}`.execute(work.tx);
  return rows[0];
}

export async function saveAttempts(
  work: Work,
  accountId: Id,
  attempts: { failedAttempts: number; lockedUntil: Date | null },
): Promise<void> {
  await work.tx
    .updateTable("account")
    .set({ failed_attempts: attempts.failedAttempts, locked_until: attempts.lockedUntil })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", accountId)
    .execute();
}

export async function saveSession(work: Work, tokenHash: Buffer, accountId: Id): Promise<void> {
  await work.tx
    .insertInto("session")
    .values({
      organisation_id: work.organisationId,
      token_hash: tokenHash,
      account_id: accountId,
      created_at: work.now,
      seen_at: work.now,
    })
    .execute();
}

export async function deleteSession(work: Work, tokenHash: Buffer): Promise<void> {
  await work.tx
    .deleteFrom("session")
    .where("organisation_id", "=", work.organisationId)
    .where("token_hash", "=", tokenHash)
    .execute();
}

/** Takes away the sessions begun before `before`, which no post can be kept for any longer; says how many. */
export async function deleteSessionsFrom(work: Work, before: Date): Promise<number> {
  const result = await work.tx
    .deleteFrom("session")
    .where("organisation_id", "=", work.organisationId)
    .where("created_at", "<", before)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** Ends every session of the accounts of people who no longer have an open record here (PRV-3). */
export async function deleteSessionsOfClosed(work: Work, personIds: readonly Id[]): Promise<void> {
  await sql`
    delete from session s using account a, person p
    where s.organisation_id = ${work.organisationId} and a.organisation_id = s.organisation_id and a.id = s.account_id
      and p.organisation_id = a.organisation_id and p.id = a.person_id and p.id = any(${[...personIds]}::uuid[])
      and p.closed_on is not null and p.closed_on <= ${work.today}`.execute(work.tx);
}

export async function touchSession(work: Work, tokenHash: Buffer): Promise<void> {
  await work.tx
    .updateTable("session")
    .set({ seen_at: work.now })
    .where("organisation_id", "=", work.organisationId)
    .where("token_hash", "=", tokenHash)
    .execute();
}

/** A session with everything that access rules need to know about who it belongs to. */
export type FoundSession = { createdAt: Date; seenAt: Date; actor: Actor };

export type ActorRow = {
  account_id: Id;
  organisation_id: Id;
  person_id: Id | null;
  display_name: string;
  grants: RoleGrant[];
  manages: ManagedUnit[];
};

/** What an account may act as on a day: its given roles, and the units that its person manages or acts for. */
export const actorColumns = (today: LocalDate): RawBuilder<unknown> => sql`
  a.id as account_id, a.organisation_id, a.person_id, a.display_name,
  coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'unitId', g.unit_id, 'professionIds', g.profession_ids,
                                                'personId', g.person_id, 'reason', g.reason) order by g.role, g.id)
    from role_grant g
    where g.organisation_id = a.organisation_id and g.account_id = a.id
      and g.valid_from <= ${today} and (g.valid_to is null or g.valid_to > ${today})), '[]') as grants,
  coalesce((select jsonb_agg(jsonb_build_object('unitId', m.unit_id, 'as', m.kind) order by m.kind desc, m.unit_id) from (
    select unit_id, 'manager' as kind from unit_manager
    where organisation_id = a.organisation_id and person_id = a.person_id
      and valid_from <= ${today} and (valid_to is null or valid_to > ${today})
    union
    select unit_id, 'deputy' from unit_deputy
    where organisation_id = a.organisation_id and person_id = a.person_id
      and valid_from <= ${today} and valid_to > ${today}) m), '[]') as manages`;

/** Accounts of the organisation that may act on a day: open, and of nobody who has left. */
export const actingAccounts = (today: LocalDate): RawBuilder<unknown> => sql`
  (select a.* from account a left join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
   where a.organisation_id = app_organisation() and not a.disabled and (p.closed_on is null or p.closed_on > ${today}))`;

export const actorFrom = (row: ActorRow): Actor => ({
  accountId: row.account_id,
  organisationId: row.organisation_id,
  personId: row.person_id,
  displayName: row.display_name,
  grants: row.grants,
  manages: row.manages,
});

/** The session of a cookie with who it belongs to, in one statement, which brings the organisation's settings along: nearly every page asks for them. */
export async function findSession(
  tx: Tx,
  tokenHash: Buffer,
  today: LocalDate,
): Promise<FoundSession | undefined> {
  const { rows } = await sql<ActorRow & { created_at: Date; seen_at: Date; settings: SettingsRow | null }>`
    select s.created_at, s.seen_at, (select to_json(q) from (${settingsOf}) q) as settings, ${actorColumns(today)}
    from session s join ${actingAccounts(today)} a on a.id = s.account_id
    where s.organisation_id = app_organisation() and s.token_hash = ${tokenHash}`.execute(tx);
  const row = rows[0];
  if (row) knowSettings(tx, row.settings);
  return row && { createdAt: row.created_at, seenAt: row.seen_at, actor: actorFrom(row) };
}

/** The account with this user name as it may act on a day: for commands, which have no session. */
export async function findActor(tx: Tx, username: string, today: LocalDate): Promise<Actor | undefined> {
  const { rows } = await sql<ActorRow>`
    select ${actorColumns(today)} from ${actingAccounts(today)} a
    where a.username = ${username.toLowerCase()}`.execute(tx);
  return rows[0] && actorFrom(rows[0]);
}

export type DemoAccount = {
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly (GivenRole | "manager" | "deputy" | "employee")[];
  /** Where they work. */
  readonly unit: string | null;
};

/** Demo mode only: the accounts that one click signs in as, in the order they were made for the demo, with what each is. */
export async function demoAccounts(work: Work): Promise<DemoAccount[]> {
  const { rows } = await sql<DemoAccount>`
    select a.username, a.display_name as "displayName", held.roles,
      (select u.name from employment_period e join unit u on u.organisation_id = e.organisation_id and u.id = e.unit_id
        where e.organisation_id = a.organisation_id and e.person_id = a.person_id
          and e.valid_from <= ${work.today} and (e.valid_to is null or e.valid_to > ${work.today})
        order by e.is_main desc limit 1) as unit
    from account a, lateral (
      select coalesce(jsonb_agg(role), '["employee"]') as roles from (
        select 'manager' as role where exists (select from unit_manager m where m.organisation_id = a.organisation_id
          and m.person_id = a.person_id and m.valid_from <= ${work.today} and (m.valid_to is null or m.valid_to > ${work.today}))
        union all
        select 'deputy' where exists (select from unit_deputy d where d.organisation_id = a.organisation_id
          and d.person_id = a.person_id and d.valid_from <= ${work.today} and d.valid_to > ${work.today})
        union all
        select g.role from role_grant g where g.organisation_id = a.organisation_id and g.account_id = a.id
          and g.valid_from <= ${work.today} and (g.valid_to is null or g.valid_to > ${work.today})) each_role) held
    where a.organisation_id = ${work.organisationId} and a.username like 'demo-%' and not a.disabled
    order by a.username`.execute(work.tx);
  return rows;
}

/**
 * The HR handlers of the day who are employees, in Swedish order: those whom a protected person can be handed to. One with
 * protected identity themself is in no list (ORG-7).
 */
export async function hrHandlers(work: Work): Promise<{ personId: Id; displayName: string }[]> {
  const { rows } = await sql<{ personId: Id; displayName: string }>`
    select a.person_id as "personId", a.display_name as "displayName" from account a
    join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
    where a.organisation_id = ${work.organisationId} and not a.disabled
      and (p.closed_on is null or p.closed_on > ${work.today}) and not p.protected_identity
      and exists (select from role_grant g where g.organisation_id = a.organisation_id and g.account_id = a.id
        and g.role = 'hr_handler' and g.valid_from <= ${work.today} and (g.valid_to is null or g.valid_to > ${work.today}))
    order by a.display_name collate "sv-SE-x-icu", a.id`.execute(work.tx);
  return rows;
}
