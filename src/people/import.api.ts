/** The staff import over the API (INT-1, INT-3): the file, how its columns are read, what it would change, and carrying it out. */
import { z } from "zod";
import { accepted, answerTo, created, listed, ok, type Answer } from "../platform/http/api/answer.ts";
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
} from "./file-schemas.ts";
import type { Work } from "../platform/database/work.ts";
import { isStaffField, STAFF_FIELDS, type StaffField } from "./import-fields.rules.ts";
import { STEPS } from "./import-progress.rules.ts";
import { beginImport, cancelImport, confirmImport, confirmMapping, reviseMapping } from "./import-staff.ts";
import { viewImportState } from "./view-import-state.ts";
import { listImports, PREVIEW_LISTS, viewImport } from "./view-import.ts";

const FIELDS = Object.keys(STAFF_FIELDS).filter(isStaffField);

const STATES = [
  "mapping",
  "comparing",
  "preview",
  "queued",
  "applying",
  "done",
  "refused",
  "cancelled",
] as const;
const state = z.enum(STATES).meta({
  description:
    "mapping: say which column is what. comparing: being worked on. preview: look, answer, confirm. queued, applying: being carried out. done, refused, cancelled: over.",
});
const counts = z
  .object({
    rows: number("Rows in the file."),
    join: number("Employments that begin."),
    move: number("Employments that change unit."),
    change: number("Employments that change otherwise."),
    end: number("Employments that the file ends."),
    leavers: number("Employments that end because they are not in the file."),
    same: number("Employments that stay as they are."),
    openBefore: number("Open employments before."),
    unreadable: number("Rows that can't be read."),
    managers: number("Units that change manager."),
  })
  .meta({ id: "StaffImportCounts", description: "In employments." });
const head = { id, by: z.string(), at: instant, filename: z.string(), state };
const summary = z.object({ ...head, counts: counts.nullable() }).meta({ id: "StaffImportSummary" });

const field = z.enum(FIELDS as [StaffField, ...StaffField[]]);
const staffImport = z
  .object({
    ...head,
    finishedAt: instant.nullable(),
    progress: z
      .object({ step: z.enum(STEPS), done: z.int(), total: z.int() })
      .nullable()
      .meta({ description: "How far the work has come: `done` of `total` steps." }),
    mapping: z
      .object({
        ...columnsShown(field),
        hashed: z.string().nullable(),
      })
      .nullable(),
    counts: counts.nullable(),
    asks: z
      .object({
        leavers: z
          .boolean()
          .meta({ description: "More than a tenth of the employments end: must be said yes to." }),
        ...asked,
      })
      .nullable(),
    refusal: reason.nullable(),
    effectiveOn: day.nullable(),
  })
  .meta({ id: "StaffImport" });

const standing = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).nullable());
const change = z
  .object({
    line: z.int().optional().meta({ description: "The line in the file." }),
    number: z.string().nullable().optional(),
    personId: id.nullable().optional(),
    name: z.string().nullable().optional(),
    unit: z.string().nullable().optional(),
    kind: z.string().optional(),
    what: z.array(z.string()).optional().meta({ description: "Which parts change." }),
    before: z.union([standing, z.string()]).nullable().optional(),
    after: z.union([standing, z.string()]).nullable().optional(),
    reasons: z.array(reason).optional().meta({ description: "Why the row can't be read." }),
    notes: z.array(reason).optional(),
  })
  .meta({
    id: "StaffImportChange",
    description: "One row of the preview; which fields it has depends on the list.",
  });

const mappingSent = columnsSent("StaffImportMapping", field);
const confirmationSent = z
  .strictObject({
    ...answered,
    leavers: z.boolean().default(false).meta({ description: "Yes, so many leave." }),
  })
  .meta({ id: "StaffImportConfirmation" });

const params = {
  importId: { description: "The import's id.", example: "c56a4180-65aa-42ec-a945-5fd21dec0538" },
};
const common = { tag: "staff-imports", params } as const;

/** What the import is asked to do, and how it stands then. */
const step = (result: Parameters<typeof answerTo>[0], work: Work, importId: string): Promise<Answer> =>
  answerTo(result, async () => accepted(await viewImportState(work, importId)), {
    conflict: ["too-late", "looked-at-another"],
  });

