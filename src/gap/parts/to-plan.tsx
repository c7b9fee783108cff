/** The way from something that a level asks for to a goal in the plan, with that filled in; whose plan it may be put in is the caller's to know. */
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import type { Id } from "../../shared/ids.ts";

/** What a new goal would come from: a place of a model as addresses name it, and a requirement's identity; none is the place itself. */
type From = { readonly model: string; readonly place: string; readonly item?: Id };

/** The address of a new goal in one's own plan (`personId` null) or another's, without the organisation. */
export const goalFrom = (personId: Id | null, { model, place, item = "" }: From): string =>
  `${personId === null ? "/my/plan" : `/people/${personId}/plan`}/goals/new?${new URLSearchParams({ model, place, item }).toString()}`;

export function ToPlan(props: { personId: Id | null; from: From; requirement: string }) {
  const { personId, from, requirement } = props;
  const t = useMessages().missing;
  const { at } = useShell();
  return (
    <a href={at(goalFrom(personId, from))}>
      {personId === null ? t.toPlan : t.toPlanOf}
      <span className="visually-hidden">: {requirement}</span>
    </a>
  );
}
