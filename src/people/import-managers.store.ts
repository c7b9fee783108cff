/** Who manages which unit by a staff file (ORG-4): read from the numbers that its rows name, held against who manages it now. */
import { sql } from "kysely";
import type { Id } from "../shared/ids.ts";
import { unitTree } from "../organisation/store.ts";
import { fileLines, hasColumn, leavers, stagedRows, type ImportScope } from "./import-scope.store.ts";
import { managersOn } from "./managers.store.ts";
import { findCycle, reportingLines } from "./rules.ts";

/** What the file says of a unit's manager, where that is not as it stands. */
export type PlannedManager = {
  readonly unitId: Id;
  /**
   * `set`: the rows name one, who is not the present one. `vacant`: they name none, and the present one came from a file. The others
   * leave the unit as it is: `several` are named, the one named is `unknown`, or would manage their own manager (`circle`).
   */
  readonly kind: "set" | "vacant" | "several" | "unknown" | "circle";
  /** The employment number of the one who is named. */
  readonly number: string | null;
  /** The id of who that is, or is to be. */
  readonly key: string | null;
  readonly presentId: Id | null;
};
export type ManagerPlan = readonly PlannedManager[];

/**
 * What the file says of the managers, unit by unit. Managers are all whose numbers are named. A unit's manager is the one whom its other
 * rows name; where only managers stand in it, the one who stands there alone, or whom the others there name.
 */
export async function planManagers(scope: ImportScope): Promise<ManagerPlan> {
  if (!hasColumn(scope, "managerNumber")) return [];
  const { tx, organisationId, today } = scope.work;
  const { rows } = await sql<PlannedManager>`
    with present as (
      select r.number, r.unit_id, r.manager_number from ${fileLines(scope)} r
      where r.valid_from <= ${today} and (r.valid_to is null or r.valid_to > ${today})
    ),
    named as (select distinct manager_number as number from present where manager_number is not null),
    manager as (
      -- Whose row is not among the staged ones is the same as before.
      select n.number, coalesce(r.to_person_id, e.person_id)::text as key from named n
      left join present p on p.number = n.number
      left join ${stagedRows(scope)} r on r.number = p.number
      left join employment e on e.organisation_id = ${organisationId} and e.number = n.number and (p.number is not null
        or e.valid_from <= ${today} and (e.valid_to is null or e.valid_to > ${today})
          and exists (select from staff_import_problem b where b.organisation_id = e.organisation_id
            and b.import_id = ${scope.importId} and b.number = e.number))
    ),
    standing as (
      select p.unit_id, p.number, p.manager_number, p.number in (select number from named) as manages from present p
    ),
    unit_kind as (
      select unit_id, bool_and(manages) as only_managers, count(*) as count from standing group by unit_id
    ),
    says as (
      select s.unit_id, s.manager_number as number from standing s join unit_kind u using (unit_id)
      where s.manager_number is not null and (not s.manages or u.only_managers and u.count > 1 and s.manager_number <> s.number)
      union
      select s.unit_id, s.number from standing s join unit_kind u using (unit_id) where u.only_managers and u.count = 1
    ),
    told as (
      select u.unit_id, count(distinct coalesce(m.key, '? ' || y.number)) as count, min(y.number) as number, min(m.key) as key
      from unit_kind u left join says y using (unit_id) left join manager m on m.number = y.number
      group by u.unit_id
    ),
    judged as (
      select t.unit_id as "unitId", case when t.count = 0 and k.only_managers then 'several' when t.count = 0 then 'vacant'
          when t.count > 1 then 'several' when t.key is null then 'unknown' else 'set' end as kind,
        case when t.count = 1 then t.number end as number, case when t.count = 1 then t.key end as key,
        m.person_id as "presentId", coalesce(m.from_file, false) as from_file
      from told t join unit_kind k using (unit_id) left join unit_manager m on m.organisation_id = ${organisationId}
        and m.unit_id = t.unit_id and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to > ${today})
    )
    select "unitId", kind, number, key, "presentId" from judged
    where not (kind = 'set' and key is not distinct from "presentId"::text) and not (kind = 'vacant' and not from_file) order by "unitId"`.execute(
    tx,
  );
  return withoutCircles(scope, rows);
}

