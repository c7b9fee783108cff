/** Beginning a revision (MOD-2): a draft with the text of any version, under the model's next number. */
import type { Work } from "../platform/database/work.ts";
import { NotFound } from "../shared/result.ts";
import { mayWriteModels } from "./access.ts";
import { noteEvent } from "./event.store.ts";
import { revisedShape } from "./revision.rules.ts";
import { modelBySlug, versionContent } from "./store.ts";
import { presentParts, structureByName } from "./structure.store.ts";
import { addVersion, holdModels, identities } from "./version.store.ts";

/** The number of the draft that was begun, in its structure as it is now. Every item in it is the same item as in the version that it was begun from (MOD-5). */
export async function beginRevision(work: Work, slug: string, from: number): Promise<number> {
  if (!mayWriteModels(work.actor)) throw new NotFound("models");
  await holdModels(work);
  const model = await modelBySlug(work, slug);
  const origin = model?.versions.find((each) => each.number === from);
  const content = origin && (await versionContent(work, origin.id));
  const parts = content && (await structureByName(work, content.structure.name));
  if (!model || model.origin || model.status === "withdrawn" || !content || !parts)
    throw new NotFound("version");
  const number = Math.max(...model.versions.map((each) => each.number)) + 1;
  const { structure, version: text } = revisedShape(presentParts(parts), content);
  const version = { ...text, number };
  const known = await identities(work, model.id);
  const versionId = await addVersion(work, model.id, { structure, version, parts, known });
  await noteEvent(work, { kind: "begun", modelId: model.id, versionId, begunFrom: from });
  return number;
}
