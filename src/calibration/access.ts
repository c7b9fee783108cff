/** Who leads calibrations (PLC-8): process leads and HR handlers of an employer. Who is asked is a matter of seats. Pure, deny by default. */
import { hasRole, type MaybeActor, type Tenant } from "../shared/actor.ts";
import { isEmployer, mayWriteModels } from "../career-model/access.ts";

export const mayLead = (actor: MaybeActor, tenant: Tenant): boolean =>
  isEmployer(tenant) && (hasRole(actor, "process_lead") || hasRole(actor, "hr_handler"));

/** Who puts what was agreed to those who write the model: they do so themselves. */
export const mayRaise = (actor: MaybeActor, tenant: Tenant): boolean =>
  mayLead(actor, tenant) && mayWriteModels(actor);

/** Who can be asked: those who manage a unit today. What they are asked is a matter of seats. */
export const mayAnswer = (actor: MaybeActor): boolean =>
  actor?.manages.some(({ as }) => as === "manager") ?? false;
