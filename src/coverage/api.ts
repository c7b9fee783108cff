/** Coverage and measurements over the API (INT-3, FUP-1, FUP-2, SUP-2): the same figures, hidden where the pages hide them. */
import { z } from "zod";
import { answerTo, created, listed, ok } from "../platform/http/api/answer.ts";
import { json, operation, type Operation } from "../platform/http/api/operation.ts";
import { day, id, list, paging } from "../platform/http/api/schemas.ts";
import { freezeMeasurement } from "./freeze-measurement.ts";
import { viewCoverage } from "./view-coverage.ts";
import { viewMeasurements } from "./view-measurements.ts";
import { viewModelCoverage } from "./view-model-coverage.ts";

const figure = z
  .discriminatedUnion("showing", [
    z.object({ showing: z.literal("shown"), employed: z.int(), placed: z.int(), percent: z.int() }),
    z.object({ showing: z.literal("hidden") }),
    z.object({ showing: z.literal("none") }),
  ])
  .meta({
    id: "Figure",
    description: "hidden: too few people, or others could be worked out from it. none: nobody.",
  });
const standing = z
  .object({ introducedOn: day, below: z.object({ day, frozen: z.boolean() }).nullable() })
  .nullable()
  .meta({
    description:
      "The measurement that made the model fully introduced, and since when it is below the threshold.",
  });
const unit = z
  .object({ id, name: z.string() })
  .nullable()
  .meta({ description: "Null is the organisation as a whole." });
const counting = {
  countOnLeave: z.boolean(),
  countHourly: z.boolean(),
};
const counted = {
  day,
  frozen: z.boolean(),
  k: z.int().meta({ description: "Figures about fewer people are hidden." }),
  threshold: z.int().meta({ description: "Per cent." }),
  ...counting,
  unit,
};
const names = { slug: z.string(), nameSv: z.string(), nameEn: z.string() };
const coverage = z
  .object({ ...counted, items: z.array(z.object({ ...names, figure, standing })) })
  .meta({ id: "Coverage" });
const modelCoverage = list(
  "ModelCoverage",
  z.object({
    unit,
    depth: z.int().meta({ description: "How far below the first row." }),
    figure,
    standing,
  }),
  {
    ...counted,
    model: z.object(names),
    points: z
      .array(z.object({ day, frozen: z.boolean(), threshold: z.int(), figure }))
      .meta({ description: "The chosen unit's measurements, and the day itself." }),
  },
);
const measurement = z.object({
  day,
  smallestGroup: z.int(),
  coverageThreshold: z.int(),
  ...counting,
  note: z.string(),
});
const measurements = z
  .object({
    items: z.array(measurement).meta({ description: "The latest first." }),
    frozenToday: z.boolean(),
    suggested: z.array(day).meta({ description: "The next three days that suit a measurement." }),
  })
  .meta({ id: "Measurements" });

const moment = z.strictObject({
  day: day.optional().meta({ description: "Today, when it is left out." }),
  frozen: z
    .boolean()
    .default(false)
    .meta({ description: "The measurement frozen on that day, instead of the day as it is known now." }),
  unit: z
    .string()
    .default("")
    .meta({ description: "The unit's id; the organisation as a whole, when it is left out." }),
});
type Asked = z.output<typeof moment>;
const askedIn = ({ day: asked = "", frozen, unit: unitId }: Asked) => ({ day: asked, frozen, unitId });
const ACCESS =
  "For process leads, adopters, data protection officers, HR handlers and administrators; unions for their professions; rollout leads, managers and deputies for their units.";

export const coverageApi: readonly Operation[] = [
  operation({
    id: "getCoverage",
    method: "get",
    path: "/coverage",
    tag: "coverage",
    summary: { sv: "Täckningsgrad per modell", en: "Coverage by model" },
    description: ACCESS,
    scope: "coverage:read",
    query: moment,
    answers: { 200: { description: "A figure for each model.", schema: coverage } },
    run: async ({ work, query }) => {
      const { rows, ...rest } = await viewCoverage(work, askedIn(query));
      return ok({ ...rest, items: rows });
    },
  }),
  operation({
    id: "getModelCoverage",
    method: "get",
    path: "/coverage/{model}",
    tag: "coverage",
    summary: { sv: "En modells täckningsgrad per enhet", en: "A model's coverage by unit" },
    description: `The chosen unit first, then every unit below it in which somebody has the profession. ${ACCESS}`,
    params: { model: { description: "The model's name in addresses.", example: "fysioterapeut" } },
    scope: "coverage:read",
    query: moment.extend(paging),
    answers: { 200: { description: "A page of figures, one for each unit.", schema: modelCoverage } },
    run: async ({ work, param, query }) => {
      const asked = { ...askedIn(query), slug: param("model"), everyUnit: true };
      const { rows, ...rest } = await viewModelCoverage(work, asked);
      const { page, limit } = query;
      return listed(rows.slice((page - 1) * limit, page * limit), rows.length, query, rest);
    },
  }),
  operation({
    id: "listMeasurements",
    method: "get",
    path: "/measurements",
    tag: "coverage",
    summary: { sv: "Frysta mätningar", en: "Frozen measurements" },
    description: "For whoever sees coverage. Their figures: coverage of their days, with `frozen`.",
    scope: "coverage:read",
    answers: { 200: { description: "The measurements.", schema: measurements } },
    run: async ({ work }) => {
      const { measurements: items, ...rest } = await viewMeasurements(work);
      return ok({ ...rest, items });
    },
  }),
  operation({
    id: "freezeMeasurement",
    method: "post",
    path: "/measurements",
    tag: "coverage",
    summary: { sv: "Frys en mätning", en: "Freeze a measurement" },
    description:
      "For process leads. Today's figures, for every model in force; one a day, and it never changes.",
    scope: "measurements:write",
    body: json(z.strictObject({ note: z.string().default("") }).meta({ id: "MeasurementToFreeze" }), {
      note: "Höstens mätning",
    }),
    answers: {
      201: { description: "Frozen.", schema: z.object({ id, day }).meta({ id: "FrozenMeasurement" }) },
    },
    creates: true,
    refusals: ["already-frozen", "nothing-to-measure", "too-long"],
    run: async ({ work, body }) =>
      answerTo(await freezeMeasurement(work, body), (frozen) =>
        created(`/coverage?day=${frozen.day}&frozen=true`, frozen),
      ),
  }),
];
