/** Writing structures, models, versions and decisions. */
import { sql } from "kysely";
import { newId, type Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Work } from "../platform/database/work.ts";
import type { ModelStatus } from "./life-cycle.rules.ts";
import type { ModelVersion, Place, Structure } from "./rules.ts";
import type { Decision, ModelRow, VersionRow } from "./store.ts";
import type { KeptStructure } from "./structure.store.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

/** Waits until nobody else is adding or adopting models here, and keeps others out for the rest of the transaction. */
export async function holdModels(work: Scope): Promise<void> {
  await sql`select pg_advisory_xact_lock(861201050, hashtext(${work.organisationId}::text))`.execute(work.tx);
}

export async function addModel(
  work: Scope,
  model: Omit<ModelRow, "status" | "adaptable" | "origin">,
): Promise<void> {
  await work.tx
    .insertInto("career_model")
    .values({
      organisation_id: work.organisationId,
      id: model.id,
      structure_id: model.structureId,
      profession_id: model.professionId,
      slug: model.slug,
      name_sv: model.nameSv,
      name_en: model.nameEn,
    })
    .execute();
}

/** What a new version takes over from the model's earlier ones: the identities of items, groups and tracks, by key. */
export type Identities = Readonly<Record<"items" | "groups" | "tracks", ReadonlyMap<string, Id>>>;

export async function identities(work: Scope, modelId: Id): Promise<Identities> {
  const { rows } = await sql<{ kind: keyof Identities; key: string; id: Id }>`
    select distinct on (part.kind, part.key) part.kind, part.key, part.id from (
      select 'items' as kind, version_id, key, item_id as id from item where organisation_id = ${work.organisationId}
      union all
      select 'groups', version_id, key, group_id from requirement_group where organisation_id = ${work.organisationId}
      union all
      select 'tracks', version_id, key, track_id from version_track where organisation_id = ${work.organisationId}) part
    join model_version v on v.organisation_id = ${work.organisationId} and v.id = part.version_id
    where v.model_id = ${modelId}
    order by part.kind, part.key, v.number desc`.execute(work.tx);
  const of = (kind: keyof Identities) =>
    new Map(rows.filter((row) => row.kind === kind).map((row) => [row.key, row.id]));
  return { items: of("items"), groups: of("groups"), tracks: of("tracks") };
}

/** What a version is written from: its text, the parts of its structure, and the identities that it takes over. */
export type VersionWriting = {
  readonly structure: Structure;
  readonly version: ModelVersion;
  readonly parts: Pick<KeptStructure, "levels" | "headings">;
  readonly known: Identities;
};

const ownTexts = ({ structure, version }: VersionWriting) => ({
  intro: version.intro,
  core_competencies: [...structure.coreCompetencies],
  rating_scale: [...structure.ratingScale],
});

/** Writes a version as a draft, with all its content; its keys have been checked against the structure. Returns its id. */
export async function addVersion(work: Scope, modelId: Id, writing: VersionWriting): Promise<Id> {
  const id = newId();
  await work.tx
    .insertInto("model_version")
    .values({
      organisation_id: work.organisationId,
      id,
      model_id: modelId,
      number: writing.version.number,
      status: "draft",
      ...ownTexts(writing),
    })
    .execute();
  await writeContent(work, id, writing, 1);
  return id;
}

/** Writes a draft anew, under the same id and one revision on. Who writes in it at the same time waits, and is told. */
export async function rewriteDraft(work: Scope, draft: VersionRow, writing: VersionWriting): Promise<void> {
  const { revision } = await work.tx
    .updateTable("model_version")
    .set((eb) => ({ ...ownTexts(writing), revision: eb("revision", "+", 1) }))
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", draft.id)
    .returning("revision")
    .executeTakeFirstOrThrow();
  for (const table of [
    "item",
    "requirement_group",
    "version_track_level",
    "version_track",
    "version_level",
    "version_heading",
  ] as const)
    await work.tx
      .deleteFrom(table)
      .where("organisation_id", "=", work.organisationId)
      .where("version_id", "=", draft.id)
      .execute();
  await writeContent(work, draft.id, writing, revision);
}

const idOf = (parts: readonly { readonly id: Id; readonly key: string }[]) => {
  const byKey = new Map(parts.map((part) => [part.key, part.id]));
  return (key: string): Id => {
    const id = byKey.get(key);
    if (id === undefined) throw new Error(`no part with the key ${key}`);
    return id;
  };
};

