import { describe, expect, test } from "vitest";
import { codeList, parseCodeList } from "../../src/organisation/code-lists.ts";
import { checkLogo } from "../../src/organisation/logo.rules.ts";
import { checkProfession } from "../../src/organisation/profession.rules.ts";
import {
  checkSettings,
  DEFAULT_SETTINGS,
  unitsBelow,
  type Profession,
  type Settings,
} from "../../src/organisation/rules.ts";
import { checkUnit, type Unit } from "../../src/organisation/unit.rules.ts";
import { png } from "../support/png.ts";

describe("logo (ORG-5)", () => {
  const larger = (bytes: Buffer, length: number) =>
    Buffer.concat([bytes, Buffer.alloc(length - bytes.length)]);
  test.each<[string, Uint8Array, string[]]>([
    ["no file", Buffer.alloc(0), ["missing"]],
    ["64 pixels high", png(200, 64), []],
    ["63 pixels high", png(200, 63), ["logo-too-small"]],
    ["2000 pixels wide", png(2000, 64), []],
    ["2001 pixels wide", png(2001, 64), ["not-a-png"]],
    ["100 kB", larger(png(200, 64), 100_000), []],
    ["a byte more", larger(png(200, 64), 100_001), ["logo-too-large"]],
    ["a script that calls itself a picture", Buffer.from("<svg onload='alert(1)'/>"), ["not-a-png"]],
    ["the signature alone", png(200, 64).subarray(0, 8), ["not-a-png"]],
  ])("ORG-5: %s", (_, bytes, codes) => {
    expect(checkLogo(bytes).map(({ code }) => code)).toEqual(codes);
  });
});

describe("settings (ORG-5)", () => {
  const check = (wanted: Partial<Settings>, present: Partial<Settings> = {}) =>
    checkSettings({ ...DEFAULT_SETTINGS, ...present }, { ...DEFAULT_SETTINGS, ...wanted }).map(
      ({ code, field }) => `${field} ${code}`,
    );
  test("ORG-5: the defaults are allowed, and safe", () => {
    expect(check({})).toEqual([]);
    expect(DEFAULT_SETTINGS).toMatchObject({
      smallestGroup: 5,
      coverageThreshold: 80,
      reviewIntervalMonths: 24,
    });
  });
  test.each<[string, Partial<Settings>, Partial<Settings>, string[]]>([
    ["k of 4", { smallestGroup: 4 }, {}, ["smallestGroup group-too-small"]],
    ["k of 5", { smallestGroup: 5 }, {}, []],
    ["k raised", { smallestGroup: 10 }, {}, []],
    ["k kept", { smallestGroup: 10 }, { smallestGroup: 10 }, []],
    ["k lowered", { smallestGroup: 9 }, { smallestGroup: 10 }, ["smallestGroup not-lowered"]],
    ["k of one and a half", { smallestGroup: 5.5 }, {}, ["smallestGroup group-too-small"]],
    ["k without a number", { smallestGroup: Number.NaN }, {}, ["smallestGroup group-too-small"]],
    ["k beyond reason", { smallestGroup: 1001 }, {}, ["smallestGroup not-between"]],
    ["no leave as experience", { experienceLeaveDays: 0 }, {}, []],
    ["leave of less than a day", { experienceLeaveDays: -1 }, {}, ["experienceLeaveDays not-between"]],
    ["leave without a number", { experienceLeaveDays: Number.NaN }, {}, ["experienceLeaveDays not-between"]],
    ["a threshold of 0", { coverageThreshold: 0 }, {}, ["coverageThreshold not-between"]],
    ["a threshold of 1 and 100", { coverageThreshold: 100 }, {}, []],
    ["a threshold of 101", { coverageThreshold: 101 }, {}, ["coverageThreshold not-between"]],
    ["no review", { reviewIntervalMonths: null }, {}, []],
    ["a review after 121 months", { reviewIntervalMonths: 121 }, {}, ["reviewIntervalMonths not-between"]],
    ["no words", { modelWord: " ", talkWord: "" }, {}, ["modelWord missing", "talkWord missing"]],
    ["a scale of one", { ratingScale: ["kan"] }, {}, ["ratingScale not-between"]],
    ["a colour by name", { theme: { brand: "green", accent: "#00ff00" } }, {}, ["brand not-a-colour"]],
    [
      "everything at once",
      { modelWord: "", smallestGroup: 1 },
      {},
      ["modelWord missing", "smallestGroup group-too-small"],
    ],
  ])("ORG-5: %s", (_name, wanted, present, reasons) => {
    expect(check(wanted, present)).toEqual(reasons);
  });
});

const unit = (id: string, parentId: string | null, more: Partial<Unit> = {}): Unit => ({
  id,
  parentId,
  code: null,
  name: id,
  isAuthority: false,
  validFrom: "2020-01-01",
  validTo: null,
  revision: 1,
  ...more,
});

