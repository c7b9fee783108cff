/** Preparing a whole unit in one sitting over the API (INT-3, PLC-5): the sheet, its rows, and placing those whose dialogue has been held. */
import { z } from "zod";
import { answerTo, inList, listed, ok, type Answer } from "../platform/http/api/answer.ts";
import { json, operation, type Operation } from "../platform/http/api/operation.ts";
import { day, id, list, paging } from "../platform/http/api/schemas.ts";
import type { Work } from "../platform/database/work.ts";
import { prepareUnit } from "./prepare-unit.ts";
import { DIALOGUE_BASES, readPlace, writePlace } from "./rules.ts";
import { keyOf } from "./unit-room.ts";
import { viewPreparation, type PreparedRow } from "./view-preparation.ts";

const row = z
  .object({
    personId: id,
    givenName: z.string(),
    familyName: z.string(),
    modelId: id,
    modelSv: z.string(),
    modelEn: z.string(),
    levels: z.array(
      z.object({
        levelId: id,
        name: z.string(),
        tracks: z.array(z.object({ trackId: id, name: z.string() })),
      }),
    ),
    levelId: id.nullable(),
    trackId: id.nullable(),
    dialogueOn: day.nullable(),
    basis: z.enum(DIALOGUE_BASES),
    motivation: z.string(),
    revision: z.int().meta({ description: "Send it back with the row: it says what you have seen." }),
    preparedBy: z.string().nullable(),
    takenOver: z
      .object({ level: z.string(), track: z.string().nullable(), source: z.string() })
      .nullable()
      .meta({ description: "What is to be confirmed, if it was taken over." }),
  })
  .meta({ id: "PreparedRow" });

const rowSent = z.strictObject({
  personId: z.string(),
  modelId: z.string(),
  levelId: z.string().nullable().default(null),
  trackId: z.string().nullable().default(null),
  dialogueOn: z
    .string()
    .nullable()
    .default(null)
    .meta({ description: "The day of the dialogue: the placement is in force from then.", format: "date" }),
  basis: z.enum(DIALOGUE_BASES).default("first-introduction"),
  motivation: z
    .string()
    .default("")
    .meta({ description: "Read by the person, and can be disclosed as a public record." }),
  revision: z.int().min(0).meta({ description: "The row's revision as it was read." }),
});
type RowSent = z.output<typeof rowSent>;
const MOST_ROWS = 200;
const rowsSent = z
  .strictObject({
    rows: z
      .array(rowSent)
      .min(1)
      .max(MOST_ROWS)
      .refine((rows) => new Set(rows.map(keyOf)).size === rows.length, "repeated"),
  })
  .meta({ id: "RowsToPrepare", description: "Rows that are not sent stay as they are." });
const ID = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
const body = json(rowsSent, {
  rows: [
    {
      personId: ID,
      modelId: ID,
      levelId: ID,
      trackId: null,
      dialogueOn: "2026-11-20",
      basis: "first-introduction",
      motivation: "Arbetar självständigt med hela gruppen.",
      revision: 0,
    },
  ],
});

const outcome = z
  .object({
    saved: z.int().meta({ description: "Rows kept as drafts." }),
    placed: z.int().meta({ description: "People placed." }),
  })
  .meta({ id: "UnitPrepared" });

const common = {
  tag: "placements",
  params: { unitId: { description: "The unit's id.", example: "0b0d2a4e-61cd-4b6b-8f5e-3b7a1c9d2e10" } },
} as const;
const REFUSALS = ["not-yours", "unknown-level", "not-a-day", "too-long", "bad-character"];

const shown = ({ model, draft, ...each }: PreparedRow) => {
  const { levelId, trackId } = readPlace(draft.place);
  return {
    ...each,
    modelId: model.modelId,
    modelSv: model.sv,
    modelEn: model.en,
    levels: model.levels,
    levelId: levelId || null,
    trackId,
    dialogueOn: draft.dialogueOn || null,
    basis: draft.basis,
    motivation: draft.motivation,
  };
};

async function prepare(
  work: Work,
  unitId: string,
  intent: "save" | "place",
  rows: readonly RowSent[],
): Promise<Answer> {
  const typed = rows.map(({ levelId, trackId, dialogueOn, basis, motivation, revision, ...who }) => ({
    key: keyOf(who),
    draft: {
      place: levelId === null ? "" : writePlace(levelId, trackId),
      dialogueOn: dialogueOn ?? "",
      basis,
      motivation,
    },
    // Whoever sends a row wishes what it says.
    was: "",
    revision,
  }));
  const result = await prepareUnit(work, { unitId, intent, rows: typed });
  const keys = typed.map(({ key }) => key);
  return answerTo(
    result.ok ? result : { ok: false, reasons: inList(result.reasons, "rows", keys) },
    (prepared) => ok(prepared),
    { conflict: ["changed-meanwhile", "placed-meanwhile"] },
  );
}

export const preparationApi: readonly Operation[] = [
  operation({
    ...common,
    id: "getUnitPreparation",
    method: "get",
    path: "/units/{unitId}/preparation",
    summary: { sv: "Enhetens underlag", en: "The unit's sheet" },
    description:
      "For whoever decides for someone in the unit: everyone not yet placed after a dialogue, with what is prepared.",
    scope: "placements:read",
    query: z.strictObject(paging),
    answers: {
      200: {
        description: "A page of the sheet, by name.",
        schema: list("UnitPreparation", row, {
          principles: z.string().meta({ description: "The agreed placement principles." }),
        }),
      },
    },
    run: async ({ work, param, query }) => {
      const { page, limit: size } = query;
      const view = await viewPreparation(work, { unitId: param("unitId"), page, size });
      const rows = page > view.pages ? [] : view.rows.map(shown);
      return listed(rows, view.total, query, { principles: view.principles });
    },
  }),
  operation({
    ...common,
    id: "prepareUnit",
    method: "patch",
    path: "/units/{unitId}/preparation",
    summary: { sv: "Spara rader i underlaget", en: "Save rows of the sheet" },
    description:
      "Drafts: they may be unfinished, and nobody is placed. A row that somebody else has written in since is answered 409, and none is saved.",
    scope: "placements:write",
    body,
    answers: { 200: { description: "Saved.", schema: outcome } },
    conflicts: true,
    refusals: REFUSALS,
    run: async ({ work, param, body: { rows } }) => prepare(work, param("unitId"), "save", rows),
  }),
  operation({
    ...common,
    id: "placeUnit",
    method: "post",
    path: "/units/{unitId}/preparation/decisions",
    summary: { sv: "Placera dem som har haft sitt samtal", en: "Place those whose dialogue has been held" },
    description:
      "Each from the day of their own dialogue, all of them or nobody; the other rows that are sent are saved as drafts. Never oneself.",
    scope: "placements:write",
    body,
    answers: { 200: { description: "Placed.", schema: outcome } },
    creates: true,
    conflicts: true,
    refusals: [
      ...REFUSALS,
      "none-held",
      "missing",
      "before-employment",
      "not-in-profession",
      "no-version",
      "unknown-track",
      "self",
      "overlaps",
      "placed-elsewhere",
      "same-place",
    ],
    run: async ({ work, param, body: { rows } }) => prepare(work, param("unitId"), "place", rows),
  }),
];
