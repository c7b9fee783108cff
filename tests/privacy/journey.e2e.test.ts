/** ASM-4 in the browser: all that is held about me, who has read it and why, a comment, a request for correction, and the answer. */
import { describe, expect, test } from "vitest";
import { sayAbout } from "../../src/privacy/say-about.ts";
import { ABOUTS } from "../../src/privacy/request.rules.ts";
import { assessmentWorld } from "../assessment/world.ts";
import { newId } from "../../src/shared/ids.ts";
import { placementWorld } from "../placement/world.ts";
import { expectGood } from "../support/axe.ts";
import { go } from "../support/browser.ts";
import { testDatabase } from "../support/database.ts";
import { main, testSite } from "../support/site.ts";

const database = await testDatabase();
const site = testSite(database);

describe.each([true, false])("with script %s", (script) => {
  test("ASM-4, PRV-1 what is held about me, who has read it, what I say of it and am answered", async () => {
    const world = await placementWorld(database);
    const home = `${site.url()}/o/${world.slug}`;
    const chief = await world.person("Karin Öhman");
    await world.manage(chief, world.rehab);
    const asa = await world.person("Åsa Lindqvist");
    await world.employ(asa, world.rehab, { from: "2022-01-01" });
    const manager = await site.open(world, chief, script);
    await manager.goto(`${home}/people/${asa.personId}/missing`);

    // All that is held, and who has read it and why.
    const employee = await site.open(world, asa, script);
    await employee.goto(`${home}/my/data`);
    expect(await main(employee)).toMatch(/2022-01-01[^\n]*Rehab[^\n]*anställningsnummer/);
    expect(await main(employee)).toContain("av Karin Öhman");
    await expectGood(employee);
    await go(employee.getByRole("link", { name: "Alla läsningar" }));
    expect(await main(employee)).toMatch(/Karin Öhman[\s\S]*Det som saknas för dig[\s\S]*chef/i);
    const file = await employee.request.get(`${home}/my/data/file.json`);
    expect(await file.json()).toMatchObject({
      register: { givenName: "Åsa" },
      reads: { reads: expect.arrayContaining([expect.objectContaining({ what: "what-is-missing" })]) },
    });

    // A comment, and a request: what is missing is told beside the field, and what was typed stays.
    await employee.goto(`${home}/my/data`);
    const say = async (id: string, kind: string | null, words: string) => {
      const part = employee.locator(`section#${id}`);
      if (!(await part.locator("details").evaluate((each: HTMLDetailsElement) => each.open)))
        await part.locator("summary").click();
      if (kind !== null) await part.getByRole("radio", { name: kind }).check();
      await part.getByLabel("Vad vill du säga?").fill(words);
      await go(part.getByRole("button", { name: "Skicka" }));
    };
    await say("placements", null, "Jag borde vara placerad.");
    expect(await main(employee)).toContain("Välj om du vill kommentera eller be om rättelse");
    const typed = employee.locator("textarea[name=words-placements]");
    expect(await typed.inputValue()).toBe("Jag borde vara placerad.");
    await expectGood(employee);
    await say("placements", "Be om rättelse", "Jag borde vara placerad.");
    expect(await main(employee)).toContain("Väntar på svar.");
    await say("register", "Lämna en kommentar", "Jag heter Åsa med å.");
    expect(await main(employee)).toContain("Jag heter Åsa med å.");

    // The manager answers for the placement, and both texts stay.
    await manager.goto(`${home}/data-requests`);
    expect(await main(manager)).not.toContain("Jag heter Åsa med å.");
    await expectGood(manager);
    await go(manager.getByRole("button", { name: "Svara" }));
    expect(await main(manager)).toContain("Skriv några ord");
    await manager.getByRole("radio", { name: "Låtit den stå kvar" }).check();
    await manager.getByLabel("Ditt svar").fill("Vi har vårt samtal i december.");
    await go(manager.getByRole("button", { name: "Svara" }));
    expect(await main(manager)).toContain("Ingen väntar på svar");
    await employee.goto(`${home}/my/data`);
    expect(await main(employee)).toMatch(
      /Jag borde vara placerad\.[\s\S]*Står kvar som det är[\s\S]*Karin Öhman[\s\S]*Vi har vårt samtal i december\./,
    );
    await expectGood(employee);
    await manager.context().close();
    await employee.context().close();
  });
});

test("ASM-4 a request leads whoever answers it to what it is about: the one record, or all of the kind", async () => {
  const world = await assessmentWorld(database);
  await world.revise(2, "2024-01-01", [{ id: newId(), text: "Bedömer sammansatta behov." }]);
  const [chief, asa] = [await world.person("Karin Öhman"), await world.person("Åsa Lindqvist")];
  await world.manage(chief, world.rehab);
  await world.employ(asa, world.rehab, { from: "2022-01-01" });
  const { assessmentId } = await world.begin(asa, asa);
  const ask = (about: string, recordId: string | null) =>
    world.as(asa, (work) => sayAbout(work, { about, kind: "correction", words: "Fel dag.", recordId }));
  for (const about of ABOUTS) await ask(about, null);
  await ask("assessments", assessmentId);

  const manager = await site.open(world, chief, false);
  await manager.goto(`${site.url()}/o/${world.slug}/data-requests`);
  await expectGood(manager);
  const ways = await manager
    .locator("main a[href*='/people/']")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const own = `/o/${world.slug}/people/${asa.personId}`;
  expect(new Set(ways)).toEqual(
    new Set([
      ...["/placements", "/assessment", "/evidence", "/talks", "/plan"].map((kind) => own + kind),
      `${own}/assessment/${assessmentId}`,
    ]),
  );
  for (const way of ways) {
    const answer = await manager.request.get(`${site.url()}${way}`);
    expect([way, answer.status()]).toEqual([way, 200]);
  }
  await manager.context().close();
});
