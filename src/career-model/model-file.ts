/**
 * A career model as a file that a person can read and write: one structure, one profession, one version. YAML, and
 * so JSON as well, with Swedish words (`model-file-schema.ts`). What is wrong is told all at once, with line and path.
 */
import { Document, isMap, isScalar, LineCounter, parseDocument } from "yaml";
import type { Reason, Result } from "../shared/result.ts";
import { done, refused } from "../shared/result.ts";
import type { ModelFile } from "./model-file-content.ts";
import { readWritten } from "./model-file-content.ts";
import type { FilePath } from "./model-file-lines.ts";
import { checkDocument, lineOf, pathText } from "./model-file-lines.ts";
import type {
  WrittenItem,
  WrittenLevel,
  WrittenLine,
  WrittenLines,
  WrittenModel,
} from "./model-file-schema.ts";
import {
  FORMAL_TYPE_WORDS,
  FORMAT,
  ITEM_FIELDS,
  ITEM_KIND_WORDS,
  LEVEL_KIND_WORDS,
  MANDATORY_WORDS,
  modelFileShape,
  STUDY_LEVEL_WORDS,
  SUPPORT_WORDS,
  VISIBILITY_WORDS,
} from "./model-file-schema.ts";
import type { ShapeCode } from "./model-file-shape.ts";
import { shapeFaults, withoutUnknownFields } from "./model-file-shape.ts";
import { tooDeepAt } from "./model-file-depth.ts";
import { linesOf, type Line } from "./group.rules.ts";
import { inReadingOrder } from "./presentation.rules.ts";
import type { ContentCode, Item, ItemKind, ModelVersion } from "./rules.ts";
import { ITEM_KINDS } from "./rules.ts";

export type { ModelFile } from "./model-file-content.ts";

export type ModelFileCode =
  | ContentCode
  | ShapeCode
  | "too-large"
  | "empty-file"
  | "not-readable"
  | "reference-not-allowed"
  | "tag-not-allowed"
  | "duplicate-field";

/** Largest file, in bytes as UTF-8: many times what a model needs. */
export const MAX_FILE_BYTES = 2 * 1024 * 1024;

/** More reasons than this help nobody: the file is something else, and to find each one's line takes time. */
const MAX_REASONS = 200;

type FileReason = Reason<ModelFileCode>;

const refuseAll = (reasons: readonly FileReason[]): Result<ModelFile, ModelFileCode> =>
  refused(...reasons.slice(0, MAX_REASONS));

/**
 * Reads a model file. A refusal carries every reason: `data.line` (from 1) and, past pure syntax, `data.path`
 * (Swedish field names, positions from 1), with what else the code needs. MOD-1, MOD-3, MOD-6.
 */
export function readModelFile(text: string): Result<ModelFile, ModelFileCode> {
  if (Buffer.byteLength(text) > MAX_FILE_BYTES)
    return refused({ code: "too-large", data: { max: MAX_FILE_BYTES } });
  const deep = tooDeepAt(text);
  if (deep !== null)
    return refused({ code: "not-readable", data: { line: deep, column: 1, cause: "RESOURCE_EXHAUSTION" } });
  const lines = new LineCounter();
  // Names are looked for by `checkDocument`: the parser's own search for doubles takes minutes in a hostile file.
  const document = parseDocument(text.normalize("NFC"), {
    lineCounter: lines,
    prettyErrors: false,
    schema: "core",
    uniqueKeys: false,
    logLevel: "error",
  });
  const unreadable = checkDocument(document, lines);
  if (unreadable.length > 0) return refuseAll(unreadable);
  const raw: unknown = document.toJS({ maxAliasCount: 0 });
  if (raw === null || raw === undefined) return refused({ code: "empty-file" });

  const reasons = new Map<string, FileReason>();
  const add = (code: ModelFileCode, path: FilePath, data: FileReason["data"] = {}, name = false): void => {
    const place = pathText(path);
    if (reasons.size >= MAX_REASONS || reasons.has(`${code} ${place}`)) return;
    reasons.set(`${code} ${place}`, {
      code,
      data: { line: lineOf(document, lines, path, name), path: place, ...data },
    });
  };

  let shape = modelFileShape.safeParse(raw);
  if (!shape.success) {
    const faults = shapeFaults(shape.error, raw, ITEM_FIELDS);
    for (const fault of faults) add(fault.code, fault.path, fault.data, fault.name);
    shape = modelFileShape.safeParse(withoutUnknownFields(raw, faults));
  }
  if (!shape.success) return refuseAll([...reasons.values()]);
  const { file, faults } = readWritten(shape.data);
  for (const fault of faults) add(fault.code, fault.path, fault.data, fault.name);
  return reasons.size > 0
    ? refuseAll([...reasons.values()])
    : done({ ...file, version: inReadingOrder(file.structure, file.version) });
}

/** The kind that most items under the heading have: what a line there is, unless it says otherwise. */
function usualKind(version: ModelVersion, heading: string): ItemKind {
  const count = (kind: ItemKind) =>
    version.items.filter((item) => item.headingKey === heading && item.kind === kind).length;
  return ITEM_KINDS.toSorted((a, b) => count(b) - count(a))[0] ?? "demonstrated";
}

