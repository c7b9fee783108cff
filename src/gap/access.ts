/**
 * Who sees what a unit needs and has, and what is missing at people's own levels (ORG-8, SUP-1), and who says what it needs (NED-1). Pure, deny by
 * default. Figures are for those who answer for the models, for a part of the organisation or for some professions; managers see their own unit whole.
 */
import type { GivenRole, MaybeActor } from "../shared/actor.ts";
import type { Id } from "../shared/ids.ts";
import { sightWith, type Sight } from "../people/window.rules.ts";

const SEE_ALL: readonly GivenRole[] = ["process_lead", "adopter", "hr_handler"];

/** The needs, gaps and debt that the actor may see; null is none. */
export const sightOf = (actor: MaybeActor): Sight | null => actor && sightWith(actor, SEE_ALL);

export const mayReadGaps = (actor: MaybeActor): boolean => sightOf(actor) !== null;

/**
 * NED-1: a need is the operation's own word, so it is the unit's manager or deputy who says it, and where there is no manager whoever acts there. Those who
 * lead the models read it and don't write it.
 */
export const maySetNeeds = (actor: MaybeActor, unitId: Id, actsFor: readonly Id[]): boolean =>
  actor !== null && (actor.manages.some((unit) => unit.unitId === unitId) || actsFor.includes(unitId));
