/** Assessing apart and meeting over the API (INT-3, ASM-1, ORG-4): the same rules as on the pages, and whose token may speak for whom. */
import { describe, expect, test } from "vitest";
import { operator } from "../../src/identity/keep-accounts.ts";
import { makeTokenAsOperator, makeTokenFor } from "../../src/identity/keep-tokens.ts";
import type { Actor } from "../../src/shared/actor.ts";
import type { Id } from "../../src/shared/ids.ts";
import { newId } from "../../src/shared/ids.ts";
import { apiOf, reasonsIn, type Answer, type Sent } from "../api/site.ts";
import { testDatabase } from "../support/database.ts";
import { assessedUnit } from "./unit.ts";

const { world, judges, leads, karin, dan, employee } = await assessedUnit(await testDatabase());
const { ask, token, account } = apiOf(world);
const { modelId, skilled } = world.model;

/** What somebody asks with a token that they have made themself. */
async function client(who: Actor) {
  const own = (await token(who.accountId)).text;
  return (method: string, path: string, body?: unknown, headers: Sent["headers"] = {}) =>
    ask(method, path, { token: own, headers, ...(body === undefined ? {} : { body }) });
}
type Client = Awaited<ReturnType<typeof client>>;
const tagOf = ({ headers }: Answer) => headers.get("ETag") ?? "";
const save = async (by: Client, path: string, statements: readonly object[], tag?: string) =>
  by(
    "PATCH",
    `${path}/sheet`,
    { statements },
    { "If-Match": tag ?? tagOf(await by("GET", `${path}/sheet`)) },
  );
const chief = await client(karin);

/** An employee with an assessment that they have begun: with the addresses of it on each side. */
async function begun() {
  const { who } = await employee();
  const self = await client(who);
  const { json } = await self("POST", "/my/assessments", { modelId, levelId: skilled });
  const id = String(json["id"]);
  return { who, self, own: `/my/assessments/${id}`, theirs: `/people/${who.personId}/assessments/${id}` };
}
const line = (itemId: Id, step: number | null, words = "") => ({ itemId, step, words });

