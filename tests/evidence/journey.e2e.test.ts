/** Evidence in the browser, with and without script: the employee hands it in, the manager asks for more and then checks it, and what has expired meets nothing. */
import { describe, expect, test } from "vitest";
import { addDays, addMonths, dayOf } from "../../src/shared/local-date.ts";
import { formatDay } from "../../src/ui/date-text.tsx";
import { expectGood } from "../support/axe.ts";
import { go } from "../support/browser.ts";
import { testDatabase } from "../support/database.ts";
import { main, testSite } from "../support/site.ts";
import { evidenceWorld } from "./world.ts";

const database = await testDatabase();
const site = testSite(database);

const today = dayOf(new Date());

describe.each([true, false])("with script %s", (javaScriptEnabled) => {
  test("ASM-2, ASM-5: evidence is handed in, handed back, checked, and meets nothing the day after its last", async () => {
    const world = await evidenceWorld(database);
    const [karin, asa] = [await world.person("Karin Öhman"), await world.person("Åsa Lindqvist")];
    await world.manage(karin, world.rehab);
    await world.employ(asa, world.rehab, { from: addMonths(today, -30) });

    const employee = await site.open(world, asa, javaScriptEnabled);
    await employee.goto(`${site.url()}/o/${world.slug}/my/evidence`);
    await expectGood(employee);
    expect(await main(employee)).toContain("Inga underlag än");
    expect(await main(employee)).toMatch(/Två år \(2 år\): nåddes/);
    const mine = employee.url();
    await go(employee.getByRole("link", { name: "Lägg till underlag" }));
    await employee.getByLabel("Kurs", { exact: true }).check();
    await employee.getByLabel("Vad heter det?").fill("Förflyttning, 19121212-1212");
    await employee.getByLabel("Utfärdat").fill(addDays(today, 1));
    await employee.getByLabel("Gäller till och med").fill(addDays(today, -1));
    await employee.getByLabel("Förflyttning", { exact: true }).check();
    await go(employee.getByRole("button", { name: "Lämna till kontroll" }));
    const summary = await employee.locator("#error-summary").innerText();
    expect(summary).toContain("Det ser ut att finnas ett personnummer i texten.");
    expect(summary).toContain("Dagen har inte varit än.");
    expect(await employee.getByLabel("Vad heter det?").inputValue()).toBe("Förflyttning, 19121212-1212");
    expect(await employee.getByLabel("Förflyttning", { exact: true }).isChecked()).toBe(true);
    await expectGood(employee);
    await employee.getByLabel("Vad heter det?").fill("Förflyttningskunskap");
    await employee.getByLabel("Utfärdat").fill(addMonths(today, -6));
    await employee.getByLabel("Gäller till och med").fill(today);
    await go(employee.getByRole("button", { name: "Lämna till kontroll" }));
    expect(await main(employee)).toContain("Underlaget väntar nu på att din chef kontrollerar det.");

    const manager = await site.open(world, karin, javaScriptEnabled);
    await manager.goto(`${site.url()}/o/${world.slug}/units/${world.rehab}/evidence`);
    await expectGood(manager);
    expect(await main(manager)).toContain("Ett underlag väntar på kontroll.");
    await go(manager.getByRole("link", { name: "Förflyttningskunskap" }));
    await manager.getByText("Något saknas").click();
    await manager.getByLabel("Vad saknas?").fill("Namnet på den som gav kursen.");
    await go(manager.getByRole("button", { name: "Lämna tillbaka" }));
    await expectGood(manager);

    await employee.goto(mine);
    expect(await main(employee)).toContain("Behöver kompletteras");
    await go(employee.getByRole("link", { name: "Förflyttningskunskap" }));
    expect(await main(employee)).toContain("Namnet på den som gav kursen.");
    await employee.getByLabel("Vad heter det?").fill("Förflyttningskunskap, Studium");
    await go(employee.getByRole("button", { name: "Spara och lämna till kontroll igen" }));
    await expectGood(employee);

    await manager.reload();
    await go(manager.getByRole("button", { name: "Spara kontrollen" }));
    expect(await main(manager)).toContain("Karin Öhman, chef");
    await manager.goto(mine);
    // Its last day is today.
    expect(await manager.getByRole("row", { name: /Studium/ }).innerText()).toContain("Gäller");
    await go(manager.getByRole("link", { name: "Anteckna underlag som du har sett" }));
    await manager.getByLabel("Kurs", { exact: true }).check();
    await manager.getByLabel("Vad heter det?").fill("Hjärt-lungräddning");
    await manager.getByLabel("Utfärdat").fill(addMonths(today, -6));
    await manager.getByLabel("Gäller till och med").fill(addDays(today, -1));
    await go(manager.getByRole("button", { name: "Spara som kontrollerat" }));
    expect(await manager.getByRole("row", { name: /Hjärt-lungräddning/ }).innerText()).toContain(
      "Har gått ut",
    );
    await go(manager.getByRole("link", { name: "Hjärt-lungräddning" }));
    expect(await main(manager)).toContain(`Gällde till och med ${formatDay(addDays(today, -1), "sv-SE")}`);
    await expectGood(manager);
  });
});
