/** Adding an item to a draft, and writing its words (MOD-3, MOD-5, MOD-7). */
import type { Work } from "../platform/database/work.ts";
import { isId, newId, type Id } from "../shared/ids.ts";
import { done, NotFound, refused, type Result } from "../shared/result.ts";
import { checkItem, placesOf } from "../career-model/check.rules.ts";
import { keyOf } from "../career-model/key.rules.ts";
import { LIMITS, type ContentCode, type Item, type ItemWords, type Place } from "../career-model/rules.ts";
import { countsOf, itemById, type DraftItem } from "./draft.store.ts";
import { itemIn, sameWords, withWords } from "./item.rules.ts";
import { changesOf, insertItem, nextRevision, noteChanges, saveWords } from "./item.store.ts";
import { holdDraft, type Draft, type DraftAddress, type HoldCode } from "./open-draft.ts";

export type WriteCode = HoldCode | ContentCode | "changed-by-other" | "removed-by-other";

/** An item of a draft, as its address says. */
export type ItemAddress = DraftAddress & { readonly itemId: Id };

/** In characters, of a level's key in an item's. */
const LONGEST_LEVEL = 40;

/** A new item is another item than any before it, whatever it says: its key says so. */
const newKey = (place: Place, text: string, id: Id): string =>
  [place.levelKey.slice(0, LONGEST_LEVEL).replace(/-$/, ""), keyOf(text), id.slice(0, 8)]
    .filter((part) => part !== "")
    .join("-");

/** What is wrong with the item, `field` being the name of the form's field. */
export const faultsOf = ({ frame }: Draft, item: Item) =>
  checkItem(placesOf(frame.structure, frame.tracks), "item", item).map((reason) => ({
    ...reason,
    ...(reason.field === undefined ? {} : { field: reason.field.replace(/^item\.(?:formal\.)?/, "") }),
  }));

/** Adds items, each last in its place; their keys are made here. The caller holds the draft. */
export async function addItems(
  work: Work,
  draft: Draft,
  items: readonly (Place & ItemWords)[],
): Promise<Result<readonly Id[], ContentCode>> {
  const added = items.map((item) => {
    const id = newId();
    const { levelKey, trackKey, headingKey } = item;
    return {
      id,
      item: withWords({ ...item, levelKey, trackKey, headingKey, key: newKey(item, item.text, id) }, item),
    };
  });
  const reasons = added.flatMap(({ item }) => faultsOf(draft, item));
  const versionId = draft.version.id;
  const count = (await countsOf(work, versionId)).reduce((sum, place) => sum + place.items, 0);
  if (count + items.length > LIMITS.items)
    reasons.push({
      code: "too-many",
      field: "text",
      data: { max: LIMITS.items, count: count + items.length },
    });
  if (reasons.length > 0) return refused(...reasons);
  const revision = await nextRevision(work, versionId);
  for (const { id, item } of added)
    await insertItem(work, { versionId, frame: draft.frame, revision }, id, item);
  await noteChanges(
    work,
    { versionId, revision },
    added.map(({ id, item }) => ({ itemId: id, before: null, after: item })),
  );
  return done(added.map(({ id }) => id));
}

/** Adds one item to a draft. Returns its identity. */
export async function addItem(
  work: Work,
  address: DraftAddress,
  item: Place & ItemWords,
): Promise<Result<Id, HoldCode | ContentCode>> {
  const held = await holdDraft(work, address);
  if (!held.ok) return held;
  const added = await addItems(work, held.value, [item]);
  return added.ok ? done(added.value[0] ?? "") : added;
}

/** A draft that is held, and an item of it. Refused when somebody has removed the item, and NotFound when it never was. */
export async function holdItem(
  work: Work,
  { itemId, ...address }: ItemAddress,
): Promise<Result<{ readonly draft: Draft; readonly item: DraftItem }, HoldCode | "removed-by-other">> {
  const held = await holdDraft(work, address);
  if (!held.ok) return held;
  if (!isId(itemId)) throw new NotFound("item");
  const { id: versionId } = held.value.version;
  const item = await itemById(work, versionId, itemId);
  if (item) return done({ draft: held.value, item });
  const [last] = await changesOf(work, versionId, { itemId, limit: 1 });
  if (!last) throw new NotFound("item");
  return refused({ code: "removed-by-other", field: "text", data: { by: last.by } });
}

/**
 * Writes an item's words, those that are given. `from` is the revision that they were based on: when somebody has written since, it is
 * refused and nothing is lost, for both texts are there.
 */
export async function writeItem(
  work: Work,
  address: ItemAddress,
  words: ItemWords | Pick<ItemWords, "text">,
  from: number,
): Promise<Result<null, WriteCode>> {
  const held = await holdItem(work, address);
  if (!held.ok) return held;
  const { item, draft } = held.value;
  const before = itemIn(item);
  const after = withWords(before, { ...("kind" in words ? words : { ...before, ...words }) });
  if (sameWords(before, after)) return done(null);
  if (item.revision !== from) return refused({ code: "changed-by-other", field: "text" });
  const reasons = faultsOf(draft, after);
  if (reasons.length > 0) return refused(...reasons);
  const at = { versionId: draft.version.id, itemId: address.itemId };
  const revision = await nextRevision(work, at.versionId);
  if (!(await saveWords(work, at, after, { from, to: revision })))
    throw new Error("an item changed while its draft was held");
  await noteChanges(work, { ...at, revision }, [{ itemId: at.itemId, before, after }]);
  return done(null);
}
