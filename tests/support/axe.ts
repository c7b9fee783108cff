import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/**
 * Fails with one line for each thing that axe finds on the page as it stands: WCAG 2.0–2.2 A and AA, and best practice.
 * Without script axe can't run: then it examines the same document, without its scripts, in a tab that can.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const scripted = await page.evaluate(() => !matchMedia("(scripting: none)").matches);
  const found = scripted ? await examine(page) : await examineCopy(page);
  if (found.length > 0) expect.fail([`${page.url()} is not accessible:`, ...found].join("\n- "));
}

async function examine(page: Page): Promise<string[]> {
  // All in the page itself, for there are no frames, and only what is wrong in full: a third of the time.
  const { violations, passes } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .withTags(TAGS)
    .setLegacyMode(true)
    .analyze();
  if (passes.length === 0) throw new Error(`axe found nothing to examine on ${page.url()}`);
  return violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map((node) => `${id} (${impact ?? "unrated"}): ${help}: ${node.target.join(" ")}: ${node.html}`),
  );
}

/** The copy has the same address, size, cookies and colours, so that styles and pictures are the same. */
async function examineCopy(page: Page): Promise<string[]> {
  const browser = page.context().browser();
  if (!browser) throw new Error("the page's browser is closed");
  const dark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  const document = (await page.content()).replaceAll(/<script\b.*?<\/script>|<\/?noscript>/gs, "");
  const context = await browser.newContext({
    storageState: await page.context().storageState(),
    viewport: page.viewportSize(),
    colorScheme: dark ? "dark" : "light",
  });
  try {
    const copy = await context.newPage();
    const isDocument = (url: URL): boolean => url.href === page.url();
    await copy.route(isDocument, (route) =>
      route.fulfill({ contentType: "text/html; charset=utf-8", body: document }),
    );
    await copy.goto(page.url());
    return await examine(copy);
  } finally {
    await context.close();
  }
}
