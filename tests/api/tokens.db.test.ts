/** Whose token is taken, and for what (INT-3): everything that is not as it should be is answered alike. */
import { sql } from "kysely";
import { expect, test } from "vitest";
import { z } from "zod";
import {
  makeTokenAsOperator,
  makeTokenFor,
  revokeToken,
  viewToken,
  viewTokens,
} from "../../src/identity/keep-tokens.ts";
import { operator } from "../../src/identity/keep-accounts.ts";
import { makeToken } from "../../src/identity/token-visit.ts";
import { ok, created } from "../../src/platform/http/api/answer.ts";
import { operation } from "../../src/platform/http/api/operation.ts";
import { newId } from "../../src/shared/ids.ts";
import { testDatabase } from "../support/database.ts";
import { TODAY, world } from "../people/world.ts";
import { apiSite } from "./site.ts";

const database = await testDatabase();
let midway: () => Promise<unknown> = () => Promise.resolve();
const site = await apiSite(database, [
  operation({
    id: "probe",
    method: "post",
    path: "/probe",
    tag: "token",
    summary: { sv: "Prov", en: "Probe" },
    scope: "people:read",
    answers: { 201: { description: "Done.", schema: z.object({}) } },
    run: async ({ work }) => {
      await work.tx
        .insertInto("unit")
        .values({ organisation_id: work.organisationId, id: newId(), name: "Prov", valid_from: "2020-01-01" })
        .execute();
      await midway();
      return created("/probe", {});
    },
  }),
  operation({
    id: "slip",
    method: "get",
    path: "/slip",
    tag: "token",
    summary: { sv: "Fel", en: "A slip" },
    scope: null,
    answers: { 200: { description: "Only what is said here.", schema: z.object({ a: z.string() }) } },
    run: async () => ok({ a: "sagt", secret: "osagt" }),
  }),
]);
const { ask, account, token, as, person, employ, unit, organisationId, on } = site;
const admin = await account(["administrator"]);

const probes = () =>
  as(null, ({ tx }) => tx.selectFrom("unit").select("id").where("name", "=", "Prov").execute());

test("INT-3 a token acts as its account, within its scopes, and says so itself", async () => {
  const { text } = await token(admin, ["organisation:read"]);
  const answer = await ask("GET", "/token", { token: text });
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({
    name: "Integration",
    account: "HR-systemet",
    scopes: ["organisation:read"],
    expiresAt: "2027-01-01T00:00:00.000Z",
  });
  expect((await ask("GET", "", { token: text })).json).toMatchObject({ slug: site.slug });
  const refused = await ask("GET", "/people?q=kim", { token: text });
  expect(refused.status).toBe(403);
  expect(refused.headers.get("WWW-Authenticate")).toContain('scope="people:read"');
  expect(refused.json["reasons"]).toEqual([{ code: "insufficient-scope", data: { scope: "people:read" } }]);
});

test("INT-3 no token, an unknown, expired, revoked or another organisation's, or of a closed account or somebody who left: all alike", async () => {
  const other = await world(database, "annan");
  const stranger = newId();
  await other.put("account", { id: stranger, username: "x", display_name: "Annan" });
  const elsewhere = makeToken();
  await other.put("api_token", {
    id: newId(),
    account_id: stranger,
    name: "x",
    token_hash: elsewhere.hash,
    prefix: elsewhere.prefix,
    scopes: ["organisation:read"],
    created_at: new Date("2026-01-01T00:00:00Z"),
    expires_at: new Date("2027-01-01T00:00:00Z"),
  });
  const closed = await account(["administrator"]);
  const left = await person("Kim Slutat", { closed_on: "2026-01-01" });
  const leaver = await account(["administrator"], left);
  const wrong: Record<string, string | undefined> = {
    none: undefined,
    "no token": "nonsense",
    unknown: makeToken().text,
    expired: (await token(admin, undefined, { expires_at: new Date("2026-11-22T10:59:00Z") })).text,
    revoked: (await token(admin, undefined, { revoked_at: new Date("2026-11-01T00:00:00Z") })).text,
    "another organisation's": elsewhere.text,
    "of a closed account": (await token(closed)).text,
    "of somebody who left": (await token(leaver)).text,
  };
  await as(null, ({ tx }) =>
    tx.updateTable("account").set({ disabled: true }).where("id", "=", closed).execute(),
  );
  const answers = await Promise.all(
    Object.entries(wrong).flatMap(([name, text]) => [
      ask("GET", "/units", { token: text }).then((answer) => ({ name, answer })),
      ask("PUT", "/settings", { token: text, body: "[[[" }).then((answer) => ({ name, answer })),
      ask("GET", "//organisations/finns-inte/units", { token: text }).then((answer) => ({ name, answer })),
    ]),
  );
  for (const { name, answer } of answers) {
    expect([name, answer.status]).toEqual([name, 401]);
    expect(answer.headers.get("WWW-Authenticate")).toBe('Bearer realm="Vidga"');
    const { requestId: _, ...same } = answer.json;
    expect(same).toEqual({
      type: "/api#problem-unauthorized",
      title: "There is no valid token in the request.",
      status: 401,
      code: "unauthorized",
    });
  }
});

