/**
 * Who may see coverage, and where (ORG-1, ORG-7, ORG-8). Pure and deny by default: an employee with no further role sees none. Figures
 * are for those who answer for the models, for a part of the organisation, or for some professions.
 */
import { hasRole, type GivenRole, type MaybeActor, type Tenant } from "../shared/actor.ts";
import { sightWith, type Sight } from "../people/window.rules.ts";

const SEE_ALL: readonly GivenRole[] = [
  "process_lead",
  "adopter",
  "data_protection_officer",
  "hr_handler",
  "administrator",
];

/** What coverage the actor may see; null is none. */
export const sightOf = (actor: MaybeActor): Sight | null => actor && sightWith(actor, SEE_ALL);

export const mayReadCoverage = (actor: MaybeActor): boolean => sightOf(actor) !== null;

/** FUP-2: process leads freeze measurements. */
export const mayFreeze = (actor: MaybeActor): boolean => hasRole(actor, "process_lead");

/** ORG-1: an association's lead sees what its members have given, in the association itself. */
export const mayReadMembers = (actor: MaybeActor, tenant: Tenant): boolean =>
  tenant.kind === "association" && hasRole(actor, "association_lead");
