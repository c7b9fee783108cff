/** SQL of one person at work: by name, where they work today, and in which models they can be placed for it. */
import { sql, type RawBuilder } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import type { OpenModel } from "./store.ts";

/** Where a person works today: their authority there, and a model in force that they can be placed in for it; null where there is none. */
export type PresentWork = {
  readonly unitId: Id;
  readonly authorityId: Id | null;
  readonly model: OpenModel | null;
};

/** A person by name, with where they work. */
export type PersonAtWork = {
  readonly name: string;
  /** By the models' names, and then what was begun first: once for each employment and model. */
  readonly present: readonly PresentWork[];
};

/** One row, or none when there is no such person. */
export const atWork = (
  work: Pick<Work, "organisationId" | "today">,
  personId: Id,
): RawBuilder<PersonAtWork> => sql<PersonAtWork>`
    with recursive employed as (
      select unit_id, profession_id, valid_from, is_main, id from employment_period
      where organisation_id = ${work.organisationId} and person_id = ${personId}
        and valid_from <= ${work.today} and (valid_to is null or valid_to > ${work.today})
    ), line as (
      select id as unit_id, id, parent_id, is_authority from unit
      where organisation_id = ${work.organisationId} and id in (select unit_id from employed)
      union all
      select l.unit_id, u.id, u.parent_id, u.is_authority from line l
      join unit u on u.organisation_id = ${work.organisationId} and u.id = l.parent_id where not l.is_authority
    )
    select p.given_name || ' ' || p.family_name as name, coalesce((
      select jsonb_agg(jsonb_build_object(
          'unitId', e.unit_id, 'authorityId', (select l.id from line l where l.unit_id = e.unit_id and l.is_authority),
          'model', case when m.id is not null then jsonb_build_object('modelId', m.id, 'slug', m.slug, 'nameSv', m.name_sv,
            'nameEn', m.name_en, 'professionId', m.profession_id, 'versionId', v.id) end)
        order by m.name_sv collate "sv-SE-x-icu", m.id, e.valid_from, e.is_main desc, e.id)
      from employed e
      left join (career_model m join model_version v on v.organisation_id = m.organisation_id and v.model_id = m.id
          and v.in_force_from <= ${work.today} and (v.in_force_to is null or v.in_force_to > ${work.today}))
        on m.organisation_id = ${work.organisationId} and m.profession_id = e.profession_id and m.status = 'active'), '[]') as present
    from person p where p.organisation_id = ${work.organisationId} and p.id = ${personId}`;
