/** PLC-9, ORG-2: who is the manager above, by what is known of the units that somebody works in and those above them. */
import { expect, test } from "vitest";
import { aboveIn } from "../../src/people/acting.ts";
import type { Step } from "../../src/people/managers.store.ts";

const step = (manager: string | null, isAuthority = false, unitId = "ward"): Step => ({
  unitId,
  isAuthority,
  manager: manager === null ? null : { personId: manager, name: manager },
});

const cases: readonly (readonly [string, readonly Step[], readonly (string | null)[], string | null])[] = [
  ["works nowhere", [], [], null],
  ["the one above the manager", [step("karin"), step("cecilia"), step("eva")], [], "cecilia"],
  ["past a unit without one", [step("karin"), step(null), step("eva")], [], "eva"],
  ["above the one who acts where there is none", [step(null), step("cecilia"), step("eva")], [], "eva"],
  ["not the one who decided", [step("karin"), step("cecilia"), step("eva")], ["cecilia"], "eva"],
  [
    "a manager's own: above the one who acts for them",
    [step("anna"), step("cecilia"), step("eva")],
    [],
    "eva",
  ],
  ["past the line that its manager is at", [step("karin", true), step("eva")], [], "eva"],
  ["not past a line without a manager", [step("karin"), step(null, true), step("eva")], [], null],
  ["nobody acts across a line without a manager", [step(null, true), step("eva"), step("ulf")], [], null],
  ["nobody is left", [step("karin")], [], null],
];

test.each(cases)("PLC-9, ORG-2: %s", (_name, lines, not, above) => {
  const found = aboveIn(lines, { personId: "anna", unitId: "ward", not });
  expect(found?.personId ?? null).toBe(above);
});

test("PLC-9: in the unit that it is about while they work there, else in one of theirs", () => {
  const lines = [step("karin"), step("cecilia"), step("bo", false, "home"), step("eva", false, "home")];
  const of = (unitId: string) => aboveIn(lines, { personId: "anna", unitId, not: [] })?.personId;
  expect([of("ward"), of("home"), of("elsewhere")]).toEqual(["cecilia", "eva", "cecilia"]);
});
