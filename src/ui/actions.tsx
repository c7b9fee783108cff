/** What can be done: buttons, links that look like buttons, and the row they stand in. */
import type { ReactNode } from "react";
import { classes } from "./classes.ts";

/** One primary action a page; quiet is for what is seldom done, danger for what cannot be undone. */
export type ActionVariant = "primary" | "secondary" | "quiet" | "danger";

/** A button in a form. `name` and `value` tell the action which button was pressed. */
export function Button(props: {
  variant?: ActionVariant;
  name?: string | undefined;
  value?: string | undefined;
  form?: string | undefined;
  formAction?: string | undefined;
  /** Adds to the visible text for those who hear the page: "Placera" → "Placera Åsa Lindqvist". */
  about?: string | undefined;
  children: ReactNode;
}) {
  return (
    <button
      className={`button button-${props.variant ?? "primary"}`}
      type="submit"
      name={props.name}
      value={props.value}
      form={props.form}
      formAction={props.formAction}
    >
      {props.children}
      {props.about && <span className="visually-hidden"> {props.about}</span>}
    </button>
  );
}

/**
 * What Enter in one of a form's lines presses, where the first button in view does more than save. It is pressed by nobody else: it isn't seen, read out or reached.
 */
export function EnterSaves({ form }: { form: string }) {
  return <button className="visually-hidden" type="submit" form={form} tabIndex={-1} aria-hidden="true" />;
}

/** A link with the weight of a button. `download` for files. */
export function LinkButton(props: {
  href: string;
  variant?: ActionVariant;
  download?: boolean | string | undefined;
  about?: string | undefined;
  children: ReactNode;
}) {
  return (
    <a
      className={`button button-${props.variant ?? "secondary"}`}
      href={props.href}
      download={props.download}
    >
      {props.children}
      {props.about && <span className="visually-hidden"> {props.about}</span>}
    </a>
  );
}

/** A row of actions, the most likely one first. `sticky` keeps it in view at the foot of a long form. */
export function Actions({ sticky, children }: { sticky?: boolean; children: ReactNode }) {
  return <div className={classes("actions", sticky && "actions-sticky")}>{children}</div>;
}
