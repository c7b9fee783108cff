/** A person's plan as whoever asks may see it (PLN-1, ORG-8): goals with their activities, what stands by itself, and what has happened. */
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Work } from "../platform/database/work.ts";
import { eventsOf, type PlanEvent } from "./events.store.ts";
import { partsIn, planRoom, type PlanRoom } from "./plan-room.ts";
import { sinceDay } from "./plan.rules.ts";
import type { Activity, Goal } from "./plan.store.ts";

export type GoalView = Goal & { readonly activities: readonly Activity[]; readonly mayWrite: boolean };

export type PlanView = Pick<PlanRoom, "personId" | "name" | "isOwn" | "unitId"> & {
  /** May the reader add to it? */
  readonly writes: boolean;
  readonly goals: readonly GoalView[];
  /** Activities that belong to no goal. */
  readonly loose: readonly (Activity & { readonly mayWrite: boolean })[];
  /** The latest first. */
  readonly events: readonly PlanEvent[];
};

/** Throws NotFound for whoever isn't close to the person. */
export async function viewPlan(work: Work, personId: string): Promise<PlanView> {
  const room = await planRoom(work, personId);
  const { goals, activities } = await partsIn(work, room);
  const shown = new Set([...goals, ...activities].map(({ id }) => id));
  const events = (await eventsOf(work, room.personId)).filter(({ goalId, activityId }) =>
    shown.has(activityId ?? goalId ?? ""),
  );
  const mayWrite = ({ authorityId }: { readonly authorityId: Id | null }) =>
    room.doer !== null && room.writesIn.includes(authorityId);
  return {
    personId: room.personId,
    name: room.name,
    isOwn: room.isOwn,
    unitId: room.unitId,
    writes: room.doer !== null,
    goals: goals.map((goal) => ({
      ...goal,
      mayWrite: mayWrite(goal),
      activities: activities.filter(({ goalId }) => goalId === goal.id),
    })),
    loose: activities
      .filter(({ goalId }) => goalId === null)
      .map((activity) => ({ ...activity, mayWrite: mayWrite(activity) })),
    events,
  };
}

/** All goals and activities of a plan, as they are told one by one. */
export const partsOf = ({
  goals,
  loose,
}: Pick<PlanView, "goals" | "loose">): readonly (Goal | Activity)[] => [
  ...goals,
  ...goals.flatMap(({ activities }) => activities),
  ...loose,
];

/** What a talk is told of a plan: what has come of it since the last talk, and what is left. */
export type PlanSince = {
  readonly since: LocalDate | null;
  readonly goals: ReturnType<typeof sinceDay<Goal>>;
  /** Each with what the goal that it leads to is called. */
  readonly activities: ReturnType<typeof sinceDay<Activity & { readonly goal: string | null }>>;
};

/** The plan on one side of an authority's line. The caller has found that the actor may see it there, and notes the read. */
export function planSince(
  plan: { readonly goals: readonly Goal[]; readonly activities: readonly Activity[] },
  authorityId: Id | null,
  since: LocalDate | null,
): PlanSince {
  const here = (part: { readonly authorityId: Id | null }) => part.authorityId === authorityId;
  const goals = plan.goals.filter(here);
  const titles = new Map(goals.map(({ id, title }) => [id, title]));
  return {
    since,
    goals: sinceDay(goals, since),
    activities: sinceDay(
      plan.activities.filter(here).map((each) => ({ ...each, goal: titles.get(each.goalId ?? "") ?? null })),
      since,
    ),
  };
}
