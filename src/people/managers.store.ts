/** All SQL about who manages which unit, and the dated deputies. */
import { sql, type RawBuilder } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { DateRange, LocalDate } from "../shared/local-date.ts";
import { among } from "../platform/database/prepared.ts";
import type { Work } from "../platform/database/work.ts";

/** Someone who manages a unit, or acts as deputy there, for a time. */
export type Assignment = DateRange & {
  readonly id: Id;
  readonly unitId: Id;
  readonly personId: Id;
  /** Given name and family name. */
  readonly name: string;
  readonly protectedIdentity: boolean;
};
export type Deputy = Assignment & { readonly reason: string };

type Scope = Pick<Work, "tx" | "organisationId">;

/** Who manages each unit on a day, for all units. Those who have left by then manage nothing (PRV-3). */
export async function managersOn(work: Scope, day: LocalDate): Promise<Assignment[]> {
  const { rows } = await sql<Assignment>`
    select m.id, m.unit_id as "unitId", m.person_id as "personId", p.given_name || ' ' || p.family_name as name,
      p.protected_identity as "protectedIdentity", m.valid_from as "from", m.valid_to as "to"
    from unit_manager m join person p on p.organisation_id = m.organisation_id and p.id = m.person_id
    where m.organisation_id = ${work.organisationId}
      and m.valid_from <= ${day} and (m.valid_to is null or m.valid_to > ${day})
      and (p.closed_on is null or p.closed_on > ${day})`.execute(work.tx);
  return rows;
}

/** Everyone who has managed, manages or is to manage the unit, the latest first. */
export async function managersOf(work: Scope, unitId: Id): Promise<Assignment[]> {
  const { rows } = await sql<Assignment>`
    select m.id, m.unit_id as "unitId", m.person_id as "personId", p.given_name || ' ' || p.family_name as name,
      p.protected_identity as "protectedIdentity", m.valid_from as "from", m.valid_to as "to"
    from unit_manager m join person p on p.organisation_id = m.organisation_id and p.id = m.person_id
    where m.organisation_id = ${work.organisationId} and m.unit_id = ${unitId}
    order by m.valid_from desc`.execute(work.tx);
  return rows;
}

/** The unit's deputies, past ones too, the latest first. */
export async function deputiesOf(work: Scope, unitId: Id): Promise<Deputy[]> {
  const { rows } = await sql<Deputy>`
    select d.id, d.unit_id as "unitId", d.person_id as "personId", p.given_name || ' ' || p.family_name as name,
      p.protected_identity as "protectedIdentity", d.reason, d.valid_from as "from", d.valid_to as "to"
    from unit_deputy d join person p on p.organisation_id = d.organisation_id and p.id = d.person_id
    where d.organisation_id = ${work.organisationId} and d.unit_id = ${unitId}
    order by d.valid_from desc, d.id`.execute(work.tx);
  return rows;
}

/** Everyone who manages a unit on `from` or later; `to` is no later than the day from which they have left (PRV-3). */
export async function managersFrom(work: Scope, from: LocalDate): Promise<Assignment[]> {
  const { rows } = await sql<Assignment>`
    select m.id, m.unit_id as "unitId", m.person_id as "personId", p.given_name || ' ' || p.family_name as name,
      p.protected_identity as "protectedIdentity", m.valid_from as "from", least(m.valid_to, p.closed_on) as "to"
    from unit_manager m join person p on p.organisation_id = m.organisation_id and p.id = m.person_id
    where m.organisation_id = ${work.organisationId}
      and (m.valid_to is null or m.valid_to > ${from}) and (p.closed_on is null or p.closed_on > ${from})`.execute(
    work.tx,
  );
  return rows;
}

export type Place = DateRange & { readonly personId: Id; readonly unitId: Id };

