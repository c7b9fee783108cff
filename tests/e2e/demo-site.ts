/** The demo as visitors meet it: a server with all of it, and a browser in which one is whoever one wants with one click. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll } from "vitest";
import { ACCOUNTS } from "../../demo/accounts.ts";
import type { GivenRole } from "../../src/shared/actor.ts";
import { go, launchBrowser } from "../support/browser.ts";
import { SECRET, type TestDatabase } from "../support/database.ts";
import { demoDatabase } from "./demo-database.ts";
import { startServer, type TestServer } from "../support/server.ts";

/** Name and organisation of one who can be chosen on the sign-in page; nobody is not signed in. */
export type Who = { readonly slug: string; readonly name: string | null };

export const nobody = (slug: string): Who => ({ slug, name: null });
export const named = (slug: string, name: string): Who => ({ slug, name });

/** The one who has this role in the demo. */
export function withRole(slug: string, role: GivenRole): Who {
  const account = ACCOUNTS[slug]?.find((each) => each.role === role);
  if (!account) throw new Error(`nobody in ${slug} is ${role}`);
  return { slug, name: account.name };
}

export const deputyIn = (slug: string): Who => {
  const account = ACCOUNTS[slug]?.find((each) => each.deputyOf !== undefined);
  if (!account) throw new Error(`nobody in ${slug} is a deputy`);
  return { slug, name: account.name };
};

export class DemoSite {
  readonly database: TestDatabase;
  readonly server: TestServer;
  readonly browser: Browser;
  readonly #states = new Map<string, Promise<BrowserContextOptions["storageState"]>>();

  constructor(database: TestDatabase, server: TestServer, browser: Browser) {
    this.database = database;
    this.server = server;
    this.browser = browser;
  }

  url(slug: string, path = ""): string {
    return `${this.server.url}/o/${slug}${path}`;
  }

  /** A context signed in as somebody; each person signs in once, by a click. The caller closes it. */
  async as(who: Who, options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const key = `${who.slug} ${who.name ?? ""}`;
    const state = this.#states.get(key) ?? this.#enter(who);
    this.#states.set(key, state);
    const storageState = await state;
    return this.browser.newContext({
      viewport: { width: 1240, height: 900 },
      ...options,
      ...(storageState === undefined ? {} : { storageState }),
    });
  }

  async page(who: Who, path = "", options: BrowserContextOptions = {}): Promise<Page> {
    const page = await (await this.as(who, options)).newPage();
    await page.goto(this.url(who.slug, path));
    return page;
  }

  async #enter({ slug, name }: Who): Promise<BrowserContextOptions["storageState"]> {
    if (name === null) return undefined;
    const context = await this.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(this.url(slug, "/sign-in"));
    await go(page.getByRole("button", { name }));
    await page.waitForURL(this.url(slug));
    const state = await context.storageState();
    await context.close();
    return state;
  }
}

/** A demo for one test file; all of it goes when the file is done. Call it at the top of the file. */
export async function demoSite(): Promise<DemoSite> {
  const database = await demoDatabase();
  const [browser, server] = await Promise.all([
    launchBrowser(),
    startServer({
      databaseUrl: database.appUrl,
      databaseOwnerUrl: database.ownerUrl,
      env: { VIDGA_MODE: "demo", VIDGA_SECRET: SECRET },
    }),
  ]);
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });
  return new DemoSite(database, server, browser);
}
