/** Where models and versions stand, revisions, and who has done what: with a real database. */
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { beginRevision } from "../../src/career-model/begin-revision.ts";
import { changeModelStatus, changeVersionStatus } from "../../src/career-model/change-status.ts";
import { difference } from "../../src/career-model/difference.rules.ts";
import { versionContent } from "../../src/career-model/store.ts";
import { viewDifference } from "../../src/career-model/view-difference.ts";
import { viewHistory } from "../../src/career-model/view-history.ts";
import { viewModel } from "../../src/career-model/view-models.ts";
import { NotFound } from "../../src/shared/result.ts";
import { testDatabase } from "../support/database.ts";
import { small } from "./model-file-examples.ts";
import { modelWorld, TODAY } from "./world.ts";

const database = await testDatabase();
const ALL = { number: 1, size: 50 };

/** A model whose first version is in force and whose second is a draft with one line reworded. */
async function twoVersions() {
  const world = await modelWorld(database);
  await world.profession("Provare");
  world.on("2026-10-01");
  await world.add(small);
  await world.adopt("provare", 1, { inForceFrom: "2026-10-01" });
  world.on(TODAY);
  await world.add(
    small
      .replace("version: 1", "version: 2")
      .replace("- Du provar.", "- { nyckel: ny-du-provar, text: Du provar mycket. }"),
  );
  const history = () => world.as(world.lead, (work) => viewHistory(work, "provare", ALL));
  const said = async () =>
    (await history()).events.map(({ kind, number, begunFrom, by, reason }) =>
      [kind, number, begunFrom, by, reason].filter((each) => each !== null && each !== "").join(" "),
    );
  return { ...world, history, said };
}

describe("MOD-2: a revision", () => {
  test("MOD-5: begins with the text of any version, every item the same item", async () => {
    const world = await twoVersions();
    const number = await world.as(world.lead, (work) => beginRevision(work, "provare", 1));
    expect(number).toBe(3);
    await world.as(world.lead, async (work) => {
      const { versions } = await viewHistory(work, "provare", ALL);
      const ids = Object.fromEntries(versions.map((version) => [version.number, version.id]));
      const [first, third] = [
        await versionContent(work, ids[1] ?? ""),
        await versionContent(work, ids[3] ?? ""),
      ];
      if (!first || !third) throw new Error("a version has no text");
      const { added, removed, changed } = difference(first, third).items;
      expect([added, removed, changed]).toEqual([[], [], []]);
      const rows = await work.tx
        .selectFrom("item")
        .select(["item_id", "version_id"])
        .where("version_id", "in", [ids[1] ?? "", ids[3] ?? ""])
        .execute();
      const of = (id: string | undefined) =>
        rows
          .filter((row) => row.version_id === id)
          .map((row) => row.item_id)
          .toSorted();
      expect(of(ids[3])).toEqual(of(ids[1]));
    });
    expect(await world.said()).toContain("begun 3 1 Petra Processledare");
  });

  test("is for those who write, and nothing is begun from what is not there", async () => {
    const world = await twoVersions();
    for (const [actor, from] of [
      [world.adopter, 1],
      [world.employee, 1],
      [null, 1],
      [world.lead, 9],
    ] as const)
      await expect(world.as(actor, (work) => beginRevision(work, "provare", from))).rejects.toThrow(NotFound);
    expect((await world.history()).versions).toHaveLength(2);
  });
});

describe("MOD-2: consultation", () => {
  const change = (to: "draft" | "consultation", revision: number, reason = "") => ({ to, revision, reason });

  test("a draft goes out and back, and the adopter may adopt it from there", async () => {
    const world = await twoVersions();
    const as = (to: "draft" | "consultation", revision: number, reason = "") =>
      world.as(world.lead, (work) => changeVersionStatus(work, "provare", 2, change(to, revision, reason)));
    expect(await as("consultation", 1, "Remiss till 15 december")).toMatchObject({ ok: true });
    expect((await world.history()).versions[0]).toMatchObject({ status: "consultation", revision: 2 });
    expect(await as("consultation", 2)).toMatchObject({ ok: false, reasons: [{ code: "changed-since" }] });
    expect(await as("draft", 1)).toMatchObject({ ok: false, reasons: [{ code: "changed-since" }] });
    expect(await as("draft", 2, "Vi skriver om stödet")).toMatchObject({ ok: true });
    expect(await as("consultation", 3)).toMatchObject({ ok: true });
    const adopted = await world.adopt("provare", 2, { inForceFrom: TODAY, revision: 4 });
    expect(adopted).toMatchObject({ ok: true });
    expect(await as("draft", 5)).toMatchObject({ ok: false, reasons: [{ code: "changed-since" }] });
    expect(await world.said()).toEqual(
      expect.arrayContaining([
        "consultation 2 Petra Processledare Remiss till 15 december",
        "draft 2 Petra Processledare Vi skriver om stödet",
        "read 2 Petra Processledare",
        "adopted 2 Hanna Direktör 2026/113",
      ]),
    );
    expect((await world.said()).slice(-2).toSorted()).toEqual([
      "adopted 1 Hanna Direktör 2026/113",
      "read 1 Petra Processledare",
    ]);
  });

  test("is for those who write", async () => {
    const world = await twoVersions();
    for (const actor of [world.adopter, world.employee, null])
      await expect(
        world.as(actor, (work) => changeVersionStatus(work, "provare", 2, change("consultation", 1))),
      ).rejects.toThrow(NotFound);
  });

  test("two at once: one sends it out, the other is told", async () => {
    const world = await twoVersions();
    const results = await Promise.all(
      [1, 2].map(() =>
        world.as(world.lead, (work) => changeVersionStatus(work, "provare", 2, change("consultation", 1))),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ reasons: [{ code: "changed-since" }] });
  });
});

