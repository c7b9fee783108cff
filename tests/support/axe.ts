import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const PHONE = { width: 320, height: 800 };

/** Fails with one line for each thing that axe finds on the page as it stands: WCAG 2.0–2.2 A and AA, and best practice. */
export async function expectAccessible(page: Page): Promise<void> {
  // All in the page itself, for there are no frames, and only what is wrong in full: a third of the time.
  const { violations, passes } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .withTags(TAGS)
    .setLegacyMode(true)
    .analyze();
  if (passes.length === 0) throw new Error(`axe found nothing to examine on ${page.url()}`);
  const found = violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map((node) => `${id} (${impact ?? "unrated"}): ${help}: ${node.target.join(" ")}: ${node.html}`),
  );
  if (found.length > 0) expect.fail([`${page.url()} is not accessible:`, ...found].join("\n- "));
}

/**
 * On a phone: nothing that axe finds, and nothing wider than the screen. Without script axe can't run, and has nothing new to say:
 * the document and its style are the same.
 */
export async function expectGood(page: Page): Promise<void> {
  const size = page.viewportSize();
  await page.setViewportSize(PHONE);
  if (await page.evaluate(() => !matchMedia("(scripting: none)").matches)) await expectAccessible(page);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth),
    "width of the page",
  ).toBeLessThanOrEqual(PHONE.width);
  if (size) await page.setViewportSize(size);
}
