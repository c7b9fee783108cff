/** Plans told in a line (PLN-1): one's own for a start page, and the next step of each in a unit. To be asked together with what else a page asks. */
import { sql, type RawBuilder } from "kysely";
import { workingIn } from "../people/store.ts";
import { among } from "../platform/database/prepared.ts";
import type { Work } from "../platform/database/work.ts";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { countedFrom } from "./plan.rules.ts";

type Scope = Pick<Work, "organisationId" | "today">;

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

/** What is open in plans, with the day that counts, by a condition on whose. */
const open = (work: Scope, whose: (column: string) => RawBuilder<unknown>) => sql`(
    select a.person_id, a.authority_id, a.title, a.state, a.number, 0 as goal, case when a.state = 'planned' then coalesce(a.from_on, a.until_on) else a.until_on end as on_day
    from plan_activity a
    where a.organisation_id = ${work.organisationId} and ${whose("a.person_id")} and a.state in ('planned', 'under-way')
    union all
    select g.person_id, g.authority_id, g.title, g.state, g.number, 1, g.until_on from plan_goal g
    where g.organisation_id = ${work.organisationId} and ${whose("g.person_id")} and g.state in ('planned', 'under-way')
  )`;

/** A plan in a line, as it is asked for: `title` is null where nothing comes next. */
export type SummaryRow = Pick<PlanSummary, "done" | "all"> &
  Pick<NextStep, "on" | "underWay"> & { readonly title: string | null };

/** The plan of the one who asks, for their own start page: everything in it is theirs to see. One row, for `summaryFrom`. */
export const planSummary = (work: Scope, personId: Id): RawBuilder<SummaryRow> => sql<SummaryRow>`
    select c.done, c.all, s.title, s.on_day as "on", s.state = 'under-way' as "underWay"
    from (
      select count(*) filter (where state = 'done')::int as done, count(*)::int as all from plan_activity
      where organisation_id = ${work.organisationId} and person_id = ${personId} and state <> 'not-done'
        and (ended_on is null or ended_on >= ${countedFrom(work.today)})
    ) c left join lateral (
      select * from ${open(work, (column) => among(column, [personId]))} o order by goal, on_day, number limit 1
    ) s on true`;

export function summaryFrom([row]: readonly SummaryRow[]): PlanSummary {
  if (!row) return { done: 0, all: 0, next: null };
  const { done, all, title, on, underWay } = row;
  return { done, all, next: title === null ? null : { title, on, underWay } };
}

/** What comes next in somebody's plan, on one side of an authority's line (ORG-2). */
export type StepOf = NextStep & { readonly personId: Id; readonly authorityId: Id | null };

/** The next step of each who works in these units today. The caller keeps to those whom the actor may see, on their own side, and notes that they are read. */
export const nextSteps = (work: Scope, unitIds: readonly Id[]): RawBuilder<StepOf> => sql<StepOf>`
    select distinct on (person_id, authority_id) person_id as "personId", authority_id as "authorityId", title, on_day as "on",
      state = 'under-way' as "underWay"
    from ${open(work, (column) => sql`${sql.ref(column)} in (${workingIn(work, unitIds)})`)} o
    order by person_id, authority_id, goal, on_day, number`;

/** Of the activities and goals in a plan, how many are open, how many of them should have been done, and how many are to be by a day that is near. */
export type OpenCount = { readonly open: number; readonly late: number; readonly soon: number };

/** Of these people, on one side of an authority's line, by person; those with nothing open are absent. The caller has noted that they are read. */
export async function openCounts(
  work: Pick<Work, "tx" | "organisationId" | "today">,
  of: { readonly authorityId: Id | null; readonly personIds: readonly Id[]; readonly soon: LocalDate },
): Promise<ReadonlyMap<Id, OpenCount>> {
  if (of.personIds.length === 0) return new Map();
  const { rows } = await sql<OpenCount & { personId: Id }>`
    select person_id as "personId", count(*)::int as open, count(*) filter (where until_on < ${work.today})::int as late,
      count(*) filter (where until_on >= ${work.today} and until_on <= ${of.soon})::int as soon
    from (
      select person_id, until_on from plan_activity where organisation_id = ${work.organisationId} and ${among("person_id", of.personIds)}
        and authority_id is not distinct from ${of.authorityId}::uuid and state in ('planned', 'under-way')
      union all
      select person_id, until_on from plan_goal where organisation_id = ${work.organisationId} and ${among("person_id", of.personIds)}
        and authority_id is not distinct from ${of.authorityId}::uuid and state in ('planned', 'under-way')
    ) o group by person_id`.execute(work.tx);
  return new Map(rows.map(({ personId, ...count }) => [personId, count]));
}
