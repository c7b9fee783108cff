/** Calibrations over the API (INT-3, PLC-8): rounds, their cases, one's own placings, the answers side by side, and what was agreed. */
import { z } from "zod";
import { answerTo, created, ok } from "../platform/http/api/answer.ts";
import { json, operation, type Operation } from "../platform/http/api/operation.ts";
import { day, id, instant } from "../platform/http/api/schemas.ts";
import { writePlace } from "../placement/rules.ts";
import { agreeReading, raiseReading } from "./agree-reading.ts";
import { beginRound } from "./begin-round.ts";
import { closeRound, openRound } from "./open-round.ts";
import { handInPlacings, placeCase } from "./place-cases.ts";
import { viewCalibration, viewCase } from "./view-calibration.ts";
import { viewCalibrations } from "./view-calibrations.ts";
import { viewResult } from "./view-result.ts";
import { writeCase } from "./write-cases.ts";

const round = z
  .object({
    id,
    title: z.string(),
    slug: z.string().meta({ description: "The model's name in addresses." }),
    versionNumber: z.int(),
    until: day.meta({ description: "The day that the managers are asked to keep to." }),
    state: z.enum(["draft", "open", "closed"]),
    openedOn: day.nullable(),
    closedOn: day.nullable(),
    cases: z.int(),
    seats: z.int().meta({ description: "Managers who are asked." }),
    handedIn: z.int(),
    seat: z
      .object({ handedIn: z.boolean(), placed: z.int() })
      .nullable()
      .meta({ description: "One's own; null when one isn't asked." }),
  })
  .meta({ id: "Calibration" });
const place = { levelId: id, trackId: id.nullable() };
const mark = z
  .object({
    itemId: id,
    shows: z.boolean().meta({ description: "Does the case show it, as the manager reads it?" }),
  })
  .meta({ id: "CalibrationMark", description: "A requirement that decided." });
const placing = z
  .object({ ...place, words: z.string(), marks: z.array(mark) })
  .meta({ id: "CalibrationPlacing" });
const oneCase = z.object({ id, title: z.string(), story: z.string() }).meta({ id: "CalibrationCase" });
const done = z.object({ id }).meta({ id: "CalibrationDone" });

const ID = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
const ROUND = { roundId: { description: "The round's id.", example: ID } };
const CASE = { ...ROUND, caseId: { description: "The case's id.", example: ID } };
const common = { tag: "calibrations" } as const;
const LATE = { conflict: ["gone-on"] } as const;
const WORDS = ["missing", "too-long", "bad-character"] as const;
const LEADS = "For process leads and HR handlers.";

