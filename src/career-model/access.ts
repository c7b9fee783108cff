/** Who may read and write models (MOD-2, MOD-14). What is adopted is public; drafts are for those who work with them. */
import { hasRole, type MaybeActor, type Tenant } from "../shared/actor.ts";
import type { Id } from "../shared/ids.ts";
import { isEditable, type VersionStatus } from "./life-cycle.rules.ts";

/** Which of the two layers of a version's text someone reads; null is none of it. */
export type ModelLayer = "public" | "internal";

export function mayReadVersion(
  actor: MaybeActor,
  version: { readonly status: VersionStatus; readonly professionId: Id },
): ModelLayer | null {
  if (isEditable(version.status)) return mayReadDrafts(actor, version.professionId) ? "internal" : null;
  return actor ? "internal" : "public";
}

/** Those who write, those who decide, and the unions for their professions: they take part in every stage. */
export const mayReadDrafts = (actor: MaybeActor, professionId: Id): boolean =>
  hasRole(actor, "association_lead") || takesPartHere(actor, professionId);

/** MOD-12: what a version asks of those who are placed is for those who take part in it, where people are placed (ORG-1). */
export const mayReadImpact = (actor: MaybeActor, tenant: Tenant, professionId: Id): boolean =>
  isEmployer(tenant) && takesPartHere(actor, professionId);

/** An association's lead works for many employers, and sees nobody's staff. */
const takesPartHere = (actor: MaybeActor, professionId: Id): boolean =>
  hasRole(actor, "process_lead") ||
  hasRole(actor, "adopter") ||
  (actor?.grants.some(
    (grant) => grant.role === "union_representative" && grant.professionIds.includes(professionId),
  ) ??
    false);

/** Process leads write the organisation's models; so do the leads of an association. */
export const mayWriteModels = (actor: MaybeActor): boolean =>
  hasRole(actor, "process_lead") || hasRole(actor, "association_lead");

/** Adopting is the adopter's alone: whoever writes a model does not decide it. */
export const mayAdopt = (actor: MaybeActor): boolean => hasRole(actor, "adopter");

/** Whoever decides that a model is in force decides when it rests, and when it is withdrawn (MOD-2). */
export const mayRetire = (actor: MaybeActor): boolean => mayAdopt(actor);

/** Process leads, who answer for what a level means, and administrators, who know the HR system, keep the local titles (INT-4). */
export const mayKeepTitles = (actor: MaybeActor): boolean =>
  hasRole(actor, "process_lead") || hasRole(actor, "administrator");

/** An association has base models and no layers of its own: it employs nobody in them. */
export const isEmployer = (tenant: Tenant): boolean => tenant.kind !== "association";

/** MOD-2: a member's leads and its adopter bring in what their association endorses; the adopter decides it. */
export const mayTakeIn = (actor: MaybeActor, tenant: Tenant): boolean =>
  isEmployer(tenant) && (hasRole(actor, "process_lead") || mayAdopt(actor));
