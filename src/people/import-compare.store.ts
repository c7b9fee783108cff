/** Holds the staged rows of a staff import against what is known (INT-1, ORG-3): who each row is, and what it would change. */
import { sql } from "kysely";
import { createHash } from "node:crypto";
import {
  hasColumn,
  hasProfession,
  latestPeriods,
  leavers,
  presentLeave,
  stagedRows,
  wantedEnd,
  wantedLeave,
  wantedPeople,
  type ImportScope,
} from "./import-scope.store.ts";
import type { ImportCounts } from "./import-question.rules.ts";
import type { ManagerPlan } from "./import-managers.store.ts";

/**
 * Finds the employment and the person of each row: by number; by person key; by another row of the same person; by e-mail and name
 * together, where the rows have no key. Rows that are left are new people.
 */
export async function matchRows(scope: ImportScope): Promise<void> {
  const { tx, organisationId, today } = scope.work;
  await refuseReusedNumbers(scope);
  await sql`
    with found as (
      select r.number, r.person_group, r.line, e.id as employment_id, coalesce(e.person_id, k.id) as person_id,
        case when r.person_key is null then r.email end as email, lower(r.given_name || ' ' || r.family_name) as name
      from ${stagedRows(scope)} r
      left join employment e on e.organisation_id = ${organisationId} and e.number = r.number
      left join person k on k.organisation_id = ${organisationId} and k.person_key = r.person_key
    ),
    grouped as (
      select distinct on (person_group) person_group, person_id from found where person_id is not null order by person_group, line
    ),
    mailed as (
      select lower(email) as email, lower(given_name || ' ' || family_name) as name, min(id::text)::uuid as id from person
      where organisation_id = ${organisationId} and email is not null and (closed_on is null or closed_on > ${today})
      group by 1, 2 having count(*) = 1
    ),
    matched as (
      select f.number, f.employment_id, coalesce(f.person_id, g.person_id, m.id) as person_id from found f
      left join grouped g on g.person_group = f.person_group
      left join mailed m on m.email = f.email and m.name = f.name
    )
    update staff_import_row r set employment_id = m.employment_id, person_id = m.person_id from matched m
    where r.organisation_id = ${organisationId} and r.import_id = ${scope.importId} and r.number = m.number
      and (r.employment_id, r.person_id) is distinct from (m.employment_id, m.person_id)`.execute(tx);
}

/** The number of somebody who has left, on somebody else: what is kept about the one must not come to the other. */
async function refuseReusedNumbers(scope: ImportScope): Promise<void> {
  const { tx, organisationId, today } = scope.work;
  const column = scope.mapping.columns.employmentNumber ?? "";
  await sql`
    with reused as (
      delete from staff_import_row r using employment e, person p
      where r.organisation_id = ${organisationId} and r.import_id = ${scope.importId}
        and e.organisation_id = ${organisationId} and e.number = r.number and e.valid_to <= ${today}
        and (r.valid_to is null or r.valid_to > ${today})
        and p.organisation_id = ${organisationId} and p.id = e.person_id and (
          r.person_key <> p.person_key and (lower(r.given_name), lower(r.family_name)) <> (lower(p.given_name), lower(p.family_name))
          or (r.person_key = p.person_key) is null and lower(r.given_name) <> lower(p.given_name)
            and lower(r.family_name) <> lower(p.family_name))
      returning r.line, r.number, r.given_name || ' ' || r.family_name as name
    )
    insert into staff_import_problem (organisation_id, import_id, line, number, name, reasons)
    select ${organisationId}, ${scope.importId}, line, number, name, jsonb_build_array(jsonb_build_object(
      'code', 'number-reused', 'field', 'employmentNumber', 'data', jsonb_build_object('line', line, 'column', ${column}::text)))
    from reused`.execute(tx);
}

/**
 * Writes on each row what it would change: it joins, moves to another unit, changes, ends, or is the same. `what` names the parts: unit,
 * profession, title, aid, form, extent, main, from, to, leave, name, email, person-key, protected, returns.
 */
