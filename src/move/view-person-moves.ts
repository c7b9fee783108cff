/** What whoever is close to a person sees of their moves: what they have applied for, and what is left to do after a move (PLC-4, PLC-7, ORG-8). */
import type { Work } from "../platform/database/work.ts";
import { sees } from "../placement/access.ts";
import { noteRead, personRoom } from "../placement/person-room.ts";
import { applicationsOf, type Application } from "./application.store.ts";
import { tasksAbout, type TaskOfPerson } from "./store.ts";

export type PersonMoves = {
  /** The latest first; of the reader's own side of an authority's line (ORG-2). */
  readonly applications: readonly Application[];
  readonly tasks: readonly TaskOfPerson[];
};

/** Throws NotFound for whoever isn't close to the person. */
export async function viewPersonMoves(work: Work, personId: string): Promise<PersonMoves> {
  const room = await personRoom(work, personId);
  noteRead(work, room, "move-applications");
  return {
    applications: (await applicationsOf(work, room.personId)).filter(({ authorityId }) =>
      sees(room.sight, authorityId),
    ),
    tasks: (await tasksAbout(work, room.personId)).filter(({ authorityId }) => sees(room.sight, authorityId)),
  };
}
