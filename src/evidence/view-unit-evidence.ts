/** What the one who decides for a unit's people has to see to: evidence that waits for a check, and what ends soon (ASM-2, ORG-8). */
import { addDays } from "../shared/local-date.ts";
import type { Id } from "../shared/ids.ts";
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { managesUnit } from "../placement/access.ts";
import { unitRoom } from "../placement/unit-room.ts";
import { evidenceInUnits, evidenceToSee, type ToSee } from "./unit.store.ts";

export const PAGE_SIZE = 50;
/** What ends within so many days is shown, and what ended as lately. */
export const SOON = 90;

export type UnitEvidence = {
  readonly unit: { readonly id: Id; readonly name: string };
  readonly rows: readonly ToSee[];
  readonly total: number;
  readonly waiting: number;
  readonly page: number;
  readonly pages: number;
};

/** Throws NotFound for whoever decides for nobody in the unit. */
export async function viewUnitEvidence(
  work: Work,
  { unitId, page, size = PAGE_SIZE }: { unitId: string; page: number; size?: number },
): Promise<UnitEvidence> {
  const { unit, occupants } = await unitRoom(work, unitId);
  const decided = occupants.filter(({ as }) => as !== null);
  if (decided.length === 0 && !managesUnit(work.actor, unit.id)) throw new NotFound("unit");
  const personIds = [...new Set(decided.map(({ member }) => member.personId))];
  const of = {
    personIds,
    authorityId: unit.authorityId,
    from: addDays(work.today, -SOON),
    to: addDays(work.today, SOON),
  };
  const { rows, total, waiting } = await evidenceToSee(work, of, { page, size });
  for (const { personId } of rows)
    work.reads.note({
      personIds: [personId],
      what: "evidence",
      basis: decided.find(({ member }) => member.personId === personId)?.basis ?? "manager",
    });
  return {
    unit: { id: unit.id, name: unit.name },
    rows,
    total,
    waiting,
    page,
    pages: Math.max(1, Math.ceil(total / size)),
  };
}

/**
 * What waits in each unit that the actor manages, is deputy in, or acts for as the manager above (`acted`), to be asked together with what else waits there; nothing for all others.
 */
export const evidenceTasks = (work: Work, acted: readonly Id[]) => {
  const manages = work.actor?.manages ?? [];
  return evidenceInUnits(work, {
    unitIds: [...manages.map(({ unitId }) => unitId), ...acted],
    protectedIn: manages.flatMap(({ unitId, as }) => (as === "manager" ? [unitId] : [])),
    reader: work.actor?.personId ?? null,
    from: addDays(work.today, -SOON),
    to: addDays(work.today, SOON),
  });
};
