/**
 * Assessing apart, then meeting (ASM-1): what each of the two may do and see, and when. Two sheets with authors of their own, one for the person
 * and one for their manager; neither sees what the other has written until both are in, or the manager opens the assessment at the talk.
 */

/** Whose sheet it is: the person's own, or the manager's about them. */
export const SIDES = ["self", "manager"] as const;
export type Side = (typeof SIDES)[number];
export const otherSide = (side: Side): Side => (side === "self" ? "manager" : "self");

/** Each has pages of their own: the person is nobody on the other's, and nobody else on theirs. A page that is nobody's in particular is everybody's. */
export const isOnOwnPage = (page: Side | undefined, isSelf: boolean): boolean =>
  page === undefined || (page === "self") === isSelf;

/** Only the self-assessment is declined: it is voluntary. */
export type SheetState = "not-begun" | "draft" | "handed-in" | "declined";

/** `apart` until it is opened; `open` while they agree; then `ended`. What was cancelled ended without having been opened. */
export type Phase = "apart" | "open" | "ended";

/** `both-in` by itself, the moment the second sheet is handed in; `at-talk` by the manager, without a self-assessment. */
export type OpenedHow = "both-in" | "at-talk";

/** `agreed`: every statement has an outcome. `rest-left`: what has none was left for next time. `cancelled`: it never came to a meeting. */
export type EndedHow = "agreed" | "rest-left" | "cancelled";

/** How far an assessment has come, without anything of what is written in it. */
export type Standing = {
  readonly openedHow: OpenedHow | null;
  readonly endedHow: EndedHow | null;
  readonly sheets: Readonly<Record<Side, SheetState>>;
};

export const phaseOf = ({ openedHow, endedHow }: Standing): Phase =>
  endedHow !== null ? "ended" : openedHow !== null ? "open" : "apart";

/** Why nothing is written any longer, in either sheet; null while the two are apart. */
export const closedBecause = ({ openedHow, endedHow }: Standing): "ended" | "opened" | null =>
  endedHow !== null ? "ended" : openedHow !== null ? "opened" : null;

/** What can be done with an assessment; `open` is for the talk, `agree` records one joint outcome. */
export const ACTS = ["write", "hand-in", "decline", "open", "agree", "end", "cancel"] as const;
export type Act = (typeof ACTS)[number];

/** Whose acts they are. Nobody does the other's. */
const ACTS_OF: Readonly<Record<Side, readonly Act[]>> = {
  self: ["write", "hand-in", "decline"],
  manager: ["write", "hand-in", "open", "agree", "end", "cancel"],
};

/**
 * ASM-1: what one of the two may do now. A sheet is written until it is handed in or declined, and only while they are apart. Whoever opens it at the talk has
 * an assessment of their own that isn't handed in yet or is, and sees nothing of the other's before that.
 */
export function actsOf(side: Side, standing: Standing): readonly Act[] {
  const phase = phaseOf(standing);
  const own = standing.sheets[side];
  const isWriting = phase === "apart" && (own === "draft" || own === "not-begun");
  const can: Readonly<Record<Act, boolean>> = {
    write: isWriting,
    "hand-in": isWriting && own === "draft",
    decline: isWriting,
    open:
      phase === "apart" && (own === "draft" || own === "handed-in") && standing.sheets.self !== "handed-in",
    agree: phase === "open",
    end: phase === "open",
    cancel: phase === "apart",
  };
  return ACTS_OF[side].filter((act) => can[act]);
}

/** Does handing in this sheet open the assessment: is the other one in already? */
export const opensByItself = (side: Side, standing: Standing): boolean =>
  phaseOf(standing) === "apart" && standing.sheets[otherSide(side)] === "handed-in";

/**
 * ASM-1, ASM-4: may somebody read what is written in a sheet? Its own side always; others, and those who are close to the person without being their manager, when the assessment
 * has been opened, and only what was handed in: what was left as a draft stays its author's.
 */
export function mayReadSheet(reader: Side | "other", sheet: Side, standing: Standing): boolean {
  if (reader === sheet) return true;
  return standing.openedHow !== null && standing.sheets[sheet] === "handed-in";
}

/** One line of a sheet: a step of the scale from 1, 0 for "not yet", null for words alone; and a few words of motivation. */
export type Said = { readonly step: number | null; readonly words: string };

export const NOTHING_SAID: Said = { step: null, words: "" };
export const isSaid = ({ step, words }: Said): boolean => step !== null || words !== "";

/** In characters. */
export const LONGEST_WORDS = 1000;
