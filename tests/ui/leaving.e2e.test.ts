/** Leaving a form in which something is typed and not saved: the browser asks, and never without cause. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { newId } from "../../src/shared/ids.ts";
import { coverageWorld } from "../coverage/world.ts";
import { go } from "../support/browser.ts";
import { testDatabase } from "../support/database.ts";
import { main, testSite } from "../support/site.ts";

const database = await testDatabase();
const site = testSite(database);

/** A tab with the form of a new entry of the catalogue. */
async function newEntry(): Promise<Page> {
  const world = await coverageWorld(database);
  const { accountId } = world.lead;
  await world.put("role_grant", {
    id: newId(),
    account_id: accountId,
    role: "process_lead",
    valid_from: "2020-01-01",
  });
  const page = await site.open(world, world.lead);
  await page.goto(`${site.url()}/o/${world.slug}/catalogue/new/keep`);
  return page;
}
const away = (page: Page) => page.locator("header").getByRole("link", { name: "Modeller" });
const save = (page: Page) => go(page.getByRole("button", { name: "Spara", exact: true }));
const name = (page: Page) => page.getByLabel("Namn", { exact: true });

test("what is typed is asked about, also after it was refused; what is saved or untouched isn't", async () => {
  const page = await newEntry();
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  await go(away(page));
  await page.goBack();
  await page.getByLabel("Anordnare").fill("Högskolan Väst");
  expect(asked).toEqual([]);
  await away(page).click();
  expect(asked).toEqual(["beforeunload"]);
  await save(page);
  expect(await page.locator(".field[data-invalid]").count()).toBe(1);
  await away(page).click();
  expect(asked).toEqual(["beforeunload", "beforeunload"]);
  expect(await page.getByLabel("Anordnare").inputValue()).toBe("Högskolan Väst");
  await name(page).fill("Handledarutbildning");
  await save(page);
  expect(await main(page)).toContain("Handledarutbildning");
  await go(away(page));
  expect(asked).toHaveLength(2);
});
