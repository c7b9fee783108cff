/** Below a goal or an activity: how it goes, what the two write to each other, and what has happened. */
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Button } from "../../ui/actions.tsx";
import { DateField, RadioGroup, TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Muted, Section } from "../../ui/shell.tsx";
import type { PlanEvent } from "../events.store.ts";
import { LONGEST, STATES } from "../plan.rules.ts";
import type { Standing } from "../plan.store.ts";
import { Happened } from "./plan-words.tsx";
import { useWired, type Typing } from "./wired.ts";

export type PartFootProps = Pick<Typing, "errors" | "isStale"> & {
  part: Standing & { readonly title: string };
  events: readonly PlanEvent[];
  /** What was sent and refused, with which button. */
  sent: Typing["typed"];
  isOwn: boolean;
  /** Is it an activity, which a certificate may come of? */
  isActivity: boolean;
};

export function PartFoot({ part, events, errors, isStale, sent, isOwn, isActivity }: PartFootProps) {
  const { plan } = useMessages();
  const t = plan.part;
  const { at, today } = useShell();
  const step = sent?.["intent"]?.[0] === "step" ? sent : undefined;
  const noted = sent?.["intent"]?.[0] === "note" ? sent : undefined;
  const wired = useWired({ errors, isStale: isStale && step !== undefined, typed: step });
  return (
    <>
      <Section title={t.step} id="step" lead={t.stepLead}>
        <Form
          version={part.revision}
          hidden={{ intent: "step" }}
          label={t.step}
          confirmLeave={plan.confirmLeave}
        >
          <RadioGroup
            {...wired("state", part.state, { said: plan.state[part.state] })}
            label={t.state}
            options={STATES.map((value) => ({ value, label: plan.state[value] }))}
          />
          <DateField {...wired("on", part.endedOn ?? today, { hint: t.onHint })} label={t.on} max={today} />
          <TextArea
            {...wired("reason", part.reason, { hint: t.reasonHint })}
            label={t.reason}
            optional={plan.optional}
            rows={2}
            maxLength={LONGEST.reason}
            readers={t.readers}
          />
          <Button variant="secondary">{t.saveStep}</Button>
        </Form>
        {isActivity && isOwn && part.state === "done" && (
          <p>
            {t.evidence} <a href={at("/my/evidence")}>{t.evidenceLink}</a>
          </p>
        )}
      </Section>
      <Section title={t.note} id="note" lead={t.noteLead}>
        <Form hidden={{ intent: "note" }} label={t.note} confirmLeave={plan.confirmLeave}>
          <TextArea
            name="words"
            label={t.words}
            rows={2}
            maxLength={LONGEST.note}
            error={errors.of("words")}
            defaultValue={noted?.["words"]?.[0]}
            readers={t.readers}
          />
          <Button variant="secondary">{t.saveNote}</Button>
        </Form>
      </Section>
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
