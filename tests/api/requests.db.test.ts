/** What every operation of the API has in common: editing, making, lists, and bad input (INT-3). */
import { expect, test } from "vitest";
import { testDatabase } from "../support/database.ts";
import { apiSite, reasonsIn, type Sent } from "./site.ts";

const database = await testDatabase();
const { ask: askAny, account, token, as, unit, person, put } = await apiSite(database);
const admin = (await token(await account(["administrator"]))).text;
const employee = (await token(await account())).text;
const ask = (method: string, path: string, sent: Sent = {}) =>
  askAny(method, path, { token: admin, ...sent });
const etagOf = async (path: string): Promise<string> => (await ask("GET", path)).headers.get("ETag") ?? "";
const logRows = () =>
  as(null, ({ tx }) => tx.selectFrom("access_log").select(["what", "person_ids"]).execute());

const UNIT = {
  name: "Rehab",
  parentId: null,
  code: null,
  isAuthority: false,
  validFrom: "2020-01-01",
  validTo: null,
};

test("ORG-2 a unit is made, read and changed; the answer to a change is what the next one begins with", async () => {
  const made = await ask("POST", "/units", { body: UNIT });
  expect(made.status).toBe(201);
  const address = (made.headers.get("Location") ?? "").replace(/^\/api\/v1\/organisations\/[^/]+/, "");
  expect(address).toBe(`/units/${String(made.json["id"])}`);
  const read = await ask("GET", address);
  expect(read.json).toMatchObject({ ...UNIT, manager: null, acting: null, below: 0 });
  const changed = await ask("PUT", address, {
    body: { ...UNIT, name: "Rehabenheten" },
    headers: { "If-Match": read.headers.get("ETag") ?? "" },
  });
  expect(changed.status).toBe(200);
  expect(changed.json).toMatchObject({ name: "Rehabenheten" });
  expect(changed.headers.get("ETag")).toBe(await etagOf(address));
  const refused = await ask("PUT", address, {
    body: { ...UNIT, name: "", validTo: "2019-01-01", parentId: made.json["id"] },
    headers: { "If-Match": `W/${await etagOf(address)}` },
  });
  expect(refused.status).toBe(422);
  expect(reasonsIn(refused)).toEqual([
    "missing name",
    "ends-before-it-begins validTo",
    "below-itself parentId",
  ]);
});

test("a change needs the ETag of what was read: 428 without, 412 with a stale one, and nothing is lost", async () => {
  const before = await etagOf("/settings");
  const settings = (await ask("GET", "/settings")).json;
  const put = (headers: Record<string, string>, more: object) =>
    ask("PUT", "/settings", { body: { ...settings, ...more }, headers });
  for (const headers of [{}, { "If-Match": "*" }, { "If-Match": "" }])
    expect((await put(headers, { talkWord: "samtal" })).status).toBe(428);
  expect((await put({ "If-Match": before }, { talkWord: "samtal" })).status).toBe(200);
  const stale = await put({ "If-Match": before }, { talkWord: "dialog" });
  expect(stale.status).toBe(412);
  expect(stale.headers.get("Content-Type")).toBe("application/problem+json");
  expect((await ask("GET", "/settings")).json["talkWord"]).toBe("samtal");
  expect(
    (await put({ "If-Match": `"x", ${await etagOf("/settings")}` }, { talkWord: "dialog" })).status,
  ).toBe(200);
});

test.each(["/settings", "unit", "profession"])(
  "50 editors of %s at once: one winner, 49 told",
  async (what) => {
    const path =
      what === "unit"
        ? `/units/${await unit("Femtio", null)}`
        : what === "profession"
          ? await professionAddress()
          : what;
    const { json, headers } = await ask("GET", path);
    const { id: _i, below: _b, manager: _m, acting: _a, ...body } = json as Record<string, unknown>;
    const field = "talkWord" in body ? "talkWord" : "nameSv" in body ? "nameSv" : "name";
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, number) =>
        ask("PUT", path, {
          body: { ...body, [field]: `Ord ${number}` },
          headers: { "If-Match": headers.get("ETag") ?? "" },
        }),
      ),
    );
    const count = Object.groupBy(answers, ({ status }) => String(status));
    expect(Object.fromEntries(Object.entries(count).map(([status, all]) => [status, all?.length]))).toEqual({
      200: 1,
      412: 49,
    });
    expect((await ask("GET", path)).json[field]).toBe(count["200"]?.[0]?.json[field]);
  },
);

