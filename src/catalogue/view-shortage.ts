/** What the models in force ask for and nobody offers (MOD-13), to raise with a university. It tells of requirements, and of no people. */
import type { Work } from "../platform/database/work.ts";
import type { Id } from "../shared/ids.ts";
import { NotFound } from "../shared/result.ts";
import { shortageOf, type Shortage } from "./rules.ts";
import { wantedModels } from "./store.ts";

export type ModelShortage = Shortage & {
  readonly modelId: Id;
  readonly slug: string;
  readonly nameSv: string;
  readonly nameEn: string;
  /** How many public requirements there are in all, of those that are used. */
  readonly requirements: number;
};

export type ShortageView = {
  readonly organisation: string;
  /** Every model in force, to choose among. */
  readonly models: readonly Pick<ModelShortage, "slug" | "nameSv" | "nameEn">[];
  /** Those with something that nobody offers; the chosen one alone when one is chosen. */
  readonly shortages: readonly ModelShortage[];
};

/** For whoever is signed in. Requirements that are internal stay inside: the document is made to be sent. */
export async function viewShortage(work: Work, slug: string): Promise<ShortageView> {
  if (work.actor === null) throw new NotFound("shortage");
  const models = await wantedModels(work);
  if (slug !== "" && models.every((model) => model.slug !== slug)) throw new NotFound("model");
  const chosen = slug === "" ? models : models.filter((model) => model.slug === slug);
  const shortages = chosen.map(({ id: modelId, slug: own, nameSv, nameEn, wanted, groups, offered }) => ({
    modelId,
    slug: own,
    nameSv,
    nameEn,
    requirements: wanted.filter(({ isUsed }) => isUsed).length,
    ...shortageOf(wanted, groups, new Set(offered)),
  }));
  return {
    organisation: work.tenant.name,
    models: models.map(({ slug: own, nameSv, nameEn }) => ({ slug: own, nameSv, nameEn })),
    shortages: shortages.filter(({ formal, levels }) => formal.length + levels.length > 0),
  };
}
