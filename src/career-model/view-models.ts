/** Reading models: the list, and one version of one model in the layer that the reader may have (MOD-2, MOD-14). */
import type { Work } from "../platform/database/work.ts";
import type { Id } from "../shared/ids.ts";
import { addDays, type LocalDate } from "../shared/local-date.ts";
import { NotFound } from "../shared/result.ts";
import { settings } from "../organisation/store.ts";
import {
  mayAdopt,
  mayKeepTitles,
  mayReadDrafts,
  mayReadImpact,
  mayReadVersion,
  mayTakeIn,
  mayWriteModels,
  type ModelLayer,
} from "./access.ts";
import { isEditable, versionInForce, type ModelStatus, type VersionStatus } from "./life-cycle.rules.ts";
import { inForceFirst, publicLayer } from "./presentation.rules.ts";
import { qualityOf, type QualityPoint } from "./quality.rules.ts";
import type { LevelKind } from "./rules.ts";
import { adoptedContent } from "./adopted-content.ts";
import {
  decisions,
  levelsOf,
  modelBySlug,
  models,
  versionContent,
  type Decision,
  type ModelRow,
  type VersionContent,
  type VersionRow,
} from "./store.ts";

export type ModelSummary = {
  readonly slug: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly dormant: boolean;
  /** The version in force today; while there is none, the adopted one that will be first. */
  readonly adopted: { readonly number: number; readonly from: LocalDate; readonly isInForce: boolean } | null;
  /** Drafts that this reader works with. */
  readonly drafts: readonly { readonly number: number; readonly status: VersionStatus }[];
  /** The levels of the version that the model's page opens with. */
  readonly levels: readonly { readonly name: string; readonly kind: LevelKind }[];
};

export type ModelList = {
  readonly models: readonly ModelSummary[];
  readonly presentation: "rings" | "stairs";
  readonly mayWrite: boolean;
  /** May the reader take in what the organisation's associations endorse (MOD-2)? */
  readonly mayTakeIn: boolean;
  /** What the organisation calls its models. */
  readonly word: string;
};

/** The models that the reader can read something of: those adopted, and drafts for those who work with them. */
export async function viewModels(work: Work): Promise<ModelList> {
  const readable = (await models(work)).flatMap((model) => {
    if (model.status === "withdrawn") return [];
    const inForce = versionInForce(model.versions, work.today);
    const versions = inForceFirst(model.versions, inForce).filter(
      (version) => !isEditable(version.status) || mayReadDrafts(work.actor, model.professionId),
    );
    const coming = versions.filter((version) => !isEditable(version.status)).at(-1);
    return versions[0] ? [{ model, versions, first: versions[0], adopted: inForce ?? coming, inForce }] : [];
  });
  const levels = await levelsOf(
    work,
    readable.map(({ first }) => first.id),
  );
  const { presentation, modelWord } = await settings(work);
  return {
    models: readable.map(({ model, versions, first, adopted, inForce }) => ({
      slug: model.slug,
      nameSv: model.nameSv,
      nameEn: model.nameEn,
      dormant: model.status === "dormant",
      adopted: adopted?.inForceFrom
        ? { number: adopted.number, from: adopted.inForceFrom, isInForce: adopted === inForce }
        : null,
      drafts: versions
        .filter((version) => isEditable(version.status))
        .map(({ number, status }) => ({ number, status })),
      levels: levels.get(first.id) ?? [],
    })),
    presentation,
    mayWrite: mayWriteModels(work.actor),
    mayTakeIn: mayTakeIn(work.actor, work.tenant),
    word: modelWord,
  };
}

/** A version in the list of its model's versions. `lastDay` is the last day in force; null when none is set. */
export type VersionLine = Pick<VersionRow, "number" | "status" | "inForceFrom"> & {
  readonly lastDay: LocalDate | null;
};

