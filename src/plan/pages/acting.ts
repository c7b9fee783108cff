/** What is sent from the page of a goal or an activity, the person's own and the manager's alike. */
import {
  again,
  field,
  seeOther,
  type Acting,
  type Again,
  type FormValues,
  type SeeOther,
} from "../../platform/http/page.ts";
import type { Result } from "../../shared/result.ts";
import type { AimAsked } from "../aim.ts";
import { goOn, note, type PartAddress } from "../go-on.ts";
import { addActivity, changeActivity } from "../keep-activity.ts";
import { addGoal, changeGoal } from "../keep-goal.ts";
import type { ActivityText, GoalText } from "../plan.rules.ts";
import { planPath } from "./places.ts";

/** What somebody wrote is not trimmed before it is shown to them again. */
const text = (form: FormValues, name: string): string => form[name]?.[0] ?? "";

const goalText = (form: FormValues): GoalText => ({
  kind: field(form, "kind"),
  title: text(form, "title"),
  use: text(form, "use"),
  mentor: text(form, "mentor"),
  until: field(form, "until"),
});

const activityText = (form: FormValues): ActivityText => ({
  title: text(form, "title"),
  entryId: field(form, "entryId"),
  goalId: field(form, "goalId"),
  owner: field(form, "owner"),
  mentor: text(form, "mentor"),
  from: field(form, "from"),
  until: field(form, "until"),
});

const aimIn = (form: FormValues): AimAsked => ({
  model: field(form, "model"),
  place: field(form, "place"),
  item: field(form, "item"),
});

/** The address of what is to be is the word `new` in the place of its id. */
export const NEW = "new";

type Sent = Pick<Acting, "work" | "form"> & {
  readonly personId: string;
  readonly isOwn: boolean;
  readonly id: string;
};

const then = ({ work, form }: Sent, result: Result<unknown>, to: string): SeeOther | Again =>
  result.ok ? seeOther(`/o/${work.tenant.slug}${to}`) : again(result.reasons, form);

export async function actOnGoal(sent: Sent): Promise<SeeOther | Again> {
  const { work, form, personId, id } = sent;
  const back = planPath(sent);
  if (id === NEW) {
    const result = await addGoal(work, personId, goalText(form), aimIn(form));
    return then(sent, result, `${back}?done=added`);
  }
  if (field(form, "intent") !== "save") return actOnPart(sent, { personId, part: "goal", id }, back);
  const revision = Number(field(form, "version"));
  const result = await changeGoal(work, { personId, goalId: id, revision }, goalText(form));
  return then(sent, result, `${back}?done=goal`);
}

export async function actOnActivity(sent: Sent): Promise<SeeOther | Again> {
  const { work, form, personId, id } = sent;
  const back = planPath(sent);
  if (id === NEW)
    return then(sent, await addActivity(work, personId, activityText(form)), `${back}?done=activity`);
  if (field(form, "intent") !== "save") return actOnPart(sent, { personId, part: "activity", id }, back);
  const revision = Number(field(form, "version"));
  const result = await changeActivity(work, { personId, activityId: id, revision }, activityText(form));
  return then(sent, result, `${back}?done=activity`);
}

async function actOnPart(sent: Sent, address: PartAddress, back: string): Promise<SeeOther | Again> {
  const { work, form } = sent;
  if (field(form, "intent") === "note")
    return then(sent, await note(work, address, text(form, "words")), `${back}?done=note`);
  const revision = Number(field(form, "version"));
  const step = { state: field(form, "state"), reason: text(form, "reason"), on: field(form, "on") };
  return then(sent, await goOn(work, { ...address, revision }, step), `${back}?done=step`);
}
