/**
 * Talks (TLK-1, PLC-9): their kinds, how far one has come, what each may do now, and how it closes. A talk goes planned → prepared → held → confirmed by both → locked: the
 * second confirmation locks it in the same moment. A pay talk goes held → locked. Whatever happens, there is a way for it to close that says what happened.
 */
import { SIDES, type Side } from "../assessment/assessment.rules.ts";
import { addDays, type LocalDate } from "../shared/local-date.ts";

export const KINDS = ["introduction", "development", "pay", "follow-up"] as const;
export type Kind = (typeof KINDS)[number];
export const isKind = (text: string): text is Kind => (KINDS as readonly string[]).includes(text);

/** What is kept. `held` is from the day that it is opened, and until it closes. */
export type State = "planned" | "held" | "locked" | "cancelled";

/**
 * `both`: both have confirmed. `other-view`: the employee has another view, which stands beside (and has been answered, when it went further). `unconfirmed`: the employee has
 * been asked often enough and hasn't said anything. `left`: the employment ended meanwhile. `pay`: a pay talk, which needs no agreement. `cancelled`: it was never held.
 */
export type ClosedHow = "both" | "other-view" | "unconfirmed" | "left" | "pay" | "cancelled";

/** Another view on the latest text; `toAbove` when the employee wants the manager above to answer it. */
export type OtherView = { readonly toAbove: boolean; readonly answered: boolean };

/** How far a talk has come, without anything of what is written in it. */
export type Standing = {
  readonly kind: Kind;
  readonly state: State;
  /** Whose preparation the other may read. */
  readonly shared: Readonly<Record<Side, boolean>>;
  /** The latest text that was put to the two, counted from 1; 0 before there is one. */
  readonly record: number;
  /** Who has confirmed that text. */
  readonly confirmed: Readonly<Record<Side, boolean>>;
  readonly view: OtherView | null;
  /** The days on which the employee has been asked about that text, the first when it was put to them. */
  readonly asked: readonly LocalDate[];
};

/** As it is told: a talk for which both have shown what they prepared is prepared; one that waits for an answer is told so. */
export type Phase = "planned" | "prepared" | "held" | "asked" | "with-above" | "locked" | "cancelled";

export function phaseOf(standing: Standing): Phase {
  const { state, shared, record } = standing;
  if (state === "planned") return shared.self && shared.manager ? "prepared" : "planned";
  if (state !== "held") return state;
  if (waitsAbove(standing)) return "with-above";
  return record > 0 ? "asked" : "held";
}

/** Does another view wait for the manager above? */
export const waitsAbove = ({ state, view }: Standing): boolean =>
  state === "held" && view !== null && view.toAbove && !view.answered;

/** Another view and the answer to it, as they came: both stay when the text is put to the two anew (PLC-9). */
export const viewsAmong = <Event extends { readonly kind: string }>(events: readonly Event[]): Event[] =>
  events.filter(({ kind }) => kind === "other-view" || kind === "answered");

/** `record` puts the text to both; `differ` is another view; `remind` asks once more; `close` is without the employee's word; `answer` is the manager above's. */
export const ACTS = [
  "prepare",
  "rebook",
  "cancel",
  "hold",
  "write",
  "record",
  "confirm",
  "differ",
  "remind",
  "close",
  "answer",
] as const;
export type Act = (typeof ACTS)[number];
/** Who comes to a talk: one of the two, the manager above to whom another view went, or somebody who only reads. */
export type Reader = Side | "above" | "other";

/** Whose acts they are. Nobody does the other's (ORG-4). */
export const ACTS_OF: Readonly<Record<Reader, readonly Act[]>> = {
  self: ["prepare", "confirm", "differ"],
  manager: ["prepare", "rebook", "cancel", "hold", "write", "record", "confirm", "remind", "close"],
  above: ["answer"],
  other: [],
};

/** The employee is asked so many times, with so many days between and after, before it may close without their word. */
export const ASKS = 3;
export const PATIENCE_DAYS = 7;

/** TLK-1, PLC-9, ORG-4: what somebody may do with it today. Nobody does the other's. */
export function actsOf(reader: Reader, standing: Standing, today: LocalDate): readonly Act[] {
  const { kind, state, record, confirmed, view } = standing;
  const isPlanned = state === "planned";
  const isHeld = state === "held";
  const isAsked = isHeld && record > 0 && kind !== "pay";
  const isSilent = isAsked && view === null && !confirmed.self;
  const own = reader === "self" || reader === "manager" ? confirmed[reader] : true;
  const can: Readonly<Record<Act, boolean>> = {
    prepare: isPlanned,
    rebook: isPlanned,
    cancel: isPlanned,
    hold: isPlanned,
    write: isHeld && !waitsAbove(standing),
    record: isHeld && !waitsAbove(standing),
    confirm: isAsked && !own && (reader !== "self" || view === null),
    differ: isSilent,
    remind: isSilent && standing.asked.length < ASKS && hasWaited(standing, today),
    close: isSilent && confirmed.manager && standing.asked.length >= ASKS && hasWaited(standing, today),
    answer: waitsAbove(standing),
  };
  return ACTS_OF[reader].filter((act) => can[act]);
}

