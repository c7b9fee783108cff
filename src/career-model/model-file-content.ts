/**
 * From a file's words to the model that they mean, with the defaults filled in; and from what the rules find wrong in
 * that model back to where it stands in the file.
 */
import type { FilePath } from "./model-file-lines.ts";
import type { ReadGroup, ReadItem, ReadLine, ReadLines, ReadModel } from "./model-file-schema.ts";
import { derivedKey } from "./key.rules.ts";
import {
  FORMAL_TYPE_WORDS,
  ITEM_KIND_WORDS,
  LEVEL_KIND_WORDS,
  MANDATORY_WORDS,
  meaningOf,
  STUDY_LEVEL_WORDS,
  SUPPORT_WORDS,
  VISIBILITY_WORDS,
} from "./model-file-schema.ts";
import type {
  ContentCode,
  FormalDetail,
  Item,
  ItemKind,
  LevelText,
  ModelVersion,
  Place,
  RequirementGroup,
  Structure,
} from "./rules.ts";
import { checkStructure, checkText, checkVersion } from "./check.rules.ts";
import { isRequirement, LIMITS } from "./rules.ts";

/** The profession that a model is for: its stable name in addresses, and its names for people. */
type ProfessionReference = { readonly slug: string; readonly name: string; readonly nameEn: string };

/** What a model file holds. Read from a file, the version is in reading order (`inReadingOrder`). */
export type ModelFile = {
  readonly structure: Structure;
  readonly profession: ProfessionReference;
  readonly version: ModelVersion;
};

/** A fault of the content, with its place in the file. `name`: it concerns the field's name, not its value. */
export type ContentFault = {
  readonly code: ContentCode;
  readonly path: FilePath;
  readonly name?: boolean;
  readonly data?: Readonly<Record<string, string | number>>;
};

/** A part of the version together with where it stands in the file. */
type Placed<Part> = { readonly part: Part; readonly path: FilePath };

function formalOf(written: ReadItem): FormalDetail | undefined {
  if (written.slag === undefined) return undefined;
  return {
    type: meaningOf(FORMAL_TYPE_WORDS, written.slag),
    ...(written.hp === undefined ? {} : { credits: Number(String(written.hp).replace(",", ".")) }),
    ...(written.utbildningsnivå ? { level: meaningOf(STUDY_LEVEL_WORDS, written.utbildningsnivå) } : {}),
    ...(written.månader === undefined ? {} : { months: written.månader }),
    ...(written.giltig === undefined ? {} : { validMonths: written.giltig }),
  };
}

function kindOf(written: ReadItem, usual: ItemKind): ItemKind {
  if (written.typ) return meaningOf(ITEM_KIND_WORDS, written.typ);
  if (written.slag) return "formal";
  return written.hur ? "demonstrated" : usual;
}

/** Where a line stands: at a place of the model, and perhaps in a group. */
type Standing = Place & { readonly groupKey?: string };

const isGroup = (line: ReadLine): line is ReadGroup => typeof line === "object" && "av" in line;

/** The key of a group that has none: of its level and first line, or of the group that it is a member of. */
function derivedGroupKey(group: ReadGroup, at: Standing, index: number): string {
  if (at.groupKey !== undefined) return `${at.groupKey}-${index + 1}`;
  const first = group.av[0];
  const text = first === undefined || typeof first === "string" ? first : "text" in first ? first.text : "";
  return derivedKey(at.levelKey, `grupp ${text ?? ""}`);
}

function itemOf(line: ReadItem | string, place: Standing, usual: ItemKind): Item {
  const written = typeof line === "string" ? { text: line } : line;
  const kind = kindOf(written, usual);
  const text = written.text.trim();
  const formal = formalOf(written);
  return {
    ...place,
    key: written.nyckel ?? derivedKey(place.levelKey, text),
    kind,
    mandatory: written.krav ? written.krav === MANDATORY_WORDS.true : isRequirement({ kind }) ? true : null,
    text,
    ...(written.anteckning === undefined ? {} : { note: written.anteckning.trim() }),
    visibility: written.synlighet ? meaningOf(VISIBILITY_WORDS, written.synlighet) : "public",
    ...(written.hur ? { support: meaningOf(SUPPORT_WORDS, written.hur) } : {}),
    ...(formal ? { formal } : {}),
  };
}

