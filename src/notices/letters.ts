/** What stands around the words of each mail. */
import { messages } from "../messages/messages.ts";
import type { LetterName } from "./rules.ts";
import type { Dress } from "../platform/mail/send-mail.ts";

/** A line of two dashes and a space is how mail programs know what stands below everything that is said. */
const SIGNATURE = "-- ";

export const dress: Dress = ({ language, body, organisation, link, choices, isAnswered }) => {
  const t = messages[language].notices.under;
  return [
    body,
    "",
    `${t.open} ${link}`,
    "",
    SIGNATURE,
    isAnswered ? t.from(organisation) : `${t.from(organisation)} ${t.unanswered}`,
    `${t.choose} ${choices}`,
    "",
  ].join("\n");
};

/** Vidga doesn't know which language somebody reads: Swedish is the organisation's own. */
export const LANGUAGE = "sv";

export const letter = (name: LetterName): { readonly subject: string; readonly text: string } =>
  messages[LANGUAGE].notices.letters[name];
