/** What an import would change, as lists to look through before it is confirmed (INT-1). Protected people are left out, and counted (ORG-7). */
import { sql, type RawBuilder } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Reason } from "../shared/result.ts";
import type { EmploymentForm } from "./import-fields.rules.ts";
import {
  hasColumn,
  hasProfession,
  latestPeriods,
  leavers,
  stagedRows,
  wantedEnd,
  type ImportScope,
} from "./import-scope.store.ts";

/** What an employment is, before or after. Null is nothing, or nothing that the list tells. */
export type Standing = {
  readonly name: string | null;
  readonly email: string | null;
  readonly unit: string | null;
  readonly profession: string | null;
  readonly title: string | null;
  readonly aid: string | null;
  readonly form: EmploymentForm | null;
  readonly extent: number | null;
  readonly main: boolean | null;
  readonly from: LocalDate | null;
  /** The first day outside. */
  readonly to: LocalDate | null;
  readonly leave: string | null;
};

export type PreviewRow = {
  readonly line: number;
  readonly number: string;
  readonly personId: Id | null;
  readonly name: string;
  readonly what: readonly string[];
  readonly before: Standing | null;
  readonly after: Standing;
  readonly notes: readonly Reason[];
};

/** A page of a list; `hidden` are those of it that the reader may not see. */
export type PreviewPage<Row> = {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly hidden: number;
};

/** Who looks, at which page of how many rows: the named handler of someone protected sees them. */
type Reader = { readonly personId: Id | null; readonly page: number; readonly size: number };

/** Somebody of the same name may be the one who is protected, in an employment that is not known yet. */
const shown = (scope: ImportScope, reader: Reader, name: RawBuilder<unknown>): RawBuilder<boolean> => sql`(
  (not coalesce(p.protected_identity, false) and not r.protected_identity
    or coalesce(p.protected_handler_id = ${reader.personId}::uuid, false))
  and not exists (select from person q where q.organisation_id = ${scope.work.organisationId} and q.protected_identity
    and q.protected_handler_id is distinct from ${reader.personId}::uuid
    and lower(q.given_name || ' ' || q.family_name) = lower(${name})))`;

