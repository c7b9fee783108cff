/** SQL of the templates that plans start from (PLN-2), and of who has begun and has none. */
import { sql } from "kysely";
import { authorityOfUnits } from "../placement/store.ts";
import { among } from "../platform/database/prepared.ts";
import type { Work } from "../platform/database/work.ts";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { joinedFrom, type TemplateLine, type TemplateText } from "./template.rules.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

export type Template = Omit<TemplateText, "lines"> & {
  readonly id: Id;
  readonly retiredOn: LocalDate | null;
  readonly revision: number;
  readonly professionSv: string | null;
  readonly professionEn: string | null;
  /** In the order of their days. `retiredOn` of what the catalogue offers no longer. */
  readonly lines: readonly (TemplateLine & { readonly retiredOn: LocalDate | null })[];
};

/** Those in use, and those that nothing starts from any longer, too, where `retired`; by title. */
export async function templates(
  work: Scope,
  { retired }: { readonly retired: boolean },
): Promise<Template[]> {
  const { rows } = await sql<Template>`
    select t.id, t.kind, t.title, t.use, t.days, t.with_employment as "withEmployment", t.profession_id as "professionId", p.name_sv as "professionSv", p.name_en as "professionEn",
      t.retired_on as "retiredOn", t.revision, coalesce(l.lines, '[]') as lines
    from plan_template t
    left join profession p on p.organisation_id = t.organisation_id and p.id = t.profession_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('entryId', l.entry_id, 'title', coalesce(e.name, l.title), 'days', l.days, 'owner', l.owner, 'retiredOn', e.retired_on)
        order by l.days, l.position) as lines
      from plan_template_line l left join catalogue_entry e on e.organisation_id = l.organisation_id and e.id = l.entry_id
      where l.organisation_id = t.organisation_id and l.template_id = t.id) l on true
    where t.organisation_id = ${work.organisationId} and (${retired} or t.retired_on is null)
    order by t.retired_on is not null, t.title collate "sv-SE-x-icu", t.id`.execute(work.tx);
  return rows;
}

const values = (text: TemplateText) => ({
  kind: text.kind,
  title: text.title,
  use: text.use,
  days: text.days,
  with_employment: text.withEmployment,
  profession_id: text.professionId,
});

export async function addTemplate(work: Scope, id: Id, text: TemplateText): Promise<void> {
  await work.tx
    .insertInto("plan_template")
    .values({ organisation_id: work.organisationId, id, ...values(text) })
    .execute();
  await writeLines(work, id, text.lines);
}

/** Writes a template anew, one revision on; plans that have started from it stay as they are. False when somebody else changed it first. */
export async function saveTemplate(
  work: Scope,
  { id, revision }: Pick<Template, "id" | "revision">,
  text: TemplateText,
): Promise<boolean> {
  const result = await work.tx
    .updateTable("plan_template")
    .set({ ...values(text), revision: revision + 1 })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", id)
    .where("revision", "=", revision)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) return false;
  await work.tx
    .deleteFrom("plan_template_line")
    .where("organisation_id", "=", work.organisationId)
    .where("template_id", "=", id)
    .execute();
  await writeLines(work, id, text.lines);
  return true;
}

async function writeLines(work: Scope, templateId: Id, lines: readonly TemplateLine[]): Promise<void> {
  await work.tx
    .insertInto("plan_template_line")
    .values(
      lines.map(({ entryId, title, days, owner }, position) => ({
        organisation_id: work.organisationId,
        template_id: templateId,
        position,
        entry_id: entryId,
        title,
        days,
        owner,
      })),
    )
    .execute();
}

/** Nothing starts from it from this day, or again with null. False when somebody else changed it first. */
export async function retireTemplate(
  work: Scope,
  { id, revision }: Pick<Template, "id" | "revision">,
  from: LocalDate | null,
): Promise<boolean> {
  const result = await work.tx
    .updateTable("plan_template")
    .set({ retired_on: from, revision: revision + 1 })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", id)
    .where("revision", "=", revision)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Whose plan starts from a template, and the day that its days are counted from. */
export type Starting = {
  readonly personId: Id;
  readonly authorityId: Id | null;
  readonly start: LocalDate;
};

/** Those of these people who have an open goal from the template. */
export async function withOpenFrom(
  work: Scope,
  templateId: Id,
  personIds: readonly Id[],
): Promise<ReadonlySet<Id>> {
  const { rows } = await sql<{ personId: Id }>`
    select distinct person_id as "personId" from plan_goal
    where organisation_id = ${work.organisationId} and template_id = ${templateId} and ${among("person_id", personIds)} and state in ('planned', 'under-way')`.execute(
    work.tx,
  );
  return new Set(rows.map(({ personId }) => personId));
}

/** The first day of the employment that each of these people has today, or comes to: of several, the first. */
export async function employedFrom(
  work: Scope & Pick<Work, "today">,
  personIds: readonly Id[],
): Promise<ReadonlyMap<Id, LocalDate>> {
  const { rows } = await sql<{ personId: Id; start: LocalDate }>`
    select person_id as "personId", min(valid_from) as start from employment
    where organisation_id = ${work.organisationId} and ${among("person_id", personIds)} and (valid_to is null or valid_to > ${work.today})
    group by person_id`.execute(work.tx);
  return new Map(rows.map(({ personId, start }) => [personId, start]));
}

/**
 * Those of these people whose first employment of all begins, or began within the month, with each template that starts with it and hasn't for them, by template. Nothing
 * where no template does.
 */
export async function joinersWithout(
  work: Scope & Pick<Work, "today">,
  personIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly Starting[]>> {
  const { organisationId, today } = work;
  const { rows } = await sql<Starting & { templateId: Id }>`
    with recursive starting as materialized (
      select id, profession_id from plan_template where organisation_id = ${organisationId} and with_employment and retired_on is null
    ), ${authorityOfUnits(work)}, joined as (
      select distinct on (e.person_id) e.person_id, e.unit_id, e.profession_id, e.valid_from from employment_period e
      where e.organisation_id = ${organisationId} and ${among("e.person_id", personIds)} and exists (select from starting)
      order by e.person_id, e.valid_from, e.is_main desc, e.id
    )
    select t.id as "templateId", j.person_id as "personId", a.authority_id as "authorityId", j.valid_from as start
    from joined j join starting t on t.profession_id is null or t.profession_id = j.profession_id
    join authority a on a.unit_id = j.unit_id
    where j.valid_from >= ${joinedFrom(today)} and not exists (select from plan_goal g
      where g.organisation_id = ${organisationId} and g.person_id = j.person_id and g.template_id = t.id)
    order by j.valid_from, j.person_id`.execute(work.tx);
  return Map.groupBy(rows, ({ templateId }) => templateId);
}
