/** Keeping the structures of an organisation's models (MOD-1): new ones, and changes that reach drafts and never what is adopted. */
import type { Work } from "../platform/database/work.ts";
import { isId, newId, type Id } from "../shared/ids.ts";
import { done, NotFound, refused, type Reason, type Result } from "../shared/result.ts";
import { mayWriteModels } from "./access.ts";
import { checkStructure } from "./check.rules.ts";
import { freeKey, keyOf } from "./key.rules.ts";
import type { ContentCode, Structure } from "./rules.ts";
import {
  draftsWithItemsIn,
  followInDrafts,
  insertStructure,
  presentParts,
  saveStructure,
  structureById,
  structures,
  type KeptStructure,
} from "./structure.store.ts";
import { holdModels } from "./version.store.ts";

/** A structure as it is written: a part that has a key is the one that has it, a new part has none. */
export type StructureText = Omit<Structure, "levels" | "headings"> & {
  readonly levels: readonly (Omit<Structure["levels"][number], "key"> & { readonly key: string | null })[];
  readonly headings: readonly (Omit<Structure["headings"][number], "key"> & {
    readonly key: string | null;
  })[];
};

export type StructureCode = ContentCode | "structure-name-taken" | "part-in-use" | "changed-by-other";

/** The organisation's structures as they are now. */
export async function viewStructures(work: Work): Promise<readonly KeptStructure[]> {
  if (!mayWriteModels(work.actor)) throw new NotFound("structures");
  return (await structures(work)).map(presentParts);
}

export async function viewStructure(work: Work, id: Id): Promise<KeptStructure> {
  const found = mayWriteModels(work.actor) && isId(id) ? await structureById(work, id) : undefined;
  if (!found) throw new NotFound("structure");
  return presentParts(found);
}

/** A new structure, all of it checked already. */
export async function addStructure(work: Work, structure: Structure): Promise<KeptStructure> {
  const id = await insertStructure(work, structure.name);
  const withIds = <Part>(parts: readonly Part[]) => parts.map((part) => ({ ...part, id: newId() }));
  await saveStructure(work, id, {
    ...structure,
    levels: withIds(structure.levels),
    headings: withIds(structure.headings),
  });
  const kept = await structureById(work, id);
  if (!kept) throw new Error("a structure is not there after it was added");
  return kept;
}

/** Keys for the parts that have none: of their names, and never one that another part has or has had. */
function withKeys<Part extends { readonly key: string | null; readonly name: string }>(
  parts: readonly Part[],
  had: readonly { readonly key: string }[],
  otherwise: string,
): (Omit<Part, "key"> & { readonly key: string })[] {
  const taken = new Set([...had.map(({ key }) => key), ...parts.flatMap(({ key }) => key ?? [])]);
  return parts.map((part) => {
    const key = part.key ?? freeKey(keyOf(part.name) || otherwise, taken);
    taken.add(key);
    return { ...part, key };
  });
}

/**
 * Writes a structure; a new one when `id` is null. `from` is the revision that it was read at. Its drafts follow. A level or heading
 * where a draft has items is not dropped until they have been placed elsewhere: the refusal says where they are.
 */
export async function writeStructure(
  work: Work,
  id: Id | null,
  text: StructureText,
  from: number,
): Promise<Result<Id, StructureCode>> {
  if (!mayWriteModels(work.actor)) throw new NotFound("structures");
  await holdModels(work);
  const all = await structures(work);
  const known = all.find((each) => each.id === id);
  if (id !== null && (!known || known.isShared)) throw new NotFound("structure");
  const structure: Structure = {
    ...text,
    levels: withKeys(text.levels, known?.levels ?? [], "niva"),
    headings: withKeys(text.headings, known?.headings ?? [], "rubrik"),
  };
  const reasons: Reason<StructureCode>[] = checkStructure(structure);
  if (known && known.revision !== from) reasons.push({ code: "changed-by-other", field: "name" });
  if (all.some((each) => each !== known && each.name.toLowerCase() === structure.name.toLowerCase()))
    reasons.push({ code: "structure-name-taken", field: "name", data: { name: structure.name } });
  const dropped = (["levels", "headings"] as const).flatMap((list) =>
    (known ? presentParts(known)[list] : [])
      .filter(({ key }) => !structure[list].some((part) => part.key === key))
      .map(({ id: part, key, name }) => ({ part, name, field: `${list}.${key}.dropped` })),
  );
  const filled = await draftsWithItemsIn(
    work,
    dropped.map((each) => each.part),
  );
  for (const { part, name, field } of dropped)
    for (const { nameSv, number, items } of filled.filter((each) => each.part === part))
      reasons.push({ code: "part-in-use", field, data: { part: name, model: nameSv, number, items } });
  if (reasons.length > 0) return refused(...reasons);
  if (!known) return done((await addStructure(work, structure)).id);
  const idIn = (kept: readonly { readonly id: Id; readonly key: string }[], key: string): Id =>
    kept.find((part) => part.key === key)?.id ?? newId();
  await saveStructure(work, known.id, {
    ...structure,
    levels: structure.levels.map((level) => ({ ...level, id: idIn(known.levels, level.key) })),
    headings: structure.headings.map((heading) => ({ ...heading, id: idIn(known.headings, heading.key) })),
  });
  await followInDrafts(work, known);
  return done(known.id);
}
