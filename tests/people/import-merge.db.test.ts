import { expect, test } from "vitest";
import { testDatabase } from "../support/database.ts";
import { importWorld } from "./import-world.ts";
import { csv, row } from "./staff-file.ts";

const database = await testDatabase();
const fresh = () => importWorld(database);
const TWO = [row("1", "Åsa Ek"), row("2", "Bo Al", { "Org.kod": "312" })];

test("INT-1 people join with their employments; the same file once more changes nothing", async () => {
  const w = await fresh();
  expect(await w.brings(TWO)).toMatchObject({ rows: 2, join: 2, same: 0, leavers: 0, openBefore: 0 });
  expect(await w.periods()).toEqual([
    "1: 311 Arbetsterapeut 100 2020-01-01–",
    "2: 312 Arbetsterapeut 100 2020-01-01–",
  ]);
  expect(await w.people()).toEqual(["Bo Al P2 ×1", "Åsa Ek P1 ×1"]);
  const before = await w.mark();
  w.on("2026-11-23");
  expect(await w.brings(TWO)).toMatchObject({ same: 2, join: 0, move: 0, change: 0, end: 0, leavers: 0 });
  expect(await w.mark()).toBe(before);
});

test("ORG-3 a move closes the period until today and opens one in the other unit; once more that day it is put right in place", async () => {
  const w = await fresh();
  await w.brings(TWO);
  expect(await w.brings([row("1", "Åsa Ek", { "Org.kod": "312" }), ...TWO.slice(1)])).toMatchObject({
    move: 1,
    same: 1,
  });
  const moved = ["1: 311 Arbetsterapeut 100 2020-01-01–2026-11-22"];
  expect((await w.periods()).slice(0, 2)).toEqual([...moved, "1: 312 Arbetsterapeut 100 2026-11-22–"]);
  await w.brings([row("1", "Åsa Ek", { "Org.kod": "310", Syssgrad: "75,5" }), ...TWO.slice(1)]);
  expect((await w.periods()).slice(0, 2)).toEqual([...moved, "1: 310 Arbetsterapeut 75.5 2026-11-22–"]);
});

test.each([
  ["title", { Befattning: "Enhetschef" }, "1: 311 Enhetschef 100 2026-11-22–"],
  ["extent", { Syssgrad: "50" }, "1: 311 Arbetsterapeut 50 2026-11-22–"],
])("ORG-3 another %s is a change from today", async (_, more, period) => {
  const w = await fresh();
  await w.brings(TWO);
  expect(await w.brings([row("1", "Åsa Ek", more), ...TWO.slice(1)])).toMatchObject({ change: 1, move: 0 });
  expect((await w.periods()).slice(0, 2)).toEqual([
    "1: 311 Arbetsterapeut 100 2020-01-01–2026-11-22",
    period,
  ]);
});

test("INT-1 a column that the file lacks leaves what is there", async () => {
  const w = await fresh();
  await w.brings([row("1", "Åsa Ek", { Syssgrad: "40", "E-post": "asa@kommun.se", AID: "207025" })]);
  const before = await w.mark();
  const {
    Personnyckel: _key,
    Befattning: _title,
    "Anst.form": _form,
    Syssgrad: _extent,
    Till: _to,
    ...bare
  } = row("1", "Åsa Ek");
  expect(await w.brings([bare])).toMatchObject({ same: 1 });
  expect(await w.mark()).toBe(before);
  expect(await w.brings([{ ...bare, "Org.kod": "312" }])).toMatchObject({ move: 1 });
  expect(await w.periods()).toEqual([
    "1: 311 Arbetsterapeut 40 2020-01-01–2026-11-22",
    "1: 312 Arbetsterapeut 40 2026-11-22–",
  ]);
});

test("PRV-3 who the file leaves out ends today, and is closed; who had not begun never does", async () => {
  const w = await fresh();
  await w.brings([...TWO, row("3", "Cia Bo", { Från: "2027-01-01" })]);
  expect(await w.brings(TWO.slice(1))).toMatchObject({ leavers: 2, same: 1, openBefore: 3 });
  expect(await w.employments()).toEqual(["1: 2020-01-01–2026-11-22", "2: 2020-01-01–"]);
  expect((await w.periods())[0]).toBe("1: 311 Arbetsterapeut 100 2020-01-01–2026-11-22");
  expect(await w.people()).toEqual([
    "Bo Al P2 ×1",
    "Cia Bo P3 slut 2026-11-22 ×0",
    "Åsa Ek P1 slut 2026-11-22 ×1",
  ]);
});

