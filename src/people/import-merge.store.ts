/**
 * Carries out what the comparison found (INT-1, ORG-3, ORG-7), in sets: as many statements for sixty thousand rows as for six. A row that is the same is
 * not written to at all. Runs in one transaction, right after the comparison, so that what is carried out is what was counted.
 */
import { sql, type RawBuilder } from "kysely";
import type { Id } from "../shared/ids.ts";
import {
  hasColumn,
  hasProfession,
  latestPeriods,
  leavers,
  stagedRows,
  wantedEnd,
  wantedLeave,
  wantedPeople,
  type ImportScope,
} from "./import-scope.store.ts";

/** Brings names, addresses, keys and marks of protection up to the file, and adds whoever is new. */
export async function mergePeople(scope: ImportScope): Promise<void> {
  const { tx, organisationId } = scope.work;
  // ORG-7: the mark is set and never taken away by a file.
  await sql`
    update person p set given_name = w.given_name, family_name = w.family_name,
      email = case when ${hasColumn(scope, "email")}::boolean then w.email else p.email end,
      person_key = coalesce(w.key, p.person_key), protected_identity = p.protected_identity or w.protected_identity,
      revision = p.revision + 1
    from ${wantedPeople(scope, stagedRows(scope))} w where p.organisation_id = ${organisationId} and p.id = w.person_id
      and w.person_id in (select person_id from ${stagedRows(scope)} s
        where what && array['name', 'email', 'person-key', 'protected'])`.execute(tx);
  await sql`
    insert into person (organisation_id, id, person_key, given_name, family_name, email, protected_identity)
    select ${organisationId}, w.person_id, w.key, w.given_name, w.family_name, w.email, w.protected_identity
    from ${wantedPeople(scope, stagedRows(scope))} w where not w.known`.execute(tx);
}

/** The content of a period from row `r`; where the file lacks a column, from period `l`, or what is usual where there is none. */
const content = (scope: ImportScope): RawBuilder<unknown> => {
  const keep = (has: boolean, wanted: RawBuilder<unknown>, known: RawBuilder<unknown>) =>
    has ? wanted : known;
  return sql`r.unit_id,
    ${keep(hasProfession(scope), sql`r.profession_id`, sql`l.profession_id`)},
    ${keep(hasColumn(scope, "title"), sql`r.title`, sql`coalesce(l.title, '')`)},
    ${keep(hasColumn(scope, "aid"), sql`r.aid_code`, sql`l.aid_code`)},
    coalesce(r.form, l.form, case when r.valid_to is null then 'permanent' else 'fixed-term' end),
    coalesce(r.extent, l.extent, case when r.form = 'hourly' then 0 else 100 end), r.is_main`;
};

const CONTENT = sql`unit_id, profession_id, title, aid_code, form, extent, is_main`;

/** Those who join, and those who come back to an employment that had ended. */
export async function mergeJoins(scope: ImportScope): Promise<void> {
  const { tx, organisationId, today } = scope.work;
  const isNew = sql`r.change = 'join' and not 'returns' = any(r.what)`;
  const returns = sql`'returns' = any(r.what)`;
  await sql`insert into employment (organisation_id, id, person_id, number, valid_from, valid_to)
    select ${organisationId}, to_employment_id, to_person_id, number, valid_from, valid_to from ${stagedRows(scope)} r where ${isNew}`.execute(
    tx,
  );
  await sql`insert into employment_period (organisation_id, employment_id, person_id, valid_from, valid_to, ${CONTENT})
    select ${organisationId}, r.to_employment_id, r.to_person_id, r.valid_from, r.valid_to, ${content(scope)}
    from ${stagedRows(scope)} r left join employment_period l on false where ${isNew}`.execute(tx);
  // Back the same day as before, to the same: it never ended.
  await sql`
    update employment_period l set valid_to = ${wantedEnd(scope)}
    from ${stagedRows(scope)} r join employment e on e.organisation_id = ${organisationId} and e.id = r.employment_id
    where l.organisation_id = ${organisationId} and l.employment_id = e.id and ${returns}
      and l.valid_to = ${today} and e.valid_to = ${today} and r.valid_from < ${today}
      and (${sql.raw("l.unit_id, l.profession_id, l.title, l.aid_code, l.form, l.extent, l.is_main")})
        is not distinct from (${content(scope)})`.execute(tx);
  await sql`
    insert into employment_period (organisation_id, employment_id, person_id, valid_from, valid_to, ${CONTENT})
    select ${organisationId}, e.id, e.person_id, case when r.valid_from >= e.valid_to then r.valid_from else ${today}::date end,
      ${wantedEnd(scope)}, ${content(scope)}
    from ${stagedRows(scope)} r join employment e on e.organisation_id = ${organisationId} and e.id = r.employment_id
    join ${latestPeriods(scope)} l on l.employment_id = e.id
    where ${returns} and l.valid_to = e.valid_to`.execute(tx);
  await sql`
    update employment e set valid_to = ${wantedEnd(scope)}
    from ${stagedRows(scope)} r where e.organisation_id = ${organisationId} and e.id = r.employment_id and ${returns}`.execute(
    tx,
  );
}

