/** Time in the profession explained: what counts, what leave is left out and why, and when requirements of time are reached (ASM-2). */
import { useShell } from "../../platform/http/shell.ts";
import { useMessages, type Messages } from "../../messages/messages.ts";
import { formatDay } from "../../ui/date-text.tsx";
import { SummaryList } from "../../ui/lists.tsx";
import { Muted, Section } from "../../ui/shell.tsx";
import type { DateRange } from "../../shared/local-date.ts";
import type { ExperienceView } from "../view-experience.ts";
import { lastDay } from "./typed-evidence.ts";

export function Experience({ experience }: { experience: readonly ExperienceView[] }) {
  const t = useMessages().evidence.experience;
  const { language } = useShell();
  if (experience.length === 0) return <Muted>{t.none}</Muted>;
  return experience.map((each) => (
    <Section key={each.profession.sv} title={t.total(each.profession[language], each.days)} level={3}>
      <OneProfession experience={each} />
    </Section>
  ));
}

function OneProfession({ experience }: { experience: ExperienceView }) {
  const { periods, leaves, leaveDays, reached } = experience;
  const t = useMessages().evidence.experience;
  const { language, today } = useShell();
  const day = (date: string) => formatDay(date, language === "sv" ? "sv-SE" : "en-GB");
  return (
    <SummaryList
      rows={[
        {
          term: t.periods,
          detail: (
            <>
              {periods.map((each) => (
                <p key={`${each.from} ${each.title} ${each.unit}`}>
                  {rangeText(each, t)}: {[each.title, each.unit ?? t.elsewhere].filter(Boolean).join(", ")}
                </p>
              ))}
            </>
          ),
        },
        ...(leaves.length > 0
          ? [
              {
                term: t.leaves,
                detail: (
                  <>
                    {leaves.map((each) => (
                      <p key={`${each.from} ${each.to}`}>
                        {rangeText(each, t)}: {each.counted ? t.leaveCounted : t.leaveLeftOut}
                      </p>
                    ))}
                    <Muted>{leaveRule(leaveDays, t)}</Muted>
                  </>
                ),
              },
            ]
          : []),
        ...(reached.length > 0
          ? [
              {
                term: t.reached,
                detail: (
                  <>
                    {reached.map(({ itemId, text, months, on }) => (
                      <p key={itemId}>
                        {text} ({t.months(months)}):{" "}
                        {on === null
                          ? t.notReached
                          : on <= today
                            ? t.reachedOn(day(on))
                            : t.willReach(day(on))}
                      </p>
                    ))}
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

type Words = Messages["evidence"]["experience"];

const rangeText = ({ from, to }: DateRange, t: Words): string =>
  `${from} – ${to === null ? t.now : lastDay(to)}`;

function leaveRule(days: number | null, t: Words): string {
  if (days === null) return t.leaveAll;
  return days === 0 ? t.leaveNone : t.leaveUpTo(days);
}
