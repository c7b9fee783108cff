/** Everyone's own first page. */
import { load } from "../../platform/http/page.ts";
import { useMessages } from "../../messages/messages.ts";
import { Page } from "../../ui/page.tsx";
import { viewStart } from "../view-start.ts";
import { Errands } from "./errands.tsx";
import { OwnPlaces } from "./own-places.tsx";
import { Teams } from "./teams.tsx";
import { ToDo } from "./to-do.tsx";
import type { Route } from "./+types/start";

export const loader = load(({ work }) => viewStart(work));

export default function Start({ loaderData: start }: Route.ComponentProps) {
  const t = useMessages().desk.start;
  return (
    <Page title={t.title(start.name)} lead={useLead(start)}>
      <ToDo start={start} />
      <Errands start={start} />
      <OwnPlaces start={start} />
      <Teams start={start} />
    </Page>
  );
}

/** The one sentence that answers "what now?". */
function useLead(start: Route.ComponentProps["loaderData"]): string {
  const { lead } = useMessages().desk.start;
  if (start.places.some((place) => place.placement?.answer === "awaiting")) return lead.answer;
  if (start.teams.length > 0) {
    const sum = (of: "placed" | "placeable") => start.teams.reduce((total, team) => total + team[of], 0);
    return lead.team(sum("placed"), sum("placeable"));
  }
  if (start.places.length > 0)
    return start.places.some((place) => place.placement) ? lead.placed : lead.notPlaced(start.talkWord);
  return start.drafts.length > 0 || start.errands.length > 0 ? lead.other : lead.noModel;
}
