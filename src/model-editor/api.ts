/** Writing a draft over the API, an item at a time (INT-3, MOD-3, MOD-5): the same use cases as the editor's. */
import { z } from "zod";
import { answerTo, created, listed, ok, type Answer } from "../platform/http/api/answer.ts";
import { json, operation, type Operation } from "../platform/http/api/operation.ts";
import { id, list, paging } from "../platform/http/api/schemas.ts";
import type { Work } from "../platform/database/work.ts";
import { NotFound, type Reason, type Result } from "../shared/result.ts";
import { mayWriteModels } from "../career-model/access.ts";
import { item, key, VERSION, wholeNumber, wordsOf, wordsSent } from "../career-model/model-schemas.ts";
import { holdDraft } from "./open-draft.ts";
import { moveItem, removeItem } from "./place-item.ts";
import { viewDraftItems, viewItem } from "./view-draft.ts";
import { addItem, writeItem, type ItemAddress } from "./write-item.ts";

const identity = id.meta({ description: "The item's identity, the same in every version that holds it." });
const draftItem = item
  .extend({
    id: identity,
    position: z.int().meta({ description: "Among those at the same place, from 1." }),
    revision: z
      .int()
      .meta({ description: "The draft's revision in which the item's words were last written." }),
  })
  .meta({ id: "DraftItem" });
const line = item
  .extend({ id: identity, revision: draftItem.shape.revision })
  .meta({ id: "DraftItemInList" });

const place = { levelKey: key, trackKey: key.nullable(), headingKey: key };
const words = z.strictObject(wordsSent).meta({ id: "ItemWords" });
const itemSent = z.strictObject({ ...place, ...wordsSent }).meta({ id: "ItemToAdd" });
const placeSent = z
  .strictObject({
    ...place,
    position: z.int().min(1).nullable().meta({ description: "From 1; null is last." }),
  })
  .meta({ id: "ItemPlace" });

const NUMBERED = { ...VERSION, number: { description: "The version's number.", example: "2" } };
const ITEM = {
  ...NUMBERED,
  itemId: { description: "The item's identity.", example: "5f0c7f0e-3a51-4c1e-9d0b-6f6a2f1f7a10" },
};
const EXAMPLE = {
  kind: "demonstrated",
  mandatory: true,
  text: "Du bedömer patientens behov och säger hur du kom fram till det.",
  visibility: "public",
  support: "independent",
} as const;
const refusals = [
  "empty-text",
  "text-too-long",
  "bad-character",
  "bad-number",
  "unknown-level",
  "unknown-heading",
  "unknown-track",
  "track-not-in-level",
  "requirement-without-mandatory",
  "mandatory-on-non-requirement",
  "formal-without-type",
  "formal-on-other-kind",
  "support-on-other-kind",
  "experience-without-months",
];

/** The parts of a formal requirement, which are fields of their own in a form. */
const FORMAL = new Set(["type", "credits", "level", "months", "validMonths"]);
const asSent = (reason: Reason): Reason =>
  reason.field !== undefined && FORMAL.has(reason.field)
    ? { ...reason, field: `formal.${reason.field}` }
    : reason;

/** A draft that has been sent out or adopted meanwhile is written in no longer. */
const answer = <Value>(
  result: Result<Value>,
  then: (value: Value) => Answer | Promise<Answer>,
): Promise<Answer> =>
  answerTo(result.ok ? result : { ...result, reasons: result.reasons.map(asSent) }, then, {
    changed: ["changed-by-other", "removed-by-other"],
    conflict: ["not-a-draft"],
  });

type Param = (name: string) => string;
const versionAt = (param: Param) => ({ slug: param("model"), number: wholeNumber(param("number")) });
const itemAt = (param: Param): ItemAddress => ({ ...versionAt(param), itemId: param("itemId") });

/** The item as it stands. Throws NotFound when it has been removed. */
async function told(work: Work, address: ItemAddress) {
  const view = await viewItem(work, address);
  if (!view.item) throw new NotFound("item");
  return { ...view.item, position: view.position };
}

/** The item as a writer has it, which nobody else changes until the request is over. */
async function held(work: Work, address: ItemAddress) {
  if (!mayWriteModels(work.actor)) throw new NotFound("item");
  await holdDraft(work, address);
  return told(work, address);
}

const common = { tag: "models", scope: "models:write", params: ITEM } as const;

