/** Coverage by the shortest SQL that gives the same numbers: nothing is hidden, nobody's right to see is asked for, and nothing is told of other days. */
import { sql, type RawBuilder } from "kysely";
import type { Tx } from "../../src/platform/database/transactions.ts";
import type { Id } from "../../src/shared/ids.ts";
import type { LocalDate } from "../../src/shared/local-date.ts";

export type Counted = {
  readonly modelId: Id;
  readonly unitId: Id;
  readonly employed: number;
  readonly placed: number;
};

/** Row-level security chooses the organisation. People on leave count, staff by the hour don't: the settings that the bench's organisations have. */
const counted = (day: LocalDate, models: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select distinct on (e.person_id, m.id) e.unit_id, m.id as model_id, pl.id as placement_id
  from employment_period e join person p on p.id = e.person_id and not p.protected_identity
  join career_model m on m.profession_id = e.profession_id and ${models}
  join employment t on t.id = e.employment_id
  left join placement pl on pl.person_id = e.person_id and pl.model_id = m.id and not pl.corrected
    and pl.valid_from <= ${day} and (pl.valid_to is null or pl.valid_to > ${day})
  where e.form <> 'hourly' and e.valid_from <= ${day} and (e.valid_to is null or e.valid_to > ${day})
  order by e.person_id, m.id, e.is_main desc, e.extent desc, t.valid_from, e.employment_id`;

/** A unit and those right below it, each with all below, for one model. */
export async function nodeByHand(tx: Tx, day: LocalDate, model: Id, unit: Id): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    with recursive tree as (
      select id as top, id from unit where id = ${unit} or parent_id = ${unit}
      union all select t.top, u.id from tree t join unit u on u.parent_id = t.id
    ), c as (${counted(day, sql`m.id = ${model}`)})
    select c.model_id as "modelId", t.top as "unitId", count(*) as employed, count(c.placement_id) as placed
    from c join tree t on t.id = c.unit_id group by 1, 2`.execute(tx);
  return rows;
}

/** One unit with all below it, for every model. */
export async function modelsByHand(tx: Tx, day: LocalDate, unit: Id): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    with recursive tree as (
      select id from unit where id = ${unit} union all select u.id from tree t join unit u on u.parent_id = t.id
    ), c as (${counted(day, sql`true`)})
    select c.model_id as "modelId", ${unit}::uuid as "unitId", count(*) as employed, count(c.placement_id) as placed
    from c join tree t on t.id = c.unit_id group by 1`.execute(tx);
  return rows;
}

/** Every unit with all below it, for every model. */
export async function treeByHand(tx: Tx, day: LocalDate): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    with recursive tree as (
      select id as top, id from unit union all select t.top, u.id from tree t join unit u on u.parent_id = t.id
    ), c as (
      select model_id, unit_id, count(*) as employed, count(placement_id) as placed from (${counted(day, sql`true`)}) each group by 1, 2
    )
    select c.model_id as "modelId", t.top as "unitId", sum(c.employed)::int as employed, sum(c.placed)::int as placed
    from c join tree t on t.id = c.unit_id group by 1, 2`.execute(tx);
  return rows;
}
