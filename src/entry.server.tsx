/**
 * Renders a page to text. Pages are not hydrated: they are complete as they leave here, and the one script adds comfort
 * (docs/decisions). So nothing inline is ever sent, and the policy can forbid it.
 */
import { renderToString } from "react-dom/server";
import { ServerRouter, type EntryContext } from "react-router";
import { ClientScript } from "./client-script.ts";

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
): Response {
  const { serverHandoffStream: _unused, ...context } = routerContext;
  const html = renderToString(
    <ClientScript value={context.manifest.entry.module}>
      <ServerRouter context={context} url={request.url} />
    </ClientScript>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(`<!DOCTYPE html>${html}`, { status, headers });
}

/** What a loader could not foresee is logged by the server, once, without data. */
export const handleError = (): void => undefined;