async function page<Row>(
  scope: ImportScope,
  reader: Reader,
  source: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Promise<PreviewPage<Row>> {
  const { rows } = await sql<{ row: Row | null; total: number; hidden: number }>`
    with listed as (${source}),
    part as (select * from listed where shown order by ${order} limit ${reader.size} offset ${(reader.page - 1) * reader.size})
    select to_jsonb(part) - 'shown' as row, c.total, c.hidden
    from (select count(*) filter (where shown) as total, count(*) filter (where not shown) as hidden from listed) c
    left join part on true order by ${order}`.execute(scope.work.tx);
  return {
    rows: rows.flatMap(({ row }) => (row === null ? [] : [row])),
    total: rows[0]?.total ?? 0,
    hidden: rows[0]?.hidden ?? 0,
  };
}

const byName = sql`name collate "sv-SE-x-icu", number`;

/** Those who join, move or change: what was, and what will be. Names in Swedish order. */
export function changedRows(
  scope: ImportScope,
  kind: "join" | "move" | "change",
  reader: Reader,
): Promise<PreviewPage<PreviewRow>> {
  const { organisationId, today } = scope.work;
  const keep = (has: boolean, wanted: RawBuilder<unknown>, known: RawBuilder<unknown>) =>
    has ? wanted : known;
  const leaveText = (from: RawBuilder<unknown>, to: RawBuilder<unknown>) =>
    sql`case when ${from} is not null then ${from} || ' – ' || coalesce((${to} - 1)::text, '') end`;
  return page(
    scope,
    reader,
    sql`
      select r.line, r.number, r.person_id as "personId", r.given_name || ' ' || r.family_name as name, r.what, r.notes,
        ${shown(scope, reader, sql`r.given_name || ' ' || r.family_name`)} as shown,
        case when e.id is not null then jsonb_build_object('name', p.given_name || ' ' || p.family_name, 'email', p.email,
          'unit', lu.name, 'profession', lf.name_sv, 'title', l.title, 'aid', l.aid_code, 'form', l.form, 'extent', l.extent,
          'main', l.is_main, 'from', e.valid_from, 'to', e.valid_to, 'leave', (
            select string_agg(${leaveText(sql`v.valid_from`, sql`v.valid_to`)}, ', ' order by v.valid_from) from leave_period v
            where v.organisation_id = ${organisationId} and v.employment_id = e.id and (v.valid_to is null or v.valid_to > ${today}))) end as before,
        jsonb_build_object('name', r.given_name || ' ' || r.family_name,
          'email', ${keep(hasColumn(scope, "email"), sql`r.email`, sql`p.email`)}, 'unit', u.name,
          'profession', ${keep(hasProfession(scope), sql`f.name_sv`, sql`lf.name_sv`)},
          'title', coalesce(r.title, l.title), 'aid', ${keep(hasColumn(scope, "aid"), sql`r.aid_code`, sql`l.aid_code`)},
          'form', coalesce(r.form, l.form), 'extent', coalesce(r.extent, l.extent), 'main', r.is_main,
          'from', r.valid_from, 'to', ${wantedEnd(scope)}, 'leave', case when r.leave_to is null or r.leave_to > ${today}
            then ${leaveText(sql`r.leave_from`, sql`r.leave_to`)} end) as after
      from ${stagedRows(scope)} r
      join unit u on u.organisation_id = ${organisationId} and u.id = r.unit_id
      left join profession f on f.organisation_id = ${organisationId} and f.id = r.profession_id
      left join person p on p.organisation_id = ${organisationId} and p.id = r.person_id
      left join employment e on e.organisation_id = ${organisationId} and e.id = r.employment_id
      left join ${latestPeriods(scope)} l on l.employment_id = e.id
      left join unit lu on lu.organisation_id = ${organisationId} and lu.id = l.unit_id
      left join profession lf on lf.organisation_id = ${organisationId} and lf.id = l.profession_id
      where r.change = ${kind}`,
    byName,
  );
}

export type LeavingRow = {
  readonly number: string;
  readonly personId: Id;
  readonly name: string;
  readonly unit: string;
  /** The first day outside; null where the employment never begins. */
  readonly to: LocalDate | null;
  readonly why: "not-in-file" | "ended";
};

/** Employments that end: those that the file leaves out, and those that it says have ended. */
export function leavingRows(scope: ImportScope, reader: Reader): Promise<PreviewPage<LeavingRow>> {
  const { organisationId, today } = scope.work;
  return page(
    scope,
    reader,
    sql`
      select r.number, r.person_id as "personId", p.given_name || ' ' || p.family_name as name, u.name as unit, r.to, r.why,
        ${shown(scope, reader, sql`p.given_name || ' ' || p.family_name`)} as shown
      from (
        select g.id, g.number, g.person_id, case when g.valid_from < ${today} then ${today}::date end as to, 'not-in-file' as why,
          false as protected_identity from ${leavers(scope)} g
        union all
        select s.employment_id, s.number, s.person_id, s.valid_to, 'ended', s.protected_identity from ${stagedRows(scope)} s
        where s.change = 'end'
      ) r
      join person p on p.organisation_id = ${organisationId} and p.id = r.person_id
      join ${latestPeriods(scope)} l on l.employment_id = r.id
      join unit u on u.organisation_id = ${organisationId} and u.id = l.unit_id`,
    byName,
  );
}

export type ProblemPageRow = {
  readonly line: number;
  readonly number: string | null;
  readonly personId: Id | null;
  readonly name: string | null;
  readonly reasons: readonly Reason[];
};

/** Rows that can't be read, in the file's order; `nameless` of them say neither number nor name, so that nobody is kept by them. */
export async function problemRows(
  scope: ImportScope,
  reader: Reader,
): Promise<PreviewPage<ProblemPageRow> & { readonly nameless: number }> {
  const { organisationId, tx } = scope.work;
  const found = await page<ProblemPageRow>(
    scope,
    reader,
    sql`
      select r.line, r.number, e.person_id as "personId", r.name, r.reasons, ${shown(scope, reader, sql`r.name`)} as shown
      from (select *, false as protected_identity from staff_import_problem
            where organisation_id = ${organisationId} and import_id = ${scope.importId}) r
      left join employment e on e.organisation_id = ${organisationId} and e.number = r.number
      left join person p on p.organisation_id = ${organisationId} and p.id = e.person_id`,
    sql`line`,
  );
  const { rows } = await sql<{ nameless: number }>`
    select count(*) as nameless from staff_import_problem
    where organisation_id = ${organisationId} and import_id = ${scope.importId} and number is null and name is null`.execute(
    tx,
  );
  return { ...found, nameless: rows[0]?.nameless ?? 0 };
}

/** Does the file leave out somebody's every open employment? */
export async function leavesWholly(scope: ImportScope, personId: Id): Promise<boolean> {
  const { organisationId, today, tx } = scope.work;
  const { rows } = await sql<{ leaves: boolean }>`
    select count(*) > 0 and bool_and(e.id in (select id from ${leavers(scope)} g)) as leaves from employment e
    where e.organisation_id = ${organisationId} and e.person_id = ${personId}
      and (e.valid_to is null or e.valid_to > ${today})`.execute(tx);
  return rows[0]?.leaves ?? false;
}

/** Names of units and people, by id and by employment number in the file: for the managers' list. Protected people have none. */
export async function namesFor(
  scope: ImportScope,
  unitIds: readonly Id[],
  personIds: readonly Id[],
  numbers: readonly string[],
): Promise<{
  readonly units: Map<Id, string>;
  readonly people: Map<string, { id: Id | null; name: string }>;
}> {
  const { organisationId, tx } = scope.work;
  const units = await tx
    .selectFrom("unit")
    .select(["id", "name"])
    .where("organisation_id", "=", organisationId)
    .where("id", "in", unitIds.length > 0 ? [...unitIds] : [organisationId])
    .execute();
  const { rows } = await sql<{ key: string; id: Id | null; name: string }>`
    select p.id::text as key, p.id, p.given_name || ' ' || p.family_name as name from person p
    where p.organisation_id = ${organisationId} and p.id = any(${[...personIds]}::uuid[]) and not p.protected_identity
    union all
    select r.number, r.person_id, r.given_name || ' ' || r.family_name from ${stagedRows(scope)} r
    left join person p on p.organisation_id = ${organisationId} and p.id = r.person_id
    where r.number = any(${[...numbers]}::text[]) and not r.protected_identity and not coalesce(p.protected_identity, false)`.execute(
    tx,
  );
  return {
    units: new Map(units.map(({ id, name }) => [id, name])),
    people: new Map(rows.map(({ key, id, name }) => [key, { id, name }])),
  };
}
