import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { beginAssessment } from "../../src/assessment/begin-assessment.ts";
import { cancelAssessment, declineSelfAssessment, openAtTalk } from "../../src/assessment/hand-in.ts";
import { viewPersonAssessments, viewUnitAssessments } from "../../src/assessment/view-assessments.ts";
import { NotFound } from "../../src/shared/result.ts";
import { newId } from "../../src/shared/ids.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { testDatabase } from "../support/database.ts";
import { assessedUnit } from "./unit.ts";

const { world, judges, leads, vera, karin, siv, dan, employee, view, direct, reads } = await assessedUnit(
  await testDatabase(),
);

describe("ORG-4 nobody is their own manager", () => {
  test("a deputy of one's own manager doesn't assess oneself, and another deputy does", async () => {
    const address = await world.begin(dan, dan);
    expect((await view(dan, address)).reader).toBe("self");
    await world.write(dan, address, { [judges]: ["3"] });
    await world.handIn(dan, address);
    const { head } = await view(karin, address);
    expect(head.sheets).toMatchObject({ self: { state: "handed-in" }, manager: { state: "not-begun" } });
    await expect(world.as(dan, (work) => openAtTalk(work, address))).rejects.toThrow(NotFound);
    await expect(world.as(dan, (work) => cancelAssessment(work, address))).rejects.toThrow(NotFound);
    await expect(world.as(dan, (work) => viewPersonAssessments(work, dan.personId))).rejects.toThrow(
      NotFound,
    );
    const { rows } = await world.as(dan, (work) =>
      viewUnitAssessments(work, { unitId: world.rehab, page: 1 }),
    );
    expect(rows.map(({ personId }) => personId)).not.toContain(dan.personId);
    const { who } = await employee();
    expect((await view(dan, await world.begin(dan, who))).reader).toBe("manager");
  });

  test("of the unit's manager it is the one above who does, never the deputy", async () => {
    const address = await world.begin(vera, karin);
    expect((await view(vera, address)).reader).toBe("manager");
    await expect(view(dan, address)).rejects.toThrow(NotFound);
  });

  test("the database lets nobody write the manager's sheet about themself, nor in the other's", async () => {
    const { who } = await employee();
    const address = await world.begin(who, who);
    const sheet = (side: string, author: string) =>
      direct(sql`insert into assessment_sheet (organisation_id, assessment_id, side, person_id, author_id)
        values (${world.organisation_id}, ${address.assessmentId}, ${side}, ${who.personId}, ${author})`);
    await expect(sheet("manager", who.personId)).rejects.toThrow("assessment_sheet_side_of");
    await expect(sheet("self", karin.personId)).rejects.toThrow("assessment_sheet_side_of");
    await sheet("manager", karin.personId);
    await expect(
      direct(sql`insert into assessment_rating (organisation_id, assessment_id, side, item_id, step, author_id, saved_at, revision)
        values (${world.organisation_id}, ${address.assessmentId}, 'manager', ${judges}, 1, ${who.personId}, now(), 1)`),
    ).rejects.toThrow("nobody overwrites anybody");
  });
});

describe("PLC-2 it follows the person", () => {
  test("a new manager takes over what is under way, and who wrote what stays", async () => {
    const { who, employment } = await employee();
    await world.manage(siv, world.homeCare, { from: "2026-01-01" });
    const address = await world.begin(karin, who);
    await world.write(karin, address, { [judges]: ["1", "före"] });
    await world.change(who, employment, "2026-11-22", { unitId: world.homeCare });
    await expect(view(karin, address)).rejects.toThrow(NotFound);
    await world.write(siv, address, { [leads]: ["2", "efter"] }, { heading: "together" });
    await world.handIn(siv, address);
    const { headings, head } = await view(siv, address);
    expect(headings.flatMap(({ statements }) => statements.map(({ manager }) => manager.by))).toEqual([
      "Karin Öhman",
      "Siv Ny",
    ]);
    expect(head.sheets.manager.by).toBe("Siv Ny");
  });

  test("ORG-2 it doesn't cross an authority's line", async () => {
    const { who, employment } = await employee();
    const address = await world.begin(karin, who);
    await world.manage(vera, world.pupilHealth, { from: "2026-01-01" });
    await world.change(who, employment, "2026-11-22", { unitId: world.pupilHealth });
    await expect(view(vera, address)).rejects.toThrow(NotFound);
    expect((await view(who, address)).reader).toBe("self");
    await world.begin(vera, who);
  });
});

