/** Who gets in to talks (TLK-1, ORG-4, ORG-8, PLC-9): one is booked with the employee, and nothing of it is shown yet. */
import { newId } from "../../src/shared/ids.ts";
import { employees, none, one, type Case } from "./cases.ts";
import type { AccessWorld, ActorName } from "./world.ts";

const talkId = (world: AccessWorld) => world.models.talk;
const close: readonly ActorName[] = ["manager", "deputy", "hrPartner"];

const units = (
  of: readonly (readonly [string, (world: AccessWorld) => string, readonly ActorName[]])[],
): Case[] =>
  of.map(([what, unitId, getIn]) => one(what, { params: (world) => ({ unitId: unitId(world) }), in: getIn }));
const UNITS = units([
  ["a unit with a manager", (world) => world.units.rehab, ["manager", "deputy", "head"]],
  ["one without", (world) => world.units.vacant, ["head"]],
  ["another authority's", (world) => world.units.health, ["schoolManager"]],
  ["another organisation's", (world) => world.units.elsewhere, none],
  ["no unit", () => newId(), none],
]);

const people = (
  rest: (world: AccessWorld) => Readonly<Record<string, string>>,
  ...rows: readonly (readonly [
    of: string,
    who: (world: AccessWorld) => string,
    getIn: readonly ActorName[],
  ])[]
): Case[] =>
  rows.map(([of, who, getIn]) =>
    one(of, { params: (world) => ({ personId: who(world), ...rest(world) }), in: getIn }),
  );

export const talkExpectations: Readonly<Record<string, readonly Case[]>> = {
  "/o/:slug/my/talks": [one("one's own", { in: employees })],
  "/o/:slug/my/talks/:talkId": [
    one("one's own", { params: (world) => ({ talkId: talkId(world) }), in: ["employee"] }),
    one("none", { params: () => ({ talkId: newId() }), in: none }),
  ],
  "/o/:slug/units/:unitId/talks": UNITS,
  "/o/:slug/units/:unitId/talks/book": UNITS,
  "/o/:slug/people/:personId/talks": people(
    () => ({}),
    ["an employee", (world) => world.people.employee, close],
    ["the manager", (world) => world.people.manager, ["head"]],
    ["one with protected identity", (world) => world.people.protected, ["manager"]],
    ["one in another authority", (world) => world.people.pupil, ["schoolManager"]],
    ["someone who has left", (world) => world.people.closed, none],
    ["no person at all", () => newId(), none],
  ),
  "/o/:slug/people/:personId/talks/:talkId": [
    ...people(
      (world) => ({ talkId: talkId(world) }),
      ["an employee", (world) => world.people.employee, close],
      ["somebody else's of that id", (world) => world.people.colleague, none],
      ["someone in another organisation", (world) => world.people.otherAdministrator, none],
      ["no person at all", () => newId(), none],
    ),
    ...people(() => ({ talkId: newId() }), ["none", (world) => world.people.employee, none]),
  ],
};
