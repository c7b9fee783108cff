/** Assessments over the API (INT-3, ASM-1): how far each has come, and one as whoever asks may read it today, by the same use cases as the pages. */
import { z } from "zod";
import { ok } from "../platform/http/api/answer.ts";
import { operation, type Operation } from "../platform/http/api/operation.ts";
import { day, id } from "../platform/http/api/schemas.ts";
import { SIDES } from "./assessment.rules.ts";
import { viewAssessment, type AssessmentHead, type SeenStatement } from "./view-assessment.ts";
import { viewAssessmentsOf } from "./view-assessments.ts";

const sheet = z
  .object({
    state: z.enum(["not-begun", "draft", "not-in", "handed-in", "declined"]),
    by: z.string().nullable(),
    on: day.nullable(),
  })
  .meta({ id: "AssessmentSheet", description: "Of the other's sheet: in or not, and no more." });
const head = z
  .object({
    id,
    modelId: id,
    modelSlug: z.string(),
    versionNumber: z.int(),
    level: z.string(),
    track: z.string().nullable(),
    scale: z.array(z.string()).meta({ description: "The words of the steps, from the first." }),
    begunOn: day,
    openedOn: day.nullable(),
    openedHow: z.enum(["both-in", "at-talk"]).nullable(),
    endedOn: day.nullable(),
    endedHow: z.enum(["agreed", "rest-left", "cancelled"]).nullable(),
    sheets: z.object({ self: sheet, manager: sheet }),
  })
  .meta({ id: "Assessment" });
const said = z.object({
  step: z.int().nullable().meta({ description: "A step of the scale from 1, 0 for “not yet”." }),
  words: z.string(),
});
const statement = z
  .object({
    itemId: id,
    text: z.string(),
    self: said.nullable(),
    manager: said.nullable(),
    outcome: z.object({ met: z.boolean(), words: z.string(), decidedOn: day, by: z.string() }).nullable(),
  })
  .meta({
    id: "AssessedStatement",
    description:
      "`self` and `manager` are null where you may not read them: before it has been opened, the other's.",
  });
const whole = z
  .object({
    assessment: head,
    reads: z.array(z.enum(SIDES)).meta({ description: "Whose sheets you may read now." }),
    statements: z.array(statement),
  })
  .meta({ id: "WholeAssessment" });

const headIn = (of: AssessmentHead) => ({
  id: of.id,
  modelId: of.modelId,
  modelSlug: of.modelSlug,
  versionNumber: of.versionNumber,
  level: of.level,
  track: of.track,
  scale: [...of.scale],
  begunOn: of.begunOn,
  openedOn: of.openedOn,
  openedHow: of.openedHow,
  endedOn: of.endedOn,
  endedHow: of.endedHow,
  sheets: of.sheets,
});
const ID = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
const personId = { description: "The person's id.", example: ID };

export const assessmentApi: readonly Operation[] = [
  operation({
    id: "listPersonAssessments",
    method: "get",
    path: "/people/{personId}/assessments",
    tag: "assessments",
    summary: { sv: "En medarbetares bedömningar", en: "A person's assessments" },
    description:
      "For the person and those close to them: how far each has come, and never what is written in it.",
    params: { personId },
    scope: "assessments:read",
    answers: {
      200: {
        description: "The latest first.",
        schema: z.object({ personId: id, assessments: z.array(head) }).meta({ id: "PersonAssessments" }),
      },
    },
    run: async ({ work, param }) => {
      const view = await viewAssessmentsOf(work, param("personId"));
      return ok({ personId: view.personId, assessments: view.assessments.map(headIn) });
    },
  }),
  operation({
    id: "getPersonAssessment",
    method: "get",
    path: "/people/{personId}/assessments/{assessmentId}",
    tag: "assessments",
    summary: { sv: "En bedömning", en: "One assessment" },
    description:
      "Your own side's sheet, and the other's when it has been opened, with what has been agreed about each statement. Nothing is added up.",
    params: { personId, assessmentId: { description: "The assessment's id.", example: ID } },
    scope: "assessments:read",
    answers: { 200: { description: "As you may read it today.", schema: whole } },
    run: async ({ work, param }) => {
      const view = await viewAssessment(work, {
        personId: param("personId"),
        assessmentId: param("assessmentId"),
      });
      const saidBy = (of: SeenStatement, side: (typeof SIDES)[number]) =>
        view.reads.includes(side) ? { step: of[side].step, words: of[side].words } : null;
      return ok({
        assessment: headIn(view.head),
        reads: [...view.reads],
        statements: view.headings.flatMap(({ statements }) =>
          statements.map((each) => ({
            itemId: each.statement.itemId,
            text: each.statement.text,
            self: saidBy(each, "self"),
            manager: saidBy(each, "manager"),
            outcome: each.outcome && {
              met: each.outcome.met,
              words: each.outcome.words,
              decidedOn: each.outcome.decidedOn,
              by: each.outcome.by,
            },
          })),
        ),
      });
    },
  }),
];
