/** SQL of what is asked for: identities of requirements, layers of all units, and ways in the catalogue (DBT-1, MOD-9, MOD-13). */
import { sql } from "kysely";
import type { LayerName } from "../career-model/compose.rules.ts";
import type { SupplementContent } from "../career-model/supplement.rules.ts";
import type { Work } from "../platform/database/work.ts";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { CatalogueWay } from "./debt.rules.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

/** A supplement in force over a version: the employer's (`unitId` null) or a unit's. */
export type UnitLayer = {
  readonly unitId: Id | null;
  readonly by: LayerName;
  readonly content: SupplementContent;
};

/** `name` is the unit's; null is the employer's. */
export const layerOf = (unitId: Id | null, name: string | null, content: SupplementContent): UnitLayer => ({
  unitId,
  by: name === null ? { of: "employer" } : { of: "unit", name },
  content,
});

/** Every supplement to the version in force on the day, the employer's first. */
export async function layersOfUnits(work: Scope, versionId: Id, day: LocalDate): Promise<UnitLayer[]> {
  const { rows } = await sql<{ unitId: Id | null; name: string | null; content: SupplementContent }>`
    select s.unit_id as "unitId", u.name, supplement_content(v.organisation_id, v.id) as content
    from supplement s
    join lateral (
      select v.organisation_id, v.id from supplement_version v
      where v.organisation_id = s.organisation_id and v.supplement_id = s.id and v.base_version_id = ${versionId}
        and v.in_force_from <= ${day}
      order by v.in_force_from desc limit 1) v on true
    left join unit u on u.organisation_id = s.organisation_id and u.id = s.unit_id
    where s.organisation_id = ${work.organisationId} order by s.unit_id is not null, s.unit_id`.execute(
    work.tx,
  );
  return rows.map(({ unitId, name, content }) => layerOf(unitId, name, content));
}

/** A way in use to a level or a requirement of a model. */
export type WayTo = CatalogueWay & {
  readonly modelId: Id;
  readonly target: "level" | "item";
  readonly targetId: Id;
};

/** What the catalogue has in use for these models. */
export async function waysTo(
  work: Scope & Pick<Work, "today">,
  modelIds: readonly Id[],
): Promise<readonly WayTo[]> {
  const { rows } = await sql<WayTo>`
    select t.model_id as "modelId", t.target, t.target_id as "targetId", e.hours, e.credits::float8 as credits, e.cost, e.places
    from catalogue_tie t join catalogue_entry e on e.organisation_id = t.organisation_id and e.id = t.entry_id
    where t.organisation_id = ${work.organisationId} and t.model_id = any(${[...modelIds]}::uuid[])
      and (e.retired_on is null or e.retired_on > ${work.today}::date)`.execute(work.tx);
  return rows;
}
