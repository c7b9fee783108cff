/** What has been done with models and their versions, by whom, when and why (MOD-2). */
import { sql } from "kysely";
import type { Work } from "../platform/database/work.ts";
import { newId, type Id } from "../shared/ids.ts";
import { NotFound } from "../shared/result.ts";
import type { Freedom, ModelStatus, VersionEvent } from "./life-cycle.rules.ts";

export type ModelEvent = {
  readonly id: Id;
  readonly kind: VersionEvent | ModelStatus | Freedom | "adopted" | "taken-in";
  /** The version that it was done to; null for the model as a whole. */
  readonly number: number | null;
  readonly begunFrom: number | null;
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
};

type Done = { readonly modelId: Id; readonly reason?: string } & (
  | { readonly kind: "begun"; readonly versionId: Id; readonly begunFrom: number }
  | { readonly kind: Exclude<VersionEvent, "begun">; readonly versionId: Id }
  | { readonly kind: ModelStatus | Freedom }
);

/** Writes down what has just been done, by whom it was done. */
export async function noteEvent(work: Work, done: Done): Promise<void> {
  if (!work.actor) throw new NotFound("account");
  await work.tx
    .insertInto("model_event")
    .values({
      organisation_id: work.organisationId,
      id: newId(),
      model_id: done.modelId,
      version_id: "versionId" in done ? done.versionId : null,
      kind: done.kind,
      begun_from: "begunFrom" in done ? done.begunFrom : null,
      account_id: work.actor.accountId,
      reason: done.reason ?? "",
      happened_at: work.now,
    })
    .execute();
}

/** A page of what has been done with the model, its decisions too, the latest first, and how much there is in all. */
export async function eventsOf(
  work: Work,
  modelId: Id,
  page: { readonly number: number; readonly size: number },
): Promise<{ readonly events: readonly ModelEvent[]; readonly total: number }> {
  const { rows } = await sql<ModelEvent & { total: number }>`
    select count(*) over ()::int as total, done.id, done.kind, v.number, done.begun_from as "begunFrom", a.display_name as "by", done.at, done.reason
    from (
      select organisation_id, id, kind, version_id, begun_from, account_id, happened_at as at, reason
      from model_event where model_id = ${modelId}
      union all
      select d.organisation_id, d.id, 'adopted', d.version_id, null, d.decided_by, d.created_at, d.diary_number
      from decision d join model_version v on v.organisation_id = d.organisation_id and v.id = d.version_id
      where v.model_id = ${modelId} and d.kind = 'adopt'
      union all
      select organisation_id, id, 'taken-in', id, null, taken_in_by, created_at, ''
      from model_version where model_id = ${modelId} and taken_in_by is not null) done
    join account a on a.organisation_id = done.organisation_id and a.id = done.account_id
    left join model_version v on v.organisation_id = done.organisation_id and v.id = done.version_id
    where done.organisation_id = ${work.organisationId}
    order by done.at desc, done.id
    limit ${page.size} offset ${(page.number - 1) * page.size}`.execute(work.tx);
  return { events: rows, total: rows[0]?.total ?? 0 };
}
