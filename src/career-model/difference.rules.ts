/**
 * What differs between two versions of a model (MOD-11). A part is the same part in both by its key (MOD-5), however it is
 * reworded and wherever it stands. A difference is whole: with the version that it starts from, it gives the text of the other.
 */
import type { Item, Level, ModelVersion, RequirementGroup, Structure, Track, Heading } from "./rules.ts";

/** The text of a version with the shape that it has. */
export type Text = { readonly structure: Structure; readonly version: ModelVersion };

export type Change<Part> = { readonly before: Part; readonly after: Part };

type Keyed = { readonly key: string };

/** What differs between two lists of parts. `order` holds the keys of all parts afterwards. */
export type ListDifference<Part extends Keyed> = {
  readonly added: readonly Part[];
  readonly removed: readonly Part[];
  readonly changed: readonly Change<Part>[];
  readonly order: readonly string[];
};

/** A level with what the version says of it: null where it says nothing of its own. */
export type LevelPart = Level & { readonly intro: string | null; readonly onward: readonly string[] };

export type Difference = {
  readonly intro: Change<string> | null;
  readonly coreCompetencies: Change<readonly string[]> | null;
  readonly ratingScale: Change<readonly string[]> | null;
  readonly levels: ListDifference<LevelPart>;
  readonly headings: ListDifference<Heading>;
  readonly tracks: ListDifference<Track>;
  readonly groups: ListDifference<RequirementGroup>;
  readonly items: ListDifference<Item>;
};

/** Are two parts the same in every field? What is not there is the same as what is undefined. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return Object.is(a, b);
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) =>
    same(left[key], right[key]),
  );
}

const change = <Part>(before: Part, after: Part): Change<Part> | null =>
  same(before, after) ? null : { before, after };

function listDifference<Part extends Keyed>(
  before: readonly Part[],
  after: readonly Part[],
): ListDifference<Part> {
  const [old, next] = [before, after].map((parts) => new Map(parts.map((part) => [part.key, part])));
  return {
    added: after.filter((part) => !old?.has(part.key)),
    removed: before.filter((part) => !next?.has(part.key)),
    changed: after.flatMap((part) => {
      const was = old?.get(part.key);
      return was === undefined || same(was, part) ? [] : [{ before: was, after: part }];
    }),
    order: after.map((part) => part.key),
  };
}

const levelParts = ({ structure, version }: Text): LevelPart[] =>
  structure.levels.map((level) => ({
    ...level,
    intro: version.levelIntros.find((each) => each.levelKey === level.key)?.text ?? null,
    onward: version.onward.filter((each) => each.levelKey === level.key).map((each) => each.text),
  }));

/** MOD-11: all that differs between two versions of one model. */
export const difference = (before: Text, after: Text): Difference => ({
  intro: change(before.version.intro, after.version.intro),
  coreCompetencies: change(before.structure.coreCompetencies, after.structure.coreCompetencies),
  ratingScale: change(before.structure.ratingScale, after.structure.ratingScale),
  levels: listDifference(levelParts(before), levelParts(after)),
  headings: listDifference(before.structure.headings, after.structure.headings),
  tracks: listDifference(before.version.tracks, after.version.tracks),
  groups: listDifference(before.version.groups, after.version.groups),
  items: listDifference(before.version.items, after.version.items),
});

/** The ways in which an item can differ. A text that says the same elsewhere is moved; its note is part of its wording. */
export const ITEM_ASPECTS = [
  "reworded",
  "moved",
  "made-mandatory",
  "made-recommended",
  "expiry",
  "formal",
  "support",
  "kind",
  "visibility",
  "group",
] as const;
export type ItemAspect = (typeof ITEM_ASPECTS)[number];

const isMoved = ({ before, after }: Change<Item>): boolean =>
  before.levelKey !== after.levelKey ||
  before.trackKey !== after.trackKey ||
  before.headingKey !== after.headingKey;

