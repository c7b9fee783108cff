/** Everyone's own first page: a manager's is about their units, everybody else's about themselves. */
import { load } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { Page } from "../../ui/page.tsx";
import { viewStart } from "../view-start.ts";
import { Errands } from "./errands.tsx";
import { ManagerStart } from "./manager-start.tsx";
import { OwnPlaces } from "./own-places.tsx";
import { ToDo, useTasks } from "./to-do.tsx";
import type { Route } from "./+types/start";

export const loader = load(({ work, url }) => viewStart(work, { own: url.searchParams.has("own") }));

export default function Start({ loaderData: start }: Route.ComponentProps) {
  return start.manager ? <ManagerStart start={start} manager={start.manager} /> : <OwnStart start={start} />;
}

type Loaded = Route.ComponentProps["loaderData"];

function OwnStart({ start }: { start: Loaded }) {
  const t = useMessages().desk.start;
  const { at } = useShell();
  return (
    <Page title={t.title(start.name)} lead={useLead(start)}>
      {start.both && (
        <p>
          <a href={at("")}>{t.toTeam}</a>
        </p>
      )}
      <ToDo tasks={useTasks(start)} />
      <Errands start={start} />
      {hasNothing(start) && <AllModels />}
      <OwnPlaces start={start} />
    </Page>
  );
}

const hasNothing = (start: Loaded): boolean =>
  [start.places, start.drafts, start.errands].every((each) => each.length === 0);

/** For whom there is nothing of their own yet: what there is for others. */
function AllModels() {
  const { allModels } = useMessages().desk.start;
  const { at } = useShell();
  return (
    <p>
      <a href={at("/models")}>{allModels}</a>
    </p>
  );
}

/** The one sentence that answers "what now?". */
function useLead(start: Loaded): string {
  const { lead } = useMessages().desk.start;
  if (start.places.some((place) => place.placement?.answer === "awaiting")) return lead.answer;
  if (start.places.length > 0)
    return start.places.some((place) => place.placement) ? lead.placed : lead.notPlaced(start.talkWord);
  return hasNothing(start) ? lead.noModel : lead.other;
}
