/** The built server and a browser on a test file's own database, and people who are signed in there. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { openTab } from "../career-model/tabs.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { dayOf, type LocalDate } from "../../src/shared/local-date.ts";
import { launchBrowser } from "./browser.ts";
import { SECRET, type TestDatabase } from "./database.ts";
import { startServer, type TestServer } from "./server.ts";

type World = Parameters<typeof openTab>[2]["world"];

export type Site = {
  readonly url: () => string;
  /** A tab where the actor is signed in, without their having to do it. */
  readonly open: (world: World, actor: Actor, script?: boolean, width?: number) => Promise<Page>;
  /** The day that it is there. */
  readonly today: () => LocalDate;
  /** Lets so many days pass: the server begins again then, and nobody is signed in any longer. */
  readonly pass: (days: number) => Promise<void>;
};

const DAY_MS = 86_400_000;

/** Call it at the top of the file, not in a hook: both start beside each other before the first test, and end after the last. */
export function testSite(database: TestDatabase, env: Readonly<Record<string, string>> = {}): Site {
  let server: TestServer;
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  let daysAhead = 0;
  const start = (): Promise<TestServer> =>
    startServer({
      databaseUrl: database.appUrl,
      databaseOwnerUrl: database.ownerUrl,
      daysAhead,
      env: { VIDGA_SECRET: SECRET, ...env },
    });
  beforeAll(async () => {
    [server, browser] = await Promise.all([start(), launchBrowser()]);
  });
  afterAll(() => Promise.all([browser.close(), server.stop()]));
  return {
    url: () => server.url,
    open: (world, actor, script = true, width = 1240) =>
      openTab(browser, server.url, { world, actor, script, width, daysAhead }),
    today: () => dayOf(new Date(Date.now() + daysAhead * DAY_MS)),
    pass: async (days) => {
      daysAhead += days;
      await server.stop();
      server = await start();
    },
  };
}

/** What the page says in its main part. */
export const main = (page: Page): Promise<string> => page.locator("main").innerText();
