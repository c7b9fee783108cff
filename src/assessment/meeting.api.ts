/** Meeting over the API (INT-3, ASM-1): the manager opens at the talk, records what the two agree, and ends; and the list of a unit. */
import { z } from "zod";
import { answerTo, created, listed, ok } from "../platform/http/api/answer.ts";
import { json, operation, type Operation } from "../platform/http/api/operation.ts";
import { id, list, paging } from "../platform/http/api/schemas.ts";
import type { Work } from "../platform/database/work.ts";
import type { Result } from "../shared/result.ts";
import { agreeOutcome, endMeeting } from "./agree.ts";
import type { AssessmentAddress } from "./assessment-room.ts";
import {
  assessment,
  assessmentIn,
  CLOSED,
  ID,
  outcome,
  params,
  wholeAssessment,
  wholeIn,
} from "./assessment-shapes.ts";
import { cancelAssessment, openAtTalk } from "./hand-in.ts";
import { viewAssessment } from "./view-assessment.ts";
import { viewUnitAssessments } from "./view-assessments.ts";

const ONE = "/people/{personId}/assessments/{assessmentId}";
const common = {
  tag: "assessments",
  params: { personId: params.personId, ...params.assessment },
  scope: "assessments:write",
} as const;

const addressIn = (param: (name: string) => string) => ({
  personId: param("personId"),
  assessmentId: param("assessmentId"),
  side: "manager" as const,
});

/** The assessment once that is done. */
const asItIsNow = async (work: Work, address: AssessmentAddress, doing: Promise<Result<unknown>>) =>
  answerTo(await doing, async () => ok(wholeIn(await viewAssessment(work, address))), {
    conflict: [...CLOSED, "not-opened"],
  });

/** Something that whoever decides for the person does with the assessment as a whole. */
const acting = (of: {
  readonly name: string;
  readonly id: string;
  readonly summary: { readonly sv: string; readonly en: string };
  readonly description: string;
  readonly refusals?: readonly string[];
  readonly act: (work: Work, address: AssessmentAddress) => Promise<Result<unknown>>;
}): Operation =>
  operation({
    ...common,
    id: of.id,
    method: "post",
    path: `${ONE}/${of.name}`,
    summary: of.summary,
    description: `For whoever decides for the person. ${of.description} Once more is harmless.`,
    answers: { 200: { description: "The assessment as it is now.", schema: wholeAssessment } },
    conflicts: true,
    ...(of.refusals ? { refusals: of.refusals } : {}),
    run: ({ work, param }) => asItIsNow(work, addressIn(param), of.act(work, addressIn(param))),
  });

export const meetingApi: readonly Operation[] = [
  operation({
    id: "listUnitAssessments",
    method: "get",
    path: "/units/{unitId}/assessments",
    tag: "assessments",
    summary: { sv: "Enhetens bedömningar", en: "The unit's assessments" },
    description:
      "For whoever decides for someone in the unit: the latest of each of them, how far it has come and never what is written in it.",
    params: { unitId: { description: "The unit's id.", example: ID } },
    scope: "assessments:read",
    query: z.strictObject(paging),
    answers: {
      200: {
        description: "A page of them, by name.",
        schema: list(
          "UnitAssessments",
          z.object({
            personId: id,
            givenName: z.string(),
            familyName: z.string(),
            model: z.object({ sv: z.string(), en: z.string() }),
            placed: z.object({ level: z.string(), track: z.string().nullable() }).nullable(),
            latest: assessment.nullable(),
          }),
        ),
      },
    },
    run: async ({ work, param, query }) => {
      const { page, limit: size } = query;
      const view = await viewUnitAssessments(work, { unitId: param("unitId"), page, size });
      const rows = view.rows.map((row) => ({ ...row, latest: row.latest && assessmentIn(row.latest) }));
      return listed(page > view.pages ? [] : rows, view.total, query);
    },
  }),
  acting({
    name: "open",
    id: "openAssessmentAtTalk",
    summary: { sv: "Öppna bedömningen vid samtalet", en: "Open the assessment at the talk" },
    description:
      "Where there is no self-assessment: the manager's own is handed in as it is, and who opened it, when and how is kept.",
    refusals: ["nothing-written"],
    act: openAtTalk,
  }),
  acting({
    name: "cancel",
    id: "cancelAssessment",
    summary: { sv: "Avbryt bedömningen", en: "Cancel the assessment" },
    description: "Before it has been opened: nobody reads what the other had written.",
    act: cancelAssessment,
  }),
  operation({
    ...common,
    id: "agreeOutcome",
    method: "post",
    path: `${ONE}/outcomes`,
    summary: { sv: "Anteckna ett gemensamt utfall", en: "Record a joint outcome" },
    description:
      "For whoever decides for the person, when it has been opened: what the two agreed about one statement. Another one follows on it; both stay.",
    body: json(
      z
        .strictObject({
          itemId: z.string(),
          met: z.boolean(),
          words: z
            .string()
            .default("")
            .meta({ description: "Read by the person, and can be disclosed as a public record." }),
          follows: z
            .string()
            .nullable()
            .meta({ description: "The statement's outcome as you have read it; null for none." }),
        })
        .meta({ id: "OutcomeToRecord" }),
      { itemId: ID, met: true, words: "Vi är överens.", follows: null },
    ),
    answers: { 201: { description: "What stands about the statement now.", schema: outcome } },
    creates: true,
    conflicts: true,
    refusals: ["too-long", "bad-character"],
    run: async ({ work, param, body: { itemId, met, words, follows } }) => {
      const address = addressIn(param);
      const result = await agreeOutcome(
        work,
        { ...address, itemId },
        { met: met ? "yes" : "no", words, follows: follows ?? "" },
      );
      return answerTo(
        result,
        async () => {
          const { statements } = wholeIn(await viewAssessment(work, address));
          const { personId, assessmentId } = address;
          return created(
            `/people/${personId}/assessments/${assessmentId}`,
            statements.find((each) => each.itemId === itemId)?.outcome,
          );
        },
        { conflict: ["changed-by-other", "not-opened", "ended", "no-longer-asked"] },
      );
    },
  }),
  operation({
    ...common,
    id: "endAssessment",
    method: "post",
    path: `${ONE}/end`,
    summary: { sv: "Avsluta bedömningen", en: "End the assessment" },
    description: "For whoever decides for the person. What has no outcome is left for next time, by choice.",
    body: json(z.strictObject({ leaveRest: z.boolean() }).meta({ id: "AssessmentToEnd" }), {
      leaveRest: false,
    }),
    answers: { 200: { description: "The assessment as it is now.", schema: wholeAssessment } },
    conflicts: true,
    refusals: ["left"],
    run: ({ work, param, body }) =>
      asItIsNow(work, addressIn(param), endMeeting(work, addressIn(param), body)),
  }),
];
