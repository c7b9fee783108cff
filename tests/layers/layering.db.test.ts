/** Supplements in the database: written, adopted and laid over the base, and what the database refuses by itself. */
import { sql } from "kysely";
import { changeModelStatus } from "../../src/career-model/change-status.ts";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { adoptSupplement } from "../../src/layers/adopt-supplement.ts";
import { beginCarryOver, settlePart, viewCarryOver } from "../../src/layers/carry-over.ts";
import { changeSupplement } from "../../src/layers/change-supplement.ts";
import { withClarification, withItem, withUnused } from "../../src/career-model/supplement.rules.ts";
import { viewSupplement } from "../../src/layers/view-supplement.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { newId } from "../../src/shared/ids.ts";
import { NotFound } from "../../src/shared/result.ts";
import { testDatabase } from "../support/database.ts";
import { DECISION, TODAY } from "../career-model/world.ts";

import {
  all,
  clarified,
  codes,
  EMPLOYER,
  layerWorld,
  local,
  second,
  unused,
  type LayerWorld,
} from "./world.ts";

const database = await testDatabase();

let world: LayerWorld;

describe("MOD-9, MOD-16: a supplement", () => {
  beforeEach(async () => {
    world = await layerWorld(database);
  });

  test("is laid over the base once it is adopted, and not before", async () => {
    expect(await world.change(all)).toEqual({ ok: true, value: null });
    expect((await world.effective()).local.layers).toEqual([]);
    expect(await world.decide()).toEqual({ ok: true, value: null });
    const { content, local: layers } = await world.effective();
    expect(layers.layers).toEqual([{ of: "employer" }]);
    expect(content.version.items.find((item) => item.text === local.text)).toMatchObject({
      from: { of: "employer" },
    });
    expect(content.version.items.find((item) => item.key === "leg")).toMatchObject({
      text: "Legitimation",
      from: null,
      clarified: [{ by: { of: "employer" }, text: clarified.text }],
    });
    const without = await world.effective(null, { shown: false });
    expect(without.content.version.items.some((item) => item.text === local.text)).toBe(false);
    expect(without.local.layers).toEqual([{ of: "employer" }]);
  });

  test("has its decision, and a change after it is a new version with the same lines", async () => {
    await world.change(all);
    await world.decide({ inForceFrom: "2026-06-01" });
    await world.change((content) => withItem(content, { ...local, text: "En till." }));
    const view = await world.as(world.lead, (work) => viewSupplement(work, "provare", null));
    expect(view.versions.map(({ number, status }) => [number, status])).toEqual([
      [2, "draft"],
      [1, "adopted"],
    ]);
    expect(view.versions[1]?.decision).toMatchObject({
      decidedBy: "Hanna Direktör",
      diaryNumber: DECISION.diaryNumber,
      decidedOn: TODAY,
    });
    expect(view.content.items).toHaveLength(2);
    await world.decide({ inForceFrom: TODAY });
    const rows = await world.as(null, ({ tx }) =>
      tx
        .selectFrom("supplement_version")
        .select(["number", "status", "in_force_to"])
        .orderBy("number")
        .execute(),
    );
    expect(rows).toEqual([
      { number: 1, status: "superseded", in_force_to: TODAY },
      { number: 2, status: "adopted", in_force_to: null },
    ]);
  });

  test("is refused in words when it says what it may not, and then nothing is saved", async () => {
    expect(codes(await world.change((content) => withUnused(content, unused)))).toEqual(["base-locked"]);
    await world.open();
    expect(codes(await world.change((content) => withUnused(content, { ...unused, key: "leg" })))).toEqual([
      "only-recommended-unused",
    ]);
    expect(
      codes(await world.change((content) => withClarification(content, { ...clarified, itemKey: "x" }))),
    ).toEqual(["unknown-item"]);
    expect(codes(await world.change(() => null))).toEqual(["changed-since"]);
    const view = await world.as(world.lead, (work) => viewSupplement(work, "provare", null));
    expect(view.versions).toEqual([]);
    expect(await world.change((content) => withUnused(content, unused))).toEqual({ ok: true, value: null });
  });

  test("is not decided with words missing, twice, or by those who may not", async () => {
    await world.change(all);
    expect(codes(await world.decide({ decidedAs: "" }))).toEqual(["missing"]);
    expect(codes(await world.decide({ revision: 9 }))).toEqual(["changed-since"]);
    expect(codes(await world.decide({ inForceFrom: "2025-01-01" }))).toEqual(["base-not-in-force"]);
    for (const actor of [world.lead, world.employee])
      await expect(
        world.as(actor, (work) => adoptSupplement(work, EMPLOYER, { ...DECISION, revision: 1 })),
      ).rejects.toThrow(NotFound);
    await world.decide();
    expect(codes(await world.decide({ inForceFrom: "2027-01-01" }))).toEqual(["not-adoptable-from"]);
  });

  test("decided by two at once is adopted once, and the other is told", async () => {
    await world.change(all);
    const results = await Promise.all([world.decide(), world.decide({ inForceFrom: "2027-01-01" })]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.flatMap(codes)).toContain("not-adoptable-from");
    const { versions } = await world.as(world.lead, (work) => viewSupplement(work, "provare", null));
    expect(versions.map(({ status }) => status)).toEqual(["adopted"]);
  });

  test("to a base that is withdrawn meanwhile is neither written nor decided", async () => {
    await world.change(all);
    const draft = await world.as(world.lead, (work) => viewSupplement(work, "provare", null));
    const reason = "Ersatt av en annan.";
    await world.as(world.adopter, (work) =>
      changeModelStatus(work, "provare", { from: "active", to: "withdrawn", reason }),
    );
    await expect(world.change(all)).rejects.toThrow(NotFound);
    const revision = draft.draft?.revision ?? 0;
    await expect(
      world.as(world.adopter, (work) => adoptSupplement(work, EMPLOYER, { ...DECISION, revision })),
    ).rejects.toThrow(NotFound);
    const rows = await world.as(null, ({ tx }) =>
      tx.selectFrom("supplement_version").select("status").execute(),
    );
    expect(rows).toEqual([{ status: "draft" }]);
  });

  test("is written by the process lead, and a unit's by its manager too; by nobody else", async () => {
    const unitId = newId();
    await world.as(null, ({ tx }) =>
      tx
        .insertInto("unit")
        .values({ organisation_id: world.organisationId, id: unitId, name: "Norr", valid_from: "2020-01-01" })
        .execute(),
    );
    const manager: Actor = { ...world.employee, manages: [{ unitId, as: "manager" }] };
    const write = (actor: Actor | null, unit: string | null) =>
      world.as(actor, (work) => changeSupplement(work, { slug: "provare", unitId: unit }, all));
    for (const actor of [null, world.employee, world.adopter, manager])
      await expect(write(actor, null)).rejects.toThrow(NotFound);
    for (const actor of [null, world.employee, world.adopter])
      await expect(write(actor, unitId)).rejects.toThrow(NotFound);
    expect(await write(manager, unitId)).toEqual({ ok: true, value: null });
    await world.open();
    expect(codes(await world.change((content) => withUnused(content, unused), unitId))).toEqual([
      "unit-leaves-nothing",
    ]);
    await world.decide({}, unitId);
    expect((await world.effective()).local.layers).toEqual([]);
    const there = await world.effective(null, { unitId });
    expect(there.local.layers).toEqual([{ of: "unit", name: "Norr" }]);
    expect(there.content.version.items.at(-1)).toMatchObject({ from: { of: "unit", name: "Norr" } });
  });

  test("MOD-10: is carried over with what fits, and adopted only when the rest is settled", async () => {
    await world.open();
    await world.change((content) => withUnused(all(content), unused));
    await world.decide({ inForceFrom: "2026-06-01" });
    await world.add(second);
    await world.adopt("provare", 2);
    expect((await world.effective()).local.layers).toEqual([]);
    expect((await world.effective(world.lead)).notes).toMatchObject({ carryTo: 2 });
    expect(codes(await world.change(all))).toEqual(["carry-over-first"]);

    await world.as(world.lead, (work) => beginCarryOver(work, EMPLOYER));
    const carried = await world.as(world.lead, (work) => viewCarryOver(work, EMPLOYER));
    expect(carried.fitted).toBe(2);
    expect(carried.parts).toMatchObject([
      {
        kind: "clarification",
        whys: ["item-reworded"],
        before: { text: "Legitimation" },
        after: { text: "Legitimation i original" },
        local: clarified.text,
        settled: null,
      },
    ]);
    expect(codes(await world.decide())).toEqual(["unsettled"]);
    const id = carried.parts[0]?.id ?? "";
    const settle = (actor: Actor | null, choice: { choice: "reword"; text: string }) =>
      world.as(actor, (work) => settlePart(work, EMPLOYER, id, choice));
    await expect(settle(world.adopter, { choice: "reword", text: "Ny" })).rejects.toThrow(NotFound);
    expect(codes(await settle(world.lead, { choice: "reword", text: "" }))).toEqual(["empty-text"]);
    expect(await settle(world.lead, { choice: "reword", text: "Originalet visas." })).toMatchObject({
      ok: true,
    });
    expect(codes(await settle(world.lead, { choice: "reword", text: "En gång till" }))).toEqual([
      "already-settled",
    ]);
    expect(await world.decide()).toEqual({ ok: true, value: null });
    const { content } = await world.effective();
    expect(content.version.items.find((item) => item.key === "leg")).toMatchObject({
      text: "Legitimation i original",
      clarified: [{ text: "Originalet visas." }],
    });
    const kept = await world.as(world.lead, (work) => viewCarryOver(work, EMPLOYER));
    expect(kept.parts[0]?.settled).toMatchObject({ as: "reworded", by: "Petra Processledare", on: TODAY });
  });
});

