/** Forms: the form itself, groups of fields, and the summary of what needs to be corrected. */
import { classes } from "./classes.ts";
import type { ReactNode } from "react";
import { describedBy, FieldError, FieldHint } from "./field-parts.tsx";

/**
 * A form that posts. Each is a sheet of its own: the hidden field `idempotency-token` names it, so that sending it twice does
 * nothing twice. `version` is the revision that is being edited; `hidden` holds any other fields. The browser's own validation is off: the server answers with every error at once.
 * `confirmLeave` is what the browser may ask about when something is typed and not saved.
 */
export function Form(props: {
  action?: string | undefined;
  id?: string | undefined;
  label?: string | undefined;
  version?: string | number | undefined;
  /** The sheet's token, when it is not a new sheet. */
  token?: string | undefined;
  hidden?: Readonly<Record<string, string>>;
  files?: boolean;
  confirmLeave?: string | undefined;
  /** What a script that knows this form finds it by, and its words. */
  data?: Readonly<Record<`data-${string}`, string>> | undefined;
  children?: ReactNode;
}) {
  return (
    <form
      {...props.data}
      method="post"
      action={props.action}
      id={props.id}
      aria-label={props.label}
      encType={props.files ? "multipart/form-data" : undefined}
      noValidate
      className="form"
      data-confirm-leave={props.confirmLeave}
    >
      <HiddenField name="idempotency-token" value={props.token ?? crypto.randomUUID()} />
      {props.version !== undefined && <HiddenField name="version" value={String(props.version)} />}
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      {props.children}
    </form>
  );
}

/** A value that travels with the form and is not shown. `form` is the id of one that it stands outside. */
export function HiddenField(props: { name: string; value: string; form?: string | undefined }) {
  return <input type="hidden" {...props} />;
}

/** Fields with a button of their own within a larger form; `confirmLeave` as of a form. */
export function FormPart(props: { label: string; confirmLeave?: string | undefined; children: ReactNode }) {
  return (
    <fieldset className="form-part" aria-label={props.label} data-confirm-leave={props.confirmLeave}>
      {props.children}
    </fieldset>
  );
}

/** Fields that answer one question together. `title` sets the legend as a heading. */
export function Fieldset(props: {
  legend: ReactNode;
  title?: boolean;
  id?: string | undefined;
  hint?: ReactNode;
  error?: string | undefined;
  /** Shown when a choice of the form that `opens` is chosen, or something in it is wrong; always by a browser that can't tell. */
  opened?: boolean;
  children: ReactNode;
}) {
  const id = props.id ?? "";
  return (
    <fieldset
      className={classes("fieldset", props.opened && "opened")}
      id={props.id}
      tabIndex={props.id ? -1 : undefined}
      aria-describedby={props.id ? describedBy(id, props) : undefined}
    >
      <legend className={props.title ? "legend-title" : undefined}>{props.legend}</legend>
      <FieldHint id={id}>{props.hint}</FieldHint>
      <FieldError id={id}>{props.error}</FieldError>
      {props.children}
    </fieldset>
  );
}

/** Fields side by side where there is room, one row of a sheet: the last, a text, takes what is left. */
export function FieldRow({ children }: { children: ReactNode }) {
  return (
    <div className="field-row-room">
      <div className="field-row">{children}</div>
    </div>
  );
}

/** One thing to correct: `field` is the id of what to go to (a field's id is its name unless given). */
export type FormError = { field?: string | undefined; message: string };

/** Stands first on a page whose form did not go through; each line leads to its field. Renders nothing without errors. */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly FormError[] }) {
  if (errors.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} data-focus="" id="error-summary">
      <h2>{title}</h2>
      <ul>
        {errors.map((error, index) => (
          <li key={index}>{error.field ? <a href={`#${error.field}`}>{error.message}</a> : error.message}</li>
        ))}
      </ul>
    </div>
  );
}

/** Filters that answer one question together, on a row of their own; they stand in a FilterBar. */
export function FilterGroup(props: { legend: ReactNode; hint?: ReactNode; id: string; children: ReactNode }) {
  return (
    <Fieldset legend={props.legend} hint={props.hint} id={props.id}>
      <div className="filter-row">{props.children}</div>
    </Fieldset>
  );
}

/** Filters over a list: a GET form, so that the address holds the choice. `clear` leads back to everything. */
export function FilterBar(props: {
  action?: string | undefined;
  label: string;
  submit: string;
  clear?: { href: string; label: string } | undefined;
  hidden?: Readonly<Record<string, string>>;
  children: ReactNode;
}) {
  return (
    <search>
      <form method="get" action={props.action} className="filter-bar" aria-label={props.label}>
        {Object.entries(props.hidden ?? {}).map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        {props.children}
        <div className="filter-actions">
          <button className="button button-secondary" type="submit">
            {props.submit}
          </button>
          {props.clear && <a href={props.clear.href}>{props.clear.label}</a>}
        </div>
      </form>
    </search>
  );
}
