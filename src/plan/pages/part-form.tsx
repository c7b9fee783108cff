/**
 * The page of a goal or an activity: what it says, how it goes, and what the two write to each other, in one form, so that what was typed is saved whichever button is pressed; and
 * what has happened.
 */
import type { ReactNode } from "react";
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Button } from "../../ui/actions.tsx";
import { DateField, RadioGroup, TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Muted, Section } from "../../ui/shell.tsx";
import { Stood } from "../../ui/stood.tsx";
import type { PlanEvent } from "../events.store.ts";
import { LONGEST, STATES } from "../plan.rules.ts";
import type { Standing } from "../plan.store.ts";
import { Happened } from "./plan-words.tsx";
import { useWired, type Typing } from "./wired.ts";

export function PartForm(props: {
  part: Standing & { readonly title: string };
  /** What stands in the fields of what it says. */
  stands: Readonly<Record<string, string>>;
  events: readonly PlanEvent[];
  typing: Typing;
  isOwn: boolean;
  /** Is it an activity, which a certificate may come of? */
  isActivity: boolean;
  /** The heading and the button of what it says; its fields are the children. */
  title: string;
  save: string;
  children: ReactNode;
}) {
  const { part, events, typing, isOwn, isActivity } = props;
  const { plan } = useMessages();
  const t = plan.part;
  const { at, today } = useShell();
  const wired = useWired(typing);
  const { state, endedOn, reason } = part;
  const day = endedOn ?? today;
  const stands = { ...props.stands, state, on: day, reason, words: "" };
  return (
    <>
      <Form version={part.revision} label={part.title} confirmLeave={plan.confirmLeave}>
        {Object.entries(stands).map(([name, value]) => (
          <Stood key={name} name={name} value={value} />
        ))}
        <Section title={props.title} id="text">
          {props.children}
          <Button name="intent" value="save">
            {props.save}
          </Button>
        </Section>
        <Section title={t.step} id="step" lead={t.stepLead}>
          <RadioGroup
            {...wired("state", state, { said: plan.state[state] })}
            label={t.state}
            options={STATES.map((value) => ({ value, label: plan.state[value] }))}
          />
          <DateField
            {...wired("on", day, { hint: t.onHint, said: endedOn ?? "" })}
            label={t.on}
            max={today}
          />
          <TextArea
            {...wired("reason", reason, { hint: t.reasonHint })}
            label={t.reason}
            optional={plan.optional}
            rows={2}
            maxLength={LONGEST.reason}
            readers={t.readers}
          />
          <Button name="intent" value="step" variant="secondary">
            {t.saveStep}
          </Button>
          {isActivity && isOwn && state === "done" && (
            <p>
              {t.evidence} <a href={at("/my/evidence")}>{t.evidenceLink}</a>
            </p>
          )}
        </Section>
        <Section title={t.note} id="note" lead={t.noteLead}>
          <TextArea
            {...wired("words", "")}
            hint={undefined}
            label={t.words}
            rows={2}
            maxLength={LONGEST.note}
            readers={t.readers}
          />
          <Button name="intent" value="note" variant="secondary">
            {t.saveNote}
          </Button>
        </Section>
      </Form>
      <Section title={t.history} id="history">
        {events.length === 0 ? (
          <Muted>{t.none}</Muted>
        ) : (
          <Happened events={events} titleOf={() => part.title} />
        )}
      </Section>
    </>
  );
}
