/** Words that every page of talks needs: what the talk is called, and when it is. */
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { timeOf, minutesOf, type Slot } from "../booking.rules.ts";
import type { Kind } from "../talk.rules.ts";

/** What the organisation calls a talk of the kind. */
export function useKind(talkWord: string): (kind: Kind) => string {
  const { kind: words } = useMessages().talk;
  return (kind) => words[kind](talkWord);
}

/** "Torsdag 3 december 2026 kl. 10.00–11.00". */
export function useWhen(): (slot: Slot) => string {
  const { when } = useMessages().talk;
  const { language } = useShell();
  const format = new Intl.DateTimeFormat(language === "sv" ? "sv-SE" : "en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  const clock = (time: string) => (language === "sv" ? time.replace(":", ".") : time);
  return ({ day, at, minutes }) =>
    capital(
      when(
        format.format(new Date(`${day}T00:00:00Z`)).replace(" den ", " "),
        clock(at),
        clock(timeOf(minutesOf(at) + minutes)),
      ),
    );
}
