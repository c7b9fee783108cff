/** Who reads and writes in a plan (PLN-1, ORG-2, ORG-4, ORG-7, ORG-8), and who keeps the templates (PLN-2). Pure, deny by default. */
import { hasRole, type MaybeActor } from "../shared/actor.ts";
import type { Id } from "../shared/ids.ts";
import type { PersonFacts } from "../people/access.ts";
import { mayPlace, sees, sightOf, type DecidesAs, type Sight } from "../placement/access.ts";

/** What the actor sees of a plan, and on which sides of an authority's line they write in it, as whom. */
export type PlanSight = {
  readonly sight: Sight;
  readonly as: "self" | DecidesAs | null;
  /** Null is the organisation itself; the first is where what is new belongs. */
  readonly writesIn: readonly (Id | null)[];
};

/**
 * PLN-1: the plan is the person's own, and their manager's to write in with them: whoever decides for the person, in the authority where they do. Whoever only reads (an HR
 * partner in the case) writes nothing; and what belongs to an authority where the person no longer works is read and stays.
 */
export function planSight(
  actor: MaybeActor,
  person: PersonFacts,
  authorityOf: ReadonlyMap<Id, Id | null>,
): PlanSight | null {
  const sight = sightOf(actor, person, authorityOf);
  if (!actor || !sight) return null;
  const own = actor.personId === person.personId;
  const units = person.units.flatMap(({ unitId }) => {
    const as = own ? ("self" as const) : mayPlace(actor, person, unitId);
    const authorityId = authorityOf.get(unitId);
    return as && authorityId !== undefined && sees(sight, authorityId) ? [{ as, authorityId }] : [];
  });
  return {
    sight,
    as: units[0]?.as ?? null,
    writesIn: [...new Set(units.map(({ authorityId }) => authorityId))],
  };
}

/** PLN-2: the organisation's templates are kept by process leads and HR handlers; whoever plans with somebody reads and starts them. */
export const mayKeepTemplates = (actor: MaybeActor): boolean =>
  hasRole(actor, "process_lead") || hasRole(actor, "hr_handler");
