/** Taking what stands around a draft's items back to how it stood before a change (MOD-4, MOD-6): a new change, made as any other is. */
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import { done, NotFound, refused, type Result } from "../shared/result.ts";
import { itemById } from "./draft.store.ts";
import type { FramePart, GroupState, TrackText } from "./frame.rules.ts";
import { frameChangeAt } from "./history.store.ts";
import { samePlace } from "./item.rules.ts";
import { holdDraft, type Draft, type DraftAddress } from "./open-draft.ts";
import { removeTrack, writeIntro, writeLevelTexts, writeTrack, type FrameCode } from "./write-frame.ts";
import { dissolveGroup, groupNow, writeGroup, type GroupCode } from "./write-group.ts";

export type TakeBackCode = FrameCode | GroupCode | "nothing-left";

/** Which change of which part. */
export type FrameAddress = DraftAddress & {
  readonly part: FramePart;
  readonly key: string;
  readonly revision: number;
};

/**
 * Takes a part back to how it stood before the change of a revision, as far as what it needs is still there. What was removed comes back as the
 * same part; what wasn't there before the change is removed.
 */
export async function takeBackFrame(work: Work, address: FrameAddress): Promise<Result<null, TakeBackCode>> {
  const held = await holdDraft(work, address);
  if (!held.ok) return held;
  const draft = held.value;
  const change = Number.isInteger(address.revision)
    ? await frameChangeAt(work, draft.version.id, address)
    : undefined;
  if (!change) throw new NotFound("change");
  const { slug, number } = address;
  const { key } = change;
  const { frame } = draft;
  switch (change.part) {
    case "intro":
      return writeIntro(work, { slug, number }, change.before?.text ?? "", frame.intro);
    case "level": {
      const level = frame.levels.find((each) => each.key === key);
      if (!level) return refused({ code: "nothing-left" });
      const now = { intro: level.intro, onward: level.onward.join("\n") };
      return writeLevelTexts(work, { slug, number, level: key }, change.before ?? now, now);
    }
    case "track": {
      const now = frame.tracks.find((each) => each.key === key);
      if (!change.before) return now ? removeTrack(work, { slug, number, track: key }) : done(null);
      const { id, name, levels } = change.before;
      const known: TrackText = now ?? { name: "", levels: [] };
      const track = now ? key : null;
      return writeTrack(work, { slug, number, track, again: { id, key } }, { name, levels }, known);
    }
    case "group":
      return takeGroupBack(work, draft, { slug, number }, key, change.before);
  }
}

async function takeGroupBack(
  work: Work,
  draft: Draft,
  address: DraftAddress,
  key: string,
  before: GroupState | null,
): Promise<Result<null, TakeBackCode>> {
  const now = await groupNow(work, draft, { ...address, group: key });
  if (!before) return then(now ? await dissolveGroup(work, { ...address, group: key }) : done(null));
  const text = { items: before.items.map(({ id }) => id), groups: before.groups, needed: before.needed };
  if (now) return then(await writeGroup(work, { ...address, group: key }, text));
  const first = await firstLeft(work, draft, before);
  if (first === null) return refused({ code: "nothing-left" });
  const parent =
    before.groupKey === undefined
      ? null
      : await groupNow(work, draft, { ...address, group: before.groupKey });
  const made = await writeGroup(work, { ...address, begunWith: first, again: before.id }, text);
  if (!made.ok || !parent) return then(made);
  // It was a member of another group, whose members its own have been since.
  const left = parent.items.filter(({ id }) => !text.items.includes(id)).map(({ id }) => id);
  return then(
    await writeGroup(
      work,
      { ...address, group: parent.key },
      { items: left, groups: [...parent.groups, key], needed: parent.needed },
    ),
  );
}

/** The first of its items that still stands where the group did. */
async function firstLeft(work: Work, { version }: Draft, group: GroupState): Promise<Id | null> {
  for (const { id } of group.items) {
    const item = await itemById(work, version.id, id);
    if (item && samePlace(item, group)) return id;
  }
  return null;
}

const then = <Code extends string>(result: Result<unknown, Code>): Result<null, Code> =>
  result.ok ? done(null) : result;
