/** Writing a supplement (MOD-9): each change is made to the draft as it stands, which is begun by the first. */
import type { Id } from "../shared/ids.ts";
import { newId } from "../shared/ids.ts";
import { done, NotFound, refused, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { mayWriteSupplement } from "./access.ts";
import { supplementContent } from "./store.ts";
import { addSupplementVersion, rewriteSupplement } from "./version.store.ts";
import {
  checkSupplement,
  EMPTY_SUPPLEMENT,
  type SupplementCode,
  type SupplementContent,
} from "../career-model/supplement.rules.ts";
import { baseText, latestOn, readSupplement } from "./view-supplement.ts";
import { holdModels } from "../career-model/version.store.ts";

export type ChangeSupplementCode = SupplementCode | "in-consultation" | "carry-over-first" | "changed-since";

/** Where a supplement is: at a model, for the employer or for a unit. */
export type SupplementPlace = { readonly slug: string; readonly unitId: Id | null };

/**
 * Changes the draft, beginning one with what holds today when there is none. `change` gives the new content, or null when what it was thought
 * out from is no longer so. Every reason at once; then nothing is saved.
 */
export async function changeSupplement(
  work: Work,
  { slug, unitId }: SupplementPlace,
  change: (content: SupplementContent) => SupplementContent | null,
): Promise<Result<null, ChangeSupplementCode>> {
  if (!mayWriteSupplement(work.actor, work.tenant, unitId)) throw new NotFound("supplement");
  await holdModels(work);
  const { model, versions, draft, base, carryTo, freedom } = await readSupplement(work, slug, unitId);
  if (carryTo && (!draft || carryTo.inForceFrom === null || carryTo.inForceFrom <= work.today))
    return refused({ code: "carry-over-first", data: { number: carryTo.number } });
  if (draft?.status === "consultation") return refused({ code: "in-consultation" });
  const from = draft ?? latestOn(versions, base.id);
  const before = from ? await supplementContent(work, from.id) : EMPTY_SUPPLEMENT;
  const known = new Set(before.items.map((item) => item.key));
  const changed = change(before);
  if (!changed) return refused({ code: "changed-since" });
  // A line that is new gets an identity of its own, whatever it was called.
  const content = {
    ...changed,
    items: changed.items.map((item) => (known.has(item.key) ? item : { ...item, key: newId() })),
  };
  const reasons = checkSupplement(await baseText(work, base.id), content, freedom);
  if (reasons.length > 0) return refused(...reasons);
  if (draft) await rewriteSupplement(work, draft, content);
  else
    await addSupplementVersion(
      work,
      {
        modelId: model.id,
        unitId,
        baseVersionId: base.id,
        number: (versions[0]?.number ?? 0) + 1,
        accountId: accountOf(work),
      },
      content,
    );
  return done(null);
}

/** Whoever writes is signed in. */
export function accountOf({ actor }: Work): Id {
  if (!actor) throw new NotFound("account");
  return actor.accountId;
}
