/**
 * The HTTP server: Hono in front, React Router behind it. Everything under `/o/{slug}` runs as one unit of work
 * for that organisation; what fails leaves nothing in the database.
 */
import { Hono, type Context } from "hono";
import { compress } from "hono/compress";
import { serveStatic } from "@hono/node-server/serve-static";
import { accepts } from "hono/accepts";
import { getCookie } from "hono/cookie";
import { NotFound } from "../../shared/result.ts";
import { work, type Workshop } from "../database/work.ts";
import type { Observer } from "../observability/observer.ts";
import { inRequest, requestId } from "../observability/request-scope.ts";
import { isDatabaseGone } from "../database/gone.ts";
import type { Guide, Language, PageRequest, Visit } from "./context.ts";
import { API } from "./api/render.ts";
import type { MailFate } from "../mail/mail-fate.ts";
import { describeFailure, passing } from "./describe-failure.ts";
import { TooLarge } from "./form-body.ts";
import type { Pages } from "./pages.ts";
import type { Drawn } from "./drawn.ts";
import { forgedOrigin, securityHeaders } from "./security.ts";

const YEAR_SECONDS = 365 * 24 * 3600;
const RETRY_AFTER_SECONDS = 10;
/** What cannot be read names nothing, and is answered as this address, which does not either. */
const NOWHERE = "/-";

/** What is answered without a page of its own: a forged or too large request, a failure of ours, a database that is away. */
export type PlainStatus = 403 | 413 | 500 | 503;

export type ServerParts = {
  readonly workshop: Workshop;
  readonly pages: Pages;
  readonly mode: "demo" | "live";
  readonly guide: Guide | null;
  readonly mailFate: MailFate;
  /** `https://…` as people see it, or null over plain HTTP on this machine. */
  readonly publicOrigin: string | null;
  /** The built client files, relative to where the program runs. */
  readonly clientFolder: string;
  /** A request by whoever holds this cookie. */
  readonly visit: (slug: string, cookie: string | undefined) => Visit;
  readonly cookieName: (slug: string) => string;
  /** A whole page that needs no database. */
  readonly plainPage: (status: PlainStatus, language: Language) => string;
  /** Is the database there, and is every migration in it? Names what is missing. */
  readonly ready: () => Promise<readonly string[]>;
  readonly observer: Pick<Observer, "log" | "request">;
  /** The REST API, which stands beside the pages. */
  readonly api: Hono;
};

/** Carries an answer out of a transaction that must leave nothing behind. */
class Undone extends Error {
  readonly answer: Response;
  constructor(answer: Response, cause: unknown) {
    super("undone", { cause });
    this.answer = answer;
  }
}

