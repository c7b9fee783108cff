/** Reading a draft as it is written: as a whole, one level, one item, and what has been done with it. */
import type { Work } from "../platform/database/work.ts";
import { isId } from "../shared/ids.ts";
import { NotFound } from "../shared/result.ts";
import { mayAdopt, mayReadImpact, mayWriteModels } from "../career-model/access.ts";
import type { VersionStatus } from "../career-model/life-cycle.rules.ts";
import { qualityOf } from "../career-model/quality.rules.ts";
import type { ItemKind, RequirementGroup } from "../career-model/rules.ts";
import { versionContent } from "../career-model/store.ts";
import { commentsOn, type Comment } from "./comment.store.ts";
import {
  countsOf,
  groupsAt,
  itemById,
  itemsAt,
  itemsOf,
  type DraftItem,
  type Frame,
  type FrameLevel,
} from "./draft.store.ts";
import { allChanges, type DraftChange } from "./history.store.ts";
import { sameWriting, sittings, type NotedChange, type Sitting } from "./item.rules.ts";
import { changesOf, idsAt } from "./item.store.ts";
import { readDraft, type Draft, type DraftAddress } from "./open-draft.ts";
import { leftToDo, type LeftToDo } from "./standing.rules.ts";
import type { ItemAddress } from "./write-item.ts";

/** What every page of a draft says of it. */
export type DraftHead = {
  readonly slug: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly number: number;
  readonly status: VersionStatus;
  readonly frame: Frame;
  readonly mayWrite: boolean;
  readonly mayComment: boolean;
};

export const headOf = ({ model, version, frame, mayWrite, mayComment }: Draft): DraftHead => ({
  slug: model.slug,
  nameSv: model.nameSv,
  nameEn: model.nameEn,
  number: version.number,
  status: version.status,
  frame,
  mayWrite,
  mayComment,
});

/** How many items and open comments stand at a level and heading. */
export type Count = {
  readonly levelKey: string;
  readonly headingKey: string;
  readonly items: number;
  readonly comments: number;
  readonly kind: ItemKind;
};

async function counts(work: Work, { version, frame }: Draft): Promise<Count[]> {
  const levels = new Map(frame.levels.map(({ id, key }) => [id, key]));
  const headings = new Map(frame.headings.map(({ id, key }) => [id, key]));
  return (await countsOf(work, version.id)).map(({ levelId, headingId, ...count }) => ({
    levelKey: levels.get(levelId) ?? "",
    headingKey: headings.get(headingId) ?? "",
    ...count,
  }));
}

export type DraftView = DraftHead & {
  readonly counts: readonly Count[];
  readonly left: readonly LeftToDo[];
  /** How many things are worth another look. */
  readonly quality: number;
  readonly mayAdopt: boolean;
  /** May the reader see what it would ask of those who are placed (MOD-12)? */
  readonly mayReadImpact: boolean;
};

export async function viewDraft(work: Work, address: DraftAddress): Promise<DraftView> {
  const draft = await readDraft(work, address);
  const content = await versionContent(work, draft.version.id);
  if (!content) throw new NotFound("version");
  const { structure, version } = content;
  return {
    ...headOf(draft),
    counts: await counts(work, draft),
    left: leftToDo(structure, version),
    quality: qualityOf(structure, version).length,
    mayAdopt: mayAdopt(work.actor) && draft.mayComment,
    mayReadImpact: mayReadImpact(work.actor, work.tenant, draft.model.professionId),
  };
}

/** More items than this are not shown at once. */
const MOST = 200;

export type LevelView = DraftHead & {
  readonly level: FrameLevel;
  readonly counts: readonly Count[];
  /** The one heading that is shown, where a level holds too much for one page; null when all of it is. */
  readonly heading: string | null;
  readonly items: readonly DraftItem[];
  readonly groups: readonly RequirementGroup[];
  readonly page: number;
  readonly pages: number;
  readonly pageSize: number;
};

