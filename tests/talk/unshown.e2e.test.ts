/** What somebody had written in a talk and hadn't shown when it closed, in the browser: its writer reads it, copies it and takes it away (TLK-1). */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { cancelTalk } from "../../src/talk/change-booking.ts";
import { addDays } from "../../src/shared/local-date.ts";
import { expectGood } from "../support/axe.ts";
import { go } from "../support/browser.ts";
import { testDatabase } from "../support/database.ts";
import { main, testSite } from "../support/site.ts";
import { talkWorld } from "./world.ts";

const database = await testDatabase();
const site = testSite(database);
const DRAFT = "Hospitera i Borås i stället.";
const TITLE = "Det du skrev men inte visade";

async function takeAway(page: Page): Promise<void> {
  await page.locator("summary", { hasText: "Ta bort det du skrev" }).click();
  await go(page.getByRole("button", { name: "Ta bort för gott" }));
  const said = await main(page);
  expect(said).toContain("Det du skrev är borttaget");
  expect(said).not.toContain(TITLE);
}

describe.each([
  { script: true, width: 1240 },
  { script: false, width: 320 },
])("with script $script, $width px", ({ script, width }) => {
  test("TLK-1, ASM-4: the manager's text that was overtaken, and what the employee had prepared for a talk that was cancelled", async () => {
    const { world, karin, employee, asked, book, prepare, write, confirm } = await talkWorld(database);
    world.on(site.today());
    const { who } = await employee();
    const address = await asked(who);
    await confirm(karin, address);
    await write(karin, address, DRAFT);
    await confirm(who, address);
    const home = `${site.url()}/o/${world.slug}`;
    const theirs = `${home}/people/${who.personId}/talks/${address.talkId}`;
    const mine = `${home}/my/talks/${address.talkId}`;
    const manager = await site.open(world, karin, script, width);
    const self = await site.open(world, who, script, width);

    await manager.goto(theirs);
    expect(await main(manager)).toContain(TITLE);
    expect(await main(manager)).toContain("Den ingår inte i det ni kom överens om, och inte i PDF:en.");
    expect(await manager.getByLabel("Din text").inputValue()).toBe(DRAFT);
    expect(await manager.getByLabel("Din text").isEditable()).toBe(false);
    await expectGood(manager);
    await self.goto(mine);
    expect(await main(self)).toContain("Hospitera i Uddevalla.");
    expect(await self.content()).not.toContain("Borås");

    await manager.goto(`${home}/my/data`);
    expect(await main(manager)).toContain(DRAFT);
    await expectGood(manager);
    const file = await manager.request.get(`${home}/my/data/file.json`);
    expect(await file.json()).toMatchObject({ unshown: [{ agreed: DRAFT }] });
    await go(manager.locator("#unshown").getByRole("link"));
    await takeAway(manager);
    await manager.goto(`${home}/my/data`);
    expect(await main(manager)).not.toContain(DRAFT);

    const next = await book(who, { kind: "follow-up", day: addDays(site.today(), 3) });
    await prepare(who, next, "Jag vill handleda.");
    await world.as(karin, (work) => cancelTalk(work, next, { words: "" }));
    await self.goto(`${home}/my/talks/${next.talkId}`);
    expect(await main(self)).toContain(TITLE);
    expect(await self.getByLabel("Vad vill du framåt, och vad behöver du för det?").inputValue()).toBe(
      "Jag vill handleda.",
    );
    expect(await main(self)).not.toContain("Vad ni har förberett");
    await expectGood(self);
    await manager.goto(`${home}/people/${who.personId}/talks/${next.talkId}`);
    expect(await manager.content()).not.toContain("Jag vill handleda.");
    await takeAway(self);
    for (const each of [manager, self]) await each.context().close();
  });
});
