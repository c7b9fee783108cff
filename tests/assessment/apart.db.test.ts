import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { beginAssessment } from "../../src/assessment/begin-assessment.ts";
import { cancelAssessment, declineSelfAssessment, openAtTalk } from "../../src/assessment/hand-in.ts";
import { ownUnderWay } from "../../src/assessment/own.store.ts";
import {
  viewMyAssessments,
  viewPersonAssessments,
  viewUnitAssessments,
} from "../../src/assessment/view-assessments.ts";
import { addEvidence } from "../../src/evidence/add-evidence.ts";
import type { CheckDraft } from "../../src/evidence/evidence.rules.ts";
import { NotFound } from "../../src/shared/result.ts";
import { newId } from "../../src/shared/ids.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { testDatabase } from "../support/database.ts";
import { assessedUnit } from "./unit.ts";

const { world, judges, leads, karin, employee, view, direct, reads } = await assessedUnit(
  await testDatabase(),
);

describe("ASM-3 what is assessed", () => {
  test("the demonstrated requirements of the level, by heading; formal ones beside; duties not", async () => {
    const { who } = await employee();
    const address = await world.begin(who, who);
    const { headings, formal, head } = await view(who, address);
    expect(
      headings.map(({ name, statements }) => [name, statements.map((each) => each.statement.text)]),
    ).toEqual([
      ["Arbetet", ["Bedömer sammansatta behov."]],
      ["Tillsammans", ["Leder ett arbete i gruppen."]],
    ]);
    expect(formal.map(({ text }) => text)).toEqual(["Kurs i handledning."]);
    expect(head.scale).toEqual(["med stöd", "självständigt", "leder andra"]);
  });

  test("ASM-2: what is asked for by evidence stands with the piece that shows it, for those who may see it", async () => {
    const { who } = await employee();
    const address = await world.begin(who, who);
    const [course] = (await view(who, address)).formal;
    expect(course).toMatchObject({ isMet: false, evidence: null, waiting: null, ended: null });
    const draft = {
      kind: "course",
      what: "Handledning, 7,5 hp",
      issuedOn: "2026-01-01",
      expiresOn: null,
      untilOn: null,
      professionId: null,
      seenWhere: "",
      itemIds: [course?.itemId ?? ""],
    };
    const add = (as: Actor, check: CheckDraft | null) =>
      world.as(as, (work) => addEvidence(work, { personId: who.personId, draft, check, renewsId: null }));
    await add(who, null);
    expect((await view(karin, address)).formal).toMatchObject([
      { isMet: false, waiting: { what: "Handledning, 7,5 hp", returned: false } },
    ]);
    await add(karin, { how: "original-shown", checkedOn: "2026-11-22", source: "" });
    expect((await view(who, address)).formal).toMatchObject([
      { isMet: true, evidence: { what: "Handledning, 7,5 hp" } },
    ]);
    expect((await reads(karin)).filter(({ what }) => what === "evidence").length).toBeGreaterThan(0);
  });

  test("a level where nothing is demonstrated can't be assessed, nor one that isn't there", async () => {
    const { who } = await employee();
    const begin = (place: string) =>
      world.as(who, (work) =>
        beginAssessment(work, { personId: who.personId, modelId: world.model.modelId, place }),
      );
    expect(await begin(world.model.expert)).toMatchObject({ reasons: [{ code: "nothing-to-assess" }] });
    expect(await begin(newId())).toMatchObject({ reasons: [{ code: "unknown-place" }] });
    expect(await begin("")).toMatchObject({ reasons: [{ code: "missing", field: "place" }] });
  });

  test("steps outside the scale, words too long, and lines of another heading", async () => {
    const { who } = await employee();
    const address = await world.begin(who, who);
    expect(await world.write(who, address, { [judges]: ["4", "x".repeat(1001)] })).toMatchObject({
      reasons: [
        { code: "bad-step", field: `step-${judges}` },
        { code: "too-long", field: `words-${judges}` },
      ],
    });
    await world.write(who, address, { [judges]: ["0"] });
    for (const other of [leads, newId()])
      await expect(world.write(who, address, { [judges]: ["1"], [other]: ["1"] })).rejects.toThrow(NotFound);
    await expect(world.write(who, address, {}, { heading: "nothing" })).rejects.toThrow(NotFound);
    const { headings } = await view(who, address);
    expect(headings.flatMap(({ statements }) => statements.map(({ self }) => self.step))).toEqual([0, null]);
  });
});