describe("ASM-1 two who assess apart, and meet", () => {
  test("nothing of what one has written is the other's before both are in; then both read both, and agree", async () => {
    const { self, own, theirs } = await begun();
    expect((await self("GET", own)).json).toMatchObject({
      assessment: { level: "Skicklig", scale: ["med stöd", "självständigt", "leder andra"] },
      acts: ["write", "decline"],
      reads: ["self"],
    });
    const saved = await save(self, own, [line(judges, 3, "Hemliga ord."), line(leads, null, "Bara ord.")]);
    expect(saved.status).toBe(200);
    expect(saved.json["statements"]).toMatchObject([
      { itemId: judges, heading: "Arbetet", step: 3, words: "Hemliga ord." },
      { itemId: leads, heading: "Tillsammans", step: null, words: "Bara ord." },
    ]);
    const everything = async () =>
      (
        await Promise.all([
          chief("GET", theirs),
          chief("GET", `${theirs}/sheet`),
          chief("GET", theirs.replace(/\/[^/]+$/, "")),
          chief("GET", `/units/${world.rehab}/assessments?limit=200`),
        ])
      )
        .map(({ status, text }) => `${status} ${text}`)
        .join("\n");
    expect(await everything()).not.toMatch(/ord\./);
    expect((await self("POST", `${own}/hand-in`)).json).toMatchObject({ acts: [], reads: ["self"] });
    expect(await everything()).not.toMatch(/ord\.|^(?!200)/m);
    expect(reasonsIn(await chief("POST", `${theirs}/open`))).toEqual(["both-first"]);
    expect((await save(chief, theirs, [line(judges, 1, "Chefens hemliga.")])).status).toBe(200);
    expect(await everything()).not.toMatch(/Hemliga ord/);
    expect((await self("GET", own)).text).not.toContain("Chefens");
    const opened = await chief("POST", `${theirs}/hand-in`);
    expect(opened.json).toMatchObject({
      assessment: { openedHow: "both-in" },
      reads: ["self", "manager"],
      statements: [
        { self: { step: 3, words: "Hemliga ord." }, manager: { step: 1 }, outcome: null, since: null },
        { self: { step: null, words: "Bara ord." }, manager: { step: null } },
      ],
    });
    expect((await self("GET", own)).text).toContain("Chefens hemliga.");

    const agree = (more: object, headers = {}) =>
      chief("POST", `${theirs}/outcomes`, { itemId: judges, met: false, follows: null, ...more }, headers);
    const key = { "Idempotency-Key": newId() };
    const first = await agree({ words: "I mars." }, key);
    expect([first.status, first.json]).toMatchObject([201, { met: false, by: "Karin Öhman" }]);
    expect((await agree({ words: "I mars." }, key)).text).toBe(first.text);
    const late = await agree({ met: true });
    expect([late.status, ...reasonsIn(late)]).toEqual([409, `changed-by-other words-${judges}`]);
    expect((await agree({ met: true, follows: first.json["id"] })).status).toBe(201);
    expect((await agree({ itemId: newId() })).status).toBe(404);
    expect(reasonsIn(await chief("POST", `${theirs}/end`, { leaveRest: false }))).toEqual(["left"]);
    expect((await chief("POST", `${theirs}/end`, { leaveRest: true })).json).toMatchObject({
      assessment: { endedHow: "rest-left" },
    });
    expect((await self("GET", own)).json["statements"]).toMatchObject([
      { outcome: { met: true } },
      { outcome: null },
    ]);
  });

  test("the self-assessment is declined, and the manager opens at the talk", async () => {
    const { self, own, theirs } = await begun();
    expect((await self("POST", `${own}/decline`)).json).toMatchObject({
      assessment: { sheets: { self: { state: "declined" } } },
    });
    expect(reasonsIn(await self("POST", `${own}/hand-in`))).toEqual(["already-declined"]);
    expect(reasonsIn(await chief("POST", `${theirs}/open`))).toEqual(["nothing-written"]);
    await save(chief, theirs, [line(judges, 2)]);
    for (const _ of [1, 2])
      expect((await chief("POST", `${theirs}/open`)).json).toMatchObject({
        assessment: { openedHow: "at-talk" },
      });
    expect(reasonsIn(await chief("POST", `${theirs}/cancel`))).toEqual(["opened"]);
  });
});

describe("INT-3 writing in a sheet", () => {
  test("needs the tag of what was read: 428 without, 412 with another; of 20 at once one gets in", async () => {
    const { self, own } = await begun();
    const body = { statements: [line(judges, 1)] };
    expect((await self("PATCH", `${own}/sheet`, body)).status).toBe(428);
    const tag = tagOf(await self("GET", `${own}/sheet`));
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        save(self, own, [line(at % 2 ? judges : leads, 1, `${at}`)], tag),
      ),
    );
    const told = Object.groupBy(answers, ({ status }) => status);
    expect([told[200]?.length, told[412]?.length]).toEqual([1, 19]);
    expect((await self("GET", `${own}/sheet`)).text).toBe(told[200]?.[0]?.text);
  });

  test("what is wrong is told where it stands, and nothing is saved; another statement isn't there", async () => {
    const { self, own } = await begun();
    const wrong = await save(self, own, [line(leads, 2, "Ja."), line(judges, 4, "x".repeat(1001))]);
    expect([wrong.status, ...reasonsIn(wrong)]).toEqual([
      422,
      "bad-step statements.1.step",
      "too-long statements.1.words",
    ]);
    expect(reasonsIn(await save(self, own, [line(judges, 1), line(judges, 2)]))).toEqual([
      "repeated statements",
    ]);
    expect((await save(self, own, [line(judges, 1), line(newId(), 1)])).status).toBe(404);
    expect((await self("GET", `${own}/sheet`)).text).not.toContain("Ja.");
    expect(reasonsIn(await self("POST", `${own}/hand-in`))).toEqual(["nothing-written"]);
  });

  test("begun and handed in at the same moment from two tabs: one assessment, handed in once", async () => {
    const { who } = await employee();
    const self = await client(who);
    const begin = () => self("POST", "/my/assessments", { modelId, levelId: skilled });
    const both = await Promise.all([begin(), begin()]);
    const [first, second] = both.toSorted((a, b) => a.status - b.status);
    const id = String(first?.json["id"]);
    expect([first?.status, second?.status]).toEqual([201, 409]);
    expect(second?.json["reasons"]).toEqual([{ code: "already-open", data: { id } }]);
    await save(self, `/my/assessments/${id}`, [line(judges, 1)]);
    const handIn = () => self("POST", `/my/assessments/${id}/hand-in`);
    const handed = await Promise.all([handIn(), handIn()]);
    expect(handed.map(({ status, json }) => [status, json["acts"]])).toEqual([
      [200, []],
      [200, []],
    ]);
    const late = await save(self, `/my/assessments/${id}`, [line(judges, 2)]);
    expect([late.status, ...reasonsIn(late)]).toEqual([409, "already-in"]);
  });
});

