/** The session's cookie: a random token that only its holder has; the database keeps its SHA-256. */
import { createHash, randomBytes } from "node:crypto";
import { work, type Workshop } from "../platform/database/work.ts";
import type { Visit } from "../platform/http/context.ts";
import type { Id } from "../shared/ids.ts";
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

/** A request with this cookie: nobody's when it is unknown, idle too long or too old. */
export function visit(workshop: Workshop, slug: string, token: string | undefined): Visit {
  let formerAccount: Id | null = null;
  let due: string | null = null;
  return {
    async actor(tx, now) {
      if (!token || !isToken(token)) return null;
      const found = await findSession(tx, hashToken(token), dayOf(now));
      if (!found) return null;
      if (!sessionLives(found, now)) {
        formerAccount = found.actor.accountId;
        return null;
      }
      if (needsTouch(found.seenAt, now)) due = token;
      return found.actor;
    },
    formerAccount: () => formerAccount,
    async touch() {
      const used = due;
      if (used) await work(workshop, { slug, actor: null }, (unit) => touchSession(unit, hashToken(used)));
    },
  };
}