test("ORG-3 who comes back has a period from the file's first day after the end, else from today; the same day it never ended", async () => {
  const w = await fresh();
  await w.brings(TWO);
  await w.brings(TWO.slice(1));
  expect(await w.brings(TWO)).toMatchObject({ join: 1, same: 1 });
  expect(await w.periods()).toEqual([
    "1: 311 Arbetsterapeut 100 2020-01-01–",
    "2: 312 Arbetsterapeut 100 2020-01-01–",
  ]);
  expect((await w.people())[1]).toBe("Åsa Ek P1 ×1");

  await w.brings(TWO.slice(1));
  w.on("2026-11-30");
  await w.brings(TWO);
  expect((await w.periods()).slice(0, 2)).toEqual([
    "1: 311 Arbetsterapeut 100 2020-01-01–2026-11-22",
    "1: 311 Arbetsterapeut 100 2026-11-30–",
  ]);
  expect(await w.brings(TWO)).toMatchObject({ same: 2 });

  await w.brings(TWO.slice(1));
  w.on("2027-03-01");
  const back = [row("1", "Åsa Ek", { Från: "2027-02-01" }), ...TWO.slice(1)];
  expect(await w.brings(back)).toMatchObject({ join: 1 });
  expect((await w.periods()).slice(1, 3)).toEqual([
    "1: 311 Arbetsterapeut 100 2027-02-01–",
    "2: 312 Arbetsterapeut 100 2020-01-01–",
  ]);
  expect(await w.brings(back)).toMatchObject({ same: 2 });
});

test.each([
  ["begins earlier", { Från: "2019-03-01" }, ["2019-03-01–2025-01-01", "2025-01-01–"]],
  ["begins later", { Från: "2021-03-01" }, ["2021-03-01–2025-01-01", "2025-01-01–"]],
  ["begins after a change", { Från: "2025-06-01" }, ["2025-06-01–"]],
  ["is to end", { Till: "2026-12-31" }, ["2020-01-01–2025-01-01", "2025-01-01–2027-01-01"]],
  ["has ended", { Till: "2026-06-30" }, ["2020-01-01–2025-01-01", "2025-01-01–2026-07-01"]],
  ["ended before a change", { Till: "2024-06-30" }, ["2020-01-01–2024-07-01"]],
  ["was another time altogether", { Från: "2018-01-01", Till: "2018-12-31" }, ["2018-01-01–2019-01-01"]],
  ["lies ahead", { Från: "2027-01-01", Till: "2027-12-31" }, ["2027-01-01–2028-01-01"]],
])("ORG-3 an employment that %s has its days put right in its periods", async (_, more, periods) => {
  const w = await fresh();
  w.on("2025-01-01");
  await w.brings([row("1", "Åsa Ek", { "Org.kod": "312" })]);
  await w.brings([row("1", "Åsa Ek")]);
  w.on("2026-11-22");
  const file = [row("1", "Åsa Ek", more)];
  await w.brings(file);
  expect((await w.periods()).map((line) => line.slice(line.indexOf("100 ") + 4))).toEqual(periods);
  const before = await w.mark();
  expect(await w.brings(file)).toMatchObject({ same: 1 });
  expect(await w.mark()).toBe(before);
});

test("ORG-3 two employments belong to one person, by key, by e-mail and name, or by an employment that is known", async () => {
  const w = await fresh();
  const mail = { Personnyckel: "", "E-post": "bo@kommun.se" };
  const file = [
    row("1", "Åsa Ek"),
    row("2", "Åsa Ek", { Personnyckel: "P1", "Org.kod": "312", Syssgrad: "20", "Anst.form": "Timavlönad" }),
    row("3", "Bo Al", mail),
    row("4", "Bo Al", mail),
    row("5", "Cia Ek", { Personnyckel: "" }),
    row("6", "Cia Ek", { Personnyckel: "" }),
  ];
  await w.brings(file);
  const people = ["Bo Al bo@kommun.se ×2", "Cia Ek ×1", "Cia Ek ×1", "Åsa Ek P1 ×2"];
  expect(await w.people()).toEqual(people);
  expect(await w.brings(file)).toMatchObject({ same: 6 });
  await w.brings([...file, row("7", "Bo Al", mail), row("8", "Åsa Ek", { Personnyckel: "P1" })]);
  expect(await w.people()).toEqual(["Bo Al bo@kommun.se ×3", "Cia Ek ×1", "Cia Ek ×1", "Åsa Ek P1 ×3"]);
});

test("ORG-3 names, addresses and keys follow the file", async () => {
  const w = await fresh();
  await w.brings([row("1", "Åsa Ek", { Personnyckel: "" })]);
  const file = [row("1", "Åsa Lind", { "E-post": "ASA@kommun.se" })];
  expect(await w.brings(file)).toMatchObject({ change: 1 });
  expect(await w.people()).toEqual(["Åsa Lind asa@kommun.se P1 ×1"]);
  expect(await w.brings(file)).toMatchObject({ same: 1 });
});

test("ORG-7 a file sets the mark of protected identity and never takes it away", async () => {
  const w = await fresh();
  const marked = (mark: string) => [row("1", "Åsa Ek", { Sekretess: mark })];
  await w.brings(marked("N"));
  expect(await w.brings(marked("J"))).toMatchObject({ change: 1 });
  expect(await w.people()).toEqual(["Åsa Ek P1 skyddad ×1"]);
  const before = await w.mark();
  expect(await w.brings(marked("N"))).toMatchObject({ same: 1 });
  expect(await w.brings([row("1", "Åsa Ek")])).toMatchObject({ same: 1 });
  expect(await w.mark()).toBe(before);
  expect(await w.brings([row("1", "Åsa Lind", { Sekretess: "N" })])).toMatchObject({ change: 1 });
  expect(await w.people()).toEqual(["Åsa Lind P1 skyddad ×1"]);
});

