/** What a talk rested on, as it stood when its text was put to the two (TLK-1): plain values that are kept as they are, whatever the model, the assessments and the evidence become. */
import type { Likeness } from "../assessment/meeting.rules.ts";
import type { Kind, Owner, State } from "../plan/plan.rules.ts";
import type { LocalDate } from "../shared/local-date.ts";

/** What somebody had said of a statement: the word of the scale as it was, empty for “not yet” and null for none, and their own words. */
export type SaidThen = { readonly step: string | null; readonly words: string };

export type StatementThen = {
  readonly text: string;
  readonly likeness: Likeness;
  /** Null where nothing was handed in. */
  readonly self: SaidThen | null;
  readonly manager: SaidThen | null;
  readonly outcome: { readonly met: boolean; readonly words: string } | null;
};

export type ModelThen = { readonly sv: string; readonly en: string; readonly version: number };

export type AssessmentThen = {
  readonly model: ModelThen;
  readonly level: string;
  readonly track: string | null;
  readonly self: "handed-in" | "declined" | "not-in";
  readonly statements: readonly StatementThen[];
};

export type PlacementThen = {
  readonly model: ModelThen;
  readonly level: string;
  readonly track: string | null;
  readonly from: LocalDate;
};

/** A requirement of the level, whether it was met, and what showed it. */
export type RequirementThen = {
  readonly text: string;
  readonly isMet: boolean;
  readonly shownBy: string | null;
  /** The last day on which what showed it was good. */
  readonly through: LocalDate | null;
};

/** A goal or an activity of the plan, as it said and stood. */
type PartThen = {
  readonly title: string;
  readonly mentor: string;
  readonly until: LocalDate;
  readonly state: State;
  readonly reason: string;
  readonly endedOn: LocalDate | null;
};

/** PLN-1: what was left of the plan, and what had come of it since the talk before. */
export type PlanThen = {
  readonly goals: readonly (PartThen & { readonly kind: Kind; readonly use: string })[];
  /** `goal` is the title of the one that it led to; null where it stood by itself. */
  readonly activities: readonly (PartThen & {
    readonly goal: string | null;
    readonly owner: Owner;
    readonly from: LocalDate | null;
  })[];
};

export type Snapshot = {
  readonly on: LocalDate;
  readonly placements: readonly PlacementThen[];
  readonly assessments: readonly AssessmentThen[];
  readonly requirements: readonly {
    readonly model: Omit<ModelThen, "version">;
    readonly level: string;
    readonly track: string | null;
    readonly lines: readonly RequirementThen[];
  }[];
  /** Null of a pay talk, and absent from what was kept before plans were part of it. */
  readonly plan?: PlanThen | null;
};

/** An assessment as talks choose among them. */
type Dated = {
  readonly begunOn: LocalDate;
  readonly openedOn: LocalDate | null;
  readonly endedOn: LocalDate | null;
};

/**
 * Which assessments a talk is about: those under way, and those that the two ended since the talk was booked. When there are none, the latest that they have been through, to go on
 * from. What was cancelled was never between them.
 */
export function assessmentsFor<A extends Dated>(all: readonly A[], bookedOn: LocalDate): A[] {
  const between = all.filter(({ openedOn, endedOn }) => openedOn !== null || endedOn === null);
  const now = between.filter(({ endedOn }) => endedOn === null || endedOn >= bookedOn);
  if (now.length > 0) return now;
  const latest = between.toSorted((a, b) => ((a.endedOn ?? "") < (b.endedOn ?? "") ? 1 : -1))[0];
  return latest ? [latest] : [];
}
