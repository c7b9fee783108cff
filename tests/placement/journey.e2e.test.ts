import { describe, expect, test } from "vitest";
import type { Actor } from "../../src/shared/actor.ts";
import { expectGood } from "../support/axe.ts";
import { go } from "../support/browser.ts";
import { testDatabase } from "../support/database.ts";
import { testSite } from "../support/site.ts";
import { placementWorld } from "./world.ts";

const database = await testDatabase();
const site = testSite(database);

/** A unit with a manager, and four people to place. */
async function unitToPlace() {
  const world = await placementWorld(database);
  const karin = await world.person("Karin Öhman");
  await world.manage(karin, world.rehab);
  const asa = await world.person("Åsa Lindqvist");
  await world.employ(asa, world.rehab, { from: "2022-01-01" });
  for (const name of ["Jörgen Ek", "Ömer Yıldız", "Siv Åkerblom"])
    await world.employ(await world.person(name), world.rehab, { from: "2022-01-01" });
  await world.employ(await world.person("Clara Ask"), world.rehab, { from: "2022-01-01" }, world.clerk);
  const open = (who: Actor, script: boolean) => site.open(world, who, script);
  return { world, karin, asa, open };
}

describe.each([true, false])("with script %s", (script) => {
  test("PLC-5 PLC-1 a manager prepares the unit, places it, and the employees answer", async () => {
    const { world, karin, asa, open } = await unitToPlace();
    const manager = await open(karin, script);
    const list = `${site.url()}/o/${world.slug}/units/${world.rehab}/placements`;
    await manager.goto(list);
    await expectGood(manager);
    expect(await manager.locator("main").innerText()).toContain("0 av 4 är placerade.");

    await go(manager.getByRole("link", { name: "Förbered placeringar" }));
    expect(await manager.locator("main").innerText()).toContain("Lika för lika.");
    await expectGood(manager);
    const block = (name: string) => manager.getByRole("group", { name });
    const fill = async (name: string, level: string, day: string, words: string) => {
      await block(name).getByLabel("Nivå").selectOption({ label: level });
      await block(name).getByLabel("Samtalets dag").fill(day);
      await block(name).getByLabel("Några ord om varför").fill(words);
    };
    await fill("Jörgen Ek", "Skicklig", "2026-11-03", "Leder arbetet i gruppen.");
    await fill("Åsa Lindqvist", "Expert, Forskning", "2026-11-05", "");
    await block("Ömer Yıldız").getByLabel("Några ord om varför").fill("Nyanställd.");
    await go(manager.getByRole("button", { name: "Placera dem vars samtal är hållet" }));

    const summary = manager.locator("#error-summary");
    expect(await summary.innerText()).toContain("Åsa Lindqvist: skriv några ord om varför");
    expect(await block("Jörgen Ek").getByLabel("Några ord om varför").inputValue()).toBe(
      "Leder arbetet i gruppen.",
    );
    expect(await block("Åsa Lindqvist").getByLabel("Samtalets dag").inputValue()).toBe("2026-11-05");
    await expectGood(manager);

    await block("Åsa Lindqvist").getByLabel("Några ord om varför").fill("Driver forskning i vardagen.");
    await go(manager.getByRole("button", { name: "Placera dem vars samtal är hållet" }));
    await manager.waitForURL(`${list}?placed=2&saved=1`);
    const main = await manager.locator("main").innerText();
    expect(main).toContain("2 personer är placerade. Ett utkast är sparat.");
    expect(main).toContain("2 av 4 är placerade.");
    await expectGood(manager);

    const employee = await open(asa, script);
    const mine = `${site.url()}/o/${world.slug}/my/placement`;
    await employee.goto(mine);
    expect(await employee.locator("main").innerText()).toContain("Driver forskning i vardagen.");
    await expectGood(employee);
    await go(employee.getByRole("button", { name: "Jag har tagit del av den" }));
    await employee.waitForURL(`${mine}?done=answered`);
    await employee.getByText("Jag ser annorlunda på det").click();
    await go(employee.getByRole("button", { name: "Lämna min uppfattning" }));
    expect(await employee.locator("#error-summary").innerText()).toContain("Skriv hur du ser på det");
    await expectGood(employee);
    await employee.getByLabel("Hur ser du på det?").fill("Jag ser mig som forskare på heltid.");
    await go(employee.getByRole("button", { name: "Lämna min uppfattning" }));
    await employee.waitForURL(`${mine}?done=answered`);

    await manager.goto(list);
    expect(await manager.getByRole("row", { name: /Lindqvist/ }).innerText()).toContain(
      "Har en annan uppfattning",
    );
    await go(manager.getByRole("link", { name: "Lindqvist, Åsa" }));
    expect(await manager.locator("main").innerText()).toContain("Jag ser mig som forskare på heltid.");
    await expectGood(manager);
    await go(manager.getByRole("button", { name: "Placera" }));
    expect(await manager.locator("#error-summary").innerText()).toContain("Välj en nivå");
    await manager.getByLabel("Nivå").selectOption({ label: "Bas" });
    await manager.getByLabel("Samtalets dag").fill("2026-11-20");
    await manager.getByLabel("Några ord om varför").fill("Byter inriktning och vill in i kärnan.");
    await go(manager.getByRole("button", { name: "Placera" }));
    await manager.waitForURL(/placements\?saved$/);
    expect(await manager.locator(".timeline").innerText()).toContain("2026-11-05 till 2026-11-19");
    await expectGood(manager);
    await manager.context().close();
    await employee.context().close();
  });
});

