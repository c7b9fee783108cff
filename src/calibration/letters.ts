/** What is mailed about calibrations (PLC-8): that one is asked, and until when. */
import { messages } from "../messages/messages.ts";

/** Vidga doesn't know which language somebody reads: Swedish is the organisation's own. */
export const LANGUAGE = "sv";

/** What was agreed, as a comment on the item in a draft. */
export const raisedWords = (title: string, words: string): string =>
  messages[LANGUAGE].calibration.raisedWords(title, words);

export function invitation(round: {
  readonly title: string;
  readonly until: string;
  readonly cases: number;
}) {
  const t = messages[LANGUAGE].calibration.letter;
  return { subject: t.subject(round.title), text: t.text(round.cases, round.until) };
}
