/** The model that a spreadsheet of somebody's own becomes, by what people have chosen for its levels and headings (MOD-15). */
import { checkStructure, checkText, checkVersion } from "../career-model/check.rules.ts";
import { derivedKey, freeKey, keyOf } from "../career-model/key.rules.ts";
import type { ModelFile } from "../career-model/model-file-content.ts";
import { inReadingOrder } from "../career-model/presentation.rules.ts";
import {
  isRequirement,
  LIMITS,
  type ContentCode,
  type Item,
  type LevelKind,
  type ModelVersion,
  type Structure,
} from "../career-model/rules.ts";
import type { LineKind } from "./cell.rules.ts";
import { kindOfLine, type Found, type FoundLine } from "./found.rules.ts";
import { done, refused, type Reason, type Result } from "../shared/result.ts";

/** Not brought along: a level or heading that people leave out. */
export const LEFT_OUT = "out";

/** What people choose, in the order of what was found. */
export type SheetChoices = {
  /** The structure that there is, or null for a new one of the sheet's levels and headings. */
  readonly structure: Structure | null;
  /** Of a new structure. */
  readonly structureName: string;
  /** `to`: the key of the structure's level, or `LEFT_OUT`; empty when nothing has been chosen. In a new structure anything but `LEFT_OUT` is in. */
  readonly levels: readonly { readonly to: string; readonly kind: LevelKind; readonly shortText: string }[];
  readonly headings: readonly { readonly to: string; readonly kind: LineKind }[];
  readonly intro: string;
  readonly profession: ModelFile["profession"];
  readonly number: number;
};

export type SheetModelCode = ContentCode | "level-twice" | "not-chosen" | "nothing-left";

/** Keys of these names, each its own. */
function keysOf(names: readonly string[]): string[] {
  const keys = new Set<string>();
  for (const name of names) keys.add(freeKey(keyOf(name) || "del", keys));
  return [...keys];
}

/** The structure of the sheet itself, without what is left out. */
function newStructure(found: Found, choices: SheetChoices): Structure {
  const [levelKeys, headingKeys] = [keysOf(found.levels), keysOf(found.headings.map(({ name }) => name))];
  return {
    name: choices.structureName,
    levels: found.levels.flatMap((name, at) => {
      const choice = choices.levels[at];
      if (!choice || choice.to === LEFT_OUT) return [];
      return [{ key: levelKeys[at] ?? "", name, shortText: choice.shortText, kind: choice.kind }];
    }),
    headings: found.headings.flatMap(({ name }, at) =>
      choices.headings[at]?.to === LEFT_OUT ? [] : [{ key: headingKeys[at] ?? "", name }],
    ),
    coreCompetencies: [],
    ratingScale: [],
  };
}

/** Where each name of the sheet goes: its key in the structure; nothing for what is left out. */
type Targets = ReadonlyMap<string, string>;

const targets = (names: readonly string[], keys: readonly string[]): Targets =>
  new Map(
    names.flatMap((name, at) => {
      const key = keys[at] ?? "";
      return key === "" || key === LEFT_OUT ? [] : [[name, key] as const];
    }),
  );

