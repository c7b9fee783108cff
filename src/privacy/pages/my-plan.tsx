/** One's plan among all that is held about oneself (ASM-4, PLN-1): what each part says, how it stands, and what was written about it. */
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { SummaryList } from "../../ui/lists.tsx";
import { Muted } from "../../ui/shell.tsx";
import { partsOf } from "../../plan/view-plan.ts";
import type { MyData } from "../view-my-data.ts";
import { AskAbout } from "./ask-about.tsx";

export function MyPlan({ plan }: Pick<MyData, "plan">) {
  const { plan: t, privacy } = useMessages();
  const { at } = useShell();
  const parts = partsOf(plan);
  return (
    <>
      {parts.length === 0 && <Muted>{privacy.mine.noPlan}</Muted>}
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
              <AskAbout key="ask" about="plan" id={part.id} name={part.title} />,
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
