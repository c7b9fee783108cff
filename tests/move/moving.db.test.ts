import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { changeSettings } from "../../src/organisation/keep-settings.ts";
import { settings } from "../../src/organisation/store.ts";
import type { Settings } from "../../src/organisation/rules.ts";
import { applyForMove, viewMyMoves, withdrawApplication } from "../../src/move/apply.ts";
import { declineApplication } from "../../src/move/decline-application.ts";
import { keepPosts, viewPosts } from "../../src/move/keep-posts.ts";
import { placePerson } from "../../src/move/place-person.ts";
import { finishMoveTask, viewMoveTasks } from "../../src/move/tasks.ts";
import { viewPersonMoves } from "../../src/move/view-person-moves.ts";
import { writePlace, type Draft } from "../../src/placement/rules.ts";
import { placements } from "../../src/placement/store.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import { NotFound } from "../../src/shared/result.ts";
import { TODAY } from "../placement/world.ts";
import { gapWorld } from "../gap/world.ts";
import { show } from "../assessment/facts.ts";
import { testDatabase } from "../support/database.ts";

const world = await gapWorld(await testDatabase());
const { model, rehab } = world;
const [atBasic, atSkilled, atExpert] = [newId(), newId(), newId()];
const { number } = await world.draft([
  { id: atBasic },
  { id: atSkilled, levelId: model.skilled },
  { id: atExpert, levelId: model.expert },
]);
await world.adopt(number, "2026-01-01");
const vera = await world.person("Vera Ek");
const karin = await world.person("Karin Öhman");
await world.manage(vera, world.care);
await world.manage(karin, rehab);
await world.hire(karin, { from: "2020-01-01" });
const lead = await world.withRole("process_lead");
const admin = await world.withRole("administrator");
const hr = await world.withRole("hr_handler");

beforeEach(() => world.on(TODAY));

type Person = Actor & { personId: Id };
const prove = (who: Person, itemIds: readonly Id[], issued_on = "2022-01-01") =>
  show(world, { who, by: karin }, itemIds, { issued_on, authority_id: world.care });
const ruled = (change: Partial<Settings>) =>
  world.as(admin, async (work) => changeSettings(work, { ...(await settings(work)), ...change }));
/** Somebody in Rehab who is placed at the innermost level, and meets these. */
const staff = async (name: string, met: readonly Id[] = []): Promise<Person> => {
  const person = await world.person(name);
  await world.hire(person);
  await world.place(person, {}, { authority_id: world.care });
  if (met.length > 0) await prove(person, met);
  return person;
};
const history = ({ personId }: Person) => world.as(null, (work) => placements(work, [personId]));
const move = async (
  who: Actor,
  person: Person,
  place: string,
  rest: { despite?: string; corrects?: boolean; draft?: Partial<Draft> } = {},
) => {
  const follows = (await history(person)).find(({ corrected }) => !corrected)?.id ?? null;
  const draft = {
    place,
    dialogueOn: "2026-11-10",
    basis: "development-talk",
    motivation: "Vi är överens.",
    ...rest.draft,
  };
  return world.as(who, (work) =>
    placePerson(work, {
      personId: person.personId,
      modelId: model.modelId,
      draft,
      follows,
      corrects: rest.corrects ?? false,
      despite: rest.despite ?? "",
    }),
  );
};
const now = async (person: Person) =>
  (await history(person)).find(({ corrected, to }) => !corrected && to === null);
const DONE = { ok: true, value: null };
const need = (people: number, levelId: Id, unitId = rehab) =>
  world.put("need", {
    id: newId(),
    unit_id: unitId,
    model_id: model.modelId,
    level_id: levelId,
    people,
    valid_from: "2026-01-01",
    set_by: karin.accountId,
    set_at: "2026-01-01T08:00:00Z",
  });

