/**
 * Local titles (INT-4, PLC-7): what the HR system calls the people of a level, and of a track in it. Several titles may mean one level; the first
 * is the one that is written out. In a model a title means one level, and so it does among the models of one profession.
 */
import type { Id } from "../shared/ids.ts";
import type { Reason } from "../shared/result.ts";

/** A place in a model that titles stand for. A level and a track are the same through the model's versions. */
export type TitlePlace = { readonly levelId: Id; readonly trackId: Id | null };

/** A place as it is shown. */
export type NamedTitlePlace = TitlePlace & {
  readonly level: string;
  readonly track: string | null;
};

export const LONGEST_TITLE = 200;
/** No level has more names than this in any HR system. */
export const MOST_TITLES = 40;

/** A place by one text: what its form field is called after. */
export const placeKey = ({ levelId, trackId }: TitlePlace): string =>
  trackId === null ? levelId : `${levelId}_${trackId}`;

/** What is left of a title when writing habits are taken away: titles with the same key are the same. */
export const titleKey = (title: string): string => written(title).toLocaleLowerCase("sv");

/** A title as it is kept: composed letters, single spaces. */
const written = (title: string): string => title.normalize("NFC").replace(/\s+/g, " ").trim();

/** The titles of one place as they were typed, a line each; one that stands there twice counts once. */
export function titlesIn(text: string): string[] {
  const titles = new Map<string, string>();
  for (const line of text.split("\n")) {
    const title = written(line);
    if (title !== "" && !titles.has(titleKey(title))) titles.set(titleKey(title), title);
  }
  return [...titles.values()];
}

export type TitleCode =
  | "title-twice" // data: title, first, second: two levels of the model
  | "title-in-other-model" // data: title, place, model, other: another model of the same profession
  | "title-too-long" // data: title, max
  | "too-many-titles" // data: place, max
  | "bad-character"; // data: place

/** The titles of a place, with what it is called. */
export type PlaceTitles = {
  readonly place: NamedTitlePlace;
  readonly titles: readonly string[];
};

/** A title of another model of the same profession. */
export type OtherTitle = { readonly title: string; readonly place: string; readonly model: string };

const UNREADABLE = /\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u;

export const placeName = ({ level, track }: Pick<NamedTitlePlace, "level" | "track">): string =>
  track === null ? level : `${level}, ${track}`;

/** Everything that is wrong with the titles of a model: each reason leads to the field of its place. */
export function checkTitles(
  all: readonly PlaceTitles[],
  elsewhere: readonly OtherTitle[],
): Reason<TitleCode>[] {
  const reasons: Reason<TitleCode>[] = [];
  const seen = new Map<string, NamedTitlePlace>();
  const others = new Map(elsewhere.map((other) => [titleKey(other.title), other]));
  for (const { place, titles } of all) {
    const field = `titles-${placeKey(place)}`;
    const here = placeName(place);
    if (titles.length > MOST_TITLES)
      reasons.push({ code: "too-many-titles", field, data: { place: here, max: MOST_TITLES } });
    if (titles.some((title) => UNREADABLE.test(title) || !title.isWellFormed()))
      reasons.push({ code: "bad-character", field, data: { place: here } });
    for (const title of titles) {
      const key = titleKey(title);
      const [first, other] = [seen.get(key), others.get(key)];
      if (title.length > LONGEST_TITLE)
        reasons.push({ code: "title-too-long", field, data: { title, max: LONGEST_TITLE } });
      if (first)
        reasons.push({ code: "title-twice", field, data: { title, first: placeName(first), second: here } });
      if (other)
        reasons.push({
          code: "title-in-other-model",
          field,
          data: { title, place: here, model: other.model, other: other.place },
        });
      seen.set(key, place);
    }
  }
  return reasons;
}
