/** Groups of requirements in a draft (MOD-4): made, changed and dissolved, always so that they can be met. */
import type { Work } from "../platform/database/work.ts";
import { isId, newId, type Id } from "../shared/ids.ts";
import { done, NotFound, refused, type Reason, type Result } from "../shared/result.ts";
import { mayWriteModels } from "../career-model/access.ts";
import { checkGroups } from "../career-model/group.rules.ts";
import {
  isRequirement,
  LIMITS,
  type ContentCode,
  type Place,
  type RequirementGroup,
} from "../career-model/rules.ts";
import { groupByKey, groupsAt, itemById, itemsAt, type DraftItem } from "./draft.store.ts";
import { deleteEmptyGroups, insertGroup, saveGroupOf, saveNeeded, saveParentOf } from "./group.store.ts";
import { groupChanges, groupStates, type GroupState } from "./frame.rules.ts";
import { noteFrame } from "./history.store.ts";
import { asMember, itemIn, samePlace } from "./item.rules.ts";
import { nextRevision, noteChanges, placeIds } from "./item.store.ts";
import { holdDraft, readDraft, type Draft, type DraftAddress, type HoldCode } from "./open-draft.ts";
import { headOf, type DraftHead } from "./view-draft.ts";

type KeptGroup = RequirementGroup & { readonly id: Id };

/** A group by its key, or a new one that begins with an item; `again` is the identity of one that was dissolved. */
export type GroupAddress = DraftAddress &
  ({ readonly group: string } | { readonly begunWith: Id; readonly again?: Id });

/** What can be met together at a place, and what is. */
type Around = {
  readonly place: Place;
  readonly group: KeptGroup | null;
  readonly items: readonly DraftItem[];
  readonly groups: readonly KeptGroup[];
};

async function around(work: Work, { version, frame }: Draft, address: GroupAddress): Promise<Around> {
  const group = "group" in address ? await groupByKey(work, version.id, address.group) : null;
  const item =
    "begunWith" in address && isId(address.begunWith)
      ? await itemById(work, version.id, address.begunWith)
      : undefined;
  const place = group ?? (item && isRequirement(item) ? item : undefined);
  if (!place) throw new NotFound("group");
  const { level_id: levelId, heading_id: headingId } = placeIds(frame, place);
  const items = await itemsAt(work, version.id, { levelId, headingId });
  const groups = await groupsAt(work, version.id, levelId);
  return {
    place,
    group: group ?? null,
    items: items.filter((each) => samePlace(each, place) && isRequirement(each)),
    groups: groups.filter((each) => samePlace(each, place)),
  };
}

export type GroupView = DraftHead &
  Omit<Around, "place"> & { readonly levelKey: string; readonly headingKey: string };

export async function viewGroup(work: Work, address: GroupAddress): Promise<GroupView> {
  const draft = await readDraft(work, address);
  if (!mayWriteModels(work.actor)) throw new NotFound("group");
  const { place, ...found } = await around(work, draft, address);
  return { ...headOf(draft), ...found, levelKey: place.levelKey, headingKey: place.headingKey };
}

/** Which items (by id) and groups (by key) are met together, and how many of them are enough; null is all. */
export type GroupText = {
  readonly items: readonly Id[];
  readonly groups: readonly string[];
  readonly needed: number | null;
};

export type GroupCode = HoldCode | ContentCode;

/** The field of the form that a fault is about. */
const FIELDS: Partial<Record<ContentCode, string>> = { "group-never-met": "needed" };

/**
 * Makes a group, or gives it other members and another count. Nobody has to take a member out of another group first: what is chosen
 * here belongs here. A group that can never be met, or that would be a member of itself, is refused.
 */
