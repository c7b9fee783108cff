/** What somebody wrote in a talk and hadn't shown when it closed (TLK-1, PRV-2): no part of the talk, its writer's alone to read and take away, as long as they may come to the talk (PLC-2). */
import { ownPerson } from "../assessment/assessment-room.ts";
import type { Work } from "../platform/database/work.ts";
import { done, type Result } from "../shared/result.ts";
import { noteTalk, seatedRoom, talkRoom, type TalkAddress } from "./talk-room.ts";
import { lockTalk, type Talk } from "./talk.store.ts";
import { deleteUnshownAnswers, deleteUnshownText, unshownBy, type Unshown } from "./unshown.store.ts";

/** Of a talk that whoever asks has come to; null where they have none. */
export async function unshownIn(
  work: Work,
  { id, state }: Pick<Talk, "id" | "state">,
): Promise<Unshown | null> {
  const writerId = work.actor?.personId;
  if (!writerId || state === "planned" || state === "held") return null;
  return (await unshownBy(work, writerId, id))[0] ?? null;
}

/** Takes one's own away for good, and nobody else's. Where there is none it changes nothing. */
export async function removeUnshown(work: Work, address: TalkAddress): Promise<Result<null, never>> {
  const { talk } = await talkRoom(work, address);
  await lockTalk(work, talk.id);
  const unshown = await unshownIn(work, talk);
  if (!unshown) return done(null);
  if (unshown.agreed !== "") await deleteUnshownText(work, talk.id);
  else await deleteUnshownAnswers(work, ownPerson(work), talk.id);
  return done(null);
}

export type UnshownOfMine = Pick<Unshown, "agreed" | "answers"> & {
  readonly talk: Pick<Talk, "id" | "personId" | "kind" | "day">;
};

/** All that one has written so in talks with others, for whoever asks what is held of theirs: each read is noted, for it is about them too (PRV-1). */
export async function viewMyUnshown(work: Work): Promise<UnshownOfMine[]> {
  const writerId = ownPerson(work);
  const unshown: UnshownOfMine[] = [];
  for (const { talkId, personId, agreed, answers } of await unshownBy(work, writerId, null)) {
    const room = personId === writerId ? null : await seatedRoom(work, { personId, talkId });
    if (!room) continue;
    noteTalk(work, room);
    const { id, kind, day } = room.talk;
    unshown.push({ talk: { id, personId, kind, day }, agreed, answers });
  }
  return unshown;
}
