/** SQL about the time that one person has worked; for many at once the database's own `counted_experience` counts. */
import { sql } from "kysely";
import type { Work } from "../platform/database/work.ts";
import type { Id } from "../shared/ids.ts";
import type { Leave, Worked } from "./experience.rules.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

/** A period in a profession: where, and as what; `unit` is null for time elsewhere, whose `title` is what its evidence says. */
export type WorkedPeriod = Worked & { readonly title: string; readonly unit: string | null };

/** When the person has worked in each profession, here and (checked, not withdrawn or superseded) elsewhere, the earliest first. */
export async function workedPeriods(work: Scope, personId: Id): Promise<WorkedPeriod[]> {
  const { rows } = await sql<WorkedPeriod>`
    select e.profession_id as "professionId", e.employment_id as "employmentId", e.valid_from as "from", e.valid_to as "to", e.title, u.name as unit
    from employment_period e join unit u on u.organisation_id = e.organisation_id and u.id = e.unit_id
    where e.organisation_id = ${work.organisationId} and e.person_id = ${personId} and e.profession_id is not null
    union all
    select profession_id, null, issued_on, until_on, what, null from evidence
    where organisation_id = ${work.organisationId} and person_id = ${personId} and kind = 'experience'
      and checked_on is not null and withdrawn_on is null and superseded_on is null
    order by "from", "to"`.execute(work.tx);
  return rows;
}

/** The person's leaves, by the employment that each is from. Never why. */
export async function leavesOf(work: Scope, personId: Id): Promise<Leave[]> {
  const { rows } = await sql<Leave>`
    select l.employment_id as "employmentId", l.valid_from as "from", l.valid_to as "to"
    from employment e join leave_period l on l.organisation_id = e.organisation_id and l.employment_id = e.id
    where e.organisation_id = ${work.organisationId} and e.person_id = ${personId}
    order by l.valid_from`.execute(work.tx);
  return rows;
}