test("ORG-4 a manager's and a deputy's time end; of 20 who end it at once one is first, and the others are told", async () => {
  const unitId = await unit("Ändring", null);
  const path = `/units/${unitId}/managers`;
  for (const [name, email] of [
    ["Mia Manager", "mia@exempel.se"],
    ["Dag Deputy", "dag@exempel.se"],
  ] as const)
    await person(name, { email });
  await ask("POST", path, { body: { person: "mia@exempel.se", from: "2026-01-01", to: null } });
  const deputy = { person: "dag@exempel.se", reason: "Ledighet", from: "2026-11-01", to: "2026-12-01" };
  await ask("POST", `/units/${unitId}/deputies`, { body: deputy });
  const read = await ask("GET", path);
  const { managers, deputies } = read.json as unknown as Record<"managers" | "deputies", { id: string }[]>;
  const tag = { "If-Match": read.headers.get("ETag") ?? "" };
  const ends = await Promise.all(
    Array.from({ length: 20 }, (_, day) =>
      ask("POST", `${path}/${managers[0]?.id}/ending`, {
        body: { to: `2026-12-${String(day + 10)}` },
        headers: tag,
      }),
    ),
  );
  expect(ends.filter(({ status }) => status === 412)).toHaveLength(19);
  const won = ends.find(({ status }) => status === 200);
  const now = await ask("GET", path);
  expect(now.json).toEqual(won?.json);
  expect(now.json["managers"]).toMatchObject([{ name: "Mia Manager", from: "2026-01-01" }]);

  const end = (to: string, id = deputies[0]?.id, headers = { "If-Match": now.headers.get("ETag") ?? "" }) =>
    ask("POST", `/units/${unitId}/deputies/${id}/ending`, { body: { to }, headers });
  expect(reasonsIn(await end("2026-11-31"))).toEqual(["not-a-day to"]);
  expect((await end("2026-11-23", managers[0]?.id)).status).toBe(404);
  expect((await end("2026-11-01")).json).toMatchObject({ deputies: [] });
});

async function professionAddress(): Promise<string> {
  const body = { nameSv: "Audionom", nameEn: "Audiologist", aidCode: null, ssykCode: null, escoUri: null };
  const more = { jobtechUri: null, licensed: true, unions: [], titles: [] };
  const made = await ask("POST", "/professions", { body: { ...body, ...more } });
  return `/professions/${String(made.json["id"])}`;
}

test("what is known already is not sent again", async () => {
  const tag = await etagOf("/settings");
  expect(tag).toMatch(/^"[\w-]{27}"$/);
  const answer = await ask("GET", "/settings", { headers: { "If-None-Match": tag } });
  expect([answer.status, answer.text, answer.headers.get("ETag")]).toEqual([304, "", tag]);
  expect((await ask("GET", "/settings", { headers: { "If-None-Match": '"x"' } })).status).toBe(200);
});

test("an Idempotency-Key: the same request is answered as the first time, another one is refused", async () => {
  const headers = { "Idempotency-Key": "natt-2026-11-22" };
  const body = { ...UNIT, name: "En enda" };
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => ask("POST", "/units", { body, headers })),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(new Set(answers.map((answer) => answer.headers.get("Location"))).size).toBe(1);
  expect((await ask("GET", `/units?q=${encodeURIComponent("En enda")}`)).json["total"]).toBe(1);
  const another = await ask("POST", "/units", { body: { ...body, name: "En annan" }, headers });
  expect([another.status, reasonsIn(another)]).toEqual([422, ["idempotency-key-used Idempotency-Key"]]);
  expect((await ask("POST", "/professions", { body, headers })).status).toBe(422);
  const bad = await ask("POST", "/units", { body, headers: { "Idempotency-Key": "x".repeat(201) } });
  expect(reasonsIn(bad)).toEqual(["bad-idempotency-key Idempotency-Key"]);
  // Somebody else's key is another one.
  const other = (await token(await account(["administrator"]))).text;
  expect(
    (await ask("POST", "/units", { body: { ...body, name: "Tredje" }, headers, token: other })).status,
  ).toBe(201);
});

