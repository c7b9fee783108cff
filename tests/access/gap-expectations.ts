/** Who gets in where in needs, gaps and debt, written by hand from the domain's rules (NED-1, DBT-1, ORG-8, SUP-1). */
import { newId } from "../../src/shared/ids.ts";
import { none, one, register, type Case } from "./cases.ts";
import type { AccessWorld, ActorName } from "./world.ts";

const handlers = register.filter((name) => name !== "administrator");
/** Figures of all units: those who answer for all, and the unions for their professions. */
const ofAll: readonly ActorName[] = ["processLead", "adopter", ...handlers, "union", "otherUnion"];
export const gapReaders: readonly ActorName[] = [
  ...ofAll,
  "rolloutLead",
  "schoolRolloutLead",
  "manager",
  "deputy",
  "head",
  "chief",
  "schoolManager",
];

export const ofUnit = (
  which: (world: AccessWorld) => string,
  own: readonly ActorName[],
  all: readonly ActorName[] = [...ofAll, "chief"],
): Case => one("one unit", { params: (world) => ({ query: `?unit=${which(world)}` }), in: [...all, ...own] });

const sheet = (
  of: string,
  params: (world: AccessWorld) => { unitId: string; model: string },
  getIn: readonly ActorName[],
): Case => one(of, { params, in: getIn });

/** Those who take part in a draft and see figures. */
const draftOfFigures: readonly ActorName[] = ["processLead", "adopter", "union"];
const ofSupplement = (
  of: string,
  unitId: (world: AccessWorld) => string,
  getIn: readonly ActorName[],
  more: Partial<Case> = {},
): Case =>
  one(of, {
    params: (world) => ({ model: world.models.adopted, query: unitId(world) && `?unit=${unitId(world)}` }),
    in: getIn,
    ...more,
  });
const draft = (
  of: string,
  which: "adopted" | "draft",
  number: string,
  getIn: readonly ActorName[],
  more: Partial<Case> = {},
): Case => one(of, { params: (world) => ({ model: world.models[which], number }), in: getIn, ...more });

export const gapExpectations: Readonly<Record<string, readonly Case[]>> = {
  "/o/:slug/needs": [
    one("the whole organisation, or one's part", { in: gapReaders }),
    ofUnit((world) => world.units.rehab, ["rolloutLead", "manager", "deputy", "head"]),
    ofUnit((world) => world.units.health, ["schoolRolloutLead", "schoolManager"]),
    ofUnit((world) => world.units.elsewhere, [], none),
  ],
  "/o/:slug/debt": [
    one("the whole organisation, or one's part", { in: gapReaders }),
    ofUnit((world) => world.units.rehab, ["rolloutLead", "manager", "deputy", "head"]),
    ofUnit((world) => world.units.health, ["schoolRolloutLead", "schoolManager"]),
    ofUnit((world) => world.units.elsewhere, [], none),
  ],
  "/o/:slug/debt/file.csv": [one("the whole organisation, or one's part", { in: gapReaders, file: true })],
  "/o/:slug/models/:model/versions/:number/impact": [
    draft("a draft", "draft", "1", draftOfFigures, { send: ["processLead"] }),
    draft("the draft of one in force", "adopted", "2", draftOfFigures, { send: ["processLead"] }),
    draft("one in force", "adopted", "1", draftOfFigures, { send: none }),
    draft("no version", "draft", "99999999999", none),
  ],
  "/o/:slug/models/:model/versions/:number/impact/file.csv": [
    draft("a draft", "draft", "1", draftOfFigures, { file: true }),
    draft("one in force", "adopted", "1", draftOfFigures, { file: true }),
  ],
  "/o/:slug/models/:model/supplement/impact": [
    ofSupplement("no draft", () => "", none),
    ofSupplement("a unit's draft", ({ units }) => units.vacant, draftOfFigures, { send: ["processLead"] }),
    ofSupplement("another organisation's unit", ({ units }) => units.elsewhere, none),
  ],
  "/o/:slug/models/:model/supplement/impact/file.csv": [
    ofSupplement("no draft", () => "", none, { file: true }),
    ofSupplement("a unit's draft", ({ units }) => units.vacant, draftOfFigures, { file: true }),
  ],
  "/o/:slug/needs/file.csv": [one("the whole organisation, or one's part", { in: gapReaders, file: true })],
  "/o/:slug/units/:unitId/needs/:model": [
    sheet("a unit with a manager", (world) => ({ unitId: world.units.rehab, model: world.models.adopted }), [
      "manager",
      "deputy",
    ]),
    sheet("one without", (world) => ({ unitId: world.units.vacant, model: world.models.adopted }), ["head"]),
    sheet("another authority's", (world) => ({ unitId: world.units.health, model: world.models.adopted }), [
      "schoolManager",
    ]),
    sheet("no model", (world) => ({ unitId: world.units.rehab, model: "finns-inte" }), none),
    sheet(
      "another organisation's unit",
      (world) => ({ unitId: world.units.elsewhere, model: world.models.adopted }),
      none,
    ),
    sheet("no unit", (world) => ({ unitId: newId(), model: world.models.adopted }), none),
  ],
};
