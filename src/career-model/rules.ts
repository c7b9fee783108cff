/**
 * What a career model consists of (MOD-1, MOD-3, MOD-4, MOD-6, MOD-7); when it holds together stands in `check.rules.ts`.
 * A structure gives all models of one shape their levels and headings; a version of a model fills them with
 * items for one profession. Every key is the author's own, stable name for a part, so that a text can be
 * reworded and still be the same part.
 */

export const LEVEL_KINDS = ["introduction", "core", "outer"] as const;
/** Core levels are where most people work; outer ones are thinner rings around them; an introduction comes before both. */
export type LevelKind = (typeof LEVEL_KINDS)[number];

export const ITEM_KINDS = ["formal", "demonstrated", "duty", "support"] as const;
/** `formal` and `demonstrated` are requirements; `support` is development support. */
export type ItemKind = (typeof ITEM_KINDS)[number];

export const SUPPORT_STAGES = ["with-support", "independent", "leads"] as const;
/** How a demonstrated requirement is done: with support of others, independently, or leading others. */
export type SupportStage = (typeof SUPPORT_STAGES)[number];

export const FORMAL_TYPES = ["licence", "degree", "specialist", "course", "experience", "merit"] as const;
export type FormalType = (typeof FORMAL_TYPES)[number];

export const STUDY_LEVELS = ["first-cycle", "second-cycle", "third-cycle"] as const;
/** Level of higher education: grundnivå, avancerad nivå, forskarnivå. */
export type StudyLevel = (typeof STUDY_LEVELS)[number];

export const VISIBILITIES = ["public", "internal"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export type Level = {
  readonly key: string;
  readonly name: string;
  readonly shortText: string;
  readonly kind: LevelKind;
};

export type Heading = { readonly key: string; readonly name: string };

/** MOD-1: the shape that an employer's models share. Levels run from the innermost (an introduction first) outward. */
export type Structure = {
  readonly name: string;
  readonly levels: readonly Level[];
  readonly headings: readonly Heading[];
  readonly coreCompetencies: readonly string[];
  readonly ratingScale: readonly string[];
};

/** MOD-6: tracks run side by side within one or more levels. */
export type Track = { readonly key: string; readonly name: string; readonly levels: readonly string[] };

/**
 * What a formal requirement asks for: higher education credits (hp) and level, or months of experience. MOD-7: what
 * shows it is good for `validMonths`, and for ever without them.
 */
export type FormalDetail = {
  readonly type: FormalType;
  readonly credits?: number;
  readonly level?: StudyLevel;
  readonly months?: number;
  readonly validMonths?: number;
};

/** Where in a model something stands; without a track it is for everyone at the level. */
export type Place = {
  readonly levelKey: string;
  readonly trackKey: string | null;
  readonly headingKey: string;
};

/**
 * MOD-4: requirements that are met together, all of them or any `needed` of them. Its members are items and other groups of
 * the same place, all mandatory or all recommended, all public or all internal.
 */
export type RequirementGroup = Place & {
  readonly key: string;
  /** How many of its members are enough; null is all of them. */
  readonly needed: number | null;
  /** The group that it is a member of. */
  readonly groupKey?: string;
};

/** MOD-3: one line of a model, at a level (and track) and heading. A note has the same visibility as its item. */
export type Item = Place & {
  readonly key: string;
  readonly kind: ItemKind;
  /** Requirements are mandatory or recommended; duties and development support are neither: `null`. */
  readonly mandatory: boolean | null;
  readonly text: string;
  readonly note?: string;
  readonly visibility: Visibility;
  readonly support?: SupportStage;
  readonly formal?: FormalDetail;
  /** MOD-4: the group that the requirement is a member of. */
  readonly groupKey?: string;
};

/** What is said in an item; where it stands and whom it belongs with are apart from that. */
export type ItemWords = Pick<
  Item,
  "kind" | "mandatory" | "text" | "note" | "visibility" | "support" | "formal"
>;

/** A text that belongs to a level: its introduction for the profession, or where one can go on from it. */
export type LevelText = { readonly levelKey: string; readonly text: string };

/** MOD-2: the content of one version. Its status and dates are kept beside it (`life-cycle.rules.ts`). */
export type ModelVersion = {
  readonly number: number;
  readonly intro: string;
  readonly levelIntros: readonly LevelText[];
  readonly tracks: readonly Track[];
  readonly groups: readonly RequirementGroup[];
  readonly items: readonly Item[];
  /** MOD-6: a level may point onward to other models and roles. */
  readonly onward: readonly LevelText[];
};

/** Longest texts in characters, most parts of each kind, and largest numbers. */
export const LIMITS = {
  number: 9999,
  key: 100,
  name: 100,
  line: 600,
  intro: 3000,
  levels: 12,
  headings: 20,
  tracks: 12,
  words: 20,
  items: 2000,
  groups: 400,
  credits: 400,
  months: 600,
} as const;

export type ContentCode =
  | "empty-text"
  | "text-too-long"
  | "bad-character"
  | "bad-key"
  | "duplicate-key"
  | "duplicate-level"
  | "too-few"
  | "too-many"
  | "bad-number"
  | "introduction-not-first"
  | "core-outside-outer"
  | "unknown-level"
  | "unknown-heading"
  | "unknown-track"
  | "track-not-in-level"
  | "mandatory-on-non-requirement"
  | "requirement-without-mandatory"
  | "formal-without-type"
  | "formal-on-other-kind"
  | "support-on-other-kind"
  | "experience-without-months"
  | "unknown-group"
  | "group-elsewhere"
  | "group-of-other-kind"
  | "group-mixed"
  | "group-circle"
  | "group-never-met";

/** Is it asked of the person (formal or demonstrated), rather than given or done? */
export const isRequirement = (item: Pick<Item, "kind">): boolean =>
  item.kind === "formal" || item.kind === "demonstrated";