test("a refused request lets its key be used again, mended", async () => {
  const headers = { "Idempotency-Key": "mended" };
  expect((await ask("POST", "/units", { body: { ...UNIT, name: "" }, headers })).status).toBe(422);
  expect((await ask("POST", "/units", { body: { ...UNIT, name: "Lagad" }, headers })).status).toBe(201);
});

test("a list comes in pages that lead on, each row once", async () => {
  const root = await unit("Förvaltningen", null);
  for (let number = 0; number < 7; number++) await unit(`Enhet ${number}`, root);
  const seen: string[] = [];
  let next: string | null = `/units?under=${root}&limit=3`;
  for (let pages = 0; next !== null; pages++) {
    expect(pages).toBeLessThan(3);
    const { json, headers } = await ask("GET", next);
    expect(json["total"]).toBe(8);
    seen.push(...json.items.map(({ name }) => String(name)));
    const on = json["next"] as string | null;
    expect(headers.get("Link")).toBe(on === null ? null : `<${on}>; rel="next"`);
    next = on === null ? null : on.replace(/^\/organisations\/[^/]+/, "");
  }
  expect(seen).toEqual(["Förvaltningen", ...Array.from({ length: 7 }, (_, number) => `Enhet ${number}`)]);
  expect((await ask("GET", `/units?page=100000`)).json.items).toEqual([]);
});

test.each([
  ["?limit=201", "too-large limit"],
  ["?limit=0", "too-small limit"],
  ["?limit=ten", "wrong-type limit"],
  ["?limit=1e3", "wrong-type limit"],
  ["?limit=5&limit=6", "repeated limit"],
  ["?limit[]=5", "unknown-field limit[]"],
  ["?__proto__=x", "unknown-field __proto__"],
  ["?constructor=x", "unknown-field constructor"],
  ["?day=2026-02-30", "not-a-day day"],
  ["?q=%00", "bad-character q"],
  [`?q=${"x".repeat(101)}`, "too-large q"],
])("a list asked for as %s is refused: %s", async (search, reason) => {
  const answer = await ask("GET", `/units${search}`);
  expect([answer.status, reasonsIn(answer)]).toEqual([422, [reason]]);
});

const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
const object = (depth: number): string => '{"a":'.repeat(depth) + "1" + "}".repeat(depth);
test.each<[string, string, number, readonly string[]]>([
  ["no JSON", "{", 400, ["not-json"]],
  ["nothing", "", 400, ["not-json"]],
  ["lists 100,000 deep", nested(100_000), 400, ["too-deep"]],
  ["objects 30,000 deep", object(30_000), 400, ["too-deep"]],
  ["a list", "[]", 422, ["wrong-type"]],
  ["null", "null", 422, ["wrong-type"]],
  ["an unknown field", JSON.stringify({ ...UNIT, id: "x" }), 422, ["unknown-field id"]],
  [
    "__proto__",
    `{"__proto__":{"admin":true},${JSON.stringify(UNIT).slice(1)}`,
    422,
    ["unknown-field __proto__"],
  ],
  [
    "constructor",
    JSON.stringify({ ...UNIT, constructor: { prototype: {} } }),
    422,
    ["unknown-field constructor"],
  ],
  ["a list for an id", JSON.stringify({ ...UNIT, parentId: ["x"] }), 422, ["wrong-type parentId"]],
  ["an object for a text", JSON.stringify({ ...UNIT, name: { toString: 1 } }), 422, ["wrong-type name"]],
  ["a number for a yes", JSON.stringify({ ...UNIT, isAuthority: 1 }), 422, ["wrong-type isAuthority"]],
  ["a NUL", JSON.stringify({ ...UNIT, name: "a\0b" }), 422, ["bad-character name"]],
  ["half a character", JSON.stringify({ ...UNIT, name: "\ud800" }), 422, ["bad-character name"]],
  ["an id of nothing", JSON.stringify({ ...UNIT, parentId: "1' or 1=1" }), 422, ["no-such-unit parentId"]],
  [
    "empty",
    "{}",
    422,
    ["name", "parentId", "code", "isAuthority", "validFrom", "validTo"].map((each) => `missing ${each}`),
  ],
])("a body that is %s is refused in good order", async (_, body, status, reasons) => {
  const answer = await ask("POST", "/units", { body });
  expect([answer.status, reasonsIn(answer)]).toEqual([status, reasons]);
});

