/** An assessment while the two write apart: one's own sheet heading by heading, and what can be done with it. */
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { Card } from "../../ui/card.tsx";
import { Form } from "../../ui/form.tsx";
import { TaskList } from "../../ui/lists.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Columns, Section } from "../../ui/shell.tsx";
import { isSaid, type Act, type Side } from "../assessment.rules.ts";
import type { AssessmentView } from "../view-assessment.ts";
import { NewerNote } from "./newer-note.tsx";
import { FormalFacts } from "./formal-facts.tsx";
import { assessmentPath, type Whose } from "./places.ts";
import { SaidText, StatementText } from "../parts/statement-text.tsx";

type Props = { view: AssessmentView; whose: Whose };

/** `isNews`: the reader has just handed in or declined, and is told so. */
export function Apart({ view, whose, isNews }: Props & { isNews: boolean }) {
  const t = useMessages().assessment.sheet;
  const { reader, head, acts } = view;
  const isSelf = reader === "self";
  if (reader === "other") return <p>{t.other}</p>;
  const theirs = head.sheets[isSelf ? "manager" : "self"].state;
  const name = isSelf ? t.yourManager : head.givenName;
  const mayWrite = acts.includes("write");
  return (
    <Columns wide="start">
      <div>
        <Standing view={view} isNews={isNews} />
        {head.endedHow === null &&
          (theirs === "handed-in" || theirs === "declined" || theirs === "not-in") && (
            <p>{t.theirs[theirs](name)}</p>
          )}
        <NewerNote view={view} />
        {mayWrite ? (
          <>
            <Section title={t.headings} id="headings">
              <Headings view={view} whose={whose} side={reader} />
            </Section>
            <HandIn view={view} side={reader} />
          </>
        ) : (
          <OwnSheet view={view} side={reader} />
        )}
        <OtherActs acts={acts} name={name} declined={theirs === "declined"} />
      </div>
      <div>
        <Card title={t.how} size="small">
          <ol className="steps">
            {(isSelf ? t.howSelf : t.howManager).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </Card>
        <FormalFacts view={view} />
      </div>
    </Columns>
  );
}

/** What has happened with one's own sheet, when there is nothing more to write in it. */
function Standing({ view, isNews }: { view: AssessmentView; isNews: boolean }) {
  const t = useMessages().assessment.sheet;
  const { reader, head } = view;
  if (head.endedHow === "cancelled")
    return (
      <Notice tone="info" title={t.cancelledTitle}>
        <p>{t.cancelledText}</p>
      </Notice>
    );
  if (reader === "other") return null;
  const own = head.sheets[reader].state;
  if (own === "declined")
    return (
      <Notice tone="info" title={t.declinedTitle} announce={isNews}>
        <p>{t.declinedText}</p>
      </Notice>
    );
  if (own !== "handed-in") return null;
  return (
    <Notice tone="success" title={t.waitingTitle} announce={isNews}>
      <p>{reader === "self" ? t.waitingSelf : t.waitingManager(head.givenName)}</p>
    </Notice>
  );
}

function Headings({ view, whose, side }: Props & { side: Side }) {
  const t = useMessages().assessment.sheet;
  const { at } = useShell();
  const { head } = view;
  const path = assessmentPath(whose, { personId: head.personId, assessmentId: head.id });
  return (
    <TaskList
      label={t.headings}
      tasks={view.headings.map(({ key, name, statements }) => {
        const left = statements.filter((each) => !isSaid(each[side])).length;
        const isNew = left === statements.length;
        return {
          key,
          title: <span lang={MODEL_LANGUAGE}>{name}</span>,
          text: t.headingTask(statements.length, left),
          state: left === 0 ? "done" : "todo",
          stateLabel: left === 0 ? t.done : t.todo,
          action: (
            <LinkButton href={at(`${path}/${encodeURIComponent(key)}`)} about={name}>
              {left === 0 ? t.read : isNew ? t.write : t.goOn}
            </LinkButton>
          ),
        };
      })}
    />
  );
}

function HandIn({ view, side }: { view: AssessmentView; side: Side }) {
  const t = useMessages().assessment.sheet;
  const hasSaid = view.headings.some(({ statements }) => statements.some((each) => isSaid(each[side])));
  const opens = view.head.sheets[side === "self" ? "manager" : "self"].state === "handed-in";
  return (
    <Section title={t.handInTitle} id="hand-in">
      <p>{hasSaid ? t.handInText : t.handInNothing}</p>
      {hasSaid && opens && <p>{t.handInTextOpens}</p>}
      {hasSaid && (
        <Form hidden={{ intent: "hand-in" }} label={t.handIn}>
          <Actions>
            <Button>{t.handIn}</Button>
          </Actions>
        </Form>
      )}
    </Section>
  );
}

/** What is seldom done: declining, opening at the talk, cancelling. */
function OtherActs(props: { acts: readonly Act[]; name: string; declined: boolean }) {
  const t = useMessages().assessment.sheet;
  const offers = {
    decline: { summary: t.declineSummary, text: t.declineText, button: t.decline },
    open: {
      summary: t.openAtTalkSummary,
      text: props.declined ? t.openAtTalkDeclined(props.name) : t.openAtTalkText(props.name),
      button: t.openAtTalk,
    },
    cancel: { summary: t.cancelSummary, text: t.cancelText, button: t.cancel },
  };
  return (["decline", "open", "cancel"] as const)
    .filter((act) => props.acts.includes(act))
    .map((act) => (
      <details key={act}>
        <summary>{offers[act].summary}</summary>
        <p>{offers[act].text}</p>
        <Form hidden={{ intent: act }} label={offers[act].button}>
          <Button variant="secondary">{offers[act].button}</Button>
        </Form>
      </details>
    ));
}

/** What one has written oneself, to read. */
export function OwnSheet({ view, side }: { view: AssessmentView; side: Side }) {
  const { assessment } = useMessages();
  const { head } = view;
  const own = head.sheets[side];
  const you = assessment.meeting.you;
  const hasSaid = view.headings.some(({ statements }) => statements.some((each) => isSaid(each[side])));
  if (!hasSaid) return null;
  const isIn = own.state === "handed-in";
  return (
    <Section title={isIn ? assessment.sheet.own : assessment.sheet.ownDraft} id="own">
      {view.headings.map(({ key, name, statements }) => (
        <div key={key}>
          <h3 lang={MODEL_LANGUAGE}>{name}</h3>
          {statements.map((each) => (
            <div key={each.statement.itemId} className="beside-row">
              <p className="beside-statement">
                <StatementText statement={each.statement} />
              </p>
              <SaidText
                who={side === "self" ? you : (each[side].by ?? own.by ?? you)}
                said={each[side]}
                scale={head.scale}
              />
            </div>
          ))}
        </div>
      ))}
    </Section>
  );
}
