/** Where somebody stands in for a manager who is not there (ORG-4, ORG-8). */
import type { Work } from "../platform/database/work.ts";
import type { Id } from "../shared/ids.ts";
import { staffWithoutManager } from "./managers.store.ts";
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
