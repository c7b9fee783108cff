/** What is missing for a person and who in a unit can do what: what is told, to whom, and what is logged. */
import { expect, test } from "vitest";
import { NotFound } from "../../src/shared/result.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import type { Line } from "../../src/gap/missing.rules.ts";
import { viewAbilities } from "../../src/gap/view-abilities.ts";
import { viewMissing } from "../../src/gap/view-missing.ts";
import { assessed, show, UNCHECKED } from "../assessment/facts.ts";
import { placementWorld, TODAY } from "../placement/world.ts";
import { testDatabase } from "../support/database.ts";
import { leaveUnused } from "./unused.ts";

const database = await testDatabase();
const world = await placementWorld(database);
const { model, rehab, homeCare, care, school } = world;

const ids = Object.fromEntries(
  ["course", "does", "merit", "years", "wish", "next"].map((key) => [key, newId()]),
) as Record<"course" | "does" | "merit" | "years" | "wish" | "next", Id>;
await giveRequirements();

const vera = await world.person("Vera Ek");
const karin = await world.person("Karin Öhman");
const dan = await world.person("Dan Ask");
const anna = await world.person("Anna Berg");
const orjan = await world.person("Örjan Alm");
const ake = await world.person("Åke Alm");
const hidden = await world.person("Skyddad Person", { protected_identity: true });
const other = await world.person("Chef Annan");
await world.manage(vera, care);
await world.manage(karin, rehab);
await world.manage(other, homeCare);
await world.deputise(dan, rehab, { from: "2026-11-10", to: "2026-12-20" });
for (const who of [anna, orjan, ake, hidden]) await world.employ(who, rehab, { from: "2025-01-01" });
await place(anna, { level_id: model.basic });
const own = { who: anna, by: karin };
await show(world, own, [ids.course], {
  issued_on: "2024-11-01",
  expires_on: "2026-11-01",
  authority_id: care,
});
await show(world, own, [ids.merit], { issued_on: "2026-01-01", authority_id: care, ...UNCHECKED });
await show(world, own, [ids.wish], { issued_on: "2026-01-01", authority_id: school });
const { agree } = await assessed(world, { ...own, authorityId: care });
await agree(ids.does, true, "2026-05-01");

const missing = (who: Actor | null, place = "", personId: string | null = anna.personId) =>
  world.as(who, (work) => viewMissing(work, { personId, model: "", place }));
const abilities = (who: Actor | null, asked: { item?: string; unitId?: string } = {}) =>
  world.as(who, (work) =>
    viewAbilities(work, { unitId: rehab, model: "", place: "", item: "", page: 1, ...asked }),
  );
const logged = (what: string) =>
  world.as(null, ({ tx }) =>
    tx.selectFrom("access_log").select(["basis", "person_ids as ids"]).where("what", "=", what).execute(),
  );
const outline = (line: Line): unknown =>
  "requirement" in line
    ? `${line.isMet ? "+" : "-"} ${line.requirement.text}`
    : [line.more, line.opensOn, ...line.lines.map(outline)];

test("MOD-4, MOD-7, ASM-5: at one's own place first: what is met, what has expired and what time opens", async () => {
  const { here, isOwn } = await missing(anna, "", null);
  expect(isOwn).toBe(true);
  expect(here?.place.value).toBe("l0");
  expect(here?.own?.value).toBe("l0");
  expect(here?.mandatory.map(outline)).toEqual([
    "- course",
    "+ does",
    [1, "2027-01-01", "- merit", "- years"],
  ]);
  expect(here?.recommended.map(outline)).toEqual(["- wish"]);
  const [course] = here?.mandatory ?? [];
  if (!course || !("requirement" in course)) throw new Error("the course is asked for");
  expect(course.known.ended).toMatchObject({ on: "2026-11-01", why: "expired" });
});

test("any other level and track by choice, and one's own for what isn't there", async () => {
  const at = async (place: string) => (await missing(anna, place, null)).here;
  expect((await at("l1"))?.mandatory.map(outline)).toEqual(["- next"]);
  expect((await at("l2:t0"))?.place).toMatchObject({ level: "Expert", track: "Forskning" });
  expect((await at("finns-inte"))?.place.value).toBe("l0");
});

test("ORG-8: the person and those close to them, nobody else; each read but one's own is logged", async () => {
  const partner = world.grant(other, { role: "hr_partner", personId: anna.personId, reason: "Ärende 7" });
  for (const who of [anna, karin, dan, partner]) expect((await missing(who)).name).toBe("Anna Berg");
  const lead = world.grant(await world.person("Petra Lead"), { role: "process_lead" });
  for (const who of [null, vera, other, orjan, lead]) await expect(missing(who)).rejects.toThrow(NotFound);
  await expect(missing(karin, "", newId())).rejects.toThrow(NotFound);
  await expect(missing(karin, "", "1")).rejects.toThrow(NotFound);
  await expect(missing(dan, "", hidden.personId)).rejects.toThrow(NotFound);
  const reads = await logged("what-is-missing");
  expect(reads.map(({ basis }) => basis).toSorted()).toEqual(["deputy", "hr-partner", "manager"]);
});

test("ORG-2: what was shown to another authority meets nothing here, for the person as for the manager", async () => {
  expect((await missing(karin)).here?.recommended.map(outline)).toEqual(["- wish"]);
  expect((await missing(anna)).here?.recommended.map(outline)).toEqual(["- wish"]);
});

