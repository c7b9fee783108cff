/** A statement as it is put to the two, and what somebody has said of it. */
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Tag } from "../../ui/tag.tsx";
import type { Said } from "../assessment.rules.ts";
import type { Statement } from "../statements.rules.ts";

/** Its words, whether it is recommended, and which layer it comes from. */
export function StatementText({ statement }: { statement: Statement }) {
  const { assessment, supplement } = useMessages();
  const employer = useShell().tenant?.name ?? "";
  return (
    <>
      <span lang={MODEL_LANGUAGE}>{statement.text}</span>
      {statement.mandatory === false && <span className="muted"> ({assessment.recommended})</span>}
      {statement.from && (
        <>
          {" "}
          <Tag>{supplement.marks.from(statement.from, employer)}</Tag>
        </>
      )}
    </>
  );
}

/** What stands beside a statement: how the level asks for it to be done, its note, and how it is to be read here. */
export function Example({ statement }: { statement: Statement }) {
  const { assessment, supplement } = useMessages();
  const employer = useShell().tenant?.name ?? "";
  const { note, support, clarified } = statement;
  const asks = support && <p className="muted">{assessment.heading.asks(assessment.stage[support])}</p>;
  if (note === undefined && clarified.length === 0) return asks;
  return (
    <aside className="example">
      <p className="example-title">{assessment.heading.example}</p>
      {asks}
      {note !== undefined && <p lang={MODEL_LANGUAGE}>{note}</p>}
      {clarified.map(({ by, text }) => (
        <p key={by.of === "unit" ? by.name : ""} lang={MODEL_LANGUAGE}>
          {supplement.marks.clarified(by, employer)} {text}
        </p>
      ))}
    </aside>
  );
}

/** The words of a step; "not yet" comes before the first. */
export function useStepWord(scale: readonly string[]): (step: number | null) => string {
  const t = useMessages().assessment;
  return (step) => (step === null ? t.unsaid : capital(step === 0 ? t.notYet : (scale[step - 1] ?? "")));
}

/** What somebody has said: the word of the scale, where it stands among the others, and their own words. */
export function SaidText(props: { who: string; said: Said; scale: readonly string[] }) {
  const { said, scale } = props;
  const word = useStepWord(scale);
  const steps = [0, ...scale.map((_, index) => index + 1)];
  return (
    <div className="said">
      <p className="said-who">{props.who}</p>
      <p className={said.step === null ? "said-word muted" : "said-word"}>
        {word(said.step)}
        <span className="said-steps" aria-hidden="true">
          {steps.map((step) => (
            <span key={step} className={step === said.step ? "said-step said-here" : "said-step"} />
          ))}
        </span>
      </p>
      {said.words !== "" && <blockquote className="said-words">{said.words}</blockquote>}
    </div>
  );
}