test("INT-1 the number of somebody who left, on somebody else, is a row that can't be read", async () => {
  const w = await fresh();
  await w.brings(TWO);
  await w.brings(TWO.slice(1));
  const result = await w.bring([row("1", "Dan Om", { Personnyckel: "P9" }), ...TWO.slice(1)]);
  expect(result).toMatchObject({
    ok: false,
    problems: [{ line: 2, number: "1", reasons: [{ code: "number-reused" }] }],
  });
  expect(await w.people()).toEqual(["Bo Al P2 ×1", "Åsa Ek P1 slut 2026-11-22 ×1"]);
});

test("INT-1 where a personnummer is the only key, people are known by a keyed hash and the number is kept nowhere", async () => {
  const w = await fresh();
  const { "Anst.nr": _number, Personnyckel: _key, ...bare } = row("", "Åsa Ek");
  const file = [{ Personnummer: "18900101-9802", ...bare }];
  expect(await w.brings(file)).toMatchObject({ join: 1 });
  expect(await w.brings([{ ...bare, Personnummer: "189001019802" }])).toMatchObject({ same: 1 });
  const [person] = await w.people();
  expect(person).toMatch(/^Åsa Ek [\w-]{43} ×1$/);
  const other = await fresh();
  await other.brings(file);
  expect((await other.people())[0]).not.toBe(person);
  expect(JSON.stringify([await w.people(), await w.employments()])).not.toMatch(/9802/);
});

const leaveRow = (from: string, to: string) => [
  row("1", "Åsa Ek", { "Frånvaro från": from, "Frånvaro till": to }),
];
test.each([
  ["goes on", [["2026-10-01", ""]], ["2026-10-01–"]],
  ["lies ahead", [["2027-02-01", "2027-02-28"]], ["2027-02-01–2027-03-01"]],
  ["is over and was never known", [["2026-02-01", "2026-02-28"]], []],
  [
    "gets a last day",
    [
      ["2026-10-01", ""],
      ["2026-10-01", "2027-01-31"],
    ],
    ["2026-10-01–2027-02-01"],
  ],
  [
    "ends before it was to",
    [
      ["2026-10-01", ""],
      ["", ""],
    ],
    ["2026-10-01–2026-11-22"],
  ],
  [
    "turns out to be over",
    [
      ["2026-10-01", ""],
      ["2026-10-01", "2026-10-31"],
    ],
    ["2026-10-01–2026-11-01"],
  ],
  [
    "ends and is followed by another",
    [
      ["2026-10-01", ""],
      ["2027-02-01", ""],
    ],
    ["2026-10-01–2026-11-22", "2027-02-01–"],
  ],
  [
    "begins earlier",
    [
      ["2026-10-01", ""],
      ["2026-09-01", ""],
    ],
    ["2026-09-01–"],
  ],
  [
    "is put off",
    [
      ["2027-02-01", ""],
      ["2027-03-01", ""],
    ],
    ["2027-03-01–"],
  ],
  [
    "is called off",
    [
      ["2027-02-01", ""],
      ["", ""],
    ],
    [],
  ],
])("ORG-3 leave that %s", async (_, files, leave) => {
  const w = await fresh();
  for (const [from = "", to = ""] of files) await w.brings(leaveRow(from, to));
  expect(await w.leave()).toEqual(leave.map((days) => `1: ${days}`));
  const [from = "", to = ""] = files.at(-1) ?? [];
  const before = await w.mark();
  expect(await w.brings(leaveRow(from, to))).toMatchObject({ same: 1 });
  expect(await w.mark()).toBe(before);
  await w.brings([row("1", "Åsa Ek")]);
  expect(await w.leave()).toEqual(leave.map((days) => `1: ${days}`));
});

test("ORG-3 leave ends with the employment", async () => {
  const w = await fresh();
  await w.brings([
    ...TWO,
    ...leaveRow("2026-10-01", "").map((each) => ({ ...each, "Anst.nr": "9", Personnyckel: "P9" })),
  ]);
  await w.brings(TWO);
  expect(await w.leave()).toEqual(["9: 2026-10-01–2026-11-22"]);
});

test("INT-1 another organisation's staff is neither seen nor touched", async () => {
  const [w, other] = [await fresh(), await fresh()];
  await other.brings(TWO);
  const before = await other.mark();
  expect(await w.brings(TWO)).toMatchObject({ join: 2 });
  expect(await w.brings([row("1", "Åsa Ek", { "Org.kod": "312" })])).toMatchObject({ move: 1, leavers: 1 });
  expect(await other.mark()).toBe(before);
});

test("INT-1 a name that looks like a formula stays text", async () => {
  const w = await fresh();
  await w.brings(csv([row("1", "Åsa =1+1")]));
  expect(await w.people()).toEqual(["Åsa =1+1 P1 ×1"]);
});
