import { describe, expect, test } from "vitest";
import { sql } from "kysely";
import { agreeOutcome, endMeeting, writeOutcome } from "../../src/assessment/agree.ts";
import { inOrderOfTalk, likenessOf } from "../../src/assessment/meeting.rules.ts";
import { viewAssessment, type AssessmentView } from "../../src/assessment/view-assessment.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import { NotFound } from "../../src/shared/result.ts";
import { testDatabase } from "../support/database.ts";
import { assessmentWorld, TODAY } from "./world.ts";

const world = await assessmentWorld(await testDatabase());
const [judges, leads, plans, rare] = [newId(), newId(), newId(), newId()];
await world.revise(2, "2024-01-01", [
  { id: judges, text: "Bedömer sammansatta behov." },
  { id: plans, text: "Planerar sitt arbete." },
  { id: rare, text: "Skriver ut remisser." },
  { id: leads, text: "Leder ett arbete i gruppen.", heading: "together" },
]);
const karin = await world.person("Karin Öhman");
await world.manage(karin, world.rehab);
let count = 0;
type Address = { personId: Id; assessmentId: Id };
const view = (as: Actor, address: Address) => world.as(as, (work) => viewAssessment(work, address));

/** Both are in: they see the first differently, the second alike, and of the last only the manager has said something. */
async function met(): Promise<{ who: Actor & { personId: Id }; address: Address }> {
  count += 1;
  const who = await world.person(`Anna Berg${count}`);
  await world.employ(who, world.rehab, { from: "2022-01-01" });
  const address = await world.begin(who, who);
  await world.write(who, address, { [judges]: ["3", "Mina ord"], [plans]: ["2"] });
  await world.handIn(who, address);
  await world.write(karin, address, { [judges]: ["1", "Chefens ord"], [plans]: ["2"] });
  await world.write(karin, address, { [leads]: ["1"] }, { heading: "together" });
  await world.handIn(karin, address);
  return { who, address };
}
const rowsOf = ({ headings, since }: AssessmentView) =>
  inOrderOfTalk(
    headings.flatMap(({ statements }) => statements),
    since,
  );
const agree = async (
  as: Actor,
  address: Address,
  itemId: Id,
  met: string,
  { words = "", follows = "" }: { words?: string; follows?: string } = {},
) => world.as(as, (work) => agreeOutcome(work, { ...address, itemId }, { met, words, follows }));
const end = (as: Actor, address: Address, leaveRest: boolean) =>
  world.as(as, (work) => endMeeting(work, address, { leaveRest }));

test("ASM-1 differences first, then what only one has said, in the order of the model", async () => {
  const { who, address } = await met();
  const groups = rowsOf(await view(who, address)).map(({ group, rows }) => [
    group,
    rows.map(({ statement }) => statement.itemId),
  ]);
  expect(groups).toEqual([
    ["differs", [judges]],
    ["one-sided", [leads]],
    ["alike", [plans]],
    ["unsaid", [rare]],
  ]);
});

test.each([
  [1, 1, "alike"],
  [0, 0, "alike"],
  [0, 1, "differs"],
  [3, 0, "differs"],
  [null, 1, "one-sided"],
  [1, null, "one-sided"],
  [null, null, "unsaid"],
] as const)("ASM-3 %s beside %s is %s, however far apart", (self, manager, likeness) => {
  expect(likenessOf({ step: self, words: "" }, { step: manager, words: "" })).toBe(likeness);
});

