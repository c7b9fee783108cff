import { renderToStaticMarkup } from "react-dom/server";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AUDIOLOGY, BRANCHED, OCCUPATIONAL, PAIR, PHYSIO } from "../../src/ui/gallery-models.ts";
import type { ShapeLevel } from "../../src/ui/model-shape.ts";
import {
  layoutRings,
  RADIUS,
  textWidth,
  type RingLabel,
  type RingLabels,
} from "../../src/ui/rings-geometry.ts";
import { Rings } from "../../src/ui/rings.tsx";
import { Stairs } from "../../src/ui/stairs.tsx";

const MODELS: readonly (readonly [string, readonly ShapeLevel[]])[] = [
  ["an introduction and four levels, three tracks", PHYSIO],
  ["four levels, two of them outer", OCCUPATIONAL],
  ["seven levels", AUDIOLOGY],
  ["tracks at two levels", BRANCHED],
  ["two levels", PAIR],
];

const name = fc.constantFrom(
  "Bas",
  "Erfaren",
  "Ny i yrkesrollen",
  "Fördjupat uppdrag",
  "Specialist/senior expert",
  "Master, klinisk adjunkt",
  "Avancerad klinisk sjuksköterska med särskilt kvalitetsansvar i verksamheten",
);

const LETTERS = "ABCDEFG";

/** Any model there can be: 2 to 7 levels, 0 to 4 tracks in each, an introduction or none; no name twice. */
const models = fc
  .record({
    introduction: fc.boolean(),
    levels: fc.array(fc.record({ name, outer: fc.boolean(), tracks: fc.array(name, { maxLength: 4 }) }), {
      minLength: 2,
      maxLength: 7,
    }),
  })
  .map(({ introduction, levels }): readonly ShapeLevel[] => [
    ...(introduction
      ? [{ id: "intro", name: "Introduktion", short: "Intro", kind: "introduction" as const, tracks: [] }]
      : []),
    ...levels.map((level, index) => ({
      id: `level-${index}`,
      name: `${level.name} ${LETTERS[index]}`,
      kind: level.outer ? ("outer" as const) : ("core" as const),
      tracks: level.tracks.map((track, at) => ({
        id: `track-${at}`,
        name: `${track} x${LETTERS[index]}${at}`,
      })),
    })),
  ]);

/** Every name as it can be read: written in the drawing, or below it. */
function namesIn({ labels, key }: RingLabels) {
  const below = key.flatMap((entry) => [entry.name, ...entry.tracks.map((track) => track.name)]);
  return [...labels.map(({ text }) => text), ...below].join("\n");
}

function missing(levels: readonly ShapeLevel[], set: RingLabels) {
  const drawn = namesIn(set);
  const lines = set.labels.map(({ levelId, text }) => [levelId, text] as const);
  const wrapped = (id: string) =>
    lines
      .filter(([levelId]) => levelId === id)
      .map(([, text]) => text)
      .join(" ")
      .replaceAll("/ ", "/");
  return levels.flatMap((level) => [
    ...(drawn.includes(level.name) ||
    wrapped(level.id).includes(level.name) ||
    (level.kind === "introduction" && level.short !== undefined && drawn.includes(level.short))
      ? []
      : [level.name]),
    ...level.tracks.map((track) => track.name).filter((track) => !drawn.includes(track)),
  ]);
}

/** Radius and angle of the arc that a text stands on. */
function arcOf(path: string) {
  const [x1, y1, r, , , large, , x2, y2] = path.split(/[MA ]/).slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const between = Math.acos(Math.min(1, Math.max(-1, (x1 * x2 + y1 * y2) / (r * r))));
  return { radius: r, angle: large === 1 ? 2 * Math.PI - between : between };
}

/** The length that the text has: its arc's own, or the room in the disc. */
function roomOf(label: RingLabel) {
  if (label.path === undefined) return label.room + 0.01;
  const { radius, angle } = arcOf(label.path);
  return radius * angle;
}

function leavesItsSector(levels: readonly ShapeLevel[], label: RingLabel) {
  if (label.path === undefined || label.trackId === undefined) return false;
  const count = levels.find(({ id }) => id === label.levelId)?.tracks.length ?? 1;
  return label.width / arcOf(label.path).radius > (2 * Math.PI) / count;
}