describe("PLC-3 the move rule in the decision", () => {
  test("present and target: refused with every reason, and nothing is done; met, it is made", async () => {
    await ruled({ moveRule: "present-and-target" });
    const anna = await staff("Anna Berg");
    const refusal = await move(karin, anna, model.skilled);
    expect(refusal).toMatchObject({
      ok: false,
      reasons: [
        { code: "unmet", data: { level: "Bas", text: "Kurs 0", by: "course" } },
        { code: "unmet", data: { level: "Skicklig", text: "Kurs 1", by: "course" } },
      ],
    });
    expect(await now(anna)).toMatchObject({ levelId: model.basic });
    await prove(anna, [atBasic, atSkilled]);
    expect(await move(karin, anna, model.skilled)).toMatchObject({ ok: true });
    expect(await now(anna)).toMatchObject({ levelId: model.skilled, despite: "", unmet: [] });
  });

  test("ASM-5 it is asked of the day of the dialogue: what is issued the day after doesn't count", async () => {
    const bo = await staff("Bo Dahl", [atBasic]);
    await prove(bo, [atSkilled], "2026-11-11");
    expect(await move(karin, bo, model.skilled)).toMatchObject({ ok: false });
    const draft = { dialogueOn: "2026-11-11" };
    expect(await move(karin, bo, model.skilled, { draft })).toMatchObject({ ok: true });
  });

  test("cumulative: what all levels before ask, too", async () => {
    await ruled({ moveRule: "cumulative" });
    const cia = await staff("Cia Ek", [atBasic, atExpert]);
    expect(await move(karin, cia, model.expert)).toMatchObject({
      ok: false,
      reasons: [{ code: "unmet", data: { level: "Skicklig" } }],
    });
  });

  test("advisory: over what isn't met for a reason, which stands in the history with what it was", async () => {
    await ruled({ moveRule: "advisory" });
    const dan = await staff("Dan Fors");
    expect(await move(karin, dan, model.skilled)).toMatchObject({
      ok: false,
      reasons: [{ code: "unmet" }, { code: "despite-missing", field: "despite" }],
    });
    expect(await move(karin, dan, model.skilled, { despite: "Kursen ställdes in." })).toMatchObject({
      ok: true,
    });
    expect(await now(dan)).toMatchObject({
      despite: "Kursen ställdes in.",
      unmet: [{ level: "Skicklig", track: null, unmet: [{ text: "Kurs 1", by: "course", on: null }] }],
    });
    const rewrite = world.as(null, ({ tx }) =>
      tx
        .updateTable("placement")
        .set({ despite: "Något annat." })
        .where("person_id", "=", dan.personId)
        .where("despite", "<>", "")
        .execute(),
    );
    await expect(rewrite).rejects.toThrow("a placement is not rewritten");
  });

  test("PLC-6 inward asks for nothing, and the first placement isn't a move", async () => {
    await ruled({ moveRule: "cumulative" });
    const eva = await world.person("Eva Gran");
    await world.hire(eva);
    expect(await move(karin, eva, model.expert)).toMatchObject({ ok: true });
    expect(await move(karin, eva, model.basic, { draft: { dialogueOn: "2026-11-12" } })).toMatchObject({
      ok: true,
    });
  });

  test("to put a placement right is no way around the rule", async () => {
    await ruled({ moveRule: "cumulative" });
    const finn = await staff("Finn Hed", [atBasic, atSkilled]);
    expect(await move(karin, finn, model.skilled)).toMatchObject({ ok: true });
    const correction = await move(karin, finn, model.expert, { corrects: true });
    expect(correction).toMatchObject({ ok: false, reasons: [{ code: "unmet", data: { level: "Expert" } }] });
  });
});

