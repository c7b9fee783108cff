/** A request with a token: who it acts as, found and checked in the request's own transaction. The database keeps the token's SHA-256. */
import { work, type Workshop } from "../platform/database/work.ts";
import type { TokenVisit } from "../platform/http/api/create-api.ts";
import { dayOf } from "../shared/local-date.ts";
import { hashToken, isToken, newToken } from "./session.ts";
import { tokenNeedsTouch } from "./token.rules.ts";
import { findToken, tokenHolds, touchToken, type FoundToken } from "./token.store.ts";

/** What every token begins with: so that one that has ended up in the wrong place is recognised for what it is. */
const MARK = "vidga_";
const SHOWN = 8;

/** A new token's text, which is shown once, with what is kept of it. */
export function makeToken(): { readonly text: string; readonly hash: Buffer; readonly prefix: string } {
  const text = MARK + newToken();
  return { text, hash: hashToken(text), prefix: text.slice(0, MARK.length + SHOWN) };
}

const isApiToken = (text: string): boolean => text.startsWith(MARK) && isToken(text.slice(MARK.length));

export function tokenVisit(workshop: Workshop, slug: string, text: string | undefined): TokenVisit {
  let token: FoundToken | undefined;
  return {
    async actor(tx, now) {
      if (!text || !isApiToken(text)) return null;
      token = await findToken(tx, hashToken(text), { now, today: dayOf(now) });
      return token?.actor ?? null;
    },
    found: () => token ?? null,
    holds: async (tx, tenantId, now) =>
      token !== undefined && (await tokenHolds(tx, tenantId, token.id, { now, today: dayOf(now) })),
    async touch() {
      const used = token;
      if (used && tokenNeedsTouch(used.lastUsedAt, workshop.clock()))
        await work(workshop, { slug, actor: null }, (unit) => touchToken(unit, used.id));
    },
  };
}
