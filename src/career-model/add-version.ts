/** Brings in a version of a model from its file: the structure and the model too, the first time (MOD-1, MOD-2, MOD-3). */
import type { Work } from "../platform/database/work.ts";
import { newId, type Id } from "../shared/ids.ts";
import { done, NotFound, refused, type Reason, type Result } from "../shared/result.ts";
import { professions } from "../organisation/store.ts";
import { mayWriteModels } from "./access.ts";
import { noteEvent } from "./event.store.ts";
import { readModelFile, type ModelFile, type ModelFileCode } from "./model-file.ts";
import { modelBySlug } from "./store.ts";
import { addStructure } from "./keep-structure.ts";
import { presentParts, structureByName, type KeptStructure } from "./structure.store.ts";
import { addModel, addVersion, holdModels, identities, rewriteDraft } from "./version.store.ts";

export type AddVersionCode =
  | ModelFileCode
  | "unknown-profession"
  | "profession-of-model-differs"
  | "structure-differs"
  | "structure-of-model-differs"
  | "model-withdrawn"
  | "model-shared"
  | "version-exists"
  | "draft-exists";

export type AddedVersion = { readonly slug: string; readonly number: number; readonly versionId: Id };

/**
 * Reads the file and saves its version as a draft. Every reason against it at once; then nothing is saved. With
 * `replaceDraft` a draft of the same number is written anew, and its items keep their identities by their keys.
 */
export async function addVersionFromFile(
  work: Work,
  text: string,
  options: { readonly replaceDraft: boolean } = { replaceDraft: false },
): Promise<Result<AddedVersion, AddVersionCode>> {
  if (!mayWriteModels(work.actor)) throw new NotFound("models");
  const read = readModelFile(text);
  return read.ok ? saveVersion(work, read.value, options.replaceDraft) : read;
}

/** Saves a model that has been read as a draft: the structure and the model too, the first time. The caller has seen that this actor may write. */
export async function saveVersion(
  work: Work,
  file: ModelFile,
  replaceDraft: boolean,
): Promise<Result<AddedVersion, AddVersionCode>> {
  const { profession: wanted, structure, version } = file;
  await holdModels(work);
  const profession = (await professions(work)).find(
    (each) => each.nameSv.toLowerCase() === wanted.name.toLowerCase(),
  );
  const found = await structureByName(work, structure.name);
  const known = found && presentParts(found);
  const model = await modelBySlug(work, wanted.slug);
  const same = model?.versions.find((each) => each.number === version.number);
  const rewritten = replaceDraft && same?.status === "draft" ? same : undefined;

  const reasons: Reason<AddVersionCode>[] = [];
  const refuse = (code: AddVersionCode, data: Reason["data"] = {}) => reasons.push({ code, data });
  if (!profession) refuse("unknown-profession", { name: wanted.name });
  else if (model && model.professionId !== profession.id)
    refuse("profession-of-model-differs", { slug: wanted.slug, name: wanted.name });
  if (known && !sameParts(known, structure)) refuse("structure-differs", { name: structure.name });
  if (model && model.structureId !== known?.id)
    refuse("structure-of-model-differs", { name: structure.name });
  if (model?.status === "withdrawn") refuse("model-withdrawn");
  if (model?.origin) refuse("model-shared", { association: model.origin.name });
  if (same && !rewritten)
    refuse(same.status === "draft" ? "draft-exists" : "version-exists", { number: version.number });
  if (!profession || reasons.length > 0) return refused(...reasons);

  const parts = known ?? (await addStructure(work, structure));
  const modelId = model?.id ?? newId();
  if (!model)
    await addModel(work, {
      id: modelId,
      slug: wanted.slug,
      nameSv: wanted.name,
      nameEn: wanted.nameEn,
      structureId: parts.id,
      professionId: profession.id,
    });
  const writing = { structure, version, parts, known: await identities(work, modelId) };
  if (rewritten) await rewriteDraft(work, rewritten, writing);
  const versionId = rewritten?.id ?? (await addVersion(work, modelId, writing));
  await noteEvent(work, { kind: rewritten ? "rewritten" : "read", modelId, versionId });
  return done({ slug: wanted.slug, number: version.number, versionId });
}

/** MOD-1: models of one structure have the same levels and headings, in the same order. */
function sameParts(known: KeptStructure, structure: ModelFile["structure"]): boolean {
  const keys = (parts: readonly { readonly key: string }[]) => parts.map((part) => part.key).join("\n");
  return keys(known.levels) === keys(structure.levels) && keys(known.headings) === keys(structure.headings);
}
