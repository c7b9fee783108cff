import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { addVersionFromFile } from "../../src/career-model/add-version.ts";
import { readModelFile, writeModelFile, type ModelFile } from "../../src/career-model/model-file.ts";
import { inReadingOrder } from "../../src/career-model/presentation.rules.ts";
import { viewModel } from "../../src/career-model/view-models.ts";
import { NotFound } from "../../src/shared/result.ts";
import { testDatabase } from "../support/database.ts";
import { modelFiles, small } from "./model-file-examples.ts";
import { modelWorld, type World } from "./world.ts";

const database = await testDatabase();
const folder = new URL("../../demo/models/", import.meta.url);
const demo = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

const versionTwo = small.replace("version: 1", "version: 2");

/** Everything that adding a model may write, as the database has it. */
async function stored({ as }: World): Promise<unknown> {
  return as(null, async ({ tx }) => {
    const { rows } = await sql<{ all: unknown }>`
      select jsonb_build_array(
        (select jsonb_agg(s order by s.id) from structure s), (select jsonb_agg(l order by l.id) from structure_level l),
        (select jsonb_agg(m order by m.id) from career_model m), (select jsonb_agg(v order by v.id) from model_version v),
        (select jsonb_agg(i order by i.item_id, i.version_id) from item i),
        (select jsonb_agg(t order by t.track_id, t.version_id) from version_track t)) as all`.execute(tx);
    return rows[0]?.all;
  });
}

const readBack = async (world: World, file: ModelFile): Promise<ModelFile> => {
  const { nameSv, nameEn, slug, content } = await world.as(world.lead, (work) =>
    viewModel(work, file.profession.slug, file.version.number),
  );
  const { structure, version } = content;
  return { structure, version, profession: { slug, name: nameSv, nameEn } };
};

describe("a file's model comes back as it was written", () => {
  test.each(demo)("MOD-1 MOD-3 MOD-6: %s", async (name) => {
    const text = readFileSync(new URL(name, folder), "utf8");
    const read = readModelFile(text);
    if (!read.ok) throw new Error(`${name} cannot be read`);
    const world = await modelWorld(database);
    await world.profession(read.value.profession.name);
    expect(await world.add(text)).toMatchObject({ ok: true });
    expect(await readBack(world, read.value)).toEqual(read.value);
  });

  test("MOD-3: whatever the rules accept", async () => {
    await fc.assert(
      fc.asyncProperty(modelFiles, async (file) => {
        const world = await modelWorld(database);
        await world.profession(file.profession.name);
        expect(await world.add(writeModelFile(file))).toMatchObject({ ok: true });
        expect(await readBack(world, file)).toEqual({
          ...file,
          version: inReadingOrder(file.structure, file.version),
        });
      }),
      { numRuns: 25 },
    );
  });
});

describe("versions of one model", () => {
  let world: World;
  const ids = (versionId: string) =>
    world.as(null, async ({ tx }) => {
      const of = async (table: "item" | "version_track", id: "item_id" | "track_id") =>
        Object.fromEntries(
          (
            await tx
              .selectFrom(table)
              .select(["key", `${id} as id`])
              .where("version_id", "=", versionId)
              .execute()
          ).map((row) => [row.key, row["id" as keyof typeof row]]),
        );
      return { items: await of("item", "item_id"), tracks: await of("version_track", "track_id") };
    });

  beforeAll(async () => {
    world = await modelWorld(database);
    await world.profession("Provare");
  });

  test("MOD-2 MOD-6: a second version keeps the identity of items and tracks by their keys, reworded or moved", async () => {
    const one = await world.add(small);
    const two = await world.add(
      versionTwo
        .replace("text: Legitimation", "text: Legitimation som provare")
        .replace("namn: Forskning", "namn: Forskning och utveckling")
        .replace("- Du provar.", "- { nyckel: ny-rad, text: Du provar nytt. }"),
    );
    if (!one.ok || !two.ok) throw new Error("the versions were not added");
    const [before, after] = [await ids(one.value.versionId), await ids(two.value.versionId)];
    expect(after.tracks).toEqual(before.tracks);
    expect(after.items["leg"]).toBe(before.items["leg"]);
    expect(Object.values(before.items)).not.toContain(after.items["ny-rad"]);
    expect(new Set(Object.values(after.items)).size).toBe(Object.keys(after.items).length);
  });

  test("MOD-2: an item that was away for a version is the same when it is back", async () => {
    const three = await world.add(
      small.replace("version: 1", "version: 3").replace("- Du provar.", "- { nyckel: ny-rad, text: Åter. }"),
    );
    const two = await world.as(world.lead, (work) => viewModel(work, "provare", 2));
    if (!three.ok) throw new Error("the version was not added");
    expect((await ids(three.value.versionId)).items["ny-rad"]).toBe(
      (await ids(two.version.id)).items["ny-rad"],
    );
  });

  test("MOD-1: models of one structure share it, levels and all", async () => {
    await world.profession("Mätare");
    const other = small.replace("nyckel: provare", "nyckel: matare").replace("namn: Provare", "namn: Mätare");
    expect(await world.add(other)).toMatchObject({ ok: true });
    const [a, b] = await world.as(world.lead, async (work) => [
      await viewModel(work, "provare", 1),
      await viewModel(work, "matare", 1),
    ]);
    expect(b?.content.levelIds).toEqual(a?.content.levelIds);
    expect(b?.content.trackIds).not.toEqual(a?.content.trackIds);
  });
});

