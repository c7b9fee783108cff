/** Plans over the API (INT-3, PLN-1, PLN-2, ORG-4): the same rules as on the pages, what two write at once, and whose token may write for whom. */
import { describe, expect, test } from "vitest";
import type { Actor } from "../../src/shared/actor.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import { apiOf, reasonsIn, type Answer } from "../api/site.ts";
import { testDatabase } from "../support/database.ts";
import { planWorld } from "./world.ts";

const world = await planWorld(await testDatabase());
const { rehab, asked, karin, staff, offer, withdraw } = world;
const { ask, token, account } = apiOf(world);

type Headers = Readonly<Record<string, string>>;
type Client = (method: string, path: string, body?: unknown, headers?: Headers) => Promise<Answer>;
const withToken =
  (text: string): Client =>
  (method, path, body, headers = {}) =>
    ask(method, path, { token: text, headers, ...(body === undefined ? {} : { body }) });
const client = async (who: Actor) => withToken((await token(who.accountId)).text);
const chief = await client(karin);
const etag = (answer: Answer): Headers => ({ "If-Match": answer.headers.get("ETag") ?? "" });

const GOAL = { kind: "upskilling", title: "Handleda studenter", use: "Två varje vår.", until: "2027-06-01" };
const HOSPITERING = { title: "Hospitering", owner: "self", until: "2027-01-14" };

/** Where what was made stands, below the organisation. */
const placeOf = ({ headers }: Answer): string =>
  (headers.get("Location") ?? "").replace(/^.*\/organisations\/[^/]+/, "");

describe("PLN-1 the two write in one plan", () => {
  test("a goal from what is missing, an activity of the catalogue, how they go, and all that has happened, page by page", async () => {
    const anna = await staff();
    const self = await client(anna);
    const theirs = `/people/${anna.personId}/plan`;
    const aim = { model: "fysio", place: "l0", itemId: asked };
    const goal = await self("POST", "/my/plan/goals", { ...GOAL, aim });
    expect([goal.status, goal.json["aim"]]).toEqual([201, expect.objectContaining({ itemId: asked })]);
    const goalId = goal.json["id"] as Id;
    expect(placeOf(goal)).toBe(`/my/plan/goals/${goalId}`);

    const entryId = await offer({ places: 1 });
    const sent = { owner: "manager", entryId, goalId, until: "2027-01-14" };
    const key = { "Idempotency-Key": newId() };
    const activity = await chief("POST", `${theirs}/activities`, sent, key);
    expect((await chief("POST", `${theirs}/activities`, sent, key)).text).toBe(activity.text);
    expect(activity.json).toMatchObject({ title: "Kurs", entry: { id: entryId, retiredOn: null }, goalId });
    expect(reasonsIn(await self("POST", "/my/plan/activities", { ...HOSPITERING, entryId }))).toEqual([
      "no-place-left entryId",
      "named-by-catalogue title",
    ]);
    await withdraw(entryId);
    const own = placeOf(activity).replace(theirs, "/my/plan");
    const seen = await self("GET", own);
    expect(seen.json["entry"]).toMatchObject({ retiredOn: expect.any(String) });

    const ended = { state: "not-done", reason: "Den ställdes in.", on: "2026-11-20" };
    const done = { state: "done", on: "2026-11-20" };
    const whole = await self("GET", placeOf(goal));
    expect(reasonsIn(await self("PUT", `${placeOf(goal)}/state`, done, etag(whole)))).toEqual([
      "open-activities",
    ]);
    expect((await self("PUT", `${own}/state`, ended, etag(seen))).json).toMatchObject({ state: "not-done" });
    expect((await self("PUT", `${placeOf(goal)}/state`, done, etag(whole))).json).toMatchObject({
      state: "done",
      endedOn: "2026-11-20",
    });
    const noted = await chief("POST", `${theirs}/goals/${goalId}/notes`, { words: "Bra gjort." });
    expect([noted.status, noted.json["words"], noted.json["as"]]).toEqual([201, "Bra gjort.", "manager"]);

    expect((await chief("GET", theirs)).json).toMatchObject({
      mayWrite: true,
      goals: [{ id: goalId, state: "done" }],
      activities: [{ goalId, reason: "Den ställdes in." }],
    });
    const kinds: unknown[] = [];
    for (const page of [1, 2, 3]) {
      const { json } = await self("GET", `/my/plan/events?limit=2&page=${page}`);
      kinds.push(json["total"], ...json.items.map(({ kind }) => kind));
    }
    expect(kinds).toEqual([5, "noted", "state", 5, "state", "added", 5, "added"]);
  });

  test("MOD-5 what the goal would come from and isn't there is refused; what is wrong is told with its field", async () => {
    const self = await client(await staff());
    const gone = { ...GOAL, aim: { model: "fysio", place: "l0", itemId: newId() } };
    expect(reasonsIn(await self("POST", "/my/plan/goals", gone))).toEqual(["unknown-aim"]);
    const wrong = { ...HOSPITERING, title: " ", from: "2027-02-01", goalId: newId() };
    expect(reasonsIn(await self("POST", "/my/plan/activities", wrong))).toEqual([
      "missing title",
      "ends-before-begins until",
      "unknown-goal goalId",
    ]);
    expect(reasonsIn(await self("POST", "/my/plan/goals", { ...GOAL, kind: "annat" }))).toEqual([
      "not-one-of kind",
    ]);
  });

  test("two who change at once: one does, the other is told, and what stood there before stays", async () => {
    const anna = await staff();
    const self = await client(anna);
    const at = placeOf(await self("POST", "/my/plan/goals", GOAL));
    const theirs = at.replace("/my/plan", `/people/${anna.personId}/plan`);
    expect((await self("PUT", at, GOAL)).status).toBe(428);
    const tag = etag(await self("GET", at));
    const both = await Promise.all([
      self("PUT", at, { ...GOAL, use: "Annas ord." }, tag),
      chief("PUT", theirs, { ...GOAL, use: "Karins ord." }, etag(await chief("GET", theirs))),
    ]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 412]));
    const { items } = (await self("GET", "/my/plan/events")).json;
    expect(items[0]).toMatchObject({ kind: "changed", former: { use: "Två varje vår." } });
  });
});

