/** Evidence over the API (INT-3, ASM-2): what there is, handing in, recording what was checked, checking and withdrawing, by the same use cases as the pages. */
import { z } from "zod";
import { answerTo, created, keptFile, listed, ok } from "../platform/http/api/answer.ts";
import { json, jsonWithFiles, operation, type Body, type Operation } from "../platform/http/api/operation.ts";
import { day, id, instant, list, paging } from "../platform/http/api/schemas.ts";
import type { Work } from "../platform/database/work.ts";
import type { Result } from "../shared/result.ts";
import { FORMAL_TYPES } from "../career-model/rules.ts";
import { FILE_TYPES } from "../platform/files/file-type.ts";
import { addEvidence } from "./add-evidence.ts";
import { checkEvidenceOf, returnEvidence, withdrawEvidence, type About } from "./check-evidence.ts";
import { EVENTS, WAYS_TO_CHECK } from "./evidence.rules.ts";
import { FILES } from "./file.rules.ts";
import { viewFile } from "./keep-files.ts";
import { recordEvidence } from "./record-evidence.ts";
import { viewPersonEvidence, viewPiece, type Piece } from "./view-person-evidence.ts";
import { viewUnitEvidence } from "./view-unit-evidence.ts";

const words = z.object({ sv: z.string(), en: z.string() });
const kind = z.enum(FORMAL_TYPES);
const piece = z
  .object({
    id,
    kind,
    what: z.string(),
    issuedOn: day,
    expiresOn: day.nullable().meta({ description: "The first day on which it is good no longer." }),
    untilOn: day.nullable().meta({ description: "Of time elsewhere: the first day after it." }),
    profession: words.extend({ id }).nullable(),
    seenWhere: z.string(),
    standing: z.enum(["waiting", "returned", "counts", "not-yet", "expired", "withdrawn", "superseded"]),
    checkedOn: day.nullable(),
    checkedBy: z.string().nullable(),
    how: z.enum(WAYS_TO_CHECK).nullable(),
    source: z.string(),
    withdrawnOn: day.nullable(),
    supersededBy: id.nullable(),
    supersededOn: day.nullable(),
    renewsId: id.nullable(),
    revision: z.int(),
    meets: z.array(
      z.object({
        itemId: id,
        text: z.string(),
        model: words,
        level: z.string(),
        now: z.boolean().meta({ description: "Does it meet the requirement today?" }),
        until: day.nullable().meta({ description: "The first day on which it no longer does." }),
      }),
    ),
    files: z.array(
      z.object({
        id,
        name: z.string(),
        type: z.enum(["pdf", "jpeg", "png"]),
        bytes: z.int(),
      }),
    ),
    events: z.array(
      z.object({ kind: z.enum(EVENTS), by: z.string().nullable(), words: z.string(), at: instant }),
    ),
  })
  .meta({ id: "Evidence" });
const experience = z
  .object({
    profession: words,
    days: z.int().meta({ description: "Counted, with today." }),
    counted: z.array(z.object({ from: day, to: day.nullable(), daysBefore: z.int() })),
    reached: z.array(
      z.object({
        itemId: id,
        text: z.string(),
        months: z.int(),
        on: day.nullable().meta({ description: "May be a day to come, if the work goes on." }),
      }),
    ),
  })
  .meta({ id: "Experience" });
const personEvidence = z
  .object({ personId: id, name: z.string(), pieces: z.array(piece), experience: z.array(experience) })
  .meta({ id: "PersonEvidence", description: "The latest issued first." });
const toSee = z
  .object({
    id,
    personId: id,
    givenName: z.string(),
    familyName: z.string(),
    kind,
    what: z.string(),
    issuedOn: day,
    endsOn: day.nullable().meta({ description: "Null while it waits for a check." }),
    renewalWaits: z.boolean(),
  })
  .meta({ id: "EvidenceToSeeTo" });

const facts = {
  kind: z.string(),
  what: z.string(),
  issuedOn: z.string().meta({ format: "date" }),
  expiresOn: z.string().nullable().default(null).meta({ format: "date" }),
  itemIds: z.array(z.string()).max(100).default([]).meta({ description: "The requirements that it meets." }),
};
const check = z
  .strictObject({
    how: z.string().meta({ description: WAYS_TO_CHECK.join(", ") }),
    checkedOn: z.string().meta({ format: "date" }),
    source: z.string().default("").meta({ description: "The register, for `register`." }),
  })
  .meta({ id: "EvidenceCheck" });
const adding = z
  .strictObject({
    ...facts,
    untilOn: z.string().nullable().default(null),
    professionId: z.string().nullable().default(null),
    seenWhere: z.string().default(""),
    renewsId: z.string().nullable().default(null),
    check: check.nullable().default(null).meta({
      description: "How whoever decides for the person checked it; null when the person hands it in.",
    }),
  })
  .meta({ id: "EvidenceToAdd" });
