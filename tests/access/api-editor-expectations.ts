/** What the API answers about the items of a draft (MOD-3), as `api-expectations.ts` has it for the rest. */
import { newId } from "../../src/shared/ids.ts";
import { one, STALE, REFUSED, type ApiCase, type ApiWorld } from "./api-cases.ts";
import { draftReaders, none, writers } from "./cases.ts";
import type { ActorName } from "./world.ts";

const words = { kind: "duty", mandatory: null, text: "Du provar.", visibility: "public" };
const place = { levelKey: "bas", trackKey: null, headingKey: "uppgifter" };

const draft = (
  of: string,
  getIn: readonly ActorName[],
  number: string,
  more: Omit<ApiCase, "of" | "in" | "params"> & { item?: (world: ApiWorld) => string } = {},
): ApiCase => {
  const { item, ...rest } = more;
  return one(of, {
    ...rest,
    params: (world) => ({
      model: world.models.draft,
      number,
      ...(item ? { itemId: item(world) } : {}),
    }),
    in: getIn,
  });
};
const anItem = (getIn: readonly ActorName[], more: Partial<ApiCase> = {}): readonly ApiCase[] => [
  draft("an item", getIn, "1", { ...more, item: (world) => world.models.items.draft }),
  draft("no item", none, "1", { ...more, item: () => newId() }),
  draft("another organisation's, or no id", none, "1", { ...more, item: () => "x" }),
];

export const apiEditorExpectations: Readonly<Record<string, readonly ApiCase[]>> = {
  listDraftItems: [draft("a draft", draftReaders, "1"), draft("no version", none, "9")],
  addDraftItem: [
    draft("without a text", writers, "1", {
      status: REFUSED,
      body: () => ({ ...place, ...words, text: "" }),
    }),
    draft("no version", none, "9", { body: () => ({ ...place, ...words }) }),
  ],
  getDraftItem: anItem(draftReaders),
  writeDraftItem: anItem(writers, { status: STALE, body: () => words }),
  moveDraftItem: anItem(writers, { status: STALE, body: () => ({ ...place, position: 1 }) }),
  removeDraftItem: anItem(writers, { status: STALE }),
};
