/**
 * Renders a page to text. Pages are not hydrated: they are complete as they leave here, and the one script adds comfort
 * (docs/decisions). So nothing inline is ever sent, and the policy can forbid it.
 */
import { renderToString } from "react-dom/server";
import { ServerRouter, type EntryContext, type RouterContextProvider } from "react-router";
import { ClientScript } from "./client-script.ts";
import { shellOf } from "./desk/shell-of.ts";
import { pageRequest } from "./platform/http/context.ts";
import { ShellContext } from "./platform/http/shell.ts";

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: RouterContextProvider,
): Response {
  const shell = shellOf(loadContext.get(pageRequest), new URL(request.url));
  const { serverHandoffStream: _unused, ...context } = routerContext;
  const html = renderToString(
    <ClientScript value={context.manifest.entry.module}>
      <ShellContext value={shell}>
        <ServerRouter context={context} url={request.url} />
      </ShellContext>
    </ClientScript>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(`<!DOCTYPE html>${html}`, { status, headers });
}

/** What no loader foresaw, or what a page could not be drawn for: the server undoes the request and logs it, once, without data. */
export function handleError(error: unknown, { context }: { context: Readonly<RouterContextProvider> }): void {
  context.get(pageRequest).failure ??= error;
}
