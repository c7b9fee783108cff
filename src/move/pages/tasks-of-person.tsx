/** What a person's moves have set off, and what of it is left (PLC-7). */
import { dayOf } from "../../shared/local-date.ts";
import { useMessages } from "../../messages/messages.ts";
import { Button } from "../../ui/actions.tsx";
import { Form } from "../../ui/form.tsx";
import { TaskList } from "../../ui/lists.tsx";
import { Section } from "../../ui/shell.tsx";
import type { TaskOfPerson } from "../store.ts";

export function TasksOfPerson({ tasks, mayFinish }: { tasks: readonly TaskOfPerson[]; mayFinish: boolean }) {
  const { tasks: t, person } = useMessages().move;
  if (tasks.length === 0) return null;
  return (
    <Section title={person.tasks}>
      <TaskList
        label={person.tasks}
        tasks={tasks.map((task) => ({
          key: task.id,
          title: t.kind[task.kind](task.title),
          text: task.doneAt === null ? t.owner[task.owner] : t.doneOn(dayOf(new Date(task.doneAt))),
          state: task.doneAt === null ? ("todo" as const) : ("done" as const),
          stateLabel: task.doneAt === null ? t.owner[task.owner] : person.taskDone,
          action: task.doneAt === null && mayFinish && (
            <Form hidden={{ task: task.id }} label={t.kind[task.kind](task.title)}>
              <Button variant="secondary" name="intent" value="finish">
                {person.markDone}
              </Button>
            </Form>
          ),
        }))}
      />
    </Section>
  );
}
