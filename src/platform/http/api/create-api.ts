/**
 * The REST API (INT-3): bearer token → unit of work → one operation → an answer, or a problem that leaves nothing behind. It knows no
 * feature, sees no cookie, and keeps the same access log in the same transaction as the pages.
 */
import { Hono, type Context } from "hono";
import type { Scope } from "../../../shared/scopes.ts";
import type { Id } from "../../../shared/ids.ts";
import type { Tx } from "../../database/transactions.ts";
import { work, type ActorSource, type Workshop } from "../../database/work.ts";
import type { Observer } from "../../observability/observer.ts";
import { noteRoute, requestId } from "../../observability/request-scope.ts";
import { describeFailure, passing } from "../describe-failure.ts";
import { carryOut, type Read } from "./carry-out.ts";
import type { Asked, Operation, TokenFacts } from "./operation.ts";
import { Problem, problemOf, problemResponse, unauthorized } from "./problem.ts";
import { API, JSON_TYPE, ORGANISATION, toResponse } from "./render.ts";
import { isStorable } from "./sent.ts";

/** One request by whoever holds a token, or by nobody. */
export type TokenVisit = {
  /** Finds who asks, in the request's own transaction. */
  readonly actor: ActorSource;
  /** The token, once `actor` has found it. */
  found(): TokenFacts | null;
  /** Does the token still hold? From here on it can't be revoked until the transaction is over. */
  holds(tx: Tx, tenantId: Id, now: Date): Promise<boolean>;
  /** Notes, in a transaction of its own, that the token was used; nothing when that was noted within the hour. */
  touch(): Promise<void>;
};

export type ApiParts = {
  readonly workshop: Workshop;
  readonly operations: readonly Operation[];
  readonly visit: (slug: string, token: string | undefined) => TokenVisit;
  /** The OpenAPI document, as text. */
  readonly document: string;
  readonly log: Observer["log"];
};

export function createApi(parts: ApiParts): Hono {
  const api = new Hono();
  api.get("/", (c) => c.redirect("/api", 303));
  api.get("/openapi.json", (c) =>
    c.body(parts.document, 200, { "Content-Type": JSON_TYPE, "Cache-Control": "no-cache" }),
  );
  const addresses = Map.groupBy(parts.operations, ({ path }) => path);
  for (const [path, operations] of addresses) {
    const address = (ORGANISATION + path).replaceAll(/\{(\w+)\}/g, ":$1");
    for (const operation of operations)
      api.on(operation.method.toUpperCase(), address, (c) => answered(c, operation));
    const allow = operations.map(({ method }) => method.toUpperCase()).join(", ");
    api.all(address, () =>
      problemResponse(new Problem("method-not-allowed", { headers: { Allow: allow } }), requestId()),
    );
  }
  api.all("*", () => problemResponse(new Problem("not-found"), requestId()));
  api.onError((error) => failed(error, requestId()));

  function failed(error: unknown, id: Id): Response {
    const problem = problemOf(error);
    const what = problem.code === "failed" ? "request failed" : passing(error);
    if (what !== null) parts.log(what, { error: describeFailure(error) }, "error");
    return problemResponse(problem, id);
  }

  async function answered(c: Context, operation: Operation): Promise<Response> {
    noteRoute(API + ORGANISATION + operation.path);
    const id = requestId();
    const slug = c.req.param("organisation") ?? "";
    const visit = parts.visit(slug, bearer(c.req.raw));
    let known = false;
    try {
      if (!isStorable(slug)) throw unauthorized();
      const request = await readRequest(c, operation);
      return await work(parts.workshop, { slug, actor: visit.actor, requestId: id }, async (unit) => {
        known = true;
        const token = visit.found();
        if (!unit.actor || !token) throw unauthorized();
        checkScope(operation.scope, token);
        const answer = await carryOut(unit, unit.actor.accountId, token, operation, request);
        if (!(await visit.holds(unit.tx, unit.tenant.id, parts.workshop.clock()))) throw unauthorized();
        return toResponse(answer, operation, request.asked, id);
      });
    } catch (error) {
      const problem = problemOf(error);
      // An organisation that is not here has no tokens.
      return failed(!known && problem.code === "not-found" ? unauthorized() : error, id);
    } finally {
      await touch(visit);
    }
  }

  /** That the use could not be noted must not cost the client the answer. */
  async function touch(visit: TokenVisit): Promise<void> {
    try {
      await visit.touch();
    } catch (error) {
      parts.log("token not touched", { error: describeFailure(error) }, "error");
    }
  }

  return api;
}

const bearer = (request: Request): string | undefined =>
  /^Bearer +([\w-]+) *$/i.exec(request.headers.get("Authorization") ?? "")?.[1];

function checkScope(scope: Scope | null, token: TokenFacts): void {
  if (scope === null || token.scopes.includes(scope)) return;
  throw new Problem("insufficient-scope", {
    reasons: [{ code: "insufficient-scope", data: { scope } }],
    headers: { "WWW-Authenticate": `Bearer error="insufficient_scope", scope="${scope}"` },
  });
}

/** Reads and checks what was sent, before any transaction: a slow sender holds no connection. */
async function readRequest(c: Context, operation: Operation): Promise<Read> {
  const request = c.req.raw;
  let asked: Asked = { request, url: new URL(request.url), params: c.req.param(), bytes: new Uint8Array() };
  try {
    asked = { ...asked, bytes: await operation.readBody(request) };
    return { asked, ready: { ok: true, run: await operation.prepare(asked) } };
  } catch (error) {
    if (error instanceof Problem) return { asked, ready: { ok: false, problem: error } };
    throw error;
  }
}