describe("ASM-1 one assessment at a time, begun by one of the two", () => {
  test("the manager's second is refused with the first, and the database refuses it too", async () => {
    const { who } = await employee();
    const { assessmentId } = await world.begin(who, who);
    const second = await world.as(karin, (work) =>
      beginAssessment(work, {
        personId: who.personId,
        modelId: world.model.modelId,
        place: world.model.basic,
      }),
    );
    expect(second).toMatchObject({ reasons: [{ code: "already-open", data: { id: assessmentId } }] });
    await expect(
      direct(sql`insert into assessment (organisation_id, id, person_id, model_id, version_id, level_id, unit_id, authority_id, scale, begun_on, begun_by)
        select organisation_id, ${newId()}, person_id, model_id, version_id, level_id, unit_id, authority_id, scale, begun_on, begun_by
        from assessment where id = ${assessmentId}`),
    ).rejects.toThrow("assessment_one_open");
  });

  test("where the person is placed is proposed", async () => {
    const { who } = await employee();
    await world.put("placement", {
      id: newId(),
      person_id: who.personId,
      model_id: world.model.modelId,
      version_id: world.model.versionId,
      level_id: world.model.basic,
      valid_from: "2023-01-01",
      dialogue_on: "2023-01-01",
      basis: "development-talk",
      motivation: "Ord.",
      decided_by: karin.personId,
      decided_as: "manager",
      unit_id: world.rehab,
      authority_id: world.care,
    });
    const { beginnable } = await world.as(karin, (work) => viewPersonAssessments(work, who.personId));
    expect(beginnable).toMatchObject([{ placed: world.model.basic }]);
  });

  test("cancelled before it is opened, nobody reads what the other had written, and another can begin", async () => {
    const { who } = await employee();
    const address = await world.begin(who, who);
    await world.write(who, address, { [judges]: ["2", "hemlighet"] });
    expect(await world.as(karin, (work) => cancelAssessment(work, address))).toMatchObject({ ok: true });
    expect(JSON.stringify(await view(karin, address))).not.toContain("hemlighet");
    expect((await view(who, address)).acts).toEqual([]);
    for (const late of [world.write(who, address, { [judges]: ["3"] }), world.handIn(who, address)])
      expect(await late).toMatchObject({ reasons: [{ code: "ended" }] });
    await world.begin(karin, who);
  });
});

