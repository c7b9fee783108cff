/**
 * A client written from the API's description and nothing else (INT-3): its types are generated from it, and what it needs to know stands in
 * it. It does the main job against the built server, as other systems do: with tokens, over HTTP.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import createClient from "openapi-fetch";
import { afterAll, expect, test, vi } from "vitest";
import { makeToken } from "../../src/identity/token-visit.ts";
import { projectRoot } from "../../src/platform/database/project-root.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import { SCOPES } from "../../src/shared/scopes.ts";
import { SECRET, testDatabase } from "../support/database.ts";
import { startServer } from "../support/server.ts";
import { csv, row } from "../people/staff-file.ts";
import { world } from "../people/world.ts";
import type { paths } from "./described.ts";

const database = await testDatabase();
const { slug, put, as } = await world(database, "klient");
const server = await startServer({
  databaseUrl: database.appUrl,
  databaseOwnerUrl: database.ownerUrl,
  env: { VIDGA_SECRET: SECRET },
});
afterAll(() => server.stop());

const PATIENCE = { timeout: 60_000, interval: 200 };
const organisation = slug;
const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Stockholm" });

/** A client with a token of an account with this role; or of the person's, as whatever they are here. */
async function client(role: string | null, personId: Id | null = null) {
  const [accountId, { text, hash, prefix }] = [newId(), makeToken()];
  await put("account", { id: accountId, person_id: personId, username: accountId, display_name: "System" });
  if (role) await put("role_grant", { id: newId(), account_id: accountId, role, valid_from: "2020-01-01" });
  const times = { created_at: new Date(), expires_at: new Date(Date.now() + 3_600_000) };
  const token = {
    id: newId(),
    account_id: accountId,
    token_hash: hash,
    prefix,
    scopes: [...SCOPES],
    created_by: accountId,
    ...times,
  };
  await put("api_token", { ...token, name: "Klienten" });
  return createClient<paths>({ baseUrl: server.url, headers: { Authorization: `Bearer ${text}` } });
}

/** What was answered, or the problem as a failure. */
function got<T>({ data, error }: { data?: T; error?: unknown }): T {
  if (data === undefined) throw new Error(JSON.stringify(error));
  return data;
}
const tagOf = ({ response }: { response: Response }): string => response.headers.get("ETag") ?? "";

const BASE = "/api/v1/organisations/{organisation}";
const here = { path: { organisation } } as const;

