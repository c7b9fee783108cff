/** A whole page that needs neither the database nor the router: for when there is nothing else to show. */
import { renderToStaticMarkup } from "react-dom/server";
import { en } from "../messages/en/index.ts";
import { sv } from "../messages/sv/index.ts";
import { PageWords, Page } from "./page.tsx";
import { DemoBanner, SiteFooter, SiteHeader, SkipLink } from "./shell.tsx";

/** `stylesheet` is the address of the site's own. */
export function plainPage(props: {
  status: 403 | 413 | 500 | 503;
  language: "sv" | "en";
  stylesheet: string;
  demo: boolean;
}): string {
  const t = (props.language === "sv" ? sv : en).shell;
  const { title, text } = t.plain[props.status];
  const html = renderToStaticMarkup(
    <html lang={props.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="stylesheet" href={props.stylesheet} />
      </head>
      <body>
        <PageWords value={t}>
          <SkipLink>{t.skip}</SkipLink>
          {props.demo && <DemoBanner>{t.demo}</DemoBanner>}
          <SiteHeader home="/" name={t.product} navLabel={t.navigation} nav={[]} />
          <Page title={title} lead={text} narrow />
          <SiteFooter items={[t.source]} />
        </PageWords>
      </body>
    </html>,
  );
  return `<!DOCTYPE html>${html}`;
}
