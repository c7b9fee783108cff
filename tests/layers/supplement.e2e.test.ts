/** A municipality supplements a base, the base is revised, and the supplement is carried over: in the browser, by forms and links alone. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../src/shared/actor.ts";
import { dayOf } from "../../src/shared/local-date.ts";
import { expectGood } from "../support/axe.ts";
import { go, launchBrowser } from "../support/browser.ts";
import { SECRET, testDatabase } from "../support/database.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { small } from "../career-model/model-file-examples.ts";
import { openTab } from "../career-model/tabs.ts";
import { modelWorld } from "../career-model/world.ts";

const database = await testDatabase();
const browser = await launchBrowser();
let server: TestServer;
beforeAll(async () => {
  server = await startServer({
    databaseUrl: database.appUrl,
    databaseOwnerUrl: database.ownerUrl,
    env: { VIDGA_SECRET: SECRET },
  });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test("MOD-9, MOD-10, MOD-16: a base is supplemented, revised, and what no longer fits is settled", async () => {
  const world = await modelWorld(database);
  world.on(dayOf(new Date()));
  await world.profession("Provare");
  await world.add(small);
  await world.adopt("provare", 1, { inForceFrom: "2026-01-01" });
  const open = (actor: Actor): Promise<Page> => openTab(browser, server.url, { world, actor, script: false });
  const model = `${server.url}/o/${world.slug}/models/provare`;
  const lead = await open(world.lead);
  const adopter = await open(world.adopter);
  const press = (page: Page, name: string) => go(page.getByRole("button", { name }).first());
  const adopt = async (diary: string, from = dayOf(new Date())) => {
    await adopter.goto(`${model}/supplement`);
    await go(adopter.getByRole("link", { name: "Fastställ tillägget" }));
    await adopter.locator("#decidedAs").fill("HR-direktör");
    await adopter.locator("#delegation").fill("4.2");
    await adopter.locator("#diaryNumber").fill(diary);
    await adopter.locator("#inForceFrom").fill(from);
    await press(adopter, "Fastställ");
  };

  // The lead adds a line and clarifies another; a line without words is answered where it was written.
  await lead.goto(model);
  await go(lead.getByRole("link", { name: "Tillägg och förtydliganden" }));
  await expectGood(lead);
  await go(lead.getByRole("link", { name: "Lägg till här under Uppgifter" }));
  await press(lead, "Spara");
  expect(await lead.getByRole("alert").textContent()).toContain("Skriv en text");
  await lead.getByLabel("Text", { exact: true }).fill("Du följer kommunens rutin.");
  await press(lead, "Spara");
  await go(lead.getByRole("link", { name: /^Förtydliga.*Legitimation/ }));
  expect(await lead.locator("blockquote").textContent()).toBe("Legitimation");
  await lead.getByLabel("Hur ska det läsas hos oss?").fill("Visas vid anställning.");
  await expectGood(lead);
  await press(lead, "Spara");

  // Others are asked about it, and nobody writes on it meanwhile.
  await go(lead.getByRole("link", { name: "Samråd om tillägget" }));
  await lead.getByLabel("Några ord om varför").fill("Svar senast på fredag.");
  await press(lead, "Lägg ut på samråd");
  await expectGood(lead);
  await adopter.goto(`${model}/supplement/consultation`);
  expect(await adopter.textContent("main")).toContain("Svar senast på fredag.");
  expect(await adopter.textContent("main")).toContain("Visas vid anställning.");
  await lead.goto(`${model}/supplement`);
  expect(await lead.getByRole("link", { name: /^Förtydliga/ }).count()).toBe(0);
  await adopt("2026/1", "2026-02-01");

  const reader = await browser.newPage();
  await reader.goto(`${model}?level=ny`);
  const level = reader.locator("#level-ny");
  expect(await level.textContent()).toContain("Du följer kommunens rutin. Påhittade kommunens tillägg");
  expect(await level.textContent()).toContain("Legitimation");
  expect(await level.textContent()).toContain("Visas vid anställning.");
  await go(reader.getByRole("link", { name: "Läs utan lokala tillägg" }));
  expect(await reader.locator("#level-ny").textContent()).not.toContain("rutin. Påhittade");

  // The base says something else of what was clarified.
  await world.add(
    small
      .replace("version: 1", "version: 2")
      .replace("text: Legitimation\n", "text: Legitimation i original\n"),
  );
  await world.adopt("provare", 2, { inForceFrom: dayOf(new Date()) });
  await lead.goto(model);
  await go(lead.getByRole("link", { name: "För över tillägget" }));
  await press(lead, "Börja föra över");
  const part = lead.locator(".card");
  expect(await part.textContent()).toContain("Grundens text är omskriven");
  expect(await part.locator("ins").textContent()).toContain("i original");
  await expectGood(lead);
  await adopt("2026/2");
  expect(await adopter.getByRole("alert").textContent()).toContain(
    "En sak från den förra versionen är inte avgjord",
  );
  await press(lead, "Behåll som det är");
  expect(await lead.textContent("main")).toContain("Behölls av Petra Processledare");
  await adopt("2026/2");
  await reader.goto(`${model}?level=ny`);
  expect(await reader.locator("#level-ny").textContent()).toContain("Legitimation i original");
  expect(await reader.locator("#level-ny").textContent()).toContain("Visas vid anställning.");
});