export const importApi: readonly Operation[] = [
  operation({
    ...common,
    id: "listStaffImports",
    method: "get",
    path: "/staff-imports",
    summary: { sv: "Importerna", en: "The imports" },
    description: "For HR handlers and administrators, as are all staff imports. The newest first.",
    scope: "staff-imports:read",
    query: z.strictObject(paging),
    answers: { 200: { description: "A page of imports.", schema: list("StaffImports", summary) } },
    run: async ({ work, query }) => {
      const { imports, total } = await listImports(work, { page: query.page, size: query.limit });
      return listed(imports, total, query);
    },
  }),
  operation({
    ...common,
    id: "beginStaffImport",
    method: "post",
    path: "/staff-imports",
    summary: { sv: "Skicka in en personalfil", en: "Send a staff file" },
    description:
      "The file as the body, or as the part `file` of a form: CSV, XLSX or JSON. It is read through, so that what is wrong with it as a whole shows at once; its columns are then to be confirmed.",
    scope: "staff-imports:write",
    query: z.strictObject({ filename }),
    body: tableFile,
    answers: { 201: { description: "Taken in.", schema: z.object({ id }) } },
    creates: true,
    refusals: FILE_REFUSALS,
    run: async ({ work, query, body }) =>
      answerTo(await beginImport(work, namedFile(body, query.filename)), (added) =>
        created(`/staff-imports/${added}`, { id: added }),
      ),
  }),
  operation({
    ...common,
    id: "getStaffImport",
    method: "get",
    path: "/staff-imports/{importId}",
    summary: { sv: "Hur importen går", en: "How the import is getting on" },
    scope: "staff-imports:read",
    answers: { 200: { description: "The import.", schema: staffImport } },
    run: async ({ work, param }) => ok(await viewImportState(work, param("importId"))),
  }),
  operation({
    ...common,
    id: "confirmStaffImportMapping",
    method: "put",
    path: "/staff-imports/{importId}/mapping",
    summary: { sv: "Bekräfta kolumnerna", en: "Confirm the columns" },
    description:
      "What the file would change is then worked out in the background: ask until the state is `preview`.",
    scope: "staff-imports:write",
    body: json(mappingSent, {
      columns: {
        employmentNumber: "Anst.nr",
        givenName: "Förnamn",
        familyName: "Efternamn",
        unitCode: "Org.kod",
        from: "Från",
      },
    }),
    answers: { 202: { description: "Being compared.", schema: staffImport } },
    edits: staffImport,
    conflicts: true,
    refusals: COLUMN_REFUSALS,
    run: async ({ work, param, body, ifMatch }) => {
      const importId = param("importId");
      ifMatch(await viewImportState(work, importId));
      return step(await confirmMapping(work, importId, chosenColumns(body.columns)), work, importId);
    },
  }),
  operation({
    ...common,
    id: "listStaffImportChanges",
    method: "get",
    path: "/staff-imports/{importId}/changes",
    summary: { sv: "Vad importen skulle ändra", en: "What the import would change" },
    description:
      "While the state is `preview`. People with protected identity are left out, and counted as hidden.",
    scope: "staff-imports:read",
    query: z.strictObject({
      ...paging,
      list: z.enum(PREVIEW_LISTS).meta({ description: "Which list: the counts say how long each is." }),
    }),
    answers: {
      200: {
        description: "A page of the list.",
        schema: list("StaffImportChanges", change, {
          hidden: z.int().meta({ description: "Rows that are not for this account." }),
        }),
      },
    },
    conflicts: true,
    run: async ({ work, param, query }) => {
      const { page, limit: size } = query;
      const view = await viewImport(work, param("importId"), { list: query.list, page, size });
      if (view.state !== "preview") return notInPreview(view.state);
      const { rows, total, hidden } = view.shown;
      return listed(rows, total, query, { hidden });
    },
  }),
  operation({
    ...common,
    id: "confirmStaffImport",
    method: "post",
    path: "/staff-imports/{importId}/confirmation",
    summary: { sv: "Genomför importen", en: "Carry the import out" },
    description: "It is carried out in the background, whole or not at all: ask until the state is `done`.",
    scope: "staff-imports:write",
    body: json(confirmationSent, { fingerprint: "0f1e2d…", leavers: false, leaveOut: true }),
    answers: { 202: { description: "Waits for its turn.", schema: staffImport } },
    conflicts: true,
    refusals: ["leavers-not-confirmed", "unreadable-not-confirmed"],
    run: async ({ work, param, body }) => {
      const importId = param("importId");
      return step(await confirmImport(work, importId, body), work, importId);
    },
  }),
  operation({
    ...common,
    id: "reviseStaffImportMapping",
    method: "post",
    path: "/staff-imports/{importId}/revision",
    summary: { sv: "Tillbaka till kolumnerna", en: "Back to the columns" },
    scope: "staff-imports:write",
    answers: { 202: { description: "The columns are to be confirmed again.", schema: staffImport } },
    conflicts: true,
    run: async ({ work, param }) => {
      const importId = param("importId");
      return step(await reviseMapping(work, importId), work, importId);
    },
  }),
  operation({
    ...common,
    id: "cancelStaffImport",
    method: "post",
    path: "/staff-imports/{importId}/cancellation",
    summary: { sv: "Avbryt importen", en: "Leave the import" },
    description: "The file goes, and nothing else has changed. Not once it is being carried out.",
    scope: "staff-imports:write",
    answers: { 202: { description: "Left.", schema: staffImport } },
    conflicts: true,
    run: async ({ work, param }) => {
      const importId = param("importId");
      return step(await cancelImport(work, importId), work, importId);
    },
  }),
];
