/** The catalogue of development and what nobody offers, over the API (INT-3, MOD-13). */
import { z } from "zod";
import { answerTo, created, listed, ok } from "../platform/http/api/answer.ts";
import { json, operation, type Operation } from "../platform/http/api/operation.ts";
import { day, id, list, paging } from "../platform/http/api/schemas.ts";
import type { Work } from "../platform/database/work.ts";
import { NotFound } from "../shared/result.ts";
import { mayKeepCatalogue } from "./access.ts";
import { ENTRY_KINDS, FUNDINGS, type EntryText, type Tie } from "./rules.ts";
import { keepEntry, retireEntry, viewCatalogue, viewEntry } from "./keep-catalogue.ts";
import { formal } from "../career-model/model-schemas.ts";
import { VISIBILITIES } from "../career-model/rules.ts";
import { viewShortage } from "./view-shortage.ts";

const kind = z.enum(ENTRY_KINDS);
/** A way to a level of a model, or to a requirement. */
const tie = { modelId: id, target: z.enum(["level", "item"]), targetId: id };
const said = {
  kind,
  name: z.string(),
  provider: z.string(),
  credits: z.number().nullable().meta({ description: "Higher education credits (hp)." }),
  hours: z.int().nullable(),
  cost: z.int().nullable().meta({ description: "In kronor, for one participant." }),
  places: z.int().nullable().meta({ description: "Places a year." }),
  funding: z.array(z.enum(FUNDINGS)),
  link: z.string(),
  text: z.string(),
  visibility: z.enum(VISIBILITIES),
};
const entry = z
  .object({
    id,
    ...said,
    retiredOn: day.nullable().meta({ description: "From this day it is offered no longer." }),
    ties: z.array(z.object(tie)),
  })
  .meta({ id: "CatalogueEntry" });
const entrySent = z
  .strictObject({ ...said, ties: z.array(z.strictObject(tie)) })
  .meta({ id: "CatalogueEntryToSave" });
const example: z.input<typeof entrySent> = {
  kind: "course",
  name: "Handledarutbildning",
  provider: "Ett lärosäte",
  credits: 7.5,
  hours: null,
  cost: null,
  places: 12,
  funding: ["omstallningsfonden"],
  link: "",
  text: "",
  visibility: "public",
  ties: [],
};

const shortage = z
  .object({
    items: z.array(
      z.object({
        modelId: id,
        slug: z.string(),
        nameSv: z.string(),
        nameEn: z.string(),
        requirements: z.int().meta({ description: "How many public requirements the model has in all." }),
        formal: z
          .array(
            z.object({
              needed: z.int().meta({ description: "How many of the items are enough." }),
              items: z.array(
                z.object({
                  itemId: id,
                  level: z.string(),
                  heading: z.string(),
                  text: z.string(),
                  mandatory: z.boolean(),
                  formal: formal.nullable(),
                }),
              ),
            }),
          )
          .meta({
            description:
              "Formal requirements that somebody must offer, and nobody does; several where they can stand in for each other.",
          }),
        levels: z
          .array(z.object({ levelId: id, level: z.string(), count: z.int() }))
          .meta({ description: "Levels whose demonstrated requirements have no way to any of them." }),
      }),
    ),
  })
  .meta({ id: "Shortage" });

const params = {
  entryId: { description: "The entry's id.", example: "c56a4180-65aa-42ec-a945-5fd21dec0538" },
};
const common = { tag: "catalogue" } as const;
const refusals = ["missing", "too-long", "bad-character", "bad-number", "not-an-address", "unknown-tie"];
const CHANGED = { changed: ["stale"] };

/** An entry as whoever keeps the catalogue reads it before changing it. Throws NotFound for everyone else. */
async function kept(work: Work, entryId: string) {
  if (!mayKeepCatalogue(work.actor)) throw new NotFound("catalogue");
  return (await viewEntry(work, entryId)).entry;
}

const wanted = ({ ties: tied, ...text }: EntryText & { ties: readonly Tie[] }, revision: number) => ({
  revision,
  text,
  ties: tied,
});

