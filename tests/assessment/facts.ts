/** Facts about what people have shown and agreed, put in the placement tests' world as they would have become true. */
import type { World } from "../placement/world.ts";
import type { Question } from "../../src/assessment/met.store.ts";
import { newId, type Id } from "../../src/shared/ids.ts";

type Who = { readonly personId: Id };

export const course = (world: World, change: Partial<Question> = {}): Question => ({
  itemId: newId(),
  kind: "formal",
  type: "course",
  months: null,
  validMonths: null,
  professionId: world.physio,
  ...change,
});
export const demonstrated = (world: World): Question => course(world, { kind: "demonstrated", type: null });
export const experience = (world: World, months: number): Question =>
  course(world, { type: "experience", months });

/** A certificate that `by` checked the day after it was issued; `change` is in the table's own words. */
export async function show(
  world: World,
  { who, by }: { readonly who: Who; readonly by: Who },
  itemIds: readonly Id[],
  change: Record<string, unknown> & { readonly issued_on: string },
): Promise<Id> {
  const id = newId();
  await world.put("evidence", {
    id,
    person_id: who.personId,
    kind: "course",
    what: "Intyg",
    added_by: who.personId,
    created_at: `${change.issued_on}T08:00:00Z`,
    checked_on: change.issued_on,
    checked_by: by.personId,
    checked_as: "manager",
    how: "original-shown",
    ...change,
  });
  for (const item_id of itemIds) await world.put("evidence_requirement", { evidence_id: id, item_id });
  return id;
}

/** What hasn't been checked. */
export const UNCHECKED = { checked_on: null, checked_by: null, checked_as: null, how: null };

/** An assessment of which both have handed in and which was opened in 2020, as it stands when the two of them meet. */
export async function assessed(
  world: World,
  { who, by, authorityId }: { readonly who: Who; readonly by: Who; readonly authorityId: Id | null },
): Promise<{ agree: (itemId: Id, met: boolean, on: string, at?: string) => Promise<unknown> }> {
  const id = newId();
  await world.put("assessment", {
    id,
    person_id: who.personId,
    model_id: world.model.modelId,
    version_id: world.model.versionId,
    level_id: world.model.basic,
    unit_id: world.rehab,
    authority_id: authorityId,
    scale: ["Ja"],
    begun_on: "2020-01-01",
    begun_by: by.personId,
  });
  for (const [side, author] of [
    ["self", who],
    ["manager", by],
  ] as const)
    await world.put("assessment_sheet", {
      assessment_id: id,
      side,
      person_id: who.personId,
      author_id: author.personId,
      state: "handed-in",
      handed_in_at: "2020-01-02T08:00:00Z",
      handed_in_by: author.personId,
    });
  await world.as(null, ({ tx }) =>
    tx
      .updateTable("assessment")
      .set({ opened_on: "2020-01-02", opened_how: "both-in" })
      .where("id", "=", id)
      .execute(),
  );
  return {
    agree: (itemId, met, on, at = `${on}T09:00:00Z`) =>
      world.put("joint_outcome", {
        id: newId(),
        assessment_id: id,
        person_id: who.personId,
        item_id: itemId,
        met,
        decided_on: on,
        decided_by: by.personId,
        at,
      }),
  };
}
