/** A new time for a talk, or none (TLK-3): what it was before stays in its history. */
import { done, refused, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { checkWords } from "../placement/rules.ts";
import { checkPlace, checkSlot, clashing, type BookingCode } from "./booking.rules.ts";
import { clockNow, saveTime, takenTimes } from "./booking.store.ts";
import { callAnew, callOff } from "./call-to-talk.ts";
import { heldTalk, type TalkAddress } from "./talk-room.ts";
import { saveClosed } from "./talk.store.ts";
import { addEvent } from "./written.store.ts";

export type ChangeCode = BookingCode | "gone-on" | "changed-by-other";

/** `booking` is the number of the time that was in view: another means that somebody has set a time meanwhile. The same time and place once more changes nothing. */
export async function rebook(
  work: Work,
  address: TalkAddress,
  typed: {
    readonly day: string;
    readonly at: string;
    readonly minutes: string;
    readonly place: string;
    readonly booking: number;
  },
): Promise<Result<null, ChangeCode>> {
  const { talk, doer, may } = await heldTalk(work, address, "rebook");
  if (!may) return refused({ code: "gone-on" });
  const place = typed.place.trim();
  const minutes = /^\d{1,3}$/.test(typed.minutes) ? Number(typed.minutes) : 0;
  const slot = { day: typed.day, at: typed.at, minutes };
  if (talk.day === slot.day && talk.at === slot.at && talk.minutes === minutes && talk.place === place)
    return done(null);
  if (talk.booking !== typed.booking) return refused({ code: "changed-by-other", field: "day" });
  const reasons = [...checkSlot(slot, await clockNow(work)), ...checkPlace("place", place)];
  if (minutes < 10 || minutes > 480)
    reasons.push({ code: "not-between", field: "minutes", data: { min: 10, max: 480 } });
  if (reasons.length > 0) return refused(...reasons);
  const others = (await takenTimes(work, [talk.unitId])).filter(
    (other) => other.personId !== talk.personId || other.kind !== talk.kind,
  );
  if (clashing([slot], others).length > 0) return refused({ code: "clash", field: "at" });
  await saveTime(work, talk.id, { ...slot, place });
  const details = { day: talk.day, at: talk.at, place: talk.place };
  await addEvent(work, { talkId: talk.id, personId: talk.personId }, { kind: "rebooked", by: doer, details });
  await callAnew(work, talk.id, talk.booking);
  return done(null);
}

const LONGEST_WHY = 500;

/** A few words of why may be left out. What each has prepared stays their own. */
export async function cancelTalk(
  work: Work,
  address: TalkAddress,
  typed: { readonly words: string },
): Promise<Result<null, ChangeCode>> {
  const { talk, doer, may } = await heldTalk(work, address, "cancel");
  if (talk.state === "cancelled") return done(null);
  if (!may) return refused({ code: "gone-on" });
  const words = typed.words.replaceAll("\r\n", "\n").trim();
  const reasons = words === "" ? [] : checkWords("words", words, LONGEST_WHY);
  if (reasons.length > 0) return refused(...reasons);
  await addEvent(work, { talkId: talk.id, personId: talk.personId }, { kind: "cancelled", by: doer, words });
  await saveClosed(work, talk.id, "cancelled", "cancelled");
  await callOff(work, [talk]);
  return done(null);
}
