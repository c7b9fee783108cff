/** Taking in what an association endorses (MOD-2): read beside one's own, copied as a draft, and in force only by the member's own decision. */
import type { Id } from "../shared/ids.ts";
import { done, NotFound, refused, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { professions } from "../organisation/store.ts";
import { mayAdopt, mayTakeIn } from "../career-model/access.ts";
import { accountOf } from "./change-supplement.ts";
import { endorsedVersions, takeInEndorsed, type EndorsedVersion } from "./endorsed.store.ts";
import { isEditable, type VersionStatus } from "../career-model/life-cycle.rules.ts";
import { modelBySlug, models, type ModelWithVersions } from "../career-model/store.ts";
import { holdModels } from "../career-model/version.store.ts";

export type SharedModel = EndorsedVersion & {
  /** How it stands with the member: its own name for it, and its status; null when it hasn't been taken in. */
  readonly here: { readonly slug: string; readonly status: VersionStatus } | null;
  /** The member's profession that it is for; null when it has to be chosen. */
  readonly professionId: Id | null;
};

export type SharedModels = {
  readonly shared: readonly SharedModel[];
  readonly professions: readonly { readonly id: Id; readonly nameSv: string; readonly nameEn: string }[];
  readonly mayAdopt: boolean;
};

/** Everything that the organisation's associations endorse today, with how each stands here. */
export async function viewSharedModels(work: Work): Promise<SharedModels> {
  if (!mayTakeIn(work.actor, work.tenant)) throw new NotFound("shared models");
  const own = new Map((await models(work)).map((model) => [model.id, model]));
  const known = await professions(work);
  const named = new Map(known.map((each) => [each.nameSv.toLowerCase(), each.id]));
  const endorsed = (await endorsedVersions(work)).filter(({ status }) => status !== "withdrawn");
  return {
    shared: endorsed.map((each) => ({
      ...each,
      here: standing(own.get(each.modelId), each),
      professionId: own.get(each.modelId)?.professionId ?? named.get(each.profession.toLowerCase()) ?? null,
    })),
    professions: known.map(({ id, nameSv, nameEn }) => ({ id, nameSv, nameEn })),
    mayAdopt: mayAdopt(work.actor),
  };
}

function standing(model: ModelWithVersions | undefined, { versionId }: EndorsedVersion): SharedModel["here"] {
  const version = model?.versions.find(({ id }) => id === versionId);
  return model && version ? { slug: model.slug, status: version.status } : null;
}

export type TakeInCode = "not-endorsed" | "already-here" | "no-profession" | "draft-waiting";

/** Takes in an endorsed version as a draft. Returns the model's name here and the version's number. */
export async function takeInModel(
  work: Work,
  versionId: Id,
  chosenProfession: Id | null,
): Promise<Result<{ readonly slug: string; readonly number: number }, TakeInCode>> {
  if (!mayTakeIn(work.actor, work.tenant)) throw new NotFound("shared models");
  await holdModels(work);
  const { shared, professions: known } = await viewSharedModels(work);
  const wanted = shared.find((each) => each.versionId === versionId);
  if (!wanted) return refused({ code: "not-endorsed" });
  if (wanted.here) return refused({ code: "already-here" });
  const model = (await models(work)).find(({ id }) => id === wanted.modelId);
  const waiting = model?.versions.find(({ status }) => isEditable(status));
  if (waiting) return refused({ code: "draft-waiting", data: { number: waiting.number } });
  const professionId = wanted.professionId ?? chosenProfession;
  if (!known.some(({ id }) => id === professionId) || professionId === null)
    return refused({ code: "no-profession", field: `profession-${versionId}` });
  const slug = model?.slug ?? (await freeSlug(work, wanted.slug));
  await takeInEndorsed(work, wanted, { slug, professionId, accountId: accountOf(work) });
  return done({ slug, number: wanted.number });
}

/** The association's name for the model, with a number after it where the member has a model of that name. */
async function freeSlug(work: Work, wanted: string): Promise<string> {
  for (let number = 1; ; number++) {
    const slug = number === 1 ? wanted : `${wanted.slice(0, 76)}-${number}`;
    if (!(await modelBySlug(work, slug))) return slug;
  }
}