export const catalogueApi: readonly Operation[] = [
  operation({
    ...common,
    id: "listCatalogue",
    method: "get",
    path: "/catalogue",
    summary: { sv: "Kompetenskatalogen", en: "The catalogue of development" },
    description: "By name. What is offered no longer shows to those who keep the catalogue.",
    scope: "models:read",
    query: z.strictObject({
      ...paging,
      q: z.string().max(100).default("").meta({ description: "Words in the name, provider or text." }),
      kind: kind.optional(),
      model: z
        .string()
        .default("")
        .meta({ description: "Only ways in this model, by its name in addresses." }),
    }),
    answers: { 200: { description: "A page of the catalogue.", schema: list("Catalogue", entry) } },
    run: async ({ work, query }) => {
      const { q: text, kind: asked = null, model, page, limit: size } = query;
      const { entries, total } = await viewCatalogue(work, { text, kind: asked, model, page, size });
      return listed(entries, total, query);
    },
  }),
  operation({
    ...common,
    id: "addCatalogueEntry",
    method: "post",
    path: "/catalogue",
    summary: { sv: "Lägg till i katalogen", en: "Add to the catalogue" },
    description: "For process leads, association leads and HR handlers, as is all keeping of the catalogue.",
    scope: "models:write",
    body: json(entrySent, example),
    answers: { 201: { description: "Added.", schema: entry } },
    creates: true,
    refusals,
    run: async ({ work, body }) =>
      answerTo(await keepEntry(work, null, wanted(body, 0)), async (added) =>
        created(`/catalogue/${added}`, await kept(work, added)),
      ),
  }),
  operation({
    ...common,
    id: "getCatalogueEntry",
    method: "get",
    path: "/catalogue/{entryId}",
    summary: { sv: "En post i katalogen", en: "An entry of the catalogue" },
    params,
    scope: "models:read",
    answers: { 200: { description: "The entry.", schema: entry } },
    run: async ({ work, param }) => ok((await viewEntry(work, param("entryId"))).entry),
  }),
  operation({
    ...common,
    id: "replaceCatalogueEntry",
    method: "put",
    path: "/catalogue/{entryId}",
    summary: { sv: "Skriv om posten", en: "Replace the entry" },
    description: "Ways to what no model in force holds any longer stay as they are.",
    params,
    scope: "models:write",
    body: json(entrySent, example),
    answers: { 200: { description: "Replaced.", schema: entry } },
    edits: entry,
    refusals,
    run: async ({ work, param, body, ifMatch }) => {
      const before = await kept(work, param("entryId"));
      ifMatch(before);
      return answerTo(
        await keepEntry(work, before.id, wanted(body, before.revision)),
        async () => ok(await kept(work, before.id)),
        CHANGED,
      );
    },
  }),
  operation({
    ...common,
    id: "retireCatalogueEntry",
    method: "put",
    path: "/catalogue/{entryId}/retirement",
    summary: { sv: "Säg att den inte erbjuds längre", en: "Say that it is offered no longer" },
    description: "From today, or again. What it was a way to is kept.",
    params,
    scope: "models:write",
    body: json(z.strictObject({ retired: z.boolean() }).meta({ id: "Retirement" }), { retired: true }),
    answers: { 200: { description: "Changed.", schema: entry } },
    edits: entry,
    run: async ({ work, param, body, ifMatch }) => {
      const before = await kept(work, param("entryId"));
      ifMatch(before);
      return answerTo(
        await retireEntry(work, before.id, { revision: before.revision, retired: body.retired }),
        async () => ok(await kept(work, before.id)),
        CHANGED,
      );
    },
  }),
  operation({
    ...common,
    id: "getShortage",
    method: "get",
    path: "/catalogue-shortage",
    summary: { sv: "Det som ingen erbjuder", en: "What nobody offers" },
    description:
      "Public requirements of the models in force that nothing in the catalogue is a way to. It tells of no people.",
    scope: "models:read",
    query: z.strictObject({
      model: z.string().default("").meta({ description: "Only this model, by its name in addresses." }),
    }),
    answers: { 200: { description: "The models with something that nobody offers.", schema: shortage } },
    run: async ({ work, query }) => ok({ items: (await viewShortage(work, query.model)).shortages }),
  }),
];
