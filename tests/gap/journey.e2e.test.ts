/** Impact, debt and what is missing in the browser, with and without script: what the lead tries, the adopter decides by, and the manager and the employee then meet. */
import { describe, expect, test } from "vitest";
import type { Actor } from "../../src/shared/actor.ts";
import { newId } from "../../src/shared/ids.ts";
import { addMonths, dayOf } from "../../src/shared/local-date.ts";
import { expectGood } from "../support/axe.ts";
import { go } from "../support/browser.ts";
import { testDatabase } from "../support/database.ts";
import { main, testSite } from "../support/site.ts";
import { show } from "../assessment/facts.ts";
import { leaveUnused } from "./unused.ts";
import { gapWorld } from "./world.ts";

const database = await testDatabase();
const site = testSite(database);

const today = dayOf(new Date());

/** A unit of nineteen, of whom twelve lack what a draft would ask for; and its manager, the lead and the adopter. */
async function staffed() {
  const world = await gapWorld(database);
  world.on(today);
  const [course, kept, merit, years] = [newId(), newId(), newId(), newId()];
  const before = [{ id: kept, text: "Hygienkurs" }];
  const group = { group: "vagar", needed: 1, levelId: world.model.skilled };
  const more = [
    { id: merit, text: "Magisterexamen", ...group },
    { id: years, text: "Två års arbete", months: 24, ...group },
    { id: newId(), text: "Forskarutbildning", levelId: world.model.expert, trackId: world.model.research },
  ];
  await world.adopt((await world.draft([...before, ...more])).number, "2024-01-01");
  const team = await world.team(world.rehab, 18, 18);
  const asa = await world.person("Åsa Lindqvist");
  await world.hire(asa, { unit: world.rehab, from: addMonths(today, -23) });
  await world.place(asa, { from: addMonths(today, -20) }, { authority_id: world.care });
  const proof = { issued_on: "2024-06-01", authority_id: null };
  for (const who of team) await world.prove(who, [kept]);
  await show(world, { who: asa, by: world.chief }, [kept], { ...proof, authority_id: world.care });
  for (const who of team.slice(0, 7)) await show(world, { who, by: world.chief }, [course], proof);
  const draft = await world.draft([...before, { id: course, text: "Förflyttningskunskap" }, ...more]);
  const manager = await world.person("Karin Öhman");
  await world.manage(manager, world.rehab, { from: "2020-01-01" });
  for (const [who, role] of [
    [world.lead, "process_lead"],
    [world.adopter, "adopter"],
  ] as const)
    await world.put("role_grant", {
      id: newId(),
      account_id: who.accountId,
      role,
      valid_from: "2020-01-01",
    });
  return { ...world, manager, asa, draft };
}