describe("PLC-4, NED-1 posts and needs", () => {
  test("a post takes a free need, also when two decide at once about the last one", async () => {
    await ruled({ moveRule: "advisory" });
    const all = [atBasic, atSkilled, atExpert];
    const [gun, hans] = [await staff("Gun Ivar", all), await staff("Hans Jern", all)];
    const was: Id[] = [];
    expect(
      await world.as(lead, (work) => keepPosts(work, "fysio", { levelIds: [model.expert], was })),
    ).toEqual(DONE);
    expect(await move(karin, gun, model.expert)).toMatchObject({ reasons: [{ code: "no-need-stated" }] });
    const there = await world.as(
      null,
      async ({ tx }) =>
        (
          await sql<{
            n: number;
          }>`select count(distinct person_id)::int as n from placement where level_id = ${model.expert} and not corrected and valid_to is null`.execute(
            tx,
          )
        ).rows[0]?.n,
    );
    await need((there ?? 0) + 1, model.expert, world.care);
    const both = await Promise.all([move(karin, gun, model.expert), move(karin, hans, model.expert)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reasons: [{ code: "no-free-need" }] });
  });

  test("only process leads say which levels are posts, on what they have seen", async () => {
    const keep = (who: Actor, was: readonly Id[]) =>
      world.as(who, (work) => keepPosts(work, "fysio", { levelIds: [], was }));
    await expect(keep(karin, [model.expert])).rejects.toThrow(NotFound);
    expect(await keep(lead, [])).toMatchObject({ ok: false, reasons: [{ code: "stale" }] });
    expect(await keep(lead, [model.expert])).toEqual(DONE);
    expect(
      (await world.as(lead, (work) => viewPosts(work, "fysio"))).levels.map(({ isPost }) => isPost),
    ).toEqual([false, false, false]);
  });
});

describe("PLC-4 applying", () => {
  const apply = (who: Actor, place: string, words = "Jag vill handleda.") =>
    world.as(who, (work) => applyForMove(work, { modelId: model.modelId, place, words }));
  const decline = (
    who: Actor,
    { personId }: Person,
    applicationId: Id,
    declinedFor = "need",
    answer = "Behovet är fyllt.",
  ) => world.as(who, (work) => declineApplication(work, { personId, applicationId, declinedFor, answer }));
  const open = async (person: Person) => {
    const result = await apply(person, model.skilled);
    if (!result.ok) throw new Error(JSON.stringify(result.reasons));
    return result.value;
  };

  test("one at a time, taken back by oneself, answered by the manager in words", async () => {
    const ida = await staff("Ida Karl");
    expect(await apply(ida, "")).toMatchObject({ reasons: [{ code: "missing", field: "place" }] });
    expect(await apply(ida, model.basic)).toMatchObject({ reasons: [{ code: "same-place" }] });
    expect(await apply(ida, writePlace(model.basic, newId()))).toMatchObject({
      reasons: [{ code: "unknown-level" }],
    });
    expect(await apply(ida, model.skilled, "  ")).toMatchObject({
      reasons: [{ code: "missing", field: "words" }],
    });
    const first = await open(ida);
    expect(await apply(ida, model.expert)).toMatchObject({ reasons: [{ code: "applied-already" }] });
    expect(await world.as(ida, (work) => withdrawApplication(work, first))).toEqual(DONE);
    const second = await open(ida);
    expect(await decline(karin, ida, second, "", " ")).toMatchObject({
      reasons: [
        { code: "missing", field: "declinedFor" },
        { code: "missing", field: "answer" },
      ],
    });
    expect(await decline(karin, ida, second)).toEqual(DONE);
    expect(await decline(karin, ida, second)).toMatchObject({ reasons: [{ code: "answered-already" }] });
    const { earlier } = await world.as(ida, viewMyMoves);
    expect(earlier.map(({ outcome, declinedFor, answer }) => [outcome, declinedFor, answer])).toEqual([
      ["declined", "need", "Behovet är fyllt."],
      ["withdrawn", null, ""],
    ]);
  });

  test("ORG-4, ORG-8 nobody else's: not there for others, nor answered by oneself", async () => {
    const [jon, lisa] = [await staff("Jon Lind"), await staff("Lisa Moe")];
    const id = await open(jon);
    for (const who of [lisa, lead, hr, jon]) await expect(decline(who, jon, id)).rejects.toThrow(NotFound);
    await expect(decline(karin, lisa, id)).rejects.toThrow(NotFound);
    await expect(world.as(lisa, (work) => withdrawApplication(work, id))).rejects.toThrow(NotFound);
    await expect(world.as(lisa, (work) => viewPersonMoves(work, jon.personId))).rejects.toThrow(NotFound);
  });

  test("to be placed there grants it; what was asked is never rewritten", async () => {
    const mia = await staff("Mia Ny", [atBasic, atSkilled]);
    const id = await open(mia);
    expect(await move(karin, mia, model.skilled)).toMatchObject({ ok: true });
    expect((await world.as(mia, viewMyMoves)).earlier).toMatchObject([{ id, outcome: "granted" }]);
    const rewrite = world.as(null, ({ tx }) =>
      tx.updateTable("move_application").set({ words: "Annat." }).where("id", "=", id).execute(),
    );
    await expect(rewrite).rejects.toThrow("an application is only ended");
  });

  test("it lapses when the person leaves the profession", async () => {
    const nils = await staff("Nils Ost");
    const id = await open(nils);
    await world.as(null, async (work) => {
      await sql`update employment_period set valid_to = ${TODAY} where person_id = ${nils.personId}`.execute(
        work.tx,
      );
      await work.publish("employments-changed", { personIds: [nils.personId], on: TODAY });
    });
    const row = await world.as(null, ({ tx }) =>
      tx.selectFrom("move_application").select("outcome").where("id", "=", id).executeTakeFirst(),
    );
    expect(row).toEqual({ outcome: "lapsed" });
  });
});

