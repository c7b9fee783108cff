import { beforeEach, describe, expect, test } from "vitest";
import { NotFound } from "../../src/shared/result.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { handOver } from "../../src/placement/hand-over.ts";
import { placePerson } from "../../src/move/place-person.ts";
import { prepareUnit } from "../../src/placement/prepare-unit.ts";
import { EMPTY_DRAFT, writeDraft } from "../../src/placement/preparation.rules.ts";
import { placements } from "../../src/placement/store.ts";
import { keyOf } from "../../src/placement/unit-room.ts";
import { viewMyPlacement } from "../../src/placement/view-my-placement.ts";
import { viewPersonPlacements } from "../../src/placement/view-person-placements.ts";
import { viewUnitPlacements } from "../../src/placement/view-unit-placements.ts";
import { testDatabase } from "../support/database.ts";
import { placementWorld, TODAY } from "./world.ts";

const world = await placementWorld(await testDatabase());
const { model, rehab, homeCare, pupilHealth } = world;
const karin = await world.person("Karin Öhman");
const hans = await world.person("Hans Lind");
const sara = await world.person("Sara Bok");
await world.manage(karin, rehab);
await world.manage(hans, homeCare);
await world.manage(sara, pupilHealth);
beforeEach(() => world.on(TODAY));

type Person = Actor & { personId: string };
/** Someone in Rehab since 2022, placed at Skicklig on 2026-02-01. */
async function placed(name: string): Promise<{ who: Person; employment: string }> {
  const who = await world.person(name);
  const employment = await world.employ(who, rehab, { from: "2022-01-01" });
  expect(await place(karin, who, model.skilled, "2026-02-01")).toMatchObject({ ok: true });
  return { who, employment };
}
const place = (as: Actor, who: Person, level: string, dialogueOn: string, follows: string | null = null) =>
  world.as(as, (work) =>
    placePerson(work, {
      personId: who.personId,
      modelId: model.modelId,
      draft: { place: level, dialogueOn, basis: "development-talk", motivation: "Ord." },
      follows,
      corrects: false,
    }),
  );
const history = (who: Person) => world.as(null, (work) => placements(work, [who.personId]));
const open = (as: Actor, who: Person) => world.as(as, (work) => viewPersonPlacements(work, who.personId));
const list = async (as: Actor, unitId: string, who: Person) =>
  (await world.as(as, (work) => viewUnitPlacements(work, { unitId, page: 1 }))).rows.find(
    (row) => row.personId === who.personId,
  );

describe("PLC-2 a placement ends with the employment or the profession, and is kept", () => {
  test("a leaver's ends the day that they are no longer employed", async () => {
    const { who, employment } = await placed("Anna Berg");
    await world.change(who, employment, "2026-11-15");
    expect(await history(who)).toMatchObject([
      { from: "2026-02-01", to: "2026-11-15", endedBecause: "left" },
    ]);
  });

  test("one whose last day lies ahead keeps it until then, and on if they stay after all", async () => {
    const { who, employment } = await placed("Bo Dahl");
    await world.change(who, employment, "2026-12-31");
    expect(await history(who)).toMatchObject([{ to: "2026-12-31", endedBecause: "left" }]);
    expect(await list(karin, rehab, who)).toMatchObject({ state: "placed" });
    await world.employ(who, rehab, { from: "2026-12-31" });
    await world.tell(who);
    expect(await history(who)).toMatchObject([{ to: null, endedBecause: null }]);
  });

  test("another profession ends it; a second employment in the first one keeps it", async () => {
    const { who, employment } = await placed("Cia Eng");
    await world.change(who, employment, "2026-11-15", { professionId: world.clerk });
    expect(await history(who)).toMatchObject([{ to: "2026-11-15", endedBecause: "profession" }]);
    const { who: two, employment: first } = await placed("Dag Falk");
    await world.employ(two, homeCare, { from: "2025-01-01" });
    await world.change(two, first, "2026-11-15", { professionId: world.clerk });
    expect(await history(two)).toMatchObject([{ to: null }]);
  });

  test("a decision about someone who is leaving ends when they leave", async () => {
    const { who, employment } = await placed("Elin Gran");
    await world.change(who, employment, "2026-12-31");
    const [present] = await history(who);
    expect(await place(karin, who, model.basic, "2026-11-20", present?.id ?? "")).toMatchObject({ ok: true });
    expect(await history(who)).toMatchObject([
      { from: "2026-11-20", to: "2026-12-31", endedBecause: "left" },
      { to: "2026-11-20", endedBecause: "moved" },
    ]);
  });
});