describe("PLN-2 many at once", () => {
  test("an activity to all who haven't it, or to nobody; sent twice it is given once", async () => {
    const [anna, bo] = [await staff(), await staff()];
    const [first, full] = [await offer({ name: "HLR", places: 2 }), await offer({ name: "Få", places: 1 })];
    const who = [anna.personId, bo.personId];
    const give = (entryId: Id, headers: Headers = {}, people: readonly string[] = who) =>
      chief(
        "POST",
        `/units/${rehab}/plans/activities`,
        { entryId, until: "2027-03-01", who: people },
        headers,
      );
    const key = { "Idempotency-Key": newId() };
    const given = await give(first, key);
    expect([given.status, given.json]).toEqual([201, { given: 2, had: 0 }]);
    expect((await give(first, key)).json).toEqual({ given: 2, had: 0 });
    expect((await give(first)).json).toEqual({ given: 0, had: 2 });
    expect(reasonsIn(await give(full))).toEqual(["too-few-places who"]);
    expect((await give(full, {}, [(await world.person("Ulla Annan")).personId])).status).toBe(404);
    const { json } = await chief("GET", `/units/${rehab}/plans?limit=200`);
    expect(json.items).toContainEqual(
      expect.objectContaining({
        personId: anna.personId,
        next: { title: "HLR", on: "2027-03-01", underWay: false },
        open: { open: 1, late: 0, soon: 0 },
      }),
    );
  });

  test("templates are kept by those who keep them, and started by those who plan with people", async () => {
    const keeper = withToken((await token(await account(["process_lead"]))).text);
    const line = { title: "Nycklar", entryId: null, days: 0, owner: "manager" };
    const sent = {
      kind: "onboarding",
      title: "Ny hos oss",
      use: "",
      days: 180,
      withEmployment: false,
      lines: [line],
    };
    const wrong = await keeper("POST", "/plan-templates", {
      ...sent,
      lines: [line, { ...line, title: "", days: -1 }],
    });
    expect(reasonsIn(wrong)).toEqual(["missing lines.1.title", "bad-number lines.1.days"]);
    const made = await keeper("POST", "/plan-templates", sent);
    const at = placeOf(made);
    expect((await chief("GET", at)).status).toBe(404);
    const read = etag(await keeper("GET", at));
    const changed = await keeper("PUT", at, { ...sent, title: "Ny här" }, read);
    expect(changed.json).toMatchObject({ title: "Ny här", lines: [line] });
    expect((await keeper("PUT", at, sent, read)).status).toBe(412);

    const anna = await staff();
    const templateId = made.json["id"];
    const start = (of: object) =>
      chief("POST", `/units/${rehab}/plans/starts`, { templateId, who: [anna.personId], ...of });
    const inUse = (await chief("GET", `/units/${rehab}/plans/templates`)).json;
    expect(inUse.items).toMatchObject([{ id: templateId, title: "Ny här" }]);
    expect(reasonsIn(await start({ from: "2027-02-30" }))).toEqual(["not-a-day from"]);
    expect((await start({ from: "2027-01-11" })).json).toEqual({ started: 1, had: 0, withoutPlace: [] });
    expect((await start({})).json).toEqual({ started: 0, had: 1, withoutPlace: [] });
    expect((await chief("GET", `/people/${anna.personId}/plan`)).json).toMatchObject({
      goals: [{ title: "Ny här", until: "2027-07-10" }],
      activities: [{ title: "Nycklar", until: "2027-01-11" }],
    });
    const retired = await keeper("PUT", `${at}/retirement`, { retired: true }, etag(changed));
    expect(retired.json["retiredOn"]).not.toBeNull();
    expect((await chief("GET", `/units/${rehab}/plans/templates`)).json.items).toEqual([]);
    expect((await keeper("GET", "/plan-templates")).json.items).toHaveLength(1);
  });
});

test("ORG-4 nobody writes as another: not at the other's address, nor with a token that somebody else has made", async () => {
  const anna = await staff();
  const self = await client(anna);
  const at = placeOf(await self("POST", "/my/plan/goals", GOAL));
  expect((await self("GET", `/people/${anna.personId}/plan`)).status).toBe(404);
  expect((await self("POST", `/people/${anna.personId}/plan/goals`, GOAL)).status).toBe(404);
  expect((await chief("GET", at)).status).toBe(404);
  const others = (await token(anna.accountId, ["plans:read", "plans:write"], { created_by: null })).text;
  const refused = await withToken(others)("POST", "/my/plan/goals", GOAL);
  expect([refused.status, ...reasonsIn(refused)]).toEqual([403, "insufficient-scope"]);
  expect((await withToken(others)("POST", `/people/${anna.personId}/plan/goals`, GOAL)).status).toBe(404);
});
