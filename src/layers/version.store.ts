/** Writing supplements: their drafts as a whole, and consultation (MOD-9, MOD-16). The caller holds the models (`holdModels`). */
import { sql } from "kysely";
import { newId, type Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import type { SupplementVersion } from "./store.ts";
import type { SupplementContent } from "../career-model/supplement.rules.ts";

/** The supplement's id: made the first time. */
async function supplementId(work: Work, modelId: Id, unitId: Id | null): Promise<Id> {
  const { rows } = await sql<{ id: Id }>`
    with made as (
      insert into supplement (organisation_id, id, model_id, unit_id)
      values (${work.organisationId}, ${newId()}, ${modelId}, ${unitId}) on conflict do nothing returning id)
    select id from made union all
    select id from supplement
    where organisation_id = ${work.organisationId} and model_id = ${modelId} and unit_id is not distinct from ${unitId}`.execute(
    work.tx,
  );
  const row = rows[0];
  if (!row) throw new Error("the supplement was neither made nor found");
  return row.id;
}

/** Begins a draft with this content, pinned to the base version. Returns its id. */
export async function addSupplementVersion(
  work: Work,
  draft: {
    readonly modelId: Id;
    readonly unitId: Id | null;
    readonly baseVersionId: Id;
    readonly number: number;
    readonly accountId: Id;
  },
  content: SupplementContent,
): Promise<Id> {
  const id = newId();
  await work.tx
    .insertInto("supplement_version")
    .values({
      organisation_id: work.organisationId,
      id,
      supplement_id: await supplementId(work, draft.modelId, draft.unitId),
      model_id: draft.modelId,
      number: draft.number,
      base_version_id: draft.baseVersionId,
      status: "draft",
      begun_by: draft.accountId,
      created_at: work.now,
    })
    .execute();
  await writeContent(work, { id, baseVersionId: draft.baseVersionId }, content);
  return id;
}

type Pinned = Pick<SupplementVersion, "id" | "baseVersionId">;

/** Writes a draft anew, one revision on. Its keys have been checked against the base. */
export async function rewriteSupplement(
  work: Work,
  draft: Pinned & Pick<SupplementVersion, "revision">,
  content: SupplementContent,
): Promise<void> {
  for (const table of ["supplement_item", "clarification", "unused_mark"] as const)
    await work.tx
      .deleteFrom(table)
      .where("organisation_id", "=", work.organisationId)
      .where("supplement_version_id", "=", draft.id)
      .execute();
  await work.tx
    .updateTable("supplement_version")
    .set({ revision: draft.revision + 1 })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", draft.id)
    .execute();
  await writeContent(work, draft, content);
}

async function writeContent(work: Work, { id, baseVersionId }: Pinned, content: SupplementContent) {
  const organisation = work.organisationId;
  await sql`
    insert into supplement_item (organisation_id, supplement_version_id, base_version_id, item_id, level_id, track_id, heading_id, position, kind,
      mandatory, text, note, visibility, support, formal)
    select v.organisation_id, ${id}, v.id, x.key, lk.id, t.track_id, hk.id, x.position, x.kind, x.mandatory, x.text, coalesce(x.note, ''),
      x.visibility, x.support, x.formal
    from jsonb_to_recordset(${JSON.stringify(content.items.map((item, position) => ({ ...item, position })))}::jsonb) as x(
      key uuid, "levelKey" text, "trackKey" text, "headingKey" text, position integer, kind text, mandatory boolean, text text, note text,
      visibility text, support text, formal jsonb)
    join model_version v on v.organisation_id = ${organisation} and v.id = ${baseVersionId}
    join career_model m on m.organisation_id = v.organisation_id and m.id = v.model_id
    join structure_level lk on lk.organisation_id = m.organisation_id and lk.structure_id = m.structure_id and lk.key = x."levelKey"
    join structure_heading hk on hk.organisation_id = m.organisation_id and hk.structure_id = m.structure_id and hk.key = x."headingKey"
    left join version_track t on t.organisation_id = v.organisation_id and t.version_id = v.id and t.key = x."trackKey"`.execute(
    work.tx,
  );
  await sql`
    insert into clarification (organisation_id, supplement_version_id, base_version_id, item_id, text, visibility)
    select i.organisation_id, ${id}, i.version_id, i.item_id, x.text, x.visibility
    from jsonb_to_recordset(${JSON.stringify(content.clarifications)}::jsonb) as x("itemKey" text, text text, visibility text)
    join item i on i.organisation_id = ${organisation} and i.version_id = ${baseVersionId} and i.key = x."itemKey"`.execute(
    work.tx,
  );
  await sql`
    insert into unused_mark (organisation_id, supplement_version_id, base_version_id, level_id, track_id, item_id, reason)
    select v.organisation_id, ${id}, v.id, lk.id, t.track_id, i.item_id, x.reason
    from jsonb_to_recordset(${JSON.stringify(content.unused)}::jsonb) as x(of text, key text, reason text)
    join model_version v on v.organisation_id = ${organisation} and v.id = ${baseVersionId}
    join career_model m on m.organisation_id = v.organisation_id and m.id = v.model_id
    left join structure_level lk on x.of = 'level' and lk.organisation_id = m.organisation_id and lk.structure_id = m.structure_id and lk.key = x.key
    left join version_track t on x.of = 'track' and t.organisation_id = v.organisation_id and t.version_id = v.id and t.key = x.key
    left join item i on x.of = 'item' and i.organisation_id = v.organisation_id and i.version_id = v.id and i.key = x.key`.execute(
    work.tx,
  );
}

/** Sends a draft out for consultation or takes it back, one revision on, and writes down by whom and why. */
export async function saveSupplementStatus(
  work: Work,
  { id, revision }: Pick<SupplementVersion, "id" | "revision">,
  change: { readonly to: "draft" | "consultation"; readonly reason: string; readonly accountId: Id },
): Promise<void> {
  await work.tx
    .updateTable("supplement_version")
    .set({ status: change.to, revision: revision + 1 })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", id)
    .execute();
  await work.tx
    .insertInto("supplement_event")
    .values({
      organisation_id: work.organisationId,
      id: newId(),
      supplement_version_id: id,
      kind: change.to,
      account_id: change.accountId,
      reason: change.reason,
      happened_at: work.now,
    })
    .execute();
}
