import { beforeEach, describe, expect, test } from "vitest";
import { NotFound } from "../../src/shared/result.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { placePerson } from "../../src/move/place-person.ts";
import { viewPersonPlacements } from "../../src/placement/view-person-placements.ts";
import { viewPreparation } from "../../src/placement/view-preparation.ts";
import { viewUnitPlacements } from "../../src/placement/view-unit-placements.ts";
import { testDatabase } from "../support/database.ts";
import { placementWorld, TODAY } from "./world.ts";

const database = await testDatabase();
const world = await placementWorld(database);
const { model, rehab, homeCare, care } = world;
const vera = await world.person("Vera Ek");
const karin = await world.person("Karin Öhman");
const dan = await world.person("Dan Ask");
const anna = await world.person("Anna Berg");
const clara = await world.person("Clara Ågren");
const hidden = await world.person("Skyddad Person", { protected_identity: true });
const away = await world.person("Hemma Vård");
await world.manage(vera, care);
await world.manage(karin, rehab);
await world.deputise(dan, rehab, { from: "2026-11-10", to: "2026-11-20" });
for (const who of [anna, hidden]) await world.employ(who, rehab, { from: "2022-01-01" });
await world.employ(clara, rehab, { from: "2022-01-01" }, world.clerk);
await world.employ(away, homeCare, { from: "2022-01-01" });
beforeEach(() => world.on(TODAY));

const list = (who: Actor | null, unitId = rehab) =>
  world.as(who, (work) => viewUnitPlacements(work, { unitId, page: 1 }));
const names = async (who: Actor, unitId = rehab) =>
  (await list(who, unitId)).rows.map((row) => row.familyName);
const person = (who: Actor | null, personId: string) =>
  world.as(who, (work) => viewPersonPlacements(work, personId));
const read = async (who: Actor) =>
  world.as(null, ({ tx }) =>
    tx
      .selectFrom("access_log")
      .select(["what", "basis", "person_ids as personIds", "reason"])
      .where("account_id", "=", who.accountId)
      .orderBy("id", "desc")
      .execute(),
  );

test("PLC-1 the list tells who is placed, who is not, and who has no model for their profession", async () => {
  await world.as(karin, (work) =>
    placePerson(work, {
      personId: anna.personId,
      modelId: model.modelId,
      draft: {
        place: model.skilled,
        dialogueOn: "2026-11-10",
        basis: "development-talk",
        motivation: "Ord.",
      },
      follows: null,
      corrects: false,
    }),
  );
  const { rows, placed, placeable, mayPrepare } = await list(karin);
  expect(rows.map(({ familyName, state, detail }) => [familyName, state, detail?.level])).toEqual([
    ["Berg", "placed", "Skicklig"],
    ["Person", "not-placed", undefined],
    ["Ågren", "no-model", undefined],
  ]);
  expect({ placed, placeable, mayPrepare }).toEqual({ placed: 1, placeable: 2, mayPrepare: true });
});

describe("PRV-1 every read is logged, or fails", () => {
  test("a list, a sheet and a person: one row each, with all the people and the basis", async () => {
    await list(karin);
    await world.as(karin, (work) => viewPreparation(work, { unitId: rehab, page: 1 }));
    await person(karin, anna.personId);
    const everyone = [anna.personId, hidden.personId, clara.personId];
    expect((await read(karin)).slice(0, 3)).toMatchObject([
      { what: "placement-history", basis: "manager", personIds: [anna.personId] },
      { what: "placement-preparation", basis: "manager", personIds: [hidden.personId] },
      { what: "placements", basis: "manager", personIds: everyone },
    ]);
  });

  test("one's own record is not a read of another person", async () => {
    await person(anna, anna.personId);
    expect(await read(anna)).toEqual([]);
  });

  test("an HR partner's case is logged with its reason", async () => {
    const partner = world.grant(await world.person("Per Hall"), {
      role: "hr_partner",
      personId: anna.personId,
      reason: "Stöd i ett samtal",
    });
    await person(partner, anna.personId);
    expect(await read(partner)).toMatchObject([{ basis: "hr-partner", reason: "Stöd i ett samtal" }]);
    await expect(person(partner, clara.personId)).rejects.toThrow(NotFound);
  });

  test("nothing is handed out when the log cannot be written", async () => {
    await database.ownerPool.query(`
      create function refuse_log() returns trigger language plpgsql as $$ begin raise exception 'log is full'; end $$;
      create trigger refuse_log before insert on access_log for each row execute function refuse_log();`);
    try {
      await expect(list(karin)).rejects.toThrow("log is full");
      await expect(person(karin, anna.personId)).rejects.toThrow("log is full");
    } finally {
      await database.ownerPool.query("drop trigger refuse_log on access_log; drop function refuse_log()");
    }
  });
});

