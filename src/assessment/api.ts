/**
 * Assessing apart over the API (INT-3, ASM-1), by the same use cases as the pages: each of the two at addresses of their own. What the person says of themself takes a token
 * that they have made themself; the manager's assessment is an act of office.
 */
import { z } from "zod";
import { answerTo, created, inList, ok } from "../platform/http/api/answer.ts";
import { json, operation, type Operation } from "../platform/http/api/operation.ts";
import { id } from "../platform/http/api/schemas.ts";
import type { Work } from "../platform/database/work.ts";
import { readPlace, writePlace } from "../placement/rules.ts";
import { NotFound } from "../shared/result.ts";
import { heldRoom, ownPerson } from "./assessment-room.ts";
import type { Side } from "./assessment.rules.ts";
import {
  assessment,
  assessmentIn,
  CLOSED,
  ID,
  params,
  sheet,
  sheetIn,
  wholeAssessment,
  wholeIn,
} from "./assessment-shapes.ts";
import { beginAssessment } from "./begin-assessment.ts";
import { declineSelfAssessment, handIn } from "./hand-in.ts";
import { viewAssessment } from "./view-assessment.ts";
import { viewMyAssessments, viewPersonAssessments } from "./view-assessments.ts";
import { writeSheet } from "./write-sheet.ts";

const assessments = z
  .object({
    personId: id,
    assessments: z.array(assessment),
    beginnable: z
      .array(
        z.object({
          modelId: id,
          sv: z.string(),
          en: z.string(),
          levels: z.array(
            z.object({
              levelId: id,
              name: z.string(),
              tracks: z.array(z.object({ trackId: id, name: z.string() })),
            }),
          ),
          placed: z.object({ levelId: id, trackId: id.nullable() }).nullable(),
        }),
      )
      .meta({ description: "The models that one can be begun in now, and where the person is placed." }),
  })
  .meta({ id: "Assessments", description: "The latest first, and never what is written in them." });
const beginning = z
  .strictObject({ modelId: z.string(), levelId: z.string(), trackId: z.string().nullable().default(null) })
  .meta({ id: "AssessmentToBegin" });
const lines = z
  .strictObject({
    statements: z
      .array(
        z.strictObject({
          itemId: z.string(),
          step: z.int().nullable(),
          words: z.string().default("").meta({
            description: "Read by both when it has been opened, and can be disclosed as a public record.",
          }),
        }),
      )
      .min(1)
      .max(500)
      .refine((rows) => new Set(rows.map(({ itemId }) => itemId)).size === rows.length, "repeated"),
  })
  .meta({ id: "LinesToWrite", description: "Statements that are not sent stay as they are." });

const SIDE_OF = {
  self: {
    tag: "my",
    path: "/my/assessments",
    params: {},
    reads: "my:read",
    writes: "my:write",
    name: "My",
    who: "For the person themself.",
    sv: { all: "Dina bedömningar", one: "En av dina bedömningar", sheet: "din självskattning" },
    en: { all: "Your assessments", one: "One of your assessments", sheet: "your self-assessment" },
  },
  manager: {
    tag: "assessments",
    path: "/people/{personId}/assessments",
    params: { personId: params.personId },
    reads: "assessments:read",
    writes: "assessments:write",
    name: "Person",
    who: "For whoever decides for the person, never for oneself.",
    sv: { all: "En medarbetares bedömningar", one: "En bedömning", sheet: "chefens bedömning" },
    en: { all: "A person's assessments", one: "One assessment", sheet: "the manager's assessment" },
  },
} as const;

const personIn = (work: Work, side: Side, param: (name: string) => string): string =>
  side === "self" ? ownPerson(work) : param("personId");

