/** What has been done in a draft: around its items, and all of it in order. The caller holds the draft when it writes. */
import { sql } from "kysely";
import type { Id } from "../shared/ids.ts";
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import type { FrameChange, FramePart, NotedFrameChange } from "./frame.rules.ts";
import type { NotedChange } from "./item.rules.ts";

/** Writes down what was done around the items in this revision, by whom. */
export async function noteFrame(
  work: Work,
  at: { readonly versionId: Id; readonly revision: number },
  changes: readonly FrameChange[],
): Promise<void> {
  const { actor } = work;
  if (!actor) throw new NotFound("account");
  if (changes.length === 0) return;
  await work.tx
    .insertInto("frame_change")
    .values(
      changes.map(({ part, key, before, after }) => ({
        organisation_id: work.organisationId,
        version_id: at.versionId,
        revision: at.revision,
        part,
        key,
        account_id: actor.accountId,
        happened_at: work.now,
        before: before && JSON.stringify(before),
        after: after && JSON.stringify(after),
      })),
    )
    .execute();
}

/** One change of one part. */
export async function frameChangeAt(
  work: Work,
  versionId: Id,
  of: { readonly part: FramePart; readonly key: string; readonly revision: number },
): Promise<FrameChange | undefined> {
  const { rows } = await sql<FrameChange>`
    select part, key, before, after from frame_change
    where organisation_id = ${work.organisationId} and version_id = ${versionId} and part = ${of.part} and key = ${of.key}
      and revision = ${of.revision}`.execute(work.tx);
  return rows[0];
}

export type DraftChange = (NotedChange & { readonly part: "item" }) | NotedFrameChange;

/** What has been done in the version, with its items and around them, the latest first. */
export async function allChanges(
  work: Work,
  versionId: Id,
  page: { readonly limit: number; readonly offset: number },
): Promise<DraftChange[]> {
  const { rows } = await sql<DraftChange>`
    select c.revision, c.part, c.key, c.item_id as "itemId", a.display_name as "by", c.happened_at as at, c.before, c.after
    from (
      select organisation_id, revision, 'item' as part, '' as key, item_id, account_id, happened_at, before, after
      from item_change where version_id = ${versionId}
      union all
      select organisation_id, revision, part, key, null, account_id, happened_at, before, after
      from frame_change where version_id = ${versionId}) c
    join account a on a.organisation_id = c.organisation_id and a.id = c.account_id
    where c.organisation_id = ${work.organisationId}
    order by c.revision desc, c.part, c.key, c.item_id
    limit ${page.limit} offset ${page.offset}`.execute(work.tx);
  return rows;
}
