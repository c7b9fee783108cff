/** What the API answers about needs, gaps and debt, and about one's own data (INT-3, NED-1, DBT-1, MOD-12, ASM-4): the same people as on the pages. */
import { newId } from "../../src/shared/ids.ts";
import { by, one, REFUSED, STALE, type ApiCase } from "./api-cases.ts";
import { employees, none, register } from "./cases.ts";
import { gapReaders } from "./gap-expectations.ts";
import type { AccessWorld, ActorName } from "./world.ts";

const handlers = register.filter((name) => name !== "administrator");
const ofAll: readonly ActorName[] = ["processLead", "adopter", ...handlers, "union", "otherUnion", "chief"];
const figures: readonly ApiCase[] = [
  one("the whole organisation, or one's part", { in: gapReaders }),
  one("a unit", {
    search: (world) => `?unit=${world.units.rehab}`,
    in: [...ofAll, "rolloutLead", "manager", "deputy", "head"],
  }),
  one("another authority's", {
    search: (world) => `?unit=${world.units.health}`,
    in: [...ofAll, "schoolRolloutLead", "schoolManager"],
  }),
  one("another organisation's unit", { search: (world) => `?unit=${world.units.elsewhere}`, in: none }),
];
const needs = (more: Partial<ApiCase> = {}): readonly ApiCase[] => {
  const sheet = (
    of: string,
    unitId: (world: AccessWorld) => string,
    getIn: readonly ActorName[],
    model: "adopted" | "draft" = "adopted",
  ) =>
    one(of, {
      ...more,
      params: (world) => ({ unitId: unitId(world), model: world.models[model] }),
      in: getIn,
    });
  return [
    sheet("a unit with a manager", (world) => world.units.rehab, ["manager", "deputy"]),
    sheet("one without", (world) => world.units.vacant, ["head"]),
    sheet("another authority's", (world) => world.units.health, ["schoolManager"]),
    sheet("a model that isn't in force", (world) => world.units.rehab, none, "draft"),
    sheet("another organisation's", (world) => world.units.elsewhere, none),
    sheet("none", () => newId(), none),
  ];
};
const setting = { places: [{ levelId: newId(), people: 1 }] };
/** Those who take part in a draft and see figures. */
const draftOfFigures: readonly ActorName[] = ["processLead", "adopter", "union"];
const draft = (of: string, which: "adopted" | "draft", number: string, getIn: readonly ActorName[]) =>
  one(of, { params: (world) => ({ model: world.models[which], number }), in: getIn });
const supplement = (of: string, search: (world: AccessWorld) => string, getIn: readonly ActorName[]) =>
  one(of, { params: (world) => ({ model: world.models.adopted }), search, in: getIn });
const answerers: readonly ActorName[] = ["manager", "deputy", "head", "chief", "schoolManager", ...handlers];

export const apiGapExpectations: Readonly<Record<string, readonly ApiCase[]>> = {
  getNeeds: figures,
  getUnitNeeds: needs(),
  setUnitNeeds: needs({ body: () => setting, status: STALE }),
  getDebt: figures,
  getImpact: [
    draft("a draft", "draft", "1", draftOfFigures),
    draft("the draft of one in force", "adopted", "2", draftOfFigures),
    draft("one in force", "adopted", "1", draftOfFigures),
    draft("no number", "draft", "1x", none),
  ],
  getVersionTransitions: [
    draft("a draft", "draft", "1", draftOfFigures),
    draft("one in force", "adopted", "1", none),
    draft("no number", "draft", "1x", none),
  ],
  setVersionTransitions: [
    draft("a draft", "draft", "1", ["processLead"]),
    draft("one in force", "adopted", "1", none),
  ].map((each) => ({ ...each, body: () => ({ transitions: [] }), status: STALE })),
  getSupplementTransitions: [
    supplement("no draft", () => "", none),
    supplement("a unit's draft", (world) => `?unit=${world.units.vacant}`, draftOfFigures),
    supplement("another organisation's", (world) => `?unit=${world.units.elsewhere}`, none),
  ],
  setSupplementTransitions: [
    supplement("a unit's draft", (world) => `?unit=${world.units.vacant}`, ["processLead"]),
    supplement("another organisation's", (world) => `?unit=${world.units.elsewhere}`, none),
  ].map((each) => ({ ...each, body: () => ({ transitions: [] }), status: STALE })),
  getSupplementImpact: [
    supplement("no draft", () => "", none),
    supplement("a unit's draft", (world) => `?unit=${world.units.vacant}`, draftOfFigures),
    supplement("another organisation's", (world) => `?unit=${world.units.elsewhere}`, none),
    supplement("no id", () => "?unit=x", none),
  ],
  listUnitAbilities: by("unitId")(
    ["a unit with a manager", (world) => world.units.rehab, ["manager", "deputy", "head"]],
    ["one without", (world) => world.units.vacant, ["head"]],
    ["another authority's", (world) => world.units.health, ["schoolManager"]],
    ["another organisation's unit", (world) => world.units.elsewhere, none],
    ["no unit", () => newId(), none],
  ),
  getMyData: [one("what is held about oneself", { in: employees })],
  listMyReads: [one("who has read about oneself", { in: employees })],
  sayAboutMyData: [
    one("about oneself", {
      body: () => ({ about: "register", kind: "correction", words: "" }),
      in: employees,
      status: REFUSED,
    }),
  ],
  listDataRequests: [one("what one answers for", { in: answerers })],
  answerDataRequest: by("requestId", { body: () => ({ outcome: "kept", words: "" }) })(
    ["an employee's, about placements", (world) => world.dataRequest, ["manager", "deputy"], REFUSED],
    ["none", () => newId(), none],
    ["no id", () => "x", none],
  ),
};
