/**
 * What a career model consists of, and when its content holds together (MOD-1, MOD-3, MOD-6).
 * A structure gives all models of one shape their levels and headings; a version of a model fills them with
 * items for one profession. Every key is the author's own, stable name for a part, so that a text can be
 * reworded and still be the same part.
 */
import type { Reason } from "../shared/result.ts";

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

/** What a formal requirement asks for: higher education credits (hp) and level, or months of experience. */
export type FormalDetail = {
  readonly type: FormalType;
  readonly credits?: number;
  readonly level?: StudyLevel;
  readonly months?: number;
};

/** MOD-3: one line of a model, at a level (and track) and heading. A note has the same visibility as its item. */
export type Item = {
  readonly key: string;
  readonly levelKey: string;
  readonly trackKey: string | null;
  readonly headingKey: string;
  readonly kind: ItemKind;
  /** Requirements are mandatory or recommended; duties and development support are neither: `null`. */
  readonly mandatory: boolean | null;
  readonly text: string;
  readonly note?: string;
  readonly visibility: Visibility;
  readonly support?: SupportStage;
  readonly formal?: FormalDetail;
};

/** A text that belongs to a level: its introduction for the profession, or where one can go on from it. */
export type LevelText = { readonly levelKey: string; readonly text: string };

/** MOD-2: the content of one version. Its status and dates are kept beside it (`life-cycle.rules.ts`). */
export type ModelVersion = {
  readonly number: number;
  readonly intro: string;
  readonly levelIntros: readonly LevelText[];
  readonly tracks: readonly Track[];
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
  | "experience-without-months";

type ContentReason = Reason<ContentCode>;

/** Is it asked of the person (formal or demonstrated), rather than given or done? */
export const isRequirement = (item: Pick<Item, "kind">): boolean =>
  item.kind === "formal" || item.kind === "demonstrated";

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Control characters other than line breaks: the database refuses some, and no reader sees any. */
const CONTROL = /[^\P{Cc}\n]/u;

/** Is the text there, not too long, and free of what cannot be stored or seen? */
export const checkText = (field: string, text: string, max: number): ContentReason[] => {
  const reasons: ContentReason[] = [];
  if (text.trim() === "") reasons.push({ code: "empty-text", field });
  if (text.length > max) reasons.push({ code: "text-too-long", field, data: { max, length: text.length } });
  if (CONTROL.test(text) || !text.isWellFormed()) reasons.push({ code: "bad-character", field });
  return reasons;
};

const checkKeys = (list: string, keys: readonly string[]): ContentReason[] => {
  const seen = new Set<string>();
  return keys.flatMap((key, index) => {
    const field = `${list}.${index}.key`;
    const reasons: ContentReason[] = [];
    if (!KEY.test(key) || key.length > LIMITS.key) reasons.push({ code: "bad-key", field, data: { key } });
    if (seen.has(key)) reasons.push({ code: "duplicate-key", field, data: { key } });
    seen.add(key);
    return reasons;
  });
};

const checkCount = (field: string, count: number, min: number, max: number): ContentReason[] => {
  if (count < min) return [{ code: "too-few", field, data: { min, count } }];
  return count > max ? [{ code: "too-many", field, data: { max, count } }] : [];
};

/** MOD-1: the levels go from the inside out: an introduction (at most one), then the core, then the outer rings. */
const checkOrder = (levels: readonly Level[]): ContentReason[] =>
  levels.flatMap((level, index): ContentReason[] => {
    const field = `levels.${index}.kind`;
    const data = { level: level.key };
    if (level.kind === "introduction" && index > 0) return [{ code: "introduction-not-first", field, data }];
    const outerBefore = levels.slice(0, index).some((earlier) => earlier.kind === "outer");
    return level.kind === "core" && outerBefore ? [{ code: "core-outside-outer", field, data }] : [];
  });

/**
 * MOD-1: everything that is wrong with a structure, at once. `field` is the path within the structure, positions
 * from 0: `levels.2.name`.
 */
export function checkStructure(structure: Structure): ContentReason[] {
  const { levels, headings } = structure;
  return [
    ...checkText("name", structure.name, LIMITS.name),
    ...checkCount("levels", levels.length, 1, LIMITS.levels),
    ...checkKeys(
      "levels",
      levels.map((level) => level.key),
    ),
    ...levels.flatMap((level, index) => [
      ...checkText(`levels.${index}.name`, level.name, LIMITS.name),
      ...checkText(`levels.${index}.shortText`, level.shortText, LIMITS.line),
    ]),
    ...checkOrder(levels),
    ...checkCount("headings", headings.length, 1, LIMITS.headings),
    ...checkKeys(
      "headings",
      headings.map((heading) => heading.key),
    ),
    ...headings.flatMap((heading, index) => checkText(`headings.${index}.name`, heading.name, LIMITS.name)),
    ...(["coreCompetencies", "ratingScale"] as const).flatMap((list) => [
      ...checkCount(list, structure[list].length, 0, LIMITS.words),
      ...structure[list].flatMap((word, index) => checkText(`${list}.${index}`, word, LIMITS.name)),
    ]),
  ];
}

const checkFormal = (field: string, formal: FormalDetail): ContentReason[] => {
  const reasons: ContentReason[] = [];
  const { credits, months } = formal;
  if (credits !== undefined && !(credits > 0 && credits <= LIMITS.credits && Number.isInteger(credits * 2)))
    reasons.push({
      code: "bad-number",
      field: `${field}.credits`,
      data: { value: credits, max: LIMITS.credits },
    });
  if (months !== undefined && !(months > 0 && months <= LIMITS.months && Number.isInteger(months)))
    reasons.push({
      code: "bad-number",
      field: `${field}.months`,
      data: { value: months, max: LIMITS.months },
    });
  if (formal.type === "experience" && months === undefined)
    reasons.push({ code: "experience-without-months", field: `${field}.months` });
  return reasons;
};

/** MOD-3: a requirement says whether it is mandatory, and only the kind that it belongs to carries a detail. */
const checkKind = (field: string, item: Item): ContentReason[] => {
  const reasons: ContentReason[] = [];
  const data = { item: item.key };
  if (isRequirement(item) && item.mandatory === null)
    reasons.push({ code: "requirement-without-mandatory", field: `${field}.mandatory`, data });
  if (!isRequirement(item) && item.mandatory !== null)
    reasons.push({ code: "mandatory-on-non-requirement", field: `${field}.mandatory`, data });
  if (item.kind === "formal" && !item.formal)
    reasons.push({ code: "formal-without-type", field: `${field}.formal`, data });
  if (item.kind !== "formal" && item.formal)
    reasons.push({ code: "formal-on-other-kind", field: `${field}.formal`, data });
  if (item.kind !== "demonstrated" && item.support)
    reasons.push({ code: "support-on-other-kind", field: `${field}.support`, data });
  return item.formal ? [...reasons, ...checkFormal(`${field}.formal`, item.formal)] : reasons;
};

/**
 * MOD-3, MOD-6: everything that is wrong with a version's content in its structure, at once. `field` is the path
 * within the version, positions from 0: `items.14.trackKey`. A structure that is wrong itself is `checkStructure`'s.
 */
export function checkVersion(structure: Structure, version: ModelVersion): ContentReason[] {
  const levels = new Set(structure.levels.map((level) => level.key));
  const headings = new Set(structure.headings.map((heading) => heading.key));
  const tracks = new Map(version.tracks.map((track) => [track.key, track]));

  const checkLevel = (field: string, level: string): ContentReason[] =>
    levels.has(level) ? [] : [{ code: "unknown-level", field, data: { level } }];

  const checkLevels = (keys: readonly string[], fieldOf: (index: number) => string): ContentReason[] =>
    keys.flatMap((level, index) => [
      ...checkLevel(fieldOf(index), level),
      ...(keys.indexOf(level) < index
        ? [{ code: "duplicate-level", field: fieldOf(index), data: { level } } as const]
        : []),
    ]);

  const checkTrack = (field: string, item: Item): ContentReason[] => {
    if (item.trackKey === null) return [];
    const data = { track: item.trackKey, level: item.levelKey };
    const track = tracks.get(item.trackKey);
    if (!track) return [{ code: "unknown-track", field, data }];
    const elsewhere = levels.has(item.levelKey) && !track.levels.includes(item.levelKey);
    return elsewhere ? [{ code: "track-not-in-level", field, data }] : [];
  };

  const checkItem = (item: Item, index: number): ContentReason[] => {
    const field = `items.${index}`;
    return [
      ...checkLevel(`${field}.levelKey`, item.levelKey),
      ...(headings.has(item.headingKey)
        ? []
        : [
            {
              code: "unknown-heading",
              field: `${field}.headingKey`,
              data: { heading: item.headingKey },
            } as const,
          ]),
      ...checkTrack(`${field}.trackKey`, item),
      ...checkKind(field, item),
      ...checkText(`${field}.text`, item.text, LIMITS.line),
      ...(item.note === undefined ? [] : checkText(`${field}.note`, item.note, LIMITS.line)),
    ];
  };

  return [
    ...(Number.isSafeInteger(version.number) && version.number > 0 && version.number <= LIMITS.number
      ? []
      : [
          {
            code: "bad-number",
            field: "number",
            data: { value: version.number, max: LIMITS.number },
          } as const,
        ]),
    ...checkText("intro", version.intro, LIMITS.intro),
    ...checkLevels(
      version.levelIntros.map((intro) => intro.levelKey),
      (index) => `levelIntros.${index}.levelKey`,
    ),
    ...version.levelIntros.flatMap((intro, index) =>
      checkText(`levelIntros.${index}.text`, intro.text, LIMITS.intro),
    ),
    ...checkCount("tracks", version.tracks.length, 0, LIMITS.tracks),
    ...checkKeys(
      "tracks",
      version.tracks.map((track) => track.key),
    ),
    ...version.tracks.flatMap((track, index) => [
      ...checkText(`tracks.${index}.name`, track.name, LIMITS.name),
      ...checkCount(`tracks.${index}.levels`, track.levels.length, 1, LIMITS.levels),
      ...checkLevels(track.levels, (at) => `tracks.${index}.levels.${at}`),
    ]),
    ...checkCount("items", version.items.length, 0, LIMITS.items),
    ...checkKeys(
      "items",
      version.items.map((item) => item.key),
    ),
    ...version.items.flatMap(checkItem),
    ...version.onward.flatMap((onward, index) => [
      ...checkLevel(`onward.${index}.levelKey`, onward.levelKey),
      ...checkText(`onward.${index}.text`, onward.text, LIMITS.line),
    ]),
  ];
}
