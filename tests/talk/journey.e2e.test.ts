import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, dayOf } from "../../src/shared/local-date.ts";
import { expectGood } from "../support/axe.ts";
import { go, launchBrowser } from "../support/browser.ts";
import { testDatabase } from "../support/database.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { talkWorld } from "./world.ts";

const database = await testDatabase();
const browser = await launchBrowser();
let server: TestServer;
beforeAll(async () => {
  server = await startServer({
    databaseUrl: database.appUrl,
    databaseOwnerUrl: database.ownerUrl,
    env: { VIDGA_MODE: "demo", VIDGA_SECRET: "5".repeat(64) },
  });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

type Look = { readonly javaScriptEnabled: boolean; readonly width: number };
const main = (page: Page): Promise<string> => page.locator("main").innerText();

describe.each<Look>([
  { javaScriptEnabled: true, width: 1240 },
  { javaScriptEnabled: false, width: 320 },
])("with script $javaScriptEnabled, $width px", ({ javaScriptEnabled, width }) => {
  test("TLK-1, TLK-2, TLK-3, PLC-1: booked, prepared apart, met, agreed, moved, confirmed by each, and followed up a month later", async () => {
    const all = await talkWorld(database);
    const { world, karin } = all;
    const today = dayOf(new Date());
    world.on(today);
    const { who } = await all.employee();
    const home = `${server.url}/o/${world.slug}`;
    async function signIn(name: string): Promise<Page> {
      const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 900 } });
      const page = await context.newPage();
      await page.goto(`${home}/sign-in`);
      await go(page.getByRole("button", { name }));
      await page.waitForURL(home);
      return page;
    }
    const press = (page: Page, name: string) => go(page.getByRole("button", { name, exact: true }));
    const manager = await signIn("Karin Öhman");
    const employee = await signIn(who.displayName);

    // A round: times are proposed for everybody, and booked at once.
    await manager.goto(`${home}/units/${world.rehab}/talks`);
    await go(manager.getByRole("link", { name: "Planera en samtalsomgång" }));
    await press(manager, "Föreslå tider");
    await expectGood(manager);
    await press(manager, "Boka alla som är valda");
    expect(await main(manager)).toContain("samtal är bokade");
    await expectGood(manager);

    // Each prepares: the employee shows it, the manager doesn't yet.
    await employee.goto(`${home}/my/talks`);
    await go(employee.locator("main").getByRole("link", { name: "Utvecklingssamtal" }));
    await employee.getByLabel("Vad vill du framåt, och vad behöver du för det?").fill("Jag vill handleda.");
    await press(employee, "Spara och visa för din chef");
    expect(await main(employee)).toContain("Sparat och visat");
    await expectGood(employee);
    await go(manager.getByRole("link", { name: `Förbered ${who.displayName}` }));
    expect(await main(manager)).toContain("Jag vill handleda.");
    await manager.getByLabel("Vad ser du framåt, och vad kan du bidra med?").fill("Studenter i vår.");
    await press(manager, "Spara");
    await expectGood(manager);
    await employee.reload();
    expect(await main(employee)).not.toContain("Studenter i vår.");

    // They meet. What is being written is the manager's, and isn't lost on the way to the placement and back.
    await press(manager, "Öppna samtalet");
    await employee.reload();
    expect(await main(employee)).toContain("Studenter i vår.");
    const text = manager.getByLabel("Skriv tillsammans: vad, vem och till när.");
    await text.fill("Hospitera i Uddevalla före sommaren.");
    if (javaScriptEnabled) await manager.locator(".save-state[data-state=saved]").waitFor();
    await press(manager, "Spara texten och besluta om placering");
    await press(manager, "Placera");
    expect(await main(manager)).toContain("Välj en nivå");
    await manager.getByLabel("Nivå", { exact: true }).selectOption({ label: "Skicklig" });
    await manager.getByLabel("Några ord om varför").fill("Arbetar självständigt.");
    await expectGood(manager);
    await press(manager, "Placera");
    expect(await main(manager)).toContain("Beslutat i samtalet");
    expect(await text.inputValue()).toBe("Hospitera i Uddevalla före sommaren.");
    await expectGood(manager);
    await employee.reload();
    expect(await main(employee)).not.toContain("Uddevalla");
    await press(manager, "Visa för båda att bekräfta");
    expect(await main(manager)).toContain("Så hänger modellen ihop med lönen");

    // Each confirms as themself, and with the second it is locked.
    await employee.reload();
    expect(await main(employee)).toContain("Hospitera i Uddevalla före sommaren.");
    await expectGood(employee);
    await press(employee, "Jag bekräftar");
    await manager.reload();
    await press(manager, "Jag bekräftar");
    expect(await main(manager)).toContain("Båda har bekräftat.");
    await expectGood(manager);
    const file = await manager.getByRole("link", { name: "Hämta som PDF" }).getAttribute("href");
    const pdf = await manager.request.get(`${server.url}${file}`);
    expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
    await employee.reload();
    expect(await main(employee)).toContain("Beslutat i samtalet");

    // A month later they follow up: what they agreed stands beside, and what was locked is as it was.
    world.on(addDays(today, 30));
    const follow = await all.book(who, { kind: "follow-up", day: addDays(today, 31) });
    const { matter } = await all.see(who, follow);
    expect(matter?.last).toMatchObject({
      kind: "development",
      agreed: "Hospitera i Uddevalla före sommaren.",
    });
    expect(matter?.placements).toMatchObject([{ level: "Skicklig", from: today }]);
    await all.hold(karin, follow);
    await all.put(karin, follow, "Hospiterat i två dagar.");
    await all.confirm(karin, follow);
    expect(await all.confirm(who, follow)).toEqual({ ok: true, value: "both" });
    await manager.context().close();
    await employee.context().close();
  });
});
