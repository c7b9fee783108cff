/** SQL about what managers write down before the dialogue (PLC-5). A draft belongs to the unit, and goes when the person does. */
import { sql, type RawBuilder } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { among } from "../platform/database/prepared.ts";
import type { Work } from "../platform/database/work.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

export type Preparation = {
  readonly personId: Id;
  readonly modelId: Id;
  readonly levelId: Id | null;
  readonly trackId: Id | null;
  readonly dialogueOn: LocalDate | null;
  readonly basis: string | null;
  readonly motivation: string;
  /** The name of whoever wrote it last. */
  readonly preparedBy: string;
  readonly revision: number;
};

/** What is prepared in the unit. */
export async function preparations(work: Scope, unitId: Id): Promise<Preparation[]> {
  const { rows } = await sql<Preparation>`
    select p.person_id as "personId", p.model_id as "modelId", p.level_id as "levelId", p.track_id as "trackId",
      p.dialogue_on as "dialogueOn", p.basis, p.motivation, a.display_name as "preparedBy", p.revision
    from placement_preparation p join account a on a.organisation_id = p.organisation_id and a.id = p.prepared_by
    where p.organisation_id = ${work.organisationId} and p.unit_id = ${unitId}`.execute(work.tx);
  return rows;
}

/** Who is prepared in these units, and in which model. */
export const preparedIn = (
  work: Pick<Work, "organisationId">,
  unitIds: readonly Id[],
): RawBuilder<Pick<Preparation, "personId" | "modelId">> => sql<Pick<Preparation, "personId" | "modelId">>`
    select person_id as "personId", model_id as "modelId" from placement_preparation
    where organisation_id = ${work.organisationId} and ${among("unit_id", unitIds)}`;

/** Writes drafts, each over the one before it. The caller holds the people and has compared revisions. */
export async function savePreparations(
  work: Work,
  unitId: Id,
  drafts: readonly Omit<Preparation, "preparedBy">[],
): Promise<void> {
  if (drafts.length === 0 || !work.actor) return;
  const { accountId } = work.actor;
  await work.tx
    .insertInto("placement_preparation")
    .values(
      drafts.map((draft) => ({
        organisation_id: work.organisationId,
        person_id: draft.personId,
        model_id: draft.modelId,
        unit_id: unitId,
        level_id: draft.levelId,
        track_id: draft.trackId,
        dialogue_on: draft.dialogueOn,
        basis: draft.basis,
        motivation: draft.motivation,
        prepared_by: accountId,
        updated_at: work.now,
        revision: draft.revision,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(["organisation_id", "person_id", "model_id", "unit_id"]).doUpdateSet((row) => ({
        level_id: row.ref("excluded.level_id"),
        track_id: row.ref("excluded.track_id"),
        dialogue_on: row.ref("excluded.dialogue_on"),
        basis: row.ref("excluded.basis"),
        motivation: row.ref("excluded.motivation"),
        prepared_by: row.ref("excluded.prepared_by"),
        updated_at: row.ref("excluded.updated_at"),
        revision: row.ref("excluded.revision"),
      })),
    )
    .execute();
}

/** Removes the drafts of these people in these models, wherever they stand: they have been placed. */
export async function removePreparations(
  work: Scope,
  pairs: readonly { readonly personId: Id; readonly modelId: Id }[],
): Promise<void> {
  await sql`delete from placement_preparation p
    using unnest(${pairs.map((pair) => pair.personId)}::uuid[], ${pairs.map((pair) => pair.modelId)}::uuid[]) as d (person_id, model_id)
    where p.organisation_id = ${work.organisationId} and p.person_id = d.person_id and p.model_id = d.model_id`.execute(
    work.tx,
  );
}
