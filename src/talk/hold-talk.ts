/** Holding a talk: it is opened, what the two agree is written down, and put to both with what it rests on as it stands (TLK-1, TLK-2). */
import { isDeepStrictEqual } from "node:util";
import { isDay } from "../shared/local-date.ts";
import { done, refused, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { settings } from "../organisation/store.ts";
import { openAtTalk } from "../assessment/hand-in.ts";
import { may as mayAssess } from "../assessment/assessment-room.ts";
import { checkWords } from "../placement/rules.ts";
import { withdrawReminder } from "./call-to-talk.ts";
import { askToConfirm, closeIfDone } from "./confirm-talk.ts";
import type { Snapshot } from "./snapshot.rules.ts";
import { snapshotOf, talkAssessments } from "./take-snapshot.ts";
import { heldTalk, type TalkAddress } from "./talk-room.ts";
import { LONGEST_AGREED, checkHeldOn, type ClosedHow } from "./talk.rules.ts";
import { saveHeld } from "./talk.store.ts";
import { addEvent, addRecord, agreedOf, saveAgreed, writtenIn } from "./written.store.ts";

export type HoldCode =
  | "missing"
  | "not-a-day"
  | "day-in-future"
  | "before-booking"
  | "gone-on"
  | "too-long"
  | "bad-character"
  | "changed-by-other"
  | "waits-above";

/**
 * Opens the talk on the day that it was held: both preparations are open to both, and the manager's assessment where the employee's isn't handed in (ASM-1). An assessment that the manager has written nothing in
 * stays as it is. Once more changes nothing.
 */
export async function holdTalk(
  work: Work,
  address: TalkAddress,
  typed: { readonly heldOn: string },
): Promise<Result<null, HoldCode>> {
  const { talk, doer, may } = await heldTalk(work, address, "hold");
  if (talk.state === "held") return done(null);
  if (!may) return refused({ code: "gone-on" });
  if (typed.heldOn === "") return refused({ code: "missing", field: "heldOn" });
  if (!isDay(typed.heldOn)) return refused({ code: "not-a-day", field: "heldOn" });
  const wrong = checkHeldOn(typed.heldOn, { today: work.today, bookedOn: talk.bookedOn });
  if (wrong)
    return refused({ code: wrong, field: "heldOn", data: { today: work.today, booked: talk.bookedOn } });
  await saveHeld(work, talk.id, { heldOn: typed.heldOn, heldBy: doer.id });
  await addEvent(work, { talkId: talk.id, personId: talk.personId }, { kind: "held", by: doer });
  await withdrawReminder(work, talk);
  if (talk.kind !== "pay")
    for (const room of await talkAssessments(work, talk)) {
      const assessment = { personId: talk.personId, assessmentId: room.assessment.id };
      // Of a profession that the person has left, the manager is nobody's any longer: there is nothing to open.
      if (mayAssess(room, "open")) await openAtTalk(work, { ...assessment, side: "manager" });
    }
  return done(null);
}

export type TypedAgreed = {
  readonly agreed: string;
  /** The number of the save that it was read at. */
  readonly revision: number;
};

/** Saves what the two agree, without putting it to anybody: the manager holds the pen, and the employee reads it on their own page when it is put to them. */
export async function writeAgreed(
  work: Work,
  address: TalkAddress,
  typed: TypedAgreed,
): Promise<Result<null, HoldCode>> {
  const { talk, doer, may } = await heldTalk(work, address, "write");
  const agreed = typed.agreed.replaceAll("\r\n", "\n").trim();
  if (agreed === (await agreedOf(work, talk.id))) return done(null);
  if (!may) return refused({ code: talk.view?.toAbove ? "waits-above" : "gone-on" });
  if (typed.revision !== talk.agreedRevision) return refused({ code: "changed-by-other", field: "agreed" });
  const reasons = agreed === "" ? [] : checkWords("agreed", agreed, LONGEST_AGREED);
  if (reasons.length > 0) return refused(...reasons);
  await saveAgreed(work, talk.id, agreed, doer.id);
  return done(null);
}

/** Do they say the same, on whichever day? The one is as it was read from what is kept, which leaves out what is absent. */
const isSameThen = (kept: Snapshot, now: Snapshot): boolean =>
  isDeepStrictEqual({ ...kept, on: now.on }, JSON.parse(JSON.stringify(now)));

/** Takes back what has been changed since the text was put to both: it is what they read that stands. */
export async function restoreAgreed(work: Work, address: TalkAddress): Promise<Result<null, HoldCode>> {
  const { talk, may } = await heldTalk(work, address, "write");
  const { record } = await writtenIn(work, talk.id, []);
  if (!may || !record) return refused({ code: talk.view?.toAbove ? "waits-above" : "gone-on" });
  return writeAgreed(work, address, { agreed: record.agreed, revision: talk.agreedRevision });
}

/**
 * Puts the text to both, with the pay link statement that is shown beside it and everything that it rests on as it stands now. A text that is changed afterwards is put to both anew, and so is one
 * that rests on something else by then: what was confirmed was another. A pay talk closes with it. Gives how the talk closed, null while it waits.
 */
export async function putToBoth(
  work: Work,
  address: TalkAddress,
  typed: TypedAgreed,
): Promise<Result<ClosedHow | null, HoldCode>> {
  const { talk, standing, doer, may } = await heldTalk(work, address, "record");
  if (!may) return refused({ code: talk.view?.toAbove ? "waits-above" : "gone-on" });
  const agreed = typed.agreed.replaceAll("\r\n", "\n").trim();
  // A pay talk needs no words: that it was held is what there is to keep.
  if (agreed === "" && talk.kind !== "pay") return refused({ code: "missing", field: "agreed" });
  const written = await writeAgreed(work, address, typed);
  if (!written.ok) return written;
  const { record: before } = await writtenIn(work, talk.id, []);
  const of = { talkId: talk.id, personId: talk.personId };
  const snapshot = await snapshotOf(work, talk);
  if (before?.agreed === agreed && isSameThen(before.snapshot, snapshot)) return done(null);
  const revision = standing.record + 1;
  const { payLinkStatement } = await settings(work);
  await addRecord(
    work,
    { ...of, writtenBy: doer.id },
    { revision, agreed, payLinkShown: payLinkStatement, snapshot },
  );
  await addEvent(work, of, { kind: "recorded", by: doer, revision });
  if (talk.kind !== "pay") await askToConfirm(work, talk, { by: doer, revision, before: 0 });
  return done(await closeIfDone(work, address));
}