describe("PLC-2 who returns within the retention time gets it back", () => {
  test.each([
    ["a month later", "2026-04-01", 2],
    ["the last day of the retention time", "2028-02-29", 2],
    ["the day that it is over", "2028-03-01", 1],
  ])("%s", async (_case, back, rows) => {
    const { who, employment } = await placed("Frej Hall");
    await world.change(who, employment, "2026-03-01");
    await world.employ(who, rehab, { from: back });
    await world.tell(who);
    await world.tell(who);
    const all = await history(who);
    expect(all).toHaveLength(rows);
    expect(all.at(-1)).toMatchObject({ from: "2026-02-01", to: "2026-03-01" });
    expect(all[0]).toMatchObject(
      rows === 2
        ? {
            from: back,
            to: null,
            basis: "return",
            level: "Skicklig",
            dialogueOn: "2026-02-01",
            motivation: "Ord.",
          }
        : { basis: "development-talk" },
    );
  });

  test("a return that never was is set aside, and what there was goes on", async () => {
    const { who, employment } = await placed("Gun Ivar");
    await world.change(who, employment, "2026-03-01");
    await world.employ(who, rehab, { from: "2026-04-01" });
    await world.tell(who);
    await world.employ(who, rehab, { from: "2026-03-01", to: "2026-04-01" });
    await world.tell(who);
    const counted = (await history(who)).filter((placement) => !placement.corrected);
    expect(counted).toMatchObject([{ from: "2026-02-01", to: null, endedBecause: null }]);
  });

  test("back in the profession after another one", async () => {
    const { who, employment } = await placed("Hedda Jonsson");
    await world.change(who, employment, "2026-03-01", { professionId: world.clerk });
    await world.change(who, employment, "2026-06-01", { professionId: world.physio });
    expect(await history(who)).toMatchObject([
      { from: "2026-06-01", basis: "return", to: null },
      { to: "2026-03-01", endedBecause: "profession" },
    ]);
  });
});

describe("PLC-2 another unit of the same authority", () => {
  test("keeps the placement; the former manager's access ends that day, and the new one's begins", async () => {
    const { who, employment } = await placed("Ida Karp");
    await world.change(who, employment, "2026-11-20", { unitId: homeCare });
    expect(await history(who)).toMatchObject([{ from: "2026-02-01", to: null }]);
    world.on("2026-11-19");
    expect((await open(karin, who)).placements).toHaveLength(1);
    await expect(open(hans, who)).rejects.toThrow(NotFound);
    world.on("2026-11-20");
    await expect(open(karin, who)).rejects.toThrow(NotFound);
    expect(await list(karin, rehab, who)).toBeUndefined();
    expect((await open(hans, who)).placements).toMatchObject([{ level: "Skicklig" }]);
    expect(await list(hans, homeCare, who)).toMatchObject({ state: "placed", detail: { level: "Skicklig" } });
  });

  test("what the former manager had only prepared goes", async () => {
    const who = await world.person("Jens Lund");
    const employment = await world.employ(who, rehab, { from: "2022-01-01" });
    const key = keyOf({ personId: who.personId, modelId: model.modelId });
    const draft = { ...EMPTY_DRAFT, motivation: "Utkast" };
    const rows = [{ key, draft, was: writeDraft(EMPTY_DRAFT), revision: 0 }];
    await world.as(karin, (work) => prepareUnit(work, { unitId: rehab, intent: "save", rows }));
    const drafts = () =>
      world.as(null, ({ tx }) =>
        tx
          .selectFrom("placement_preparation")
          .select("motivation")
          .where("person_id", "=", who.personId)
          .execute(),
      );
    expect(await drafts()).toEqual([{ motivation: "Utkast" }]);
    await world.change(who, employment, TODAY, { unitId: homeCare });
    expect(await drafts()).toEqual([]);
  });
});