/**
 * First and last days that the file has corrected. A period outside the new days goes, unless all would; the first that remains begins, and the
 * last ends, with the employment. Where an employment was broken off, a first day after the break is that of the later part.
 */
export async function mergeDays(scope: ImportScope): Promise<void> {
  const { tx, organisationId } = scope.work;
  const fitted = sql`
    wanted as (
      select e.id, e.valid_from as known_from, r.valid_from as wanted_from, ${wantedEnd(scope)} as wanted_to,
        'from' = any(r.what) as moves_from
      from ${stagedRows(scope)} r join employment e on e.organisation_id = ${organisationId} and e.id = r.employment_id
      where r.what && array['from', 'to']
    ),
    broken as (
      select w.id, max(p.valid_from) as later_from, max(p.earlier_to) as earlier_to
      from wanted w join (
        select employment_id, valid_from, lag(valid_to) over (partition by employment_id order by valid_from) as earlier_to
        from employment_period where organisation_id = ${organisationId}
      ) p on p.employment_id = w.id and p.earlier_to < p.valid_from group by w.id
    ),
    target as (
      select w.id, w.wanted_to, w.wanted_from > b.earlier_to is true and w.moves_from as only_later, b.later_from,
        case when w.moves_from then w.wanted_from when b.id is null then w.known_from end as wanted_from
      from wanted w left join broken b using (id)
    ),
    held as (
      select p.id as period_id, t.*, p.valid_from, p.valid_to,
        daterange(p.valid_from, p.valid_to) && daterange(t.wanted_from, t.wanted_to) as meets,
        row_number() over (partition by t.id order by p.valid_from desc) = 1 as latest
      from target t join employment_period p on p.organisation_id = ${organisationId} and p.employment_id = t.id
        and (not t.only_later or p.valid_from >= t.later_from)
    ),
    judged as (
      select h.*, h.meets or h.latest and not bool_or(h.meets) over (partition by h.id) as stays from held h
    ),
    fit as (
      select j.*, j.valid_from = min(j.valid_from) filter (where stays) over (partition by id) as first,
        j.valid_from = max(j.valid_from) filter (where stays) over (partition by id) as last from judged j
    )`;
  await sql`with ${fitted} delete from employment_period p using fit f
    where p.organisation_id = ${organisationId} and p.id = f.period_id and not f.stays`.execute(tx);
  await sql`with ${fitted} update employment_period p
    set valid_from = case when f.first then coalesce(f.wanted_from, p.valid_from) else p.valid_from end,
      valid_to = case when f.last then f.wanted_to else p.valid_to end
    from fit f where p.organisation_id = ${organisationId} and p.id = f.period_id and (f.first or f.last)`.execute(
    tx,
  );
  await sql`
    update employment e set valid_from = d.first, valid_to = d.last from (
      select employment_id, min(valid_from) as first,
        case when bool_or(valid_to is null) then null else max(valid_to) end as last
      from employment_period where organisation_id = ${organisationId} group by employment_id
    ) d, ${stagedRows(scope)} r
    where e.organisation_id = ${organisationId} and e.id = r.employment_id and d.employment_id = e.id
      and r.what && array['from', 'to']`.execute(tx);
}

/** What an employment is: the period until now closes today, and one with the new content opens; what began today is put right in place. */
export async function mergeContent(scope: ImportScope): Promise<void> {
  const { tx, organisationId, today } = scope.work;
  const changes = sql`r.change in ('move', 'change')
    and r.what && array['unit', 'profession', 'title', 'aid', 'form', 'extent', 'main']`;
  await sql`
    update employment_period l set (${CONTENT}) = row(${content(scope)})
    from ${stagedRows(scope)} r where l.organisation_id = ${organisationId} and l.employment_id = r.employment_id and ${changes}
      and l.valid_from >= ${today}`.execute(tx);
  await sql`
    update employment_period l set valid_to = ${today}
    from ${stagedRows(scope)} r where l.organisation_id = ${organisationId} and l.employment_id = r.employment_id and ${changes}
      and l.valid_from < ${today} and (l.valid_to is null or l.valid_to > ${today})`.execute(tx);
  await sql`
    insert into employment_period (organisation_id, employment_id, person_id, valid_from, valid_to, ${CONTENT})
    select ${organisationId}, e.id, e.person_id, ${today}, e.valid_to, ${content(scope)}
    from ${stagedRows(scope)} r join employment e on e.organisation_id = ${organisationId} and e.id = r.employment_id
    join ${latestPeriods(scope)} l on l.employment_id = e.id
    where ${changes} and l.valid_to = ${today}`.execute(tx);
}

