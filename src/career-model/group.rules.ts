/** Requirements that are met together (MOD-4): how they are laid out, and when a group can be met at all. */
import type { Reason } from "../shared/result.ts";
import {
  isRequirement,
  type ContentCode,
  type Item,
  type ModelVersion,
  type Place,
  type RequirementGroup,
} from "./rules.ts";

/** A line of a model as it is laid out: an item by itself, or a group with its members. */
export type Line =
  { readonly item: Item } | { readonly group: RequirementGroup; readonly lines: readonly Line[] };

/**
 * MOD-4: items as lines, each group standing where its first item does. What belongs to a group that isn't there, or to one
 * that is a member of itself, stands by itself.
 */
export function linesOf(items: readonly Item[], groups: readonly RequirementGroup[]): Line[] {
  const byKey = new Map(groups.map((group) => [group.key, group]));
  const circular = circularGroups(groups);
  const chain = (key: string | undefined): RequirementGroup[] => {
    const group = key === undefined ? undefined : byKey.get(key);
    return group && !circular.has(group.key) ? [...chain(group.groupKey), group] : [];
  };
  const root: Line[] = [];
  const linesIn = new Map<string, Line[]>();
  for (const item of items) {
    let lines = root;
    for (const group of chain(item.groupKey)) {
      let inside = linesIn.get(group.key);
      if (!inside) {
        inside = [];
        linesIn.set(group.key, inside);
        lines.push({ group, lines: inside });
      }
      lines = inside;
    }
    lines.push({ item });
  }
  return root;
}

/** The items of lines in the order that they are read in. */
export const itemsOf = (lines: readonly Line[]): Item[] =>
  lines.flatMap((line) => ("item" in line ? [line.item] : itemsOf(line.lines)));

/** The groups of lines in the order that they are read in, each before those within it. */
export const groupsOf = (lines: readonly Line[]): RequirementGroup[] =>
  lines.flatMap((line) => ("item" in line ? [] : [line.group, ...groupsOf(line.lines)]));

/** Which groups are, through others, members of themselves. */
function circularGroups(groups: readonly RequirementGroup[]): ReadonlySet<string> {
  const above = new Map(groups.map((group) => [group.key, group.groupKey]));
  const circular = new Set<string>();
  for (const { key } of groups) {
    const seen = new Set<string>();
    for (let at = above.get(key); at !== undefined && !seen.has(at); at = above.get(at)) {
      if (at === key) circular.add(key);
      seen.add(at);
    }
  }
  return circular;
}

const samePlace = (a: Place, b: Place): boolean =>
  a.levelKey === b.levelKey && a.trackKey === b.trackKey && a.headingKey === b.headingKey;

/** MOD-4: everything that is wrong with a version's groups, at once. `field` is the path within the version. */
export function checkGroups(version: Pick<ModelVersion, "groups" | "items">): Reason<ContentCode>[] {
  const { groups, items } = version;
  const byKey = new Map(groups.map((group) => [group.key, group]));
  const circular = circularGroups(groups);
  const reasons: Reason<ContentCode>[] = [];

  const checkMember = (field: string, member: Place & { readonly groupKey?: string }): void => {
    if (member.groupKey === undefined) return;
    const group = byKey.get(member.groupKey);
    const data = { group: member.groupKey };
    if (!group) reasons.push({ code: "unknown-group", field, data });
    else if (!samePlace(group, member)) reasons.push({ code: "group-elsewhere", field, data });
  };

  items.forEach((item, index) => {
    checkMember(`items.${index}.groupKey`, item);
    if (item.groupKey !== undefined && !isRequirement(item))
      reasons.push({
        code: "group-of-other-kind",
        field: `items.${index}.groupKey`,
        data: { item: item.key },
      });
  });

  /** Whether mandatory and for whom to read, of each requirement in the group and in those within it. */
  const manners = (key: string): Set<string> =>
    new Set([
      ...items.filter((item) => item.groupKey === key).map((item) => `${item.mandatory} ${item.visibility}`),
      ...groups.filter((group) => group.groupKey === key).flatMap((group) => [...manners(group.key)]),
    ]);

  groups.forEach((group, index) => {
    const field = `groups.${index}`;
    const data = { group: group.key };
    checkMember(`${field}.groupKey`, group);
    if (circular.has(group.key)) {
      reasons.push({ code: "group-circle", field: `${field}.groupKey`, data });
      return;
    }
    const members =
      items.filter((item) => item.groupKey === group.key).length +
      groups.filter((each) => each.groupKey === group.key).length;
    const needed = group.needed ?? Math.max(members, 1);
    if (!(Number.isInteger(needed) && needed > 0 && needed <= members))
      reasons.push({ code: "group-never-met", field: `${field}.needed`, data: { ...data, needed, members } });
    if (manners(group.key).size > 1) reasons.push({ code: "group-mixed", field, data });
  });
  return reasons;
}
