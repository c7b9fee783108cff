import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { viewModel, viewModels } from "../../src/career-model/view-models.ts";
import { NotFound } from "../../src/shared/result.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { newId } from "../../src/shared/ids.ts";
import { databaseOn } from "../../src/platform/database/transactions.ts";
import { testDatabase } from "../support/database.ts";
import { small } from "./model-file-examples.ts";
import { modelWorld, type World } from "./world.ts";

const database = await testDatabase();

let world: World;
let readers: Readonly<Record<string, Actor | null>>;

/** Provare: version 1 in force, version 2 a draft. Mätare: only a draft. */
beforeAll(async () => {
  world = await modelWorld(database);
  const [tester, surveyor] = [await world.profession("Provare"), await world.profession("Mätare")];
  await world.add(small);
  await world.adopt("provare", 1, { inForceFrom: "2026-01-01" });
  await world.add(small.replace("version: 1", "version: 2"));
  await world.add(
    small.replace("nyckel: provare", "nyckel: matare").replace("namn: Provare", "namn: Mätare"),
  );
  const union = (professionIds: string[]) => world.account("Fack", "union_representative", { professionIds });
  readers = {
    nobody: null,
    employee: world.employee,
    "process lead": world.lead,
    adopter: world.adopter,
    "association lead": await world.account("Förbund", "association_lead"),
    "union for both": await union([tester, surveyor]),
    "union for testers": await union([tester]),
    "union for surveyors": await union([surveyor]),
    "rollout lead": {
      ...world.employee,
      grants: [{ role: "rollout_lead", unitId: newId(), professionIds: [], personId: null, reason: null }],
    },
    administrator: await world.account("Admin", "administrator"),
    "HR handler": await world.account("HR", "hr_handler"),
    "data protection officer": await world.account("Dataskydd", "data_protection_officer"),
  };
});

const reader = (name: string): Actor | null => readers[name] ?? null;

describe("MOD-2: drafts are for those who work with them, in their own professions", () => {
  test.each([
    ["nobody", []],
    ["employee", []],
    ["process lead", ["matare 1", "provare 2"]],
    ["adopter", ["matare 1", "provare 2"]],
    ["association lead", ["matare 1", "provare 2"]],
    ["union for both", ["matare 1", "provare 2"]],
    ["union for testers", ["provare 2"]],
    ["union for surveyors", ["matare 1"]],
    ["rollout lead", []],
    ["administrator", []],
    ["HR handler", []],
    ["data protection officer", []],
  ])("%s", async (name, drafts) => {
    const actor = reader(name);
    const { models } = await world.as(actor, viewModels);
    expect(
      models.flatMap(({ slug, drafts: own }) => own.map(({ number }) => `${slug} ${number}`)).toSorted(),
    ).toEqual(drafts);
    for (const [slug, number] of [
      ["provare", 2],
      ["matare", 1],
      ["matare", null],
    ] as const) {
      const status = await world
        .as(actor, async (work) => (await viewModel(work, slug, number)).version.status)
        .catch((error: unknown) => (error instanceof NotFound ? "not found" : error));
      expect(status).toBe(drafts.includes(`${slug} ${number ?? 1}`) ? "draft" : "not found");
    }
  });

  test.each(["nobody", "employee", "union for surveyors"])(
    "%s does not see that there is a draft",
    async (name) => {
      const model = await world.as(reader(name), (work) => viewModel(work, "provare", null));
      expect(model.versions.map((version) => version.number)).toEqual([1]);
      expect(
        (await world.as(reader(name), viewModels)).models.find(({ slug }) => slug === "provare")?.levels,
      ).toEqual([
        { name: "Ny", kind: "core" },
        { name: "Van", kind: "outer" },
      ]);
    },
  );

  test("only adopters are offered to adopt, and only drafts", async () => {
    for (const [name, actor] of Object.entries(readers)) {
      const current = await world.as(actor, (work) => viewModel(work, "provare", 1));
      expect([name, current.mayAdopt]).toEqual([name, false]);
    }
    const offered = await Promise.all(
      ["process lead", "adopter", "union for both"].map((name) =>
        world.as(reader(name), async (work) => (await viewModel(work, "provare", 2)).mayAdopt),
      ),
    );
    expect(offered).toEqual([false, true, false]);
  });
});

