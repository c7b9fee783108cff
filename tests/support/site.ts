/** The built server and a browser on a test file's own database, and people who are signed in there. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { openTab } from "../career-model/tabs.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { launchBrowser } from "./browser.ts";
import { SECRET, type TestDatabase } from "./database.ts";
import { startServer, type TestServer } from "./server.ts";

type World = Parameters<typeof openTab>[2]["world"];

export type Site = {
  readonly url: () => string;
  /** A tab where the actor is signed in, without their having to do it. */
  readonly open: (world: World, actor: Actor, script?: boolean) => Promise<Page>;
};

/** Call it at the top of the file, not in a hook: both start beside each other before the first test, and end after the last. */
export function testSite(database: TestDatabase, env: Readonly<Record<string, string>> = {}): Site {
  let server: TestServer;
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  beforeAll(async () => {
    [server, browser] = await Promise.all([
      startServer({
        databaseUrl: database.appUrl,
        databaseOwnerUrl: database.ownerUrl,
        env: { VIDGA_SECRET: SECRET, ...env },
      }),
      launchBrowser(),
    ]);
  });
  afterAll(() => Promise.all([browser.close(), server.stop()]));
  return {
    url: () => server.url,
    open: (world, actor, script = true) => openTab(browser, server.url, { world, actor, script }),
  };
}

/** What the page says in its main part. */
export const main = (page: Page): Promise<string> => page.locator("main").innerText();
