/**
 * What stands in each field of a form until somebody types. It goes along when the form is sent, so that a page where all that can be written is one form saves what was typed, whichever
 * button is pressed, and passes over what nobody has touched.
 */
import { HiddenField } from "./form.tsx";

type Sent = Readonly<Record<string, readonly string[]>>;

const lines = (form: Sent, name: string): string => (form[name]?.[0] ?? "").replaceAll("\r\n", "\n");
const was = (name: string): string => `was-${name}`;

/** Goes with a field; `form` as of a field that stands outside its form. */
export const Stood = ({ name, ...props }: { name: string; value: string; form?: string | undefined }) => (
  <HiddenField name={was(name)} {...props} />
);

export const isTyped = (form: Sent, name: string): boolean =>
  form[was(name)] !== undefined && lines(form, name) !== lines(form, was(name));

/** What was typed in the field and refused, else what `stands`. */
export const typedOr = (form: Sent | undefined, name: string, stands: string): string =>
  form && isTyped(form, name) ? (form[name]?.[0] ?? "") : stands;
