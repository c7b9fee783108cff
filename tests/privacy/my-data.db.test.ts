/** What is held about somebody, what they say of it and are answered (ASM-4). */
import { expect, test } from "vitest";
import { addEvidence } from "../../src/evidence/add-evidence.ts";
import { changeOwnEvidence } from "../../src/evidence/change-evidence.ts";
import { addActivity } from "../../src/plan/keep-activity.ts";
import { addGoal } from "../../src/plan/keep-goal.ts";
import { answerRequest, sayAbout, viewOpenRequests } from "../../src/privacy/say-about.ts";
import { viewMyData } from "../../src/privacy/view-my-data.ts";
import { viewPersonEvidence } from "../../src/evidence/view-person-evidence.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { NotFound, type Result } from "../../src/shared/result.ts";
import { newId } from "../../src/shared/ids.ts";
import { testDatabase } from "../support/database.ts";
import { COURSE, evidenceWorld } from "../evidence/world.ts";

const world = await evidenceWorld(await testDatabase());
const [karin, anna, kim] = [
  await world.person("Karin Chef"),
  await world.person("Anna Ek"),
  await world.person("Kim Kollega"),
];
await world.manage(karin, world.rehab);
await world.employ(anna, world.rehab, { from: "2024-01-01" });
await world.employ(kim, world.rehab, { from: "2024-01-01" });
const handler = world.grant(await world.person("Petra HR"), { role: "hr_handler" });

const codes = (result: Result<unknown>) => (result.ok ? [] : result.reasons.map(({ code }) => code));
const say = (who: Actor, about: string, kind: string, words: string) =>
  world.as(who, (work) => sayAbout(work, { about, kind, words }));
const open = async (who: Actor) =>
  (await world.as(who, viewOpenRequests)).requests.map(({ words, id }) => ({ words, id }));
const answer = (who: Actor, requestId: string, words = "Nu är det rättat.", outcome = "corrected") =>
  world.as(who, (work) => answerRequest(work, { requestId, outcome, words }));

test("ASM-4: the person sees all that is held about them, and who has read it", async () => {
  await world.as(anna, (work) =>
    addEvidence(work, { personId: anna.personId, draft: COURSE, check: null, renewsId: null }),
  );
  await world.as(karin, (work) => viewPersonEvidence(work, anna.personId));
  const mine = await world.as(anna, viewMyData);
  expect(mine.register).toMatchObject({ givenName: "Anna", periods: [{ unitName: "Rehab" }], leaves: [] });
  expect(mine.evidence.pieces).toMatchObject([{ what: COURSE.what, standing: "waiting" }]);
  expect(mine.reads).toMatchObject({ total: 1, reads: [{ reader: "Karin Chef", what: "evidence" }] });
  expect(mine.assessments).toEqual([]);
  const guest = { ...anna, personId: null };
  await expect(world.as(guest, viewMyData)).rejects.toThrow(NotFound);
});

test("ASM-4: what is wrong is told at once, and nothing is kept of it", async () => {
  expect(codes(await say(anna, "evidence", "", ""))).toEqual(["missing", "missing"]);
  expect(codes(await say(anna, "evidence", "comment", "x".repeat(4001)))).toEqual(["too-long"]);
  await expect(say(anna, "lön", "comment", "Mer.")).rejects.toThrow(NotFound);
  expect((await world.as(anna, viewMyData)).requests).toEqual([]);
});

test("ASM-4, ORG-4: a request goes to whoever answers for it, never to the person, and both texts stay", async () => {
  await say(anna, "register", "correction", "Jag började 2023.");
  await say(anna, "evidence", "correction", "Kursen var i mars.");
  await say(anna, "evidence", "comment", "Jag har fler intyg hemma.");
  const [atKarin, atPetra] = [await open(karin), await open(handler)];
  expect(atKarin.map(({ words }) => words)).toEqual(["Kursen var i mars."]);
  expect(atPetra.map(({ words }) => words)).toEqual(["Jag började 2023."]);
  const comments = async (who: Actor) =>
    (await world.as(who, viewOpenRequests)).comments.map(({ words }) => words);
  expect([await comments(karin), await comments(handler)]).toEqual([["Jag har fler intyg hemma."], []]);
  const [course = "", began = ""] = [atKarin[0]?.id, atPetra[0]?.id];
  await expect(open(anna)).rejects.toThrow(NotFound);
  for (const stranger of [anna, kim, handler])
    await expect(answer(stranger, course)).rejects.toThrow(NotFound);
  await expect(answer(karin, began)).rejects.toThrow(NotFound);
  await expect(answer(karin, newId())).rejects.toThrow(NotFound);
  expect(codes(await answer(karin, course, "", ""))).toEqual(["missing", "missing"]);
  expect(codes(await answer(karin, course, "Intyget säger april.", "kept"))).toEqual([]);
  expect(codes(await answer(karin, course))).toEqual(["answered-already"]);
  expect(codes(await answer(handler, began))).toEqual([]);
  expect(await open(karin)).toEqual([]);
  const { requests } = await world.as(anna, viewMyData);
  expect(requests.find(({ id }) => id === course)).toMatchObject({
    words: "Kursen var i mars.",
    answer: { outcome: "kept", words: "Intyget säger april.", by: "Karin Chef" },
  });
  expect(requests).toHaveLength(3);
});

