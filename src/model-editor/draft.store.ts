/** Reading a draft as it is written: its frame, and its items a level at a time. */
import { sql } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import type {
  Heading,
  Item,
  ItemKind,
  Level,
  RequirementGroup,
  Structure,
  Track,
} from "../career-model/rules.ts";
import { toItem, type ItemRow } from "../career-model/store.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

/** `isDropped`: the structure has it no longer, and what stands in it is to be placed elsewhere. */
export type FrameLevel = Level & {
  readonly id: Id;
  readonly intro: string;
  readonly onward: readonly string[];
  readonly isDropped: boolean;
};
export type FrameHeading = Heading & { readonly id: Id; readonly isDropped: boolean };
export type FrameTrack = Track & { readonly id: Id };

/** All of a version but its items and groups. */
export type Frame = {
  readonly intro: string;
  readonly structure: Structure;
  readonly levels: readonly FrameLevel[];
  readonly headings: readonly FrameHeading[];
  readonly tracks: readonly FrameTrack[];
};

type FrameRow = Pick<Frame, "intro" | "levels" | "headings" | "tracks"> &
  Pick<Structure, "name" | "coreCompetencies" | "ratingScale">;

export async function frameOf(work: Scope, versionId: Id): Promise<Frame> {
  const { rows } = await sql<FrameRow>`
    select v.intro, s.name, v.core_competencies as "coreCompetencies", v.rating_scale as "ratingScale",
      (select coalesce(jsonb_agg(jsonb_build_object('id', l.level_id, 'key', k.key, 'name', l.name, 'shortText', l.short_text,
          'kind', l.kind, 'intro', l.intro, 'onward', l.onward, 'isDropped', k.dropped) order by l.position), '[]')
        from version_level l join structure_level k on k.organisation_id = l.organisation_id and k.id = l.level_id
        where l.organisation_id = v.organisation_id and l.version_id = v.id) as levels,
      (select coalesce(jsonb_agg(jsonb_build_object('id', h.heading_id, 'key', k.key, 'name', h.name, 'isDropped', k.dropped)
          order by h.position), '[]')
        from version_heading h join structure_heading k on k.organisation_id = h.organisation_id and k.id = h.heading_id
        where h.organisation_id = v.organisation_id and h.version_id = v.id) as headings,
      (select coalesce(jsonb_agg(jsonb_build_object('id', t.track_id, 'key', t.key, 'name', t.name, 'levels',
          (select coalesce(jsonb_agg(k.key order by l.position), '[]') from version_track_level tl
            join structure_level k on k.organisation_id = tl.organisation_id and k.id = tl.level_id
            join version_level l on l.organisation_id = tl.organisation_id and l.version_id = tl.version_id and l.level_id = tl.level_id
            where tl.organisation_id = t.organisation_id and tl.version_id = t.version_id and tl.track_id = t.track_id)
          ) order by t.position), '[]')
        from version_track t where t.organisation_id = v.organisation_id and t.version_id = v.id) as tracks
    from model_version v
    join career_model m on m.organisation_id = v.organisation_id and m.id = v.model_id
    join structure s on s.organisation_id = m.organisation_id and s.id = m.structure_id
    where v.organisation_id = ${work.organisationId} and v.id = ${versionId}`.execute(work.tx);
  const row = rows[0];
  if (!row) throw new Error("a version without a row");
  const { name, coreCompetencies, ratingScale, ...frame } = row;
  return {
    ...frame,
    structure: { name, coreCompetencies, ratingScale, levels: row.levels, headings: row.headings },
  };
}

/** An item of a draft. `revision` is the draft's when its words were last written: a save names the one that it was based on. */
export type DraftItem = Item & {
  readonly id: Id;
  readonly revision: number;
  /** Comments that nobody has dealt with. */
  readonly comments: number;
};

const ITEMS = sql`
  select i.item_id as id, i.revision, i.key, lk.key as "levelKey", t.key as "trackKey", hk.key as "headingKey", g.key as "groupKey",
    i.kind, i.mandatory, i.text, i.note, i.visibility, i.support, i.formal,
    (select count(*)::int from item_comment c where c.organisation_id = i.organisation_id and c.version_id = i.version_id
      and c.item_id = i.item_id and c.resolved_at is null) as comments
  from item i
  join structure_level lk on lk.organisation_id = i.organisation_id and lk.id = i.level_id
  join structure_heading hk on hk.organisation_id = i.organisation_id and hk.id = i.heading_id
  left join version_track t on t.organisation_id = i.organisation_id and t.version_id = i.version_id and t.track_id = i.track_id
  left join requirement_group g on g.organisation_id = i.organisation_id and g.version_id = i.version_id and g.group_id = i.group_id`;

type DraftItemRow = ItemRow & Pick<DraftItem, "id" | "revision" | "comments">;

const toDraftItem = ({ id, revision, comments, ...row }: DraftItemRow): DraftItem => ({
  ...toItem(row),
  id,
  revision,
  comments,
});

