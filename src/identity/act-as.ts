/** Acting as an account without a session: what commands do for whoever runs the installation. */
import type { ActorSource } from "../platform/database/work.ts";
import { NotFound } from "../shared/result.ts";
import { dayOf } from "../shared/local-date.ts";
import { findActor } from "./store.ts";

/** Throws NotFound when no account of that name may act. */
export const actAs =
  (username: string): ActorSource =>
  async (tx, now) => {
    const actor = await findActor(tx, username, dayOf(now));
    if (!actor) throw new NotFound("account");
    return actor;
  };
