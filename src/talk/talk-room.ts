/** One talk as whoever asks comes to it: as one of the two, as the manager above to whom another view went, or to read. */
import { isId, type Id } from "../shared/ids.ts";
import { NotFound } from "../shared/result.ts";
import { askTogether } from "../platform/database/together.ts";
import type { Work } from "../platform/database/work.ts";
import { aboveFor } from "../people/acting.ts";
import type { DecidesAs } from "../placement/access.ts";
import {
  authoritiesIn,
  noteRead,
  personQuestions,
  roomFor,
  type PersonRoom,
} from "../placement/person-room.ts";
import type { Side } from "../assessment/assessment.rules.ts";
import { seatAt, type Seat } from "./access.ts";
import { ACTS_OF, actsOf, type Act, type Standing } from "./talk.rules.ts";
import { lockTalk, standingOf, talkBy, type Talk } from "./talk.store.ts";

/** Whose talk, and which; `side` is whose page it is done on: each has their own, and nobody acts on the other's. */
export type TalkAddress = { readonly personId: string; readonly talkId: string; readonly side?: Side };

export type TalkRoom = {
  readonly talk: Talk;
  readonly standing: Standing;
  readonly seat: Seat;
  /** The person as placements and assessments see them; null for a manager above, whom the talk alone is open to. */
  readonly room: PersonRoom | null;
  readonly acts: readonly Act[];
};

/** Throws NotFound when there is none such of the person, and for whoever has no seat at it. */
export async function talkRoom(work: Work, address: TalkAddress): Promise<TalkRoom> {
  const room = await seatedRoom(work, address);
  if (!room) throw new NotFound("talk");
  return room;
}

/** Null when there is none such of the person, and for whoever has no seat at it. */
export async function seatedRoom(work: Work, address: TalkAddress): Promise<TalkRoom | null> {
  const { personId, talkId } = address;
  if (!isId(talkId)) return null;
  const asked = await askTogether(work.tx, {
    ...personQuestions(work, personId),
    talks: talkBy(work, personId, talkId),
  });
  const [talk] = asked.talks;
  const [person] = asked.person;
  if (!talk || !person) return null;
  const authorityOf = authoritiesIn(asked);
  const aboveId = talk.view?.toAbove ? ((await aboveOf(work, talk))?.personId ?? null) : null;
  const seat = seatAt(work.actor, person, talk, { authorityOf, aboveId });
  if (!seat || (address.side !== undefined && (address.side === "self") !== (seat.reader === "self")))
    return null;
  const standing = standingOf(talk);
  const room = roomFor(work.actor, asked);
  return { talk, standing, seat, room, acts: actsOf(seat.reader, standing, work.today) };
}

/** Notes the read, with whose talk and why it was allowed (PRV-1). */
export const noteTalk = (work: Work, { talk, seat }: Pick<TalkRoom, "talk" | "seat">): void =>
  noteRead(work, { personId: talk.personId, sight: { basis: seat.basis, authorities: [] } }, "talk");

/** PLC-9: the manager above, who answers another view; never the one who held the talk. */
export const aboveOf = (work: Work, { personId, unitId, heldById }: Talk) =>
  aboveFor(work, { personId, unitId, not: [heldById] });

/** Who does something: for the events. */
export type Doer = { readonly id: Id; readonly as: "self" | DecidesAs };

/**
 * The room for somebody who does something in it, with the talk held, so that what is decided is decided on what stands. Throws NotFound for whoever never does this; `may` says whether it
 * can be done as the talk stands now.
 */
export async function heldTalk(
  work: Work,
  address: TalkAddress,
  act: Act,
): Promise<TalkRoom & { readonly doer: Doer; readonly may: boolean }> {
  if (isId(address.talkId)) await lockTalk(work, address.talkId);
  const room = await talkRoom(work, address);
  const id = work.actor?.personId;
  const as = room.seat.reader === "self" ? ("self" as const) : room.seat.as;
  if (!id || as === null || !ACTS_OF[room.seat.reader].includes(act)) throw new NotFound("talk");
  return { ...room, doer: { id, as }, may: room.acts.includes(act) };
}
