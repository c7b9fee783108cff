import { expect, test } from "vitest";
import { testDatabase } from "../support/database.ts";
import { importWorld } from "./import-world.ts";
import { row, type Row } from "./staff-file.ts";

const database = await testDatabase();
const fresh = () => importWorld(database);
const CHIEF = "Chefens anställningsnummer";

/** Unit 311 with Anna as manager, 312 with Bertil, and Cecilia over both in 310. */
const person = (number: string, name: string, unit: string, manager: string, more: Row = {}): Row =>
  row(number, name, { "Org.kod": unit, [CHIEF]: manager, ...more });
const HEADS = [
  person("1", "Anna A", "311", "3"),
  person("2", "Bertil B", "312", "3"),
  person("3", "Cecilia C", "310", ""),
];
const STAFF = [person("11", "Dan D", "311", "1"), person("12", "Eva E", "312", "2")];
const ALL = [...HEADS, ...STAFF];
const THREE = ["310: Cecilia 2026-11-22–", "311: Anna 2026-11-22–", "312: Bertil 2026-11-22–"];

test("ORG-4 units get the managers that their rows name, from today; the same file once more changes nothing", async () => {
  const w = await fresh();
  expect(await w.brings(ALL)).toMatchObject({ managers: 3 });
  expect(await w.managers()).toEqual(THREE);
  const before = await w.mark();
  w.on("2026-12-01");
  expect(await w.brings(ALL)).toMatchObject({ managers: 0, same: 5 });
  expect(await w.mark()).toBe(before);
});

const BERTIL = person("2", "Bertil B", "312", "3");
const CECILIA = person("3", "Cecilia C", "310", "");
test.each<[string, Row[], string[]]>([
  [
    "another is named",
    [person("1", "Anna A", "311", "2"), BERTIL, CECILIA, person("11", "Dan D", "311", "2")],
    ["311: Anna 2026-11-22–2026-12-01", "311: Bertil 2026-12-01–"],
  ],
  [
    "nobody is named, the post is vacant",
    [person("1", "Anna A", "312", "2"), BERTIL, CECILIA, person("11", "Dan D", "311", "")],
    ["311: Anna 2026-11-22–2026-12-01"],
  ],
  [
    "several are named, it stays as it is",
    [...HEADS, person("11", "Dan D", "311", "2")],
    ["311: Anna 2026-11-22–"],
  ],
  [
    "the one named is nobody, it stays as it is",
    [...HEADS.slice(1), person("1", "Anna A", "312", "2"), person("11", "Dan D", "311", "99")],
    ["311: Anna 2026-11-22–"],
  ],
])("ORG-4 where %s", async (_, rows, managers) => {
  const w = await fresh();
  await w.brings(ALL);
  w.on("2026-12-01");
  const file = [...rows, person("12", "Eva E", "312", "2")];
  await w.brings(file);
  expect((await w.managers()).filter((line) => line.startsWith("311"))).toEqual(managers);
  const before = await w.mark();
  await w.brings(file);
  expect(await w.mark()).toBe(before);
});

test("ORG-4 a file without such a column leaves the managers as they are, and one without the unit's rows too", async () => {
  const w = await fresh();
  await w.brings(ALL);
  w.on("2026-12-01");
  await w.brings(ALL.map(({ [CHIEF]: _chief, ...rest }) => rest));
  expect(await w.managers()).toEqual(THREE);
});

test("ORG-4 whom an administrator has named stays where the file names nobody, and gives way where it names another", async () => {
  const w = await fresh();
  const silent = [
    person("1", "Anna A", "310", "3"),
    ...HEADS.slice(1),
    person("11", "Dan D", "311", ""),
    person("12", "Eva E", "312", "2"),
  ];
  await w.brings(silent);
  const [eva] = await w.query<{ id: string }>(w.personNamed("Eva"));
  await w.manage(eva?.id ?? "", w.units.rehab, { from: "2026-01-01" });
  await w.brings(silent);
  expect((await w.managers())[1]).toBe("311: Eva 2026-01-01–");
  await w.brings(ALL);
  expect((await w.managers()).slice(1, 3)).toEqual([
    "311: Eva 2026-01-01–2026-11-22",
    "311: Anna 2026-11-22–",
  ]);
});

test("ORG-4 a manager with two employments in the unit is one manager; only managers' rows name the one whom they have in common", async () => {
  const w = await fresh();
  const second = { Personnyckel: "P1", Syssgrad: "10" };
  const meeting = [person("1", "Anna A", "310", "3"), person("2", "Bertil B", "310", "3"), HEADS[2] as Row];
  await w.brings([...meeting, person("4", "Anna A", "311", "3", second), ...STAFF]);
  expect(await w.managers()).toEqual(["310: Cecilia 2026-11-22–", "312: Bertil 2026-11-22–"]);
  await w.brings([...meeting, person("4", "Anna A", "311", "", second), ...STAFF]);
  expect((await w.managers())[1]).toBe("311: Anna 2026-11-22–");
});

test("ORG-4 managers who would be each other's are not named, and the rest of the file goes in", async () => {
  const w = await fresh();
  // Anna sits in 312, Bertil in 311: each would act for the other.
  const crossed = [person("1", "Anna A", "312", ""), person("2", "Bertil B", "311", ""), ...STAFF];
  expect(await w.brings(crossed)).toMatchObject({ join: 4, managers: 0 });
  expect(await w.managers()).toEqual([]);
});

test("PRV-3 a manager who leaves manages nothing from that day", async () => {
  const w = await fresh();
  await w.brings(ALL);
  w.on("2026-12-01");
  await w.brings(ALL.slice(1));
  expect((await w.managers())[1]).toBe("311: Anna 2026-11-22–2026-12-01");
});
