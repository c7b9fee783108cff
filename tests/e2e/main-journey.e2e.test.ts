import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../src/platform/database/project-root.ts";
import { dayOf } from "../../src/shared/local-date.ts";
import { demoSite, named, withRole, type Who } from "./demo-site.ts";
import { go } from "../support/browser.ts";
import { nextStaffFile, SETTINGS, untilShown, type Setting } from "./staff-change.ts";

const site = await demoSite();
const today = dayOf(new Date());
const PASSWORD = "häst batteri klammer 4";

const main = (page: Page): Promise<string> => page.locator("main").innerText();
const errors = (page: Page): Promise<string> => page.locator("#error-summary").innerText();
const press = (page: Page, name: string): Promise<void> =>
  go(page.getByRole("button", { name, exact: true }));
const follow = (page: Page, name: string): Promise<void> =>
  go(page.getByRole("link", { name, exact: true }).first());
/** The text of the first row of a table that begins like this. */
const row = (page: Page, name: string): Promise<string> =>
  page
    .getByRole("row", { name: new RegExp(`^${name}`) })
    .first()
    .innerText();
const familyFirst = (name: string): string => name.split(" ").toReversed().join(", ");

type Figure = { readonly placed: number; readonly employed: number };

/** What the coverage page says of the model today. */
async function coverageOf(page: Page, { slug, model }: Setting): Promise<Figure> {
  await page.goto(site.url(slug, "/coverage"));
  const [, placed, employed] = /(\d+) av (\d+)/.exec(await row(page, model.name)) ?? [];
  return { placed: Number(placed), employed: Number(employed) };
}