describe("MOD-2: a model", () => {
  const reason = "Ingen processledare just nu";

  test("rests and is taken up again, with the reason why", async () => {
    const world = await twoVersions();
    const go = (from: string, to: "active" | "dormant") =>
      world.as(world.adopter, (work) => changeModelStatus(work, "provare", { from, to, reason }));
    expect(await go("active", "dormant")).toMatchObject({ ok: true });
    expect((await world.history()).status).toBe("dormant");
    expect(await go("active", "dormant")).toMatchObject({ ok: false, reasons: [{ code: "changed-since" }] });
    expect(await go("dormant", "active")).toMatchObject({ ok: true });
    expect(await world.said()).toEqual(
      expect.arrayContaining([`dormant Hanna Direktör ${reason}`, `active Hanna Direktör ${reason}`]),
    );
  });

  test("that is withdrawn is there for nobody, and stays so", async () => {
    const world = await twoVersions();
    const change = { from: "active", to: "withdrawn", reason } as const;
    expect(await world.as(world.adopter, (work) => changeModelStatus(work, "provare", change))).toMatchObject(
      {
        ok: true,
      },
    );
    for (const run of [
      () => world.as(null, (work) => viewModel(work, "provare", null)),
      () => world.as(world.lead, (work) => viewHistory(work, "provare", ALL)),
      () => world.as(world.lead, (work) => beginRevision(work, "provare", 1)),
      () =>
        world.as(world.adopter, (work) =>
          changeModelStatus(work, "provare", { from: "withdrawn", to: "active", reason }),
        ),
    ])
      await expect(run()).rejects.toThrow(NotFound);
  });

  test("doesn't change without a reason, nor for a very long one, nor by others than the adopter", async () => {
    const world = await twoVersions();
    const change = (why: string) => ({ from: "active", to: "dormant" as const, reason: why });
    const as = (why: string) =>
      world.as(world.adopter, (work) => changeModelStatus(work, "provare", change(why)));
    expect(await as("")).toMatchObject({ ok: false, reasons: [{ code: "no-reason", field: "reason" }] });
    expect(await as("å".repeat(2001))).toMatchObject({ ok: false, reasons: [{ code: "reason-too-long" }] });
    for (const actor of [world.lead, world.employee, null])
      await expect(
        world.as(actor, (work) => changeModelStatus(work, "provare", change(reason))),
      ).rejects.toThrow(NotFound);
    expect((await world.history()).status).toBe("active");
  });

  test("its history only grows, whoever asks", async () => {
    const world = await twoVersions();
    for (const statement of ["update model_event set reason = 'annat'", "delete from model_event"])
      await expect(world.as(null, ({ tx }) => sql.raw(statement).execute(tx))).rejects.toThrow("model_event");
    await expect(database.ownerPool.query("truncate model_event")).rejects.toThrow("model_event");
    expect(await world.said()).not.toEqual([]);
  });
});

describe("MOD-11: comparing", () => {
  test("a writer compares the draft with the one in force; the public has nothing to compare", async () => {
    const world = await twoVersions();
    const view = await world.as(world.lead, (work) =>
      viewDifference(work, "provare", { from: null, to: null }),
    );
    expect([view.before.number, view.after.number, view.counts.reworded]).toEqual([1, 2, 1]);
    await expect(
      world.as(null, (work) => viewDifference(work, "provare", { from: null, to: null })),
    ).rejects.toThrow(NotFound);
    await expect(
      world.as(null, (work) => viewDifference(work, "provare", { from: 1, to: 2 })),
    ).rejects.toThrow(NotFound);
  });

  test("MOD-14: what is internal is in no difference that the public reads", async () => {
    const world = await twoVersions();
    await world.add(
      small.replace("version: 1", "version: 3").replace("Du leder försök.", "Du leder hemliga försök."),
    );
    await world.adopt("provare", 3, { inForceFrom: TODAY });
    const seen = (actor: typeof world.lead | null) =>
      world.as(actor, (work) => viewDifference(work, "provare", { from: 1, to: 3 }));
    expect(JSON.stringify(await seen(world.employee))).toContain("hemliga");
    expect(JSON.stringify(await seen(null))).not.toContain("hemliga");
  });
});
