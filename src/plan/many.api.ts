/** Plans of a unit and the templates that they start from, over the API (INT-3, PLN-2), by the same use cases as the pages. */
import { z } from "zod";
import { answerTo, created, inList, listed, ok } from "../platform/http/api/answer.ts";
import { json, operation, type Operation } from "../platform/http/api/operation.ts";
import { day, id, list, paging, whole } from "../platform/http/api/schemas.ts";
import type { Work } from "../platform/database/work.ts";
import { NotFound, type Result } from "../shared/result.ts";
import { giveActivity } from "./give-activity.ts";
import { endTemplate, keepTemplate, viewTemplates } from "./keep-templates.ts";
import { ID, template, templateIn, templateSent } from "./plan-shapes.ts";
import { startPlans, viewStart } from "./start-plans.ts";
import type { TypedTemplate } from "./template.rules.ts";
import { viewUnitPlans } from "./view-unit-plans.ts";

const UNIT = { unitId: { description: "The unit's id.", example: ID } };
const TEMPLATE = { templateId: { description: "The template's id.", example: ID } };
const DECIDES = "For whoever decides for someone in the unit.";
const KEEPS = "For process leads and HR handlers.";
const CHANGED = { changed: ["stale"] };
const common = { tag: "plans" } as const;

const who = z
  .array(z.string())
  .max(1000)
  .meta({ description: "The ids of people in the unit, whom you decide for." });
const when = z.string().meta({ description: "YYYY-MM-DD.", format: "date" });
const row = z.object({
  personId: id,
  givenName: z.string(),
  familyName: z.string(),
  next: z
    .object({ title: z.string(), on: day, underWay: z.boolean() })
    .nullable()
    .meta({ description: "What is to be done next, and the day that it begins, or is to be done by." }),
  open: z.object({
    open: z.int(),
    late: z.int().meta({ description: "How many should have been done." }),
    soon: z.int().meta({ description: "How many are to be done within a month." }),
  }),
});

const templateExample: z.input<typeof templateSent> = {
  kind: "onboarding",
  title: "Komma in i arbetet",
  use: "",
  days: 180,
  withEmployment: true,
  professionId: null,
  lines: [{ title: "Gå igenom rutiner", entryId: null, days: 5, owner: "self" }],
};
const TEMPLATE_REFUSALS = [
  "missing",
  "too-long",
  "bad-character",
  "bad-number",
  "unknown-entry",
  "withdrawn-entry",
  "named-by-catalogue",
  "unknown-profession",
  "no-lines",
  "too-many-lines",
];

/** Throws NotFound for whoever doesn't keep them. */
async function kept(work: Work, templateId: string) {
  const found = (await viewTemplates(work)).find((each) => each.id === templateId);
  if (!found) throw new NotFound("template");
  return found;
}

const typedIn = ({ professionId, lines, ...text }: z.output<typeof templateSent>): TypedTemplate => ({
  ...text,
  professionId: professionId ?? "",
  lines: lines.map(({ entryId, ...line }) => ({ ...line, entryId: entryId ?? "" })),
});

/** Reasons about a line name it by its place in what was sent. */
const ofLines = <Value>(result: Result<Value>, { lines }: z.output<typeof templateSent>): Result<Value> =>
  result.ok
    ? result
    : {
        ok: false,
        reasons: inList(
          result.reasons,
          "lines",
          lines.map((_, index) => String(index)),
        ),
      };

