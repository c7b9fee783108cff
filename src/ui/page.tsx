/** A page's own frame: its title in the window, the way there, what needs correcting, and its heading. */
import { createContext, useContext, type ReactNode } from "react";
import { ErrorSummary, type FormError } from "./form.tsx";
import { Breadcrumbs, Lead, Main, PageTitle } from "./shell.tsx";

/** The words that every page frame uses, in the reader's language; the root provides them. */
export const PageWords = createContext({
  product: "",
  breadcrumbs: "",
  errorTitle: "",
  errorPrefix: "",
  /** What a form that saves itself says when nobody is signed in any longer. */
  signedOut: "",
});

/**
 * `errors` are what a refused form answered; the window's title says so first, for those who hear it. `caption` stands above the
 * heading, `beside` at its side.
 */
export function Page(props: {
  title: string;
  lead?: ReactNode;
  caption?: ReactNode;
  beside?: ReactNode;
  narrow?: boolean;
  breadcrumbs?: readonly { href: string; label: string }[];
  errors?: readonly FormError[] | undefined;
  children?: ReactNode;
}) {
  const words = useContext(PageWords);
  const errors = props.errors ?? [];
  return (
    <Main narrow={props.narrow ?? false}>
      <title>{`${errors.length > 0 ? words.errorPrefix : ""}${props.title} – ${words.product}`}</title>
      {props.breadcrumbs && props.breadcrumbs.length > 0 && (
        <Breadcrumbs label={words.breadcrumbs} items={[...props.breadcrumbs, { label: props.title }]} />
      )}
      <ErrorSummary title={words.errorTitle} errors={errors} />
      <PageTitle caption={props.caption} beside={props.beside}>
        {props.title}
      </PageTitle>
      {props.lead !== undefined && <Lead>{props.lead}</Lead>}
      {props.children}
    </Main>
  );
}
