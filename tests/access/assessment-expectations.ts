/** Who gets in to assessments (ASM-1, ORG-4, ORG-8), as `expectations.ts` has it for the rest: one is under way for the employee, and not opened. */
import { newId } from "../../src/shared/ids.ts";
import { employees, none, one, type Case } from "./cases.ts";
import type { AccessWorld, ActorName } from "./world.ts";

type People = readonly [of: string, who: (world: AccessWorld) => string, getIn: readonly ActorName[]];

/** The addresses of one person: `rest` names the assessment, and a heading of it. */
const people = (
  rest: (world: AccessWorld) => Readonly<Record<string, string>>,
  ...rows: readonly People[]
): Case[] =>
  rows.map(([of, who, getIn]) =>
    one(of, {
      params: (world) => ({ personId: who(world), ...rest(world) }),
      in: getIn,
    }),
  );
const assessmentId = (world: AccessWorld) => world.models.assessment;
const close: readonly ActorName[] = ["manager", "deputy", "hrPartner"];
const elsewhere: readonly People[] = [
  ["somebody else's of that id", (world) => world.people.colleague, none],
  ["someone in another organisation", (world) => world.people.otherAdministrator, none],
  ["no person at all", () => newId(), none],
];

export const assessmentExpectations: Readonly<Record<string, readonly Case[]>> = {
  "/o/:slug/my/assessment": [one("one's own", { in: employees })],
  "/o/:slug/my/assessment/:assessmentId": [
    one("one's own", {
      params: (world) => ({ assessmentId: assessmentId(world) }),
      in: ["employee"],
    }),
  ],
  "/o/:slug/my/assessment/:assessmentId/:heading": [
    one("one's own", {
      params: (world) => ({ assessmentId: assessmentId(world), heading: "uppgifter" }),
      in: ["employee"],
    }),
    one("no heading", {
      params: (world) => ({ assessmentId: assessmentId(world), heading: "ingen" }),
      in: none,
    }),
  ],
  "/o/:slug/units/:unitId/assessments": [
    one("a unit with a manager", {
      params: (world) => ({ unitId: world.units.rehab }),
      in: ["manager", "deputy", "head"],
    }),
    one("one without", { params: (world) => ({ unitId: world.units.vacant }), in: ["head"] }),
    one("another authority's", {
      params: (world) => ({ unitId: world.units.health }),
      in: ["schoolManager"],
    }),
    one("another organisation's", { params: (world) => ({ unitId: world.units.elsewhere }), in: none }),
    one("no unit", { params: () => ({ unitId: newId() }), in: none }),
  ],
  "/o/:slug/people/:personId/assessment": people(
    () => ({}),
    ["an employee", (world) => world.people.employee, close],
    ["the manager", (world) => world.people.manager, ["head"]],
    ["one with protected identity", (world) => world.people.protected, ["manager"]],
    ["one in another authority", (world) => world.people.pupil, ["schoolManager"]],
    ["someone who has left", (world) => world.people.closed, none],
    ["no person at all", () => newId(), none],
  ),
  "/o/:slug/people/:personId/assessment/:assessmentId": [
    ...people(
      (world) => ({ assessmentId: assessmentId(world) }),
      ["an employee", (world) => world.people.employee, close],
      ...elsewhere,
    ),
    ...people(() => ({ assessmentId: newId() }), ["none", (world) => world.people.employee, none]),
  ],
  "/o/:slug/people/:personId/assessment/:assessmentId/:heading": people(
    (world) => ({ assessmentId: assessmentId(world), heading: "uppgifter" }),
    ["an employee", (world) => world.people.employee, ["manager", "deputy"]],
    ...elsewhere,
  ),
};
