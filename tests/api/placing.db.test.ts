/** Whole units and what was there before, over the API: the sheet of a unit, take-overs, local titles, and what goes out (PLC-5, INT-4, PLC-7). */
import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../support/database.ts";
import { placementWorld } from "../placement/world.ts";
import { apiOf, reasonsIn, type Sent } from "./site.ts";

const world = await placementWorld(await testDatabase());
const { model, rehab } = world;
const { ask, account, token } = apiOf(world);
const [hr, lead] = [
  (await token(await account(["hr_handler"]))).text,
  (await token(await account(["process_lead"]))).text,
];
const karin = await world.person("Karin Öhman");
await world.manage(karin, rehab);
const manager = (await token(karin.accountId)).text;

/** Somebody in the unit since 2022, with the number of their employment. */
async function employed(name: string) {
  const who = await world.person(name);
  return { ...who, number: (await world.employ(who, rehab, { from: "2022-01-01" })).slice(0, 8) };
}
const csv = (...rows: readonly string[]): string => ["Anst.nr;Nivå;Sedan", ...rows].join("\r\n");
const tagOf = async (path: string, as: string): Promise<string> =>
  (await ask("GET", path, { token: as })).headers.get("ETag") ?? "";

describe("PLC-5 a unit is prepared and placed in one sitting", () => {
  const path = `/units/${rehab}/preparation`;
  const row = (personId: string, more: object = {}) => ({
    personId,
    modelId: model.modelId,
    levelId: model.basic,
    dialogueOn: "2026-11-20",
    motivation: "Efter samtalet.",
    revision: 0,
    ...more,
  });
  const save = (...rows: readonly object[]) => ask("PATCH", path, { token: manager, body: { rows } });
  const place = (rows: readonly object[], headers = {}) =>
    ask("POST", `${path}/decisions`, { token: manager, body: { rows }, headers });

  test("drafts are kept with their revision; those whose dialogue has been held are placed, once", async () => {
    const [ada, bo] = [await employed("Ada Ek"), await employed("Bo Ek")];
    const sheet = await ask("GET", `${path}?limit=1`, { token: manager });
    expect(sheet.json).toMatchObject({ total: 2, items: [{ givenName: "Ada", levelId: null, revision: 0 }] });
    expect(sheet.json["next"]).toContain("page=2");

    expect((await save(row(ada.personId, { levelId: null, dialogueOn: null }))).json).toEqual({
      saved: 1,
      placed: 0,
    });
    const late = await save(row(ada.personId));
    expect([late.status, ...reasonsIn(late)]).toEqual([409, "changed-meanwhile rows.0.place"]);

    const rows = [
      row(bo.personId, { dialogueOn: "2026-12-24" }),
      row(ada.personId, { levelId: model.expert, trackId: model.master, revision: 1 }),
    ];
    const key = { "Idempotency-Key": "rehab" };
    const placed = await place(rows, key);
    expect(placed.json).toEqual({ saved: 1, placed: 1 });
    expect((await place(rows, key)).text).toBe(placed.text);
    const again = await place(rows);
    expect([again.status, ...reasonsIn(again)]).toEqual([409, "placed-meanwhile rows.1.place"]);
    const left = await ask("GET", path, { token: manager });
    expect(left.json.items).toMatchObject([
      { givenName: "Bo", levelId: model.basic, dialogueOn: "2026-12-24", basis: "first-introduction" },
    ]);
  });

  test("every row that is wrong is told where it stands, and nobody is placed", async () => {
    const [cia, dan] = [await employed("Cia Ek"), await employed("Dan Ek")];
    const wrong = await place([
      row(cia.personId),
      row(dan.personId, { levelId: null, motivation: "" }),
      row(karin.personId),
    ]);
    expect(wrong.status).toBe(422);
    expect(reasonsIn(wrong)).toEqual(["not-yours", "missing rows.1.place", "missing rows.1.motivation"]);
    expect(reasonsIn(await place([row(cia.personId, { dialogueOn: null })]))).toEqual(["none-held"]);
    expect(reasonsIn(await save(row(cia.personId), row(cia.personId)))).toEqual(["repeated rows"]);
    const { json } = await ask("GET", `/units/${rehab}/placements`, { token: manager });
    expect(json["placed"]).toBe(1);
  });
});

