/** Writing what a draft says around its items: its introduction, its levels' texts and its tracks. The caller holds the draft. */
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

export async function saveIntro(work: Scope, versionId: Id, intro: string): Promise<void> {
  await work.tx
    .updateTable("model_version")
    .set({ intro })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", versionId)
    .execute();
}

export async function saveLevelTexts(
  work: Scope,
  at: { readonly versionId: Id; readonly levelId: Id },
  texts: { readonly intro: string; readonly onward: readonly string[] },
): Promise<void> {
  await work.tx
    .updateTable("version_level")
    .set({ intro: texts.intro, onward: [...texts.onward] })
    .where("organisation_id", "=", work.organisationId)
    .where("version_id", "=", at.versionId)
    .where("level_id", "=", at.levelId)
    .execute();
}

/** A track with what it is called and where it runs; a new one comes last. */
export async function saveTrack(
  work: Scope,
  versionId: Id,
  track: { readonly id: Id; readonly key: string; readonly name: string; readonly position: number },
  levelIds: readonly Id[],
): Promise<void> {
  const of = { organisation_id: work.organisationId, version_id: versionId, track_id: track.id };
  await work.tx
    .insertInto("version_track")
    .values({ ...of, key: track.key, name: track.name, position: track.position })
    .onConflict((conflict) =>
      conflict.columns(["organisation_id", "version_id", "track_id"]).doUpdateSet({ name: track.name }),
    )
    .execute();
  await work.tx
    .deleteFrom("version_track_level")
    .where("organisation_id", "=", work.organisationId)
    .where("version_id", "=", versionId)
    .where("track_id", "=", track.id)
    .where("level_id", "not in", [...levelIds])
    .execute();
  await work.tx
    .insertInto("version_track_level")
    .values(levelIds.map((level_id) => ({ ...of, level_id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A track that nothing stands in any longer. */
export async function deleteTrack(work: Scope, versionId: Id, trackId: Id): Promise<void> {
  for (const table of ["version_track_level", "version_track"] as const)
    await work.tx
      .deleteFrom(table)
      .where("organisation_id", "=", work.organisationId)
      .where("version_id", "=", versionId)
      .where("track_id", "=", trackId)
      .execute();
}
