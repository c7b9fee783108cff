/** What stands around the items of a draft, as history has it: its introduction, its levels' texts, its tracks (MOD-6) and its groups (MOD-4). */
import type { Id } from "../shared/ids.ts";
import type { RequirementGroup } from "../career-model/rules.ts";

/** A level's texts; `onward` is one way on a line. */
export type LevelTexts = { readonly intro: string; readonly onward: string };

export type TrackText = { readonly name: string; readonly levels: readonly string[] };

/** A group with its members: the items by id, with the words they had, and the groups by key. */
export type GroupState = RequirementGroup & {
  readonly id: Id;
  readonly items: readonly { readonly id: Id; readonly text: string }[];
  readonly groups: readonly string[];
};

export const FRAME_PARTS = ["intro", "level", "track", "group"] as const;
export type FramePart = (typeof FRAME_PARTS)[number];

type States = {
  readonly intro: { readonly text: string };
  readonly level: LevelTexts;
  readonly track: TrackText & { readonly id: Id };
  readonly group: GroupState;
};

/** A part before and after a change; null where it wasn't there. `key` is the part's own, empty for the introduction. */
export type FrameChange = {
  readonly [Part in FramePart]: {
    readonly part: Part;
    readonly key: string;
    readonly before: States[Part] | null;
    readonly after: States[Part] | null;
  };
}[FramePart];

type Member = { readonly id: Id; readonly text: string; readonly groupKey?: string };
type Grouped = RequirementGroup & { readonly id: Id };

/** The groups that have a member, as they stand. One that has lost its last member is gone. */
export function groupStates(items: readonly Member[], groups: readonly Grouped[]): GroupState[] {
  const held = groups.filter(({ key }) => [...items, ...groups].some(({ groupKey }) => groupKey === key));
  if (held.length < groups.length) return groupStates(items, held);
  return groups.map((group) => ({
    ...group,
    items: items.filter(({ groupKey }) => groupKey === group.key).map(({ id, text }) => ({ id, text })),
    groups: groups.filter(({ groupKey }) => groupKey === group.key).map(({ key }) => key),
  }));
}

const sameGroup = (a: GroupState, b: GroupState): boolean =>
  a.needed === b.needed &&
  a.groupKey === b.groupKey &&
  a.items.map(({ id }) => id).join() === b.items.map(({ id }) => id).join() &&
  a.groups.join() === b.groups.join();

/** The groups that were made, changed or dissolved from one moment to another. */
export function groupChanges(before: readonly GroupState[], after: readonly GroupState[]): FrameChange[] {
  const keys = new Set([...before, ...after].map(({ key }) => key));
  return [...keys].flatMap((key): FrameChange[] => {
    const was = before.find((each) => each.key === key) ?? null;
    const is = after.find((each) => each.key === key) ?? null;
    return was && is && sameGroup(was, is) ? [] : [{ part: "group", key, before: was, after: is }];
  });
}

/** A change as history has it. `revision` is the draft's after it. */
export type NotedFrameChange = FrameChange & {
  readonly revision: number;
  readonly by: string;
  readonly at: Date;
};