test("PLC-1 a sheet that is sent twice places once", async () => {
  const { world, karin, open } = await unitToPlace();
  const page = await open(karin, false);
  await page.goto(`${site.url()}/o/${world.slug}/units/${world.rehab}/placements/prepare`);
  const block = page.getByRole("group", { name: "Siv Åkerblom" });
  await block.getByLabel("Nivå").selectOption({ label: "Bas" });
  await block.getByLabel("Samtalets dag").fill("2026-11-03");
  await block.getByLabel("Några ord om varför").fill("Ny i yrket.");
  const sheet = await page.locator("main form").evaluate((form: HTMLFormElement) => {
    const sent = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") sent.append(name, value);
    sent.set("intent", "place");
    return sent.toString();
  });
  const send = async () => {
    const answer = await page.request.post(page.url(), {
      data: sheet,
      headers: { "content-type": "application/x-www-form-urlencoded", origin: site.url() },
      maxRedirects: 0,
    });
    return [answer.status(), answer.headers()["location"]];
  };
  const first = await send();
  expect(first[0]).toBe(303);
  expect(await send()).toEqual(first);
  const rows = await world.as(null, ({ tx }) => tx.selectFrom("placement").select("id").execute());
  expect(rows).toHaveLength(1);
  await page.context().close();
});

test("ORG-2 an employee takes their placement along to another authority", async () => {
  const world = await placementWorld(database);
  const karin = await world.person("Karin Öhman");
  await world.manage(karin, world.rehab);
  const who = await world.person("Åsa Lindqvist");
  const employment = await world.employ(who, world.rehab, { from: "2022-01-01" });
  await world.put("placement", {
    id: crypto.randomUUID(),
    person_id: who.personId,
    model_id: world.model.modelId,
    version_id: world.model.versionId,
    level_id: world.model.skilled,
    valid_from: "2026-02-01",
    dialogue_on: "2026-02-01",
    basis: "development-talk",
    motivation: "Leder arbetet.",
    decided_by: karin.personId,
    decided_as: "manager",
    unit_id: world.rehab,
    authority_id: world.care,
  });
  await world.change(who, employment, "2026-11-10", { unitId: world.pupilHealth });
  const page = await site.open(world, who, false);
  const mine = `${site.url()}/o/${world.slug}/my/placement`;
  await page.goto(mine);
  await expectGood(page);
  await go(page.getByRole("button", { name: "Ta med min placering" }));
  await page.waitForURL(`${mine}?done=taken-along`);
  expect(await page.locator("main").innerText()).toContain("Du är placerad på nivån Skicklig.");
  await expectGood(page);
  await page.context().close();
});
