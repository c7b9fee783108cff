/** SQL of the catalogue of development (MOD-13): its entries, what each is a way to, and what the models in force ask for. */
import { sql, type RawBuilder } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Work } from "../platform/database/work.ts";
import type { Entry, EntryKind, EntryText, Tie, Wanted, WantedGroup, Way, Ways } from "./rules.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

const ENTRY = sql`e.id, e.kind, e.name, e.provider, e.credits::float8 as credits, e.hours, e.cost, e.places, e.funding, e.link, e.text,
  e.visibility, e.retired_on as "retiredOn", e.revision,
  (select coalesce(jsonb_agg(jsonb_build_object('modelId', t.model_id, 'target', t.target, 'targetId', t.target_id) order by t.target_id), '[]')
    from catalogue_tie t where t.organisation_id = e.organisation_id and t.entry_id = e.id) as ties`;

export type EntryQuery = {
  /** Words that stand in the name, provider or text. */
  readonly text: string;
  readonly kind: EntryKind | null;
  readonly modelId: Id | null;
  /** Only what the public reads. */
  readonly publicOnly: boolean;
  /** Those that are offered no longer, too. */
  readonly retired: boolean;
};

/** A page of the entries, by name, and how many there are in all. */
export async function entries(
  work: Scope & Pick<Work, "today">,
  query: EntryQuery,
  page: { readonly number: number; readonly size: number },
): Promise<{ readonly entries: readonly Entry[]; readonly total: number }> {
  const like = `%${query.text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const conditions: RawBuilder<unknown>[] = [
    sql`e.organisation_id = ${work.organisationId}`,
    ...(query.text === "" ? [] : [sql`(e.name || ' ' || e.provider || ' ' || e.text) ilike ${like}`]),
    ...(query.kind === null ? [] : [sql`e.kind = ${query.kind}`]),
    ...(query.publicOnly ? [sql`e.visibility = 'public'`] : []),
    ...(query.retired ? [] : [sql`(e.retired_on is null or e.retired_on > ${work.today}::date)`]),
    ...(query.modelId === null
      ? []
      : [
          sql`exists (select from catalogue_tie t
            where t.organisation_id = e.organisation_id and t.entry_id = e.id and t.model_id = ${query.modelId})`,
        ]),
  ];
  const { rows } = await sql<Entry & { total: number }>`
    select ${ENTRY}, count(*) over ()::int as total from catalogue_entry e
    where ${sql.join(conditions, sql` and `)}
    order by e.name collate "sv-SE-x-icu", e.id limit ${page.size} offset ${(page.number - 1) * page.size}`.execute(
    work.tx,
  );
  return { entries: rows, total: rows[0]?.total ?? 0 };
}

export async function entryById(work: Scope, id: Id): Promise<Entry | undefined> {
  const { rows } = await sql<Entry>`
    select ${ENTRY} from catalogue_entry e where e.organisation_id = ${work.organisationId} and e.id = ${id}`.execute(
    work.tx,
  );
  return rows[0];
}

const values = ({ funding, ...text }: EntryText) => ({
  kind: text.kind,
  name: text.name,
  provider: text.provider,
  credits: text.credits,
  hours: text.hours,
  cost: text.cost,
  places: text.places,
  funding: [...funding],
  link: text.link,
  text: text.text,
  visibility: text.visibility,
});

export async function addEntry(work: Work, id: Id, text: EntryText, ties: readonly Tie[]): Promise<void> {
  await work.tx
    .insertInto("catalogue_entry")
    .values({ organisation_id: work.organisationId, id, created_at: work.now, ...values(text) })
    .execute();
  await writeTies(work, id, ties);
}

/** Writes an entry anew, one revision on. False when somebody else changed it first. */
export async function saveEntry(
  work: Scope,
  { id, revision }: Pick<Entry, "id" | "revision">,
  text: EntryText,
  ties: readonly Tie[],
): Promise<boolean> {
  const result = await work.tx
    .updateTable("catalogue_entry")
    .set({ ...values(text), revision: revision + 1 })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", id)
    .where("revision", "=", revision)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) return false;
  await writeTies(work, id, ties);
  return true;
}

/** Offered no longer from this day, or again with null. False when somebody else changed it first. */
export async function saveRetirement(
  work: Scope,
  { id, revision }: Pick<Entry, "id" | "revision">,
  from: LocalDate | null,
): Promise<boolean> {
  const result = await work.tx
    .updateTable("catalogue_entry")
    .set({ retired_on: from, revision: revision + 1 })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", id)
    .where("revision", "=", revision)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

async function writeTies(work: Scope, entryId: Id, ties: readonly Tie[]): Promise<void> {
  await work.tx
    .deleteFrom("catalogue_tie")
    .where("organisation_id", "=", work.organisationId)
    .where("entry_id", "=", entryId)
    .execute();
  if (ties.length === 0) return;
  await work.tx
    .insertInto("catalogue_tie")
    .values(
      ties.map(({ modelId, target, targetId }) => ({
        organisation_id: work.organisationId,
        entry_id: entryId,
        model_id: modelId,
        target,
        target_id: targetId,
      })),
    )
    .execute();
}

/** An entry's own name, and that it is in one's own catalogue. */
const OWN = sql`e.id as entry_id, e.name, e.kind, null::jsonb as association`;
const SHARED = sql`entry_id, name, kind, jsonb_build_object('name', association, 'slug', slug) as association`;

type WaysTo = { readonly target: "level" | "item"; readonly key: string; readonly ways: readonly Way[] };

/**
 * What the catalogue has for each requirement and level of a version; of a model that was taken in (`isShared`) what its association has
 * too.
 */
export const waysTo = (
  work: Pick<Work, "organisationId" | "today">,
  { versionId, isShared }: { readonly versionId: Id; readonly isShared: boolean },
  publicOnly: boolean,
): RawBuilder<WaysTo> => sql<WaysTo>`
    with tie as (
      select t.model_id, t.target, t.target_id, ${OWN}
      from catalogue_tie t join catalogue_entry e on e.organisation_id = t.organisation_id and e.id = t.entry_id
      where t.organisation_id = ${work.organisationId} and (e.retired_on is null or e.retired_on > ${work.today}::date)
        and (e.visibility = 'public' or not ${publicOnly})
      ${isShared ? sql`union all select model_id, target, target_id, ${SHARED} from association_ways(${work.today}::date)` : sql``})
    select t.target, coalesce(i.key, k.key, s.item_id::text) as key,
      jsonb_agg(jsonb_build_object('entryId', t.entry_id, 'name', t.name, 'kind', t.kind, 'association', t.association)
        order by t.association is not null, t.name collate "sv-SE-x-icu") as ways
    from model_version v
    join tie t on t.model_id = v.model_id
    left join item i on t.target = 'item' and i.organisation_id = v.organisation_id and i.version_id = v.id and i.item_id = t.target_id
    left join structure_level k on t.target = 'level' and k.organisation_id = v.organisation_id and k.id = t.target_id
    left join lateral (select item_id from local_requirements(v.organisation_id, v.id, ${work.today}::date) l
      where t.target = 'item' and l.item_id = t.target_id limit 1) s on i.key is null
    where v.organisation_id = ${work.organisationId} and v.id = ${versionId} and coalesce(i.key, k.key, s.item_id::text) is not null
    group by t.target, coalesce(i.key, k.key, s.item_id::text)`;

export function waysFrom(rows: readonly WaysTo[]): Ways {
  const of = (target: "level" | "item") =>
    Object.fromEntries(rows.filter((row) => row.target === target).map(({ key, ways }) => [key, ways]));
  return { items: of("item"), levels: of("level") };
}

/** A model in force, with its requirements in reading order, its groups, and what an entry in use is a way to. */
export type WantedModel = {
  readonly id: Id;
  readonly slug: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly levels: readonly { readonly id: Id; readonly name: string }[];
  /** What was added here comes after the base's own under the same heading. */
  readonly wanted: readonly Wanted[];
  readonly groups: readonly WantedGroup[];
  readonly offered: readonly Id[];
};

/** Every model that is in force today, in one statement. */
export async function wantedModels(work: Scope & Pick<Work, "today">): Promise<WantedModel[]> {
  const { rows } = await sql<WantedModel>`
    with shared as materialized (select model_id, target_id from association_ways(${work.today}::date))
    select m.id, m.slug, m.name_sv as "nameSv", m.name_en as "nameEn",
      (select jsonb_agg(jsonb_build_object('id', l.level_id, 'name', l.name) order by l.position)
        from version_level l where l.organisation_id = v.organisation_id and l.version_id = v.id) as levels,
      (select coalesce(jsonb_agg(jsonb_build_object('itemId', i.item_id, 'levelId', i.level_id, 'level', l.name, 'heading', h.name,
          'text', i.words, 'kind', i.kind, 'mandatory', i.mandatory, 'formal', i.formal, 'groupKey', i.group_key, 'by', i.by,
          'isUsed', not array[i.item_id, i.level_id, i.track_id] && unused.parts)
          order by l.position, h.position, i.by is not null, i.ordinal, i.item_id), '[]')
        from (
          select b.item_id, b.level_id, b.track_id, b.heading_id, b.position as ordinal, b.kind, b.mandatory, b.text as words, b.formal, g.key as group_key,
            null::jsonb as by
          from item b
          left join requirement_group g on g.organisation_id = b.organisation_id and g.version_id = b.version_id and g.group_id = b.group_id
          where b.organisation_id = v.organisation_id and b.version_id = v.id and b.visibility = 'public' and b.kind in ('formal', 'demonstrated')
          union all
          select s.item_id, s.level_id, s.track_id, s.heading_id, s.ordinal, s.kind, s.mandatory, s.words, s.formal, null,
            case when s.unit_name is null then jsonb_build_object('of', 'employer') else jsonb_build_object('of', 'unit', 'name', s.unit_name) end
          from local_requirements(v.organisation_id, v.id, ${work.today}::date) s where s.visibility = 'public') i
        join version_level l on l.organisation_id = v.organisation_id and l.version_id = v.id and l.level_id = i.level_id
        join version_heading h on h.organisation_id = v.organisation_id and h.version_id = v.id and h.heading_id = i.heading_id) as wanted,
      (select coalesce(jsonb_agg(jsonb_build_object('key', g.key, 'needed', g.needed, 'groupKey', p.key) order by g.position), '[]')
        from requirement_group g
        left join requirement_group p on p.organisation_id = g.organisation_id and p.version_id = g.version_id and p.group_id = g.parent_id
        where g.organisation_id = v.organisation_id and g.version_id = v.id) as groups,
      (select coalesce(jsonb_agg(distinct target_id), '[]') from (
          select t.target_id from catalogue_tie t
          join catalogue_entry e on e.organisation_id = t.organisation_id and e.id = t.entry_id
          where t.organisation_id = m.organisation_id and t.model_id = m.id
            and (e.retired_on is null or e.retired_on > ${work.today}::date)
          union all
          select target_id from shared where model_id = m.id) t) as offered
    from career_model m join model_version v on v.organisation_id = m.organisation_id and v.model_id = m.id
    cross join lateral (select unused_parts(v.organisation_id, v.id, ${work.today}::date) as parts) unused
    where m.organisation_id = ${work.organisationId} and m.status <> 'withdrawn' and v.status in ('adopted', 'superseded')
      and v.in_force_from <= ${work.today}::date and (v.in_force_to is null or v.in_force_to > ${work.today}::date)
    order by m.name_sv collate "sv-SE-x-icu", m.id`.execute(work.tx);
  return rows;
}
