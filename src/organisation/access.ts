/** Who may read and keep the organisation's own record (ORG-2, ORG-5, ORG-6). Pure; denies by default. */
import { hasRole, type MaybeActor, type Tenant } from "../shared/actor.ts";

/** Units, managers, deputies, professions and settings are kept by administrators. */
export const mayKeepOrganisation = (actor: MaybeActor): boolean => hasRole(actor, "administrator");

/** The unit tree and the professions are no secret to those who work here; who the staff are is. */
export const mayReadUnits = (actor: MaybeActor): boolean => actor !== null;

/** Which organisation it is is no secret to anybody who may act in it. */
export const mayReadOrganisation = (actor: MaybeActor): boolean => actor !== null;

/** ORG-1: an association's administrators write down who its members are. */
export const mayKeepMembers = (actor: MaybeActor, tenant: Tenant): boolean =>
  tenant.kind === "association" && hasRole(actor, "administrator");

/** ORG-1: its lead reads it as well. Who is a member is no secret; the list is the association's own all the same. */
export const mayReadMemberTimes = (actor: MaybeActor, tenant: Tenant): boolean =>
  mayKeepMembers(actor, tenant) || (tenant.kind === "association" && hasRole(actor, "association_lead"));