/** Where everyone who manages a unit on `from` or later works from then on. */
export async function placesOfManagersFrom(work: Scope, from: LocalDate): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select e.person_id as "personId", e.unit_id as "unitId", e.valid_from as "from", e.valid_to as "to"
    from employment_period e
    where e.organisation_id = ${work.organisationId} and (e.valid_to is null or e.valid_to > ${from})
      and e.person_id in (select m.person_id from unit_manager m
        where m.organisation_id = ${work.organisationId} and (m.valid_to is null or m.valid_to > ${from}))`.execute(
    work.tx,
  );
  return rows;
}

/**
 * Who works today in a unit without a manager somewhere below one of these units. Those units are few, which PostgreSQL can't know of a
 * walk down the tree: it would read everybody's employments. `offset 0` has it find them first, and look up who works there.
 */
export async function staffWithoutManager(
  work: Pick<Work, "tx" | "organisationId" | "today">,
  unitIds: readonly Id[],
): Promise<Id[]> {
  const { rows } = await sql<{ personId: Id }>`
    with recursive below as (
      select u.id from unit u where u.organisation_id = ${work.organisationId} and ${among("u.parent_id", unitIds)}
      union
      select u.id from unit u join below b on u.parent_id = b.id where u.organisation_id = ${work.organisationId}
    )
    select distinct e.person_id as "personId"
    from (select b.id from below b
      where not exists (select from unit_manager m where m.organisation_id = ${work.organisationId} and m.unit_id = b.id
        and m.valid_from <= ${work.today} and (m.valid_to is null or m.valid_to > ${work.today}))
      offset 0) without
    cross join lateral (select person_id from employment_period
      where organisation_id = ${work.organisationId} and unit_id = without.id
        and valid_from <= ${work.today} and (valid_to is null or valid_to > ${work.today})
      offset 0) e`.execute(work.tx);
  return rows.map((row) => row.personId);
}

/** Names a manager from `from`: whoever manages the unit that day stops then. False when another is already named for later days. */
export async function addManager(work: Scope, unitId: Id, personId: Id, days: DateRange): Promise<boolean> {
  const { rows } = await sql<{ added: boolean }>`
    with ended as (
      update unit_manager set valid_to = ${days.from}
      where organisation_id = ${work.organisationId} and unit_id = ${unitId} and valid_from < ${days.from}
        and (valid_to is null or valid_to > ${days.from})
    ), removed as (
      delete from unit_manager
      where organisation_id = ${work.organisationId} and unit_id = ${unitId} and valid_from = ${days.from}
    )
    select not exists (select from unit_manager
      where organisation_id = ${work.organisationId} and unit_id = ${unitId} and valid_from > ${days.from}
        and daterange(valid_from, valid_to) && daterange(${days.from}::date, ${days.to}::date)) as added`.execute(
    work.tx,
  );
  if (!rows[0]?.added) return false;
  await work.tx
    .insertInto("unit_manager")
    .values({
      organisation_id: work.organisationId,
      unit_id: unitId,
      person_id: personId,
      valid_from: days.from,
      valid_to: days.to,
    })
    .execute();
  return true;
}

export async function addDeputy(
  work: Scope,
  deputy: { unitId: Id; personId: Id; reason: string; from: LocalDate; to: LocalDate },
): Promise<void> {
  await work.tx
    .insertInto("unit_deputy")
    .values({
      organisation_id: work.organisationId,
      unit_id: deputy.unitId,
      person_id: deputy.personId,
      reason: deputy.reason,
      valid_from: deputy.from,
      valid_to: deputy.to,
    })
    .execute();
}

/** Ends one of the unit's assignments on `to`, the first day without it. One that has not begun by then goes. False when it is not there. */
export async function endAssignment(
  work: Scope,
  table: "unit_manager" | "unit_deputy",
  assignment: { id: Id; unitId: Id; to: LocalDate },
): Promise<boolean> {
  const { rows } = await sql<{ id: Id }>`
    with gone as (
      delete from ${sql.table(table)}
      where organisation_id = ${work.organisationId} and id = ${assignment.id} and unit_id = ${assignment.unitId}
        and valid_from >= ${assignment.to}
      returning id
    ), ended as (
      update ${sql.table(table)} set valid_to = ${assignment.to}
      where organisation_id = ${work.organisationId} and id = ${assignment.id} and unit_id = ${assignment.unitId}
        and valid_from < ${assignment.to} and (valid_to is null or valid_to > ${assignment.to})
      returning id
    )
    select id from gone union all select id from ended`.execute(work.tx);
  return rows.length === 1;
}

/** How many people work in the unit on or after `day`; those assigned to manage it or act there later than that go with it. */
export async function staffFrom(work: Scope, unitId: Id, day: LocalDate): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct person_id) as count from employment_period
    where organisation_id = ${work.organisationId} and unit_id = ${unitId} and (valid_to is null or valid_to > ${day})`.execute(
    work.tx,
  );
  return rows[0]?.count ?? 0;
}

