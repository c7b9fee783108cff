/** An assessment where both have handed in, so that its page holds the two side by side. */
import { askedIn } from "../../src/assessment/asked.ts";
import { assessmentsOf } from "../../src/assessment/assessment.store.ts";
import { beginAssessment } from "../../src/assessment/begin-assessment.ts";
import { handIn } from "../../src/assessment/hand-in.ts";
import { statementsOf } from "../../src/assessment/statements.rules.ts";
import { writeSheet } from "../../src/assessment/write-sheet.ts";
import { findActor } from "../../src/identity/store.ts";
import { currentPlacements } from "../../src/placement/store.ts";
import { writePlace } from "../../src/placement/rules.ts";
import { dayOf } from "../../src/shared/local-date.ts";
import { work, type Work, type Workshop } from "../../src/platform/database/work.ts";
import type { Id } from "../../src/shared/ids.ts";
import { sure } from "../data/organisation.ts";
import { MEASURED } from "../installation.ts";

/** The employee's, by the manager: the one that is under way, or one that is begun at their own level and filled in by both. */
export async function heldMeeting(workshop: Workshop): Promise<{ readonly personId: Id; readonly id: Id }> {
  const as = <Value>(username: string, run: (unit: Work) => Promise<Value>): Promise<Value> =>
    work(
      workshop,
      {
        slug: MEASURED,
        actor: async (tx, { id }, now) => (await findActor(tx, id, username, dayOf(now))) ?? null,
      },
      run,
    );
  const personId = await as("employee", async ({ actor }) => {
    if (!actor?.personId) throw new Error("bench: the employee is nobody");
    return actor.personId;
  });
  const begun = await as("manager", async (unit) => {
    const under = (await assessmentsOf(unit, [personId])).find(({ endedOn }) => endedOn === null);
    if (under) return { id: under.id, isNew: false };
    const [placement] = await currentPlacements(unit, [personId], unit.today);
    if (!placement) throw new Error("bench: the employee is not placed");
    const { modelId, levelId, trackId } = placement;
    return {
      id: sure(await beginAssessment(unit, { personId, modelId, place: writePlace(levelId, trackId) })),
      isNew: true,
    };
  });
  if (begun.isNew)
    for (const side of ["employee", "manager"])
      await as(side, async (unit) => {
        const address = { personId, assessmentId: begun.id };
        const held = (await assessmentsOf(unit, [personId])).find(({ id }) => id === begun.id);
        if (!held) throw new Error("bench: the assessment is gone");
        const said = statementsOf(await askedIn(unit, held)).map(({ itemId }, index) => ({
          itemId,
          step: String((index + (side === "manager" ? 1 : 0)) % held.scale.length),
          words: index % 3 === 0 ? "Så gör jag varje vecka, med stöd av kollegorna." : "",
        }));
        sure(await writeSheet(unit, address, said, 0));
        sure(await handIn(unit, address));
      });
  return { personId, id: begun.id };
}