test("ORG-7, ORG-8: a unit's people by name in Swedish order, for whoever decides for them; each is logged", async () => {
  const { people, here } = await abilities(karin);
  expect(people.map(({ familyName, givenName }) => `${familyName} ${givenName}`)).toEqual([
    "Alm Åke",
    "Alm Örjan",
    "Berg Anna",
    "Person Skyddad",
  ]);
  expect(here?.lines.map(({ requirement }) => requirement.text)).toEqual([
    "course",
    "does",
    "merit",
    "years",
    "wish",
  ]);
  const does = here?.lines.find(({ requirement }) => requirement.itemId === ids.does);
  expect(does?.known.filter(({ isMet }) => isMet).map(({ personId }) => personId)).toEqual([anna.personId]);
  const deputys = await abilities(dan);
  expect(deputys.people.map(({ familyName }) => familyName)).not.toContain("Person");
  expect(deputys.here?.lines.flatMap(({ known }) => known).map(({ personId }) => personId)).not.toContain(
    hidden.personId,
  );
  const reads = await logged("who-can-what");
  expect(reads.map(({ basis, ids: people_ }) => [basis, people_.length])).toEqual([
    ["manager", 4],
    ["deputy", 3],
  ]);
});

test("one requirement by itself, and all for one that isn't there", async () => {
  expect((await abilities(karin, { item: ids.does })).here?.lines).toHaveLength(1);
  expect((await abilities(karin, { item: newId() })).here?.lines).toHaveLength(5);
});

test("ORG-8: leads see placed or not placed, never who can do what", async () => {
  const lead = world.grant(await world.person("Petra Lead"), { role: "process_lead" });
  for (const who of [null, lead, other, anna]) await expect(abilities(who)).rejects.toThrow(NotFound);
  await expect(abilities(karin, { unitId: homeCare })).rejects.toThrow(NotFound);
  await expect(abilities(karin, { unitId: newId() })).rejects.toThrow(NotFound);
});

/** Requirements in the version that the world has adopted already, written behind what keeps it as it is. */
test("MOD-9: at a level or in a track that the employer doesn't use any longer, which it is and why; it isn't said that they are placed nowhere", async () => {
  const reason = "Vi har ingen på nivån.";
  world.on("2026-11-23");
  const parts = [{ level_id: model.basic }, { track_id: model.research }];
  await leaveUnused(world, { parts, reason, from: "2026-11-23", by: karin });
  const { here } = await missing(anna);
  expect(here?.own).toBeNull();
  expect(here?.lapsed).toEqual({ part: "level", reason, level: "Bas", track: null, levelKey: "l0" });
  expect(here?.place.value).toBe("l1");
  expect((await missing(orjan, "", orjan.personId)).here?.lapsed).toBeNull();
  await place(ake, { level_id: model.expert, track_id: model.research });
  const inTrack = (await missing(ake, "", ake.personId)).here;
  expect(inTrack?.own).toMatchObject({ level: "Expert", track: null });
  expect(inTrack?.lapsed).toMatchObject({ part: "track", reason, level: "Expert", track: "Forskning" });
  world.on(TODAY);
  expect((await missing(anna)).here).toMatchObject({ own: { value: "l0" }, lapsed: null });
});

async function place({ personId }: typeof anna, at: { level_id: Id; track_id?: Id }): Promise<void> {
  await world.put("placement", {
    id: newId(),
    person_id: personId,
    model_id: model.modelId,
    version_id: model.versionId,
    ...at,
    valid_from: "2025-02-01",
    dialogue_on: "2025-02-01",
    basis: "first-introduction",
    motivation: "Vi är överens.",
    decided_by: karin.personId,
    decided_as: "manager",
    unit_id: rehab,
    authority_id: care,
  });
}

async function giveRequirements(): Promise<void> {
  const heading = newId();
  const group = newId();
  const client = await database.ownerPool.connect();
  const put = (table: string, own: Record<string, unknown>) => {
    const row = { organisation_id: world.organisation_id, ...own };
    const columns = Object.keys(row).join(", ");
    return client.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1::jsonb)`,
      [JSON.stringify(row)],
    );
  };
  try {
    await client.query("select set_config('app.organisation', $1, false)", [world.organisation_id]);
    const tables = ["version_heading", "requirement_group", "item"];
    for (const table of tables) await client.query(`alter table ${table} disable trigger user`);
    const { rows } = await client.query<{ id: Id }>("select structure_id as id from career_model");
    await put("structure_heading", {
      id: heading,
      structure_id: rows[0]?.id,
      key: "krav",
      position: 0,
      name: "Krav",
    });
    await put("version_heading", {
      version_id: model.versionId,
      heading_id: heading,
      position: 0,
      name: "Krav",
    });
    const at = { version_id: model.versionId, heading_id: heading, level_id: model.basic };
    await put("requirement_group", { ...at, group_id: group, key: "g", position: 0, needed: 1 });
    const item = (key: keyof typeof ids, position: number, change: Record<string, unknown>) =>
      put("item", {
        ...at,
        item_id: ids[key],
        key,
        position,
        kind: "formal",
        mandatory: true,
        text: key,
        note: "",
        visibility: "public",
        ...change,
      });
    await item("course", 0, { formal: { type: "course", validMonths: 36 } });
    await item("does", 1, { kind: "demonstrated" });
    await item("merit", 2, { formal: { type: "merit" }, group_id: group });
    await item("years", 3, { formal: { type: "experience", months: 24 }, group_id: group });
    await item("wish", 4, { formal: { type: "course" }, mandatory: false });
    await item("next", 5, { formal: { type: "course" }, level_id: model.skilled });
    for (const table of tables) await client.query(`alter table ${table} enable trigger user`);
  } finally {
    client.release();
  }
}
