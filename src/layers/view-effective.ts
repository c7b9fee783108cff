/** Reading the effective model (MOD-9): a version with the supplements that lie over it, for an organisation or one of its units. */
import { isId, type Id } from "../shared/ids.ts";
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { unitOn } from "../organisation/store.ts";
import { mayTakeIn } from "../career-model/access.ts";
import { mayCompareMembers, mayReadSupplement, mayWriteSupplement } from "./access.ts";
import { compose, type Effective, type LayerName } from "../career-model/compose.rules.ts";
import { endorsedVersions } from "./endorsed.store.ts";
import { modelBySlug, type VersionContent, type VersionRow } from "../career-model/store.ts";
import { layersOver, supplementUnits, supplementVersions } from "./store.ts";
import { baseToCarryTo } from "./life.rules.ts";
import { publicSupplement } from "../career-model/supplement.rules.ts";
import { dayOver } from "./view-supplement.ts";
import { viewModel, type ModelView } from "../career-model/view-models.ts";

/** Whether what has been added and clarified locally is shown, and for which unit. */
export type Locally = { readonly unitId: Id | null; readonly shown: boolean };

/** An effective model, with the database's ids for the levels and tracks that placements point at. */
export type EffectiveContent = Omit<VersionContent, "version"> & Effective;

/** What those who write and decide should know about the layers of a model. */
export type LayerNotes = {
  /** The base has this newer version, and the employer's supplement has yet to be carried over to it. */
  readonly carryTo: number | null;
  /** The association has withdrawn the model. It is still in force here. */
  readonly withdrawn: boolean;
  /** The association endorses this newer version, which hasn't been taken in. */
  readonly newer: number | null;
};

export type EffectiveModelView = Omit<ModelView, "content"> & {
  readonly content: EffectiveContent;
  readonly local: {
    /** The layers over the base, whether or not they are shown. */
    readonly layers: readonly LayerName[];
    readonly shown: boolean;
    readonly unitId: Id | null;
    /** The units that have a supplement, by name. */
    readonly units: readonly { readonly id: Id; readonly name: string }[];
    /** The units whose supplement is the reader's own to write. */
    readonly ownUnits: readonly { readonly id: Id; readonly name: string }[];
    readonly mayRead: boolean;
    /** May the reader hold the members' supplements side by side? */
    readonly mayCompare: boolean;
  };
  readonly notes: LayerNotes | null;
};

/** A version with what the layers of the organisation, and of the units in `unitIds` from the outermost inward, lay over it. */
export async function effectiveContent(
  work: Work,
  version: Pick<VersionRow, "id" | "inForceFrom">,
  content: VersionContent,
  unitIds: readonly Id[],
): Promise<EffectiveContent> {
  return compose(content, await layersOver(work, version.id, { day: dayOver(version, work), unitIds }));
}

/**
 * MOD-9: a version of a model as it holds here: the one in force unless `number` names another. What is internal isn't part of what the public is
 * handed, in any layer. Throws NotFound when there is no such version or unit for the reader.
 */
export async function viewEffectiveModel(
  work: Work,
  slug: string,
  number: number | null,
  { unitId, shown }: Locally,
): Promise<EffectiveModelView> {
  const model = await viewModel(work, slug, number);
  const { version, content, layer } = model;
  const units = (await supplementUnits(work, version.modelId)).filter((unit) => unit.isAdopted);
  const unit = unitId === null ? null : isId(unitId) ? await unitOn(work, unitId, work.today) : undefined;
  if (unit === undefined) throw new NotFound("unit");
  const layers = (
    await layersOver(work, version.id, { day: dayOver(version, work), unitIds: unit?.path ?? [] })
  ).map(({ by, content: said }) => ({ by, content: layer === "public" ? publicSupplement(said) : said }));
  const mayRead = mayReadSupplement(work.actor, work.tenant, {
    professionId: model.professionId,
    unitId: null,
  });
  return {
    ...model,
    content: compose(content, shown ? layers : []),
    local: {
      layers: layers.map(({ by }) => by),
      shown,
      unitId: unit?.id ?? null,
      units: units.map(({ id, name }) => ({ id, name })),
      ownUnits: await managedUnits(work),
      mayCompare: mayCompareMembers(work.actor, work.tenant) && model.isInForce,
      mayRead,
    },
    notes: model.isInForce && mayRead ? await layerNotes(work, slug) : null,
  };
}

/** More than this at once are opened from the supplement's page. */
const MOST_UNITS = 5;

async function managedUnits(work: Work): Promise<{ readonly id: Id; readonly name: string }[]> {
  const own = (work.actor?.manages ?? []).filter(({ unitId }) =>
    mayWriteSupplement(work.actor, work.tenant, unitId),
  );
  const units: { id: Id; name: string }[] = [];
  for (const { unitId } of own.slice(0, MOST_UNITS)) {
    const unit = await unitOn(work, unitId, work.today);
    if (unit) units.push({ id: unit.id, name: unit.name });
  }
  return units;
}

/** For those who may read the supplement. */
async function layerNotes(work: Work, slug: string): Promise<LayerNotes> {
  const model = await modelBySlug(work, slug);
  if (!model) throw new NotFound("model");
  const carryTo = baseToCarryTo(model.versions, await supplementVersions(work, model.id, null));
  const notes = { carryTo: carryTo?.number ?? null, withdrawn: false, newer: null };
  if (!model.origin || !mayTakeIn(work.actor, work.tenant)) return notes;
  const endorsed = (await endorsedVersions(work)).filter((each) => each.modelId === model.id);
  const newest = Math.max(...model.versions.map((each) => each.number));
  const newer = endorsed.find((each) => each.status !== "withdrawn" && each.number > newest);
  return {
    ...notes,
    withdrawn: endorsed.some((each) => each.status === "withdrawn"),
    newer: newer?.number ?? null,
  };
}
