/** Evidence as rules: the days on which it counts, at the boundary, and what may be written down. */
import { expect, test } from "vitest";
import {
  checkChecking,
  checkEvidence,
  standing,
  validity,
  type Dated,
  type EvidenceDraft,
} from "../../src/evidence/evidence.rules.ts";

const TODAY = "2026-11-22";
const CHECKED: Dated = {
  issuedOn: "2025-03-31",
  expiresOn: null,
  returnedOn: null,
  checkedOn: "2026-01-10",
  withdrawnOn: null,
  supersededOn: null,
};
const countsOn = (change: Partial<Dated>, validMonths: number | null, day: string): boolean => {
  const range = validity({ ...CHECKED, ...change }, validMonths);
  return range !== null && range.from <= day && (range.to === null || day < range.to);
};

// Each row: what differs, the requirement's months, then the day before, the day of and the day after the boundary.
test.each([
  ["ASM-2: it is issued", {}, null, ["2025-03-30", false], ["2025-03-31", true], ["2025-04-01", true]],
  [
    "MOD-7: it expires",
    { expiresOn: "2026-06-01" },
    null,
    ["2026-05-31", true],
    ["2026-06-01", false],
    ["2026-06-02", false],
  ],
  [
    "MOD-7: the requirement's months are over, in a shorter month",
    {},
    23,
    ["2027-02-27", true],
    ["2027-02-28", false],
    ["2027-03-01", false],
  ],
  [
    "MOD-7: it expires before the requirement's months are over",
    { expiresOn: "2025-12-24" },
    12,
    ["2025-12-23", true],
    ["2025-12-24", false],
    ["2026-03-31", false],
  ],
  [
    "ASM-5: it is withdrawn",
    { withdrawnOn: "2026-11-22" },
    null,
    ["2026-11-21", true],
    ["2026-11-22", false],
    ["2026-11-23", false],
  ],
  [
    "ASM-5: it is superseded",
    { supersededOn: "2026-09-01" },
    null,
    ["2026-08-31", true],
    ["2026-09-01", false],
    ["2026-09-02", false],
  ],
  [
    "ASM-2: it was checked later than it was issued",
    { checkedOn: "2026-11-22" },
    null,
    ["2026-11-21", true],
    ["2026-11-22", true],
    ["2026-11-23", true],
  ],
] as const)("%s", (_, change, months, before, on, after) => {
  for (const [day, counts] of [before, on, after])
    expect([day, countsOn(change, months, day)]).toEqual([day, counts]);
});

test("ASM-2: what nobody has checked counts on no day", () => {
  expect(validity({ ...CHECKED, checkedOn: null }, null)).toBeNull();
  expect(validity({ ...CHECKED, withdrawnOn: CHECKED.issuedOn }, null)).toBeNull();
});

test.each([
  [{ checkedOn: null }, "waiting"],
  [{ checkedOn: null, returnedOn: "2026-11-01" }, "returned"],
  [{ checkedOn: null, withdrawnOn: TODAY }, "withdrawn"],
  [{}, "counts"],
  [{ issuedOn: "2026-11-23" }, "not-yet"],
  [{ expiresOn: "2026-11-23" }, "counts"],
  [{ expiresOn: TODAY }, "expired"],
  [{ supersededOn: TODAY }, "superseded"],
  [{ supersededOn: "2026-11-23" }, "counts"],
  [{ supersededOn: "2026-06-02", expiresOn: "2026-06-01" }, "expired"],
  [{ supersededOn: "2026-05-01", expiresOn: "2026-06-01" }, "superseded"],
  [{ withdrawnOn: TODAY, expiresOn: "2026-06-01" }, "withdrawn"],
  [{ withdrawnOn: "2026-11-23" }, "counts"],
] as const)("ASM-5: %j stands as %s", (change, expected) => {
  expect(standing({ ...CHECKED, ...change }, TODAY)).toBe(expected);
});

const DRAFT: EvidenceDraft = {
  kind: "course",
  what: "Förflyttningsteknik",
  issuedOn: "2025-03-31",
  expiresOn: "2027-04-01",
  untilOn: null,
  professionId: null,
  seenWhere: "",
  itemIds: [],
};
const WORK = { kind: "experience", expiresOn: null, untilOn: "2026-11-23", professionId: "p" };
const told = (reasons: readonly { code: string; field?: string }[]) =>
  reasons.map(({ code, field }) => `${code} ${field}`);

test.each([
  [{}, []],
  [{ issuedOn: TODAY, expiresOn: null }, []],
  [{ issuedOn: "2026-11-23", expiresOn: null }, ["in-future issuedOn"]],
  [{ issuedOn: "2025-02-30" }, ["not-a-day issuedOn"]],
  [{ issuedOn: "" }, ["missing issuedOn"]],
  [{ expiresOn: "2025-03-31" }, ["ends-before-it-begins expiresOn"]],
  [{ expiresOn: "2025-04-01" }, []],
  [{ expiresOn: "snart" }, ["not-a-day expiresOn"]],
  [{ kind: "", what: "" }, ["missing kind", "missing what"]],
  [{ kind: "betyg" }, ["not-a-kind kind"]],
  [{ what: "x".repeat(301) }, ["too-long what"]],
  [{ what: "Intyg för 19121212-1212" }, ["identity-number what"]],
  [{ seenWhere: "Pärmen, 121212+1212" }, ["identity-number seenWhere"]],
  [{ seenWhere: "Diarienummer 2026/1234567890" }, []],
  [WORK, []],
  [{ ...WORK, untilOn: "2026-11-24" }, ["ends-in-future untilOn"]],
  [{ ...WORK, untilOn: null, professionId: null }, ["missing untilOn", "missing professionId"]],
] as const)("ASM-2: %j is told as %j", (change, reasons) => {
  expect(told(checkEvidence({ ...DRAFT, ...change }, TODAY))).toEqual(reasons);
});

test.each([
  [{}, []],
  [{ checkedOn: "2026-11-23" }, ["in-future checkedOn"]],
  [{ checkedOn: "2025-03-30" }, ["checked-before-issued checkedOn"]],
  [{ checkedOn: "2025-03-31" }, []],
  [{ how: "register" }, ["missing source"]],
  [{ how: "register", source: "HOSP" }, []],
  [{ how: "", checkedOn: "" }, ["missing how", "missing checkedOn"]],
  [{ how: "rykte" }, ["not-a-way how"]],
  [{ how: "file" }, ["no-file how"]],
] as const)("ASM-2: a check as %j is told as %j", (change, reasons) => {
  const check = { how: "original-shown", checkedOn: TODAY, source: "", ...change };
  expect(told(checkChecking(check, { issuedOn: DRAFT.issuedOn, hasFiles: false }, TODAY))).toEqual(reasons);
});
