/** What goes wrong between two who assess apart (ASM-1, MOD-5): each shows what happened and loses nothing. */
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { openAtTalk } from "../../src/assessment/hand-in.ts";
import { withoutOutcome } from "../../src/assessment/meeting.rules.ts";
import { newId } from "../../src/shared/ids.ts";
import { testDatabase } from "../support/database.ts";
import { assessedUnit } from "./unit.ts";
import { TODAY } from "./world.ts";

const { world, judges, leads, karin, dan, employee, view, direct } = await assessedUnit(await testDatabase());

describe("ASM-1 at the same moment", () => {
  test("both hand in: it is opened once, by itself, and nobody waits for the other", async () => {
    for (const _ of [1, 2, 3]) {
      const { who } = await employee();
      const address = await world.begin(who, who);
      await world.write(who, address, { [judges]: ["3", "Mina ord"] });
      await world.write(karin, address, { [judges]: ["1", "Chefens ord"] });
      const handed = await Promise.all([world.handIn(who, address), world.handIn(karin, address)]);
      expect(handed.map((each) => each.ok && each.value.opened).filter(Boolean)).toEqual([true]);
      const { head, reads } = await view(who, address);
      expect([head.openedHow, reads]).toEqual(["both-in", ["self", "manager"]]);
    }
  });

  test("the person hands in as the manager opens at the talk: one of the two is first, and nothing is lost", async () => {
    const { who } = await employee();
    const address = await world.begin(who, who);
    await world.write(who, address, { [judges]: ["3", "Mina ord"] });
    await world.write(karin, address, { [judges]: ["1"] });
    const [handed, opened] = await Promise.all([
      world.handIn(who, address),
      world.as(karin, (work) => openAtTalk(work, address)),
    ]);
    const codes = [handed, opened].flatMap((each) => (each.ok ? [] : each.reasons.map(({ code }) => code)));
    expect(["opened", "both-first"]).toContain(codes.join());
    expect((await view(who, address)).headings[0]?.statements[0]?.self.words).toBe("Mina ord");
  });

  test("the manager and a deputy write different lines of the same sheet: both stay, each with who wrote it", async () => {
    const { who } = await employee();
    const address = await world.begin(karin, who);
    const [first, second] = await Promise.all([
      world.write(karin, address, { [judges]: ["1"] }, { from: 0 }),
      world.write(dan, address, { [leads]: ["2"] }, { heading: "together", from: 0 }),
    ]);
    expect([first.ok, second.ok]).toEqual([true, true]);
    const { headings } = await view(karin, address);
    expect(headings.flatMap(({ statements }) => statements.map(({ manager }) => manager.by))).toEqual([
      "Karin Öhman",
      "Dan Ask",
    ]);
  });
});

describe("MOD-5 between the self-assessment and the manager's", () => {
  test("a new version is adopted and a requirement removed: both write of what was asked, and what is gone needs no outcome", async () => {
    const { who } = await employee();
    const address = await world.begin(who, who);
    await world.write(who, address, { [judges]: ["3", "Om det som tas bort"] });
    await world.write(who, address, { [leads]: ["2"] }, { heading: "together" });
    await world.handIn(who, address);
    await world.revise(3, "2026-11-23", [
      { id: leads, text: "Leder ett arbete i gruppen.", heading: "together" },
      { id: newId(), text: "Provar nya arbetssätt." },
    ]);
    world.on("2026-11-23");
    const apart = await view(karin, address);
    expect(apart.newer).toMatchObject({ number: 3 });
    expect(apart.since).toMatchObject({
      changes: { [judges]: { is: "gone" } },
      added: [{ text: "Provar nya arbetssätt." }],
    });
    expect(await world.write(karin, address, { [judges]: ["1", "Chefens ord"] })).toMatchObject({ ok: true });
    expect(await world.handIn(karin, address)).toMatchObject({ ok: true, value: { opened: true } });
    const met = await view(karin, address);
    expect(met.headings[0]?.statements[0]).toMatchObject({
      self: { step: 3, words: "Om det som tas bort" },
      manager: { step: 1, words: "Chefens ord" },
    });
    const asked = met.headings.flatMap(({ statements }) => statements.map(({ statement }) => statement));
    expect(withoutOutcome(asked, met.since, new Map())).toMatchObject([{ itemId: leads }]);
    world.on(TODAY);
  });
});

describe("ASM-1 the talk opens what is handed in, and that a self-assessment was not is on record", () => {
  test.each([
    ["never begun", false],
    ["left as a draft", true],
  ])("%s", async (_case, writes) => {
    const { who } = await employee();
    const address = await world.begin(who, who);
    if (writes) await world.write(who, address, { [judges]: ["2", "halvfärdigt"] });
    await world.write(karin, address, { [judges]: ["1"] });
    await world.as(karin, (work) => openAtTalk(work, address));
    const opened = {
      openedHow: "at-talk",
      openedBy: "Karin Öhman",
      openedOn: TODAY,
      sheets: { manager: { state: "handed-in" } },
    };
    expect((await view(karin, address)).head).toMatchObject({
      ...opened,
      sheets: { self: { state: "not-in", by: null, on: null } },
    });
    expect((await view(who, address)).head).toMatchObject(opened);
    expect(JSON.stringify(await view(karin, address))).not.toContain("halvfärdigt");
    // Nor can it be handed in afterwards, so that the record would say something else.
    await expect(
      direct(sql`insert into assessment_sheet (organisation_id, assessment_id, side, person_id, author_id, state, handed_in_at, handed_in_by)
        values (${world.organisation_id}, ${address.assessmentId}, 'self', ${who.personId}, ${who.personId}, 'handed-in', now(), ${who.personId})
        on conflict (organisation_id, assessment_id, side) do update set state = 'handed-in', handed_in_at = now(), handed_in_by = ${who.personId}`),
    ).rejects.toThrow("before the assessment is opened");
  });
});
