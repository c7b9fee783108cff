/** Where a version and a model stand (MOD-2): out for consultation and back; resting, taken up again, withdrawn. */
import type { Work } from "../platform/database/work.ts";
import { done, NotFound, refused, type Reason, type Result } from "../shared/result.ts";
import { mayRetire, mayWriteModels } from "./access.ts";
import { noteEvent } from "./event.store.ts";
import {
  modelTransition,
  transition,
  unfinished,
  type Freedom,
  type ModelStatus,
  type UnfinishedCode,
} from "./life-cycle.rules.ts";
import { modelBySlug, versionContent } from "./store.ts";
import { holdModels, saveFreedom, saveModelStatus, saveVersionStatus } from "./version.store.ts";

/** The longest reason, in characters. */
const LONGEST = 2000;

export type StatusCode = UnfinishedCode | "changed-since" | "no-reason" | "reason-too-long";

/** That the reason is no longer than there is room for. */
export const checkReason = (reason: string): Reason<"reason-too-long">[] =>
  reason.length > LONGEST ? [{ code: "reason-too-long", field: "reason", data: { max: LONGEST } }] : [];

/** MOD-2: sends a draft out for consultation, or takes it back to be rewritten; `revision` is the one that was read. */
export async function changeVersionStatus(
  work: Work,
  slug: string,
  number: number,
  change: { readonly to: "draft" | "consultation"; readonly revision: number; readonly reason: string },
): Promise<Result<null, StatusCode>> {
  if (!mayWriteModels(work.actor)) throw new NotFound("models");
  await holdModels(work);
  const model = await modelBySlug(work, slug);
  const version = model?.versions.find((each) => each.number === number);
  if (!model || model.origin || model.status === "withdrawn" || !version) throw new NotFound("version");
  const reasons: Reason<StatusCode>[] = checkReason(change.reason);
  if (version.revision !== change.revision || !transition(version.status, change.to))
    reasons.push({ code: "changed-since" });
  const content = change.to === "consultation" && (await versionContent(work, version.id));
  // Others are asked about a whole, in which nothing is left to do. What that is has no field in this form.
  if (content)
    reasons.push(
      ...unfinished(content.structure, content.version).map(({ code, data = {} }) => ({ code, data })),
    );
  if (reasons.length > 0) return refused(...reasons);
  if (!(await saveVersionStatus(work, version, change.to))) return refused({ code: "changed-since" });
  const { reason } = change;
  await noteEvent(work, { kind: change.to, modelId: model.id, versionId: version.id, reason });
  return done(null);
}

/** MOD-9: locks a model, or lets employers leave parts of it unused, with the reason why. What comes from an association is the association's to say. */
export async function changeFreedom(
  work: Work,
  slug: string,
  change: { readonly to: Freedom; readonly reason: string },
): Promise<Result<null, StatusCode>> {
  if (!mayRetire(work.actor) && !mayWriteModels(work.actor)) throw new NotFound("models");
  await holdModels(work);
  const model = await modelBySlug(work, slug);
  if (!model || model.origin || model.status === "withdrawn") throw new NotFound("model");
  const reasons: Reason<StatusCode>[] = checkReason(change.reason);
  if (change.reason === "") reasons.push({ code: "no-reason", field: "reason" });
  if (model.adaptable === (change.to === "adaptable")) reasons.push({ code: "changed-since" });
  if (reasons.length > 0) return refused(...reasons);
  await saveFreedom(work, model.id, change.to === "adaptable");
  await noteEvent(work, { kind: change.to, modelId: model.id, reason: change.reason });
  return done(null);
}

/** MOD-2: lets a model rest, takes it up again or withdraws it, with the reason why; `from` is how it stood when it was read. */
export async function changeModelStatus(
  work: Work,
  slug: string,
  change: { readonly from: string; readonly to: ModelStatus; readonly reason: string },
): Promise<Result<null, StatusCode>> {
  if (!mayRetire(work.actor)) throw new NotFound("models");
  await holdModels(work);
  const model = await modelBySlug(work, slug);
  if (!model || model.status === "withdrawn") throw new NotFound("model");
  const reasons: Reason<StatusCode>[] = checkReason(change.reason);
  if (change.reason === "") reasons.push({ code: "no-reason", field: "reason" });
  if (model.status !== change.from || !modelTransition(model.status, change.to))
    reasons.push({ code: "changed-since" });
  if (reasons.length > 0) return refused(...reasons);
  await saveModelStatus(work, model.id, change.to);
  await noteEvent(work, { kind: change.to, modelId: model.id, reason: change.reason });
  return done(null);
}
