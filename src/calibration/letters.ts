/** What is mailed about calibrations (PLC-8): that one is asked, and until when. */
import { formatDay, localeOf } from "../messages/day-words.ts";
import { messages } from "../messages/messages.ts";
import type { Language } from "../platform/http/context.ts";

/** What was agreed, as a comment on the item in a draft: in Swedish, as the models are. */
export const raisedWords = (title: string, words: string): string =>
  messages.sv.calibration.raisedWords(title, words);

export function invitation(
  round: { readonly title: string; readonly until: string; readonly cases: number },
  language: Language,
) {
  const t = messages[language].calibration.letter;
  return {
    subject: t.subject(round.cases, round.title),
    text: t.text(round.cases, formatDay(round.until, localeOf(language))),
  };
}
