/** What an employer doesn't use of the model (MOD-9). */
import type { Actor } from "../../src/shared/actor.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import type { placementWorld } from "../placement/world.ts";

type World = Pick<Awaited<ReturnType<typeof placementWorld>>, "as" | "put" | "model">;

/** Puts a supplement of the employer's in force that leaves these levels and tracks of the version unused. */
export async function leaveUnused(
  { as, put, model }: World,
  of: {
    readonly parts: readonly ({ readonly level_id: Id } | { readonly track_id: Id })[];
    readonly reason: string;
    readonly from: string;
    readonly by: Actor;
  },
): Promise<void> {
  const [supplement_id, supplement_version_id] = [newId(), newId()];
  await as(null, ({ tx }) =>
    tx.updateTable("career_model").set({ adaptable: true }).where("id", "=", model.modelId).execute(),
  );
  const { id: base_version_id } = await as(null, ({ tx }) =>
    tx
      .selectFrom("model_version")
      .select("id")
      .where("model_id", "=", model.modelId)
      .where("in_force_from", "<=", of.from)
      .orderBy("in_force_from", "desc")
      .limit(1)
      .executeTakeFirstOrThrow(),
  );
  await put("supplement", { id: supplement_id, model_id: model.modelId, unit_id: null });
  await put("supplement_version", {
    id: supplement_version_id,
    supplement_id,
    model_id: model.modelId,
    number: 1,
    base_version_id,
    status: "draft",
    begun_by: of.by.accountId,
    created_at: new Date(),
  });
  for (const part of of.parts)
    await put("unused_mark", { supplement_version_id, base_version_id, reason: of.reason, ...part });
  await put("decision", {
    id: newId(),
    kind: "adopt",
    supplement_version_id,
    decided_by: of.by.accountId,
    decided_as: "HR-direktör",
    delegation: "4.2",
    decided_on: of.from,
    diary_number: "2026/1",
  });
  await as(null, ({ tx }) =>
    tx
      .updateTable("supplement_version")
      .set({ status: "adopted", in_force_from: of.from })
      .where("id", "=", supplement_version_id)
      .execute(),
  );
}
