import { describe, expect, test } from "vitest";
import {
  extentScaleIn,
  formOf,
  readDay,
  readEmail,
  readExtent,
  readFlag,
  readLastDay,
  readText,
  splitName,
  splitPath,
} from "../../src/people/import-values.rules.ts";
import {
  holdsIdentityNumber,
  isIdentityColumn,
  twelveDigits,
} from "../../src/people/import-identity-number.rules.ts";
import type { Result } from "../../src/shared/result.ts";

/** The value, or the code of the refusal. */
const outcome = <Value>(result: Result<Value>): Value | string | undefined =>
  result.ok ? result.value : result.reasons[0]?.code;

describe("INT-1 days as HR systems write them", () => {
  test.each([
    ["2026-11-22", "2026-11-22"],
    ["20261122", "2026-11-22"],
    ["22.11.2026", "2026-11-22"],
    ["1.2.2026", "2026-02-01"],
    ["22/11/2026", "2026-11-22"],
    ["2026/11/22", "2026-11-22"],
    ["2026-11-22 00:00:00", "2026-11-22"],
    ["2026-11-22T00:00:00.000Z", "2026-11-22"],
    ["2024-02-29", "2024-02-29"],
    ["2026-02-29", "bad-day"],
    ["11/22/2026", "bad-day"],
    ["2026-13-01", "bad-day"],
    ["22.11.26", "bad-day"],
    ["261122", "bad-day"],
    ["00000000", "bad-day"],
    ["1899-12-31", "bad-day"],
    ["snart", "bad-day"],
  ])("%s is %s", (text, day) => {
    expect(outcome(readDay(text))).toBe(day);
  });

  test.each([
    ["", null],
    ["9999-12-31", null],
    ["99991231", null],
    ["2200-01-01", null],
    ["2199-12-31", "2199-12-31"],
    ["9999-99-99", "bad-day"],
  ])("as a last day %j is %j", (text, day) => {
    expect(outcome(readLastDay(text))).toBe(day);
  });
});

describe("INT-1 extents", () => {
  test.each([
    ["100", "percent", 100],
    ["75,00", "percent", 75],
    ["37.5", "percent", 37.5],
    ["0,75", "percent", 75],
    ["0,75", "share", 75],
    ["1", "share", 100],
    ["1,0", "share", 100],
    ["0", "percent", 0],
    ["0", "share", 0],
    ["75 %", "share", 75],
    ["75\u00A0%", "percent", 75],
    ["1 %", "percent", 1],
    ["0,5 %", "share", 0.5],
    ["1", "percent", "extent-unclear"],
    ["1,00", "percent", "extent-unclear"],
    ["100", "share", "extent-over-100"],
    ["100,01", "percent", "extent-over-100"],
    ["66,666", "percent", 66.67],
    ["-5", "percent", "bad-extent"],
    ["heltid", "percent", "bad-extent"],
  ] as const)("%s in a column of %s is %s", (text, scale, extent) => {
    expect(outcome(readExtent(text, scale))).toBe(extent);
  });

  test.each([
    ["100", "percent"],
    ["1,01", "percent"],
    ["1", "share"],
    ["0,75", "share"],
    ["0,00", null],
    ["75 %", null],
    ["heltid", null],
    ["", null],
  ] as const)("%s says of its column: %s", (cell, scale) => {
    expect(extentScaleIn(cell)).toBe(scale);
  });
});