/** One level with its items; of one heading, a page at a time, where there are many. */
export async function viewLevel(
  work: Work,
  address: DraftAddress & { readonly level: string; readonly heading: string | null; readonly page: number },
): Promise<LevelView> {
  const draft = await readDraft(work, address);
  const { frame, version } = draft;
  const level = frame.levels.find((each) => each.key === address.level);
  if (!level) throw new NotFound("level");
  const all = await counts(work, draft);
  const here = all.filter((count) => count.levelKey === level.key);
  const total = here.reduce((sum, { items }) => sum + items, 0);
  const asked = frame.headings.find((each) => each.key === address.heading);
  const heading = total > MOST ? (asked ?? frame.headings[0]) : undefined;
  const items = await itemsAt(work, version.id, { levelId: level.id, headingId: heading?.id ?? null });
  return {
    ...headOf(draft),
    level,
    counts: all,
    heading: heading?.key ?? null,
    items: items.slice((address.page - 1) * MOST, address.page * MOST),
    groups: await groupsAt(work, version.id, level.id),
    page: address.page,
    pages: Math.max(1, Math.ceil(items.length / MOST)),
    pageSize: MOST,
  };
}

/** A page of a draft's items, for those who take part in it: numbered from 1. */
export async function viewDraftItems(
  work: Work,
  address: DraftAddress,
  page: { readonly number: number; readonly size: number },
): Promise<{ readonly items: readonly DraftItem[]; readonly total: number }> {
  const { version } = await readDraft(work, address);
  return itemsOf(work, version.id, { limit: page.size, offset: (page.number - 1) * page.size });
}

/** How far back an item's history is read at once. */
const CHANGES = 200;

export type ItemView = DraftHead & {
  readonly itemId: string;
  /** Null when it has been removed. */
  readonly item: DraftItem | null;
  /** Its place among those that stand where it does, from 1, and how many they are. */
  readonly position: number;
  readonly beside: number;
  readonly groups: readonly RequirementGroup[];
  readonly comments: readonly Comment[];
  readonly mayResolve: boolean;
  readonly history: readonly Sitting[];
  /** Who last wrote in it, and when; null when it is as it was when the draft was begun, or came from a file. */
  readonly written: Pick<NotedChange, "by" | "at"> | null;
};

export async function viewItem(work: Work, address: ItemAddress): Promise<ItemView> {
  const draft = await readDraft(work, address);
  const { itemId } = address;
  if (!isId(itemId)) throw new NotFound("item");
  const { frame, version } = draft;
  const item = await itemById(work, version.id, itemId);
  const changes = await changesOf(work, version.id, { itemId, limit: CHANGES });
  if (!item && changes.length === 0) throw new NotFound("item");
  const ids = item ? await idsAt(work, version.id, frame, item) : [];
  const level = frame.levels.find((each) => each.key === item?.levelKey);
  return {
    ...headOf(draft),
    itemId,
    item: item ?? null,
    position: ids.indexOf(itemId) + 1,
    beside: ids.length,
    groups: level ? await groupsAt(work, version.id, level.id) : [],
    comments: await commentsOn(work, version.id, itemId),
    mayResolve: draft.mayComment && mayWriteModels(work.actor),
    history: sittings(changes, sameWriting),
    written: changes.find((change) => change.revision === item?.revision) ?? null,
  };
}

const PAGE_SIZE = 50;

export type DraftHistory = DraftHead & {
  readonly changes: readonly Sitting<DraftChange>[];
  readonly page: number;
  readonly isLast: boolean;
};

/** Are both changes of the same words: of one item, of the introduction or of a level? Tracks and groups are changed, not written. */
const sameWords = (a: DraftChange, b: DraftChange): boolean =>
  a.part === "item"
    ? b.part === "item" && sameWriting(a, b)
    : (a.part === "intro" || a.part === "level") && a.part === b.part && a.key === b.key;

/** What has been done in a draft, with its items and around them, the latest first. */
export async function viewDraftHistory(
  work: Work,
  address: DraftAddress,
  page: number,
): Promise<DraftHistory> {
  const draft = await readDraft(work, address);
  const changes = await allChanges(work, draft.version.id, {
    limit: PAGE_SIZE + 1,
    offset: (page - 1) * PAGE_SIZE,
  });
  return {
    ...headOf(draft),
    changes: sittings(changes.slice(0, PAGE_SIZE), sameWords),
    page,
    isLast: changes.length <= PAGE_SIZE,
  };
}
