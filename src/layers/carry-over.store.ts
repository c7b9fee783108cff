/** What of a supplement didn't fit a new version of its base, and how each part was settled (MOD-10). */
import { sql } from "kysely";
import { newId, type Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Work } from "../platform/database/work.ts";
import type { CarryWhy, SupplementPart, Unsettled } from "./carry-over.rules.ts";

export type SettledAs = "kept" | "reworded" | "moved" | "dropped";

export type CarriedPart = SupplementPart & {
  readonly id: Id;
  readonly whys: readonly CarryWhy[];
  readonly settled: { readonly as: SettledAs; readonly by: string; readonly on: LocalDate } | null;
};

export async function addCarryOver(
  work: Work,
  versionId: Id,
  fromVersionId: Id,
  unsettled: readonly Unsettled[],
): Promise<void> {
  if (unsettled.length === 0) return;
  await work.tx
    .insertInto("carry_over")
    .values(
      unsettled.map(({ kind, part, whys }, position) => ({
        organisation_id: work.organisationId,
        id: newId(),
        supplement_version_id: versionId,
        from_version_id: fromVersionId,
        position,
        kind,
        part: JSON.stringify(part),
        whys: [...whys],
      })),
    )
    .execute();
}

/** Everything that was listed when the version was begun, in order. */
export async function carriedParts(work: Work, versionId: Id): Promise<CarriedPart[]> {
  const { rows } = await sql<CarriedPart>`
    select c.id, c.kind, c.part, c.whys,
      case when c.settled is not null then jsonb_build_object('as', c.settled, 'by', a.display_name,
        'on', (c.settled_at at time zone 'Europe/Stockholm')::date) end as settled
    from carry_over c
    left join account a on a.organisation_id = c.organisation_id and a.id = c.settled_by
    where c.organisation_id = ${work.organisationId} and c.supplement_version_id = ${versionId}
    order by c.position`.execute(work.tx);
  return rows;
}

export async function saveSettled(work: Work, id: Id, settled: SettledAs, accountId: Id): Promise<void> {
  await work.tx
    .updateTable("carry_over")
    .set({ settled, settled_by: accountId, settled_at: work.now })
    .where("organisation_id", "=", work.organisationId)
    .where("id", "=", id)
    .execute();
}
