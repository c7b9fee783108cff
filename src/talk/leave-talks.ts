/** What becomes of talks under way when somebody no longer works where they were booked (PRV-3, ORG-2): none is left waiting for a person who isn't there. */
import type { Facts } from "../shared/events.ts";
import type { Work } from "../platform/database/work.ts";
import { callOff } from "./call-to-talk.ts";
import { closesWhenLeft } from "./talk.rules.ts";
import { leftBehind, saveClosed } from "./talk.store.ts";
import { addEvent } from "./written.store.ts";

/** Handles "employments-changed". A last day that lies ahead cancels what was booked after it; what was put to the two closes when that day has passed. */
export const leaveTalks = (
  work: Work,
  { personIds }: Pick<Facts["employments-changed"], "personIds">,
): Promise<void> => closeLeft(work, personIds);

/** The same for everybody: for the days on which an end that was known beforehand becomes true. */
export const closeTalksOfLeft = (work: Work): Promise<void> => closeLeft(work, null);

async function closeLeft(work: Work, personIds: readonly string[] | null): Promise<void> {
  const left = await leftBehind(work, personIds);
  for (const talk of left) {
    const state = closesWhenLeft(talk) === "locked" ? "locked" : "cancelled";
    await addEvent(
      work,
      { talkId: talk.id, personId: talk.personId },
      { kind: state, by: null, revision: talk.record, details: { how: "left" } },
    );
    await saveClosed(work, talk.id, state, "left");
  }
  await callOff(
    work,
    left.filter(({ state }) => state === "planned"),
  );
}
