/** Placements over the API (INT-3, ORG-8, PLC-1): who is placed. Placing stands in `move/api.ts`. */
import { z } from "zod";
import { FORMAL_TYPES } from "../career-model/rules.ts";
import { listed, ok } from "../platform/http/api/answer.ts";
import { operation, type Operation } from "../platform/http/api/operation.ts";
import { day, id, instant, list, paging } from "../platform/http/api/schemas.ts";
import { DIALOGUE_BASES } from "./rules.ts";
import { viewPersonPlacements } from "./view-person-placements.ts";
import { viewUnitPlacements } from "./view-unit-placements.ts";

const words = z.object({ sv: z.string(), en: z.string() }).nullable();
const unitPlacement = z
  .object({
    personId: id,
    givenName: z.string(),
    familyName: z.string(),
    profession: words,
    model: words,
    state: z.enum(["placed", "not-placed", "no-model"]),
    detail: z
      .object({
        level: z.string(),
        track: z.string().nullable(),
        since: day,
        answer: z.enum(["awaiting", "acknowledged", "other-view"]),
        takenOver: z.boolean(),
      })
      .nullable()
      .meta({ description: "Null for those who see placed or not, and no more." }),
    prepared: z.boolean(),
  })
  .meta({ id: "UnitPlacement" });

const requirement = z.object({
  text: z.string(),
  by: z.enum([...FORMAL_TYPES, "talk", "waiting", "returned", "expired"]),
  on: day.nullable(),
});
const group = z.object({ more: z.int(), of: z.array(z.unknown()) });
const unmetAt = z
  .object({ level: z.string(), track: z.string().nullable(), unmet: z.array(z.union([requirement, group])) })
  .meta({
    id: "Unmet",
    description: "Mandatory requirements that weren't met, each with what would meet it.",
  });
const placement = z
  .object({
    id,
    modelId: id,
    modelSlug: z.string(),
    modelSv: z.string(),
    modelEn: z.string(),
    versionId: id,
    levelId: id,
    level: z.string(),
    trackId: id.nullable(),
    track: z.string().nullable(),
    from: day,
    to: day.nullable().meta({ description: "The first day when it no longer holds." }),
    dialogueOn: day,
    basis: z.enum([...DIALOGUE_BASES, "return", "hand-over", "taken-over"]),
    motivation: z.string(),
    despite: z
      .string()
      .meta({ description: "Why the move was made over what wasn't met; empty when everything was." }),
    unmet: z.array(unmetAt).meta({ description: "What wasn't met that day, place by place." }),
    decidedBy: z.string().nullable().meta({ description: "Null of what was taken over." }),
    decidedAs: z.enum(["manager", "deputy", "manager-above"]).nullable(),
    takenOver: z
      .object({ source: z.string(), at: instant, by: z.string() })
      .nullable()
      .meta({ description: "Taken over from what was there before, and not confirmed in a dialogue yet." }),
    unit: z.string(),
    corrected: z.boolean().meta({ description: "Put right since: kept, no longer counted." }),
    endedBecause: z.enum(["moved", "corrected", "left", "profession", "authority"]).nullable(),
    responses: z
      .array(
        z.object({
          kind: z.enum(["acknowledged", "other-view"]),
          words: z.string(),
          at: instant,
          toAbove: z.boolean().meta({ description: "It went to the manager above." }),
          withRepresentative: z.boolean(),
          answer: z.object({ words: z.string(), by: z.string(), at: instant }).nullable(),
        }),
      )
      .meta({ description: "What the employee has answered. Both views stay." }),
  })
  .meta({ id: "Placement" });
const placing = z
  .object({
    modelId: id,
    sv: z.string(),
    en: z.string(),
    unitId: id,
    levels: z.array(
      z.object({
        levelId: id,
        name: z.string(),
        tracks: z.array(z.object({ trackId: id, name: z.string() })),
      }),
    ),
    follows: id
      .nullable()
      .meta({ description: "The latest placement, which a new decision follows on or puts right." }),
  })
  .meta({ id: "Placing", description: "A model that this account may place the person in, and where." });
const personPlacements = z
  .object({ personId: id, name: z.string(), placements: z.array(placement), placings: z.array(placing) })
  .meta({ id: "PersonPlacements", description: "The latest first." });

const ID = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
const params = { personId: { description: "The person's id.", example: ID } };

export const placementApi: readonly Operation[] = [
  operation({
    id: "listUnitPlacements",
    method: "get",
    path: "/units/{unitId}/placements",
    tag: "placements",
    summary: { sv: "Enhetens placeringar", en: "The unit's placements" },
    description:
      "For whoever decides for someone in the unit. Leads within their scope see placed or not placed, and no more.",
    params: { unitId: { description: "The unit's id.", example: "0b0d2a4e-61cd-4b6b-8f5e-3b7a1c9d2e10" } },
    scope: "placements:read",
    query: z.strictObject(paging),
    answers: {
      200: {
        description: "A page of those who work there today, by name.",
        schema: list("UnitPlacements", unitPlacement, {
          placed: z.int().meta({ description: "Of those who can be placed, in the whole list." }),
          placeable: z.int(),
        }),
      },
    },
    run: async ({ work, param, query }) => {
      const { page, limit } = query;
      const { rows, people, placed, placeable, pages } = await viewUnitPlacements(work, {
        unitId: param("unitId"),
        page,
        size: limit,
      });
      return listed(page > pages ? [] : rows, people, query, { placed, placeable });
    },
  }),
  operation({
    id: "getPersonPlacements",
    method: "get",
    path: "/people/{personId}/placements",
    tag: "placements",
    summary: { sv: "En medarbetares placeringar", en: "A person's placements" },
    description:
      "For the person and those close to them, with the models and levels that this account may place them in.",
    params,
    scope: "placements:read",
    answers: {
      200: { description: "The placements, and where one can go from here.", schema: personPlacements },
    },
    run: async ({ work, param }) => {
      const view = await viewPersonPlacements(work, param("personId"));
      return ok({
        ...view,
        placements: view.placements.map((each) => ({
          ...each,
          takenOver: each.takenOver && { ...each.takenOver, at: new Date(each.takenOver.at).toISOString() },
          responses: each.responses.map((response) => ({
            ...response,
            at: new Date(response.at).toISOString(),
            answer: response.answer && {
              ...response.answer,
              at: new Date(response.answer.at).toISOString(),
            },
          })),
        })),
        placings: view.placings.map(({ latest, ...each }) => ({ ...each, follows: latest?.id ?? null })),
      });
    },
  }),
];