describe.each([true, false])("with script %s", (script) => {
  test("MOD-12, DBT-1: the lead tries a rule and sees the figures move, the adopter adopts, and debt is what the preview said", async () => {
    const world = await staffed();
    const home = `${site.url()}/o/${world.slug}`;
    const open = (actor: Actor) => site.open(world, actor, script);
    const impact = `${home}/models/fysio/versions/${world.draft.number}/impact`;
    const until = addMonths(today, 12);

    const lead = await open(world.lead);
    await lead.goto(impact);
    expect(await main(lead)).toContain("Gäller alla från början: ett krav med siffror");
    const row = lead.getByRole("row", { name: /Förflyttningskunskap/ });
    expect(await row.innerText()).toMatch(/12/);
    await expectGood(lead);
    await lead.getByLabel("Alla nivåer").fill(addMonths(today, -1));
    await go(lead.getByRole("button", { name: "Visa" }));
    expect(await lead.locator("#error-summary").innerText()).toContain("Välj en dag från och med");
    expect(await lead.getByLabel("Alla nivåer").inputValue()).toBe(addMonths(today, -1));
    await expectGood(lead);
    await lead.getByLabel("Alla nivåer").fill(until);
    await go(lead.getByRole("button", { name: "Visa" }));
    expect(await main(lead)).toContain(`Gäller de redan placerade från ${until}: ett krav med siffror`);
    expect(await main(lead)).not.toContain("Gäller alla från början");
    const href = await lead.getByRole("link", { name: "Hämta som fil" }).getAttribute("href");
    const file = await lead.request.get(`${site.url()}${href}`);
    expect(await file.text()).toContain(until);
    // Tried and left: nothing is kept.
    await lead.goto(impact);
    expect(await main(lead)).toContain("Gäller alla från början");

    const adopter = await open(world.adopter);
    await adopter.goto(`${home}/models/fysio/versions/${world.draft.number}/adopt`);
    expect(await main(adopter)).toContain("Ett krav är nytt eller strängare");
    expect(await main(adopter)).toContain("Förflyttningskunskap (Bas): 12 skulle sakna det");
    await expectGood(adopter);
    await adopter.locator("#decidedAs").fill("HR-direktör");
    await adopter.locator("#delegation").fill("4.2");
    await adopter.locator("#diaryNumber").fill("2026/7");
    await adopter.locator("#restsOn").fill("Beredningen.");
    await adopter.locator("#inForceFrom").fill(today);
    await go(adopter.getByRole("button", { name: "Fastställ" }));

    // What is adopted leads to the same comparison, from its page and from the list of versions.
    await lead.goto(`${home}/models/fysio`);
    await go(lead.getByRole("link", { name: "Se vad den kräver av dem som är placerade" }));
    expect(await main(lead)).toContain(`mot version ${world.draft.number - 1}`);
    expect(await lead.getByRole("row", { name: /Förflyttningskunskap/ }).innerText()).toMatch(/12/);
    await expectGood(lead);
    await go(lead.getByRole("link", { name: "Jämför versionernas texter" }));
    expect(await main(lead)).toContain(`till version ${world.draft.number}`);
    await go(lead.getByRole("link", { name: "Se vad de två versionerna kräver" }));
    expect(new URL(lead.url()).pathname).toBe(new URL(impact).pathname);
    await lead.goto(`${home}/models/fysio/history`);
    await expectGood(lead);
    await go(lead.getByRole("link", { name: "Konsekvenser av version 1" }));
    expect(await main(lead)).toContain("Ingen version gällde före den");

    await lead.goto(`${home}/debt`);
    expect(await lead.getByRole("row", { name: /Förflyttningskunskap/ }).innerText()).toMatch(/12/);
    expect(await main(lead)).not.toContain("Lindqvist");
    await lead.getByText("krav utan siffror").click();
    expect(await main(lead)).toContain("Hygienkurs");
    await expectGood(lead);

    const manager = await open(world.manager);
    await manager.goto(`${home}/debt`);
    await expectGood(manager);
    await go(manager.getByRole("link", { name: "Åsa Lindqvist" }));
    expect(await manager.locator("#left").innerText()).toContain("Förflyttningskunskap");
    await manager.goto(`${home}/units/${world.rehab}/abilities`);
    expect(await manager.getByRole("row", { name: /Hygienkurs/ }).innerText()).toContain("Lindqvist, Åsa");
    await expectGood(manager);
  });

  test("MOD-4, MOD-6, ASM-5: the employee sees what is missing, what if elsewhere, groups in words, and from when time alone opens a way", async () => {
    const world = await staffed();
    await world.modelFor("handlaggare", world.clerk, [newId()]);
    const mine = `${site.url()}/o/${world.slug}/my/missing`;
    const employee = await site.open(world, world.asa, script);
    await employee.goto(mine);
    expect(await main(employee)).toContain("Hygienkurs");
    const ask = async (place: string) => {
      await employee.getByLabel("Nivå och spår").selectOption({ label: place });
      await go(employee.getByRole("button", { name: "Visa" }));
    };
    await ask("Skicklig");
    const left = await employee.locator("#left").innerText();
    expect(left).toContain("En av dessa två räcker");
    expect(left).toContain("Öppnas av sig själv");
    expect(await main(employee)).toContain("Det här är en annan plats än den egna. Att titta");
    await expectGood(employee);
    await ask("Expert, Forskning");
    expect(await employee.locator("#left").innerText()).toContain("Forskarutbildning");
    await employee.getByLabel("Modell", { exact: true }).selectOption({ label: "Handlaggare" });
    await go(employee.getByRole("button", { name: "Visa" }));
    expect(await employee.locator("#left").innerText()).toContain("Kurs 0");
    await expectGood(employee);

    // Whoever is placed nowhere has no other place to have left.
    const unplaced = await world.person("Ny Nyström");
    await world.hire(unplaced, { unit: world.rehab, from: today });
    const newcomer = await site.open(world, unplaced, script);
    for (const place of ["", "?model=fysio&place=l1"]) {
      await newcomer.goto(`${mine}${place}`);
      expect(await main(newcomer)).toContain("Ingen egen plats finns att jämföra med i den här modellen.");
      expect(await main(newcomer)).not.toContain("en annan plats än den egna");
    }
    await expectGood(newcomer);
  });

  test("MOD-9, PLC-1: at a level that the employer has left unused since, which it is and why, for oneself and the manager", async () => {
    const world = await staffed();
    const reason = "Alla börjar som skickliga hos oss.";
    const parts = [{ level_id: world.model.basic }];
    await leaveUnused(world, { parts, reason, from: today, by: world.adopter });
    for (const [who, path] of [
      [world.asa, "my"],
      [world.manager, `people/${world.asa.personId}`],
    ] as const) {
      const page = await site.open(world, who, script);
      await page.goto(`${site.url()}/o/${world.slug}/${path}/missing`);
      const text = await main(page);
      for (const said of ["Placerad på Bas.", `Arbetsgivaren använder inte nivån längre. Skäl: ${reason}`])
        expect(text).toContain(said);
      expect(text).not.toContain("Inte placerad");
      expect(text).not.toContain("Ingen egen plats");
      await expectGood(page);
    }
  });
});
