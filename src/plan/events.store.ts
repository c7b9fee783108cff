/** SQL of what has happened with plans (PLN-1): it only grows, says who did it, and what stood there before. */
import { sql } from "kysely";
import { authorityOfUnits } from "../placement/store.ts";
import type { Work } from "../platform/database/work.ts";
import { newId, type Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { State, Words } from "./plan.rules.ts";
import type { Doer } from "./plan.store.ts";

/** Something that has happened with a goal, or with an activity. `by` is null where nobody did it, or the name isn't told (ORG-7). */
export type PlanEvent = {
  readonly id: Id;
  readonly goalId: Id | null;
  readonly activityId: Id | null;
  readonly kind: "added" | "changed" | "state" | "noted";
  readonly by: string | null;
  readonly as: Doer["as"] | null;
  readonly state: State | null;
  readonly words: string;
  /** What was changed, as it stood before. */
  readonly former: Words;
  readonly day: LocalDate;
};

/** All that has happened with the person's plan, the latest first. */
export async function eventsOf(
  work: Pick<Work, "tx" | "organisationId">,
  personId: Id,
): Promise<PlanEvent[]> {
  const { rows } = await sql<PlanEvent>`
    select e.id, e.goal_id as "goalId", e.activity_id as "activityId", e.kind, e.acting_as as "as", e.state, e.words, e.former, e.on_day as day,
      case when not b.protected_identity or b.id = e.person_id then b.given_name || ' ' || b.family_name end as by
    from plan_event e left join person b on b.organisation_id = e.organisation_id and b.id = e.by_id
    where e.organisation_id = ${work.organisationId} and e.person_id = ${personId} order by e.number desc`.execute(
    work.tx,
  );
  return rows;
}

export async function addEvent(
  work: Work,
  of: { readonly personId: Id; readonly goalId: Id | null; readonly activityId: Id | null },
  doer: Doer,
  event: { readonly kind: "changed" | "state" | "noted" } & Partial<
    Pick<PlanEvent, "state" | "words" | "former">
  >,
): Promise<void> {
  await work.tx
    .insertInto("plan_event")
    .values({
      organisation_id: work.organisationId,
      id: newId(),
      person_id: of.personId,
      goal_id: of.goalId,
      activity_id: of.activityId,
      kind: event.kind,
      by_id: doer.id,
      acting_as: doer.as,
      state: event.state ?? null,
      words: event.words ?? "",
      former: JSON.stringify(event.former ?? {}),
      on_day: work.today,
      at: work.now,
    })
    .execute();
}

/** Ends what is open in plans of people (null: of all) who no longer work in its authority: places are for those who are here (PRV-3, ORG-2). */
export async function endOfLeft(work: Work, personIds: readonly Id[] | null): Promise<void> {
  const { organisationId, today, now } = work;
  await sql`
    with recursive ${authorityOfUnits(work)}, here as (
      select distinct e.person_id, a.authority_id from employment_period e join authority a on a.unit_id = e.unit_id
      where e.organisation_id = ${organisationId} and (e.valid_to is null or e.valid_to > ${today})
        and (${personIds === null} or e.person_id = any(${[...(personIds ?? [])]}::uuid[]))
    ), goals as (
      update plan_goal g set state = 'not-done', has_left = true, ended_on = ${today}, revision = revision + 1
      where g.organisation_id = ${organisationId} and g.state in ('planned', 'under-way') and (${personIds === null} or g.person_id = any(${[...(personIds ?? [])]}::uuid[]))
        and not exists (select from here h where h.person_id = g.person_id and h.authority_id is not distinct from g.authority_id)
      returning g.id as goal_id, null::uuid as activity_id, g.person_id
    ), activities as (
      update plan_activity c set state = 'not-done', has_left = true, ended_on = ${today}, revision = revision + 1
      where c.organisation_id = ${organisationId} and c.state in ('planned', 'under-way') and (${personIds === null} or c.person_id = any(${[...(personIds ?? [])]}::uuid[]))
        and not exists (select from here h where h.person_id = c.person_id and h.authority_id is not distinct from c.authority_id)
      returning c.goal_id, c.id as activity_id, c.person_id
    )
    insert into plan_event (organisation_id, id, person_id, goal_id, activity_id, kind, state, on_day, at)
    select ${organisationId}, gen_random_uuid(), person_id, goal_id, activity_id, 'state', 'not-done', ${today}::date, ${now}::timestamptz
    from (select * from activities union all select * from goals) ended`.execute(work.tx);
}
