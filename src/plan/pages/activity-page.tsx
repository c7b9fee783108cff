/** An activity, to add or to go on with: the person's own page and the manager's are the same. */
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import type { Again, Loading } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Button } from "../../ui/actions.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { activityToAdd, type ActivityToAdd } from "../keep-activity.ts";
import { viewActivity, type ActivityPage } from "../view-part.ts";
import { activityText, NEW } from "./acting.ts";
import { ActivityFields, emptyActivity } from "./activity-fields.tsx";
import { PartForm } from "./part-form.tsx";
import { planPath } from "./places.ts";
import { useDay } from "./plan-words.tsx";

export async function loadActivity(
  { work, url }: Pick<Loading, "work" | "url">,
  personId: string,
  id: string,
) {
  const goalId = url.searchParams.get("goal") ?? "";
  return id === NEW
    ? { adding: await activityToAdd(work, personId, goalId), goalId, keeping: null }
    : { adding: null, goalId, keeping: await viewActivity(work, personId, id) };
}

export function OneActivity(props: {
  view: Awaited<ReturnType<typeof loadActivity>>;
  refused: Again | undefined;
}) {
  const { view, refused } = props;
  return view.keeping ? (
    <KeepActivity keeping={view.keeping} refused={refused} />
  ) : (
    <AddActivity adding={view.adding} goalId={view.goalId} refused={refused} />
  );
}

function AddActivity(props: { adding: ActivityToAdd; goalId: string; refused: Again | undefined }) {
  const { adding, goalId, refused } = props;
  const { plan: t } = useMessages();
  const { at } = useShell();
  const errors = spell(refused?.reasons ?? [], t.reasons);
  return (
    <Page
      title={t.activity.new}
      lead={t.activity.lead}
      breadcrumbs={[{ href: at(planPath(adding)), label: adding.isOwn ? t.mine : t.of(adding.name) }]}
      errors={errors.list}
      narrow
    >
      <Form label={t.activity.new} confirmLeave={t.confirmLeave}>
        <ActivityFields
          present={refused ? activityText(refused.values) : emptyActivity(goalId)}
          choices={adding}
          isOwn={adding.isOwn}
          errors={errors}
          typed={undefined}
          isStale={false}
        />
        <Button>{t.activity.add}</Button>
      </Form>
    </Page>
  );
}

function KeepActivity({ keeping, refused }: { keeping: ActivityPage; refused: Again | undefined }) {
  const { plan: t } = useMessages();
  const { at } = useShell();
  const day = useDay();
  const { activity, events, isOwn } = keeping;
  const errors = spell(refused?.reasons ?? [], t.reasons);
  const isStale = refused?.reasons.some(({ code }) => code === "stale") ?? false;
  const typing = { errors, isStale, typed: refused?.values };
  const present = {
    title: activity.entry ? "" : activity.title,
    entryId: activity.entry?.id ?? "",
    goalId: activity.goalId ?? "",
    owner: activity.owner,
    mentor: activity.mentor,
    from: activity.from ?? "",
    until: activity.until,
  };
  return (
    <Page
      title={activity.title}
      breadcrumbs={[{ href: at(planPath(keeping)), label: isOwn ? t.mine : t.of(keeping.name) }]}
      errors={errors.list}
      narrow
    >
      {isStale && <Notice tone="warning">{t.part.stale}</Notice>}
      {activity.entry?.retiredOn && (
        <Notice tone="warning">{t.withdrawnText(day(activity.entry.retiredOn))}</Notice>
      )}
      {activity.entry && (
        <p>
          <a href={at(`/catalogue/${activity.entry.id}`)}>{t.activity.catalogue}</a>
        </p>
      )}
      <PartForm
        part={activity}
        stands={present}
        events={events}
        typing={typing}
        isOwn={isOwn}
        isActivity
        title={t.activity.words}
        save={t.activity.save}
      >
        <ActivityFields present={present} choices={keeping} isOwn={isOwn} activity={activity} {...typing} />
      </PartForm>
    </Page>
  );
}
