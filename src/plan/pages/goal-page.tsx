/** A goal, to add or to go on with: the person's own page and the manager's are the same. */
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import type { Again, Loading } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Button } from "../../ui/actions.tsx";
import { Form } from "../../ui/form.tsx";
import { SummaryList } from "../../ui/lists.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { goalToAdd, type GoalToAdd } from "../keep-goal.ts";
import { viewGoal, type GoalPage } from "../view-part.ts";
import { goalText, NEW } from "./acting.ts";
import { EMPTY_GOAL, GoalFields } from "./goal-fields.tsx";
import { PartForm } from "./part-form.tsx";
import { planPath } from "./places.ts";
import { useAim } from "./plan-words.tsx";

const aimIn = ({ searchParams }: URL) => ({
  model: searchParams.get("model") ?? "",
  place: searchParams.get("place") ?? "",
  item: searchParams.get("item") ?? "",
});

export async function loadGoal({ work, url }: Pick<Loading, "work" | "url">, personId: string, id: string) {
  const asked = aimIn(url);
  return id === NEW
    ? { adding: await goalToAdd(work, personId, asked), asked, keeping: null }
    : { adding: null, asked, keeping: await viewGoal(work, personId, id) };
}

export function OneGoal({
  view,
  refused,
}: {
  view: Awaited<ReturnType<typeof loadGoal>>;
  refused: Again | undefined;
}) {
  return view.keeping ? (
    <KeepGoal keeping={view.keeping} refused={refused} />
  ) : (
    <AddGoal adding={view.adding} asked={view.asked} refused={refused} />
  );
}

function AddGoal(props: { adding: GoalToAdd; asked: ReturnType<typeof aimIn>; refused: Again | undefined }) {
  const { adding, asked, refused } = props;
  const { plan: t } = useMessages();
  const { at } = useShell();
  const aimOf = useAim();
  const errors = spell(refused?.reasons ?? [], t.reasons);
  const { aim } = adding;
  const isGone = asked.model !== "" && aim === null;
  const from = aim && aimOf({ ...aim, modelId: "", levelId: "", trackId: null, modelSlug: "" });
  return (
    <Page
      title={t.goal.new}
      lead={t.goal.lead}
      breadcrumbs={[{ href: at(planPath(adding)), label: adding.isOwn ? t.mine : t.of(adding.name) }]}
      errors={errors.list}
      narrow
    >
      {isGone && <Notice tone="info">{t.goal.aimGone}</Notice>}
      {aim && (
        <SummaryList
          rows={[
            { term: t.goal.aim, detail: aim.requirement === null ? from : `${from}: ${aim.requirement}` },
          ]}
        />
      )}
      <Form hidden={aim ? asked : {}} label={t.goal.new} confirmLeave={t.confirmLeave}>
        <GoalFields
          present={
            refused
              ? goalText(refused.values)
              : { ...EMPTY_GOAL, title: aim?.requirement ?? aim?.level ?? "" }
          }
          errors={errors}
          typed={undefined}
          isStale={false}
        />
        <Button>{t.goal.add}</Button>
      </Form>
    </Page>
  );
}

function KeepGoal({ keeping, refused }: { keeping: GoalPage; refused: Again | undefined }) {
  const { plan: t } = useMessages();
  const { at } = useShell();
  const aim = useAim();
  const { goal, events, isOwn } = keeping;
  const errors = spell(refused?.reasons ?? [], t.reasons);
  const isStale = refused?.reasons.some(({ code }) => code === "stale") ?? false;
  const typing = { errors, isStale, typed: refused?.values };
  const { kind, title, use, mentor, until } = goal;
  const present = { kind, title, use, mentor, until };
  return (
    <Page
      title={goal.title}
      breadcrumbs={[{ href: at(planPath(keeping)), label: isOwn ? t.mine : t.of(keeping.name) }]}
      errors={errors.list}
      narrow
    >
      {isStale && <Notice tone="warning">{t.part.stale}</Notice>}
      {goal.aim && <SummaryList rows={[{ term: t.goal.aim, detail: aim(goal.aim) }]} />}
      <PartForm
        part={goal}
        stands={present}
        events={events}
        typing={typing}
        isOwn={isOwn}
        isActivity={false}
        title={t.goal.words}
        save={t.goal.save}
      >
        <GoalFields present={present} {...typing} />
      </PartForm>
    </Page>
  );
}
