/** As whom somebody comes to a talk (ORG-4, ORG-7, ORG-8, PLC-2). Pure, deny by default. */
import type { Actor, MaybeActor } from "../shared/actor.ts";
import type { Id } from "../shared/ids.ts";
import { closeTo, mayDecideFor, type Basis, type PersonFacts } from "../people/access.ts";
import type { DecidesAs } from "../placement/access.ts";
import type { Reader } from "./talk.rules.ts";

/** Somebody whom the actor is known to decide for, for their work in a unit. */
export type Staff = TalkPlace & { readonly personId: Id; readonly as: DecidesAs };

/** Where a talk belongs: the unit that it was booked in, and the authority whose data it is; null is the organisation itself. */
export type TalkPlace = { readonly unitId: Id; readonly authorityId: Id | null };

export type Seat = { readonly reader: Reader; readonly basis: Basis; readonly as: DecidesAs | null };

/** The person as they stand today in the talk's own unit; when they have moved, in their units within the same authority, and never across its line (ORG-2). */
function whereItIs(
  person: PersonFacts,
  place: TalkPlace,
  authorityOf: ReadonlyMap<Id, Id | null>,
): PersonFacts {
  const same = person.units.filter(({ unitId }) => authorityOf.get(unitId) === place.authorityId);
  const own = same.filter(({ unitId }) => unitId === place.unitId);
  return { ...person, units: own.length > 0 ? own : same };
}

/**
 * TLK-1, PLC-2: whoever decides for the person today has the manager's seat: a new manager takes over what is under way the day they begin, and the former one is out that day. `aboveId` is the manager
 * above, when another view waits for them or has been answered by one: the person's own act lets them in, to this talk alone.
 */
export function seatAt(
  actor: MaybeActor,
  person: PersonFacts,
  place: TalkPlace,
  known: { readonly authorityOf: ReadonlyMap<Id, Id | null>; readonly aboveId: Id | null },
): Seat | null {
  if (!actor || person.closed) return null;
  if (actor.personId !== null && actor.personId === person.personId)
    return { reader: "self", basis: "self", as: null };
  // Before the manager's seat: who answers another view isn't also the one who confirms on the other side.
  if (known.aboveId !== null && known.aboveId === actor.personId)
    return { reader: "above", basis: "manager-above", as: "manager-above" };
  const here = whereItIs(person, place, known.authorityOf);
  const as = mayDecideFor(actor, here);
  if (as) return { reader: "manager", basis: as, as };
  const basis = closeTo(actor, here);
  return basis === null ? null : { reader: "other", basis, as: null };
}

/**
 * The same in a list, of what the list knows already: those whom the actor decides for, each in a unit, and whether the person works in the talk's own unit today (`isThere`).
 */
export function seatInList(
  actor: Actor,
  talk: TalkPlace & { readonly personId: Id; readonly isThere: boolean },
  known: { readonly staff: readonly Staff[]; readonly aboveId: Id | null },
): Seat | null {
  if (actor.personId === talk.personId) return { reader: "self", basis: "self", as: null };
  if (known.aboveId !== null && known.aboveId === actor.personId)
    return { reader: "above", basis: "manager-above", as: "manager-above" };
  const own = known.staff.find(
    ({ personId, unitId, authorityId }) =>
      personId === talk.personId &&
      (talk.isThere ? unitId === talk.unitId : authorityId === talk.authorityId),
  );
  return own ? { reader: "manager", basis: own.as, as: own.as } : null;
}
