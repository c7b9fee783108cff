/** ORG-1: an association's members over the API, asked in an association by everyone who may have a role there. */
import { expect, test } from "vitest";
import type { GivenRole } from "../../src/shared/actor.ts";
import { SCOPES } from "../../src/shared/scopes.ts";
import { testDatabase } from "../support/database.ts";
import { world } from "../people/world.ts";
import { apiOf, reasonsIn } from "./site.ts";

const database = await testDatabase();
const association = await world(database, "forbund", "association");
const member = await world(database, "medlem");
const { ask, account, token } = apiOf(association);
const [admin, lead] = [
  (await token(await account(["administrator"]))).text,
  (await token(await account(["association_lead"]))).text,
];
/** Those who answer for the whole organisation. */
const ROLES: readonly GivenRole[] = [
  "administrator",
  "association_lead",
  "process_lead",
  "adopter",
  "hr_handler",
  "data_protection_officer",
];
const list = async () => {
  const { json, headers } = await ask("GET", "/members", { token: lead });
  return { items: json.items, tag: headers.get("ETag") ?? "" };
};
const offer = (body: object, headers: Record<string, string> = {}) =>
  ask("POST", "/members", { token: admin, body, headers });
const theirs = apiOf(member);
const theirAdmin = (await theirs.token(await theirs.account(["administrator"]))).text;
const answer = (how: "taking-up" | "declining", who = theirAdmin) =>
  theirs.ask("POST", `/memberships/${association.slug}/${how}`, { token: who });
const end = (to: string, tag: string) =>
  ask("POST", `/members/${member.slug}/ending`, { token: admin, body: { to }, headers: { "If-Match": tag } });

test("ORG-1, INT-3 a membership is offered, taken up, ends and comes back; a time that never began goes", async () => {
  const wanted = { member: member.slug, from: "2026-01-01" };
  const key = { "Idempotency-Key": "en gång" };
  const made = await offer(wanted, key);
  expect(made.status).toBe(201);
  expect(made.json).toMatchObject({ items: [], offers: [{ slug: member.slug, from: "2026-01-01" }] });
  expect((await offer(wanted, key)).text).toBe(made.text);
  expect(reasonsIn(await offer(wanted))).toEqual(["already-member from"]);
  expect((await answer("declining")).json).toMatchObject({ items: [], offers: [] });
  expect((await answer("taking-up")).status).toBe(404);
  await offer(wanted);
  expect((await answer("taking-up")).json).toMatchObject({ items: [{ slug: association.slug }], offers: [] });
  expect(reasonsIn(await offer(wanted))).toEqual(["already-member from"]);
  const first = await list();
  expect(first.items).toMatchObject([{ slug: member.slug, from: "2026-01-01", to: null }]);

  const ended = await end("2026-07-01", first.tag);
  expect(ended.json.items).toMatchObject([{ to: "2026-07-01" }]);
  expect((await end("2026-05-01", first.tag)).status).toBe(412);
  const second = await list();
  expect((await end("2026-07-01", second.tag)).status).toBe(404);

  expect((await offer({ ...wanted, from: "2027-01-01" })).status).toBe(201);
  expect((await answer("taking-up")).status).toBe(201);
  expect((await list()).items).toHaveLength(2);
  expect((await end("2026-08-01", (await list()).tag)).json.items).toMatchObject([{ to: "2026-07-01" }]);
  // What is only offered is taken back the same way.
  await offer({ ...wanted, from: "2027-01-01" });
  expect((await end("2026-08-01", (await list()).tag)).json).toMatchObject({ offers: [] });
  expect((await answer("taking-up")).status).toBe(404);
});

test("ORG-1 a membership is answered by the member's administrators alone", async () => {
  for (const role of ROLES.filter((each) => each !== "administrator")) {
    const { text } = await theirs.token(await theirs.account([role]));
    expect([role, (await theirs.ask("GET", "/memberships", { token: text })).status]).toEqual([role, 404]);
    expect([role, (await answer("taking-up", text)).status]).toEqual([role, 404]);
  }
});

test("ORG-1 of several who offer the same member at once one is first, and the others are told", async () => {
  const other = await world(database, "annan");
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => offer({ member: other.slug, from: "2026-01-01" })),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(7);
});

test("ORG-1 what can't be is refused with every reason", async () => {
  expect(reasonsIn(await offer({ member: "finns-inte", from: "2026-01-01", to: "2025-01-01" }))).toEqual([
    "no-such-organisation member",
    "ends-before-it-begins to",
  ]);
  expect(reasonsIn(await offer({ member: association.slug, from: "2026-01-01" }))).toEqual(["itself member"]);
  expect(reasonsIn(await offer({ member: member.slug, from: "2026-02-30" }))).toEqual(["not-a-day from"]);
});

test("ORG-1 its administrators keep the members, its leads read them; to anybody else there is nothing", async () => {
  const wrong: string[] = [];
  const body = { member: "finns-inte", from: "2026-01-01" };
  for (const role of ROLES) {
    const { text } = await token(await account([role]));
    const headers = { "If-Match": '"another"' };
    const got = {
      read: (await ask("GET", "/members", { token: text })).status,
      admit: (await ask("POST", "/members", { token: text, body })).status,
      end: (
        await ask("POST", `/members/${member.slug}/ending`, {
          token: text,
          body: { to: "2026-01-01" },
          headers,
        })
      ).status,
    };
    const keeps = role === "administrator";
    const reads = keeps || role === "association_lead";
    const wanted = { read: reads ? 200 : 404, admit: keeps ? 422 : 404, end: keeps ? 412 : 404 };
    if (JSON.stringify(got) !== JSON.stringify(wanted)) wrong.push(`${role}: ${JSON.stringify(got)}`);
  }
  expect(wrong).toEqual([]);
});

test("INT-3 each needs its scope", async () => {
  const without = SCOPES.filter((scope) => !scope.startsWith("organisation:"));
  const { text } = await token(await account(["administrator"]), without);
  const asked = [
    await ask("GET", "/members", { token: text }),
    await ask("POST", "/members", { token: text, body: { member: "x", from: "2026-01-01" } }),
    await ask("POST", "/members/x/ending", {
      token: text,
      body: { to: "2026-01-01" },
      headers: { "If-Match": "x" },
    }),
  ];
  expect(asked.map(({ status }) => status)).toEqual([403, 403, 403]);
  const limited = (await theirs.token(await theirs.account(["administrator"]), without)).text;
  for (const how of ["taking-up", "declining"] as const)
    expect((await answer(how, limited)).status).toBe(403);
});
