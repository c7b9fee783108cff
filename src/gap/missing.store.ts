/** The models that anybody may be held against. */
import { sql, type RawBuilder } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";

/** A model in force, with its version of the day. */
export type ModelInForce = {
  readonly modelId: Id;
  readonly slug: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly professionId: Id;
  readonly versionId: Id;
  /** Was it taken in from an association (MOD-2)? */
  readonly isShared: boolean;
};

/** Every active model in force today, by name. */
export const inForceToday = (
  work: Pick<Work, "organisationId" | "today">,
): RawBuilder<ModelInForce> => sql<ModelInForce>`
    select m.id as "modelId", m.slug, m.name_sv as "nameSv", m.name_en as "nameEn", m.profession_id as "professionId", v.id as "versionId",
      m.origin_id is not null as "isShared"
    from career_model m join model_version v on v.organisation_id = m.organisation_id and v.model_id = m.id
    where m.organisation_id = ${work.organisationId} and m.status = 'active'
      and v.in_force_from <= ${work.today} and (v.in_force_to is null or v.in_force_to > ${work.today})
    order by m.name_sv collate "sv-SE-x-icu", m.id`;

/** The same, asked by themselves. */
export const modelsInForce = async (
  work: Pick<Work, "tx" | "organisationId" | "today">,
): Promise<ModelInForce[]> => (await inForceToday(work).execute(work.tx)).rows;
