/** Competence debt, and what adopting a draft would do, over the API (INT-3, DBT-1, MOD-12, MOD-16, SUP-1): the same figures as on the pages, hidden where they are. */
import { z } from "zod";
import { ok } from "../platform/http/api/answer.ts";
import { operation, type Operation } from "../platform/http/api/operation.ts";
import { day, id } from "../platform/http/api/schemas.ts";
import { MODEL, VERSION, wholeNumber } from "../career-model/model-schemas.ts";
import { unit, unitAsked } from "./gap-shapes.ts";
import { viewDebt } from "./view-debt.ts";
import { viewImpact, type ImpactView } from "./view-impact.ts";

const amounts = z
  .object({
    people: z.int(),
    hours: z.number().nullable(),
    credits: z.number().nullable(),
    cost: z.number().nullable().meta({ description: "In kronor." }),
    years: z.number().nullable().meta({ description: "With the places that there are a year." }),
  })
  .meta({ id: "DebtAmounts", description: "Null where nobody has said what it takes." });
const hiddenOrNone = [
  z.object({ showing: z.literal("hidden") }),
  z.object({ showing: z.literal("none") }),
] as const;
const asked = {
  level: z.string(),
  track: z.string().nullable(),
  texts: z.array(z.string()).meta({ description: "One requirement's text, or those of a group." }),
  needed: z.int().nullable().meta({ description: "Of a group: how many are enough." }),
};
const name = { slug: z.string(), nameSv: z.string(), nameEn: z.string() };
const debt = z
  .object({
    unit,
    day,
    k: z.int().meta({ description: "Figures about fewer people are hidden." }),
    models: z.array(
      z.object({
        ...name,
        rows: z.array(
          z.object({
            ...asked,
            figure: z.discriminatedUnion("showing", [
              z.object({ showing: z.literal("shown"), ...amounts.shape }),
              ...hiddenOrNone,
            ]),
          }),
        ),
      }),
    ),
  })
  .meta({ id: "Debt", description: "Only what is lacking, or isn't shown." });
const impact = z
  .object({
    model: z.object(name),
    number: z.int().meta({ description: "The number of the version, or of the supplement's." }),
    against: z.int().nullable().meta({
      description:
        "The number of the version that it is held against. Null where there is none before it, and of a supplement, which is held against today.",
    }),
    unit,
    k: z.int().meta({ description: "Figures about fewer people are hidden." }),
    transitions: z
      .array(z.object({ levelId: id.nullable(), until: day }))
      .meta({ description: "Until when those placed before are spared what is new; null is every level." }),
    rows: z.array(
      z.object({
        ...asked,
        kind: z.enum(["added", "removed", "changed"]),
        countsFrom: day.nullable().meta({ description: "Null: from the beginning." }),
        figure: z.discriminatedUnion("showing", [
          z.object({
            showing: z.literal("shown"),
            before: amounts.nullable(),
            after: amounts.nullable(),
          }),
          ...hiddenOrNone,
        ]),
      }),
    ),
  })
  .meta({ id: "Impact" });

const impactIn = ({ model, number, versions, unit: at, k, transitions, rows }: ImpactView) =>
  ok({ model, number, against: versions?.against?.number ?? null, unit: at, k, transitions, rows });
const againstAsked = {
  against: z.string().default("").meta({
    description:
      "The number of an adopted version to hold it against; without one, or with one that isn't there, the one in force before it.",
  }),
};
const answers = { 200: { description: "What it would do for those placed today.", schema: impact } };
const WHO = "For those who take part in the draft and see figures. Small groups are hidden.";

export const debtApi: readonly Operation[] = [
  operation({
    id: "getDebt",
    method: "get",
    path: "/debt",
    tag: "gaps",
    summary: { sv: "Kompetensskuld", en: "Competence debt" },
    description:
      "Mandatory requirements unmet at people's own levels, in people, hours, credits and cost: of a unit with all below it, or of the whole organisation. Managers see their own unit whole, small groups are hidden for everyone else.",
    scope: "gaps:read",
    query: z.strictObject({
      ...unitAsked,
      model: z.string().default("").meta({ description: "The model's address; without one all of them." }),
    }),
    answers: { 200: { description: "The debt today.", schema: debt } },
    run: async ({ work, query: { unit: unitId, model } }) => ok(await viewDebt(work, { unitId, model })),
  }),
  operation({
    id: "getImpact",
    method: "get",
    path: "/models/{model}/versions/{number}/impact",
    tag: "gaps",
    summary: {
      sv: "Vad ett fastställande skulle göra, eller vad två versioner ställer för krav",
      en: "What adopting a draft would do, or what two versions ask for",
    },
    description:
      "Of a draft or an adopted version, beside another that has been adopted. For those who take part in drafts of the model and see figures. Small groups are hidden.",
    params: VERSION,
    scope: "gaps:read",
    query: z.strictObject({ ...unitAsked, ...againstAsked }),
    answers,
    run: async ({ work, param, query }) =>
      impactIn(
        await viewImpact(work, {
          slug: param("model"),
          number: wholeNumber(param("number")),
          against: Number(query.against),
          unitId: query.unit,
          tried: null,
        }),
      ),
  }),
  operation({
    id: "getSupplementImpact",
    method: "get",
    path: "/models/{model}/supplement/impact",
    tag: "gaps",
    summary: { sv: "Vad ett tillägg skulle göra", en: "What adopting a supplement would do" },
    description: `${WHO} The employer's draft, or a unit's for its own people.`,
    params: MODEL,
    scope: "gaps:read",
    query: z.strictObject(unitAsked),
    answers,
    run: async ({ work, param, query: { unit: unitId } }) =>
      impactIn(
        await viewImpact(work, {
          slug: param("model"),
          supplementOf: unitId === "" ? null : unitId,
          unitId,
          tried: null,
        }),
      ),
  }),
];
