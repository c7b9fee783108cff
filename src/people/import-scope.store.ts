/** What every step of a staff import is made for: one import, in one transaction, and which columns its file has. */
import { sql, type RawBuilder } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import type { Mapping, StaffField } from "./import-fields.rules.ts";

export type ImportScope = {
  readonly work: Work;
  readonly importId: Id;
  readonly mapping: Mapping;
};

export const hasColumn = ({ mapping }: ImportScope, field: StaffField): boolean =>
  mapping.columns[field] !== undefined;

/** Does the file say anything of professions? If not, what is there stays. */
export const hasProfession = (scope: ImportScope): boolean =>
  (["title", "professionCode", "aid"] as const).some((field) => hasColumn(scope, field));

/** The file's rows as they were read: during the comparison, and no longer. */
export const fileLines = ({ work, importId }: ImportScope): RawBuilder<unknown> =>
  sql`(select * from staff_import_line where organisation_id = ${work.organisationId} and import_id = ${importId})`;

/**
 * The rows of everybody of whom the import changes anything, also those of their rows that are the same. `employment_id` and `person_id` are of what
 * is known; `to_employment_id` and `to_person_id` also of what the import brings.
 */
export const stagedRows = ({ work, importId }: ImportScope): RawBuilder<unknown> =>
  sql`(select s.*, coalesce(s.employment_id, s.new_employment_id) as to_employment_id,
    coalesce(s.person_id, s.new_person_id) as to_person_id
    from staff_import_row s where s.organisation_id = ${work.organisationId} and s.import_id = ${importId})`;

/** The latest period of each employment: the one that a file's content is held against. */
export const latestPeriods = ({ work }: ImportScope): RawBuilder<unknown> => sql`(
  select distinct on (employment_id) * from employment_period where organisation_id = ${work.organisationId}
  order by employment_id, valid_from desc)`;

/**
 * What these rows together say of each person: the name of the first row, the first address and key that there is. `key` is null where
 * another person has it or wants it too.
 */
export const wantedPeople = (scope: ImportScope, rows: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select w.*, case when row_number() over (partition by w.person_key order by w.line) = 1 and (o.id is null or o.id = w.person_id)
    then w.person_key end as key
  from (select to_person_id as person_id, bool_or(person_id is not null) as known, min(line) as line,
      (array_agg(given_name order by line))[1] as given_name,
      (array_agg(family_name order by line))[1] as family_name,
      (array_agg(email order by line) filter (where email is not null))[1] as email,
      (array_agg(person_key order by line) filter (where person_key is not null))[1] as person_key,
      bool_or(protected_identity) as protected_identity
    from ${rows} r group by to_person_id) w
  left join person o on o.organisation_id = ${scope.work.organisationId} and o.person_key = w.person_key)`;

/** The last day outside that the row gives the employment `e`; where the file has no such column, what is known of an open one. */
export const wantedEnd = (scope: ImportScope): RawBuilder<string | null> => sql`
  case when ${hasColumn(scope, "to")}::boolean then r.valid_to
    when e.valid_to > ${scope.work.today}::date then e.valid_to end`;

/** Open employments that the file leaves out, as the comparison found them. */
export const leavers = ({ work, importId }: ImportScope): RawBuilder<unknown> => sql`(
  select e.id, e.person_id, e.number, e.valid_from, e.valid_to from employment e
  where e.organisation_id = ${work.organisationId} and e.id in (select unnest(leavers) from staff_import
    where organisation_id = ${work.organisationId} and id = ${importId}))`;

/** Leave that has not ended by today: what a file's leave replaces. */
export const presentLeave = ({ work }: ImportScope): RawBuilder<unknown> => sql`(
  select * from leave_period where organisation_id = ${work.organisationId}
    and (valid_to is null or valid_to > ${work.today}))`;

/** The leave that row `r` states, from the day that an earlier leave of the employment ended; no row when it is over. */
export const wantedLeave = ({ work }: ImportScope): RawBuilder<unknown> => sql`(
  select greatest(r.leave_from, max(l.valid_to)) as valid_from, r.leave_to as valid_to
  from (select 1) one left join leave_period l on l.organisation_id = r.organisation_id and l.employment_id = r.employment_id
    and l.valid_to <= ${work.today}
  having r.leave_from is not null and (r.leave_to is null or r.leave_to > ${work.today}))`;
