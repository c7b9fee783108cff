import { expect, test } from "vitest";
import { unitOn, units, unitTree } from "../../src/organisation/store.ts";
import { keepUnit, viewUnitKept } from "../../src/people/keep-unit.ts";
import { endAssignmentOn, nameDeputy, nameManager } from "../../src/people/name-manager.ts";
import { managersOf } from "../../src/people/managers.store.ts";
import { viewUnits } from "../../src/people/view-units.ts";
import { NotFound } from "../../src/shared/result.ts";
import { testDatabase } from "../support/database.ts";
import { grant, TODAY, world } from "./world.ts";

const database = await testDatabase();

const codes = (result: { ok: boolean; reasons?: readonly { code: string }[] }) =>
  result.ok ? [] : result.reasons?.map((reason) => reason.code);

/** kommun → rehab, vård; an administrator, and Karin (A1) and Maria (A2) who can be named. */
async function small() {
  const here = await world(database);
  const root = await here.unit("Kommunen", null);
  const rehab = await here.unit("Rehab", root);
  const care = await here.unit("Vård", root);
  const karin = await here.person("Karin Öhman", { email: "Karin@kommun.example" });
  const maria = await here.person("Maria Ek");
  await here.employ(karin, care, { number: "A1" });
  await here.employ(maria, rehab, { number: "A2" });
  const admin = await here.actor(null, { grants: [grant("administrator")] });
  return { ...here, root, rehab, care, karin, maria, admin };
}

const shape = { code: null, isAuthority: false, validFrom: "2020-01-01", validTo: null, revision: 1 };

test("ORG-2: the tree on the day before, of and after a unit's days", async () => {
  const here = await world(database);
  const root = await here.unit("Kommunen", null);
  await here.unit("Tillfällig", root, { validFrom: "2026-03-01", validTo: "2026-04-01" });
  const names = (day: string) =>
    here.as(null, async (work) => (await unitTree(work, day)).map((unit) => unit.name));
  expect(await names("2026-02-28")).toEqual(["Kommunen"]);
  expect(await names("2026-03-01")).toEqual(["Kommunen", "Tillfällig"]);
  expect(await names("2026-03-31")).toEqual(["Kommunen", "Tillfällig"]);
  expect(await names("2026-04-01")).toEqual(["Kommunen"]);
});

test("ORG-2: units in their place, in Swedish order, each with its authority", async () => {
  const here = await world(database);
  const root = await here.unit("Kommunen", null);
  const care = await here.unit("Östra", root, { isAuthority: true });
  await here.unit("Åby", care);
  await here.unit("Zinkgruvan", care);
  await here.unit("Älvsborg", root);
  const tree = await here.as(null, (work) => unitTree(work, TODAY));
  expect(tree.map((unit) => [unit.name, unit.depth, unit.authorityId === care])).toEqual([
    ["Kommunen", 0, false],
    ["Älvsborg", 1, false],
    ["Östra", 1, true],
    ["Zinkgruvan", 2, true],
    ["Åby", 2, true],
  ]);
});

test("ORG-2: one unit read by itself is what the tree says of it, on each day, and not there where something above it is not", async () => {
  const here = await world(database);
  const root = await here.unit("Kommunen", null);
  const care = await here.unit("Omsorg", root, { isAuthority: true, validTo: "2026-04-01" });
  const home = await here.unit("Hemtjänst", care);
  for (const day of ["2026-03-31", "2026-04-01"]) {
    const tree = await here.as(null, (work) => unitTree(work, day));
    for (const id of [root, care, home])
      expect(await here.as(null, (work) => unitOn(work, id, day))).toEqual(
        tree.find((unit) => unit.id === id),
      );
  }
  expect(await here.as(null, (work) => unitOn(work, home, "2026-03-31"))).toMatchObject({
    path: [root, care, home],
    authorityId: care,
  });
});

test("ORG-2: an administrator adds, renames, moves and ends a unit; everybody else finds nothing", async () => {
  const { as, admin, root, care, rehab, actor, maria } = await small();
  const added = await as(admin, (work) =>
    keepUnit(work, null, { ...shape, name: "Nya", parentId: root, code: "N1" }),
  );
  const id = added.ok ? added.value : "";
  const moved = await as(admin, (work) =>
    keepUnit(work, id, { ...shape, name: "Nyare", parentId: care, isAuthority: true, validTo: "2027-01-01" }),
  );
  expect(moved.ok).toBe(true);
  const { unit } = await as(admin, (work) => viewUnitKept(work, id));
  expect(unit).toMatchObject({
    name: "Nyare",
    parentId: care,
    isAuthority: true,
    validTo: "2027-01-01",
    revision: 2,
  });
  const colleague = await actor(maria);
  for (const who of [colleague, null])
    await expect(
      as(who, (work) => keepUnit(work, rehab, { ...shape, name: "X", parentId: null })),
    ).rejects.toThrow(NotFound);
});

