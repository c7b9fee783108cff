/** Brings in a version of a model from its file: the structure and the model too, the first time (MOD-1, MOD-2, MOD-3). */
import type { Work } from "../platform/database/work.ts";
import { newId, type Id } from "../shared/ids.ts";
import { done, NotFound, refused, type Result } from "../shared/result.ts";
import { professions } from "../organisation/store.ts";
import { mayWriteModels } from "./access.ts";
import { readModelFile, type ModelFile, type ModelFileCode } from "./model-file.ts";
import { modelBySlug, structureByName, type StructureRow } from "./store.ts";
import { addModel, addStructure, addVersion, identities } from "./version.store.ts";

export type AddVersionCode =
  | ModelFileCode
  | "unknown-profession"
  | "structure-differs"
  | "structure-of-model-differs"
  | "model-withdrawn"
  | "version-exists";

export type AddedVersion = { readonly slug: string; readonly number: number; readonly versionId: Id };

/** Reads the file and saves its version as a draft. Every reason against it at once; then nothing is saved. */
export async function addVersionFromFile(
  work: Work,
  text: string,
): Promise<Result<AddedVersion, AddVersionCode>> {
  if (!mayWriteModels(work.actor)) throw new NotFound("models");
  const read = readModelFile(text);
  return read.ok ? saveVersion(work, read.value) : read;
}

async function saveVersion(work: Work, file: ModelFile): Promise<Result<AddedVersion, AddVersionCode>> {
  const { profession: wanted, structure, version } = file;
  const profession = (await professions(work)).find(
    (each) => each.nameSv.toLowerCase() === wanted.name.toLowerCase(),
  );
  if (!profession) return refused({ code: "unknown-profession", data: { name: wanted.name } });

  const known = await structureByName(work, structure.name);
  if (known && !sameParts(known, structure))
    return refused({ code: "structure-differs", data: { name: structure.name } });
  const model = await modelBySlug(work, wanted.slug);
  if (model && model.structureId !== known?.id)
    return refused({ code: "structure-of-model-differs", data: { name: structure.name } });
  if (model?.status === "withdrawn") return refused({ code: "model-withdrawn" });
  if (model?.versions.some((each) => each.number === version.number))
    return refused({ code: "version-exists", data: { number: version.number } });

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
  const versionId = await addVersion(work, modelId, file, {
    structure: parts,
    ...(await identities(work, modelId)),
  });
  return done({ slug: wanted.slug, number: version.number, versionId });
}

/** MOD-1: models of one structure have the same levels and headings, in the same order. */
function sameParts(known: StructureRow, structure: ModelFile["structure"]): boolean {
  const keys = (parts: readonly { readonly key: string }[]) => parts.map((part) => part.key).join("\n");
  return keys(known.levels) === keys(structure.levels) && keys(known.headings) === keys(structure.headings);
}
