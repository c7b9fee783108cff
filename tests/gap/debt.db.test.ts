/** DBT-1: the debt of all models in one statement. */
import { expect, test } from "vitest";
import type { KyselyPlugin } from "kysely";
import { measuresInForce } from "../../src/gap/measure.ts";
import { saveTransitions } from "../../src/gap/transition.store.ts";
import { debtBy, debtScene } from "../../src/gap/view-debt.ts";
import { models } from "../../src/career-model/store.ts";
import { newId } from "../../src/shared/ids.ts";
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
    return { together: all, apart: new Map(each.flatMap((one) => [...one])), times: asked() };
  });
  expect(times).toBe(1);
  expect(together).toEqual(apart);
  expect(
    [...together.values()].map((counts) =>
      [...counts.values()].map(({ cells }) => cells.map(({ asked, unmet, later }) => [asked, unmet, later])),
    ),
  ).toEqual([
    [[[7, 4, 0]], [[7, 0, 7]]],
    [[[6, 4, 0]], [[6, 5, 0]]],
  ]);
});
