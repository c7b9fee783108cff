/** A placement that comes of a talk (PLC-1, PLC-3, PLC-4, PLC-6): decided at it, or when it has been closed, by the rules of every other move. The talk knows which. */
import type { Id } from "../shared/ids.ts";
import { NotFound, done, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { placePerson, type PlacingCode } from "../move/place-person.ts";
import { personRoom } from "../placement/person-room.ts";
import { viewPersonPlacements, type PersonPlacements } from "../placement/view-person-placements.ts";
import { settings } from "../organisation/store.ts";
import { talkRoom, type TalkAddress, type TalkRoom } from "./talk-room.ts";
import { placesAs, type DialogueKind } from "./talk.rules.ts";
import type { Talk } from "./talk.store.ts";
import { addPlacement } from "./written.store.ts";

type Placing = TalkRoom & { readonly dialogueOn: string; readonly basis: DialogueKind };

/** Throws NotFound for whoever doesn't hold the talk, and for a talk that isn't held, or isn't about competence. */
async function placingRoom(work: Work, address: TalkAddress): Promise<Placing> {
  const room = await talkRoom(work, address);
  const basis = placesAs(room.talk, work.today);
  const { heldOn } = room.talk;
  if (room.seat.reader !== "manager" || basis === null || heldOn === null)
    throw new NotFound("placing at talk");
  return { ...room, dialogueOn: heldOn, basis };
}

export type PlacingAtTalk = {
  readonly talk: Talk;
  readonly talkWord: string;
  /** What a decision rests on: the day of the talk, and what kind it was. */
  readonly at: { readonly dialogueOn: string; readonly basis: DialogueKind };
} & Pick<PersonPlacements, "placings" | "principles">;

/** The models that the person can be placed in at this talk: those of its authority (ORG-2). */
export async function viewPlacingAtTalk(work: Work, address: TalkAddress): Promise<PlacingAtTalk> {
  const { talk, dialogueOn, basis } = await placingRoom(work, address);
  const { placings, principles } = await viewPersonPlacements(work, talk.personId);
  const { talkWord } = await settings(work);
  return {
    talk,
    talkWord,
    at: { dialogueOn, basis },
    placings: placings.filter(({ authorityId }) => authorityId === talk.authorityId),
    principles,
  };
}

/** `follows` and `despite` are as in `placePerson`. */
export async function placeAtTalk(
  work: Work,
  address: TalkAddress,
  typed: {
    readonly modelId: string;
    readonly place: string;
    readonly motivation: string;
    readonly follows: Id | null;
    readonly despite: string;
  },
): Promise<Result<null, PlacingCode>> {
  const { talk, dialogueOn, basis } = await placingRoom(work, address);
  const { modelId, place, motivation, follows, despite } = typed;
  const { placings } = await personRoom(work, talk.personId);
  if (
    !placings.some(({ model, authorityId }) => model.modelId === modelId && authorityId === talk.authorityId)
  )
    throw new NotFound("placing");
  const result = await placePerson(work, {
    personId: talk.personId,
    modelId,
    draft: { place, motivation, dialogueOn, basis },
    follows,
    corrects: false,
    despite,
  });
  if (!result.ok) return result;
  await addPlacement(work, { talkId: talk.id, personId: talk.personId, placementId: result.value });
  return done(null);
}