describe("ORG-4 whose token speaks for whom", () => {
  test("the person is nobody at the manager's addresses, the manager nobody at the person's, and one's deputy neither", async () => {
    const { self, own, theirs } = await begun();
    for (const path of ["", "/sheet"]) {
      expect((await self("GET", theirs + path)).status).toBe(404);
      expect((await chief("GET", own + path)).status).toBe(404);
    }
    const deputy = await client(dan);
    const { json } = await deputy("POST", "/my/assessments", { modelId, levelId: skilled });
    const ofDeputy = `/people/${dan.personId}/assessments/${String(json["id"])}`;
    await save(deputy, `/my/assessments/${String(json["id"])}`, [line(judges, 3)]);
    for (const act of ["open", "cancel", "hand-in"])
      expect((await deputy("POST", `${ofDeputy}/${act}`)).status).toBe(404);
    expect((await save(deputy, ofDeputy, [line(judges, 3)], '"x"')).status).toBe(404);
    expect((await chief("GET", `${ofDeputy}/sheet`)).status).toBe(200);
  });

  test("an account that is nobody's assesses nobody", async () => {
    const system = (await token(await account(["process_lead", "hr_handler", "administrator"]))).text;
    const { theirs } = await begun();
    for (const path of [theirs, "/my/assessments", `/units/${world.rehab}/assessments`])
      expect((await ask("GET", path, { token: system })).status).toBe(404);
  });

  test("a token for what one says of oneself is made by oneself: nobody makes it for another, nor the database", async () => {
    const { who } = await employee();
    const admin = world.grant(karin, { role: "administrator" });
    const wanted = { name: "Egen", scopes: ["my:write"], lastDay: "2026-12-31" };
    const technical = await account();
    expect(
      await world.as(admin, (work) => makeTokenFor(work, { ...wanted, accountId: technical })),
    ).toMatchObject({ reasons: [{ code: "not-own-token", field: "scopes" }] });
    expect(
      await world.as(admin, (work) => makeTokenFor(work, { ...wanted, accountId: admin.accountId })),
    ).toMatchObject({ ok: true });
    const { username } = await world.as(null, ({ tx }) =>
      tx.selectFrom("account").select("username").where("id", "=", who.accountId).executeTakeFirstOrThrow(),
    );
    expect(
      await world.as(operator({ id: world.organisation_id }), (work) =>
        makeTokenAsOperator(work, { ...wanted, username }),
      ),
    ).toMatchObject({ reasons: [{ code: "not-own-token" }] });
    await expect(token(who.accountId, ["my:read"], { created_by: karin.accountId })).rejects.toThrow(
      "api_token_speaks_for_oneself",
    );
    const others = (await token(who.accountId, ["assessments:write"], { created_by: null })).text;
    const refused = await ask("GET", "/my/assessments", { token: others });
    expect([refused.status, ...reasonsIn(refused)]).toEqual([403, "insufficient-scope"]);
  });
});
