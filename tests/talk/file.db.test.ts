/** A talk to take away: what it says, to whom, and that it isn't rewritten (TLK-1, TLK-2, PLC-9). */
import { describe, expect, test } from "vitest";
import type { PdfDocument } from "../../src/platform/pdf/make-pdf.ts";
import { makePdf } from "../../src/platform/pdf/make-pdf.ts";
import { goOn } from "../../src/plan/go-on.ts";
import { addActivity } from "../../src/plan/keep-activity.ts";
import { addGoal } from "../../src/plan/keep-goal.ts";
import { viewPlan } from "../../src/plan/view-plan.ts";
import { talkDocument } from "../../src/talk/talk-document.ts";
import type { TalkView } from "../../src/talk/view-talk.ts";
import { testDatabase } from "../support/database.ts";
import { talkWorld } from "./world.ts";

const all = await talkWorld(await testDatabase());
const { world, judges, karin, employee, book, hold, put, prepare, see, confirm, otherView, asked } = all;

const documentOf = (view: TalkView, language: "sv" | "en" = "sv"): PdfDocument => {
  const made = talkDocument(view, { language, organisation: "Påhittade kommunen" });
  if (!made) throw new Error("no document");
  return made.document;
};
const textsIn = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value
      ? Object.values(value).flatMap(textsIn)
      : [];

/** As a talk was kept before plans were part of it. */
const beforePlans = (view: TalkView): TalkView =>
  JSON.parse(JSON.stringify(view, (key, value: unknown) => (key === "plan" ? undefined : value))) as TalkView;

