/** One's plan among all that is held about oneself (ASM-4, PLN-1): what each part says, how it stands, and what was written about it. */
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { SummaryList } from "../../ui/lists.tsx";
import type { MyData } from "../view-my-data.ts";

export function MyPlan({ plan }: Pick<MyData, "plan">) {
  const t = useMessages().plan;
  const { at } = useShell();
  const parts = [...plan.goals, ...plan.goals.flatMap(({ activities }) => activities), ...plan.loose];
  return (
    <>
      {parts.length > 0 && (
        <SummaryList
          rows={parts.map((part) => ({
            term: part.title,
            detail: [
              `${t.state[part.state]}, ${part.endedOn ?? part.until}`,
              ...("use" in part && part.use !== "" ? [part.use] : []),
              ...(part.mentor === "" ? [] : [t.mentor(part.mentor)]),
              ...(part.reason === "" ? [] : [part.reason]),
              ...plan.events
                .filter(
                  ({ kind, goalId, activityId }) => kind === "noted" && (activityId ?? goalId) === part.id,
                )
                .map(({ day, by, words }) => `${day} ${by ?? t.event.somebody}: ${words}`),
            ].map((line, index) => <p key={index}>{line}</p>),
          }))}
        />
      )}
      <p>
        <a href={at("/my/plan")}>{t.mine}</a>
      </p>
    </>
  );
}
