/** Writing the groups of a draft (MOD-4). The caller holds the draft. */
import { sql } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import type { RequirementGroup } from "../career-model/rules.ts";
import type { Frame } from "./draft.store.ts";
import { placeIds } from "./item.store.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

/** A new group, a member of none yet. */
export async function insertGroup(
  work: Scope,
  at: { readonly versionId: Id; readonly frame: Frame },
  id: Id,
  group: RequirementGroup,
): Promise<void> {
  await work.tx
    .insertInto("requirement_group")
    .values({
      organisation_id: work.organisationId,
      version_id: at.versionId,
      group_id: id,
      key: group.key,
      ...placeIds(at.frame, group),
      position: sql<number>`(select coalesce(max(position), -1) + 1 from requirement_group
        where organisation_id = ${work.organisationId} and version_id = ${at.versionId})`,
      needed: group.needed,
    })
    .execute();
}

export async function saveNeeded(
  work: Scope,
  versionId: Id,
  groupId: Id,
  needed: number | null,
): Promise<void> {
  await work.tx
    .updateTable("requirement_group")
    .set({ needed })
    .where("organisation_id", "=", work.organisationId)
    .where("version_id", "=", versionId)
    .where("group_id", "=", groupId)
    .execute();
}

/** The items become members of the group; of none when it is null. */
export async function saveGroupOf(
  work: Scope,
  versionId: Id,
  itemIds: readonly Id[],
  groupId: Id | null,
): Promise<void> {
  if (itemIds.length === 0) return;
  await work.tx
    .updateTable("item")
    .set({ group_id: groupId })
    .where("organisation_id", "=", work.organisationId)
    .where("version_id", "=", versionId)
    .where("item_id", "in", [...itemIds])
    .execute();
}

/** The groups become members of the group; of none when it is null. */
export async function saveParentOf(
  work: Scope,
  versionId: Id,
  groupIds: readonly Id[],
  parentId: Id | null,
): Promise<void> {
  if (groupIds.length === 0) return;
  await work.tx
    .updateTable("requirement_group")
    .set({ parent_id: parentId })
    .where("organisation_id", "=", work.organisationId)
    .where("version_id", "=", versionId)
    .where("group_id", "in", [...groupIds])
    .execute();
}

/** Groups that have lost their last member go, and then those that had only them. */
export async function deleteEmptyGroups(work: Scope, versionId: Id): Promise<void> {
  const { numAffectedRows } = await sql`
    delete from requirement_group g
    where g.organisation_id = ${work.organisationId} and g.version_id = ${versionId}
      and not exists (select from item i where i.organisation_id = g.organisation_id and i.version_id = g.version_id and i.group_id = g.group_id)
      and not exists (select from requirement_group m
        where m.organisation_id = g.organisation_id and m.version_id = g.version_id and m.parent_id = g.group_id)`.execute(
    work.tx,
  );
  if ((numAffectedRows ?? 0n) > 0n) await deleteEmptyGroups(work, versionId);
}