export async function judgeRows(scope: ImportScope): Promise<void> {
  const { tx, organisationId, today } = scope.work;
  const has = (field: Parameters<typeof hasColumn>[1]) => sql`${hasColumn(scope, field)}::boolean`;
  await sql`
    with latest as ${latestPeriods(scope)},
    starts as (
      select employment_id, array_agg(valid_from) as days from employment_period
      where organisation_id = ${organisationId} group by employment_id
    ),
    away as (
      select employment_id, jsonb_agg(jsonb_build_array(valid_from, valid_to)) as days from ${presentLeave(scope)} l
      group by employment_id
    ),
    person_what as (
      select w.person_id, w.line, array_remove(array[
        case when (p.given_name, p.family_name) is distinct from (w.given_name, w.family_name) then 'name' end,
        case when ${has("email")} and p.email is distinct from w.email then 'email' end,
        case when w.key is not null and p.person_key is distinct from w.key then 'person-key' end,
        case when w.protected_identity and not p.protected_identity then 'protected' end], null) as what
      from ${wantedPeople(scope)} w join person p on p.organisation_id = ${organisationId} and p.id = w.person_id
    ),
    held as (
      select r.number, e.id is not null as known, e.valid_to <= ${today} is true as ended, x.valid_to as wanted_to,
        array_remove(array[
          case when l.unit_id <> r.unit_id then 'unit' end,
          case when ${hasProfession(scope)}::boolean and l.profession_id is distinct from r.profession_id then 'profession' end,
          case when ${has("title")} and l.title <> r.title then 'title' end,
          case when ${has("aid")} and l.aid_code is distinct from r.aid_code then 'aid' end,
          case when ${has("form")} and l.form <> r.form then 'form' end,
          case when ${has("extent")} and l.extent <> r.extent then 'extent' end,
          case when l.is_main <> r.is_main then 'main' end], null) as content,
        array_remove(array[
          case when r.valid_from <> e.valid_from and r.valid_from <> all (s.days) then 'from' end,
          case when e.valid_to is distinct from x.valid_to then 'to' end], null) as days,
        -- Of someone who comes back, a first day before the end is that of the part that ended.
        case when r.valid_from < e.valid_to and r.valid_from <> all (s.days) then array['from'] else '{}' end as earlier,
        case when ${has("leaveFrom")} and coalesce(a.days, '[]') <>
          case when r.leave_from is null then '[]' else
            coalesce((select jsonb_build_array(jsonb_build_array(v.valid_from, v.valid_to)) from ${wantedLeave(scope)} v), '[]') end
          then array['leave'] else '{}' end as leave,
        coalesce(p.what, '{}') as person
      from ${stagedRows(scope)} r
      left join employment e on e.organisation_id = ${organisationId} and e.id = r.employment_id
      left join latest l on l.employment_id = e.id
      left join starts s on s.employment_id = e.id
      left join away a on a.employment_id = e.id
      left join person_what p on p.person_id = r.person_id and p.line = r.line
      cross join lateral (select ${wantedEnd(scope)} as valid_to) x
    ),
    judged as (
      select number, known, ended, wanted_to <= ${today} is true as over,
        case when not known then person
          when ended and (wanted_to is null or wanted_to > ${today}) then array['returns'] || earlier || person
          when ended or wanted_to <= ${today} then days || person
          else content || days || leave || person end as what
      from held
    ),
    decided as (
      select number, what, case
        when not known or 'returns' = any(what) then 'join'
        when not ended and over then 'end'
        when 'unit' = any(what) then 'move'
        when what <> '{}' then 'change' else 'same' end as change
      from judged
    )
    update staff_import_row r set what = j.what, change = j.change
    from decided j where r.organisation_id = ${organisationId} and r.import_id = ${scope.importId} and r.number = j.number
      and (r.change, r.what) is distinct from (j.change, j.what)`.execute(tx);
}

/** What the import would do, in employments. */
export async function countChanges(scope: ImportScope, plan: ManagerPlan): Promise<ImportCounts> {
  const { tx, organisationId, today } = scope.work;
  const { rows } = await sql<Omit<ImportCounts, "rows" | "managers">>`
    select count(*) filter (where change = 'join') as join, count(*) filter (where change = 'move') as move,
      count(*) filter (where change = 'change') as change, count(*) filter (where change = 'end') as end,
      count(*) filter (where change = 'same') as same,
      (select count(*) from ${leavers(scope)} g) as leavers,
      (select count(*) from employment where organisation_id = ${organisationId}
        and (valid_to is null or valid_to > ${today})) as "openBefore",
      (select count(*) from staff_import_problem where organisation_id = ${organisationId}
        and import_id = ${scope.importId}) as unreadable
    from ${stagedRows(scope)} r`.execute(tx);
  const [counted] = rows;
  if (!counted) throw new Error("a count without rows");
  const { join, move, change, end, same, unreadable } = counted;
  const managers = plan.filter(({ kind }) => kind === "set" || kind === "vacant").length;
  return { ...counted, rows: join + move + change + end + same + unreadable, managers };
}

/**
 * A mark of everything that the import would change, from what to what: two comparisons with the same mark do the same. The day is not
 * part of it, nor are identities that are yet to be made.
 */
export async function fingerprintOf(scope: ImportScope, plan: ManagerPlan): Promise<string> {
  const { tx, organisationId } = scope.work;
  const { rows } = await sql<{ mark: string }>`
    select concat_ws(' ', count(*), sum(hashtextextended(line, 0)), sum(hashtextextended(line, 1))) as mark from (
      select row(r.change, r.number, r.what, r.employment_id, r.person_id, r.unit_id, r.profession_id, r.title, r.aid_code,
        r.form, r.extent, r.is_main, r.valid_from, r.valid_to, r.leave_from, r.leave_to,
        l.unit_id, l.profession_id, l.title, l.aid_code, l.form, l.extent, l.is_main, l.valid_from, l.valid_to)::text as line
      from ${stagedRows(scope)} r left join ${latestPeriods(scope)} l on l.employment_id = r.employment_id
      where r.change <> 'same'
      union all select row('leaver', g.number, g.id, g.valid_to)::text from ${leavers(scope)} g
      union all select row('problem', line, number, name, reasons)::text from staff_import_problem
        where organisation_id = ${organisationId} and import_id = ${scope.importId}
    ) each`.execute(tx);
  const managers = plan.map(({ unitId, kind, number, presentId }) => [unitId, kind, number, presentId]);
  return createHash("md5")
    .update(`${rows[0]?.mark ?? ""}${JSON.stringify(managers)}`)
    .digest("hex");
}