describe("TLK-1 a talk as a document", () => {
  test("says what was agreed, who confirmed, what each prepared and what it rested on, and that it can be disclosed", async () => {
    const { who } = await employee();
    const assessment = await world.begin(who, who);
    await world.write(who, assessment, { [judges]: ["3", "Varje vecka."] });
    await world.handIn(who, assessment);
    await world.write(karin, assessment, { [judges]: ["1", "Inte sett än."] });
    await world.handIn(karin, assessment);
    const address = await book(who);
    await prepare(who, address, "Jag vill handleda.");
    await prepare(karin, address, "Studenter i vår.");
    await hold(karin, address);
    await put(karin, address, "Hospitera i Uddevalla.");
    await confirm(who, address);
    await confirm(karin, address);
    const view = await see(who, address);
    const texts = textsIn(documentOf(view));
    for (const text of [
      `Utvecklingssamtal med ${who.displayName}`,
      "Hospitera i Uddevalla.",
      `${who.displayName} bekräftade 2026-11-22`,
      "Karin Öhman bekräftade 2026-11-22",
      "Båda har bekräftat.",
      "Jag vill handleda.",
      "Studenter i vår.",
      "Bedömer sammansatta behov.",
      "Leder andra: Varje vecka.",
      "Fysioterapeut, version 2, Skicklig",
    ])
      expect(texts.join("\n")).toContain(text);
    expect(texts.join("\n")).toMatch(/kan lämnas ut|begäras ut/i);
    expect(texts).not.toContain("Inte låst");
    expect(texts).toContain("Planen var tom.");
    const without = textsIn(documentOf(beforePlans(view))).join("\n");
    expect(without).toContain("Placeringen, bedömningarna och kraven så som de såg ut 2026-11-22.");
    expect(without).not.toContain("Planen");
    expect(talkDocument(view, { language: "sv", organisation: "" })?.name).toBe(
      `utvecklingssamtal-2026-11-22-${who.displayName.replace(" ", "-")}`,
    );
    expect(makePdf(documentOf(view), new Date("2026-12-03T10:00:00Z")).subarray(0, 5).toString()).toBe(
      "%PDF-",
    );
    expect(textsIn(documentOf(view, "en")).join("\n")).toContain("Both have confirmed.");
    // What the model and the assessments become afterwards changes nothing of it.
    await world.revise(3, "2026-11-23", [{ id: judges, text: "Nya ord i en ny version." }]);
    world.on("2026-11-24");
    expect(textsIn(documentOf(await see(who, address)))).toEqual(texts);
    world.on("2026-11-22");
  });

  test("PLN-1 the plan as it was when the text was put to both, whatever it becomes; of a pay talk, and of what was kept before plans, none", async () => {
    const { who } = await employee();
    const { personId } = who;
    const text = {
      kind: "upskilling",
      title: "Handleda studenter",
      use: "Två varje vår.",
      mentor: "Dragana",
    };
    const goal = await world.as(who, (work) => addGoal(work, personId, { ...text, until: "2027-06-01" }));
    if (!goal.ok) throw new Error("no goal");
    const doing = { title: "Hospitering", entryId: "", owner: "self", mentor: "", until: "2027-01-14" };
    for (const goalId of [goal.value, ""])
      await world.as(karin, (work) => addActivity(work, personId, { ...doing, goalId, from: "2027-01-11" }));
    const address = await asked(who);
    const before = textsIn(documentOf(await see(karin, address)));
    for (const said of [
      "Placeringen, bedömningarna, kraven och planen så som de såg ut 2026-11-22. Här ändras de inte, vad som än händer sedan.",
      "Planen: mål",
      "Handleda studenter. Mentor: Dragana (Fördjupning)",
      "Två varje vår.",
      "Planen: aktiviteter",
      "2027-01-11 – 2027-01-14",
      "Planerat",
    ])
      expect(before).toContain(said);
    expect(before.filter((said) => said === "Hospitering")).toHaveLength(2);
    const part = { personId, part: "activity", revision: 1 } as const;
    const { activities } = (await see(who, address)).record?.snapshot.plan ?? { activities: [] };
    expect(activities.map((each) => each.goal)).toEqual(["Handleda studenter", null]);
    const [activity] = (await world.as(who, (work) => viewPlan(work, personId))).loose;
    await world.as(who, (work) =>
      goOn(
        work,
        { ...part, id: activity?.id ?? "" },
        { state: "not-done", reason: "Inställd.", on: "2026-11-22" },
      ),
    );
    await confirm(who, address);
    await confirm(karin, address);
    const locked = await see(who, address);
    expect(textsIn(documentOf(locked))).toEqual(expect.arrayContaining(["Planerat", "Hospitering"]));
    expect(textsIn(documentOf(locked)).join("\n")).not.toContain("Inställd.");

    const old = beforePlans(locked);
    expect(old.record?.snapshot).toEqual({ ...locked.record?.snapshot, plan: undefined });
    expect(textsIn(documentOf(old))).not.toContain("Planen: mål");
    const pay = await asked(who, "pay");
    expect((await see(karin, pay)).record?.snapshot.plan).toBeNull();
  });

  test("PLC-9 another view stands in it with the answer, and a talk that waits says that it isn't locked", async () => {
    const { who } = await employee();
    const address = await asked(who);
    await otherView(who, address, "Jag ser det så här.", true, true);
    const texts = textsIn(documentOf(await see(who, address)));
    expect(texts).toContain("Inte låst");
    expect(texts).toContain("Jag ser det så här.");
    expect(texts.join("\n")).toContain("En facklig företrädare ska vara med.");
  });

  test("PLC-9 another view stays when the text is put to both anew, and says that it was about the former", async () => {
    const { who } = await employee();
    const address = await asked(who);
    await otherView(who, address, "Vi sa Vänersborg.");
    const before = textsIn(documentOf(await see(who, address)));
    expect(before).toContain("Vi sa Vänersborg.");
    expect(before).not.toContain("Gällde en tidigare lydelse av texten.");
    await put(karin, address, "Hospitera i Vänersborg.");
    await confirm(who, address);
    await confirm(karin, address);
    expect(textsIn(documentOf(await see(karin, address)))).toEqual(
      expect.arrayContaining([
        "Hospitera i Vänersborg.",
        "Vi sa Vänersborg.",
        "Gällde en tidigare lydelse av texten.",
      ]),
    );
  });

  test("TLK-2 the pay link statement as it was shown; nothing to take away before there is a text", async () => {
    const { who } = await employee();
    const address = await book(who, { kind: "pay" });
    await hold(karin, address);
    expect(talkDocument(await see(karin, address), { language: "sv", organisation: "" })).toBeNull();
    await put(karin, address, "Vi talade om kriterierna.");
    const { sections } = documentOf(await see(who, address));
    expect(sections.find(({ title }) => title === "Så hänger modellen ihop med lönen")?.blocks).toEqual([
      {
        kind: "paragraph",
        text: "Påhittade kommunen har inte beskrivit hur modellen hänger ihop med lönen.",
      },
    ]);
  });
});