describe("MOD-9: the database refuses by itself, whoever asks", () => {
  let ids: Readonly<Record<string, string>>;
  beforeAll(async () => {
    world = await layerWorld(database);
    await world.open();
    await world.change((content) => withUnused(all(content), unused));
    await world.decide({ inForceFrom: "2026-06-01" });
    await world.change((content) => withItem(content, { ...local, text: "En till." }));
    const other = await layerWorld(database);
    const one = async (of: LayerWorld, statement: string) => {
      const rows = await of.as(null, ({ tx }) => sql.raw<{ id: string }>(statement).execute(tx));
      return rows.rows[0]?.id ?? "";
    };
    ids = {
      base: await one(world, "select id from model_version"),
      draft: await one(world, "select id from supplement_version where status = 'draft'"),
      adopted: await one(world, "select id from supplement_version where status = 'adopted'"),
      leg: await one(world, "select item_id as id from item where key = 'leg'"),
      level: await one(world, "select id from structure_level where key = 'van'"),
      foreign: await one(other, "select id from model_version"),
      foreignItem: await one(other, "select item_id as id from item where key = 'leg'"),
      organisation: world.organisationId,
    };
  });

  const run = (statement: string) =>
    world.as(null, ({ tx }) =>
      sql.raw(statement.replaceAll(/\$(\w+)/g, (_, name: string) => `'${ids[name]}'`)).execute(tx),
    );
  const content = "organisation_id, supplement_version_id, base_version_id";

  test.each([
    [
      "removing an item of the base",
      "delete from item where item_id = $leg",
      /adopted version never changes/,
    ],
    [
      "relaxing it",
      "update item set mandatory = false where item_id = $leg",
      /adopted version never changes/,
    ],
    ["rewording it", "update item set text = 'Annat' where item_id = $leg", /adopted version never changes/],
    [
      "a clarification of another tenant's item",
      `insert into clarification (${content}, item_id, text) values ($organisation, $draft, $base, $foreignItem, 'x')`,
      /foreign key/,
    ],
    [
      "a supplement to another tenant's base",
      "update supplement_version set base_version_id = $foreign where id = $draft",
      /foreign key|needs an adopted base/,
    ],
    [
      "a mandatory item left unused",
      `insert into unused_mark (${content}, item_id, reason) values ($organisation, $draft, $base, $leg, 'x')`,
      /only what is recommended/,
    ],
    [
      "a mark on nothing",
      `insert into unused_mark (${content}, reason) values ($organisation, $draft, $base, 'x')`,
      /check constraint/,
    ],
    [
      "a level of a locked base left unused",
      `update career_model set adaptable = false; insert into unused_mark (${content}, level_id, reason)
         values ($organisation, $draft, $base, $level, 'x')`,
      /the base is locked/,
    ],
    [
      "an item of an adopted supplement reworded",
      "update supplement_item set text = 'Annat' where supplement_version_id = $adopted",
      /adopted supplement never changes/,
    ],
    ["one removed", "delete from supplement_item where supplement_version_id = $adopted", /never changes/],
    [
      "its clarification",
      "update clarification set text = 'x' where supplement_version_id = $adopted",
      /never changes/,
    ],
    ["its mark", "delete from unused_mark where supplement_version_id = $adopted", /never changes/],
    [
      "one moved into it",
      "update supplement_item set supplement_version_id = $adopted, item_id = gen_random_uuid() where supplement_version_id = $draft",
      /never changes/,
    ],
    [
      "an adopted supplement made a draft",
      "update supplement_version set status = 'draft', in_force_from = null where id = $adopted",
      /never changes/,
    ],
    [
      "its first day",
      "update supplement_version set in_force_from = '2026-05-01' where id = $adopted",
      /never changes/,
    ],
    [
      "adopted without a decision",
      "update supplement_version set status = 'adopted', in_force_from = '2027-01-01', in_force_to = '2028-01-01' where id = $draft",
      /without a decision|one_in_force/,
    ],
    ["emptying what was added", "truncate supplement_item", /append-only|permission denied/],
  ])("%s", async (_, statement, why) => {
    await expect(run(statement)).rejects.toThrow(why);
  });

  test("but what is a draft can be written", async () => {
    await run("update supplement_item set text = text || '.' where supplement_version_id = $draft");
    expect((await world.effective()).content.version.items.find(({ key }) => key === "leg")?.mandatory).toBe(
      true,
    );
  });
});
