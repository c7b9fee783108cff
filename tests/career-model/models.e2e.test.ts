import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forbiddenRankWords } from "../../src/career-model/presentation.rules.ts";
import { cookieName, hashToken, newToken } from "../../src/identity/session.ts";
import { saveSession } from "../../src/identity/store.ts";
import { saveSettings, settings } from "../../src/organisation/store.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { expectGood } from "../support/axe.ts";
import { workbookBytes } from "../../src/platform/tabular/xlsx-write.ts";
import { go, launchBrowser } from "../support/browser.ts";
import { SECRET, testDatabase } from "../support/database.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { openTab } from "./tabs.ts";
import { modelWorld, type World } from "./world.ts";

const database = await testDatabase();
const browser = await launchBrowser();
let server: TestServer;
/** One organisation that draws rings, one that draws stairs, each with a model in force and a draft; and one that has nothing. */
let rings: World;
let stairs: World;
let empty: World;

const demo = (name: string): string =>
  readFileSync(new URL(`../../demo/models/${name}.yaml`, import.meta.url), "utf8");
const model = demo("fysioterapeut");
const secondVersion = model.replace("version: 1", "version: 2");

async function withModels(): Promise<World> {
  const world = await modelWorld(database);
  world.on(new Date().toISOString().slice(0, 10));
  await world.profession("Fysioterapeut");
  await world.profession("Psykolog");
  await world.add(model);
  await world.adopt("fysioterapeut", 1, { inForceFrom: "2026-03-17" });
  await world.add(secondVersion);
  return world;
}

