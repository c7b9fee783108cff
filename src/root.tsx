/** The frame of every page: the document, the header with what this person may go to, and the footer. */
import { messages } from "./messages/messages.ts";
import { useShell, type NavEntry } from "./platform/http/shell.ts";
import { Button } from "./ui/actions.tsx";
import { Form } from "./ui/form.tsx";
import { Page, PageWords } from "./ui/page.tsx";
import { DemoBanner, LanguageLink, SiteFooter, SiteHeader, SkipLink } from "./ui/shell.tsx";
import stylesheet from "./ui/styles.css?url";

/** `script` is the address of the one script. */
export function Layout({ script, children }: { script: string; children: React.ReactNode }) {
  const shell = useShell();
  const t = messages[shell.language].shell;
  const { tenant, user } = shell;
  const path = shell.path.split("?")[0] ?? "";
  const isIn = (href: string) => path === href || (href !== shell.at("") && path.startsWith(`${href}/`));
  const link = ({ label, href, also = [] }: NavEntry) => ({
    href,
    label: t.nav[label],
    current: [href, ...also].some(isIn),
  });
  const other = shell.language === "sv" ? "en" : "sv";
  return (
    <html lang={shell.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="stylesheet" href={stylesheet} />
        {tenant && <link rel="stylesheet" href={shell.at("/theme.css")} />}
        <script type="module" src={script} />
      </head>
      <body>
        <PageWords value={{ ...t, product: tenant ? `${tenant.name} – ${t.product}` : t.product }}>
          <SkipLink>{t.skip}</SkipLink>
          {shell.mode === "demo" && <DemoBanner>{t.demo}</DemoBanner>}
          <SiteHeader
            home={tenant ? shell.at("") : "/"}
            name={t.product}
            logo={
              tenant?.logoHash ? { src: shell.at(`/logo/${tenant.logoHash}`), alt: tenant.name } : undefined
            }
            navLabel={t.navigation}
            nav={shell.daily.map(link)}
            user={
              user && tenant
                ? {
                    name: user,
                    context: tenant.name,
                    links: shell.own.map(link),
                    children: (
                      <Form action={shell.at("/sign-out")}>
                        <Button variant="quiet">{t.signOut}</Button>
                      </Form>
                    ),
                  }
                : undefined
            }
            aside={tenant && !user ? <a href={shell.at("/sign-in")}>{t.signIn}</a> : undefined}
          />
          {children}
          <SiteFooter
            items={[
              ...(tenant ? [tenant.name] : []),
              t.source,
              <LanguageLink
                key="language"
                lang={other}
                href={`/language/${other}?back=${encodeURIComponent(shell.path)}`}
              >
                {t.otherLanguage}
              </LanguageLink>,
            ]}
          />
        </PageWords>
      </body>
    </html>
  );
}

/** A page that only says why there is nothing here. */
export function Failure({ status }: { status: number }) {
  const shell = useShell();
  const t = messages[shell.language].shell;
  const words = status === 409 ? t.conflict : status < 500 ? t.notFound : t.broken;
  return (
    <Page title={words.title} lead={words.text} narrow>
      {status === 404 && (
        <p>
          <a href={shell.at("") || "/"}>{t.notFound.home}</a>
        </p>
      )}
    </Page>
  );
}

/** React Router puts a frame of its own around the pages, and Layout is around this. */
export default Layout;
