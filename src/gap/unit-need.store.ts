/** SQL of what units without others below them need and have, for those who answer for them (NED-1). */
import { sql, type RawBuilder } from "kysely";
import type { Id } from "../shared/ids.ts";
import { among } from "../platform/database/prepared.ts";
import type { Work } from "../platform/database/work.ts";
import { countedPeople, type Counting } from "../people/counted.store.ts";
import { workingIn } from "../people/store.ts";
import type { UnitHave, UnitNeed } from "./need.rules.ts";
import type { ModelInForce } from "./missing.store.ts";

type Scope = Pick<Work, "organisationId" | "today">;

/** What is needed somewhere in a model in force. */
export type NeedInModel = UnitNeed & {
  readonly model: Pick<ModelInForce, "modelId" | "slug" | "nameSv" | "nameEn" | "versionId">;
};

/** What these units say today that they need, by the models' names; units with others below them answer for those too, and aren't here. */
export const needsIn = (work: Scope, unitIds: readonly Id[]): RawBuilder<NeedInModel> => sql<NeedInModel>`
    select n.unit_id as "unitId", n.level_id as "levelId", n.track_id as "trackId", n.people, n.full_time::float8 as "fullTime",
      n.needed_by as "neededBy", jsonb_build_object('modelId', m.id, 'slug', m.slug, 'nameSv', m.name_sv, 'nameEn', m.name_en, 'versionId', v.id) as model
    from need n
    join career_model m on m.organisation_id = n.organisation_id and m.id = n.model_id and m.status = 'active'
    join model_version v on v.organisation_id = m.organisation_id and v.model_id = m.id
      and v.in_force_from <= ${work.today} and (v.in_force_to is null or v.in_force_to > ${work.today})
    where n.organisation_id = ${work.organisationId} and ${among("n.unit_id", unitIds)} and n.valid_to is null
      and not exists (select from unit u where u.organisation_id = n.organisation_id and u.parent_id = n.unit_id
        and u.valid_from <= ${work.today} and (u.valid_to is null or u.valid_to > ${work.today}))
    order by m.name_sv collate "sv-SE-x-icu", m.id`;

export type HaveInModel = UnitHave & { readonly modelId: Id };

/** Who is placed where in the models in which these units need something, counted as everywhere (FUP-1); nobody with protected identity (ORG-7). */
export const havesIn = (
  work: Scope,
  unitIds: readonly Id[],
  counting: Counting,
): RawBuilder<HaveInModel> => sql<HaveInModel>`
    with ${countedPeople(work, { day: work.today, professionIds: null, people: workingIn(work, unitIds), ...counting })}
    select p.model_id as "modelId", c.unit_id as "unitId", p.level_id as "levelId", p.track_id as "trackId",
      count(*)::int as people, (sum(c.extent) / 100)::float8 as "fullTime"
    from counted c
    join career_model m on m.organisation_id = ${work.organisationId} and m.profession_id = c.profession_id
      and m.id in (select n.model_id from need n
        where n.organisation_id = ${work.organisationId} and ${among("n.unit_id", unitIds)} and n.valid_to is null)
    join placement p on p.organisation_id = m.organisation_id and p.person_id = c.person_id and p.model_id = m.id and not p.corrected
      and p.valid_from <= ${work.today} and (p.valid_to is null or p.valid_to > ${work.today})
    where ${among("c.unit_id", unitIds)}
    group by p.model_id, c.unit_id, p.level_id, p.track_id`;