export const manyPlansApi: readonly Operation[] = [
  operation({
    ...common,
    id: "listUnitPlans",
    method: "get",
    path: "/units/{unitId}/plans",
    summary: { sv: "Enhetens planer", en: "The unit's plans" },
    description: `${DECIDES} What comes next for each of them, and how much ends soon.`,
    params: UNIT,
    scope: "plans:read",
    query: z.strictObject(paging),
    answers: { 200: { description: "A page of them, by name.", schema: list("UnitPlans", row) } },
    run: async ({ work, param, query }) => {
      const { page, limit: size } = query;
      const view = await viewUnitPlans(work, { unitId: param("unitId"), page, size });
      return listed(page > view.pages ? [] : view.rows, view.people, query);
    },
  }),
  operation({
    ...common,
    id: "givePlanActivity",
    method: "post",
    path: "/units/{unitId}/plans/activities",
    summary: { sv: "Ge många samma aktivitet", en: "Give many the same activity" },
    description: `${DECIDES} All who haven't it get it, or nobody: with fewer places than people you say who.`,
    params: UNIT,
    scope: "plans:write",
    body: json(
      z
        .strictObject({ entryId: z.string(), from: when.nullable().default(null), until: when, who })
        .meta({ id: "PlanActivityToGive" }),
      { entryId: ID, from: null, until: "2027-03-01", who: [ID] },
    ),
    answers: {
      201: {
        description: "Given.",
        schema: z
          .object({
            given: z.int(),
            had: z.int().meta({ description: "How many had it already, and didn't get it again." }),
          })
          .meta({ id: "PlanActivityGiven" }),
      },
    },
    creates: true,
    refusals: [
      "missing",
      "not-a-day",
      "day-passed",
      "ends-before-begins",
      "nobody-chosen",
      "unknown-entry",
      "withdrawn-entry",
      "too-few-places",
    ],
    run: async ({ work, param, body: { from, ...given } }) => {
      const unitId = param("unitId");
      return answerTo(await giveActivity(work, unitId, { ...given, from: from ?? "" }), (came) =>
        created(`/units/${unitId}/plans`, came),
      );
    },
  }),
  operation({
    ...common,
    id: "listTemplatesForUnit",
    method: "get",
    path: "/units/{unitId}/plans/templates",
    summary: { sv: "Mallar att starta från", en: "Templates to start from" },
    description: DECIDES,
    params: UNIT,
    scope: "plans:read",
    answers: { 200: { description: "Those in use.", schema: whole("PlanTemplatesToStart", template) } },
    run: async ({ work, param }) =>
      ok({ items: (await viewStart(work, param("unitId"), "")).templates.map(templateIn) }),
  }),
  operation({
    ...common,
    id: "startPlans",
    method: "post",
    path: "/units/{unitId}/plans/starts",
    summary: { sv: "Starta planer från en mall", en: "Start plans from a template" },
    description: `${DECIDES} Who has an open goal from it keeps that.`,
    params: UNIT,
    scope: "plans:write",
    body: json(
      z
        .strictObject({
          templateId: z.string(),
          from: when
            .nullable()
            .default(null)
            .meta({ description: "Null counts the days from each one's first day of employment." }),
          who,
        })
        .meta({ id: "PlansToStart" }),
      { templateId: ID, from: "2027-01-11", who: [ID] },
    ),
    answers: {
      201: {
        description: "Started.",
        schema: z
          .object({
            started: z.int(),
            had: z.int(),
            withoutPlace: z
              .array(z.object({ title: z.string(), people: z.int() }))
              .meta({ description: "For how many the places of an activity didn't suffice." }),
          })
          .meta({ id: "PlansStarted" }),
      },
    },
    creates: true,
    refusals: ["not-a-day", "nobody-chosen"],
    run: async ({ work, param, body: { from, ...start } }) => {
      const unitId = param("unitId");
      const typed = { ...start, count: from === null ? "employment" : "day", from: from ?? "" };
      return answerTo(await startPlans(work, unitId, typed), (came) =>
        created(`/units/${unitId}/plans`, came),
      );
    },
  }),
  operation({
    ...common,
    id: "listPlanTemplates",
    method: "get",
    path: "/plan-templates",
    summary: { sv: "Mallar för planer", en: "Templates for plans" },
    description: KEEPS,
    scope: "plans:read",
    answers: {
      200: { description: "By title; those in use first.", schema: whole("PlanTemplates", template) },
    },
    run: async ({ work }) => ok({ items: (await viewTemplates(work)).map(templateIn) }),
  }),
  operation({
    ...common,
    id: "addPlanTemplate",
    method: "post",
    path: "/plan-templates",
    summary: { sv: "Lägg till en mall", en: "Add a template" },
    description: KEEPS,
    scope: "plans:write",
    body: json(templateSent, templateExample),
    answers: { 201: { description: "Added.", schema: template } },
    creates: true,
    refusals: TEMPLATE_REFUSALS,
    run: async ({ work, body }) =>
      answerTo(ofLines(await keepTemplate(work, null, 0, typedIn(body)), body), async (added) =>
        created(`/plan-templates/${added}`, templateIn(await kept(work, added))),
      ),
  }),
  operation({
    ...common,
    id: "getPlanTemplate",
    method: "get",
    path: "/plan-templates/{templateId}",
    summary: { sv: "En mall", en: "A template" },
    description: KEEPS,
    params: TEMPLATE,
    scope: "plans:read",
    answers: { 200: { description: "The template.", schema: template } },
    run: async ({ work, param }) => ok(templateIn(await kept(work, param("templateId")))),
  }),
  operation({
    ...common,
    id: "replacePlanTemplate",
    method: "put",
    path: "/plan-templates/{templateId}",
    summary: { sv: "Skriv om mallen", en: "Replace the template" },
    description: `${KEEPS} Plans that have started from it stay as they are.`,
    params: TEMPLATE,
    scope: "plans:write",
    body: json(templateSent, templateExample),
    answers: { 200: { description: "Replaced.", schema: template } },
    edits: template,
    refusals: TEMPLATE_REFUSALS,
    run: async ({ work, param, body, ifMatch }) => {
      const before = await kept(work, param("templateId"));
      ifMatch(templateIn(before));
      return answerTo(
        ofLines(await keepTemplate(work, before.id, before.revision, typedIn(body)), body),
        async () => ok(templateIn(await kept(work, before.id))),
        CHANGED,
      );
    },
  }),
  operation({
    ...common,
    id: "retirePlanTemplate",
    method: "put",
    path: "/plan-templates/{templateId}/retirement",
    summary: { sv: "Sluta använda mallen", en: "Say that nothing starts from it" },
    description: `${KEEPS} From today, or again. What has started stays.`,
    params: TEMPLATE,
    scope: "plans:write",
    body: json(z.strictObject({ retired: z.boolean() }).meta({ id: "PlanTemplateRetirement" }), {
      retired: true,
    }),
    answers: { 200: { description: "Changed.", schema: template } },
    edits: template,
    run: async ({ work, param, body: { retired }, ifMatch }) => {
      const before = await kept(work, param("templateId"));
      ifMatch(templateIn(before));
      return answerTo(
        await endTemplate(work, before.id, { revision: before.revision, retired }),
        async () => ok(templateIn(await kept(work, before.id))),
        CHANGED,
      );
    },
  }),
];
