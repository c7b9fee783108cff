/** Adopting a supplement (MOD-16): decided and recorded as a version is, and from then on unchangeable. */
import { isDay } from "../shared/local-date.ts";
import { Conflict, done, NotFound, refused, type Reason, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { mayAdopt } from "../career-model/access.ts";
import { checkWords, decisionOf, type AdoptionInput } from "../career-model/adopt-version.ts";
import { canAdoptSupplement, type SupplementAdoptionCode } from "./life.rules.ts";
import type { SupplementPlace } from "./change-supplement.ts";
import { checkSupplement, type SupplementCode } from "../career-model/supplement.rules.ts";
import { supplementContent } from "./store.ts";
import { saveSupplementAdoption } from "./version.store.ts";
import { baseText, readSupplement } from "./view-supplement.ts";
import { holdModels } from "../career-model/version.store.ts";

export type AdoptSupplementCode =
  SupplementAdoptionCode | SupplementCode | "missing" | "too-long" | "changed-since";

/** Adopts the draft of a supplement, in force from the stated day. A refusal names everything that stands in the way. */
export async function adoptSupplement(
  work: Work,
  { slug, unitId }: SupplementPlace,
  input: AdoptionInput,
): Promise<Result<null, AdoptSupplementCode>> {
  const { actor } = work;
  if (!actor || !mayAdopt(actor)) throw new NotFound("adoption");
  await holdModels(work);
  const { model, versions, draft, freedom } = await readSupplement(work, slug, unitId);
  if (!draft)
    return refused({ code: "not-adoptable-from", data: { status: versions[0]?.status ?? "draft" } });
  const others = versions.filter((version) => version.id !== draft.id);
  const reasons: Reason<AdoptSupplementCode>[] = checkWords(input);
  if (draft.revision !== input.revision) reasons.push({ code: "changed-since" });
  reasons.push(
    ...canAdoptSupplement({
      modelStatus: model.status,
      status: draft.status,
      baseNumber: draft.baseNumber,
      base: model.versions,
      others,
      unsettled: draft.unsettled,
      inForceFrom: input.inForceFrom,
    }),
    ...checkSupplement(
      await baseText(work, draft.baseVersionId),
      await supplementContent(work, draft.id),
      freedom,
    ),
  );
  if (reasons.length > 0 || !isDay(input.inForceFrom)) return refused(...reasons);
  const former = others.find((version) => version.status === "adopted" && version.inForceTo === null);
  if (!(await saveSupplementAdoption(work, draft, former, decisionOf(work, actor, input))))
    throw new Conflict("supplement");
  return done(null);
}
