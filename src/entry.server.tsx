/**
 * Draws a page as text. Pages are not hydrated: they are complete as they leave here, and the one script adds comfort
 * (docs/decisions). So nothing inline is ever sent, and the policy can forbid it.
 */
import { renderToStaticMarkup } from "react-dom/server";
import { createStaticRouter, StaticRouterProvider, type StaticHandlerContext } from "react-router";
import { shellOf } from "./desk/shell-of.ts";
import type { Draw } from "./platform/http/pages.ts";
import { ShellContext } from "./platform/http/shell.ts";
import { Failure, Layout } from "./root.tsx";

/** `script` is the address of the one script. */
export const drawWith =
  (script: string): Draw =>
  (drawing, page) => {
    const html = renderToStaticMarkup(
      <ShellContext value={shellOf(page)}>
        <Layout script={script}>
          {"status" in drawing ? <Failure status={drawing.status} /> : <Routed context={drawing} />}
        </Layout>
      </ShellContext>,
    );
    return `<!DOCTYPE html>${html}`;
  };

/** A page with its data. Its own routes are all that it needs of the table. */
function Routed({ context }: { context: StaticHandlerContext }) {
  const router = createStaticRouter(
    context.matches.map((match) => match.route),
    context,
  );
  return <StaticRouterProvider router={router} context={context} hydrate={false} />;
}

/** React Router asks for a server of its own here, and pages do without. */
export default null;
