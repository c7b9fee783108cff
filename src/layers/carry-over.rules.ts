/**
 * Carrying a supplement over to a new version of its base (MOD-10): what still fits, what doesn't and why, and what can be done with each such
 * part. A part is the same part of the base in both versions by its key (MOD-5).
 */
import { aspectsOf, type Text } from "../career-model/difference.rules.ts";
import type { Item, Place } from "../career-model/rules.ts";
import {
  unusedRefusal,
  withClarification,
  withItem,
  withUnused,
  type Clarification,
  type Freedom,
  type LocalItem,
  type SupplementContent,
  type UnusedMark,
} from "../career-model/supplement.rules.ts";

export type CarryWhy =
  | "level-gone"
  | "heading-gone"
  | "track-gone"
  | "item-gone"
  | "item-reworded"
  | "item-moved"
  | "now-mandatory"
  | "base-locked";

/** A part of a supplement, of whichever kind it is. */
export type SupplementPart =
  | { readonly kind: "item"; readonly part: LocalItem }
  | { readonly kind: "clarification"; readonly part: Clarification }
  | { readonly kind: "unused"; readonly part: UnusedMark };

/** A part that doesn't fit, and every reason why. */
export type Unsettled = SupplementPart & { readonly whys: readonly CarryWhy[] };

export type CarriedOver = { readonly fits: SupplementContent; readonly unsettled: readonly Unsettled[] };

/** Why an item can't stand at its place in the version. */
function placeWhys({ structure, version }: Text, place: Place): CarryWhy[] {
  const track = version.tracks.find(({ key }) => key === place.trackKey);
  const whys: CarryWhy[] = [];
  if (!structure.levels.some(({ key }) => key === place.levelKey)) whys.push("level-gone");
  if (!structure.headings.some(({ key }) => key === place.headingKey)) whys.push("heading-gone");
  if (place.trackKey !== null && !track?.levels.includes(place.levelKey)) whys.push("track-gone");
  return whys;
}

/** Why what was said of an item of the base may no longer be right. */
function itemWhys(before: Item | undefined, after: Item | undefined): CarryWhy[] {
  if (!after) return ["item-gone"];
  const aspects = before ? aspectsOf({ before, after }) : [];
  return [
    ...(aspects.includes("reworded") ? (["item-reworded"] as const) : []),
    ...(aspects.includes("moved") ? (["item-moved"] as const) : []),
  ];
}

/**
 * MOD-10: a supplement to `before`, carried over to `after`. Every part is either in what fits, as it was, or listed: nothing is lost.
 */
export function carryOver(
  before: Text,
  after: Text,
  supplement: SupplementContent,
  freedom: Freedom,
): CarriedOver {
  const old = new Map(before.version.items.map((item) => [item.key, item]));
  const now = new Map(after.version.items.map((item) => [item.key, item]));
  const unusedWhys = ({ of, key }: UnusedMark): CarryWhy[] => {
    const whys: CarryWhy[] = unusedRefusal(freedom) === null ? [] : ["base-locked"];
    if (of === "level")
      return after.structure.levels.some((level) => level.key === key) ? whys : [...whys, "level-gone"];
    if (of === "track")
      return after.version.tracks.some((track) => track.key === key) ? whys : [...whys, "track-gone"];
    const item = now.get(key);
    return [
      ...whys,
      ...itemWhys(old.get(key), item),
      ...(item && item.mandatory !== false ? (["now-mandatory"] as const) : []),
    ];
  };
  const unsettled: Unsettled[] = [];
  const fit = <Part>(
    parts: readonly Part[],
    whysOf: (part: Part) => CarryWhy[],
    told: (part: Part) => SupplementPart,
  ) =>
    parts.filter((part) => {
      const whys = whysOf(part);
      if (whys.length > 0) unsettled.push({ ...told(part), whys });
      return whys.length === 0;
    });
  const fits: SupplementContent = {
    items: fit(
      supplement.items,
      (item) => placeWhys(after, item),
      (part) => ({ kind: "item", part }),
    ),
    clarifications: fit(
      supplement.clarifications,
      ({ itemKey }) => itemWhys(old.get(itemKey), now.get(itemKey)),
      (part) => ({ kind: "clarification", part }),
    ),
    unused: fit(supplement.unused, unusedWhys, (part) => ({ kind: "unused", part })),
  };
  return { fits, unsettled };
}

export const CARRY_CHOICES = ["keep", "reword", "move", "drop"] as const;
export type CarryChoice = (typeof CARRY_CHOICES)[number];

/** What stands in the way of a part where it is: it has to be moved, or left out. */
const ROOTLESS: readonly CarryWhy[] = ["level-gone", "heading-gone", "track-gone", "item-gone"];
/** What nothing but leaving it out can mend. */
const CLOSED: readonly CarryWhy[] = ["base-locked", "now-mandatory"];

/** What can be done with a part that doesn't fit: to leave it out always can. */
export function choicesFor({ kind, whys }: Pick<Unsettled, "kind" | "whys">): CarryChoice[] {
  const some = (among: readonly CarryWhy[]) => whys.some((why) => among.includes(why));
  if (kind === "unused") return some(CLOSED) || some(ROOTLESS) ? ["drop"] : ["keep", "reword", "drop"];
  return some(ROOTLESS) ? ["move", "drop"] : ["keep", "reword", "move", "drop"];
}

/** How a part is settled: its new text, or where it is moved to. */
export type Settling =
  | { readonly choice: "keep" }
  | { readonly choice: "drop" }
  | { readonly choice: "reword"; readonly text: string }
  | { readonly choice: "move"; readonly to: Place | { readonly itemKey: string } };

/** The part as it becomes; null for one that is left out, or that isn't settled so. */
function settledPart(unsettled: SupplementPart, settling: Settling): SupplementPart | null {
  if (settling.choice === "keep") return unsettled;
  if (settling.choice === "reword") {
    const { text } = settling;
    if (unsettled.kind === "unused") return { ...unsettled, part: { ...unsettled.part, reason: text } };
    if (unsettled.kind === "item") return { ...unsettled, part: { ...unsettled.part, text } };
    return { ...unsettled, part: { ...unsettled.part, text } };
  }
  if (settling.choice !== "move") return null;
  const { to } = settling;
  if (unsettled.kind === "item" && "levelKey" in to) {
    const { levelKey, headingKey, trackKey } = to;
    return { ...unsettled, part: { ...unsettled.part, levelKey, headingKey, trackKey } };
  }
  if (unsettled.kind === "clarification" && "itemKey" in to)
    return { ...unsettled, part: { ...unsettled.part, itemKey: to.itemKey } };
  return null;
}

/**
 * MOD-10: the supplement when the part has been settled so. A clarification that is moved to a text that has one already is said after it.
 */
export function settle(
  content: SupplementContent,
  unsettled: SupplementPart,
  settling: Settling,
): SupplementContent {
  const settled = settledPart(unsettled, settling);
  if (!settled) return content;
  if (settled.kind === "item") return withItem(content, settled.part);
  if (settled.kind === "unused") return withUnused(content, settled.part);
  const { part } = settled;
  const there = content.clarifications.find(({ itemKey }) => itemKey === part.itemKey);
  return withClarification(content, there ? { ...there, text: `${there.text}\n${part.text}` } : part);
}
