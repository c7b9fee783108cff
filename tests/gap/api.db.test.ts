/** Needs, debt, impact and who can do what over the API (INT-3, NED-1, DBT-1, MOD-12, SUP-1): the figures of the pages, hidden where those are. */
import { expect, test } from "vitest";
import { newId } from "../../src/shared/ids.ts";
import { show } from "../assessment/facts.ts";
import { apiOf, reasonsIn, type Sent } from "../api/site.ts";
import { testDatabase } from "../support/database.ts";
import { gapWorld } from "./world.ts";

const world = await gapWorld(await testDatabase());
const { ask, token, account } = apiOf(world);
const { model, rehab, chief } = world;
await world.manage(chief, rehab);
const kept = newId();
await world.adopt((await world.draft([{ id: kept }])).number, "2024-01-01");
const people = await world.team(rehab, 9, 7);
// Known on both sides of the authority's line, as the people of this world are placed by the organisation itself.
for (const who of people.slice(0, 5))
  for (const authority_id of [null, world.care])
    await show(world, { who, by: chief }, [kept], { issued_on: "2022-01-01", authority_id });
const next = await world.draft([{ id: kept }, { id: newId() }]);
const [manager, lead] = [
  (await token(chief.accountId)).text,
  (await token(await account(["process_lead"]))).text,
];

test("INT-3, NED-1: what a unit needs is said with the tag of what was read, and every place that is wrong is told", async () => {
  const path = `/units/${rehab}/needs/fysio`;
  const read = await ask("GET", path, { token: manager });
  const tag = read.headers.get("ETag") ?? "";
  const set = (places: readonly object[], headers: Sent["headers"] = { "If-Match": tag }) =>
    ask("PATCH", path, { token: manager, body: { places }, headers });
  expect((await set([{ levelId: model.basic, people: 1 }], {})).status).toBe(428);
  const wrong = await set([
    { levelId: model.basic, people: 4 },
    { levelId: model.skilled, people: -1, neededBy: "2026-01-01" },
    { levelId: newId(), people: 1 },
  ]);
  expect([wrong.status, ...reasonsIn(wrong)]).toEqual([
    422,
    "bad-people places.1.people",
    "day-passed places.1.neededBy",
    "unknown-place places.2.people",
  ]);
  expect((await ask("GET", path, { token: manager })).text).toBe(read.text);
  const said = { people: 4, fullTime: 3.5, neededBy: "2027-06-30" };
  const answers = await Promise.all(
    [1, 2, 3].map(() => set([{ levelId: model.basic, trackId: null, ...said }])),
  );
  const told = Object.groupBy(answers, ({ status }) => status);
  expect([told[200]?.length, told[412]?.length]).toEqual([1, 2]);
  expect(told[200]?.[0]?.json["places"]).toContainEqual(
    expect.objectContaining({ level: "Bas", track: null, need: said }),
  );
  const linesOf = async (as: string) =>
    (await ask("GET", `/needs?unit=${rehab}`, { token: as })).json["models"];
  const line = (have: object, gap: number | null) => [
    { slug: "fysio", lines: [{ level: "Bas", need: said, have, gap }, {}, {}] },
  ];
  expect(await linesOf(manager)).toMatchObject(line({ showing: "shown", people: 7, fullTime: 7 }, -3));
  // All who are placed are at one level: that would tell of each of them.
  expect(await linesOf(lead)).toMatchObject(line({ showing: "hidden" }, null));
});

test("INT-3, DBT-1, SUP-1: few who lack something are hidden from leads, and the manager sees the own unit whole", async () => {
  const debtOf = async (as: string) =>
    (await ask("GET", `/debt?unit=${rehab}&model=fysio`, { token: as })).json["models"];
  expect(await debtOf(manager)).toMatchObject([
    { rows: [{ level: "Bas", needed: null, figure: { showing: "shown", people: 2, credits: 15 } }] },
  ]);
  const hidden = await debtOf(lead);
  expect(hidden).toMatchObject([{ rows: [{ figure: { showing: "hidden" } }] }]);
  expect(JSON.stringify(hidden)).not.toContain("people");
  expect((await ask("GET", "/debt?model=finns-inte", { token: lead })).status).toBe(404);
});

test("INT-3, MOD-12: what adopting the draft would do, as it stands", async () => {
  const { json } = await ask("GET", `/models/fysio/versions/${next.number}/impact?unit=${rehab}`, {
    token: lead,
  });
  expect(json).toMatchObject({
    number: next.number,
    unit: { id: rehab },
    transitions: [],
    rows: [{ kind: "added", figure: { showing: "hidden" }, countsFrom: null }],
  });
});

test("INT-3, ORG-8: who can do what, a page at a time, by name and never counted", async () => {
  const page = await ask("GET", `/units/${rehab}/abilities?limit=4&page=2`, { token: manager });
  expect(page.json).toMatchObject({ total: 9, model: "fysio", requirements: [{ itemId: kept }] });
  expect(page.json.items).toHaveLength(4);
  expect(page.json["next"]).toContain("page=3");
  const all = await ask("GET", `/units/${rehab}/abilities?limit=200`, { token: manager });
  const met = all.json.items.flatMap(
    ({ requirements }) => requirements as { isMet: boolean; from: string }[],
  );
  expect(met.filter(({ isMet }) => isMet).map(({ from }) => from)).toEqual(
    Array<string>(5).fill("2022-01-01"),
  );
  expect((await ask("GET", `/units/${rehab}/abilities`, { token: lead })).status).toBe(404);
});

test("INT-3, MOD-12: the rules of a draft are set with the tag of what was read, all of them or none, and move the figures", async () => {
  const path = `/models/fysio/versions/${next.number}/transitions`;
  const impact = async () =>
    (await ask("GET", `/models/fysio/versions/${next.number}/impact`, { token: lead })).json;
  const read = await ask("GET", path, { token: lead });
  expect(read.json).toEqual({ transitions: [] });
  const tag = read.headers.get("ETag") ?? "";
  const set = (transitions: readonly object[], headers: Sent["headers"] = { "If-Match": tag }) =>
    ask("PUT", path, { token: lead, body: { transitions }, headers });
  const wrong = await set([
    { levelId: null, until: "2026-11-22" },
    { levelId: model.basic, until: "i vår" },
    { levelId: newId(), until: "2027-06-30" },
  ]);
  expect([wrong.status, ...reasonsIn(wrong)]).toEqual([
    422,
    "too-early transitions.0.until",
    "not-a-day transitions.1.until",
    "unknown-level transitions.2.until",
  ]);
  const twice = [1, 2].map(() => ({ levelId: null, until: "2027-06-30" }));
  expect(reasonsIn(await set(twice))).toEqual(["repeated transitions"]);
  expect((await set([], {})).status).toBe(428);
  const rule = { levelId: null, until: "2027-06-30" };
  const answers = await Promise.all([1, 2].map(() => set([rule])));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 412]));
  expect(await impact()).toMatchObject({ transitions: [rule], rows: [{ countsFrom: rule.until }] });
  const now = (await ask("GET", path, { token: lead })).headers.get("ETag") ?? "";
  expect((await set([], { "If-Match": now })).json).toEqual({ transitions: [] });
  expect(await impact()).toMatchObject({ transitions: [], rows: [{ countsFrom: null }] });
});
