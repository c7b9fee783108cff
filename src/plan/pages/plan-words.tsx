/** Words that every page of plans needs: when something is, how it stands, and what has happened with it. */
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { DateText, formatDay } from "../../ui/date-text.tsx";
import { Timeline } from "../../ui/lists.tsx";
import { Tag, type TagTone } from "../../ui/tag.tsx";
import type { PlanEvent } from "../events.store.ts";
import { isKind, isOpen, isOwner, type State, type Words } from "../plan.rules.ts";
import type { Activity, Goal, Standing } from "../plan.store.ts";

/** "14 januari 2027". */
export function useDay(): (day: string) => string {
  const { language } = useShell();
  return (day) => formatDay(day, language === "sv" ? "sv-SE" : "en-GB");
}

const TONES: Readonly<Record<State, TagTone>> = {
  planned: "neutral",
  "under-way": "good",
  done: "good",
  "not-done": "neutral",
};

/** How it stands, in a word; that its day has passed is said instead of that it is planned. */
export function StateTag({ part }: { part: Standing & { readonly until: string } }) {
  const t = useMessages().plan;
  const { today } = useShell();
  const isLate = isOpen(part.state) && part.until < today;
  return <Tag tone={isLate ? "attention" : TONES[part.state]}>{isLate ? t.late : t.state[part.state]}</Tag>;
}

/** When an activity is, or was. */
export function useWhen(): (activity: Pick<Activity, "from" | "until" | "state" | "endedOn">) => string {
  const { when } = useMessages().plan;
  const day = useDay();
  return ({ from, until, state, endedOn }) => {
    if (endedOn !== null && (state === "done" || state === "not-done")) return when[state](day(endedOn));
    if (from === null) return when.by(day(until));
    return from === until ? when.on(day(from)) : when.between(day(from), day(until));
  };
}

/** What happened, in a line, of the part that it happened with; `title` is what it is called. */
export function useHappened(): (event: PlanEvent, title: string) => string {
  const t = useMessages().plan;
  return ({ kind, by, as, state, goalId, activityId }, title) => {
    if (as === null) return kind === "state" ? t.event.left(title) : t.event.started(title);
    const name = by ?? t.event.somebody;
    const who = t.event.as[as] === "" ? name : `${name} (${t.event.as[as]})`;
    if (kind === "added")
      return activityId === null && goalId !== null
        ? t.event.addedGoal(who, title)
        : t.event.addedActivity(who, title);
    if (kind === "state") return t.event.state(who, title, t.state[state ?? "planned"].toLowerCase());
    return t.event[kind](who, title);
  };
}

/** What stood there before somebody changed it, whole: nobody's words go away. */
export function Before({ former }: { former: Words }) {
  const t = useMessages().plan;
  const fields: Readonly<Record<string, string>> = t.event.field;
  const lines = Object.entries(former);
  if (lines.length === 0) return null;
  const said = (name: string, words: string | null): string => {
    if (words === null || words === "") return t.event.nothing;
    if (name === "kind" && isKind(words)) return t.kind[words];
    return name === "owner" && isOwner(words) ? t.owner[words] : words;
  };
  return (
    <p className="muted">
      {t.event.before}:{" "}
      {lines.map(([name, words]) => `${fields[name] ?? name}: ${said(name, words)}`).join(". ")}
    </p>
  );
}

/** What has happened, the latest first, with what was written and what stood there before. */
export function Happened({
  events,
  titleOf,
}: {
  events: readonly PlanEvent[];
  titleOf: (event: PlanEvent) => string;
}) {
  const happened = useHappened();
  return (
    <Timeline
      events={events.map((event) => ({
        key: event.id,
        when: <DateText day={event.day} />,
        title: happened(event, titleOf(event)),
        children: (event.words !== "" || Object.keys(event.former).length > 0) && (
          <>
            {event.words !== "" && <blockquote>{event.words}</blockquote>}
            <Before former={event.former} />
          </>
        ),
      }))}
    />
  );
}

/** What a goal comes from, in the words of today. */
export function useAim(): (aim: NonNullable<Goal["aim"]>) => string {
  const t = useMessages().plan;
  const { language } = useShell();
  return ({ level, track, modelSv, modelEn, itemId }) => {
    const place = [level, track].filter(Boolean).join(", ");
    const model = language === "sv" ? modelSv : modelEn;
    return itemId === null ? t.aimPlace(place, model) : t.aimRequirement(place, model);
  };
}
