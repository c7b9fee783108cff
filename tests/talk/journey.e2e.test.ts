/** The dialogue as two people go through it, each in their own browser, and what has come of it a month later. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { Actor } from "../../src/shared/actor.ts";
import { newId } from "../../src/shared/ids.ts";
import { addDays } from "../../src/shared/local-date.ts";
import { show } from "../assessment/facts.ts";
import { expectGood } from "../support/axe.ts";
import { go } from "../support/browser.ts";
import { testDatabase } from "../support/database.ts";
import { main, testSite, type Site } from "../support/site.ts";
import { talkWorld } from "./world.ts";

const database = await testDatabase();
const site = testSite(database);

type Look = { readonly script: boolean; readonly width: number };

const press = (page: Page, name: string) => go(page.getByRole("button", { name, exact: true }));
const follow = (page: Page, name: string | RegExp) => go(page.locator("main").getByRole("link", { name }));

/** Anna, who works at the innermost level and has the course for the next, and each one's view of what else it takes. */
async function meeting(today: ReturnType<Site["today"]>) {
  const all = await talkWorld(database);
  const { world, karin, judges, leads } = all;
  world.on(addDays(today, -1));
  const course = newId();
  await world.revise(3, "2025-01-01", [
    { id: judges, text: "Bedömer sammansatta behov." },
    { id: leads, text: "Leder ett arbete i gruppen.", heading: "together", mandatory: false },
    { id: course, text: "Kurs i handledning.", kind: "formal" },
    { id: newId(), text: "Kurs i forskningsmetod.", kind: "formal", level: "expert" },
  ]);
  await world.as(null, ({ tx }) =>
    tx
      .updateTable("organisation_setting")
      .set({ move_rule: "present-and-target", pay_link_statement: "Nivån är ett av flera underlag." })
      .execute(),
  );
  const { who } = await all.employee();
  await world.put("placement", {
    id: newId(),
    person_id: who.personId,
    model_id: world.model.modelId,
    version_id: world.model.versionId,
    level_id: world.model.basic,
    valid_from: "2023-01-01",
    dialogue_on: "2023-01-01",
    basis: "first-introduction",
    motivation: "Efter samtalet.",
    decided_by: karin.personId,
    decided_as: "manager",
    unit_id: world.rehab,
    authority_id: world.care,
  });
  await show(world, { who, by: karin }, [course], { issued_on: "2024-06-01", authority_id: world.care });
  const assessment = await world.begin(who, who);
  await world.write(who, assessment, { [judges]: ["3", "Varje vecka."] });
  await world.handIn(who, assessment);
  await world.write(karin, assessment, { [judges]: ["1", "Inte sett än."] });
  await world.handIn(karin, assessment);
  return { world, karin, who, judges };
}

