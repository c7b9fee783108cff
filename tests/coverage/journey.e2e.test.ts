import { describe, expect, test } from "vitest";
import { freezeMeasurement } from "../../src/coverage/freeze-measurement.ts";
import { admitMember, foundOrganisation } from "../../src/organisation/found-organisation.ts";
import { work } from "../../src/platform/database/work.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { expectGood } from "../support/axe.ts";
import { go } from "../support/browser.ts";
import { testDatabase } from "../support/database.ts";
import { main, testSite } from "../support/site.ts";
import { coverageWorld, type CoverageWorld } from "./world.ts";

const database = await testDatabase();
const site = testSite(database);

/** Four units, one of them small and one with a name that a spreadsheet would compute, and two measurements. */
async function measured(): Promise<CoverageWorld> {
  const world = await coverageWorld(database);
  const rehab = await world.team(world.rehab, 12, 6);
  await world.team(world.homeCare, 3, 2);
  await world.team(world.care, 8, 8);
  await world.team(world.pupilHealth, 9, 9);
  await world.as(null, ({ tx }) =>
    tx.updateTable("unit").set({ name: "=Elevhälsa" }).where("id", "=", world.pupilHealth).execute(),
  );
  for (const day of ["2025-10-01", "2026-02-01"]) {
    world.on(day);
    await world.as(world.lead, (work) => freezeMeasurement(work));
    if (day === "2025-10-01")
      for (const who of rehab.slice(6, 10)) await world.place(who, { from: "2026-01-15" });
  }
  await world.put("role_grant", {
    id: crypto.randomUUID(),
    account_id: world.lead.accountId,
    role: "process_lead",
    valid_from: "2020-01-01",
  });
  return world;
}

describe.each([true, false])("with script %s", (script) => {
  test("FUP-1 FUP-2 FUP-3 SUP-2 the process lead follows coverage and freezes a measurement", async () => {
    const world = await measured();
    const page = await site.open(world, world.lead, script);
    await page.goto(`${site.url()}/o/${world.slug}`);
    await go(page.getByRole("navigation").getByRole("link", { name: "Täckning" }));
    expect(await main(page)).toContain("29 av 32, 90 %");
    await expectGood(page);

    await go(page.getByRole("main").getByRole("link", { name: "Fysioterapeut" }));
    await page.waitForURL(/coverage\/fysio$/);
    const rows = await page.locator("#units tbody tr").allInnerTexts();
    const row = (name: string) => rows.find((text) => text.startsWith(name)) ?? "";
    expect(row("Hemvård")).toContain("visas inte");
    expect(row("=Elevhälsa")).toContain("9 av 9, 100 %");
    expect(await main(page)).toContain("Fullt införd sedan mätningen 2026-02-01.");
    await expectGood(page);
    await go(page.locator("#units").getByRole("link", { name: "Vård", exact: true }));
    await page.waitForURL(/unit=/);
    await expectGood(page);

    await page.goto(`${site.url()}/o/${world.slug}/coverage`);
    await page.getByRole("textbox", { name: "Dag" }).fill("2025-10-01");
    await go(page.getByRole("button", { name: "Visa" }));
    await page.waitForURL(/day=2025-10-01/);
    expect(await main(page)).toContain("25 av 32, 78 %");

    await page.goto(`${site.url()}/o/${world.slug}/measurements`);
    await expectGood(page);
    await go(page.getByRole("link", { name: "Frys en mätning" }));
    await page.getByLabel("Anteckning").fill("å".repeat(501));
    await go(page.getByRole("button", { name: "Frys mätningen" }));
    expect(await page.locator("#error-summary").innerText()).toContain("Skriv högst 500 tecken.");
    expect(await page.getByLabel("Anteckning").inputValue()).toHaveLength(501);
    await expectGood(page);
    await page.getByLabel("Anteckning").fill("Efter sommaren.");
    await go(page.getByRole("button", { name: "Frys mätningen" }));
    await page.waitForURL(/done=/);
    expect(await main(page)).toMatch(/Mätningen \d{4}-\d\d-\d\d är fryst\./);
    expect(await page.getByRole("link", { name: "Frys en mätning" }).count()).toBe(0);
    await go(page.getByRole("link", { name: "2025-10-01" }));
    expect(await main(page)).toContain("Mätningen 2025-10-01");
    expect(await main(page)).toContain("25 av 32, 78 %");
    await page.context().close();
  });
});