/** Leave, where the file has it: what goes on or lies ahead follows the file, what is over stays. */
export async function mergeLeave(scope: ImportScope): Promise<void> {
  const { tx, organisationId, today } = scope.work;
  if (hasColumn(scope, "leaveFrom")) {
    const follows = sql`(r.change = 'join' or 'leave' = any(r.what))`;
    // Leave that ends, or is replaced by later leave, was leave until then.
    await sql`
      update leave_period l set valid_to = case when r.leave_to > l.valid_from and r.leave_to <= ${today}
        and r.leave_from = l.valid_from then r.leave_to else ${today}::date end
      from ${stagedRows(scope)} r where l.organisation_id = ${organisationId} and l.employment_id = r.employment_id and ${follows}
        and l.valid_from < ${today} and (l.valid_to is null or l.valid_to > ${today})
        and (r.leave_from is null or r.leave_from >= ${today} or r.leave_to <= ${today})`.execute(tx);
    await sql`
      delete from leave_period l using ${stagedRows(scope)} r
      where l.organisation_id = ${organisationId} and l.employment_id = r.employment_id and ${follows}
        and (l.valid_to is null or l.valid_to > ${today})`.execute(tx);
    await sql`
      insert into leave_period (organisation_id, employment_id, valid_from, valid_to)
      select ${organisationId}, r.to_employment_id, v.valid_from, v.valid_to
      from ${stagedRows(scope)} r cross join lateral ${wantedLeave(scope)} v where ${follows}`.execute(tx);
  }
  await endLeave(
    scope,
    sql`(select e.id, e.valid_to from employment e join ${stagedRows(scope)} r on r.employment_id = e.id
    where e.organisation_id = ${organisationId} and r.change = 'end')`,
  );
}

/** No leave goes on after the employment. */
async function endLeave(scope: ImportScope, ended: RawBuilder<unknown>): Promise<void> {
  const { tx, organisationId } = scope.work;
  await sql`delete from leave_period l using ${ended} e
    where l.organisation_id = ${organisationId} and l.employment_id = e.id and l.valid_from >= e.valid_to`.execute(
    tx,
  );
  await sql`update leave_period l set valid_to = e.valid_to from ${ended} e
    where l.organisation_id = ${organisationId} and l.employment_id = e.id and (l.valid_to is null or l.valid_to > e.valid_to)`.execute(
    tx,
  );
}

/** Everybody who begins, ends, moves or changes profession by the import, leavers included. Asked before the leavers are ended. */
export async function peopleChanged(scope: ImportScope): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select to_person_id as id from ${stagedRows(scope)} r where change in ('join', 'move', 'end')
      or what && array['profession', 'from', 'to']
    union select person_id from ${leavers(scope)} g`.execute(scope.work.tx);
  return rows.map(({ id }) => id);
}

/** Ends what the file leaves out: today is the first day without it. What had not begun never does. */
export async function mergeLeavers(scope: ImportScope): Promise<void> {
  const { tx, organisationId, today } = scope.work;
  const { rows } = await sql<{ id: Id; future: boolean }>`
    select id, valid_from >= ${today} as future from ${leavers(scope)} g`.execute(tx);
  const ids = (future: boolean): Id[] => rows.filter((row) => row.future === future).map(({ id }) => id);
  for (const table of ["leave_period", "employment_period"] as const)
    await sql`delete from ${sql.table(table)} where organisation_id = ${organisationId} and employment_id = any(${ids(true)}::uuid[])`.execute(
      tx,
    );
  await sql`delete from employment where organisation_id = ${organisationId} and id = any(${ids(true)}::uuid[])`.execute(
    tx,
  );
  const ending = ids(false);
  await sql`delete from employment_period where organisation_id = ${organisationId} and employment_id = any(${ending}::uuid[])
    and valid_from >= ${today}`.execute(tx);
  await sql`update employment_period set valid_to = ${today} where organisation_id = ${organisationId}
    and employment_id = any(${ending}::uuid[]) and (valid_to is null or valid_to > ${today})`.execute(tx);
  // With its latest part gone, an employment that was broken off ended when the earlier part did.
  await sql`
    update employment e set valid_to = d.last from (
      select employment_id, max(valid_to) as last from employment_period
      where organisation_id = ${organisationId} and employment_id = any(${ending}::uuid[]) group by employment_id
    ) d where e.organisation_id = ${organisationId} and e.id = d.employment_id`.execute(tx);
  await endLeave(
    scope,
    sql`(select id, valid_to from employment where organisation_id = ${organisationId}
    and id = any(${ending}::uuid[]))`,
  );
}