describe("INT-1 texts", () => {
  test.each([
    ["  Anna-Karin \u00A0 Öhrn\n", "Anna-Karin Öhrn"],
    ["A\u030Asa", "Åsa"],
    ["=1+1", "=1+1"],
    ["<b>Bo</b>", "<b>Bo</b>"],
    ["Ali\u200B\uFEFF", "Ali"],
    ["Bo\u0007", "control-character"],
    ["Bo\u202Eab", "direction-character"],
    ["Bo\u2066", "direction-character"],
    ["x".repeat(20), "x".repeat(20)],
    ["x".repeat(21), "too-long"],
  ])("%j is %j", (cell, text) => {
    expect(outcome(readText(cell, 20))).toBe(text);
  });

  test.each([
    ["J", true],
    ["ja", true],
    ["1", true],
    ["X", true],
    ["TRUE", true],
    ["N", false],
    ["Nej", false],
    ["0", false],
    ["false", false],
    ["", null],
    ["kanske", "bad-flag"],
  ])("the flag %j is %j", (text, flag) => {
    expect(outcome(readFlag(text))).toBe(flag);
  });

  test.each([
    ["Asa.Ohrn@Exempelby.se", "asa.ohrn@exempelby.se"],
    ["åsa@exempel.se", "åsa@exempel.se"],
    ["", null],
    ["asa", "bad-email"],
    ["asa@exempelby", "bad-email"],
    ["asa@exempelby..se", "bad-email"],
    ["asa@exempelby.se, bo@exempelby.se", "bad-email"],
    ["Åsa <asa@exempelby.se>", "bad-email"],
  ])("the address %j is %j", (text, email) => {
    expect(outcome(readEmail(text))).toBe(email);
  });

  test.each([
    ["Öhrn, Åsa Maria", "Åsa Maria", "Öhrn"],
    ["Åsa Maria Öhrn", "Åsa Maria", "Öhrn"],
    ["Ebba von der Pahlen", "Ebba", "von der Pahlen"],
    ["von Essen", "von", "Essen"],
    ["Amal Al Hassan", "Amal", "Al Hassan"],
  ])("the name %s is %s + %s", (text, givenName, familyName) => {
    expect(outcome(splitName(text))).toEqual({ givenName, familyName });
  });

  test.each(["Åsa", "Öhrn,", ", Åsa"])("the name %j can't be split", (text) => {
    expect(outcome(splitName(text))).toBe("name-not-split");
  });

  test.each([
    ["Exempelby > Vård/omsorg > Rehab Norr", ["Exempelby", "Vård/omsorg", "Rehab Norr"]],
    ["Exempelby\\Rehab", ["Exempelby", "Rehab"]],
    ["Exempelby / HSL/Rehab", ["Exempelby", "HSL/Rehab"]],
    ["Exempelby/Rehab/", ["Exempelby", "Rehab"]],
    ["Rehab Norr", ["Rehab Norr"]],
    ["", []],
  ])("the path %s", (text, parts) => {
    expect(splitPath(text)).toEqual(parts);
  });

  test.each([
    ["Tillsvidare", "permanent"],
    ["TV", "permanent"],
    ["Provanställning", "permanent"],
    ["Särskild visstidsanställning", "fixed-term"],
    ["Vikariat", "fixed-term"],
    ["Timavlönad", "hourly"],
    ["Kod 17", null],
  ])("the form %s is %s", (text, form) => {
    expect(formOf(text)).toBe(form);
  });
});

describe("INT-1 personnummer are recognised", () => {
  const today = "2026-11-22";
  test.each([
    ["18900101-9802", "189001019802"],
    ["189001019802", "189001019802"],
    ["900101-9802", "199001019802"],
    ["900101+9802", "189001019802"],
    ["9001019802", "199001019802"],
    ["900161-9809", "199001619809"],
    ["18900101-9803", null],
    ["18900132-9802", null],
    ["30900101-9802", null],
    ["1001", null],
    ["", null],
  ])("%s has the twelve digits %s", (text, digits) => {
    expect(twelveDigits(text, today)).toBe(digits);
  });

  test("ten digits mean the latest century in which the person was born by today", () => {
    expect(twelveDigits("261122-9804", today)).toBe("202611229804");
    expect(twelveDigits("261122-9804", "2026-11-21")).toBe("192611229804");
  });

  test.each([
    ["Åsa 189001019802", true],
    ["Åsa (900101–9802)", true],
    ["nr1890 0101 9802", false],
    ["9189001019802", false],
    ["2026-11-22 00:00:00", false],
    ["20261122", false],
    ["556016-0680", false],
  ])("%s holds one: %s", (text, holds) => {
    expect(holdsIdentityNumber(text)).toBe(holds);
  });

  test.each([
    ["Personnr", [], true],
    ["Person-/samordningsnummer", [], true],
    ["Födelsedatum", ["1990-01-01"], true],
    ["ID", ["900101-9802", "189001019802", "x"], true],
    ["ID", ["900101-9802", "x", "y"], false],
    ["Person-ID", ["P1", "P2"], false],
    ["ID", ["", ""], false],
  ])("the column %s with %j: %s", (header, cells, is) => {
    expect(isIdentityColumn(header, cells)).toBe(is);
  });
});
