/** Saying something about an item of a draft, and noting that it has been dealt with. */
import type { Work } from "../platform/database/work.ts";
import { isId, type Id } from "../shared/ids.ts";
import { done, NotFound, refused, type Result } from "../shared/result.ts";
import { mayWriteModels } from "../career-model/access.ts";
import { checkText } from "../career-model/check.rules.ts";
import { insertComment, resolveComment } from "./comment.store.ts";
import { itemById } from "./draft.store.ts";
import { readDraft } from "./open-draft.ts";
import type { ItemAddress } from "./write-item.ts";

/** In characters. */
const LONGEST = 2000;

export type CommentCode = "empty-comment" | "text-too-long" | "bad-character";

/** Says something about an item: for all who take part, for as long as the version can change. */
export async function commentItem(
  work: Work,
  address: ItemAddress,
  text: string,
): Promise<Result<null, CommentCode>> {
  const { version, mayComment } = await readDraft(work, address);
  const { actor } = work;
  if (!actor || !mayComment || !isId(address.itemId) || !(await itemById(work, version.id, address.itemId)))
    throw new NotFound("item");
  if (text === "") return refused({ code: "empty-comment", field: "comment" });
  const reasons = checkText("comment", text, LONGEST);
  if (reasons.length > 0)
    return refused(...reasons.map((reason) => ({ ...reason, code: reason.code as CommentCode })));
  await insertComment(work, {
    versionId: version.id,
    itemId: address.itemId,
    accountId: actor.accountId,
    text,
  });
  return done(null);
}

/** Notes that a comment has been dealt with: by whoever writes. */
export async function dealWithComment(work: Work, address: ItemAddress, id: Id): Promise<void> {
  const { actor } = work;
  if (!actor || !mayWriteModels(actor)) throw new NotFound("comment");
  const { version, mayComment } = await readDraft(work, address);
  const { itemId } = address;
  const isThere =
    mayComment &&
    isId(id) &&
    (await resolveComment(work, { versionId: version.id, itemId, id, accountId: actor.accountId }));
  if (!isThere) throw new NotFound("comment");
}