beforeAll(async () => {
  server = await startServer({
    databaseUrl: database.appUrl,
    databaseOwnerUrl: database.ownerUrl,
    env: { VIDGA_SECRET: SECRET },
  });
  [rings, stairs, empty] = [await withModels(), await withModels(), await modelWorld(database)];
  await stairs.as(null, async (work) =>
    saveSettings(work, { ...(await settings(work)), presentation: "stairs" }),
  );
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const NARROW = { width: 320, height: 800 };

type Opened = {
  readonly world: World;
  readonly actor?: Actor | null;
  readonly script?: boolean;
  readonly english?: boolean;
};

const open = ({ actor = null, ...of }: Opened): Promise<Page> =>
  openTab(browser, server.url, { actor, ...of });

const address = (world: World, path: string): string => `${server.url}/o/${world.slug}${path}`;

const yaml = (name: string, text: string) => ({
  name,
  mimeType: "application/yaml",
  buffer: Buffer.from(text),
});

const PAGES: readonly (readonly [string, string, "lead" | "adopter" | "employee" | null])[] = [
  ["the list", "/models", null],
  ["the list with drafts", "/models", "lead"],
  ["a model in the open", "/models/fysioterapeut", null],
  ["a track of a level", "/models/fysioterapeut?level=avancerad&track=klinisk", "employee"],
  ["one level", "/models/fysioterapeut?view=level&level=avancerad", null],
  ["the table", "/models/fysioterapeut?view=table", null],
  ["the text", "/models/fysioterapeut?view=text", "employee"],
  ["a draft", "/models/fysioterapeut?version=2", "adopter"],
  ["reading in", "/models/new", "lead"],
  ["adopting", "/models/fysioterapeut/versions/2/adopt", "adopter"],
  ["adopting what is adopted", "/models/fysioterapeut/versions/1/adopt", "adopter"],
];
test.each(PAGES)("MOD-14: %s can be read by everyone, as rings and as stairs", async (_, path, who) => {
  for (const world of [rings, stairs]) {
    const page = await open({ world, actor: who && world[who] });
    const answer = await page.goto(address(world, path));
    expect(answer?.status()).toBe(200);
    await expectGood(page);
    await page.context().close();
  }
});

describe.each([true, false])("with script %s", (script) => {
  test("an organisation without models says what to do first", async () => {
    const page = await open({ world: empty, actor: empty.lead, script });
    await page.goto(address(empty, "/models"));
    await expectGood(page);
    await go(page.getByRole("link", { name: "Lägg till en modell" }));
    expect(await page.textContent("h1")).toBe("Lägg till en modell");
    await page.context().close();
  });

  test("MOD-2: a file with faults is mended, becomes a draft, is adopted, and is there for everyone", async () => {
    const world = await modelWorld(database);
    await world.profession("Fysioterapeut");
    const lead = await open({ world, actor: world.lead, script });
    await lead.goto(address(world, "/models/new"));
    await go(lead.getByRole("button", { name: "Läs in som utkast" }));
    expect(await lead.locator("#error-summary").innerText()).toContain("Välj en fil");
    await expectGood(lead);

    const faulty = model
      .replace("slag: legitimation", "slag: körkort")
      .replace("krav: rekommenderat", "krvv: rekommenderat");
    await lead.getByLabel("Modellfil").setInputFiles(yaml("min-modell.yaml", faulty));
    await go(lead.getByRole("button", { name: "Läs in som utkast" }));
    await lead.getByRole("link", { name: "min-modell.yaml: 2 fel att rätta, se listan nedan" }).click();
    const faults = lead.locator("#faults tbody tr");
    const line = (text: string) => String(faulty.split("\n").findIndex((each) => each.includes(text)) + 1);
    expect(await faults.count()).toBe(2);
    expect(await faults.nth(0).innerText()).toContain(line("körkort"));
    expect(await faults.nth(0).innerText()).toContain("Det kan vara: legitimation, examen");
    expect(await faults.nth(1).innerText()).toContain(line("krvv"));
    await expectGood(lead);

    await lead.getByLabel("Modellfil").setInputFiles(yaml("min-modell.yaml", model));
    await go(lead.getByRole("button", { name: "Läs in som utkast" }));
    expect(lead.url().split("#")[0]).toBe(address(world, "/models/fysioterapeut?version=1"));
    expect(await lead.locator("main").innerText()).toContain("Det här är ett utkast.");
    expect(await lead.getByRole("link", { name: "Fastställ versionen" }).count()).toBe(0);

    const visitor = await open({ world, script });
    await visitor.goto(address(world, "/models"));
    expect(await visitor.locator("main").innerText()).toContain("Ingen modell gäller än");
    await visitor.goto(address(world, "/models/fysioterapeut"));
    expect(visitor.url()).toContain("/sign-in");

    const adopter = await open({ world, actor: world.adopter, script });
    await adopter.goto(address(world, "/models/fysioterapeut?version=1"));
    await go(adopter.getByRole("link", { name: "Fastställ versionen" }));
    const late = await open({ world, actor: world.adopter, script });
    await late.goto(adopter.url());
    for (const page of [adopter, late]) {
      await page.getByLabel("Du beslutar som").fill("HR-direktör");
      await page.getByLabel("Med stöd av").fill("Delegationsordningen 4.2");
    }
    await go(adopter.getByRole("button", { name: "Fastställ" }));
    expect(await adopter.locator("#error-summary").innerText()).toContain("Skriv diarienumret");
    expect(await adopter.getByLabel("Med stöd av").inputValue()).toBe("Delegationsordningen 4.2");
    await expectGood(adopter);
    await adopter.getByLabel("Diarienummer").fill("2026/113");
    await go(adopter.getByRole("button", { name: "Fastställ" }));
    expect(adopter.url().split("#")[0]).toBe(address(world, "/models/fysioterapeut"));
    expect(await adopter.locator(".model-foot").innerText()).toContain(
      "av Hanna Direktör, HR-direktör · Diarienummer 2026/113",
    );

    await visitor.goto(address(world, "/models/fysioterapeut"));
    expect(await visitor.textContent("h1")).toBe("Fysioterapeut");
    expect(await visitor.locator(".model-foot").innerText()).toMatch(
      /^Version 1, fastställd \d{4}-\d\d-\d\d · Diarienummer 2026\/113/,
    );

    await late.getByLabel("Diarienummer").fill("2026/114");
    await go(late.getByRole("button", { name: "Fastställ" }));
    expect(await late.locator("#error-summary").innerText()).toContain("Versionen är redan fastställd.");
    expect(await late.getByRole("button", { name: "Fastställ" }).count()).toBe(0);
    await expectGood(late);
    for (const page of [lead, visitor, adopter, late]) await page.context().close();
  });

  test("MOD-6 MOD-8: one goes from ring to ring, track by track, and the page stays where it is", async () => {
    const page = await open({ world: rings, script });
    await page.goto(address(rings, "/models/fysioterapeut"));
    expect(await page.textContent(".level-text h2")).toBe("Bas");
    await page.locator('svg a[href*="level=fordjupad"]').focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/level=fordjupad#level-fordjupad$/);
    expect(await page.textContent(".level-text h2")).toBe("Fördjupad");
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.getByRole("link", { name: "Utåt: Avancerad" }).click();
    await page.getByRole("link", { name: "Handledning och utbildning", exact: true }).last().click();
    expect(await page.textContent(".level-text h2")).toBe("Avancerad: Handledning och utbildning");
    expect(await page.locator(".level-text").innerText()).not.toContain("konsultationer");
    await page.setViewportSize(NARROW);
    await page.goto(address(rings, "/models/fysioterapeut?level=senior#level-senior"));
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(200);
    await page.context().close();
  });
});

test("MOD-14: a profession with a long name has room on a phone", async () => {
  await stairs.profession("Förrättningslantmätare");
  await stairs.add(demo("forrattningslantmatare"));
  await stairs.adopt("forrattningslantmatare", 1, { inForceFrom: "2026-03-17" });
  const page = await open({ world: stairs });
  for (const path of [
    "/models",
    "/models/forrattningslantmatare",
    "/models/forrattningslantmatare?view=table",
  ]) {
    await page.goto(address(stairs, path));
    await expectGood(page);
  }
  await page.context().close();
});

test("MOD-8: a page with rings says nothing of up, down, higher or grade", async () => {
  for (const english of [false, true]) {
    const page = await open({ world: rings, actor: rings.adopter, english });
    for (const path of [
      "/models",
      "/models/fysioterapeut",
      "/models/fysioterapeut?level=senior&track=forskning",
      "/models/fysioterapeut?view=text",
      "/models/fysioterapeut?view=table",
      "/models/fysioterapeut?version=2",
    ]) {
      await page.goto(address(rings, path));
      const texts = await page.evaluate(() => [
        document.title,
        document.body.innerText,
        ...[...document.querySelectorAll("[aria-label], [title], title, desc")].map(
          (part) => part.getAttribute("aria-label") ?? part.getAttribute("title") ?? part.textContent ?? "",
        ),
      ]);
      expect(texts.join(" ")).toMatch(english ? /Rings|Models/ : /Ringar|Modeller/);
      expect(forbiddenRankWords(texts)).toEqual([]);
    }
    await page.context().close();
  }
});

test("MOD-14: what is internal reaches nobody who is not signed in: page, table, text or file", async () => {
  const inside = "De första fyra veckorna går du bredvid en kollega";
  const paths = ["", "?view=table", "?view=text", "?level=bas", "/versions/1/file/yaml"];
  const asked = async (path: string, cookie?: string): Promise<string> => {
    const answer = await fetch(address(rings, path), cookie === undefined ? {} : { headers: { cookie } });
    return `${answer.status} ${answer.url} ${await answer.text()}`;
  };
  const token = newToken();
  await rings.as(rings.employee, (work) =>
    saveSession({ ...work, now: new Date() }, hashToken(token), rings.employee.accountId),
  );
  for (const path of [...paths.map((each) => `/models/fysioterapeut${each}`), "/models"]) {
    const open = await asked(path);
    expect([path, open.slice(0, 3)]).toEqual([path, "200"]);
    expect(open).not.toContain(inside);
    expect(open).not.toContain("Hanna Direktör");
  }
  expect(await asked("/models/fysioterapeut", `${cookieName(rings.slug, false)}=${token}`)).toContain(inside);
  // The same address by somebody who is not signed in, after somebody who is.
  expect(await asked("/models/fysioterapeut")).not.toContain(inside);
  for (const path of [
    "/models/fysioterapeut?version=2",
    "/models/fysioterapeut/versions/2/file/yaml",
    "/models/new",
    "/models/fysioterapeut/versions/2/adopt",
  ])
    expect(await asked(path)).toContain("/sign-in");
});

test("MOD-15: a model written in a spreadsheet is looked at, corrected and becomes a draft, without script", async () => {
  const page = await open({ world: rings, actor: rings.lead, script: false });
  await page.goto(address(rings, "/models/new"));
  const rows = [
    ["Modell för psykologer", "Utkast", ""],
    ["Område", "Bas", "Fördjupad"],
    ["Krav", "Legitimation\nMöter barn", "Handledarutbildning 7,5 hp"],
    ["Uppgifter", "Tar emot besök", "x".repeat(700)],
  ];
  await page.getByLabel("Kalkylblad", { exact: true }).setInputFiles({
    name: "psykologer.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: Buffer.from(workbookBytes([{ name: "Modell", rows }])),
  });
  await go(page.getByRole("button", { name: "Titta på innehållet" }));
  expect(await page.getByRole("table", { name: "En cell går inte att förstå" }).innerText()).toContain("C4");
  await expectGood(page);

  await page.getByText("Rätta tolkningen", { exact: true }).click();
  await page.getByLabel("Vad kolumnen C: Fördjupad är").selectOption({ label: "Läses inte" });
  await page
    .getByLabel("Struktur", { exact: true })
    .selectOption({ label: "Ny struktur, av bladets nivåer och rubriker" });
  await go(page.getByRole("button", { name: "Läs bladet så här" }));
  expect(await page.locator("main").innerText()).toContain("1 nivå, 2 rubriker och 3 rader");

  await page.getByLabel("Den nya strukturens namn").fill("Psykologers struktur");
  await go(page.getByRole("button", { name: "Skapa utkastet" }));
  expect(await page.locator("#error-summary").innerText()).toContain("Skriv en mening om Bas");
  await page.getByLabel("En mening om Bas").fill("Du är ny i yrket.");
  await go(page.getByRole("button", { name: "Skapa utkastet" }));
  expect(await page.locator("main").innerText()).toContain("Tar emot besök");
  expect(new URL(page.url()).search).toBe("?version=1");
  await page.context().close();
});

describe("a file that is no model", () => {
  test.each([
    ["bild.yaml", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), "Filen är inte en textfil"],
    ["utf16.yaml", Buffer.from(`\ufeff${model}`, "utf16le"), "Filen är inte sparad som UTF-8"],
    ["windows.yaml", Buffer.from(model, "latin1"), "Filen är inte sparad som UTF-8"],
    ["stor.yaml", Buffer.alloc(3 * 1024 * 1024, "#"), "Filen är större än 2 MB"],
    ["tom.yaml", Buffer.alloc(0), "Filen är tom"],
    ["lista.json", Buffer.from("[1, 2]"), "Filen är ingen modellfil"],
    ["ingen.yaml", Buffer.from("hej: du\n"), "ingen.yaml:"],
    ["trasig.json", Buffer.from('{"format": '), "trasig.json: ett fel att rätta"],
  ])("%s", async (name, buffer, words) => {
    const page = await open({ world: rings, actor: rings.lead });
    await page.goto(address(rings, "/models/new"));
    await page.getByLabel("Modellfil").setInputFiles({ name, mimeType: "application/yaml", buffer });
    await go(page.getByRole("button", { name: "Läs in som utkast" }));
    await page.locator("#error-summary").waitFor();
    const said = await page.locator("main").innerText();
    expect(said).toContain(words);
    expect(said).toContain(name);
    await expectGood(page);
    await page.context().close();
  });

  test("a very faulty one shows the first fifty", async () => {
    const page = await open({ world: rings, actor: rings.lead });
    await page.goto(address(rings, "/models/new"));
    const line = "          - Mentor under det första halvåret\n";
    const text = model.replace(line, line + "          - { text: Rad, fel: Namn }\n".repeat(63));
    await page.getByLabel("Modellfil").setInputFiles(yaml("fel.yaml", text));
    await go(page.getByRole("button", { name: "Läs in som utkast" }));
    await page.locator("#faults").waitFor();
    expect(await page.locator("#faults tbody tr").count()).toBe(50);
    expect(await page.locator("#faults > p").last().innerText()).toContain(
      "75 fel till visas när de här är rättade.",
    );
    await page.context().close();
  });
});

test("a public page is light: what is needed to read it weighs at most 60 kB, fonts aside", async () => {
  const weigh = async (path: string): Promise<{ bytes: number; text: string }> => {
    const answer = await fetch(path.startsWith("http") ? path : server.url + path);
    const text = await answer.text();
    return {
      bytes: (
        await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"))).bytes()
      ).length,
      text,
    };
  };
  const page = await weigh(address(rings, "/models/fysioterapeut"));
  const sheets = [...page.text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(
    (match) => match[1] ?? "",
  );
  expect(sheets.length).toBeGreaterThan(0);
  let bytes = page.bytes;
  for (const sheet of sheets) bytes += (await weigh(sheet)).bytes;
  expect(bytes).toBeLessThan(60_000);
});
