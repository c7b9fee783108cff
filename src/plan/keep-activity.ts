/** Adding an activity to a plan, from the catalogue or free, and changing it (PLN-1, MOD-13). */
import { isId, newId, type Id } from "../shared/ids.ts";
import { done, NotFound, refused, type Reason, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { addEvent } from "./events.store.ts";
import { heldPlan, partsIn, planRoom, writable, type HeldPlan, type PlanRoom } from "./plan-room.ts";
import { holdEntries, leftOf, offers, type HeldEntry, type Offer } from "./offers.store.ts";
import {
  checkActivity,
  formerOf,
  isNamedAnew,
  isOpen,
  isOwner,
  placeYear,
  type ActivityText,
  type PlanCode,
  type Words,
} from "./plan.rules.ts";
import { addActivities, saveActivity, type Activity, type Goal, type NewActivity } from "./plan.store.ts";

/** What an activity can belong to, and come from. */
export type Choices = {
  readonly goals: readonly Goal[];
  /** What the catalogue offers, what leads to the goal first. */
  readonly offers: readonly Offer[];
};

/** `goalId` is the goal that it belongs to now, or would: it can stay there whatever has become of it. */
export async function choicesFor(
  work: Work,
  { writesIn }: Pick<PlanRoom, "writesIn">,
  goals: readonly Goal[],
  goalId: string | null,
): Promise<Choices> {
  const own = goals.find(({ id }) => id === goalId);
  return {
    goals: goals.filter(
      (goal) => goal === own || (isOpen(goal.state) && writesIn.includes(goal.authorityId)),
    ),
    offers: await offers(work, own?.aim ?? null),
  };
}

export type ActivityToAdd = Choices & Pick<PlanRoom, "personId" | "name" | "isOwn">;

/** Throws NotFound for whoever doesn't write in the plan. */
export async function activityToAdd(work: Work, asked: string, goalId: string): Promise<ActivityToAdd> {
  const room = await planRoom(work, asked);
  if (!room.doer) throw new NotFound("plan to write in");
  const { goals } = await partsIn(work, room);
  const { personId, name, isOwn } = room;
  return { personId, name, isOwn, ...(await choicesFor(work, room, goals, goalId)) };
}

type Checked = {
  readonly entry: HeldEntry | null;
  readonly goal: Goal | null;
  readonly reasons: Reason<PlanCode>[];
};

/** The entry that is chosen, held, and the goal; with everything that is wrong. `before` is the activity as it stood. */
async function checked(
  work: Work,
  room: HeldPlan,
  text: ActivityText,
  before: Activity | null,
): Promise<Checked> {
  const held = await holdEntries(work, isId(text.entryId) ? [text.entryId] : []);
  const entry = held.get(text.entryId) ?? null;
  const goal = room.goals.find(({ id }) => id === text.goalId) ?? null;
  const reasons = [...checkActivity(text, { today: work.today, was: before?.until ?? null })];
  const isKept = before !== null && before.goalId === (goal?.id ?? null);
  if (
    text.goalId !== "" &&
    !(goal && room.writesIn.includes(goal.authorityId) && (isOpen(goal.state) || isKept))
  )
    reasons.push({ code: "unknown-goal", field: "goalId" });
  if (text.entryId !== "" && !entry) reasons.push({ code: "unknown-entry", field: "entryId" });
  if (entry && reasons.length === 0) reasons.push(...(await placeReasons(work, entry, text, before)));
  if (entry && isNamedAnew(text.title, [entry.name, before?.title]))
    reasons.push({ code: "named-by-catalogue", field: "title", data: { name: entry.name } });
  return { entry, goal, reasons };
}

/** Why no place can be taken; an activity that has one of the entry and year already keeps it, also when the entry is withdrawn. */
export async function placeReasons(
  work: Work,
  entry: HeldEntry,
  text: Pick<ActivityText, "from" | "until">,
  before: Pick<Activity, "entry" | "from" | "until" | "state"> | null,
): Promise<Reason<PlanCode>[]> {
  const year = placeYear(text);
  const has =
    before?.entry?.id === entry.id && before.state !== "not-done"
      ? placeYear({ from: before.from ?? "", until: before.until })
      : null;
  if (has === year) return [];
  if (has === null && entry.retiredOn !== null && entry.retiredOn <= work.today)
    return [{ code: "withdrawn-entry", field: "entryId", data: { since: entry.retiredOn } }];
  return (await leftOf(work, entry, year)) === 0
    ? [{ code: "no-place-left", field: "entryId", data: { name: entry.name, year } }]
    : [];
}

const toSave = (
  text: ActivityText,
  { entry, goal }: Checked,
): Omit<NewActivity, "id" | "personId" | "authorityId"> => ({
  goalId: goal?.id ?? null,
  entryId: entry?.id ?? null,
  title: entry?.name ?? text.title.trim(),
  owner: isOwner(text.owner) ? text.owner : "self",
  mentor: text.mentor.trim(),
  from: text.from === "" ? null : text.from,
  until: text.until,
});

/** Adds an activity; gives its id. From the catalogue it takes one of the year's places, if there is one. */
export async function addActivity(
  work: Work,
  personId: string,
  text: ActivityText,
): Promise<Result<Id, PlanCode>> {
  const room = await heldPlan(work, personId);
  const found = await checked(work, room, text, null);
  const authorityId = found.goal ? found.goal.authorityId : room.writesIn[0];
  if (found.reasons.length > 0 || authorityId === undefined) return refused(...found.reasons);
  const id = newId();
  await addActivities(
    work,
    [{ ...toSave(text, found), id, personId: room.personId, authorityId }],
    room.doer,
  );
  return done(id);
}

/** Writes an activity anew, and gives the revision that it is at then; `stale` when somebody else has written since `revision`. What stood there before stays in the history, with who changed it. */
export async function changeActivity(
  work: Work,
  of: { readonly personId: string; readonly activityId: string; readonly revision: number },
  text: ActivityText,
): Promise<Result<number, PlanCode>> {
  const room = await heldPlan(work, of.personId);
  const activity = writable(room, room.activities, of.activityId);
  const found = await checked(work, room, text, activity);
  const reasons = [
    ...(activity.revision === of.revision ? [] : [{ code: "stale" } as const]),
    ...found.reasons,
  ];
  if (reasons.length > 0) return refused(...reasons);
  // What it was called when it was planned stays, whatever the catalogue calls it now.
  const after = {
    ...toSave(text, found),
    ...(found.entry?.id === activity.entry?.id && found.entry ? { title: activity.title } : {}),
  };
  const former = formerOf(wordsOf(activity, room.goals), wordsOf(after, room.goals));
  if (Object.keys(former).length === 0 && after.entryId === (activity.entry?.id ?? null))
    return done(activity.revision);
  await saveActivity(work, activity.id, after);
  const about = { personId: room.personId, goalId: after.goalId, activityId: activity.id };
  await addEvent(work, about, room.doer, { kind: "changed", former });
  return done(activity.revision + 1);
}

/** What the history tells of an activity. */
const wordsOf = (
  activity: Pick<Activity, "title" | "owner" | "mentor" | "from" | "until" | "goalId">,
  goals: readonly Goal[],
): Words => ({
  title: activity.title,
  owner: activity.owner,
  mentor: activity.mentor,
  from: activity.from,
  until: activity.until,
  goal: goals.find(({ id }) => id === activity.goalId)?.title ?? "",
});
