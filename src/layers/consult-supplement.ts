/** A supplement out for consultation (MOD-16): what is asked about, beside what was there before; sent out, and taken back to be written on. */
import {
  difference,
  differenceByLevel,
  namesOf,
  type LevelRows,
  type PartNames,
} from "../career-model/difference.rules.ts";
import { transition } from "../career-model/life-cycle.rules.ts";
import { checkReason } from "../career-model/change-status.ts";
import { EMPTY_SUPPLEMENT } from "../career-model/supplement.rules.ts";
import { holdModels } from "../career-model/version.store.ts";
import type { Work } from "../platform/database/work.ts";
import { done, NotFound, refused, type Reason, type Result } from "../shared/result.ts";
import { mayWriteSupplement } from "./access.ts";
import { accountOf, type SupplementPlace } from "./change-supplement.ts";
import { linesOver, saidOver, type SaidRow } from "./consultation.rules.ts";
import { latestEvent, supplementContent, type SupplementEvent } from "./store.ts";
import { saveSupplementStatus } from "./version.store.ts";
import { baseText, readSupplement, viewSupplement, type SupplementView } from "./view-supplement.ts";

export type ConsultationCode = "changed-since" | "reason-too-long" | "unsettled" | "nothing-to-ask";

export type ConsultationView = Pick<
  SupplementView,
  "slug" | "nameSv" | "nameEn" | "unit" | "by" | "base" | "mayWrite"
> & {
  readonly draft: NonNullable<SupplementView["draft"]>;
  /** The version of the supplement that the draft would follow; null when it is the first. */
  readonly former: number | null;
  /** The lines of its own that differ. */
  readonly levels: readonly LevelRows[];
  readonly names: PartNames;
  /** Clarifications, and what isn't used, that differ. */
  readonly said: readonly SaidRow[];
  /** That it was sent out, or taken back, last. */
  readonly latest: SupplementEvent | null;
};

/** MOD-16: what a draft of a supplement asks about, for those who take part in it. Throws NotFound when there is no draft. */
export async function viewConsultation(
  work: Work,
  { slug, unitId }: SupplementPlace,
): Promise<ConsultationView> {
  const view = await viewSupplement(work, slug, unitId);
  const { draft, versions, text, content } = view;
  if (!draft) throw new NotFound("draft");
  const former = versions.find(({ inForceFrom }) => inForceFrom !== null);
  const before = former ? await supplementContent(work, former.id) : EMPTY_SUPPLEMENT;
  const base = former ? await baseText(work, former.baseVersionId) : text;
  const [old, next] = [linesOver(base, before), linesOver(text, content)];
  const { nameSv, nameEn, unit, by, mayWrite } = view;
  return {
    slug,
    nameSv,
    nameEn,
    unit,
    by,
    mayWrite,
    base: view.base,
    draft,
    former: former?.number ?? null,
    levels: differenceByLevel(old, next, difference(old, next)).filter(({ rows }) => rows.length > 0),
    names: namesOf(old, next),
    said: saidOver({ base, content: before }, { base: text, content }),
    latest: await latestEvent(work, draft.id),
  };
}

/** MOD-16: sends a supplement's draft out for consultation, or takes it back; `revision` is the one that was read. */
export async function changeSupplementStatus(
  work: Work,
  place: SupplementPlace,
  change: { readonly to: "draft" | "consultation"; readonly revision: number; readonly reason: string },
): Promise<Result<null, ConsultationCode>> {
  if (!mayWriteSupplement(work.actor, work.tenant, place.unitId)) throw new NotFound("supplement");
  await holdModels(work);
  const { draft } = await readSupplement(work, place.slug, place.unitId);
  if (!draft) throw new NotFound("draft");
  const reasons: Reason<ConsultationCode>[] = checkReason(change.reason);
  if (draft.revision !== change.revision || !transition(draft.status, change.to))
    reasons.push({ code: "changed-since" });
  if (change.to === "consultation") {
    const { levels, said } = await viewConsultation(work, place);
    if (draft.unsettled > 0) reasons.push({ code: "unsettled", data: { count: draft.unsettled } });
    if (levels.length + said.length === 0) reasons.push({ code: "nothing-to-ask" });
  }
  if (reasons.length > 0) return refused(...reasons);
  await saveSupplementStatus(work, draft, { ...change, accountId: accountOf(work) });
  return done(null);
}