export const calibrationApi: readonly Operation[] = [
  operation({
    ...common,
    id: "listCalibrations",
    method: "get",
    path: "/calibrations",
    summary: { sv: "Omgångar av kalibrering", en: "Rounds of calibration" },
    description: "All for process leads and HR handlers; for a manager those that they are asked in.",
    scope: "placements:read",
    answers: {
      200: {
        description: "What is under way first.",
        schema: z.object({ items: z.array(round) }).meta({ id: "Calibrations" }),
      },
    },
    run: async ({ work }) => ok({ items: (await viewCalibrations(work)).rounds }),
  }),
  operation({
    ...common,
    id: "beginCalibration",
    method: "post",
    path: "/calibrations",
    summary: { sv: "Börja en omgång", en: "Begin a round" },
    description: `${LEADS} For the version of the model that is in force.`,
    scope: "placements:write",
    body: json(
      z
        .strictObject({
          title: z.string(),
          model: z.string(),
          until: z.string(),
          from: z
            .string()
            .default("")
            .meta({ description: "The round whose cases are taken over; empty for none." }),
        })
        .meta({ id: "CalibrationToBegin" }),
      { title: "Fysioterapeuter våren 2027", model: "fysioterapeut", until: "2027-03-15", from: "" },
    ),
    answers: { 201: { description: "Begun.", schema: done } },
    creates: true,
    refusals: [...WORDS, "not-a-day", "day-passed", "unknown-model"],
    run: async ({ work, body }) =>
      answerTo(await beginRound(work, body), (made) => created(`/calibrations/${made}`, { id: made })),
  }),
  operation({
    ...common,
    id: "getCalibration",
    method: "get",
    path: "/calibrations/{roundId}",
    summary: { sv: "En omgång", en: "One round" },
    description: "For those who lead it, and for a manager who is asked when it has been opened.",
    params: ROUND,
    scope: "placements:read",
    answers: {
      200: {
        description: "The round with its cases.",
        schema: round.extend({
          cases: z.array(oneCase.extend({ isPlaced: z.boolean() })),
          units: z
            .array(z.object({ unitId: id, unit: z.string(), handedIn: z.boolean() }))
            .meta({ description: "Whose managers are asked; told to those who lead it." }),
          mayCompare: z.boolean(),
        }),
      },
    },
    run: async ({ work, param }) => {
      const view = await viewCalibration(work, param("roundId"));
      return ok({ ...view.round, cases: view.cases, units: view.seats, mayCompare: view.mayCompare });
    },
  }),
  operation({
    ...common,
    id: "addCalibrationCase",
    method: "post",
    path: "/calibrations/{roundId}/cases",
    summary: { sv: "Lägg till ett fall", en: "Add a case" },
    description: `${LEADS} Somebody invented, never anybody who works here. Before the round is opened.`,
    params: ROUND,
    scope: "placements:write",
    body: json(
      z.strictObject({ title: z.string(), story: z.string() }).meta({ id: "CalibrationCaseToAdd" }),
      {
        title: "Fem år på samma enhet",
        story: "Arbetar självständigt och har just börjat handleda studenter.",
      },
    ),
    answers: { 201: { description: "Added.", schema: done } },
    creates: true,
    conflicts: true,
    refusals: [...WORDS, "too-many-cases"],
    run: async ({ work, param, body }) => {
      const roundId = param("roundId");
      return answerTo(
        await writeCase(work, { roundId, caseId: "" }, body),
        () => created(`/calibrations/${roundId}`, { id: roundId }),
        LATE,
      );
    },
  }),
  operation({
    ...common,
    id: "openCalibration",
    method: "post",
    path: "/calibrations/{roundId}/open",
    summary: { sv: "Öppna för chefer", en: "Open to managers" },
    description: `${LEADS} Asks the managers of these units, and more of them when it is open already.`,
    params: ROUND,
    scope: "placements:write",
    body: json(z.strictObject({ unitIds: z.array(z.string()).max(1000) }).meta({ id: "CalibrationToOpen" }), {
      unitIds: [ID],
    }),
    answers: { 200: { description: "Open.", schema: done } },
    conflicts: true,
    refusals: ["no-cases", "unknown-unit", "too-few-managers", "too-many-managers"],
    run: async ({ work, param, body: { unitIds } }) => {
      const roundId = param("roundId");
      return answerTo(await openRound(work, roundId, unitIds), () => ok({ id: roundId }), LATE);
    },
  }),
  operation({
    ...common,
    id: "closeCalibration",
    method: "post",
    path: "/calibrations/{roundId}/close",
    summary: { sv: "Stäng omgången", en: "Close the round" },
    description: `${LEADS} Whoever hasn't handed in.`,
    params: ROUND,
    scope: "placements:write",
    answers: { 200: { description: "Closed.", schema: done } },
    conflicts: true,
    run: async ({ work, param }) => {
      const roundId = param("roundId");
      return answerTo(await closeRound(work, roundId), () => ok({ id: roundId }), LATE);
    },
  }),
  operation({
    ...common,
    id: "getCalibrationCase",
    method: "get",
    path: "/calibrations/{roundId}/cases/{caseId}",
    summary: { sv: "Ett fall", en: "One case" },
    description: "With the places and requirements of the model, and one's own placing.",
    params: CASE,
    scope: "placements:read",
    answers: {
      200: {
        description: "The case.",
        schema: oneCase.extend({
          own: placing.nullable(),
          places: z.array(
            z.object({
              ...place,
              level: z.string(),
              track: z.string().nullable(),
              requirements: z.array(z.object({ itemId: id, text: z.string(), mandatory: z.boolean() })),
            }),
          ),
        }),
      },
    },
    run: async ({ work, param }) => {
      const view = await viewCase(work, param("roundId"), param("caseId"));
      return ok({ ...view.case, own: view.own, places: view.places });
    },
  }),
  operation({
    ...common,
    id: "placeCalibrationCase",
    method: "post",
    path: "/calibrations/{roundId}/cases/{caseId}/place",
    summary: { sv: "Placera ett fall", en: "Place a case" },
    description: "For a manager who is asked: their own placing, until they have handed in.",
    params: CASE,
    scope: "placements:write",
    body: json(
      z
        .strictObject({
          levelId: z.string(),
          trackId: z.string().nullable().default(null),
          words: z.string(),
          marks: z
            .array(z.strictObject({ itemId: z.string(), shows: z.boolean() }))
            .max(500)
            .default([]),
        })
        .meta({ id: "CalibrationPlacingToSave" }),
      { levelId: ID, trackId: null, words: "Arbetar självständigt med hela gruppen.", marks: [] },
    ),
    answers: { 200: { description: "Saved.", schema: done } },
    conflicts: true,
    refusals: [...WORDS, "unknown-level", "unknown-requirement"],
    run: async ({ work, param, body: { levelId, trackId, words, marks } }) => {
      const [roundId, caseId] = [param("roundId"), param("caseId")];
      const typed = { place: levelId === "" ? "" : writePlace(levelId, trackId), words, marks };
      return answerTo(await placeCase(work, { roundId, caseId }, typed), () => ok({ id: caseId }), LATE);
    },
  }),
  operation({
    ...common,
    id: "handInCalibration",
    method: "post",
    path: "/calibrations/{roundId}/hand-in",
    summary: { sv: "Lämna in", en: "Hand in" },
    description: "For a manager who is asked. From then on nothing of it changes.",
    params: ROUND,
    scope: "placements:write",
    answers: { 200: { description: "Handed in.", schema: done } },
    conflicts: true,
    run: async ({ work, param }) => {
      const roundId = param("roundId");
      return answerTo(await handInPlacings(work, roundId), () => ok({ id: roundId }), {
        conflict: ["gone-on", "not-all-placed"],
      });
    },
  }),
  operation({
    ...common,
    id: "getCalibrationResult",
    method: "get",
    path: "/calibrations/{roundId}/result",
    summary: { sv: "Svaren sida vid sida", en: "The answers side by side" },
    description:
      "For a manager who has handed in; for all others of the round when everybody has, or it is closed. Names are for those who took part, when it can be talked about.",
    params: ROUND,
    scope: "placements:read",
    answers: {
      200: {
        description: "Differences first.",
        schema: z
          .object({
            isMet: z.boolean(),
            hasNames: z.boolean(),
            sideBySide: z.array(
              z.object({
                caseId: id,
                differs: z.boolean(),
                places: z.array(
                  z.object({
                    ...place,
                    placings: z.array(
                      z.object({ by: z.string().nullable(), words: z.string(), marks: z.array(mark) }),
                    ),
                  }),
                ),
              }),
            ),
            requirements: z.array(
              z.object({
                itemId: id,
                divides: z.boolean(),
                cases: z.array(z.object({ caseId: id, shows: z.int(), not: z.int() })),
              }),
            ),
            agreed: z.array(
              z.object({
                id,
                itemId: id.nullable(),
                words: z.string(),
                by: z.string(),
                at: instant,
                number: z.int(),
                raisedTo: z.array(z.int()),
              }),
            ),
          })
          .meta({ id: "CalibrationResult" }),
      },
    },
    run: async ({ work, param }) => {
      const view = await viewResult(work, param("roundId"));
      const agreed = view.agreed.map((each) => ({ ...each, at: new Date(each.at).toISOString() }));
      return ok({ ...view, agreed });
    },
  }),
  operation({
    ...common,
    id: "agreeCalibrationReading",
    method: "post",
    path: "/calibrations/{roundId}/readings",
    summary: { sv: "Skriv hur ni läser ett krav", en: "Write how a requirement is read" },
    description:
      "For those who took part and those who lead it, when everybody has handed in or it is closed.",
    params: ROUND,
    scope: "placements:write",
    body: json(
      z
        .strictObject({
          itemId: z.string().default("").meta({ description: "Empty for a principle of placing." }),
          words: z.string(),
          read: z
            .int()
            .min(0)
            .meta({ description: "The number of the latest reading that you have seen of it, 0 for none." }),
        })
        .meta({ id: "CalibrationReadingToWrite" }),
      { itemId: ID, words: "Minst tre fall på ett år.", read: 0 },
    ),
    answers: { 201: { description: "Written.", schema: done } },
    creates: true,
    refusals: [...WORDS, "unknown-requirement", "changed-meanwhile"],
    run: async ({ work, param, body }) => {
      const roundId = param("roundId");
      return answerTo(await agreeReading(work, roundId, body), () =>
        created(`/calibrations/${roundId}/result`, { id: roundId }),
      );
    },
  }),
  operation({
    ...common,
    id: "raiseCalibrationReading",
    method: "post",
    path: "/calibrations/{roundId}/readings/{readingId}/raise",
    summary: { sv: "Lämna till modellens utkast", en: "Put it to the model's draft" },
    description: "For process leads: a comment on the requirement in the draft, once for each.",
    params: { ...ROUND, readingId: { description: "The reading's id.", example: ID } },
    scope: "models:write",
    answers: { 200: { description: "Put to it.", schema: done } },
    conflicts: true,
    run: async ({ work, param }) =>
      answerTo(
        await raiseReading(work, param("roundId"), param("readingId")),
        () => ok({ id: param("readingId") }),
        { conflict: ["no-draft", "not-in-draft"] },
      ),
  }),
];
