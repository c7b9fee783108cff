/** One person as evidence sees them: what the actor sees of theirs, and whether they may check it (ORG-2, ORG-4, ORG-8). */
import { isId, type Id } from "../shared/ids.ts";
import { holds } from "../shared/local-date.ts";
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { personFacts } from "../people/store.ts";
import { mayPlace, sees, sightOf, type DecidesAs, type Sight } from "../placement/access.ts";
import { authorities, workPeriods } from "../placement/store.ts";
import { evidenceOf, type Evidence } from "./store.ts";

/** On whose behalf, and for which authority, the actor checks the person's evidence. */
export type Deciding = { readonly as: DecidesAs; readonly authorityId: Id | null };

export type EvidenceRoom = {
  readonly personId: Id;
  readonly sight: Sight;
  /** Is it the actor's own evidence? Only they add what then waits for a check. */
  readonly own: boolean;
  /** How the actor decides, one for each authority; none for the person themself and for HR partners. */
  readonly decides: readonly Deciding[];
  /** The authority that the person hands in to: that of their main work today. */
  readonly handsInTo: Id | null;
  readonly professionIds: readonly Id[];
  /** Every unit that the person works in, with all above it. */
  readonly unitIds: readonly Id[];
};

/** Throws NotFound when there is no such person, and for whoever is not close to them. */
export async function evidenceRoom(work: Work, personId: string): Promise<EvidenceRoom> {
  const person = isId(personId) ? (await personFacts(work, [personId])).get(personId) : undefined;
  if (!person) throw new NotFound("person");
  const present = (await workPeriods(work, [person.personId])).filter((period) => holds(period, work.today));
  const authorityOf = await authorities(
    work,
    [...person.units, ...present].map(({ unitId }) => unitId),
  );
  const sight = sightOf(work.actor, person, authorityOf);
  if (!sight) throw new NotFound("person");
  const decides = person.units.flatMap(({ unitId }): Deciding[] => {
    const as = mayPlace(work.actor, person, unitId);
    return as ? [{ as, authorityId: authorityOf.get(unitId) ?? null }] : [];
  });
  const main = present[0]?.unitId ?? person.units[0]?.unitId;
  return {
    personId: person.personId,
    sight,
    own: sight.basis === "self",
    decides,
    handsInTo: (main && authorityOf.get(main)) ?? null,
    professionIds: [...new Set(present.map(({ professionId }) => professionId))],
    unitIds: [...new Set(person.units.flatMap(({ path }) => path))],
  };
}

/** The evidence of the person's that the actor sees. */
export const seenEvidence = async (work: Work, room: EvidenceRoom): Promise<Evidence[]> =>
  (await evidenceOf(work, room.personId)).filter(({ authorityId }) => sees(room.sight, authorityId));

/** How the actor may check this piece; null when they may not. */
export const decidingOn = (room: EvidenceRoom, piece: Pick<Evidence, "authorityId">): Deciding | null =>
  room.decides.find(({ authorityId }) => authorityId === piece.authorityId) ?? null;
