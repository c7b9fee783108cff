/** What is mailed about talks, in words (TLK-3): what it is, when and where, and never what is written in it. */
import { capital } from "../messages/capital.ts";
import { formatSoon, localeOf } from "../messages/day-words.ts";
import { messages } from "../messages/messages.ts";
import type { Language } from "../platform/http/context.ts";
import type { Kind } from "./talk.rules.ts";

export type Letter = "invitation" | "moved" | "cancelled" | "reminder";

export function letter(
  which: Letter,
  language: Language,
  talk: {
    readonly kind: Kind;
    readonly talkWord: string;
    readonly day: string;
    readonly at: string;
    readonly place: string;
  },
  today: string,
): { readonly subject: string; readonly text: string; readonly title: string } {
  const words = messages[language].talk;
  const t = words.letters[which];
  const kind = words.kind[talk.kind](talk.talkWord);
  const when = words.letters.when(formatSoon(talk.day, today, localeOf(language)), talk.at);
  const place = talk.place === "" || which === "cancelled" ? [] : [words.one.place(talk.place)];
  return {
    subject: t.subject(kind, when),
    text: [t.text(kind, when), ...place, ...(t.after === "" ? [] : [t.after])].join("\n\n"),
    title: capital(kind),
  };
}