describe("a draft written anew", () => {
  test("MOD-2: has the new text, the same items and a new revision; nothing else of the model changes", async () => {
    const world = await modelWorld(database);
    await world.profession("Provare");
    await world.add(small);
    const see = () => world.as(world.lead, (work) => viewModel(work, "provare", 1));
    const before = await see();
    const reworded = small
      .replace("text: Legitimation", "text: Ny lydelse")
      .replace(/ +spår:\n(.*\n)+? +nivåer: \[van\]\n/, "");
    expect(await world.add(small, { replaceDraft: true })).toMatchObject({ ok: true });
    expect((await see()).content).toEqual(before.content);
    const broken = await world.add(reworded, { replaceDraft: true });
    expect(broken).toMatchObject({ ok: false, reasons: [{ code: "unknown-track" }] });
    expect((await see()).version.revision).toBe(2);
    await world.add(small.replace("text: Legitimation", "text: Ny lydelse"), { replaceDraft: true });
    const after = await see();
    expect(after.version).toEqual({ ...before.version, revision: 3 });
    expect(after.content.version.items.map((item) => item.text)).toContain("Ny lydelse");
  });

  test("MOD-2: an adopted version is never written anew", async () => {
    const world = await modelWorld(database);
    await world.profession("Provare");
    await world.add(small);
    await world.adopt("provare", 1);
    const before = await stored(world);
    expect(await world.add(small, { replaceDraft: true })).toEqual({
      ok: false,
      reasons: [{ code: "version-exists", data: { number: 1 } }],
    });
    expect(await stored(world)).toEqual(before);
  });
});

describe("a refusal says why, and changes nothing", () => {
  let world: World;
  beforeAll(async () => {
    world = await modelWorld(database);
    await world.profession("Provare");
    await world.profession("Mätare");
    await world.add(small);
  });

  const CASES: readonly (readonly [string, string, readonly string[]])[] = [
    [
      "a profession that is not here",
      small.replace("namn: Provare", "namn: Ingen"),
      ["unknown-profession", "draft-exists"],
    ],
    [
      "another profession's model",
      versionTwo.replace("namn: Provare", "namn: Mätare"),
      ["profession-of-model-differs"],
    ],
    ["a number that is taken", small, ["draft-exists"]],
    [
      "MOD-1: a structure of the same name with other levels",
      versionTwo
        .replaceAll("nyckel: van", "nyckel: vid")
        .replaceAll("[van]", "[vid]")
        .replace("    van:", "    vid:"),
      ["structure-differs"],
    ],
    [
      "MOD-1: a structure of the same name with other headings",
      versionTwo.replaceAll("uppgifter", "sysslor"),
      ["structure-differs"],
    ],
    [
      "MOD-1: another structure than the model's",
      versionTwo.replace("namn: Prov\n", "namn: Annan\n"),
      ["structure-of-model-differs"],
    ],
    ["a fault in the file", versionTwo.replace("slag: legitimation", "slag: körkort"), ["unknown-value"]],
    ["a number that no database holds", small.replace("version: 1", "version: 99999999999"), ["bad-number"]],
  ];
  test.each(CASES)("%s", async (_, text, codes) => {
    const before = await stored(world);
    const result = await world.add(text);
    expect(result.ok ? [] : result.reasons.map((reason) => reason.code)).toEqual(codes);
    expect(await stored(world)).toEqual(before);
  });

  test("a withdrawn model has no new versions", async () => {
    const withdrawn = await modelWorld(database);
    await withdrawn.profession("Provare");
    await withdrawn.add(small);
    await withdrawn.as(null, ({ tx }) =>
      tx.updateTable("career_model").set({ status: "withdrawn" }).execute(),
    );
    const before = await stored(withdrawn);
    expect(await withdrawn.add(versionTwo)).toEqual({
      ok: false,
      reasons: [{ code: "model-withdrawn", data: {} }],
    });
    expect(await stored(withdrawn)).toEqual(before);
  });

  test("who does not write models finds nothing to write to", async () => {
    const before = await stored(world);
    for (const actor of [null, world.employee, world.adopter])
      await expect(world.as(actor, (work) => addVersionFromFile(work, versionTwo))).rejects.toThrow(NotFound);
    expect(await stored(world)).toEqual(before);
  });

  test("two who add the same version at once: one is saved, the other is told", async () => {
    const both = await modelWorld(database);
    await both.profession("Provare");
    const results = await Promise.all([both.add(small), both.add(small)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.flatMap((result) => (result.ok ? [] : result.reasons))).toEqual([
      { code: "draft-exists", data: { number: 1 } },
    ]);
  });
});
