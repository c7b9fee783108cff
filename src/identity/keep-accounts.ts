/** Accounts and roles: added, given, ended; and the invitation by which somebody chooses their password. */
import type { Work } from "../platform/database/work.ts";
import { newId, isId, type Id } from "../shared/ids.ts";
import type { Actor, Tenant } from "../shared/actor.ts";
import { done, NotFound, NotHere, refused, type Reason, type Result } from "../shared/result.ts";
import { professions, unitTree } from "../organisation/store.ts";
import { mayGiveRoles, mayKeepAccounts } from "./access.ts";
import {
  accounts,
  accountWithGrants,
  endGrant,
  invited,
  personByNumber,
  saveAccount,
  saveGrant,
  saveInvitation,
  savePassword,
  setDisabled,
} from "./accounts.store.ts";
import { checkGrant, type GrantCode, type WantedGrant } from "./role.rules.ts";
import { PASSWORD_MAX, PASSWORD_MIN } from "./rules.ts";
import { hashToken, newToken } from "./session.ts";
import { hashPassword } from "./sign-in.ts";

const PAGE_SIZE = 50;
const INVITATION_HOURS = 72;
const HOUR_MS = 3_600_000;

/** Whoever runs the commands of an installation, as an administrator of one organisation. Has no account, and so can read about nobody. */
export const operator = (tenant: Pick<Tenant, "id">): Actor => ({
  accountId: "00000000-0000-4000-8000-000000000000",
  organisationId: tenant.id,
  personId: null,
  displayName: "vidga",
  grants: [{ role: "administrator", unitId: null, professionIds: [], personId: null, reason: null }],
  manages: [],
});

export async function viewAccounts(work: Work, query: string, page: number) {
  if (!mayKeepAccounts(work.actor)) throw new NotFound("accounts");
  return accounts(work, query, { number: page, size: PAGE_SIZE });
}

/** One account, with what its roles can be about; reading it is reading about the person that it belongs to. */
export async function viewAccount(work: Work, accountId: string) {
  if (!mayKeepAccounts(work.actor) || !isId(accountId)) throw new NotFound("account");
  const account = await accountWithGrants(work, accountId);
  if (!account) throw new NotFound("account");
  if (account.personId)
    work.reads.note({ personIds: [account.personId], what: "account", basis: "administrator" });
  return {
    account: { ...account, mayGiveRoles: mayGiveRoles(work.actor, accountId) },
    units: (await unitTree(work, work.today)).map(({ id, name, depth }) => ({ id, name, depth })),
    professions: (await professions(work)).map(({ id, nameSv, nameEn }) => ({ id, nameSv, nameEn })),
  };
}

export type AccountCode = "username-missing" | "name-missing" | "too-long" | "person-missing" | "taken";

/** Adds an account, for the employee with this employment number or, without one, for a guest. */
export async function addAccount(
  work: Work,
  wanted: { readonly username: string; readonly displayName: string; readonly employmentNumber: string },
): Promise<Result<Id, AccountCode>> {
  if (!mayKeepAccounts(work.actor)) throw new NotFound("accounts");
  const username = wanted.username.trim().toLowerCase();
  const displayName = wanted.displayName.trim();
  const reasons: Reason<AccountCode>[] = [];
  if (username === "") reasons.push({ code: "username-missing", field: "username" });
  if (displayName === "") reasons.push({ code: "name-missing", field: "displayName" });
  if (username.length > 254) reasons.push({ code: "too-long", field: "username", data: { max: 254 } });
  if (displayName.length > 200) reasons.push({ code: "too-long", field: "displayName", data: { max: 200 } });
  const personId = wanted.employmentNumber ? await personByNumber(work, wanted.employmentNumber) : null;
  if (wanted.employmentNumber && !personId)
    reasons.push({ code: "person-missing", field: "employmentNumber" });
  if (reasons.length > 0) return refused(...reasons);
  const id = newId();
  const added = await saveAccount(work, { id, username, displayName, personId });
  return added ? done(id) : refused({ code: "taken", field: "username" });
}

