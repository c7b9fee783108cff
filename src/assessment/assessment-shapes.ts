/** Assessments as the API tells them (INT-3, ASM-1): one shape each, whichever side reads. */
import { z } from "zod";
import { day, id, instant } from "../platform/http/api/schemas.ts";
import { ACTS, SIDES, type Side } from "./assessment.rules.ts";
import type { AssessmentHead, AssessmentView, SeenStatement } from "./view-assessment.ts";

export const ID = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
export const params = {
  personId: { description: "The person's id.", example: ID },
  assessment: { assessmentId: { description: "The assessment's id.", example: ID } },
};
/** The reasons that mean that the time for it has passed. */
export const CLOSED = ["already-in", "already-declined", "opened", "ended", "both-first"];

const sheetState = z
  .object({
    state: z.enum(["not-begun", "draft", "not-in", "handed-in", "declined"]),
    by: z.string().nullable(),
    on: day.nullable(),
  })
  .meta({ id: "AssessmentSheetState", description: "Of the other's sheet: in or not, and no more." });
export const assessment = z
  .object({
    id,
    personId: id,
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
    sheets: z.object({ self: sheetState, manager: sheetState }),
  })
  .meta({ id: "Assessment" });

const said = {
  step: z
    .int()
    .nullable()
    .meta({ description: "A step of the scale from 1, 0 for “not yet”, null for none." }),
  words: z.string(),
};
export const outcome = z
  .object({ id, itemId: id, met: z.boolean(), words: z.string(), decidedOn: day, by: z.string() })
  .meta({ id: "JointOutcome" });
export const wholeAssessment = z
  .object({
    assessment,
    reads: z.array(z.enum(SIDES)).meta({ description: "Whose sheets you may read now." }),
    acts: z.array(z.enum(ACTS)).meta({ description: "What you may do now." }),
    newer: z
      .object({ number: z.int(), from: day })
      .nullable()
      .meta({ description: "The version in force, when it is another than the one that was begun on." }),
    statements: z.array(
      z
        .object({
          itemId: id,
          text: z.string(),
          self: z.object(said).nullable(),
          manager: z.object(said).nullable(),
          outcome: outcome.nullable(),
          since: z.enum(["reworded", "moved", "gone"]).nullable().meta({
            description: "What has become of it since the assessment was begun; `gone` needs no outcome.",
          }),
        })
        .meta({
          id: "AssessedStatement",
          description:
            "`self` and `manager` are null where you may not read them: before it has been opened, the other's.",
        }),
    ),
  })
  .meta({ id: "WholeAssessment" });
export const sheet = z
  .object({
    assessmentId: id,
    side: z.enum(SIDES),
    state: sheetState.shape.state,
    statements: z.array(
      z.object({
        itemId: id,
        heading: z.string(),
        text: z.string(),
        ...said,
        by: z.string().nullable().meta({ description: "Who wrote it last." }),
        at: instant.nullable(),
      }),
    ),
  })
  .meta({ id: "AssessmentSheet", description: "One's own side's sheet." });

export const assessmentIn = (of: AssessmentHead): z.input<typeof assessment> => ({
  ...of,
  scale: [...of.scale],
});

export const wholeIn = ({ head, reads, acts, newer, since, headings }: AssessmentView) => {
  const saidBy = (of: SeenStatement, side: Side) => (reads.includes(side) ? of[side] : null);
  return {
    assessment: assessmentIn(head),
    reads,
    acts,
    newer,
    statements: headings.flatMap(({ statements }) =>
      statements.map((each) => ({
        itemId: each.statement.itemId,
        text: each.statement.text,
        self: saidBy(each, "self"),
        manager: saidBy(each, "manager"),
        outcome: each.outcome,
        since: since.changes[each.statement.itemId]?.is ?? null,
      })),
    ),
  };
};

export const sheetIn = ({ head, headings }: AssessmentView, side: Side): z.input<typeof sheet> => ({
  assessmentId: head.id,
  side,
  state: head.sheets[side].state,
  statements: headings.flatMap(({ name, statements }) =>
    statements.map(({ statement, [side]: { step, words, by, at } }) => ({
      itemId: statement.itemId,
      heading: name,
      text: statement.text,
      step,
      words,
      by,
      at: at === null ? null : new Date(at).toISOString(),
    })),
  ),
});
