/** Who gets in to plans, written by hand from the domain's rules (PLN-1, PLN-2, ORG-2, ORG-4, ORG-7, ORG-8). */
import { newId } from "../../src/shared/ids.ts";
import { employees, none, one, type Case } from "./cases.ts";
import type { AccessWorld, ActorName } from "./world.ts";

const writing: readonly ActorName[] = ["employee", "manager", "deputy"];
const keepers: readonly ActorName[] = ["processLead", "hrHandler", "otherHandler"];

const units: readonly Case[] = (
  [
    ["a unit with a manager", (world) => world.units.rehab, ["manager", "deputy", "head"]],
    ["one without", (world) => world.units.vacant, ["head"]],
    ["another authority's", (world) => world.units.health, ["schoolManager"]],
    ["another organisation's", (world) => world.units.elsewhere, none],
    ["no unit", () => newId(), none],
  ] as const satisfies readonly (readonly [string, (world: AccessWorld) => string, readonly ActorName[]])[]
).map(([of, unitId, getIn]) =>
  one(of, { params: (world: AccessWorld) => ({ unitId: unitId(world) }), in: getIn }),
);

/** One of the employee's, under their name and under others'. */
const parts = (name: string, id: (world: AccessWorld) => string): Case[] => {
  const of = (what: string, who: (world: AccessWorld) => string, getIn: readonly ActorName[]) =>
    one(what, { params: (world) => ({ personId: who(world), [name]: id(world) }), in: getIn });
  return [
    of("an employee's", (world) => world.people.employee, writing),
    of("somebody else's of that id", (world) => world.people.colleague, none),
    of("someone's in another organisation", (world) => world.people.otherAdministrator, none),
    one("none", { params: (world) => ({ personId: world.people.employee, [name]: newId() }), in: none }),
    one("a new one", {
      params: (world) => ({ personId: world.people.employee, [name]: "new" }),
      in: writing,
    }),
    one("a new one for somebody with protected identity", {
      params: (world) => ({ personId: world.people.protected, [name]: "new" }),
      in: ["protected", "manager"],
    }),
  ];
};
const own = (name: string, id: (world: AccessWorld) => string): Case[] => [
  one("one's own", { params: (world) => ({ [name]: id(world) }), in: ["employee"] }),
  one("none", { params: () => ({ [name]: newId() }), in: none }),
  one("a new one", { params: () => ({ [name]: "new" }), in: employees }),
];

export const planExpectations: Readonly<Record<string, readonly Case[]>> = {
  "/o/:slug/my/plan": [one("one's own", { in: employees })],
  "/o/:slug/my/plan/goals/:goalId": own("goalId", (world) => world.models.goal),
  "/o/:slug/my/plan/activities/:activityId": own("activityId", (world) => world.models.activity),
  "/o/:slug/people/:personId/plan": (
    [
      ["an employee", (world) => world.people.employee, [...writing, "hrPartner"]],
      ["the manager", (world) => world.people.manager, ["manager", "head"]],
      ["one with protected identity", (world) => world.people.protected, ["protected", "manager"]],
      ["one in another authority", (world) => world.people.pupil, ["pupil", "schoolManager"]],
      ["someone who has left", (world) => world.people.closed, none],
      ["another organisation's", (world) => world.people.otherAdministrator, none],
      ["no person at all", () => newId(), none],
    ] as const satisfies readonly (readonly [string, (world: AccessWorld) => string, readonly ActorName[]])[]
  ).map(([of, who, getIn]) =>
    one(of, { params: (world: AccessWorld) => ({ personId: who(world) }), in: getIn }),
  ),
  "/o/:slug/people/:personId/plan/goals/:goalId": parts("goalId", (world) => world.models.goal),
  "/o/:slug/people/:personId/plan/activities/:activityId": parts(
    "activityId",
    (world) => world.models.activity,
  ),
  "/o/:slug/units/:unitId/plans": units,
  "/o/:slug/units/:unitId/plans/give": units,
  "/o/:slug/units/:unitId/plans/start": units,
  "/o/:slug/plan-templates": [one("all of them", { in: keepers })],
  "/o/:slug/plan-templates/:templateId": [
    one("one", { params: (world) => ({ templateId: world.models.template }), in: keepers }),
    one("a new one", { params: () => ({ templateId: "new" }), in: keepers }),
    one("none", { params: () => ({ templateId: newId() }), in: none }),
  ],
};
