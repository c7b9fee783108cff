/** Adding a goal to a plan, and changing what it says (PLN-1). */
import { newId, type Id } from "../shared/ids.ts";
import { done, NotFound, refused, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { findAim, isFree, type AimAsked, type FoundAim } from "./aim.ts";
import { addEvent } from "./events.store.ts";
import { heldPlan, planRoom, writable } from "./plan-room.ts";
import { checkGoal, formerOf, isKind, type GoalText, type PlanCode } from "./plan.rules.ts";
import { addGoals, saveGoal } from "./plan.store.ts";

export type GoalToAdd = {
  readonly personId: Id;
  readonly name: string;
  readonly isOwn: boolean;
  /** What it would come from; null in free words, and where it isn't there. */
  readonly aim: FoundAim | null;
};

const FREE: AimAsked = { model: "", place: "", item: "" };

/** Throws NotFound for whoever doesn't write in the plan. */
export async function goalToAdd(work: Work, asked: string, aim: AimAsked): Promise<GoalToAdd> {
  const { personId, name, isOwn, doer, worksIn } = await planRoom(work, asked);
  if (!doer) throw new NotFound("plan to write in");
  return { personId, name, isOwn, aim: isFree(aim) ? null : await findAim(work, worksIn, aim) };
}

const trimmed = (text: GoalText): GoalText => ({
  ...text,
  title: text.title.trim(),
  use: text.use.replaceAll("\r\n", "\n").trim(),
  mentor: text.mentor.trim(),
});

/** Adds a goal; gives its id. `unknown-aim` when what it would come from is there no longer: it can be added in free words. */
export async function addGoal(
  work: Work,
  personId: string,
  typed: GoalText,
  aim: AimAsked = FREE,
): Promise<Result<Id, PlanCode>> {
  const room = await heldPlan(work, personId);
  const text = trimmed(typed);
  const found = isFree(aim) ? null : await findAim(work, room.worksIn, aim);
  const reasons = [
    ...checkGoal(text, { today: work.today, was: null }),
    ...(isFree(aim) || found ? [] : [{ code: "unknown-aim" } as const]),
  ];
  const [authorityId] = room.writesIn;
  const { kind } = text;
  if (reasons.length > 0 || !isKind(kind) || authorityId === undefined) return refused(...reasons);
  const { modelId = null, levelId = null, trackId = null, itemId = null } = found ?? {};
  const id = newId();
  const from = { modelId, levelId, trackId, itemId, templateId: null };
  await addGoals(work, [{ ...text, kind, id, personId: room.personId, authorityId, ...from }], room.doer);
  return done(id);
}

/** Writes a goal's words anew, and gives the revision that it is at then; `stale` when somebody else has written since `revision`. What stood there before stays in the history, with who changed it. */
export async function changeGoal(
  work: Work,
  of: { readonly personId: string; readonly goalId: string; readonly revision: number },
  typed: GoalText,
): Promise<Result<number, PlanCode>> {
  const room = await heldPlan(work, of.personId);
  const goal = writable(room, room.goals, of.goalId);
  const text = trimmed(typed);
  const reasons = [
    ...(goal.revision === of.revision ? [] : [{ code: "stale" } as const]),
    ...checkGoal(text, { today: work.today, was: goal.until }),
  ];
  const { kind } = text;
  if (reasons.length > 0 || !isKind(kind)) return refused(...reasons);
  const { title, use, mentor, until } = goal;
  const former = formerOf({ kind: goal.kind, title, use, mentor, until }, text);
  if (Object.keys(former).length === 0) return done(goal.revision);
  await saveGoal(work, goal.id, { ...text, kind });
  const about = { personId: room.personId, goalId: goal.id, activityId: null };
  await addEvent(work, about, room.doer, { kind: "changed", former });
  return done(goal.revision + 1);
}
