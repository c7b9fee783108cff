/** The world of the placement tests with a version 2 of its model, in force since 2025, that asks for a licence, a course that is good for 23 months, and two years. */
import { newId, type Id } from "../../src/shared/ids.ts";
import { work } from "../../src/platform/database/work.ts";
import type { CheckDraft, EvidenceDraft } from "../../src/evidence/evidence.rules.ts";
import { placementWorld } from "../placement/world.ts";

export async function evidenceWorld(database: Parameters<typeof placementWorld>[0]) {
  const world = await placementWorld(database);
  const { put, model, slug, workshop } = world;
  const [version_id, heading_id, account] = [newId(), newId(), newId()];
  const structure = await work(workshop, { slug, actor: null }, ({ tx }) =>
    tx
      .selectFrom("structure")
      .select("id")
      .where("organisation_id", "=", world.organisation_id)
      .executeTakeFirstOrThrow(),
  );
  await put("structure_heading", {
    id: heading_id,
    structure_id: structure.id,
    key: "krav",
    position: 0,
    name: "Krav",
  });
  await put("model_version", { id: version_id, model_id: model.modelId, number: 2, status: "draft" });
  await put("version_level", { version_id, level_id: model.basic, position: 0, name: "Bas", kind: "core" });
  await put("version_heading", { version_id, heading_id, position: 0, name: "Krav" });
  const item = async (key: string, position: number, formal: object): Promise<Id> => {
    const item_id = newId();
    await put("item", {
      version_id,
      item_id,
      key,
      level_id: model.basic,
      heading_id,
      position,
      kind: "formal",
      mandatory: true,
      text: key,
      formal: JSON.stringify(formal),
    });
    return item_id;
  };
  const items = {
    licence: await item("Legitimation", 0, { type: "licence" }),
    course: await item("Förflyttning", 1, { type: "course", validMonths: 23 }),
    years: await item("Två år", 2, { type: "experience", months: 24 }),
  };
  await put("account", { id: account, username: "adopter-2", display_name: "Beslutsfattare" });
  await put("decision", {
    id: newId(),
    kind: "adopt",
    version_id,
    decided_by: account,
    decided_as: "HR-direktör",
    delegation: "4.2",
    decided_on: "2024-12-01",
    diary_number: "2024/1",
  });
  await work(workshop, { slug, actor: null }, async ({ tx }) => {
    await tx
      .updateTable("model_version")
      .set({ status: "superseded", in_force_to: "2025-01-01" })
      .where("id", "=", model.versionId)
      .execute();
    await tx
      .updateTable("model_version")
      .set({ status: "adopted", in_force_from: "2025-01-01" })
      .where("id", "=", version_id)
      .execute();
  });
  return { ...world, items };
}

export const COURSE: EvidenceDraft = {
  kind: "course",
  what: "Förflyttningskunskap",
  issuedOn: "2025-12-01",
  expiresOn: null,
  untilOn: null,
  professionId: null,
  seenWhere: "Jag tar med det.",
  itemIds: [],
};
export const SHOWN: CheckDraft = { how: "original-shown", checkedOn: "2026-11-22", source: "" };
