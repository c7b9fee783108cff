/**
 * When the content of a structure and a version holds together (MOD-1, MOD-3, MOD-4, MOD-6). Each check tells everything that
 * is wrong, at once, with its place: the path of the field, positions from 0.
 */
import type { Reason } from "../shared/result.ts";
import { checkGroups } from "./group.rules.ts";
import {
  isRequirement,
  LIMITS,
  type ContentCode,
  type FormalDetail,
  type Item,
  type Level,
  type ModelVersion,
  type Place,
  type Structure,
  type Track,
} from "./rules.ts";

type ContentReason = Reason<ContentCode>;

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
  const { credits } = formal;
  if (credits !== undefined && !(credits > 0 && credits <= LIMITS.credits && Number.isInteger(credits * 2)))
    reasons.push({
      code: "bad-number",
      field: `${field}.credits`,
      data: { value: credits, max: LIMITS.credits },
    });
  for (const part of ["months", "validMonths"] as const) {
    const months = formal[part];
    if (months !== undefined && !(months > 0 && months <= LIMITS.months && Number.isInteger(months)))
      reasons.push({
        code: "bad-number",
        field: `${field}.${part}`,
        data: { value: months, max: LIMITS.months },
      });
  }
  if (formal.type === "experience" && formal.months === undefined)
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

/** Checks where something stands; `field` is its path. */
export type CheckPlace = (field: string, place: Place) => ContentReason[];

const checkLevelIn =
  (levels: ReadonlySet<string>) =>
  (field: string, level: string): ContentReason[] =>
    levels.has(level) ? [] : [{ code: "unknown-level", field, data: { level } }];

/** MOD-6: places are at the structure's levels and headings, and at a track only where it runs. */
export function placesOf(structure: Structure, tracks: readonly Track[]): CheckPlace {
  const levels = new Set(structure.levels.map((level) => level.key));
  const headings = new Set(structure.headings.map((heading) => heading.key));
  const checkLevel = checkLevelIn(levels);

  const checkTrack = (field: string, { trackKey, levelKey }: Place): ContentReason[] => {
    if (trackKey === null) return [];
    const data = { track: trackKey, level: levelKey };
    const track = tracks.find((each) => each.key === trackKey);
    if (!track) return [{ code: "unknown-track", field, data }];
    const elsewhere = levels.has(levelKey) && !track.levels.includes(levelKey);
    return elsewhere ? [{ code: "track-not-in-level", field, data }] : [];
  };

  const checkHeading = (field: string, heading: string): ContentReason[] =>
    headings.has(heading) ? [] : [{ code: "unknown-heading", field, data: { heading } }];

  return (field, place) => [
    ...checkLevel(`${field}.levelKey`, place.levelKey),
    ...checkHeading(`${field}.headingKey`, place.headingKey),
    ...checkTrack(`${field}.trackKey`, place),
  ];
}

/** MOD-3: everything that is wrong with one item, `field` being its path, but for its key and its group. */
export const checkItem = (checkPlace: CheckPlace, field: string, item: Item): ContentReason[] => [
  ...checkPlace(field, item),
  ...checkKind(field, item),
  ...checkText(`${field}.text`, item.text, LIMITS.line),
  ...(item.note === undefined ? [] : checkText(`${field}.note`, item.note, LIMITS.line)),
];

/** MOD-6: everything that is wrong with a track, `field` being its path, but for its key. */
export function checkTrack(structure: Structure, field: string, track: Track): ContentReason[] {
  const checkLevel = checkLevelIn(new Set(structure.levels.map((level) => level.key)));
  return [
    ...checkText(`${field}.name`, track.name, LIMITS.name),
    ...checkCount(`${field}.levels`, track.levels.length, 1, LIMITS.levels),
    ...checkLevels(checkLevel, track.levels, (at) => `${field}.levels.${at}`),
  ];
}

const checkLevels = (
  checkLevel: (field: string, level: string) => ContentReason[],
  keys: readonly string[],
  fieldOf: (index: number) => string,
): ContentReason[] =>
  keys.flatMap((level, index) => [
    ...checkLevel(fieldOf(index), level),
    ...(keys.indexOf(level) < index
      ? [{ code: "duplicate-level", field: fieldOf(index), data: { level } } as const]
      : []),
  ]);

/**
 * MOD-3, MOD-6: everything that is wrong with a version's content in its structure, at once. `field` is the path
 * within the version, positions from 0: `items.14.trackKey`. A structure that is wrong itself is `checkStructure`'s.
 */
export function checkVersion(structure: Structure, version: ModelVersion): ContentReason[] {
  const checkLevel = checkLevelIn(new Set(structure.levels.map((level) => level.key)));
  const checkPlace = placesOf(structure, version.tracks);
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
      checkLevel,
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
    ...version.tracks.flatMap((track, index) => checkTrack(structure, `tracks.${index}`, track)),
    ...checkCount("groups", version.groups.length, 0, LIMITS.groups),
    ...checkKeys(
      "groups",
      version.groups.map((group) => group.key),
    ),
    ...version.groups.flatMap((group, index) => checkPlace(`groups.${index}`, group)),
    ...checkGroups(version),
    ...checkCount("items", version.items.length, 0, LIMITS.items),
    ...checkKeys(
      "items",
      version.items.map((item) => item.key),
    ),
    ...version.items.flatMap((item, index) => checkItem(checkPlace, `items.${index}`, item)),
    ...version.onward.flatMap((onward, index) => [
      ...checkLevel(`onward.${index}.levelKey`, onward.levelKey),
      ...checkText(`onward.${index}.text`, onward.text, LIMITS.line),
    ]),
  ];
}
