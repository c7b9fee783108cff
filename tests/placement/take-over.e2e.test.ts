/** A take-over as people do it, without script: the file that they have, the employee's page, and the manager who confirms. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashToken, newToken } from "../../src/identity/session.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { newId } from "../../src/shared/ids.ts";
import { expectGood } from "../support/axe.ts";
import { go, launchBrowser } from "../support/browser.ts";
import { SECRET, testDatabase } from "../support/database.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { placementWorld } from "./world.ts";

const database = await testDatabase();
const world = await placementWorld(database);
const browser = await launchBrowser();
let server: TestServer;
beforeAll(async () => {
  server = await startServer({
    databaseUrl: database.appUrl,
    databaseOwnerUrl: database.ownerUrl,
    env: { VIDGA_MODE: "live", VIDGA_SECRET: SECRET },
  });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const hilda = await world.person("Hilda Roos");
const lena = await world.person("Lena Lod");
const karin = await world.person("Karin Öhman");
await world.manage(karin, world.rehab);
const give = (who: Actor, role: string) =>
  world.put("role_grant", { id: newId(), account_id: who.accountId, role, valid_from: "2020-01-01" });
await give(hilda, "hr_handler");
await give(lena, "process_lead");
const join = async (name: string) => {
  const who = await world.person(name);
  return { who, number: (await world.employ(who, world.rehab, { from: "2022-01-01" })).slice(0, 8) };
};
const anna = await join("Anna Åkerblom-Öst");
const bo = await join("Bo Ek");
const cia = await join("Cia Ängs");

async function signIn(who: Actor, path: string, javaScriptEnabled = true): Promise<Page> {
  const token = newToken();
  const now = new Date();
  const session = { token_hash: hashToken(token), account_id: who.accountId, created_at: now, seen_at: now };
  await world.put("session", session);
  const context = await browser.newContext({
    javaScriptEnabled,
    viewport: { width: 1240, height: 900 },
  });
  await context.addCookies([{ name: `vidga-${world.slug}`, value: token, url: server.url }]);
  const page = await context.newPage();
  await page.goto(`${server.url}/o/${world.slug}${path}`);
  return page;
}
const choose = (page: Page, name: string, buffer: Buffer) =>
  page.setInputFiles("input[type=file]", { name, mimeType: "text/csv", buffer });
const press = (page: Page, name: string) => go(page.getByRole("button", { name }));
const main = (page: Page) => page.locator("main").innerText();

/** The list in view, as it is taken along. */
async function listFile(page: Page): Promise<string> {
  const link = page.getByRole("link", { name: "Ladda ner listan som CSV" });
  return (await page.request.get(server.url + ((await link.getAttribute("href")) ?? ""))).text();
}

/** As Excel saves it: Windows-1252, semicolons, people's own headers, spaces, one person twice, and a slip of the pen. */
const MESS = Buffer.from(
  [
    "Anst.nr;Namn;Personnr;Steg (nuvarande);Inriktning;Placerad sedan;Kommentar",
    `${anna.number};Anna Åkerblom-Öst;19121212-1212; skicklig ;;20240301;Gör det på egen hand`,
    `${bo.number};Bo Ek;;Expert;forskning;2023-09-01;`,
    `${cia.number};Cia Ängs;;Bas;;2024-01-01;`,
    `${cia.number};Cia Ängs;;Skicklig;;2025-01-01;`,
    `;Okänd Person;;Bas;;;`,
    "",
  ].join("\r\n"),
  "latin1",
);

