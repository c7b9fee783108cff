/** The world of the placement tests with something to assess: versions of its model with demonstrated requirements under two headings, decided from a day. */
import type { Work } from "../../src/platform/database/work.ts";
import { work } from "../../src/platform/database/work.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import { beginAssessment } from "../../src/assessment/begin-assessment.ts";
import type { AssessmentAddress } from "../../src/assessment/assessment-room.ts";
import { handIn } from "../../src/assessment/hand-in.ts";
import { writeSheet } from "../../src/assessment/write-sheet.ts";
import type { Actor } from "../../src/shared/actor.ts";
import type { TestDatabase } from "../support/database.ts";
import { placementWorld } from "../placement/world.ts";

export { TODAY } from "../placement/world.ts";

/** An item of a version: at the level Skicklig under "Arbetet" unless it says otherwise. */
export type TestItem = {
  readonly id: Id;
  readonly text: string;
  readonly kind?: "demonstrated" | "formal" | "duty";
  readonly level?: "basic" | "skilled" | "expert";
  readonly heading?: "work" | "together";
  readonly mandatory?: boolean;
};

export async function assessmentWorld(database: Pick<TestDatabase, "db">) {
  const world = await placementWorld(database);
  const { model, put, workshop, slug, organisation_id } = world;
  const headings = { work: newId(), together: newId() };
  const inTenant = <T>(run: (work: Work) => Promise<T>) => work(workshop, { slug, actor: null }, run);
  const structure = await inTenant(({ tx }) =>
    tx.selectFrom("structure").select("id").executeTakeFirstOrThrow(),
  );
  const named = Object.entries(headings);
  for (const [position, [key, id]] of named.entries())
    await put("structure_heading", {
      id,
      structure_id: structure.id,
      key,
      position,
      name: key === "work" ? "Arbetet" : "Tillsammans",
    });

  /** Decides a version with these items, in force from the day. */
  const revise = async (number: number, from: string, items: readonly TestItem[]): Promise<Id> => {
    const version_id = newId();
    const account = newId();
    await put("account", { id: account, username: `adopter-${number}`, display_name: "Beslutsfattare" });
    await put("model_version", { id: version_id, model_id: model.modelId, number, status: "draft" });
    await inTenant(async ({ tx }) => {
      for (const table of ["version_level", "version_track", "version_track_level"] as const) {
        const rows = await tx
          .selectFrom(table)
          .selectAll()
          .where("version_id", "=", model.versionId)
          .execute();
        await tx
          .insertInto(table)
          .values(rows.map((row) => ({ ...row, version_id })) as never)
          .execute();
      }
    });
    for (const [position, [key, heading_id]] of named.entries())
      await put("version_heading", {
        version_id,
        heading_id,
        position,
        name: key === "work" ? "Arbetet" : "Tillsammans",
      });
    for (const [position, item] of items.entries()) {
      const kind = item.kind ?? "demonstrated";
      await put("item", {
        version_id,
        item_id: item.id,
        key: `i-${item.id}`,
        level_id: model[item.level ?? "skilled"],
        heading_id: headings[item.heading ?? "work"],
        position,
        kind,
        mandatory: kind === "duty" ? null : (item.mandatory ?? true),
        text: item.text,
        formal: kind === "formal" ? JSON.stringify({ type: "course" }) : null,
      });
    }
    await put("decision", {
      id: newId(),
      kind: "adopt",
      version_id,
      decided_by: account,
      decided_as: "HR-direktör",
      delegation: "4.2",
      decided_on: from,
      diary_number: `${from}/1`,
    });
    await inTenant(async ({ tx }) => {
      await tx
        .updateTable("model_version")
        .set({ status: "superseded", in_force_to: from })
        .where("status", "=", "adopted")
        .execute();
      await tx
        .updateTable("model_version")
        .set({ status: "adopted", in_force_from: from })
        .where("id", "=", version_id)
        .execute();
    });
    return version_id;
  };

  /** Begins one of the person at the level, as somebody; gives its address. */
  const begin = async (as: Actor, of: { readonly personId: Id }, level: "basic" | "skilled" = "skilled") => {
    const begun = await world.as(as, (unit) =>
      beginAssessment(unit, { personId: of.personId, modelId: model.modelId, place: model[level] }),
    );
    if (!begun.ok) throw new Error(JSON.stringify(begun.reasons));
    return { personId: of.personId, assessmentId: begun.value };
  };
  type Address = Awaited<ReturnType<typeof begin>>;
  const write = (
    as: Actor,
    address: Address,
    said: Readonly<Record<Id, readonly [step: string, words?: string]>>,
    { heading = "work", from = 1000 }: { heading?: string; from?: number } = {},
  ) =>
    world.as(as, (unit) =>
      writeSheet(
        unit,
        { ...address, headingKey: heading },
        Object.entries(said).map(([itemId, [step, words = ""]]) => ({ itemId, step, words })),
        from,
      ),
    );
  const give = (as: Actor, address: AssessmentAddress) => world.as(as, (unit) => handIn(unit, address));
  return { ...world, organisation_id, headings, revise, begin, write, handIn: give };
}
