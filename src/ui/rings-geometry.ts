/**
 * Where everything stands in the rings. Pure arithmetic in the drawing's own units: a square of 500 with its centre
 * at 0,0. Angles are in radians, clockwise from the top. Two label sets are made: `roomy` for about 500 px and
 * `compact` for about 290 px, where type has to be larger in these units to be readable.
 */
import { arc } from "d3-shape";
import { tones, type Place, type ShapeLevel } from "./model-shape.ts";

export const RADIUS = 245;
/** Space between the tracks of a level. */
const GAP = 9;

/** A filled part: a disc, a ring, or a sector of one. */
export type RingPart = {
  readonly levelId: string;
  readonly trackId: string | undefined;
  readonly name: string;
  readonly path: string;
  readonly tone: number;
  readonly introduction: boolean;
};

/** Text along an arc (`path`), or centred at x,y when `path` is undefined. Width and room are in units. */
export type RingLabel = {
  readonly levelId: string;
  readonly trackId: string | undefined;
  readonly text: string;
  readonly size: number;
  readonly tone: number;
  readonly kind: "level" | "track" | "introduction";
  readonly path: string | undefined;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly room: number;
};

/** What could not be written out in the drawing: a sign in it, if any, and the names that stand below instead. */
export type RingKey = {
  readonly sign: string | undefined;
  readonly name: string;
  readonly tracks: readonly { readonly sign: string | undefined; readonly name: string }[];
};

export type RingLabels = { readonly labels: readonly RingLabel[]; readonly key: readonly RingKey[] };

export type RingsLayout = {
  readonly parts: readonly RingPart[];
  readonly roomy: RingLabels;
  readonly compact: RingLabels;
  readonly here: { readonly x: number; readonly y: number } | undefined;
};

type Density = { readonly level: number; readonly least: number; readonly intro: number };
const ROOMY: Density = { level: 15.5, least: 12.5, intro: 11.5 };
const COMPACT: Density = { level: 21, least: 18.5, intro: 17.5 };

