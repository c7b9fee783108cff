/** Reading structures, models, versions and decisions. What writes them stands in `version.store.ts`. */
import { sql } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Work } from "../platform/database/work.ts";
import type { ModelStatus, VersionStatus } from "./life-cycle.rules.ts";
import type {
  FormalDetail,
  Item,
  ItemKind,
  Level,
  LevelKind,
  ModelVersion,
  Place,
  RequirementGroup,
  Structure,
  SupportStage,
  Visibility,
} from "./rules.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

export type ModelRow = {
  readonly id: Id;
  readonly slug: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly status: ModelStatus;
  readonly structureId: Id;
  readonly professionId: Id;
  /** May an employer say of a part that it isn't used there (MOD-9)? */
  readonly adaptable: boolean;
  /** The association that it was taken in from (MOD-2); null for an employer's own. */
  readonly origin: { readonly id: Id; readonly name: string } | null;
};

export type VersionRow = {
  readonly id: Id;
  readonly modelId: Id;
  readonly number: number;
  readonly status: VersionStatus;
  readonly inForceFrom: LocalDate | null;
  /** The first day that it is no longer in force; null while nothing has taken over. */
  readonly inForceTo: LocalDate | null;
  readonly revision: number;
};

/** A model with all its versions, the newest first. */
export type ModelWithVersions = ModelRow & { readonly versions: readonly VersionRow[] };

const MODELS = sql`
  select m.id, m.slug, m.name_sv as "nameSv", m.name_en as "nameEn", m.status, m.structure_id as "structureId",
    m.profession_id as "professionId", m.adaptable,
    (select jsonb_build_object('id', o.id, 'name', o.name) from organisation o where o.id = m.origin_id) as origin,
    coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'modelId', v.model_id, 'number', v.number, 'status', v.status,
        'inForceFrom', v.in_force_from, 'inForceTo', v.in_force_to, 'revision', v.revision) order by v.number desc)
      from model_version v where v.organisation_id = m.organisation_id and v.model_id = m.id), '[]') as versions
  from career_model m`;

/** Every model of the organisation, by name. */
export async function models(work: Scope): Promise<ModelWithVersions[]> {
  const { rows } = await sql<ModelWithVersions>`${MODELS}
    where m.organisation_id = ${work.organisationId} order by m.name_sv collate "sv-SE-x-icu", m.id`.execute(
    work.tx,
  );
  return rows;
}

export async function modelBySlug(work: Scope, slug: string): Promise<ModelWithVersions | undefined> {
  const { rows } = await sql<ModelWithVersions>`${MODELS}
    where m.organisation_id = ${work.organisationId} and m.slug = ${slug}`.execute(work.tx);
  return rows[0];
}

/** The levels of each of these versions by name and kind, from the innermost outward: in one statement for a whole list. */
export async function levelsOf(
  work: Scope,
  versionIds: readonly Id[],
): Promise<Map<Id, readonly Pick<Level, "name" | "kind">[]>> {
  const { rows } = await sql<{ versionId: Id; levels: Pick<Level, "name" | "kind">[] }>`
    select version_id as "versionId",
      jsonb_agg(jsonb_build_object('name', name, 'kind', kind) order by position) as levels
    from version_level
    where organisation_id = ${work.organisationId} and version_id = any(${[...versionIds]}::uuid[])
    group by version_id`.execute(work.tx);
  return new Map(rows.map(({ versionId, levels }) => [versionId, levels]));
}

/**
 * A version's own text with its structure, the database's ids for the levels and tracks that placements point at, and the identities of its items through
 * versions (MOD-5), each by key.
 */
export type VersionContent = {
  readonly structure: Structure;
  readonly version: ModelVersion;
  readonly levelIds: Readonly<Record<string, Id>>;
  readonly trackIds: Readonly<Record<string, Id>>;
  readonly itemIds: Readonly<Record<string, Id>>;
};

type LevelRow = {
  id: Id;
  key: string;
  name: string;
  shortText: string;
  kind: LevelKind;
  intro: string;
  onward: string[];
};
type TrackRow = { id: Id; key: string; name: string; levels: string[] };
type GroupRow = Place & { key: string; needed: number | null; groupKey: string | null };
export type ItemRow = Place & {
  key: string;
  groupKey: string | null;
  kind: ItemKind;
  mandatory: boolean | null;
  text: string;
  note: string;
  visibility: Visibility;
  support: SupportStage | null;
  formal: FormalDetail | null;
};
type ContentRow = {
  name: string;
  number: number;
  intro: string;
  core_competencies: string[];
  rating_scale: string[];
  levels: LevelRow[];
  headings: { key: string; name: string }[];
  tracks: TrackRow[];
  groups: GroupRow[];
  items: ItemRow[];
  item_ids: Record<string, Id>;
};