describe("ASM-1 neither sees the other's before it is opened", () => {
  const SECRET = "hemlighet";
  const everything = async (as: Actor, address: { personId: string; assessmentId: string }) =>
    JSON.stringify([
      await view(as, address),
      as.personId === address.personId
        ? await world.as(as, viewMyAssessments)
        : [
            await world.as(as, (work) => viewPersonAssessments(work, address.personId)),
            await world.as(as, (work) => viewUnitAssessments(work, { unitId: world.rehab, page: 1 })),
          ],
    ]);

  test("the person's words are nowhere for the manager, drafted or handed in, until the manager's own are in", async () => {
    const { who } = await employee();
    const address = await world.begin(who, who);
    await world.write(who, address, { [judges]: ["2", SECRET] });
    expect(await everything(karin, address)).not.toContain(SECRET);
    expect((await view(karin, address)).head.sheets.self).toEqual({ state: "not-in", by: null, on: null });
    await world.handIn(who, address);
    expect(await everything(karin, address)).not.toContain(SECRET);
    await world.write(karin, address, { [judges]: ["1"] });
    expect(await everything(karin, address)).not.toContain(SECRET);
    // Opening to look first and write afterwards: not with the self-assessment in.
    expect(await world.as(karin, (work) => openAtTalk(work, address))).toMatchObject({
      reasons: [{ code: "both-first" }],
    });
    expect(await world.handIn(karin, address)).toEqual({ ok: true, value: { again: false, opened: true } });
    expect(await everything(karin, address)).toContain(SECRET);
    expect((await view(karin, address)).head).toMatchObject({ openedHow: "both-in", openedBy: null });
  });

  test("the manager's words are nowhere for the person, until both are in", async () => {
    const { who } = await employee();
    const address = await world.begin(karin, who);
    await world.write(karin, address, { [judges]: ["2", SECRET] });
    await world.handIn(karin, address);
    expect(await everything(who, address)).not.toContain(SECRET);
    await world.write(who, address, { [judges]: ["2"] });
    expect(await everything(who, address)).not.toContain(SECRET);
    await world.handIn(who, address);
    expect(await everything(who, address)).toContain(SECRET);
  });

  test("how often the other has saved shows in nothing", async () => {
    const { who } = await employee();
    const address = await world.begin(who, who);
    const before = await everything(karin, address);
    await world.write(who, address, { [judges]: ["1", "ett"] });
    await world.write(who, address, { [judges]: ["2", "två"] });
    expect(await everything(karin, address)).toBe(before);
  });

  test("an HR partner in the case reads what has been opened, and nothing before", async () => {
    const { who } = await employee();
    const partner = world.grant(await world.person("Per Hall"), {
      role: "hr_partner",
      personId: who.personId,
      reason: "Stöd i ett samtal",
    });
    const address = await world.begin(who, who);
    await world.write(who, address, { [judges]: ["2", SECRET] });
    await world.handIn(who, address);
    expect(JSON.stringify(await view(partner, address))).not.toContain(SECRET);
    await world.write(karin, address, { [judges]: ["1", "chefens"] });
    await world.handIn(karin, address);
    const opened = JSON.stringify(await view(partner, address));
    expect(opened).toContain(SECRET);
    expect(opened).toContain("chefens");
    expect((await view(partner, address)).acts).toEqual([]);
    await expect(world.write(partner, address, { [judges]: ["1"] })).rejects.toThrow(NotFound);
  });
});

describe("ASM-1 the self-assessment is voluntary", () => {
  test("declined, it is opened at the talk, and who, how and when are kept", async () => {
    const { who } = await employee();
    const address = await world.begin(karin, who);
    const decline = () => world.as(who, (work) => declineSelfAssessment(work, address));
    expect(await decline()).toEqual({ ok: true, value: { again: false, opened: false } });
    expect(await decline()).toEqual({ ok: true, value: { again: true, opened: false } });
    expect(await world.write(who, address, { [judges]: ["1"] })).toMatchObject({
      reasons: [{ code: "already-in" }],
    });
    const open = () => world.as(karin, (work) => openAtTalk(work, address));
    expect(await open()).toMatchObject({ reasons: [{ code: "nothing-written" }] });
    await world.write(karin, address, { [judges]: ["1", "chefens"] });
    expect(await open()).toEqual({ ok: true, value: { again: false, opened: true } });
    expect(await open()).toEqual({ ok: true, value: { again: true, opened: true } });
    const { head } = await view(who, address);
    expect(head).toMatchObject({
      openedHow: "at-talk",
      openedBy: "Karin Öhman",
      openedOn: "2026-11-22",
      sheets: { self: { state: "declined" }, manager: { state: "handed-in", by: "Karin Öhman" } },
    });
    expect(JSON.stringify(await view(who, address))).toContain("chefens");
  });

  test("left as a draft, it stays its author's also when it has been opened", async () => {
    const { who } = await employee();
    const address = await world.begin(who, who);
    await world.write(who, address, { [judges]: ["2", "halvfärdigt"] });
    await world.write(karin, address, { [judges]: ["1"] });
    await world.as(karin, (work) => openAtTalk(work, address));
    expect(JSON.stringify(await view(karin, address))).not.toContain("halvfärdigt");
    expect(JSON.stringify(await view(who, address))).toContain("halvfärdigt");
    expect(await world.write(who, address, { [judges]: ["3"] })).toMatchObject({
      reasons: [{ code: "opened" }],
    });
    expect(await world.handIn(who, address)).toMatchObject({ reasons: [{ code: "opened" }] });
  });
});

