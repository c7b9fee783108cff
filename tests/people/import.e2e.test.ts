/** The staff import as people do it, with script and without, and what is left when the server is killed in the middle of one. */
import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tasks } from "../../src/jobs.ts";
import { hashToken, newToken } from "../../src/identity/session.ts";
import { importById } from "../../src/people/import.store.ts";
import { newId } from "../../src/shared/ids.ts";
import { dayOf } from "../../src/shared/local-date.ts";
import { expectGood } from "../support/axe.ts";
import { go, launchBrowser } from "../support/browser.ts";
import { SECRET, testDatabase } from "../support/database.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { importWorld, type ImportWorld } from "./import-world.ts";
import { csv, row, type Row } from "./staff-file.ts";

const database = await testDatabase();
const browser = await launchBrowser();
const serve = () =>
  startServer({
    databaseUrl: database.appUrl,
    databaseOwnerUrl: database.ownerUrl,
    env: { VIDGA_MODE: "live", VIDGA_SECRET: SECRET },
  });
/** A world in the server's own day: the server may take up any import by itself, and what is compared goes by the day. */
async function worldOfToday(): Promise<ImportWorld> {
  const w = await importWorld(database);
  w.on(dayOf(new Date()));
  return w;
}
/** The world is there first, so that the server does not fill the database with its own. */
const first = await worldOfToday();
let server: TestServer;
beforeAll(async () => {
  server = await serve();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** A browser in which the world's handler is signed in, on the import's page. */
async function signIn(w: ImportWorld, javaScriptEnabled: boolean): Promise<Page> {
  const { accountId } = w.handler;
  const token = newToken();
  const now = new Date();
  await w.put("role_grant", {
    id: newId(),
    account_id: accountId,
    role: "hr_handler",
    valid_from: "2020-01-01",
  });
  await w.put("session", {
    token_hash: hashToken(token),
    account_id: accountId,
    created_at: now,
    seen_at: now,
  });
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1240, height: 900 } });
  await context.addCookies([{ name: `vidga-${w.slug}`, value: token, url: server.url }]);
  const page = await context.newPage();
  await page.goto(`${server.url}/o/${w.slug}/import`);
  return page;
}

const choose = (page: Page, rows: readonly Row[] | Uint8Array, name = "personal.csv") =>
  page.setInputFiles("input[type=file]", {
    name,
    mimeType: "text/csv",
    buffer: Buffer.from(rows instanceof Uint8Array ? rows : csv(rows)),
  });

const press = (page: Page, name: string) => go(page.getByRole("button", { name }));
const main = (page: Page) => page.locator("main").innerText();

/** Waits for a heading: with script it comes by itself, without it the page is asked for again. */
async function heading(page: Page, text: string): Promise<void> {
  const scripted = await page.evaluate(() => !matchMedia("(scripting: none)").matches);
  const wanted = page.getByRole("heading", { level: 1, name: text });
  if (scripted) return wanted.waitFor();
  while ((await wanted.count()) === 0) {
    const again = page.getByRole("link", { name: "Uppdatera sidan" });
    if ((await again.count()) > 0) await go(again);
    else await pause(50);
  }
}

const STAFF = [
  ...Array.from({ length: 4 }, (_, at) => row(String(at + 1), `Kim Nr${at + 1}`)),
  row("5", "Åsa Ek", { "Org.kod": "312" }),
];

