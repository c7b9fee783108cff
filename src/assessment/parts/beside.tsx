/** One statement with what each has said of it, and below it what they agree (ASM-1): on the assessment's own page, and at the talk. */
import { useMessages } from "../../messages/messages.ts";
import type { Spelled } from "../../messages/spell.ts";
import type { FormValues } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Button } from "../../ui/actions.tsx";
import { formatDay } from "../../ui/date-text.tsx";
import { RadioGroup, TextArea } from "../../ui/fields.tsx";
import { HiddenField } from "../../ui/form.tsx";
import { Tag } from "../../ui/tag.tsx";
import { needsOutcome } from "../statements.rules.ts";
import type { AssessmentView, SeenStatement } from "../view-assessment.ts";
import { SaidText, StatementText } from "./statement-text.tsx";
import { AGREE, saidAs, stillTyped } from "./typed-outcomes.ts";

type Props = {
  view: AssessmentView;
  row: SeenStatement;
  hasBoth: boolean;
  saved: string | null;
  errors: Spelled;
  /** What was sent and refused. */
  typed: FormValues | undefined;
  /** The id of the page's form that the outcomes are sent with. */
  form: string;
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
  const typed = stillTyped(props.typed, statement.itemId, standsAs(row));
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
        (outcome && !typed ? (
          <details>
            <summary>{t.change}</summary>
            <OutcomeFields {...props} typed={typed} />
          </details>
        ) : (
          <OutcomeFields {...props} typed={typed} />
        ))}
    </div>
  );
}

const metAs = ({ outcome }: SeenStatement): string => (outcome === null ? "" : outcome.met ? "yes" : "no");
const standsAs = (row: SeenStatement): string => saidAs(metAs(row), row.outcome?.words ?? "");

/** Sent with the page's form by its own button or any other; it doesn't save itself. */
function OutcomeFields({ view, row, errors, typed, form }: Props) {
  const words = useMessages().assessment;
  const t = words.meeting;
  const { statement, outcome } = row;
  const { itemId } = statement;
  const about = t.outcomeAbout(statement.text);
  return (
    <fieldset
      className="outcome-fields"
      aria-label={`${t.outcome} ${about}`}
      data-confirm-leave={words.heading.notSaved}
    >
      <HiddenField form={form} name={`assessment-${itemId}`} value={view.head.id} />
      <HiddenField form={form} name={`follows-${itemId}`} value={outcome?.id ?? ""} />
      <HiddenField form={form} name={`stood-${itemId}`} value={standsAs(row)} />
      <RadioGroup
        form={form}
        name={`met-${itemId}`}
        label={t.outcome}
        inline
        error={errors.of(`met-${itemId}`)}
        defaultValue={typed ? typed[`met-${itemId}`]?.[0] : metAs(row)}
        options={[
          { value: "yes", label: t.met },
          { value: "no", label: t.notMet },
        ]}
      />
      <TextArea
        form={form}
        name={`words-${itemId}`}
        label={t.words}
        optional={words.heading.optional}
        rows={2}
        readers={t.readers(view.head.givenName)}
        error={errors.of(`words-${itemId}`)}
        defaultValue={typed ? typed[`words-${itemId}`]?.[0] : outcome?.words}
      />
      <Button form={form} name={AGREE} value={itemId} variant="secondary" about={about}>
        {t.save}
      </Button>
    </fieldset>
  );
}
