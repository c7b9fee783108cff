/** One's talk, one's plan, and who has read about oneself, each in a line with the way to the whole. */
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { capital } from "../../messages/capital.ts";
import { dayOf } from "../../shared/local-date.ts";
import { Card } from "../../ui/card.tsx";
import { localeOf } from "../../messages/day-words.ts";
import { formatDay, formatSoon } from "../../ui/date-text.tsx";
import { Muted } from "../../ui/shell.tsx";
import type { Own } from "../view-own.ts";

export function OwnCards({ own, talkWord }: { own: Own; talkWord: string }) {
  return (
    <>
      <TalkCard own={own} talkWord={talkWord} />
      <PlanCard own={own} />
    </>
  );
}

function TalkCard({ own, talkWord }: { own: Own; talkWord: string }) {
  const { desk, talk: words } = useMessages();
  const t = desk.start.talkCard;
  const { at, language, today } = useShell();
  const next = own.talks.find(({ isOwn }) => isOwn)?.talk;
  const when = next && desk.start.when(formatSoon(next.day, today, localeOf(language)), next.at);
  return (
    <Card title={t.title} size="small">
      <Muted>
        {next && when
          ? `${capital(words.kind[next.kind](talkWord))} ${when}, ${words.phase[next.phase]}.`
          : t.none}
      </Muted>
      <p>
        {next ? <a href={at(`/my/talks/${next.id}`)}>{t.open}</a> : <a href={at("/my/talks")}>{t.all}</a>}
      </p>
    </Card>
  );
}

function PlanCard({ own: { plan } }: { own: Own }) {
  const t = useMessages().desk.start.planCard;
  const { at, language } = useShell();
  const next =
    plan.next && t.next(plan.next.title, formatDay(plan.next.on, localeOf(language)), plan.next.underWay);
  return (
    <Card title={t.title} size="small">
      <Muted>
        {plan.all === 0 && !next
          ? t.none
          : [plan.all > 0 && t.done(plan.done, plan.all), next].filter(Boolean).join(" ")}
      </Muted>
      <p>
        <a href={at("/my/plan")}>{t.open}</a>
      </p>
    </Card>
  );
}

/** Who read last, and the way to all of it. */
export function ReadsCard({ own: { lastRead } }: { own: Own }) {
  const t = useMessages().desk.start;
  const { at, language } = useShell();
  return (
    <Card title={t.reads} size="small">
      <Muted>
        {lastRead
          ? t.lastRead(
              lastRead.reader ?? t.someone,
              formatDay(dayOf(new Date(lastRead.at)), localeOf(language)),
            )
          : t.noReads}
      </Muted>
      <p>
        <a href={at("/my/reads")}>{t.allReads}</a>
      </p>
    </Card>
  );
}
