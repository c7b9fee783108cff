/** What is missing over the API (INT-3, ORG-8): the same as on the page. */
import { z } from "zod";
import { ok } from "../platform/http/api/answer.ts";
import { operation, type Operation } from "../platform/http/api/operation.ts";
import { day, id } from "../platform/http/api/schemas.ts";
import type { Line } from "./missing.rules.ts";
import { viewMissing } from "./view-missing.ts";

const evidence = z.object({ id, what: z.string() });
const line = z
  .object({
    key: z.string().meta({ description: "The requirement's or the group's own key in the model." }),
    itemId: id
      .nullable()
      .meta({ description: "The requirement's identity through versions; null of a group." }),
    groupKey: z.string().nullable().meta({ description: "The group that it is a member of." }),
    text: z.string().nullable(),
    needed: z.int().nullable().meta({ description: "Of a group: how many of its members are enough." }),
    more: z.int().nullable().meta({ description: "Of a group: how many more are needed." }),
    mandatory: z.boolean(),
    isMet: z.boolean(),
    opensOn: day.nullable().meta({ description: "The day from which time alone meets it." }),
    validUntil: day
      .nullable()
      .meta({ description: "The first day on which what meets it is good no longer." }),
    endedOn: day.nullable().meta({ description: "Since when what met it is good no longer." }),
    waiting: evidence.nullable().meta({ description: "Evidence that hasn't been checked." }),
  })
  .meta({ id: "MissingLine" });
type Shown = z.infer<typeof line>;

/** Groups before their members, each member naming its group. */
const flat = (lines: readonly Line[], mandatory: boolean, groupKey: string | null = null): Shown[] =>
  lines.flatMap((each): Shown[] => {
    const { isMet, opensOn } = each;
    if (!("requirement" in each)) {
      const { key, needed, more } = each;
      const none = { itemId: null, text: null, validUntil: null, endedOn: null, waiting: null };
      return [
        { ...none, key, groupKey, needed, more, mandatory, isMet, opensOn },
        ...flat(each.lines, mandatory, key),
      ];
    }
    const { requirement, known } = each;
    return [
      {
        key: requirement.key,
        itemId: requirement.itemId,
        groupKey,
        text: requirement.text,
        needed: null,
        more: null,
        mandatory,
        isMet,
        opensOn,
        validUntil: known.evidence?.until ?? null,
        endedOn: known.ended?.on ?? null,
        waiting: known.waiting && { id: known.waiting.id, what: known.waiting.what },
      },
    ];
  });

export const gapApi: readonly Operation[] = [
  operation({
    id: "getPersonMissing",
    method: "get",
    path: "/people/{personId}/missing",
    tag: "placements",
    summary: { sv: "Vad som saknas för en medarbetare", en: "What is missing for a person" },
    description:
      "For the person and those close to them: what a level and track asks for, what is met and what is left. Their own place first; any other of any model by `model` and `place`.",
    params: { personId: { description: "The person.", example: "3f6e1f0a-5c1e-4d55-9a2b-0d7d7a3f2c11" } },
    query: z.strictObject({
      model: z.string().default("").meta({ description: "The model's address." }),
      place: z.string().default("").meta({
        description:
          "A level's key, and a track's after a colon. What isn't there is the person's own place.",
      }),
    }),
    scope: "placements:read",
    answers: {
      200: {
        description: "What is asked for and how it stands.",
        schema: z
          .object({
            personId: id,
            model: z.string().nullable(),
            place: z.string().nullable(),
            ownPlace: z.string().nullable(),
            lines: z.array(line),
          })
          .meta({ id: "Missing" }),
      },
    },
    run: async ({ work, param, query }) => {
      const { personId, here } = await viewMissing(work, { personId: param("personId"), ...query });
      return ok({
        personId,
        model: here?.model.slug ?? null,
        place: here?.place.value ?? null,
        ownPlace: here?.own?.value ?? null,
        lines: here ? [...flat(here.mandatory, true), ...flat(here.recommended, false)] : [],
      });
    },
  }),
];
