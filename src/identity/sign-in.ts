/** Signing in with a user name and a password, and signing out. */
import { hash, verify } from "@node-rs/argon2";
import type { Work } from "../platform/database/work.ts";
import { done, NotHere, refused, type Result } from "../shared/result.ts";
import { afterWrongPassword, isLocked, PASSWORD_MAX } from "./rules.ts";
import {
  accountForSignIn,
  deleteSession,
  saveAttempts,
  saveSession,
  demoAccounts,
  type DemoAccount,
} from "./store.ts";
import { hashToken, newToken } from "./session.ts";

/** argon2id as OWASP advises: 19 MiB, two passes, one lane. */
const ARGON2 = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2);

/** Compared with when there is no such account, so that a name that does not exist takes as long as one that does. */
const nobodysHash = hashPassword("no account has this password");

/**
 * Signs in and gives the new session's token. One refusal covers a wrong name, a wrong password, a closed account
 * and one that rests after too many attempts: nothing tells them apart.
 */
export async function signIn(
  work: Work,
  username: string,
  password: string,
): Promise<Result<string, "wrong">> {
  const account = await accountForSignIn(work, username.toLowerCase());
  const usable =
    account && !account.closed && account.passwordHash && !isLocked(account.lockedUntil, work.now);
  const right =
    password.length <= PASSWORD_MAX &&
    (await verify(usable ? account.passwordHash : await nobodysHash, password)) &&
    usable;
  if (!right) {
    if (usable) await saveAttempts(work, account.id, afterWrongPassword(account.failedAttempts, work.now));
    return refused({ code: "wrong" });
  }
  await saveAttempts(work, account.id, { failedAttempts: 0, lockedUntil: null });
  return done(await begin(work, account.id));
}

/** Demo mode only: one click signs in as an invented person. In a live installation there is no such door. */
export async function signInToDemo(work: Work, mode: "demo" | "live", username: string): Promise<string> {
  const account =
    mode === "demo" && username.startsWith("demo-") ? await accountForSignIn(work, username) : undefined;
  if (!account || account.closed) throw new NotHere("demo account");
  return begin(work, account.id);
}

async function begin(work: Work, accountId: string): Promise<string> {
  const token = newToken();
  await saveSession(work, hashToken(token), accountId);
  return token;
}

/** What the sign-in page shows: in a demo, whom one can be. */
export const viewSignIn = async (
  work: Work,
  mode: "demo" | "live",
): Promise<{ organisation: string; demo: DemoAccount[] }> => ({
  organisation: work.tenant.name,
  demo: mode === "demo" ? await demoAccounts(work) : [],
});

export const signOut = (work: Work, token: string): Promise<void> => deleteSession(work, hashToken(token));
