import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { placePerson } from "../../src/move/place-person.ts";
import { answerPlacementView, viewPlacementViews } from "../../src/placement/answer-view.ts";
import { respond } from "../../src/placement/respond.ts";
import { viewMyPlacement } from "../../src/placement/view-my-placement.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import { NotFound } from "../../src/shared/result.ts";
import { testDatabase } from "../support/database.ts";
import { placementWorld } from "./world.ts";

const world = await placementWorld(await testDatabase());
const { model, rehab } = world;
const stefan = await world.person("Stefan Ott");
const vera = await world.person("Vera Ek");
const karin = await world.person("Karin Öhman");
const dan = await world.person("Dan Ask");
await world.manage(stefan, world.root);
await world.manage(vera, world.care);
await world.manage(karin, rehab);
await world.deputise(dan, rehab, { from: "2026-11-01", to: "2026-12-20" });

type Person = Actor & { personId: Id };
const DONE = { ok: true, value: null };

/** Somebody whom their manager has placed. */
async function placed(
  name: string,
  unitId = rehab,
  by: Actor = karin,
): Promise<{ who: Person; placementId: Id }> {
  const who = await world.person(name);
  await world.employ(who, unitId, { from: "2022-01-01" });
  const draft = {
    place: model.basic,
    dialogueOn: "2026-11-10",
    basis: "development-talk",
    motivation: "Vi har gått igenom nivån.",
  };
  const { personId } = who;
  const decided = await world.as(by, (work) =>
    placePerson(work, { personId, modelId: model.modelId, draft, follows: null, corrects: false }),
  );
  if (!decided.ok) throw new Error(JSON.stringify(decided.reasons));
  const placementId = (await mine(who)).id;
  return { who, placementId };
}
const mine = async (who: Person) => {
  const [current] = (await world.as(who, viewMyPlacement)).current;
  if (!current) throw new Error("nothing is in force");
  return current;
};
const differ = (who: Person, placementId: Id, toAbove = true, withRepresentative = true) =>
  world.as(who, (work) =>
    respond(work, {
      placementId,
      kind: "other-view",
      words: "Jag leder redan.",
      toAbove,
      withRepresentative,
    }),
  );
const waiting = async (as: Actor) => (await world.as(as, viewPlacementViews)).map(({ personId }) => personId);
const answer = (as: Actor, responseId: Id, words: string) =>
  world.as(as, (work) => answerPlacementView(work, { responseId, words }));

describe("PLC-9 another view on a placement, to the manager above", () => {
  test("it waits for the one above whoever decided, is answered in writing once, and both stay", async () => {
    const { who, placementId } = await placed("Anna Berg");
    expect((await mine(who)).above).toBe("Vera Ek");
    expect(await differ(who, placementId)).toEqual(DONE);
    expect(await waiting(vera)).toEqual([who.personId]);
    for (const as of [karin, stefan]) expect(await waiting(as)).not.toContain(who.personId);
    for (const as of [dan, who, null]) await expect(waiting(as as Actor)).rejects.toThrow(NotFound);
    const [response] = (await mine(who)).responses;
    expect(response).toMatchObject({ toAbove: true, withRepresentative: true, answer: null });
    const id = response?.id ?? "";
    for (const as of [karin, stefan, who]) await expect(answer(as, id, "Ja.")).rejects.toThrow(NotFound);
    await expect(answer(vera, newId(), "Ja.")).rejects.toThrow(NotFound);
    expect(await answer(vera, id, " ")).toMatchObject({
      reasons: [{ code: "missing", field: `words-${id}` }],
    });
    expect(await answer(vera, id, "Jag har pratat med er båda.")).toEqual(DONE);
    await expect(answer(vera, id, "En gång till.")).rejects.toThrow(NotFound);
    expect((await mine(who)).responses).toMatchObject([
      { words: "Jag leder redan.", answer: { words: "Jag har pratat med er båda.", by: "Vera Ek" } },
    ]);
    expect(await waiting(vera)).toEqual([]);
    const reads = await world.as(null, ({ tx }) =>
      tx.selectFrom("access_log").select("basis").where("what", "=", "placement-view").execute(),
    );
    expect(new Set(reads.map(({ basis }) => basis))).toEqual(new Set(["manager-above"]));
  });

  test("a view that isn't sent further waits for nobody", async () => {
    const { who, placementId } = await placed("Bo Dahl");
    expect(await differ(who, placementId, false)).toEqual(DONE);
    expect(await waiting(vera)).not.toContain(who.personId);
    expect((await mine(who)).responses).toMatchObject([{ toAbove: false, withRepresentative: false }]);
  });

  test("ORG-2: in a unit without a manager who is its authority's there is nobody above, and that is said", async () => {
    const elin = await world.person("Elin Ek");
    await world.manage(elin, world.school);
    const { who, placementId } = await placed("Cia Falk", world.pupilHealth, elin);
    expect((await mine(who)).above).toBe("Stefan Ott");
    // The one above the authority's own manager answers; where there is none, nobody does.
    await world.as(null, ({ tx }) =>
      tx
        .updateTable("unit_manager")
        .set({ valid_to: "2026-11-01" })
        .where("unit_id", "=", world.root)
        .execute(),
    );
    expect((await mine(who)).above).toBeNull();
    expect(await differ(who, placementId)).toMatchObject({
      reasons: [{ code: "nobody-above", field: "toAbove" }],
    });
    expect((await mine(who)).responses).toEqual([]);
  });

  test("the database lets nobody answer what they decided, nor for themself, nor twice", async () => {
    const { who, placementId } = await placed("Disa Ek");
    await differ(who, placementId);
    const id = (await mine(who)).responses[0]?.id ?? "";
    const put = (by: Id) =>
      world.put("placement_view_answer", { response_id: id, words: "Ja.", answered_by: by, at: new Date() });
    for (const by of [karin, who])
      await expect(put(by.personId)).rejects.toMatchObject({ constraint: "view_answered_from_above" });
    await put(vera.personId);
    await expect(put(vera.personId)).rejects.toMatchObject({ code: "23505" });
    await expect(
      world.as(null, ({ tx }) => sql`update placement_view_answer set words = 'Nej.'`.execute(tx)),
    ).rejects.toMatchObject({ code: "42501" });
  });
});