describe("ORG-8 who sees the placements", () => {
  test.each([
    ["the day before", "2026-11-09", null],
    ["the first day", "2026-11-10", ["Berg", "Ågren"]],
    ["the last day", "2026-11-19", ["Berg", "Ågren"]],
    ["the day after", "2026-11-20", null],
  ])("a deputy: %s", async (_case, day, seen) => {
    world.on(day);
    const outcome = await names(dan).catch((error: unknown) => (error instanceof NotFound ? null : error));
    expect(outcome).toEqual(seen);
  });

  test("the manager above: not for the staff of a unit that has a manager, but where the post is vacant", async () => {
    await expect(list(vera)).rejects.toThrow(NotFound);
    await expect(person(vera, anna.personId)).rejects.toThrow(NotFound);
    expect(await names(vera, homeCare)).toEqual(["Vård"]);
    await expect(list(karin, homeCare)).rejects.toThrow(NotFound);
  });

  test("a process lead sees placed or not placed, and no level", async () => {
    const lead = world.grant(await world.person("Li Holm"), { role: "process_lead" });
    const { rows, mayPrepare } = await list(lead);
    expect(rows).toMatchObject([
      { familyName: "Berg", state: "placed", detail: null, as: null },
      { familyName: "Ågren", state: "no-model", detail: null, as: null },
    ]);
    expect(mayPrepare).toBe(false);
    expect(await read(lead)).toMatchObject([{ what: "placed-or-not", basis: "process-lead" }]);
    await expect(person(lead, anna.personId)).rejects.toThrow(NotFound);
    await expect(world.as(lead, (work) => viewPreparation(work, { unitId: rehab, page: 1 }))).rejects.toThrow(
      NotFound,
    );
  });

  test("a rollout lead sees the same within their own units only", async () => {
    const lead = world.grant(await world.person("Ro Sund"), { role: "rollout_lead", unitId: care });
    expect(await names(lead)).toEqual(["Berg", "Ågren"]);
    await expect(list(lead, world.pupilHealth)).rejects.toThrow(NotFound);
  });

  test.each([
    "hr_handler",
    "adopter",
    "administrator",
    "union_representative",
    "data_protection_officer",
  ] as const)("%s sees nobody's placement", async (role) => {
    const actor = world.grant(await world.person("Någon Annan"), { role });
    await expect(list(actor)).rejects.toThrow(NotFound);
    await expect(person(actor, anna.personId)).rejects.toThrow(NotFound);
  });

  test("colleagues, and whoever is not signed in, see nothing", async () => {
    await expect(list(clara)).rejects.toThrow(NotFound);
    await expect(person(clara, anna.personId)).rejects.toThrow(NotFound);
    await expect(list(null)).rejects.toThrow(NotFound);
    await expect(person(null, anna.personId)).rejects.toThrow(NotFound);
    await expect(list(karin, "not-an-id")).rejects.toThrow(NotFound);
  });
});

test("ORG-7 someone with protected identity is seen by the manager, and is in nobody else's list or count", async () => {
  expect(await names(karin)).toContain("Person");
  world.on("2026-11-15");
  expect((await list(dan)).placeable).toBe(1);
  const lead = world.grant(await world.person("Li Berg"), { role: "process_lead" });
  expect((await list(lead)).placeable).toBe(1);
  await expect(person(dan, hidden.personId)).rejects.toThrow(NotFound);
});

test("PRV-3 someone who has left is closed to the former manager the same day", async () => {
  const gone = await world.person("Gösta Gick", { closed_on: TODAY });
  await world.employ(gone, rehab, { from: "2022-01-01" });
  world.on("2026-11-21");
  expect(await names(karin)).toContain("Gick");
  world.on(TODAY);
  expect(await names(karin)).not.toContain("Gick");
  await expect(person(karin, gone.personId)).rejects.toThrow(NotFound);
});
