/**
 * The outcomes that were typed on a page where statements stand side by side (ASM-1). One form holds all of them, so that nothing that was typed is lost whichever button
 * is pressed; each says what stood there when the page was read, so that what nobody has touched is passed over.
 */
import { field, type FormValues } from "../../platform/http/page.ts";
import type { Work } from "../../platform/database/work.ts";
import type { Reason } from "../../shared/result.ts";
import { agreeOutcome, type AgreeCode } from "../agree.ts";
import type { AssessmentAddress } from "../assessment-room.ts";

/** The name of each statement's own button; its value is the statement. */
export const AGREE = "agree";

const STOOD = "stood-";
const text = (form: FormValues, name: string): string => (form[name]?.[0] ?? "").replaceAll("\r\n", "\n");

/** What is said of a statement, met or not and in words, as one text: alike when the same is said. */
export const saidAs = (met: string, words: string): string => `${met} ${words}`;

const saidIn = (form: FormValues, itemId: string): string =>
  saidAs(text(form, `met-${itemId}`), text(form, `words-${itemId}`));

const isTyped = (form: FormValues, itemId: string): boolean =>
  form[STOOD + itemId] !== undefined && saidIn(form, itemId) !== text(form, STOOD + itemId);

/** What was sent, if something was typed of the statement in it that isn't what `stands` there by now. */
export const stillTyped = (
  form: FormValues | undefined,
  itemId: string,
  stands: string,
): FormValues | undefined =>
  form && isTyped(form, itemId) && saidIn(form, itemId) !== stands ? form : undefined;

/** The statements of which something was typed. */
export const typedOutcomes = (form: FormValues): string[] =>
  Object.keys(form)
    .filter((name) => name.startsWith(STOOD))
    .map((name) => name.slice(STOOD.length))
    .filter((itemId) => isTyped(form, itemId));

/**
 * Records every outcome that was typed, and gives each reason against the others. Where nothing was typed it is the one whose button was pressed that is missing something. Throws NotFound
 * as `agreeOutcome` does.
 */
export async function agreeTyped(
  work: Work,
  of: Pick<AssessmentAddress, "personId" | "side">,
  form: FormValues,
): Promise<Reason<AgreeCode>[]> {
  const typed = typedOutcomes(form);
  const pressed = field(form, AGREE);
  const reasons: Reason<AgreeCode>[] = [];
  for (const itemId of typed.length === 0 && pressed !== "" ? [pressed] : typed) {
    const result = await agreeOutcome(
      work,
      { ...of, assessmentId: field(form, `assessment-${itemId}`), itemId },
      {
        met: field(form, `met-${itemId}`),
        words: text(form, `words-${itemId}`),
        follows: field(form, `follows-${itemId}`),
      },
    );
    if (!result.ok)
      reasons.push(...result.reasons.map((reason) => ({ field: `words-${itemId}`, ...reason })));
  }
  return reasons;
}
