/** A talk that is to come: one's own preparation, what the two go on from, and for the manager when and how it is held. */
import { Fragment } from "react";
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { useDay } from "../../assessment/parts/beside.tsx";
import { inOrderOfTalk } from "../../assessment/meeting.rules.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Actions, Button, EnterSaves } from "../../ui/actions.tsx";
import { Card } from "../../ui/card.tsx";
import { DateField, TextArea, TextField, TimeField } from "../../ui/fields.tsx";
import { Form, FormPart, HiddenField } from "../../ui/form.tsx";
import { Columns, Muted, Section } from "../../ui/shell.tsx";
import { typedOr } from "../../ui/stood.tsx";
import { Tag } from "../../ui/tag.tsx";
import { LONGEST_ANSWER, QUESTIONS } from "../talk.rules.ts";
import { PlanBeside } from "../../plan/parts/plan-beside.tsx";
import type { Matter } from "../view-talk.ts";
import type { TalkProps } from "./talk-props.ts";
import { Meanwhile, Paragraphs, Prepared } from "./prepared.tsx";
import { Came } from "./came.tsx";
import { talkPath, type Whose } from "./places.ts";
import { TALK_FORM, Stood, isOpen } from "./typed.tsx";
import { useKind } from "./when.ts";

export function Planned(props: TalkProps) {
  const { view, whose } = props;
  const { acts, matter, reader, preparations, talk } = view;
  const t = useMessages().talk.one;
  if (reader !== "self" && reader !== "manager") return null;
  const other = reader === "self" ? "manager" : "self";
  const theirs = preparations[other];
  const name = other === "self" ? talk.givenName : t.manager;
  return (
    <Columns wide="start">
      <div>
        <Prepare {...props} />
        <Section title={theirs ? t.theirs(theirs.by) : t.theirsNot(name)} id="theirs">
          {theirs ? (
            <Prepared preparation={theirs} kind={talk.kind} side={other} />
          ) : (
            <Muted>{t.notShown(name)}</Muted>
          )}
        </Section>
        {acts.includes("hold") && <Hold {...props} />}
        {acts.includes("rebook") && (
          <Section title={t.changePlan} id="change">
            <Rebook {...props} />
            <Cancel {...props} />
          </Section>
        )}
      </div>
      <div className="stack">{matter && <Beside matter={matter} whose={whose} view={view} />}</div>
    </Columns>
  );
}

function Prepare({ view, errors, typed, reasons }: TalkProps) {
  const t = useMessages().talk.one;
  const day = useDay();
  const { talk, reader, preparations } = view;
  const side = reader === "self" ? "self" : "manager";
  const own = preparations[side];
  const other = side === "self" ? t.yourManager : talk.givenName;
  const questions = side === "self" ? t.questions : t.questionsManager;
  const shared = own?.sharedOn ?? null;
  const { today } = useShell();
  return (
    <Section
      title={t.prepareTitle}
      id="prepare"
      lead={t.prepareLead}
      aside={shared && <Tag tone="good">{t.shownOn(day(shared))}</Tag>}
    >
      <Form id={TALK_FORM} version={own?.revision ?? 0} label={t.prepareTitle} confirmLeave={t.unsaved}>
        <EnterSaves form={TALK_FORM} />
        {reasons.some(({ code, field }) => code === "changed-by-other" && field === undefined) && (
          <Meanwhile>
            <Prepared preparation={own} kind={talk.kind} side={side} />
          </Meanwhile>
        )}
        {QUESTIONS[talk.kind].map((question, index, all) => (
          <Fragment key={question}>
            <Stood name={question} value={own?.answers[question] ?? ""} />
            <TextArea
              name={question}
              label={questions[question]}
              hint={talk.kind === "pay" && index === 0 ? t.payHint : undefined}
              rows={3}
              maxLength={LONGEST_ANSWER}
              error={errors.of(question)}
              defaultValue={typedOr(typed, question, own?.answers[question] ?? "")}
              readers={
                index === all.length - 1 ? (shared ? t.readersShown(other) : t.readers(other)) : undefined
              }
            />
          </Fragment>
        ))}
        <Actions>
          {shared === null && (
            <Button name="intent" value="share" variant={isDue(view, today) ? "secondary" : "primary"}>
              {t.share(other)}
            </Button>
          )}
          <Button
            name="intent"
            value="save"
            variant={shared === null || isDue(view, today) ? "secondary" : "primary"}
          >
            {t.save}
          </Button>
        </Actions>
      </Form>
    </Section>
  );
}