export type ModelView = {
  readonly slug: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly status: ModelStatus;
  readonly professionId: Id;
  /** The association that it was taken in from; null for the organisation's own. */
  readonly origin: ModelRow["origin"];
  readonly layer: ModelLayer;
  readonly presentation: "rings" | "stairs";
  readonly version: VersionRow;
  readonly isInForce: boolean;
  /** The number of the version in force today, if any. */
  readonly inForce: number | null;
  readonly content: VersionContent;
  /** Who decided and on what is for those who work here; that and when it was decided, and where it is filed, for everyone. */
  readonly decision: (Pick<Decision, "decidedOn" | "diaryNumber"> & Partial<Decision>) | null;
  /** Every version that this reader may open, the one in force first. */
  readonly versions: readonly VersionLine[];
  readonly mayAdopt: boolean;
  /** How the reader takes part in writing the version; null for what is adopted, and for those who don't. */
  readonly mayEdit: "write" | "comment" | null;
  readonly mayKeepTitles: boolean;
  readonly mayReadHistory: boolean;
  /** May the reader see what the version asks of those who are placed (MOD-12)? */
  readonly mayReadImpact: boolean;
  /** What is worth another look in a draft, for those who write; null for everybody else, and for what is adopted. */
  readonly quality: readonly QualityPoint[] | null;
};

/** A model that the reader may open: the version in force today, and all that they may read, that one first. */
export async function readableModel(work: Work, slug: string) {
  const model = await modelBySlug(work, slug);
  if (!model || model.status === "withdrawn") throw new NotFound("model");
  const inForce = versionInForce(model.versions, work.today);
  const readable = inForceFirst(model.versions, inForce).filter(
    (version) => mayReadVersion(work.actor, { ...version, professionId: model.professionId }) !== null,
  );
  return { model, inForce, readable };
}

/** A version's text in the layer that the reader may have: of one that is or has been in force, as it is kept. */
export async function readVersion(work: Work, { professionId }: ModelRow, version: VersionRow) {
  const layer = mayReadVersion(work.actor, { ...version, professionId });
  const isKept = version.inForceFrom !== null && version.inForceFrom <= work.today;
  const content = layer && (await (isKept ? adoptedContent : versionContent)(work, version.id));
  if (!layer || !content) throw new NotFound("version");
  return { layer, content: layer === "internal" ? content : publicLayer(content) };
}

/**
 * A version of a model: the one in force unless `number` names another. Internal items are not part of what the public
 * layer hands out. Throws NotFound when there is none that the reader may have.
 */
export async function viewModel(work: Work, slug: string, number: number | null): Promise<ModelView> {
  const { model, inForce, readable } = await readableModel(work, slug);
  const version = number === null ? readable[0] : readable.find((each) => each.number === number);
  if (!version) throw new NotFound("version");
  const { layer, content } = await readVersion(work, model, version);
  const decision = (await decisions(work, model.id)).get(version.id) ?? null;
  return {
    slug,
    nameSv: model.nameSv,
    nameEn: model.nameEn,
    status: model.status,
    professionId: model.professionId,
    origin: model.origin,
    layer,
    presentation: (await settings(work)).presentation,
    version,
    isInForce: version.id === inForce?.id,
    inForce: inForce?.number ?? null,
    content,
    decision:
      decision && layer === "public"
        ? { decidedOn: decision.decidedOn, diaryNumber: decision.diaryNumber }
        : decision,
    versions: readable.map(({ number: each, status, inForceFrom, inForceTo }) => ({
      number: each,
      status,
      inForceFrom,
      lastDay: inForceTo && addDays(inForceTo, -1),
    })),
    mayAdopt: mayAdopt(work.actor) && isEditable(version.status),
    mayEdit: !isEditable(version.status)
      ? null
      : mayWriteModels(work.actor) && model.origin === null && version.status === "draft"
        ? "write"
        : "comment",
    mayKeepTitles: mayKeepTitles(work.actor),
    mayReadHistory: mayReadDrafts(work.actor, model.professionId),
    mayReadImpact: mayReadImpact(work.actor, work.tenant, model.professionId),
    quality:
      mayWriteModels(work.actor) && isEditable(version.status)
        ? qualityOf(content.structure, content.version)
        : null,
  };
}
