/** Need, have and gap over the API (INT-3, NED-1, SUP-1): the same figures as on the pages, and what a unit's manager says that it needs. */
import { z } from "zod";
import { answerTo, inList, ok } from "../platform/http/api/answer.ts";
import { json, operation, type Operation } from "../platform/http/api/operation.ts";
import { day, id } from "../platform/http/api/schemas.ts";
import { unit, unitAsked } from "./gap-shapes.ts";
import { setNeeds, viewNeedSheet, type NeedSheet } from "./set-needs.ts";
import { viewNeeds } from "./view-needs.ts";

const said = z.object({
  people: z.int(),
  fullTime: z
    .number()
    .nullable()
    .meta({ description: "In full-time equivalents; null where it isn't said." }),
  neededBy: day.nullable(),
});
const place = { levelId: id, level: z.string(), trackId: id.nullable(), track: z.string().nullable() };
const needs = z
  .object({
    unit,
    k: z.int().meta({ description: "Figures about fewer people are hidden." }),
    models: z.array(
      z.object({
        modelId: id,
        slug: z.string(),
        nameSv: z.string(),
        nameEn: z.string(),
        lines: z.array(
          z.object({
            ...place,
            need: said.nullable().meta({ description: "Null where nobody has said what is needed." }),
            have: z.discriminatedUnion("showing", [
              z.object({ showing: z.literal("shown"), people: z.int(), fullTime: z.number() }),
              z.object({ showing: z.literal("hidden") }),
              z.object({ showing: z.literal("none") }),
            ]),
            gap: z.int().nullable().meta({
              description: "Need less have; more than 0 are missing. Null where either isn't shown.",
            }),
          }),
        ),
      }),
    ),
  })
  .meta({ id: "Needs", description: "The models where something is needed or somebody is placed." });
const sheet = z
  .object({
    unit: z.object({ id, name: z.string() }),
    model: z.object({ modelId: id, slug: z.string() }),
    places: z.array(z.object({ ...place, need: said.nullable() })),
  })
  .meta({ id: "NeedSheet" });
const setting = z
  .strictObject({
    places: z
      .array(
        z.strictObject({
          levelId: z.string(),
          trackId: z.string().nullable().default(null),
          people: z.int().nullable(),
          fullTime: z.number().nullable().default(null),
          neededBy: z.string().nullable().default(null).meta({ format: "date" }),
        }),
      )
      .min(1)
      .max(500)
      .refine((all) => new Set(all.map(keyOf)).size === all.length, "repeated"),
  })
  .meta({
    id: "NeedsToSet",
    description: "Places that are not sent stay as they are; all null takes back what was said.",
  });

/** As reasons name a place: see `fieldOf`. */
function keyOf({ levelId, trackId }: { readonly levelId: string; readonly trackId: string | null }): string {
  return `${levelId}_${trackId ?? ""}`;
}

const ID = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
const common = {
  path: "/units/{unitId}/needs/{model}",
  tag: "gaps",
  params: {
    unitId: { description: "The unit's id.", example: ID },
    model: { description: "The model's address.", example: "fysioterapeut" },
  },
} as const;

const sheetIn = ({ unit: at, model: { modelId, slug }, places }: NeedSheet) => ({
  unit: at,
  model: { modelId, slug },
  places,
});

export const needsApi: readonly Operation[] = [
  operation({
    id: "getNeeds",
    method: "get",
    path: "/needs",
    tag: "gaps",
    summary: { sv: "Behov, tillgång och gap", en: "Need, have and gap" },
    description:
      "Of a unit with all below it, or of the whole organisation; whoever sees a part gets its first unit. Managers see their own unit whole, small groups are hidden for everyone else.",
    scope: "gaps:read",
    query: z.strictObject(unitAsked),
    answers: { 200: { description: "What is needed beside who is there.", schema: needs } },
    run: async ({ work, query }) => ok(await viewNeeds(work, { unitId: query.unit })),
  }),
  operation({
    ...common,
    id: "getUnitNeeds",
    method: "get",
    summary: { sv: "Vad enheten behöver i en modell", en: "What the unit needs in a model" },
    description: "For whoever says it: the unit's manager or deputy, or who acts where there is none.",
    scope: "gaps:read",
    answers: { 200: { description: "Every level and track, with what is said.", schema: sheet } },
    run: async ({ work, param }) => ok(sheetIn(await viewNeedSheet(work, param("unitId"), param("model")))),
  }),
  operation({
    ...common,
    id: "setUnitNeeds",
    method: "patch",
    summary: { sv: "Säg vad enheten behöver", en: "Say what the unit needs" },
    description: "All of what is sent, or nothing. What was said before stays in the history.",
    scope: "needs:write",
    edits: sheet,
    body: json(setting, {
      places: [{ levelId: ID, trackId: null, people: 4, fullTime: 3.5, neededBy: "2027-12-31" }],
    }),
    answers: { 200: { description: "What is said now.", schema: sheet } },
    refusals: [
      "bad-people",
      "bad-full-time",
      "not-a-day",
      "people-missing",
      "day-passed",
      "unknown-place",
      "repeated",
    ],
    run: async ({ work, param, body: { places }, ifMatch }) => {
      const [unitId, slug] = [param("unitId"), param("model")];
      const before = await viewNeedSheet(work, unitId, slug);
      ifMatch(sheetIn(before));
      const typed = places.map(({ levelId, trackId, people, fullTime, neededBy }) => ({
        levelId,
        trackId,
        people: String(people ?? ""),
        fullTime: String(fullTime ?? ""),
        neededBy: neededBy ?? "",
      }));
      const result = await setNeeds(work, { unitId, slug, needs: typed, stamp: before.stamp });
      return answerTo(
        result.ok ? result : { ok: false, reasons: inList(result.reasons, "places", typed.map(keyOf)) },
        async () => ok(sheetIn(await viewNeedSheet(work, unitId, slug))),
        { changed: ["changed-meanwhile"] },
      );
    },
  }),
];
