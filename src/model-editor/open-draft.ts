/** The way into a draft: for those who take part in it, to read; for one writer at a time, to change (MOD-2). */
import type { Work } from "../platform/database/work.ts";
import { done, NotFound, refused, type Result } from "../shared/result.ts";
import { mayReadDrafts, mayWriteModels } from "../career-model/access.ts";
import { isEditable } from "../career-model/life-cycle.rules.ts";
import { LIMITS } from "../career-model/rules.ts";
import { modelBySlug, type ModelRow, type VersionRow } from "../career-model/store.ts";
import { frameOf, type Frame } from "./draft.store.ts";
import { holdVersion } from "./item.store.ts";

/** Which version of which model, as its address says. */
export type DraftAddress = { readonly slug: string; readonly number: number };

export type Draft = {
  readonly model: ModelRow;
  readonly version: VersionRow;
  readonly frame: Frame;
  /** May this reader change it as it stands: a writer, and a draft that isn't out for consultation. */
  readonly mayWrite: boolean;
  /** May this reader say something about it. */
  readonly mayComment: boolean;
};

/** A version for those who take part in writing it. What is adopted is still read here, and changed no more. */
export async function readDraft(work: Work, { slug, number }: DraftAddress): Promise<Draft> {
  const model = await modelBySlug(work, slug);
  const version = model?.versions.find((each) => each.number === number);
  if (!model || model.status === "withdrawn" || !version || !mayReadDrafts(work.actor, model.professionId))
    throw new NotFound("draft");
  return {
    model,
    version,
    frame: await frameOf(work, version.id),
    mayWrite: mayWriteModels(work.actor) && model.origin === null && version.status === "draft",
    mayComment: isEditable(version.status),
  };
}

export type HoldCode = "not-a-draft";

/** A draft that nobody else changes until this unit of work is over. Refused when it has been sent out or adopted meanwhile. */
export async function holdDraft(work: Work, address: DraftAddress): Promise<Result<Draft, HoldCode>> {
  if (!mayWriteModels(work.actor)) throw new NotFound("models");
  // Beyond what the database can number there is no version.
  if (!(address.number <= LIMITS.number)) throw new NotFound("draft");
  await holdVersion(work, address.slug, address.number);
  const draft = await readDraft(work, address);
  return draft.mayWrite
    ? done(draft)
    : refused({ code: "not-a-draft", data: { status: draft.version.status } });
}
