/**
 * Who may place, read and answer (ORG-2, ORG-4, ORG-7, ORG-8). Built on how people stand to each other in `people/access.ts`; adds where
 * a decision belongs, and that a placement is seen on its own side of an authority's line only. Pure, deny by default.
 */
import type { Id } from "../shared/ids.ts";
import { hasRole, type MaybeActor } from "../shared/actor.ts";
import {
  closeTo,
  mayDecideFor,
  mayImportStaff,
  mayReadPlacedOrNot,
  type Basis,
  type PersonFacts,
} from "../people/access.ts";

/** How somebody decides: as the manager, for the manager, or as the manager above. */
export type DecidesAs = "manager" | "deputy" | "manager-above";

/** The person as they stand in one of their units. */
const within = (person: PersonFacts, unitId: Id): PersonFacts => ({
  ...person,
  units: person.units.filter((unit) => unit.unitId === unitId),
});

/** ORG-4: may the actor place the person for their work in this unit? */
export const mayPlace = (actor: MaybeActor, person: PersonFacts, unitId: Id): DecidesAs | null =>
  mayDecideFor(actor, within(person, unitId));

/** ORG-8: may the actor see that the person is placed or not for their work in this unit, and no more? */
export const mayReadPlaced = (actor: MaybeActor, person: PersonFacts, unitId: Id): Basis | null =>
  mayReadPlacedOrNot(actor, within(person, unitId));

/** Is the actor a lead for this unit: process lead for all, rollout lead for those at and below their own? */
export const leadsUnit = (actor: MaybeActor, path: readonly Id[]): boolean =>
  hasRole(actor, "process_lead") ||
  (actor?.grants.some(
    ({ role, unitId }) => role === "rollout_lead" && unitId !== null && path.includes(unitId),
  ) ??
    false);

/** Is the actor manager or deputy of the unit itself? They see its list also when nobody is in it. */
export const managesUnit = (actor: MaybeActor, unitId: Id): boolean =>
  actor?.manages.some((own) => own.unitId === unitId) ?? false;

/** Why someone may read a person's placements, and those of which authorities; null stands for the organisation itself. */
export type Sight = { readonly basis: Basis; readonly authorities: readonly (Id | null)[] | "all" };

/** ORG-2, PLC-2: what the actor sees of a person's placements. The person sees all of them, others those of their own authority. */
export function sightOf(
  actor: MaybeActor,
  person: PersonFacts,
  authorityOf: ReadonlyMap<Id, Id | null>,
): Sight | null {
  const basis = closeTo(actor, person);
  if (basis === null) return null;
  if (basis === "self") return { basis, authorities: "all" };
  const units = person.units.filter((unit) => closeTo(actor, within(person, unit.unitId)) !== null);
  return {
    basis,
    authorities: units.flatMap((unit) => {
      const authority = authorityOf.get(unit.unitId);
      return authority === undefined ? [] : [authority];
    }),
  };
}

export const sees = (sight: Sight, authorityId: Id | null): boolean =>
  sight.authorities === "all" || sight.authorities.includes(authorityId);

/** INT-4: HR handlers and administrators, who bring in staff, take over what was there, and take it all out again. */
export const mayTakeOver = mayImportStaff;
