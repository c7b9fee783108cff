/** That the model has changed since the assessment was begun, and what differs (MOD-5). */
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { useMessages } from "../../messages/messages.ts";
import { Notice } from "../../ui/notices.tsx";
import type { AssessmentView } from "../view-assessment.ts";

export function NewerNote({
  view,
}: {
  view: Pick<AssessmentView, "newer" | "since" | "movedTo" | "headings">;
}) {
  const t = useMessages().assessment.newer;
  const { newer, since, movedTo } = view;
  const changed = view.headings.flatMap(({ statements }) =>
    statements.flatMap(({ statement }) => {
      const change = since.changes[statement.itemId];
      return change ? [{ statement, change }] : [];
    }),
  );
  if (!newer && changed.length === 0 && since.added.length === 0) return null;
  return (
    <Notice tone="info" title={newer ? t.title(newer.number) : t.localTitle}>
      <p>{t.text}</p>
      {changed.length === 0 && since.added.length === 0 && <p>{t.same}</p>}
      <ul>
        {changed.map(({ statement, change }) => (
          <li key={statement.itemId}>
            <span lang={MODEL_LANGUAGE}>{statement.text}</span>
            <br />
            <span className="muted">
              {change.is === "reworded" && (
                <>
                  {t.reworded}: <span lang={MODEL_LANGUAGE}>{change.text}</span>
                </>
              )}
              {change.is === "moved" && t.moved(movedTo[statement.itemId] ?? "")}
              {change.is === "gone" && t.gone}
            </span>
          </li>
        ))}
        {since.added.map((statement) => (
          <li key={statement.itemId}>
            <span lang={MODEL_LANGUAGE}>{statement.text}</span>
            <br />
            <span className="muted">{t.added}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
