/** The catalogue of development over the API (INT-3, MOD-13). */
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
await put("profession", { id: crypto.randomUUID(), name_sv: "Fysioterapeut", name_en: "Physiotherapist" });

const VERSION = "/models/fysioterapeut/versions/1";
const entry = {
  kind: "course",
  name: "Handledarutbildning",
  provider: "Ett lärosäte",
  credits: 7.5,
  hours: null,
  cost: null,
  places: 12,
  funding: ["omstallningsfonden"],
  link: "",
  text: "",
  visibility: "public",
  ties: [] as object[],
};
type Wanted = { modelId: string; itemId: string; text: string };

test("MOD-13 what nobody offers is added, found, changed by one at a time, and taken out of use", async () => {
  const model = await readFile(join(projectRoot(), "demo/models/fysioterapeut.yaml"), "utf8");
  await ask("POST", "/models", { token: lead, body: model, headers: { "Content-Type": "application/yaml" } });
  const tag = (await ask("GET", VERSION, { token: adopter })).headers.get("ETag") ?? "";
  await ask("POST", `${VERSION}/adoption`, {
    token: adopter,
    headers: { "If-Match": tag },
    body: { decidedAs: "HR", delegation: "4", diaryNumber: "1", restsOn: "", inForceFrom: "2026-01-01" },
  });
  const shortage = async (): Promise<Wanted[]> => {
    const { json } = await ask("GET", "/catalogue-shortage", { token: employee });
    return (json["items"] as { modelId: string; formal: { items: Wanted[] }[] }[]).flatMap(
      ({ modelId, formal }) => formal.flatMap(({ items }) => items).map((each) => ({ ...each, modelId })),
    );
  };
  const [wanted] = await shortage();
  expect(wanted?.text).toMatch(/\S/);
  const add = (body: object, headers: Record<string, string> = {}) =>
    ask("POST", "/catalogue", { token: lead, body, headers });
  const tie = { modelId: wanted?.modelId, target: "item", targetId: wanted?.itemId };
  expect(reasonsIn(await add({ ...entry, name: "", credits: -1, link: "javascript:alert(1)" }))).toEqual([
    "missing name",
    "not-an-address link",
    "bad-number credits",
  ]);
  expect(reasonsIn(await add({ ...entry, ties: [{ ...tie, targetId: crypto.randomUUID() }] }))).toEqual([
    "unknown-tie ties",
  ]);
  const once = { "Idempotency-Key": "en gång" };
  const added = await add({ ...entry, ties: [tie] }, once);
  expect((await add({ ...entry, ties: [tie] }, once)).text).toBe(added.text);
  expect(added.json).toMatchObject({ name: "Handledarutbildning", retiredOn: null, ties: [tie] });
  expect((await shortage()).map(({ itemId }) => itemId)).not.toContain(wanted?.itemId);
  const found = await ask("GET", "/catalogue?q=handledar&kind=course&model=fysioterapeut", {
    token: employee,
  });
  expect(found.json).toMatchObject({ total: 1, items: [{ id: added.json["id"] }] });

  const path = `/catalogue/${String(added.json["id"])}`;
  const change = (at: string, body: object, match: string) =>
    ask("PUT", at, { token: lead, body, headers: { "If-Match": match } });
  const read = (await ask("GET", path, { token: lead })).headers.get("ETag") ?? "";
  const eight = await Promise.all(
    Array.from({ length: 8 }, (_, n) => change(path, { ...entry, name: `Kurs ${n}`, ties: [tie] }, read)),
  );
  expect(eight.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(eight.filter(({ status }) => status === 412)).toHaveLength(7);
  const now = (await ask("GET", path, { token: lead })).headers.get("ETag") ?? "";
  expect((await change(`${path}/retirement`, { retired: true }, now)).json["retiredOn"]).toMatch(/^\d{4}-/);
  expect((await shortage()).map(({ itemId }) => itemId)).toContain(wanted?.itemId);
  expect((await ask("GET", "/catalogue", { token: employee })).json["total"]).toBe(0);
});
