/** What is missing for a person, and who in a unit can do what, over the API (INT-3, ORG-8): the same as on the pages. */
import { z } from "zod";
import { listed, ok } from "../platform/http/api/answer.ts";
import { operation, type Operation } from "../platform/http/api/operation.ts";
import { day, id, list, paging } from "../platform/http/api/schemas.ts";
import type { Lapsed } from "./level-asked.ts";
import type { Line } from "./missing.rules.ts";
import { viewAbilities } from "./view-abilities.ts";
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

const lapsedIn = ({ level, track, part, reason }: Lapsed) => ({ level, track, part, reason });

const place = z.string().default("").meta({
  description: "A level's key, and a track's after a colon. What isn't there is the first place.",
});
const able = z
  .object({
    personId: id,
    givenName: z.string(),
    familyName: z.string(),
    requirements: z.array(
      z.object({
        itemId: id,
        isMet: z.boolean(),
        from: day.nullable().meta({ description: "The day from which it is met." }),
        until: day
          .nullable()
          .meta({ description: "The first day on which what meets it is good no longer." }),
      }),
    ),
  })
  .meta({ id: "Ability" });

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
            lapsedPlace: z
              .object({
                level: z.string(),
                track: z.string().nullable(),
                part: z.enum(["level", "track"]),
                reason: z.string().nullable().meta({
                  description: "The employer's. Null when the version of today doesn't have it any longer.",
                }),
              })
              .nullable()
              .meta({ description: "The level or track of their placement, when it isn't used any longer." }),
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
        lapsedPlace: here?.lapsed ? lapsedIn(here.lapsed) : null,
        lines: here ? [...flat(here.mandatory, true), ...flat(here.recommended, false)] : [],
      });
    },
  }),
  operation({
    id: "listUnitAbilities",
    method: "get",
    path: "/units/{unitId}/abilities",
    tag: "placements",
    summary: { sv: "Vem som kan vad i enheten", en: "Who can do what in the unit" },
    description:
      "For whoever manages the unit or decides for someone in it: the requirements of a level and track, person by person. Nobody is counted or ranked.",
    params: { unitId: { description: "The unit.", example: "3f6e1f0a-5c1e-4d55-9a2b-0d7d7a3f2c11" } },
    query: z.strictObject({
      model: z.string().default("").meta({ description: "The model's address." }),
      place,
      item: z
        .string()
        .default("")
        .meta({ description: "The identity of one requirement; else all of them." }),
      ...paging,
    }),
    scope: "placements:read",
    answers: {
      200: {
        description: "A page of those whom the account decides for, by name.",
        schema: list("UnitAbilities", able, {
          model: z.string().nullable(),
          place: z.string().nullable(),
          requirements: z.array(z.object({ itemId: id, text: z.string(), mandatory: z.boolean() })),
        }),
      },
    },
    run: async ({ work, param, query }) => {
      const { limit: size, ...asked } = query;
      const view = await viewAbilities(work, { unitId: param("unitId"), ...asked, size });
      const lines = view.here?.lines ?? [];
      const items = view.people.map((person) => ({
        ...person,
        requirements: lines.flatMap(({ known }) =>
          known
            .filter(({ personId }) => personId === person.personId)
            .map(({ itemId, isMet, evidence: shown, experience, agreed }) => ({
              itemId,
              isMet,
              from: isMet ? (shown?.from ?? experience?.reachedOn ?? agreed?.on ?? null) : null,
              until: shown?.until ?? null,
            })),
        ),
      }));
      return listed(query.page > view.pages ? [] : items, view.total, query, {
        model: view.here?.model.slug ?? null,
        place: view.here?.place.value ?? null,
        requirements: lines.map(({ requirement: { itemId, text, mandatory } }) => ({
          itemId,
          text,
          mandatory: mandatory === true,
        })),
      });
    },
  }),
];