/** What the two go on from: the last talk, what they see differently, and where the person is placed. */
export function Beside({ matter, whose, view }: { matter: Matter; whose: Whose } & Pick<TalkProps, "view">) {
  const t = useMessages().talk.one;
  const { at } = useShell();
  const day = useDay();
  const kindOf = useKind(view.talkWord);
  const { talk } = view;
  const { last, assessments, opened, placements } = matter;
  const assessmentPath = (id: string) =>
    at(whose === "own" ? `/my/assessment/${id}` : `/people/${talk.personId}/assessment/${id}`);
  const differing = opened.flatMap(({ headings, since }) =>
    inOrderOfTalk(
      headings.flatMap(({ statements }) => statements),
      since,
    ).flatMap(({ group, rows }) => (group === "differs" ? rows : [])),
  );
  return (
    <>
      <Card title={t.last} size="small">
        {last ? (
          <>
            <Muted>{capital(t.lastFrom(kindOf(last.kind), day(last.heldOn)))}</Muted>
            <Paragraphs text={last.agreed} />
            <p>
              <a href={at(talkPath(whose, { id: last.id, personId: talk.personId }))}>{t.lastOpen}</a>
            </p>
          </>
        ) : (
          <Muted>{t.lastNone}</Muted>
        )}
      </Card>
      {matter.plan && <PlanBeside plan={matter.plan} isOwn={whose === "own"} personId={talk.personId} />}
      {talk.kind !== "pay" && talk.state === "planned" && (
        <Card title={t.differences} size="small">
          {opened.length === 0 && <Muted>{t.differencesNone}</Muted>}
          {opened.length > 0 && differing.length === 0 && <Muted>{t.differencesSame}</Muted>}
          {differing.length > 0 && (
            <ul className="items" lang={MODEL_LANGUAGE}>
              {differing.map(({ statement }) => (
                <li key={statement.itemId}>{statement.text}</li>
              ))}
            </ul>
          )}
          {assessments[0] && (
            <p>
              <a href={assessmentPath(assessments[0].id)}>
                {whose === "own" && opened.length === 0 ? t.assessOwn : t.assess}
              </a>
            </p>
          )}
        </Card>
      )}
      {talk.kind !== "pay" && (
        <Card title={t.placed} size="small">
          {placements.length === 0 && <Muted>{t.notPlaced}</Muted>}
          {placements.map((each) => (
            <p key={each.id}>
              {t.placedText([each.level, each.track].filter(Boolean).join(", "), day(each.from))}
            </p>
          ))}
          <Came view={view} />
        </Card>
      )}
    </>
  );
}

/** On its day a talk is opened; until then it is prepared. */
const isDue = ({ talk, acts }: TalkProps["view"], today: string): boolean =>
  acts.includes("hold") && talk.day <= today;

function Hold({ view, errors, typed }: TalkProps) {
  const t = useMessages().talk.one;
  const { today } = useShell();
  const { day } = view.talk;
  const proposed = day < today ? day : today;
  return (
    <Section title={t.holdTitle} id="hold" lead={t.holdText}>
      <FormPart label={t.holdTitle}>
        <Stood name="heldOn" value={proposed} />
        <DateField
          form={TALK_FORM}
          name="heldOn"
          label={t.heldOn}
          max={today}
          error={errors.of("heldOn")}
          defaultValue={typedOr(typed, "heldOn", proposed)}
        />
        <Button
          form={TALK_FORM}
          name="intent"
          value="hold"
          variant={isDue(view, today) ? "primary" : "secondary"}
        >
          {t.hold}
        </Button>
      </FormPart>
    </Section>
  );
}

function Rebook({ view, errors, typed }: TalkProps) {
  const t = useMessages().talk.one;
  const { talk } = view;
  const minutes = String(talk.minutes);
  const field = (name: "day" | "at" | "minutes" | "place", stands: string) => ({
    form: TALK_FORM,
    name,
    error: errors.of(name),
    defaultValue: typedOr(typed, name, stands),
  });
  return (
    <details open={isOpen("rebook", { typed, errors })}>
      <summary>{t.rebookTitle}</summary>
      <FormPart label={t.rebookTitle} confirmLeave={t.unsaved}>
        <HiddenField form={TALK_FORM} name="booking" value={String(talk.booking)} />
        <Stood name="day" value={talk.day} />
        <Stood name="at" value={talk.at} />
        <Stood name="minutes" value={minutes} />
        <Stood name="place" value={talk.place} />
        <DateField {...field("day", talk.day)} label={t.day} />
        <TimeField {...field("at", talk.at)} label={t.at} />
        <TextField {...field("minutes", minutes)} label={t.minutes} width="short" inputMode="numeric" />
        <TextField {...field("place", talk.place)} label={t.where} optional={t.optional} />
        <Button form={TALK_FORM} name="intent" value="rebook" variant="secondary">
          {t.rebook}
        </Button>
      </FormPart>
    </details>
  );
}

function Cancel({ errors, typed }: TalkProps) {
  const t = useMessages().talk.one;
  return (
    <details open={isOpen("cancel", { typed, errors })}>
      <summary>{t.cancelTitle}</summary>
      <FormPart label={t.cancelTitle} confirmLeave={t.unsaved}>
        <Stood name="why" value="" />
        <TextArea
          form={TALK_FORM}
          name="why"
          label={t.cancelWhy}
          optional={t.optional}
          rows={2}
          error={errors.of("why")}
          defaultValue={typedOr(typed, "why", "")}
          readers={t.agreedReaders}
        />
        <Button form={TALK_FORM} name="intent" value="cancel" variant="secondary">
          {t.cancel}
        </Button>
      </FormPart>
    </details>
  );
}
