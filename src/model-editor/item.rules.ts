/**
 * An item as it is written (MOD-3): what a save replaces, where it is put, and what a change of it was. What must hold at every
 * moment is `checkItem`'s; what a draft may lack until others are asked about it is `unfinished`'s, both in the career model's rules.
 */
import type { Id } from "../shared/ids.ts";
import type { Item, ItemWords, Place } from "../career-model/rules.ts";

/** The item with other words. */
export const withWords = (
  { key, levelKey, trackKey, headingKey, groupKey }: Item,
  { kind, mandatory, text, note, visibility, support, formal }: ItemWords,
): Item => ({
  key,
  levelKey,
  trackKey,
  headingKey,
  ...(groupKey === undefined ? {} : { groupKey }),
  kind,
  mandatory,
  text,
  ...(note === undefined ? {} : { note }),
  visibility,
  ...(support === undefined ? {} : { support }),
  ...(formal === undefined ? {} : { formal }),
});

/** The item alone, without what is kept beside it. */
export const itemIn = (kept: Item): Item => withWords(kept, kept);

/** The part as a member of this group (MOD-4); of none when it is undefined. */
export function asMember<Part extends { readonly groupKey?: string }>(
  part: Part,
  groupKey: string | undefined,
): Omit<Part, "groupKey"> & { readonly groupKey?: string } {
  const { groupKey: _, ...alone } = part;
  return groupKey === undefined ? alone : { ...alone, groupKey };
}

/** Do both say the same? */
export const sameWords = (a: ItemWords, b: ItemWords): boolean =>
  a.kind === b.kind &&
  a.mandatory === b.mandatory &&
  a.text === b.text &&
  (a.note ?? "") === (b.note ?? "") &&
  a.visibility === b.visibility &&
  a.support === b.support &&
  (["type", "credits", "level", "months", "validMonths"] as const).every(
    (part) => a.formal?.[part] === b.formal?.[part],
  );

export const samePlace = (a: Place, b: Place): boolean =>
  a.levelKey === b.levelKey && a.trackKey === b.trackKey && a.headingKey === b.headingKey;

/** The items of a place in their new order, when `id` stands at `to`: from 1, and last when there is no such number. */
export function inOrder(ids: readonly Id[], id: Id, to: number | null): readonly Id[] {
  const others = ids.filter((each) => each !== id);
  const index = to === null ? others.length : Math.min(Math.max(to, 1), others.length + 1) - 1;
  return [...others.slice(0, index), id, ...others.slice(index)];
}

/** An item before and after a change; null where it wasn't there. */
export type ItemChange = { readonly before: Item | null; readonly after: Item | null };

export type ChangeKind = "added" | "removed" | "written" | "moved" | "grouped" | "ordered";

/** What was done: when several things were, the one that a reader would ask about first. */
export function kindOfChange({ before, after }: ItemChange): ChangeKind {
  if (before === null) return "added";
  if (after === null) return "removed";
  if (!sameWords(before, after)) return "written";
  if (!samePlace(before, after)) return "moved";
  return before.groupKey === after.groupKey ? "ordered" : "grouped";
}

/** A change as history has it. `revision` is the draft's after it. */
export type NotedChange = ItemChange & {
  readonly revision: number;
  readonly itemId: Id;
  readonly by: string;
  readonly at: Date;
};

/** Writing with shorter pauses than this, in milliseconds, is one change to a reader: what is saved by itself is saved often. */
const PAUSE = 10 * 60_000;

type Noted = {
  readonly revision: number;
  readonly by: string;
  readonly at: Date;
  readonly before: unknown;
};

/** A change as people read it, with the revision and the time of the earliest save in it. */
export type Sitting<Change extends Noted = NotedChange> = Change & {
  readonly first: number;
  readonly begun: Date;
};

/** Are both changes of the same item's words, and not the one taking the other back? */
export const sameWriting = (later: NotedChange, earlier: NotedChange): boolean =>
  later.itemId === earlier.itemId &&
  [later, earlier, { before: earlier.before, after: later.after }].every(
    (change) => kindOfChange(change) === "written",
  );

/**
 * History as people read it, the latest first: what one person wrote in one place (`isSame`) in one sitting is one change, from how it stood
 * before the first save to how it stood after the last.
 */
export function sittings<Change extends Noted>(
  changes: readonly Change[],
  isSame: (later: Change, earlier: Change) => boolean,
): Sitting<Change>[] {
  const told: Sitting<Change>[] = [];
  for (const change of changes) {
    const later = told.at(-1);
    const together =
      later &&
      later.by === change.by &&
      isSame(later, change) &&
      later.begun.getTime() - change.at.getTime() < PAUSE;
    if (together)
      told[told.length - 1] = { ...later, before: change.before, first: change.revision, begun: change.at };
    else told.push({ ...change, first: change.revision, begun: change.at });
  }
  return told;
}
