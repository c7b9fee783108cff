/** The schemas that every part of the API has in common. */
import { z } from "zod";
import { isDay } from "../../../shared/local-date.ts";

export const id = z.string().meta({
  description: "An id: a UUID in lower case.",
  format: "uuid",
  examples: ["5f0c7f0e-3a51-4c1e-9d0b-6f6a2f1f7a10"],
});

export const day = z
  .string()
  .refine(isDay, "not-a-day")
  .meta({ description: "A day in Stockholm, YYYY-MM-DD.", format: "date", examples: ["2026-11-22"] });

export const instant = z.string().meta({
  description: "An instant in UTC.",
  format: "date-time",
  examples: ["2026-11-22T11:00:00.000Z"],
});

export const reason = z
  .object({
    code: z
      .string()
      .meta({ description: "What is wrong, as a code that stays the same.", examples: ["missing"] }),
    field: z
      .string()
      .optional()
      .meta({ description: "Where, as a path in what was sent.", examples: ["name"] }),
    data: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .optional()
      .meta({ description: "What belongs to the reason: a bound, a name, a number." }),
  })
  .meta({ id: "Reason", description: "One reason why something was refused." });

export const problem = z
  .object({
    type: z
      .string()
      .meta({ description: "What kind of problem, as an address.", examples: ["/api#problem-refused"] }),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: "What kind of problem, as a code.", examples: ["refused"] }),
    requestId: z.string().meta({ description: "Names the request in the server's log." }),
    reasons: z.array(reason).optional().meta({ description: "Every reason at once." }),
  })
  .meta({ id: "Problem", description: "Why it was not done (RFC 9457)." });

const PAGE_DEFAULT = 50;
const PAGE_MOST = 200;
/** Further than a list can be. */
const LAST_PAGE = 100_000;

/** The two fields that every list takes. */
export const paging = {
  page: z
    .int()
    .min(1)
    .max(LAST_PAGE)
    .default(1)
    .meta({ description: "The page, from 1. Follow `next` instead of counting." }),
  limit: z.int().min(1).max(PAGE_MOST).default(PAGE_DEFAULT).meta({ description: "So many a page." }),
};

/** A page of a list. */
export const list = (name: string, item: z.ZodType, more: Readonly<Record<string, z.ZodType>> = {}) =>
  z
    .object({
      items: z.array(item),
      total: z.int().meta({ description: "How many the whole list has." }),
      ...more,
      next: z
        .string()
        .nullable()
        .meta({ description: "The address of the next page; null on the last. Also in the Link header." }),
    })
    .meta({ id: name });

/** A list that is not cut into pages: there are never many. */
export const whole = (name: string, item: z.ZodType) => z.object({ items: z.array(item) }).meta({ id: name });
