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
import { isTyped } from "../../ui/stood.tsx";
import type { AimAsked } from "../aim.ts";
import type { PartAddress } from "../go-on.ts";
import { addActivity, changeActivity } from "../keep-activity.ts";
import { addGoal, changeGoal } from "../keep-goal.ts";
import { keepPart, type TypedPart } from "../keep-part.ts";
import { isOpen, isState, type ActivityText, type GoalText, type Step } from "../plan.rules.ts";
import { planPath } from "./places.ts";

/** What somebody wrote is not trimmed before it is shown to them again. */
const text = (form: FormValues, name: string): string => form[name]?.[0] ?? "";

export const goalText = (form: FormValues): GoalText => ({
  kind: field(form, "kind"),
  title: text(form, "title"),
  use: text(form, "use"),
  mentor: text(form, "mentor"),
  until: field(form, "until"),
});

export const activityText = (form: FormValues): ActivityText => ({
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

/** The page's buttons, and what is typed for each. */
const PARTS = {
  save: ["kind", "title", "use", "mentor", "entryId", "goalId", "owner", "from", "until"],
  step: ["state", "on", "reason"],
  note: ["words"],
} as const;
type Button = keyof typeof PARTS;
const BUTTONS = Object.keys(PARTS) as Button[];

/** What is to be saved: all that was typed, whichever button was pressed; where nothing was, what the pressed one saves. */
function toSave(form: FormValues): readonly Button[] {
  const typed = BUTTONS.filter((button) => PARTS[button].some((name) => isTyped(form, name)));
  const pressed = BUTTONS.find((button) => button === field(form, "intent")) ?? "save";
  return typed.length > 0 ? typed : [pressed];
}

/** How it goes. Of what has not ended, the day that the page suggests is nobody's word. */
function stepIn(form: FormValues): Step {
  const state = field(form, "state");
  const isSuggested = isState(state) && isOpen(state) && !isTyped(form, "on");
  return { state, reason: text(form, "reason"), on: isSuggested ? "" : field(form, "on") };
}

export async function actOnGoal(sent: Sent): Promise<SeeOther | Again> {
  const { work, form, personId, id } = sent;
  if (id === NEW) {
    const result = await addGoal(work, personId, goalText(form), aimIn(form));
    return then(sent, result, `${planPath(sent)}?done=added`);
  }
  return actOnPart(sent, { personId, part: "goal", id }, (revision) =>
    changeGoal(work, { personId, goalId: id, revision }, goalText(form)),
  );
}

export async function actOnActivity(sent: Sent): Promise<SeeOther | Again> {
  const { work, form, personId, id } = sent;
  if (id === NEW) {
    const result = await addActivity(work, personId, activityText(form));
    return then(sent, result, `${planPath(sent)}?done=activity`);
  }
  return actOnPart(sent, { personId, part: "activity", id }, (revision) =>
    changeActivity(work, { personId, activityId: id, revision }, activityText(form)),
  );
}

async function actOnPart(
  sent: Sent,
  address: PartAddress,
  change: NonNullable<TypedPart["change"]>,
): Promise<SeeOther | Again> {
  const { work, form } = sent;
  const saves = toSave(form);
  const typed = {
    change: saves.includes("save") ? change : null,
    step: saves.includes("step") ? stepIn(form) : null,
    words: saves.includes("note") ? text(form, "words") : null,
  };
  const revision = Number(field(form, "version"));
  const done = saves.map((button) => `done=${button === "save" ? address.part : button}`).join("&");
  return then(sent, await keepPart(work, { ...address, revision }, typed), `${planPath(sent)}?${done}`);
}