/** The model, or every reason against it: `field` is a field of the form, `data.cell` a cell of the sheet. */
export function modelOf(found: Found, choices: SheetChoices): Result<ModelFile, SheetModelCode> {
  const structure = choices.structure ?? newStructure(found, choices);
  const headingNames = found.headings.map(({ name }) => name);
  const [levels, headings] =
    choices.structure === null
      ? [
          targets(found.levels, keptKeys(found.levels, choices.levels)),
          targets(headingNames, keptKeys(headingNames, choices.headings)),
        ]
      : [
          targets(
            found.levels,
            choices.levels.map(({ to }) => to),
          ),
          targets(
            headingNames,
            choices.headings.map(({ to }) => to),
          ),
        ];
  const kinds = new Map(headingNames.map((name, at) => [name, choices.headings[at]?.kind ?? "demonstrated"]));
  const kept = found.lines.filter(({ level, heading }) => levels.has(level) && headings.has(heading));
  const trackKeys = targets(found.tracks, keysOf(found.tracks));
  const tracks = found.tracks.flatMap((name) => {
    const at = new Set(kept.filter(({ track }) => track === name).map(({ level }) => levels.get(level)));
    const own = structure.levels.map(({ key }) => key).filter((key) => at.has(key));
    return own.length > 0 ? [{ key: trackKeys.get(name) ?? "", name, levels: own }] : [];
  });
  const used = new Set<string>();
  const items = kept.map((line) =>
    itemOf(line, used, {
      levelKey: levels.get(line.level) ?? "",
      headingKey: headings.get(line.heading) ?? "",
      trackKey: line.track === null ? null : (trackKeys.get(line.track) ?? null),
      usual: kinds.get(line.heading) ?? "demonstrated",
    }),
  );
  const version: ModelVersion = {
    number: choices.number,
    intro: choices.intro,
    levelIntros: [],
    tracks,
    groups: [],
    items,
    onward: [],
  };
  const reasons: Reason<SheetModelCode>[] = [
    ...notChosen("level", choices.levels),
    ...notChosen("heading", choices.headings),
    ...levelsTwice(found, choices),
    ...(kept.length === 0 ? [{ code: "nothing-left" as const }] : []),
    ...(choices.structure === null ? structureReasons(structure, found, choices) : []),
    ...checkText("intro", choices.intro, LIMITS.intro),
    ...checkVersion(structure, version).flatMap((reason) => {
      const [list, index] = (reason.field ?? "").split(".");
      const line = list === "items" ? kept[Number(index)] : undefined;
      if (reason.field === "intro") return [];
      return [{ code: reason.code, data: { ...reason.data, ...(line ? { cell: line.cell } : {}) } }];
    }),
  ];
  if (reasons.length > 0) return refused(...reasons);
  return done({ structure, profession: choices.profession, version: inReadingOrder(structure, version) });
}

const keptKeys = (names: readonly string[], choices: readonly { readonly to: string }[]): string[] =>
  keysOf(names).map((key, at) => (choices[at]?.to === LEFT_OUT ? "" : key));

/** Nothing is left out because nobody looked: where each goes is said, or that it is left out. */
const notChosen = (
  what: "level" | "heading",
  choices: readonly { readonly to: string }[],
): Reason<SheetModelCode>[] =>
  choices.flatMap(({ to }, at) =>
    to === "" ? [{ code: "not-chosen" as const, field: `${what}-${at}` }] : [],
  );

/** Two of the sheet's levels that go to one of the structure's: their lines would stand as one. */
const levelsTwice = (found: Found, { levels, structure }: SheetChoices): Reason<SheetModelCode>[] =>
  structure === null
    ? []
    : levels.flatMap(({ to }, at) => {
        const before = levels
          .slice(0, at)
          .findIndex((level) => to !== LEFT_OUT && to !== "" && level.to === to);
        const data = { name: found.levels[at] ?? "", other: found.levels[before] ?? "" };
        return before < 0 ? [] : [{ code: "level-twice" as const, field: `level-${at}`, data }];
      });

/** What is wrong with a new structure, at the fields where it was chosen. */
const structureReasons = (
  structure: Structure,
  found: Found,
  choices: SheetChoices,
): Reason<SheetModelCode>[] => {
  const places = found.levels.flatMap((_, at) => (choices.levels[at]?.to === LEFT_OUT ? [] : [at]));
  return checkStructure(structure).map(({ field = "", code, data }) => {
    const [list, index, property] = field.split(".");
    const at = places[Number(index)];
    if (list === "name") return { code, field: "structureName", ...(data ? { data } : {}) };
    if (list !== "levels" || at === undefined) return { code, ...(data ? { data } : {}) };
    const what = property === "kind" ? "level-kind" : property === "shortText" ? "level-short" : "level";
    return { code, field: `${what}-${at}`, data: { ...data, name: found.levels[at] ?? "" } };
  });
};

function itemOf(
  line: FoundLine,
  used: Set<string>,
  at: { levelKey: string; headingKey: string; trackKey: string | null; usual: LineKind },
): Item {
  const { usual, ...place } = at;
  const { kind, formal } = { formal: undefined, ...kindOfLine(line, usual) };
  const key = freeKey(derivedKey(place.levelKey, line.text), used);
  used.add(key);
  return {
    ...place,
    key,
    kind,
    mandatory: isRequirement({ kind }) ? line.mandatory : null,
    text: line.text,
    ...(line.note === null ? {} : { note: line.note }),
    visibility: line.internal ? "internal" : "public",
    ...(kind === "demonstrated" && line.support ? { support: line.support } : {}),
    ...(formal ? { formal } : {}),
  };
}
