/** Who may read and keep the organisation's own record (ORG-2, ORG-5, ORG-6). Pure; denies by default. */
import { hasRole, type MaybeActor } from "../shared/actor.ts";

/** Units, managers, deputies, professions and settings are kept by administrators. */
export const mayKeepOrganisation = (actor: MaybeActor): boolean => hasRole(actor, "administrator");

/** The unit tree and the professions are no secret to those who work here; who the staff are is. */
export const mayReadUnits = (actor: MaybeActor): boolean => actor !== null;

/** Which organisation it is is no secret to anybody who may act in it. */
export const mayReadOrganisation = (actor: MaybeActor): boolean => actor !== null;
