/**
 * Draws a page as text. Pages are not hydrated: they are complete as they leave here, and the one script adds comfort
 * (docs/decisions). So nothing inline is ever sent, and the policy can forbid it.
 */
import { renderToStaticMarkup } from "react-dom/server";
import { createStaticRouter, StaticRouterProvider, type StaticHandlerContext } from "react-router";
import { shellOf } from "./desk/shell-of.ts";
import type { Draw, Page } from "./platform/http/pages.ts";
import { ShellContext } from "./platform/http/shell.ts";
import { Failure, Layout } from "./root.tsx";

/** `script` is the address of the one script. */
export const drawWith =
  (script: string): Draw =>
  (drawing, page, url) => {
    const html = renderToStaticMarkup(
      <ShellContext value={shellOf(page, url)}>
        <Layout script={script}>
          {"status" in drawing ? <Failure status={drawing.status} /> : <Routed {...drawing} />}
        </Layout>
      </ShellContext>,
    );
    return `<!DOCTYPE html>${html}`;
  };

const ID = "page";
const NOWHERE = { pathname: "/", search: "", hash: "", state: null, key: "" };

/** A page gets its data from React Router, as it is built: here it is the only route there is. */
function Routed({ Component, params, loaderData, actionData }: Page) {
  const route = { id: ID, Component };
  const context: StaticHandlerContext = {
    basename: "/",
    location: NOWHERE,
    matches: [{ route, params, pathname: "/", pathnameBase: "/" }],
    loaderData: { [ID]: loaderData },
    actionData: { [ID]: actionData },
    errors: null,
    statusCode: 200,
    loaderHeaders: {},
    actionHeaders: {},
    _match: () => null,
  };
  return (
    <StaticRouterProvider router={createStaticRouter([route], context)} context={context} hydrate={false} />
  );
}

/** React Router asks for a server of its own here, and pages do without. */
export default null;
