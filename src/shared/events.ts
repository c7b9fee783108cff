/**
 * Facts that travel against the direction of the features: a later feature says what it does when an
 * earlier one has changed something. Facts about people are about sets of them, never one at a time. They are
 * handled in the transaction that made them true; if a handler fails, nothing has happened.
 */
import type { Id } from "./ids.ts";
import type { LocalDate } from "./local-date.ts";

export type Facts = {
  /**
   * Employments of these people changed: begun, ended, moved to another unit, or another profession.
   * `on` is the day from which it is so. Handlers look up what is true now.
   */
  "employments-changed": { readonly personIds: readonly Id[]; readonly on: LocalDate };
  /** A version of a supplement was begun on this base, with what still fits of an earlier one (MOD-10). */
  "supplement-carried-over": {
    readonly fromVersionId: Id;
    readonly toVersionId: Id;
    readonly baseVersionId: Id;
  };
};

export type Handler<Context, Name extends keyof Facts> = (
  context: Context,
  fact: Facts[Name],
) => Promise<void>;

/** Which handlers each fact has, in the order in which they run. */
export type Subscriptions<Context> = { readonly [Name in keyof Facts]: readonly Handler<Context, Name>[] };