/** MOD-11: in which ways the item differs. */
export function aspectsOf(item: Change<Item>): ItemAspect[] {
  const { before, after } = item;
  const is: Readonly<Record<ItemAspect, boolean>> = {
    reworded: before.text !== after.text || before.note !== after.note,
    moved: isMoved(item),
    "made-mandatory": before.mandatory !== after.mandatory && after.mandatory === true,
    "made-recommended": before.mandatory !== after.mandatory && after.mandatory === false,
    expiry: before.formal?.validMonths !== after.formal?.validMonths,
    formal: !same({ ...before.formal, validMonths: 0 }, { ...after.formal, validMonths: 0 }),
    support: before.support !== after.support,
    kind: before.kind !== after.kind,
    visibility: before.visibility !== after.visibility,
    group: before.groupKey !== after.groupKey,
  };
  return ITEM_ASPECTS.filter((aspect) => is[aspect]);
}

/** How many items were added, removed, and changed in each way. */
export type Counts = Readonly<Record<"added" | "removed" | ItemAspect, number>>;

export function countsOf({ items }: Pick<Difference, "items">): Counts {
  const ways = items.changed.flatMap(aspectsOf);
  const count = (aspect: ItemAspect) => ways.filter((each) => each === aspect).length;
  return {
    added: items.added.length,
    removed: items.removed.length,
    ...(Object.fromEntries(ITEM_ASPECTS.map((aspect) => [aspect, count(aspect)])) as Record<
      ItemAspect,
      number
    >),
  };
}

/** What is said about one item at one place; `left` is where it stood before it moved to another level or heading. */
export type ItemRow =
  | { readonly kind: "added" | "removed"; readonly item: Item }
  | { readonly kind: "changed" | "left"; readonly before: Item; readonly after: Item };

export type LevelRows = {
  readonly level: Level;
  readonly is: "kept" | "added" | "removed";
  readonly rows: readonly ItemRow[];
};

/** The parts of both, the later's first. */
export const union = <Part extends Keyed>(after: readonly Part[], before: readonly Part[]): Part[] => [
  ...after,
  ...before.filter((part) => after.every((each) => each.key !== part.key)),
];

/**
 * MOD-11: the items that differ, level by level and heading by heading in the later version's order; what is no longer there
 * after what is. An item that has moved stands where it is now, and is pointed to from where it was.
 */
export function differenceByLevel(before: Text, after: Text, { items }: Difference): LevelRows[] {
  const old = new Set(before.structure.levels.map((level) => level.key));
  const now = new Set(after.structure.levels.map((level) => level.key));
  const headings = union(after.structure.headings, before.structure.headings);
  const added = new Set(items.added);
  const changed = new Map(items.changed.map((each) => [each.after.key, each]));
  return union(after.structure.levels, before.structure.levels).map((level) => ({
    level,
    is: now.has(level.key) ? (old.has(level.key) ? "kept" : "added") : "removed",
    rows: headings.flatMap((heading): ItemRow[] => {
      const isHere = (item: Item) => item.levelKey === level.key && item.headingKey === heading.key;
      return [
        ...after.version.items.filter(isHere).flatMap((item): ItemRow[] => {
          if (added.has(item)) return [{ kind: "added", item }];
          const change = changed.get(item.key);
          return change ? [{ kind: "changed", ...change }] : [];
        }),
        ...items.changed
          .filter((each) => isHere(each.before) && !isHere(each.after))
          .map((each): ItemRow => ({ kind: "left", ...each })),
        ...items.removed.filter(isHere).map((item): ItemRow => ({ kind: "removed", item })),
      ];
    }),
  }));
}

/** The names of headings, levels and tracks by their keys, as the later has them; of what is gone, the earlier. */
export type PartNames = Readonly<Record<"levels" | "headings" | "tracks", Readonly<Record<string, string>>>>;

export function namesOf(before: Text, after: Text): PartNames {
  const names = (parts: (text: Text) => readonly { key: string; name: string }[]) =>
    Object.fromEntries(union(parts(after), parts(before)).map(({ key, name }) => [key, name]));
  return {
    levels: names(({ structure }) => structure.levels),
    headings: names(({ structure }) => structure.headings),
    tracks: names(({ version }) => version.tracks),
  };
}

