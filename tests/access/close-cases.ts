/** Cases of what is about one person and those close to them (ORG-4, ORG-8): the same for their assessments and their talks. */
import { newId } from "../../src/shared/ids.ts";
import { none, one, type Case } from "./cases.ts";
import type { AccessWorld, ActorName } from "./world.ts";

export type Row = readonly [of: string, who: (world: AccessWorld) => string, getIn: readonly ActorName[]];
type Rest = (world: AccessWorld) => Readonly<Record<string, string>>;

export const deciders: readonly ActorName[] = ["manager", "deputy"];
export const close: readonly ActorName[] = [...deciders, "hrPartner"];

/** The addresses of one person: `rest` names what it is about. */
export const people = (rest: Rest, rows: readonly Row[], more: Partial<Case> = {}): Case[] =>
  rows.map(([of, who, getIn]) =>
    one(of, { ...more, params: (world) => ({ personId: who(world), ...rest(world) }), in: getIn }),
  );

/** A list about somebody: of the employee for these. */
export const listOf = (getIn: readonly ActorName[] = close): readonly Row[] => [
  ["an employee", (world) => world.people.employee, getIn],
  ["the manager", (world) => world.people.manager, ["head"]],
  ["one with protected identity", (world) => world.people.protected, ["manager"]],
  ["one in another authority", (world) => world.people.pupil, ["schoolManager"]],
  ["someone who has left", (world) => world.people.closed, none],
  ["no person at all", () => newId(), none],
];

/** One thing that is the employee's, and nobody else's. */
export const oneOf = (getIn: readonly ActorName[]): readonly Row[] => [
  ["an employee", (world) => world.people.employee, getIn],
  ["somebody else's of that id", (world) => world.people.colleague, none],
  ["someone in another organisation", (world) => world.people.otherAdministrator, none],
  ["no person at all", () => newId(), none],
];

/** A list of a unit, for whoever decides for somebody in it. */
export const UNITS: readonly Case[] = (
  [
    ["a unit with a manager", (world) => world.units.rehab, ["manager", "deputy", "head"]],
    ["one without", (world) => world.units.vacant, ["head"]],
    ["another authority's", (world) => world.units.health, ["schoolManager"]],
    ["another organisation's", (world) => world.units.elsewhere, none],
    ["no unit", () => newId(), none],
  ] satisfies readonly Row[]
).map(([of, unitId, getIn]) => one(of, { params: (world) => ({ unitId: unitId(world) }), in: getIn }));
