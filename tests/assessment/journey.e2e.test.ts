import { describe, expect, test } from "vitest";
import { linesOf } from "../../src/assessment/sheet.store.ts";
import { newId } from "../../src/shared/ids.ts";
import { expectGood } from "../support/axe.ts";
import { go } from "../support/browser.ts";
import { testDatabase } from "../support/database.ts";
import { main, testSite } from "../support/site.ts";
import { assessmentWorld } from "./world.ts";

const database = await testDatabase();
const site = testSite(database);

describe.each([true, false])("with script %s", (script) => {
  test("ASM-1 two people assess apart, meet, and agree; ASM-3 in words, without totals", async () => {
    const world = await assessmentWorld(database);
    const [judges, leads] = [newId(), newId()];
    await world.revise(2, "2024-01-01", [
      { id: judges, text: "Bedömer sammansatta behov." },
      { id: leads, text: "Leder ett arbete i gruppen.", heading: "together" },
    ]);
    const chief = await world.person("Karin Öhman");
    await world.manage(chief, world.rehab);
    const asa = await world.person("Åsa Lindqvist");
    await world.employ(asa, world.rehab, { from: "2022-01-01" });
    const employee = await site.open(world, asa, script);
    const manager = await site.open(world, chief, script);
    const home = `${site.url()}/o/${world.slug}`;

    // The employee begins, writes under the first heading, and goes on to the next.
    await employee.goto(`${home}/my/assessment`);
    await expectGood(employee);
    await go(employee.getByRole("button", { name: "Börja" }));
    expect(await main(employee)).toContain("Välj vilken nivå det gäller.");
    await employee.getByLabel("Vilken nivå gäller det?").selectOption({ label: "Skicklig" });
    await go(employee.getByRole("button", { name: "Börja" }));
    await expectGood(employee);
    await go(employee.getByRole("link", { name: "Skriv Arbetet" }));
    await expectGood(employee);
    await employee.getByRole("radio", { name: "leder andra" }).check();
    await employee.getByLabel("Några ord om varför").fill("Mina hemliga ord.");
    if (script) await employee.locator(".save-state[data-state=saved]").waitFor();
    await go(employee.getByRole("button", { name: "Spara och fortsätt" }));
    await employee.getByRole("heading", { name: "Tillsammans", level: 1 }).waitFor();
    await employee.getByRole("radio", { name: "självständigt" }).check();
    await go(employee.getByRole("button", { name: "Spara och gå till översikten" }));

    // Another tab is behind: both texts show, and nothing typed is lost.
    const other = await employee.context().newPage();
    await other.goto(`${employee.url()}/work`);
    const stale = await employee.context().newPage();
    await stale.goto(`${employee.url()}/work`);
    await other.getByLabel("Några ord om varför").fill("Ändrat i den ena.");
    await go(other.getByRole("button", { name: "Spara och fortsätt" }));
    await stale.getByLabel("Några ord om varför").fill("Mina hemliga ord, igen.");
    if (script) await stale.locator("[data-conflict]").waitFor();
    else await go(stale.getByRole("button", { name: "Spara och fortsätt" }));
    expect(await main(stale)).toContain("Ändrat i den ena.");
    expect(await stale.getByLabel("Några ord om varför").inputValue()).toBe("Mina hemliga ord, igen.");
    await go(stale.getByRole("button", { name: "Spara och fortsätt" }));
    await other.close();
    await stale.close();

    await employee.reload();
    await go(employee.getByRole("button", { name: "Lämna in" }));
    expect(await main(employee)).toContain("Du har lämnat in");
    await expectGood(employee);

    // The manager sees that it is in, and nothing of it.
    await manager.goto(`${home}/units/${world.rehab}/assessments`);
    expect(await main(manager)).toContain("Åsa har lämnat in");
    await expectGood(manager);
    await go(manager.getByRole("link", { name: "Öppna Åsa Lindqvist" }));
    expect(await manager.content()).not.toContain("hemliga");
    await go(manager.getByRole("link", { name: "Skriv Arbetet" }));
    expect(await manager.content()).not.toContain("hemliga");
    await manager.getByRole("radio", { name: "med stöd" }).check();
    await manager.getByLabel("Några ord om varför").fill("Jag har sett dig göra det med stöd.");
    await go(manager.getByRole("button", { name: "Spara och fortsätt" }));
    await manager.getByRole("radio", { name: "självständigt" }).check();
    await go(manager.getByRole("button", { name: "Spara och gå till översikten" }));
    expect(await manager.content()).not.toContain("hemliga");
    await go(manager.getByRole("button", { name: "Lämna in" }));

    // They meet: what they see differently stands first.
    const met = await main(manager);
    expect(met).toContain("Mina hemliga ord, igen.");
    expect(met.indexOf("Det här ser ni olika på")).toBeLessThan(met.indexOf("Det här ser ni lika på"));
    expect(met).not.toMatch(/poäng|medel|summa|%/i);
    await expectGood(manager);
    await employee.reload();
    expect(await main(employee)).toContain("Jag har sett dig göra det med stöd.");
    await expectGood(employee);

    // A joint outcome for each statement, one by one.
    const first = manager.locator(`#statement-${judges}`);
    await go(first.getByRole("button", { name: "Spara utfallet" }));
    expect(await main(manager)).toContain("Välj om ni är överens");
    await first.getByRole("radio", { name: "Inte än" }).check();
    await first.getByLabel("Några ord om vad ni kom fram till").fill("Vi följer upp i mars.");
    await go(first.getByRole("button", { name: "Spara utfallet" }));
    expect(await first.innerText()).toContain("Vi följer upp i mars.");
    const second = manager.locator(`#statement-${leads}`);
    await second.getByRole("radio", { name: "Uppfyllt" }).check();
    await go(second.getByRole("button", { name: "Spara utfallet" }));
    await go(manager.getByRole("button", { name: "Avsluta bedömningen" }));
    expect(await main(manager)).toContain("Bedömningen är avslutad.");
    await expectGood(manager);
    await employee.reload();
    expect(await main(employee)).toContain("Vi följer upp i mars.");
    await manager.context().close();
    await employee.context().close();
  });

  test("ASM-1 a session that ends while one writes: it is said, and what was written is there after signing in", async () => {
    const world = await assessmentWorld(database);
    await world.revise(2, "2024-01-01", [{ id: newId(), text: "Bedömer sammansatta behov." }]);
    const asa = await world.person("Åsa Lindqvist");
    await world.employ(asa, world.rehab, { from: "2022-01-01" });
    const address = await world.begin(asa, asa);
    const employee = await site.open(world, asa, script);
    const home = `${site.url()}/o/${world.slug}`;
    const sheet = `${home}/my/assessment/${address.assessmentId}/work`;
    await employee.goto(sheet);
    const hourAgo = new Date(Date.now() - 61 * 60_000);
    await world.as(null, ({ tx }) =>
      tx.updateTable("session").set({ created_at: hourAgo, seen_at: hourAgo }).execute(),
    );
    await employee.getByLabel("Några ord om varför").fill("Skrivet när sessionen var slut.");
    if (script) await employee.getByText("Du har blivit utloggad.").waitFor();
    await go(employee.getByRole("button", { name: "Spara och gå till översikten" }));
    expect(await main(employee)).toContain("Det du skrev finns kvar i en timme");
    expect(await world.as(asa, (work) => linesOf(work, address.assessmentId, ["self"]))).toEqual([]);

    // Signed in again, as whoever knows the password is.
    const again = await site.open(world, asa, script);
    await again.goto(`${site.url()}${new URL(employee.url()).searchParams.get("next") ?? ""}`);
    await expectGood(again);
    await go(again.getByRole("button", { name: "Skicka igen" }));
    await again.goto(sheet);
    expect(await again.getByLabel("Några ord om varför").inputValue()).toBe(
      "Skrivet när sessionen var slut.",
    );
    await employee.context().close();
    await again.context().close();
  });
});
