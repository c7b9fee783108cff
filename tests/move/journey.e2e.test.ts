/** Moves as people meet them: asked for, declined, made over what isn't met, the last need for two, and what a move sets off. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { keepPosts } from "../../src/move/keep-posts.ts";
import { changeSettings } from "../../src/organisation/keep-settings.ts";
import { settings } from "../../src/organisation/store.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { newId } from "../../src/shared/ids.ts";
import { addDays } from "../../src/shared/local-date.ts";
import { gapWorld } from "../gap/world.ts";
import { show } from "../assessment/facts.ts";
import { expectGood } from "../support/axe.ts";
import { go } from "../support/browser.ts";
import { testDatabase } from "../support/database.ts";
import { main, testSite } from "../support/site.ts";

const database = await testDatabase();
const site = testSite(database);
const press = (page: Page, name: string) => go(page.getByRole("button", { name, exact: true }));

/** Three who are placed at the innermost level, of whom Bo has what the next asks for; the outermost is a post, and one is needed there. */
async function unitToMoveIn() {
  const world = await gapWorld(database);
  const { model, rehab, care } = world;
  world.on(site.today());
  const course = newId();
  const { number } = await world.draft([{ id: course, text: "Kurs i handledning", levelId: model.skilled }]);
  await world.adopt(number, "2024-01-01");
  const [karin, dan] = [await world.person("Karin Öhman"), await world.person("Dan Ask")];
  await world.manage(karin, rehab);
  await world.deputise(dan, rehab, { from: "2024-01-01", to: addDays(site.today(), 30) });
  const [lead, hr, admin] = [
    await world.withRole("process_lead"),
    await world.withRole("hr_handler"),
    await world.withRole("administrator"),
  ];
  await world.put("role_grant", {
    id: newId(),
    account_id: hr.accountId,
    role: "hr_handler",
    valid_from: "2020-01-01",
  });
  await world.as(admin, async (work) =>
    changeSettings(work, {
      ...(await settings(work)),
      moveRule: "advisory",
      titleTaskOf: "hr",
      agreementTaskOf: "manager",
    }),
  );
  const titled = { model_id: model.modelId };
  await world.put("local_title_list", {
    ...titled,
    revision: 1,
    updated_by: karin.accountId,
    updated_at: "2024-01-01T08:00:00Z",
  });
  await world.put("local_title", {
    ...titled,
    level_id: model.skilled,
    position: 0,
    title: "Fysioterapeut 2",
  });
  await world.as(lead, (work) => keepPosts(work, "fysio", { levelIds: [model.expert], was: [] }));
  await world.put("need", {
    id: newId(),
    unit_id: rehab,
    model_id: model.modelId,
    level_id: model.expert,
    people: 1,
    valid_from: "2024-01-01",
    set_by: karin.accountId,
    set_at: "2024-01-01T08:00:00Z",
  });
  const staff = async (name: string) => {
    const who = await world.person(name);
    await world.hire(who);
    await world.place(who, {}, { authority_id: care });
    return who;
  };
  const [anna, bo, cia] = [await staff("Anna Berg"), await staff("Bo Dal"), await staff("Cia Elm")];
  await show(world, { who: bo, by: karin }, [course], { issued_on: "2024-06-01", authority_id: care });
  return { world, karin, dan, hr, anna, bo, cia };
}