describe("ASM-1 the joint outcome", () => {
  test("the manager writes it down, statement by statement; nobody's sheet is touched", async () => {
    const { who, address } = await met();
    const before = (await view(who, address)).headings.map(({ statements }) =>
      statements.map(({ self, manager }) => [self, manager]),
    );
    expect(await agree(karin, address, judges, "yes", { words: "Vi är överens." })).toMatchObject({
      ok: true,
    });
    await expect(agree(who, address, judges, "yes")).rejects.toThrow(NotFound);
    const seen = await view(who, address);
    expect(seen.headings[0]?.statements[0]?.outcome).toMatchObject({
      met: true,
      words: "Vi är överens.",
      decidedOn: TODAY,
      by: "Karin Öhman",
    });
    expect(
      seen.headings.map(({ statements }) => statements.map(({ self, manager }) => [self, manager])),
    ).toEqual(before);
  });

  test("is chosen, in words that can be kept, about what is asked, when it is open", async () => {
    const { who, address } = await met();
    expect(await agree(karin, address, judges, "", { words: "x".repeat(1001) })).toMatchObject({
      reasons: [
        { code: "choose", field: `met-${judges}` },
        { code: "too-long", field: `words-${judges}` },
      ],
    });
    await expect(agree(karin, address, newId(), "yes")).rejects.toThrow(NotFound);
    await end(karin, address, true);
    const next = await world.begin(who, who);
    expect(await agree(karin, next, judges, "yes")).toMatchObject({ reasons: [{ code: "not-opened" }] });
    expect(await agree(karin, address, judges, "yes")).toMatchObject({ reasons: [{ code: "ended" }] });
  });

  test("two who write it down at once: the second is told, and the same once more changes nothing", async () => {
    const { address } = await met();
    await agree(karin, address, judges, "yes");
    expect(await agree(karin, address, judges, "no")).toMatchObject({
      reasons: [{ code: "changed-by-other", field: `words-${judges}` }],
    });
    expect(await agree(karin, address, judges, "yes")).toMatchObject({ ok: true });
    const outcome = (await view(karin, address)).headings[0]?.statements[0]?.outcome;
    expect(
      await agree(karin, address, judges, "no", { follows: writeOutcome(outcome ?? undefined) }),
    ).toMatchObject({
      ok: true,
    });
    const kept = await world.as(null, ({ tx }) =>
      tx
        .selectFrom("joint_outcome")
        .select("met")
        .where("assessment_id", "=", address.assessmentId)
        .execute(),
    );
    expect(kept.map((row) => row.met)).toEqual([true, false]);
  });

  test.each([
    ["before it is open", (id: string) => sql`${outcomeOf(id, newId(), TODAY)}`, "agreed when"],
    ["changed", () => sql`update joint_outcome set met = not met`, /append-only|permission denied/],
    ["taken away", () => sql`delete from joint_outcome`, /append-only|permission denied/],
    ["all of them", () => sql`truncate joint_outcome`, /append-only|permission denied/],
  ])("the database refuses one %s", async (_case, statement, why) => {
    const { who, address } = await met();
    await agree(karin, address, judges, "yes");
    await end(karin, address, true);
    const next = await world.begin(who, who);
    await expect(world.as(null, ({ tx }) => statement(next.assessmentId).execute(tx))).rejects.toThrow(why);
  });

  test("ORG-4 the database lets nobody decide about themself", async () => {
    const { who, address } = await met();
    await expect(
      world.as(null, ({ tx }) => outcomeOf(address.assessmentId, who.personId, TODAY).execute(tx)),
    ).rejects.toThrow("joint_outcome_not_for_oneself");
  });
});

const outcomeOf = (assessmentId: Id, by: Id, on: string) => sql`
  insert into joint_outcome (organisation_id, id, assessment_id, person_id, item_id, met, decided_on, decided_by, at)
  select organisation_id, ${newId()}, id, person_id, ${judges}, true, ${on}, ${by}, now() from assessment where id = ${assessmentId}`;

describe("ASM-1 the end of a meeting", () => {
  test("all have an outcome: agreed; else the rest is left for next time by choice", async () => {
    const { who, address } = await met();
    for (const itemId of [judges, leads, plans]) await agree(karin, address, itemId, "yes");
    expect(await end(karin, address, false)).toMatchObject({ reasons: [{ code: "left" }] });
    await expect(end(who, address, true)).rejects.toThrow(NotFound);
    await agree(karin, address, rare, "no");
    expect(await end(karin, address, false)).toEqual({ ok: true, value: "agreed" });
    expect(await end(karin, address, false)).toEqual({ ok: true, value: "agreed" });

    const other = await met();
    expect(await end(karin, other.address, true)).toEqual({ ok: true, value: "rest-left" });
  });
});

describe("MOD-5 a new version between the two", () => {
  test("both keep to the version that it was begun on, and what differs is said", async () => {
    const { who, address } = await met();
    await world.revise(3, "2026-11-23", [
      { id: judges, text: "Bedömer sammansatta behov på egen hand." },
      { id: plans, text: "Planerar sitt arbete.", level: "basic" },
      { id: leads, text: "Leder ett arbete i gruppen.", heading: "together" },
      { id: newId(), text: "Provar nya arbetssätt." },
    ]);
    expect((await view(who, address)).newer).toBeNull();
    world.on("2026-11-23");
    const seen = await view(who, address);
    expect(seen.head.versionNumber).toBe(2);
    expect(seen.newer).toEqual({ number: 3, from: "2026-11-23" });
    expect(seen.headings[0]?.statements[0]?.statement.text).toBe("Bedömer sammansatta behov.");
    expect(seen.since.changes).toEqual({
      [judges]: { is: "reworded", text: "Bedömer sammansatta behov på egen hand." },
      [plans]: { is: "moved", levelKey: "l0", trackKey: null },
      [rare]: { is: "gone" },
    });
    expect(seen.movedTo).toEqual({ [plans]: "Bas" });
    expect(seen.since.added.map(({ text }) => text)).toEqual(["Provar nya arbetssätt."]);
    // What isn't asked any longer stands last and needs no outcome.
    expect(rowsOf(seen).at(-1)).toMatchObject({ group: "gone", rows: [{ statement: { itemId: rare } }] });
    expect(await agree(karin, address, rare, "yes")).toMatchObject({
      reasons: [{ code: "no-longer-asked" }],
    });
    for (const itemId of [judges, leads, plans]) await agree(karin, address, itemId, "yes");
    expect(await end(karin, address, false)).toEqual({ ok: true, value: "agreed" });
    // The next one is about the new version.
    const next = await world.begin(who, who);
    expect((await view(who, next)).head.versionNumber).toBe(3);
    world.on(TODAY);
  });
});
