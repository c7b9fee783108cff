/** One person as placements see them: what the actor sees of their placements, and in which models they may place them. */
import { isId, type Id } from "../shared/ids.ts";
import { NotFound } from "../shared/result.ts";
import type { MaybeActor } from "../shared/actor.ts";
import { askTogether, type Answers } from "../platform/database/together.ts";
import type { Work } from "../platform/database/work.ts";
import { factsOfPeople } from "../people/store.ts";
import { mayPlace, sightOf, type DecidesAs, type Sight } from "./access.ts";
import { atWork } from "./present-work.store.ts";
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
export const personRoom = async (work: Work, personId: string): Promise<PersonRoom> =>
  openRoom(work, await askTogether(work.tx, personQuestions(work, personId)));

/**
 * What decides who may see the person, and where they work: for whoever asks more about the person in the same statement, and tells nobody of it whom `openRoom`
 * doesn't open to. Throws NotFound when it is nobody's id.
 */
export function personQuestions(work: Pick<Work, "organisationId" | "today">, personId: string) {
  if (!isId(personId)) throw new NotFound("person");
  return { person: factsOfPeople(work, [personId]), atWork: atWork(work, personId) };
}

export type PersonAnswers = Answers<ReturnType<typeof personQuestions>>;

/** Throws NotFound when there is no such person, and for whoever is not close to them. */
export function openRoom(work: Pick<Work, "actor">, asked: PersonAnswers): PersonRoom {
  const room = roomFor(work.actor, asked);
  if (!room) throw new NotFound("person");
  return room;
}

/** The authority of each unit in which the person works; null is the organisation itself. */
export const authoritiesIn = ({ atWork: [person] }: PersonAnswers): ReadonlyMap<Id, Id | null> =>
  new Map(person?.present.map(({ unitId, authorityId }) => [unitId, authorityId]));

/** Null when there is no such person, and for whoever is not close to them. */
export function roomFor(actor: MaybeActor, asked: PersonAnswers): PersonRoom | null {
  const [person, works] = [asked.person[0], asked.atWork[0]];
  if (!person || !works) return null;
  const { name, present } = works;
  const authorityOf = authoritiesIn(asked);
  const sight = sightOf(actor, person, authorityOf);
  if (!sight) return null;
  const workplaces = present.flatMap(({ model, ...at }): Workplace[] => (model ? [{ ...at, model }] : []));
  const placings = new Map<Id, Placing>();
  for (const workplace of workplaces) {
    const as = mayPlace(actor, person, workplace.unitId);
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
