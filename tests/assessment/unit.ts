/** A unit to assess in: Rehab with its manager Karin and her deputy Dan, Vera above them, and a model with two headings at the level Skicklig. */
import type { sql } from "kysely";
import { viewAssessment } from "../../src/assessment/view-assessment.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { newId } from "../../src/shared/ids.ts";
import type { TestDatabase } from "../support/database.ts";
import { assessmentWorld } from "./world.ts";

export async function assessedUnit(database: Pick<TestDatabase, "db">) {
  const world = await assessmentWorld(database);
  const [judges, leads, listens] = [newId(), newId(), newId()];
  await world.revise(2, "2024-01-01", [
    { id: judges, text: "Bedömer sammansatta behov." },
    { id: newId(), text: "Kurs i handledning.", kind: "formal" },
    { id: newId(), text: "Tar emot studenter.", kind: "duty" },
    { id: leads, text: "Leder ett arbete i gruppen.", heading: "together", mandatory: false },
    { id: listens, text: "Lyssnar färdigt.", level: "basic" },
  ]);
  const vera = await world.person("Vera Ek");
  const karin = await world.person("Karin Öhman");
  const siv = await world.person("Siv Ny");
  const dan = await world.person("Dan Ask");
  await world.manage(vera, world.care);
  await world.manage(karin, world.rehab);
  await world.deputise(dan, world.rehab, { from: "2026-11-10", to: "2026-12-20" });
  await world.employ(karin, world.rehab, { from: "2022-01-01" });
  await world.employ(dan, world.rehab, { from: "2022-01-01" });

  let count = 0;
  async function employee() {
    count += 1;
    const who = await world.person(`Anna Berg${count}`);
    const employment = await world.employ(who, world.rehab, { from: "2022-01-01" });
    return { who, employment };
  }
  const view = (as: Actor | null, address: { personId: string; assessmentId: string }) =>
    world.as(as, (work) => viewAssessment(work, address));
  const direct = (statement: ReturnType<typeof sql>) => world.as(null, ({ tx }) => statement.execute(tx));
  const reads = (who: Actor) =>
    world.as(null, ({ tx }) =>
      tx.selectFrom("access_log").select(["what", "basis"]).where("account_id", "=", who.accountId).execute(),
    );
  return { world, judges, leads, vera, karin, siv, dan, employee, view, direct, reads };
}