/** Leaves as they are the units whose new manager would, through others, manage their own manager. */
async function withoutCircles(scope: ImportScope, plan: ManagerPlan): Promise<ManagerPlan> {
  const { work } = scope;
  const tree = await unitTree(work, work.today);
  const present = await managersOn(work, work.today);
  const places = await whereManagersWill(scope, [
    ...present.map(({ personId }) => personId),
    ...plan.flatMap(({ key }) => (key === null ? [] : [key])),
  ]);
  let left = plan;
  for (;;) {
    const managers = new Map(present.map(({ unitId, personId }) => [unitId, personId]));
    for (const { unitId, kind, key } of left) {
      if (kind === "set" && key !== null) managers.set(unitId, key);
      if (kind === "vacant") managers.delete(unitId);
    }
    const circle = findCycle(reportingLines(tree, managers, places));
    const isInCircle = ({ kind, key }: PlannedManager) =>
      kind === "set" && key !== null && (circle ?? []).includes(key);
    if (!left.some(isInCircle)) return left;
    left = left.map((each) => (isInCircle(each) ? { ...each, kind: "circle" as const } : each));
  }
}

/** Where these people work today once the file is in: by its rows, and by what is known of those whose rows are the same or can't be read. */
async function whereManagersWill(scope: ImportScope, keys: readonly string[]): Promise<Map<string, Id[]>> {
  const { tx, organisationId, today } = scope.work;
  const { rows } = await sql<{ key: string; unitIds: Id[] }>`
    select key, array_agg(distinct unit_id) as "unitIds" from (
      select r.to_person_id::text as key, r.unit_id from ${stagedRows(scope)} r
      where r.valid_from <= ${today} and (r.valid_to is null or r.valid_to > ${today})
      union all
      select e.person_id::text, e.unit_id from employment_period e
      join employment m on m.organisation_id = e.organisation_id and m.id = e.employment_id
      where e.organisation_id = ${organisationId} and e.valid_from <= ${today} and (e.valid_to is null or e.valid_to > ${today})
        and not exists (select from ${stagedRows(scope)} r where r.number = m.number)
        and not exists (select from ${leavers(scope)} g where g.id = e.employment_id)
    ) place where key = any(${[...new Set(keys)]}::text[]) group by key`.execute(tx);
  return new Map(rows.map(({ key, unitIds }) => [key, unitIds]));
}

/** Carries the plan out from today on; every person has an id by now. Whoever managed the unit stops; one named by hand for a later day still begins. */
export async function mergeManagers(scope: ImportScope, plan: ManagerPlan): Promise<void> {
  const { tx, organisationId, today } = scope.work;
  const changed = plan.filter(({ kind }) => kind === "set" || kind === "vacant");
  const units = changed.map(({ unitId }) => unitId);
  await sql`delete from unit_manager where organisation_id = ${organisationId} and unit_id = any(${units}::uuid[])
    and valid_from = ${today}`.execute(tx);
  await sql`update unit_manager set valid_to = ${today} where organisation_id = ${organisationId} and unit_id = any(${units}::uuid[])
    and valid_from < ${today} and (valid_to is null or valid_to > ${today})`.execute(tx);
  const named = changed.filter(({ kind }) => kind === "set");
  await sql`
    insert into unit_manager (organisation_id, unit_id, person_id, valid_from, valid_to, from_file)
    select ${organisationId}, n.unit_id, n.person_id, ${today}, least(u.valid_to,
      (select min(l.valid_from) from unit_manager l where l.organisation_id = ${organisationId} and l.unit_id = n.unit_id
        and l.valid_from > ${today})), true
    from unnest(${named.map(({ unitId }) => unitId)}::uuid[], ${named.map(({ key }) => key)}::uuid[]) as n (unit_id, person_id)
    join unit u on u.organisation_id = ${organisationId} and u.id = n.unit_id`.execute(tx);
}
