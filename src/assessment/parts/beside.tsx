/** One statement with what each has said of it, and below it what they agree (ASM-1): on the assessment's own page, and at the talk. */
import { useMessages } from "../../messages/messages.ts";
import type { Spelled } from "../../messages/spell.ts";
import type { FormValues } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Button } from "../../ui/actions.tsx";
import { formatDay } from "../../ui/date-text.tsx";
import { RadioGroup, TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Tag } from "../../ui/tag.tsx";
import { needsOutcome } from "../statements.rules.ts";
import type { AssessmentView, SeenStatement } from "../view-assessment.ts";
import { SaidText, StatementText } from "./statement-text.tsx";

type Props = {
  view: AssessmentView;
  row: SeenStatement;
  hasBoth: boolean;
  saved: string | null;
  errors: Spelled;
  /** What was sent and refused. */
  typed: FormValues | undefined;
  /** What a page of more than one assessment sends along. */
  hidden?: Readonly<Record<string, string>>;
};

export const useDay = () => {
  const { language } = useShell();
  return (day: string) => formatDay(day, language === "sv" ? "sv-SE" : "en-GB");
};

/** One statement: what each has said, and below it what they agree. */
export function Beside(props: Props) {
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

function Outcome(props: Props) {
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

function OutcomeForm({ view, row, errors, typed, hidden }: Props) {
  const words = useMessages().assessment;
  const t = words.meeting;
  const { statement, outcome } = row;
  const { itemId } = statement;
  const sent = typed?.["item"]?.[0] === itemId ? typed : undefined;
  const before = outcome === null ? undefined : outcome.met ? "yes" : "no";
  return (
    <Form
      hidden={{ ...hidden, intent: "agree", item: itemId, follows: outcome?.id ?? "" }}
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
