/** The fields of a form. Each wires its label, hint and error; values come back through `defaultValue`. */
import type { InputHTMLAttributes, ReactNode } from "react";
import { classes } from "./classes.ts";
import {
  controlProps,
  describedBy,
  FieldError,
  FieldFrame,
  FieldHint,
  type FieldProps,
} from "./field-parts.tsx";

/** How wide a control is drawn: what it holds, not what is left of the page. */
type Width = "short" | "medium" | "full";

/** One line of text. `suffix` is a unit after it. */
export function TextField(
  props: FieldProps & {
    type?: "text" | "email" | "password" | "search" | "url" | "tel";
    defaultValue?: string | number | undefined;
    inputMode?: InputHTMLAttributes<HTMLInputElement>["inputMode"];
    autoComplete?: string | undefined;
    spellCheck?: boolean | undefined;
    maxLength?: number | undefined;
    width?: Width;
    suffix?: string | undefined;
  },
) {
  return (
    <FieldFrame field={props}>
      <div className="control-row">
        <input
          {...controlProps(props)}
          type={props.type ?? "text"}
          className={`control width-${props.width ?? "full"}`}
          defaultValue={props.defaultValue}
          inputMode={props.inputMode}
          autoComplete={props.autoComplete}
          spellCheck={props.spellCheck}
          maxLength={props.maxLength}
        />
        {props.suffix && <span className="suffix">{props.suffix}</span>}
      </div>
    </FieldFrame>
  );
}

/** A number as people write it: a few digits, or with a decimal comma. */
export const NumberField = ({
  decimal = false,
  ...field
}: Omit<Parameters<typeof TextField>[0], "type" | "inputMode" | "width"> & { decimal?: boolean }) => (
  <TextField {...field} inputMode={decimal ? "decimal" : "numeric"} width="short" />
);

/** Several lines of text. `readers` says who can read what is written, below the field. */
export function TextArea(
  props: FieldProps & {
    defaultValue?: string | undefined;
    rows?: number;
    maxLength?: number | undefined;
    readers?: ReactNode;
    /** To read and copy. */
    readOnly?: boolean;
    /** The page opens to write here. */
    focus?: boolean | undefined;
  },
) {
  const control = controlProps(props);
  return (
    <FieldFrame field={props}>
      <textarea
        {...control}
        className="control"
        rows={props.rows ?? 4}
        maxLength={props.maxLength}
        readOnly={props.readOnly}
        defaultValue={props.defaultValue}
        data-focus={props.focus ? "" : undefined}
      />
      {props.readers && (
        <p className="readers" id={`${control.id}-readers`}>
          {props.readers}
        </p>
      )}
    </FieldFrame>
  );
}

/** One choice, as it is sent and as it is read. */
export type Choice = { value: string; label: string };

/** One of many. `empty` is the words of the first, empty choice. Groups, if any, by their label. */
export function Select(
  props: FieldProps & {
    options: readonly (Choice | { group: string; options: readonly Choice[] })[];
    defaultValue?: string | undefined;
    empty?: string | undefined;
    width?: Width;
  },
) {
  const option = (choice: Choice) => (
    <option key={choice.value} value={choice.value}>
      {choice.label}
    </option>
  );
  return (
    <FieldFrame field={props}>
      <select
        {...controlProps(props)}
        className={`control width-${props.width ?? "full"}`}
        defaultValue={props.defaultValue}
      >
        {props.empty !== undefined && <option value="">{props.empty}</option>}
        {props.options.map((entry) =>
          "group" in entry ? (
            <optgroup key={entry.group} label={entry.group}>
              {entry.options.map(option)}
            </optgroup>
          ) : (
            option(entry)
          ),
        )}
      </select>
    </FieldFrame>
  );
}

/** A choice that can be explained. */
export type ExplainedChoice = Choice & {
  hint?: ReactNode;
  disabled?: boolean | undefined;
  /** The fields of the form's `opened` fieldset are asked for when this is chosen, and else not. */
  opens?: boolean | undefined;
};

type GroupProps = FieldProps & { options: readonly ExplainedChoice[]; inline?: boolean };

