/** SQL of what goes out again (INT-4): the placements in force with the employment that each is known by. */
import { sql } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Work } from "../platform/database/work.ts";

export type PlacementOut = {
  readonly personId: Id;
  readonly number: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly modelId: Id;
  readonly model: string;
  readonly levelId: Id;
  readonly level: string;
  readonly trackId: Id | null;
  readonly track: string | null;
  readonly from: LocalDate;
  readonly motivation: string;
  /** Where it was taken over from; null of what was decided after a dialogue. */
  readonly source: string | null;
};

/**
 * The placements in force today, by employment number. ORG-7: of somebody with protected identity only for the handler who is named for
 * them.
 */
export async function placementsOut(work: Work, readerId: Id | null): Promise<PlacementOut[]> {
  const { rows } = await sql<PlacementOut>`
    select p.person_id as "personId", e.number, k.given_name as "givenName", k.family_name as "familyName", p.model_id as "modelId",
      m.name_sv as model, p.level_id as "levelId", l.name as level, p.track_id as "trackId", t.name as track,
      p.valid_from as "from", p.motivation, p.taken_over_source as source
    from placement p
    join person k on k.organisation_id = p.organisation_id and k.id = p.person_id
    join career_model m on m.organisation_id = p.organisation_id and m.id = p.model_id
    join version_level l on l.organisation_id = p.organisation_id and l.version_id = p.version_id and l.level_id = p.level_id
    left join version_track t on t.organisation_id = p.organisation_id and t.version_id = p.version_id and t.track_id = p.track_id
    join lateral (
      select n.number from employment_period x
      join employment n on n.organisation_id = x.organisation_id and n.id = x.employment_id
      where x.organisation_id = p.organisation_id and x.person_id = p.person_id and x.profession_id = m.profession_id
        and x.valid_from <= ${work.today} and (x.valid_to is null or x.valid_to > ${work.today})
      order by x.unit_id = p.unit_id desc, x.is_main desc, n.number limit 1) e on true
    where p.organisation_id = ${work.organisationId} and not p.corrected
      and p.valid_from <= ${work.today} and (p.valid_to is null or p.valid_to > ${work.today})
      and (not k.protected_identity or k.protected_handler_id = ${readerId}::uuid)
    order by e.number collate "C", m.name_sv collate "sv-SE-x-icu", p.id`.execute(work.tx);
  return rows;
}
