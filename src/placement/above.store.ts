/** SQL about other views on placements that went to the manager above, and the answers (PLC-9). */
import { sql } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Work } from "../platform/database/work.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

/** Another view, with the placement that it is about. */
export type ViewAbove = {
  readonly responseId: Id;
  readonly personId: Id;
  readonly name: string;
  readonly unitId: Id;
  readonly unit: string;
  readonly modelSv: string;
  readonly modelEn: string;
  readonly level: string;
  readonly track: string | null;
  readonly from: LocalDate;
  readonly motivation: string;
  readonly decidedBy: string | null;
  readonly decidedById: Id | null;
  readonly words: string;
  readonly withRepresentative: boolean;
  readonly at: string;
};

/** More are not shown at once: what is answered makes room. */
const MOST = 50;

/** Those that wait, about decisions in these units and those below, the oldest first. */
export async function viewsBelow(work: Scope, unitIds: readonly Id[]): Promise<ViewAbove[]> {
  if (unitIds.length === 0) return [];
  const { rows } = await sql<ViewAbove>`
    with recursive below as (
      select id from unit where organisation_id = ${work.organisationId} and id = any(${[...unitIds]}::uuid[])
      union
      select u.id from unit u join below b on u.parent_id = b.id where u.organisation_id = ${work.organisationId}
    )
    select r.id as "responseId", p.person_id as "personId", n.given_name || ' ' || n.family_name as name, p.unit_id as "unitId", u.name as unit,
      m.name_sv as "modelSv", m.name_en as "modelEn", l.name as level, t.name as track, p.valid_from as "from", p.motivation,
      d.given_name || ' ' || d.family_name as "decidedBy", p.decided_by as "decidedById", r.words, r.with_representative as "withRepresentative", to_json(r.at) #>> '{}' as at
    from placement_response r
    join placement p on p.organisation_id = r.organisation_id and p.id = r.placement_id and not p.corrected
    join person n on n.organisation_id = p.organisation_id and n.id = p.person_id
    join unit u on u.organisation_id = p.organisation_id and u.id = p.unit_id
    join career_model m on m.organisation_id = p.organisation_id and m.id = p.model_id
    join version_level l on l.organisation_id = p.organisation_id and l.version_id = p.version_id and l.level_id = p.level_id
    left join version_track t on t.organisation_id = p.organisation_id and t.version_id = p.version_id and t.track_id = p.track_id
    left join person d on d.organisation_id = p.organisation_id and d.id = p.decided_by
    where r.organisation_id = ${work.organisationId} and r.to_above and p.unit_id in (select id from below)
      and not exists (select from placement_view_answer v where v.organisation_id = r.organisation_id and v.response_id = r.id)
    order by r.at, r.id limit ${MOST}`.execute(work.tx);
  return rows;
}

/** False when it has been answered already. */
export async function addViewAnswer(
  work: Work,
  answer: { readonly responseId: Id; readonly words: string; readonly by: Id },
): Promise<boolean> {
  const result = await work.tx
    .insertInto("placement_view_answer")
    .values({
      organisation_id: work.organisationId,
      response_id: answer.responseId,
      words: answer.words,
      answered_by: answer.by,
      at: work.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}
