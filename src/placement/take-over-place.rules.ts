/** Which model and level a stated placement means (INT-4): by name, by number, or by the title that the HR system has for it. */
import { titleKey, type TitlePlace } from "../career-model/local-title.rules.ts";
import type { Id } from "../shared/ids.ts";
import type { Reason } from "../shared/result.ts";
import type { TakeOverField } from "./take-over-row.rules.ts";

/** A level by its name, with the tracks that run in it. */
export type TakeOverLevel = {
  readonly levelId: Id;
  readonly name: string;
  readonly tracks: readonly { readonly trackId: Id; readonly name: string }[];
};

/** A model with a version in force today, and what its levels are called. */
export type TakeOverModel = {
  readonly modelId: Id;
  readonly professionId: Id;
  readonly versionId: Id;
  readonly nameSv: string;
  /** What else a file may call it: in English, by its address, by its profession and its profession's titles. */
  readonly otherNames: readonly string[];
  readonly levels: readonly TakeOverLevel[];
  /** Levels and tracks as earlier versions named them. */
  readonly formerLevels: readonly TakeOverLevel[];
  readonly titles: readonly (TitlePlace & { readonly title: string })[];
};

export type FoundPlace = {
  readonly modelId: Id;
  readonly professionId: Id;
  readonly versionId: Id;
  readonly levelId: Id;
  readonly trackId: Id | null;
};

export type PlaceCode =
  | "unknown-model" // value
  | "ambiguous-model" // names
  | "unknown-level" // value, model, levels
  | "unknown-track" // value, level
  | "level-without-tracks" // value, level
  | "track-contradicts" // value, level: the level is named by a title that means another track
  | "unknown-title" // value, model
  | "title-of-former-level"; // value, model

type Stated = {
  readonly model: string | null;
  readonly level: string | null;
  readonly track: string | null;
  readonly title: string | null;
};

type NotFoundPlace = Reason<PlaceCode> & { readonly field: TakeOverField };

/** The models that the row names; null when it names none. */
export function findModels({ model }: Stated, models: readonly TakeOverModel[]): TakeOverModel[] | null {
  if (model === null) return null;
  const key = titleKey(model);
  const byName = models.filter(({ nameSv }) => titleKey(nameSv) === key);
  return byName.length > 0
    ? byName
    : models.filter(({ otherNames }) => otherNames.some((name) => titleKey(name) === key));
}

/** The one place that the row means among these models, or what stands in the way. */
export function findPlace(stated: Stated, models: readonly TakeOverModel[]): FoundPlace | NotFoundPlace {
  const found: FoundPlace[] = [];
  const reasons: NotFoundPlace[] = [];
  for (const model of models) {
    const place = stated.level === null ? byTitle(stated, model) : byLevel(stated, stated.level, model);
    if ("code" in place) reasons.push(place);
    else {
      const { modelId, professionId, versionId } = model;
      found.push({ modelId, professionId, versionId, ...place });
    }
  }
  const [place, another] = found;
  const [reason] = reasons;
  if (place && !another) return place;
  if (!place && reason) return reason;
  const names = models.map(({ nameSv }) => nameSv).join(", ");
  return { code: "ambiguous-model", field: "model", data: { names } };
}

function byTitle({ title }: Stated, model: TakeOverModel): TitlePlace | NotFoundPlace {
  const data = { value: title ?? "", model: model.nameSv };
  const key = titleKey(title ?? "");
  const meant = model.titles.find((each) => titleKey(each.title) === key);
  if (!meant) return { code: "unknown-title", field: "title", data };
  return runs(meant, model)
    ? { levelId: meant.levelId, trackId: meant.trackId }
    : { code: "title-of-former-level", field: "title", data };
}

/** Is the place one of the version in force? */
const runs = ({ levelId, trackId }: TitlePlace, { levels }: TakeOverModel): boolean =>
  levels.some(
    (level) =>
      level.levelId === levelId &&
      (trackId === null || level.tracks.some((track) => track.trackId === trackId)),
  );

function byLevel(stated: Stated, text: string, model: TakeOverModel): TitlePlace | NotFoundPlace {
  const level = levelOf(text, model);
  if (level) return trackOf(stated, level, model);
  const titled = byTitle({ ...stated, title: text }, model);
  if ("code" in titled) {
    const levels = model.levels.map(({ name }) => name).join(", ");
    return { code: "unknown-level", field: "level", data: { value: text, model: model.nameSv, levels } };
  }
  const named = model.levels.find(({ levelId }) => levelId === titled.levelId);
  if (stated.track === null || !named) return titled;
  const track = trackOf(stated, named, model);
  if ("code" in track || titled.trackId === null || track.trackId === titled.trackId) return track;
  return { code: "track-contradicts", field: "track", data: { value: stated.track, level: text } };
}

/** A level by its name, as an earlier version named it, or by the number in its name: "2" and "steg 2" for "Nivå 2". */
function levelOf(text: string, { levels, formerLevels }: TakeOverModel): TakeOverLevel | undefined {
  const key = titleKey(text);
  const named = (all: readonly TakeOverLevel[]) => all.find(({ name }) => titleKey(name) === key);
  const former = named(formerLevels);
  const number = /^(?:(?:nivå|steg|level)\s*)?(\d{1,2})$/i.exec(text.trim())?.[1];
  const numbered =
    number === undefined
      ? []
      : levels.filter(({ name }) => {
          const [first, second] = name.match(/\d+/g) ?? [];
          return second === undefined && Number(first) === Number(number);
        });
  return (
    named(levels) ??
    levels.find(({ levelId }) => levelId === former?.levelId) ??
    (numbered.length === 1 ? numbered[0] : undefined)
  );
}

function trackOf(
  { track }: Stated,
  level: TakeOverLevel,
  { formerLevels }: TakeOverModel,
): TitlePlace | NotFoundPlace {
  const { levelId, tracks } = level;
  if (track === null) return { levelId, trackId: null };
  const data = { value: track, level: level.name };
  if (tracks.length === 0) return { code: "level-without-tracks", field: "track", data };
  const key = titleKey(track);
  const former = formerLevels
    .flatMap((each) => each.tracks)
    .find(({ name }) => titleKey(name) === key)?.trackId;
  const found =
    tracks.find(({ name }) => titleKey(name) === key) ?? tracks.find(({ trackId }) => trackId === former);
  return found ? { levelId, trackId: found.trackId } : { code: "unknown-track", field: "track", data };
}
