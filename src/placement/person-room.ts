/** One person as placements see them: what the actor sees of their placements, and in which models they may place them. */
import { isId, type Id } from "../shared/ids.ts";
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { personFacts } from "../people/store.ts";
import { mayPlace, sightOf, type DecidesAs, type Sight } from "./access.ts";
import { personAtWork } from "./present-work.store.ts";
import type { OpenModel, Placement } from "./store.ts";

/** Where the person works today, in a profession with a model in force. */
export type Workplace = {
  readonly model: OpenModel;
  readonly unitId: Id;
  readonly authorityId: Id | null;
};

/** A model that the actor may place the person in, for their work in one of their units. */
export type Placing = Workplace & { readonly as: DecidesAs };

export type PersonRoom = {
  readonly personId: Id;
  readonly name: string;
  readonly sight: Sight;
  /** Where the person works today, in a profession with a model or not. */
  readonly unitIds: readonly Id[];
  /** The authority of each of these units; null is the organisation itself. */
  readonly authorityOf: ReadonlyMap<Id, Id | null>;
  readonly workplaces: readonly Workplace[];
  readonly placings: readonly Placing[];
};

/** Throws NotFound when there is no such person, and for whoever is not close to them. */
export async function personRoom(work: Work, personId: string): Promise<PersonRoom> {
  const person = isId(personId) ? (await personFacts(work, [personId])).get(personId) : undefined;
  if (!person) throw new NotFound("person");
  const atWork = await personAtWork(work, person.personId);
  if (!atWork) throw new NotFound("person");
  const { name, present } = atWork;
  const authorityOf = new Map(present.map(({ unitId, authorityId }) => [unitId, authorityId]));
  const sight = sightOf(work.actor, person, authorityOf);
  if (!sight) throw new NotFound("person");
  const workplaces = present.flatMap(({ model, ...at }): Workplace[] => (model ? [{ ...at, model }] : []));
  const placings = new Map<Id, Placing>();
  for (const workplace of workplaces) {
    const as = mayPlace(work.actor, person, workplace.unitId);
    if (as && !placings.has(workplace.model.modelId))
      placings.set(workplace.model.modelId, { ...workplace, as });
  }
  const unitIds = person.units.map(({ unitId }) => unitId);
  return {
    personId: person.personId,
    name,
    sight,
    unitIds,
    authorityOf,
    workplaces,
    placings: [...placings.values()],
  };
}

/** The placement that a decision would follow on or put right: the latest that counts in the model and the authority. */
export const latestIn = (
  { model, authorityId }: Placing,
  latestFirst: readonly Placement[],
): Placement | undefined =>
  latestFirst.find(
    (placement) =>
      !placement.corrected && placement.modelId === model.modelId && placement.authorityId === authorityId,
  );

/** Notes that the actor read about the person, with the stated reason of an HR partner's case (PRV-1). */
export function noteRead(work: Work, room: Pick<PersonRoom, "personId" | "sight">, what: string): void {
  const { personId, sight } = room;
  const reason =
    sight.basis === "hr-partner"
      ? (work.actor?.grants.find((grant) => grant.role === "hr_partner" && grant.personId === personId)
          ?.reason ?? null)
      : null;
  work.reads.note({ personIds: [personId], what, basis: sight.basis, reason });
}
