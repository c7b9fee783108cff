/** Plans told in a line (PLN-1): one's own for a start page, and the next step of each in a unit. One statement each. */
import { sql } from "kysely";
import type { Basis } from "../people/access.ts";
import { among } from "../platform/database/prepared.ts";
import type { Work } from "../platform/database/work.ts";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { countedFrom } from "./plan.rules.ts";

/** What is to be done next in a plan: an activity, or a goal that has none left; `on` is the day that it begins, or is to be done by. */
export type NextStep = {
  readonly title: string;
  readonly on: LocalDate;
  readonly underWay: boolean;
};

export type PlanSummary = {
  /** Activities that are done, of those that are open or have ended within a year; what wasn't done is in neither. */
  readonly done: number;
  readonly all: number;
  readonly next: NextStep | null;
};

/** What comes next for each of these people, the nearest day first. */
const steps = (work: Work, personIds: readonly Id[]) => sql`
  select distinct on (person_id) person_id, title, on_day, state = 'under-way' as under_way
  from (
    select a.person_id, a.authority_id, a.title, a.state, a.number, 0 as goal, case when a.state = 'planned' then coalesce(a.from_on, a.until_on) else a.until_on end as on_day
    from plan_activity a
    where a.organisation_id = ${work.organisationId} and ${among("a.person_id", personIds)} and a.state in ('planned', 'under-way')
    union all
    select g.person_id, g.authority_id, g.title, g.state, g.number, 1, g.until_on from plan_goal g
    where g.organisation_id = ${work.organisationId} and ${among("g.person_id", personIds)} and g.state in ('planned', 'under-way')
  ) s`;

/** The plan of the one who asks, for their own start page: everything in it is theirs to see. */
export async function planSummary(work: Work, personId: Id): Promise<PlanSummary> {
  const { rows } = await sql<{
    done: number;
    all: number;
    title: string | null;
    on: LocalDate;
    underWay: boolean;
  }>`
    select c.done, c.all, s.title, s.on_day as "on", s.under_way as "underWay"
    from (
      select count(*) filter (where state = 'done')::int as done, count(*)::int as all from plan_activity
      where organisation_id = ${work.organisationId} and person_id = ${personId} and state <> 'not-done'
        and (ended_on is null or ended_on >= ${countedFrom(work.today)})
    ) c left join (${steps(work, [personId])} order by person_id, goal, on_day, number) s on true`.execute(
    work.tx,
  );
  const [row] = rows;
  if (!row) return { done: 0, all: 0, next: null };
  const { done, all, title, on, underWay } = row;
  return { done, all, next: title === null ? null : { title, on, underWay } };
}

/**
 * The next step in each of these people's plans on one side of an authority's line (ORG-2), by person. The caller has found who they are and why the actor may see them
 * (`basis`, which goes to the log): a unit's list asks for nothing more about them.
 */
export async function nextSteps(
  work: Work,
  authorityId: Id | null,
  people: readonly { readonly personId: Id; readonly basis: Basis }[],
): Promise<ReadonlyMap<Id, NextStep>> {
  if (people.length === 0) return new Map();
  for (const { personId, basis } of people) work.reads.note({ personIds: [personId], what: "plan", basis });
  const { rows } = await sql<NextStep & { personId: Id }>`
    select person_id as "personId", title, on_day as "on", under_way as "underWay"
    from (${steps(
      work,
      people.map(({ personId }) => personId),
    )} where s.authority_id is not distinct from ${authorityId}::uuid order by person_id, goal, on_day, number) n`.execute(
    work.tx,
  );
  return new Map(rows.map(({ personId, ...step }) => [personId, step]));
}
