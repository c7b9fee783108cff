/** Where somebody stands in for a manager who is not there (ORG-4, ORG-8). */
import type { Work } from "../platform/database/work.ts";
import type { Id } from "../shared/ids.ts";
import { managerAbove, staffWithoutManager } from "./managers.store.ts";
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

/**
 * PLC-9: the manager above, who answers another view: above whoever acts for the person today, in the unit that it is about while they work there, and never one of `not`. Null where there is
 * nobody.
 */
export async function aboveFor(
  work: Work,
  of: { readonly personId: Id; readonly unitId: Id; readonly not: readonly (Id | null)[] },
): Promise<{ readonly personId: Id; readonly name: string } | null> {
  const person = (await personFacts(work, [of.personId])).get(of.personId);
  const unit = person?.units.find(({ unitId }) => unitId === of.unitId) ?? person?.units[0];
  if (!unit) return null;
  const not = [of.personId, unit.actingManagerId, ...of.not].filter((id) => id !== null);
  return managerAbove(work, { unitId: unit.unitId, not });
}
