/**
 * Every operation that the API's description names × everyone who may ask × whom or what it is about, compared with what
 * `api-expectations.ts` says (INT-3). Default deny: what is not said there answers as if it were not there, and changes nothing.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { operations } from "../../src/api.ts";
import { makeToken, tokenVisit } from "../../src/identity/token-visit.ts";
import { work } from "../../src/platform/database/work.ts";
import { createApi } from "../../src/platform/http/api/create-api.ts";
import { projectRoot } from "../../src/platform/database/project-root.ts";
import { newId } from "../../src/shared/ids.ts";
import { SCOPES, type Scope } from "../../src/shared/scopes.ts";
import { subscriptions } from "../../src/subscriptions.ts";
import { SECRET, testDatabase } from "../support/database.ts";
import { temporaryFiles } from "../support/files.ts";
import type { ApiCase, ApiWorld } from "./api-cases.ts";
import { apiExpectations } from "./api-expectations.ts";
import { checksums } from "./checksums.ts";
import { forEach } from "./requests.ts";
import { toldOf } from "./told.ts";
import { accessWorld, ACTORS, NOBODY, type ActorName } from "./world.ts";

vi.setConfig({ testTimeout: 300_000 });

type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>> };
type Described = { readonly operationId?: string; readonly "x-scopes"?: readonly Scope[] };
const document = JSON.parse(readFileSync(join(projectRoot(), "docs/api/openapi.json"), "utf8")) as Document;
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, { operationId, "x-scopes": scopes = [] }]) =>
    operationId === undefined ? [] : [{ path, method: method.toUpperCase(), operationId, scope: scopes[0] }],
  ),
);
type One = (typeof described)[number];

const database = await testDatabase();
const seen = await accessWorld(database);
const files = temporaryFiles();
await files.put(seen.paper.name, seen.paper.bytes);
const workshop = { db: database.db, clock: () => new Date(), subscriptions, secret: SECRET, files };
const api = createApi({
  workshop,
  operations,
  visit: (slug, token) => tokenVisit(workshop, slug, token),
  document: "{}",
  log: (event, facts) => {
    if (event === "request failed") throw new Error(JSON.stringify(facts));
  },
});

const elsewhere = await database.ownerDb
  .selectFrom("organisation")
  .select("slug")
  .where("slug", "!=", seen.slug)
  .executeTakeFirstOrThrow();

/** A token of the actor's account with these scopes: in their own organisation, and expired for whoever's session is. */
async function tokenOf(actor: ActorName, scopes: readonly Scope[]): Promise<string> {
  const { text, hash, prefix } = makeToken();
  const now = Date.now();
  const slug = actor === "otherAdministrator" ? elsewhere.slug : seen.slug;
  await work(workshop, { slug, actor: null }, ({ tx, organisationId }) =>
    tx
      .insertInto("api_token")
      .values({
        organisation_id: organisationId,
        id: newId(),
        account_id: seen.accounts[actor],
        name: "Provets",
        token_hash: hash,
        prefix,
        scopes: [...scopes],
        created_by: seen.accounts[actor],
        created_at: new Date(now - 7_200_000),
        expires_at: new Date(now + (actor === "expired" ? -3_600_000 : 3_600_000)),
        // Noted within the hour: asking changes nothing.
        last_used_at: new Date(now),
      })
      .execute(),
  );
  return text;
}

const tokens = new Map<ActorName, string>();
for (const actor of ACTORS) if (actor !== "nobody") tokens.set(actor, await tokenOf(actor, SCOPES));