describe.each([true, false])("with script %s", (javaScriptEnabled) => {
  test("INT-1 a file is read in, its columns corrected, the preview looked through, approved and carried out", async () => {
    const w = javaScriptEnabled ? first : await worldOfToday();
    await w.brings(STAFF);
    const page = await signIn(w, javaScriptEnabled);
    await expectGood(page);

    await press(page, "Läs in filen");
    expect(await main(page)).toContain("Välj en fil");
    await choose(page, Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), "bild.csv");
    await press(page, "Läs in filen");
    expect(await main(page)).toContain("bild.csv: Filen är en bild. Spara den som CSV, Excel eller JSON.");
    await expectGood(page);

    const file = [
      ...STAFF.slice(1, 4),
      row("5", "Åsa Ek", { Syssgrad: "75" }),
      row("6", "Bo Al", { Från: "31.02.2024" }),
      row("7", "Ny Person"),
    ].map((each) => ({ ...each, Personnummer: "18900101-9802" }));
    await choose(page, file);
    await press(page, "Läs in filen");
    await heading(page, "Vilken kolumn är vad?");
    expect(await main(page)).toContain("Vi läser inte Personnummer.");
    const firstDay = page.getByLabel("Första dag");
    expect(await firstDay.inputValue()).toBe("Från");
    await firstDay.selectOption("");
    await press(page, "Fortsätt: visa vad som ändras");
    expect(await main(page)).toContain("Välj kolumnen med första dag");
    expect(await firstDay.inputValue()).toBe("");
    await expectGood(page);
    await firstDay.selectOption("Från");
    await press(page, "Fortsätt: visa vad som ändras");

    await heading(page, "Det här ändras");
    expect(await main(page)).toContain("Från: ”31.02.2024” är ingen dag.");
    await go(page.getByRole("link", { name: "Byter enhet 1" }));
    expect(await main(page)).toMatch(/Åsa Ek\s+5\s+Hemvård\s+Rehab\s+Sysselsättningsgrad: 100 % → 75 %/);
    await go(page.getByRole("link", { name: "Slutar 1" }));
    expect(await main(page)).toContain("Finns inte i filen");
    await press(page, "Godkänn och spara");
    const summary = page.locator("#error-summary");
    expect(await summary.innerText()).toContain("Kryssa i att 1 anställning ska avslutas, eller avbryt");
    expect(await summary.innerText()).toContain("Kryssa i att 1 rad lämnas utanför");
    await expectGood(page);
    expect(await w.employments()).toHaveLength(5);

    await page.getByLabel("Ja, 1 anställning ska avslutas (20 procent av alla)").check();
    await press(page, "Godkänn och spara");
    expect(await page.getByLabel("Ja, 1 anställning ska avslutas (20 procent av alla)").isChecked()).toBe(
      true,
    );
    await page.getByLabel("Ja, lämna 1 rad utanför").check();
    await press(page, "Godkänn och spara");
    await heading(page, "Importen är klar");
    expect(await main(page)).toMatch(/Nya anställningar\s+1\s+Byten av enhet\s+1/);
    await expectGood(page);
    expect((await w.employments()).map((line) => line.split(":")[0])).toEqual(["1", "2", "3", "4", "5", "7"]);

    await go(page.getByRole("link", { name: "Läs in en fil till" }));
    expect(await main(page)).toContain("1 ny, 1 ändrad, 1 avslutad");
    await page.context().close();
  });
});

test("INT-1 templates can be downloaded, filled in and read in again", async () => {
  const w = await worldOfToday();
  const page = await signIn(w, true);
  for (const format of ["csv", "xlsx", "json"]) {
    const answer = await page.request.get(`${server.url}/o/${w.slug}/import/template/${format}`);
    expect(answer.headers()["content-disposition"]).toBe(`attachment; filename="personal-mall.${format}"`);
    expect(await w.brings(new Uint8Array(await answer.body()))).toMatchObject({ rows: 2, unreadable: 0 });
  }
  expect(await w.people()).toHaveLength(2);
  await page.context().close();
});

test("INT-1 a server that is killed in the middle leaves nothing of the import, and it is taken up again", async () => {
  const w = await worldOfToday();
  await w.brings(STAFF);
  const before = await w.mark();
  const page = await signIn(w, true);
  await choose(page, [...STAFF, row("9", "Ny Person"), row("8", "Ny Annan")]);
  await press(page, "Läs in filen");
  await press(page, "Fortsätt: visa vad som ändras");
  await heading(page, "Det här ändras");

  // Holds the import when it has written the employments and comes to the leave.
  const holder = await database.ownerPool.connect();
  try {
    await holder.query("begin; lock table leave_period in exclusive mode");
    await press(page, "Godkänn och spara");
    await page.getByText("Sparar anställningar").waitFor();
    const waits = async () =>
      (await holder.query("select from pg_locks where relation = 'leave_period'::regclass and not granted"))
        .rowCount;
    while ((await waits()) === 0) await pause(50);
    await server.kill();
  } finally {
    await holder.query("rollback");
    holder.release();
  }
  const importId = /import\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";
  const state = () => w.as(w.handler, async (work) => (await importById(work, importId))?.state);
  expect(await w.mark()).toBe(before);
  expect(await state()).toBe("applying");

  server = await serve();
  await tasks["resume-staff-imports"]?.(w.workshop, { slug: "" });
  while ((await state()) === "applying") await pause(100);
  expect(await state()).toBe("done");
  expect(await w.employments()).toHaveLength(7);
  await page.context().close();
});
