/** One assessment as whoever asks comes to it: as the person, as their manager, or as one of the few who may read what has been opened. */
import { isId, type Id } from "../shared/ids.ts";
import { NotFound } from "../shared/result.ts";
import { askTogether } from "../platform/database/together.ts";
import type { Work } from "../platform/database/work.ts";
import { sees } from "../placement/access.ts";
import { openRoom, personQuestions, type PersonRoom, type Workplace } from "../placement/person-room.ts";
import { mayDo, readerOf, type Reader } from "./access.ts";
import { isOnOwnPage, type Act, type Side, type Standing } from "./assessment.rules.ts";
import { assessmentBy, lockAssessment, standingOf, type Assessment } from "./assessment.store.ts";

/** Whose assessment, and which: what every address and form of one names. */
export type AssessmentAddress = {
  readonly personId: string;
  readonly assessmentId: string;
  /** Whose page it is looked at or done on: the person's own is theirs alone, and on the other they are nobody. */
  readonly side?: Side;
};

export type AssessmentRoom = {
  readonly person: PersonRoom;
  readonly assessment: Assessment;
  readonly standing: Standing;
  readonly reader: Reader;
};

const isOf = (assessment: Pick<Assessment, "modelId" | "authorityId">) => (workplace: Workplace) =>
  workplace.model.modelId === assessment.modelId && workplace.authorityId === assessment.authorityId;

/** As whom the actor comes to an assessment of the person. The manager is whoever is it today: a new one takes over what is under way (PLC-2). */
export const readerIn = (
  person: PersonRoom,
  assessment: Pick<Assessment, "modelId" | "authorityId">,
): Reader => readerOf(person.sight.basis, person.placings.find(isOf(assessment))?.as ?? null);

/** Throws NotFound when there is none such of the person, for whoever isn't close to them, and across an authority's line (ORG-2). */
export async function assessmentRoom(work: Work, address: AssessmentAddress): Promise<AssessmentRoom> {
  if (!isId(address.assessmentId)) throw new NotFound("assessment");
  const asked = await askTogether(work.tx, {
    ...personQuestions(work, address.personId),
    assessments: assessmentBy(work, address.personId, address.assessmentId),
  });
  const person = openRoom(work, asked);
  const [assessment] = asked.assessments;
  if (!assessment || !sees(person.sight, assessment.authorityId)) throw new NotFound("assessment");
  const reader = readerIn(person, assessment);
  if (!isOnOwnPage(address.side, reader === "self")) throw new NotFound("assessment");
  return { person, assessment, standing: standingOf(assessment), reader };
}

/**
 * The room for somebody who does something in it: with the assessment held, so that what is decided is decided on what stands. What they then see of it is
 * shown, and logged, by `viewAssessment`.
 */
export async function heldRoom(
  work: Work,
  address: AssessmentAddress,
): Promise<AssessmentRoom & { readonly side: Side; readonly actorId: Id }> {
  if (isId(address.assessmentId)) await lockAssessment(work, address.assessmentId);
  const room = await assessmentRoom(work, address);
  const actorId = work.actor?.personId;
  if (room.reader === "other" || !actorId) throw new NotFound("assessment");
  return { ...room, side: room.reader, actorId };
}

export const may = (room: Pick<AssessmentRoom, "reader" | "standing">, act: Act): boolean =>
  mayDo(room.reader, act, room.standing);

/** The account's own person: what `/my/…` is about. Throws NotFound for an account that is nobody's. */
export function ownPerson(work: Pick<Work, "actor">): Id {
  const personId = work.actor?.personId;
  if (!personId) throw new NotFound("person");
  return personId;
}
