import { describe, expect, test } from "vitest";
import { mayFreeze, mayReadMembers, sightOf } from "../../src/coverage/access.ts";
import { sees, seesUnit } from "../../src/people/window.rules.ts";
import {
  GIVEN_ROLES,
  type Actor,
  type GivenRole,
  type RoleGrant,
  type Tenant,
} from "../../src/shared/actor.ts";

const someone = (more: Partial<Actor> = {}): Actor => ({
  accountId: "account",
  organisationId: "organisation",
  personId: "person",
  displayName: "Någon",
  grants: [],
  manages: [],
  ...more,
});
const grant = (role: GivenRole, scope: Partial<RoleGrant> = {}): RoleGrant => ({
  role,
  unitId: null,
  professionIds: [],
  personId: null,
  reason: null,
  ...scope,
});
const as = (role: GivenRole, scope: Partial<RoleGrant> = {}) => someone({ grants: [grant(role, scope)] });

const WHOLE: string[] = [];
const CARE = ["root", "care"];
const REHAB = ["root", "care", "rehab"];
const SCHOOL = ["root", "school"];
const manager = someone({ manages: [{ unitId: "care", as: "manager" }] });
const deputy = someone({ manages: [{ unitId: "care", as: "deputy" }] });
const lead = as("rollout_lead", { unitId: "care" });
const union = as("union_representative", { professionIds: ["physio"] });

describe("ORG-8 who sees which figures", () => {
  test.each<[string, Actor | null, string[], string, boolean]>([
    ["nobody", null, WHOLE, "physio", false],
    ["an employee", someone(), WHOLE, "physio", false],
    ["an employee", someone(), REHAB, "physio", false],
    ["the process lead", as("process_lead"), WHOLE, "physio", true],
    ["the process lead", as("process_lead"), REHAB, "physio", true],
    ["the union representative", union, WHOLE, "physio", true],
    ["the union representative", union, REHAB, "physio", true],
    ["the union representative, of another profession", union, WHOLE, "nurse", false],
    ["the rollout lead", lead, CARE, "physio", true],
    ["the rollout lead", lead, REHAB, "physio", true],
    ["the rollout lead, elsewhere", lead, SCHOOL, "physio", false],
    ["the rollout lead, of the whole", lead, WHOLE, "physio", false],
    ["the manager", manager, CARE, "physio", true],
    ["the manager, of a unit below", manager, REHAB, "physio", true],
    ["the manager, of the unit above", manager, ["root"], "physio", false],
    ["the manager, elsewhere", manager, SCHOOL, "physio", false],
    ["the deputy", deputy, REHAB, "physio", true],
    [
      "a manager who speaks for a union",
      someone({ ...manager, grants: union.grants }),
      SCHOOL,
      "nurse",
      false,
    ],
    [
      "a manager who speaks for a union",
      someone({ ...manager, grants: union.grants }),
      SCHOOL,
      "physio",
      true,
    ],
    ["a manager who speaks for a union", someone({ ...manager, grants: union.grants }), REHAB, "nurse", true],
  ])("%s at %j", (_who, actor, path, profession, expected) => {
    const sight = sightOf(actor);
    expect(sight !== null && sees(sight, path, profession)).toBe(expected);
  });
});

test.each(GIVEN_ROLES)("ORG-8 the role %s sees the whole organisation, or not", (role) => {
  const whole = ["process_lead", "adopter", "data_protection_officer", "hr_handler", "administrator"];
  const sight = sightOf(as(role));
  expect(sight !== null && sees(sight, WHOLE, "physio")).toBe(whole.includes(role));
});

test("ORG-8 only one's own units are known one by one, not those below them", () => {
  expect([...(sightOf(manager)?.known ?? [])]).toEqual(["care"]);
  expect([...(sightOf(deputy)?.known ?? [])]).toEqual(["care"]);
  expect([...(sightOf(lead)?.known ?? [])]).toEqual([]);
  expect([...(sightOf(as("hr_handler"))?.known ?? [])]).toEqual([]);
});

test("ORG-8 a unit may be looked at by whoever sees some model there", () => {
  const sight = sightOf(lead);
  expect(sight && [WHOLE, ["root"], CARE, REHAB, SCHOOL].map((path) => seesUnit(sight, path))).toEqual([
    false,
    false,
    true,
    true,
    false,
  ]);
});

test.each(GIVEN_ROLES)("FUP-2 freezing is the process lead's: %s", (role) => {
  expect(mayFreeze(as(role))).toBe(role === "process_lead");
});
test("FUP-2 a manager freezes nothing", () => {
  expect([mayFreeze(manager), mayFreeze(someone()), mayFreeze(null)]).toEqual([false, false, false]);
});

const tenant = (kind: Tenant["kind"]): Tenant => ({ id: "t", slug: "t", name: "T", kind });
test.each(GIVEN_ROLES)("ORG-1 members are for the lead of an association, in it: %s", (role) => {
  expect(mayReadMembers(as(role), tenant("association"))).toBe(role === "association_lead");
  expect(mayReadMembers(as(role), tenant("municipality"))).toBe(false);
});
