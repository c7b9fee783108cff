/**
 * PRV-3: who has left is closed at once. A person is closed from the day on which their last employment ends, known beforehand or
 * not (so no job has to run that day); who returns, or whose employment is prolonged, is open again. What they managed or stood in for ends with it.
 */
import { sql } from "kysely";
import type { Facts, Handler } from "../shared/events.ts";
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";

/** Handles "employments-changed" for a set of people, in four statements however many they are. */
export const closePeople: Handler<Work, "employments-changed"> = async (
  work: Work,
  { personIds, on }: Facts["employments-changed"],
) => {
  // Whoever was closed already and comes back does not come back as manager: what they had ended that day.
  await endAssignmentsOfClosed(work, personIds);
  await sql`
    update person p set closed_on = last.day from (
      select w.id, case when bool_or(e.id is not null and e.valid_to is null) then null
                        else coalesce(max(e.valid_to), ${on}::date) end as day
      from unnest(${[...personIds]}::uuid[]) as w (id)
      left join employment_period e on e.organisation_id = ${work.organisationId} and e.person_id = w.id
      group by w.id
    ) last
    where p.organisation_id = ${work.organisationId} and p.id = last.id and p.closed_on is distinct from last.day`.execute(
    work.tx,
  );
  await endAssignmentsOfClosed(work, personIds);
};

async function endAssignmentsOfClosed(work: Work, personIds: readonly Id[]): Promise<void> {
  for (const table of ["unit_manager", "unit_deputy"] as const)
    await sql`
      with closed as (
        select id, closed_on from person
        where organisation_id = ${work.organisationId} and id = any(${[...personIds]}::uuid[]) and closed_on <= ${work.today}
      ), never as (
        delete from ${sql.table(table)} a using closed c
        where a.organisation_id = ${work.organisationId} and a.person_id = c.id and a.valid_from >= c.closed_on
      )
      update ${sql.table(table)} a set valid_to = c.closed_on from closed c
      where a.organisation_id = ${work.organisationId} and a.person_id = c.id and a.valid_from < c.closed_on
        and (a.valid_to is null or a.valid_to > c.closed_on)`.execute(work.tx);
}
