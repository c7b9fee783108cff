/**
 * What an employer or a unit adds to a base model (MOD-9). A supplement holds lines of its own, clarifications of the base's items, and what isn't
 * used: nothing in it can take the place of a text of the base, or stand in one of its groups, where it would be one more way to meet them.
 */
import type { Reason } from "../shared/result.ts";
import { checkText, checkVersion } from "./check.rules.ts";
import type { Text } from "./difference.rules.ts";
import { LIMITS, type ContentCode, type Item, type Visibility } from "./rules.ts";

/** A line that was added: its key is its identity through the supplement's versions. */
export type LocalItem = Omit<Item, "groupKey">;

/** How an item of the base is to be read here. */
export type Clarification = {
  readonly itemKey: string;
  readonly text: string;
  readonly visibility: Visibility;
};

export const UNUSED_KINDS = ["level", "track", "item"] as const;
/** "Används inte hos oss", and why: a level, a track or a recommended item of an adaptable base. */
export type UnusedMark = {
  readonly of: (typeof UNUSED_KINDS)[number];
  readonly key: string;
  readonly reason: string;
};

export type SupplementContent = {
  readonly items: readonly LocalItem[];
  readonly clarifications: readonly Clarification[];
  readonly unused: readonly UnusedMark[];
};

export const EMPTY_SUPPLEMENT: SupplementContent = { items: [], clarifications: [], unused: [] };

/** A level, a track or an item of the base by its key. */
export type Target = Pick<UnusedMark, "of" | "key">;

/** Is this the place of the supplement where an employer may say that something isn't used: its own, on a base whose owner left it open? */
export type Freedom = { readonly adaptable: boolean; readonly isUnit: boolean };

export type SupplementCode =
  | ContentCode
  | "unknown-item"
  | "clarified-twice"
  | "unused-twice"
  | "base-locked"
  | "unit-leaves-nothing"
  | "only-recommended-unused";

/** May anything at all be marked as not used? */
export const unusedRefusal = ({
  adaptable,
  isUnit,
}: Freedom): "base-locked" | "unit-leaves-nothing" | null =>
  isUnit ? "unit-leaves-nothing" : adaptable ? null : "base-locked";

const twice = (keys: readonly string[]): ReadonlySet<number> =>
  new Set(keys.flatMap((key, index) => (keys.indexOf(key) < index ? [index] : [])));

/**
 * MOD-9: everything that is wrong with a supplement to this base, at once. `field` is the path within the supplement, positions from 0:
 * `clarifications.2.text`.
 */
export function checkSupplement(
  base: Text,
  content: SupplementContent,
  freedom: Freedom,
): Reason<SupplementCode>[] {
  const items = new Map(base.version.items.map((item) => [item.key, item]));
  const added: Reason<SupplementCode>[] = checkVersion(base.structure, {
    ...base.version,
    groups: [],
    items: content.items,
  });
  const again = twice(content.clarifications.map(({ itemKey }) => itemKey));
  const clarified = content.clarifications.flatMap(({ itemKey, text }, index): Reason<SupplementCode>[] => [
    ...(items.has(itemKey)
      ? []
      : [
          {
            code: "unknown-item",
            field: `clarifications.${index}.itemKey`,
            data: { item: itemKey },
          } as const,
        ]),
    ...(again.has(index)
      ? [{ code: "clarified-twice", field: `clarifications.${index}.itemKey` } as const]
      : []),
    ...checkText(`clarifications.${index}.text`, text, LIMITS.line),
  ]);
  return [...added, ...clarified, ...checkUnused(base, content.unused, freedom)];
}

function checkUnused(
  { structure, version }: Text,
  marks: readonly UnusedMark[],
  freedom: Freedom,
): Reason<SupplementCode>[] {
  const refusal = unusedRefusal(freedom);
  const again = twice(marks.map(({ of, key }) => `${of} ${key}`));
  const known = {
    level: (key: string) => structure.levels.some((level) => level.key === key),
    track: (key: string) => version.tracks.some((track) => track.key === key),
    item: (key: string) => version.items.some((item) => item.key === key),
  };
  return marks.flatMap(({ of, key, reason }, index): Reason<SupplementCode>[] => {
    const field = `unused.${index}`;
    const reasons: Reason<SupplementCode>[] = checkText(`${field}.reason`, reason, LIMITS.line);
    if (refusal) reasons.push({ code: refusal, field });
    if (again.has(index)) reasons.push({ code: "unused-twice", field });
    if (!known[of](key)) reasons.push({ code: `unknown-${of}`, field: `${field}.key`, data: { [of]: key } });
    else if (of === "item" && version.items.some((item) => item.key === key && item.mandatory !== false))
      reasons.push({ code: "only-recommended-unused", field: `${field}.key` });
    return reasons;
  });
}

/** MOD-14: what of it the public may read. */
export const publicSupplement = (content: SupplementContent): SupplementContent => ({
  items: content.items.filter((item) => item.visibility === "public"),
  clarifications: content.clarifications.filter((each) => each.visibility === "public"),
  unused: content.unused,
});

/** With this line, in its old place when it was there already. */
export const withItem = (content: SupplementContent, item: LocalItem): SupplementContent => ({
  ...content,
  items: content.items.some((each) => each.key === item.key)
    ? content.items.map((each) => (each.key === item.key ? item : each))
    : [...content.items, item],
});

export const withoutItem = (content: SupplementContent, key: string): SupplementContent => ({
  ...content,
  items: content.items.filter((item) => item.key !== key),
});

/** With this clarification instead of the item's former one. */
export const withClarification = (content: SupplementContent, said: Clarification): SupplementContent => ({
  ...content,
  clarifications: [...content.clarifications.filter((each) => each.itemKey !== said.itemKey), said],
});

export const withoutClarification = (content: SupplementContent, itemKey: string): SupplementContent => ({
  ...content,
  clarifications: content.clarifications.filter((each) => each.itemKey !== itemKey),
});

const isOf =
  ({ of, key }: Target) =>
  (mark: UnusedMark): boolean =>
    mark.of === of && mark.key === key;

export const withUnused = (content: SupplementContent, mark: UnusedMark): SupplementContent => ({
  ...content,
  unused: [...content.unused.filter((each) => !isOf(mark)(each)), mark],
});

export const withoutUnused = (content: SupplementContent, target: Target): SupplementContent => ({
  ...content,
  unused: content.unused.filter((mark) => !isOf(target)(mark)),
});
