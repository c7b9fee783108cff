import { describe, expect, test } from "vitest";
import {
  closeTo,
  mayDecideFor,
  mayImportStaff,
  mayProtect,
  mayReadPlacedOrNot,
  mayReadRegister,
  mayReadStaff,
  maySearchPeople,
  type PersonFacts,
} from "../../src/people/access.ts";
import type { Actor, GivenRole, ManagedUnit, RoleGrant } from "../../src/shared/actor.ts";
import { grant } from "./world.ts";

const [ROOT, CARE, REHAB, SCHOOL] = ["root", "care", "rehab", "school"];

const actor = (
  personId: string | null,
  more: { grants?: RoleGrant[]; manages?: ManagedUnit[] } = {},
): Actor => ({
  accountId: `account of ${personId}`,
  organisationId: "o",
  personId,
  displayName: "",
  grants: more.grants ?? [],
  manages: more.manages ?? [],
});
const deputyOf = (unitId: string): { manages: ManagedUnit[] } => ({ manages: [{ unitId, as: "deputy" }] });
const withRole = (role: GivenRole, more: Partial<RoleGrant> = {}) =>
  actor("someone", { grants: [grant(role, more)] });

/** Åsa works in Rehab, which Karin manages; Maria manages Care, which Rehab stands in. */
const asa: PersonFacts = {
  personId: "asa",
  protectedIdentity: false,
  protectedHandlerId: null,
  closed: false,
  units: [{ unitId: REHAB, path: [ROOT, CARE, REHAB], managerId: "karin", actingManagerId: "karin" }],
};
/** Karin works in the unit that she manages. */
const karin: PersonFacts = {
  ...asa,
  personId: "karin",
  units: [{ unitId: REHAB, path: [ROOT, CARE, REHAB], managerId: "karin", actingManagerId: "maria" }],
};
const vacant: PersonFacts = {
  ...asa,
  units: [{ unitId: REHAB, path: [ROOT, CARE, REHAB], managerId: null, actingManagerId: "maria" }],
};
const gap: PersonFacts = {
  ...asa,
  units: [{ unitId: REHAB, path: [ROOT, CARE, REHAB], managerId: null, actingManagerId: null }],
};
const twoJobs: PersonFacts = {
  ...asa,
  units: [...asa.units, { unitId: SCHOOL, path: [ROOT, SCHOOL], managerId: "nils", actingManagerId: "nils" }],
};
const hidden: PersonFacts = { ...asa, protectedIdentity: true, protectedHandlerId: "handler" };
const closed: PersonFacts = { ...asa, closed: true };

describe("closeTo (ORG-8)", () => {
  test.each([
    ["nobody signed in", null, asa, null],
    ["ORG-8 the person", actor("asa"), asa, "self"],
    ["ORG-8 the present manager", actor("karin"), asa, "manager"],
    ["ORG-8 the manager above, not for staff with a manager of their own", actor("maria"), asa, null],
    ["ORG-8 the manager above for a manager", actor("maria"), karin, "manager-above"],
    ["ORG-4 a unit's manager is to herself not her manager", actor("karin"), karin, "self"],
    ["ORG-8 the manager above where the post is vacant", actor("maria"), vacant, "manager-above"],
    ["ORG-8 nobody acts where there is a gap", actor("maria"), gap, null],
    ["ORG-8 a deputy of the unit", actor("deputy", deputyOf(REHAB)), asa, "deputy"],
    ["ORG-8 a deputy of another unit", actor("deputy", deputyOf(SCHOOL)), asa, null],
    ["ORG-4 a deputy for the manager herself", actor("deputy", deputyOf(REHAB)), karin, null],
    ["ORG-8 a deputy where the post is vacant", actor("deputy", deputyOf(REHAB)), vacant, "deputy"],
    ["ORG-3 the manager of a second employment", actor("nils"), twoJobs, "manager"],
    ["ORG-8 an HR partner in this case", withRole("hr_partner", { personId: "asa" }), asa, "hr-partner"],
    ["ORG-8 an HR partner in another case", withRole("hr_partner", { personId: "karin" }), asa, null],
    ["ORG-8 an HR handler", withRole("hr_handler"), asa, null],
    ["ORG-8 an administrator", withRole("administrator"), asa, null],
    ["ORG-8 a process lead", withRole("process_lead"), asa, null],
    ["ORG-8 a union representative", withRole("union_representative", { professionIds: ["p"] }), asa, null],
    ["ORG-1 an association's lead", withRole("association_lead"), asa, null],
    ["a technical account is no person without a manager", actor(null), gap, null],
    ["ORG-7 the manager of someone with protected identity", actor("karin"), hidden, "manager"],
    ["ORG-7 a deputy of someone with protected identity", actor("deputy", deputyOf(REHAB)), hidden, null],
    [
      "ORG-7 an HR partner of someone with protected identity",
      withRole("hr_partner", { personId: "asa" }),
      hidden,
      null,
    ],
    ["ORG-7 the person with protected identity", actor("asa"), hidden, "self"],
    ["PRV-3 the manager of someone who has left", actor("karin"), closed, null],
    ["PRV-3 someone who has left", actor("asa"), closed, null],
  ] as const)("%s", (_name, who, person, basis) => {
    expect(closeTo(who, person)).toBe(basis);
  });
});

