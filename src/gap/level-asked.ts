/** A level and track of a model, as an address names it, and what is asked for there (MOD-9). */
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import { effectiveOn, type Held } from "../assessment/asked.ts";
import { asksAt, type Asks } from "../assessment/met.rules.ts";
import type { ModelInForce } from "./missing.store.ts";

/** `value` is the level's key, and the track's after a colon. */
export type PlaceChoice = {
  readonly value: string;
  readonly levelKey: string;
  readonly level: string;
  readonly trackKey: string | null;
  readonly track: string | null;
};

export type LevelAsked = {
  readonly held: Held;
  /** The levels and tracks that are used here, from the innermost outward. */
  readonly places: readonly PlaceChoice[];
  readonly place: PlaceChoice | null;
  readonly asks: Asks;
};

const NOTHING: Asks = { mandatory: [], recommended: [] };

/**
 * What a model asks for at a place today, with the supplements of a unit over it. A place that isn't there is `otherwise`, a level and track by the database's ids,
 * and else the innermost.
 */
export async function levelAsked(
  work: Work,
  model: ModelInForce,
  at: {
    readonly unitId: Id;
    readonly value: string;
    readonly otherwise: { readonly levelId: Id; readonly trackId: Id | null } | null;
  },
): Promise<LevelAsked> {
  const held = await effectiveOn(work, model.versionId, at.unitId, work.today);
  const places = placesOf(held);
  const own = at.otherwise && placeOf(held, places, at.otherwise);
  const place = places.find(({ value }) => value === at.value) ?? own ?? places[0] ?? null;
  return { held, places, place, asks: place ? asksAt(held.effective, held.itemIds, place) : NOTHING };
}

/** The levels and tracks that are used here, from the innermost outward. */
export function placesOf({ effective }: Held): PlaceChoice[] {
  const { structure, version, unused } = effective;
  return structure.levels
    .filter(({ key }) => !(key in unused.levels))
    .flatMap(({ key: levelKey, name: level }) => [
      { value: levelKey, levelKey, level, trackKey: null, track: null },
      ...version.tracks
        .filter(({ key, levels }) => levels.includes(levelKey) && !(key in unused.tracks))
        .map(({ key, name }) => ({
          value: `${levelKey}:${key}`,
          levelKey,
          level,
          trackKey: key,
          track: name,
        })),
    ]);
}

/** A placement's level or track that isn't used any longer: the employer says why (MOD-9), or the version of today doesn't have it, and there is no reason. */
export type Lapsed = {
  readonly part: "level" | "track";
  readonly reason: string | null;
  readonly level: string;
  readonly track: string | null;
  /** Null when the version of today doesn't have the level. */
  readonly levelKey: string | null;
};

type WhatIsUsed = { readonly effective: Pick<Held["effective"], "levelIds" | "trackIds" | "unused"> };

export function lapsedOf(
  { effective: { levelIds, trackIds, unused } }: WhatIsUsed,
  placed: Pick<Lapsed, "level" | "track"> & { readonly levelId: Id; readonly trackId: Id | null },
): Lapsed | null {
  const { level, track, levelId, trackId } = placed;
  const keyIn = (ids: Readonly<Record<string, Id>>, id: Id) =>
    Object.keys(ids).find((key) => ids[key] === id) ?? null;
  const levelKey = keyIn(levelIds, levelId);
  const trackKey = trackId === null ? null : keyIn(trackIds, trackId);
  const lapsed = (part: Lapsed["part"], key: string | null): Lapsed | null => {
    const reasons = unused[`${part}s`];
    if (key !== null && !(key in reasons)) return null;
    return { part, reason: key === null ? null : (reasons[key] ?? null), level, track, levelKey };
  };
  return lapsed("level", levelKey) ?? (trackId === null ? null : lapsed("track", trackKey));
}

/** The place of a placement in the version of today; its level when the track isn't there any longer. */
export function placeOf(
  { effective: { levelIds, trackIds } }: Held,
  places: readonly PlaceChoice[],
  placed: { readonly levelId: Id; readonly trackId: Id | null },
): PlaceChoice | null {
  const at = places.filter(({ levelKey }) => levelIds[levelKey] === placed.levelId);
  const inTrack = at.find(({ trackKey }) => trackKey !== null && trackIds[trackKey] === placed.trackId);
  return inTrack ?? at[0] ?? null;
}
