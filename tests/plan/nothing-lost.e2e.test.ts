/** Nothing that is typed on the page of a goal or an activity is lost, whichever of its buttons is pressed, with script and without. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { changeGoal } from "../../src/plan/keep-goal.ts";
import { addDays } from "../../src/shared/local-date.ts";
import { expectGood } from "../support/axe.ts";
import { go } from "../support/browser.ts";
import { testDatabase } from "../support/database.ts";
import { main, testSite } from "../support/site.ts";
import { planWorld, text } from "./world.ts";

const database = await testDatabase();
const site = testSite(database);

const press = (page: Page, name: string) => go(page.getByRole("button", { name, exact: true }));
const MENTOR = "Mentor eller handledare";
const ENDED = "Vilken dag blev det klart?";
const valueOf = (page: Page, label: string) => page.getByLabel(label).inputValue();

describe.each([
  { script: true, width: 1240 },
  { script: false, width: 320 },
])("with script $script, $width px", ({ script, width }) => {
  test("PLN-1: what is typed of an activity is saved by any of its buttons, or refused and kept with its reason", async () => {
    const world = await planWorld(database);
    const today = site.today();
    world.on(today);
    const anna = await world.staff();
    const until = addDays(today, 60);
    const activityId = world.id(await world.add(anna, anna, { until }));
    const activity = async () => (await world.plan(anna, anna)).loose[0];
    const words = async () => (await world.plan(anna, anna)).events.map((event) => event.words);
    const page = await site.open(world, anna, script, width);
    const there = `${site.url()}/o/${world.slug}/my/plan/activities/${activityId}`;
    await page.goto(there);

    // Each button saves what was typed for the others, and it is told what was saved.
    await page.getByLabel("Anteckning", { exact: true }).fill("Jag har ringt Uddevalla.");
    await page.getByLabel(MENTOR).fill("Dragana");
    await press(page, "Spara läget");
    expect(await main(page)).toContain("Aktiviteten är sparad. Anteckningen är sparad.");
    expect(await activity()).toMatchObject({ mentor: "Dragana", state: "planned" });
    expect(await words()).toEqual(["Jag har ringt Uddevalla.", "", ""]);

    await page.goto(there);
    await page.getByRole("radio", { name: "Pågår" }).check();
    await page.getByLabel("Kommentar").fill("Första dagen är gjord.");
    await press(page, "Spara anteckningen");
    expect(await main(page)).toContain("Läget är sparat.");
    expect(await main(page)).toContain("Första dagen är gjord.");
    expect(await activity()).toMatchObject({ state: "under-way", reason: "Första dagen är gjord." });

    // One thing is wrong: nothing is saved, all of it stays where it was typed, and each says why.
    await page.goto(there);
    await page.getByLabel("Vad ska göras?").fill("");
    await page.getByLabel(MENTOR).fill("Karin");
    await page.getByLabel(ENDED).fill(addDays(today, -1));
    await page.getByLabel("Anteckning", { exact: true }).fill("En dag till.");
    await press(page, "Spara anteckningen");
    const summary = page.locator("#error-summary");
    expect(await summary.innerText()).toContain("Skriv vad det är");
    expect(await summary.innerText()).toContain("Dagen är ändrad, men det är inte avslutat.");
    expect(await valueOf(page, "Vad ska göras?")).toBe("");
    expect(await valueOf(page, MENTOR)).toBe("Karin");
    expect(await valueOf(page, ENDED)).toBe(addDays(today, -1));
    expect(await page.getByLabel("Anteckning", { exact: true }).inputValue()).toBe("En dag till.");
    expect(await activity()).toMatchObject({ mentor: "Dragana", state: "under-way" });
    expect(await words()).toHaveLength(4);
    await expectGood(page);

    // Meanwhile the manager goes on with it: what was typed stays, what wasn't is as it is now.
    await world.step(world.karin, anna, "activity", activityId, "under-way", 3);
    await page.getByLabel("Vad ska göras?").fill("Hospitering i Borås");
    await page.getByRole("radio", { name: "Klart" }).check();
    await press(page, "Spara aktiviteten");
    expect(await main(page)).toContain("Någon annan har skrivit medan du skrev.");
    expect(await valueOf(page, "Vad ska göras?")).toBe("Hospitering i Borås");
    expect(await page.getByRole("radio", { name: "Klart" }).isChecked()).toBe(true);
    expect(await page.getByLabel("Anteckning", { exact: true }).inputValue()).toBe("En dag till.");
    await expectGood(page);
    await press(page, "Spara aktiviteten");
    expect(await main(page)).toContain("Aktiviteten är sparad. Läget är sparat. Anteckningen är sparad.");
    expect(await activity()).toMatchObject({
      title: "Hospitering i Borås",
      mentor: "Karin",
      state: "done",
      endedOn: addDays(today, -1),
    });
    expect((await words())[0]).toBe("En dag till.");
    await page.context().close();
  });

  test("MOD-13: words beside an activity of the catalogue are refused and kept, since it has its name from there", async () => {
    const world = await planWorld(database);
    const today = site.today();
    world.on(today);
    const anna = await world.staff();
    const entryId = await world.offer({ name: "Handledarkurs" });
    const activityId = world.id(await world.add(anna, anna, { entryId, until: addDays(today, 60) }));
    const page = await site.open(world, anna, script, width);
    await page.goto(`${site.url()}/o/${world.slug}/my/plan/activities/${activityId}`);
    await page.getByLabel("Vad ska göras?").fill("Handledarkurs, bara första delen");
    await press(page, "Spara läget");
    expect(await page.locator("#error-summary").innerText()).toContain("heter Handledarkurs. Ta bort det");
    expect(await valueOf(page, "Vad ska göras?")).toBe("Handledarkurs, bara första delen");
    await expectGood(page);
    await page.getByLabel("Ur kompetenskatalogen").selectOption({ value: "" });
    await press(page, "Spara aktiviteten");
    expect((await world.plan(anna, anna)).loose).toMatchObject([
      { title: "Handledarkurs, bara första delen", entry: null },
    ]);
    await page.context().close();
  });

  test("MOD-5: a goal that is added keeps its words when the requirement that it comes from goes meanwhile", async () => {
    const world = await planWorld(database);
    const today = site.today();
    world.on(today);
    const anna = await world.staff();
    await world.place(anna, { from: addDays(today, -400) }, { authority_id: world.care });
    const page = await site.open(world, anna, script, width);
    await page.goto(`${site.url()}/o/${world.slug}/my/missing?model=fysio&place=l0`);
    await go(page.getByRole("link", { name: /^Lägg i min plan/ }).first());
    await page.getByLabel("Hur ska den nya kompetensen användas?").fill("Två studenter varje vår.");
    const { number } = await world.draft([]);
    await world.adopt(number, today);
    await press(page, "Lägg målet i planen");
    expect(await main(page)).toContain("Kravet finns inte längre i modellen.");
    expect(await valueOf(page, "Vad är målet?")).toBe("Handledarutbildning");
    expect(await valueOf(page, "Hur ska den nya kompetensen användas?")).toBe("Två studenter varje vår.");
    await page.context().close();
  });

  test("PLN-1: what is typed of a goal is saved by any of its buttons, its manager's too; beside what another has written meanwhile", async () => {
    const world = await planWorld(database);
    const today = site.today();
    world.on(today);
    const anna = await world.staff();
    const until = addDays(today, 60);
    const goalId = await world.goal(anna, anna, { until });
    const page = await site.open(world, world.karin, script, width);
    await page.goto(`${site.url()}/o/${world.slug}/people/${anna.personId}/plan/goals/${goalId}`);
    await page.getByLabel("Hur ska den nya kompetensen användas?").fill("En student varje vår.");
    await page.getByLabel("Anteckning", { exact: true }).fill("Bra början.");
    await page.getByRole("radio", { name: "Klart" }).check();
    await page.getByLabel("Kommentar").fill("Två studenter i våras.");
    const meanwhile = { ...text, until, use: "Två studenter varje höst.", mentor: "Dragana" };
    await world.as(anna, (work) =>
      changeGoal(work, { personId: anna.personId, goalId, revision: 1 }, meanwhile),
    );
    await press(page, "Spara läget");
    expect(await main(page)).toContain("Någon annan har skrivit medan du skrev.");
    expect(await main(page)).toContain("Nu står det: Två studenter varje höst.");
    expect(await valueOf(page, "Hur ska den nya kompetensen användas?")).toBe("En student varje vår.");
    expect(await valueOf(page, MENTOR)).toBe("Dragana");
    expect(await valueOf(page, "Kommentar")).toBe("Två studenter i våras.");
    await expectGood(page);
    await press(page, "Spara läget");
    expect(await main(page)).toContain("Målet är sparat. Läget är sparat. Anteckningen är sparad.");
    const { goals, events } = await world.plan(world.karin, anna);
    expect(goals).toMatchObject([
      { use: "En student varje vår.", mentor: "Dragana", state: "done", reason: "Två studenter i våras." },
    ]);
    expect(events[0]).toMatchObject({ kind: "noted", words: "Bra början.", by: "Karin Öhman" });
    await page.context().close();
  });
});
