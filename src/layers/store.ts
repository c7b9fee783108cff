/** Reading supplements: the layers in force over a base version, and a supplement's own versions (MOD-9, MOD-16). */
import { sql, type RawBuilder } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Work } from "../platform/database/work.ts";
import type { Layer } from "../career-model/compose.rules.ts";
import type { Decision, VersionRow } from "../career-model/store.ts";
import type { SupplementContent } from "../career-model/supplement.rules.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

/** For which units supplements count: for these, which run from the outermost inward, or for a unit as it stands in the tree on the day. */
export type Under = { readonly unitIds: readonly Id[] } | { readonly unitId: Id };

/** The supplements to a base version in force on the day, the employer's before the units', from the outermost inward. */
export const layersOver = async (
  work: Scope,
  baseVersionId: Id,
  at: Under & { readonly day: LocalDate },
): Promise<Layer[]> => layersFrom((await layersAt(work, baseVersionId, at).execute(work.tx)).rows);

type LayerRow = { readonly unit: string | null; readonly content: SupplementContent };

/** The same as a question among others. */
export function layersAt(
  work: Pick<Work, "organisationId">,
  baseVersionId: Id,
  at: Under & { readonly day: LocalDate },
): RawBuilder<LayerRow> {
  const units = "unitIds" in at ? sql`${[...at.unitIds]}::uuid[]` : lineOf(work, at.unitId, at.day);
  return sql<LayerRow>`
    select u.name as unit, supplement_content(v.organisation_id, v.id) as content
    from supplement s
    join lateral (
      select v.organisation_id, v.id from supplement_version v
      where v.organisation_id = s.organisation_id and v.supplement_id = s.id and v.base_version_id = ${baseVersionId}
        and v.in_force_from <= ${at.day}
      order by v.in_force_from desc limit 1) v on true
    left join unit u on u.organisation_id = s.organisation_id and u.id = s.unit_id
    cross join (select ${units} as ids) under
    where s.organisation_id = ${work.organisationId} and (s.unit_id is null or s.unit_id = any(under.ids))
    order by s.unit_id is not null, array_position(under.ids, s.unit_id)`;
}

export const layersFrom = (rows: readonly LayerRow[]): Layer[] =>
  rows.map(({ unit, content }) => ({
    by: unit === null ? { of: "employer" } : { of: "unit", name: unit },
    content,
  }));

/** SQL's `uuid[]` of a unit and those above it, the outermost first; empty when one of them isn't there on the day. */
const lineOf = (
  { organisationId }: Pick<Work, "organisationId">,
  unitId: Id,
  day: LocalDate,
): RawBuilder<unknown> => {
  const present = sql`u.organisation_id = ${organisationId} and u.valid_from <= ${day} and (u.valid_to is null or u.valid_to > ${day})`;
  return sql`(
    with recursive line as (
      select u.id, u.parent_id, 0 as up from unit u where ${present} and u.id = ${unitId}
      union all
      select u.id, u.parent_id, l.up + 1 from line l join unit u on u.id = l.parent_id where ${present}
    )
    select case when bool_or(parent_id is null) then array_agg(id order by up desc) else '{}' end from line)`;
};

export type SupplementVersion = Omit<VersionRow, "modelId"> & {
  readonly baseVersionId: Id;
  readonly baseNumber: number;
  readonly begunBy: string;
  readonly begunAt: Date;
  readonly decision: Decision | null;
  /** How many parts of it wait to be settled (MOD-10). */
  readonly unsettled: number;
};

/** A supplement's versions, the newest first; none where there is no supplement. */
export async function supplementVersions(
  work: Scope,
  modelId: Id,
  unitId: Id | null,
): Promise<SupplementVersion[]> {
  const { rows } = await sql<SupplementVersion>`
    select v.id, v.number, v.status, v.in_force_from as "inForceFrom", v.in_force_to as "inForceTo", v.revision,
      v.base_version_id as "baseVersionId", b.number as "baseNumber", a.display_name as "begunBy", v.created_at as "begunAt",
      (select jsonb_build_object('decidedBy', da.display_name, 'decidedAs', d.decided_as, 'delegation', d.delegation, 'decidedOn', d.decided_on,
          'diaryNumber', d.diary_number, 'restsOn', d.rests_on)
        from decision d join account da on da.organisation_id = d.organisation_id and da.id = d.decided_by
        where d.organisation_id = v.organisation_id and d.supplement_version_id = v.id and d.kind = 'adopt') as decision,
      (select count(*)::int from carry_over c
        where c.organisation_id = v.organisation_id and c.supplement_version_id = v.id and c.settled is null) as unsettled
    from supplement s
    join supplement_version v on v.organisation_id = s.organisation_id and v.supplement_id = s.id
    join model_version b on b.organisation_id = v.organisation_id and b.id = v.base_version_id
    join account a on a.organisation_id = v.organisation_id and a.id = v.begun_by
    where s.organisation_id = ${work.organisationId} and s.model_id = ${modelId} and s.unit_id is not distinct from ${unitId}
    order by v.number desc`.execute(work.tx);
  return rows;
}

/** What a supplement's version says. */
export async function supplementContent(work: Scope, versionId: Id): Promise<SupplementContent> {
  const { rows } = await sql<{ content: SupplementContent }>`
    select supplement_content(${work.organisationId}, ${versionId}) as content`.execute(work.tx);
  const row = rows[0];
  if (!row) throw new Error("supplement_content gave no row");
  return row.content;
}

/** The units that have a supplement to the model with something adopted or in the making, by name. */
export async function supplementUnits(
  work: Scope,
  modelId: Id,
): Promise<{ readonly id: Id; readonly name: string; readonly isAdopted: boolean }[]> {
  const { rows } = await sql<{ id: Id; name: string; isAdopted: boolean }>`
    select u.id, u.name, bool_or(v.in_force_from is not null) as "isAdopted"
    from supplement s
    join unit u on u.organisation_id = s.organisation_id and u.id = s.unit_id
    join supplement_version v on v.organisation_id = s.organisation_id and v.supplement_id = s.id
    where s.organisation_id = ${work.organisationId} and s.model_id = ${modelId}
    group by u.id, u.name order by u.name collate "sv-SE-x-icu", u.id`.execute(work.tx);
  return rows;
}

/** That a supplement's draft was sent out for consultation or taken back. */
export type SupplementEvent = {
  readonly kind: "consultation" | "draft";
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
};

/** What was done last to where the draft stands; null when nothing has been. */
export async function latestEvent(work: Scope, versionId: Id): Promise<SupplementEvent | null> {
  const { rows } = await sql<SupplementEvent>`
    select e.kind, a.display_name as by, e.happened_at as at, e.reason
    from supplement_event e join account a on a.organisation_id = e.organisation_id and a.id = e.account_id
    where e.organisation_id = ${work.organisationId} and e.supplement_version_id = ${versionId}
    order by e.happened_at desc, e.id desc limit 1`.execute(work.tx);
  return rows[0] ?? null;
}
