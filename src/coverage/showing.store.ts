/** What frozen measurements say of each unit, decided once and written down (FUP-2, SUP-2). */
import { sql } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import { percentOf, type Figure, type Figures } from "./rules.ts";
import type { Frozen } from "./store.ts";

type Scope = Pick<Work, "tx" | "organisationId">;

/** A model at a measurement, decided by this k for a reader who knows nobody. */
export type Decided = Frozen & { readonly k: number };

type Row = Frozen & {
  readonly unitId: Id | null;
  readonly employed: number | null;
  readonly placed: number | null;
};

/** What is written down of the whole (null) and these units. Where the whole is absent nothing has been decided. */
export async function decidedFigures(
  work: Scope,
  asked: readonly Decided[],
  unitIds: readonly Id[],
): Promise<(Frozen & { readonly unitId: Id | null; readonly figure: Figure })[]> {
  const decided = sql`
    select d.model_id as "modelId", d.measurement_id as "measurementId", d.unit_id as "unitId", d.employed, d.placed
    from unnest(${asked.map(({ modelId }) => modelId)}::uuid[], ${asked.map(({ measurementId }) => measurementId)}::uuid[],
      ${asked.map(({ k }) => k)}::integer[]) as a (model_id, measurement_id, k)
    join measurement_showing d on d.organisation_id = ${work.organisationId} and d.model_id = a.model_id
      and d.measurement_id = a.measurement_id and d.smallest_group = a.k`;
  const { rows } = await sql<Row>`${decided} and d.unit_id is null
    union all ${decided} and d.unit_id = any(${[...unitIds]}::uuid[])`.execute(work.tx);
  return rows.map(({ employed, placed, ...row }) => ({ ...row, figure: figureOf(employed, placed) }));
}

/** The measured models that nothing is written down of at the larger of `k` and the measurement's own. */
export async function undecided(work: Scope, k: number): Promise<Decided[]> {
  const { rows } = await sql<Decided>`
    select c.id as "modelId", m.id as "measurementId", greatest(m.smallest_group, ${k}::integer) as k
    from measurement m join career_model c on c.organisation_id = m.organisation_id
    where m.organisation_id = ${work.organisationId}
      and exists (select from measurement_figure f
        where f.organisation_id = m.organisation_id and f.model_id = c.id and f.measurement_id = m.id)
      and not exists (select from measurement_showing d
        where d.organisation_id = m.organisation_id and d.model_id = c.id and d.measurement_id = m.id
          and d.smallest_group = greatest(m.smallest_group, ${k}::integer) and d.unit_id is null)`.execute(
    work.tx,
  );
  return rows;
}

function figureOf(employed: number | null, placed: number | null): Figure {
  if (employed === null || placed === null) return { showing: "hidden" };
  if (employed === 0) return { showing: "none" };
  return { showing: "shown", employed, placed, percent: percentOf(placed, employed) };
}

/** Writes down what was decided, of the whole and of each of these units in which there is anybody. What stands there already stays. */
export async function addDecided(
  work: Scope,
  decided: readonly (Decided & { readonly figures: Figures; readonly unitIds: readonly Id[] })[],
): Promise<void> {
  const rows = decided.flatMap(({ modelId, measurementId, k, figures, unitIds }) =>
    [null, ...unitIds].flatMap((unitId) => {
      const figure = figures(unitId);
      if (figure.showing === "none" && unitId !== null) return [];
      const { employed, placed } =
        figure.showing === "shown" ? figure : figure.showing === "hidden" ? HIDDEN : NOBODY;
      return [{ modelId, measurementId, k, unitId, employed, placed }];
    }),
  );
  // In one order, so that two who write the same at the same time wait for each other.
  await sql`
    insert into measurement_showing (organisation_id, model_id, measurement_id, smallest_group, unit_id, employed, placed)
    select ${work.organisationId}::uuid, "modelId", "measurementId", k, "unitId", employed, placed
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as d ("modelId" uuid, "measurementId" uuid, k integer, "unitId" uuid, employed integer, placed integer)
    order by "modelId", "measurementId", k, "unitId"
    on conflict do nothing`.execute(work.tx);
}

const HIDDEN = { employed: null, placed: null };
const NOBODY = { employed: 0, placed: 0 };