describe("PLC-7 what a move sets off", () => {
  test("tasks with owners, done once by those who see to them", async () => {
    await ruled({ moveRule: "advisory", titleTaskOf: "hr", agreementTaskOf: "manager" });
    const title = { model_id: model.modelId, level_id: model.skilled, position: 0, title: "Fysioterapeut 2" };
    await world.put("local_title_list", {
      model_id: model.modelId,
      revision: 1,
      updated_by: karin.accountId,
      updated_at: "2026-01-01T08:00:00Z",
    });
    await world.put("local_title", title);
    const olle = await staff("Olle Palm", [atBasic, atSkilled]);
    expect(await move(karin, olle, model.skilled)).toMatchObject({ ok: true });
    const about = async (who: Actor) =>
      (await world.as(who, viewMoveTasks)).filter(({ personId }) => personId === olle.personId);
    expect((await about(hr)).map(({ kind, title: name }) => [kind, name])).toEqual([
      ["title", "Fysioterapeut 2"],
    ]);
    expect((await about(karin)).map(({ kind }) => kind).toSorted()).toEqual(["agreement", "title"]);
    const [task] = await about(hr);
    const agreement = (await about(karin)).find(({ kind }) => kind === "agreement");
    if (!task || !agreement) throw new Error("no tasks");
    const finish = (who: Actor, id: Id) => world.as(who, (work) => finishMoveTask(work, id));
    await expect(finish(hr, agreement.id)).rejects.toThrow(NotFound);
    await expect(finish(olle, task.id)).rejects.toThrow(NotFound);
    await expect(finish(lead, task.id)).rejects.toThrow(NotFound);
    expect(await finish(hr, task.id)).toEqual(DONE);
    expect(await finish(karin, task.id)).toMatchObject({ reasons: [{ code: "done-already" }] });
    expect(await about(hr)).toEqual([]);
    await expect(world.as(olle, viewMoveTasks)).rejects.toThrow(NotFound);
  });

  test("a step that changes nothing sets nothing off, and a first placement neither", async () => {
    const pia = await world.person("Pia Qvist");
    await world.hire(pia);
    expect(await move(karin, pia, model.basic)).toMatchObject({ ok: true });
    const { tasks } = await world.as(karin, (work) => viewPersonMoves(work, pia.personId));
    expect(tasks).toEqual([]);
  });

  test("ORG-7 nothing about somebody with protected identity stands in HR's list; their manager sees to it", async () => {
    const rut = await world.person("Rut Skydd", { protected_identity: true });
    await world.hire(rut);
    await world.place(rut, {}, { authority_id: world.care });
    await prove(rut, [atBasic, atSkilled]);
    expect(await move(karin, rut, model.skilled)).toMatchObject({ ok: true });
    const isAboutRut = ({ personId }: { personId: Id }) => personId === rut.personId;
    expect((await world.as(hr, viewMoveTasks)).some(isAboutRut)).toBe(false);
    const own = (await world.as(karin, viewMoveTasks)).filter(isAboutRut);
    expect(own).toHaveLength(2);
    await expect(world.as(hr, (work) => finishMoveTask(work, own[0]?.id ?? ""))).rejects.toThrow(NotFound);
  });
});