describe("ORG-2 another authority", () => {
  test("the placement stays in the old one's history, unseen by the new one's manager until the person takes it along", async () => {
    const { who, employment } = await placed("Kim Mark");
    await world.change(who, employment, "2026-11-10", { unitId: pupilHealth });
    expect(await history(who)).toMatchObject([{ to: "2026-11-10", endedBecause: "authority" }]);
    expect((await open(sara, who)).placements).toEqual([]);
    expect((await open(sara, who)).placings).toMatchObject([{ latest: null }]);
    expect(await list(sara, pupilHealth, who)).toMatchObject({ state: "not-placed", detail: null });

    const { offers, current } = await world.as(who, (work) => viewMyPlacement(work));
    expect(current).toEqual([]);
    expect(offers).toMatchObject([{ unit: "Elevhälsa", placement: { level: "Skicklig" } }]);
    const { placementId = "", unitId = "" } = offers[0] ?? {};
    await expect(world.as(sara, (work) => handOver(work, { placementId, unitId }))).rejects.toThrow(NotFound);
    await world.as(who, (work) => handOver(work, { placementId, unitId }));

    expect((await open(sara, who)).placements).toMatchObject([
      {
        basis: "hand-over",
        level: "Skicklig",
        from: TODAY,
        to: null,
        unit: "Elevhälsa",
        decidedBy: "Karin Öhman",
      },
    ]);
    expect(await list(sara, pupilHealth, who)).toMatchObject({ state: "placed" });
    const acts = await world.as(null, ({ tx }) =>
      tx
        .selectFrom("placement_hand_over")
        .select("account_id")
        .where("account_id", "=", who.accountId)
        .execute(),
    );
    expect(acts).toHaveLength(1);
    await expect(world.as(who, (work) => handOver(work, { placementId, unitId }))).rejects.toThrow(NotFound);
  });

  test("the new manager may decide anew without it, from the first day there", async () => {
    const { who, employment } = await placed("Lo Nord");
    await world.change(who, employment, "2026-11-10", { unitId: pupilHealth });
    expect(await place(sara, who, model.basic, "2026-11-09")).toMatchObject({
      reasons: [{ code: "before-employment", data: { from: "2026-11-10" } }],
    });
    expect(await place(sara, who, model.basic, "2026-11-10")).toMatchObject({ ok: true });
    expect((await open(sara, who)).placements).toMatchObject([{ level: "Bas" }]);
    expect((await world.as(who, (work) => viewMyPlacement(work))).offers).toEqual([]);
  });

  test("with work on both sides of the line, each manager sees their own side", async () => {
    const { who } = await placed("Moa Oden");
    await world.employ(who, pupilHealth, { from: "2026-03-01" });
    await world.tell(who);
    expect((await open(karin, who)).placements).toHaveLength(1);
    expect((await open(sara, who)).placements).toEqual([]);
    expect(await place(sara, who, model.basic, "2026-11-10")).toMatchObject({
      reasons: [{ code: "placed-elsewhere" }],
    });
  });

  test("the database lets nothing across without the person's act", async () => {
    const { who } = await placed("Nils Palm");
    const [present] = await history(who);
    const forged = world.put("placement", {
      id: crypto.randomUUID(),
      person_id: who.personId,
      model_id: model.modelId,
      version_id: model.versionId,
      level_id: model.basic,
      valid_from: "2020-01-01",
      valid_to: "2020-02-01",
      dialogue_on: "2020-01-01",
      basis: "hand-over",
      continues_id: present?.id,
      motivation: "Ord.",
      decided_by: karin.personId,
      decided_as: "manager",
      unit_id: pupilHealth,
    });
    await expect(forged).rejects.toMatchObject({ constraint: "handed_over_by_the_person" });
  });
});
