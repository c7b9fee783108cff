/** What is said about the items of a draft. */
import { sql } from "kysely";
import { newId, type Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";

export type Comment = {
  readonly id: Id;
  readonly text: string;
  readonly by: string;
  readonly at: Date;
  /** Who has dealt with it, and when. */
  readonly resolvedBy: string | null;
  readonly resolvedAt: Date | null;
};

/** What has been said about an item in a version: what is open first, each part as it was said. */
export async function commentsOn(work: Work, versionId: Id, itemId: Id): Promise<Comment[]> {
  const { rows } = await sql<Comment>`
    select c.id, c.text, a.display_name as by, c.written_at as at, r.display_name as "resolvedBy", c.resolved_at as "resolvedAt"
    from item_comment c
    join account a on a.organisation_id = c.organisation_id and a.id = c.account_id
    left join account r on r.organisation_id = c.organisation_id and r.id = c.resolved_by
    where c.organisation_id = ${work.organisationId} and c.version_id = ${versionId} and c.item_id = ${itemId}
    order by c.resolved_at is not null, c.written_at, c.id`.execute(work.tx);
  return rows;
}

export async function insertComment(
  work: Work,
  comment: { readonly versionId: Id; readonly itemId: Id; readonly accountId: Id; readonly text: string },
): Promise<void> {
  await work.tx
    .insertInto("item_comment")
    .values({
      organisation_id: work.organisationId,
      id: newId(),
      version_id: comment.versionId,
      item_id: comment.itemId,
      account_id: comment.accountId,
      written_at: work.now,
      text: comment.text,
    })
    .execute();
}

/** Notes that a comment has been dealt with; once only, whoever asks twice. False when there is no such comment. */
export async function resolveComment(
  work: Work,
  comment: { readonly versionId: Id; readonly itemId: Id; readonly id: Id; readonly accountId: Id },
): Promise<boolean> {
  const result = await work.tx
    .updateTable("item_comment")
    .set((eb) => ({
      resolved_by: eb.fn.coalesce("resolved_by", eb.val(comment.accountId)),
      resolved_at: eb.fn.coalesce("resolved_at", eb.val(work.now)),
    }))
    .where("organisation_id", "=", work.organisationId)
    .where("version_id", "=", comment.versionId)
    .where("item_id", "=", comment.itemId)
    .where("id", "=", comment.id)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
