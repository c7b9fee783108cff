/** What a case of the matrix says, and the people that cases are about. */
import { ACTORS, SIGNED_IN, type AccessWorld, type ActorName } from "./world.ts";

export type Case = {
  /** What the address names, in words. */
  readonly of: string;
  readonly params?: (world: AccessWorld) => Readonly<Record<string, string>>;
  readonly search?: string;
  readonly in: readonly ActorName[];
  /** What those who get in are answered with, when it is not 200. */
  readonly status?: number;
  /** Nobody is not asked to sign in: whoever they are, it isn't there. */
  readonly gone?: boolean;
  /** The answer is a file, not a page. */
  readonly file?: boolean;
  /** Who may send something here, when it is not those who may read; `null`: there is nothing to send. */
  readonly send?: readonly ActorName[] | null;
};

export const one = (of: string, rest: Omit<Case, "of">): Case => ({ of, ...rest });
export const anyone: readonly ActorName[] = ACTORS;
export const signedIn: readonly ActorName[] = SIGNED_IN;
export const none: readonly ActorName[] = [];
export const employees = SIGNED_IN.filter((name) => name !== "guest");
export const admins: readonly ActorName[] = ["administrator"];
export const register: readonly ActorName[] = ["hrHandler", "otherHandler", "administrator"];
export const writers: readonly ActorName[] = ["processLead", "associationLead"];
export const catalogueKeepers: readonly ActorName[] = [...writers, "hrHandler", "otherHandler"];
export const draftReaders: readonly ActorName[] = [...writers, "adopter", "union"];
