/**
 * A model as a long list: a row for each part, the first column saying which part it is, and with all of them the whole model (MOD-15). The
 * words in the cells are those of the model file.
 */
import {
  FORMAL_TYPE_WORDS,
  ITEM_KIND_WORDS,
  LEVEL_KIND_WORDS,
  MANDATORY_WORDS,
  STUDY_LEVEL_WORDS,
  SUPPORT_WORDS,
  VISIBILITY_WORDS,
} from "../career-model/model-file-schema.ts";
import type { ModelFile } from "../career-model/model-file-content.ts";
import type { Place } from "../career-model/rules.ts";

/** The columns, in their order. */
export const LIST_COLUMNS = {
  part: "Del",
  level: "Nivå",
  track: "Spår",
  heading: "Rubrik",
  group: "Grupp",
  kind: "Typ",
  mandatory: "Krav",
  text: "Text",
  note: "Anteckning",
  support: "Hur",
  formal: "Slag",
  credits: "Hp",
  studyLevel: "Utbildningsnivå",
  months: "Månader",
  validMonths: "Giltig",
  visibility: "Synlighet",
  key: "Nyckel",
} as const;
export type ListField = keyof typeof LIST_COLUMNS;
export const LIST_FIELDS = Object.keys(LIST_COLUMNS) as ListField[];

/** What the first column says. A remark belongs to the file alone. */
export const PART_WORDS = {
  remark: "anmärkning",
  profession: "yrke",
  structure: "struktur",
  level: "nivå",
  heading: "rubrik",
  competency: "kärnkompetens",
  rating: "skattning",
  version: "version",
  intro: "inledning",
  track: "spår",
  onward: "vidare",
  group: "grupp",
  item: "rad",
} as const;
export type Part = keyof typeof PART_WORDS;

/** A part that others are named from: by its name where no other can be meant, and else by its key. */
export type Named = { readonly key: string; readonly name: string };

/** The one that is meant: by its key, or by a name that no other has. */
export function meant<One extends Named>(all: readonly One[], word: string): One | undefined {
  const byKey = all.find(({ key }) => key === word);
  if (byKey) return byKey;
  const byName = all.filter(({ name }) => name === word);
  return byName.length === 1 ? byName[0] : undefined;
}

const wordFor = (all: readonly Named[], key: string): string => {
  const one = all.find((each) => each.key === key);
  return one && meant(all, one.name) === one ? one.name : key;
};

/** How many of a group are needed, when it is all of them. */
export const ALL_OF_GROUP = "alla";

/** Names of levels in one cell stand on a line each; a name that is several lines itself is told by its key. */
const levelsOfTrack = (all: readonly Named[], keys: readonly string[]): string =>
  keys
    .map((key) => wordFor(all, key))
    .map((word, at) => (word.includes("\n") ? (keys[at] ?? "") : word))
    .join("\n");

const numberWord = (value: number | undefined): string =>
  value === undefined ? "" : String(value).replace(".", ",");

type ListRow = Readonly<Partial<Record<Exclude<ListField, "part">, string>>>;

/** The rows of the list under `LIST_COLUMNS`. A remark, such as that it is a demo, stands first. */
export function listRows(file: ModelFile, remark: string | null): string[][] {
  const { structure, profession, version } = file;
  const placed = ({ levelKey, trackKey, headingKey }: Place): ListRow => ({
    level: wordFor(structure.levels, levelKey),
    track: trackKey === null ? "" : wordFor(version.tracks, trackKey),
    heading: wordFor(structure.headings, headingKey),
  });
  const rows: (ListRow & { readonly part: Part })[] = [
    ...(remark === null ? [] : [{ part: "remark" as const, text: remark }]),
    { part: "profession", text: profession.name, note: profession.nameEn, key: profession.slug },
    { part: "structure", text: structure.name },
    ...structure.levels.map(({ key, name, shortText, kind }) => ({
      part: "level" as const,
      kind: LEVEL_KIND_WORDS[kind],
      text: name,
      note: shortText,
      key,
    })),
    ...structure.headings.map(({ key, name }) => ({ part: "heading" as const, text: name, key })),
    ...structure.coreCompetencies.map((text) => ({ part: "competency" as const, text })),
    ...structure.ratingScale.map((text) => ({ part: "rating" as const, text })),
    { part: "version", text: String(version.number) },
    { part: "intro", text: version.intro },
    ...version.tracks.map(({ key, name, levels }) => ({
      part: "track" as const,
      level: levelsOfTrack(structure.levels, levels),
      text: name,
      key,
    })),
    ...version.levelIntros.map(({ levelKey, text }) => ({
      part: "intro" as const,
      level: wordFor(structure.levels, levelKey),
      text,
    })),
    ...version.onward.map(({ levelKey, text }) => ({
      part: "onward" as const,
      level: wordFor(structure.levels, levelKey),
      text,
    })),
    ...version.groups.map((group) => ({
      part: "group" as const,
      ...placed(group),
      group: group.groupKey ?? "",
      mandatory: group.needed === null ? ALL_OF_GROUP : String(group.needed),
      key: group.key,
    })),
    ...version.items.map((item) => ({
      part: "item" as const,
      ...placed(item),
      group: item.groupKey ?? "",
      kind: ITEM_KIND_WORDS[item.kind],
      mandatory: item.mandatory === null ? "" : MANDATORY_WORDS[item.mandatory ? "true" : "false"],
      text: item.text,
      note: item.note ?? "",
      support: item.support ? SUPPORT_WORDS[item.support] : "",
      formal: item.formal ? FORMAL_TYPE_WORDS[item.formal.type] : "",
      credits: numberWord(item.formal?.credits),
      studyLevel: item.formal?.level ? STUDY_LEVEL_WORDS[item.formal.level] : "",
      months: numberWord(item.formal?.months),
      validMonths: numberWord(item.formal?.validMonths),
      visibility: VISIBILITY_WORDS[item.visibility],
      key: item.key,
    })),
  ];
  return rows.map((row) =>
    LIST_FIELDS.map((field) => (field === "part" ? PART_WORDS[row.part] : (row[field] ?? ""))),
  );
}
