/** Who keeps accounts and roles: administrators, for others than themselves. */
import { hasRole, type MaybeActor } from "../shared/actor.ts";
import type { Id } from "../shared/ids.ts";

export const mayKeepAccounts = (actor: MaybeActor): boolean => hasRole(actor, "administrator");

/** Nobody gives roles to themselves. */
export const mayGiveRoles = (actor: MaybeActor, accountId: Id): boolean =>
  mayKeepAccounts(actor) && actor?.accountId !== accountId;
