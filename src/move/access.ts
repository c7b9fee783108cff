/** Who keeps what moves rest on, and who sees to what they set off (PLC-4, PLC-7). Pure, deny by default. Who may move whom is `placement/access.ts`. */
import { hasRole, type MaybeActor } from "../shared/actor.ts";
import type { Id } from "../shared/ids.ts";
import { mayDecideFor, mayReadRegister, type Basis, type PersonFacts } from "../people/access.ts";
import type { TaskOwner } from "./move.rules.ts";

/** PLC-4: which levels are posts is said by those who answer for what a level means. */
export const mayKeepPosts = (actor: MaybeActor): boolean => hasRole(actor, "process_lead");

/** Whose tasks somebody sees: HR's as an HR handler, a manager's for the units that they manage or act for. */
export function tasksFor(
  actor: MaybeActor,
): { readonly hr: boolean; readonly unitIds: readonly Id[] } | null {
  const hr = hasRole(actor, "hr_handler");
  const unitIds = actor?.manages.map(({ unitId }) => unitId) ?? [];
  return hr || unitIds.length > 0 ? { hr, unitIds } : null;
}

/**
 * PLC-7, ORG-4, ORG-7: why the actor sees to a task about a person: they decide for the person, or it is HR's and they are an HR handler. Null otherwise, and for a
 * task about oneself.
 */
export function seesTo(actor: MaybeActor, person: PersonFacts, owner: TaskOwner): Basis | null {
  if (!actor || actor.personId === person.personId || person.closed) return null;
  const decides = mayDecideFor(actor, person);
  if (decides) return decides;
  return owner === "hr" && hasRole(actor, "hr_handler") ? mayReadRegister(actor, person) : null;
}