/** The items of a level, of one heading only when it is named, in their order. */
export async function itemsAt(
  work: Scope,
  versionId: Id,
  at: { readonly levelId: Id; readonly headingId: Id | null },
): Promise<DraftItem[]> {
  const { rows } = await sql<DraftItemRow>`${ITEMS}
    where i.organisation_id = ${work.organisationId} and i.version_id = ${versionId} and i.level_id = ${at.levelId}
      and (${at.headingId}::uuid is null or i.heading_id = ${at.headingId})
    order by i.position, i.item_id`.execute(work.tx);
  return rows.map(toDraftItem);
}

/** A page of a version's items in reading order: by level, heading and position; and how many there are in all. */
export async function itemsOf(
  work: Scope,
  versionId: Id,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly items: readonly DraftItem[]; readonly total: number }> {
  const { rows } = await sql<DraftItemRow>`${ITEMS}
    join version_level l on l.organisation_id = i.organisation_id and l.version_id = i.version_id and l.level_id = i.level_id
    join version_heading h on h.organisation_id = i.organisation_id and h.version_id = i.version_id and h.heading_id = i.heading_id
    where i.organisation_id = ${work.organisationId} and i.version_id = ${versionId}
    order by l.position, h.position, i.position, i.item_id
    limit ${page.limit} offset ${page.offset}`.execute(work.tx);
  const counts = await countsOf(work, versionId);
  return { items: rows.map(toDraftItem), total: counts.reduce((sum, { items }) => sum + items, 0) };
}

export async function itemById(work: Scope, versionId: Id, itemId: Id): Promise<DraftItem | undefined> {
  const { rows } = await sql<DraftItemRow>`${ITEMS}
    where i.organisation_id = ${work.organisationId} and i.version_id = ${versionId} and i.item_id = ${itemId}`.execute(
    work.tx,
  );
  return rows.map(toDraftItem)[0];
}

/** How many items, and open comments, there are at a level and heading of a version, and what kind most of them are. */
export type PlaceCount = {
  readonly levelId: Id;
  readonly headingId: Id;
  readonly items: number;
  readonly comments: number;
  readonly kind: ItemKind;
};

export async function countsOf(work: Scope, versionId: Id): Promise<PlaceCount[]> {
  const { rows } = await sql<PlaceCount>`
    select i.level_id as "levelId", i.heading_id as "headingId", count(*)::int as items, coalesce(sum(c.open), 0)::int as comments,
      mode() within group (order by i.kind) as kind
    from item i
    left join (select item_id, count(*) as open from item_comment
      where organisation_id = ${work.organisationId} and version_id = ${versionId} and resolved_at is null group by item_id) c
      on c.item_id = i.item_id
    where i.organisation_id = ${work.organisationId} and i.version_id = ${versionId}
    group by i.level_id, i.heading_id`.execute(work.tx);
  return rows;
}

const GROUPS = sql`
  select g.group_id as id, g.key, lk.key as "levelKey", t.key as "trackKey", hk.key as "headingKey", g.needed, p.key as "groupKey"
  from requirement_group g
  join structure_level lk on lk.organisation_id = g.organisation_id and lk.id = g.level_id
  join structure_heading hk on hk.organisation_id = g.organisation_id and hk.id = g.heading_id
  left join version_track t on t.organisation_id = g.organisation_id and t.version_id = g.version_id and t.track_id = g.track_id
  left join requirement_group p on p.organisation_id = g.organisation_id and p.version_id = g.version_id and p.group_id = g.parent_id`;

type DraftGroup = RequirementGroup & { readonly id: Id };
type DraftGroupRow = Omit<DraftGroup, "groupKey"> & { readonly groupKey: string | null };

const toGroup = ({ groupKey, ...group }: DraftGroupRow): DraftGroup => ({
  ...group,
  ...(groupKey === null ? {} : { groupKey }),
});

/** The groups of a version's level, in their order. */
export async function groupsAt(work: Scope, versionId: Id, levelId: Id): Promise<DraftGroup[]> {
  const { rows } = await sql<DraftGroupRow>`${GROUPS}
    where g.organisation_id = ${work.organisationId} and g.version_id = ${versionId} and g.level_id = ${levelId}
    order by g.position, g.group_id`.execute(work.tx);
  return rows.map(toGroup);
}

export async function groupByKey(work: Scope, versionId: Id, key: string): Promise<DraftGroup | undefined> {
  const { rows } = await sql<DraftGroupRow>`${GROUPS}
    where g.organisation_id = ${work.organisationId} and g.version_id = ${versionId} and g.key = ${key}`.execute(
    work.tx,
  );
  return rows.map(toGroup)[0];
}

/** The levels where something stands in a track, with how many items. */
export async function levelsInTrack(
  work: Scope,
  versionId: Id,
  trackId: Id,
): Promise<{ readonly levelId: Id; readonly items: number }[]> {
  const { rows } = await sql<{ levelId: Id; items: number }>`
    select level_id as "levelId", count(*)::int as items from item
    where organisation_id = ${work.organisationId} and version_id = ${versionId} and track_id = ${trackId}
    group by level_id`.execute(work.tx);
  return rows;
}