describe("MOD-14: what is internal is not part of what the public is handed", () => {
  test("no internal item, and of the decision what is filed, not who", async () => {
    const open = await world.as(null, (work) => viewModel(work, "provare", null));
    const inside = await world.as(world.employee, (work) => viewModel(work, "provare", null));
    expect(inside.content.version.items.filter((item) => item.visibility === "internal")).toHaveLength(1);
    expect(open.content.version.items).toEqual(
      inside.content.version.items.filter((item) => item.visibility === "public"),
    );
    expect(JSON.stringify(open)).not.toContain("leder försök");
    expect(Object.keys(open.decision ?? {}).toSorted()).toEqual(["decidedOn", "diaryNumber"]);
    expect(JSON.stringify(open)).not.toContain("Hanna Direktör");
    expect(inside.decision?.decidedBy).toBe("Hanna Direktör");
  });
});

describe("a withdrawn model", () => {
  test("is read by nobody, a dormant one by everyone", async () => {
    const other = await modelWorld(database);
    await other.profession("Provare");
    await other.add(small);
    await other.adopt("provare", 1);
    const set = (status: string) =>
      other.as(null, ({ tx }) => tx.updateTable("career_model").set({ status }).execute());
    await set("dormant");
    expect((await other.as(null, viewModels)).models[0]).toMatchObject({ slug: "provare", dormant: true });
    await set("withdrawn");
    expect((await other.as(other.lead, viewModels)).models).toEqual([]);
    await expect(other.as(other.lead, (work) => viewModel(work, "provare", 1))).rejects.toThrow(NotFound);
  });
});

describe("another organisation", () => {
  const TABLES = [
    "structure",
    "structure_level",
    "structure_heading",
    "career_model",
    "model_version",
    "version_level",
    "version_heading",
    "version_track",
    "version_track_level",
    "item",
    "decision",
  ];

  test("has its own models of the same names, and reads nobody else's", async () => {
    const other = await modelWorld(database);
    await other.profession("Provare");
    expect((await other.as(other.lead, viewModels)).models).toEqual([]);
    await expect(other.as(other.lead, (work) => viewModel(work, "provare", 1))).rejects.toThrow(NotFound);
    expect(await other.add(small)).toMatchObject({ ok: true });
    expect((await other.as(null, viewModels)).models).toEqual([]);
    expect((await world.as(null, viewModels)).models.map(({ slug }) => slug)).toEqual(["provare"]);
  });

  test.each(TABLES)("sees and changes no row of %s, whichever role asks", async (table) => {
    const stranger = await modelWorld(database);
    const count = async (organisationId: string | null, db = database.db): Promise<number> =>
      db.transaction(async (tx) => {
        await sql`select set_config('app.organisation', ${organisationId ?? ""}, true)`.execute(tx);
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
          tx,
        );
        return rows[0]?.n ?? -1;
      });
    const own = await count(world.organisationId);
    expect(own).toBeGreaterThan(0);
    for (const db of [database.db, databaseOn(database.ownerPool)])
      expect([await count(stranger.organisationId, db), await count(null, db)]).toEqual([0, 0]);
    const deleted = await stranger
      .as(null, ({ tx }) => sql`delete from ${sql.table(table)}`.execute(tx))
      .then(({ numAffectedRows }) => Number(numAffectedRows ?? 0n))
      .catch((error: Error) => error.message);
    expect([0, `permission denied for table ${table}`]).toContain(deleted);
    expect(await count(world.organisationId)).toBe(own);
  });

  test("cannot write a version into it", async () => {
    const stranger = await modelWorld(database);
    const { modelId } = await world.as(
      world.lead,
      async (work) => (await viewModel(work, "provare", 2)).version,
    );
    const row = (organisation_id: string) =>
      stranger.as(null, ({ tx }) =>
        tx
          .insertInto("model_version")
          .values({ organisation_id, id: crypto.randomUUID(), model_id: modelId, number: 7, status: "draft" })
          .execute(),
      );
    await expect(row(world.organisationId)).rejects.toThrow(/row-level security/);
    await expect(row(stranger.organisationId)).rejects.toThrow(/foreign key/);
  });
});
