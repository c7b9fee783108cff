/**
 * How a page's loader and action are written: `load` and `act` hand the use case its unit of work, and turn
 * what it throws into an answer, in this one place. What is forbidden and what does not exist look the same.
 * Somebody who is not signed in is sent to sign in, and comes back to where they were going.
 */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { sql } from "kysely";
import type { Work } from "../database/work.ts";
import { noteRoute } from "../observability/request-scope.ts";
import { Conflict, NotFound, NotHere, type Reason } from "../../shared/result.ts";
import { isId } from "../../shared/ids.ts";
import { ownAddress, parkedAddress, signInAddress } from "./addresses.ts";
import { pageRequest, type PageRequest } from "./context.ts";
import { parkPost } from "./parked-posts.ts";
import { finishSubmission, releaseSubmission, takeSubmission } from "./submissions.ts";

export type Loading = PageRequest & {
  readonly work: Work;
  readonly request: Request;
  readonly params: Params;
};
/** The parts of the address; an absent one is the empty text, which names nothing. */
export type Params = Readonly<Record<string, string>>;

/** A loader for a page under `/o/{slug}/`. */
export const load =
  <T>(run: (page: Loading) => Promise<T>) =>
  (args: LoaderFunctionArgs): Promise<T> =>
    answer(args, run);

export type Acting = Omit<Loading, "form"> & { readonly form: FormValues };

/** What was refused, and what was typed: the form shows both again. */
export type Again = { readonly reasons: readonly Reason[]; readonly values: FormValues };
/** Where to go when it is done; `cookies` are set on the way. */
export type SeeOther = { readonly location: string };

export const seeOther = (location: string): SeeOther => ({ location });
/** The form once more. Without reasons nothing was refused: `values` are something that is shown only now. */
export const again = (reasons: readonly Reason[], values: FormValues): Again => ({ reasons, values });

/** The fields of a form as text, each with all its values in order. Files are read apart, with `file`: here they are names, empty where none was chosen. */
export type FormValues = Readonly<Record<string, readonly string[]>>;

/** The first value of a field, trimmed of the spaces around it; the empty text when it was not sent. */
export const field = (form: FormValues, name: string): string => (form[name]?.[0] ?? "").trim();

/** A number as people write it, in thousands apart and with a decimal comma; NaN when it is none, null when nothing is written. */
export function numberField(form: FormValues, name: string): number | null {
  const text = field(form, name).replace(/\s/g, "").replace(",", ".");
  if (text === "") return null;
  return /^\d{1,9}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

/** The page of a list that the address asks for: from 1, and never further than a list can be. */
export function pageNumber(url: URL): number {
  const text = url.searchParams.get("page") ?? "";
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}

type Acts = (
  page: Acting & {
    readonly file: (name: string) => File | undefined;
    readonly files: (name: string) => readonly File[];
  },
) => Promise<SeeOther | Again>;

/**
 * An action. It does its work once for each sheet (the hidden `idempotency-token`): a second sending of the same one ends where the
 * first did. A refusal leaves nothing behind and lets the sheet be sent again. With `once: false` each sending is carried out, for what
 * may well be done twice and answers with something of its own each time (a cookie).
 */
export const act =
  (run: Acts, { once }: { readonly once: boolean } = { once: true }) =>
  (args: ActionFunctionArgs) =>
    answer(args, async (page) => {
      const { form: sent } = page;
      if (!sent) throw new NotFound("form");
      const form = values(sent);
      const token = field(form, "idempotency-token");
      if (!isId(token)) throw new NotFound("form token");
      return keepingTheSheet(page, sent, async () => {
        if (once) {
          const taken = await takeSubmission(page.work, token);
          if (!taken.first) throw redirect(taken.location ?? ownAddress(page.url), 303);
        }
        const files = (name: string) => filesIn(sent, name);
        const outcome = await run({ ...page, form, files, file: (name) => files(name)[0] });
        if ("location" in outcome) {
          if (once) await finishSubmission(page.work, token, outcome.location);
          throw redirect(outcome.location, 303);
        }
        if (once) await releaseSubmission(page.work, token);
        return data(outcome, { status: outcome.reasons.length > 0 ? 422 : 200 });
      });
    });

/** A field where no file was chosen is sent as an empty one without a name. */
const filesIn = (sent: FormData, name: string): File[] =>
  sent
    .getAll(name)
    .filter((value) => value instanceof File)
    .filter(({ size, name: called }) => size > 0 || called !== "");

/** The database takes no NUL in a text, and nobody types one. */
const withoutNul = (text: string): string => text.replaceAll("\0", "");

function values(sent: FormData): FormValues {
  const form: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (const [name, value] of sent)
    (form[name] ??= []).push(withoutNul(typeof value === "string" ? value : value.name));
  return form;
}

/**
 * Carries out what was sent. When that would ask somebody to sign in whose session has just expired, what they typed is kept for
 * them, and nothing else of it.
 */
async function keepingTheSheet<T>(page: Loading, sent: FormData, carryOut: () => Promise<T>): Promise<T> {
  const { work, formerAccount } = page;
  if (formerAccount === null) return carryOut();
  await sql`savepoint sheet`.execute(work.tx);
  try {
    return await carryOut();
  } catch (error) {
    if (!(error instanceof NotFound) || error instanceof NotHere) throw error;
    await sql`rollback to savepoint sheet`.execute(work.tx);
    const entries = [...sent];
    const id = await parkPost(work, page.workshop.secret, formerAccount, {
      action: ownAddress(page.url),
      fields: entries.flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : [])),
      hadFiles: entries.some(([, value]) => value instanceof File && value.name !== ""),
    });
    if (id === null) throw error;
    throw redirect(signInAddress(work.tenant.slug, parkedAddress(work.tenant.slug, id)), 303);
  }
}

async function answer<T>(
  args: LoaderFunctionArgs | ActionFunctionArgs,
  run: (page: Loading) => Promise<T>,
): Promise<T> {
  noteRoute(args.pattern);
  const page = args.context.get(pageRequest);
  const { work } = page;
  try {
    const params = args.params as Params;
    if (!work) throw new NotFound("organisation");
    return await run({ ...page, work, request: args.request, params });
  } catch (error) {
    if (error instanceof Response) throw error;
    page.failure ??= error;
    if (error instanceof NotFound) {
      if (work && !page.actor && !(error instanceof NotHere))
        throw redirect(signInAddress(work.tenant.slug, ownAddress(page.url)), 303);
      throw data(null, { status: 404 });
    }
    if (error instanceof Conflict) throw data(null, { status: 409 });
    throw error;
  }
}
