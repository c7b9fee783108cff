/**
 * How a page's loader and action are written: `load` and `act` hand the use case its unit of work, and turn
 * what it throws into an answer, in this one place. What is forbidden and what does not exist look the same.
 * Somebody who is not signed in is sent to sign in, and comes back to where they were going.
 */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import type { Work } from "../database/work.ts";
import { Conflict, NotFound, type Reason } from "../../shared/result.ts";
import { isId } from "../../shared/ids.ts";
import { pageRequest, type PageRequest } from "./context.ts";
import { finishSubmission, releaseSubmission, takeSubmission } from "./submissions.ts";

export type Loading = PageRequest & { readonly work: Work; readonly url: URL; readonly request: Request; readonly params: Params };
/** The parts of the address; an absent one is the empty text, which names nothing. */
export type Params = Readonly<Record<string, string>>;

/** A loader for a page under `/o/{slug}/`. */
export const load =
  <T>(run: (page: Loading) => Promise<T>) =>
  (args: LoaderFunctionArgs): Promise<T> =>
    answer(args, run);

export type Acting = Loading & { readonly form: FormValues };

/** What was refused, and what was typed: the form shows both again. */
export type Again = { readonly reasons: readonly Reason[]; readonly values: FormValues };
/** Where to go when it is done; `cookies` are set on the way. */
export type SeeOther = { readonly location: string };

export const seeOther = (location: string): SeeOther => ({ location });
export const again = (reasons: readonly Reason[], values: FormValues): Again => ({ reasons, values });

/** The fields of a form as text, each with all its values in order. Files are read apart, with `file`. */
export type FormValues = Readonly<Record<string, readonly string[]>>;

/** The first value of a field, trimmed of the spaces around it; the empty text when it was not sent. */
export const field = (form: FormValues, name: string): string => (form[name]?.[0] ?? "").trim();

/**
 * An action. It does its work once for each sheet (the hidden `idempotency-token`): a second sending of the same one ends where the
 * first did. A refusal leaves nothing behind and lets the sheet be sent again.
 */
export const act =
  (run: (page: Acting & { file(name: string): File | undefined }) => Promise<SeeOther | Again>) =>
  (args: ActionFunctionArgs) =>
    answer(args, async (page) => {
      const sent = await args.request.formData();
      const form = values(sent);
      const token = field(form, "idempotency-token");
      if (!isId(token)) throw new NotFound("form token");
      const taken = await takeSubmission(page.work, token);
      if (!taken.first) throw redirect(taken.location ?? page.url.pathname, 303);
      const outcome = await run({
        ...page,
        form,
        file(name) {
          const value = sent.get(name);
          return value instanceof File && value.size > 0 ? value : undefined;
        },
      });
      if ("location" in outcome) {
        await finishSubmission(page.work, token, outcome.location);
        throw redirect(outcome.location, 303);
      }
      await releaseSubmission(page.work, token);
      return data(outcome, { status: 422 });
    });

function values(sent: FormData): FormValues {
  const form: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (const [name, value] of sent) if (typeof value === "string") (form[name] ??= []).push(value);
  return form;
}

async function answer<T>(args: LoaderFunctionArgs | ActionFunctionArgs, run: (page: Loading) => Promise<T>): Promise<T> {
  const page = args.context.get(pageRequest);
  const url = new URL(args.request.url);
  const { work } = page;
  try {
    if (!work) throw new NotFound("organisation");
    const params = args.params as Params;
    return await run({ ...page, work, url, request: args.request, params });
  } catch (error) {
    if (error instanceof Response) throw error;
    page.failure ??= error;
    if (error instanceof NotFound) {
      if (work && !page.actor) throw redirect(signInAddress(work.tenant.slug, url), 303);
      throw data(null, { status: 404 });
    }
    if (error instanceof Conflict) throw data(null, { status: 409 });
    throw error;
  }
}

/** The sign-in page, with the way back. */
const signInAddress = (slug: string, from: URL): string =>
  `/o/${slug}/sign-in?next=${encodeURIComponent(from.pathname.replace(/\.data$/, "") + from.search)}`;

/** An address of this organisation's own to go on to, or its start page: never somewhere else. */
export function safeNext(slug: string, next: string | null): string {
  const start = `/o/${slug}`;
  if (!next || !(next === start || next.startsWith(`${start}/`))) return start;
  return /[\\\u0000-\u001f]/.test(next) || next.includes("//") ? start : next;
}