export async function writeGroup(
  work: Work,
  address: GroupAddress,
  text: GroupText,
): Promise<Result<Place, GroupCode>> {
  const held = await holdDraft(work, address);
  if (!held.ok) return held;
  const draft = held.value;
  const { place, group, items, groups } = await around(work, draft, address);
  const id = group?.id ?? ("again" in address ? address.again : undefined) ?? newId();
  const key = group?.key ?? `grupp-${id.slice(0, 8)}`;
  const { levelKey, trackKey, headingKey } = place;
  const wanted: KeptGroup = {
    id,
    levelKey,
    trackKey,
    headingKey,
    key,
    needed: text.needed,
    ...(group?.groupKey === undefined ? {} : { groupKey: group.groupKey }),
  };
  const members = items.filter((item) => text.items.includes(item.id));
  const within = groups.filter((each) => text.groups.includes(each.key));
  const inGroup = <Part extends { readonly groupKey?: string }>(part: Part, isMember: boolean) =>
    asMember(part, isMember ? key : part.groupKey === key ? undefined : part.groupKey);
  const itemsAfter = items.map((item) => inGroup(itemIn(item), members.includes(item)));
  const groupsAfter: readonly KeptGroup[] = [
    ...groups.filter((each) => each.key !== key).map((each) => inGroup(each, within.includes(each))),
    within.some((each) => each.key === key) ? { ...wanted, groupKey: key } : wanted,
  ];
  const reasons: Reason<GroupCode>[] = checkGroups({ groups: groupsAfter, items: itemsAfter })
    .filter((reason) => reason.data?.["group"] === key)
    .map(({ code, data = {} }) => ({
      code,
      data,
      field: data["members"] === 0 ? "items" : (FIELDS[code] ?? "items"),
    }));
  if (!group && groups.length >= LIMITS.groups)
    reasons.push({
      code: "too-many",
      field: "items",
      data: { max: LIMITS.groups, count: groups.length + 1 },
    });
  if (reasons.length > 0) return refused(...reasons);

  const versionId = draft.version.id;
  const revision = await nextRevision(work, versionId);
  if (group) await saveNeeded(work, versionId, id, text.needed);
  else await insertGroup(work, { versionId, frame: draft.frame }, id, wanted);
  const idsOf = (parts: readonly { readonly id: Id; readonly groupKey?: string }[]) =>
    parts.filter((part) => part.groupKey === key).map((part) => part.id);
  await saveGroupOf(work, versionId, idsOf(items), null);
  await saveGroupOf(
    work,
    versionId,
    members.map((item) => item.id),
    id,
  );
  await saveParentOf(work, versionId, idsOf(groups), null);
  await saveParentOf(
    work,
    versionId,
    within.map((each) => each.id),
    id,
  );
  await deleteEmptyGroups(work, versionId);
  const changed = items.map((item, index) => asMember(item, itemsAfter[index]?.groupKey));
  await noteFrame(
    work,
    { versionId, revision },
    groupChanges(groupStates(items, groups), groupStates(changed, groupsAfter)),
  );
  await noteChanges(
    work,
    { versionId, revision },
    items.flatMap((item, index) => {
      const after = itemsAfter[index];
      return after && after.groupKey !== item.groupKey
        ? [{ itemId: item.id, before: itemIn(item), after }]
        : [];
    }),
  );
  return done(place);
}

/** A group as it stands, with its members; null when there is none. */
export async function groupNow(
  work: Work,
  draft: Draft,
  address: DraftAddress & { readonly group: string },
): Promise<GroupState | null> {
  if (!(await groupByKey(work, draft.version.id, address.group))) return null;
  const { items, groups } = await around(work, draft, address);
  return groupStates(items, groups).find(({ key }) => key === address.group) ?? null;
}

/** The group's members stand for themselves again, or in the group that it was a member of. */
export async function dissolveGroup(
  work: Work,
  address: DraftAddress & { readonly group: string },
): Promise<Result<Place, GroupCode>> {
  const held = await holdDraft(work, address);
  if (!held.ok) return held;
  const { place, group, items, groups } = await around(work, held.value, address);
  if (!group) throw new NotFound("group");
  const versionId = held.value.version.id;
  const members = items.filter((item) => item.groupKey === group.key);
  const above = groups.find((each) => each.key === group.groupKey)?.id ?? null;
  const revision = await nextRevision(work, versionId);
  await saveGroupOf(
    work,
    versionId,
    members.map((item) => item.id),
    above,
  );
  await saveParentOf(
    work,
    versionId,
    groups.filter((each) => each.groupKey === group.key).map((each) => each.id),
    above,
  );
  await deleteEmptyGroups(work, versionId);
  const freed = <Part extends { readonly groupKey?: string }>(part: Part) =>
    asMember(part, part.groupKey === group.key ? group.groupKey : part.groupKey);
  await noteFrame(
    work,
    { versionId, revision },
    groupChanges(
      groupStates(items, groups),
      groupStates(items.map(freed), groups.filter((each) => each.key !== group.key).map(freed)),
    ),
  );
  await noteChanges(
    work,
    { versionId, revision },
    members.map((item) => {
      const before = itemIn(item);
      return { itemId: item.id, before, after: asMember(before, group.groupKey) };
    }),
  );
  return done(place);
}
