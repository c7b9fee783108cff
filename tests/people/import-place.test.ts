import { describe, expect, test } from "vitest";
import { messages } from "../../src/messages/messages.ts";
import { spell } from "../../src/messages/spell.ts";
import type { Profession, UnitNode } from "../../src/organisation/rules.ts";
import type { RowNote, StaffRowProblem, UnitReference } from "../../src/people/import-fields.rules.ts";
import type { MappingProblem } from "../../src/people/import-mapping.rules.ts";
import { professionFinder, unitFinder, type PlaceProblem } from "../../src/people/import-place.rules.ts";
import { asksForLeavers, leaverShare } from "../../src/people/import-question.rules.ts";
import type { BeginCode, ChangeCode, ConfirmCode } from "../../src/people/import-staff.ts";
import type { RowProblem } from "../../src/platform/tabular/table.ts";

const unit = (id: string, code: string | null, name: string, path: readonly string[]): UnitNode => ({
  id,
  parentId: path.at(-1) ?? null,
  code,
  name,
  isAuthority: false,
  depth: path.length,
  path: [...path, id],
  authorityId: null,
});
const TREE = [
  unit("care", "300", "Vård", []),
  unit("rehab", "310", "Rehab", ["care"]),
  unit("north", "311", "Team Norr", ["care", "rehab"]),
  unit("school", null, "Skola", []),
  unit("school-rehab", null, "Rehab", ["school"]),
];

describe("INT-1 ORG-2 which unit a row means", () => {
  const path = (...names: string[]): UnitReference => ({ by: "path", path: names });
  test.each<[string, UnitReference, string]>([
    ["a code", { by: "code", code: "311", name: null }, "north"],
    ["a code whatever the name beside it says", { by: "code", code: "310", name: "Team Norr" }, "rehab"],
    ["a name that only one has, in any case", { by: "name", name: "team norr" }, "north"],
    ["a name that two have", { by: "name", name: "Rehab" }, "ambiguous-unit Rehab"],
    ["a path", path("Skola", "Rehab"), "school-rehab"],
    ["a path with the organisation's own name first", path("Kommunen", "Vård", "Rehab"), "rehab"],
    ["a path that goes nowhere", path("Vård", "Skola"), "unknown-unit Vård > Skola"],
    ["a code that isn't there", { by: "code", code: "999", name: "Rehab" }, "unknown-unit 999"],
  ])("%s", (_, reference, expected) => {
    const found = unitFinder(TREE, "Kommunen")(reference);
    const [reason] = found.ok ? [] : found.reasons;
    expect(found.ok ? found.value : `${reason?.code} ${reason?.data?.["value"]}`).toBe(expected);
  });
});

describe("INT-1 ORG-6 which profession a row means", () => {
  const profession = (id: string, nameSv: string, aidCode: string | null, titles: string[]): Profession => ({
    id,
    nameSv,
    nameEn: nameSv,
    aidCode,
    ssykCode: null,
    escoUri: null,
    jobtechUri: null,
    licensed: true,
    unions: [],
    titles,
    revision: 1,
  });
  const find = professionFinder([
    profession("at", "Arbetsterapeut", "207025", ["leg. arbetsterapeut"]),
    profession("ft", "Fysioterapeut", null, ["sjukgymnast"]),
  ]);
  test.each<[string, Parameters<typeof find>[0], string | null]>([
    ["its AID code", { aid: "207025", professionCode: null, title: "Chef" }, "at"],
    ["the code column", { aid: null, professionCode: "207025", title: "Chef" }, "at"],
    ["its name", { aid: null, professionCode: "FT", title: "FYSIOTERAPEUT" }, "ft"],
    ["one of its titles", { aid: "1", professionCode: null, title: "Leg. Arbetsterapeut" }, "at"],
    ["nothing that is known", { aid: null, professionCode: null, title: "Snickare" }, null],
  ])("by %s", (_, row, expected) => {
    expect(find(row)).toBe(expected);
  });
});

test.each([
  [0, 0, 0, false, 0],
  [1, 0, 10, false, 10],
  [1, 1, 10, true, 20],
  [101, 0, 1000, true, 11],
  [100, 0, 1000, false, 10],
])("INT-1 of %i left out and %i ended among %i", (leavers, end, openBefore, asks, share) => {
  expect(asksForLeavers({ leavers, end, openBefore })).toBe(asks);
  expect(leaverShare({ leavers, end, openBefore })).toBe(share);
});

describe("INT-1 every reason has words, in both languages", () => {
  type Rows = RowProblem | StaffRowProblem | PlaceProblem | RowNote | "number-reused";
  type Whole = BeginCode | MappingProblem | ChangeCode | ConfirmCode | "failed" | "reporting-circle";
  const data = {
    line: 2,
    column: "Från",
    value: "x",
    limit: 10,
    count: 3,
    names: "Åsa Ek",
    kind: "png",
    cells: 3,
    columns: 2,
    length: 9,
    bytes: 2_000_000,
    latest: "2027-11-22",
    from: "2026-01-01",
    to: "2025-01-01",
    otherLine: 3,
    sheet: "Blad1",
    field: "from",
  };

  test.each(["sv", "en"] as const)("%s", (language) => {
    const { reasons, rowReasons } = messages[language].staffImport;
    // The types say that none is missing; here each is spelled with what it may be told.
    const rows: Readonly<Record<Rows, unknown>> = rowReasons;
    const whole: Readonly<Record<Whole, unknown>> = reasons;
    for (const [words, codes] of [
      [rowReasons, Object.keys(rows)],
      [reasons, Object.keys(whole)],
    ] as const)
      for (const code of codes) {
        const [spelled] = spell([{ code, data }], words).list;
        expect(spelled?.message).toMatch(/\S/);
        expect(spelled?.message).not.toMatch(/undefined|NaN ?MB$/);
      }
  });
});
