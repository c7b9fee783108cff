/** Individual plans (PLN-1): what a goal and an activity say, how each goes on and ends, what comes next, and what somebody else's words were before they were changed. */
import { checkWords } from "../placement/rules.ts";
import type { Id } from "../shared/ids.ts";
import { addMonths, isDay, type LocalDate } from "../shared/local-date.ts";
import type { Reason } from "../shared/result.ts";

export const KINDS = ["upskilling", "reskilling", "onboarding", "transition", "language"] as const;
export type Kind = (typeof KINDS)[number];
export const isKind = (text: string): text is Kind => (KINDS as readonly string[]).includes(text);

export const STATES = ["planned", "under-way", "done", "not-done"] as const;
export type State = (typeof STATES)[number];
export const isState = (text: string): text is State => (STATES as readonly string[]).includes(text);
export const isOpen = (state: State): boolean => state === "planned" || state === "under-way";

/** Who sees to an activity: the person themself, or their manager. */
export const OWNERS = ["self", "manager"] as const;
export type Owner = (typeof OWNERS)[number];
export const isOwner = (text: string): text is Owner => (OWNERS as readonly string[]).includes(text);

/** In characters. */
export const LONGEST = { title: 300, use: 2000, mentor: 200, reason: 1000, note: 2000 } as const;

export type PlanCode =
  | "missing"
  | "too-long"
  | "bad-character"
  | "not-a-day"
  | "day-passed"
  | "day-in-future"
  | "not-ended"
  | "ends-before-begins"
  | "unknown-kind"
  | "unknown-state"
  | "unknown-aim"
  | "unknown-entry"
  | "named-by-catalogue"
  | "unknown-goal"
  | "withdrawn-entry"
  | "no-place-left"
  | "open-activities"
  | "stale";

type Reasons = Reason<PlanCode>[];

/** What a goal says, as it was typed; days are empty where nothing was. */
export type GoalText = {
  readonly kind: string;
  readonly title: string;
  readonly use: string;
  readonly mentor: string;
  readonly until: string;
};

/** What an activity says, as it was typed; `entryId` is empty for something of one's own, `goalId` for what stands by itself. */
export type ActivityText = {
  readonly title: string;
  readonly entryId: string;
  readonly goalId: string;
  readonly owner: string;
  readonly mentor: string;
  readonly from: string;
  readonly until: string;
};

const optional = (field: string, text: string, max: number): Reasons =>
  text.trim() === "" ? [] : checkWords(field, text, max);

/** A day that something is to be reached by: not one that has passed, unless it stood there already. */
function checkUntil(until: string, { today, was }: Days): Reasons {
  if (until === "") return [{ code: "missing", field: "until" }];
  if (!isDay(until)) return [{ code: "not-a-day", field: "until" }];
  return until < today && until !== was ? [{ code: "day-passed", field: "until", data: { today } }] : [];
}

/** Today, and the day that stands there now; null of what is new. */
type Days = { readonly today: LocalDate; readonly was: LocalDate | null };

/** Everything that is wrong with a goal, at once. */
export const checkGoal = (text: GoalText, days: Days): Reasons => [
  ...(isKind(text.kind) ? [] : [{ code: "unknown-kind", field: "kind" } as const]),
  ...checkWords("title", text.title, LONGEST.title),
  ...optional("use", text.use, LONGEST.use),
  ...optional("mentor", text.mentor, LONGEST.mentor),
  ...checkUntil(text.until, days),
];

/** Everything that is wrong with an activity, at once; what comes from the catalogue has its name from there. */
export const checkActivity = (text: ActivityText, days: Days): Reasons => [
  ...(text.entryId === "" ? checkWords("title", text.title, LONGEST.title) : []),
  ...(isOwner(text.owner) ? [] : [{ code: "missing", field: "owner" } as const]),
  ...optional("mentor", text.mentor, LONGEST.mentor),
  ...(text.from === "" || isDay(text.from) ? [] : [{ code: "not-a-day", field: "from" } as const]),
  ...checkUntil(text.until, days),
  ...(isDay(text.from) && isDay(text.until) && text.until < text.from
    ? [{ code: "ends-before-begins", field: "until" } as const]
    : []),
];