const hasWaited = ({ asked }: Standing, today: LocalDate): boolean => {
  const latest = asked.at(-1);
  return latest !== undefined && addDays(latest, PATIENCE_DAYS) <= today;
};

/** The day from which the employee can be asked again, or the talk closed without their word; null while that isn't waited for. */
export function waitsUntil({ asked, ...standing }: Standing): LocalDate | null {
  const latest = asked.at(-1);
  const isSilent =
    standing.state === "held" &&
    standing.kind !== "pay" &&
    standing.view === null &&
    !standing.confirmed.self;
  return isSilent && latest !== undefined ? addDays(latest, PATIENCE_DAYS) : null;
}

/** How it closes as it stands now, by itself; null while it waits for somebody's word. */
export function closesAs({ kind, state, record, confirmed, view }: Standing): ClosedHow | null {
  if (state !== "held" || record === 0) return null;
  if (kind === "pay") return "pay";
  if (!confirmed.manager) return null;
  if (confirmed.self) return "both";
  return view !== null && (!view.toAbove || view.answered) ? "other-view" : null;
}

/** PRV-3, ORG-2: how it closes when the person no longer works where it was booked: what was put to them stays, and what was only planned isn't held. */
export const closesWhenLeft = ({ state, record }: Pick<Standing, "state" | "record">): State =>
  state === "held" && record > 0 ? "locked" : "cancelled";

/**
 * TLK-1: may somebody read what one of the two prepared? Its own side always; the other of the two when it has been shown, or the talk is held; whoever else is close to the
 * person, when it is held. Of a talk that was cancelled only what had been shown.
 */
export function mayReadPreparation(reader: Reader, side: Side, { state, shared }: Standing): boolean {
  if (reader === side) return true;
  if (state === "held" || state === "locked") return true;
  return shared[side] && SIDES.some((each) => each === reader);
}

/** Of a talk that was called off before it was held, what one hadn't shown is its writer's alone, and no part of the talk. */
export const staysUnshown = (
  side: Side,
  { state, shared }: Standing,
  { heldOn }: { readonly heldOn: LocalDate | null },
): boolean => state === "cancelled" && heldOn === null && !shared[side];

export type DialogueKind = "introduction-talk" | "development-talk";

/** A placement rests on a talk until so many days after it was locked. */
export const PLACING_DAYS = 60;

/** PLC-1: as which kind of dialogue a placement can rest on the talk, from when it has been held; null where it can't. What comes of a talk changes nothing in it. */
export function placesAs(
  { kind, state, closedOn }: Pick<Standing, "kind" | "state"> & { readonly closedOn: LocalDate | null },
  today: LocalDate,
): DialogueKind | null {
  const isOver = closedOn !== null && addDays(closedOn, PLACING_DAYS) < today;
  if ((state !== "held" && state !== "locked") || isOver) return null;
  if (kind === "introduction") return "introduction-talk";
  return kind === "development" ? "development-talk" : null;
}

/** What each is asked before a talk of the kind; how work is done is talked about, never rated (TLK-4). */
export const QUESTIONS: Readonly<Record<Kind, readonly Question[]>> = {
  introduction: ["start", "need", "ahead"],
  development: ["since", "matters", "ahead"],
  pay: ["done", "raise"],
  "follow-up": ["since", "ahead"],
};
export type Question = "start" | "need" | "since" | "matters" | "ahead" | "done" | "raise";

/** In characters. */
export const LONGEST_ANSWER = 3000;
export const LONGEST_AGREED = 6000;
export const LONGEST_VIEW = 4000;

/**
 * TLK-1: an amount in kronor, when the text seems to hold one: a pay talk holds none. A hint and not a refusal, since a figure before "kronor" may be the price of a
 * course. A day, an hour or a paragraph is no amount.
 */
export function amountIn(text: string): string | null {
  const found =
    /(?<![\d-])\d{1,3}(?:[ .\u{a0}\u{202f}]?\d{3})*(?:,\d{1,2})?\s?(?:kr\b|kronor\b|sek\b|tkr\b|:-)/iu.exec(
      text,
    ) ?? /(?<![\d-])\d{2}[ .\u{a0}\u{202f}]\d{3}(?![\d-])/u.exec(text);
  return found ? found[0].trim() : null;
}

/** The day that a talk was held: not ahead, and not before it was booked. */
export function checkHeldOn(
  day: LocalDate,
  { today, bookedOn }: { readonly today: LocalDate; readonly bookedOn: LocalDate },
): "day-in-future" | "before-booking" | null {
  if (day > today) return "day-in-future";
  return day < bookedOn ? "before-booking" : null;
}