describe("INT-4 an employer that has it in Excel", () => {
  test("takes it over, leaves out what can't be read, and everybody concerned sees where it comes from", async () => {
    const page = await signIn(hilda, "/take-over", false);
    await expectGood(page);
    await press(page, "Läs in filen");
    expect(await main(page)).toContain("Välj en fil");
    await choose(page, "bild.csv", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    await press(page, "Läs in filen");
    expect(await main(page)).toContain("bild.csv: Filen är en bild.");
    await expectGood(page);

    await choose(page, "nivåer 2026.csv", MESS);
    await press(page, "Läs in filen");
    expect(await main(page)).toContain("Filen är läst som CSV, Windows-1252, semikolon mellan kolumnerna.");
    expect(await main(page)).toContain("Vi läser inte Personnr.");
    await page.selectOption("#level", "");
    await press(page, "Fortsätt: visa vad som händer");
    expect(await main(page)).toContain("Välj kolumnen med nivå, eller med titel");
    await expectGood(page);
    await page.selectOption("#level", "Steg (nuvarande)");
    await press(page, "Fortsätt: visa vad som händer");

    expect(await main(page)).toContain("5 rader lästa.");
    expect(await main(page)).toContain("samma person och modell som på rad 5");
    expect(await main(page)).toContain("Anst.nr: saknas");
    expect(await listFile(page)).toBe(
      [
        "\uFEFFRad;Anst.nr;Namn;Vad som är fel",
        `4;${cia.number};Cia Ängs;Anst.nr: samma person och modell som på rad 5`,
        `5;${cia.number};Cia Ängs;Anst.nr: samma person och modell som på rad 4`,
        "6;;Okänd Person;Anst.nr: saknas",
        "",
      ].join("\r\n"),
    );
    await expectGood(page);
    await go(page.getByRole("link", { name: "Placeras 2" }));
    expect(await main(page)).toContain("Anna Åkerblom-Öst");
    expect(await main(page)).toContain("Expert, Forskning");
    await expectGood(page);
    await press(page, "Ta över 2 placeringar");
    expect(await main(page)).toContain("Kryssa i att 3 rader lämnas utanför");
    await expectGood(page);
    await page.getByLabel("Ja, lämna 3 rader utanför").check();
    await press(page, "Ta över 2 placeringar");
    expect(await main(page)).toContain("Övertagandet är klart");
    await expectGood(page);

    const own = await signIn(anna.who, "/my/placement");
    expect(await main(own)).toContain("Placeringen är övertagen");
    expect(await main(own)).toMatch(/Hilda Roos förde in den \d+ \p{L}+ \d{4} ur nivåer 2026\.csv\./u);
    expect(await main(own)).not.toContain("Beslutat av");
    await expectGood(own);
    await own.goto(`${server.url}/o/${world.slug}`);
    expect(await main(own)).toContain("Uppgiften är övertagen");
  });

  test("what the file says otherwise than what is there is taken along as a file, and nothing is done", async () => {
    const page = await signIn(hilda, "/take-over");
    await choose(page, "om igen.csv", Buffer.from(`Anst.nr;Nivå\r\n${bo.number};Bas\r\n`));
    await press(page, "Läs in filen");
    await press(page, "Fortsätt: visa vad som händer");
    await go(page.getByRole("link", { name: "Placerade på annat sätt 1" }));
    expect(await main(page)).toContain("1 rad läst.");
    expect(await listFile(page)).toBe(
      [
        "\uFEFFRad;Anst.nr;Namn;Enhet;Modell;Nivå;Spår;Vad som gäller",
        `2;${bo.number};Bo Ek;Rehab;Fysioterapeut;Bas;;Expert, Forskning sedan 2023-09-01`,
        "",
      ].join("\r\n"),
    );
    await press(page, "Avbryt");
  });

  test("the manager sees whom to confirm, and confirms by placing after the talk", async () => {
    const page = await signIn(karin, "");
    expect(await main(page)).toContain("Två övertagna placeringar i Rehab att bekräfta");
    await go(page.getByRole("link", { name: "Se vilka" }));
    expect(await main(page)).toContain("Åkerblom-Öst, Anna");
    expect(await main(page)).not.toContain("Ängs");
    await expectGood(page);
    await go(page.getByRole("link", { name: "Förbered placeringar" }));
    expect(await main(page)).toContain("Skicklig är övertagen ur nivåer 2026.csv.");
    await expectGood(page);
    await page.goto(`${server.url}/o/${world.slug}/people/${anna.who.personId}/placements`);
    await expectGood(page);
    await page.getByLabel("Samtalets dag").fill("2026-11-20");
    await press(page, "Placera");
    expect(await main(page)).toContain("Placeringen är sparad");
    expect(await main(page)).toContain("Beslutat av Karin Öhman");
    await page.goto(`${server.url}/o/${world.slug}/units/${world.rehab}/placements?show=unconfirmed`);
    expect(await main(page)).not.toContain("Åkerblom");
    expect(await main(page)).toContain("Ek, Bo");
  });
});

test("INT-4, PLC-7 local titles are kept, said to mean one level, and taken out for the HR system", async () => {
  const page = await signIn(lena, "/models/fysio");
  await go(page.getByRole("link", { name: "Lokala titlar" }));
  await expectGood(page);
  await page.getByLabel("Bas", { exact: true }).fill("Fysioterapeut");
  await page.getByLabel("Skicklig", { exact: true }).fill("fysioterapeut");
  await press(page, "Spara titlarna");
  expect(await main(page)).toContain("står både på Bas och på Skicklig");
  await expectGood(page);
  const other = await signIn(lena, "/models/fysio/titles");
  await page.getByLabel("Skicklig", { exact: true }).fill("Erfaren fysioterapeut");
  await press(page, "Spara titlarna");
  expect(await main(page)).toContain("Titlarna är sparade.");
  await other.getByLabel("Bas", { exact: true }).fill("Annat");
  await press(other, "Spara titlarna");
  expect(await main(other)).toContain("Nu gäller: Fysioterapeut");
  expect(await other.getByLabel("Bas", { exact: true }).inputValue()).toBe("Annat");
  await expectGood(other);

  await page.goto(`${server.url}/o/${world.slug}/titles`);
  await expectGood(page);
  const file = Buffer.from("Modell;Nivå;Titel;Skrivs ut\r\nFysioterapeut;Expert;Expert i fysioterapi;ja\r\n");
  await choose(page, "titlar.csv", file);
  await press(page, "Läs in filen");
  expect(await main(page)).toContain("Expert i fysioterapi");
  await expectGood(page);
  await press(page, "Spara titlarna");
  expect(await main(page)).toContain("Titlarna är sparade.");
  expect(await main(page)).toContain("1 titel");

  const handler = await signIn(hilda, "/take-over");
  expect(await main(handler)).toContain("1 titel");
  await expectGood(handler);
  await press(handler, "Se vad titlarna betyder");
  expect(await main(handler)).toContain("0 rader lästa.");
  await expectGood(handler);
  await handler.goto(`${server.url}/o/${world.slug}/take-over`);
  const [download] = await Promise.all([
    handler.waitForEvent("download"),
    handler.getByRole("link", { name: "CSV Titlar till HR-systemet" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^titlar-till-hr-\d{4}-\d\d-\d\d\.csv$/);
});
