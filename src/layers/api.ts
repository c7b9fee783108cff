/** Effective models and supplements over the API (INT-3, MOD-9): what holds here, layer by layer, and a supplement's draft as a whole. */
import { z } from "zod";
import { answerTo, created, ok } from "../platform/http/api/answer.ts";
import { json, operation, type Operation } from "../platform/http/api/operation.ts";
import { day, id } from "../platform/http/api/schemas.ts";
import type { Work } from "../platform/database/work.ts";
import { NotFound } from "../shared/result.ts";
import { mayWriteSupplement } from "./access.ts";
import { adoptSupplement } from "./adopt-supplement.ts";
import { changeSupplement, type SupplementPlace } from "./change-supplement.ts";
import { changeSupplementStatus } from "./consult-supplement.ts";
import { mayAdopt } from "../career-model/access.ts";
import {
  adoptionBody,
  consultationBody,
  item,
  key,
  MODEL,
  status,
  versionNumber,
  wordsOf,
  wordsSent,
} from "../career-model/model-schemas.ts";
import { VISIBILITIES } from "../career-model/rules.ts";
import { UNUSED_KINDS, type LocalItem } from "../career-model/supplement.rules.ts";
import { viewEffectiveModel } from "./view-effective.ts";
import { viewSupplement, type SupplementView } from "./view-supplement.ts";

const unitQuery = z.strictObject({
  unit: id.optional().meta({ description: "The unit; without it, the whole organisation." }),
});

const layer = z
  .union([z.object({ of: z.literal("employer") }), z.object({ of: z.literal("unit"), name: z.string() })])
  .meta({ id: "ModelLayer", description: "Whose a layer over the base is." });
const visibility = z.enum(VISIBILITIES);
const effectiveItem = item
  .extend({
    from: layer.nullable().meta({ description: "The layer that it comes from; null is the base." }),
    clarified: z.array(z.object({ by: layer, text: z.string(), visibility })),
    unused: z.string().nullable().meta({ description: "Why it isn't used here; null when it is." }),
  })
  .meta({ id: "EffectiveItem" });
const effective = z
  .object({
    number: versionNumber,
    layers: z.array(layer).meta({ description: "The layers over the base, the innermost first." }),
    items: z.array(effectiveItem),
    unused: z
      .object({ levels: z.record(key, z.string()), tracks: z.record(key, z.string()) })
      .meta({ description: "Levels and tracks that aren't used here, with the reason." }),
  })
  .meta({ id: "EffectiveModel" });

const localItem = item.omit({ groupKey: true });
const clarification = z.strictObject({
  itemKey: key.meta({ description: "An item of the base." }),
  text: z.string(),
  visibility,
});
const unusedMark = z.strictObject({ of: z.enum(UNUSED_KINDS), key, reason: z.string() });
const said = { clarifications: z.array(clarification), unused: z.array(unusedMark) };
const supplement = z
  .object({
    draft: versionNumber.nullable().meta({ description: "The number of the draft; null for none." }),
    baseNumber: versionNumber,
    adaptable: z.boolean(),
    versions: z.array(
      z.object({ number: versionNumber, status, baseNumber: versionNumber, inForceFrom: day.nullable() }),
    ),
    items: z.array(localItem),
    ...said,
  })
  .meta({ id: "Supplement" });
const supplementSent = z
  .strictObject({
    items: z.array(
      z.strictObject({
        ...localItem.shape,
        ...wordsSent,
        key: key.meta({ description: "That of a line that is there already; a new one gets its own." }),
      }),
    ),
    ...said,
  })
  .meta({
    id: "SupplementToSave",
    description:
      "What is added, clarified and not used. A supplement holds nothing that could take the place of a text of the base.",
  });

const sentItem = (sent: z.output<typeof supplementSent>["items"][number]): LocalItem => {
  const { key: known, levelKey, trackKey, headingKey } = sent;
  return { key: known, levelKey, trackKey, headingKey, ...wordsOf(sent) };
};

/** The supplement as it is told: the draft when there is one. */
function tell(view: SupplementView) {
  return {
    draft: view.draft?.number ?? null,
    baseNumber: view.base.number,
    adaptable: view.freedom.adaptable,
    versions: view.versions,
    ...view.content,
  };
}

const told = async (work: Work, { slug, unitId }: SupplementPlace) =>
  tell(await viewSupplement(work, slug, unitId));

/** The supplement as it stands while nobody else can change it, held against the one that was read. The draft's revision; 0 for none. */
async function draftRead(
  work: Work,
  { slug, unitId }: SupplementPlace,
  ifMatch: (shown: unknown) => void,
): Promise<number> {
  const view = await viewSupplement(work, slug, unitId, true);
  ifMatch(tell(view));
  return view.draft?.revision ?? 0;
}

const common = { tag: "models", params: MODEL, query: unitQuery } as const;

