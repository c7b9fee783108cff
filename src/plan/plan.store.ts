/** SQL of plans (PLN-1): a person's goals and activities as they stand, and changing them. What has happened with them stands in `events.store.ts`. */
import { sql, type RawBuilder } from "kysely";
import type { DecidesAs } from "../placement/access.ts";
import type { Work } from "../platform/database/work.ts";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Kind, Owner, State } from "./plan.rules.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

/** How a goal or an activity stands. */
export type Standing = {
  readonly state: State;
  /** Why it wasn't done; or what was said when it was. */
  readonly reason: string;
  /** It ended by itself, when the person no longer worked there. */
  readonly hasLeft: boolean;
  readonly endedOn: LocalDate | null;
  readonly revision: number;
};

/** What a goal comes from: a requirement (`itemId`), or a level or track of a model, as it is called today. */
export type Aim = {
  readonly modelId: Id;
  readonly modelSlug: string;
  readonly modelSv: string;
  readonly modelEn: string;
  readonly levelId: Id;
  readonly level: string;
  readonly trackId: Id | null;
  readonly track: string | null;
  readonly itemId: Id | null;
};

export type Goal = Standing & {
  readonly id: Id;
  readonly authorityId: Id | null;
  readonly kind: Kind;
  readonly title: string;
  readonly use: string;
  readonly mentor: string;
  readonly until: LocalDate;
  readonly aim: Aim | null;
};

export type Activity = Standing & {
  readonly id: Id;
  readonly authorityId: Id | null;
  readonly goalId: Id | null;
  readonly title: string;
  /** From the catalogue; `retiredOn` when it is offered no longer. */
  readonly entry: { readonly id: Id; readonly retiredOn: LocalDate | null } | null;
  readonly owner: Owner;
  readonly mentor: string;
  readonly from: LocalDate | null;
  readonly until: LocalDate;
};

/** Waits until nobody else changes the person's plan, and holds it for the rest of the transaction. */
export async function holdPlan(work: Scope, personId: Id): Promise<void> {
  await sql`select pg_advisory_xact_lock(861201063, hashtext(${personId}::text))`.execute(work.tx);
}

/** The person's goals, those that are open first, by the day that they are to be reached; then those that have ended, the latest first. */
const goalsOf = (work: Pick<Work, "organisationId">, personId: Id): RawBuilder<Goal> => sql<Goal>`
    select g.id, g.authority_id as "authorityId", g.kind, g.title, g.use, g.mentor, g.until_on as until, g.state, g.reason, g.has_left as "hasLeft",
      g.ended_on as "endedOn", g.revision,
      case when g.model_id is not null then jsonb_build_object('modelId', g.model_id, 'modelSlug', m.slug, 'modelSv', m.name_sv, 'modelEn', m.name_en,
        'levelId', g.level_id, 'level', coalesce(named.level, s.name), 'trackId', g.track_id, 'track', named.track, 'itemId', g.item_id) end as aim
    from plan_goal g
    left join career_model m on m.organisation_id = g.organisation_id and m.id = g.model_id
    left join structure_level s on s.organisation_id = g.organisation_id and s.id = g.level_id
    left join lateral (
      select l.name as level, t.name as track from model_version v
      join version_level l on l.organisation_id = v.organisation_id and l.version_id = v.id and l.level_id = g.level_id
      left join version_track t on t.organisation_id = v.organisation_id and t.version_id = v.id and t.track_id = g.track_id
      where v.organisation_id = g.organisation_id and v.model_id = g.model_id and v.in_force_from is not null
      order by (t.name is not null) = (g.track_id is not null) desc, v.in_force_from desc limit 1) named on true
    where g.organisation_id = ${work.organisationId} and g.person_id = ${personId}
    order by g.ended_on is not null, g.ended_on desc, g.until_on, g.number`;

/** The person's activities, those that are open first, by the day on which something is to be done; then those that have ended, the latest first. */
const activitiesOf = (
  work: Pick<Work, "organisationId">,
  personId: Id,
): RawBuilder<Activity> => sql<Activity>`
    select a.id, a.authority_id as "authorityId", a.goal_id as "goalId", a.title, a.owner, a.mentor, a.from_on as "from", a.until_on as until, a.state, a.reason,
      a.has_left as "hasLeft", a.ended_on as "endedOn", a.revision,
      case when a.entry_id is not null then jsonb_build_object('id', a.entry_id, 'retiredOn', e.retired_on) end as entry
    from plan_activity a left join catalogue_entry e on e.organisation_id = a.organisation_id and e.id = a.entry_id
    where a.organisation_id = ${work.organisationId} and a.person_id = ${personId}
    order by a.ended_on is not null, a.ended_on desc, case when a.state = 'planned' then coalesce(a.from_on, a.until_on) else a.until_on end, a.number`;

/** All of a plan, as questions among others. */
export const planParts = (work: Pick<Work, "organisationId">, personId: Id) => ({
  goals: goalsOf(work, personId),
  activities: activitiesOf(work, personId),
});

