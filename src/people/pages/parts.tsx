/** What several pages about units and people show alike. */
import type { ReactNode } from "react";
import type { Messages } from "../../messages/messages.ts";
import type { Language } from "../../platform/http/context.ts";
import { addDays, type DateRange } from "../../shared/local-date.ts";
import { Tag } from "../../ui/tag.tsx";
import type { Period } from "../register.store.ts";

type Words = Messages["people"];

/** A time as it is read: with its last day, not the first one outside. */
export const daysText = (days: DateRange, words: Words): string =>
  days.to === null ? words.days.since(days.from) : words.days.between(days.from, addDays(days.to, -1));

export const professionName = (period: Period, language: Language): string | null =>
  language === "sv" ? period.professionSv : period.professionEn;

/** What someone is employed as: the title with the profession after it when it says something else. */
export function EmployedAs({
  period,
  language,
  words,
}: {
  period: Period;
  language: Language;
  words: Words;
}) {
  const profession = professionName(period, language);
  const title = period.title || profession || words.staff.noProfession;
  return (
    <span>
      {title}
      {profession && profession.toLowerCase() !== title.toLowerCase() && (
        <span className="muted"> · {profession}</span>
      )}
      {period.onLeave && (
        <>
          {" "}
          <Tag tone="attention">{words.staff.onLeave}</Tag>
        </>
      )}
    </span>
  );
}

/** One line for each of a person's employments; they stand alike in every column of the row. */
export function Lines({ of, children }: { of: readonly Period[]; children: (period: Period) => ReactNode }) {
  return (
    <div>
      {of.map((period) => (
        <div key={`${period.number} ${period.from}`}>{children(period)}</div>
      ))}
    </div>
  );
}
