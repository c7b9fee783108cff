/** One person as placements see them: what the actor sees of their placements, and in which models they may place them. */
import { isId, type Id } from "../shared/ids.ts";
import { holds } from "../shared/local-date.ts";
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { personFacts } from "../people/store.ts";
import { mayPlace, sightOf, type DecidesAs, type Sight } from "./access.ts";
import { authorities, placementModels, workPeriods, type Placement, type PlacementModel } from "./store.ts";

/** Where the person works today, in a profession with a model in force. */
export type Workplace = {
  readonly model: PlacementModel;
  readonly unitId: Id;
  readonly authorityId: Id | null;
};

/** A model that the actor may place the person in, for their work in one of their units. */
export type Placing = Workplace & { readonly as: DecidesAs };

export type PersonRoom = {
  readonly personId: Id;
  readonly sight: Sight;
  /** Where the person works today, in a profession with a model or not. */
  readonly unitIds: readonly Id[];
  readonly workplaces: readonly Workplace[];
  readonly placings: readonly Placing[];
};

/** Throws NotFound when there is no such person, and for whoever is not close to them. */
export async function personRoom(work: Work, personId: string): Promise<PersonRoom> {
  const person = isId(personId) ? (await personFacts(work, [personId])).get(personId) : undefined;
  if (!person) throw new NotFound("person");
  const present = (await workPeriods(work, [person.personId])).filter((period) => holds(period, work.today));
  const authorityOf = await authorities(
    work,
    [...person.units, ...present].map(({ unitId }) => unitId),
  );
  const sight = sightOf(work.actor, person, authorityOf);
  if (!sight) throw new NotFound("person");
  const models = await placementModels(work, [...new Set(present.map((period) => period.professionId))]);
  const workplaces = models
    .filter((model) => model.versions.some((version) => holds(version, work.today)))
    .flatMap((model): Workplace[] =>
      present
        .filter((period) => period.professionId === model.professionId)
        .map(({ unitId }) => ({ model, unitId, authorityId: authorityOf.get(unitId) ?? null })),
    );
  const placings = models.flatMap(({ modelId }): Placing[] => {
    for (const workplace of workplaces.filter((each) => each.model.modelId === modelId)) {
      const as = mayPlace(work.actor, person, workplace.unitId);
      if (as) return [{ ...workplace, as }];
    }
    return [];
  });
  const unitIds = person.units.map(({ unitId }) => unitId);
  return { personId: person.personId, sight, unitIds, workplaces, placings };
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