/** An item in the file's words. Its key is always written, so that the text can be reworded and the item stay the same. */
function writeItem(item: Item, usual: ItemKind): WrittenItem {
  const evident = item.formal ? "formal" : item.support ? "demonstrated" : usual;
  return {
    nyckel: item.key,
    text: item.text,
    ...(item.note === undefined ? {} : { anteckning: item.note }),
    ...(item.kind === evident ? {} : { typ: ITEM_KIND_WORDS[item.kind] }),
    ...(item.mandatory === false ? { krav: MANDATORY_WORDS.false } : {}),
    ...(item.support ? { hur: SUPPORT_WORDS[item.support] } : {}),
    ...(item.formal ? { slag: FORMAL_TYPE_WORDS[item.formal.type] } : {}),
    ...(item.formal?.credits === undefined ? {} : { hp: item.formal.credits }),
    ...(item.formal?.level ? { utbildningsnivå: STUDY_LEVEL_WORDS[item.formal.level] } : {}),
    ...(item.formal?.months === undefined ? {} : { månader: item.formal.months }),
    ...(item.formal?.validMonths === undefined ? {} : { giltig: item.formal.validMonths }),
    ...(item.visibility === "internal" ? { synlighet: VISIBILITY_WORDS.internal } : {}),
  };
}

/** An item, or a group with its members. */
const writeLine = (line: Line, usual: ItemKind): WrittenLine =>
  "item" in line
    ? writeItem(line.item, usual)
    : {
        nyckel: line.group.key,
        krävs: line.group.needed ?? "alla",
        av: line.lines.map((each) => writeLine(each, usual)),
      };

function writeLevel(file: ModelFile, level: string, usual: ReadonlyMap<string, ItemKind>): WrittenLevel {
  const { structure, version } = file;
  const under = (track: string | null): WrittenLines =>
    Object.fromEntries(
      structure.headings.flatMap(({ key }) => {
        const items = version.items.filter(
          (item) => item.levelKey === level && item.trackKey === track && item.headingKey === key,
        );
        const lines = linesOf(items, version.groups);
        return lines.length > 0
          ? [[key, lines.map((line) => writeLine(line, usual.get(key) ?? "demonstrated"))]]
          : [];
      }),
    );
  const common = under(null);
  const tracks = version.tracks
    .map(({ key }) => [key, under(key)] as const)
    .filter(([, own]) => Object.keys(own).length > 0);
  const intro = version.levelIntros.find((text) => text.levelKey === level);
  const onward = version.onward.filter((text) => text.levelKey === level).map((text) => text.text);
  return {
    ...(intro ? { inledning: intro.text } : {}),
    ...(Object.keys(common).length > 0 ? { rubriker: common } : {}),
    ...(tracks.length > 0 ? { spår: Object.fromEntries(tracks) } : {}),
    ...(onward.length > 0 ? { vidare: onward } : {}),
  };
}

/** The file in its own words, as data. */
function written(file: ModelFile): WrittenModel {
  const { structure, profession, version } = file;
  const usual = new Map(structure.headings.map(({ key }) => [key, usualKind(version, key)]));
  return {
    format: FORMAT,
    yrke: { nyckel: profession.slug, namn: profession.name, engelska: profession.nameEn },
    struktur: {
      namn: structure.name,
      nivåer: structure.levels.map((level) => ({
        nyckel: level.key,
        namn: level.name,
        kort: level.shortText,
        del: LEVEL_KIND_WORDS[level.kind],
      })),
      rubriker: structure.headings.map(({ key, name }) => ({
        nyckel: key,
        namn: name,
        rader: ITEM_KIND_WORDS[usual.get(key) ?? "demonstrated"],
      })),
      ...(structure.coreCompetencies.length > 0 ? { kärnkompetenser: [...structure.coreCompetencies] } : {}),
      ...(structure.ratingScale.length > 0 ? { skattning: [...structure.ratingScale] } : {}),
    },
    modell: {
      version: version.number,
      inledning: version.intro,
      ...(version.tracks.length > 0
        ? {
            spår: version.tracks.map(({ key, name, levels }) => ({
              nyckel: key,
              namn: name,
              nivåer: [...levels],
            })),
          }
        : {}),
      nivåer: Object.fromEntries(structure.levels.map(({ key }) => [key, writeLevel(file, key, usual)])),
    },
  };
}

/** Writes a model file as JSON: the same file in the stricter of the two notations. */
export const writeModelFileAsJson = (file: ModelFile): string =>
  `${JSON.stringify(written(file), null, 2)}\n`;

/** Writes a model file as YAML. What it writes, `readModelFile` reads as the same model, in reading order. */
export function writeModelFile(file: ModelFile): string {
  const document = new Document(written(file), { aliasDuplicateObjects: false });
  for (const part of [document.contents, document.getIn(["modell", "nivåer"])]) {
    if (!isMap(part)) continue;
    for (const { key } of part.items.slice(1)) if (isScalar(key)) key.spaceBefore = true;
  }
  return document.toString({ lineWidth: 100 });
}
