/** What the operations about models have in common over the API (INT-3). */
import { z } from "zod";
import type { Work } from "../platform/database/work.ts";
import { json } from "../platform/http/api/operation.ts";
import { day, id } from "../platform/http/api/schemas.ts";
import { NotFound } from "../shared/result.ts";
import { MODEL_STATUSES, VERSION_STATUSES } from "./life-cycle.rules.ts";
import {
  FORMAL_TYPES,
  ITEM_KINDS,
  LEVEL_KINDS,
  STUDY_LEVELS,
  SUPPORT_STAGES,
  VISIBILITIES,
  type FormalDetail,
  type ItemWords,
} from "./rules.ts";
import { viewModel } from "./view-models.ts";

export const status = z.enum(VERSION_STATUSES);

export const versionNumber = z.int().meta({ description: "The version's number, from 1." });

export const key = z.string().meta({ description: "The author's own, stable name for the part." });

export const formal = z.object({
  type: z.enum(FORMAL_TYPES),
  credits: z.number().optional(),
  level: z.enum(STUDY_LEVELS).optional(),
  months: z.number().optional(),
  validMonths: z
    .number()
    .optional()
    .meta({ description: "How long what shows it is good for; without it, for ever." }),
});

export const item = z
  .object({
    key,
    levelKey: key,
    trackKey: key.nullable(),
    headingKey: key,
    groupKey: key.optional().meta({ description: "The group that the requirement is a member of." }),
    kind: z.enum(ITEM_KINDS),
    mandatory: z.boolean().nullable().meta({ description: "Of a requirement: mandatory or recommended." }),
    text: z.string(),
    note: z.string().optional(),
    visibility: z.enum(VISIBILITIES),
    support: z.enum(SUPPORT_STAGES).optional(),
    formal: formal.optional(),
  })
  .meta({ id: "ModelItem", description: "One line of a model, at a level (and track) and heading." });

/** An item's words as they are sent: nothing that isn't named. */
export const wordsSent = {
  kind: item.shape.kind,
  mandatory: item.shape.mandatory,
  text: item.shape.text,
  note: item.shape.note,
  visibility: item.shape.visibility,
  support: item.shape.support,
  formal: z.strictObject(formal.shape).optional(),
};

/** The words that were sent: what wasn't is absent. */
export function wordsOf(sent: z.output<z.ZodObject<typeof wordsSent>>): ItemWords {
  const { kind, mandatory, text, note, visibility, support, formal: detail } = sent;
  return {
    kind,
    mandatory,
    text,
    visibility,
    ...(note === undefined ? {} : { note }),
    ...(support === undefined ? {} : { support }),
    ...(detail === undefined ? {} : { formal: formalOf(detail) }),
  };
}

const formalOf = ({ type, credits, level, months, validMonths }: z.output<typeof formal>): FormalDetail => ({
  type,
  ...(credits === undefined ? {} : { credits }),
  ...(level === undefined ? {} : { level }),
  ...(months === undefined ? {} : { months }),
  ...(validMonths === undefined ? {} : { validMonths }),
});

export const names = {
  slug: z.string().meta({ description: "The model's name in addresses.", examples: ["fysioterapeut"] }),
  nameSv: z.string(),
  nameEn: z.string(),
};

/** A number in an address has one spelling. */
export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new NotFound("version");
  return Number(text);
}

const line = z.object({
  number: versionNumber,
  status,
  inForceFrom: day.nullable(),
  lastDay: day.nullable().meta({ description: "The last day in force; null when none is set." }),
});
export const model = z
  .object({
    ...names,
    status: z.enum(MODEL_STATUSES),
    inForce: versionNumber.nullable(),
    versions: z.array(line),
  })
  .meta({ id: "Model" });

/** What a version that was made is called. */
export const addedVersion = z
  .object({ slug: names.slug, number: versionNumber })
  .meta({ id: "AddedVersion" });

