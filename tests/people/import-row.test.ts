import { describe, expect, test } from "vitest";
import { columnsOf, readRow } from "../../src/people/import-row.rules.ts";
import {
  STAFF_FIELDS,
  type Mapping,
  type RowContext,
  type StaffField,
} from "../../src/people/import-fields.rules.ts";

const context: RowContext = {
  today: "2026-11-22",
  keyedHash: (text) => `hash(${text.length})`,
  extentScale: "percent",
};
const good: Partial<Record<StaffField, string>> = {
  employmentNumber: "1001",
  givenName: "Åsa",
  familyName: "Öhrn",
  email: "asa.ohrn@exempelby.se",
  unitCode: "310",
  from: "2020-01-01",
  extent: "75,00",
  form: "Tillsvidare",
};

/** The reading of one row whose columns are called as the fields are; `undefined` takes a column away. */
function read(cells: Partial<Record<StaffField, string | undefined>>) {
  const all = { ...good, ...cells };
  const fields = (Object.keys(STAFF_FIELDS) as StaffField[]).filter((field) => all[field] !== undefined);
  const mapping: Mapping = {
    columns: Object.fromEntries(fields.map((field) => [field, field.toUpperCase()])),
    dropped: [],
    key: { by: "employment-number" },
  };
  const columns = columnsOf(
    mapping,
    fields.map((field) => field.toUpperCase()),
  );
  return readRow(columns, { line: 7, cells: fields.map((field) => all[field] ?? "") }, context);
}

const codes = (cells: Partial<Record<StaffField, string | undefined>>): string[] => {
  const result = read(cells);
  return result.ok ? [] : result.reasons.map(({ field, code }) => `${field} ${code}`);
};
const value = (cells: Partial<Record<StaffField, string | undefined>>) => {
  const result = read(cells);
  if (!result.ok) throw new Error(JSON.stringify(result.reasons));
  return result.value;
};

test("ORG-3 a row is one employment: unit, profession, AID, title, form, extent, period, main, leave", () => {
  expect(
    value({
      personKey: "P7",
      unitName: "Rehab Norr",
      managerNumber: "1002",
      title: "Arbetsterapeut",
      professionCode: "AT",
      aid: "X",
      to: "2026-12-31",
      main: "J",
      leaveFrom: "2026-02-01",
      leaveTo: "2026-08-31",
      protectedIdentity: "N",
    }),
  ).toEqual({
    line: 7,
    employmentNumber: "1001",
    personKey: "P7",
    personGroup: "key P7",
    givenName: "Åsa",
    familyName: "Öhrn",
    email: "asa.ohrn@exempelby.se",
    unit: { by: "code", code: "310", name: "Rehab Norr" },
    managerNumber: "1002",
    title: "Arbetsterapeut",
    professionCode: "AT",
    aid: "X",
    form: "permanent",
    extent: 75,
    period: { from: "2020-01-01", to: "2027-01-01" },
    main: true,
    leave: { from: "2026-02-01", to: "2026-09-01" },
    protectedIdentity: false,
    notes: [],
  });
});

