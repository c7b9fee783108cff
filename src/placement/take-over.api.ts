/** Taking over what was there, and taking it out again, over the API (INT-3, INT-4, PLC-7). */
import { z } from "zod";
import { answerTo, created, file, listed, ok, type Answer } from "../platform/http/api/answer.ts";
import {
  filename,
  json,
  namedFile,
  operation,
  tableFile,
  type Operation,
} from "../platform/http/api/operation.ts";
import { day, id, instant, list, paging, reason } from "../platform/http/api/schemas.ts";
import {
  answered,
  asked,
  chosenColumns,
  COLUMN_REFUSALS,
  columnsSent,
  columnsShown,
  FILE_REFUSALS,
  notInPreview,
  number,
} from "../people/file-schemas.ts";
import type { Work } from "../platform/database/work.ts";
import type { Result } from "../shared/result.ts";
import {
  beginFromTitles,
  beginTakeOver,
  cancelTakeOver,
  confirmColumns,
  confirmTakeOver,
  reviseColumns,
} from "./take-over.ts";
import { takeOut, TAKE_OUTS } from "./take-out.ts";
import { TAKE_OVER_FIELD_NAMES, type TakeOverField } from "./take-over-row.rules.ts";
import { listTakeOvers, TAKE_OVER_LISTS, viewTakeOver, viewTakeOverState } from "./view-take-over.ts";

const state = z.enum(["mapping", "preview", "done", "cancelled"]).meta({
  description: "mapping: say which column is what. preview: look, answer, confirm. done, cancelled: over.",
});
const counts = z
  .object({
    rows: number("Rows in the file."),
    place: number("People who would be placed."),
    same: number("Rows that say what is there already."),
    conflict: number("Rows that say something else than what is there: never written over."),
    unreadable: number("Rows that can't be read."),
    unknownTitles: z
      .array(z.object({ title: z.string(), count: z.int() }))
      .meta({ description: "Titles in the HR system that no level has, with how many have them." }),
  })
  .meta({ id: "TakeOverCounts" });
const head = {
  id,
  by: z.string(),
  at: instant,
  origin: z.enum(["file", "titles"]).meta({ description: "A file, or the HR system's titles." }),
  filename: z.string(),
  state,
  counts: counts.nullable(),
};
const summary = z.object(head).meta({ id: "TakeOverSummary" });

const field = z.enum(TAKE_OVER_FIELD_NAMES as [TakeOverField, ...TakeOverField[]]);
const takeOver = z
  .object({
    ...head,
    finishedAt: instant.nullable(),
    mapping: z
      .object({
        ...columnsShown(field),
      })
      .nullable(),
    asks: z
      .object({
        ...asked,
      })
      .nullable(),
  })
  .meta({ id: "TakeOver" });

const row = z
  .object({
    line: z.int().meta({ description: "The line in the file." }),
    personId: id.nullable(),
    number: z.string().nullable(),
    name: z.string().nullable(),
    unit: z.string().nullable(),
    modelSv: z.string().nullable(),
    modelEn: z.string().nullable(),
    level: z.string().nullable(),
    track: z.string().nullable(),
    from: day.nullable(),
    motivation: z.string(),
    source: z.string(),
    reasons: z.array(reason).meta({ description: "Why it can't be read, or what is there instead." }),
  })
  .meta({ id: "TakeOverRow" });

const mappingSent = columnsSent("TakeOverMapping", field);
const confirmationSent = z
  .strictObject({
    ...answered,
  })
  .meta({ id: "TakeOverConfirmation" });

const TAKEN_OUT_TYPES = ["text/csv", "application/json"] as const;

const params = {
  takeOverId: { description: "The take-over's id.", example: "c56a4180-65aa-42ec-a945-5fd21dec0538" },
};
const common = { tag: "take-overs", params } as const;

