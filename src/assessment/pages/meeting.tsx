/** The two assessments side by side, what they see differently first, and what they agree about each statement (ASM-1). */
import { useMessages } from "../../messages/messages.ts";
import type { Spelled } from "../../messages/spell.ts";
import type { FormValues } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { formatDay } from "../../ui/date-text.tsx";
import { RadioGroup, TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Section } from "../../ui/shell.tsx";
import { Tag } from "../../ui/tag.tsx";
import { inOrderOfTalk } from "../meeting.rules.ts";
import { needsOutcome } from "../statements.rules.ts";
import type { AssessmentView, SeenStatement } from "../view-assessment.ts";
import { OwnSheet } from "./apart.tsx";
import { NewerNote } from "./newer-note.tsx";
import { SaidText, StatementText } from "./statement-text.tsx";

type Props = {
  view: AssessmentView;
  saved: string | null;
  errors: Spelled;
  /** What was sent and refused. */
  typed: FormValues | undefined;
};

const useDay = () => {
  const { language } = useShell();
  return (day: string) => formatDay(day, language === "sv" ? "sv-SE" : "en-GB");
};

export function Meeting(props: Props) {
  const { view } = props;
  const t = useMessages().assessment.meeting;
  const rows = view.headings.flatMap(({ statements }) => statements);
  const hasBoth = view.head.sheets.self.state === "handed-in";
  const groups = inOrderOfTalk(rows, view.since);
  const titles = hasBoth ? t.groups : t.groupsOne;
  return (
    <>
      <HowOpened view={view} />
      <NewerNote view={view} />
      {groups.map(({ group, rows: own }) => (
        <Section
          key={group}
          id={`group-${group}`}
          title={titles[group]}
          lead={group === "gone" ? t.goneText : undefined}
        >
          {own.map((row) => (
            <Beside key={row.statement.itemId} {...props} row={row} hasBoth={hasBoth} />
          ))}
        </Section>
      ))}
      {view.reader === "self" && !hasBoth && <OwnSheet view={view} side="self" />}
      <End view={view} rows={rows} />
    </>
  );
}

function HowOpened({ view }: { view: AssessmentView }) {
  const t = useMessages().assessment.meeting;
  const day = useDay();
  const { head, reader } = view;
  const isSelf = reader === "self";
  const opened =
    head.openedHow === "both-in"
      ? t.bothIn(day(head.openedOn ?? ""))
      : t.atTalk(head.openedBy ?? "", day(head.openedOn ?? ""));
  const self = head.sheets.self.state;
  const without =
    self === "handed-in"
      ? null
      : self === "declined"
        ? isSelf
          ? t.youDeclined
          : t.selfDeclined(head.givenName)
        : isSelf
          ? t.youNotIn
          : t.selfNotIn(head.givenName);
  return (
    <p className="muted">
      {opened} {without}
    </p>
  );
}

/** One statement: what each has said, and below it what they agree. */
function Beside(props: Props & { row: SeenStatement; hasBoth: boolean }) {
  const { view, row, hasBoth } = props;
  const t = useMessages().assessment.meeting;
  const { head, reader, since } = view;
  const { statement, self, manager } = row;
  const isAsked = needsOutcome(since, statement.itemId);
  return (
    <article className="beside" id={`statement-${statement.itemId}`}>
      <h3 className="beside-statement">
        <StatementText statement={statement} />
      </h3>
      <div className={hasBoth ? "beside-two" : "beside-one"}>
        {hasBoth && (
          <SaidText who={reader === "self" ? t.you : head.givenName} said={self} scale={head.scale} />
        )}
        <SaidText who={manager.by ?? head.sheets.manager.by ?? ""} said={manager} scale={head.scale} />
      </div>
      {isAsked && <Outcome {...props} />}
    </article>
  );
}

