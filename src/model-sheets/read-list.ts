/** Reads a model from the long list that Vidga writes, exactly as it stands; what is wrong is told with its cell (MOD-15). */
import type { Result } from "../shared/result.ts";
import { done, refused } from "../shared/result.ts";
import { columnName } from "../platform/tabular/xlsx-cells.ts";
import { checkStructure, checkText, checkVersion } from "../career-model/check.rules.ts";
import type { ModelFile } from "../career-model/model-file-content.ts";
import {
  FORMAL_TYPE_WORDS,
  ITEM_KIND_WORDS,
  LEVEL_KIND_WORDS,
  MANDATORY_WORDS,
  STUDY_LEVEL_WORDS,
  SUPPORT_WORDS,
  VISIBILITY_WORDS,
} from "../career-model/model-file-schema.ts";
import { inReadingOrder } from "../career-model/presentation.rules.ts";
import {
  LIMITS,
  type ContentCode,
  type FormalDetail,
  type Item,
  type LevelText,
  type ModelVersion,
  type Place,
  type RequirementGroup,
  type Structure,
} from "../career-model/rules.ts";
import { ALL_OF_GROUP, meant, PART_WORDS, type ListField, type Named, type Part } from "./list.ts";

export type CellCode =
  | ContentCode
  | "unknown-word" // value, allowed
  | "unknown-part" // value
  | "part-missing" // part
  | "part-twice" // part
  | "cell-error" // the spreadsheet itself shows an error
  | "cell-too-long";

/** What is wrong in a cell, such as C7; in the sheet as a whole when it has none. */
export type CellFault = {
  readonly code: CellCode;
  readonly cell: string | null;
  readonly data?: Readonly<Record<string, string | number>>;
};

/** A row as it was read: its number in the sheet, and the cell of each field that has a column. */
export type ListLine = {
  readonly number: number;
  readonly cells: Readonly<Partial<Record<ListField, string>>>;
};
/** The place of each field's column in the sheet, from 0. */
export type ListPlaces = Readonly<Partial<Record<ListField, number>>>;

const FIELD_OF: Readonly<Record<string, ListField>> = {
  key: "key",
  name: "text",
  text: "text",
  shortText: "note",
  note: "note",
  kind: "kind",
  mandatory: "mandatory",
  needed: "mandatory",
  support: "support",
  formal: "formal",
  "formal.credits": "credits",
  "formal.months": "months",
  "formal.validMonths": "validMonths",
  levelKey: "level",
  levels: "level",
  trackKey: "track",
  headingKey: "heading",
  groupKey: "group",
};

/** The cell of a field in a row. Without a column of its own, the row's first. */
const cellAt = (line: number, places: ListPlaces, field: ListField): string =>
  `${columnName(places[field] ?? 0)}${line}`;

/** Collects what is read, and what can't be. */
class ListReader {
  readonly faults: CellFault[] = [];
  readonly #places: ListPlaces;

  constructor(places: ListPlaces) {
    this.#places = places;
  }