/** What the take-over is asked to do, and how it stands then. */
const step = (result: Result<unknown>, work: Work, takeOverId: string): Promise<Answer> =>
  answerTo(result, async () => ok(await viewTakeOverState(work, takeOverId)), {
    conflict: ["too-late", "looked-at-another"],
  });

const CHANGED_SINCE: Answer = {
  status: "refused",
  code: "conflict",
  reasons: [{ code: "changed-since" }],
};

export const takeOverApi: readonly Operation[] = [
  operation({
    ...common,
    id: "listTakeOvers",
    method: "get",
    path: "/take-overs",
    summary: { sv: "Övertagandena", en: "The take-overs" },
    description: "For HR handlers and administrators, as are all take-overs. The newest first.",
    scope: "take-overs:read",
    query: z.strictObject(paging),
    answers: { 200: { description: "A page of take-overs.", schema: list("TakeOvers", summary) } },
    run: async ({ work, query }) => {
      const { takeOvers, total } = await listTakeOvers(work, { page: query.page, size: query.limit });
      return listed(takeOvers, total, query);
    },
  }),
  operation({
    ...common,
    id: "beginTakeOver",
    method: "post",
    path: "/take-overs",
    summary: { sv: "Skicka in en fil med placeringar", en: "Send a file of placements" },
    description:
      "The file as the body, or as the part `file` of a form: CSV, XLSX or JSON. Its columns are then to be confirmed.",
    scope: "take-overs:write",
    query: z.strictObject({ filename }),
    body: tableFile,
    answers: { 201: { description: "Taken in.", schema: z.object({ id }) } },
    creates: true,
    refusals: FILE_REFUSALS,
    run: async ({ work, query, body }) =>
      answerTo(await beginTakeOver(work, namedFile(body, query.filename)), (added) =>
        created(`/take-overs/${added}`, { id: added }),
      ),
  }),
  operation({
    ...common,
    id: "beginTakeOverFromTitles",
    method: "post",
    path: "/take-overs/from-titles",
    summary: { sv: "Ta över från HR-systemets titlar", en: "Take over from the HR system's titles" },
    description: "What the titles mean through the local titles; it begins with the preview.",
    scope: "take-overs:write",
    answers: { 201: { description: "Ready to look at.", schema: z.object({ id }) } },
    creates: true,
    run: async ({ work }) => {
      const added = await beginFromTitles(work);
      return created(`/take-overs/${added}`, { id: added });
    },
  }),
  operation({
    ...common,
    id: "getTakeOver",
    method: "get",
    path: "/take-overs/{takeOverId}",
    summary: { sv: "Hur det står till med övertagandet", en: "Where the take-over stands" },
    scope: "take-overs:read",
    answers: { 200: { description: "The take-over.", schema: takeOver } },
    run: async ({ work, param }) => ok(await viewTakeOverState(work, param("takeOverId"))),
  }),
  operation({
    ...common,
    id: "confirmTakeOverMapping",
    method: "put",
    path: "/take-overs/{takeOverId}/mapping",
    summary: { sv: "Bekräfta kolumnerna", en: "Confirm the columns" },
    description: "What each row would do is worked out at once.",
    scope: "take-overs:write",
    body: json(mappingSent, { columns: { employmentNumber: "Anst.nr", level: "Nivå", from: "Sedan" } }),
    answers: { 200: { description: "Ready to look at.", schema: takeOver } },
    edits: takeOver,
    conflicts: true,
    refusals: COLUMN_REFUSALS,
    run: async ({ work, param, body, ifMatch }) => {
      const takeOverId = param("takeOverId");
      ifMatch(await viewTakeOverState(work, takeOverId, true));
      return step(await confirmColumns(work, takeOverId, chosenColumns(body.columns)), work, takeOverId);
    },
  }),
  operation({
    ...common,
    id: "listTakeOverRows",
    method: "get",
    path: "/take-overs/{takeOverId}/rows",
    summary: { sv: "Vad övertagandet skulle göra", en: "What the take-over would do" },
    description:
      "While the state is `preview`. People with protected identity are left out, and counted as hidden.",
    scope: "take-overs:read",
    query: z.strictObject({
      ...paging,
      list: z.enum(TAKE_OVER_LISTS).meta({ description: "Which list: the counts say how long each is." }),
    }),
    answers: {
      200: {
        description: "A page of the list.",
        schema: list("TakeOverRows", row, {
          hidden: number("Rows that are not for this account."),
        }),
      },
    },
    conflicts: true,
    run: async ({ work, param, query }) => {
      const { page, limit: size } = query;
      const view = await viewTakeOver(work, param("takeOverId"), { list: query.list, page, size });
      if (view.state !== "preview") return notInPreview(view.state);
      const { rows, total, hidden } = view.shown;
      return listed(rows, total, query, { hidden });
    },
  }),
  operation({
    ...common,
    id: "confirmTakeOver",
    method: "post",
    path: "/take-overs/{takeOverId}/confirmation",
    summary: { sv: "Ta över", en: "Carry the take-over out" },
    description:
      "Whole or not at all. Where what is there has changed since the preview nothing is done, the answer is 409 with `changed-since`, and the preview is made anew.",
    scope: "take-overs:write",
    body: json(confirmationSent, { fingerprint: "0f1e2d…", leaveOut: true }),
    answers: { 200: { description: "Carried out.", schema: takeOver } },
    creates: true,
    conflicts: true,
    refusals: ["unreadable-not-confirmed"],
    run: async ({ work, param, body }) => {
      const takeOverId = param("takeOverId");
      const result = await confirmTakeOver(work, takeOverId, body);
      return result.ok && !result.value ? CHANGED_SINCE : step(result, work, takeOverId);
    },
  }),
  operation({
    ...common,
    id: "reviseTakeOverMapping",
    method: "post",
    path: "/take-overs/{takeOverId}/revision",
    summary: { sv: "Tillbaka till kolumnerna", en: "Back to the columns" },
    scope: "take-overs:write",
    answers: { 200: { description: "The columns are to be confirmed again.", schema: takeOver } },
    conflicts: true,
    run: async ({ work, param }) => {
      const takeOverId = param("takeOverId");
      return step(await reviseColumns(work, takeOverId), work, takeOverId);
    },
  }),
  operation({
    ...common,
    id: "cancelTakeOver",
    method: "post",
    path: "/take-overs/{takeOverId}/cancellation",
    summary: { sv: "Avbryt övertagandet", en: "Leave the take-over" },
    description: "The file goes, and nothing has changed.",
    scope: "take-overs:write",
    answers: { 200: { description: "Left.", schema: takeOver } },
    conflicts: true,
    run: async ({ work, param }) => {
      const takeOverId = param("takeOverId");
      return step(await cancelTakeOver(work, takeOverId), work, takeOverId);
    },
  }),
  operation({
    tag: "take-overs",
    id: "takeOut",
    method: "get",
    path: "/take-out/{what}",
    summary: { sv: "Placeringar och titlar ut", en: "Placements and titles out" },
    description:
      "CSV, or JSON when Accept asks for it: the placements in force, the title of each for the HR system, or the local titles. Read in again it changes nothing. The local titles are for whoever keeps them too.",
    params: { what: { description: `One of ${TAKE_OUTS.join(", ")}.`, example: "hr-titles" } },
    scope: "take-overs:read",
    answers: { 200: { description: "The file.", files: TAKEN_OUT_TYPES } },
    run: async ({ work, param, prefers }) => {
      const format = prefers(TAKEN_OUT_TYPES) === "text/csv" ? "csv" : "json";
      const { bytes, type } = await takeOut(work, param("what"), format, {
        sheet: (what) => what,
        mark: null,
      });
      return file(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes), type);
    },
  }),
];
