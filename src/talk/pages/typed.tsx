/**
 * What is typed on a talk's page. All that can be written there is one form, so that nothing is lost whichever button is pressed, with script and without. Each field says what stood
 * in it when the page was read: what nobody has touched is passed over.
 */
import type { FormValues } from "../../platform/http/page.ts";
import type { Reason } from "../../shared/result.ts";
import { HiddenField } from "../../ui/form.tsx";

/** The page's one form, wherever on the page its fields and buttons stand. */
export const TALK_FORM = "talk-form";

const lines = (form: FormValues, name: string): string => (form[name]?.[0] ?? "").replaceAll("\r\n", "\n");
const was = (name: string): string => `was-${name}`;

/** Goes with each field: what stands in it until somebody types. */
export const Stood = ({ name, value }: { name: string; value: string }) => (
  <HiddenField form={TALK_FORM} name={was(name)} value={value} />
);

export const isTyped = (form: FormValues, name: string): boolean =>
  form[was(name)] !== undefined && lines(form, name) !== lines(form, was(name));

/** What was typed in the field and refused, else what `stands`. */
export const typedOr = (form: FormValues | undefined, name: string, stands: string): string =>
  form && isTyped(form, name) ? (form[name]?.[0] ?? "") : stands;

/** What is done by its own button alone, and what is typed for it. */
const DOES = {
  hold: ["heldOn"],
  rebook: ["day", "at", "minutes", "place"],
  cancel: ["why"],
  differ: ["words", "toAbove", "withRepresentative"],
} as const;
type Does = keyof typeof DOES;

/** What was typed for something else than what the pressed button does: that is not done, and not passed over in silence. */
export const leftUndone = (form: FormValues, intent: string): Reason<`${Does}-left`>[] =>
  (Object.keys(DOES) as Does[]).flatMap((does) => {
    const field =
      does === intent || (does === "differ" && intent === "answer")
        ? undefined
        : DOES[does].find((name) => isTyped(form, name));
    return field === undefined ? [] : [{ code: `${does}-left` as const, field }];
  });

/** Is there something typed for it, or wrong with it: then it is in view. */
export const isOpen = (
  does: Does,
  { typed, errors }: { typed: FormValues | undefined; errors: { of: (field: string) => string | undefined } },
): boolean =>
  DOES[does].some((name) => errors.of(name) !== undefined || (typed !== undefined && isTyped(typed, name)));
