/** Which request this is, wherever in its work somebody asks: what is logged on the way carries its id. */
import { AsyncLocalStorage } from "node:async_hooks";
import { newId, type Id } from "../../shared/ids.ts";

export type RequestScope = {
  /** Also in the answer (`X-Request-Id`) and in the access log. */
  readonly id: Id;
  /** The pattern of the route or the API's operation, never an address; null until one has been found. */
  route: string | null;
};

const scope = new AsyncLocalStorage<RequestScope>();

/** Runs `run` as a request of its own. */
export const inRequest = <T>(run: (request: RequestScope) => T): T => {
  const request: RequestScope = { id: newId(), route: null };
  return scope.run(request, () => run(request));
};

/** The request that this is part of; undefined in jobs and commands. */
export const currentRequest = (): RequestScope | undefined => scope.getStore();

/** The id of the request that this is part of, or a new one. */
export const requestId = (): Id => currentRequest()?.id ?? newId();

export function noteRoute(pattern: string): void {
  const request = currentRequest();
  if (request) request.route ??= pattern;
}
