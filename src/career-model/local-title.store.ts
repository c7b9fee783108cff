/** SQL about local titles (INT-4): a list for each model, with a revision of its own. */
import { sql } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import type { NamedTitlePlace, PlaceTitles, TitlePlace } from "./local-title.rules.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

/** A title with the place that it means. `position` 0 is the one that is written out. */
export type LocalTitle = TitlePlace & {
  readonly modelId: Id;
  readonly position: number;
  readonly title: string;
};

/** Every title of the organisation, in the order of each place. */
export async function localTitles(work: Scope): Promise<LocalTitle[]> {
  const { rows } = await sql<LocalTitle>`
    select model_id as "modelId", level_id as "levelId", track_id as "trackId", position, title from local_title
    where organisation_id = ${work.organisationId} order by model_id, level_id, track_id nulls first, position`.execute(
    work.tx,
  );
  return rows;
}

/** The places of a model in the order of a version; those of earlier versions that still have titles stand last. */
export async function titlePlaces(
  work: Scope,
  modelId: Id,
  versionId: Id,
): Promise<(NamedTitlePlace & { readonly former: boolean })[]> {
  const { rows } = await sql<NamedTitlePlace & { former: boolean }>`
    with named as (
      select v.id = ${versionId} as here, v.number, l.level_id, null::uuid as track_id, l.name as level, null as track,
        l.position, -1 as track_position
      from model_version v join version_level l on l.organisation_id = v.organisation_id and l.version_id = v.id
      where v.organisation_id = ${work.organisationId} and v.model_id = ${modelId}
      union all
      select v.id = ${versionId}, v.number, l.level_id, t.track_id, l.name, t.name, l.position, t.position
      from model_version v join version_level l on l.organisation_id = v.organisation_id and l.version_id = v.id
      join version_track_level tl on tl.organisation_id = l.organisation_id and tl.version_id = l.version_id and tl.level_id = l.level_id
      join version_track t on t.organisation_id = tl.organisation_id and t.version_id = tl.version_id and t.track_id = tl.track_id
      where v.organisation_id = ${work.organisationId} and v.model_id = ${modelId}
    ), latest as (
      select distinct on (level_id, track_id) * from named order by level_id, track_id, here desc, number desc
    )
    select level_id as "levelId", track_id as "trackId", level, track, not here as former from latest n
    where here or exists (select from local_title t where t.organisation_id = ${work.organisationId} and t.model_id = ${modelId}
      and t.level_id = n.level_id and t.track_id is not distinct from n.track_id)
    order by here desc, position, track_position`.execute(work.tx);
  return rows;
}

/** The revision of a model's list; 0 where it has none yet. */
export async function titlesRevision(work: Scope, modelId: Id): Promise<number> {
  const row = await work.tx
    .selectFrom("local_title_list")
    .select("revision")
    .where("organisation_id", "=", work.organisationId)
    .where("model_id", "=", modelId)
    .executeTakeFirst();
  return row?.revision ?? 0;
}

/** Writes the whole list of a model over the one of `revision`; false when it is another by now. */
export async function saveTitles(
  work: Work,
  modelId: Id,
  revision: number,
  all: readonly PlaceTitles[],
): Promise<boolean> {
  if (!work.actor) return false;
  const { rows } = await sql`
    insert into local_title_list as l (organisation_id, model_id, revision, updated_by, updated_at)
    select ${work.organisationId}, ${modelId}, 1, ${work.actor.accountId}, ${work.now}
    where ${revision}::int = 0 or exists (
      select from local_title_list where organisation_id = ${work.organisationId} and model_id = ${modelId})
    on conflict (organisation_id, model_id) do update
      set revision = l.revision + 1, updated_by = excluded.updated_by, updated_at = excluded.updated_at
      where l.revision = ${revision}::int
    returning 1`.execute(work.tx);
  if (rows.length === 0) return false;
  await sql`delete from local_title where organisation_id = ${work.organisationId} and model_id = ${modelId}`.execute(
    work.tx,
  );
  const titles = all.flatMap(({ place, titles: own }) =>
    own.map((title, position) => ({ ...place, title, position })),
  );
  await sql`
    insert into local_title (organisation_id, model_id, level_id, track_id, position, title)
    select ${work.organisationId}, ${modelId}, * from unnest(${titles.map(({ levelId }) => levelId)}::uuid[],
      ${titles.map(({ trackId }) => trackId)}::uuid[], ${titles.map(({ position }) => position)}::int[],
      ${titles.map(({ title }) => title)}::text[])`.execute(work.tx);
  return true;
}
