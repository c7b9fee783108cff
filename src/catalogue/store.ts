/** SQL of the catalogue of development (MOD-13): its entries, what each is a way to, and what the models in force ask for. */
import { sql, type RawBuilder } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Work } from "../platform/database/work.ts";
import type { Entry, EntryKind, EntryText, Tie, Wanted, Way, Ways } from "./rules.ts";

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

/** What the catalogue has for each requirement and level of a version, in one statement. */
export async function waysIn(
  work: Scope & Pick<Work, "today">,
  versionId: Id,
  publicOnly: boolean,
): Promise<Ways> {
  const { rows } = await sql<{ target: "level" | "item"; key: string; ways: Way[] }>`
    select t.target, coalesce(i.key, k.key) as key,
      jsonb_agg(jsonb_build_object('entryId', e.id, 'name', e.name, 'kind', e.kind) order by e.name collate "sv-SE-x-icu") as ways
    from model_version v
    join catalogue_tie t on t.organisation_id = v.organisation_id and t.model_id = v.model_id
    join catalogue_entry e on e.organisation_id = t.organisation_id and e.id = t.entry_id
    left join item i on t.target = 'item' and i.organisation_id = v.organisation_id and i.version_id = v.id and i.item_id = t.target_id
    left join structure_level k on t.target = 'level' and k.organisation_id = v.organisation_id and k.id = t.target_id
    where v.organisation_id = ${work.organisationId} and v.id = ${versionId} and coalesce(i.key, k.key) is not null
      and (e.retired_on is null or e.retired_on > ${work.today}::date)
      and (e.visibility = 'public' or not ${publicOnly})
    group by t.target, coalesce(i.key, k.key)`.execute(work.tx);
  const of = (target: "level" | "item") =>
    Object.fromEntries(rows.filter((row) => row.target === target).map(({ key, ways }) => [key, ways]));
  return { items: of("item"), levels: of("level") };
}

/** A model in force, with its requirements in reading order and what an entry in use is a way to. */
export type WantedModel = {
  readonly id: Id;
  readonly slug: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly levels: readonly { readonly id: Id; readonly name: string }[];
  readonly wanted: readonly Wanted[];
  readonly offered: readonly Id[];
};

/** Every model that is in force today, in one statement. */
export async function wantedModels(work: Scope & Pick<Work, "today">): Promise<WantedModel[]> {
  const { rows } = await sql<WantedModel>`
    select m.id, m.slug, m.name_sv as "nameSv", m.name_en as "nameEn",
      (select jsonb_agg(jsonb_build_object('id', l.level_id, 'name', l.name) order by l.position)
        from version_level l where l.organisation_id = v.organisation_id and l.version_id = v.id) as levels,
      (select coalesce(jsonb_agg(jsonb_build_object('itemId', i.item_id, 'levelId', i.level_id, 'level', l.name, 'heading', h.name,
          'text', i.text, 'kind', i.kind, 'mandatory', i.mandatory, 'formal', i.formal) order by l.position, h.position, i.position), '[]')
        from item i
        join version_level l on l.organisation_id = i.organisation_id and l.version_id = i.version_id and l.level_id = i.level_id
        join version_heading h on h.organisation_id = i.organisation_id and h.version_id = i.version_id and h.heading_id = i.heading_id
        where i.organisation_id = v.organisation_id and i.version_id = v.id and i.visibility = 'public'
          and i.kind in ('formal', 'demonstrated')) as wanted,
      (select coalesce(jsonb_agg(distinct t.target_id), '[]') from catalogue_tie t
        join catalogue_entry e on e.organisation_id = t.organisation_id and e.id = t.entry_id
        where t.organisation_id = m.organisation_id and t.model_id = m.id
          and (e.retired_on is null or e.retired_on > ${work.today}::date)) as offered
    from career_model m join model_version v on v.organisation_id = m.organisation_id and v.model_id = m.id
    where m.organisation_id = ${work.organisationId} and m.status <> 'withdrawn' and v.status in ('adopted', 'superseded')
      and v.in_force_from <= ${work.today}::date and (v.in_force_to is null or v.in_force_to > ${work.today}::date)
    order by m.name_sv collate "sv-SE-x-icu", m.id`.execute(work.tx);
  return rows;
}