const NARROW = /[iljtfrI.,:;'’|!()/ -]/;
const BROAD = /[mwMW@%&]/;
const CAPITAL = /[A-ZÅÄÖ0-9]/;

/** About how wide a semibold text of this size is, in the same unit; a little more rather than less. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const letter of text) {
    ems += NARROW.test(letter) ? 0.34 : BROAD.test(letter) ? 0.86 : CAPITAL.test(letter) ? 0.63 : 0.55;
  }
  return ems * size;
}

/** Breaks a text into as few lines as fit the width, at spaces and after slashes; undefined when one word is too wide. */
function wrap(text: string, size: number, room: number): readonly string[] | undefined {
  const lines: string[] = [];
  for (const word of text.split(/\s+|(?<=\/)/)) {
    const last = lines.at(-1);
    const joined = last?.endsWith("/") ? last + word : `${last} ${word}`;
    if (last !== undefined && textWidth(joined, size) <= room) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines.every((line) => textWidth(line, size) <= room) ? lines : undefined;
}

const at = (radius: number, angle: number) => ({
  x: Math.sin(angle) * radius,
  y: -Math.cos(angle) * radius,
});
const fixed = (value: number) => Number(value.toFixed(2));

/** An arc to write along, centred on `middle`; it runs the other way round below the centre, so that text stands upright. */
function baseline(radius: number, middle: number, spread: number, size: number): string {
  const below = Math.cos(middle) < -0.01;
  const r = radius + (below ? 0.34 : -0.34) * size;
  const [from, to] = below
    ? [middle + spread / 2, middle - spread / 2]
    : [middle - spread / 2, middle + spread / 2];
  const [start, end] = [at(r, from), at(r, to)];
  const large = spread > Math.PI ? 1 : 0;
  return `M${fixed(start.x)} ${fixed(start.y)}A${fixed(r)} ${fixed(r)} 0 ${large} ${below ? 0 : 1} ${fixed(end.x)} ${fixed(end.y)}`;
}

type Band = {
  readonly level: ShapeLevel;
  readonly number: number;
  readonly tone: number;
  readonly inner: number;
  readonly outer: number;
};

/** The rings' radii: the core level a disc, core rings a little wider than the outer ones. */
function bands(levels: readonly ShapeLevel[], withIntroduction: boolean): readonly Band[] {
  const weights = levels.map((level, index) =>
    index === 0 ? (withIntroduction ? 2.1 : 1.75) : level.kind === "core" ? 1.1 : 0.95,
  );
  const unit = RADIUS / weights.reduce((sum, weight) => sum + weight, 0);
  const tone = tones(levels.length);
  let edge = 0;
  return levels.map((level, index) => {
    const inner = edge;
    edge += (weights[index] ?? 0) * unit;
    return { level, number: index + 1, tone: tone[index] ?? 1, inner, outer: edge };
  });
}

type Sector = { readonly middle: number; readonly spread: number };

/** The sector of track `index` of `count`: the first at the top; of four, none straight to the side. */
function sector(index: number, count: number): Sector {
  const spread = (2 * Math.PI) / count;
  const turn = count === 4 ? -Math.PI / 4 : 0;
  return { middle: turn + index * spread, spread };
}

function partPath(inner: number, outer: number, { middle, spread }: Sector): string {
  const whole = spread > 2 * Math.PI - 0.001;
  return (
    arc().padRadius(outer).digits(2)({
      innerRadius: inner,
      outerRadius: outer,
      startAngle: whole ? 0 : middle - spread / 2,
      endAngle: whole ? 2 * Math.PI : middle + spread / 2,
      padAngle: whole ? 0 : GAP / outer,
    }) ?? ""
  );
}

const TRACK_LETTERS = "abcdefgh";
/** How much of the circle a ring's own name may take: more would turn the text on its side. */
const WIDEST = (Math.PI * 2) / 3;

/** The radius that letters stand on when their middle is at `radius`: the inner side, which is the shorter. */
const writable = (radius: number, density: Density) => radius - 0.34 * density.level;

/** The largest of the density's sizes at which one of the names fits the room. */
function fit(names: readonly (string | undefined)[], room: number, density: Density) {
  for (const text of names) {
    if (text === undefined) continue;
    for (let size = density.level; size >= density.least; size -= 0.5) {
      if (textWidth(text, size) <= room) return { text, size };
    }
  }
  return undefined;
}

function ringLabels(
  rings: readonly Band[],
  introduction: ShapeLevel | undefined,
  density: Density,
): RingLabels {
  const labels: RingLabel[] = [];
  const key: RingKey[] = [];
  for (const band of rings) {
    const made = band.inner === 0 ? discLabel(band, introduction, density) : bandLabels(band, density);
    labels.push(...made.labels);
    key.push(...made.key);
  }
  return { labels, key };
}

/** The disc in the middle: its name on one to three lines, above the introduction if there is one. */
function discLabel(band: Band, introduction: ShapeLevel | undefined, density: Density): RingLabels {
  const labels: RingLabel[] = [];
  const key: RingKey[] = [];
  const { level, tone, outer } = band;
  const split = level.tracks.length > 1;
  const room = outer * (introduction ? 1.5 : 1.6);
  const names = [level.name, level.short];
  let lines: readonly string[] | undefined;
  let size = density.level;
  for (const name of names) {
    if (name === undefined || lines) continue;
    for (size = density.level; size >= density.least && !lines; size -= 0.5) {
      const tried = wrap(name, size, room);
      if (tried && tried.length * size * 1.15 <= outer * (introduction ? 0.62 : 1)) lines = tried;
    }
    if (lines) size += 0.5;
  }
  if (!lines) {
    size = density.level;
    lines = [String(band.number)];
  }
  const shown = lines.join(" ").replaceAll("/ ", "/");
  const trackNames = level.tracks.map(({ name }) => ({ sign: undefined, name }));
  if (shown !== level.name || split) {
    key.push({ sign: shown === level.name ? undefined : shown, name: level.name, tracks: trackNames });
  } else if (trackNames.length > 0) key.push({ sign: undefined, name: level.name, tracks: trackNames });
  const step = size * 1.15;
  const centre = introduction ? -outer * 0.24 : 0;
  lines.forEach((text, index) => {
    labels.push({
      levelId: level.id,
      trackId: undefined,
      text,
      size,
      tone,
      kind: "level",
      path: undefined,
      x: 0,
      y: fixed(centre + (index - ((lines?.length ?? 1) - 1) / 2) * step + size * 0.34),
      width: textWidth(text, size),
      room,
    });
  });
  if (introduction) {
    const circle = introCircle(outer);
    const introRoom = circle.r * 1.86;
    const small = { level: density.intro, least: density.intro - 1.5, intro: 0 };
    const found = fit([introduction.name, introduction.short], introRoom, small);
    const text = found?.text ?? introduction.name.slice(0, 1);
    const introSize = found?.size ?? density.intro;
    if (text !== introduction.name && text !== introduction.short)
      key.unshift({ sign: text, name: introduction.name, tracks: [] });
    labels.push({
      levelId: introduction.id,
      trackId: undefined,
      text,
      size: introSize,
      tone,
      kind: "introduction",
      path: undefined,
      x: 0,
      y: fixed(circle.y + introSize * 0.34),
      width: textWidth(text, introSize),
      room: introRoom,
    });
  }
  return { labels, key };
}

const introCircle = (outer: number) => ({ y: outer * 0.5, r: outer * 0.345 });

/** A ring: its name along the top; or its tracks, each in its sector, and then its own name below the drawing. */
function bandLabels(band: Band, density: Density): RingLabels {
  const { level, tone, inner, outer, number } = band;
  const [middle, thick] = [(inner + outer) / 2, outer - inner];
  const base = { levelId: level.id, tone, x: 0, y: 0 };
  if (level.tracks.length < 2) {
    const only = level.tracks[0];
    const room = writable(middle, density) * WIDEST;
    const whole = only ? `${level.name}: ${only.name}` : level.name;
    const found = fit(only ? [whole, level.name, level.short] : [level.name, level.short], room, density);
    const text = found?.text ?? String(number);
    const size = Math.min(found?.size ?? density.level, thick * 0.72);
    const label: RingLabel = {
      ...base,
      trackId: undefined,
      text,
      size,
      kind: "level",
      path: baseline(middle, 0, WIDEST * 1.1, size),
      width: textWidth(text, size),
      room,
    };
    if (text === whole) return { labels: [label], key: [] };
    const sign = text === level.name ? undefined : text;
    return {
      labels: [label],
      key: [{ sign, name: level.name, tracks: only ? [{ sign: undefined, name: only.name }] : [] }],
    };
  }
  const labels: RingLabel[] = [];
  const tracks = level.tracks.map((track, index) => {
    const part = sector(index, level.tracks.length);
    const room = writable(middle, density) * Math.min(part.spread * 0.84, WIDEST);
    const found = fit([track.name, track.short], room, density);
    const sign = `${number}${TRACK_LETTERS[index] ?? index + 1}`;
    const text = found?.text ?? sign;
    const size = Math.min(found?.size ?? density.level, thick * 0.72);
    labels.push({
      ...base,
      trackId: track.id,
      text,
      size,
      kind: "track",
      path: baseline(middle, part.middle, Math.min(part.spread * 0.9, WIDEST * 1.1), size),
      width: textWidth(text, size),
      room,
    });
    return { sign: text === track.name ? undefined : text, name: track.name };
  });
  return { labels, key: [{ sign: undefined, name: level.name, tracks }] };
}

function herePoint(place: Place, rings: readonly Band[], introduction: ShapeLevel | undefined) {
  const core = rings[0];
  if (core && introduction?.id === place.levelId) {
    const circle = introCircle(core.outer);
    const edge = at(circle.r, (Math.PI * 3) / 8);
    return { x: fixed(edge.x), y: fixed(circle.y + edge.y) };
  }
  const band = rings.find(({ level }) => level.id === place.levelId);
  if (!band) return undefined;
  const aside = (Math.PI * 128) / 180;
  if (band.inner === 0) {
    const point = at(band.outer * 0.74, aside);
    return { x: fixed(point.x), y: fixed(point.y) };
  }
  const middle = (band.inner + band.outer) / 2;
  const index = band.level.tracks.findIndex(({ id }) => id === place.trackId);
  const count = band.level.tracks.length;
  // In a ring without tracks to the lower right; in a sector near its end, clear of the name in its middle.
  const part = index >= 0 && count > 1 ? sector(index, count) : undefined;
  const point = at(middle, part ? part.middle + part.spread / 2 - 24 / middle : aside);
  return { x: fixed(point.x), y: fixed(point.y) };
}

/** Lays out a model: 2 to 7 levels from the innermost outward, 0 to 4 tracks in each, an introduction or none. */
export function layoutRings(levels: readonly ShapeLevel[], here?: Place): RingsLayout {
  const introduction = levels.find(({ kind }) => kind === "introduction");
  const rings = bands(
    levels.filter((level) => level !== introduction),
    introduction !== undefined,
  );
  const parts = rings.flatMap(({ level, tone, inner, outer }): RingPart[] => {
    const shared = { levelId: level.id, tone, introduction: false };
    const { tracks } = level;
    if (tracks.length < 2 || inner === 0) {
      const path = partPath(inner, outer, { middle: 0, spread: 2 * Math.PI });
      const name = tracks.length === 1 && inner > 0 ? `${level.name}: ${tracks[0]?.name}` : level.name;
      return [{ ...shared, trackId: undefined, name, path }];
    }
    return tracks.map((track, index) => ({
      ...shared,
      trackId: track.id,
      name: `${level.name}: ${track.name}`,
      path: partPath(inner, outer, sector(index, tracks.length)),
    }));
  });
  const core = rings[0];
  if (introduction && core) {
    const { y, r } = introCircle(core.outer);
    const [left, width] = [fixed(-r), fixed(2 * r)];
    parts.push({
      levelId: introduction.id,
      trackId: undefined,
      name: introduction.name,
      path: `M${left} ${fixed(y)}a${fixed(r)} ${fixed(r)} 0 1 1 ${width} 0a${fixed(r)} ${fixed(r)} 0 1 1 ${-width} 0Z`,
      tone: core.tone,
      introduction: true,
    });
  }
  return {
    parts,
    roomy: ringLabels(rings, introduction, ROOMY),
    compact: ringLabels(rings, introduction, COMPACT),
    here: here && herePoint(here, rings, introduction),
  };
}