const recording = z
  .strictObject({
    rows: z
      .array(z.strictObject({ personId: z.string(), ...facts, check }))
      .max(1000)
      .meta({ description: "All of them are written down, or none." }),
  })
  .meta({ id: "EvidenceToRecord" });

const ID = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
const personParam = { personId: { description: "The person's id.", example: ID } };
const pieceParams = { ...personParam, evidenceId: { description: "The evidence's id.", example: ID } };
const unitParam = { unitId: { description: "The unit's id.", example: ID } };
const CHECK = { how: "register", checkedOn: "2026-11-20", source: "HOSP" };
const FACTS = { kind: "licence", what: "Legitimation som fysioterapeut", issuedOn: "2019-06-17" };
const REFUSALS = [
  "missing",
  "too-long",
  "not-a-kind",
  "not-a-day",
  "in-future",
  "ends-before-it-begins",
  "identity-number",
  "not-a-requirement",
  "not-a-way",
  "checked-before-issued",
];

const FILE_REFUSALS = [
  "files-off",
  "too-many-files",
  "file-empty",
  "file-too-large",
  "file-not-taken",
  "file-active",
  "file-damaged",
  "file-name-too-long",
  "file-name-path",
  "file-name-hidden",
  "file-name-number",
  "no-file",
];

const shown = (each: Piece) => ({
  ...each,
  events: each.events.map((event) => ({ ...event, at: new Date(event.at).toISOString() })),
});

const revision = z.int().meta({ description: "The evidence's `revision` as you have read it." });
const said = (name: string, example: string) =>
  json(
    z
      .strictObject({
        revision,
        words: z
          .string()
          .meta({ description: "Read by the person, and can be disclosed as a public record." }),
      })
      .meta({ id: name }),
    { revision: 1, words: example },
  );
const SAID = ["missing", "too-long", "identity-number"];

/** Something that whoever decides for the person does with a piece, as they have read it. */
const acting = <Sent extends { readonly revision: number }>(of: {
  readonly name: string;
  readonly id: string;
  readonly summary: { readonly sv: string; readonly en: string };
  readonly description: string;
  readonly body: Body<Sent>;
  readonly refusals: readonly string[];
  readonly act: (work: Work, about: About & Sent) => Promise<Result<null>>;
}): Operation =>
  operation({
    id: of.id,
    method: "post",
    path: `/people/{personId}/evidence/{evidenceId}/${of.name}`,
    tag: "evidence",
    summary: of.summary,
    description: of.description,
    params: pieceParams,
    scope: "evidence:write",
    body: of.body,
    answers: { 200: { description: "The evidence as it is now.", schema: piece } },
    conflicts: true,
    refusals: of.refusals,
    run: async ({ work, param, body }) => {
      const [personId, evidenceId] = [param("personId"), param("evidenceId")];
      return answerTo(
        await of.act(work, { personId, evidenceId, ...body }),
        async () => ok(shown((await viewPiece(work, personId, evidenceId)).piece)),
        { conflict: ["changed-meanwhile"] },
      );
    },
  });

