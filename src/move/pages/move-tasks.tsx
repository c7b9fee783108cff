/** What is left to do after moves, for HR and for managers (PLC-7). */
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { usePlaceName } from "../../placement/parts/placement-history.tsx";
import { Button } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Form } from "../../ui/form.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { finishMoveTask, viewMoveTasks } from "../tasks.ts";
import type { Route } from "./+types/move-tasks";

export const loader = load(async ({ work, url }) => ({
  tasks: await viewMoveTasks(work),
  saved: url.searchParams.has("saved"),
}));

export const action = act(async ({ work, form }) => {
  const result = await finishMoveTask(work, field(form, "task"));
  return result.ok ? seeOther(`/o/${work.tenant.slug}/move-tasks?saved`) : again(result.reasons, form);
});

export default function MoveTasks({ loaderData, actionData }: Route.ComponentProps) {
  const { tasks, saved } = loaderData;
  const { move } = useMessages();
  const t = move.tasks;
  const { language } = useShell();
  const placeName = usePlaceName();
  const errors = spell(actionData?.reasons ?? [], move.reasons);
  return (
    <Page title={t.title} lead={t.lead} errors={errors.list}>
      {saved && !actionData && <Notice tone="success" title={t.saved} announce />}
      <DataTable
        caption={t.caption}
        rows={tasks}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t.empty}>{t.emptyText}</EmptyState>}
        columns={[
          { key: "name", header: t.name, rowHeader: true, cell: ({ name }) => name },
          { key: "what", header: t.what, cell: ({ kind, title }) => t.kind[kind](title) },
          {
            key: "moved",
            header: t.moved,
            cell: (task) => (
              <>
                {t.since(placeName(task), task.from)}
                <br />
                <span className="muted">{capital(language === "sv" ? task.modelSv : task.modelEn)}</span>
              </>
            ),
          },
          {
            key: "done",
            header: t.done,
            headerHidden: true,
            cell: ({ id, name }) => (
              <Form hidden={{ task: id }} label={`${t.done} ${t.doneAbout(name)}`}>
                <Button variant="secondary">
                  {t.done}
                  <span className="visually-hidden"> {t.doneAbout(name)}</span>
                </Button>
              </Form>
            ),
          },
        ]}
      />
    </Page>
  );
}