test("ASM-4: a request names the one record that it is about, as it was called, and only one's own", async () => {
  const [mine, other] = (await world.as(anna, viewMyData)).evidence.pieces;
  if (!mine || other) throw new Error("one piece is expected");
  const about = (who: Actor, kind: string, recordId: string | null) =>
    world.as(who, (work) =>
      sayAbout(work, { about: kind, kind: "correction", words: "Kursen var i mars.", recordId }),
    );
  expect(codes(await about(anna, "evidence", mine.id))).toEqual([]);
  const name = `${COURSE.what}, ${COURSE.issuedOn}`;
  const [asked] = (await world.as(karin, viewOpenRequests)).requests;
  expect(asked?.record).toEqual({ id: mine.id, name });
  await world.as(anna, (work) =>
    changeOwnEvidence(work, {
      personId: anna.personId ?? "",
      evidenceId: mine.id,
      revision: mine.revision,
      draft: { ...COURSE, what: "Rättad" },
    }),
  );
  const { requests } = await world.as(anna, viewMyData);
  expect(requests.flatMap(({ record }) => record ?? [])).toEqual([{ id: mine.id, name }]);
  for (const [who, kind, id] of [
    [kim, "evidence", mine.id],
    [anna, "placements", mine.id],
    [anna, "register", mine.id],
    [anna, "evidence", newId()],
    [anna, "evidence", "1"],
  ] as const)
    await expect(about(who, kind, id)).rejects.toThrow(NotFound);
});

test("ASM-4, PLN-1: a part of one's plan is asked about by its name, and answered by whoever decides for the person", async () => {
  const text = { kind: "upskilling", title: "Handleda studenter", use: "", mentor: "", until: "2027-06-01" };
  const goal = await world.as(kim, (work) => addGoal(work, kim.personId, text));
  if (!goal.ok) throw new Error("no goal");
  const doing = {
    title: "Hospitering",
    entryId: "",
    goalId: goal.value,
    owner: "self",
    mentor: "",
    from: "",
  };
  const activity = await world.as(karin, (work) =>
    addActivity(work, kim.personId, { ...doing, until: "2027-01-14" }),
  );
  if (!activity.ok) throw new Error("no activity");
  const ask = (who: Actor, recordId: string) =>
    world.as(who, (work) =>
      sayAbout(work, { about: "plan", kind: "correction", words: "Det var i Uddevalla.", recordId }),
    );
  for (const part of [goal.value, activity.value]) {
    expect(codes(await ask(kim, part))).toEqual([]);
    await expect(ask(anna, part)).rejects.toThrow(NotFound);
  }
  const waiting = (await world.as(karin, viewOpenRequests)).requests.filter(({ about }) => about === "plan");
  expect(new Map(waiting.map(({ record }) => [record?.id, record?.name]))).toEqual(
    new Map([
      [goal.value, "Handleda studenter, 2027-06-01"],
      [activity.value, "Hospitering, 2027-01-14"],
    ]),
  );
  expect((await open(handler)).map(({ id }) => id)).not.toContain(waiting[0]?.id);
  await expect(answer(handler, waiting[0]?.id ?? "")).rejects.toThrow(NotFound);
  expect(codes(await answer(karin, waiting[0]?.id ?? ""))).toEqual([]);
});

test("ASM-4: what was said and answered never changes, in the database as well", async () => {
  for (const table of ["data_request", "data_answer"] as const)
    await expect(
      world.as(null, ({ tx }) => tx.updateTable(table).set({ words: "Annat." }).execute()),
    ).rejects.toThrow(/append-only|permission denied/);
});
