/** What is mailed about talks, in words (TLK-3): what it is, when and where, and never what is written in it. */
import { capital } from "../messages/capital.ts";
import { messages } from "../messages/messages.ts";
import type { Kind } from "./talk.rules.ts";

/** Vidga doesn't know which language somebody reads: Swedish is the organisation's own. */
export const LANGUAGE = "sv";

export type Letter = "invitation" | "moved" | "cancelled" | "reminder";

export function letter(
  which: Letter,
  talk: {
    readonly kind: Kind;
    readonly talkWord: string;
    readonly day: string;
    readonly at: string;
    readonly place: string;
  },
): { readonly subject: string; readonly text: string; readonly title: string } {
  const words = messages[LANGUAGE].talk;
  const t = words.letters[which];
  const kind = words.kind[talk.kind](talk.talkWord);
  const when = words.letters.when(talk.day, talk.at);
  const place = talk.place === "" || which === "cancelled" ? [] : [words.one.place(talk.place)];
  return {
    subject: t.subject(kind, when),
    text: [t.text(kind, when), ...place, ...(t.after === "" ? [] : [t.after])].join("\n\n"),
    title: capital(kind),
  };
}