export const editorApi: readonly Operation[] = [
  operation({
    ...common,
    id: "listDraftItems",
    method: "get",
    path: "/models/{model}/versions/{number}/items",
    summary: { sv: "Utkastets rader", en: "The items of a draft" },
    description: "In reading order, with their identities. For those who take part in writing it.",
    params: NUMBERED,
    scope: "models:read",
    query: z.strictObject(paging),
    answers: { 200: { description: "A page of the items.", schema: list("DraftItems", line) } },
    run: async ({ work, param, query }) => {
      const page = { number: query.page, size: query.limit };
      const { items, total } = await viewDraftItems(work, versionAt(param), page);
      return listed(items, total, query);
    },
  }),
  operation({
    ...common,
    id: "addDraftItem",
    method: "post",
    path: "/models/{model}/versions/{number}/items",
    summary: { sv: "Lägg till en rad i utkastet", en: "Add an item to a draft" },
    description:
      "For process leads and association leads, as is all writing. It stands last in its place; its key is made here.",
    params: NUMBERED,
    body: json(itemSent, { levelKey: "bas", trackKey: null, headingKey: "reell-kompetens", ...EXAMPLE }),
    answers: { 201: { description: "Added.", schema: draftItem } },
    creates: true,
    conflicts: true,
    refusals: [...refusals, "too-many"],
    run: async ({ work, param, body }) => {
      const address = versionAt(param);
      const { levelKey, trackKey, headingKey } = body;
      const added = await addItem(work, address, { levelKey, trackKey, headingKey, ...wordsOf(body) });
      return answer(added, async (itemId) =>
        created(
          `/models/${address.slug}/versions/${address.number}/items/${itemId}`,
          await told(work, { ...address, itemId }),
        ),
      );
    },
  }),
  operation({
    ...common,
    id: "getDraftItem",
    method: "get",
    path: "/models/{model}/versions/{number}/items/{itemId}",
    summary: { sv: "En rad i utkastet", en: "An item of a draft" },
    scope: "models:read",
    answers: { 200: { description: "The item.", schema: draftItem } },
    run: async ({ work, param }) => ok(await told(work, itemAt(param))),
  }),
  operation({
    ...common,
    id: "writeDraftItem",
    method: "put",
    path: "/models/{model}/versions/{number}/items/{itemId}",
    summary: { sv: "Skriv raden", en: "Write the item's words" },
    description:
      "All of its words; where it stands and its group are no part of them. Kept in the draft's history.",
    body: json(words, EXAMPLE),
    answers: { 200: { description: "Written.", schema: draftItem } },
    edits: draftItem,
    conflicts: true,
    refusals,
    run: async ({ work, param, body, ifMatch }) => {
      const address = itemAt(param);
      const before = await held(work, address);
      ifMatch(before);
      return answer(await writeItem(work, address, wordsOf(body), before.revision), async () =>
        ok(await told(work, address)),
      );
    },
  }),
  operation({
    ...common,
    id: "removeDraftItem",
    method: "delete",
    path: "/models/{model}/versions/{number}/items/{itemId}",
    summary: { sv: "Ta bort raden", en: "Remove the item" },
    description: "It can be brought back from the draft's history, as the same item.",
    answers: {
      200: { description: "Removed.", schema: z.object({ id: identity }).meta({ id: "RemovedItem" }) },
    },
    edits: draftItem,
    conflicts: true,
    run: async ({ work, param, ifMatch }) => {
      const address = itemAt(param);
      const before = await held(work, address);
      ifMatch(before);
      return answer(await removeItem(work, address, before.revision), () => ok({ id: before.id }));
    },
  }),
  operation({
    ...common,
    id: "moveDraftItem",
    method: "put",
    path: "/models/{model}/versions/{number}/items/{itemId}/place",
    summary: { sv: "Flytta raden", en: "Move the item" },
    description:
      "To a level, track and heading, and a position there. An item that goes elsewhere leaves its group.",
    body: json(placeSent, { levelKey: "bas", trackKey: null, headingKey: "reell-kompetens", position: 1 }),
    answers: { 200: { description: "Moved.", schema: draftItem } },
    edits: draftItem,
    conflicts: true,
    refusals: ["unknown-level", "unknown-heading", "unknown-track", "track-not-in-level"],
    run: async ({ work, param, body, ifMatch }) => {
      const address = itemAt(param);
      ifMatch(await held(work, address));
      return answer(await moveItem(work, address, body), async () => ok(await told(work, address)));
    },
  }),
];