export const evidenceApi: readonly Operation[] = [
  operation({
    id: "listUnitEvidence",
    method: "get",
    path: "/units/{unitId}/evidence",
    tag: "evidence",
    summary: { sv: "Underlag att ta hand om i enheten", en: "Evidence to see to in the unit" },
    description:
      "For whoever decides for someone in the unit: what waits for a check, then what ends within 90 days or ended as lately.",
    params: unitParam,
    scope: "evidence:read",
    query: z.strictObject(paging),
    answers: { 200: { description: "A page of it.", schema: list("UnitEvidence", toSee) } },
    run: async ({ work, param, query }) => {
      const { page, limit } = query;
      const { rows, total } = await viewUnitEvidence(work, { unitId: param("unitId"), page, size: limit });
      return listed(rows, total, query);
    },
  }),
  operation({
    id: "recordUnitEvidence",
    method: "post",
    path: "/units/{unitId}/evidence",
    tag: "evidence",
    summary: {
      sv: "Anteckna kontrollerade underlag för flera",
      en: "Record checked evidence for several people",
    },
    description:
      "For whoever decides for the people in the unit, for example licences looked up in HOSP. Never for oneself.",
    params: unitParam,
    scope: "evidence:write",
    body: json(recording, { rows: [{ personId: ID, ...FACTS, check: CHECK }] }),
    answers: {
      201: {
        description: "Recorded, in the order in which they were sent.",
        schema: z.object({ ids: z.array(id) }).meta({ id: "EvidenceRecorded" }),
      },
    },
    creates: true,
    refusals: [...REFUSALS, "nobody-here", "too-many"],
    run: async ({ work, param, body }) => {
      const unitId = param("unitId");
      const rows = body.rows.map(({ personId, check: checked, ...draft }) => ({
        personId,
        draft: { ...draft, untilOn: null, professionId: null, seenWhere: "" },
        check: checked,
      }));
      const result = await recordEvidence(work, { unitId, rows });
      return answerTo(result, (ids) => created(`/units/${unitId}/evidence`, { ids: [...ids] }));
    },
  }),
  operation({
    id: "getPersonEvidence",
    method: "get",
    path: "/people/{personId}/evidence",
    tag: "evidence",
    summary: { sv: "En medarbetares underlag", en: "A person's evidence" },
    description: "For the person and those close to them, with their experience.",
    params: personParam,
    scope: "evidence:read",
    answers: { 200: { description: "The evidence and the experience.", schema: personEvidence } },
    run: async ({ work, param }) => {
      const view = await viewPersonEvidence(work, param("personId"));
      return ok({ ...view, pieces: view.pieces.map(shown) });
    },
  }),
  operation({
    id: "addEvidence",
    method: "post",
    path: "/people/{personId}/evidence",
    tag: "evidence",
    summary: { sv: "Lägg till ett underlag", en: "Add evidence" },
    description:
      "The person hands in what then waits for a check; whoever decides for them records what they have checked, with `check`. Files come in a form, beside what is said in its part `data`, where the organisation keeps them.",
    params: personParam,
    scope: "evidence:write",
    body: jsonWithFiles(adding, { ...FACTS, check: CHECK }, FILES),
    answers: { 201: { description: "Added.", schema: z.object({ id }).meta({ id: "EvidenceAdded" }) } },
    creates: true,
    refusals: [
      ...REFUSALS,
      ...FILE_REFUSALS,
      "ends-in-future",
      "not-a-profession",
      "nothing-to-renew",
      "renewal-not-later",
    ],
    run: async ({ work, param, body: { said: written, files: sent } }) => {
      const { check: checked, renewsId, ...draft } = written;
      const personId = param("personId");
      // What is larger than is taken is let go, as on the pages.
      const files = sent.map(({ filename: name, bytes }) => ({
        name,
        bytes: bytes.byteLength > FILES.largest ? null : bytes,
      }));
      const result = await addEvidence(work, { personId, draft, check: checked, renewsId, files });
      return answerTo(result, (added) => created(`/people/${personId}/evidence/${added}`, { id: added }));
    },
  }),
  operation({
    id: "getEvidence",
    method: "get",
    path: "/people/{personId}/evidence/{evidenceId}",
    tag: "evidence",
    summary: { sv: "Ett underlag", en: "A piece of evidence" },
    description: "For the person and those close to them.",
    params: pieceParams,
    scope: "evidence:read",
    answers: { 200: { description: "The evidence.", schema: piece } },
    run: async ({ work, param }) =>
      ok(shown((await viewPiece(work, param("personId"), param("evidenceId"))).piece)),
  }),
  operation({
    id: "getEvidenceFile",
    method: "get",
    path: "/people/{personId}/evidence/{evidenceId}/files/{fileId}",
    tag: "evidence",
    summary: { sv: "En fil till ett underlag", en: "A file of a piece of evidence" },
    description:
      "For the person and those close to them. Each reading is logged. Always to be saved, never to be shown.",
    params: { ...pieceParams, fileId: { description: "The file's id.", example: ID } },
    scope: "evidence:read",
    answers: {
      200: {
        description: "The file as it is kept.",
        kept: Object.values(FILE_TYPES).map(({ media }) => media),
      },
    },
    run: async ({ work, param }) =>
      keptFile(
        await viewFile(work, {
          personId: param("personId"),
          evidenceId: param("evidenceId"),
          fileId: param("fileId"),
        }),
      ),
  }),
  acting({
    name: "check",
    id: "checkEvidence",
    summary: { sv: "Anteckna kontrollen av ett underlag", en: "Record the check of evidence" },
    description: "For whoever decides for the person. `itemIds` are the requirements that it meets.",
    body: json(
      z
        .strictObject({ revision, check, itemIds: z.array(z.string()).max(100) })
        .meta({ id: "EvidenceChecking" }),
      { revision: 1, check: CHECK, itemIds: [ID] },
    ),
    refusals: REFUSALS,
    act: checkEvidenceOf,
  }),
  acting({
    name: "return",
    id: "returnEvidence",
    summary: { sv: "Lämna tillbaka ett underlag", en: "Hand back evidence" },
    description: "For whoever decides for the person: something is missing, and the words say what.",
    body: said("EvidenceReturning", "Sidan två saknas."),
    refusals: SAID,
    act: returnEvidence,
  }),
  acting({
    name: "withdraw",
    id: "withdrawEvidence",
    summary: { sv: "Återta ett underlag", en: "Withdraw evidence" },
    description: "For whoever decides for the person: what was checked holds no longer, from today.",
    body: said("EvidenceWithdrawing", "Intyget gällde någon annan."),
    refusals: SAID,
    act: withdrawEvidence,
  }),
];