describe("INT-4 what was there before is taken over and taken out", () => {
  let eva: Awaited<ReturnType<typeof employed>>;
  beforeAll(async () => {
    eva = await employed("Eva Ek");
  });
  const begin = async (sent: Sent, search = "?filename=placeringar.csv") => {
    const begun = await ask("POST", `/take-overs${search}`, { token: hr, ...sent });
    expect(begun.status).toBe(201);
    return `/take-overs/${String(begun.json["id"])}`;
  };
  const text = { "Content-Type": "text/csv" };
  const form = (file: Blob, name = "file", filename = "lista.csv") => {
    const sent = new FormData();
    sent.append(name, file, filename);
    return sent;
  };
  const map = async (path: string, columns: object, tag?: string) =>
    ask("PUT", `${path}/mapping`, {
      token: hr,
      body: { columns },
      headers: { "If-Match": tag ?? (await tagOf(path, hr)) },
    });
  const COLUMNS = { employmentNumber: "Anst.nr", level: "Nivå", from: "Sedan" };

  test("a form's file is looked at, carried out once, and goes out as it came in", async () => {
    const path = await begin(
      { body: form(new Blob([csv(`${eva.number};Skicklig;2024-03-01`, "9;Bas;")])) },
      "",
    );
    const first = await ask("GET", path, { token: hr });
    expect(first.json).toMatchObject({ state: "mapping", filename: "lista.csv", origin: "file" });
    expect((await map(path, COLUMNS, '"another"')).status).toBe(412);
    const preview = await map(path, COLUMNS);
    expect(preview.json).toMatchObject({
      state: "preview",
      counts: { place: 1, unreadable: 1 },
      asks: { leaveOut: true, changedSince: false },
    });
    const rows = await ask("GET", `${path}/rows?list=place&limit=1`, { token: hr });
    expect(rows.json.items).toMatchObject([{ number: eva.number, level: "Skicklig", from: "2024-03-01" }]);
    const { fingerprint } = preview.json["asks"] as { fingerprint: string };
    const confirm = (body: object, headers = {}) =>
      ask("POST", `${path}/confirmation`, { token: hr, body, headers });
    expect(reasonsIn(await confirm({ fingerprint }))).toEqual(["unreadable-not-confirmed leaveOut"]);
    expect((await confirm({ fingerprint: "another", leaveOut: true })).status).toBe(409);
    const key = { "Idempotency-Key": "ta över" };
    const done = await confirm({ fingerprint, leaveOut: true }, key);
    expect(done.json).toMatchObject({ state: "done", counts: { place: 1 }, mapping: null, asks: null });
    expect((await confirm({ fingerprint, leaveOut: true }, key)).text).toBe(done.text);
    expect((await confirm({ fingerprint, leaveOut: true })).status).toBe(409);

    const out = await ask("GET", "/take-out/placements", { token: hr });
    expect(out.headers.get("Content-Type")).toContain("text/csv");
    expect(out.text).toContain(`${eva.number};Eva Ek;Fysioterapeut;Skicklig;;2024-03-01;;lista.csv;ja`);
    const asJson = { token: hr, headers: { Accept: "application/json" } };
    expect((await ask("GET", "/take-out/placements", asJson)).text).toContain(`"Källa": "lista.csv"`);
    const same = await begin({ body: csv(`${eva.number};Skicklig;2024-03-01`), headers: text });
    expect((await map(same, COLUMNS)).json["counts"]).toMatchObject({ place: 0, same: 1 });
    expect((await ask("POST", `${same}/revision`, { token: hr })).json).toMatchObject({ state: "mapping" });
    expect((await ask("POST", `${same}/cancellation`, { token: hr })).json).toMatchObject({
      state: "cancelled",
      counts: null,
    });
    const all = await ask("GET", "/take-overs?limit=1", { token: hr });
    expect(all.json).toMatchObject({ total: 2, next: expect.stringContaining("page=2") });
    expect(all.json.items).toHaveLength(1);
  });

  test("where what is there has changed since, nothing is done and the preview is made anew", async () => {
    const fia = await employed("Fia Ek");
    const path = await begin({ body: csv(`${fia.number};Bas;2024-03-01`), headers: text });
    const before = (await map(path, COLUMNS)).json["asks"] as { fingerprint: string };
    const body = {
      modelId: model.modelId,
      levelId: model.skilled,
      dialogueOn: "2026-11-01",
      basis: "development-talk",
      motivation: "Ja.",
      follows: null,
    };
    expect((await ask("POST", `/people/${fia.personId}/placements`, { token: manager, body })).status).toBe(
      201,
    );
    const confirmed = await ask("POST", `${path}/confirmation`, {
      token: hr,
      body: { fingerprint: before.fingerprint },
    });
    expect([confirmed.status, ...reasonsIn(confirmed)]).toEqual([409, "changed-since"]);
    const { json } = await ask("GET", path, { token: hr });
    expect(json).toMatchObject({ counts: { place: 0, conflict: 1 }, asks: { changedSince: true } });
  });

  test("PLC-7 local titles are kept and taken in, and people are taken over from the HR system's titles", async () => {
    const path = "/models/fysio/titles";
    const put = async (places: readonly object[], tag?: string) =>
      ask("PUT", path, {
        token: lead,
        body: { places },
        headers: { "If-Match": tag ?? (await tagOf(path, lead)) },
      });
    const stale = await tagOf(path, lead);
    const kept = await put([{ levelId: model.basic, titles: ["Fysioterapeut 1", "Fys 1"] }]);
    expect(kept.json["places"]).toMatchObject([
      { level: "Bas", titles: ["Fysioterapeut 1", "Fys 1"] },
      { level: "Skicklig", titles: [] },
      { level: "Expert", track: null },
      { level: "Expert", track: "Forskning" },
      { level: "Expert", track: "Master" },
    ]);
    expect((await put([], stale)).status).toBe(412);
    const wrong = await put([
      { levelId: model.basic, titles: ["Fys 1"] },
      { levelId: model.skilled, titles: ["fys 1"] },
    ]);
    expect(reasonsIn(wrong)).toEqual(["title-twice places.1.titles"]);
    expect(reasonsIn(await put([{ levelId: eva.personId, titles: [] }]))).toEqual(["unknown-place places.0"]);
    expect(reasonsIn(await put([{ levelId: model.basic, titles: ["a\nb"] }]))).toEqual([
      "bad-character places.0.titles.0",
    ]);

    const file = "Modell;Nivå;Spår;Titel;Skrivs ut\r\nFysioterapeut;Skicklig;;Fysioterapeut 2;ja";
    const takeIn = (search: string) =>
      ask("POST", `/titles${search}`, { token: lead, body: form(new Blob([file])) });
    const planned = await takeIn("?dryRun=true");
    expect(planned.json.items).toMatchObject([
      {
        slug: "fysio",
        places: [
          { level: "Bas", after: [] },
          { level: "Skicklig", before: [], after: ["Fysioterapeut 2"] },
        ],
      },
    ]);
    expect((await ask("GET", path, { token: lead })).text).toContain("Fys 1");
    expect((await takeIn("")).text).toBe(planned.text);
    expect((await ask("GET", path, { token: lead })).text).not.toContain("Fys 1");
    expect((await ask("GET", "/take-out/titles", { token: lead })).text).toContain("Fysioterapeut 2;ja");
    expect((await ask("GET", "/take-out/hr-titles", { token: hr })).text).toContain(
      `${eva.number};Fysioterapeut 2`,
    );

    const begun = await ask("POST", "/take-overs/from-titles", { token: hr });
    expect(begun.status).toBe(201);
    const { json } = await ask("GET", `/take-overs/${String(begun.json["id"])}`, { token: hr });
    expect(json).toMatchObject({ origin: "titles", state: "preview" });
  });

  test("a form that is no form, or holds something else, is told so; a body needs the file's name", async () => {
    const send = (body: Sent["body"], headers: Sent["headers"] = {}) =>
      ask("POST", "/take-overs", { token: hr, body, headers });
    const broken = await send("--x\r\n", { "Content-Type": "multipart/form-data; boundary=y" });
    expect([broken.status, ...reasonsIn(broken)]).toEqual([400, "not-a-form"]);
    expect((await send("x", { "Content-Type": "multipart/form-data" })).status).toBe(400);
    expect(reasonsIn(await send(form(new Blob(["a"]), "annat")))).toEqual([
      "unknown-field annat",
      "missing file",
    ]);
    const twice = form(new Blob(["a"]));
    twice.append("file", new Blob(["b"]), "b.csv");
    expect(reasonsIn(await send(twice))).toEqual(["repeated file"]);
    const words = new FormData();
    words.append("file", "a;b");
    expect(reasonsIn(await send(words))).toEqual(["wrong-type file"]);
    expect(reasonsIn(await send("a;b", text))).toEqual(["missing filename"]);
  });
});