const ask = async (each: One, kind: ApiCase, token: string | undefined) => {
  const params = { organisation: world.slug, ...kind.params?.(world) };
  const address = each.path
    .replace("/api/v1", "")
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name as keyof typeof params] ?? "");
  const body = kind.body?.(world);
  const response = await api.request(`http://vidga.test${address}${kind.search?.(world) ?? ""}`, {
    method: each.method,
    headers: {
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { "Content-Type": kind.type ?? "application/json" }),
      "If-Match": '"another"',
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
};

const { id: modelId } = await work(workshop, { slug: seen.slug, actor: null }, ({ tx }) =>
  tx
    .selectFrom("career_model")
    .select("id")
    .where("slug", "=", seen.models.adopted)
    .executeTakeFirstOrThrow(),
);
const cancelledImport = newId();
await work(workshop, { slug: seen.slug, actor: null }, ({ tx, organisationId }) =>
  tx
    .insertInto("staff_import")
    .values({
      organisation_id: organisationId,
      id: cancelledImport,
      created_by: seen.accounts.hrHandler,
      created_at: new Date(),
      filename: "lämnad.csv",
      state: "cancelled",
      format: "{}",
      header: [],
      sample: "[]",
      mapping: "{}",
      effective_on: "2026-01-01",
    })
    .execute(),
);
const cancelledTakeOver = newId();
await work(workshop, { slug: seen.slug, actor: null }, ({ tx, organisationId }) =>
  tx
    .insertInto("take_over")
    .values({
      organisation_id: organisationId,
      id: cancelledTakeOver,
      created_by: seen.accounts.hrHandler,
      created_at: new Date(),
      origin: "file",
      filename: "lämnad.csv",
      state: "cancelled",
      format: "{}",
      header: [],
      sample: "[]",
      mapping: '{"columns":{},"dropped":[]}',
    })
    .execute(),
);
const world: ApiWorld = { ...seen, modelId, cancelledImport, cancelledTakeOver };

const cases = described.flatMap((each) =>
  (apiExpectations[each.operationId] ?? []).map((kind) => ({ each, kind })),
);
const wantedOf = (kind: ApiCase, actor: ActorName): number => {
  if (NOBODY.includes(actor)) return 401;
  return kind.in.includes(actor) ? (kind.status ?? 200) : 404;
};

test("every operation that is described says who gets in, and nothing else does", () => {
  expect(Object.keys(apiExpectations).toSorted()).toEqual(
    described.map(({ operationId }) => operationId).toSorted(),
  );
  expect(described.map(({ operationId }) => operationId)).toEqual(operations.map(({ id }) => id));
});

test("INT-3, ORG-7, ORG-8: every operation answers those who get in, is not there for anyone else, and tells nobody more", async () => {
  const before = await checksums(database.ownerUrl);
  const wrong: string[] = [];
  const asking = cases.flatMap((each) => ACTORS.map((actor) => ({ ...each, actor })));
  expect(asking.length).toBeGreaterThan(2000);
  const carriedOut = ({ kind, actor }: (typeof asking)[number]) =>
    kind.changes === true && kind.in.includes(actor);
  const look = async ({ each, kind, actor }: (typeof asking)[number]) => {
    const { status, text } = await ask(each, kind, tokens.get(actor));
    const name = `${each.operationId} (${kind.of}) as ${actor}`;
    const wanted = wantedOf(kind, actor);
    if (status !== wanted) wrong.push(`${name}: ${status} instead of ${wanted}`);
    for (const what of toldOf(world, text, actor)) wrong.push(`${name}: tells of ${what}`);
    if (wanted === 404 && !text.includes('"code":"not-found"')) wrong.push(`${name}: another 404`);
  };
  await forEach(
    asking.filter((one) => !carriedOut(one)),
    look,
  );
  expect(withoutLog(await checksums(database.ownerUrl))).toEqual(withoutLog(before));
  await forEach(asking.filter(carriedOut), look);
  expect(wrong).toEqual([]);
});

/** Reading is logged: that is a change, and as it should be. */
const withoutLog = (sums: Awaited<ReturnType<typeof checksums>>): unknown =>
  Object.fromEntries(Object.entries(sums).filter(([table]) => !table.startsWith("access_log")));

/** In a municipality nobody gets in: `tests/api/members.db.test.ts` asks in an association. */
const OF_ASSOCIATIONS = [
  "listMembers",
  "offerMembership",
  "endMembership",
  "takeUpMembership",
  "declineMembership",
];

test("INT-3: a token does what its scopes say and no more, whoever it acts as", async () => {
  const wrong: string[] = [];
  const scoped = described.filter(
    ({ operationId, scope }) => scope !== undefined && !OF_ASSOCIATIONS.includes(operationId),
  );
  expect(scoped.length).toBe(described.length - 1 - OF_ASSOCIATIONS.length);
  await forEach(scoped, async (each) => {
    const kind = (apiExpectations[each.operationId] ?? []).find(({ in: names }) => names.length > 0);
    const actor = kind?.in[0];
    if (!kind || !actor || !each.scope) throw new Error(`nobody may ${each.operationId}`);
    const { scope } = each;
    const others = SCOPES.filter((every) => every !== scope);
    const without = await ask(each, kind, await tokenOf(actor, others));
    if (without.status !== 403) wrong.push(`${each.operationId} without ${scope}: ${without.status}`);
    const only = await ask(each, kind, await tokenOf(actor, [scope]));
    if (only.status !== (kind.status ?? 200)) wrong.push(`${each.operationId} with ${scope}: ${only.status}`);
  });
  expect(wrong).toEqual([]);
});