/** Is something of the catalogue given words of one's own, which would be lost? `known` are its name there, and what it was called here. */
export const isNamedAnew = (title: string, known: readonly (string | undefined)[]): boolean =>
  !["", ...known].includes(title.trim());

/** How something went on: the state that it came to, why when it wasn't done, and the day. */
export type Step = { readonly state: string; readonly reason: string; readonly on: string };

/**
 * Everything that is wrong with a step. What wasn't done says why; a day of ending isn't ahead, and is of what has ended. A goal ends when what was to lead there has: else places would be kept
 * for what nobody does.
 */
export function checkStep(
  step: Step,
  { today, open }: { readonly today: LocalDate; readonly open: number },
): Reasons {
  if (!isState(step.state)) return [{ code: "unknown-state", field: "state" }];
  const words =
    step.state === "not-done"
      ? checkWords("reason", step.reason, LONGEST.reason)
      : optional("reason", step.reason, LONGEST.reason);
  if (isOpen(step.state))
    return [...words, ...(step.on === "" ? [] : [{ code: "not-ended", field: "on" } as const])];
  return [
    ...words,
    ...(isDay(step.on) ? [] : [{ code: step.on === "" ? "missing" : "not-a-day", field: "on" } as const]),
    ...(isDay(step.on) && step.on > today ? [{ code: "day-in-future", field: "on" } as const] : []),
    ...(open > 0 ? [{ code: "open-activities", data: { open } } as const] : []),
  ];
}

export const checkNote = (words: string): Reasons => checkWords("words", words, LONGEST.note);

/** What a goal or an activity says, by the name of each thing, as the history keeps it. */
export type Words = Readonly<Record<string, string | null>>;

/** What stood there of each thing that is changed, by its name; empty when nothing is. */
export const formerOf = (before: Words, after: Words): Words =>
  Object.fromEntries(Object.entries(before).filter(([name, words]) => after[name] !== words));

/** How many places are left; null where the entry has no number of them. A number that was made smaller afterwards leaves none, and never less. */
export const placesLeft = (places: number | null, taken: number): number | null =>
  places === null ? null : Math.max(0, places - taken);

/** The year whose places an activity takes one of. */
export const placeYear = ({ from, until }: { readonly from: string; readonly until: string }): number =>
  Number((from === "" ? until : from).slice(0, 4));

/** The day on which something is to be done next: what is planned begins, and what is under way ends. */
export const nextDay = (part: {
  readonly state: State;
  readonly from: LocalDate | null;
  readonly until: LocalDate;
}): LocalDate => (part.state === "planned" && part.from !== null ? part.from : part.until);

/** Something that ended, or is to end. */
type Dated = { readonly id: Id; readonly state: State; readonly endedOn: LocalDate | null };

/** What was said to be so of the parts of a plan since a day, and what is left; since null is from the beginning. */
export const sinceDay = <Part extends Dated>(
  parts: readonly Part[],
  since: LocalDate | null,
): { readonly done: Part[]; readonly notDone: Part[]; readonly open: Part[] } => {
  const ended = parts.filter(({ endedOn }) => endedOn !== null && (since === null || endedOn >= since));
  return {
    done: ended.filter(({ state }) => state === "done"),
    notDone: ended.filter(({ state }) => state === "not-done"),
    open: parts.filter(({ state }) => isOpen(state)),
  };
};

/** Plans go on for years: what ended so long ago is counted no longer where a plan is told in a line. */
export const COUNTED_MONTHS = 12;
export const countedFrom = (today: LocalDate): LocalDate => addMonths(today, -COUNTED_MONTHS);
