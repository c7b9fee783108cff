/**
 * Pages: finds the one of an address in the table of routes, runs its action or loader, and has it drawn. React Router builds the table
 * and types the pages; its own server, which also writes all data down for a client that no page has, is not used (ADR 0001).
 */
import type { ComponentType } from "react";
import { RouterContextProvider, type ServerBuild } from "react-router";
import { pageRequest, type PageRequest } from "./context.ts";
import { Drawn, keepDrawn } from "./drawn.ts";

type Routes = ServerBuild["routes"];
type Module = NonNullable<Routes[string]>["module"];
type Args = Parameters<NonNullable<Module["action"]>>[0];

/** A page with its data. */
export type Page = {
  readonly Component: ComponentType;
  readonly params: Args["params"];
  readonly loaderData: unknown;
  readonly actionData: unknown;
};

/** A page, or a status of which there is nothing to show but words. */
export type Drawing = Page | { readonly status: number };

/** The whole document, in text. */
export type Draw = (drawing: Drawing, page: PageRequest, url: URL) => string;

/** What an address is answered with: a page, or what a route without one answers by itself. */
export type Answer = Drawn | Response;

/** A route's `handle`. */
export type Handle = {
  /** To those who are not signed in the page is the same, whoever asks: it has no form, and its data is plain. */
  readonly sameForAll: true;
};

/** Thrown by an action or a loader: there is nothing to show but why. */
export class Stopped extends Error {
  readonly status: number;
  constructor(status: number, cause?: unknown) {
    super("stopped", { cause });
    this.status = status;
  }
}

/** Answers for the page at `url`. What nobody foresaw becomes the request's `failure`, and a page that says so. */
export function createPages(
  routes: Routes,
  draw: Draw,
): (request: Request, url: URL, page: PageRequest) => Promise<Answer> {
  const find = routeFinder(routes);
  const keeping = keepDrawn();

  async function ask(request: Request, url: URL, page: PageRequest): Promise<Answer> {
    const { module, pattern, params } = find(url.pathname);
    const context = new RouterContextProvider();
    context.set(pageRequest, page);
    const args: Args = { request, url, pattern, params, context };
    const actionData: unknown = await send(module, args);
    if (actionData instanceof Response) return actionData;
    const loaderData: unknown = await module.loader?.(args);
    if (loaderData instanceof Response) return loaderData;
    const Component = module.default as ComponentType | undefined;
    if (!Component) throw new Stopped(404);
    const drawn = () =>
      new Drawn(page.status, draw({ Component, params, loaderData, actionData }, page, url));
    const same =
      page.actor === null && actionData === undefined && (module.handle as Handle | undefined)?.sameForAll;
    return same ? keeping(page, url, loaderData, drawn) : drawn();
  }

  return async (request, url, page) => {
    try {
      return await ask(request, url, page);
    } catch (error) {
      if (error instanceof Response) return error;
      if (!(error instanceof Stopped)) page.failure ??= error;
      const status = error instanceof Stopped ? error.status : 500;
      return new Drawn(status, draw({ status }, page, url));
    }
  };
}

const READING = ["GET", "HEAD"];
/** The methods by which something is sent in. */
export const SENDING = ["POST", "PUT", "PATCH", "DELETE"];

/** What the route's action says to what was sent; undefined where nothing was. */
async function send({ action }: Module, args: Args): Promise<unknown> {
  const { method } = args.request;
  if (READING.includes(method)) return undefined;
  if (!action || !SENDING.includes(method)) throw new Stopped(405);
  return action(args);
}

type Found = Pick<Args, "pattern" | "params"> & { readonly module: Module };

const ANYTHING = ":";

/**
 * The route of a path: its parts are words or, as `:name`, anything. Where several fit it is the one with a word first; `*` is what
 * none fits. A slash at the end and capital letters in words make no difference.
 */
function routeFinder(routes: Routes): (pathname: string) => Found {
  const known = Object.values(routes).flatMap((route) => {
    if (!route || route.id === "root") return [];
    const { path = "", module } = route;
    const parts = path.split("/").filter(Boolean);
    const order = parts.map((part) => (part.startsWith(ANYTHING) ? "1" : "0")).join("");
    return [{ module, pattern: `/${path}`, parts, order }];
  });
  known.sort((a, b) => (a.order < b.order ? -1 : 1));
  const rest = known.find(({ pattern }) => pattern === "/*");
  if (!rest) throw new Error("no route answers for what is not there");

  return (pathname) => {
    const words = pathname
      .split("/")
      .filter(Boolean)
      .map((word) => decodeURIComponent(word));
    const { module, pattern, parts } = known.find((route) => fits(route.parts, words)) ?? rest;
    const names = parts.map((part, at) => [part.slice(ANYTHING.length), words[at]] as const);
    return {
      module,
      pattern,
      params: Object.fromEntries(names.filter((_, at) => parts[at]?.startsWith(ANYTHING))),
    };
  };
}

const fits = (parts: readonly string[], words: readonly string[]): boolean =>
  parts.length === words.length &&
  parts.every((part, at) => part.startsWith(ANYTHING) || part === words[at]?.toLowerCase());