test("INT-3, ORG-8, SUP-2 a client made from the description alone does the main job", async () => {
  const [admin, handler, lead, adopter] = await Promise.all([
    client("administrator"),
    client("hr_handler"),
    client("process_lead"),
    client("adopter"),
  ]);
  expect(got(await admin.GET(`${BASE}/token`, { params: here }))).toMatchObject({ account: "System" });

  // The organisation's units and profession.
  const body = { parentId: null, code: null, isAuthority: false, validFrom: "2020-01-01", validTo: null };
  const root = got(
    await admin.POST(`${BASE}/units`, { params: here, body: { ...body, name: "Omsorgen" } }),
  ).id;
  const key = { header: { "Idempotency-Key": newId() }, ...here };
  const rehabBody = { ...body, name: "Rehab", parentId: root, code: "311" };
  const rehab = got(await admin.POST(`${BASE}/units`, { params: key, body: rehabBody })).id;
  expect(got(await admin.POST(`${BASE}/units`, { params: key, body: rehabBody })).id).toBe(rehab);
  const profession = {
    nameSv: "Fysioterapeut",
    nameEn: "Physiotherapist",
    licensed: true,
    titles: [],
    unions: [],
  };
  const codes = { aidCode: null, ssykCode: null, escoUri: null, jobtechUri: null };
  got(await admin.POST(`${BASE}/professions`, { params: here, body: { ...profession, ...codes } }));

  // Staff from the HR system's file.
  const file = csv([
    row("1", "Karin Chef", { Befattning: "Enhetschef" }),
    ...["Ada", "Bo", "Cia", "Dan", "Eva", "Fia"].map((name, at) =>
      row(`${at + 2}`, `${name} Anställd`, { Befattning: "Fysioterapeut" }),
    ),
  ]);
  const importId = got(
    await handler.POST(`${BASE}/staff-imports`, {
      params: { ...here, query: { filename: "personal.csv" } },
      headers: { "Content-Type": "text/csv" },
      body: new TextDecoder().decode(file),
      bodySerializer: (text) => text,
    }),
  ).id;
  const importParams = { path: { organisation, importId } };
  const read = () => handler.GET(`${BASE}/staff-imports/{importId}`, { params: importParams });
  const until = async (state: string) => {
    await vi.waitUntil(async () => got(await read()).state === state, PATIENCE);
    return got(await read());
  };
  const first = await read();
  const { mapping } = got(first);
  const columns = Object.fromEntries(
    (mapping?.fields ?? []).flatMap(({ field, column }) => (column === null ? [] : [[field, column]])),
  );
  got(
    await handler.PUT(`${BASE}/staff-imports/{importId}/mapping`, {
      params: { ...importParams, header: { "If-Match": tagOf(first) } },
      body: { columns },
    }),
  );
  const preview = await until("preview");
  expect(preview.counts).toMatchObject({ join: 7, unreadable: 0 });
  const joining = await handler.GET(`${BASE}/staff-imports/{importId}/changes`, {
    params: { ...importParams, query: { list: "join", limit: 5 } },
  });
  expect(got(joining).items).toHaveLength(5);
  const rest = await handler.GET(`${BASE}/staff-imports/{importId}/changes`, {
    params: { ...importParams, query: { list: "join", limit: 5, page: 2 } },
  });
  expect(got(rest)).toMatchObject({ items: [{}, {}], total: 7, next: null });
  expect(got(await handler.GET(`${BASE}/staff-imports`, { params: here })).total).toBe(1);
  got(
    await handler.POST(`${BASE}/staff-imports/{importId}/confirmation`, {
      params: importParams,
      body: { fingerprint: preview.asks?.fingerprint ?? "" },
    }),
  );
  expect((await until("done")).counts).toMatchObject({ join: 7 });
  const people = got(await handler.GET(`${BASE}/people`, { params: { ...here, query: { q: "Chef" } } }));
  const chief = people.items[0]?.personId ?? "";
  const employments = await handler.GET(`${BASE}/people/{personId}/employments`, {
    params: { path: { organisation, personId: chief } },
  });
  expect(got(employments).items).toMatchObject([{ number: "1", unitName: "Rehab", title: "Enhetschef" }]);
  got(
    await admin.POST(`${BASE}/units/{unitId}/managers`, {
      params: { path: { organisation, unitId: rehab } },
      body: { person: "1", from: "2020-01-01", to: null },
    }),
  );

  // A model, added by its lead and adopted by somebody else.
  const model = await readFile(join(projectRoot(), "demo/models/fysioterapeut.yaml"), "utf8");
  got(
    await lead.POST(`${BASE}/models`, {
      params: here,
      headers: { "Content-Type": "application/yaml" },
      body: model,
      bodySerializer: (text) => text,
    }),
  );
  const version = { path: { organisation, model: "fysioterapeut", number: "1" } };
  const draft = await adopter.GET(`${BASE}/models/{model}/versions/{number}`, { params: version });
  const decision = { decidedAs: "HR-direktör", delegation: "4.2", diaryNumber: "HR 2026/1", restsOn: "" };
  const adoption = {
    params: { ...version, header: { "If-Match": tagOf(draft) } },
    body: { ...decision, inForceFrom: "2026-01-01" },
  };
  expect(got(await adopter.POST(`${BASE}/models/{model}/versions/{number}/adoption`, adoption)).status).toBe(
    "adopted",
  );
  const again = await adopter.POST(`${BASE}/models/{model}/versions/{number}/adoption`, adoption);
  expect(again.response.status).toBe(412);
  const inForce = { path: { ...version.path, number: "in-force" } };
  const asJson = await lead.GET(`${BASE}/models/{model}/versions/{number}/file`, {
    params: inForce,
    headers: { Accept: "application/json" },
    parseAs: "json",
  });
  expect(got(asJson as { data?: unknown })).toMatchObject({
    format: "vidga-modell 1",
    modell: { version: 1 },
  });

  // The manager places the staff, each where their dialogue led.
  const manager = await client(null, chief);
  const unit = { path: { organisation, unitId: rehab }, query: { limit: 2 } };
  const listed = got(await manager.GET(`${BASE}/units/{unitId}/placements`, { params: unit }));
  expect(listed).toMatchObject({ total: 6, placeable: 6, placed: 0 });
  let page = listed;
  for (let number = 2; ; number++) {
    for (const { personId } of page.items.filter(({ state }) => state === "not-placed")) {
      const person = { path: { organisation, personId } };
      const now = got(await manager.GET(`${BASE}/people/{personId}/placements`, { params: person }));
      const [placing] = now.placings;
      const wanted = {
        modelId: placing?.modelId ?? "",
        levelId: placing?.levels[0]?.levelId ?? "",
        dialogueOn: today,
        basis: "first-introduction" as const,
        motivation: "Det vi kom fram till i samtalet.",
        follows: placing?.follows ?? null,
      };
      got(await manager.POST(`${BASE}/people/{personId}/placements`, { params: person, body: wanted }));
      const twice = await manager.POST(`${BASE}/people/{personId}/placements`, {
        params: person,
        body: wanted,
      });
      expect(twice.response.status).toBe(409);
    }
    if (page.next === null) break;
    page = got(
      await manager.GET(`${BASE}/units/{unitId}/placements`, {
        params: { ...unit, query: { limit: 2, page: number } },
      }),
    );
  }

  // What it has come to.
  const coverage = got(await lead.GET(`${BASE}/coverage`, { params: here }));
  expect(coverage.items).toMatchObject([
    { slug: "fysioterapeut", figure: { showing: "shown", employed: 6, placed: 6, percent: 100 } },
  ]);
  const byUnit = got(
    await lead.GET(`${BASE}/coverage/{model}`, {
      params: { path: { organisation, model: "fysioterapeut" } },
    }),
  );
  expect(byUnit.items.map(({ unit: each }) => each?.name)).toContain("Rehab");
  const part = got(
    await lead.GET(`${BASE}/coverage/{model}`, {
      params: { path: { organisation, model: "fysioterapeut" }, query: { limit: 1, page: 2 } },
    }),
  );
  expect(part).toMatchObject({ items: [byUnit.items[1]], total: byUnit.items.length });
  expect(got(await lead.POST(`${BASE}/measurements`, { params: here, body: { note: "Första" } })).day).toBe(
    today,
  );
  const measured = got(await lead.GET(`${BASE}/measurements`, { params: here }));
  expect(measured).toMatchObject({ items: [{ day: today, note: "Första" }], frozenToday: true });

  // Who was read about is in the log, with the account that read.
  const rows = await as(null, ({ tx }) =>
    tx.selectFrom("access_log").select("what").distinct().orderBy("what").execute(),
  );
  expect(rows.map(({ what }) => what)).toEqual(
    expect.arrayContaining(["people-search", "person", "placement-history", "placements"]),
  );
});

test("what the server sends carries the headers that protect it, an exact tag, and no cookie is looked at", async () => {
  const admin = await client("administrator");
  const answer = await admin.GET(`${BASE}/settings`, { params: here });
  expect(tagOf(answer)).toMatch(/^"[\w-]{27}"$/);
  expect(answer.response.headers.get("Content-Encoding")).toBeNull();
  expect(answer.response.headers.get("X-Content-Type-Options")).toBe("nosniff");
  const document = await fetch(`${server.url}/api/v1/openapi.json`);
  const kept = JSON.parse(await readFile(join(projectRoot(), "docs/api/openapi.json"), "utf8")) as unknown;
  expect(await document.json()).toEqual(kept);
  const without = await fetch(`${server.url}/api/v1/organisations/${slug}/units`, {
    method: "POST",
    headers: { Cookie: `vidga-${slug}=x`, "Content-Type": "application/json" },
    body: "{}",
  });
  expect(without.status).toBe(401);
  expect(await server.logged(without.headers.get("x-request-id"))).not.toMatch(/vidga_[\w-]{20}/);
});