test("INT-3 a token that is revoked while its request runs has done nothing", async () => {
  const { text, id } = await token(admin);
  midway = () => as(operator({ id: organisationId }), (work) => revokeToken(work, id));
  expect((await ask("POST", "/probe", { token: text })).status).toBe(401);
  expect(await probes()).toEqual([]);
  midway = () => Promise.resolve();
  expect((await ask("POST", "/probe", { token: (await token(admin)).text })).status).toBe(201);
  expect(await probes()).toHaveLength(1);
});

test("INT-3 so with an account that is closed, and a person who leaves, while the request runs", async () => {
  const before = (await probes()).length;
  const soon = await person("Kim Snart");
  await employ(soon, await unit("Rehab", null));
  const leaver = await account([], soon);
  const { text } = await token(leaver);
  midway = () =>
    as(null, ({ tx }) =>
      tx.updateTable("person").set({ closed_on: "2026-11-01" }).where("id", "=", soon).execute(),
    );
  expect((await ask("POST", "/probe", { token: text })).status).toBe(401);
  const closing = await account();
  midway = () =>
    as(null, ({ tx }) =>
      tx.updateTable("account").set({ disabled: true }).where("id", "=", closing).execute(),
    );
  expect((await ask("POST", "/probe", { token: (await token(closing)).text })).status).toBe(401);
  midway = () => Promise.resolve();
  expect(await probes()).toHaveLength(before);
});

test("the last use is noted once an hour, and reading writes nothing between", async () => {
  const { text, id } = await token(admin);
  const row = async () => {
    const { rows } = await as(null, ({ tx }) =>
      sql<{ at: Date | null; written: string }>`
        select last_used_at as at, xmin::text as written from api_token where id = ${id}`.execute(tx),
    );
    return rows[0];
  };
  expect((await row())?.at).toBeNull();
  await ask("GET", "/units", { token: text });
  const first = await row();
  expect(first?.at).toEqual(site.workshop.clock());
  await ask("GET", "/units", { token: text });
  expect(await row()).toEqual(first);
});

test("only what is described leaves, whatever the use case gave", async () => {
  const answer = await ask("GET", "/slip", { token: (await token(admin)).text });
  expect(answer.text).toBe('{"a":"sagt"}');
});

test("INT-3 an administrator makes tokens for technical accounts and themself, never one that acts as somebody else", async () => {
  const someone = await account([], await person("Kim Annan"));
  const actor = await as(null, async () => ({
    accountId: admin,
    organisationId,
    personId: null,
    displayName: "Ada",
    grants: [
      { role: "administrator" as const, unitId: null, professionIds: [], personId: null, reason: null },
    ],
    manages: [],
  }));
  const wanted = { name: "Nattlig import", scopes: ["staff-imports:write"], lastDay: "2027-11-22" };
  const made = await as(actor, (work) => makeTokenFor(work, { ...wanted, accountId: admin }));
  if (!made.ok) throw new Error("the token was refused");
  expect((await ask("GET", "/token", { token: made.value })).json).toMatchObject({ name: "Nattlig import" });
  expect(await as(actor, (work) => makeTokenFor(work, { ...wanted, accountId: someone }))).toEqual({
    ok: false,
    reasons: [{ code: "account-missing", field: "account" }],
  });
  const refused = await as(actor, (work) =>
    makeTokenFor(work, { name: " ", scopes: ["allt"], lastDay: "2028-11-23", accountId: admin }),
  );
  expect(refused).toMatchObject({
    reasons: [
      { code: "name-missing" },
      { code: "unknown-scope" },
      { code: "too-far", data: { latest: "2028-11-22" } },
    ],
  });
  const byOperator = await as(operator({ id: organisationId }), (work) =>
    makeTokenAsOperator(work, { ...wanted, username: someone }),
  );
  expect(byOperator.ok).toBe(true);
  const { rows } = await as(actor, (work) => viewTokens(work, 1));
  expect(rows.map(({ name }) => name)).toContain("Nattlig import");
  expect(JSON.stringify(rows)).not.toContain(made.value);
  await expect(as({ ...actor, grants: [] }, (work) => viewTokens(work, 1))).rejects.toThrow("tokens");
  const tokenId = rows.find(({ name }) => name === "Nattlig import")?.id ?? "";
  const one = (by = actor) => as(by, (work) => viewToken(work, tokenId));
  expect(await one()).toMatchObject({ name: "Nattlig import", state: "holds" });
  await expect(one({ ...actor, grants: [] })).rejects.toThrow("token");
  const revoke = (by = actor) => as(by, (work) => revokeToken(work, tokenId));
  await expect(revoke({ ...actor, grants: [] })).rejects.toThrow("token");
  expect(await one()).toMatchObject({ state: "holds" });
  await revoke();
  expect(await one()).toMatchObject({ state: "revoked" });
  const revokedAt = () =>
    as(null, ({ tx }) =>
      tx.selectFrom("api_token").select("revoked_at").where("id", "=", tokenId).executeTakeFirst(),
    );
  const first = await revokedAt();
  on("2026-11-23");
  await revoke();
  on(TODAY);
  expect(await revokedAt()).toEqual(first);
  const kept = await as(null, ({ tx }) => tx.selectFrom("api_token").selectAll().execute());
  expect(kept.some(({ token_hash }) => token_hash.toString("base64url") === made.value)).toBe(false);
});
