/** What is left to do after moves, and saying that it is done (PLC-7). */
import { isId } from "../shared/ids.ts";
import { done, NotFound, refused, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { personFacts } from "../people/store.ts";
import { seesTo, tasksFor } from "./access.ts";
import { finishTask, holdTask, openTasks, type OpenTask } from "./store.ts";

/** How many of the oldest are shown; the rest follow as these are done. */
export const TASKS_SHOWN = 50;

/** The oldest first. Throws NotFound for whoever has no tasks to see to. */
export async function viewMoveTasks(work: Work): Promise<readonly OpenTask[]> {
  const sight = tasksFor(work.actor);
  if (!sight) throw new NotFound("move tasks");
  return seenTo(work, await openTasks(work, sight, TASKS_SHOWN));
}

/** Those of the tasks that the actor sees to, each read noted with why. */
async function seenTo<Task extends Pick<OpenTask, "personId" | "owner">>(
  work: Work,
  tasks: readonly Task[],
): Promise<Task[]> {
  const people = await personFacts(work, [...new Set(tasks.map(({ personId }) => personId))]);
  return tasks.filter((task) => {
    const person = people.get(task.personId);
    const basis = person ? seesTo(work.actor, person, task.owner) : null;
    if (basis) work.reads.note({ personIds: [task.personId], what: "move-tasks", basis });
    return basis !== null;
  });
}

/** Throws NotFound for whoever doesn't see to the task. */
export async function finishMoveTask(work: Work, taskId: string): Promise<Result<null, "done-already">> {
  const held = isId(taskId) ? await holdTask(work, taskId) : undefined;
  const [task] = await seenTo(work, held ? [held] : []);
  if (!task || !work.actor) throw new NotFound("move task");
  return (await finishTask(work, task.id, work.actor.accountId))
    ? done(null)
    : refused({ code: "done-already" });
}