/** The whole content of a version in one statement. */
export async function versionContent(work: Scope, versionId: Id): Promise<VersionContent | undefined> {
  const { rows } = await sql<ContentRow>`
    select s.name, v.number, v.intro, v.core_competencies, v.rating_scale,
      (select coalesce(jsonb_agg(jsonb_build_object('id', l.level_id, 'key', k.key, 'name', l.name, 'shortText', l.short_text,
          'kind', l.kind, 'intro', l.intro, 'onward', l.onward) order by l.position), '[]')
        from version_level l join structure_level k on k.organisation_id = l.organisation_id and k.id = l.level_id
        where l.organisation_id = v.organisation_id and l.version_id = v.id) as levels,
      (select coalesce(jsonb_agg(jsonb_build_object('key', k.key, 'name', h.name) order by h.position), '[]')
        from version_heading h join structure_heading k on k.organisation_id = h.organisation_id and k.id = h.heading_id
        where h.organisation_id = v.organisation_id and h.version_id = v.id) as headings,
      (select coalesce(jsonb_agg(jsonb_build_object('id', t.track_id, 'key', t.key, 'name', t.name, 'levels',
          (select coalesce(jsonb_agg(k.key order by k.position), '[]') from version_track_level tl
            join structure_level k on k.organisation_id = tl.organisation_id and k.id = tl.level_id
            where tl.organisation_id = t.organisation_id and tl.version_id = t.version_id and tl.track_id = t.track_id)
          ) order by t.position), '[]')
        from version_track t where t.organisation_id = v.organisation_id and t.version_id = v.id) as tracks,
      (select coalesce(jsonb_agg(jsonb_build_object('key', g.key, 'levelKey', lk.key, 'trackKey', t.key, 'headingKey', hk.key,
          'needed', g.needed, 'groupKey', p.key) order by g.position), '[]')
        from requirement_group g
        join structure_level lk on lk.organisation_id = g.organisation_id and lk.id = g.level_id
        join structure_heading hk on hk.organisation_id = g.organisation_id and hk.id = g.heading_id
        left join version_track t on t.organisation_id = g.organisation_id and t.version_id = g.version_id and t.track_id = g.track_id
        left join requirement_group p on p.organisation_id = g.organisation_id and p.version_id = g.version_id and p.group_id = g.parent_id
        where g.organisation_id = v.organisation_id and g.version_id = v.id) as groups,
      (select coalesce(jsonb_agg(jsonb_build_object('key', i.key, 'groupKey', g.key, 'levelKey', lk.key, 'trackKey', t.key, 'headingKey', hk.key,
          'kind', i.kind, 'mandatory', i.mandatory, 'text', i.text, 'note', i.note, 'visibility', i.visibility,
          'support', i.support, 'formal', i.formal) order by i.position), '[]')
        from item i
        join structure_level lk on lk.organisation_id = i.organisation_id and lk.id = i.level_id
        join structure_heading hk on hk.organisation_id = i.organisation_id and hk.id = i.heading_id
        left join version_track t on t.organisation_id = i.organisation_id and t.version_id = i.version_id and t.track_id = i.track_id
        left join requirement_group g on g.organisation_id = i.organisation_id and g.version_id = i.version_id and g.group_id = i.group_id
        where i.organisation_id = v.organisation_id and i.version_id = v.id) as items,
      (select coalesce(jsonb_object_agg(i.key, i.item_id), '{}') from item i
        where i.organisation_id = v.organisation_id and i.version_id = v.id) as item_ids
    from model_version v
    join career_model m on m.organisation_id = v.organisation_id and m.id = v.model_id
    join structure s on s.organisation_id = m.organisation_id and s.id = m.structure_id
    where v.organisation_id = ${work.organisationId} and v.id = ${versionId}`.execute(work.tx);
  const row = rows[0];
  return row && toContent(row);
}

/** What has no value is absent from an item. */
export const toItem = ({ groupKey, note, support, formal, ...rest }: ItemRow): Item => ({
  ...rest,
  ...(groupKey === null ? {} : { groupKey }),
  ...(note === "" ? {} : { note }),
  ...(support === null ? {} : { support }),
  ...(formal === null ? {} : { formal }),
});

function toContent(row: ContentRow): VersionContent {
  const group = ({ groupKey, ...rest }: GroupRow): RequirementGroup => ({
    ...rest,
    ...(groupKey === null ? {} : { groupKey }),
  });
  return {
    structure: {
      name: row.name,
      levels: row.levels.map(({ key, name, shortText, kind }) => ({ key, name, shortText, kind })),
      headings: row.headings,
      coreCompetencies: row.core_competencies,
      ratingScale: row.rating_scale,
    },
    version: {
      number: row.number,
      intro: row.intro,
      levelIntros: row.levels.flatMap(({ key, intro }) =>
        intro === "" ? [] : [{ levelKey: key, text: intro }],
      ),
      tracks: row.tracks.map(({ key, name, levels }) => ({ key, name, levels })),
      groups: row.groups.map(group),
      items: row.items.map(toItem),
      onward: row.levels.flatMap(({ key, onward }) => onward.map((text) => ({ levelKey: key, text }))),
    },
    levelIds: Object.fromEntries(row.levels.map(({ key, id }) => [key, id])),
    trackIds: Object.fromEntries(row.tracks.map(({ key, id }) => [key, id])),
    itemIds: row.item_ids,
  };
}

export type Decision = {
  readonly decidedBy: string;
  readonly decidedAs: string;
  readonly delegation: string;
  readonly decidedOn: LocalDate;
  readonly diaryNumber: string;
  readonly restsOn: string;
};

/** The decisions about a model's versions, by version. */
export async function decisions(work: Scope, modelId: Id): Promise<Map<Id, Decision>> {
  const { rows } = await sql<Decision & { versionId: Id }>`
    select d.version_id as "versionId", a.display_name as "decidedBy", d.decided_as as "decidedAs", d.delegation,
      d.decided_on as "decidedOn", d.diary_number as "diaryNumber", d.rests_on as "restsOn"
    from decision d join account a on a.organisation_id = d.organisation_id and a.id = d.decided_by
    join model_version v on v.organisation_id = d.organisation_id and v.id = d.version_id
    where d.organisation_id = ${work.organisationId} and v.model_id = ${modelId} and d.kind = 'adopt'`.execute(
    work.tx,
  );
  return new Map(rows.map(({ versionId, ...decision }) => [versionId, decision]));
}