test("ORG-2: a unit below itself is refused by the rule, and by the database", async () => {
  const { as, admin, root, rehab, put } = await small();
  const result = await as(admin, (work) =>
    keepUnit(work, root, { ...shape, name: "Kommunen", parentId: rehab, validFrom: "2000-01-01" }),
  );
  expect(codes(result)).toEqual(["below-itself"]);
  const around = as(null, ({ tx }) =>
    tx.updateTable("unit").set({ parent_id: rehab }).where("id", "=", root).execute(),
  );
  await expect(around).rejects.toThrow("unit tree has a cycle");
  await expect(put("unit", { id: rehab, name: "igen", valid_from: TODAY })).rejects.toThrow("duplicate key");
});

test("ORG-2: a unit where people work is not ended, and a refusal leaves nothing behind", async () => {
  const { as, admin, root, rehab } = await small();
  const result = await as(admin, (work) =>
    keepUnit(work, rehab, {
      ...shape,
      name: "Ändrad",
      parentId: root,
      validFrom: "2000-01-01",
      validTo: "2026-12-01",
    }),
  );
  expect(result).toMatchObject({
    ok: false,
    reasons: [{ code: "has-staff", field: "validTo", data: { count: 1 } }],
  });
  const after = await as(admin, async (work) => (await units(work)).find((unit) => unit.id === rehab));
  expect(after).toMatchObject({ name: "Rehab", validTo: null, revision: 1 });
});

test("a unit that somebody else changed meanwhile is not overwritten", async () => {
  const { as, admin, root, rehab } = await small();
  const change = (name: string) =>
    as(admin, (work) => keepUnit(work, rehab, { ...shape, name, parentId: root, validFrom: "2000-01-01" }));
  expect(codes(await change("Först"))).toEqual([]);
  expect(codes(await change("Sedan"))).toEqual(["stale"]);
});

test("ORG-4: a manager is named by e-mail or employment number, and the one before stops that day", async () => {
  const { as, admin, rehab, karin, maria } = await small();
  const name = (person: string, from: string) =>
    as(admin, (work) => nameManager(work, rehab, { person, from, to: null }));
  expect(codes(await name("karin@KOMMUN.example", "2026-01-01"))).toEqual([]);
  expect(codes(await name("A2", "2026-06-01"))).toEqual([]);
  expect(codes(await name("nobody", "2026-06-01"))).toEqual(["no-such-person"]);
  const named = await as(admin, (work) => managersOf(work, rehab));
  expect(named.map(({ personId, from, to }) => [personId, from, to])).toEqual([
    [maria, "2026-06-01", null],
    [karin, "2026-01-01", "2026-06-01"],
  ]);
  expect(
    codes(
      await as(admin, (work) => nameManager(work, rehab, { person: "A1", from: "2026-02-01", to: null })),
    ),
  ).toEqual(["later-manager"]);
  expect(await as(admin, (work) => managersOf(work, rehab))).toEqual(named);
});

test("ORG-4: a circle in the reporting lines is refused, today or on a later day, and nothing of it remains", async () => {
  const { as, admin, rehab, care } = await small();
  const name = (unitId: string, person: string, from: string) =>
    as(admin, (work) => nameManager(work, unitId, { person, from, to: null }));
  expect(codes(await name(rehab, "A1", "2027-03-01"))).toEqual([]);
  // Karin works in Vård and is to manage Rehab, where Maria works: Maria may not manage Vård.
  const refusal = await name(care, "A2", TODAY);
  expect(refusal).toMatchObject({
    ok: false,
    reasons: [{ code: "reporting-circle", field: "person", data: { day: "2027-03-01" } }],
  });
  expect(await as(admin, (work) => managersOf(work, care))).toEqual([]);
  expect(
    codes(
      await as(admin, (work) => nameManager(work, care, { person: "A2", from: TODAY, to: "2027-03-01" })),
    ),
  ).toEqual([]);
});

test("ORG-4: moving a unit so that the lines meet in a circle is refused", async () => {
  const { as, admin, rehab, care, root, unit } = await small();
  const other = await unit("Annat", null);
  const team = await unit("Laget", care);
  await as(admin, (work) => nameManager(work, rehab, { person: "A1", from: "2026-01-01", to: null }));
  await as(admin, (work) => nameManager(work, other, { person: "A2", from: "2026-01-01", to: null }));
  expect(
    codes(
      await as(admin, (work) =>
        keepUnit(work, team, { ...shape, name: "Laget", parentId: root, validFrom: "2000-01-01" }),
      ),
    ),
  ).toEqual([]);
  // Karin works in Vård; below Annat she would report to Maria, who reports to Karin.
  const moved = await as(admin, (work) =>
    keepUnit(work, care, { ...shape, name: "Vård", parentId: other, validFrom: "2000-01-01" }),
  );
  expect(codes(moved)).toEqual(["reporting-circle"]);
  expect((await as(admin, (work) => viewUnitKept(work, care))).unit.parentId).toBe(root);
});

