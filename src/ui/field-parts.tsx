/** What every field has in common, so that label, hint and error are always wired to their control. */
import type { ReactNode } from "react";

/** Props of every field. The id is the name unless given; `optional` is the word for "may be left empty". */
export type FieldProps = {
  name: string;
  label: ReactNode;
  id?: string | undefined;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: string | undefined;
  required?: boolean | undefined;
  /** Keeps the label for those who hear the page only: for a cell in a table that shows it in its header. */
  labelHidden?: boolean | undefined;
  /** The id of the form that it belongs to, where it stands outside it. */
  form?: string | undefined;
};

/** The ids of a field's hint, error and, for texts, readers: for `aria-describedby`; undefined when it has none. */
export function describedBy(
  id: string,
  parts: { hint?: ReactNode; error?: string | undefined; readers?: ReactNode },
): string | undefined {
  const ids = [
    parts.hint && `${id}-hint`,
    parts.readers && `${id}-readers`,
    parts.error && `${id}-error`,
  ].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** The attributes that wire a control to its field. */
export function controlProps(props: FieldProps & { readers?: ReactNode }) {
  const id = props.id ?? props.name;
  return {
    id,
    name: props.name,
    form: props.form,
    required: props.required,
    "aria-describedby": describedBy(id, props),
    "aria-invalid": props.error ? (true as const) : undefined,
  };
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div className="hint" id={`${id}-hint`}>
      {children}
    </div>
  );
}

export function FieldError({ id, children }: { id: string; children: string | undefined }) {
  if (!children) return null;
  return (
    <p className="field-error" id={`${id}-error`}>
      {children}
    </p>
  );
}

/** Label, hint and error around one control. */
export function FieldFrame({ field, children }: { field: FieldProps; children: ReactNode }) {
  const id = field.id ?? field.name;
  return (
    <div className="field" data-invalid={field.error ? "" : undefined}>
      <label htmlFor={id} className={field.labelHidden ? "visually-hidden" : undefined}>
        {field.label}
        {field.optional && <span className="optional"> {field.optional}</span>}
      </label>
      <FieldHint id={id}>{field.hint}</FieldHint>
      <FieldError id={id}>{field.error}</FieldError>
      {children}
    </div>
  );
}
