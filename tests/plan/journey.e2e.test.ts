/** A plan in the browser: from what is missing to a goal, what both write, the last place, what is withdrawn, one activity to many, and how it went. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, dayOf } from "../../src/shared/local-date.ts";
import { expectGood } from "../support/axe.ts";
import { go } from "../support/browser.ts";
import { testDatabase } from "../support/database.ts";
import { main, testSite } from "../support/site.ts";
import { planWorld } from "./world.ts";

const database = await testDatabase();
const site = testSite(database);
const today = dayOf(new Date());
/** A day of the year that places are counted in. */
const nextYear = `${Number(today.slice(0, 4)) + 1}-03-01`;

describe.each([
  { script: true, width: 1240 },
  { script: false, width: 320 },
])("with script $script, $width px", ({ script, width }) => {
  test("PLN-1, PLN-2, MOD-13: what is missing becomes a goal, both write, the last place is taken, what is withdrawn stays, and many get the same", async () => {
    const world = await planWorld(database);
    world.on(today);
    const { karin, rehab } = world;
    const [anna, bo] = [await world.staff(), await world.staff()];
    await world.place(anna, { from: addMonths(today, -12) }, { authority_id: world.care });
    const home = `${site.url()}/o/${world.slug}`;
    const enter = async (who: typeof anna): Promise<Page> => {
      const page = await site.open(world, who, script);
      await page.setViewportSize({ width, height: 900 });
      return page;
    };
    const press = (page: Page, name: string) => go(page.getByRole("button", { name, exact: true }));
    const follow = (page: Page, name: string | RegExp) => go(page.getByRole("link", { name }).first());
    const entryId = await world.offer({ name: "Handledarkurs", places: 1 });
    const [employee, manager] = [await enter(anna), await enter(karin)];

    // From what is missing, the goal is filled in; what is wrong is told at its field, and nothing typed goes.
    await employee.goto(`${home}/my/missing?model=fysio&place=l0`);
    await expectGood(employee);
    await follow(employee, /^Lägg i min plan/);
    expect(await employee.getByLabel("Vad är målet?").inputValue()).toBe("Handledarutbildning");
    await employee.getByLabel("Hur ska den nya kompetensen användas?").fill("Två studenter varje vår.");
    await press(employee, "Lägg målet i planen");
    expect(await employee.locator("#error-summary").innerText()).toContain("Välj");
    expect(await employee.getByLabel("Hur ska den nya kompetensen användas?").inputValue()).toBe(
      "Två studenter varje vår.",
    );
    await expectGood(employee);
    await employee.getByRole("radio", { name: "Fördjupning" }).check();
    await employee.getByLabel("När ska målet vara nått?").fill(nextYear);
    await press(employee, "Lägg målet i planen");
    expect(await main(employee)).toMatch(/Handledarutbildning[\s\S]*Två studenter varje vår\./);
    await expectGood(employee);

    // The last place is taken; another is told, and what they typed stays.
    await follow(employee, /^Lägg till en aktivitet/);
    await employee.getByLabel("Ur kompetenskatalogen").selectOption({ value: entryId });
    await employee.getByLabel("Klar senast").fill(nextYear);
    await press(employee, "Lägg aktiviteten i planen");
    expect(await main(employee)).toContain("Handledarkurs");
    await manager.goto(`${home}/people/${bo.personId}/plan/activities/new`);
    const choice = manager.getByLabel("Ur kompetenskatalogen");
    expect(await choice.innerText()).toContain(`fullt ${nextYear.slice(0, 4)}`);
    await choice.selectOption({ value: entryId });
    await manager.getByLabel("Klar senast").fill(nextYear);
    await manager.getByLabel("Mentor eller handledare").fill("Dragana");
    await press(manager, "Lägg aktiviteten i planen");
    expect(await main(manager)).toContain(`Handledarkurs är full ${nextYear.slice(0, 4)}`);
    expect(await manager.getByLabel("Mentor eller handledare").inputValue()).toBe("Dragana");
    await expectGood(manager);

    // The manager writes in the same plan; it says who, and what stood there before.
    await manager.goto(`${home}/people/${anna.personId}/plan`);
    await expectGood(manager);
    await follow(manager, /^Ändra målet/);
    await manager.getByLabel("Hur ska den nya kompetensen användas?").fill("En student varje vår.");
    await press(manager, "Spara målet");
    await employee.goto(`${home}/my/plan`);
    expect(await main(employee)).toMatch(
      /Karin Öhman \(chef\) ändrade Handledarutbildning[\s\S]*Så stod det förut: Så ska det användas: Två studenter varje vår\./,
    );

    // It is withdrawn from the catalogue: it stays in the plan, which says what happened.
    await world.withdraw(entryId);
    await employee.reload();
    expect(await main(employee)).toMatch(/Handledarkurs[\s\S]*togs bort ur katalogen/);
    await expectGood(employee);

    // One activity to many: who has it is told, and nobody gets it when the places don't suffice.
    const few = await world.offer({ name: "Hjärt-lungräddning", places: 2 });
    await manager.goto(`${home}/units/${rehab}/plans`);
    await expectGood(manager);
    await follow(manager, "Ge många samma aktivitet");
    await manager.getByLabel("Aktivitet ur katalogen").selectOption({ value: few });
    await manager.getByLabel("Klar senast").fill(nextYear);
    await press(manager, "Visa vilka som kan få den");
    await expectGood(manager);
    const boxes = manager.getByRole("group", { name: "Medarbetare" }).getByRole("checkbox");
    expect(await boxes.count()).toBe(2);
    for (const box of await boxes.all()) await box.check();
    await press(manager, "Lägg i deras planer");
    expect(await main(manager)).toContain("2 medarbetare fick aktiviteten.");

    // Both go on: what wasn't done says why, what is done says when.
    await employee.goto(`${home}/my/plan`);
    await follow(employee, /Öppna.*Handledarkurs/);
    await employee.getByRole("radio", { name: "Blev inte av" }).check();
    await press(employee, "Spara läget");
    expect(await employee.locator("#error-summary").innerText()).toContain("Skriv varför det inte blev av");
    await expectGood(employee);
    await employee.getByLabel("Kommentar").fill("Kursen togs bort.");
    await press(employee, "Spara läget");
    expect(await main(employee)).toContain("Varför: Kursen togs bort.");
    await manager.goto(`${home}/people/${anna.personId}/plan`);
    await follow(manager, /Öppna.*Hjärt-lungräddning/);
    await manager.getByRole("radio", { name: "Klart" }).check();
    await manager.getByLabel("Vilken dag blev det klart?").fill(addDays(today, 1));
    await press(manager, "Spara läget");
    expect(await manager.locator("#error-summary").innerText()).toContain("Dagen har inte varit än");
    await manager.getByLabel("Vilken dag blev det klart?").fill(today);
    await press(manager, "Spara läget");
    expect(await main(manager)).toContain("Läget är sparat.");

    // Followed up: the start page tells of it, and one's own data holds all of it, to say something of.
    await employee.goto(home);
    expect(await main(employee)).toMatch(/Min plan[\s\S]*klar/);
    await expectGood(employee);
    await employee.goto(`${home}/my/data`);
    const plan = employee.locator("section#plan");
    await go(plan.getByRole("link", { name: /rättelse av det här.*Handledarutbildning/ }));
    await plan.getByLabel("Vad vill du säga?").fill("Det var min idé.");
    await go(plan.getByRole("button", { name: "Skicka" }));
    await manager.goto(`${home}/data-requests`);
    expect(await main(manager)).toMatch(/plan[\s\S]*Handledarutbildning[\s\S]*Det var min idé\./);
    await expectGood(manager);
    await employee.context().close();
    await manager.context().close();
  });
});
