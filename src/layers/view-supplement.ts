/** Reading a supplement (MOD-9, MOD-16): the employer's to a model, or a unit's, with what it stands on and what may be done with it. */
import type { Id } from "../shared/ids.ts";
import { isId } from "../shared/ids.ts";
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { unitOn, unitTree } from "../organisation/store.ts";
import { mayAdopt } from "../career-model/access.ts";
import { mayReadSupplement, mayWriteSupplement } from "./access.ts";
import { compose, type Effective, type LayerName } from "../career-model/compose.rules.ts";
import {
  modelBySlug,
  versionContent,
  type ModelWithVersions,
  type VersionRow,
} from "../career-model/store.ts";
import { layersOver, supplementContent, supplementVersions, type SupplementVersion } from "./store.ts";
import { baseToBegin, baseToCarryTo, openDraft } from "./life.rules.ts";
import { EMPTY_SUPPLEMENT, type Freedom, type SupplementContent } from "../career-model/supplement.rules.ts";
import type { Text } from "../career-model/difference.rules.ts";
import { holdModels } from "../career-model/version.store.ts";

/** A supplement as it stands: to which model, whose it is, and all its versions. */
export type Supplement = {
  readonly model: ModelWithVersions;
  readonly unit: { readonly id: Id; readonly name: string; readonly path: readonly Id[] } | null;
  /** The newest first. */
  readonly versions: readonly SupplementVersion[];
  readonly draft: SupplementVersion | null;
  /** What the draft is pinned to, or what a new one would be. */
  readonly base: VersionRow;
  /** A newer version of the base, that what there is has yet to be carried over to. */
  readonly carryTo: VersionRow | null;
  readonly freedom: Freedom;
};

/** The supplement at a model for those who take part in it; `unitId` is null for the employer's. Throws NotFound for others. */
export async function readSupplement(work: Work, slug: string, unitId: Id | null): Promise<Supplement> {
  const model = await modelBySlug(work, slug);
  if (!model || model.status === "withdrawn" || (unitId !== null && !isId(unitId)))
    throw new NotFound("supplement");
  const of = { professionId: model.professionId, unitId };
  if (!mayReadSupplement(work.actor, work.tenant, of)) throw new NotFound("supplement");
  const unit = unitId === null ? null : await unitOn(work, unitId, work.today);
  const versions = await supplementVersions(work, model.id, unitId);
  const draft = openDraft(versions);
  const base = draft
    ? model.versions.find((version) => version.id === draft.baseVersionId)
    : baseToBegin(model.versions, work.today);
  if (unit === undefined || !base) throw new NotFound("supplement");
  return {
    model,
    unit,
    versions,
    draft,
    base,
    carryTo: baseToCarryTo(model.versions, versions),
    freedom: { adaptable: model.adaptable, isUnit: unit !== null },
  };
}

/** The text of a base version, which a supplement can't change. */
export async function baseText(work: Work, versionId: Id) {
  const content = await versionContent(work, versionId);
  if (!content) throw new NotFound("version");
  return content;
}

export type SupplementView = Pick<Supplement, "versions" | "draft" | "base" | "carryTo" | "freedom"> & {
  readonly slug: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly unit: { readonly id: Id; readonly name: string } | null;
  readonly by: LayerName;
  readonly today: SupplementVersion | null;
  /** What the draft says; without one, what was last adopted. */
  readonly content: SupplementContent;
  readonly text: Text;
  /** The base with the layers below this one, and this one's draft. */
  readonly effective: Effective;
  /** The newest version, when something of it was carried over from an earlier base (MOD-10). */
  readonly carriedId: Id | null;
  readonly mayWrite: boolean;
  /** It is out for consultation, and isn't written on until it has been taken back. */
  readonly isAsked: boolean;
  readonly mayAdopt: boolean;
};

export async function viewSupplement(
  work: Work,
  slug: string,
  unitId: Id | null,
  hold = false,
): Promise<SupplementView> {
  if (hold) await holdModels(work);
  const supplement = await readSupplement(work, slug, unitId);
  const { model, unit, versions, draft, base } = supplement;
  const current = latestOn(versions, base.id);
  const shown = draft ?? current;
  const content = shown ? await supplementContent(work, shown.id) : EMPTY_SUPPLEMENT;
  const text = await baseText(work, base.id);
  const by: LayerName = unit ? { of: "unit", name: unit.name } : { of: "employer" };
  const below = unit
    ? await layersOver(work, base.id, { day: dayOver(base, work), unitIds: unit.path.slice(0, -1) })
    : [];
  return {
    slug,
    nameSv: model.nameSv,
    nameEn: model.nameEn,
    unit: unit && { id: unit.id, name: unit.name },
    by,
    versions,
    draft,
    base,
    carryTo: supplement.carryTo,
    freedom: supplement.freedom,
    today: current,
    content,
    text: { structure: text.structure, version: text.version },
    effective: compose({ structure: text.structure, version: text.version }, [...below, { by, content }]),
    carriedId: carriedFrom(versions) ? (versions[0]?.id ?? null) : null,
    mayWrite: mayWriteSupplement(work.actor, work.tenant, unitId),
    isAsked: draft?.status === "consultation",
    mayAdopt: mayAdopt(work.actor) && draft !== null,
  };
}

/** The version that was last adopted on this base; null for none. */
export const latestOn = (
  versions: readonly SupplementVersion[],
  baseVersionId: Id,
): SupplementVersion | null =>
  versions.find((version) => version.inForceFrom !== null && version.baseVersionId === baseVersionId) ?? null;

/** The day to ask which layers lie over a version: today, or its first day when that is still to come. */
export const dayOver = ({ inForceFrom }: Pick<VersionRow, "inForceFrom">, { today }: Pick<Work, "today">) =>
  inForceFrom !== null && inForceFrom > today ? inForceFrom : today;

/** Does the newest version build on another base than the one before it? */
const carriedFrom = ([newest, former]: readonly SupplementVersion[]): boolean =>
  newest !== undefined && former !== undefined && newest.baseVersionId !== former.baseVersionId;

/** The units that the reader may open a supplement for, in the order of the tree; none from a unit's own page. */
export async function unitsToSupplement(
  work: Work,
  { unit }: Pick<SupplementView, "unit">,
): Promise<{ readonly id: Id; readonly name: string; readonly depth: number }[]> {
  if (unit) return [];
  return (await unitTree(work, work.today))
    .filter(({ id }) => mayWriteSupplement(work.actor, work.tenant, id))
    .map(({ id, name, depth }) => ({ id, name, depth }));
}
