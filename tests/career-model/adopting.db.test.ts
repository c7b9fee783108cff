import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { adoptVersion } from "../../src/career-model/adopt-version.ts";
import { viewModel, viewModels } from "../../src/career-model/view-models.ts";
import { NotFound } from "../../src/shared/result.ts";
import { testDatabase } from "../support/database.ts";
import { small } from "./model-file-examples.ts";
import { DECISION, modelWorld, TODAY, type World } from "./world.ts";

const database = await testDatabase();
const version = (number: number): string => small.replace("version: 1", `version: ${number}`);

let world: World;
beforeEach(async () => {
  world = await modelWorld(database);
  await world.profession("Provare");
  await world.add(version(1));
});

const view = (number: number | null) => world.as(world.lead, (work) => viewModel(work, "provare", number));
/** Everything that adopting may write. */
const stored = () =>
  world.as(null, async ({ tx }) => {
    const { rows } = await sql`
      select v.number, v.status, v.in_force_from, v.in_force_to, v.revision, d.decided_as, d.decided_on
      from model_version v left join decision d on d.organisation_id = v.organisation_id and d.version_id = v.id
      order by v.number`.execute(tx);
    return rows;
  });
const codes = (result: { ok: boolean; reasons?: readonly { code: string }[] }) =>
  (result.reasons ?? []).map((reason) => reason.code);

describe("MOD-2: adopting", () => {
  test("a draft becomes adopted, with the decision as it was given", async () => {
    expect(await world.adopt("provare", 1)).toEqual({ ok: true, value: null });
    const model = await view(null);
    expect(model).toMatchObject({
      isInForce: true,
      mayAdopt: false,
      version: { number: 1, status: "adopted" },
    });
    expect(model.decision).toEqual({
      decidedBy: "Hanna Direktör",
      decidedAs: DECISION.decidedAs,
      delegation: DECISION.delegation,
      diaryNumber: DECISION.diaryNumber,
      restsOn: DECISION.restsOn,
      decidedOn: TODAY,
    });
  });

  test("the one before is superseded from the new one's day: one is in force on the day before, of and after", async () => {
    await world.adopt("provare", 1, { inForceFrom: "2026-03-01" });
    await world.add(version(2));
    expect(await world.adopt("provare", 2, { inForceFrom: "2027-01-01" })).toMatchObject({ ok: true });
    const numbers: (readonly [string, number])[] = [
      ["2026-12-31", 1],
      ["2027-01-01", 2],
      ["2027-01-02", 2],
    ];
    for (const [day, number] of numbers) {
      world.on(day);
      const model = await view(null);
      expect([day, model.version.number, model.isInForce]).toEqual([day, number, true]);
      expect((await world.as(null, viewModels)).models[0]?.adopted).toMatchObject({
        number,
        isInForce: true,
      });
    }
    expect((await view(1)).versions).toEqual([
      { number: 2, status: "adopted", inForceFrom: "2027-01-01", lastDay: null },
      { number: 1, status: "superseded", inForceFrom: "2026-03-01", lastDay: "2026-12-31" },
    ]);
  });

  test("a version that is to come is told with its day, and none is in force until then", async () => {
    await world.adopt("provare", 1, { inForceFrom: "2027-01-01" });
    expect((await world.as(null, viewModels)).models[0]).toMatchObject({
      adopted: { number: 1, from: "2027-01-01", isInForce: false },
    });
    expect(await view(null)).toMatchObject({ isInForce: false, inForce: null, version: { number: 1 } });
  });

  test("the superseded version stays readable, word for word", async () => {
    const before = (await view(1)).content;
    await world.adopt("provare", 1, { inForceFrom: "2026-01-01" });
    await world.add(version(2).replace("text: Legitimation", "text: Ny lydelse"));
    await world.adopt("provare", 2);
    for (const actor of [null, world.employee, world.lead]) {
      const past = await world.as(actor, (work) => viewModel(work, "provare", 1));
      expect(past.version.status).toBe("superseded");
      expect(past.content.structure).toEqual(before.structure);
      expect(past.content.version.items.find((item) => item.key === "leg")?.text).toBe("Legitimation");
    }
  });

  test("every reason at once, and nothing is changed", async () => {
    await world.adopt("provare", 1, { inForceFrom: "2026-10-01" });
    await world.add(version(2).replace(/ {4}van:\n(?: {6}.*\n)+/, ""));
    const before = await stored();
    const refused = await world.adopt("provare", 2, {
      decidedAs: " ",
      delegation: "x".repeat(501),
      diaryNumber: "",
      inForceFrom: "2026-09-30",
      revision: 7,
    });
    expect(refused).toEqual({
      ok: false,
      reasons: [
        { code: "missing", field: "decidedAs" },
        { code: "too-long", field: "delegation", data: { max: 500 } },
        { code: "missing", field: "diaryNumber" },
        { code: "changed-since" },
        {
          code: "not-after-version-in-force",
          field: "inForceFrom",
          data: { number: 1, from: "2026-10-01" },
        },
        { code: "level-without-items", data: { level: "van", name: "Van" } },
      ],
    });
    expect(codes(await world.adopt("provare", 2, { inForceFrom: "30 september" }))).toContain("not-a-day");
    expect(codes(await world.adopt("provare", 1, { revision: 2 }))).toEqual(["not-adoptable-from"]);
    expect(await stored()).toEqual(before);
  });

  test("a draft that was written anew since it was read is not adopted unread", async () => {
    await world.add(version(1), { replaceDraft: true });
    expect(codes(await world.adopt("provare", 1))).toEqual(["changed-since"]);
    expect(await world.adopt("provare", 1, { revision: 2 })).toMatchObject({ ok: true });
  });

  test("who is no adopter finds nothing to adopt, and nor does the adopter where there is nothing", async () => {
    const before = await stored();
    const input = { ...DECISION, revision: 1 };
    for (const actor of [null, world.employee, world.lead])
      await expect(world.as(actor, (work) => adoptVersion(work, "provare", 1, input))).rejects.toThrow(
        NotFound,
      );
    await expect(world.adopt("provare", 2)).rejects.toThrow(NotFound);
    await expect(world.adopt("ingen", 1)).rejects.toThrow(NotFound);
    expect(await stored()).toEqual(before);
  });
});

describe("MOD-2: two who adopt at once", () => {
  test("the same version: one decides, the other is told that it is adopted", async () => {
    const results = await Promise.all([world.adopt("provare", 1), world.adopt("provare", 1)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.flatMap(codes)).toEqual(["changed-since", "not-adoptable-from"]);
    expect(await stored()).toHaveLength(1);
  });

  test("two drafts from the same day: one takes over, the other is told when it may begin", async () => {
    await world.add(version(2));
    const input = { inForceFrom: "2027-02-01" };
    const results = await Promise.all([world.adopt("provare", 1, input), world.adopt("provare", 2, input)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.flatMap(codes)).toEqual(["not-after-version-in-force"]);
    expect((await stored()).filter((row) => (row as { status: string }).status === "adopted")).toHaveLength(
      1,
    );
  });

  test("two drafts from different days, whichever is first: one is in force on every day", async () => {
    await world.adopt("provare", 1, { inForceFrom: "2026-01-01" });
    await world.add(version(2));
    await world.add(version(3));
    await Promise.all([
      world.adopt("provare", 2, { inForceFrom: "2027-02-01" }),
      world.adopt("provare", 3, { inForceFrom: "2027-03-01" }),
    ]);
    for (const day of ["2027-01-31", "2027-02-01", "2027-03-01"]) {
      world.on(day);
      expect(await view(null)).toMatchObject({ isInForce: true });
    }
  });
});
