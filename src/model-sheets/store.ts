/** SQL of a model's spreadsheet on its way in (MOD-15), and of the structures that it can be held against. */
import { sql } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import type { Structure } from "../career-model/rules.ts";
import type { Reading } from "./reading.rules.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

/** How a sheet is read, and the structure that it is held against; null for a new one. */
export type KeptReading = Reading & { readonly structureId: Id | null };

export type ModelImport = {
  readonly id: Id;
  readonly filename: string;
  readonly state: "preview" | "done" | "cancelled";
  /** While it is looked at. */
  readonly file: Buffer | null;
  /** Null for Vidga's own list, which is read in one way. */
  readonly reading: KeptReading | null;
  readonly revision: number;
};

/** `hold` keeps it until the transaction ends, so that two who change it take turns. */
export async function modelImportById(work: Scope, id: Id, hold = false): Promise<ModelImport | undefined> {
  const { rows } = await sql<ModelImport>`
    select id, filename, state, file, reading, revision from model_import
    where organisation_id = ${work.organisationId} and id = ${id} ${hold ? sql`for update` : sql``}`.execute(
    work.tx,
  );
  return rows[0];
}

export async function addModelImport(
  work: Work,
  added: {
    readonly id: Id;
    readonly accountId: Id;
    readonly filename: string;
    readonly file: Uint8Array;
    readonly reading: KeptReading | null;
  },
): Promise<void> {
  await work.tx
    .insertInto("model_import")
    .values({
      organisation_id: work.organisationId,
      id: added.id,
      created_by: added.accountId,
      created_at: work.now,
      filename: added.filename,
      file: Buffer.from(added.file),
      reading: added.reading && JSON.stringify(added.reading),
    })
    .execute();
}

/** Another reading of one that the caller holds. */
export async function saveReading(work: Scope, id: Id, reading: KeptReading): Promise<void> {
  await work.tx
    .updateTable("model_import")
    .set(({ eb }) => ({ reading: JSON.stringify(reading), revision: eb("revision", "+", 1) }))
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", id)
    .execute();
}

/** It has become a draft, or is left: the file goes. */
export async function finishModelImport(work: Work, id: Id, state: "done" | "cancelled"): Promise<void> {
  await work.tx
    .updateTable("model_import")
    .set({ state, file: null, finished_at: work.now })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", id)
    .execute();
}

/** The files that were taken in before this moment, and are still looked at, are left. */
export async function leaveModelImports(work: Work, before: Date): Promise<void> {
  await work.tx
    .updateTable("model_import")
    .set({ state: "cancelled", file: null, finished_at: work.now })
    .where("organisation_id", "=", work.organisationId)
    .where("state", "=", "preview")
    .where("created_at", "<", before)
    .execute();
}

export type KnownStructure = { readonly id: Id; readonly structure: Structure };

/** Every structure whole, by name. */
export async function structuresWhole(work: Scope): Promise<KnownStructure[]> {
  const { rows } = await sql<KnownStructure>`
    select s.id, jsonb_build_object('name', s.name, 'coreCompetencies', s.core_competencies, 'ratingScale', s.rating_scale,
      'levels', (select coalesce(jsonb_agg(jsonb_build_object('key', l.key, 'name', l.name, 'shortText', l.short_text, 'kind', l.kind)
          order by l.position), '[]')
        from structure_level l where l.organisation_id = s.organisation_id and l.structure_id = s.id),
      'headings', (select coalesce(jsonb_agg(jsonb_build_object('key', h.key, 'name', h.name) order by h.position), '[]')
        from structure_heading h where h.organisation_id = s.organisation_id and h.structure_id = s.id)) as structure
    from structure s where s.organisation_id = ${work.organisationId} order by s.name collate "sv-SE-x-icu", s.id`.execute(
    work.tx,
  );
  return rows;
}
