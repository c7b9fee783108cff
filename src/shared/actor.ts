/**
 * Who is asking. Built once a request from the session and handed to every use case; access rules
 * read it and nothing else. Employees, managers and deputies are what the organisation's own data
 * says on the day; the other roles are given, with scope and dates.
 */
import type { Id } from "./ids.ts";

/** Roles that are given to someone, with a scope, for a time. */
export const GIVEN_ROLES = [
  "hr_partner",
  "hr_handler",
  "process_lead",
  "rollout_lead",
  "adopter",
  "association_lead",
  "union_representative",
  "data_protection_officer",
  "administrator",
] as const;
export type GivenRole = (typeof GIVEN_ROLES)[number];

/** A given role in force on the day of the request. An empty scope means the whole organisation. */
export type RoleGrant = {
  readonly role: GivenRole;
  /** rollout_lead: the unit (with everything below it) that the role is for. */
  readonly unitId: Id | null;
  /** union_representative: the professions that the role is for. */
  readonly professionIds: readonly Id[];
  /** hr_partner: the one person whose case it is, and the stated reason. */
  readonly personId: Id | null;
  readonly reason: string | null;
};

/** Units where the actor acts as manager or deputy on the day, without those below. */
export type ManagedUnit = { readonly unitId: Id; readonly as: "manager" | "deputy" };

export type Actor = {
  readonly accountId: Id;
  readonly organisationId: Id;
  /** The employee that the account belongs to; guests and technical accounts have none. */
  readonly personId: Id | null;
  readonly displayName: string;
  readonly grants: readonly RoleGrant[];
  readonly manages: readonly ManagedUnit[];
};

/** The organisation that a request works for: `/o/{slug}/…` names it. */
export type Tenant = {
  readonly id: Id;
  readonly slug: string;
  readonly name: string;
  readonly kind: "municipality" | "region" | "association" | "company";
  /** The address part of its logo (ORG-5), null for none; absent where organisations are only listed. */
  readonly logoHash?: string | null;
};

/** Nobody is signed in. */
export const nobody = null;
export type MaybeActor = Actor | typeof nobody;

export const hasRole = (actor: MaybeActor, role: GivenRole): boolean =>
  actor !== null && actor.grants.some((grant) => grant.role === role);
