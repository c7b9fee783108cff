/** Moving an item, removing it, and taking it back to how it stood (MOD-3, MOD-5, MOD-6). */
import type { Work } from "../platform/database/work.ts";
import { isId } from "../shared/ids.ts";
import { done, NotFound, refused, type Result } from "../shared/result.ts";
import { placesOf } from "../career-model/check.rules.ts";
import { forgetDropped } from "../career-model/structure.store.ts";
import type { ContentCode, Item, Place } from "../career-model/rules.ts";
import { groupsAt, itemById } from "./draft.store.ts";
import { deleteEmptyGroups, saveGroupOf } from "./group.store.ts";
import { asMember, inOrder, itemIn, samePlace } from "./item.rules.ts";
import {
  changeAt,
  deleteItem,
  idsAt,
  insertItem,
  nextRevision,
  noteChanges,
  saveOrder,
  savePlace,
  saveWords,
} from "./item.store.ts";
import { holdDraft, type Draft, type HoldCode } from "./open-draft.ts";
import { faultsOf, holdItem, type ItemAddress, type WriteCode } from "./write-item.ts";

export type PlaceCode = HoldCode | ContentCode | "removed-by-other";

/** The name of the form's field for a fault of a place. */
const inForm = (field: string | undefined) =>
  field === undefined ? {} : { field: field.replace(/^.*\./, "") };

/**
 * Puts an item at a place, `position` from 1, last without one. An item that goes elsewhere leaves its group, for a group stands in one
 * place (MOD-4). Somebody who is writing its words at the same time is not disturbed.
 */
export async function moveItem(
  work: Work,
  address: ItemAddress,
  to: Place & { readonly position: number | null },
): Promise<Result<null, PlaceCode>> {
  const held = await holdItem(work, address);
  if (!held.ok) return held;
  const { item, draft } = held.value;
  const { frame, version } = draft;
  const { levelKey, trackKey, headingKey, position } = to;
  const place = { levelKey, trackKey, headingKey };
  const reasons = placesOf(frame.structure, frame.tracks)("item", place);
  if (reasons.length > 0)
    return refused(...reasons.map((reason) => ({ ...reason, ...inForm(reason.field) })));
  const before = itemIn(item);
  const after: Item = samePlace(before, place) ? before : { ...asMember(before, undefined), ...place };
  const ids = await idsAt(work, version.id, frame, place);
  const ordered = inOrder(ids, address.itemId, position);
  if (after === before && ordered.join() === ids.join()) return done(null);
  const revision = await nextRevision(work, version.id);
  if (after !== before) {
    await savePlace(work, { versionId: version.id, frame, itemId: address.itemId }, place);
    await deleteEmptyGroups(work, version.id);
    await forgetDropped(work, version.id);
  }
  await saveOrder(work, version.id, ordered);
  await noteChanges(work, { versionId: version.id, revision }, [{ itemId: address.itemId, before, after }]);
  return done(null);
}

/** Removes an item, if nobody has written in it since the revision that was read. It can be brought back. */
export async function removeItem(
  work: Work,
  address: ItemAddress,
  from: number,
): Promise<Result<null, WriteCode>> {
  const held = await holdItem(work, address);
  if (!held.ok) return held;
  const { item, draft } = held.value;
  if (item.revision !== from) return refused({ code: "changed-by-other", field: "text" });
  await remove(work, draft, address.itemId, itemIn(item));
  return done(null);
}

async function remove(work: Work, { version }: Draft, itemId: string, before: Item): Promise<void> {
  const revision = await nextRevision(work, version.id);
  await deleteItem(work, version.id, itemId);
  await deleteEmptyGroups(work, version.id);
  await forgetDropped(work, version.id);
  await noteChanges(work, { versionId: version.id, revision }, [{ itemId, before, after: null }]);
}

/**
 * Takes an item back to how it stood before the change of a revision: words, place and group, as far as they are still there to go back
 * to. A removed item comes back as the same item; one that wasn't there before the change is removed.
 */
export async function takeBack(
  work: Work,
  address: ItemAddress,
  changed: number,
): Promise<Result<null, WriteCode>> {
  const held = await holdDraft(work, address);
  if (!held.ok) return held;
  const { version, frame } = held.value;
  const { itemId } = address;
  const isNamed = isId(itemId) && Number.isInteger(changed);
  const change = isNamed ? await changeAt(work, version.id, itemId, changed) : undefined;
  if (!change) throw new NotFound("change");
  const found = await itemById(work, version.id, itemId);
  const before = found ? itemIn(found) : null;
  if (change.before === null) {
    if (before) await remove(work, held.value, itemId, before);
    return done(null);
  }
  const wanted = change.before;
  const reasons = faultsOf(held.value, wanted);
  if (reasons.length > 0) return refused(...reasons);
  const level = frame.levels.find((each) => each.key === wanted.levelKey);
  const groups = await groupsAt(work, version.id, level?.id ?? "");
  const group = groups.find((each) => each.key === wanted.groupKey && samePlace(each, wanted));
  const after: Item = { ...asMember(wanted, group?.key), key: before?.key ?? wanted.key };
  const revision = await nextRevision(work, version.id);
  const at = { versionId: version.id, frame, itemId, revision };
  if (found) {
    await savePlace(work, at, after);
    await saveWords(work, at, after, { from: found.revision, to: revision });
  } else await insertItem(work, at, itemId, after);
  await saveGroupOf(work, version.id, [itemId], group?.id ?? null);
  await deleteEmptyGroups(work, version.id);
  await forgetDropped(work, version.id);
  await noteChanges(work, at, [{ itemId, before, after }]);
  return done(null);
}