function Outcome(props: Props & { row: SeenStatement }) {
  const { view, row, saved } = props;
  const t = useMessages().assessment.meeting;
  const day = useDay();
  const { outcome, statement } = row;
  const mayAgree = view.acts.includes("agree");
  const wasSent = props.typed?.["item"]?.[0] === statement.itemId;
  return (
    <div className="outcome">
      {outcome ? (
        <div className="outcome-said">
          <p>
            <span className="outcome-title">{t.outcome}</span>{" "}
            <Tag tone={outcome.met ? "good" : "attention"}>{outcome.met ? t.met : t.notMet}</Tag>
          </p>
          {outcome.words !== "" && <p>{outcome.words}</p>}
          <p className="muted">{t.by(outcome.by, day(outcome.decidedOn))}</p>
          {saved === statement.itemId && <output className="outcome-saved">{t.saved}</output>}
        </div>
      ) : (
        !mayAgree && (
          <p className="muted">
            {t.outcome}: {t.none}
          </p>
        )
      )}
      {mayAgree &&
        (outcome && !wasSent ? (
          <details>
            <summary>{t.change}</summary>
            <OutcomeForm {...props} />
          </details>
        ) : (
          <OutcomeForm {...props} />
        ))}
    </div>
  );
}

function OutcomeForm({ view, row, errors, typed }: Props & { row: SeenStatement }) {
  const words = useMessages().assessment;
  const t = words.meeting;
  const { statement, outcome } = row;
  const { itemId } = statement;
  const sent = typed?.["item"]?.[0] === itemId ? typed : undefined;
  const before = outcome === null ? undefined : outcome.met ? "yes" : "no";
  return (
    <Form
      hidden={{ intent: "agree", item: itemId, follows: outcome?.id ?? "" }}
      label={`${t.outcome} ${t.outcomeAbout(statement.text)}`}
      confirmLeave={words.heading.notSaved}
    >
      <div className="outcome-fields">
        <RadioGroup
          name={`met-${itemId}`}
          label={t.outcome}
          inline
          error={errors.of(`met-${itemId}`)}
          defaultValue={sent ? sent[`met-${itemId}`]?.[0] : before}
          options={[
            { value: "yes", label: t.met },
            { value: "no", label: t.notMet },
          ]}
        />
        <TextArea
          name={`words-${itemId}`}
          label={t.words}
          optional={words.heading.optional}
          rows={2}
          readers={t.readers(view.head.givenName)}
          error={errors.of(`words-${itemId}`)}
          defaultValue={sent ? sent[`words-${itemId}`]?.[0] : outcome?.words}
        />
        <Button variant="secondary" about={t.outcomeAbout(statement.text)}>
          {t.save}
        </Button>
      </div>
    </Form>
  );
}

/** Ending it, when all have an outcome or the rest is left for next time. */
function End({ view, rows }: { view: AssessmentView; rows: readonly SeenStatement[] }) {
  const t = useMessages().assessment.meeting;
  const day = useDay();
  const { head, since } = view;
  if (head.endedOn !== null)
    return (
      <Notice tone="success">
        <p>
          {head.endedHow === "agreed" ? t.endedAgreed(day(head.endedOn)) : t.endedRest(day(head.endedOn))}
        </p>
      </Notice>
    );
  if (!view.acts.includes("end")) return view.reader === "self" ? <p>{t.waitForManager}</p> : null;
  const left = rows.filter(
    ({ statement, outcome }) => outcome === null && needsOutcome(since, statement.itemId),
  ).length;
  return (
    <Section title={t.endTitle} id="end">
      <p>{left === 0 ? t.endAll : t.endLeft(left)}</p>
      {left > 0 && <p className="muted">{t.leaveText}</p>}
      <Form hidden={{ intent: left === 0 ? "end" : "leave-rest" }} label={t.endTitle}>
        <Actions>
          <Button variant={left === 0 ? "primary" : "secondary"}>{left === 0 ? t.end : t.leaveRest}</Button>
        </Actions>
      </Form>
    </Section>
  );
}