const levelText = z.object({ levelKey: key, text: z.string() });
const group = z
  .object({
    key,
    levelKey: key,
    trackKey: key.nullable(),
    headingKey: key,
    needed: z
      .number()
      .nullable()
      .meta({ description: "How many of its members are enough; null is all of them." }),
    groupKey: key.optional().meta({ description: "The group that it is a member of." }),
  })
  .meta({ id: "RequirementGroup", description: "Requirements that are met together." });
export const version = z
  .object({
    ...names,
    number: versionNumber,
    status,
    inForceFrom: day.nullable(),
    inForceTo: day.nullable().meta({ description: "The first day when it is no longer in force." }),
    isInForce: z.boolean(),
    decision: z
      .object({
        decidedOn: day,
        diaryNumber: z.string(),
        decidedBy: z.string().optional(),
        decidedAs: z.string().optional(),
        delegation: z.string().optional(),
        restsOn: z.string().optional(),
      })
      .nullable(),
    structure: z.object({
      name: z.string(),
      levels: z.array(
        z.object({
          id,
          key,
          name: z.string(),
          shortText: z.string(),
          kind: z.enum(LEVEL_KINDS),
          intro: z.string(),
        }),
      ),
      headings: z.array(z.object({ key, name: z.string() })),
      coreCompetencies: z.array(z.string()),
      ratingScale: z.array(z.string()),
    }),
    intro: z.string(),
    tracks: z.array(z.object({ id, key, name: z.string(), levels: z.array(key) })),
    groups: z.array(group),
    items: z.array(item),
    onward: z.array(levelText).meta({ description: "Where one can go on from a level." }),
  })
  .meta({ id: "ModelVersion", description: "The whole text of a version, in reading order." });

/** The decision to adopt a version, or a supplement. */
export const adoptionBody = json(
  z
    .strictObject({
      decidedAs: z.string().meta({ description: "In which capacity." }),
      delegation: z.string().meta({ description: "By which delegation." }),
      diaryNumber: z.string(),
      restsOn: z.string().meta({ description: "What the decision rests on; may be empty." }),
      inForceFrom: day,
    })
    .meta({ id: "AdoptionToSave" }),
  {
    decidedAs: "HR-direktör",
    delegation: "Delegationsordningen 4.2",
    diaryNumber: "HR 2026/117",
    restsOn: "",
    inForceFrom: "2027-01-01",
  },
);

/** A draft is sent out for consultation, or taken back: a version's, or a supplement's. */
export const consultationBody = json(
  z
    .strictObject({
      status: z.enum(["draft", "consultation"]),
      reason: z.string().meta({ description: "Why; may be empty." }),
    })
    .meta({ id: "VersionStatusToSave" }),
  { status: "consultation", reason: "Svar senast 15 januari" },
);

/** A version as it is told: the levels and tracks with the ids by which people are placed. */
export async function versionOf(work: Work, slug: string, number: string) {
  const asked = number === "in-force" ? null : wholeNumber(number);
  const view = await viewModel(work, slug, asked);
  if (asked === null && !view.isInForce) throw new NotFound("version");
  const { structure, version: text, levelIds, trackIds } = view.content;
  const intros = new Map(text.levelIntros.map((each) => [each.levelKey, each.text]));
  return {
    view,
    shown: {
      ...view,
      ...view.version,
      ...text,
      structure: {
        ...structure,
        levels: structure.levels.map((level) => ({
          ...level,
          id: levelIds[level.key],
          intro: intros.get(level.key) ?? "",
        })),
      },
      tracks: text.tracks.map((track) => ({ ...track, id: trackIds[track.key] })),
    },
  };
}

export const MODEL = { model: { description: "The model's name in addresses.", example: "fysioterapeut" } };

export const VERSION = {
  ...MODEL,
  number: { description: "The version's number; `in-force` is the one in force today.", example: "1" },
};