export const supplementApi: readonly Operation[] = [
  operation({
    ...common,
    id: "getEffectiveModel",
    method: "get",
    path: "/models/{model}/effective",
    summary: { sv: "Modellen med lokala tillägg", en: "The effective model" },
    description:
      "The version in force with the employer's supplement and, with `unit`, those of the unit and the units above it. Each item says which layer it comes from.",
    scope: "models:read",
    answers: { 200: { description: "What holds.", schema: effective } },
    run: async ({ work, param, query }) => {
      const view = await viewEffectiveModel(work, param("model"), null, {
        unitId: query.unit ?? null,
        shown: true,
      });
      if (!view.isInForce) throw new NotFound("version");
      const { version, unused } = view.content;
      return ok({ number: view.version.number, layers: view.local.layers, items: version.items, unused });
    },
  }),
  operation({
    ...common,
    id: "getSupplement",
    method: "get",
    path: "/models/{model}/supplement",
    summary: { sv: "Tillägget till modellen", en: "The supplement to the model" },
    description:
      "For those who take part in writing it. What the draft says; without one, what was last adopted.",
    scope: "models:read",
    answers: { 200: { description: "The supplement.", schema: supplement } },
    run: async ({ work, param, query }) =>
      ok(await told(work, { slug: param("model"), unitId: query.unit ?? null })),
  }),
  operation({
    ...common,
    id: "saveSupplement",
    method: "put",
    path: "/models/{model}/supplement",
    summary: { sv: "Skriv tilläggets utkast", en: "Write the supplement's draft" },
    description:
      "For process leads, and a unit's manager for the unit's. If-Match is the ETag of `getSupplement`. The whole draft; it is begun when there is none. What is sent for the base's own texts is refused: a supplement adds and clarifies.",
    scope: "models:write",
    body: json(supplementSent, {
      items: [],
      clarifications: [
        { itemKey: "legitimation", text: "Visas i original vid anställning.", visibility: "public" },
      ],
      unused: [],
    }),
    answers: { 200: { description: "The supplement as it is now.", schema: supplement } },
    edits: supplement,
    refusals: [
      "unknown-item",
      "clarified-twice",
      "unused-twice",
      "base-locked",
      "unit-leaves-nothing",
      "only-recommended-unused",
      "carry-over-first",
      "in-consultation",
    ],
    run: async ({ work, param, query, body, ifMatch }) => {
      const place = { slug: param("model"), unitId: query.unit ?? null };
      if (!mayWriteSupplement(work.actor, work.tenant, place.unitId)) throw new NotFound("supplement");
      await draftRead(work, place, ifMatch);
      return answerTo(
        await changeSupplement(work, place, () => ({ ...body, items: body.items.map(sentItem) })),
        async () => ok(await told(work, place)),
      );
    },
  }),
  operation({
    ...common,
    id: "changeSupplementStatus",
    method: "put",
    path: "/models/{model}/supplement/status",
    summary: {
      sv: "Remittera tilläggets utkast eller ta tillbaka det",
      en: "Send a supplement out for consultation, or take it back",
    },
    description:
      "For those who write it. If-Match is the ETag of `getSupplement`. Nobody writes on a draft that is out for consultation; what the carry-over left unsettled is settled first.",
    scope: "models:write",
    body: consultationBody,
    answers: { 200: { description: "The supplement as it is now.", schema: supplement } },
    edits: supplement,
    refusals: ["reason-too-long", "unsettled", "nothing-to-ask"],
    run: async ({ work, param, query, body, ifMatch }) => {
      const place = { slug: param("model"), unitId: query.unit ?? null };
      if (!mayWriteSupplement(work.actor, work.tenant, place.unitId)) throw new NotFound("supplement");
      const revision = await draftRead(work, place, ifMatch);
      const change = { to: body.status, revision, reason: body.reason };
      return answerTo(
        await changeSupplementStatus(work, place, change),
        async () => ok(await told(work, place)),
        { changed: ["changed-since"] },
      );
    },
  }),
  operation({
    ...common,
    id: "adoptSupplement",
    method: "post",
    path: "/models/{model}/supplement/adoption",
    summary: { sv: "Fastställ tillägget", en: "Adopt the supplement" },
    description:
      "For adopters. If-Match is the ETag of `getSupplement`: what is decided is that text. It holds from a day when the version of the base that it is pinned to is in force.",
    scope: "models:write",
    body: adoptionBody,
    answers: { 201: { description: "Adopted.", schema: supplement } },
    edits: supplement,
    creates: true,
    refusals: [
      "missing",
      "too-long",
      "not-adoptable-from",
      "model-withdrawn",
      "unsettled",
      "base-not-in-force",
      "not-a-day",
      "not-after-version-in-force",
    ],
    run: async ({ work, param, query, body, ifMatch }) => {
      if (!mayAdopt(work.actor)) throw new NotFound("adoption");
      const place = { slug: param("model"), unitId: query.unit ?? null };
      const revision = await draftRead(work, place, ifMatch);
      return answerTo(
        await adoptSupplement(work, place, { ...body, revision }),
        async () => created(`/models/${place.slug}/supplement`, await told(work, place)),
        { changed: ["changed-since"] },
      );
    },
  }),
];