test("SUP-2 the file, the page and its data hold the same, and nothing of what is hidden", async () => {
  const world = await measured();
  const page = await site.open(world, world.lead);
  const get = async (path: string) =>
    (await page.request.get(`${site.url()}/o/${world.slug}/${path}`)).text();
  const file = await get("coverage/fysio/file.csv");
  const [header, ...lines] = file
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split("\r\n");
  expect(header).toBe("Dag;Mätning;Enhet;Modell;Anställda;Placerade;Täckning i procent;Fullt införd");

  await page.goto(`${site.url()}/o/${world.slug}/coverage/fysio`);
  const onPage = await page.locator("#units tbody tr").evaluateAll((rows) =>
    rows.map((row) =>
      [...row.children]
        .map((cell) => cell.textContent?.trim() ?? "")
        .slice(0, 2)
        .join(": "),
    ),
  );
  const inFile = lines
    .map((line) => line.split(";"))
    .filter(([, kind]) => kind !== "fryst")
    .map(([, , unit = "", , employed = "", placed = "", percent = ""]) =>
      employed === "visas inte"
        ? `${unit}: hidden`
        : `${unit.replace(/^'=/, "=")}: ${placed} av ${employed}, ${percent} %`,
    );
  const hidden = /: visas inte.*/;
  // The one unit that holds all others is on the page the organisation itself.
  expect(inFile.slice(2)).toEqual(onPage.slice(1).map((text) => text.replace(hidden, ": hidden")));
  expect(inFile.filter((text) => text.endsWith("hidden")).length).toBeGreaterThan(0);
  expect(lines.some((line) => line.includes(";'=Elevhälsa;"))).toBe(true);
  expect(lines.filter((line) => line.includes(";fryst;")).map((line) => line.slice(0, 10))).toEqual([
    "2025-10-01",
    "2026-02-01",
  ]);

  const whole = (await get("coverage/file.csv")).split("\r\n")[1];
  expect(whole).toMatch(/;Hela organisationen;Fysioterapeut;32;29;90;2026-02-01$/);
  // Rehab: 12, Hemvård: 3. One of the neighbours is hidden with the small one.
  const text = await get("coverage/fysio");
  expect(text).toContain("=Elevhälsa");
  expect(text).not.toMatch(/<td[^>]*>3</);
  await page.context().close();
});

test("ORG-8 an employee finds no coverage, in whatever way it is asked for", async () => {
  const world = await measured();
  const siv = await world.person("Siv Ek");
  await world.hire(siv);
  const page = await site.open(world, siv);
  await page.goto(`${site.url()}/o/${world.slug}`);
  expect(await page.getByRole("link", { name: "Täckning" }).count()).toBe(0);
  for (const path of ["coverage", "coverage/fysio", "measurements", "members"])
    for (const way of ["", "/file.csv"]) {
      const answer = await page.request.get(`${site.url()}/o/${world.slug}/${path}${way}`);
      expect([path, way, answer.status()]).toEqual([path, way, 404]);
      expect(await answer.text()).not.toMatch(/employed|Hemvård/);
    }
  await page.context().close();
});

test("ORG-1 the association's lead sees its members", async () => {
  const member = await measured();
  const slug = `forbund-${member.slug.slice(-8)}`;
  const founded = await foundOrganisation(database.db, {
    slug,
    name: "Påhittade förbundet",
    kind: "association",
  });
  if (!founded.ok) throw new Error("not founded");
  await admitMember(database.db, { association: slug, member: member.slug, from: "2020-01-01", to: null });
  member.on("2026-06-01");
  await member.as(member.lead, (work) => freezeMeasurement(work));
  const account_id = crypto.randomUUID();
  await work(member.workshop, { slug, actor: null }, async ({ tx, organisationId: organisation_id }) => {
    await tx
      .insertInto("account")
      .values({ organisation_id, id: account_id, username: "demo-01", display_name: "Lena Förbund" })
      .execute();
    await tx
      .insertInto("role_grant")
      .values({
        organisation_id,
        id: crypto.randomUUID(),
        account_id,
        role: "association_lead",
        valid_from: "2020-01-01",
      })
      .execute();
  });
  const lena: Actor = {
    accountId: account_id,
    organisationId: founded.value.id,
    personId: null,
    displayName: "Lena Förbund",
    grants: [],
    manages: [],
  };
  const page = await site.open(
    { slug, as: (actor, run) => work(member.workshop, { slug, actor }, run) },
    lena,
  );
  await page.goto(`${site.url()}/o/${slug}`);
  await go(page.getByRole("navigation").getByRole("link", { name: "Medlemmar" }));
  expect(await main(page)).toContain("29 av 32, 90 %");
  expect(await main(page)).toContain("2026-06-01");
  await expectGood(page);
  await page.context().close();
});