  refuse(line: ListLine, field: ListField, code: CellCode, data: CellFault["data"] = {}): void {
    this.faults.push({ code, cell: cellAt(line.number, this.#places, field), data });
  }

  text = (line: ListLine, field: ListField): string =>
    (line.cells[field] ?? "").replace(/\r\n?/g, "\n").trim();

  /** The code's value for the word in the cell; none when the cell is empty, or holds another word (then with the reason). */
  word<Value extends string>(
    line: ListLine,
    field: ListField,
    words: Readonly<Record<Value, string>>,
  ): Value | undefined {
    const text = this.text(line, field);
    if (text === "") return undefined;
    const found = (Object.keys(words) as Value[]).find((value) => words[value] === text.toLowerCase());
    if (found === undefined)
      this.refuse(line, field, "unknown-word", { value: text, allowed: Object.values(words).join(", ") });
    return found;
  }

  number(line: ListLine, field: ListField): number | undefined {
    const text = this.text(line, field);
    if (text === "") return undefined;
    const value = /^\d{1,6}([.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
    if (Number.isNaN(value)) this.refuse(line, field, "bad-number", { value: text, max: LIMITS.months });
    return Number.isNaN(value) ? undefined : value;
  }

  /** The key of what the cell names; what nobody has defined goes on as it stands, for the rules to tell. */
  key = (line: ListLine, field: ListField, all: readonly Named[]): string => {
    const text = this.text(line, field);
    return meant(all, text)?.key ?? text;
  };
}

/** The rows of each part, in the sheet's order. A row that doesn't say what it is, is a line of the model. */
function rowsOfParts(lines: readonly ListLine[], reader: ListReader): Readonly<Record<Part, ListLine[]>> {
  const parts = Object.fromEntries(
    Object.keys(PART_WORDS).map((part) => [part, [] as ListLine[]]),
  ) as unknown as Record<Part, ListLine[]>;
  for (const line of lines) {
    const word = reader.text(line, "part").toLowerCase();
    const part =
      word === "" ? "item" : (Object.keys(parts) as Part[]).find((each) => PART_WORDS[each] === word);
    if (part) parts[part].push(line);
    else reader.refuse(line, "part", "unknown-part", { value: word });
  }
  return parts;
}

/** Where the rows stand that the lists of the structure and the version were read from. */
type Sources = Readonly<Record<string, readonly ListLine[]>>;

function faultAt(
  { field = "", code, data }: { field?: string; code: ContentCode; data?: CellFault["data"] },
  sources: Sources,
  places: ListPlaces,
): CellFault {
  const [list = "", index, ...rest] = field.split(".");
  const line = sources[list]?.[index === undefined ? 0 : Number(index)];
  const property = list === "tracks" && rest[0] === "levels" ? "levels" : rest.join(".");
  const cell = line ? cellAt(line.number, places, FIELD_OF[property] ?? "text") : null;
  return { code, cell, ...(data ? { data } : {}) };
}

/** The model that the list holds, in reading order; every fault at once, each with its cell. */
export function readList(lines: readonly ListLine[], places: ListPlaces): Result<ModelFile, CellCode> {
  const reader = new ListReader(places);
  const parts = rowsOfParts(lines, reader);
  const one = (part: Part, of: readonly ListLine[] = parts[part]): ListLine => {
    const [first, second] = of;
    if (!first) reader.faults.push({ code: "part-missing", cell: null, data: { part: PART_WORDS[part] } });
    if (second) reader.refuse(second, "part", "part-twice", { part: PART_WORDS[part] });
    return first ?? { number: 0, cells: {} };
  };
  const texts = (part: Part): string[] => parts[part].map((line) => reader.text(line, "text"));

  const structureLine = one("structure");
  const structure: Structure = {
    name: reader.text(structureLine, "text"),
    levels: parts.level.map((line) => ({
      key: reader.text(line, "key"),
      name: reader.text(line, "text"),
      shortText: reader.text(line, "note"),
      kind: reader.word(line, "kind", LEVEL_KIND_WORDS) ?? "core",
    })),
    headings: parts.heading.map((line) => ({
      key: reader.text(line, "key"),
      name: reader.text(line, "text"),
    })),
    coreCompetencies: texts("competency"),
    ratingScale: texts("rating"),
  };
  const { levels } = structure;
  const levelText = (line: ListLine): LevelText => ({
    levelKey: reader.key(line, "level", levels),
    text: reader.text(line, "text"),
  });
  const tracks = parts.track.map((line) => ({
    key: reader.text(line, "key"),
    name: reader.text(line, "text"),
    levels: reader
      .text(line, "level")
      .split("\n")
      .map((word) => word.trim())
      .filter(Boolean)
      .map((word) => meant(levels, word)?.key ?? word),
  }));
  const placed = (line: ListLine): Place & { groupKey?: string } => {
    const groupKey = reader.text(line, "group");
    return {
      levelKey: reader.key(line, "level", levels),
      trackKey: reader.text(line, "track") === "" ? null : reader.key(line, "track", tracks),
      headingKey: reader.key(line, "heading", structure.headings),
      ...(groupKey === "" ? {} : { groupKey }),
    };
  };
  const group = (line: ListLine): RequirementGroup => {
    const all = reader.text(line, "mandatory").toLowerCase() === ALL_OF_GROUP;
    return {
      ...placed(line),
      key: reader.text(line, "key"),
      needed: all ? null : (reader.number(line, "mandatory") ?? 0),
    };
  };
  const [introLines, levelIntroLines] = [
    parts.intro.filter((line) => reader.text(line, "level") === ""),
    parts.intro.filter((line) => reader.text(line, "level") !== ""),
  ];
  const versionLine = one("version");
  const introLine = one("intro", introLines);
  const version: ModelVersion = {
    number: reader.number(versionLine, "text") ?? 1,
    intro: reader.text(introLine, "text"),
    levelIntros: levelIntroLines.map(levelText),
    tracks,
    groups: parts.group.map(group),
    items: parts.item.map((line) => ({ ...placed(line), ...contentOf(line, reader) })),
    onward: parts.onward.map(levelText),
  };
  const professionLine = one("profession");
  const profession = {
    slug: reader.text(professionLine, "key"),
    name: reader.text(professionLine, "text"),
    nameEn: reader.text(professionLine, "note"),
  };
  const sources: Sources = {
    name: [structureLine],
    levels: parts.level,
    headings: parts.heading,
    coreCompetencies: parts.competency,
    ratingScale: parts.rating,
    number: [versionLine],
    intro: [introLine],
    levelIntros: levelIntroLines,
    onward: parts.onward,
    tracks: parts.track,
    groups: parts.group,
    items: parts.item,
    profession: [professionLine],
  };
  const broken = [
    ...checkText("profession.0.name", profession.name, LIMITS.name),
    ...checkText("profession.0.note", profession.nameEn, LIMITS.name),
    ...checkProfessionKey(profession.slug),
    ...checkStructure(structure),
    ...checkVersion(structure, version),
  ];
  const faults = [...reader.faults, ...broken.map((fault) => faultAt(fault, sources, places))];
  return faults.length > 0
    ? refused(...faults.map(asReason))
    : done({ structure, profession, version: inReadingOrder(structure, version) });
}

const checkProfessionKey = (slug: string) =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= 80
    ? []
    : [{ code: "bad-key" as const, field: "profession.0.key", data: { key: slug } }];

/** As a reason: the cell is among its data. */
export const asReason = ({ code, cell, data }: CellFault) => ({
  code,
  data: { ...data, ...(cell === null ? {} : { cell }) },
});

/** What a line of the list says of itself, apart from where it stands. */
function contentOf(line: ListLine, reader: ListReader): Omit<Item, keyof Place | "groupKey"> {
  const kind = reader.word(line, "kind", ITEM_KIND_WORDS) ?? "demonstrated";
  const mandatory = reader.word(line, "mandatory", MANDATORY_WORDS);
  const support = reader.word(line, "support", SUPPORT_WORDS);
  const formal = formalOf(line, reader);
  const note = reader.text(line, "note");
  return {
    key: reader.text(line, "key"),
    kind,
    mandatory: mandatory === undefined ? null : mandatory === "true",
    text: reader.text(line, "text"),
    ...(note === "" ? {} : { note }),
    visibility: reader.word(line, "visibility", VISIBILITY_WORDS) ?? "public",
    ...(support ? { support } : {}),
    ...(formal ? { formal } : {}),
  };
}

function formalOf(line: ListLine, reader: ListReader): FormalDetail | undefined {
  const type = reader.word(line, "formal", FORMAL_TYPE_WORDS);
  const credits = reader.number(line, "credits");
  const level = reader.word(line, "studyLevel", STUDY_LEVEL_WORDS);
  const months = reader.number(line, "months");
  const validMonths = reader.number(line, "validMonths");
  if (!type) return undefined;
  return {
    type,
    ...(credits === undefined ? {} : { credits }),
    ...(level ? { level } : {}),
    ...(months === undefined ? {} : { months }),
    ...(validMonths === undefined ? {} : { validMonths }),
  };
}
