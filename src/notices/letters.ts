/** What stands around the words of each mail. */
import { messages } from "../messages/messages.ts";
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
