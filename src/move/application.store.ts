/** SQL of applications for a move (PLC-4). What was asked and answered is never rewritten. */
import { sql, type RawBuilder } from "kysely";
import type { Work } from "../platform/database/work.ts";
import { newId, type Id } from "../shared/ids.ts";
import type { ApplicationOutcome, DeclinedFor } from "./application.rules.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

/** An application as it is shown; instants are ISO. `answeredBy` is null where the name isn't told (ORG-7), and of what nobody answered. */
export type Application = {
  readonly id: Id;
  readonly personId: Id;
  readonly modelId: Id;
  readonly modelSv: string;
  readonly modelEn: string;
  readonly levelId: Id;
  readonly level: string;
  readonly trackId: Id | null;
  readonly track: string | null;
  readonly authorityId: Id | null;
  readonly words: string;
  readonly appliedAt: string;
  readonly outcome: ApplicationOutcome | null;
  readonly endedAt: string | null;
  readonly answeredBy: string | null;
  readonly declinedFor: DeclinedFor | null;
  readonly answer: string;
};

const select = (where: RawBuilder<unknown>): RawBuilder<Application> => sql<Application>`
  select a.id, a.person_id as "personId", a.model_id as "modelId", m.name_sv as "modelSv", m.name_en as "modelEn", a.level_id as "levelId",
    coalesce(named.level, s.name) as level, a.track_id as "trackId", named.track, a.authority_id as "authorityId", a.words,
    a.applied_at as "appliedAt", a.outcome, a.ended_at as "endedAt",
    case when not b.protected_identity then b.given_name || ' ' || b.family_name end as "answeredBy", a.declined_for as "declinedFor", a.answer
  from move_application a
  join career_model m on m.organisation_id = a.organisation_id and m.id = a.model_id
  join structure_level s on s.organisation_id = a.organisation_id and s.id = a.level_id
  left join lateral (
    select l.name as level, t.name as track from model_version v
    join version_level l on l.organisation_id = v.organisation_id and l.version_id = v.id and l.level_id = a.level_id
    left join version_track t on t.organisation_id = v.organisation_id and t.version_id = v.id and t.track_id = a.track_id
    where v.organisation_id = a.organisation_id and v.model_id = a.model_id and v.in_force_from is not null
    order by (t.name is not null) = (a.track_id is not null) desc, v.in_force_from desc limit 1) named on true
  left join person b on b.organisation_id = a.organisation_id and b.id = a.answered_by
  where a.organisation_id = app_organisation() and ${where}
  order by a.number desc`;

/** Everything that a person has applied for, the latest first. */
export async function applicationsOf(work: Scope, personId: Id): Promise<Application[]> {
  return (await select(sql`a.person_id = ${personId}`).execute(work.tx)).rows;
}

/** One application, held for the rest of the transaction; undefined when there is none. */
export async function holdApplication(work: Scope, id: Id): Promise<Application | undefined> {
  await sql`select 1 from move_application where organisation_id = ${work.organisationId} and id = ${id} for update`.execute(
    work.tx,
  );
  return (await select(sql`a.id = ${id}`).execute(work.tx)).rows[0];
}

export async function addApplication(
  work: Work,
  applied: {
    readonly personId: Id;
    readonly modelId: Id;
    readonly levelId: Id;
    readonly trackId: Id | null;
    readonly authorityId: Id | null;
    readonly words: string;
  },
): Promise<Id> {
  const id = newId();
  await work.tx
    .insertInto("move_application")
    .values({
      organisation_id: work.organisationId,
      id,
      person_id: applied.personId,
      model_id: applied.modelId,
      level_id: applied.levelId,
      track_id: applied.trackId,
      authority_id: applied.authorityId,
      words: applied.words,
      applied_at: work.now,
    })
    .execute();
  return id;
}

/** How an application ends: by whom, and with what. */
export type Ended =
  | { readonly outcome: "withdrawn" }
  | { readonly outcome: "granted"; readonly answeredBy: Id; readonly placementId: Id }
  | {
      readonly outcome: "declined";
      readonly answeredBy: Id;
      readonly declinedFor: DeclinedFor;
      readonly answer: string;
    };

export async function endApplication(work: Work, id: Id, ended: Ended): Promise<void> {
  await work.tx
    .updateTable("move_application")
    .set({
      outcome: ended.outcome,
      ended_at: work.now,
      ...("answeredBy" in ended ? { answered_by: ended.answeredBy } : {}),
      ...("placementId" in ended ? { placement_id: ended.placementId } : {}),
      ...("answer" in ended ? { declined_for: ended.declinedFor, answer: ended.answer } : {}),
    })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", id)
    .execute();
}

/** Ends the open applications of those among these people who no longer work in the model's profession for the authority that they applied to. */
export async function lapseApplications(work: Work, personIds: readonly Id[]): Promise<void> {
  await sql`
    with recursive line as (
      select e.person_id, e.profession_id, u.id, u.parent_id, u.is_authority
      from employment_period e join unit u on u.organisation_id = e.organisation_id and u.id = e.unit_id
      where e.organisation_id = ${work.organisationId} and e.valid_from <= ${work.today} and (e.valid_to is null or e.valid_to > ${work.today})
        and e.person_id in (select person_id from move_application
          where organisation_id = ${work.organisationId} and outcome is null and person_id = any(${[...personIds]}::uuid[]))
      union
      select l.person_id, l.profession_id, u.id, u.parent_id, u.is_authority
      from line l join unit u on u.organisation_id = ${work.organisationId} and u.id = l.parent_id where not l.is_authority
    )
    update move_application a set outcome = 'lapsed', ended_at = ${work.now}
    from career_model m
    where a.organisation_id = ${work.organisationId} and a.outcome is null and a.person_id = any(${[...personIds]}::uuid[])
      and m.organisation_id = a.organisation_id and m.id = a.model_id
      and not exists (select from line l where l.person_id = a.person_id and l.profession_id = m.profession_id
        and (l.id = a.authority_id or (a.authority_id is null and l.parent_id is null and not l.is_authority)))`.execute(
    work.tx,
  );
}
