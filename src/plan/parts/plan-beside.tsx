/** The plan beside a talk: what has come of it since the last one, and what is left (PLN-1). */
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Card } from "../../ui/card.tsx";
import { formatDay } from "../../ui/date-text.tsx";
import { Muted } from "../../ui/shell.tsx";
import type { Id } from "../../shared/ids.ts";
import type { PlanSince } from "../view-plan.ts";

/** So much of each is shown; the rest stands in the plan. */
const MOST = 6;

export function PlanBeside({ plan, isOwn, personId }: { plan: PlanSince; isOwn: boolean; personId: Id }) {
  const t = useMessages().plan.talk;
  const { at, language } = useShell();
  const day = (date: string) => formatDay(date, language === "sv" ? "sv-SE" : "en-GB");
  const { goals, activities, since } = plan;
  const parts = (["done", "notDone", "open"] as const).map((part) => ({
    part,
    lines: [...goals[part], ...activities[part]],
  }));
  const isEmpty = parts.every(({ lines }) => lines.length === 0);
  return (
    <Card title={t.title} size="small">
      <Muted>{isEmpty ? t.empty : since === null ? t.sinceNone : t.since(day(since))}</Muted>
      {!isEmpty && goals.done.length + activities.done.length === 0 && (
        <p>{since === null ? t.nothingYet : t.nothing}</p>
      )}
      {parts.map(
        ({ part, lines }) =>
          lines.length > 0 && (
            <div key={part}>
              <h3>{t[part]}</h3>
              <ul className="items">
                {lines.slice(0, MOST).map(({ id, title, reason }) => (
                  <li key={id}>{reason === "" ? title : `${title}: ${reason}`}</li>
                ))}
                {lines.length > MOST && <li>{t.more(lines.length - MOST)}</li>}
              </ul>
            </div>
          ),
      )}
      <p>
        <a href={at(isOwn ? "/my/plan" : `/people/${personId}/plan`)}>{t.link}</a>
      </p>
    </Card>
  );
}
