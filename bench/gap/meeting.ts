/** Two who have met: an assessment where both have handed in, so that its page holds the two side by side, and a talk that is held, with that assessment beside. */
import { askedIn } from "../../src/assessment/asked.ts";
import { assessmentsOf } from "../../src/assessment/assessment.store.ts";
import { beginAssessment } from "../../src/assessment/begin-assessment.ts";
import { handIn } from "../../src/assessment/hand-in.ts";
import { statementsOf } from "../../src/assessment/statements.rules.ts";
import { writeSheet } from "../../src/assessment/write-sheet.ts";
import { findActor } from "../../src/identity/store.ts";
import { currentPlacements } from "../../src/placement/store.ts";
import { writePlace } from "../../src/placement/rules.ts";
import { personRoom } from "../../src/placement/person-room.ts";
import { addDays, dayOf } from "../../src/shared/local-date.ts";
import { bookRound } from "../../src/talk/book-round.ts";
import { holdTalk } from "../../src/talk/hold-talk.ts";
import { talksOf } from "../../src/talk/talk.store.ts";
import { work, type Work, type Workshop } from "../../src/platform/database/work.ts";
import type { Id } from "../../src/shared/ids.ts";
import { sure } from "../data/organisation.ts";
import { MEASURED } from "../installation.ts";

type As = <Value>(username: string, run: (unit: Work) => Promise<Value>) => Promise<Value>;

const actingIn =
  (workshop: Workshop): As =>
  (username, run) =>
    work(
      workshop,
      {
        slug: MEASURED,
        actor: async (tx, now) => (await findActor(tx, username, dayOf(now))) ?? null,
      },
      run,
    );

/** The employee's, by the manager: the one that is under way, or one that is begun at their own level and filled in by both. */
export async function heldMeeting(workshop: Workshop): Promise<{ readonly personId: Id; readonly id: Id }> {
  const as = actingIn(workshop);
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

/** The employee's talk: the one that is held, or one that is booked and held today. */
export async function heldTalk(workshop: Workshop, personId: Id): Promise<Id> {
  return actingIn(workshop)("manager", async (unit) => {
    const talks = await talksOf(unit, [personId]);
    const known = talks.find(({ state }) => state === "held")?.id;
    if (known !== undefined) return known;
    const [unitId] = (await personRoom(unit, personId)).unitIds;
    if (unitId === undefined) throw new Error("bench: the employee works nowhere");
    const time = { personId, day: addDays(unit.today, 1), at: "09:00" };
    const { booked } = sure(
      await bookRound(unit, unitId, { kind: "development", minutes: "60", place: "Rum 3", times: [time] }),
    );
    const talkId = booked.get(personId);
    if (talkId === undefined) throw new Error("bench: the talk isn't booked");
    sure(await holdTalk(unit, { personId, talkId }, { heldOn: unit.today }));
    return talkId;
  });
}
