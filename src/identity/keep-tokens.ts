/** Tokens of integrations (INT-3): made, seen and revoked by administrators. */
import { isId, newId, type Id } from "../shared/ids.ts";
import { addDays, dayOf, type LocalDate } from "../shared/local-date.ts";
import { done, NotFound, refused, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { mayKeepAccounts } from "./access.ts";
import { checkToken, scopesIn, usualLastDay, type TokenCode } from "./token.rules.ts";
import {
  actingAccountNamed,
  addToken,
  revokeTokens,
  technicalAccounts,
  tokenById,
  tokens,
  type TokenRow,
} from "./token.store.ts";
import { makeToken } from "./token-visit.ts";

const PAGE_SIZE = 50;

export type TokenView = Omit<TokenRow, "createdAt" | "expiresAt" | "lastUsedAt" | "revokedAt"> & {
  /** The last day on which it holds. */
  readonly lastDay: LocalDate;
  readonly lastUsedOn: LocalDate | null;
  readonly state: "holds" | "expired" | "revoked";
};

export type TokensView = {
  readonly rows: readonly TokenView[];
  readonly total: number;
  readonly pages: number;
  readonly page: number;
  /** Whom a token made here can act as: accounts that are nobody's in particular, and one's own. */
  readonly accounts: readonly { readonly id: Id; readonly displayName: string }[];
  readonly usualLastDay: LocalDate;
};

/** The tokens of the organisation, also those that no longer hold. */
export async function viewTokens(work: Work, page: number): Promise<TokensView> {
  if (!mayKeepAccounts(work.actor)) throw new NotFound("tokens");
  const { rows, total } = await tokens(work, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
  return {
    rows: rows.map((row) => shown(work, row)),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    accounts: await accountsFor(work),
    usualLastDay: usualLastDay(work.today),
  };
}

function shown(
  { now }: Work,
  { id, name, prefix, scopes, account, expiresAt, lastUsedAt, revokedAt }: TokenRow,
): TokenView {
  return {
    id,
    name,
    prefix,
    scopes,
    account,
    lastDay: addDays(dayOf(expiresAt), -1),
    lastUsedOn: lastUsedAt && dayOf(lastUsedAt),
    state: revokedAt ? "revoked" : expiresAt <= now ? "expired" : "holds",
  };
}

/** One token, for whoever is about to revoke it or has just done so. */
export async function viewToken(work: Work, tokenId: string): Promise<TokenView> {
  const found = mayKeepAccounts(work.actor) && isId(tokenId) ? await tokenById(work, tokenId) : undefined;
  if (!found) throw new NotFound("token");
  return shown(work, found);
}

/** A token acts as its account: nobody makes one that acts as another person. */
async function accountsFor(work: Work): Promise<{ readonly id: Id; readonly displayName: string }[]> {
  const { actor } = work;
  const technical = await technicalAccounts(work);
  if (!actor || technical.some(({ id }) => id === actor.accountId)) return technical;
  return [{ id: actor.accountId, displayName: actor.displayName }, ...technical];
}

type Wanted = { readonly name: string; readonly scopes: readonly string[]; readonly lastDay: LocalDate };
export type MakeTokenCode = TokenCode | "account-missing";

/** Makes a token; its text is in the answer and is kept nowhere. */
export async function makeTokenFor(
  work: Work,
  wanted: Wanted & { readonly accountId: string },
): Promise<Result<string, MakeTokenCode>> {
  if (!work.actor || !mayKeepAccounts(work.actor)) throw new NotFound("tokens");
  const own = (await accountsFor(work)).find(({ id }) => id === wanted.accountId);
  return save(work, { ...wanted, accountId: own?.id }, work.actor.accountId);
}

/** As whoever runs the installation: for any account that may act, by its user name. */
export async function makeTokenAsOperator(
  work: Work,
  wanted: Wanted & { readonly username: string },
): Promise<Result<string, MakeTokenCode>> {
  if (!mayKeepAccounts(work.actor)) throw new NotFound("tokens");
  return save(work, { ...wanted, accountId: await actingAccountNamed(work, wanted.username) }, null);
}

async function save(
  work: Work,
  { accountId, lastDay, ...wanted }: Wanted & { readonly accountId: Id | undefined },
  createdBy: Id | null,
): Promise<Result<string, MakeTokenCode>> {
  const name = wanted.name.trim();
  const isOwn = accountId !== undefined && accountId === createdBy;
  const reasons = checkToken({ name, scopes: wanted.scopes, lastDay, isOwn }, work.today);
  if (accountId === undefined) return refused({ code: "account-missing", field: "account" }, ...reasons);
  if (reasons.length > 0) return refused(...reasons);
  const { text, hash, prefix } = makeToken();
  const scopes = scopesIn(wanted.scopes);
  await addToken(work, { id: newId(), accountId, name, hash, prefix, scopes, createdBy, lastDay });
  return done(text);
}

/** Revokes a token, by its id or its first characters. From then on nothing is done with it. */
export async function revokeToken(work: Work, which: string): Promise<void> {
  if (!mayKeepAccounts(work.actor)) throw new NotFound("token");
  if ((await revokeTokens(work, isId(which) ? { id: which } : { prefix: which })) === 0)
    throw new NotFound("token");
}
