/** An application for a move: what was asked, and the answer or the form for one (PLC-4). */
import { dayOf } from "../../shared/local-date.ts";
import { field, type FormValues } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import type { Spelled } from "../../messages/spell.ts";
import { Paragraphs } from "../../placement/parts/placement-fields.tsx";
import { usePlaceName } from "../../placement/parts/placement-history.tsx";
import { Button } from "../../ui/actions.tsx";
import { Card } from "../../ui/card.tsx";
import { formatDay } from "../../ui/date-text.tsx";
import { RadioGroup, TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Muted } from "../../ui/shell.tsx";
import type { Application } from "../application.store.ts";
import { DECLINED_FOR, LONGEST_WORDS } from "../application.rules.ts";

const useDay = () => {
  const { language } = useShell();
  return (instant: string): string =>
    formatDay(dayOf(new Date(instant)), language === "sv" ? "sv-SE" : "en-GB");
};

/** How an application ended, in words; nothing while it is open. */
export function Outcome({ application }: { application: Application }) {
  const { outcome: t, declinedFor } = useMessages().move;
  const day = useDay();
  const { outcome, endedAt, answeredBy, declinedFor: why, answer } = application;
  if (outcome === null || endedAt === null) return null;
  return (
    <>
      <p>
        <strong>{t[outcome](day(endedAt), answeredBy ?? "")}</strong> {why !== null && `${declinedFor[why]}.`}
      </p>
      {answer !== "" && (
        <blockquote>
          <Paragraphs text={answer} />
        </blockquote>
      )}
    </>
  );
}

/** Somebody's application, as whoever is close to them sees it; `answering` is for whoever decides. */
export function ApplicationOfPerson(props: {
  application: Application;
  name: string;
  answering?: { readonly errors: Spelled; readonly typed: FormValues | undefined } | undefined;
}) {
  const { application, answering } = props;
  const t = useMessages().move;
  const placeName = usePlaceName();
  const day = useDay();
  const typed = answering?.typed;
  const isOwn = typed !== undefined && field(typed, "application") === application.id;
  const errorOf = (name: string) => (isOwn ? answering?.errors.of(name) : undefined);
  return (
    <Card title={t.person.applied(props.name, placeName(application))} size="small">
      <Muted>{t.person.appliedOn(day(application.appliedAt))}</Muted>
      <blockquote>
        <Paragraphs text={application.words} />
      </blockquote>
      <Outcome application={application} />
      {answering && (
        <>
          <p>{t.person.grant}</p>
          <details open={isOwn}>
            <summary>{t.person.decline}</summary>
            <Form hidden={{ application: application.id }} label={t.person.decline}>
              <RadioGroup
                name="declinedFor"
                label={t.person.declinedFor}
                error={errorOf("declinedFor")}
                defaultValue={isOwn ? field(typed, "declinedFor") : ""}
                options={DECLINED_FOR.map((value) => ({ value, label: t.declinedFor[value] }))}
              />
              <TextArea
                name="answer"
                label={t.person.answer}
                readers={t.person.readers}
                rows={3}
                maxLength={LONGEST_WORDS}
                error={errorOf("answer")}
                defaultValue={isOwn ? field(typed, "answer") : ""}
              />
              <Button variant="secondary" name="intent" value="decline">
                {t.person.declineButton}
              </Button>
            </Form>
          </details>
        </>
      )}
    </Card>
  );
}
