/** Model shapes to draw in the gallery: from two levels to seven, with and without introduction and tracks. */
import type { ShapeLevel, ShapeTrack } from "./model-shape.ts";

const level = (
  kind: ShapeLevel["kind"],
  name: string,
  tracks: readonly (string | readonly [string, string])[] = [],
  short?: string,
): ShapeLevel => ({
  id: name.toLowerCase().replaceAll(/[^a-zåäö0-9]+/g, "-"),
  name,
  short,
  kind,
  tracks: tracks.map((track): ShapeTrack => {
    const [trackName, trackShort] = typeof track === "string" ? [track, undefined] : track;
    return {
      id: trackName.toLowerCase().replaceAll(/[^a-zåäö0-9]+/g, "-"),
      name: trackName,
      short: trackShort,
    };
  }),
});

/** An introduction and four levels, three tracks in the outermost. */
export const PHYSIO: readonly ShapeLevel[] = [
  level("introduction", "Introduktion", [], "Intro"),
  level("core", "Ny i yrkesrollen"),
  level("core", "Erfaren"),
  level("core", "Skicklig"),
  level("outer", "Specialist", [
    ["Fördjupat uppdrag", "Uppdrag"],
    "Forskning",
    ["Master, klinisk adjunkt", "Master"],
  ]),
];

/** Two core levels and two outer ones, long names. */
export const OCCUPATIONAL: readonly ShapeLevel[] = [
  level("core", "Bas"),
  level("core", "Fördjupad"),
  level("outer", "Avancerad"),
  level("outer", "Specialist/senior expert"),
];

/** Seven levels. */
export const AUDIOLOGY: readonly ShapeLevel[] = [
  level("core", "Audionom med stöd av kollegor"),
  level("core", "Självständig audionom"),
  level("core", "Erfaren audionom"),
  level("outer", "Metodansvarig"),
  level("outer", "Magister"),
  level("outer", "Klinisk specialist"),
  level("outer", "Klinisk specialist med forskning"),
];

/** Tracks at two levels, four of them in one. */
export const BRANCHED: readonly ShapeLevel[] = [
  level("introduction", "Introduktion", [], "Intro"),
  level("core", "Grund"),
  level("core", "Kompetent"),
  level("outer", "Erfaren", ["Klinik", "Undervisning"]),
  level("outer", "Expert", [
    "Klinik och metod",
    "Forskning",
    "Undervisning",
    "Ledning och verksamhetsutveckling",
  ]),
];

/** The fewest there can be. */
export const PAIR: readonly ShapeLevel[] = [level("core", "Legitimerad"), level("outer", "Specialist")];
