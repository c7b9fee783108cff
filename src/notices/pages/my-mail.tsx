/** The demo's mail: what would have been sent to the one who is signed in, caught on its way. */
import { load } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { formatSoon, localeOf } from "../../messages/day-words.ts";
import { dayOf } from "../../shared/local-date.ts";
import { Card } from "../../ui/card.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Muted } from "../../ui/shell.tsx";
import { saidOnce } from "../../platform/mail/digest.rules.ts";
import { greeting } from "../letters.ts";
import { viewMyMail, type MyMail } from "../view-mail.ts";
import { minute } from "./minute.ts";
import type { Route } from "./+types/my-mail";

export const loader = load(({ work, mailFate }) => viewMyMail(work, mailFate));

export default function MyMailPage({ loaderData: { caught, waiting } }: Route.ComponentProps) {
  const t = useMessages().notices.mail;
  const { at } = useShell();
  return (
    <Page title={t.title} lead={t.lead} narrow>
      <Notice tone="info" title={t.nothingSent}>
        <a href={at("/my/notices")}>{t.choose}</a>
      </Notice>
      {caught.length === 0 && waiting.length === 0 && <EmptyState title={t.empty}>{t.emptyText}</EmptyState>}
      <div className="stack">
        {caught.length > 0 && <h2>{t.caught}</h2>}
        {caught.map((mail) => (
          <MailCard key={mail.id} mail={mail} when={t.caughtAt(minute(mail.at))} />
        ))}
        {waiting.length > 0 && <h2>{t.waiting}</h2>}
        {waiting.map((mail) => (
          <MailCard
            key={mail.id}
            mail={mail}
            when={(mail.waitsForDigest ? t.waitsForOthers : t.waitsFor)(minute(mail.at))}
          />
        ))}
      </div>
    </Page>
  );
}

function MailCard({ mail, when }: { mail: MyMail["caught"][number]; when: string }) {
  const { notices, talk } = useMessages();
  const t = notices.mail;
  const { at, today, language: own } = useShell();
  const { appointment, language } = mail;
  const time = (instant: string) => minute(instant).slice(-5);
  const inWords = (instant: string) =>
    talk.letters.when(formatSoon(dayOf(new Date(instant)), today, localeOf(own)), time(instant));
  return (
    <Card title={<span lang={language}>{mail.subject}</span>} level={3} size="small">
      <Muted>{when}</Muted>
      {[greeting(language), ...mail.body.split(/\n{2,}/)].map((paragraph, index) => (
        <p key={index} lang={language}>
          {paragraph}
        </p>
      ))}
      {saidOnce(mail.letters).map(({ subject, body, paths }) => (
        <section key={`${subject} ${body}`}>
          <h4 lang={language}>{subject}</h4>
          <p lang={language}>{body}</p>
          {paths.map((path, index) => (
            <p key={path}>
              <a href={at(path)}>
                {t.openOne(index + 1, paths.length)}
                <span className="visually-hidden">: {subject}</span>
              </a>
            </p>
          ))}
        </section>
      ))}
      {appointment && (
        <p>
          {(appointment.method === "cancel" ? t.cancelled : t.booked)(
            appointment.title,
            inWords(appointment.start),
            time(appointment.end),
          )}
          {appointment.place ? `, ${appointment.place}` : ""}
        </p>
      )}
      {mail.letters.length === 0 && (
        <p>
          <a href={at(mail.path)}>{t.open}</a>
        </p>
      )}
    </Card>
  );
}