describe.each<Look>([
  { script: true, width: 1240 },
  { script: false, width: 320 },
])("with script $script, $width px", ({ script, width }) => {
  test("TLK-1, TLK-2, TLK-3, PLC-1, PLC-3, PLN-1: booked, prepared apart, met, agreed, confirmed by each, moved, planned, and followed up a month later", async () => {
    const { world, karin, who, judges } = await meeting(site.today());
    const home = () => `${site.url()}/o/${world.slug}`;
    const open = (actor: Actor) => site.open(world, actor, script, width);
    const [manager, employee] = [await open(karin), await open(who)];

    // A round: times are proposed for everybody, and booked at once.
    await manager.goto(`${home()}/units/${world.rehab}/talks`);
    await follow(manager, "Planera en samtalsomgång");
    await press(manager, "Föreslå tider");
    await expectGood(manager);
    const day = manager.getByLabel(`Dag ${who.displayName}`);
    const proposed = await day.inputValue();
    await day.fill("");
    await press(manager, "Boka alla som är valda");
    expect(await manager.getByRole("alert").innerText()).toContain(`${who.displayName}: Välj en dag.`);
    await day.fill(proposed);
    await press(manager, "Boka alla som är valda");
    expect(await main(manager)).toContain("samtal är bokade");
    await expectGood(manager);

    // Each prepares: the employee shows it, the manager doesn't yet.
    await employee.goto(`${home()}/my/talks`);
    await follow(employee, "Utvecklingssamtal");
    await employee.getByLabel("Vad vill du framåt, och vad behöver du för det?").fill("Jag vill handleda.");
    await press(employee, "Spara och visa för din chef");
    expect(await main(employee)).toContain("Sparat och visat");
    await expectGood(employee);
    await follow(manager, `Förbered ${who.displayName}`);
    expect(await main(manager)).toContain("Jag vill handleda.");
    expect(await main(manager)).toContain("Bedömer sammansatta behov.");
    await manager.getByLabel("Vad ser du framåt, och vad kan du bidra med?").fill("Studenter i vår.");
    await press(manager, "Spara");
    await expectGood(manager);
    await employee.reload();
    expect(await main(employee)).not.toContain("Studenter i vår.");

    // They meet. What is being written is the manager's, and isn't lost on the way to the placement and back.
    await press(manager, "Öppna samtalet");
    const talkPath = new URL(manager.url()).pathname;
    await employee.reload();
    expect(await main(employee)).toContain("Studenter i vår.");
    const text = manager.getByLabel("Skriv tillsammans: vad, vem och till när.");
    await text.fill("Hospitera i Uddevalla.");
    await press(manager, "Spara texten och besluta om placering");
    const place = async () => {
      await manager.getByLabel("Nivå", { exact: true }).selectOption({ label: "Skicklig" });
      await manager.getByLabel("Några ord om varför").fill("Arbetar självständigt.");
      await press(manager, "Placera");
    };
    await place();
    expect(await main(manager)).toContain("”Bedömer sammansatta behov.” är inte uppfyllt.");
    expect(await main(manager)).not.toContain("Kurs i handledning.");
    expect(await manager.getByLabel("Några ord om varför").inputValue()).toBe("Arbetar självständigt.");
    await expectGood(manager);

    // One button saves an outcome, and what was typed elsewhere on the page goes along.
    await follow(manager, "Tillbaka till samtalet");
    expect(await text.inputValue()).toBe("Hospitera i Uddevalla.");
    await text.fill("Hospitera i Uddevalla före sommaren.");
    const statement = manager.locator(`#statement-${judges}`);
    await statement.getByRole("radio", { name: "Uppfyllt" }).check();
    await statement.getByLabel("Några ord om vad ni kom fram till").fill("Vi har gått igenom tre ärenden.");
    await go(statement.getByRole("button", { name: "Spara utfallet" }));
    expect(await statement.innerText()).toContain("Utfallet är sparat.");
    expect(await text.inputValue()).toBe("Hospitera i Uddevalla före sommaren.");
    await expectGood(manager);
    await press(manager, "Spara texten och besluta om placering");
    await place();
    expect(await main(manager)).toContain("Beslutat i samtalet");
    await employee.reload();
    expect(await main(employee)).toContain("Vi har gått igenom tre ärenden.");
    expect(await main(employee)).not.toContain("Uddevalla");
    await press(manager, "Visa för båda att bekräfta");
    expect(await main(manager)).toContain("Nivån är ett av flera underlag.");

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
    const pdf = await manager.request.get(`${site.url()}${file}`);
    expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
    await employee.reload();
    expect(await main(employee)).toContain("Beslutat i samtalet");

    // What is missing for the next level becomes a goal, with something to do.
    const until = addDays(site.today(), 60);
    await manager.goto(`${home()}/people/${who.personId}/missing`);
    await manager.getByLabel("Nivå och spår").selectOption({ label: "Expert" });
    await press(manager, "Visa");
    await follow(manager, /^Lägg i planen/);
    await manager.getByLabel("När ska målet vara nått?").fill(until);
    await press(manager, "Lägg målet i planen");
    await follow(manager, "Lägg till en aktivitet till Kurs i forskningsmetod.");
    await manager.getByLabel("Vad ska göras?").fill("Hospitering i Uddevalla");
    await manager.getByLabel("Klar senast").fill(until);
    await press(manager, "Lägg aktiviteten i planen");
    expect(await main(manager)).toContain("Hospitering i Uddevalla");
    for (const page of [manager, employee]) await page.context().close();

    // A month later the employee has done it, and they follow up: what they agreed stands beside, and what was locked is as it was.
    await site.pass(31);
    const [later, self] = [await open(karin), await open(who)];
    await later.goto(`${home()}/units/${world.rehab}/talks/book`);
    await later.getByLabel("Vilket samtal?").selectOption({ label: "Uppföljningssamtal" });
    await press(later, "Föreslå tider");
    await press(later, "Boka alla som är valda");
    await self.goto(`${home()}/my/plan`);
    await follow(self, "Öppna Hospitering i Uddevalla");
    await self.getByRole("radio", { name: "Klart" }).check();
    await press(self, "Spara läget");
    await follow(later, `Förbered ${who.displayName}`);
    expect(await main(later)).toContain("Hospitera i Uddevalla före sommaren.");
    expect(await main(later)).toContain("Hospitering i Uddevalla");
    await expectGood(later);
    await press(later, "Öppna samtalet");
    await later.getByLabel("Skriv tillsammans: vad, vem och till när.").fill("Hospiterat i två dagar.");
    await press(later, "Visa för båda att bekräfta");
    await press(later, "Jag bekräftar");
    await self.goto(`${home()}/my/talks`);
    await follow(self, "Uppföljningssamtal");
    await press(self, "Jag bekräftar");
    expect(await main(self)).toContain("Båda har bekräftat.");
    await later.goto(`${site.url()}${talkPath}`);
    expect(await main(later)).toContain("Hospitera i Uddevalla före sommaren.");
    expect(await main(later)).not.toContain("Hospiterat i två dagar.");
    for (const page of [later, self]) await page.context().close();
  });
});
