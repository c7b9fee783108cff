/** Who sees how mail fares: administrators. What one gets oneself is one's own. Pure; denies by default. */
import { hasRole, type MaybeActor } from "../shared/actor.ts";

export const mayWatchMail = (actor: MaybeActor): boolean => hasRole(actor, "administrator");
