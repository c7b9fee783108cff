/** Local titles over the API (INT-3, INT-4, PLC-7): what the HR system calls the people of a level. */
import { z } from "zod";
import { answerTo, inList, ok } from "../platform/http/api/answer.ts";
import { json, operation, tableFile, type Operation } from "../platform/http/api/operation.ts";
import { id } from "../platform/http/api/schemas.ts";
import type { Work } from "../platform/database/work.ts";
import { done, refused } from "../shared/result.ts";
import { keepTitles, viewTitles } from "./keep-titles.ts";
import { placeKey } from "./local-title.rules.ts";
import { planTitles, takeInTitles, type PlannedTitles } from "./take-in-titles.ts";

const place = { levelId: id, trackId: id.nullable() };
const titles = z
  .array(z.string())
  .meta({ description: "The first is written out to the HR system, the others are recognised." });
const localTitles = z
  .object({
    model: z.object({ slug: z.string(), nameSv: z.string(), nameEn: z.string() }),
    places: z.array(
      z.object({
        ...place,
        level: z.string(),
        track: z.string().nullable(),
        former: z.boolean().meta({ description: "Only earlier versions have it: to be emptied." }),
        titles,
      }),
    ),
  })
  .meta({ id: "LocalTitles", description: "Each level, and each track in it, with its titles." });
const titlesSent = z
  .strictObject({
    places: z.array(
      z.strictObject({
        levelId: z.string(),
        trackId: z.string().nullable().default(null),
        titles: z.array(z.string().refine((title) => !/[\r\n]/.test(title), "bad-character")),
      }),
    ),
  })
  .meta({ id: "LocalTitlesToSave", description: "The whole list: a place that is not sent has none." });
const plan = z
  .object({
    items: z
      .array(
        z.object({
          slug: z.string(),
          nameSv: z.string(),
          nameEn: z.string(),
          places: z.array(
            z.object({
              level: z.string(),
              track: z.string().nullable(),
              before: z.array(z.string()),
              after: z.array(z.string()),
            }),
          ),
        }),
      )
      .meta({ description: "Each model in the file, with the places whose titles change." }),
  })
  .meta({ id: "LocalTitleChanges" });

const MODEL = { model: { description: "The model's name in addresses.", example: "fysioterapeut" } };
const ID = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
const TITLE_REFUSALS = ["title-twice", "title-in-other-model", "title-too-long", "too-many-titles"];

async function shown(work: Work, slug: string) {
  const { places, revision, ...model } = await viewTitles(work, slug);
  return { revision, titles: { model, places } };
}

export const titlesApi: readonly Operation[] = [
  operation({
    id: "getLocalTitles",
    method: "get",
    path: "/models/{model}/titles",
    tag: "models",
    summary: { sv: "Modellens lokala titlar", en: "The model's local titles" },
    description: "For process leads and administrators.",
    params: MODEL,
    scope: "models:read",
    answers: { 200: { description: "The titles.", schema: localTitles } },
    run: async ({ work, param }) => ok((await shown(work, param("model"))).titles),
  }),
  operation({
    id: "replaceLocalTitles",
    method: "put",
    path: "/models/{model}/titles",
    tag: "models",
    summary: { sv: "Ersätt modellens lokala titlar", en: "Replace the model's local titles" },
    description: "For process leads and administrators.",
    params: MODEL,
    scope: "models:write",
    body: json(titlesSent, { places: [{ levelId: ID, trackId: null, titles: ["Fysioterapeut 2"] }] }),
    answers: { 200: { description: "The titles as they are now.", schema: localTitles } },
    edits: localTitles,
    refusals: [...TITLE_REFUSALS, "bad-character", "unknown-place"],
    run: async ({ work, param, body, ifMatch }) => {
      const slug = param("model");
      const present = await shown(work, slug);
      ifMatch(present.titles);
      const keys = body.places.map(placeKey);
      const known = new Set(present.titles.places.map(placeKey));
      const unknown = keys.flatMap((key, at) =>
        known.has(key) ? [] : [{ code: "unknown-place", field: `places.${at}` }],
      );
      const textOf = (key: string): string => body.places[keys.indexOf(key)]?.titles.join("\n") ?? "";
      const kept =
        unknown.length > 0
          ? refused(...unknown)
          : await keepTitles(work, slug, { revision: present.revision, textOf });
      return answerTo(
        kept.ok ? kept : refused(...inList(kept.reasons, "places", keys)),
        async () => ok((await shown(work, slug)).titles),
        { changed: ["stale"] },
      );
    },
  }),
  operation({
    id: "takeInLocalTitles",
    method: "post",
    path: "/titles",
    tag: "models",
    summary: { sv: "Läs in lokala titlar från en fil", en: "Take in local titles from a file" },
    description:
      "For process leads and administrators. The file as `takeOut` writes it, as the body or as the part `file` of a form; each model in it has its whole list written anew, all or nothing.",
    scope: "models:write",
    query: z.strictObject({
      dryRun: z.boolean().default(false).meta({ description: "Only tell what would change." }),
    }),
    body: tableFile,
    answers: { 200: { description: "What changed, or would change.", schema: plan } },
    creates: true,
    conflicts: true,
    refusals: [...TITLE_REFUSALS, "missing-column", "unknown-model", "unknown-place", "bad-flag"],
    run: async ({ work, query, body }) => {
      const planned = await planTitles(work, body.bytes);
      const taken = planned.ok && !query.dryRun ? await takeInTitles(work, planned.value) : done(undefined);
      return answerTo<readonly PlannedTitles[]>(taken.ok ? planned : taken, (items) => ok({ items }), {
        conflict: ["stale"],
      });
    },
  }),
];
