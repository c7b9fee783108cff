/** One goal or activity of a plan with what has happened with it, for whoever writes in it (PLN-1). */
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { eventsOf, type PlanEvent } from "./events.store.ts";
import { choicesFor, type Choices } from "./keep-activity.ts";
import { partsIn, planRoom, writable, type PlanRoom } from "./plan-room.ts";
import type { Activity, Goal } from "./plan.store.ts";

type Whose = Pick<PlanRoom, "personId" | "name" | "isOwn">;

export type GoalPage = Whose & { readonly goal: Goal; readonly events: readonly PlanEvent[] };
export type ActivityPage = Whose &
  Choices & { readonly activity: Activity; readonly events: readonly PlanEvent[] };

/** Throws NotFound for whoever doesn't write in it. */
export async function viewGoal(work: Work, asked: string, goalId: string): Promise<GoalPage> {
  const { room, goals, whose, events } = await partRoom(work, asked);
  const goal = writable(room, goals, goalId);
  return {
    ...whose,
    goal,
    events: events.filter((event) => event.goalId === goal.id && event.activityId === null),
  };
}

/** Throws NotFound for whoever doesn't write in it. */
export async function viewActivity(work: Work, asked: string, activityId: string): Promise<ActivityPage> {
  const { room, goals, activities, whose, events } = await partRoom(work, asked);
  const activity = writable(room, activities, activityId);
  return {
    ...whose,
    ...(await choicesFor(work, room, goals, activity.goalId)),
    activity,
    events: events.filter((event) => event.activityId === activity.id),
  };
}

async function partRoom(work: Work, asked: string) {
  const room = await planRoom(work, asked);
  if (!room.doer) throw new NotFound("plan to write in");
  const { personId, name, isOwn } = room;
  const events = await eventsOf(work, personId);
  return { room, ...(await partsIn(work, room)), whose: { personId, name, isOwn }, events };
}