function structureOf({ struktur }: ReadModel): Structure {
  return {
    name: struktur.namn.trim(),
    levels: struktur.nivåer.map((level) => ({
      key: level.nyckel,
      name: level.namn.trim(),
      shortText: level.kort.trim(),
      kind: meaningOf(LEVEL_KIND_WORDS, level.del),
    })),
    headings: struktur.rubriker.map((heading) => ({ key: heading.nyckel, name: heading.namn.trim() })),
    coreCompetencies: (struktur.kärnkompetenser ?? []).map((word) => word.trim()),
    ratingScale: (struktur.skattning ?? []).map((word) => word.trim()),
  };
}

/** Field names of the code, in the file's words. */
const STRUCTURE_WORDS: Readonly<Record<string, string>> = {
  name: "namn",
  levels: "nivåer",
  headings: "rubriker",
  coreCompetencies: "kärnkompetenser",
  ratingScale: "skattning",
  key: "nyckel",
  shortText: "kort",
  kind: "del",
};
const VERSION_WORDS: Readonly<Record<string, string>> = {
  ...STRUCTURE_WORDS,
  number: "version",
  intro: "inledning",
  tracks: "spår",
};
const ITEM_WORDS: Readonly<Record<string, string>> = {
  key: "nyckel",
  text: "text",
  note: "anteckning",
  mandatory: "krav",
  support: "hur",
  formal: "slag",
  "formal.credits": "hp",
  "formal.months": "månader",
  "formal.validMonths": "giltig",
};

const translate = (field: string, words: Readonly<Record<string, string>>): FilePath =>
  field.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : (words[step] ?? step)));

const GROUP_WORDS: Readonly<Record<string, string>> = { key: "nyckel", needed: "krävs" };

type Collected = {
  readonly groups: Placed<RequirementGroup>[];
  readonly items: Placed<Item>[];
  readonly intros: Placed<LevelText>[];
  readonly onward: Placed<LevelText>[];
  readonly faults: ContentFault[];
};

/** Every part of the version with its place; a level, track or heading that nobody has defined is told where it is named. */
function collect({ struktur, modell }: ReadModel): Collected {
  const levels = new Set(struktur.nivåer.map((level) => level.nyckel));
  const usualKinds = new Map(struktur.rubriker.map((heading) => [heading.nyckel, heading.rader]));
  const tracks = new Set(modell.spår?.map((track) => track.nyckel));
  const collected: Collected = { groups: [], items: [], intros: [], onward: [], faults: [] };
  const { groups, items, intros, onward, faults } = collected;

  const addLine = (line: ReadLine, at: Standing, usual: ItemKind, path: FilePath, index: number): void => {
    if (!isGroup(line)) {
      items.push({ part: itemOf(line, at, usual), path });
      return;
    }
    const key = line.nyckel ?? derivedGroupKey(line, at, index);
    groups.push({ part: { ...at, key, needed: line.krävs === "alla" ? null : line.krävs }, path });
    line.av.forEach((each, within) =>
      addLine(each, { ...at, groupKey: key }, usual, [...path, "av", within], within),
    );
  };

  const addLines = (levelKey: string, trackKey: string | null, lines: ReadLines, path: FilePath): void => {
    for (const [headingKey, list] of Object.entries(lines)) {
      const at = [...path, headingKey];
      const usual = usualKinds.get(headingKey);
      if (usual === undefined)
        faults.push({ code: "unknown-heading", path: at, name: true, data: { heading: headingKey } });
      const kind = usual === undefined ? "demonstrated" : meaningOf(ITEM_KIND_WORDS, usual);
      list.forEach((line, index) =>
        addLine(line, { levelKey, trackKey, headingKey }, kind, [...at, index], index),
      );
    }
  };

  for (const [levelKey, level] of Object.entries(modell.nivåer)) {
    const path = ["modell", "nivåer", levelKey];
    if (!levels.has(levelKey))
      faults.push({ code: "unknown-level", path, name: true, data: { level: levelKey } });
    if (level.inledning !== undefined)
      intros.push({ part: { levelKey, text: level.inledning.trim() }, path: [...path, "inledning"] });
    addLines(levelKey, null, level.rubriker ?? {}, [...path, "rubriker"]);
    for (const [trackKey, lines] of Object.entries(level.spår ?? {})) {
      const at = [...path, "spår", trackKey];
      if (!tracks.has(trackKey))
        faults.push({
          code: "unknown-track",
          path: at,
          name: true,
          data: { track: trackKey, level: levelKey },
        });
      addLines(levelKey, trackKey, lines, at);
    }
    level.vidare?.forEach((text, index) =>
      onward.push({ part: { levelKey, text: text.trim() }, path: [...path, "vidare", index] }),
    );
  }
  return collected;
}