test.each([
  ["ORG-4 nobody decides for themself", actor("asa"), asa, null],
  ["ORG-4 a manager does not decide for herself", actor("karin"), karin, null],
  ["ORG-4 the manager above decides for the manager", actor("maria"), karin, "manager-above"],
  ["the manager decides", actor("karin"), asa, "manager"],
  ["the deputy decides", actor("deputy", deputyOf(REHAB)), asa, "deputy"],
  [
    "ORG-4 a deputy who works in the unit does not decide for themself",
    actor("asa", deputyOf(REHAB)),
    asa,
    null,
  ],
  ["an HR partner sees but does not decide", withRole("hr_partner", { personId: "asa" }), asa, null],
  ["the manager above decides where the post is vacant", actor("maria"), vacant, "manager-above"],
  ["PRV-3 nobody decides for someone who has left", actor("karin"), closed, null],
] as const)("mayDecideFor: %s", (_name, who, person, basis) => {
  expect(mayDecideFor(who, person)).toBe(basis);
});

test.each([
  ["an HR handler", withRole("hr_handler"), asa, "hr-handler"],
  ["an administrator", withRole("administrator"), asa, "administrator"],
  ["ORG-7 the named HR handler", actor("handler", { grants: [grant("hr_handler")] }), hidden, "hr-handler"],
  ["ORG-7 the named one without the role any longer", actor("handler"), hidden, null],
  ["ORG-7 another HR handler", withRole("hr_handler"), hidden, null],
  ["ORG-7 an administrator and protected identity", withRole("administrator"), hidden, null],
  ["PRV-3 an HR handler and someone who has left", withRole("hr_handler"), closed, null],
  ["a process lead", withRole("process_lead"), asa, null],
  ["a colleague", actor("nils"), asa, null],
] as const)("mayReadRegister: %s", (_name, who, person, basis) => {
  expect(mayReadRegister(who, person)).toBe(basis);
});

test.each([
  ["ORG-8 a process lead", withRole("process_lead"), asa, "process-lead"],
  ["ORG-8 a rollout lead above the unit", withRole("rollout_lead", { unitId: CARE }), asa, "rollout-lead"],
  ["ORG-8 a rollout lead elsewhere", withRole("rollout_lead", { unitId: SCHOOL }), asa, null],
  ["ORG-7 a process lead and protected identity", withRole("process_lead"), hidden, null],
  ["an administrator", withRole("administrator"), asa, null],
  ["the manager", actor("karin"), asa, "manager"],
] as const)("mayReadPlacedOrNot: %s", (_name, who, person, basis) => {
  expect(mayReadPlacedOrNot(who, person)).toBe(basis);
});

const rehab = { unitId: REHAB, managerId: "karin", actingManagerId: "karin" };
const vacantRehab = { unitId: REHAB, managerId: null, actingManagerId: "maria" };

test.each([
  ["the manager", actor("karin"), rehab, "manager"],
  ["ORG-8 the manager above of a unit with a manager", actor("maria"), rehab, null],
  ["ORG-8 the manager above of a vacant unit", actor("maria"), vacantRehab, "manager-above"],
  ["a deputy", actor("deputy", deputyOf(REHAB)), rehab, "deputy"],
  ["a deputy elsewhere", actor("deputy", deputyOf(SCHOOL)), rehab, null],
  ["an HR handler", withRole("hr_handler"), rehab, "hr-handler"],
  ["an administrator", withRole("administrator"), rehab, "administrator"],
  ["a process lead", withRole("process_lead"), rehab, null],
  ["one of the staff", actor("asa"), rehab, null],
  ["a technical account and a gap", actor(null), { ...rehab, managerId: null, actingManagerId: null }, null],
  ["nobody", null, rehab, null],
] as const)("mayReadStaff: %s", (_name, who, unit, basis) => {
  expect(mayReadStaff(who, unit)).toBe(basis);
});

test.each([
  ["an HR handler marks", withRole("hr_handler"), asa, "hr-handler"],
  ["an administrator marks", withRole("administrator"), asa, "administrator"],
  ["a manager does not mark", actor("karin"), asa, null],
  [
    "a manager who keeps the register marks",
    actor("karin", { grants: [grant("administrator")] }),
    asa,
    "administrator",
  ],
  ["nobody marks themself", actor("asa", { grants: [grant("administrator")] }), asa, null],
  ["the manager of someone marked names another handler", actor("karin"), hidden, "manager"],
  [
    "the named handler lifts the mark",
    actor("handler", { grants: [grant("hr_handler")] }),
    hidden,
    "hr-handler",
  ],
  ["an administrator does not lift it", withRole("administrator"), hidden, null],
] as const)("mayProtect (ORG-7): %s", (_name, who, person, basis) => {
  expect(mayProtect(who, person)).toBe(basis);
});

test.each([
  ["an HR handler", withRole("hr_handler"), "hr-handler"],
  ["an administrator", withRole("administrator"), "administrator"],
  ["a process lead", withRole("process_lead"), null],
  ["a manager", actor("karin"), null],
  ["nobody", null, null],
] as const)("searching and bringing in staff: %s", (_name, who, basis) => {
  expect([maySearchPeople(who), mayImportStaff(who)]).toEqual([basis, basis]);
});
