/** Models over the API: files in both notations, and files that mean harm (INT-3, MOD-2, MOD-15). */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../../src/platform/database/project-root.ts";
import { testDatabase } from "../support/database.ts";
import { apiSite, reasonsIn } from "./site.ts";

const database = await testDatabase();
const { ask, account, token, put } = await apiSite(database);
const lead = (await token(await account(["process_lead"]))).text;
const adopter = (await token(await account(["adopter"]))).text;
const employee = (await token(await account())).text;
await put("profession", {
  id: "5f0c7f0e-3a51-4c1e-9d0b-6f6a2f1f7a10",
  name_sv: "Fysioterapeut",
  name_en: "Physiotherapist",
});
const model = await readFile(join(projectRoot(), "demo/models/fysioterapeut.yaml"), "utf8");
const YAML = { "Content-Type": "application/yaml" };
const VERSION = "/models/fysioterapeut/versions/1";
const DECISION = {
  decidedAs: "HR-direktör",
  delegation: "4.2",
  diaryNumber: "1",
  restsOn: "",
  inForceFrom: "2026-01-01",
};

test("MOD-2 a version is added, seen by those who work with it, adopted once, and then in force for everyone", async () => {
  const added = await ask("POST", "/models", { token: lead, body: model, headers: YAML });
  expect([added.status, added.json]).toEqual([201, { slug: "fysioterapeut", number: 1 }]);
  expect(reasonsIn(await ask("POST", "/models", { token: lead, body: model, headers: YAML }))).toEqual([
    "draft-exists",
  ]);
  expect((await ask("GET", VERSION, { token: employee })).status).toBe(404);
  const read = await ask("GET", VERSION, { token: adopter });
  expect(read.json["status"]).toBe("draft");
  const adopt = (headers: Record<string, string>, more = {}) =>
    ask("POST", `${VERSION}/adoption`, {
      token: adopter,
      headers,
      body: { ...DECISION, ...more },
    });
  expect((await adopt({})).status).toBe(428);
  const tag = { "If-Match": read.headers.get("ETag") ?? "" };
  expect(reasonsIn(await adopt(tag, { decidedAs: "", diaryNumber: "" }))).toEqual([
    "missing decidedAs",
    "missing diaryNumber",
  ]);
  const twenty = await Promise.all(Array.from({ length: 20 }, () => adopt(tag)));
  expect(twenty.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(new Set(twenty.map(({ status }) => status))).toEqual(new Set([201, 412]));
  const inForce = await ask("GET", "/models/fysioterapeut/versions/in-force", { token: employee });
  expect(inForce.json).toMatchObject({ status: "adopted", inForceFrom: "2026-01-01", isInForce: true });
});

test("MOD-15 the file comes out in both notations, and either is read back as the same text", async () => {
  const of = async (accept: string) =>
    ask("GET", `${VERSION}/file`, { token: lead, headers: { Accept: accept } });
  const [yaml, asJson] = [await of("*/*"), await of("application/json")];
  expect(yaml.headers.get("Content-Type")).toBe("application/yaml");
  expect((await of("text/html")).status).toBe(406);
  const second = (text: string, number: number) => text.replace(/("?version"?: )1\b/, `$1${number}`);
  const again = await ask("POST", "/models", { token: lead, body: second(yaml.text, 2), headers: YAML });
  const once = await ask("POST", "/models", { token: lead, body: second(asJson.text, 3) });
  expect([again.status, once.status]).toEqual([201, 201]);
  const textOf = async (number: number) => {
    const { json } = await ask("GET", `/models/fysioterapeut/versions/${number}`, { token: lead });
    return [json["items"], json["intro"], json["structure"], json["tracks"]];
  };
  expect(JSON.stringify((await textOf(2))[0])).toBe(JSON.stringify((await textOf(1))[0]));
  expect(JSON.stringify((await textOf(3))[0])).toBe(JSON.stringify((await textOf(1))[0]));
});

test("MOD-2 a revision is begun, sent out and taken back; the model rests and is taken up again; all of it is told", async () => {
  const begun = await ask("POST", "/models/fysioterapeut/versions", { token: lead, body: { from: 1 } });
  const number = Number(begun.json["number"]);
  expect(begun.status).toBe(201);
  const draft = `/models/fysioterapeut/versions/${number}`;
  const tagOf = async (path: string, who: string) => ({
    "If-Match": (await ask("GET", path, { token: who })).headers.get("ETag") ?? "",
  });
  const send = (status: string, headers: Record<string, string>) =>
    ask("PUT", `${draft}/status`, { token: lead, headers, body: { status, reason: "Svar i januari" } });
  const read = await tagOf(draft, lead);
  expect((await send("consultation", {})).status).toBe(428);
  expect((await send("consultation", read)).json).toMatchObject({ number, status: "consultation" });
  expect((await send("draft", read)).status).toBe(412);
  expect((await send("draft", await tagOf(draft, lead))).json).toMatchObject({ status: "draft" });

  const stand = async (status: string, reason: string) =>
    ask("PUT", "/models/fysioterapeut/status", {
      token: adopter,
      headers: await tagOf("/models/fysioterapeut", adopter),
      body: { status, reason },
    });
  expect(reasonsIn(await stand("dormant", ""))).toEqual(["no-reason reason"]);
  expect((await stand("dormant", "Gruppen vilar")).json).toEqual({ status: "dormant" });
  expect((await ask("GET", "/models/fysioterapeut", { token: employee })).json["status"]).toBe("dormant");
  expect((await stand("active", "Gruppen är tillbaka")).json).toEqual({ status: "active" });

  const history = await ask("GET", "/models/fysioterapeut/history", { token: lead });
  // All of it at one instant here.
  expect(history.json["items"]).toEqual(
    expect.arrayContaining(
      [
        { kind: "active", number: null, reason: "Gruppen är tillbaka" },
        { kind: "dormant", number: null, reason: "Gruppen vilar" },
        { kind: "draft", number, reason: "Svar i januari" },
        { kind: "consultation", number },
        { kind: "begun", number, begunFrom: 1 },
      ].map((each) => expect.objectContaining(each) as unknown),
    ),
  );
  const part = await ask("GET", "/models/fysioterapeut/history?limit=4", { token: lead });
  expect(part.json["items"]).toHaveLength(4);
  expect(part.json["next"]).toMatch(/page=2/);
  expect((await ask("GET", "/models/fysioterapeut/history", { token: employee })).status).toBe(404);
});

test.each([
  ["brackets", "[".repeat(1_900_000)],
  ["braces", "{a: ".repeat(480_000)],
  ["dashes", "- ".repeat(950_000)],
  ["JSON as YAML", '{"a":'.repeat(100_000)],
])("a file of %s is refused at once", async (_, body) => {
  const begun = performance.now();
  const answer = await ask("POST", "/models", { token: lead, body, headers: YAML });
  expect([answer.status, reasonsIn(answer)]).toEqual([422, ["not-readable"]]);
  expect(performance.now() - begun).toBeLessThan(2_000);
});

test("a file as JSON is as deep as JSON may be, a file without text is none, and one that is too large is not read", async () => {
  const deep = await ask("POST", "/models", { token: lead, body: "[".repeat(100_000) });
  expect([deep.status, reasonsIn(deep)]).toEqual([400, ["too-deep"]]);
  const binary = await ask("POST", "/models", { token: lead, body: "\x89PNG", headers: YAML });
  expect(binary.status).toBe(422);
  const large = await ask("POST", "/models", { token: lead, body: "x".repeat(2_200_000), headers: YAML });
  expect(large.status).toBe(413);
});

test("MOD-9 a supplement is written whole, and what would take the place of the base is refused", async () => {
  const path = "/models/fysioterapeut/supplement";
  const read = async () => {
    const { headers, json } = await ask("GET", path, { token: lead });
    return { json, tag: { "If-Match": headers.get("ETag") ?? "" } };
  };
  const before = await read();
  const effective = await ask("GET", "/models/fysioterapeut/effective", { token: employee });
  const items = effective.json["items"] as {
    key: string;
    text: string;
    levelKey: string;
    headingKey: string;
  }[];
  const [base] = items;
  if (!base) throw new Error("the model has no items");
  const line = {
    key: "ny",
    levelKey: base.levelKey,
    trackKey: null,
    headingKey: base.headingKey,
    kind: "duty",
    mandatory: null,
    text: "Du följer vår rutin.",
    visibility: "public",
  };
  const clarification = { itemKey: base.key, text: "Så här hos oss.", visibility: "public" };
  const save = (body: object, tag = before.tag) => ask("PUT", path, { token: lead, headers: tag, body });
  expect((await save({ items: [line], clarifications: [], unused: [] }, {} as never)).status).toBe(428);
  for (const more of [{ removed: [base.key] }, { items: [{ ...line, replaces: base.key }] }])
    expect((await save({ items: [], clarifications: [], unused: [], ...more })).status).toBe(422);
  expect(
    reasonsIn(await save({ items: [], clarifications: [{ ...clarification, itemKey: "x" }], unused: [] })),
  ).toEqual(["unknown-item clarifications.0.itemKey"]);
  expect(
    reasonsIn(
      await save({ items: [], clarifications: [], unused: [{ of: "item", key: base.key, reason: "Nej" }] }),
    ),
  ).toContain("base-locked unused.0");
  // A line of the base's own key is a line beside it, under a key of its own.
  const saved = await save({
    items: [{ ...line, key: base.key }],
    clarifications: [clarification],
    unused: [],
  });
  expect(saved.status).toBe(200);
  expect((await save({ items: [], clarifications: [], unused: [] })).status).toBe(412);
  const { json } = await read();
  expect(json).toMatchObject({ draft: 1, clarifications: [clarification] });
  expect((json["items"] as { key: string }[]).map(({ key }) => key)).not.toContain(base.key);
  const still = await ask("GET", "/models/fysioterapeut/effective", { token: employee });
  expect(still.json["items"]).toEqual(items);
});

test("MOD-16 a supplement is sent out for consultation, where nobody writes on it, and is adopted as it was read", async () => {
  const path = "/models/fysioterapeut/supplement";
  const tag = async () => {
    const { headers } = await ask("GET", path, { token: lead });
    return { "If-Match": headers.get("ETag") ?? "" };
  };
  const send = async (status: string, headers: Record<string, string>) =>
    ask("PUT", `${path}/status`, { token: lead, headers, body: { status, reason: "Svar senast i mars" } });
  const written = await tag();
  const asked = await send("consultation", written);
  expect([asked.status, asked.json["versions"]]).toEqual([
    200,
    [{ number: 1, status: "consultation", baseNumber: 1, inForceFrom: null }],
  ]);
  expect((await send("draft", written)).status).toBe(412);
  const nothing = { items: [], clarifications: [], unused: [] };
  const write = await ask("PUT", path, { token: lead, headers: await tag(), body: nothing });
  expect([write.status, reasonsIn(write)]).toEqual([422, ["in-consultation"]]);

  const adopt = async (headers: Record<string, string>, more = {}) =>
    ask("POST", `${path}/adoption`, { token: adopter, headers, body: { ...DECISION, ...more } });
  expect((await adopt(written)).status).toBe(412);
  const refused = await adopt(await tag(), { diaryNumber: "", inForceFrom: "2020-01-01" });
  expect([refused.status, reasonsIn(refused)]).toEqual([
    422,
    ["missing diaryNumber", "base-not-in-force inForceFrom"],
  ]);
  expect((await adopt(await tag())).status).toBe(201);
  expect(reasonsIn(await adopt(await tag()))).toEqual(["not-adoptable-from"]);
  const effective = await ask("GET", "/models/fysioterapeut/effective", { token: employee });
  expect(effective.json["layers"]).toEqual([{ of: "employer" }]);
});
