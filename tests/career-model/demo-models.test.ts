import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { canAdopt } from "../../src/career-model/life-cycle.rules.ts";
import type { ModelFile } from "../../src/career-model/model-file.ts";
import { readModelFile, writeModelFile } from "../../src/career-model/model-file.ts";
import { forbiddenRankWords, matrix } from "../../src/career-model/presentation.rules.ts";

const folder = new URL("../../demo/models/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

const load = (name: string): ModelFile => {
  const result = readModelFile(readFileSync(new URL(name, folder), "utf8"));
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.reasons, null, 1)}`);
  return result.value;
};

/** Everything that is read on the model's page. */
const textsOf = ({ structure, version }: ModelFile): string[] => [
  version.intro,
  ...structure.levels.flatMap((level) => [level.name, level.shortText]),
  ...structure.headings.map((heading) => heading.name),
  ...structure.ratingScale,
  ...[...version.levelIntros, ...version.onward, ...version.items].map(({ text }) => text),
  ...version.tracks.map((track) => track.name),
  ...version.items.flatMap((item) => item.note ?? []),
];

/** Which models there are, by the structure that they share; and which of them are shown as rings. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  "Göteborgsregionens gemensamma struktur": ["arbetsterapeut", "fysioterapeut", "sjukskoterska"],
  "Fyrbodals gemensamma struktur": [
    "fyrbodal-arbetsterapeut",
    "fyrbodal-fysioterapeut",
    "fyrbodal-sjukskoterska",
  ],
  Karriärstegar: ["audionom", "ostergotland-civilingenjor"],
  "Västra Götalandsregionens gemensamma struktur": [
    "vgr-apotekare",
    "vgr-audionom",
    "vgr-psykolog",
    "vgr-receptarie",
  ],
  "Region Jämtland Härjedalens karriärvägar": [
    "jamtland-arbetsterapeut",
    "jamtland-fysioterapeut",
    "jamtland-psykolog",
  ],
  "Karriärvägar inom samhällsbyggnad": ["forrattningslantmatare"],
  "Region Stockholms gemensamma struktur, sju nivåer": [
    "stockholm-audionom",
    "stockholm-psykolog",
    "stockholm-sjukskoterska",
  ],
  "Region Stockholms gemensamma struktur, sex nivåer": [
    "stockholm-arbetsterapeut",
    "stockholm-fysioterapeut",
  ],
};
const RINGS = names.filter((name) => /^(?:fyrbodal-|arbetsterapeut|fysioterapeut|sjukskoterska)/.test(name));

test("MOD-1: the models of one employer share one structure", () => {
  const files = names.map((name) => ({ name: name.replace(/\.yaml$/, ""), structure: load(name).structure }));
  const shared = Object.groupBy(files, ({ structure }) => structure.name);
  expect(
    Object.fromEntries(Object.entries(shared).map(([name, each]) => [name, each?.map((file) => file.name)])),
  ).toEqual(TOGETHER);
  for (const each of Object.values(shared))
    for (const { structure } of each ?? []) expect(structure).toEqual(each?.[0]?.structure);
});

describe.each(names)("%s", (name) => {
  test("MOD-2: can be adopted as it stands", () => {
    const { structure, version } = load(name);
    const candidate = {
      modelStatus: "active",
      status: "draft",
      structure,
      version,
      inForceFrom: "2026-12-01",
    } as const;
    expect(canAdopt({ ...candidate, others: [] })).toEqual([]);
  });

  test("MOD-14: every heading says something at every level, to everyone and in the open", () => {
    const { structure, version } = load(name);
    const silent = matrix(structure, version, { includeInternal: false }).flatMap(({ heading, cells }) =>
      cells
        .filter(({ parts }) => parts[0]?.track !== null)
        .map(({ level }) => `${heading.name}, ${level.name}`),
    );
    expect(silent).toEqual([]);
    expect(version.levelIntros.map((intro) => intro.levelKey)).toEqual(
      structure.levels.map((level) => level.key),
    );
  });

  test("has between seven and sixteen lines a level, some of them internal", () => {
    const { structure, version } = load(name);
    const unlikely = structure.levels.filter((level) => {
      const lines = version.items.filter((item) => item.levelKey === level.key);
      return lines.length < 7 || lines.length > 16 || !lines.some((line) => line.visibility === "internal");
    });
    expect(unlikely).toEqual([]);
  });

  test("ASM-1: “not yet” comes before the words of its scale by itself, and is not one of them", () => {
    expect(load(name).structure.ratingScale.join(" ")).not.toMatch(/inte än/i);
  });

  test("written out and read again it is the same", () => {
    const file = load(name);
    expect(readModelFile(writeModelFile(file))).toEqual({ ok: true, value: file });
  });

  test("sentences end with a full stop, and no text has stray blanks", () => {
    const file = load(name);
    for (const text of textsOf(file)) expect(text).not.toMatch(/ {2}|\n| [.,]|\.\./);
    for (const { text } of file.version.items.filter((item) => item.text.startsWith("Du ")))
      expect(text).toMatch(/\.$/);
  });
});

test.each(RINGS)("MOD-8: %s says nothing of up, down, higher or grade", (name) => {
  expect(forbiddenRankWords(textsOf(load(name)))).toEqual([]);
});
