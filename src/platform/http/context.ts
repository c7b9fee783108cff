/** What Hono hands to every loader and action: the unit of work, and the facts of the installation. */
import { createContext } from "react-router";
import type { Work, Workshop } from "../database/work.ts";
import type { MaybeActor, Tenant } from "../../shared/actor.ts";

export type Language = "sv" | "en";

/** The request as pages see it. `work` is absent on the few pages that belong to no organisation. */
export type PageRequest = {
  readonly work: Work | null;
  readonly workshop: Workshop;
  readonly language: Language;
  readonly mode: "demo" | "live";
  /** Is the address https? Decides the cookie's name and flags. */
  readonly secure: boolean;
  /** Where the request came from, for the sign-in log's counters only; never stored with names. */
  readonly tenant: Tenant | null;
  readonly actor: MaybeActor;
  /** Cookies to set on the answer. */
  readonly cookies: string[];
  /** The first thing that went wrong; whatever it is, nothing of the request remains in the database. */
  failure: unknown;
};

export const pageRequest = createContext<PageRequest>();
