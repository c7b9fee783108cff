/** A municipality with a structure of two levels and a draft begun from nothing in it, and those who write and read there. */
import { beginModel } from "../../src/model-editor/begin-model.ts";
import type { DraftItem } from "../../src/model-editor/draft.store.ts";
import type { ItemWords } from "../../src/career-model/rules.ts";
import { moveItem, removeItem, takeBack } from "../../src/model-editor/place-item.ts";
import { viewItem, viewLevel } from "../../src/model-editor/view-draft.ts";
import { addItem, writeItem } from "../../src/model-editor/write-item.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import type { TestDatabase } from "../support/database.ts";
import { modelWorld, type World } from "../career-model/world.ts";

/** A duty that says this. */
export const duty = (text: string): ItemWords => ({
  kind: "duty",
  mandatory: null,
  text,
  visibility: "public",
});
/** A mandatory requirement that says this. */
export const demand = (text: string): ItemWords => ({
  kind: "demonstrated",
  mandatory: true,
  text,
  visibility: "public",
});

export const KRAV = { levelKey: "bas", trackKey: null, headingKey: "krav" } as const;
export const UPPGIFTER = { levelKey: "bas", trackKey: null, headingKey: "uppgifter" } as const;

/** A structure with the levels Bas and Erfaren and the headings Krav and Uppgifter. */
export async function addStructureTo({ organisationId, as }: World): Promise<Id> {
  const id = newId();
  await as(null, async ({ tx }) => {
    const of = { organisation_id: organisationId };
    await tx
      .insertInto("structure")
      .values({ ...of, id, name: "Gemensam" })
      .execute();
    for (const [position, name] of ["Bas", "Erfaren"].entries())
      await tx
        .insertInto("structure_level")
        .values({
          ...of,
          id: newId(),
          structure_id: id,
          key: name.toLowerCase(),
          position,
          name,
          short_text: `Nivån ${name}`,
          kind: "core",
        })
        .execute();
    for (const [position, name] of ["Krav", "Uppgifter"].entries())
      await tx
        .insertInto("structure_heading")
        .values({ ...of, id: newId(), structure_id: id, key: name.toLowerCase(), position, name })
        .execute();
  });
  return id;
}

export async function draftWorld(database: Pick<TestDatabase, "db">) {
  const world = await modelWorld(database);
  const professionId = await world.profession("Provare");
  const structureId = await addStructureTo(world);
  const colleague = await world.account("Kalle Kollega", "process_lead");
  const begun = await world.as(world.lead, (work) =>
    beginModel(work, { nameSv: "Provare", nameEn: "Tester", professionId, structureId }),
  );
  if (!begun.ok) throw new Error("the model was not begun");
  const address = { slug: begun.value.slug, number: 1 };
  const at = (itemId: Id) => ({ ...address, itemId });

  return {
    ...world,
    professionId,
    structureId,
    colleague,
    address,
    at,
    add: async (text: string, place: typeof KRAV | typeof UPPGIFTER = UPPGIFTER): Promise<Id> => {
      const words = place === KRAV ? demand(text) : duty(text);
      const added = await world.as(world.lead, (work) => addItem(work, address, { ...place, ...words }));
      if (!added.ok) throw new Error(JSON.stringify(added.reasons));
      return added.value;
    },
    item: (itemId: Id, actor: Actor | null = world.lead) =>
      world.as(actor, (work) => viewItem(work, at(itemId))),
    texts: async (level = "bas"): Promise<readonly string[]> => {
      const { items } = await world.as(world.lead, (work) =>
        viewLevel(work, { ...address, level, heading: null, page: 1 }),
      );
      return items.map((item) => item.text);
    },
    items: async (level = "bas"): Promise<readonly DraftItem[]> =>
      (await world.as(world.lead, (work) => viewLevel(work, { ...address, level, heading: null, page: 1 })))
        .items,
    write: (itemId: Id, text: string, revision: number, actor: Actor | null = world.lead) =>
      world.as(actor, (work) => writeItem(work, at(itemId), { text }, revision)),
    move: (itemId: Id, to: Parameters<typeof moveItem>[2], actor: Actor | null = world.lead) =>
      world.as(actor, (work) => moveItem(work, at(itemId), to)),
    remove: (itemId: Id, revision: number) =>
      world.as(world.lead, (work) => removeItem(work, at(itemId), revision)),
    takeBack: (itemId: Id, revision: number) =>
      world.as(world.lead, (work) => takeBack(work, at(itemId), revision)),
  };
}

export type DraftWorld = Awaited<ReturnType<typeof draftWorld>>;