describe.each([
  { script: true, width: 1240 },
  { script: false, width: 320 },
])("with script $script, $width px", ({ script, width }) => {
  test("PLC-3, PLC-4, PLC-7: applied for, declined for need, made over what isn't met, and the last need taken once", async () => {
    const { world, karin, dan, hr, anna, bo, cia } = await unitToMoveIn();
    const home = `${site.url()}/o/${world.slug}`;
    const open = (actor: Actor) => site.open(world, actor, script, width);
    const pageOf = ({ personId }: { personId: string }) => `${home}/people/${personId}/placements`;
    const [employee, manager] = [await open(anna), await open(karin)];

    // What is left to fill in stands beside each field, and what was written is there still.
    await employee.goto(`${home}/my/move`);
    expect(await main(employee)).toContain("Expert är en tjänst: dit krävs ett ledigt behov.");
    await employee.getByLabel("Varför vill du dit?").fill("Jag har handlett tre studenter.");
    await press(employee, "Skicka ansökan");
    expect(await employee.locator(".field[data-invalid]").innerText()).toContain("Välj vart du vill");
    expect(await employee.getByLabel("Varför vill du dit?").inputValue()).toBe(
      "Jag har handlett tre studenter.",
    );
    await expectGood(employee);
    await employee.getByLabel("Vart vill du?").selectOption({ label: "Skicklig" });
    await press(employee, "Skicka ansökan");
    expect(await main(employee)).toContain("Din ansökan är skickad.");
    await expectGood(employee);

    // Declined for need, with words of why.
    await manager.goto(home);
    await go(
      manager
        .locator("main")
        .getByRole("link", { name: /Anna Berg/ })
        .first(),
    );
    await manager.goto(pageOf(anna));
    expect(await main(manager)).toContain("Jag har handlett tre studenter.");
    await manager.getByText("Avslå ansökan").click();
    await manager.getByLabel("Ditt svar").fill("Vi ser över behovet i höst.");
    await press(manager, "Skicka avslaget");
    expect(await main(manager)).toContain("Välj vad avslaget beror på");
    expect(await manager.getByLabel("Ditt svar").inputValue()).toBe("Vi ser över behovet i höst.");
    await expectGood(manager);
    await manager.getByRole("radio", { name: "Verksamheten har inget ledigt behov" }).check();
    await press(manager, "Skicka avslaget");
    expect(await main(manager)).toContain("Ansökan är avslagen.");
    await employee.goto(`${home}/my/move`);
    expect(await main(employee)).toContain("Vi ser över behovet i höst.");
    await expectGood(employee);

    // With nothing missing it is made; with something missing it takes a reason, which stands with it.
    const move = async (page: Page, level: string, words: string) => {
      await page.getByLabel("Nivå", { exact: true }).selectOption({ label: level });
      await page.getByLabel("Samtalets dag").fill(site.today());
      await page.getByLabel("Några ord om varför").fill(words);
      await press(page, "Placera");
    };
    await manager.goto(pageOf(bo));
    await move(manager, "Skicklig", "Har kursen och arbetar så.");
    expect(await main(manager)).toContain("Placeringen är sparad.");
    await manager.goto(pageOf(anna));
    await move(manager, "Skicklig", "Arbetar redan så.");
    expect(await main(manager)).toContain("”Kurs i handledning” är inte uppfyllt.");
    expect(await manager.getByLabel("Några ord om varför").inputValue()).toBe("Arbetar redan så.");
    await expectGood(manager);
    await manager.getByLabel("Varför flytten görs ändå").fill("Kursen ges först i vår.");
    await press(manager, "Placera");
    expect(await main(manager)).toContain("Kursen ges först i vår.");
    await expectGood(manager);

    // The last need: two have the page open, one is first, and the other keeps what they wrote.
    const deputy = await open(dan);
    await deputy.goto(pageOf(cia));
    await manager.goto(pageOf(bo));
    await move(manager, "Expert", "Vi är överens.");
    expect(await main(manager)).toContain("Placeringen är sparad.");
    await move(deputy, "Expert", "Cia vill dit.");
    expect(await main(deputy)).toContain("Behovet på den nivån är 1, och 1 finns där redan.");
    expect(await deputy.getByLabel("Några ord om varför").inputValue()).toBe("Cia vill dit.");
    await expectGood(deputy);

    // What the move set off: a title is HR's to write, the agreement the manager's to make.
    const handler = await open(hr);
    await handler.goto(`${home}/move-tasks`);
    const task = handler.getByRole("row", { name: /Anna Berg/ });
    expect(await task.innerText()).toContain("Skriv titeln Fysioterapeut 2 i HR-systemet");
    expect(await main(handler)).not.toContain("Nytt avtal");
    await expectGood(handler);
    await go(task.getByRole("button"));
    expect(await main(handler)).toContain("Markerat som klart.");
    await manager.goto(pageOf(anna));
    expect(await main(manager)).toContain(`Klart ${site.today()}`);
    await go(manager.getByRole("button", { name: "Markera som klart" }));
    expect(await manager.getByRole("button", { name: "Markera som klart" }).count()).toBe(0);
    for (const page of [employee, manager, deputy, handler]) await page.context().close();
  });
});
