/** Adopting a supplement (MOD-16): decided and recorded as a version is, and from then on unchangeable. */
import { NotFound, refused, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { mayAdopt } from "../career-model/access.ts";
import { decide, type AdoptionInput, type DecisionCode } from "../career-model/adopt-version.ts";
import { canAdoptSupplement, type SupplementAdoptionCode } from "./life.rules.ts";
import type { SupplementPlace } from "./change-supplement.ts";
import { checkSupplement, type SupplementCode } from "../career-model/supplement.rules.ts";
import { supplementContent } from "./store.ts";
import { baseText, readSupplement } from "./view-supplement.ts";
import { holdModels } from "../career-model/version.store.ts";

export type AdoptSupplementCode = SupplementAdoptionCode | SupplementCode | DecisionCode;

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
  return decide<SupplementAdoptionCode | SupplementCode>(work, actor, input, {
    of: "supplement_version",
    draft,
    others,
    reasons: [
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
    ],
  });
}
