/** The plans of a unit for whoever plans with its people (PLN-1, ORG-8): what comes next for each, and what ends soon. */
import type { Id } from "../shared/ids.ts";
import { addDays } from "../shared/local-date.ts";
import type { Work } from "../platform/database/work.ts";
import { staffRoom, type Staff, type StaffRoom } from "../placement/unit-room.ts";
import { pageOf } from "../placement/view-unit-placements.ts";
import { nextSteps, openCounts, type NextStep, type OpenCount } from "./summary.store.ts";

export type UnitPlanRow = Staff & {
  readonly next: NextStep | null;
  /** How much is open in the plan, and how much of it ends soon or should have. */
  readonly open: OpenCount;
};

export type UnitPlans = {
  readonly unit: StaffRoom["unit"];
  readonly rows: readonly UnitPlanRow[];
  readonly page: number;
  readonly pages: number;
  readonly people: number;
};

/** What ends within so many days ends soon. */
export const SOON_DAYS = 30;

const NOTHING: OpenCount = { open: 0, late: 0, soon: 0 };

/** Throws NotFound for whoever decides for nobody in the unit (ORG-4). */
export async function viewUnitPlans(
  work: Work,
  input: { readonly unitId: string; readonly page: number; readonly size?: number },
): Promise<UnitPlans> {
  const { unit, people } = await staffRoom(work, input.unitId);
  const { rows, page, pages } = pageOf(people, input.page, input.size);
  for (const { personId, as } of rows) work.reads.note({ personIds: [personId], what: "plan", basis: as });
  const steps = (await nextSteps(work, [unit.id]).execute(work.tx)).rows.filter(
    ({ authorityId }) => authorityId === unit.authorityId,
  );
  const next = new Map(steps.map((step) => [step.personId, step]));
  const open = await openCounts(work, {
    authorityId: unit.authorityId,
    personIds: rows.map(({ personId }): Id => personId),
    soon: addDays(work.today, SOON_DAYS),
  });
  return {
    unit,
    rows: rows.map((person) => ({
      ...person,
      next: next.get(person.personId) ?? null,
      open: open.get(person.personId) ?? NOTHING,
    })),
    page,
    pages,
    people: people.length,
  };
}
