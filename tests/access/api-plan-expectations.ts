/** What the API answers about plans (INT-3, PLN-1, PLN-2, ORG-4, ORG-8): the same people as on their pages, oneself at one's own addresses only. Whoever gets in sends something that changes nothing. */
import { newId } from "../../src/shared/ids.ts";
import { by, one, REFUSED, STALE, type ApiCase, type ApiWorld } from "./api-cases.ts";
import { employees, none } from "./cases.ts";
import { close, deciders, listOf, oneOf, UNITS } from "./close-cases.ts";
import type { ActorName } from "./world.ts";

type More = Partial<ApiCase>;
type Part = "goal" | "activity";
const partOf = (part: Part) => (world: ApiWorld) => ({ [`${part}Id`]: world.models[part] });

const units = (more: More = {}): ApiCase[] =>
  UNITS.map(({ of, params, in: getIn }) => ({ ...more, of, ...(params ? { params } : {}), in: getIn }));
const mine = (part: Part, more: More = {}): readonly ApiCase[] => [
  { ...more, of: "one's own", params: partOf(part), in: ["employee"] },
  { ...more, of: "none", params: () => ({ [`${part}Id`]: newId() }), in: none },
];
const theirs = (part: Part, who: readonly ActorName[], more: More = {}): readonly ApiCase[] =>
  oneOf(who).map(([of, person, getIn]) => ({
    ...more,
    of,
    params: (world: ApiWorld) => ({ personId: person(world), ...partOf(part)(world) }),
    in: getIn,
  }));
const refused = (body: unknown): More => ({ status: REFUSED, body: () => body });
const stale = (body: unknown): More => ({ status: STALE, body: () => body });

const GOAL = { kind: "upskilling", title: "", until: "2199-01-01" };
const ACTIVITY = { title: "", owner: "self", until: "2199-01-01" };
const STEP = { state: "done", on: "2026-01-01" };

const keepers: readonly ActorName[] = ["processLead", "hrHandler", "otherHandler"];
const template = {
  kind: "onboarding",
  title: "",
  use: "",
  days: 30,
  withEmployment: false,
  professionId: null,
  lines: [],
};
const templates = (more: More = {}) =>
  by("templateId", more)(
    ["one", (world) => world.models.template, keepers, more.status ?? 200],
    ["none", () => newId(), none],
    ["no id", () => "x", none],
  );

/** One's own part, and another's: the same five operations. */
const partCases = (part: Part, name: string, sent: object): Readonly<Record<string, readonly ApiCase[]>> => ({
  [`addMyPlan${name}`]: [one("one's own", { in: employees, ...refused(sent) })],
  [`getMyPlan${name}`]: mine(part),
  [`changeMyPlan${name}`]: mine(part, stale(sent)),
  [`goOnWithMyPlan${name}`]: mine(part, stale(STEP)),
  [`noteOnMyPlan${name}`]: mine(part, refused({ words: "" })),
  [`addPersonPlan${name}`]: by("personId", refused(sent))(...listOf(deciders)),
  [`getPersonPlan${name}`]: theirs(part, close),
  [`changePersonPlan${name}`]: theirs(part, deciders, stale(sent)),
  [`goOnWithPersonPlan${name}`]: theirs(part, deciders, stale(STEP)),
  [`noteOnPersonPlan${name}`]: theirs(part, deciders, refused({ words: "" })),
});

export const planApiExpectations: Readonly<Record<string, readonly ApiCase[]>> = {
  getMyPlan: [one("one's own", { in: employees })],
  listMyPlanEvents: [one("one's own", { in: employees })],
  getPersonPlan: by("personId")(...listOf()),
  listPersonPlanEvents: by("personId")(...listOf()),
  ...partCases("goal", "Goal", GOAL),
  ...partCases("activity", "Activity", ACTIVITY),
  listUnitPlans: units(),
  givePlanActivity: units(refused({ entryId: "", until: "2199-01-01", who: [] })),
  listTemplatesForUnit: units(),
  startPlans: units({
    status: REFUSED,
    body: ({ models }) => ({ templateId: models.template, who: [] }),
  }),
  listPlanTemplates: [one("all of them", { in: keepers })],
  addPlanTemplate: [one("one without lines", { in: keepers, ...refused(template) })],
  getPlanTemplate: templates(),
  replacePlanTemplate: templates(stale(template)),
  retirePlanTemplate: templates(stale({ retired: true })),
};
