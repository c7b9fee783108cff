/** Writing a draft an item at a time over the API (INT-3, MOD-3, MOD-5). */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "../../src/platform/database/project-root.ts";
import { testDatabase } from "../support/database.ts";
import { apiSite, reasonsIn, type Answer } from "./site.ts";

const database = await testDatabase();
const { ask, account, token, put } = await apiSite(database);
const lead = (await token(await account(["process_lead"]))).text;
const colleague = (await token(await account(["process_lead"]))).text;

const ITEMS = "/models/fysioterapeut/versions/1/items";
const PLACE = { levelKey: "bas", trackKey: null };
const duty = { kind: "duty", mandatory: null, text: "Du provar.", visibility: "public" };
let headingKey = "";
let otherLevel = "";

const add = (body: object, headers: Record<string, string> = {}) =>
  ask("POST", ITEMS, { token: lead, body: { ...PLACE, headingKey, ...duty, ...body }, headers });
const pathOf = (answer: Answer) => `${ITEMS}/${String(answer.json["id"])}`;
const tagOf = async (path: string) => (await ask("GET", path, { token: lead })).headers.get("ETag") ?? "";
const send = (method: "PUT" | "DELETE", path: string, match: string | null, body?: object, by = lead) =>
  ask(method, path, {
    token: by,
    ...(body ? { body } : {}),
    headers: match === null ? {} : { "If-Match": match },
  });

beforeAll(async () => {
  await put("profession", {
    id: crypto.randomUUID(),
    name_sv: "Fysioterapeut",
    name_en: "Physiotherapist",
  });
  const model = await readFile(join(projectRoot(), "demo/models/fysioterapeut.yaml"), "utf8");
  await ask("POST", "/models", { token: lead, body: model, headers: { "Content-Type": "application/yaml" } });
  const { json } = await ask("GET", "/models/fysioterapeut/versions/1", { token: lead });
  const { levels, headings } = json["structure"] as Record<"levels" | "headings", { key: string }[]>;
  headingKey = headings.at(-1)?.key ?? "";
  otherLevel = levels.find(({ key }) => key !== PLACE.levelKey)?.key ?? "";
});

describe("MOD-3: an item of a draft", () => {
  test("is added once, listed, written, moved and removed", async () => {
    const once = { "Idempotency-Key": "en rad" };
    const added = await add({}, once);
    expect(added.status).toBe(201);
    expect((await add({}, once)).text).toBe(added.text);
    const path = pathOf(added);
    const { json: all } = await ask("GET", `${ITEMS}?limit=200`, { token: lead });
    expect(all.items.filter(({ text }) => text === duty.text)).toMatchObject([{ id: added.json["id"] }]);

    const wording = { ...duty, text: "Du provar och säger varför.", note: "Nytt." };
    const written = await send("PUT", path, await tagOf(path), wording);
    expect(written.json).toMatchObject({ ...wording, id: added.json["id"], key: added.json["key"] });
    const to = { levelKey: otherLevel, trackKey: null, headingKey, position: 1 };
    const moved = await send("PUT", `${path}/place`, await tagOf(path), to);
    expect(moved.json).toMatchObject({ levelKey: otherLevel, position: 1, text: wording.text });
    const removed = await send("DELETE", path, await tagOf(path));
    expect(removed.json).toEqual({ id: added.json["id"] });
    expect((await ask("GET", path, { token: lead })).status).toBe(404);
  });

  test("MOD-5 is changed only as it was read, whoever is first", async () => {
    const path = pathOf(await add({}));
    expect((await send("PUT", path, null, duty)).status).toBe(428);
    const read = await tagOf(path);
    const both = await Promise.all(
      [lead, colleague].map((by, n) => send("PUT", path, read, { ...duty, text: `Text ${n}` }, by)),
    );
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    const to = { ...PLACE, headingKey, position: null };
    expect((await send("PUT", `${path}/place`, read, to)).status).toBe(412);
    expect((await send("DELETE", path, read)).status).toBe(412);
    expect((await send("DELETE", path, await tagOf(path))).status).toBe(200);
    expect((await send("PUT", path, read, duty)).status).toBe(404);
  });

  test("keeps every character that can be read, and is refused by name for those that can't", async () => {
    const text = "\u202Bעברית\u202C och 👩🏽‍⚕️ [länk](javascript:alert(1)) e\u0301";
    const added = await add({ text });
    expect(added.json).toMatchObject({ text });
    expect((await ask("GET", pathOf(added), { token: lead })).json["text"]).toBe(text);
    expect(reasonsIn(await add({ text: "x".repeat(20_000) }))).toEqual(["text-too-long text"]);
    expect(reasonsIn(await add({ text: "" }))).toEqual(["empty-text text"]);
    expect(reasonsIn(await add({ text: "a\u0007b" }))).toEqual(["bad-character text"]);
    expect(reasonsIn(await add({ text: "\uD800" })).join()).toMatch(/bad-character|bad-json|not-text/);
    expect((await add({ grade: 3 })).status).toBe(422);
    expect(reasonsIn(await add({ levelKey: "finns-inte" }))).toEqual(["unknown-level levelKey"]);
    expect(
      reasonsIn(
        await add({ kind: "formal", mandatory: true, formal: { type: "experience" }, text: "Två år" }),
      ),
    ).toEqual(["experience-without-months formal.months"]);
  });

  test("is written in a draft alone", async () => {
    const path = pathOf(await add({}));
    const version = "/models/fysioterapeut/versions/1";
    const out = await send("PUT", `${version}/status`, await tagOf(version), {
      status: "consultation",
      reason: "",
    });
    expect(out.status).toBe(200);
    for (const refused of [
      await add({}),
      await send("PUT", path, await tagOf(path), { ...duty, text: "Annat" }),
      await send("DELETE", path, await tagOf(path)),
    ])
      expect([refused.status, reasonsIn(refused)]).toEqual([409, ["not-a-draft"]]);
    expect((await ask("GET", path, { token: lead })).json["text"]).toBe(duty.text);
  });
});