test("ORG-8: a dated deputy with a reason, not the manager herself, and ended at once", async () => {
  const { as, admin, rehab } = await small();
  const deputise = (person: string, reason = "Semester") =>
    as(admin, (work) => nameDeputy(work, rehab, { person, reason, from: "2026-11-01", to: "2026-12-01" }));
  await as(admin, (work) => nameManager(work, rehab, { person: "A1", from: "2026-01-01", to: null }));
  expect(codes(await deputise("A1"))).toEqual(["manages-it"]);
  expect(codes(await deputise("A2", ""))).toEqual(["missing"]);
  expect(codes(await deputise("A2"))).toEqual([]);
  const { deputies } = await as(admin, (work) => viewUnitKept(work, rehab));
  expect(deputies).toMatchObject([
    { name: "Maria Ek", reason: "Semester", from: "2026-11-01", to: "2026-12-01" },
  ]);
  const id = deputies[0]?.id ?? "";
  expect(codes(await as(admin, (work) => endAssignmentOn(work, rehab, "deputy", id, TODAY)))).toEqual([]);
  expect((await as(admin, (work) => viewUnitKept(work, rehab))).deputies).toMatchObject([{ to: TODAY }]);
  await expect(as(admin, (work) => endAssignmentOn(work, rehab, "deputy", id, TODAY))).rejects.toThrow(
    NotFound,
  );
});

test("ORG-8: a unit without a manager shows who acts, or a gap", async () => {
  const { as, actor, root, rehab, care, karin, maria, manage, admin } = await small();
  const reader = await actor(maria);
  const seen = async () => {
    const view = await as(reader, (work) => viewUnits(work, { under: "", q: "", day: "" }));
    return Object.fromEntries(view.units.map((unit) => [unit.id, unit]));
  };
  expect((await seen())[rehab]).toMatchObject({ manager: null, acting: null, staff: false });
  await manage(karin, root);
  expect((await seen())[rehab]).toMatchObject({ manager: null, acting: { name: "Karin Öhman" } });
  expect((await seen())[root]).toMatchObject({ manager: { name: "Karin Öhman" }, acting: null, below: 2 });
  // ORG-2: who stands above an authority acts in it only once somebody has named them.
  await as(admin, (work) =>
    keepUnit(work, care, {
      ...shape,
      name: "Vård",
      parentId: root,
      validFrom: "2000-01-01",
      isAuthority: true,
    }),
  );
  expect((await seen())[care]).toMatchObject({ manager: null, acting: null });
});

test("ORG-7: the name of a manager with protected identity shows to the few alone", async () => {
  const { as, actor, rehab, maria, manage, person, admin } = await small();
  const hidden = await person("Dold Person", { protected_identity: true });
  await manage(hidden, rehab);
  const nameFor = async (personId: string) => {
    const reader = await actor(personId);
    const view = await as(reader, (work) => viewUnits(work, { under: "", q: "rehab", day: "" }));
    return view.units.map((unit) => unit.manager);
  };
  expect(await nameFor(maria)).toEqual([{ name: null }]);
  expect(await nameFor(hidden)).toEqual([{ name: "Dold Person" }]);
  const { managers } = await as(admin, (work) => viewUnitKept(work, rehab));
  expect(JSON.stringify(managers)).not.toContain("Dold");
});

test("a search finds units by name or code, and a unit's level shows what stands right below it", async () => {
  const { as, admin, root, unit, care } = await small();
  await unit("Vårdcentralen", care, { code: "V7" });
  const names = async (asked: { under?: string; q?: string }) => {
    const view = await as(admin, (work) => viewUnits(work, { under: "", q: "", day: "", ...asked }));
    return [view.shape, ...view.units.map((each) => each.name)];
  };
  expect(await names({ q: "vård" })).toEqual(["found", "Vård", "Vårdcentralen"]);
  expect(await names({ q: "v7" })).toEqual(["found", "Vårdcentralen"]);
  expect(await names({ under: root })).toEqual(["level", "Rehab", "Vård"]);
  await expect(names({ under: "nonsense" })).rejects.toThrow(NotFound);
});

test("ORG-1: another organisation's units are never seen or written, and without an organisation there are no rows", async () => {
  const mine = await small();
  const other = await world(database, "annan");
  const seen = await other.as(null, (work) => unitTree(work, TODAY));
  expect(seen).toEqual([]);
  const stolen = await other.as(null, ({ tx }) =>
    tx.updateTable("unit").set({ name: "Tagen" }).where("id", "=", mine.rehab).executeTakeFirst(),
  );
  expect(stolen.numUpdatedRows).toBe(0n);
  await expect(
    other.put("unit", { organisation_id: mine.organisationId, id: mine.karin, name: "X", valid_from: TODAY }),
  ).rejects.toThrow("row-level security");
  for (const table of [
    "unit",
    "person",
    "employment_period",
    "unit_manager",
    "access_log",
    "organisation_setting",
  ])
    expect((await database.pool.query(`select count(*) as count from ${table}`)).rows).toEqual([
      { count: 0 },
    ]);
});
