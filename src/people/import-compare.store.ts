/** Holds the rows of a staff import against what is known (INT-1, ORG-3): who each row is, and what it would change. */
import { sql, type RawBuilder } from "kysely";
import { createHash } from "node:crypto";
import type { Work } from "../platform/database/work.ts";
import {
  fileLines,
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

/** What a comparison rests on, beside the file and the day. */
const REGISTER = [
  "person",
  "employment",
  "employment_period",
  "leave_period",
  "unit_manager",
  "unit",
  "profession",
] as const;

/**
 * A mark of the day and of which transactions have written the register's rows, and how many of them each: alike as long as not a row has been
 * added, changed or taken away.
 */
export async function markOfRegister({ tx, tenant, organisationId, today }: Work): Promise<string> {
  const versions = REGISTER.map(
    (
      table,
    ) => sql`select ${table}::text as part, xmin::text as version, count(*) as count from ${sql.table(table)}
      where organisation_id = ${organisationId} group by xmin`,
  );
  const { rows } = await sql<{ mark: string }>`
    select string_agg(concat_ws(' ', part, version, count), ',' order by part, version) as mark
    from (${sql.join(versions, sql` union all `)}) each`.execute(tx);
  return createHash("sha256")
    .update(JSON.stringify([today, tenant.name, rows]))
    .digest("hex");
}

/** Takes out the number of somebody who has left, on somebody else: what is kept about the one must not come to the other. */
export async function refuseReusedNumbers(scope: ImportScope): Promise<void> {
  const { tx, organisationId, today } = scope.work;
  const column = scope.mapping.columns.employmentNumber ?? "";
  await sql`
    with reused as (
      delete from staff_import_line r using employment e, person p
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
 * The employment and the person of each row of the file (`matched`): by number; by person key; by another row of the same person; by e-mail and name
 * together, where the rows have no key. Rows that are left are new people.
 */
const matched = (scope: ImportScope): RawBuilder<unknown> => {
  const { organisationId, today } = scope.work;
  return sql`
    found as (
      select r.*, e.id as employment_id, coalesce(e.person_id, k.id) as found_id from ${fileLines(scope)} r
      left join employment e on e.organisation_id = ${organisationId} and e.number = r.number
      left join person k on k.organisation_id = ${organisationId} and k.person_key = r.person_key
    ),
    lost as (
      select line, person_group, case when person_key is null then email end as email, lower(given_name || ' ' || family_name) as name
      from found where found_id is null
    ),
    grouped as (
      select distinct on (person_group) person_group, found_id from found
      where found_id is not null and person_group in (select person_group from lost) order by person_group, line
    ),
    mailed as (
      select lower(email) as email, lower(given_name || ' ' || family_name) as name, min(id::text)::uuid as id from person
      where organisation_id = ${organisationId} and lower(email) in (select email from lost) and (closed_on is null or closed_on > ${today})
      group by 1, 2 having count(*) = 1
    ),
    newcomer as (
      select person_group, min(coalesce(g.found_id, m.id)::text)::uuid as person_id, gen_random_uuid() as new_person_id
      from lost l left join grouped g using (person_group) left join mailed m using (email, name) group by person_group
    ),
    matched as (
      select f.*, coalesce(f.found_id, n.person_id) as person_id, coalesce(f.found_id, n.person_id, n.new_person_id) as to_person_id
      from found f left join newcomer n on f.found_id is null and n.person_group = f.person_group
    )`;
};

type Part = readonly [what: string, differs: RawBuilder<unknown>];

/** What row `r` of the file says of an employment, where that differs from its latest period `l`. */
const contentParts = (scope: ImportScope): readonly Part[] => [
  ["unit", sql`l.unit_id is distinct from r.unit_id`],
  ["profession", sql`${hasProfession(scope)}::boolean and l.profession_id is distinct from r.profession_id`],
  ["title", sql`${hasColumn(scope, "title")}::boolean and l.title is distinct from r.title`],
  ["aid", sql`${hasColumn(scope, "aid")}::boolean and l.aid_code is distinct from r.aid_code`],
  ["form", sql`${hasColumn(scope, "form")}::boolean and l.form is distinct from r.form`],
  ["extent", sql`${hasColumn(scope, "extent")}::boolean and l.extent is distinct from r.extent`],
  ["main", sql`l.is_main is distinct from r.is_main`],
];

/** What `w` says of a person, where that differs from person `p`; the person key that it asks for is `key`. */
const personParts = (
  scope: ImportScope,
  w: RawBuilder<unknown>,
  key: RawBuilder<unknown>,
): readonly Part[] => [
  ["name", sql`(p.given_name, p.family_name) is distinct from (${w}.given_name, ${w}.family_name)`],
  ["email", sql`${hasColumn(scope, "email")}::boolean and p.email is distinct from ${w}.email`],
  ["person-key", sql`${key} is not null and p.person_key is distinct from ${key}`],
  ["protected", sql`${w}.protected_identity and not p.protected_identity`],
];

const named = (parts: readonly Part[]): RawBuilder<unknown> =>
  sql`nullif(concat_ws(' ', ${sql.join(parts.map(([what, differs]) => sql`case when ${differs} then ${what}::text end`))}), '')`;
const any = (parts: readonly Part[]): RawBuilder<unknown> =>
  sql.join(
    parts.map(([, differs]) => differs),
    sql` or `,
  );

/**
 * Says of each row what it would change: it joins, moves to another unit, changes, ends, or is the same. `what` names the parts: unit,
 * profession, title, aid, form, extent, main, from, to, leave, name, email, person-key, protected, returns. Most people's rows say what is known
 * already, and are looked at no closer; of those of whom anything would change, all rows are kept.
 */
export async function judgeRows(scope: ImportScope): Promise<void> {
  const { tx, organisationId, today } = scope.work;
  await sql`
    with ${matched(scope)},
    latest as ${latestPeriods(scope)},
    away as (
      select employment_id, jsonb_agg(jsonb_build_array(valid_from, valid_to)) as days from ${presentLeave(scope)} l
      group by employment_id
    ),
    touched as (
      select r.to_person_id from matched r
      left join person p on p.organisation_id = ${organisationId} and p.id = r.person_id
      left join employment e on e.organisation_id = ${organisationId} and e.id = r.employment_id
      left join latest l on l.employment_id = e.id
      left join away a on a.employment_id = e.id
      where e.id is null or e.valid_to <= ${today} or r.valid_from <> e.valid_from or e.valid_to is distinct from ${wantedEnd(scope)}
        or r.leave_from is not null or a.days is not null
        or ${any(contentParts(scope))} or ${any(personParts(scope, sql`r`, sql`r.person_key`))}
    ),
    looked_at as (select * from matched where to_person_id in (select to_person_id from touched)),
    person_what as (
      select w.person_id, w.line, ${named(personParts(scope, sql`w`, sql`w.key`))} as what
      from ${wantedPeople(scope, sql`looked_at`)} w join person p on p.organisation_id = ${organisationId} and p.id = w.person_id
    ),
    held as materialized (
      select r.line, r.to_person_id, e.id is not null as known, e.valid_to <= ${today} is true as ended, x.valid_to as wanted_to,
        ${named(contentParts(scope))} as content,
        ${named([
          ["from", sql`y.begins_anew`],
          ["to", sql`e.valid_to is distinct from x.valid_to`],
        ])} as days,
        -- Of someone who comes back, a first day before the end is that of the part that ended.
        case when r.valid_from < e.valid_to and y.begins_anew then 'from' end as earlier,
        case when ${hasColumn(scope, "leaveFrom")}::boolean and coalesce(a.days, '[]') <>
          case when r.leave_from is null then '[]' else
            coalesce((select jsonb_build_array(jsonb_build_array(v.valid_from, v.valid_to)) from ${wantedLeave(scope)} v), '[]') end
          then 'leave' end as leave,
        p.what as person
      from looked_at r
      left join employment e on e.organisation_id = ${organisationId} and e.id = r.employment_id
      left join latest l on l.employment_id = e.id
      left join away a on a.employment_id = e.id
      left join person_what p on p.person_id = r.person_id and p.line = r.line
      cross join lateral (select ${wantedEnd(scope)} as valid_to) x
      cross join lateral (select case when r.valid_from <> e.valid_from then not exists (
        select from employment_period s where s.organisation_id = ${organisationId} and s.person_id = e.person_id
          and s.employment_id = e.id and s.valid_from = r.valid_from) end as begins_anew) y
    ),
    judged as materialized (
      select line, to_person_id, known, not ended and wanted_to <= ${today} as ends, string_to_array(case
        when not known then coalesce(person, '')
        when ended and (wanted_to is null or wanted_to > ${today}) then concat_ws(' ', 'returns', earlier, person)
        when ended or wanted_to <= ${today} then concat_ws(' ', days, person)
        else concat_ws(' ', content, days, leave, person) end, ' ') as what
      from held
    ),
    decided as materialized (
      select line, to_person_id, what, case
        when not known or 'returns' = any(what) then 'join'
        when ends then 'end'
        when 'unit' = any(what) then 'move'
        when what <> '{}' then 'change' else 'same' end as change
      from judged
    )
    insert into staff_import_row (organisation_id, import_id, line, number, person_group, person_key, given_name, family_name, email, unit_id,
      manager_number, title, profession_id, aid_code, form, extent, is_main, valid_from, valid_to, leave_from, leave_to, protected_identity, notes,
      employment_id, person_id, new_employment_id, new_person_id, change, what)
    select organisation_id, import_id, line, number, person_group, person_key, given_name, family_name, email, unit_id,
      manager_number, title, profession_id, aid_code, form, extent, is_main, valid_from, valid_to, leave_from, leave_to, protected_identity, notes,
      employment_id, person_id, case when employment_id is null then gen_random_uuid() end, case when person_id is null then to_person_id end,
      change, what
    from looked_at join decided using (line, to_person_id)
    where to_person_id in (select to_person_id from decided where change <> 'same')`.execute(tx);
}

/**
 * Keeps which open employments the file leaves out. Who stands in a row that can't be read is not left out: known by number, or where that can't be
 * read by name.
 */
export async function findLeavers(scope: ImportScope): Promise<void> {
  const { tx, organisationId, today } = scope.work;
  await sql`
    with problem as (
      select number, lower(name) as name from staff_import_problem
      where organisation_id = ${organisationId} and import_id = ${scope.importId}
    ), nameless as (select name from problem where number is null and name is not null)
    update staff_import set leavers = array(
      select e.id from employment e join person p on p.organisation_id = e.organisation_id and p.id = e.person_id
      where e.organisation_id = ${organisationId} and (e.valid_to is null or e.valid_to > ${today})
        and not exists (select from ${fileLines(scope)} r where r.number = e.number)
        and not exists (select from problem b where b.number = e.number)
        and lower(p.given_name || ' ' || p.family_name) not in (select name from nameless)
        and lower(p.family_name || ', ' || p.given_name) not in (select name from nameless))
    where organisation_id = ${organisationId} and id = ${scope.importId}`.execute(tx);
}

/** What the import would do, in employments. */
export async function countChanges(scope: ImportScope, plan: ManagerPlan): Promise<ImportCounts> {
  const { tx, organisationId, today } = scope.work;
  const { rows } = await sql<Omit<ImportCounts, "rows" | "same" | "managers"> & { readonly read: number }>`
    select count(*) filter (where change = 'join') as join, count(*) filter (where change = 'move') as move,
      count(*) filter (where change = 'change') as change, count(*) filter (where change = 'end') as end,
      (select count(*) from ${fileLines(scope)} l) as read,
      (select cardinality(leavers) from staff_import where organisation_id = ${organisationId} and id = ${scope.importId}) as leavers,
      (select count(*) from employment where organisation_id = ${organisationId}
        and (valid_to is null or valid_to > ${today})) as "openBefore",
      (select count(*) from staff_import_problem where organisation_id = ${organisationId}
        and import_id = ${scope.importId}) as unreadable
    from ${stagedRows(scope)} r`.execute(tx);
  const [counted] = rows;
  if (!counted) throw new Error("a count without rows");
  const { read, ...changes } = counted;
  const { join, move, change, end, unreadable } = changes;
  const managers = plan.filter(({ kind }) => kind === "set" || kind === "vacant").length;
  return { ...changes, rows: read + unreadable, same: read - join - move - change - end, managers };
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
