/** DBT-1: the debt of all models in one statement, and by name for whoever decides for the people. */
import { describe, expect, test } from "vitest";
import type { KyselyPlugin } from "kysely";
import { debtBy, measuresInForce } from "../../src/gap/measure.ts";
import { saveTransitions } from "../../src/gap/transition.store.ts";
import { debtScene, viewDebt, type DebtRow } from "../../src/gap/view-debt.ts";
import { models } from "../../src/career-model/store.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { newId } from "../../src/shared/ids.ts";
import { NotFound } from "../../src/shared/result.ts";
import { show } from "../assessment/facts.ts";
import { testDatabase } from "../support/database.ts";
import { gapWorld } from "./world.ts";

const database = await testDatabase();

/** Counts the statements that ask who meets what. */
const counting = () => {
  let asked = 0;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      if (node.kind === "RawNode" && node.sqlFragments.some((text) => text.includes("bit_or"))) asked += 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return { plugin, times: () => asked };
};

test("DBT-1: all models at once are in one statement what they are one by one, with each one's own transition rules", async () => {
  const world = await gapWorld(database);
  const [kept, added, own] = [newId(), newId(), newId()];
  await world.adopt((await world.draft([{ id: kept }])).number, "2024-01-01");
  const next = await world.draft([{ id: kept }, { id: added }]);
  await world.as(null, (work) =>
    saveTransitions(work, { version_id: next.id }, [{ levelId: null, until: "2027-01-01" }]),
  );
  const other = await world.modelFor("handlaggare", world.clerk, [own, kept]);
  const people = await world.team(world.rehab, 9, 7);
  for (const who of people.slice(0, 3)) await world.prove(who, [kept]);
  for (const who of people.slice(2, 8)) {
    await world.hire(who, { unit: world.homeCare, profession: world.clerk, main: false });
    await world.place(
      who,
      {},
      { model_id: other.modelId, version_id: other.versionId, level_id: other.levelId },
    );
  }
  for (const who of people.slice(4, 6)) await world.prove(who, [own]);
  await world.adopt(next.number, "2026-11-22");
  const { together, apart, times } = await world.as(null, async (work) => {
    const found = await models(work);
    const measures = await measuresInForce(work, found);
    const scene = await debtScene(
      work,
      { windows: [], known: new Set() },
      found.map(({ id }) => id),
    );
    const { plugin, times: asked } = counting();
    const all = await debtBy({ ...work, tx: work.tx.withPlugin(plugin) }, measures, scene);
    const each = await Promise.all(measures.map((measure) => debtBy(work, [measure], scene)));
    return { together: all, apart: each.flat(), times: asked() };
  });
  expect(times).toBe(1);
  expect(together).toEqual(apart);
  expect(
    together.map((counts) =>
      [...counts.values()].map(({ cells }) => cells.map(({ asked, unmet, later }) => [asked, unmet, later])),
    ),
  ).toEqual([
    [[[7, 4, 0]], [[7, 0, 7]]],
    [[[6, 4, 0]], [[6, 5, 0]]],
  ]);
});

describe("ORG-8, DBT-1: debt with names", () => {
  const names = (rows: readonly DebtRow[]) =>
    rows.map(({ texts, people }) => [texts[0], people && people.map(({ familyName }) => familyName)]);

  async function unitOfFour() {
    const world = await gapWorld(database);
    const [kept, either, or] = [newId(), newId(), newId()];
    const version = await world.draft([
      { id: kept, text: "Hygienkurs" },
      { id: either, text: "Handledarkurs", group: "vagar" },
      { id: or, text: "Magister", group: "vagar" },
    ]);
    await world.adopt(version.number, "2024-01-01");
    const anna = await world.person("Anna Berg");
    const siv = await world.person("Siv Åkerblom");
    const hidden = await world.person("Skyddad Storm", { protected_identity: true });
    const elsewhere = await world.person("Ylva Holm");
    for (const who of [anna, siv, hidden]) await world.hire(who, { unit: world.rehab });
    await world.hire(elsewhere, { unit: world.homeCare });
    for (const who of [anna, siv, hidden, elsewhere])
      await world.place(who, {}, { authority_id: world.care });
    const manager = await world.person("Kim Chef");
    const deputy = await world.person("Dan Ask");
    await world.manage(manager, world.rehab);
    await world.deputise(deputy, world.rehab, { from: "2026-11-10", to: "2026-12-20" });
    const proof = { issued_on: "2026-01-01", authority_id: world.care };
    await show(world, { who: anna, by: world.chief }, [kept], proof);
    await show(world, { who: siv, by: world.chief }, [or], proof);
    const debt = (who: Actor, unitId: string = world.rehab) =>
      world.as(who, async (work) => (await viewDebt(work, { unitId, model: "" })).models[0]?.rows ?? []);
    return { ...world, manager, deputy, anna, siv, hidden, debt };
  }

  test("MOD-4, ORG-7 a manager sees who lacks what, one with protected identity too; a deputy doesn't see that one; each is logged", async () => {
    const { debt, manager, deputy, anna, siv, hidden, ...world } = await unitOfFour();
    expect(names(await debt(manager))).toEqual([
      ["Hygienkurs", ["Storm", "Åkerblom"]],
      ["Handledarkurs", ["Berg", "Storm"]],
    ]);
    expect(names(await debt(deputy))).toEqual([
      ["Hygienkurs", ["Åkerblom"]],
      ["Handledarkurs", ["Berg"]],
    ]);
    const log = await world.as(null, ({ tx }) =>
      tx.selectFrom("access_log").select(["basis", "person_ids as ids"]).where("what", "=", "debt").execute(),
    );
    expect(log.map(({ basis, ids }) => [basis, [...ids].toSorted()])).toEqual([
      ["manager", [anna, siv, hidden].map(({ personId }) => personId).toSorted()],
      ["deputy", [anna, siv].map(({ personId }) => personId).toSorted()],
    ]);
  });

  test("SUP-1 everybody else sees figures alone, and of so few none; the requirements are told all the same", async () => {
    const { debt, lead, manager, homeCare } = await unitOfFour();
    const rows = await debt(lead);
    expect(names(rows)).toEqual([
      ["Hygienkurs", null],
      ["Handledarkurs", null],
    ]);
    expect(new Set(rows.map(({ figure }) => figure.showing))).toEqual(new Set(["hidden"]));
    await expect(debt(manager, homeCare)).rejects.toThrow(NotFound);
  });

  test("SUP-1 that nobody is at a level is nothing to tell: its requirements are there as the others are", async () => {
    const world = await gapWorld(database);
    const { basic, expert } = world.model;
    const version = await world.draft([
      { id: newId(), text: "Hygienkurs", levelId: basic },
      { id: newId(), text: "Forskar", levelId: expert },
    ]);
    await world.adopt(version.number, "2024-01-01");
    await world.team(world.rehab, 12, 12);
    const seen = async (who: Actor) =>
      (await world.as(who, (work) => viewDebt(work, { unitId: world.rehab, model: "" }))).models[0]?.rows.map(
        ({ texts, figure }) => [texts[0], figure.showing],
      );
    expect(await seen(world.lead)).toEqual([
      ["Hygienkurs", "hidden"],
      ["Forskar", "hidden"],
    ]);
    const manager = await world.person("Kim Chef");
    await world.manage(manager, world.rehab);
    expect(await seen(manager)).toEqual([["Hygienkurs", "shown"]]);
  });
});