/** How many of its members a group asks for; null is all of them. */
export type Asked = { readonly needed: number | null; readonly of: number };

/** A group that asks for more or fewer than it did, told by its members. */
export type GroupRow = { readonly members: readonly string[] } & Change<Asked>;

const askedOf = (text: Text, group: RequirementGroup): Asked => ({
  needed: group.needed,
  of: [...text.version.items, ...text.version.groups].filter((each) => each.groupKey === group.key).length,
});

/** MOD-4, MOD-11: the groups in both versions that ask for another number of members, or have another number of them. */
export const differenceOfGroups = (before: Text, after: Text): GroupRow[] =>
  after.version.groups.flatMap((group): GroupRow[] => {
    const was = before.version.groups.find((each) => each.key === group.key);
    const asked = was && change(askedOf(before, was), askedOf(after, group));
    const members = after.version.items.filter((item) => item.groupKey === group.key);
    return asked ? [{ members: members.map((item) => item.text), ...asked }] : [];
  });

/** A text of the model as a whole, or of one of its parts by `name`; null where it is not there. */
export type TextRow = {
  readonly of:
    | "intro"
    | "coreCompetencies"
    | "ratingScale"
    | "level"
    | "levelKind"
    | "levelText"
    | "levelIntro"
    | "onward"
    | "heading"
    | "track"
    | "trackLevels";
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
};

const textRow = (
  of: TextRow["of"],
  name: string,
  before: string | null | undefined,
  after: string | null | undefined,
): TextRow[] => (before === after ? [] : [{ of, name, before: before ?? null, after: after ?? null }]);

/** The parts of a list that differ, as pairs. */
const pairs = <Part extends Keyed>(list: ListDifference<Part>): Partial<Change<Part>>[] => [
  ...list.changed,
  ...list.added.map((after) => ({ after })),
  ...list.removed.map((before) => ({ before })),
];

const inOneLine = (words: readonly string[]): string => words.join(" · ");

/** MOD-11: what differs in the texts around the items: the introduction, levels, headings, tracks and words. */
export function differenceOfWhole(before: Text, after: Text, differing: Difference): TextRow[] {
  const { intro, coreCompetencies, ratingScale, levels, headings, tracks } = differing;
  const levelNames = (text: Text, keys: readonly string[] | undefined): string | null =>
    keys === undefined
      ? null
      : inOneLine(text.structure.levels.filter(({ key }) => keys.includes(key)).map(({ name }) => name));
  return [
    ...textRow("intro", "", intro?.before, intro?.after),
    ...pairs(levels).flatMap(({ before: was, after: is }) => {
      const name = (is ?? was)?.name ?? "";
      return [
        ...textRow("level", name, was?.name, is?.name),
        ...(was && is ? textRow("levelKind", name, was.kind, is.kind) : []),
        ...textRow("levelText", name, was?.shortText, is?.shortText),
        ...textRow("levelIntro", name, was?.intro, is?.intro),
        ...textRow("onward", name, was && inOneLine(was.onward), is && inOneLine(is.onward)),
      ];
    }),
    ...pairs(headings).flatMap(({ before: was, after: is }) =>
      textRow("heading", (is ?? was)?.name ?? "", was?.name, is?.name),
    ),
    ...pairs(tracks).flatMap(({ before: was, after: is }) => {
      const name = (is ?? was)?.name ?? "";
      return [
        ...textRow("track", name, was?.name, is?.name),
        ...(same(was?.levels, is?.levels)
          ? []
          : textRow("trackLevels", name, levelNames(before, was?.levels), levelNames(after, is?.levels))),
      ];
    }),
    ...textRow(
      "coreCompetencies",
      "",
      coreCompetencies && inOneLine(coreCompetencies.before),
      coreCompetencies && inOneLine(coreCompetencies.after),
    ),
    ...textRow(
      "ratingScale",
      "",
      ratingScale && inOneLine(ratingScale.before),
      ratingScale && inOneLine(ratingScale.after),
    ),
  ];
}
