/** The unit's list: who is placed, who is not, in which model (ORG-8). Leads see placed or not placed, and no more. */
import { isId, type Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { NotFound } from "../shared/result.ts";
import type { UnitNode } from "../organisation/rules.ts";
import { askTogether, type Answers } from "../platform/database/together.ts";
import type { Work } from "../platform/database/work.ts";
import { managesUnit, type DecidesAs } from "./access.ts";
import type { Answer } from "./rules.ts";
import { preparedIn } from "./preparation.store.ts";
import { answerOf } from "./store.ts";
import { placedIn } from "./unit.store.ts";
import { keyOf, roomQuestions, roomsFrom, type Occupant, type UnitRoom } from "./unit-room.ts";

export const PAGE_SIZE = 50;

export type UnitPlacement = {
  readonly personId: Id;
  readonly givenName: string;
  readonly familyName: string;
  readonly profession: { readonly sv: string; readonly en: string } | null;
  readonly model: { readonly sv: string; readonly en: string } | null;
  readonly state: "placed" | "not-placed" | "no-model";
  /** What the placement says; null for those who see placed or not, and where there is none. */
  readonly detail: {
    readonly level: string;
    readonly track: string | null;
    readonly since: LocalDate;
    readonly answer: Answer;
    /** Taken over, and not confirmed in a dialogue yet (INT-4). */
    readonly takenOver: boolean;
  } | null;
  readonly prepared: boolean;
  /** How the actor decides for the person, and so opens their placements; null for those who see placed or not. */
  readonly as: DecidesAs | null;
};

export type UnitPlacements = {
  readonly unit: Pick<UnitNode, "id" | "name" | "authorityId">;
  readonly rows: readonly UnitPlacement[];
  readonly page: number;
  readonly pages: number;
  /** Of those who can be placed, everyone in the list counted. */
  readonly placed: number;
  readonly placeable: number;
  /** Rows of the whole list. */
  readonly people: number;
  /** Does the actor decide for anyone who is not placed yet? */
  readonly mayPrepare: boolean;
  /** Does the actor manage the unit, or act there? They see what it needs beside who is there (NED-1). */
  readonly mayReadNeeds: boolean;
  /** Of those whom the actor decides for, how many are placed by a take-over that isn't confirmed yet. */
  readonly unconfirmed: number;
  /** Are only those shown? */
  readonly onlyUnconfirmed: boolean;
};

/** The page of a list that was asked for, within those that there are. */
export function pageOf<Row>(
  rows: readonly Row[],
  wanted: number,
  size = PAGE_SIZE,
): { rows: Row[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(Math.max(1, Number.isInteger(wanted) ? wanted : 1), pages);
  return { rows: rows.slice((page - 1) * size, page * size), page, pages };
}

/** What the list says, to be asked together with the room. */
export const listQuestions = (work: Work, unitIds: readonly Id[]) => ({
  ...roomQuestions(work, unitIds),
  placed: placedIn(work, unitIds),
  prepared: preparedIn(work, unitIds),
});
type Listed = Pick<Answers<ReturnType<typeof listQuestions>>, "placed" | "prepared">;

/** Throws NotFound for a unit that is not there today, and for whoever has nothing to see in it. */
export async function viewUnitPlacements(
  work: Work,
  { unitId, ...asked }: { unitId: string; page: number; size?: number; onlyUnconfirmed?: boolean },
): Promise<UnitPlacements> {
  if (!isId(unitId) || !work.actor) throw new NotFound("unit");
  const answers = await askTogether(work.tx, listQuestions(work, [unitId]));
  const room = roomsFrom(work, answers).get(unitId);
  if (!room) throw new NotFound("unit");
  return listOf(work, room, answers, asked);
}

/** The list of a room, and the log of whom it shows. */
export function listOf(
  work: Work,
  room: UnitRoom,
  listed: Listed,
  input: { page: number; size?: number; onlyUnconfirmed?: boolean },
): UnitPlacements {
  const placed = new Map(
    listed.placed
      .filter((placement) => placement.authorityId === room.unit.authorityId)
      .map((placement) => [keyOf(placement), placement]),
  );
  const prepared = new Set(listed.prepared.map(keyOf));
  const toRow = ({ member, model, as }: Occupant): UnitPlacement => {
    const key = model && keyOf({ personId: member.personId, modelId: model.modelId });
    const placement = key === null ? undefined : placed.get(key);
    const { personId, givenName, familyName, professionSv, professionEn } = member;
    return {
      personId,
      givenName,
      familyName,
      profession:
        professionSv !== null && professionEn !== null ? { sv: professionSv, en: professionEn } : null,
      model: model && { sv: model.nameSv, en: model.nameEn },
      state: !model ? "no-model" : placement ? "placed" : "not-placed",
      detail:
        placement && as
          ? {
              level: placement.level,
              track: placement.track,
              since: placement.from,
              answer: answerOf(placement.responses),
              takenOver: placement.takenOver,
            }
          : null,
      prepared: as !== null && key !== null && !placement && prepared.has(key),
      as,
    };
  };
  const all = room.occupants.map((occupant) => ({ occupant, row: toRow(occupant) }));
  const unconfirmed = all.filter(({ row }) => row.detail?.takenOver);
  const onlyUnconfirmed = (input.onlyUnconfirmed ?? false) && unconfirmed.length > 0;
  const shown = pageOf(onlyUnconfirmed ? unconfirmed : all, input.page, input.size);
  for (const { member, as, basis } of shown.rows.map(({ occupant }) => occupant))
    work.reads.note({ personIds: [member.personId], what: as ? "placements" : "placed-or-not", basis });
  const rows = all.map(({ row }) => row);
  return {
    unit: { id: room.unit.id, name: room.unit.name, authorityId: room.unit.authorityId },
    rows: shown.rows.map(({ row }) => row),
    page: shown.page,
    pages: shown.pages,
    people: rows.length,
    placed: rows.filter((row) => row.state === "placed").length,
    placeable: rows.filter((row) => row.state !== "no-model").length,
    mayPrepare: rows.some((row) => row.as !== null && row.state === "not-placed"),
    mayReadNeeds: managesUnit(work.actor, room.unit.id),
    unconfirmed: unconfirmed.length,
    onlyUnconfirmed,
  };
}