describe("units (ORG-2)", () => {
  const tree = [
    unit("root", null),
    unit("care", "root"),
    unit("rehab", "care", { code: "R1", validTo: "2027-01-01" }),
  ];
  test.each<[string, Unit, string[]]>([
    ["a new unit", unit("new", "care"), []],
    ["a new root", unit("new", null), []],
    ["without a name", unit("new", "care", { name: "" }), ["missing"]],
    ["with a code that is taken", unit("new", "care", { code: "R1" }), ["code-taken"]],
    ["keeping its own code", unit("rehab", "care", { code: "R1" }), []],
    ["below itself", unit("care", "care"), ["below-itself"]],
    ["below what stands below it", unit("root", "rehab"), ["below-itself"]],
    ["below a unit that is not there", unit("new", "gone"), ["no-such-unit"]],
    ["until the day the one above ends", unit("new", "rehab", { validTo: "2027-01-01" }), []],
    ["a day longer than the one above", unit("new", "rehab", { validTo: "2027-01-02" }), ["above-not-valid"]],
    ["until further notice below one that ends", unit("new", "rehab"), ["above-not-valid"]],
    [
      "from the day before the one above",
      unit("new", "care", { validFrom: "2019-12-31" }),
      ["above-not-valid"],
    ],
    ["ended while a unit below goes on", unit("care", "root", { validTo: "2026-12-31" }), ["has-units"]],
    ["ended together with the unit below", unit("care", "root", { validTo: "2027-01-01" }), []],
    ["ended the day it begins", unit("new", "care", { validTo: "2020-01-01" }), ["ends-before-it-begins"]],
    ["from 30 February", unit("new", null, { validFrom: "2026-02-30" }), ["not-a-day"]],
  ])("ORG-2: a unit %s", (_name, wanted, codes) => {
    expect(checkUnit(tree, wanted).map((reason) => reason.code)).toEqual(codes);
  });

  test("ORG-2: units at and below a unit", () => {
    const node = (id: string, path: string[]) => ({
      id,
      path,
      parentId: null,
      code: null,
      name: id,
      isAuthority: false,
      depth: 0,
      authorityId: null,
    });
    const nodes = [node("a", ["a"]), node("b", ["a", "b"]), node("c", ["c"])];
    expect(unitsBelow(nodes, "a").map((each) => each.id)).toEqual(["a", "b"]);
    expect(unitsBelow(nodes, "x")).toEqual([]);
  });
});

describe("code lists (ORG-6)", () => {
  test("ORG-6: the shipped lists hold the sourced codes and nothing else", () => {
    expect(codeList("ssyk-2012").codes.map((each) => each.code)).toEqual(["2241", "2272", "2273", "2283"]);
    expect(codeList("ssyk-2012").source).toMatch(/^SCB/);
    expect(codeList("aid").codes).toEqual([]);
  });
  test.each([
    ["no source", "code;name\n2241;Psykologer\n", "line 1"],
    ["no header", "# Källa\n2241;Psykologer\n", "line 2"],
    ["a code of three figures", "# Källa\ncode;name\n224;Psykologer\n", "line 3"],
    ["a code twice", "# Källa\ncode;name\n2241;A\n2241;B\n", "line 4"],
    ["three columns", "# Källa\ncode;name\n2241;A;B\n", "line 3"],
    ["no name", "# Källa\ncode;name\n2241;\n", "line 3"],
  ])("ORG-6: a list with %s is refused with its line", (_name, text, line) => {
    expect(() => parseCodeList("ssyk-2012", text)).toThrow(line);
  });
  test("ORG-6: line ends of Windows and a byte order mark are no trouble", () => {
    expect(
      parseCodeList("ssyk-2012", "\uFEFF# Källa\r\ncode;name\r\n2241;Psykologer\r\n").codes,
    ).toHaveLength(1);
  });
});

describe("professions (ORG-6)", () => {
  const profession = (more: Partial<Profession> = {}): Profession => ({
    id: "new",
    nameSv: "Logoped",
    nameEn: "Speech therapist",
    aidCode: null,
    ssykCode: null,
    escoUri: null,
    jobtechUri: null,
    licensed: true,
    unions: [],
    titles: [],
    revision: 1,
    ...more,
  });
  const others = [profession({ id: "psy", nameSv: "Psykolog", titles: ["Leg. psykolog"] })];
  const lists = { ssyk: new Set(["2283"]), aid: new Set<string>() };
  test.each<[string, Partial<Profession>, string[]]>([
    ["as it should be", { ssykCode: "2283", escoUri: "http://data.europa.eu/esco/occupation/x" }, []],
    ["without names", { nameSv: "", nameEn: "" }, ["nameSv missing", "nameEn missing"]],
    ["with a name that is taken in other letters", { nameSv: "PSYKOLOG" }, ["nameSv taken"]],
    ["with a name that is another's title", { nameSv: "leg. psykolog" }, ["nameSv taken"]],
    ["with a title that is another's name", { titles: ["psykolog"] }, ["titles title-taken"]],
    [
      "with a code that is not in the list",
      { ssykCode: "2241", aidCode: "1" },
      ["ssykCode not-in-list", "aidCode not-in-list"],
    ],
    [
      "with an address that is none",
      { escoUri: "javascript:x", jobtechUri: "abc" },
      ["escoUri not-an-address", "jobtechUri not-an-address"],
    ],
    ["with itself among the others", { id: "psy", nameSv: "Psykolog", titles: ["Leg. psykolog"] }, []],
  ])("ORG-6: a profession %s", (_name, more, reasons) => {
    const found = checkProfession(profession(more), others, lists).map(
      ({ code, field }) => `${field} ${code}`,
    );
    expect(found).toEqual(reasons);
  });
});
