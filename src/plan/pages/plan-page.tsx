/** A person's plan, one's own and the one that a manager writes in alike: goals with their activities, and what has happened. */
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import { TaskList, type Task } from "../../ui/lists.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Muted, Section } from "../../ui/shell.tsx";
import { Tag } from "../../ui/tag.tsx";
import { isOpen } from "../plan.rules.ts";
import type { Activity } from "../plan.store.ts";
import type { GoalView, PlanView } from "../view-plan.ts";
import { activityPath, goalPath } from "./places.ts";
import { Happened, StateTag, useAim, useDay, useWhen } from "./plan-words.tsx";

/** How much of what has happened is shown at once; the rest stands with each goal and activity. */
const LATEST = 8;

export function PlanPage({ view, done }: { view: PlanView; done: readonly string[] }) {
  const { plan: t } = useMessages();
  const { at } = useShell();
  const { isOwn, personId, name, unitId, writes, goals, loose, events } = view;
  const said: Readonly<Record<string, string>> = t.done;
  const message = done.flatMap((part) => said[part] ?? []).join(" ");
  const open = goals.filter(({ state }) => isOpen(state));
  const ended = goals.filter(({ state }) => !isOpen(state));
  const isEmpty = goals.length === 0 && loose.length === 0;
  const titles = new Map(
    [...goals, ...goals.flatMap(({ activities }) => activities), ...loose].map((part) => [
      part.id,
      part.title,
    ]),
  );
  const add = writes && (
    <Actions>
      <LinkButton href={at(goalPath(view, "new"))} variant="primary">
        {t.addGoal}
      </LinkButton>
      <LinkButton href={at(activityPath(view, "new"))}>{t.addActivity}</LinkButton>
      {unitId !== null && (
        <LinkButton href={at(`/units/${unitId}/plans/start?who=${personId}`)}>{t.fromTemplate}</LinkButton>
      )}
      <LinkButton href={at(isOwn ? "/my/missing" : `/people/${personId}/missing`)} variant="quiet">
        {t.missing}
      </LinkButton>
    </Actions>
  );
  return (
    <Page
      title={isOwn ? t.mine : t.of(name)}
      lead={isOwn ? t.leadMine : t.leadOf}
      breadcrumbs={
        isOwn
          ? []
          : [
              ...(unitId === null ? [] : [{ href: at(`/units/${unitId}/plans`), label: t.units }]),
              { href: at(`/people/${personId}`), label: name },
            ]
      }
    >
      {message !== "" && <Notice tone="success" title={message} announce />}
      {isEmpty ? (
        <EmptyState title={t.empty} action={add}>
          {isOwn ? t.emptyMine : writes ? t.emptyOf : t.emptyRead}
        </EmptyState>
      ) : (
        add
      )}
      {open.map((goal) => (
        <GoalSection key={goal.id} goal={goal} view={view} />
      ))}
      {loose.length > 0 && (
        <Section title={t.loose} id="loose">
          <Activities activities={loose} view={view} mayWrite={({ id }) => mayWrite(loose, id)} />
        </Section>
      )}
      {ended.length > 0 && (
        <details>
          <summary>{t.ended(ended.length)}</summary>
          {ended.map((goal) => (
            <GoalSection key={goal.id} goal={goal} view={view} />
          ))}
        </details>
      )}
      {events.length > 0 && (
        <Section title={t.latest} id="latest">
          <Happened
            events={events.slice(0, LATEST)}
            titleOf={({ goalId, activityId }) => titles.get(activityId ?? goalId ?? "") ?? ""}
          />
        </Section>
      )}
      {!isEmpty && <p className="muted">{t.readers}</p>}
    </Page>
  );
}

const mayWrite = (loose: PlanView["loose"], id: string): boolean =>
  loose.some((each) => each.id === id && each.mayWrite);

/** Does the comment say why it wasn't done? What ended by itself has one from before. */
const isWhy = ({ state, hasLeft }: Pick<Activity, "state" | "hasLeft">): boolean =>
  state === "not-done" && !hasLeft;

function GoalSection({ goal, view }: { goal: GoalView; view: PlanView }) {
  const t = useMessages().plan;
  const { at } = useShell();
  const day = useDay();
  const aim = useAim();
  const ended =
    goal.endedOn !== null && (goal.state === "done" || goal.state === "not-done")
      ? t.goalEnded[goal.state](day(goal.endedOn))
      : t.goalEnds(day(goal.until));
  const facts = [
    t.kind[goal.kind],
    ...(goal.aim ? [aim(goal.aim)] : []),
    ended,
    ...(goal.mentor === "" ? [] : [t.mentor(goal.mentor)]),
  ];
  return (
    <Section
      title={goal.title}
      id={`goal-${goal.id}`}
      lead={facts.join(" · ")}
      aside={<StateTag part={goal} />}
    >
      {goal.use !== "" && (
        <p>
          <strong>{t.use}:</strong> {goal.use}
        </p>
      )}
      {goal.hasLeft && <Muted>{t.left}</Muted>}
      {goal.reason !== "" && <p>{isWhy(goal) ? t.why(goal.reason) : t.said(goal.reason)}</p>}
      {goal.activities.length === 0 ? (
        <Muted>{t.noActivities}</Muted>
      ) : (
        <Activities activities={goal.activities} view={view} mayWrite={() => goal.mayWrite} />
      )}
      {goal.mayWrite && (
        <p className="listing-links">
          {isOpen(goal.state) && (
            <a href={at(`${activityPath(view, "new")}?goal=${goal.id}`)}>
              {t.addActivity}
              <span className="visually-hidden"> {t.addActivityTo(goal.title)}</span>
            </a>
          )}{" "}
          <a href={at(goalPath(view, goal.id))}>
            {t.changeGoal}
            <span className="visually-hidden">: {goal.title}</span>
          </a>
        </p>
      )}
    </Section>
  );
}

function Activities(props: {
  activities: readonly Activity[];
  view: PlanView;
  mayWrite: (activity: Activity) => boolean;
}) {
  const t = useMessages().plan;
  const { at } = useShell();
  const when = useWhen();
  const day = useDay();
  const tasks = props.activities.map((activity): Task => {
    const { id, title, entry, state, owner, mentor, reason, hasLeft } = activity;
    const isHere = isOpen(state);
    const facts = [
      when(activity),
      ...(isHere && owner === "manager" ? [t.managerSees] : []),
      ...(mentor === "" ? [] : [t.mentor(mentor)]),
      ...(hasLeft ? [t.left] : []),
      ...(reason === "" ? [] : [isWhy(activity) ? t.why(reason) : t.said(reason)]),
      ...(isHere && entry?.retiredOn ? [t.withdrawnText(day(entry.retiredOn))] : []),
    ];
    return {
      key: id,
      title: entry ? <a href={at(`/catalogue/${entry.id}`)}>{title}</a> : title,
      text: facts.map((fact) => (/[.!?]$/u.test(fact) ? fact : `${fact}.`)).join(" "),
      state: state === "done" ? "done" : state === "planned" ? "todo" : "waiting",
      stateLabel: t.state[state],
      tag: (
        <>
          {entry?.retiredOn && <Tag tone="attention">{t.withdrawn}</Tag>}
          <StateTag part={activity} />
        </>
      ),
      action: props.mayWrite(activity) && (
        <LinkButton href={at(activityPath(props.view, id))} about={title}>
          {t.changeActivity}
        </LinkButton>
      ),
    };
  });
  return <TaskList tasks={tasks} />;
}