describe.each<{ title: string; javaScriptEnabled: boolean; setting: Setting }>([
  { title: "with script, in rings", javaScriptEnabled: true, setting: SETTINGS.harryda },
  { title: "without script, in stairs", javaScriptEnabled: false, setting: SETTINGS.ostergotland },
])("$title", ({ javaScriptEnabled, setting }) => {
  const { slug, unit, other, model } = setting;
  const story = nextStaffFile(setting);
  const as = (who: Who, path = ""): Promise<Page> => site.page(who, path, { javaScriptEnabled });
  const lead = withRole(slug, "process_lead");
  const before = { placed: 0, employed: 0 };

  test("INT-1 the HR handler brings in a staff file, leaving the page in between", async () => {
    const reader = await as(lead);
    Object.assign(before, await coverageOf(reader, setting));
    await reader.context().close();

    const page = await as(withRole(slug, "hr_handler"));
    await follow(page, "Läs in Läs in personal från HR-systemet");
    await page.getByLabel("Fil från HR-systemet").setInputFiles({
      name: "personal-ny.csv",
      mimeType: "text/csv",
      buffer: story.file,
    });
    await press(page, "Läs in filen");
    expect(await main(page)).toContain("Filen är läst som CSV, UTF-8, semikolon mellan kolumnerna.");
    const title = page.getByLabel("Titel", { exact: true });
    await title.selectOption("Kolumn 9");
    await page.getByLabel("Förnamn", { exact: true }).selectOption("");
    await press(page, "Fortsätt: visa vad som ändras");
    expect(await errors(page)).toContain("Välj kolumnen med förnamn");
    expect(await title.inputValue()).toBe("Kolumn 9");
    await page.getByLabel("Förnamn", { exact: true }).selectOption("Förnamn");
    await press(page, "Fortsätt: visa vad som ändras");
    const address = page.url();

    await page.goto(site.url(slug, "/units"));
    await page.goto(address);
    await untilShown(page, "Det här ändras");
    await follow(page, "Börjar 1");
    expect(await row(page, story.joiner.name)).toContain(unit.name);
    await follow(page, "Byter enhet 1");
    expect(await row(page, story.moved)).toMatch(new RegExp(`${other.name}.*${unit.name}`, "s"));
    await follow(page, "Ändras 1");
    expect(await row(page, story.changed)).toContain("→ 50 %");
    await follow(page, "Slutar 0");
    expect(await main(page)).toContain("Ingen slutar.");
    await follow(page, "Går inte att läsa 1");
    expect(await main(page)).toContain("”2020-13-45” är ingen dag");

    await press(page, "Godkänn och spara");
    expect(await errors(page)).toContain("Kryssa i att 1 rad lämnas utanför");
    expect(await main(page)).toContain(`Gäller ${story.leftOut}`);
    await page.getByLabel("Ja, lämna 1 rad utanför").check();
    await press(page, "Godkänn och spara");

    await page.goto(site.url(slug, "/import"));
    await follow(page, "personal-ny.csv");
    await untilShown(page, "Importen är klar");
    expect(await page.locator(".summary-list").innerText()).toMatch(
      /Nya anställningar\s+1\s+Byten av enhet\s+1\s+Andra ändringar\s+1\s+Avslutade anställningar\s+0/,
    );
    await page.context().close();
  });

  test("MOD-2 MOD-14 the process lead reads in a new version, and the adopter decides on it", async () => {
    const text = await readFile(join(projectRoot(), "demo/models", `${model.slug}.yaml`), "utf8");
    const writer = await as(lead);
    await follow(writer, "Lägg till en modell");
    await writer.getByLabel("Modellfil").setInputFiles({
      name: `${model.slug}.yaml`,
      mimeType: "text/yaml",
      buffer: Buffer.from(text.replace("version: 1", "version: 3").replace(/^( +text: .*)$/m, "$1 Och mer.")),
    });
    await press(writer, "Läs in som utkast");
    await writer.waitForURL(/version=3/);
    expect(await main(writer)).toContain("Och mer.");
    await writer.context().close();

    const visitor = await as({ slug, name: null }, `/models/${model.slug}`);
    expect(await main(visitor)).not.toContain("Och mer.");

    const adopter = await as(withRole(slug, "adopter"));
    await follow(adopter, `Läs och fastställ ${model.name}, version 3 är klar att fastställa`);
    await go(adopter.getByRole("main").getByRole("link", { name: "Fastställ" }).first());
    await press(adopter, "Fastställ");
    expect(await errors(adopter)).toContain("Skriv vilken roll du beslutar i");
    await adopter.getByLabel("Du beslutar som").fill("HR-direktör");
    await adopter.getByLabel("Med stöd av").fill("Delegationsordningen");
    await adopter.getByLabel("Diarienummer").fill("DEMO 2026/412");
    await adopter.getByLabel("Underlag").fill("Arbetsgruppens förslag");
    await adopter.getByLabel("Gäller från").fill(today);
    await press(adopter, "Fastställ");
    await adopter.waitForURL(new RegExp(`models/${model.slug}(\\?|$)`));
    expect(await main(adopter)).toContain("Diarienummer DEMO 2026/412");
    await adopter.context().close();

    await visitor.reload();
    expect(await main(visitor)).toContain("Version 3, fastställd");
    expect(await main(visitor)).toContain("Och mer.");
    await visitor.context().close();
  });

  /** Places someone from the unit's sheet, on a talk held today; says the level. */
  async function placeFromSheet(page: Page, name: string | null): Promise<string> {
    await page.goto(site.url(slug));
    await go(page.getByRole("link", { name: new RegExp(`^Förbered .* i ${unit.name}$`) }));
    const groups = page.getByRole("main").getByRole("group");
    const block = name === null ? groups.first() : page.getByRole("group", { name });
    const level = block.getByLabel("Nivå");
    await level.selectOption({ index: 1 });
    await block.getByLabel("Samtalets dag").fill(today);
    await block.getByLabel("Några ord om varför").fill("Vi gick igenom modellen tillsammans.");
    const chosen = await level.locator("option:checked").innerText();
    await press(page, "Spara utkast");
    expect(await main(page)).toContain("Ett utkast är sparat.");
    await press(page, "Placera dem vars samtal är hållet");
    await page.waitForURL(/placed=1/);
    expect(await main(page)).toContain("En person är placerad.");
    return chosen;
  }

  test("PLC-1 PLC-5 PLC-6 the manager places; one reads and acknowledges, another sees it differently", async () => {
    const admin = await as(withRole(slug, "administrator"), "/accounts/new");
    await admin.getByLabel("Användarnamn").fill(`ny@${slug}.example`);
    await admin.getByLabel("Namn", { exact: true }).fill(story.joiner.name);
    await admin.getByLabel(/^Anställningsnummer/).fill(story.joiner.number);
    await press(admin, "Lägg till");
    await press(admin, "Skapa en länk");
    const [invitation = ""] = /\/o\/[\w-]+\/choose-password\/[\w-]+/.exec(await admin.content()) ?? [];
    await admin.context().close();

    const manager = await as(named(slug, setting.manager));
    const level = await placeFromSheet(manager, story.joiner.name);
    expect(await row(manager, familyFirst(story.joiner.name))).toContain(level);

    const joiner = await as({ slug, name: null }, "/models");
    await joiner.goto(site.server.url + invitation);
    await joiner.getByLabel("Nytt lösenord").fill(PASSWORD);
    await joiner.getByLabel("Samma lösenord igen").fill(PASSWORD);
    await press(joiner, "Spara lösenordet");
    await joiner.waitForURL(/\/sign-in\?chosen/);
    await joiner.getByLabel("Användarnamn").fill(`ny@${slug}.example`);
    await joiner.getByLabel("Lösenord", { exact: true }).fill(PASSWORD);
    await press(joiner, "Logga in");
    await joiner.waitForURL(site.url(slug));
    expect(await main(joiner)).toContain("Du har en ny placering att läsa.");
    await follow(joiner, "Läs och svara");
    expect(await main(joiner)).toContain("Vi gick igenom modellen tillsammans.");
    await press(joiner, "Jag har tagit del av den");
    await joiner.waitForURL(/done=answered/);
    await joiner.context().close();

    await manager.goto(site.url(slug));
    expect(await row(manager, familyFirst(story.joiner.name))).not.toContain("Inte svarat");
    await follow(manager, familyFirst(setting.employee));
    await manager.getByLabel("Nivå").selectOption({ index: 1 });
    await manager.getByLabel("Samtalets dag").fill(today);
    await manager.getByLabel("Några ord om varför").fill("Byter inriktning och vill in i kärnan.");
    await press(manager, "Placera");
    await manager.waitForURL(/placements\?saved/);

    const employee = await as(named(slug, setting.employee), "/my/placement");
    expect(await main(employee)).toContain("Byter inriktning och vill in i kärnan.");
    await employee.getByText("Jag ser annorlunda på det").click();
    await employee.getByLabel("Hur ser du på det?").fill("Jag vill stanna där jag är.");
    await press(employee, "Lämna min uppfattning");
    await employee.waitForURL(/done=answered/);
    await employee.context().close();

    await manager.goto(site.url(slug));
    await follow(manager, `Läs ${setting.employee} ser sin placering på ett annat sätt`);
    expect(await main(manager)).toContain("Jag vill stanna där jag är.");
    await manager.context().close();
  });

  test("FUP-1 FUP-2 the process lead sees the coverage change and freezes it, and what is frozen stays", async () => {
    const reader = await as(lead);
    const after = await coverageOf(reader, setting);
    expect(after).toEqual({ placed: before.placed + 1, employed: before.employed + 1 });

    await reader.goto(site.url(slug, "/measurements"));
    await follow(reader, "Frys en mätning");
    await reader.getByLabel("Anteckning").fill("Efter höstens samtal.");
    await press(reader, "Frys mätningen");
    expect(await main(reader)).toContain(`Mätningen ${today} är fryst.`);
    const frozenAt = await reader
      .getByRole("main")
      .getByRole("link", { name: today })
      .first()
      .getAttribute("href");

    const manager = await as(named(slug, setting.manager));
    await placeFromSheet(manager, null);
    await manager.context().close();
    expect(await coverageOf(reader, setting)).toEqual({ placed: after.placed + 1, employed: after.employed });
    await reader.goto(site.server.url + (frozenAt ?? ""));
    expect(await main(reader)).toContain(`Mätningen ${today}`);
    expect(await row(reader, model.name)).toContain(`${after.placed} av ${after.employed}`);
    await reader.context().close();
  });
});
