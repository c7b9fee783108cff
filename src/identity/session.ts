/** The session's cookie: a random token that only its holder has; the database keeps its SHA-256. */
import { createHash, randomBytes } from "node:crypto";
import type { ActorSource } from "../platform/database/work.ts";
import { work, type Workshop } from "../platform/database/work.ts";
import { needsTouch, sessionLives } from "./rules.ts";
import { findSession, touchSession } from "./store.ts";
import { dayOf } from "../shared/local-date.ts";

const TOKEN_BYTES = 32;

/** Has this text the shape of a token? */
export const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

export const newToken = (): string => randomBytes(TOKEN_BYTES).toString("base64url");

export const hashToken = (token: string): Buffer => createHash("sha256").update(token).digest();

/** One cookie for each organisation, so that one may be signed in to several; `__Host-` over https. */
export const cookieName = (slug: string, secure: boolean): string =>
  `${secure ? "__Host-" : ""}vidga-${slug}`;

export function sessionCookie(slug: string, secure: boolean, token: string): string {
  return `${cookieName(slug, secure)}=${token}; Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

export function endedCookie(slug: string, secure: boolean): string {
  return `${cookieName(slug, secure)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure ? "; Secure" : ""}`;
}

/** Who the cookie belongs to, in the request's own transaction; nobody when it is unknown, idle too long or too old. */
export const actorOf =
  (token: string | undefined): ActorSource =>
  async (tx, tenant, now) => {
    if (!token || !isToken(token)) return null;
    const found = await findSession(tx, tenant.id, hashToken(token), dayOf(now));
    return found && sessionLives(found, now) ? found.actor : null;
  };

/** Notes, in a transaction of its own and at most each minute, that the session was used. */
export async function touch(workshop: Workshop, slug: string, token: string): Promise<void> {
  await work(workshop, { slug, actor: null }, async (unit) => {
    const found = await findSession(unit.tx, unit.organisationId, hashToken(token), unit.today);
    if (found && needsTouch(found.seenAt, unit.now)) await touchSession(unit, hashToken(token));
  });
}