/** The unit is no more from `day`: nobody manages it or acts there from then on. */
export async function endAssignmentsOfUnit(work: Scope, unitId: Id, day: LocalDate): Promise<void> {
  for (const table of ["unit_manager", "unit_deputy"] as const) {
    await sql`delete from ${sql.table(table)}
      where organisation_id = ${work.organisationId} and unit_id = ${unitId} and valid_from >= ${day}`.execute(
      work.tx,
    );
    await sql`update ${sql.table(table)} set valid_to = ${day}
      where organisation_id = ${work.organisationId} and unit_id = ${unitId} and (valid_to is null or valid_to > ${day})`.execute(
      work.tx,
    );
  }
}

/** The person whom an e-mail address or an employment number names, unless they have left; absent when none or several do. */
export async function personNamed(work: Scope & Pick<Work, "today">, mark: string): Promise<Id | undefined> {
  const { rows } = await sql<{ id: Id }>`
    select p.id from person p
    where p.organisation_id = ${work.organisationId} and (p.closed_on is null or p.closed_on > ${work.today})
      and (lower(p.email) = lower(${mark}) or exists (select from employment e
        where e.organisation_id = p.organisation_id and e.person_id = p.id and e.number = ${mark}))
    limit 2`.execute(work.tx);
  return rows.length === 1 ? rows[0]?.id : undefined;
}

/** A unit at or above one in which somebody works, with who manages it today: nobody, where all who did have left (PRV-3). */
export type Step = {
  readonly unitId: Id;
  readonly isAuthority: boolean;
  readonly manager: { readonly personId: Id; readonly name: string } | null;
};

/** From each unit in which the person works today and up, the nearest first. */
export const linesAbove = (
  work: Pick<Work, "organisationId" | "today">,
  personId: Id,
): RawBuilder<Step> => sql<Step>`
    with recursive line as (
      select u.id as unit_id, u.id, u.parent_id, u.is_authority, 0 as distance from unit u
      where u.organisation_id = ${work.organisationId} and u.id in (select unit_id from employment_period
        where organisation_id = ${work.organisationId} and person_id = ${personId}
          and valid_from <= ${work.today} and (valid_to is null or valid_to > ${work.today}))
      union all
      select l.unit_id, u.id, u.parent_id, u.is_authority, l.distance + 1 from line l
      join unit u on u.organisation_id = ${work.organisationId} and u.id = l.parent_id
    )
    select l.unit_id as "unitId", l.is_authority as "isAuthority", (
      select jsonb_build_object('personId', p.id, 'name', p.given_name || ' ' || p.family_name)
      from unit_manager m join person p on p.organisation_id = m.organisation_id and p.id = m.person_id
      where m.organisation_id = ${work.organisationId} and m.unit_id = l.id and m.valid_from <= ${work.today}
        and (m.valid_to is null or m.valid_to > ${work.today}) and (p.closed_on is null or p.closed_on > ${work.today})) as manager
    from line l
    order by l.unit_id, l.distance`;
