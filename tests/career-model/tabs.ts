/** Tabs of a browser in a model world's organisation, signed in as those who read and write there. */
import type { Browser, Page } from "playwright-core";
import { cookieName, hashToken, newToken } from "../../src/identity/session.ts";
import { saveSession } from "../../src/identity/store.ts";
import type { Actor } from "../../src/shared/actor.ts";
import type { World } from "./world.ts";

const WIDE = 1240;
const DAY_MS = 86_400_000;

/** A tab where the actor is signed in; nobody is when it is null. */
export async function openTab(
  browser: Browser,
  url: string,
  of: {
    readonly world: Pick<World, "as" | "slug">;
    readonly actor: Actor | null;
    readonly script?: boolean;
    readonly english?: boolean;
    readonly width?: number;
    /** Where the server's clock is ahead of the machine's. */
    readonly daysAhead?: number;
  },
): Promise<Page> {
  const { world, actor, script = true, english = false, width = WIDE, daysAhead = 0 } = of;
  const context = await browser.newContext({ javaScriptEnabled: script, viewport: { width, height: 900 } });
  const cookies = english ? [{ name: "vidga-language", value: "en", url }] : [];
  if (actor) {
    const token = newToken();
    const now = new Date(Date.now() + daysAhead * DAY_MS);
    await world.as(actor, (work) => saveSession({ ...work, now }, hashToken(token), actor.accountId));
    cookies.push({ name: cookieName(world.slug, false), value: token, url });
  }
  await context.addCookies(cookies);
  context.setDefaultTimeout(20_000);
  return context.newPage();
}
