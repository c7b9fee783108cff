/** All that is held about oneself, and what one says of it, over the API (INT-3, ASM-4, PRV-1). */
import { expect, test } from "vitest";
import { apiOf, reasonsIn } from "../api/site.ts";
import { placementWorld } from "../placement/world.ts";
import { testDatabase } from "../support/database.ts";

const world = await placementWorld(await testDatabase());
const { ask, token, account } = apiOf(world);
const [karin, anna] = [await world.person("Karin Chef"), await world.person("Anna Ek")];
await world.manage(karin, world.rehab);
await world.employ(anna, world.rehab, { from: "2024-01-01" });
const [manager, own] = [(await token(karin.accountId)).text, (await token(anna.accountId)).text];

test("ASM-4, PRV-1: what the register says, who has read and why; a request is sent once and answered once", async () => {
  await ask("GET", `/people/${anna.personId}/placements`, { token: manager });
  expect((await ask("GET", "/my/reads?limit=1", { token: own })).json).toMatchObject({
    total: 1,
    items: [{ reader: "Karin Chef", what: "placement-history", basis: "manager" }],
  });
  const say = (body: object, headers = {}) => ask("POST", "/my/data/requests", { token: own, body, headers });
  expect(reasonsIn(await say({ about: "placements", kind: "correction", words: " " }))).toEqual([
    "missing words",
  ]);
  expect(reasonsIn(await say({ about: "lön", kind: "correction", words: "Mer." }))).toEqual([
    "not-one-of about",
  ]);
  const request = { about: "placements", kind: "correction", words: "Det var i mars." };
  const key = { "Idempotency-Key": "en gång" };
  const sent = await say(request, key);
  expect([sent.status, (await say(request, key)).text]).toEqual([201, sent.text]);
  const waiting = await ask("GET", "/data-requests", { token: manager });
  expect(waiting.json.items).toMatchObject([
    { id: sent.json["id"], givenName: "Anna", words: "Det var i mars." },
  ]);
  const answer = (as: string) =>
    ask("POST", `/data-requests/${String(sent.json["id"])}/answer`, {
      token: as,
      body: { outcome: "kept", words: "Samtalet var i april." },
    });
  expect((await answer(own)).status).toBe(404);
  const both = await Promise.all([answer(manager), answer(manager)]);
  expect(both.map(({ status }) => status)).toEqual(expect.arrayContaining([201, 409]));
  const { json } = await ask("GET", "/my/data", { token: own });
  expect(json).toMatchObject({
    givenName: "Anna",
    employments: [{ unitName: "Rehab", from: "2024-01-01", to: null }],
    leaves: [],
    requests: [{ words: "Det var i mars.", answer: { outcome: "kept", by: "Karin Chef" } }],
  });
});

test("INT-3: an account that is nobody's has nothing of its own, and answers nothing", async () => {
  const system = (await token(await account(["administrator"]))).text;
  for (const path of ["/my/data", "/my/reads", "/data-requests"])
    expect((await ask("GET", path, { token: system })).status).toBe(404);
});

test("ASM-4: what others answer for never crowds out what one answers for oneself", async () => {
  for (let count = 0; count < 51; count += 1)
    await ask("POST", "/my/data/requests", {
      token: own,
      body: { about: "register", kind: "correction", words: `Nummer ${count}.` },
    });
  await ask("POST", "/my/data/requests", {
    token: own,
    body: { about: "evidence", kind: "correction", words: "Kursen var i maj." },
  });
  const { json } = await ask("GET", "/data-requests", { token: manager });
  expect(json.items.map(({ words }) => words)).toEqual(["Kursen var i maj."]);
});
