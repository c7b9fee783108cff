/** The frame around every page: header, footer, the way there, and the page's first words. */
import type { ReactNode } from "react";
import { classes } from "./classes.ts";

/** A link in a row of links; `current` marks the page or section that is being shown. */
export type NavItem = {
  href: string;
  label: string;
  current?: boolean | undefined;
  /** What a script finds the link by. */
  data?: Readonly<Record<`data-${string}`, string>> | undefined;
};

/** Logo: the rings, drawn small. Decorative, the name stands beside it. */
export function RingsMark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <circle cx="16" cy="16" r="14.5" fill="none" className="mark-3" />
      <circle cx="16" cy="16" r="9.5" fill="none" className="mark-2" />
      <circle cx="16" cy="16" r="4.5" className="mark-1" />
    </svg>
  );
}

/** The first thing the keyboard meets: past the header to `<main id="main">`. */
export function SkipLink({ href = "#main", children }: { href?: string; children: ReactNode }) {
  return (
    <a className="skip-link" href={href}>
      {children}
    </a>
  );
}

/** A quiet line above the header that says that everything shown is invented. */
export function DemoBanner({ children }: { children: ReactNode }) {
  return (
    <aside className="demo-banner">
      <div className="wrap">{children}</div>
    </aside>
  );
}

/**
 * The header. `name` is the product's or the organisation's; `user` is a menu (name, links, and a sign-out form as
 * `children`), `aside` is what stands there when nobody is signed in. Wraps at small widths, needs no script.
 */
export function SiteHeader(props: {
  home: string;
  name: string;
  logo?: { src: string; alt: string } | undefined;
  navLabel: string;
  nav: readonly NavItem[];
  user?:
    | { name: string; context?: string | undefined; links: readonly NavItem[]; children?: ReactNode }
    | undefined;
  aside?: ReactNode;
}) {
  const { user } = props;
  return (
    <header className="site-header">
      <div className="wrap">
        <a className="site-name" href={props.home}>
          {props.logo ? <img src={props.logo.src} alt={props.logo.alt} height="32" /> : <RingsMark />}
          <span>{props.name}</span>
        </a>
        {props.nav.length > 0 && (
          <nav aria-label={props.navLabel}>
            <ul className="site-nav">
              {props.nav.map((item) => (
                <li key={item.href}>
                  <a href={item.href} aria-current={item.current ? "page" : undefined}>
                    {item.label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {user && (
          <details className="user-menu" data-close-outside="">
            <summary>
              <span className="user-name">{user.name}</span>
              {user.context && <span className="user-context"> · {user.context}</span>}
            </summary>
            <div className="user-panel">
              <ul>
                {user.links.map((item) => (
                  <li key={item.href}>
                    <a href={item.href} aria-current={item.current ? "page" : undefined}>
                      {item.label}
                    </a>
                  </li>
                ))}
              </ul>
              {user.children}
            </div>
          </details>
        )}
        {props.aside && <div className="site-aside">{props.aside}</div>}
      </div>
    </header>
  );
}

/** The footer: one quiet line of facts and links, then whatever `children` adds. */
export function SiteFooter({ items, children }: { items: readonly ReactNode[]; children?: ReactNode }) {
  return (
    <footer className="site-footer">
      <div className="wrap">
        <ul className="dotted">
          {items.map((item, index) => (
            <li key={index}>{item}</li>
          ))}
        </ul>
        {children}
      </div>
    </footer>
  );
}

/** A link to the same page in another language, named in that language. */
export function LanguageLink({ href, lang, children }: { href: string; lang: string; children: ReactNode }) {
  return (
    <a href={href} lang={lang} hrefLang={lang}>
      {children}
    </a>
  );
}

/** The page's own content; the skip link's goal. `narrow` for forms and text meant to be read. */
export function Main({ narrow, children }: { narrow?: boolean; children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className={classes("wrap", narrow && "narrow")}>
      {children}
    </main>
  );
}

/** Where the page stands: links to what holds it, last the page itself, without a link. */
export function Breadcrumbs(props: {
  label: string;
  items: readonly { href?: string | undefined; label: string }[];
}) {
  return (
    <nav className="breadcrumbs" aria-label={props.label}>
      <ol>
        {props.items.map((item) => (
          <li key={item.href ?? item.label}>
            {item.href ? <a href={item.href}>{item.label}</a> : <span aria-current="page">{item.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The page's one h1; `caption` is a short line above it, `beside` (a tag, say) follows it on the same line. */
export function PageTitle(props: { caption?: ReactNode; beside?: ReactNode; children: ReactNode }) {
  return (
    <div className="page-title">
      {props.caption && <p className="caption">{props.caption}</p>}
      <h1>{props.children}</h1>
      {props.beside}
    </div>
  );
}

/** What the page says first, in one or two sentences. */
export function Lead({ children }: { children: ReactNode }) {
  return <p className="lead">{children}</p>;
}

/** Something to say more quietly than the text around it. */
export function Muted({ children }: { children: ReactNode }) {
  return <p className="muted">{children}</p>;
}

/** Heads a part of the page, with `aside` (a link, say) to the right of the heading. */
export function Section(props: {
  title: ReactNode;
  id?: string | undefined;
  level?: 2 | 3;
  lead?: ReactNode;
  aside?: ReactNode;
  children?: ReactNode;
}) {
  const Heading = `h${props.level ?? 2}` as const;
  return (
    <section className="section" aria-labelledby={props.id ? `${props.id}-title` : undefined} id={props.id}>
      <div className="section-head">
        <Heading id={props.id ? `${props.id}-title` : undefined}>{props.title}</Heading>
        {props.aside && <div className="section-aside">{props.aside}</div>}
      </div>
      {props.lead && <p className="muted">{props.lead}</p>}
      {props.children}
    </section>
  );
}

/**
 * Two columns that become one on small screens. `wide` is the column with more room: the start (6:4), the end
 * (3:6), or neither.
 */
export function Columns({ wide, children }: { wide: "start" | "end" | "even"; children: ReactNode }) {
  return <div className={`columns columns-${wide}`}>{children}</div>;
}

/** Cards side by side, as many as fit. */
export function Grid({ children }: { children: ReactNode }) {
  return <div className="grid">{children}</div>;
}

/** Views of the same thing as links, like Rings · Table · Text: the current one is filled. */
export function Tabs({ label, items }: { label: string; items: readonly NavItem[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <a
              {...item.data}
              href={item.href}
              className="tab"
              aria-current={item.current ? "page" : undefined}
            >
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
