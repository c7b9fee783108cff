/** Who may read and write what is laid over a base model (MOD-9). */
import { hasRole, type MaybeActor, type Tenant } from "../shared/actor.ts";
import type { Id } from "../shared/ids.ts";
import { isEmployer, mayReadDrafts } from "../career-model/access.ts";

/** MOD-9: process leads write the employer's supplement and the units'; a unit's manager writes the unit's. */
export const mayWriteSupplement = (actor: MaybeActor, tenant: Tenant, unitId: Id | null): boolean =>
  isEmployer(tenant) &&
  (hasRole(actor, "process_lead") ||
    (unitId !== null && (actor?.manages.some((unit) => unit.unitId === unitId) ?? false)));

/** Drafts of supplements and what stands behind them: for those who take part, as with drafts of models. */
export const mayReadSupplement = (
  actor: MaybeActor,
  tenant: Tenant,
  of: { readonly professionId: Id; readonly unitId: Id | null },
): boolean =>
  mayWriteSupplement(actor, tenant, of.unitId) ||
  (isEmployer(tenant) && mayReadDrafts(actor, of.professionId));

/** MOD-9: an association's lead holds its members' supplements side by side. */
export const mayCompareMembers = (actor: MaybeActor, tenant: Tenant): boolean =>
  tenant.kind === "association" && hasRole(actor, "association_lead");
