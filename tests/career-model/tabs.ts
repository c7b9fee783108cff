/** Tabs of a browser in a model world's organisation, signed in as those who read and write there. */
import type { Browser, Page } from "playwright-core";
import { cookieName, hashToken, newToken } from "../../src/identity/session.ts";
import { saveSession } from "../../src/identity/store.ts";
import type { Actor } from "../../src/shared/actor.ts";
import type { World } from "./world.ts";

const WIDE = { width: 1240, height: 900 };

/** A tab where the actor is signed in; nobody is when it is null. */
export async function openTab(
  browser: Browser,
  url: string,
  of: {
    readonly world: Pick<World, "as" | "slug">;
    readonly actor: Actor | null;
    readonly script?: boolean;
    readonly english?: boolean;
  },
): Promise<Page> {
  const { world, actor, script = true, english = false } = of;
  const context = await browser.newContext({ javaScriptEnabled: script, viewport: WIDE });
  const cookies = english ? [{ name: "vidga-language", value: "en", url }] : [];
  if (actor) {
    const token = newToken();
    const now = new Date();
    await world.as(actor, (work) => saveSession({ ...work, now }, hashToken(token), actor.accountId));
    cookies.push({ name: cookieName(world.slug, false), value: token, url });
  }
  await context.addCookies(cookies);
  context.setDefaultTimeout(20_000);
  return context.newPage();
}
