/** What each says of the text (TLK-1, PLC-9, ORG-4): confirmed as themself, or another view in their own words, which may go to the manager above. And how the talk closes, whatever they say. */
import { done, refused, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { tell } from "../notices/tell.ts";
import { checkWords } from "../placement/rules.ts";
import { aboveOf, heldTalk, type Doer, type TalkAddress, type TalkRoom } from "./talk-room.ts";
import { LONGEST_VIEW, closesAs, type ClosedHow } from "./talk.rules.ts";
import { saveClosed, standingOf, talkBy } from "./talk.store.ts";
import { addEvent, isRewritten } from "./written.store.ts";

export type ConfirmCode =
  | "changed-since"
  | "text-changed"
  | "gone-on"
  | "missing"
  | "too-long"
  | "bad-character"
  | "nobody-above"
  | "too-soon"
  | "not-confirmed";

/** `revision` is the text that was in view: nobody confirms words that they haven't seen. */
export type OfText = { readonly revision: number };

/** Locks the talk when nothing more is waited for. The caller has it held. Gives how it closed, else null. */
export async function closeIfDone(work: Work, address: TalkAddress): Promise<ClosedHow | null> {
  const [talk] = (await talkBy(work, address.personId, address.talkId).execute(work.tx)).rows;
  const how = talk && closesAs(standingOf(talk));
  if (!talk || !how) return null;
  await lockAs(work, talk, how);
  return how;
}

async function lockAs(
  work: Work,
  talk: { readonly id: string; readonly personId: string; readonly record: number },
  how: ClosedHow,
): Promise<void> {
  const of = { talkId: talk.id, personId: talk.personId };
  await addEvent(work, of, { kind: "locked", by: null, revision: talk.record, details: { how } });
  await saveClosed(work, talk.id, "locked", how);
}

/** Nobody confirms, asks about or closes on a text that whoever writes has changed since: it is shown first, or the change is taken back. */
const isChanged = async (work: Work, { acts, talk }: TalkRoom): Promise<boolean> =>
  acts.includes("write") && (await isRewritten(work, talk.id));
const TEXT_CHANGED = { code: "text-changed", field: "agreed" } as const;

/** Confirms the text as oneself. Once more changes nothing. Gives how the talk closed, null while it waits for somebody. */
export async function confirmTalk(
  work: Work,
  address: TalkAddress,
  { revision }: OfText,
): Promise<Result<ClosedHow | null, ConfirmCode>> {
  const room = await heldTalk(work, address, "confirm");
  const { talk, standing, seat, doer, may } = room;
  const side = seat.reader === "self" ? "self" : "manager";
  if (standing.record === revision && standing.confirmed[side]) return done(talk.closedHow);
  if (standing.record !== revision) return refused({ code: "changed-since" });
  if (!may) return refused({ code: "gone-on" });
  if (await isChanged(work, room)) return refused(TEXT_CHANGED);
  const of = { talkId: talk.id, personId: talk.personId };
  await addEvent(work, of, { kind: "confirmed", by: doer, revision });
  return done(await closeIfDone(work, address));
}

/** Another view, in the employee's own words; it stays beside the text. `toAbove` sends it to the manager above, who answers in writing. */
export async function differ(
  work: Work,
  address: TalkAddress,
  typed: OfText & { readonly words: string; readonly toAbove: boolean; readonly withRepresentative: boolean },
): Promise<Result<ClosedHow | null, ConfirmCode>> {
  const { talk, standing, doer, may } = await heldTalk(work, address, "differ");
  const { revision, toAbove } = typed;
  if (standing.record !== revision) return refused({ code: "changed-since" });
  if (!may) return refused({ code: "gone-on" });
  const words = typed.words.replaceAll("\r\n", "\n").trim();
  const reasons = checkWords("words", words, LONGEST_VIEW);
  if (reasons.length > 0) return refused(...reasons);
  const above = toAbove ? await aboveOf(work, talk) : null;
  if (toAbove && above === null) return refused({ code: "nobody-above", field: "toAbove" });
  const details = { toAbove, withRepresentative: toAbove && typed.withRepresentative };
  const of = { talkId: talk.id, personId: talk.personId };
  await addEvent(work, of, { kind: "other-view", by: doer, revision, words, details });
  if (above) {
    const path = `/people/${talk.personId}/talks/${talk.id}`;
    await tell(work, "talk-view-above", { to: [above.personId], about: `${talk.id} ${revision}`, path });
  }
  return done(await closeIfDone(work, address));
}

/** The manager above answers in writing, once; both stay. */
export async function answerView(
  work: Work,
  address: TalkAddress,
  typed: { readonly words: string },
): Promise<Result<ClosedHow | null, ConfirmCode>> {
  const { talk, standing, doer, may } = await heldTalk(work, address, "answer");
  if (!may) return refused({ code: "gone-on" });
  const words = typed.words.replaceAll("\r\n", "\n").trim();
  const reasons = checkWords("words", words, LONGEST_VIEW);
  if (reasons.length > 0) return refused(...reasons);
  const of = { talkId: talk.id, personId: talk.personId };
  // Who answers is above the one who held it: that is as whom they do it, in whichever unit they are a manager themselves.
  const by = { id: doer.id, as: "manager-above" as const };
  await addEvent(work, of, { kind: "answered", by, revision: standing.record, words });
  const [about, path] = [`${talk.id} ${standing.record}`, `/my/talks/${talk.id}`];
  await tell(work, "talk-view-answered", { to: [talk.personId], about, path });
  return done(await closeIfDone(work, address));
}

/** Asks the employee to confirm a text, and tells them by mail; `before` is how often they have been asked already. */
export async function askToConfirm(
  work: Work,
  talk: { readonly id: string; readonly personId: string },
  { by, revision, before }: { readonly by: Doer; readonly revision: number; readonly before: number },
): Promise<void> {
  const { id, personId } = talk;
  await addEvent(work, { talkId: id, personId }, { kind: "asked", by, revision });
  const about = `${id} ${revision} ${before}`;
  await tell(work, "talk-to-confirm", { to: [personId], about, path: `/my/talks/${id}` });
}

/** Asks the employee once more. */
export async function remind(work: Work, address: TalkAddress): Promise<Result<null, ConfirmCode>> {
  const room = await heldTalk(work, address, "remind");
  const { talk, standing, doer, may } = room;
  if (!may) return refused({ code: talk.state === "held" ? "too-soon" : "gone-on" });
  if (await isChanged(work, room)) return refused(TEXT_CHANGED);
  await askToConfirm(work, talk, { by: doer, revision: standing.record, before: standing.asked.length });
  return done(null);
}

/** Closes without the employee's word, when they have been asked often enough: it says so for as long as the talk is kept. */
export async function closeUnconfirmed(
  work: Work,
  address: TalkAddress,
): Promise<Result<ClosedHow, ConfirmCode>> {
  const room = await heldTalk(work, address, "close");
  const { talk, may } = room;
  if (talk.closedHow === "unconfirmed") return done("unconfirmed");
  if (talk.state !== "held" || talk.record === 0) return refused({ code: "gone-on" });
  if (!may) return refused({ code: talk.confirmedManager ? "too-soon" : "not-confirmed" });
  if (await isChanged(work, room)) return refused(TEXT_CHANGED);
  await lockAs(work, talk, "unconfirmed");
  return done("unconfirmed");
}
