/** Nothing that is typed on a talk's page is lost, whichever of its buttons is pressed, with script and without; and nobody confirms what the other hasn't read. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { addDays } from "../../src/shared/local-date.ts";
import { expectGood } from "../support/axe.ts";
import { go } from "../support/browser.ts";
import { testDatabase } from "../support/database.ts";
import { main, testSite } from "../support/site.ts";
import { talkWorld } from "./world.ts";

const database = await testDatabase();
const site = testSite(database);

const press = (page: Page, name: string) => go(page.getByRole("button", { name, exact: true }));
const unfold = (page: Page, name: string) => page.locator("summary", { hasText: name }).click();
const AHEAD = "Vad ser du framåt, och vad kan du bidra med?";
const AGREED = "Skriv tillsammans: vad, vem och till när.";
const WHY = "Varför? Några ord räcker.";

describe.each([
  { script: true, width: 1240 },
  { script: false, width: 320 },
])("with script $script, $width px", ({ script, width }) => {
  async function unit() {
    const all = await talkWorld(database);
    all.world.on(site.today());
    const { who } = await all.employee();
    const open = (actor: typeof who) => site.open(all.world, actor, script, width);
    const talks = `${site.url()}/o/${all.world.slug}`;
    return { ...all, who, open, talks };
  }

  test("TLK-1, TLK-3: before the talk what is prepared is saved by any button, and what waits for its own button is told of", async () => {
    const { karin, who, book, see, hold, open, talks } = await unit();
    const address = await book(who, { day: addDays(site.today(), 3) });
    const page = await open(karin);
    const there = `${talks}/people/${who.personId}/talks/${address.talkId}`;
    await page.goto(there);

    await page.getByLabel(AHEAD).fill("Studenter i vår.");
    await unfold(page, "Byt tid eller plats");
    await page.getByLabel("Plats eller länk").fill("Rum Älven");
    await press(page, "Spara den nya tiden");
    expect(await main(page)).toContain("Den nya tiden är sparad");
    expect(await main(page)).toContain("Plats: Rum Älven");
    expect(await page.getByLabel(AHEAD).inputValue()).toBe("Studenter i vår.");

    // What does more than save is not done by another's button, and stays where it was typed.
    await page.getByLabel(AHEAD).fill("Studenter i höst.");
    await unfold(page, "Ställ in");
    await page.getByLabel(WHY).fill("Vi är för få på plats.");
    for (const button of ["Spara", "Öppna samtalet"]) {
      await press(page, button);
      expect(await main(page)).toContain("Samtalet är inte inställt.");
      expect(await page.getByLabel(WHY).inputValue()).toBe("Vi är för få på plats.");
      expect(await page.getByLabel(AHEAD).inputValue()).toBe("Studenter i höst.");
    }
    await expectGood(page);
    expect(await see(karin, address)).toMatchObject({
      talk: { state: "planned" },
      preparations: { manager: { answers: { ahead: "Studenter i höst." }, sharedOn: null } },
    });

    // Enter in a line saves, and neither shows nor opens anything.
    await page.goto(there);
    await page.getByLabel(AHEAD).fill("Studenter hela året.");
    await Promise.all([page.waitForEvent("load"), page.getByLabel("Samtalet hålls").press("Enter")]);
    expect(await see(karin, address)).toMatchObject({
      talk: { state: "planned" },
      preparations: { manager: { answers: { ahead: "Studenter hela året." }, sharedOn: null } },
    });

    await page.getByLabel(AHEAD).fill("Studenter i vår och höst.");
    await press(page, "Öppna samtalet");
    expect(await main(page)).toContain("Studenter i vår och höst.");

    // Whoever prepared in the meantime has their words to copy.
    const next = await book(who, { kind: "follow-up", day: addDays(site.today(), 3) });
    const employee = await open(who);
    await employee.goto(`${talks}/my/talks/${next.talkId}`);
    await employee.getByLabel("Vad har hänt sedan sist?").fill("Jag har börjat handleda.");
    await hold(karin, next);
    await press(employee, "Spara");
    expect(await main(employee)).toContain("Det här är inte sparat");
    expect(await main(employee)).toContain("Jag har börjat handleda.");
    await expectGood(employee);
    for (const each of [page, employee]) await each.context().close();
  });

  test("TLK-1: whoever changes what was agreed, or an outcome, and then confirms has it saved, and confirms nothing that the other hasn't read", async () => {
    const { world, judges, karin, who, asked, see, open, talks } = await unit();
    const assessment = await world.begin(who, who);
    await world.write(who, assessment, { [judges]: ["3", "Varje vecka."] });
    await world.handIn(who, assessment);
    await world.write(karin, assessment, { [judges]: ["1", "Inte sett än."] });
    await world.handIn(karin, assessment);
    const address = await asked(who);
    const page = await open(karin);
    await page.goto(`${talks}/people/${who.personId}/talks/${address.talkId}`);
    const before = async () => {
      const view = await see(karin, address);
      expect(view.record?.agreed).toBe("Hospitera i Uddevalla.");
      expect(view.events.filter(({ kind }) => kind === "confirmed")).toEqual([]);
    };

    // The text: saved, told of, and not confirmed with; also when it is only opened and pressed again.
    await unfold(page, "Ändra texten");
    await page.getByLabel(AGREED).fill("Hospitera i Borås.");
    await press(page, "Jag bekräftar");
    expect(await main(page)).toContain("Visa den för båda igen, eller gå tillbaka");
    expect(await page.getByLabel(AGREED).inputValue()).toBe("Hospitera i Borås.");
    await before();
    await expectGood(page);
    await page.reload();
    expect(await page.getByLabel(AGREED).inputValue()).toBe("Hospitera i Borås.");
    await press(page, "Jag bekräftar");
    await before();
    await press(page, "Gå tillbaka till texten som visades");
    expect(await main(page)).toContain("Texten är som när den visades");

    // An outcome: saved, and part of what is confirmed only when it is shown anew.
    const statement = page.locator(`#statement-${judges}`);
    await statement.getByRole("radio", { name: "Uppfyllt" }).check();
    await statement.getByLabel("Några ord om vad ni kom fram till").fill("Tre ärenden.");
    await press(page, "Jag bekräftar");
    expect(await main(page)).toContain("Utfallet är sparat, men det är inte med i det som ni har läst.");
    expect(await statement.innerText()).toContain("Tre ärenden.");
    await before();
    await expectGood(page);
    await unfold(page, "Ändra texten");
    await press(page, "Visa för båda igen");
    const shown = await see(karin, address);
    expect(shown.record).toMatchObject({ revision: 2, agreed: "Hospitera i Uddevalla." });
    expect(JSON.stringify(shown.record?.snapshot)).toContain("Tre ärenden.");

    // The employee's other view: confirming is held back while it stands there unsaved.
    const employee = await open(who);
    await employee.goto(`${talks}/my/talks/${address.talkId}`);
    await unfold(employee, "Jag ser det på ett annat sätt");
    await employee.getByLabel("Så ser jag på det").fill("Vi sa Vänersborg.");
    await employee.getByLabel(/svarar skriftligt/).check();
    await press(employee, "Jag bekräftar");
    expect(await main(employee)).toContain("Din uppfattning är inte sparad.");
    expect(await employee.getByLabel("Så ser jag på det").inputValue()).toBe("Vi sa Vänersborg.");
    expect(await employee.getByLabel(/svarar skriftligt/).isChecked()).toBe(true);
    await expectGood(employee);
    await employee.getByLabel(/svarar skriftligt/).uncheck();
    await employee.getByLabel("Så ser jag på det").fill("");
    await press(employee, "Jag bekräftar");
    await page.goto(page.url());
    await press(page, "Jag bekräftar");
    expect(await main(page)).toContain("Båda har bekräftat.");
    for (const each of [page, employee]) await each.context().close();
  });

  test("PLC-9: another view stays on the page when the text is put to both anew, and when the talk is locked", async () => {
    const { karin, who, asked, otherView, put, confirm, open, talks } = await unit();
    const address = await asked(who);
    await otherView(who, address, "Vi sa Vänersborg.");
    await put(karin, address, "Hospitera i Vänersborg.");
    const page = await open(who);
    const stays = async () => {
      await page.goto(`${talks}/my/talks/${address.talkId}`);
      expect(await main(page)).toContain("Vi sa Vänersborg.");
      expect(await main(page)).toContain("Gällde en tidigare lydelse av texten.");
    };
    await stays();
    await expectGood(page);
    await press(page, "Jag bekräftar");
    await confirm(karin, address);
    await stays();
    await page.context().close();
  });

  test("TLK-1: asking the employee again keeps what is being written, and asks about nothing that they haven't read", async () => {
    const { karin, who, asked, see, open, talks } = await unit();
    const address = await asked(who);
    await site.pass(8);
    const page = await open(karin);
    await page.goto(
      `${talks.replace(/^http:..[^/]+/, site.url())}/people/${who.personId}/talks/${address.talkId}`,
    );
    await unfold(page, "Ändra texten");
    await page.getByLabel(AGREED).fill("Hospitera i Borås.");
    await press(page, "Fråga igen");
    expect(await page.getByLabel(AGREED).inputValue()).toBe("Hospitera i Borås.");
    expect((await see(karin, address)).events.filter(({ kind }) => kind === "asked")).toHaveLength(1);
    await press(page, "Visa för båda igen");
    expect((await see(karin, address)).record?.agreed).toBe("Hospitera i Borås.");
    await page.context().close();
  });
});