export function createServer(parts: ServerParts): Hono {
  const app = new Hono();
  const secure = parts.publicOrigin !== null;

  app.use((c, next) =>
    inRequest(async (request) => {
      const started = performance.now();
      await next();
      securityHeaders(c.res.headers, secure);
      c.res.headers.set("X-Request-Id", request.id);
      const { route } = request;
      if (route === null) return;
      const ms = performance.now() - started;
      parts.observer.request({ route, method: c.req.method, status: c.res.status, ms });
    }),
  );
  app.use(compress());
  app.get("/livez", (c) => c.text("ok"));
  app.get("/readyz", async (c) => {
    try {
      const missing = await parts.ready();
      return missing.length === 0 ? c.text("ok") : c.text(`migrations missing: ${missing.join(", ")}`, 503);
    } catch (error) {
      if (!isDatabaseGone(error)) parts.observer.log("not ready", { error: describeFailure(error) }, "error");
      return c.text("database not reachable", 503, { "Retry-After": String(RETRY_AFTER_SECONDS) });
    }
  });
  app.use(
    "/assets/*",
    serveStatic({
      root: parts.clientFolder,
      onFound: (_path, c) => c.header("Cache-Control", `public, max-age=${YEAR_SECONDS}, immutable`),
    }),
  );
  // Ahead of what guards forms: the API sees no cookie, so nothing can be sent to it in somebody's name.
  app.route(API, parts.api);
  app.use(async (c, next) => (forgedOrigin(c.req.raw, parts.publicOrigin) ? plain(c, 403) : next()));
  app.use(async (c, next) => (isReadable(c.req.raw) ? next() : plainRequest(c, NOWHERE)));

  app.all("/o/:slug{[^/.]+}/*", (c) => tenantRequest(c, c.req.param("slug")));
  app.all("/o/:file{[^/]+}", (c) => tenantRequest(c, c.req.param("file")));
  app.all("*", (c) => plainRequest(c));
  app.onError((error, c) => failed(c, error));

  async function tenantRequest(c: Context, slug: string): Promise<Response> {
    const cookie = getCookie(c, parts.cookieName(slug));
    const visit = parts.visit(slug, cookie);
    try {
      const form = c.req.method === "POST" ? await parts.pages.formOf(c.req.raw) : null;
      return await work(parts.workshop, { slug, actor: visit.actor, requestId: requestId() }, async (unit) =>
        respond(c, { work: unit, form, formerAccount: visit.formerAccount(), sessionToken: cookie ?? null }),
      );
    } catch (error) {
      if (error instanceof NotFound) return await plainRequest(c);
      return failed(c, error);
    } finally {
      await touch(visit);
    }
  }

  /** That the use could not be noted must not cost the person the page. */
  async function touch(visit: Visit): Promise<void> {
    try {
      await visit.touch();
    } catch (error) {
      parts.observer.log("session not touched", { error: describeFailure(error) }, "error");
    }
  }

  async function plainRequest(c: Context, address?: string): Promise<Response> {
    try {
      return await respond(c, { work: null, form: null, formerAccount: null, sessionToken: null }, address);
    } catch (error) {
      return failed(c, error);
    }
  }

  async function respond(
    c: Context,
    of: Pick<PageRequest, "work" | "form" | "formerAccount" | "sessionToken">,
    address?: string,
  ): Promise<Response> {
    const request: PageRequest = {
      ...of,
      url: asPeopleSeeIt(c.req.raw, address),
      workshop: parts.workshop,
      language: languageOf(c),
      mode: parts.mode,
      guide: parts.guide,
      mailFate: parts.mailFate,
      secure,
      tenant: of.work?.tenant ?? null,
      actor: of.work?.actor ?? null,
      cookies: [],
      failure: undefined,
    };
    const found = await parts.pages.answer(c.req.raw, request);
    const answer = found instanceof Response ? found : whole(c, found);
    if (!answer.headers.has("Cache-Control")) answer.headers.set("Cache-Control", "no-store");
    for (const value of request.cookies) answer.headers.append("Set-Cookie", value);
    if (request.failure !== undefined) throw new Undone(answer, request.failure);
    return answer;
  }

  /** Behind a proxy the request was for the public address, whatever way it came: links follow that. The database takes no NUL. */
  function asPeopleSeeIt(request: Request, address?: string): URL {
    const { origin, pathname, search } = new URL(request.url);
    return new URL((parts.publicOrigin ?? origin) + (address ?? pathname + search.replaceAll("%00", "")));
  }

  function failed(c: Context, error: unknown): Response {
    const cause = error instanceof Undone ? error.cause : error;
    if (cause instanceof TooLarge) return plain(c, 413);
    if (isDatabaseGone(cause)) return plain(c, 503);
    const what = passing(cause);
    if (what !== null) {
      parts.observer.log(what, { error: describeFailure(cause) }, "error");
      return plain(c, 503);
    }
    if (error instanceof Undone && error.answer.status < 500) return error.answer;
    parts.observer.log("request failed", { error: describeFailure(cause) }, "error");
    return error instanceof Undone && error.answer.body !== null ? error.answer : plain(c, 500);
  }

  function plain(c: Context, status: PlainStatus): Response {
    if (status === 503) c.header("Retry-After", String(RETRY_AFTER_SECONDS));
    c.header("Cache-Control", "no-store");
    return c.html(parts.plainPage(status, languageOf(c)), status);
  }

  return app;
}

/** Can the path be read as text, all of it? */
function isReadable(request: Request): boolean {
  try {
    return !decodeURIComponent(new URL(request.url).pathname).includes("\0");
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

/** A page as it is sent: whole, and packed where that is understood. */
function whole(c: Context, drawn: Drawn): Response {
  const { status } = drawn;
  const headers = { "Content-Type": "text/html; charset=utf-8", Vary: "Accept-Encoding" };
  const encoding = accepts(c, { header: "Accept-Encoding", supports: ["gzip"], default: "identity" });
  return encoding === "identity"
    ? new Response(drawn.html, { status, headers })
    : new Response(drawn.packed, { status, headers: { ...headers, "Content-Encoding": encoding } });
}

const languageOf = (c: Context): Language => (getCookie(c, "vidga-language") === "en" ? "en" : "sv");
