/** What is typed on a talk's page. All that can be written there is one form, so that nothing is lost whichever button is pressed, with script and without. */
import type { FormValues } from "../../platform/http/page.ts";
import type { Reason } from "../../shared/result.ts";
import { Stood as StoodIn, isTyped } from "../../ui/stood.tsx";

/** The page's one form, wherever on the page its fields and buttons stand. */
export const TALK_FORM = "talk-form";

/** Goes with each field: what stands in it until somebody types. */
export const Stood = (props: { name: string; value: string }) => <StoodIn form={TALK_FORM} {...props} />;

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
