/** How a goal or an activity goes on and ends, and what the two write about it meanwhile (PLN-1). */
import { done, refused, type Reason, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { addEvent } from "./events.store.ts";
import { placeReasons } from "./keep-activity.ts";
import { holdEntries } from "./offers.store.ts";
import { heldPlan, writable, type HeldPlan } from "./plan-room.ts";
import { checkNote, checkStep, isOpen, isState, type PlanCode, type Step } from "./plan.rules.ts";
import { saveState, type Activity, type Goal } from "./plan.store.ts";

/** Which part of whose plan. */
export type PartAddress = {
  readonly personId: string;
  readonly part: "goal" | "activity";
  readonly id: string;
};

type Part =
  { readonly goal: Goal; readonly activity: null } | { readonly goal: null; readonly activity: Activity };

const partIn = (room: HeldPlan, { part, id }: PartAddress): Part =>
  part === "goal"
    ? { goal: writable(room, room.goals, id), activity: null }
    : { goal: null, activity: writable(room, room.activities, id) };

const about = (room: HeldPlan, { goal, activity }: Part) => ({
  personId: room.personId,
  goalId: goal?.id ?? activity?.goalId ?? null,
  activityId: activity?.id ?? null,
});

/** Either of the two says how it goes, with a comment if they like; `stale` when somebody else has written since `revision`. What is taken up again takes a place again, and why it ended is no longer said of it. */
export async function goOn(
  work: Work,
  address: PartAddress & { readonly revision: number },
  step: Step,
): Promise<Result<null, PlanCode>> {
  const room = await heldPlan(work, address.personId);
  const part = partIn(room, address);
  const present = part.goal ?? part.activity;
  const open = room.activities.filter(
    ({ goalId, state }) => part.goal !== null && goalId === part.goal.id && isOpen(state),
  ).length;
  const reasons: Reason<PlanCode>[] = [
    ...(present.revision === address.revision ? [] : [{ code: "stale" } as const]),
    ...checkStep(step, { today: work.today, open }),
  ];
  if (part.activity && step.state !== "not-done" && reasons.length === 0)
    reasons.push(...(await placeAgain(work, part.activity)));
  const { state } = step;
  if (reasons.length > 0 || !isState(state)) return refused(...reasons);
  const said = step.reason.replaceAll("\r\n", "\n").trim();
  const reason = isOpen(state) && !isOpen(present.state) && said === present.reason ? "" : said;
  const endedOn = isOpen(state) ? null : step.on;
  await saveState(work, part.goal ? "plan_goal" : "plan_activity", present.id, { state, reason, endedOn });
  await addEvent(work, about(room, part), room.doer, { kind: "state", state, words: reason });
  return done(null);
}

/** An activity that wasn't done gave its place back. */
async function placeAgain(work: Work, activity: Activity): Promise<Reason<PlanCode>[]> {
  if (activity.state !== "not-done" || !activity.entry) return [];
  const entry = (await holdEntries(work, [activity.entry.id])).get(activity.entry.id);
  const days = { from: activity.from ?? "", until: activity.until };
  return entry ? placeReasons(work, entry, days, activity) : [];
}

/** Writes something to the other about a goal or an activity; what is written stays as it is. */
export async function note(work: Work, address: PartAddress, words: string): Promise<Result<null, PlanCode>> {
  const room = await heldPlan(work, address.personId);
  const part = partIn(room, address);
  const reasons = checkNote(words);
  if (reasons.length > 0) return refused(...reasons);
  const written = words.replaceAll("\r\n", "\n").trim();
  await addEvent(work, about(room, part), room.doer, { kind: "noted", words: written });
  return done(null);
}
