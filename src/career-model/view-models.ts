/** Reading models: the list, and one version of one model in the layer that the reader may have (MOD-2, MOD-14). */
import type { Work } from "../platform/database/work.ts";
import { NotFound } from "../shared/result.ts";
import { settings } from "../organisation/store.ts";
import { mayAdopt, mayReadDrafts, mayReadVersion, mayWriteModels, type ModelLayer } from "./access.ts";
import { isEditable, versionInForce, type VersionStatus } from "./life-cycle.rules.ts";
import { inForceFirst, publicLayer } from "./presentation.rules.ts";
import {
  decisions,
  modelBySlug,
  models,
  versionContent,
  type Decision,
  type VersionContent,
  type VersionRow,
} from "./store.ts";

export type ModelSummary = {
  readonly slug: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly dormant: boolean;
  readonly inForce: { readonly number: number; readonly from: string } | null;
  /** Drafts that this reader works with. */
  readonly drafts: readonly { readonly number: number; readonly status: VersionStatus }[];
};

/** The models that the reader can read something of: those in force, and drafts for those who work with them. */
export async function viewModels(
  work: Work,
): Promise<{ models: ModelSummary[]; mayWrite: boolean; word: string }> {
  const all = await models(work);
  const summaries = all.flatMap((model): ModelSummary[] => {
    if (model.status === "withdrawn") return [];
    const current = versionInForce(model.versions, work.today);
    const drafts = mayReadDrafts(work.actor, model.professionId)
      ? model.versions.filter((version) => isEditable(version.status))
      : [];
    if (!current && drafts.length === 0) return [];
    return [
      {
        slug: model.slug,
        nameSv: model.nameSv,
        nameEn: model.nameEn,
        dormant: model.status === "dormant",
        inForce: current?.inForceFrom ? { number: current.number, from: current.inForceFrom } : null,
        drafts: drafts.map(({ number, status }) => ({ number, status })),
      },
    ];
  });
  return { models: summaries, mayWrite: mayWriteModels(work.actor), word: (await settings(work)).modelWord };
}

export type ModelView = {
  readonly slug: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly layer: ModelLayer;
  readonly presentation: "rings" | "stairs";
  readonly version: VersionRow;
  readonly isInForce: boolean;
  readonly content: VersionContent;
  readonly decision: Decision | null;
  /** Every version that this reader may open, the one in force first. */
  readonly versions: readonly Pick<VersionRow, "number" | "status" | "inForceFrom">[];
  readonly mayAdopt: boolean;
};

/**
 * A version of a model: the one in force unless `number` names another. Internal items are not part of what the public
 * layer hands out. Throws NotFound when there is none that the reader may have.
 */
export async function viewModel(work: Work, slug: string, number: number | null): Promise<ModelView> {
  const model = await modelBySlug(work, slug);
  if (!model || model.status === "withdrawn") throw new NotFound("model");
  const layerOf = (version: VersionRow) =>
    mayReadVersion(work.actor, { status: version.status, professionId: model.professionId });
  const inForce = versionInForce(model.versions, work.today);
  const readable = inForceFirst(model.versions, inForce).filter((version) => layerOf(version) !== null);
  const version = number === null ? readable[0] : readable.find((each) => each.number === number);
  const layer = version && layerOf(version);
  const content = version && (await versionContent(work, version.id));
  if (!version || !layer || !content) throw new NotFound("version");
  const decision = (await decisions(work, model.id)).get(version.id) ?? null;
  return {
    slug,
    nameSv: model.nameSv,
    nameEn: model.nameEn,
    layer,
    presentation: (await settings(work)).presentation,
    version,
    isInForce: version.id === inForce?.id,
    content: layer === "internal" ? content : publicLayer(content),
    decision,
    versions: readable.map(({ number: each, status, inForceFrom }) => ({
      number: each,
      status,
      inForceFrom,
    })),
    mayAdopt: mayAdopt(work.actor) && isEditable(version.status),
  };
}
