/** Reading a model's versions and what has been done with them (MOD-2), for those who take part in writing it. */
import type { Work } from "../platform/database/work.ts";
import { NotFound } from "../shared/result.ts";
import { mayReadDrafts, mayReadImpact, mayRetire, mayWriteModels } from "./access.ts";
import { eventsOf, type ModelEvent } from "./event.store.ts";
import type { Freedom, ModelStatus } from "./life-cycle.rules.ts";
import type { VersionRow } from "./store.ts";
import { readableModel } from "./view-models.ts";

export type HistoryView = {
  readonly slug: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly status: ModelStatus;
  /** The newest first. */
  readonly versions: readonly VersionRow[];
  /** The number of the version in force today. */
  readonly inForce: number | null;
  readonly events: readonly ModelEvent[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly pageSize: number;
  readonly mayWrite: boolean;
  /** May the reader see what each version asks of those who are placed (MOD-12)? */
  readonly mayReadImpact: boolean;
  readonly mayRetire: boolean;
  /** MOD-9: may parts of the model be left unused? */
  readonly freedom: Freedom;
  readonly maySetFreedom: boolean;
};

export async function viewHistory(
  work: Work,
  slug: string,
  page: { readonly number: number; readonly size: number },
): Promise<HistoryView> {
  const { model, inForce, readable } = await readableModel(work, slug);
  if (!mayReadDrafts(work.actor, model.professionId)) throw new NotFound("history");
  const { events, total } = await eventsOf(work, model.id, page);
  return {
    slug,
    nameSv: model.nameSv,
    nameEn: model.nameEn,
    status: model.status,
    versions: readable.toSorted((a, b) => b.number - a.number),
    inForce: inForce?.number ?? null,
    events,
    page: page.number,
    pages: Math.max(1, Math.ceil(total / page.size)),
    total,
    pageSize: page.size,
    mayWrite: mayWriteModels(work.actor) && model.origin === null,
    mayReadImpact: mayReadImpact(work.actor, work.tenant, model.professionId),
    mayRetire: mayRetire(work.actor),
    freedom: model.adaptable ? "adaptable" : "locked",
    maySetFreedom:
      (mayWriteModels(work.actor) || mayRetire(work.actor)) &&
      model.origin === null &&
      model.status !== "withdrawn",
  };
}
