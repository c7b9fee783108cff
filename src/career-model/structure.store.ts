/** Structures as they are kept (MOD-1): reading them, and writing them where drafts follow. */
import { sql } from "kysely";
import { newId, type Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import type { Heading, Level, Structure } from "./rules.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

/** A part of a structure. What was dropped stays for the versions that have it, and is nothing that the structure has. */
type Kept<Part> = Part & { readonly id: Id; readonly isDropped: boolean };

/** A structure with the identities of its parts; dropped ones last. */
export type KeptStructure = Omit<Structure, "levels" | "headings"> & {
  readonly id: Id;
  readonly revision: number;
  readonly levels: readonly Kept<Level>[];
  readonly headings: readonly Kept<Heading>[];
  /** It came with what an association shares, and is changed there. */
  readonly isShared: boolean;
  /** How many models have it. */
  readonly models: number;
};

/** The structure as it is now, without what it has dropped. */
export const presentParts = <Shape extends Pick<KeptStructure, "levels" | "headings">>(
  kept: Shape,
): Shape => ({
  ...kept,
  levels: kept.levels.filter((level) => !level.isDropped),
  headings: kept.headings.filter((heading) => !heading.isDropped),
});

const STRUCTURES = sql`
  select s.id, s.name, s.revision, s.origin_id is not null as "isShared", s.core_competencies as "coreCompetencies", s.rating_scale as "ratingScale",
    (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'key', l.key, 'name', l.name, 'shortText', l.short_text, 'kind', l.kind,
        'isDropped', l.dropped) order by l.dropped, l.position), '[]')
      from structure_level l where l.organisation_id = s.organisation_id and l.structure_id = s.id) as levels,
    (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'key', h.key, 'name', h.name, 'isDropped', h.dropped)
        order by h.dropped, h.position), '[]')
      from structure_heading h where h.organisation_id = s.organisation_id and h.structure_id = s.id) as headings,
    (select count(*)::int from career_model m where m.organisation_id = s.organisation_id and m.structure_id = s.id
      and m.status <> 'withdrawn') as models
  from structure s`;

/** Every structure of the organisation, by name. */
export async function structures(work: Scope): Promise<KeptStructure[]> {
  const { rows } = await sql<KeptStructure>`${STRUCTURES}
    where s.organisation_id = ${work.organisationId} order by s.name collate "sv-SE-x-icu", s.id`.execute(
    work.tx,
  );
  return rows;
}

export async function structureById(work: Scope, id: Id): Promise<KeptStructure | undefined> {
  const { rows } = await sql<KeptStructure>`${STRUCTURES}
    where s.organisation_id = ${work.organisationId} and s.id = ${id}`.execute(work.tx);
  return rows[0];
}

export async function structureByName(work: Scope, name: string): Promise<KeptStructure | undefined> {
  const { rows } = await sql<KeptStructure>`${STRUCTURES}
    where s.organisation_id = ${work.organisationId} and lower(s.name) = lower(${name})`.execute(work.tx);
  return rows[0];
}

/** Writes a structure's own row, which is one revision on, and all of its parts in their order. What it has no longer is dropped. */
export async function saveStructure(
  work: Scope,
  id: Id,
  structure: Omit<Structure, "levels" | "headings"> & {
    readonly levels: readonly (Level & { readonly id: Id })[];
    readonly headings: readonly (Heading & { readonly id: Id })[];
  },
): Promise<void> {
  const of = { organisation_id: work.organisationId };
  await work.tx
    .updateTable("structure")
    .set((eb) => ({
      name: structure.name,
      core_competencies: [...structure.coreCompetencies],
      rating_scale: [...structure.ratingScale],
      revision: eb("revision", "+", 1),
    }))
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", id)
    .execute();
  // Dropped parts stand after all others, where no new part will be.
  for (const table of ["structure_level", "structure_heading"] as const)
    await sql`update ${sql.table(table)} set dropped = true, position = position + 1000
      where organisation_id = ${work.organisationId} and structure_id = ${id} and not dropped`.execute(
      work.tx,
    );
  for (const [position, { id: part, key, name, shortText: short_text, kind }] of structure.levels.entries())
    await work.tx
      .insertInto("structure_level")
      .values({ ...of, id: part, structure_id: id, key, position, name, short_text, kind })
      .onConflict((conflict) =>
        conflict
          .columns(["organisation_id", "id"])
          .doUpdateSet({ position, name, short_text, kind, dropped: false }),
      )
      .execute();
  for (const [position, { id: part, key, name }] of structure.headings.entries())
    await work.tx
      .insertInto("structure_heading")
      .values({ ...of, id: part, structure_id: id, key, position, name })
      .onConflict((conflict) =>
        conflict.columns(["organisation_id", "id"]).doUpdateSet({ position, name, dropped: false }),
      )
      .execute();
}

/** A level or heading of a structure where a draft has items. */
export type Filled = {
  readonly part: Id;
  readonly slug: string;
  readonly nameSv: string;
  readonly number: number;
  readonly items: number;
};

/** Which of these levels and headings drafts have items in. */
export async function draftsWithItemsIn(work: Scope, parts: readonly Id[]): Promise<Filled[]> {
  const { rows } = await sql<Filled>`
    select p.part, m.slug, m.name_sv as "nameSv", v.number, count(*)::int as items
    from unnest(${[...parts]}::uuid[]) as p (part)
    join item i on i.organisation_id = ${work.organisationId} and (i.level_id = p.part or i.heading_id = p.part)
    join model_version v on v.organisation_id = i.organisation_id and v.id = i.version_id and v.status in ('draft', 'consultation')
    join career_model m on m.organisation_id = v.organisation_id and m.id = v.model_id and m.status <> 'withdrawn'
    group by p.part, m.slug, m.name_sv, v.number order by m.name_sv collate "sv-SE-x-icu", v.number`.execute(
    work.tx,
  );
  return rows;
}

/**
 * The structure's drafts get its levels and headings, in their order, and lose those that it has dropped and they have nothing in. Texts
 * follow where a draft said what the structure said before (`was`): what a model says in words of its own it keeps. Each draft is a
 * revision on. The caller holds the models.
 */
export async function followInDrafts(work: Scope, was: KeptStructure): Promise<void> {
  const { rows: drafts } = await sql<{ id: Id }>`
    select v.id from model_version v join career_model m on m.organisation_id = v.organisation_id and m.id = v.model_id
    where v.organisation_id = ${work.organisationId} and m.structure_id = ${was.id} and v.status in ('draft', 'consultation')
    order by v.id for update of v`.execute(work.tx);
  const ids = sql`${drafts.map(({ id }) => id)}::uuid[]`;
  const before = sql`jsonb_to_recordset(${JSON.stringify([...was.levels, ...was.headings])}::jsonb)
    as w (id uuid, name text, "shortText" text)`;
  await sql`
    update model_version v set revision = v.revision + 1,
      core_competencies = case when v.core_competencies = ${[...was.coreCompetencies]}::text[] then s.core_competencies else v.core_competencies end,
      rating_scale = case when v.rating_scale = ${[...was.ratingScale]}::text[] then s.rating_scale else v.rating_scale end
    from structure s where s.organisation_id = v.organisation_id and s.id = ${was.id}
      and v.organisation_id = ${work.organisationId} and v.id = any (${ids})`.execute(work.tx);
  await sql`
    update version_level l set position = s.position, kind = s.kind,
      name = case when l.name = w.name then s.name else l.name end,
      short_text = case when l.short_text = w."shortText" then s.short_text else l.short_text end
    from structure_level s join ${before} on w.id = s.id
    where l.organisation_id = ${work.organisationId} and l.version_id = any (${ids})
      and s.organisation_id = l.organisation_id and s.id = l.level_id`.execute(work.tx);
  await sql`
    update version_heading h set position = s.position, name = case when h.name = w.name then s.name else h.name end
    from structure_heading s join ${before} on w.id = s.id
    where h.organisation_id = ${work.organisationId} and h.version_id = any (${ids})
      and s.organisation_id = h.organisation_id and s.id = h.heading_id`.execute(work.tx);
  await sql`
    insert into version_level (organisation_id, version_id, level_id, position, name, short_text, kind)
    select l.organisation_id, v.id, l.id, l.position, l.name, l.short_text, l.kind
    from structure_level l cross join unnest(${ids}) as v (id)
    where l.organisation_id = ${work.organisationId} and l.structure_id = ${was.id} and not l.dropped
    on conflict (organisation_id, version_id, level_id) do nothing`.execute(work.tx);
  await sql`
    insert into version_heading (organisation_id, version_id, heading_id, position, name)
    select h.organisation_id, v.id, h.id, h.position, h.name
    from structure_heading h cross join unnest(${ids}) as v (id)
    where h.organisation_id = ${work.organisationId} and h.structure_id = ${was.id} and not h.dropped
    on conflict (organisation_id, version_id, heading_id) do nothing`.execute(work.tx);
  for (const { id } of drafts) await forgetDropped(work, id);
}

/** A draft loses the levels and headings that its structure has dropped, once nothing stands in them. */
export async function forgetDropped(work: Scope, versionId: Id): Promise<void> {
  const gone = (column: "level_id" | "heading_id", part: "structure_level" | "structure_heading") => sql`
    organisation_id = ${work.organisationId} and version_id = ${versionId}
    and ${sql.ref(column)} in (select id from ${sql.table(part)} where organisation_id = ${work.organisationId} and dropped)
    and ${sql.ref(column)} not in (select ${sql.ref(column)} from item
      where organisation_id = ${work.organisationId} and version_id = ${versionId})`;
  const level = gone("level_id", "structure_level");
  await sql`delete from version_track_level where ${level}`.execute(work.tx);
  await sql`delete from version_level where ${level}`.execute(work.tx);
  await sql`delete from version_heading where ${gone("heading_id", "structure_heading")}`.execute(work.tx);
}

/** A structure's row alone; its parts are written with it (`saveStructure`). */
export async function insertStructure(work: Scope, name: string): Promise<Id> {
  const id = newId();
  await work.tx
    .insertInto("structure")
    .values({ organisation_id: work.organisationId, id, name, revision: 0 })
    .execute();
  return id;
}
