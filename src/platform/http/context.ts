/** What Hono hands to every loader and action: the unit of work, and the facts of the installation. */
import { createContext } from "react-router";
import type { ActorSource, Work, Workshop } from "../database/work.ts";
import type { MaybeActor, Tenant } from "../../shared/actor.ts";
import type { MailFate } from "../mail/mail-fate.ts";
import type { Id } from "../../shared/ids.ts";

export type Language = "sv" | "en";

/** One request by whoever holds a session's cookie, or by nobody. */
export type Visit = {
  /** Finds who asks, in the request's own transaction. */
  readonly actor: ActorSource;
  /** Whose session it was, when it has expired; known once `actor` has been asked. */
  formerAccount(): Id | null;
  /** Notes, in a transaction of its own, that the session was used; nothing when that was noted within the minute. */
  touch(): Promise<void>;
};

/** A sentence of the demo in each language. */
export type Words = Readonly<Record<Language, string>>;

/** In a demo: what there is to see. */
export type Guide = {
  /** By the organisation's address. `begin`: its order among the good places to begin. */
  readonly organisations: Readonly<Record<string, { readonly see: Words; readonly begin: number | null }>>;
  /** What to look at as each person, by the organisation's address and the user name. */
  readonly accounts: Readonly<Record<string, Readonly<Record<string, Words>>>>;
};

/** The request as pages see it. `work` is absent on the few pages that belong to no organisation. */
export type PageRequest = {
  readonly work: Work | null;
  /** What was sent to a page that takes a form: read before the unit of work began, for that must not wait for somebody's slow line. */
  readonly form: FormData | null;
  /** The address as people see it, whatever stands between. */
  readonly url: URL;
  readonly workshop: Workshop;
  readonly language: Language;
  readonly mode: "demo" | "live";
  /** Null when the data is live. */
  readonly guide: Guide | null;
  /** What becomes of mail here. */
  readonly mailFate: MailFate;
  /** Is the address https? Decides the cookie's name and flags. */
  readonly secure: boolean;
  readonly tenant: Tenant | null;
  readonly actor: MaybeActor;
  /** The account whose session had expired when this was sent. */
  readonly formerAccount: Id | null;
  /** What the session's cookie holds. */
  readonly sessionToken: string | null;
  /** Cookies to set on the answer. */
  readonly cookies: string[];
  /** The first thing that went wrong; whatever it is, nothing of the request remains in the database. */
  failure: unknown;
};

export const pageRequest = createContext<PageRequest>();