describe("ORG-8 somebody else's ids are nothing", () => {
  test.each<[string, () => Promise<Actor>]>([
    ["a colleague", async () => (await employee()).who],
    ["the manager above of a unit that has one", async () => vera],
    ["a process lead", async () => world.grant(await world.person("Li Holm"), { role: "process_lead" })],
    ["an administrator", async () => world.grant(await world.person("Ad Min"), { role: "administrator" })],
  ])("%s", async (_case, find) => {
    const { who } = await employee();
    const other = await find();
    const address = await world.begin(who, who);
    const tries = [
      () => view(other, address),
      () => view(other, { personId: other.personId ?? "", assessmentId: address.assessmentId }),
      () => world.write(other, address, { [judges]: ["1"] }),
      () => world.handIn(other, address),
      () => world.as(other, (work) => declineSelfAssessment(work, address)),
      () => world.as(other, (work) => openAtTalk(work, address)),
      () => world.as(other, (work) => viewPersonAssessments(work, who.personId)),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toThrow(NotFound);
  });

  test("nobody signed in, and what is no id", async () => {
    const { who } = await employee();
    const address = await world.begin(who, who);
    await expect(view(null, address)).rejects.toThrow(NotFound);
    for (const id of ["", "1", newId()])
      await expect(view(who, { ...address, assessmentId: id })).rejects.toThrow(NotFound);
  });
});

test("PRV-1 the manager's reading is logged, the person's own is not", async () => {
  const { who } = await employee();
  const address = await world.begin(who, who);
  const before = (await reads(karin)).length;
  await view(karin, address);
  await world.as(karin, (work) => viewPersonAssessments(work, who.personId));
  await world.as(karin, (work) => viewUnitAssessments(work, { unitId: world.rehab, page: 1 }));
  expect((await reads(karin)).slice(before)).toMatchObject([
    { what: "assessment", basis: "manager" },
    { what: "evidence", basis: "manager" },
    { what: "assessments", basis: "manager" },
    { what: "assessments", basis: "manager" },
  ]);
  await view(who, address);
  expect(await reads(who)).toEqual([]);
});

test("ORG-7 somebody with protected identity is assessed by their manager, and by no deputy", async () => {
  const who = await world.person("Skyddad Person", { protected_identity: true });
  await world.employ(who, world.rehab, { from: "2022-01-01" });
  const address = await world.begin(karin, who);
  await expect(view(dan, address)).rejects.toThrow(NotFound);
  const { rows } = await world.as(dan, (work) => viewUnitAssessments(work, { unitId: world.rehab, page: 1 }));
  expect(rows.map(({ personId }) => personId)).not.toContain(who.personId);
});

test("ORG-4 nobody acts on the other's page", async () => {
  const { who } = await employee();
  const { modelId, basic: place } = world.model;
  for (const [as, side] of [
    [who, "manager"],
    [karin, "self"],
  ] as const)
    await expect(
      world.as(as, (work) => beginAssessment(work, { personId: who.personId, modelId, place, side })),
    ).rejects.toThrow(NotFound);
  const address = await world.begin(who, who);
  await expect(world.handIn(who, { ...address, side: "manager" })).rejects.toThrow(NotFound);
  await expect(world.handIn(karin, { ...address, side: "self" })).rejects.toThrow(NotFound);
});
