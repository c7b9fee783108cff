/** All SQL about the tokens of integrations. */
import { sql } from "kysely";
import type { Actor } from "../shared/actor.ts";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Scope } from "../shared/scopes.ts";
import type { Tx } from "../platform/database/transactions.ts";
import type { Work } from "../platform/database/work.ts";
import { actingAccounts, actorColumns, actorFrom, type ActorRow } from "./store.ts";

export type FoundToken = {
  readonly id: Id;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly actor: Actor;
};

/** The token with who it acts as, in one statement; nothing for one that is unknown, revoked or expired, or whose account may not act. */
export async function findToken(
  tx: Tx,
  hash: Buffer,
  { now, today }: { readonly now: Date; readonly today: LocalDate },
): Promise<FoundToken | undefined> {
  const { rows } = await sql<ActorRow & Omit<FoundToken, "actor">>`
    select t.id, t.name, t.scopes, t.expires_at as "expiresAt", t.last_used_at as "lastUsedAt", ${actorColumns(today)}
    from api_token t join ${actingAccounts(today)} a on a.id = t.account_id
    where t.organisation_id = app_organisation() and t.token_hash = ${hash} and t.revoked_at is null and t.expires_at > ${now}`.execute(
    tx,
  );
  const row = rows[0];
  if (!row) return undefined;
  const { id, name, scopes, expiresAt, lastUsedAt } = row;
  return { id, name, scopes, expiresAt, lastUsedAt, actor: actorFrom(row) };
}

/** Does the token still hold, and its account still act? Whoever wants to revoke it waits until the transaction is over. */
export async function tokenHolds(
  tx: Tx,
  organisationId: Id,
  tokenId: Id,
  { now, today }: { readonly now: Date; readonly today: LocalDate },
): Promise<boolean> {
  const { rows } = await sql`
    select from api_token t
    where t.organisation_id = ${organisationId} and t.id = ${tokenId} and t.revoked_at is null and t.expires_at > ${now}
      and exists (select from ${actingAccounts(today)} a where a.id = t.account_id)
    for share`.execute(tx);
  return rows.length === 1;
}

export async function touchToken(work: Work, tokenId: Id): Promise<void> {
  await work.tx
    .updateTable("api_token")
    .set({ last_used_at: work.now })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", tokenId)
    .execute();
}

export type TokenRow = {
  readonly id: Id;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly Scope[];
  /** Null when it acts as somebody with protected identity (ORG-7). */
  readonly account: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
};

const TOKEN = sql`
  select t.id, t.name, t.prefix, t.scopes, case when coalesce(p.protected_identity, false) then null else a.display_name end as account,
    t.created_at as "createdAt", t.expires_at as "expiresAt", t.last_used_at as "lastUsedAt", t.revoked_at as "revokedAt",
    count(*) over () as total
  from api_token t
  join account a on a.organisation_id = t.organisation_id and a.id = t.account_id
  left join person p on p.organisation_id = a.organisation_id and p.id = a.person_id`;

export async function tokenById(work: Work, id: Id): Promise<TokenRow | undefined> {
  const { rows } = await sql<TokenRow>`${TOKEN}
    where t.organisation_id = ${work.organisationId} and t.id = ${id}`.execute(work.tx);
  return rows[0];
}

/** A page of the organisation's tokens, the newest first, and how many there are. */
export async function tokens(
  work: Work,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ rows: TokenRow[]; total: number }> {
  const { rows } = await sql<TokenRow & { total: number }>`${TOKEN}
    where t.organisation_id = ${work.organisationId}
    order by t.created_at desc, t.id limit ${page.limit} offset ${page.offset}`.execute(work.tx);
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

export async function addToken(
  work: Work,
  token: {
    readonly id: Id;
    readonly accountId: Id;
    readonly name: string;
    readonly hash: Buffer;
    readonly prefix: string;
    readonly scopes: readonly Scope[];
    readonly createdBy: Id | null;
    /** The last day that it holds. */
    readonly lastDay: LocalDate;
  },
): Promise<void> {
  await work.tx
    .insertInto("api_token")
    .values({
      organisation_id: work.organisationId,
      id: token.id,
      account_id: token.accountId,
      name: token.name,
      token_hash: token.hash,
      prefix: token.prefix,
      scopes: [...token.scopes],
      created_at: work.now,
      created_by: token.createdBy,
      expires_at: sql<Date>`(${token.lastDay}::date + 1)::timestamp at time zone 'Europe/Stockholm'`,
    })
    .execute();
}

/** Revokes the tokens with this id or these first characters; says how many it was. One that is revoked already stays so. */
export async function revokeTokens(
  work: Work,
  which: { readonly id: Id } | { readonly prefix: string },
): Promise<number> {
  const result = await work.tx
    .updateTable("api_token")
    .set({ revoked_at: sql<Date>`coalesce(revoked_at, ${work.now})` })
    .where("organisation_id", "=", work.organisationId)
    .where((each) => ("id" in which ? each("id", "=", which.id) : each("prefix", "=", which.prefix)))
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** The account with this user name, when it may act. */
export async function actingAccountNamed(work: Work, username: string): Promise<Id | undefined> {
  const { rows } = await sql<{ id: Id }>`
    select a.id from ${actingAccounts(work.today)} a where a.username = ${username.toLowerCase()}`.execute(
    work.tx,
  );
  return rows[0]?.id;
}

/** Accounts that are nobody's in particular, by name: what integrations act as. */
export async function technicalAccounts(
  work: Work,
): Promise<{ readonly id: Id; readonly displayName: string }[]> {
  const { rows } = await sql<{ id: Id; displayName: string }>`
    select a.id, a.display_name as "displayName" from ${actingAccounts(work.today)} a
    where a.person_id is null order by a.display_name collate "sv-SE-x-icu", a.id`.execute(work.tx);
  return rows;
}
