/** Who keeps the catalogue (MOD-13); whoever is signed in reads it, and the public what is public. */
import { hasRole, type MaybeActor } from "../shared/actor.ts";
import { mayWriteModels } from "../career-model/access.ts";

/** MOD-13: process leads, who know what the models ask for, and HR handlers, who know what is offered, keep the catalogue. */
export const mayKeepCatalogue = (actor: MaybeActor): boolean =>
  mayWriteModels(actor) || hasRole(actor, "hr_handler");
