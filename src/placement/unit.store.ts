/** SQL of units as placements see them: who works there, in which models they can be placed, and where they are placed. */
import { sql, type RawBuilder } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { among } from "../platform/database/prepared.ts";
import type { Work } from "../platform/database/work.ts";
import { workingIn } from "../people/store.ts";
import type { OpenModel, Placement, Response } from "./store.ts";

type Scope = Pick<Work, "organisationId" | "today">;

/** The active models in force today in the professions that somebody works in, in one of these units, by name. */
export const modelsOpenIn = (work: Scope, unitIds: readonly Id[]): RawBuilder<OpenModel> => sql<OpenModel>`
    select m.id as "modelId", m.slug, m.name_sv as "nameSv", m.name_en as "nameEn", m.profession_id as "professionId", v.id as "versionId"
    from career_model m join model_version v on v.organisation_id = m.organisation_id and v.model_id = m.id
    where m.organisation_id = ${work.organisationId} and m.status = 'active'
      and m.profession_id in (select profession_id from employment_period
        where organisation_id = ${work.organisationId} and ${among("unit_id", unitIds)}
          and valid_from <= ${work.today} and (valid_to is null or valid_to > ${work.today}))
      and v.in_force_from <= ${work.today} and (v.in_force_to is null or v.in_force_to > ${work.today})
    order by m.name_sv collate "sv-SE-x-icu", m.id`;

/** Someone who works in a unit today; once for each profession that they work in there. */
export type Member = {
  readonly unitId: Id;
  readonly personId: Id;
  readonly givenName: string;
  readonly familyName: string;
  /** The first day on which they ever worked in the unit. */
  readonly since: LocalDate;
  readonly professionId: Id | null;
  readonly professionSv: string | null;
  readonly professionEn: string | null;
};

/** Everyone who works in these units today, in Swedish order of names. */
export const membersOf = (work: Scope, unitIds: readonly Id[]): RawBuilder<Member> => sql<Member>`
    select e.unit_id as "unitId", p.id as "personId", p.given_name as "givenName", p.family_name as "familyName",
      (select min(f.valid_from) from employment_period f
        where f.organisation_id = p.organisation_id and f.person_id = p.id and f.unit_id = e.unit_id) as since,
      r.id as "professionId", r.name_sv as "professionSv", r.name_en as "professionEn"
    from (select distinct unit_id, person_id, profession_id from employment_period
          where organisation_id = ${work.organisationId} and ${among("unit_id", unitIds)}
            and valid_from <= ${work.today} and (valid_to is null or valid_to > ${work.today})) e
    join person p on p.organisation_id = ${work.organisationId} and p.id = e.person_id
    left join profession r on r.organisation_id = p.organisation_id and r.id = e.profession_id
    order by p.family_name collate "sv-SE-x-icu", p.given_name collate "sv-SE-x-icu", p.id,
      r.name_sv collate "sv-SE-x-icu"`;

/** A placement in force as lists tell it. */
export type PlacedState = Pick<
  Placement,
  "personId" | "modelId" | "level" | "track" | "from" | "dialogueOn" | "authorityId"
> & {
  readonly takenOver: boolean;
  readonly responses: readonly Pick<Response, "kind">[];
};

/** What lists tell of the placements that are in force on a day, by a condition on `p`: at most one for each person and model (PLC-1). */
const placedOn = (
  work: Pick<Scope, "organisationId">,
  people: RawBuilder<unknown>,
  day: LocalDate,
): RawBuilder<PlacedState> => sql<PlacedState>`
    select p.person_id as "personId", p.model_id as "modelId", l.name as level, t.name as track, p.valid_from as "from",
      p.dialogue_on as "dialogueOn", p.authority_id as "authorityId", p.taken_over_source is not null as "takenOver",
      coalesce((select jsonb_agg(jsonb_build_object('kind', r.kind)) from placement_response r
        where r.organisation_id = p.organisation_id and r.placement_id = p.id), '[]') as responses
    from placement p
    join version_level l on l.organisation_id = p.organisation_id and l.version_id = p.version_id and l.level_id = p.level_id
    left join version_track t on t.organisation_id = p.organisation_id and t.version_id = p.version_id and t.track_id = p.track_id
    where p.organisation_id = ${work.organisationId} and ${people}
      and not p.corrected and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to > ${day})`;

/** What lists tell of those who work in these units today. */
export const placedIn = (work: Scope, unitIds: readonly Id[]): RawBuilder<PlacedState> =>
  placedOn(work, sql`p.person_id in (${workingIn(work, unitIds)})`, work.today);

/** What lists tell of one person. */
export const placedNow = (work: Scope, personId: Id): RawBuilder<PlacedState> =>
  placedOn(work, among("p.person_id", [personId]), work.today);

/** What lists tell of these people. */
export async function placedStates(
  work: Pick<Work, "tx" | "organisationId">,
  personIds: readonly Id[],
  day: LocalDate,
): Promise<PlacedState[]> {
  return (await placedOn(work, among("p.person_id", personIds), day).execute(work.tx)).rows;
}