test("a body that is too large, of another media type, or where none is taken", async () => {
  const large = await ask("POST", "/units", { body: `"${"x".repeat(300 * 1024)}"` });
  expect(large.status).toBe(413);
  const type = await ask("POST", "/units", { body: "name=x", headers: { "Content-Type": "text/plain" } });
  expect(type.status).toBe(415);
  expect(type.headers.get("Accept-Post")).toBe("application/json");
  const none = await ask("POST", "/staff-imports/x/cancellation", { body: {} });
  expect(reasonsIn(none)).toEqual(["body-not-taken"]);
});

test("an address that names nothing is a 404, a method that it has not a 405; both say so as problems", async () => {
  for (const path of [
    "/finns-inte",
    "//finns-inte",
    "/units/1",
    "/units/%00",
    "/models/%E5",
    "/people/x/placements",
  ]) {
    const answer = await ask("GET", path);
    expect([path, answer.status, answer.json["code"]]).toEqual([path, 404, "not-found"]);
  }
  const method = await ask("DELETE", "/units");
  expect([method.status, method.headers.get("Allow")]).toEqual([405, "GET, POST"]);
});

test("ORG-8 who may not is told that it is not there, before anything of theirs is looked at", async () => {
  for (const [method, path, body] of [
    ["GET", "/settings", undefined],
    ["PUT", "/settings", (await ask("GET", "/settings")).json],
    ["POST", "/units", UNIT],
    ["GET", "/people?q=kim", undefined],
    ["GET", "/staff-imports", undefined],
  ] as const) {
    const answer = await ask(method, path, { token: employee, body, headers: { "If-Match": '"x"' } });
    expect([path, answer.status]).toEqual([path, 404]);
  }
});

test("PRV-1 what is read over the API is logged in the same transaction, also when it is answered by 304", async () => {
  const someone = await person("Kim Läst");
  const before = (await logRows()).length;
  const tag = await etagOf(`/people/${someone}`);
  await ask("GET", `/people/${someone}`, { headers: { "If-None-Match": tag } });
  const rows = (await logRows()).slice(before);
  expect(rows).toEqual([
    { what: "person", person_ids: [someone] },
    { what: "person", person_ids: [someone] },
  ]);
});

test("ORG-7 a person with protected identity is in no list, search or count, and not there by id", async () => {
  const home = await unit("Skyddade", null);
  const hidden = await person("Kim Dold", { protected_identity: true });
  await put("employment", { id: hidden, person_id: hidden, number: "d1", valid_from: "2020-01-01" });
  await put("employment_period", {
    employment_id: hidden,
    person_id: hidden,
    unit_id: home,
    title: "",
    form: "permanent",
    extent: 100,
    is_main: true,
    valid_from: "2020-01-01",
  });
  expect((await ask("GET", `/people/${hidden}`)).status).toBe(404);
  expect((await ask("GET", "/people?q=dold")).json).toMatchObject({ items: [], total: 0 });
  expect((await ask("GET", "/people?q=d1")).json).toMatchObject({ items: [], total: 0 });
  expect((await ask("GET", `/units/${home}/people`)).json).toMatchObject({ items: [], total: 0 });
  await put("unit_manager", { unit_id: home, person_id: hidden, valid_from: "2020-01-01" });
  expect((await ask("GET", `/units/${home}`)).json["manager"]).toEqual({ name: null });
  const { managers } = (await ask("GET", `/units/${home}/managers`)).json as unknown as {
    managers: object[];
  };
  expect(managers).toMatchObject([{ personId: null, name: null }]);
});

test("ORG-4 a manager and a deputy are named by employment number", async () => {
  const home = await unit("Med chef", null);
  const chief = await person("Kim Chef");
  await put("employment", { id: chief, person_id: chief, number: "c1", valid_from: "2020-01-01" });
  const named = await ask("POST", `/units/${home}/managers`, {
    body: { person: "c1", from: "2026-01-01", to: null },
  });
  expect(named.status).toBe(201);
  expect((await ask("GET", `/units/${home}`)).json["manager"]).toEqual({ name: "Kim Chef" });
  const nobody = await ask("POST", `/units/${home}/deputies`, {
    body: { person: "finns-inte", reason: "", from: "2026-01-01", to: "2025-01-01" },
  });
  expect(reasonsIn(nobody)).toEqual(["no-such-person person", "ends-before-it-begins to", "missing reason"]);
});
