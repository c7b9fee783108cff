/** Handing in a sheet, declining the self-assessment, and opening both at the talk (ASM-1). Each is done once; once more is harmless and says so. */
import { managersOfPerson, tell } from "../notices/tell.ts";
import { NotFound, done, refused, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { heldRoom, may, type AssessmentAddress, type AssessmentRoom } from "./assessment-room.ts";
import { closedBecause, isSaid, opensByItself, type Side } from "./assessment.rules.ts";
import { saveEnded, saveOpened } from "./assessment.store.ts";
import { closeSheet, linesOf, nextSave } from "./sheet.store.ts";

export type HandInCode =
  "nothing-written" | "opened" | "ended" | "already-declined" | "already-in" | "both-first";

/** `again` when it had been done already. */
export type Done = { readonly again: boolean; readonly opened: boolean };

type Held = AssessmentRoom & { readonly side: Side };

const stateOf = ({ standing, side }: Held) => standing.sheets[side];

const hasWritten = async (work: Work, { assessment, side }: Held): Promise<boolean> =>
  (await linesOf(work, assessment.id, [side])).some(isSaid);

/** Hands in the actor's own sheet; when the other one is in, both are opened. A sheet in which nothing is said can't be handed in. */
export async function handIn(work: Work, address: AssessmentAddress): Promise<Result<Done, HandInCode>> {
  const room = await heldRoom(work, address);
  const { assessment, side, standing, actorId } = room;
  if (stateOf(room) === "handed-in") return done({ again: true, opened: standing.openedHow !== null });
  if (stateOf(room) === "declined") return refused({ code: "already-declined" });
  const closed = closedBecause(room.standing);
  if (closed) return refused({ code: closed });
  if (!may(room, "hand-in") || !(await hasWritten(work, room))) return refused({ code: "nothing-written" });
  await closeSheet(work, { assessmentId: assessment.id, side }, "handed-in", actorId);
  const opened = opensByItself(side, standing);
  if (opened) {
    await saveOpened(work, assessment.id, null);
    await tellOpened(work, assessment);
  }
  return done({ again: false, opened });
}

/** Each on their own page. */
async function tellOpened(work: Work, { id, personId }: Held["assessment"]): Promise<void> {
  await tell(work, "assessment-opened", { to: [personId], about: id, path: `/my/assessment/${id}` });
  const path = `/people/${personId}/assessment/${id}`;
  await tell(work, "assessment-opened", { to: await managersOfPerson(work, personId), about: id, path });
}

/** The person declines to assess themself: an answer as good as another. What they may have written stays their own. */
export async function declineSelfAssessment(
  work: Work,
  address: AssessmentAddress,
): Promise<Result<Done, HandInCode>> {
  const room = await heldRoom(work, address);
  const { assessment, side, actorId } = room;
  if (side !== "self") throw new NotFound("self-assessment");
  if (stateOf(room) === "declined") return done({ again: true, opened: false });
  if (stateOf(room) === "handed-in") return refused({ code: "already-in" });
  const closed = closedBecause(room.standing);
  if (closed) return refused({ code: closed });
  if (stateOf(room) === "not-begun")
    await nextSave(work, {
      assessmentId: assessment.id,
      side,
      personId: assessment.personId,
      authorId: actorId,
    });
  await closeSheet(work, { assessmentId: assessment.id, side }, "declined", actorId);
  return done({ again: false, opened: false });
}

/** The manager opens it at the talk, where there is no self-assessment: their own sheet is handed in with it, and who opened it and when is kept. */
export async function openAtTalk(work: Work, address: AssessmentAddress): Promise<Result<Done, HandInCode>> {
  const room = await heldRoom(work, address);
  const { assessment, side, standing, actorId } = room;
  if (side !== "manager") throw new NotFound("manager's assessment");
  if (standing.endedHow !== null) return refused({ code: "ended" });
  if (standing.openedHow !== null) return done({ again: true, opened: true });
  // With the self-assessment in, handing in one's own is the only way to it.
  if (standing.sheets.self === "handed-in") return refused({ code: "both-first" });
  if (!may(room, "open") || !(await hasWritten(work, room))) return refused({ code: "nothing-written" });
  if (stateOf(room) === "draft")
    await closeSheet(work, { assessmentId: assessment.id, side }, "handed-in", actorId);
  await saveOpened(work, assessment.id, actorId);
  await tellOpened(work, assessment);
  return done({ again: false, opened: true });
}

/** The manager ends it before it has been opened: nobody reads what the other had written. */
export async function cancelAssessment(
  work: Work,
  address: AssessmentAddress,
): Promise<Result<null, HandInCode>> {
  const room = await heldRoom(work, address);
  if (room.side !== "manager") throw new NotFound("manager's assessment");
  if (room.standing.endedHow === "cancelled") return done(null);
  const closed = closedBecause(room.standing);
  if (closed) return refused({ code: closed });
  await saveEnded(work, room.assessment.id, "cancelled", room.actorId);
  return done(null);
}
