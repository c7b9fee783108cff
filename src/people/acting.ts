/** Where somebody stands in for a manager who is not there (ORG-4, ORG-8). */
import type { Work } from "../platform/database/work.ts";
import type { Id } from "../shared/ids.ts";
import { linesAbove, staffWithoutManager, type Step } from "./managers.store.ts";
import { personFacts } from "./store.ts";

/** The units without a manager in which the actor, as the manager above, acts for somebody today. */
export async function unitsActedFor(work: Work): Promise<Id[]> {
  const { actor } = work;
  const managed = actor?.manages.flatMap(({ unitId, as }) => (as === "manager" ? [unitId] : [])) ?? [];
  if (!actor || actor.personId === null || managed.length === 0) return [];
  const staff = await staffWithoutManager(work, managed);
  if (staff.length === 0) return [];
  const facts = await personFacts(work, staff);
  const units = [...facts.values()].flatMap((person) => (person.closed ? [] : person.units));
  return [
    ...new Set(
      units.flatMap(({ unitId, managerId, actingManagerId }) =>
        managerId === null && actingManagerId === actor.personId ? [unitId] : [],
      ),
    ),
  ];
}

type Seat = { readonly personId: Id; readonly unitId: Id; readonly not: readonly (Id | null)[] };

/** The nearest manager who is none of these. The search goes past an authority's line only when one of them manages that very unit (ORG-2). */
function nearest(line: readonly Step[], not: readonly (Id | null)[]): Step["manager"] {
  for (const { manager, isAuthority } of line) {
    if (manager && !not.includes(manager.personId)) return manager;
    if (isAuthority && !manager) return null;
  }
  return null;
}

/**
 * PLC-9: the manager above, who answers another view: above whoever acts for the person today, in the unit that it is about while they work there, and never one of `not`. Null where there is
 * nobody.
 */
export function aboveIn(lines: readonly Step[], { personId, unitId, not }: Seat): Step["manager"] {
  const at = lines.some((step) => step.unitId === unitId) ? unitId : lines[0]?.unitId;
  const line = lines.filter((step) => step.unitId === at);
  const acting = nearest(line, [personId])?.personId ?? null;
  return nearest(line, [personId, acting, ...not]);
}

/** The same, asked by itself. */
export const aboveFor = async (work: Work, seat: Seat): Promise<Step["manager"]> =>
  aboveIn((await linesAbove(work, seat.personId).execute(work.tx)).rows, seat);