test("ASM-1 what is taken back is not said any longer: one's first page counts it no more", async () => {
  const { who } = await employee();
  const address = await world.begin(who, who);
  const said = () =>
    world.as(who, async (work) => {
      const { rows } = await ownUnderWay(work, who.personId).execute(work.tx);
      return rows.map((each) => [each.state, each.said]);
    });
  await world.write(who, address, { [judges]: ["3", "Mina ord"] });
  expect(await said()).toEqual([["draft", 1]]);
  await world.write(who, address, { [judges]: ["", ""] });
  expect(await said()).toEqual([["draft", 0]]);
});

describe("ASM-1 a sheet that is handed in never changes", () => {
  test("handing in twice is harmless and says so; nothing said can't be handed in", async () => {
    const { who } = await employee();
    const address = await world.begin(who, who);
    expect(await world.handIn(who, address)).toMatchObject({ reasons: [{ code: "nothing-written" }] });
    await world.write(who, address, { [judges]: ["2"] });
    expect(await world.handIn(who, address)).toEqual({ ok: true, value: { again: false, opened: false } });
    expect(await world.handIn(who, address)).toEqual({ ok: true, value: { again: true, opened: false } });
    expect(await world.write(who, address, { [judges]: ["1"] })).toMatchObject({
      reasons: [{ code: "already-in" }],
    });
  });

  test.each([
    ["a line", (id: string) => sql`update assessment_rating set step = 1 where assessment_id = ${id}`],
    ["a line away", (id: string) => sql`delete from assessment_rating where assessment_id = ${id}`],
    [
      "the sheet",
      (id: string) =>
        sql`update assessment_sheet set state = 'draft', handed_in_at = null, handed_in_by = null where assessment_id = ${id}`,
    ],
    ["the sheet away", (id: string) => sql`delete from assessment_sheet where assessment_id = ${id}`],
    [
      "opening it without the other",
      (id: string) =>
        sql`update assessment set opened_on = begun_on, opened_how = 'both-in' where id = ${id}`,
    ],
    [
      "another level",
      (id: string) => sql`update assessment set level_id = ${world.model.basic} where id = ${id}`,
    ],
  ])("nor in the database: %s", async (_case, change) => {
    const { who } = await employee();
    const address = await world.begin(who, who);
    await world.write(who, address, { [judges]: ["2"] });
    await world.handIn(who, address);
    await expect(direct(change(address.assessmentId))).rejects.toThrow(
      /never changes|not rewritten|opens when/,
    );
  });
});

describe("ASM-1 two tabs", () => {
  test("the stale one is told of the line that differs, and nothing is saved; other headings stand in nobody's way", async () => {
    const { who } = await employee();
    const address = await world.begin(who, who);
    await world.write(who, address, { [judges]: ["1", "först"] }, { from: 0 });
    expect(await world.write(who, address, { [judges]: ["2", "sedan"] }, { from: 0 })).toMatchObject({
      reasons: [{ code: "changed-by-other", field: `words-${judges}` }],
    });
    expect((await view(who, address)).headings[0]?.statements[0]?.self).toMatchObject({
      step: 1,
      words: "först",
    });
    expect(
      await world.write(who, address, { [leads]: ["2"] }, { heading: "together", from: 0 }),
    ).toMatchObject({
      ok: true,
    });
    // What says the same is no conflict.
    expect(await world.write(who, address, { [judges]: ["1", "först"] }, { from: 0 })).toMatchObject({
      ok: true,
    });
    const { revision } = await view(who, address);
    expect(await world.write(who, address, { [judges]: ["2", "sedan"] }, { from: revision })).toMatchObject({
      ok: true,
    });
  });
});
