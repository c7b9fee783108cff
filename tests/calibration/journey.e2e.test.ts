/** A calibration as people meet it: written and opened by the lead, placed apart by two managers, read side by side, agreed on, and put to the next version. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { newId } from "../../src/shared/ids.ts";
import { addDays } from "../../src/shared/local-date.ts";
import { gapWorld } from "../gap/world.ts";
import { expectGood } from "../support/axe.ts";
import { go } from "../support/browser.ts";
import { testDatabase } from "../support/database.ts";
import { main, testSite } from "../support/site.ts";

const database = await testDatabase();
const site = testSite(database);
const press = (page: Page, name: string) => go(page.getByRole("button", { name, exact: true }));

/** Karin and Sara each manage a unit where the profession is; the version in force asks two things of whoever is skilled, and the next is begun. */
async function twoManagers() {
  const world = await gapWorld(database);
  const { model, rehab, homeCare } = world;
  world.on(site.today());
  const asks = ["Handleder studenter", "Leder ett team"].map((text) => ({
    id: newId(),
    text,
    levelId: model.skilled,
  }));
  const { number } = await world.draft(asks);
  await world.adopt(number, "2024-01-01");
  const next = await world.draft(asks);
  const [karin, sara] = [await world.person("Karin Öhman"), await world.person("Sara Skog")];
  await world.manage(karin, rehab);
  await world.manage(sara, homeCare);
  for (const unitId of [rehab, homeCare]) {
    const who = await world.person("Anna Berg");
    await world.employ(who, unitId, { from: "2022-01-01" });
  }
  const henrik = await world.withRole("process_lead");
  await world.put("role_grant", {
    id: newId(),
    account_id: henrik.accountId,
    role: "process_lead",
    valid_from: "2020-01-01",
  });
  return { world, karin, sara, henrik, next: next.number };
}

describe.each([
  { script: true, width: 1240 },
  { script: false, width: 320 },
])("with script $script, $width px", ({ script, width }) => {
  test("PLC-8: managers place invented cases apart, see where they differ and by which requirement, and agree on how it is read", async () => {
    const { world, karin, sara, henrik, next } = await twoManagers();
    const home = `${site.url()}/o/${world.slug}`;
    const [lead, one, other] = await Promise.all(
      [henrik, karin, sara].map((who) => site.open(world, who, script, width)),
    );
    if (!lead || !one || !other) throw new Error("nobody is there");

    // Begun, with what is wrong beside its field and what was written still there.
    await lead.goto(`${home}/calibrations`);
    await lead.getByLabel("Vad ska den heta?").fill("Fysioterapeuter i vår");
    await press(lead, "Börja");
    expect(await main(lead)).toContain("Välj en modell");
    expect(await lead.getByLabel("Vad ska den heta?").inputValue()).toBe("Fysioterapeuter i vår");
    await expectGood(lead);
    await lead.getByLabel("Modell", { exact: true }).selectOption({ index: 1 });
    await lead.getByLabel("Cheferna ska ha lämnat in senast").fill(addDays(site.today(), 14));
    await press(lead, "Börja");

    // A case, and whom it is sent to. Until then nobody else has it.
    const round = new URL(lead.url()).pathname;
    expect((await one.goto(site.url() + round))?.status()).toBe(404);
    await lead.getByLabel("Rubrik").fill("Fem år, just börjat handleda");
    await press(lead, "Spara fallet");
    expect(await main(lead)).toContain("Skriv fallet");
    expect(
      await lead.getByRole("group", { name: "Enheter" }).getByRole("checkbox", { checked: false }).count(),
    ).toBe(0);
    await lead.getByLabel("Fallet", { exact: true }).fill("Tar emot studenter, men leder inget team.");
    await press(lead, "Spara fallet");
    await press(lead, "Öppna för cheferna");
    expect(await main(lead)).toContain("Cheferna är inbjudna");
    await expectGood(lead);

    // Each places for themself, and reads nothing of the other's.
    const place = async (page: Page, level: string, words: string, shows: string) => {
      await page.goto(home);
      await go(page.locator("main").getByRole("link", { name: /Fysioterapeuter i vår/ }));
      await go(page.getByRole("link", { name: /^Placera/ }));
      await press(page, "Spara");
      expect(await main(page)).toContain("Välj var du placerar");
      await page.getByLabel("Var placerar du?").selectOption({ label: level });
      await page.getByLabel("Varför?").fill(words);
      await page.getByText("Skicklig", { exact: true }).last().click();
      await page
        .getByRole("group", { name: "Handleder studenter" })
        .getByRole("radio", { name: shows, exact: true })
        .check();
      await expectGood(page);
      await press(page, "Spara");
      await press(page, "Lämna in");
      expect(await main(page)).toContain("Tack, du har lämnat in");
    };
    await place(one, "Skicklig", "Handledningen avgör.", "fallet visar det");
    await lead.goto(site.url() + round);
    expect(await lead.getByRole("link", { name: "Se svaren sida vid sida" }).count()).toBe(0);
    await other.goto(`${site.url()}${round}/result`);
    expect(await other.locator("body").innerText()).not.toContain("Handledningen avgör.");
    await place(other, "Bas", "Har bara börjat.", "fallet visar det inte");

    // Side by side with names for the two, and without for the lead; what divides is named.
    await go(other.getByRole("link", { name: "Se svaren sida vid sida" }));
    const seen = await main(other);
    for (const words of ["Karin Öhman", "Handledningen avgör.", "Har bara börjat.", "placerat olika"])
      expect(seen).toContain(words);
    expect(seen).toContain("1 chef läser att fallet visar det, 1 chef att det inte gör det.");
    await expectGood(other);
    await lead.goto(`${site.url()}${round}/result`);
    expect(await main(lead)).toContain("Svaren visas utan namn");
    expect(await main(lead)).not.toContain("Karin Öhman");

    // Agreed on by one, not written over by another who had the page open, and put to the draft by the lead.
    const write = async (page: Page, words: string) => {
      const card = page.locator(".card", { has: page.getByRole("heading", { name: /Handleder studenter/ }) });
      const form = card.locator("details", { has: page.getByLabel("Så läser vi det") });
      if (!(await form.evaluate((each) => (each as HTMLDetailsElement).open)))
        await form.locator("summary").click();
      await form.getByLabel("Så läser vi det").fill(words);
      await go(form.getByRole("button", { name: "Spara" }));
    };
    await one.goto(`${site.url()}${round}/result`);
    await write(other, "Den som tar emot en student om året visar det.");
    expect(await main(other)).toContain("Det ni kom överens om är sparat");
    await write(one, "Minst två studenter.");
    expect(await main(one)).toContain("Någon annan hann skriva hur ni läser det.");
    expect(await one.getByLabel("Så läser vi det").first().inputValue()).toBe("Minst två studenter.");
    await expectGood(one);
    await lead.reload();
    await go(lead.getByRole("button", { name: new RegExp(`Lämna till utkastet av version ${next}`) }));
    expect(await main(lead)).toContain("Kommentaren ligger i utkastet");
    await expectGood(lead);

    // Closed: nothing changes any more, and all of it stays.
    await lead.goto(site.url() + round);
    await press(lead, "Stäng omgången");
    expect(await main(lead)).toContain("Allt står kvar.");
    await one.goto(site.url() + round);
    expect(await one.getByRole("link", { name: /^Läs/ }).count()).toBe(1);
    for (const page of [lead, one, other]) await page.context().close();
  });
});
