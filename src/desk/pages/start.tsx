/** Everyone's own first page. */
import { load } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
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
      {hasNothing(start) && <AllModels />}
      <OwnPlaces start={start} />
      <Teams start={start} />
    </Page>
  );
}

type Loaded = Route.ComponentProps["loaderData"];

const hasNothing = (start: Loaded): boolean =>
  [start.places, start.teams, start.drafts, start.errands].every((each) => each.length === 0);

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
  if (start.teams.length > 0) {
    const sum = (of: "placed" | "placeable") => start.teams.reduce((total, team) => total + team[of], 0);
    return lead.team(sum("placed"), sum("placeable"));
  }
  if (start.places.length > 0)
    return start.places.some((place) => place.placement) ? lead.placed : lead.notPlaced(start.talkWord);
  return hasNothing(start) ? lead.noModel : lead.other;
}