function ChoiceGroup(props: GroupProps & { type: "radio" | "checkbox"; chosen: readonly string[] }) {
  const id = props.id ?? props.name;
  return (
    <fieldset
      className="field choices"
      data-invalid={props.error ? "" : undefined}
      aria-describedby={describedBy(id, props)}
    >
      <legend className={props.labelHidden ? "visually-hidden" : undefined}>
        {props.label}
        {props.optional && <span className="optional"> {props.optional}</span>}
      </legend>
      <FieldHint id={id}>{props.hint}</FieldHint>
      <FieldError id={id}>{props.error}</FieldError>
      <div className={classes("choice-list", props.inline && "choice-list-inline")}>
        {props.options.map((choice, index) => {
          // The first choice carries the field's id, so that the error summary's link lands on something to press.
          const choiceId = index === 0 ? id : `${id}-${index + 1}`;
          return (
            <div className="choice" key={choice.value}>
              <input
                type={props.type}
                id={choiceId}
                name={props.name}
                form={props.form}
                value={choice.value}
                defaultChecked={props.chosen.includes(choice.value)}
                disabled={choice.disabled}
                data-opens={choice.opens ? "" : undefined}
                required={props.type === "radio" ? props.required : undefined}
                aria-invalid={props.error && props.type === "checkbox" ? true : undefined}
                aria-describedby={choice.hint ? `${choiceId}-hint-choice` : undefined}
              />
              <label htmlFor={choiceId}>{choice.label}</label>
              {choice.hint && (
                <div className="hint" id={`${choiceId}-hint-choice`}>
                  {choice.hint}
                </div>
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

/** One of a few, all in view. The label is the legend. */
export function RadioGroup(props: GroupProps & { defaultValue?: string | undefined }) {
  return (
    <ChoiceGroup
      {...props}
      type="radio"
      chosen={props.defaultValue === undefined ? [] : [props.defaultValue]}
    />
  );
}

/** Any of a few, sent under the same name. The label is the legend. */
export function CheckboxGroup(props: GroupProps & { defaultValues?: readonly string[] }) {
  return <ChoiceGroup {...props} type="checkbox" chosen={props.defaultValues ?? []} />;
}

/** Yes or not said: one box, its label beside it. */
export function Checkbox(props: FieldProps & { value?: string; defaultChecked?: boolean | undefined }) {
  const control = controlProps(props);
  return (
    <div className="field" data-invalid={props.error ? "" : undefined}>
      <FieldError id={control.id}>{props.error}</FieldError>
      <div className="choice">
        <input
          {...control}
          type="checkbox"
          value={props.value ?? "yes"}
          defaultChecked={props.defaultChecked}
        />
        <label htmlFor={control.id} className={props.labelHidden ? "visually-hidden" : undefined}>
          {props.label}
        </label>
        <FieldHint id={control.id}>{props.hint}</FieldHint>
      </div>
    </div>
  );
}

/** A day, in the browser's own field; `YYYY-MM-DD` both ways. */
export function DateField(
  props: FieldProps & {
    defaultValue?: string | undefined;
    min?: string | undefined;
    max?: string | undefined;
  },
) {
  return (
    <FieldFrame field={props}>
      <input
        {...controlProps(props)}
        type="date"
        className="control width-date"
        defaultValue={props.defaultValue}
        min={props.min}
        max={props.max}
      />
    </FieldFrame>
  );
}

/** A time of day, in the browser's own field; `HH:MM` both ways. */
export function TimeField(props: FieldProps & { defaultValue?: string | undefined }) {
  return (
    <FieldFrame field={props}>
      <input
        {...controlProps(props)}
        type="time"
        className="control width-date"
        defaultValue={props.defaultValue}
      />
    </FieldFrame>
  );
}

/** A file; the form needs `files`. `accept` is the browser's list of types, a help and no check. */
export function FileField(props: FieldProps & { accept?: string | undefined; multiple?: boolean }) {
  return (
    <FieldFrame field={props}>
      <input
        {...controlProps(props)}
        type="file"
        className="control control-file"
        accept={props.accept}
        multiple={props.multiple}
        data-file=""
      />
    </FieldFrame>
  );
}
