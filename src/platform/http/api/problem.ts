/** What the API answers when it does not do what was asked (RFC 9457): one shape for everything, every reason at once. */
import { Conflict, NotFound, type Reason } from "../../../shared/result.ts";
import type { Id } from "../../../shared/ids.ts";
import { isDatabaseGone } from "../../database/gone.ts";
import { passing } from "../describe-failure.ts";

export const PROBLEMS = {
  unreadable: { status: 400, title: "The request can't be read." },
  unauthorized: { status: 401, title: "There is no valid token in the request." },
  "insufficient-scope": { status: 403, title: "The token has not the scope that the operation needs." },
  "not-found": { status: 404, title: "It does not exist, or is not for this account." },
  "method-not-allowed": { status: 405, title: "The address has no such method." },
  "not-acceptable": { status: 406, title: "The answer has no such media type." },
  conflict: { status: 409, title: "It is in another state by now." },
  changed: {
    status: 412,
    title: "It has changed since: read it again, and send If-Match with its new ETag.",
  },
  "too-large": { status: 413, title: "The body is too large." },
  "unsupported-media-type": {
    status: 415,
    title: "The body has a media type that the operation does not take.",
  },
  refused: { status: 422, title: "It was refused, for every reason in `reasons`." },
  "precondition-required": { status: 428, title: "Send If-Match with the ETag of what you have read." },
  failed: { status: 500, title: "Something failed here. Nothing of the request remains." },
  unavailable: {
    status: 503,
    title:
      "The database or the place of files is away or out of room just now. Nothing of the request remains: try again.",
  },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly title: string }>>;
export type ProblemCode = keyof typeof PROBLEMS;

export const PROBLEM_TYPE = "application/problem+json";
const RETRY_AFTER_SECONDS = "10";

/** Stops a request: nothing of it remains in the database. */
export class Problem extends Error {
  override name = "Problem";
  readonly code: ProblemCode;
  readonly reasons: readonly Reason[];
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    code: ProblemCode,
    more: { readonly reasons?: readonly Reason[]; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(code);
    this.code = code;
    this.reasons = more.reasons ?? [];
    this.headers = more.headers ?? {};
  }
}

export const unauthorized = (): Problem =>
  new Problem("unauthorized", { headers: { "WWW-Authenticate": 'Bearer realm="Vidga"' } });

/** Two transactions in each other's way: the database let one of them go. */
const isDeadlock = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "40P01" || error.code === "40001");

/** The problem that a thrown error is answered with. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof NotFound) return new Problem("not-found");
  if (error instanceof Conflict) return new Problem("conflict");
  if (isDatabaseGone(error) || passing(error) !== null || isDeadlock(error))
    return new Problem("unavailable", { headers: { "Retry-After": RETRY_AFTER_SECONDS } });
  return new Problem("failed");
}

/** The problem as it is sent. */
export function problemBody(
  code: ProblemCode,
  reasons: readonly Reason[],
  requestId: Id,
): Readonly<Record<string, unknown>> {
  const { status, title } = PROBLEMS[code];
  return {
    type: `/api#problem-${code}`,
    title,
    status,
    code,
    requestId,
    ...(reasons.length > 0 ? { reasons } : {}),
  };
}

export function problemResponse(problem: Problem, requestId: Id): Response {
  const { code, reasons, headers } = problem;
  return new Response(JSON.stringify(problemBody(code, reasons, requestId)), {
    status: PROBLEMS[code].status,
    headers: { "Content-Type": PROBLEM_TYPE, "Cache-Control": "no-store", ...headers },
  });
}