describe("MOD-14 rings", () => {
  test.each(MODELS)("every level and track is written out: %s", (_, levels) => {
    const { roomy, compact } = layoutRings(levels);
    expect(missing(levels, roomy)).toEqual([]);
    expect(missing(levels, compact)).toEqual([]);
  });

  test("every level and track of any model is written out, and every text has room where it stands", () => {
    fc.assert(
      fc.property(models, (levels) => {
        const layout = layoutRings(levels);
        for (const set of [layout.roomy, layout.compact]) {
          expect(missing(levels, set)).toEqual([]);
          expect(set.labels.filter((label) => label.width > roomOf(label)).map(({ text }) => text)).toEqual(
            [],
          );
          expect(
            set.labels.filter((label) => leavesItsSector(levels, label)).map(({ text }) => text),
          ).toEqual([]);
          expect(set.labels.every(({ size }) => size >= 8)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("names that are wider in type are wider in the estimate", () => {
    expect(textWidth("Specialist/senior expert", 10)).toBeGreaterThan(100);
    expect(textWidth("Bas", 10)).toBeLessThan(20);
    expect(textWidth("mmm", 10)).toBeGreaterThan(textWidth("iii", 10));
  });

  test("one's own place is in the level's own ring, at its track", () => {
    const distance = (levelId: string, trackId?: string) => {
      const { here } = layoutRings(PHYSIO, { levelId, trackId });
      if (!here) throw new Error("no place");
      return { from: Math.hypot(here.x, here.y), ...here };
    };
    const order = ["ny-i-yrkesrollen", "erfaren", "skicklig", "specialist"].map((id) => distance(id).from);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(Math.max(...order)).toBeLessThan(RADIUS);
    expect(distance("specialist", "forskning").x).toBeGreaterThan(0);
    expect(distance("specialist", "master-klinisk-adjunkt").x).toBeLessThan(0);
    expect(layoutRings(PHYSIO, { levelId: "unknown" }).here).toBeUndefined();
  });

  test("each part is a link that says its level and track, with one's own place in words", () => {
    const html = renderToStaticMarkup(
      <Rings
        id="r"
        levels={PHYSIO}
        title="Fysioterapeut"
        description="Fyra nivåer"
        here={{ levelId: "erfaren", label: "Här är du" }}
        href={(level, track) => `/m/${level}${track ? `/${track}` : ""}`}
      />,
    );
    const links = [...html.matchAll(/<a href="([^"]+)" aria-label="([^"]+)"/g)].map((match) => [
      match[1],
      match[2],
    ]);
    expect(links).toEqual([
      ["/m/ny-i-yrkesrollen", "Ny i yrkesrollen"],
      ["/m/erfaren", "Erfaren, Här är du"],
      ["/m/skicklig", "Skicklig"],
      ["/m/specialist/fördjupat-uppdrag", "Specialist: Fördjupat uppdrag"],
      ["/m/specialist/forskning", "Specialist: Forskning"],
      ["/m/specialist/master-klinisk-adjunkt", "Specialist: Master, klinisk adjunkt"],
      ["/m/introduktion", "Introduktion"],
    ]);
  });

  test("stairs hold every level and track as text", () => {
    const html = renderToStaticMarkup(
      <Stairs id="s" levels={BRANCHED} title="Trappa" description="Nivåer" />,
    );
    for (const level of BRANCHED) {
      expect(html).toContain(level.name);
      for (const track of level.tracks) expect(html).toContain(track.name);
    }
  });
});

test.each(MODELS)("MOD-8 the rings add no word of rank: %s", (_, levels) => {
  const html = renderToStaticMarkup(<Rings id="r" levels={levels} title="T" description="D" />);
  expect(html.toLowerCase()).not.toMatch(
    /\b(up|down|higher|lower|top|grade|upp|ned|ner|högre|lägre|grad|topp)\b/,
  );
});

test("a picture without links, which is drawn once, is the one asked for: each with its own place and names", () => {
  const drawn = (id: string, place: number) =>
    renderToStaticMarkup(
      <Rings
        id={id}
        title="Modellen"
        description="Nivåerna"
        levels={PHYSIO}
        here={{ levelId: PHYSIO[place]?.id ?? "", label: `Här ${place}` }}
      />,
    );
  const [first, second] = [drawn("first", 1), drawn("second", 2)];
  expect(first).toContain("Här 1");
  expect(first).toContain('id="first-title"');
  expect(second).toContain("Här 2");
  expect(second).toContain('id="second-title"');
  expect(drawn("first", 2)).toContain("Här 2");
  expect(drawn("first", 1)).toBe(first);
});
