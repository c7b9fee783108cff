/** Reading what differs between two versions of a model (MOD-11). */
import type { Work } from "../platform/database/work.ts";
import { NotFound } from "../shared/result.ts";
import { mayReadImpact } from "./access.ts";
import {
  countsOf,
  difference,
  differenceByLevel,
  differenceOfGroups,
  differenceOfWhole,
  namesOf,
  type Counts,
  type GroupRow,
  type LevelRows,
  type PartNames,
  type TextRow,
} from "./difference.rules.ts";
import { isEditable } from "./life-cycle.rules.ts";
import type { VersionRow } from "./store.ts";
import { readableModel, readVersion } from "./view-models.ts";

export type DifferenceView = {
  readonly slug: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly before: VersionRow;
  readonly after: VersionRow;
  /** Every version that this reader may compare, the newest first. */
  readonly versions: readonly VersionRow[];
  readonly counts: Counts;
  readonly whole: readonly TextRow[];
  readonly groups: readonly GroupRow[];
  readonly levels: readonly LevelRows[];
  readonly names: PartNames;
  /** May the reader see what the two ask of those who are placed (MOD-12)? Nothing is held against a draft there. */
  readonly mayReadImpact: boolean;
};

/**
 * MOD-11: what differs between two versions of a model, in the layer that the reader may have. Unless they are named, the newest
 * is held against the one in force, or against the one before it. Throws NotFound when there are not two to read.
 */
export async function viewDifference(
  work: Work,
  slug: string,
  asked: { readonly from: number | null; readonly to: number | null },
): Promise<DifferenceView> {
  const { model, inForce, readable } = await readableModel(work, slug);
  const versions = readable.toSorted((a, b) => b.number - a.number);
  const numbered = (number: number) => versions.find((each) => each.number === number);
  const after = asked.to === null ? versions[0] : numbered(asked.to);
  const earlier = versions.filter((each) => after && each.number < after.number);
  const before =
    asked.from === null
      ? (earlier.find((each) => each.id === inForce?.id) ?? earlier[0])
      : numbered(asked.from);
  if (!after || !before) throw new NotFound("versions");
  const old = (await readVersion(work, model, before)).content;
  const next = (await readVersion(work, model, after)).content;
  const differing = difference(old, next);
  return {
    slug,
    nameSv: model.nameSv,
    nameEn: model.nameEn,
    before,
    after,
    versions,
    counts: countsOf(differing),
    whole: differenceOfWhole(old, next, differing),
    groups: differenceOfGroups(old, next),
    levels: differenceByLevel(old, next, differing),
    names: namesOf(old, next),
    mayReadImpact:
      before.id !== after.id &&
      !isEditable(before.status) &&
      mayReadImpact(work.actor, work.tenant, model.professionId),
  };
}