/** Where in the file a field of the version stands: `items.14.note` is the note of the line that became item 14. */
function placeOf(
  field: string,
  { groups, items, intros, onward }: Collected,
): Pick<ContentFault, "path" | "name"> {
  const [list, index, ...rest] = field.split(".");
  const property = rest.join(".");
  if (list === "levelIntros" || list === "onward") {
    const path = (list === "levelIntros" ? intros : onward)[Number(index)]?.path ?? [];
    return property === "levelKey" ? { path: path.slice(0, 3), name: true } : { path };
  }
  if ((list !== "items" && list !== "groups") || index === undefined)
    return { path: ["modell", ...translate(field, VERSION_WORDS)] };
  const path = (list === "items" ? items : groups)[Number(index)]?.path ?? [];
  if (property === "levelKey") return { path: path.slice(0, 3), name: true };
  if (property === "headingKey") return { path: path.slice(0, headingDepth(path)), name: true };
  if (property === "trackKey") return { path: path.slice(0, 5), name: true };
  const word = (list === "items" ? ITEM_WORDS : GROUP_WORDS)[property];
  return { path: word === undefined ? path : [...path, word] };
}

/** How deep in the file the heading stands that a line is under: right before the first number. */
const headingDepth = (path: FilePath): number => path.findIndex((step) => typeof step === "number");

/** The model that a file of the right shape means, in the file's order, and all that the rules find wrong in it. */
export function readWritten(read: ReadModel): {
  readonly file: ModelFile;
  readonly faults: readonly ContentFault[];
} {
  const { yrke, modell } = read;
  const collected = collect(read);
  const structure = structureOf(read);
  const version: ModelVersion = {
    number: modell.version,
    intro: modell.inledning.trim(),
    levelIntros: collected.intros.map(({ part }) => part),
    tracks: (modell.spår ?? []).map((track) => ({
      key: track.nyckel,
      name: track.namn.trim(),
      levels: track.nivåer,
    })),
    groups: collected.groups.map(({ part }) => part),
    items: collected.items.map(({ part }) => part),
    onward: collected.onward.map(({ part }) => part),
  };
  const profession = { slug: yrke.nyckel, name: yrke.namn.trim(), nameEn: yrke.engelska.trim() };
  const faults = [
    ...[
      ...checkText("namn", profession.name, LIMITS.name),
      ...checkText("engelska", profession.nameEn, LIMITS.name),
    ].map(({ field = "", ...reason }) => ({ ...reason, path: ["yrke", field] })),
    ...checkStructure(structure).map(({ field = "", ...reason }) => ({
      ...reason,
      path: ["struktur", ...translate(field, STRUCTURE_WORDS)],
    })),
    ...collected.faults,
    ...checkVersion(structure, version).map(({ field = "", ...reason }) => ({
      ...reason,
      ...placeOf(field, collected),
    })),
  ];
  return { file: { structure, profession, version }, faults };
}
