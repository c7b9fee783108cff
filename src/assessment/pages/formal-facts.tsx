/** What is shown by evidence, beside an assessment: each requirement with the piece that shows it, or the way to handing one in (ASM-2, ASM-3). */
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { addDays } from "../../shared/local-date.ts";
import { Card } from "../../ui/card.tsx";
import type { AssessmentView, SeenFormal } from "../view-assessment.ts";

export function FormalFacts({ view }: { view: AssessmentView }) {
  const t = useMessages().assessment.sheet;
  if (view.formal.length === 0) return null;
  return (
    <Card title={t.formal} size="small">
      <p className="muted">{t.formalText}</p>
      <ul className="items">
        {view.formal.map((each) => (
          <li key={each.itemId}>
            <span lang={MODEL_LANGUAGE}>{each.text}</span>
            <Shown formal={each} view={view} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Shown({ formal, view }: { formal: SeenFormal; view: AssessmentView }) {
  const t = useMessages().assessment.sheet.shown;
  const { at } = useShell();
  const { evidence, waiting, ended, isMet } = formal;
  const here = at(`/people/${view.head.personId}/evidence`);
  const piece = evidence ?? waiting ?? ended;
  const state = evidence
    ? t.met
    : waiting
      ? waiting.returned
        ? t.returned
        : t.waiting
      : ended
        ? t[ended.why](addDays(ended.on, -1))
        : isMet
          ? t.time
          : t.none;
  const add = view.reader === "self" ? t.handIn : t.note;
  return (
    <p className="muted">
      {state}
      {piece && (
        <>
          : <a href={`${here}/${piece.id}`}>{piece.what}</a>
        </>
      )}
      {!isMet && !waiting && view.reader !== "other" && (
        <>
          {" "}
          <a href={`${here}/new`}>
            {add}
            <span className="visually-hidden">: {formal.text}</span>
          </a>
        </>
      )}
    </p>
  );
}
