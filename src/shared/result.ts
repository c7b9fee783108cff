/**
 * Outcomes. A refusal that a person can do something about is returned, with every reason at once, as
 * codes with data: pages and the command line put the words. What nobody expects is thrown.
 */

/** One reason why something was refused: a code, where it belongs in the form, and what the words need. */
export type Reason<Code extends string = string> = {
  readonly code: Code;
  /** The name of the form field that it concerns; absent when it concerns the whole. */
  readonly field?: string;
  readonly data?: Readonly<Record<string, string | number>>;
};

export type Refusal<Code extends string = string> = {
  readonly ok: false;
  readonly reasons: readonly Reason<Code>[];
};
export type Success<Value> = { readonly ok: true; readonly value: Value };
export type Result<Value, Code extends string = string> = Success<Value> | Refusal<Code>;

export const done = <Value>(value: Value): Success<Value> => ({ ok: true, value });
export const refused = <Code extends string>(...reasons: Reason<Code>[]): Refusal<Code> => ({
  ok: false,
  reasons,
});

/** Does not exist, or may not be known to exist: the two are told apart nowhere. Answers 404. */
export class NotFound extends Error {
  override name = "NotFound";
}

/** Isn't here for anybody, whoever signs in: answers 404 to nobody too, instead of asking them to sign in. */
export class NotHere extends NotFound {
  override name = "NotHere";
}

/** Somebody else changed it first. Answers 409. */
export class Conflict extends Error {
  override name = "Conflict";
}
