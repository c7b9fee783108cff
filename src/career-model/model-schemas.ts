/** What the operations about models have in common over the API (INT-3). */
import { z } from "zod";
import { NotFound } from "../shared/result.ts";
import { VERSION_STATUSES } from "./life-cycle.rules.ts";
import { FORMAL_TYPES, ITEM_KINDS, STUDY_LEVELS, SUPPORT_STAGES, VISIBILITIES } from "./rules.ts";

export const status = z.enum(VERSION_STATUSES);

export const versionNumber = z.int().meta({ description: "The version's number, from 1." });

export const key = z.string().meta({ description: "The author's own, stable name for the part." });

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
    formal: z
      .object({
        type: z.enum(FORMAL_TYPES),
        credits: z.number().optional(),
        level: z.enum(STUDY_LEVELS).optional(),
        months: z.number().optional(),
        validMonths: z
          .number()
          .optional()
          .meta({ description: "How long what shows it is good for; without it, for ever." }),
      })
      .optional(),
  })
  .meta({ id: "ModelItem", description: "One line of a model, at a level (and track) and heading." });

/** A number in an address has one spelling. */
export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new NotFound("version");
  return Number(text);
}

export const MODEL = { model: { description: "The model's name in addresses.", example: "fysioterapeut" } };

export const VERSION = {
  ...MODEL,
  number: { description: "The version's number; `in-force` is the one in force today.", example: "1" },
};
