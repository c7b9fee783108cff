/** What an operation answers with: a representation, a file, or the reasons why not. */
import { createHash } from "node:crypto";
import type { Reason, Result } from "../../../shared/result.ts";
import type { KeptFile } from "../file-answer.ts";
import type { ProblemCode } from "./problem.ts";

export type Answer =
  | {
      readonly status: 200 | 201 | 202;
      /** As the operation's schema has it; other fields are left out. */
      readonly body: unknown;
      /** Where what was made is, below the organisation's own address. */
      readonly location?: string;
      /** Of a page of a list: which one, of how many rows. */
      readonly page?: Paging & { readonly total: number };
    }
  | { readonly status: 200; readonly text: string | Uint8Array<ArrayBuffer>; readonly type: string }
  | { readonly status: "file"; readonly file: KeptFile }
  | { readonly status: "refused"; readonly code: ProblemCode; readonly reasons: readonly Reason[] };

export const ok = (body: unknown): Answer => ({ status: 200, body });
/** Made; `location` begins with `/` and stands below the organisation's own address. */
export const created = (location: string, body: unknown): Answer => ({ status: 201, body, location });
/** Taken, and worked on in the background. */
export const accepted = (body: unknown): Answer => ({ status: 202, body });
export const file = (text: string | Uint8Array<ArrayBuffer>, type: string): Answer => ({
  status: 200,
  text,
  type,
});

/** A file as it was kept: always to be saved. */
export const keptFile = (kept: KeptFile): Answer => ({ status: "file", file: kept });

/** Which of a use case's reasons mean that somebody else was first, and which that the time for it has passed. */
export type Meaning = { readonly changed?: readonly string[]; readonly conflict?: readonly string[] };

/** A use case's result: its answer, or every reason against it. */
export async function answerTo<Value>(
  result: Result<Value>,
  answer: (value: Value) => Answer | Promise<Answer>,
  { changed = [], conflict = [] }: Meaning = {},
): Promise<Answer> {
  if (result.ok) return answer(result.value);
  const { reasons } = result;
  const is = (codes: readonly string[]): boolean => reasons.some(({ code }) => codes.includes(code));
  const code = is(changed) ? "changed" : is(conflict) ? "conflict" : "refused";
  return { status: "refused", code, reasons };
}

/**
 * The reasons with their fields as paths in what was sent. A use case that takes many at once calls a field after whom or what it is about,
 * `dialogueOn-{key}`; `keys` are those of `list`, in the order in which they were sent.
 */
export const inList = (
  reasons: readonly Reason[],
  list: string,
  keys: readonly string[],
): readonly Reason[] =>
  reasons.map((reason) => {
    const [, name = "", key = ""] = /^(\w+)-(.+)$/.exec(reason.field ?? "") ?? [];
    const at = keys.indexOf(key);
    return at < 0 ? reason : { ...reason, field: `${list}.${at}.${name}` };
  });

/** The strong ETag of a representation: the same bytes, the same tag. */
export const etagOf = (text: string | Uint8Array): string =>
  `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;

/** The tags of an `If-Match` or `If-None-Match`. What compresses on the way marks a tag as weak: it is the same one. */
export const tagsIn = (header: string): string[] =>
  [...header.matchAll(/(?:W\/)?("[^"]*")/g)].map(([, tag = ""]) => tag);

/** A part of a list: `page` counts from 1. */
export type Paging = { readonly page: number; readonly limit: number };

/** A page of a list; where the next one is is added on the way out. */
export const listed = (
  items: readonly unknown[],
  total: number,
  { page, limit }: Paging,
  more: Readonly<Record<string, unknown>> = {},
): Answer => ({ status: 200, body: { items, total, ...more }, page: { page, limit, total } });