describe("INT-1 rows at the boundary", () => {
  test.each<[string, Partial<Record<StaffField, string | undefined>>, string[]]>([
    ["as it should be", {}, []],
    ["no number", { employmentNumber: " " }, ["employmentNumber missing"]],
    ["a number that is too long", { employmentNumber: "1".repeat(61) }, ["employmentNumber too-long"]],
    ["a number that is just not too long", { employmentNumber: "1".repeat(60) }, []],
    ["no name", { givenName: "", familyName: "" }, ["givenName missing", "familyName missing"]],
    [
      "one name in the joint column",
      { givenName: undefined, familyName: undefined, fullName: "Åsa" },
      ["fullName name-not-split"],
    ],
    ["no unit", { unitCode: "" }, ["unitCode missing"]],
    ["an e-mail address for hourly staff is not needed", { email: "", form: "Timavlönad" }, []],
    ["no first day", { from: "" }, ["from missing"]],
    ["one day", { to: "2020-01-01" }, []],
    ["an end the day before the start", { to: "2019-12-31" }, ["to end-before-start"]],
    ["a start today", { from: "2026-11-22" }, []],
    ["a start in exactly a year", { from: "2027-11-22" }, []],
    ["a start in a year and a day", { from: "2027-11-23" }, ["from start-too-far"]],
    ["leave of one day", { leaveFrom: "2026-01-01", leaveTo: "2026-01-01" }, []],
    [
      "leave that ends before",
      { leaveFrom: "2026-01-02", leaveTo: "2026-01-01" },
      ["leaveTo leave-end-before-start"],
    ],
    ["leave without a start", { leaveTo: "2026-01-01" }, ["leaveFrom leave-without-start"]],
    ["no extent", { extent: "" }, ["extent missing"]],
    ["no extent for hourly staff", { extent: "", form: "Timlön" }, []],
    [
      "an unclear mark of protection is not taken for none",
      { protectedIdentity: "?" },
      ["protectedIdentity bad-flag"],
    ],
    ["=1+1 as a name", { givenName: "=1+1" }, []],
    ["a name turned around", { givenName: "Bo\u202E" }, ["givenName direction-character"]],
  ])("%s", (_, cells, reasons) => {
    expect(codes(cells)).toEqual(reasons);
  });

  test("every reason at once, with line, column and what was written", () => {
    const result = read({
      from: "snart",
      extent: "heltid",
      email: "x",
      main: "kanske",
      employmentNumber: "",
    });
    const at = (field: StaffField) => ({ line: 7, column: field.toUpperCase() });
    expect(result).toEqual({
      ok: false,
      reasons: [
        { code: "missing", field: "employmentNumber", data: at("employmentNumber") },
        { code: "bad-email", field: "email", data: at("email") },
        { code: "bad-day", field: "from", data: { ...at("from"), value: "snart" } },
        { code: "bad-extent", field: "extent", data: { ...at("extent"), value: "heltid" } },
        { code: "bad-flag", field: "main", data: { ...at("main"), value: "kanske" } },
      ],
    });
  });

  test("=1+1 stays text", () => {
    expect(value({ givenName: "=1+1" }).givenName).toBe("=1+1");
  });

  test("a start that is near is kept and noted", () => {
    expect(value({ from: "2026-11-23" }).notes).toEqual([
      { code: "future-start", field: "from", data: { line: 7, column: "FROM", value: "2026-11-23" } },
    ]);
    expect(value({ from: "2026-11-22" }).notes).toEqual([]);
  });

  test("a form that nobody knows is taken by whether there is a last day, and noted", () => {
    expect(value({ form: "Kod 17" })).toMatchObject({ form: "permanent", notes: [{ code: "unknown-form" }] });
    expect(value({ form: "Kod 17", to: "2027-01-01" }).form).toBe("fixed-term");
    expect(value({ form: "", to: "2027-01-01" })).toMatchObject({ form: "fixed-term", notes: [] });
  });

  test("without a column of extents it is full time, and none by the hour", () => {
    expect(value({ extent: undefined }).extent).toBe(100);
    expect(value({ extent: undefined, form: "Timavlönad" }).extent).toBe(0);
  });

  test("a unit by its path, and by its name alone", () => {
    expect(value({ unitCode: undefined, unitPath: "Vård > Rehab > Rehab Norr" }).unit).toEqual({
      by: "path",
      path: ["Vård", "Rehab", "Rehab Norr"],
    });
    expect(value({ unitCode: undefined, unitName: "Rehab Norr" }).unit).toEqual({
      by: "name",
      name: "Rehab Norr",
    });
    expect(codes({ unitCode: undefined, unitName: "" })).toEqual(["unitName missing"]);
  });
});

describe("INT-1 personnummer in other columns", () => {
  test.each<StaffField>([
    "employmentNumber",
    "personKey",
    "givenName",
    "email",
    "title",
    "unitName",
    "from",
    "extent",
  ])("in %s the row is refused, and the number is never repeated", (field) => {
    const result = read({ [field]: "900101-9802" });
    expect(result).toEqual({
      ok: false,
      reasons: [{ code: "personal-identity-number", field, data: { line: 7, column: field.toUpperCase() } }],
    });
  });
});

describe("INT-1 personnummer as the only key", () => {
  const mapping: Mapping = {
    columns: { fullName: "Namn", unitCode: "Enhet", from: "Från" },
    dropped: [{ column: "Pnr", why: "personal-identity-number" }],
    key: { by: "identity-hash", column: "Pnr" },
  };
  const columns = columnsOf(mapping, ["Pnr", "Namn", "Enhet", "Från"]);
  const hashing = { ...context, keyedHash: (text: string) => `#${text.split("").toReversed().join("")}` };
  const row = (number: string) =>
    readRow(columns, { line: 2, cells: [number, "Öhrn, Åsa", "310", "2020-01-01"] }, hashing);

  test("the person is a keyed hash of it, the employment one of it and the first day; each way of writing gives the same", () => {
    for (const number of ["18900101-9802", "189001019802", "900101+9802"]) {
      expect(row(number)).toMatchObject({
        ok: true,
        value: { personKey: "#208910100981", employmentNumber: "#10-10-0202 208910100981" },
      });
    }
  });

  test.each([
    ["", "missing"],
    ["18900101-9803", "bad-identity-number"],
  ])("%j is %s, and is not repeated", (number, code) => {
    expect(row(number)).toEqual({
      ok: false,
      reasons: [{ code, field: "employmentNumber", data: { line: 2, column: "Pnr" } }],
    });
  });
});