/** What both can do, each of them at their own addresses. */
function operationsOf(side: Side): readonly Operation[] {
  const { tag, path, reads, writes, name, who, sv, en, ...of } = SIDE_OF[side];
  const one = { tag, path: `${path}/{assessmentId}`, params: { ...of.params, ...params.assessment } };
  const addressIn = (work: Work, param: (name: string) => string) => ({
    personId: personIn(work, side, param),
    assessmentId: param("assessmentId"),
    side,
  });
  return [
    operation({
      id: `list${name}Assessments`,
      method: "get",
      path,
      tag,
      params: of.params,
      summary: { sv: sv.all, en: en.all },
      description:
        side === "self"
          ? who
          : "For those close to the person: how far each has come, and never what is written in it.",
      scope: reads,
      answers: { 200: { description: "The latest first.", schema: assessments } },
      run: async ({ work, param }) => {
        const view = await (side === "self"
          ? viewMyAssessments(work)
          : viewPersonAssessments(work, param("personId")));
        return ok({
          personId: view.personId,
          assessments: view.assessments.map(assessmentIn),
          beginnable: view.beginnable.map((each) => ({
            ...each,
            placed: each.placed === null ? null : readPlace(each.placed),
          })),
        });
      },
    }),
    operation({
      id: `begin${name}Assessment`,
      method: "post",
      path,
      tag,
      params: of.params,
      summary: { sv: "Börja en bedömning", en: "Begin an assessment" },
      description: `${who} At most one at a time in each model: \`already-open\` says which.`,
      scope: writes,
      body: json(beginning, { modelId: ID, levelId: ID, trackId: null }),
      answers: {
        201: { description: "Begun.", schema: z.object({ id }).meta({ id: "AssessmentBegun" }) },
      },
      creates: true,
      conflicts: true,
      refusals: ["missing", "unknown-place", "nothing-to-assess"],
      run: async ({ work, param, body: { modelId, levelId, trackId } }) => {
        const personId = personIn(work, side, param);
        const place = levelId === "" ? "" : writePlace(levelId, trackId);
        return answerTo(
          await beginAssessment(work, { personId, modelId, place, side }),
          (begun) => created(`${path.replace("{personId}", personId)}/${begun}`, { id: begun }),
          { conflict: ["already-open"] },
        );
      },
    }),
    operation({
      ...one,
      id: `get${name}Assessment`,
      method: "get",
      summary: { sv: sv.one, en: en.one },
      description:
        "Your own side's sheet, and the other's when it has been opened, with what has been agreed about each statement. Nothing is added up.",
      scope: reads,
      answers: { 200: { description: "As you may read it today.", schema: wholeAssessment } },
      run: async ({ work, param }) => ok(wholeIn(await viewAssessment(work, addressIn(work, param)))),
    }),
    operation({
      ...one,
      id: `get${name}AssessmentSheet`,
      method: "get",
      path: `${one.path}/sheet`,
      summary: { sv: `Läs ${sv.sheet}`, en: `Read ${en.sheet}` },
      description: `${who} Its ETag is what writing in it begins with.`,
      scope: reads,
      answers: { 200: { description: "The sheet, with every statement.", schema: sheet } },
      run: async ({ work, param }) => {
        const view = await viewAssessment(work, addressIn(work, param));
        if (view.reader !== side) throw new NotFound("sheet");
        return ok(sheetIn(view, side));
      },
    }),
    operation({
      ...one,
      id: `write${name}AssessmentSheet`,
      method: "patch",
      path: `${one.path}/sheet`,
      summary: { sv: `Skriv i ${sv.sheet}`, en: `Write in ${en.sheet}` },
      description: `${who} Saved as one goes; nobody else reads it before it has been opened.`,
      scope: writes,
      edits: sheet,
      body: json(lines, { statements: [{ itemId: ID, step: 2, words: "Ett exempel från arbetet." }] }),
      answers: { 200: { description: "The sheet as it is now.", schema: sheet } },
      conflicts: true,
      refusals: ["bad-step", "too-long", "bad-character", "repeated"],
      run: async ({ work, param, body: { statements }, ifMatch }) => {
        const address = addressIn(work, param);
        // Held from here on: of two with the same tag, the second finds another sheet.
        await heldRoom(work, address);
        const view = await viewAssessment(work, address);
        ifMatch(sheetIn(view, side));
        const typed = statements.map(({ step, ...each }) => ({ ...each, step: String(step ?? "") }));
        const result = await writeSheet(work, address, typed, view.revision);
        const keys = statements.map(({ itemId }) => itemId);
        return answerTo(
          result.ok ? result : { ok: false, reasons: inList(result.reasons, "statements", keys) },
          async () => ok(sheetIn(await viewAssessment(work, address), side)),
          { conflict: CLOSED },
        );
      },
    }),
    operation({
      ...one,
      id: `handIn${name}AssessmentSheet`,
      method: "post",
      path: `${one.path}/hand-in`,
      summary: { sv: `Lämna in ${sv.sheet}`, en: `Hand in ${en.sheet}` },
      description: `${who} What is handed in never changes; with both in, both are opened. Once more is harmless.`,
      scope: writes,
      answers: { 200: { description: "The assessment as you may read it now.", schema: wholeAssessment } },
      conflicts: true,
      refusals: ["nothing-written"],
      run: async ({ work, param }) => {
        const address = addressIn(work, param);
        return answerTo(
          await handIn(work, address),
          async () => ok(wholeIn(await viewAssessment(work, address))),
          { conflict: CLOSED },
        );
      },
    }),
  ];
}

export const assessmentApi: readonly Operation[] = [
  ...operationsOf("self"),
  operation({
    id: "declineMyAssessment",
    method: "post",
    path: "/my/assessments/{assessmentId}/decline",
    tag: "my",
    params: params.assessment,
    summary: { sv: "Avstå från att skatta dig själv", en: "Decline to assess yourself" },
    description: "It is voluntary. What you may have begun stays your own.",
    scope: "my:write",
    answers: { 200: { description: "The assessment as you may read it now.", schema: wholeAssessment } },
    conflicts: true,
    run: async ({ work, param }) => {
      const address = {
        personId: ownPerson(work),
        assessmentId: param("assessmentId"),
        side: "self" as const,
      };
      return answerTo(
        await declineSelfAssessment(work, address),
        async () => ok(wholeIn(await viewAssessment(work, address))),
        { conflict: CLOSED },
      );
    },
  }),
  ...operationsOf("manager"),
];
