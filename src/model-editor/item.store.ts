/** Writing the items of a draft, one statement each, and what has been done with them. The caller holds the draft (`holdVersion`). */
import { sql } from "kysely";
import type { Id } from "../shared/ids.ts";
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import type { Item, ItemWords, Place } from "../career-model/rules.ts";
import type { Frame } from "./draft.store.ts";
import type { ItemChange, NotedChange } from "./item.rules.ts";

/**
 * Waits until nobody else is writing in the version, and keeps others out for the rest of the transaction: whoever adopts it too. The
 * lock comes before the items' own trigger shares it, so two writers never wait for each other.
 */
export async function holdVersion(work: Work, modelSlug: string, number: number): Promise<void> {
  await sql`
    select v.id from model_version v join career_model m on m.organisation_id = v.organisation_id and m.id = v.model_id
    where v.organisation_id = ${work.organisationId} and m.slug = ${modelSlug} and v.number = ${number}
    for update of v`.execute(work.tx);
}

/** The draft is one revision on: whoever adopts it on an earlier one is told. Returns the new one. */
export async function nextRevision(work: Work, versionId: Id): Promise<number> {
  const { revision } = await work.tx
    .updateTable("model_version")
    .set((eb) => ({ revision: eb("revision", "+", 1) }))
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", versionId)
    .returning("revision")
    .executeTakeFirstOrThrow();
  return revision;
}

/** Writes down what was done with items in this revision, by whom. */
export async function noteChanges(
  work: Work,
  at: { readonly versionId: Id; readonly revision: number },
  changes: readonly (ItemChange & { readonly itemId: Id })[],
): Promise<void> {
  const { actor } = work;
  if (!actor) throw new NotFound("account");
  if (changes.length === 0) return;
  const json = (item: Item | null) => (item === null ? null : JSON.stringify(item));
  await work.tx
    .insertInto("item_change")
    .values(
      changes.map(({ itemId, before, after }) => ({
        organisation_id: work.organisationId,
        version_id: at.versionId,
        revision: at.revision,
        item_id: itemId,
        account_id: actor.accountId,
        happened_at: work.now,
        before: json(before),
        after: json(after),
      })),
    )
    .execute();
}

/** What has been done with items of the version, or with one of them, the latest first; from a revision backwards. */
export async function changesOf(
  work: Work,
  versionId: Id,
  of: { readonly itemId?: Id; readonly limit: number; readonly offset?: number },
): Promise<NotedChange[]> {
  const { rows } = await sql<NotedChange>`
    select c.revision, c.item_id as "itemId", a.display_name as "by", c.happened_at as at, c.before, c.after
    from item_change c join account a on a.organisation_id = c.organisation_id and a.id = c.account_id
    where c.organisation_id = ${work.organisationId} and c.version_id = ${versionId}
      and (${of.itemId ?? null}::uuid is null or c.item_id = ${of.itemId ?? null})
    order by c.revision desc, c.item_id
    limit ${of.limit} offset ${of.offset ?? 0}`.execute(work.tx);
  return rows;
}

/** One change of one item. */
export async function changeAt(
  work: Work,
  versionId: Id,
  itemId: Id,
  revision: number,
): Promise<ItemChange | undefined> {
  const { rows } = await sql<ItemChange>`
    select before, after from item_change
    where organisation_id = ${work.organisationId} and version_id = ${versionId} and item_id = ${itemId} and revision = ${revision}`.execute(
    work.tx,
  );
  return rows[0];
}

/** The ids of a place's parts in the frame; the place has been checked. */
export function placeIds(frame: Frame, place: Place) {
  const idOf = (parts: readonly { readonly id: Id; readonly key: string }[], key: string): Id => {
    const part = parts.find((each) => each.key === key);
    if (!part) throw new Error(`no part with the key ${key}`);
    return part.id;
  };
  return {
    level_id: idOf(frame.levels, place.levelKey),
    track_id: place.trackKey === null ? null : idOf(frame.tracks, place.trackKey),
    heading_id: idOf(frame.headings, place.headingKey),
  };
}

const columnsOf = (words: ItemWords) => ({
  kind: words.kind,
  mandatory: words.mandatory,
  text: words.text,
  note: words.note ?? "",
  visibility: words.visibility,
  support: words.support ?? null,
  formal: words.formal ? JSON.stringify(words.formal) : null,
});

/** An item that stands last in its place, in no group. */
export async function insertItem(
  work: Work,
  at: { readonly versionId: Id; readonly frame: Frame; readonly revision: number },
  itemId: Id,
  item: Item,
): Promise<void> {
  await work.tx
    .insertInto("item")
    .values({
      organisation_id: work.organisationId,
      version_id: at.versionId,
      item_id: itemId,
      key: item.key,
      ...placeIds(at.frame, item),
      position: sql<number>`(select coalesce(max(position), -1) + 1 from item
        where organisation_id = ${work.organisationId} and version_id = ${at.versionId})`,
      ...columnsOf(item),
      revision: at.revision,
    })
    .execute();
}

const one = (work: Work, versionId: Id, itemId: Id) =>
  work.tx
    .updateTable("item")
    .where("organisation_id", "=", work.organisationId)
    .where("version_id", "=", versionId)
    .where("item_id", "=", itemId);

/** Writes an item's words, if nobody has since the revision that they were based on; false when somebody has. */
export async function saveWords(
  work: Work,
  at: { readonly versionId: Id; readonly itemId: Id },
  words: ItemWords,
  revisions: { readonly from: number; readonly to: number },
): Promise<boolean> {
  const result = await one(work, at.versionId, at.itemId)
    .set({ ...columnsOf(words), revision: revisions.to })
    .where("revision", "=", revisions.from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Puts an item in a place, in no group. */
export async function savePlace(
  work: Work,
  at: { readonly versionId: Id; readonly frame: Frame; readonly itemId: Id },
  place: Place,
): Promise<void> {
  await one(work, at.versionId, at.itemId)
    .set({ ...placeIds(at.frame, place), group_id: null })
    .execute();
}

/** The items of a place, in their order. */
export async function idsAt(work: Work, versionId: Id, frame: Frame, place: Place): Promise<Id[]> {
  const { level_id, track_id, heading_id } = placeIds(frame, place);
  const { rows } = await sql<{ id: Id }>`
    select item_id as id from item
    where organisation_id = ${work.organisationId} and version_id = ${versionId} and level_id = ${level_id}
      and heading_id = ${heading_id} and track_id is not distinct from ${track_id}
    order by position, item_id`.execute(work.tx);
  return rows.map(({ id }) => id);
}

/** Puts the items of one place in this order. Only their order among themselves means anything. */
export async function saveOrder(work: Work, versionId: Id, ids: readonly Id[]): Promise<void> {
  await sql`
    update item set position = o.position - 1
    from unnest(${[...ids]}::uuid[]) with ordinality as o (item_id, position)
    where item.organisation_id = ${work.organisationId} and item.version_id = ${versionId} and item.item_id = o.item_id
      and item.position <> o.position - 1`.execute(work.tx);
}

export async function deleteItem(work: Work, versionId: Id, itemId: Id): Promise<void> {
  await work.tx
    .deleteFrom("item")
    .where("organisation_id", "=", work.organisationId)
    .where("version_id", "=", versionId)
    .where("item_id", "=", itemId)
    .execute();
}