/** Who does something: for the events. Null is nobody: what starts or ends with the employment. */
export type Doer = { readonly id: Id; readonly as: "self" | DecidesAs };

/** A goal to add; `modelId` and `levelId` come together. */
export type NewGoal = {
  readonly id: Id;
  readonly personId: Id;
  readonly authorityId: Id | null;
  readonly kind: Kind;
  readonly title: string;
  readonly use: string;
  readonly mentor: string;
  readonly until: LocalDate;
  readonly modelId: Id | null;
  readonly levelId: Id | null;
  readonly trackId: Id | null;
  readonly itemId: Id | null;
  readonly templateId: Id | null;
};

/** Adds goals, of one person or of many, with what is told of it: one statement. */
export async function addGoals(work: Work, goals: readonly NewGoal[], doer: Doer | null): Promise<void> {
  await sql`
    with added as (
      insert into plan_goal (organisation_id, id, person_id, authority_id, kind, title, use, mentor, until_on, model_id, level_id, track_id, item_id, template_id)
      select ${work.organisationId}, x.* from jsonb_to_recordset(${JSON.stringify(goals)}::jsonb) as x ("id" uuid, "personId" uuid, "authorityId" uuid, "kind" text,
        "title" text, "use" text, "mentor" text, "until" date, "modelId" uuid, "levelId" uuid, "trackId" uuid, "itemId" uuid, "templateId" uuid)
      returning id, person_id
    )
    insert into plan_event (organisation_id, id, person_id, goal_id, kind, by_id, acting_as, on_day, at)
    select ${work.organisationId}, gen_random_uuid(), person_id, id, 'added', ${doer?.id ?? null}::uuid, ${doer?.as ?? null}, ${work.today}, ${work.now}
    from added`.execute(work.tx);
}

/** An activity to add. */
export type NewActivity = {
  readonly id: Id;
  readonly personId: Id;
  readonly authorityId: Id | null;
  readonly goalId: Id | null;
  readonly entryId: Id | null;
  readonly title: string;
  readonly owner: Owner;
  readonly mentor: string;
  readonly from: LocalDate | null;
  readonly until: LocalDate;
};

/** Adds activities, of one person or of many, with what is told of it: one statement. The caller holds the entries and has seen that there are places. */
export async function addActivities(
  work: Work,
  activities: readonly NewActivity[],
  doer: Doer | null,
): Promise<void> {
  await sql`
    with added as (
      insert into plan_activity (organisation_id, id, person_id, authority_id, goal_id, entry_id, title, owner, mentor, from_on, until_on)
      select ${work.organisationId}, x.* from jsonb_to_recordset(${JSON.stringify(activities)}::jsonb) as x ("id" uuid, "personId" uuid, "authorityId" uuid,
        "goalId" uuid, "entryId" uuid, "title" text, "owner" text, "mentor" text, "from" date, "until" date)
      returning id, person_id, goal_id
    )
    insert into plan_event (organisation_id, id, person_id, goal_id, activity_id, kind, by_id, acting_as, on_day, at)
    select ${work.organisationId}, gen_random_uuid(), person_id, goal_id, id, 'added', ${doer?.id ?? null}::uuid, ${doer?.as ?? null}, ${work.today}, ${work.now}
    from added`.execute(work.tx);
}

/** Writes a goal's words anew, one revision on. The caller holds the plan. */
export async function saveGoal(
  work: Scope,
  id: Id,
  { kind, title, use, mentor, until }: Pick<NewGoal, "kind" | "title" | "use" | "mentor" | "until">,
): Promise<void> {
  await work.tx
    .updateTable("plan_goal")
    .set((eb) => ({ kind, title, use, mentor, until_on: until, revision: eb("revision", "+", 1) }))
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", id)
    .execute();
}

/** Writes an activity anew, one revision on. The caller holds the plan, and the entry of the catalogue. */
export async function saveActivity(
  work: Scope,
  id: Id,
  activity: Omit<NewActivity, "id" | "personId" | "authorityId">,
): Promise<void> {
  await work.tx
    .updateTable("plan_activity")
    .set((eb) => ({
      goal_id: activity.goalId,
      entry_id: activity.entryId,
      title: activity.title,
      owner: activity.owner,
      mentor: activity.mentor,
      from_on: activity.from,
      until_on: activity.until,
      revision: eb("revision", "+", 1),
    }))
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", id)
    .execute();
}

/** What a goal or an activity comes to. */
export type Came = Pick<Standing, "state" | "reason" | "endedOn">;

/** The caller holds the plan. */
export async function saveState(
  work: Scope,
  table: "plan_goal" | "plan_activity",
  id: Id,
  { state, reason, endedOn }: Came,
): Promise<void> {
  await work.tx
    .updateTable(table)
    .set((eb) => ({ state, reason, ended_on: endedOn, has_left: false, revision: eb("revision", "+", 1) }))
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", id)
    .execute();
}