/** Gives a role; `employmentNumber` names the person of an HR partner's case. Never to oneself. */
export async function giveRole(
  work: Work,
  accountId: string,
  wanted: Omit<WantedGrant, "personId"> & { readonly employmentNumber: string },
): Promise<Result<null, GrantCode>> {
  if (!isId(accountId) || !mayGiveRoles(work.actor, accountId)) throw new NotFound("account");
  if (!(await accountWithGrants(work, accountId))) throw new NotFound("account");
  const personId = wanted.employmentNumber ? await personByNumber(work, wanted.employmentNumber) : null;
  const grant: WantedGrant = {
    ...wanted,
    personId,
    unitId: (await unitTree(work, work.today)).find((unit) => unit.id === wanted.unitId)?.id ?? null,
    professionIds: (await professions(work))
      .map((each) => each.id)
      .filter((id) => wanted.professionIds.includes(id)),
  };
  const reasons = checkGrant(grant);
  if (reasons.length > 0) return refused(...reasons);
  await saveGrant(work, accountId, grant);
  return done(null);
}

export async function endRole(work: Work, accountId: string, grantId: string): Promise<void> {
  if (!isId(accountId) || !isId(grantId) || !mayGiveRoles(work.actor, accountId))
    throw new NotFound("account");
  if (!(await accountWithGrants(work, accountId))) throw new NotFound("account");
  await endGrant(work, accountId, grantId);
}

/** Closes an account, or opens it again. Not one's own. */
export async function closeAccount(work: Work, accountId: string, closed: boolean): Promise<void> {
  if (!isId(accountId) || !mayGiveRoles(work.actor, accountId)) throw new NotFound("account");
  if (!(await accountWithGrants(work, accountId))) throw new NotFound("account");
  await setDisabled(work, accountId, closed);
}

/** A link by which the account's owner chooses a password: works once, for three days. Returns its token. */
export async function invite(work: Work, accountId: string): Promise<string> {
  if (!isId(accountId) || !mayKeepAccounts(work.actor)) throw new NotFound("account");
  if (!(await accountWithGrants(work, accountId))) throw new NotFound("account");
  const token = newToken();
  await saveInvitation(
    work,
    accountId,
    hashToken(token),
    new Date(work.now.getTime() + INVITATION_HOURS * HOUR_MS),
  );
  return token;
}

/** Whose invitation the token is. Throws NotHere when it is used, too old, or never was. */
export async function viewInvitation(work: Work, token: string): Promise<{ username: string }> {
  const found = await invited(work, hashToken(token));
  if (!found) throw new NotHere("invitation");
  return { username: found.username };
}

export type PasswordCode = "too-short" | "password-too-long" | "differs" | "same-as-username";

/** Chooses a password by an invitation. Long rather than odd: twelve characters, and not the user name. */
export async function choosePassword(
  work: Work,
  token: string,
  password: string,
  repeated: string,
): Promise<Result<null, PasswordCode>> {
  const found = await invited(work, hashToken(token));
  if (!found) throw new NotHere("invitation");
  const reasons: Reason<PasswordCode>[] = [];
  if (password.length < PASSWORD_MIN)
    reasons.push({ code: "too-short", field: "password", data: { min: PASSWORD_MIN } });
  if (password.length > PASSWORD_MAX)
    reasons.push({ code: "password-too-long", field: "password", data: { max: PASSWORD_MAX } });
  if (password.toLowerCase() === found.username)
    reasons.push({ code: "same-as-username", field: "password" });
  if (password !== repeated) reasons.push({ code: "differs", field: "repeated" });
  if (reasons.length > 0) return refused(...reasons);
  await savePassword(work, found.accountId, await hashPassword(password));
  return done(null);
}
