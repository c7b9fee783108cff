/** The requests of the matrix: every case as everyone, a few at a time. */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Agent, request, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { projectRoot } from "../../src/platform/database/project-root.ts";
import { newId } from "../../src/shared/ids.ts";
import { table } from "../../src/routes.ts";
import type { Case } from "./cases.ts";
import { expectations } from "./expectations.ts";
import { ACTORS, type AccessWorld, type ActorName } from "./world.ts";

/** One case of a route, with its addresses. */
export type Asked = {
  readonly route: string;
  readonly case: Case;
  /** The page's path and search. */
  readonly address: string;
  /** The router's name for the route. */
  readonly id: string;
  readonly hasAction: boolean;
};

const hasAction = (file: string): boolean =>
  /export (?:const|async function|function) action\b/.test(
    readFileSync(join(projectRoot(), "src", file), "utf8"),
  );

/** Every case of every route that has expectations. */
export function asked(world: AccessWorld): Asked[] {
  return table.flatMap(({ path, file }) =>
    (expectations[path] ?? []).map((each) => {
      const params: Readonly<Record<string, string>> = { slug: world.slug, ...each.params?.(world) };
      const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? "");
      const address = path === "*" ? `/${params["*"]}` : filled;
      return {
        route: path,
        case: each,
        address: address + (each.search ?? params["query"] ?? ""),
        id: file.replace(/\.tsx?$/, ""),
        hasAction: hasAction(file),
      };
    }),
  );
}

/** The same address as a script of the router's would ask for it, if pages had one; `routes` picks some of the routes on the page. */
export function dataAddress(address: string, routes?: string): string {
  const [path = "", search = ""] = address.split("?");
  const query = new URLSearchParams(search);
  if (routes !== undefined) query.set("_routes", routes);
  const file = path === "/" ? "/_.data" : `${path}.data`;
  return query.size > 0 ? `${file}?${query.toString()}` : file;
}

export type Answer = { readonly status: number; readonly location: string | null; readonly body: string };

/** A connection a request: one that is kept may end just as it is used again. */
const agent = new Agent({ keepAlive: false });

/** Asks the server as one of the actors; redirects are answers. With `send`, sends a form with these fields. */
export async function ask(
  url: string,
  address: string,
  cookie: string,
  send?: Readonly<Record<string, string>>,
): Promise<Answer> {
  const form = send && new URLSearchParams({ "idempotency-token": newId(), ...send }).toString();
  const asking = request(url + address, {
    agent,
    method: form === undefined ? "GET" : "POST",
    headers: {
      Cookie: cookie,
      ...(form === undefined ? {} : { Origin: url, "Content-Type": "application/x-www-form-urlencoded" }),
    },
  });
  asking.end(form);
  const [response] = (await once(asking, "response")) as [IncomingMessage];
  return {
    status: response.statusCode ?? 0,
    location: response.headers.location ?? null,
    body: await text(response),
  };
}

const AT_ONCE = 8;

/** Runs `each` for every item, a few at a time, in order of their beginning. */
export async function forEach<T>(items: readonly T[], each: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const item of waiting) await each(item);
    }),
  );
}

export const withActors = (cases: readonly Asked[]): { asked: Asked; actor: ActorName }[] =>
  cases.flatMap((each) => ACTORS.map((actor) => ({ asked: each, actor })));

/** A page without what its own address alone decides: the way back from the other language, the mark in the menu, new tokens. */
export const withoutOwnPath = (body: string): string =>
  body
    .replaceAll(/\/language\/(sv|en)\?back=[^"]*/g, "/language/$1")
    .replaceAll(' aria-current="page"', "")
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "id");
