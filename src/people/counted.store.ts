/** Who counts in a profession on a day, and in which unit (FUP-1, ORG-7): the same people in every figure. */
import { sql, type RawBuilder } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Work } from "../platform/database/work.ts";

/** Whether people on leave, and staff paid by the hour, count as employed: a stated setting of the organisation. */
export type Counting = { readonly countOnLeave: boolean; readonly countHourly: boolean };

/**
 * SQL's `counted (person_id, profession_id, unit_id, extent)`, for `with`. Each person counts in one unit for a profession: where their main
 * employment in it is, else the one of largest extent, else the earliest, else by id. People with protected identity are not counted.
 */
export const countedPeople = (
  work: Pick<Work, "organisationId">,
  asked: {
    readonly day: LocalDate;
    /** Null is all. */
    readonly professionIds: readonly Id[] | null;
    /** SQL's ids of those to keep to; absent is everybody. */
    readonly people?: RawBuilder<unknown>;
  } & Counting,
): RawBuilder<unknown> => sql`
    candidate as (
      select e.*, count(*) over (partition by e.person_id, e.profession_id, e.is_main, e.extent) as alike
      from employment_period e
      where e.organisation_id = ${work.organisationId}
        and ${asked.professionIds ? sql`e.profession_id = any(${[...asked.professionIds]}::uuid[])` : sql`e.profession_id is not null`}
        and ${asked.people ? sql`e.person_id in (${asked.people})` : sql`true`}
        and e.valid_from <= ${asked.day} and (e.valid_to is null or e.valid_to > ${asked.day})
        and (${asked.countHourly} or e.form <> 'hourly')
        and (${asked.countOnLeave} or not exists (
          select from leave_period l where l.organisation_id = e.organisation_id and l.employment_id = e.employment_id
            and l.valid_from <= ${asked.day} and (l.valid_to is null or l.valid_to > ${asked.day})))
        and not exists (
          select from person p where p.organisation_id = e.organisation_id and p.id = e.person_id and p.protected_identity)
    ), counted as (
      select distinct on (e.person_id, e.profession_id) e.person_id, e.profession_id, e.unit_id, e.extent
      from candidate e
      -- When the employment began is looked up for those alone who have another that is as much theirs.
      order by e.person_id, e.profession_id, e.is_main desc, e.extent desc, case when e.alike > 1 then (
        select m.valid_from from employment m where m.organisation_id = e.organisation_id and m.id = e.employment_id) end, e.employment_id
    )`;