async function writeContent(
  work: Scope,
  version_id: Id,
  writing: VersionWriting,
  revision: number,
): Promise<void> {
  const { structure, version, parts, known } = writing;
  const organisation_id = work.organisationId;
  const levelId = idOf(parts.levels);
  const headingId = idOf(parts.headings);
  const tracks = version.tracks.map((track) => ({ ...track, id: known.tracks.get(track.key) ?? newId() }));
  const trackId = idOf(tracks);
  const groups = version.groups.map((group) => ({ ...group, id: known.groups.get(group.key) ?? newId() }));
  const groupId = idOf(groups);
  const placeIds = (place: Place) => ({
    level_id: levelId(place.levelKey),
    track_id: place.trackKey === null ? null : trackId(place.trackKey),
    heading_id: headingId(place.headingKey),
  });
  await work.tx
    .insertInto("version_level")
    .values(
      structure.levels.map((level, position) => ({
        organisation_id,
        version_id,
        level_id: levelId(level.key),
        position,
        name: level.name,
        short_text: level.shortText,
        kind: level.kind,
        intro: version.levelIntros.find((intro) => intro.levelKey === level.key)?.text ?? "",
        onward: version.onward.filter((onward) => onward.levelKey === level.key).map((onward) => onward.text),
      })),
    )
    .execute();
  await work.tx
    .insertInto("version_heading")
    .values(
      structure.headings.map((heading, position) => ({
        organisation_id,
        version_id,
        heading_id: headingId(heading.key),
        position,
        name: heading.name,
      })),
    )
    .execute();
  if (tracks.length > 0) {
    await work.tx
      .insertInto("version_track")
      .values(
        tracks.map(({ id, key, name }, position) => ({
          organisation_id,
          version_id,
          track_id: id,
          key,
          position,
          name,
        })),
      )
      .execute();
    await work.tx
      .insertInto("version_track_level")
      .values(
        tracks.flatMap((track) =>
          track.levels.map((level) => ({
            organisation_id,
            version_id,
            track_id: track.id,
            level_id: levelId(level),
          })),
        ),
      )
      .execute();
  }
  if (groups.length > 0)
    await work.tx
      .insertInto("requirement_group")
      .values(
        groups.map((group, position) => ({
          organisation_id,
          version_id,
          group_id: group.id,
          key: group.key,
          ...placeIds(group),
          position,
          needed: group.needed,
          parent_id: group.groupKey === undefined ? null : groupId(group.groupKey),
        })),
      )
      .execute();
  if (version.items.length > 0)
    await work.tx
      .insertInto("item")
      .values(
        version.items.map((item, position) => ({
          organisation_id,
          version_id,
          item_id: known.items.get(item.key) ?? newId(),
          key: item.key,
          ...placeIds(item),
          position,
          group_id: item.groupKey === undefined ? null : groupId(item.groupKey),
          kind: item.kind,
          mandatory: item.mandatory,
          text: item.text,
          note: item.note ?? "",
          visibility: item.visibility,
          support: item.support ?? null,
          formal: item.formal ? JSON.stringify(item.formal) : null,
          revision,
        })),
      )
      .execute();
}

/** Sends a draft to consultation, or takes it back. False when somebody else changed the version first. */
export async function saveVersionStatus(
  work: Scope,
  version: VersionRow,
  status: "draft" | "consultation",
): Promise<boolean> {
  const result = await work.tx
    .updateTable("model_version")
    .set({ status, revision: version.revision + 1 })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", version.id)
    .where("revision", "=", version.revision)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** MOD-9: locks the model, or leaves it open. The caller holds the models. */
export async function saveFreedom(work: Scope, modelId: Id, adaptable: boolean): Promise<void> {
  await work.tx
    .updateTable("career_model")
    .set({ adaptable })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", modelId)
    .execute();
}

/** The caller holds the models (`holdModels`). */
export async function saveModelStatus(work: Scope, modelId: Id, status: ModelStatus): Promise<void> {
  await work.tx
    .updateTable("career_model")
    .set({ status })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", modelId)
    .execute();
}

export type DecisionToSave = Omit<Decision, "decidedBy"> & {
  readonly accountId: Id;
  readonly inForceFrom: LocalDate;
};

/** What is adopted: a version of a model, or one of a supplement. */
export type Adoptable = "model_version" | "supplement_version";

/**
 * Adopts a draft: the decision, the version in force from its day, and the one before it (`formerId`) until then. False when
 * somebody else changed the draft first. The caller holds the models (`holdModels`).
 */
export async function saveAdoption(
  work: Work,
  of: Adoptable,
  {
    draft,
    formerId,
  }: { readonly draft: Pick<VersionRow, "id" | "revision">; readonly formerId: Id | undefined },
  { accountId, inForceFrom, ...decision }: DecisionToSave,
): Promise<boolean> {
  if (formerId)
    await work.tx
      .updateTable(of)
      .set({ status: "superseded", in_force_to: inForceFrom })
      .where("organisation_id", "=", work.organisationId)
      .where("id", "=", formerId)
      .execute();
  const result = await work.tx
    .updateTable(of)
    .set({ status: "adopted", in_force_from: inForceFrom, revision: draft.revision + 1 })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", draft.id)
    .where("revision", "=", draft.revision)
    .where("status", "in", ["draft", "consultation"])
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) return false;
  await work.tx
    .insertInto("decision")
    .values({
      organisation_id: work.organisationId,
      id: newId(),
      kind: "adopt",
      version_id: of === "model_version" ? draft.id : null,
      supplement_version_id: of === "supplement_version" ? draft.id : null,
      decided_by: accountId,
      decided_as: decision.decidedAs,
      delegation: decision.delegation,
      decided_on: decision.decidedOn,
      diary_number: decision.diaryNumber,
      rests_on: decision.restsOn,
      created_at: work.now,
    })
    .execute();
  return true;
}
