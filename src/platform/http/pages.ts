/**
 * Pages: React Router finds the one of an address, runs its action and loader, and gives what they answered to be drawn. Pages are never
 * hydrated, so nothing is written down for a client (ADR 0001).
 */
import type { ComponentType } from "react";
import {
  createStaticHandler,
  isRouteErrorResponse,
  matchRoutes,
  RouterContextProvider,
  type RouteObject,
  type ServerBuild,
  type StaticHandlerContext,
} from "react-router";
import { pageRequest, type PageRequest } from "./context.ts";
import { Drawn, keepDrawn } from "./drawn.ts";
import { readForm, type FileLimits } from "./form-body.ts";

type Routes = ServerBuild["routes"];

/** What was found for an address, or a status of which there is nothing to show but words. */
export type Drawing = StaticHandlerContext | { readonly status: number };

/** The whole document, in text. */
export type Draw = (drawing: Drawing, page: PageRequest) => string;

/** What an address is answered with: a page, or what a route without one answers by itself. */
export type Answer = Drawn | Response;

/** A route's `handle`. */
export type Handle = {
  /** To those who are not signed in the page is the same, whoever asks: it has no form, and its data is plain. */
  readonly sameForAll?: true;
  /** Files that its form may bring, beyond which they are let go as they come. */
  readonly files?: FileLimits;
};

export type Pages = {
  /** Answers a request. What nobody foresaw becomes the request's `failure`, and a page that says so. */
  readonly answer: (request: Request, page: PageRequest) => Promise<Answer>;
  /** The form that is sent to a page; null when there is no page that takes one at the address. Throws NotFound and TooLarge. */
  readonly formOf: (request: Request) => Promise<FormData | null>;
};

export function createPages(routes: Routes, draw: Draw): Pages {
  const handler = createStaticHandler(routeObjects(routes));
  const keeping = keepDrawn();

  const answer: Pages["answer"] = async (request, page) => {
    const requestContext = new RouterContextProvider();
    requestContext.set(pageRequest, page);
    const { pathname, search } = page.url;
    let file: Response | undefined;
    const found = await handler.query(request, {
      requestContext,
      normalizePath: () => ({ pathname, search, hash: "" }),
      // A file is handed on as it is; React Router would read it as data.
      async dataStrategy({ matches }) {
        const results = matches
          .filter((match) => match.shouldCallHandler())
          .map(async (match) => {
            const answer = await match.resolve();
            if (answer.type !== "data" || !isFile(answer.result)) return [match.route.id, answer] as const;
            file = answer.result;
            return [match.route.id, { ...answer, result: null }] as const;
          });
        return Object.fromEntries(await Promise.all(results));
      },
    });
    if (found instanceof Response) return found;
    if (file) return file;
    const status = stoppedBy(found, page);
    if (status !== null) return new Drawn(status, draw({ status }, page));
    const drawn = () => new Drawn(found.statusCode, draw(found, page));
    const isSame = page.actor === null && found.actionData === null && handleOf(found)?.sameForAll;
    return isSame ? keeping(page, found.loaderData, drawn) : drawn();
  };

  const formOf: Pages["formOf"] = async (request) => {
    const route = matchRoutes(handler.dataRoutes, new URL(request.url).pathname)?.at(-1)?.route;
    if (!route?.action) return null;
    return readForm(request, (route.handle as Handle | undefined)?.files);
  };

  return { answer, formOf };
}

const routeObjects = (routes: Routes): RouteObject[] =>
  Object.values(routes).flatMap((route) => {
    if (!route || route.id === "root") return [];
    const { default: Component, loader, action, handle } = route.module;
    return [
      {
        id: route.id,
        path: `/${route.path ?? ""}`,
        Component: Component as ComponentType | undefined,
        loader,
        action,
        handle,
      } as RouteObject,
    ];
  });

const isFile = (result: unknown): result is Response =>
  result instanceof Response && !result.headers.has("Location");

const handleOf = ({ matches }: StaticHandlerContext): Handle | undefined =>
  matches.at(-1)?.route.handle as Handle | undefined;

/** The status of a request that came to nothing that can be shown; null for the others. */
function stoppedBy(found: StaticHandlerContext, page: PageRequest): number | null {
  const [error] = Object.values(found.errors ?? {}) as unknown[];
  if (error === undefined) return found.matches.at(-1)?.route.Component ? null : 404;
  if (isRouteErrorResponse(error)) return error.status;
  page.failure ??= error;
  return 500;
}
