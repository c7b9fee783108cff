/** Beginning a model from nothing (MOD-1, MOD-2): its first version, an empty draft with its structure's levels and headings. */
import type { Work } from "../platform/database/work.ts";
import { isId, newId, type Id } from "../shared/ids.ts";
import { done, NotFound, refused, type Reason, type Result } from "../shared/result.ts";
import { professions } from "../organisation/store.ts";
import { mayWriteModels } from "../career-model/access.ts";
import { checkText } from "../career-model/check.rules.ts";
import { noteEvent } from "../career-model/event.store.ts";
import { freeKey, keyOf } from "../career-model/key.rules.ts";
import { LIMITS, type ContentCode } from "../career-model/rules.ts";
import { models } from "../career-model/store.ts";
import { presentParts, structureById, structures } from "../career-model/structure.store.ts";
import { addModel, addVersion, holdModels } from "../career-model/version.store.ts";

export type NewModel = {
  readonly nameSv: string;
  readonly nameEn: string;
  readonly professionId: Id;
  readonly structureId: Id;
};

export type BeginCode = ContentCode | "no-profession" | "no-structure" | "name-taken";

/** What a new model can be chosen among: the organisation's professions and structures. */
export async function viewBeginning(work: Work) {
  if (!mayWriteModels(work.actor)) throw new NotFound("models");
  const [all, shapes] = [await professions(work), await structures(work)];
  return {
    professions: all.map(({ id, nameSv }) => ({ id, name: nameSv })),
    structures: shapes.map(presentParts).map(({ id, name, levels }) => ({
      id,
      name,
      levels: levels.map((level) => level.name),
    })),
  };
}

/** Begins the model; its name in addresses is made of its Swedish name, and is never changed. */
export async function beginModel(work: Work, input: NewModel): Promise<Result<{ slug: string }, BeginCode>> {
  if (!mayWriteModels(work.actor)) throw new NotFound("models");
  await holdModels(work);
  const existing = await models(work);
  const found = isId(input.structureId) ? await structureById(work, input.structureId) : undefined;
  const structure = found && presentParts(found);
  const reasons: Reason<BeginCode>[] = [
    ...checkText("nameSv", input.nameSv, LIMITS.name),
    ...checkText("nameEn", input.nameEn, LIMITS.name),
  ];
  if (existing.some((model) => model.status !== "withdrawn" && same(model.nameSv, input.nameSv)))
    reasons.push({ code: "name-taken", field: "nameSv", data: { name: input.nameSv } });
  if (!(await professions(work)).some((each) => each.id === input.professionId))
    reasons.push({ code: "no-profession", field: "profession" });
  if (!structure) reasons.push({ code: "no-structure", field: "structure" });
  if (!structure || reasons.length > 0) return refused(...reasons);

  const modelId = newId();
  // "new" and "begin" are addresses of pages of their own.
  const taken = new Set(["new", "begin", ...existing.map((model) => model.slug)]);
  const slug = freeKey(keyOf(input.nameSv) || "modell", taken);
  const { nameSv, nameEn, professionId } = input;
  await addModel(work, { id: modelId, slug, nameSv, nameEn, structureId: structure.id, professionId });
  const versionId = await addVersion(work, modelId, {
    structure,
    parts: structure,
    version: { number: 1, intro: "", levelIntros: [], tracks: [], groups: [], items: [], onward: [] },
    known: { items: new Map(), groups: new Map(), tracks: new Map() },
  });
  await noteEvent(work, { kind: "created", modelId, versionId });
  return done({ slug });
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
