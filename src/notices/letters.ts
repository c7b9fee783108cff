/** What stands around the words of each mail, and those of one that gathers others. */
import { messages } from "../messages/messages.ts";
import type { LetterName } from "./rules.ts";
import type { Language } from "../platform/http/context.ts";
import type { DigestWords } from "../platform/mail/gather-mail.ts";
import type { Dress } from "../platform/mail/send-mail.ts";

/** A line of two dashes and a space is how mail programs know what stands below everything that is said. */
const SIGNATURE = "-- ";

export const dress: Dress = ({ language, body, letters, organisation, link, choices, isAnswered }) => {
  const t = messages[language].notices.under;
  return [
    greeting(language),
    "",
    body,
    "",
    ...letters.flatMap(({ subject, body: words, links }) => [`* ${subject}`, words, ...links, ""]),
    `${t.open} ${link}`,
    "",
    SIGNATURE,
    isAnswered ? t.from(organisation) : `${t.from(organisation)} ${t.unanswered}`,
    `${t.choose} ${choices}`,
    "",
  ].join("\n");
};

/** What each mail begins with: nobody's name stands in it. */
export const greeting = (language: Language): string => messages[language].notices.hello;

export const letter = (
  name: LetterName,
  language: Language,
): { readonly subject: string; readonly text: string } => messages[language].notices.letters[name];

/** One alone keeps its own subject. */
export const digest: DigestWords = (language, subjects) => {
  const t = messages[language].notices.digest;
  const [only, ...others] = subjects;
  return {
    subject: only === undefined || others.length > 0 ? t.subject(subjects.length) : only,
    text: t.text,
  };
};
