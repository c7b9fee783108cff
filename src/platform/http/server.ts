/**
 * The HTTP server: Hono in front, React Router behind it. Everything under `/o/{slug}` runs as one unit of work
 * for that organisation; what fails leaves nothing in the database.
 */
import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { serveStatic } from "@hono/node-server/serve-static";
import { createRequestHandler, RouterContextProvider, type ServerBuild } from "react-router";
import { getCookie } from "hono/cookie";
import { newId } from "../../shared/ids.ts";
import { NotFound } from "../../shared/result.ts";
import type { MaybeActor } from "../../shared/actor.ts";
import { work, type ActorSource, type Work, type Workshop } from "../database/work.ts";
import { isDatabaseGone } from "../database/gone.ts";
import { pageRequest, type Language, type PageRequest } from "./context.ts";
import { forgedOrigin, securityHeaders } from "./security.ts";

const MEGABYTE = 1024 * 1024;
/** An HR file of 60,000 rows is about 12 MB; nothing else comes near. */
const LARGEST_BODY = 32 * MEGABYTE;
const YEAR_SECONDS = 365 * 24 * 3600;
const RETRY_AFTER_SECONDS = 10;

export type ServerParts = {
  readonly workshop: Workshop;
  readonly build: ServerBuild;
  readonly mode: "demo" | "live";
  readonly secure: boolean;
  /** The built client files, relative to where the program runs. */
  readonly clientFolder: string;
  /** Finds who a request's cookie belongs to. */
  readonly actorOf: (cookie: string | undefined) => ActorSource;
  readonly cookieName: (slug: string) => string;
  /** After an answer: notes that the session was used. Its failure must not cost the person the page. */
  readonly touch: (slug: string, cookie: string) => Promise<void>;
  /** Is the database there, and is every migration in it? Names what is missing. */
  readonly ready: () => Promise<readonly string[]>;
  readonly log: (event: string, facts: Record<string, unknown>) => void;
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
  const handle = createRequestHandler(parts.build, "production");

  app.use(async (c, next) => {
    await next();
    securityHeaders(c.res.headers, parts.secure);
  });
  app.get("/livez", (c) => c.text("ok"));
  app.get("/readyz", async (c) => {
    try {
      const missing = await parts.ready();
      return missing.length === 0 ? c.text("ok") : c.text(`migrations missing: ${missing.join(", ")}`, 503);
    } catch {
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
  app.use(async (c, next) => (forgedOrigin(c.req.raw) ? c.text("Forbidden", 403) : next()));
  app.use(bodyLimit({ maxSize: LARGEST_BODY, onError: (c) => c.text("Payload too large", 413) }));

  app.all("/o/:slug{[^/.]+}/*", (c) => tenantRequest(c, c.req.param("slug")));
  app.all("/o/:file{[^/]+}", (c) => tenantRequest(c, c.req.param("file").replace(/\.data$/, "")));
  app.all("*", (c) => plainRequest(c));

  async function tenantRequest(c: Context, slug: string): Promise<Response> {
    const cookie = getCookie(c, parts.cookieName(slug));
    const requestId = newId();
    const started = performance.now();
    let actor: MaybeActor = null;
    try {
      const answer = await work(parts.workshop, { slug, actor: parts.actorOf(cookie), requestId }, async (unit) => {
        actor = unit.actor;
        return respond(c, unit);
      });
      if (actor && cookie) await parts.touch(slug, cookie);
      return answer;
    } catch (error) {
      if (error instanceof Undone && !isDatabaseGone(error.cause)) {
        if (error.answer.status >= 500) parts.log("request failed", { requestId, error: describe(error.cause) });
        return error.answer;
      }
      if (error instanceof NotFound) return plainRequest(c);
      if (isDatabaseGone(error instanceof Undone ? error.cause : error)) return unavailable(c);
      parts.log("request failed", { requestId, error: describe(error) });
      return broken(c);
    } finally {
      parts.log("request", { requestId, method: c.req.method, ms: Math.round(performance.now() - started) });
    }
  }

  async function plainRequest(c: Context): Promise<Response> {
    try {
      return await respond(c, null);
    } catch (error) {
      if (isDatabaseGone(error instanceof Undone ? error.cause : error)) return unavailable(c);
      if (error instanceof Undone) return error.answer;
      throw error;
    }
  }

  async function respond(c: Context, unit: Work | null): Promise<Response> {
    const request: PageRequest = {
      work: unit,
      workshop: parts.workshop,
      language: languageOf(c),
      mode: parts.mode,
      secure: parts.secure,
      tenant: unit?.tenant ?? null,
      actor: unit?.actor ?? null,
      cookies: [],
      failure: undefined,
    };
    const context = new RouterContextProvider();
    context.set(pageRequest, request);
    const answer = await handle(c.req.raw, context);
    if (!answer.headers.has("Cache-Control")) answer.headers.set("Cache-Control", "no-store");
    for (const value of request.cookies) answer.headers.append("Set-Cookie", value);
    if (request.failure !== undefined) throw new Undone(answer, request.failure);
    return answer;
  }

  return app;
}

const languageOf = (c: Context): Language => (getCookie(c, "vidga-language") === "en" ? "en" : "sv");

/** A failure for the log: what kind and where, never what the data was. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
  return `${error.name}${code}: ${error.stack?.split("\n").slice(1, 6).join(" ").replace(/\s+/g, " ") ?? ""}`;
}

const plain = (c: Context, status: 500 | 503, title: string, text: string): Response =>
  c.html(
    `<!doctype html><html lang="sv"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} – Vidga</title><main><h1>${title}</h1><p>${text}</p></main></html>`,
    status,
  );

function unavailable(c: Context): Response {
  c.header("Retry-After", String(RETRY_AFTER_SECONDS));
  return plain(
    c,
    503,
    "Vidga är strax tillbaka",
    "Vi når inte databasen just nu. Det du redan har sparat är kvar. Vänta en liten stund och ladda om sidan. (Vidga will be back in a moment.)",
  );
}

const broken = (c: Context): Response =>
  plain(c, 500, "Något gick fel", "Felet är noterat. Inget har sparats. Gå tillbaka och försök igen. (Something went wrong.)");
