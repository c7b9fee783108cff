/**
 * What access rules need to know of people. The SQL of their pages stands in `register.store.ts`, of managers and deputies in
 * `managers.store.ts`, of the import in `import.store.ts`.
 */
import { sql, type RawBuilder } from "kysely";
import type { Id } from "../shared/ids.ts";
import { among } from "../platform/database/prepared.ts";
import type { Work } from "../platform/database/work.ts";
import type { PersonFacts } from "./access.ts";

type Scope = Pick<Work, "organisationId" | "today">;

/** SQL's ids of everyone who works in one of these units today. */
export const workingIn = (work: Scope, unitIds: readonly Id[]): RawBuilder<unknown> => sql`
  select person_id from employment_period
  where organisation_id = ${work.organisationId} and ${among("unit_id", unitIds)}
    and valid_from <= ${work.today} and (valid_to is null or valid_to > ${work.today})`;

/**
 * What access rules need to know about people, by a condition on `p`: where they work today, who manages each unit and who acts for the person there.
 *
 * The one who acts (ORG-4, ORG-8) is the nearest manager at or above the unit who is not the person and has not left (PRV-3). The
 * search stops where a unit is its own authority (ORG-2): only for the manager of that unit itself does the one above it act.
 *
 * Each unit above and its manager are looked up by themselves (`limit 1` keeps it so): PostgreSQL expects ten times as many at each step as there are, and would read all units at each.
 */
const factsOf = (work: Scope, people: RawBuilder<unknown>): RawBuilder<PersonFacts> => sql<PersonFacts>`
    with recursive wanted as (
      select p.id, p.protected_identity, p.protected_handler_id, p.closed_on
      from person p where p.organisation_id = ${work.organisationId} and ${people}
    ), works as (
      select distinct e.person_id, e.unit_id from employment_period e join wanted w on w.id = e.person_id
      where e.organisation_id = ${work.organisationId}
        and e.valid_from <= ${work.today} and (e.valid_to is null or e.valid_to > ${work.today})
    ), line as (
      select u.id as unit_id, u.id as at_id, u.parent_id, u.is_authority, 0 as distance from unit u
      where u.organisation_id = ${work.organisationId} and u.id in (select unit_id from works)
      union all
      select l.unit_id, u.id, u.parent_id, u.is_authority, l.distance + 1 from line l
      cross join lateral (select * from unit where organisation_id = ${work.organisationId} and id = l.parent_id limit 1) u
    ), managed as (
      select l.unit_id, l.distance, m.person_id from line l cross join lateral (
        select m.person_id from unit_manager m
        join person p on p.organisation_id = m.organisation_id and p.id = m.person_id and (p.closed_on is null or p.closed_on > ${work.today})
        where m.organisation_id = ${work.organisationId} and m.unit_id = l.at_id
          and m.valid_from <= ${work.today} and (m.valid_to is null or m.valid_to > ${work.today}) limit 1) m
    )
    select w.id as "personId", w.protected_identity as "protectedIdentity", w.protected_handler_id as "protectedHandlerId",
      coalesce(w.closed_on <= ${work.today}, false) as closed,
      coalesce((select jsonb_agg(jsonb_build_object(
          'unitId', x.unit_id,
          'path', (select jsonb_agg(l.at_id order by l.distance desc) from line l where l.unit_id = x.unit_id),
          'managerId', (select m.person_id from managed m where m.unit_id = x.unit_id and m.distance = 0),
          'actingManagerId', (select m.person_id from managed m where m.unit_id = x.unit_id and m.person_id <> w.id
                                and not exists (
                                  select from line l where l.unit_id = x.unit_id and l.distance < m.distance and l.is_authority
                                    and not exists (select from managed o where o.unit_id = x.unit_id
                                                    and o.distance = l.distance and o.person_id = w.id))
                              order by m.distance limit 1)
        ) order by x.unit_id) from works x where x.person_id = w.id), '[]') as units
    from wanted w`;

/** The facts of everyone who works in one of these units today. */
export const factsIn = (work: Scope, unitIds: readonly Id[]): RawBuilder<PersonFacts> =>
  factsOf(work, sql`p.id in (${workingIn(work, unitIds)})`);

/** The facts of these people. Those that do not exist are absent. */
export const factsOfPeople = (work: Scope, personIds: readonly Id[]): RawBuilder<PersonFacts> =>
  factsOf(work, among("p.id", personIds));

/** The same by id, asked by themselves. */
export async function personFacts(
  work: Pick<Work, "tx" | "organisationId" | "today">,
  personIds: readonly Id[],
): Promise<Map<Id, PersonFacts>> {
  const { rows } = await factsOfPeople(work, personIds).execute(work.tx);
  return new Map(rows.map((row) => [row.personId, row]));
}
