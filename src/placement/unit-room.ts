/**
 * The unit as placements see it: who works there today, in which model each can be placed, and what the actor may do and see for each.
 * What the actor may see nothing of is not in it.
 */
import { isId, type Id } from "../shared/ids.ts";
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import type { UnitNode } from "../organisation/rules.ts";
import { unitOn } from "../organisation/store.ts";
import type { Basis } from "../people/access.ts";
import { personFacts } from "../people/store.ts";
import { leadsUnit, managesUnit, mayPlace, mayReadPlaced, type DecidesAs } from "./access.ts";
import {
  modelsOpenTo,
  unitMembers,
  wholeModels,
  type Member,
  type OpenModel,
  type PlacementModel,
} from "./store.ts";

/** A person in a profession in the unit; `model` is null where their profession has none in force. */
export type Occupant = {
  readonly member: Member;
  readonly model: OpenModel | null;
  /** How the actor decides for them; null for those who only see placed or not. */
  readonly as: DecidesAs | null;
  readonly basis: Basis;
};

export type UnitRoom = { readonly unit: UnitNode; readonly occupants: readonly Occupant[] };

/** Throws NotFound for a unit that is not there today, and for whoever has nothing to see in it. */
export async function unitRoom(work: Work, unitId: string): Promise<UnitRoom> {
  const unit = isId(unitId) ? await unitOn(work, unitId, work.today) : undefined;
  if (!unit || !work.actor) throw new NotFound("unit");
  const members = await unitMembers(work, unit.id);
  const facts = await personFacts(
    work,
    members.map((member) => member.personId),
  );
  const models = await modelsOpenTo(work, professionsOf(members));
  const occupants = members.flatMap((member): Occupant[] => {
    const person = facts.get(member.personId);
    if (!person) return [];
    const as = mayPlace(work.actor, person, unit.id);
    const lead = leadsUnit(work.actor, unit.path) ? mayReadPlaced(work.actor, person, unit.id) : null;
    const basis = as ?? lead;
    if (basis === null) return [];
    const own = models.filter((model) => model.professionId === member.professionId);
    return own.length > 0
      ? own.map((model) => ({ member, model, as, basis }))
      : [{ member, model: null, as, basis }];
  });
  const mayBeHere =
    managesUnit(work.actor, unit.id) || leadsUnit(work.actor, unit.path) || occupants.length > 0;
  if (!mayBeHere) throw new NotFound("unit");
  return { unit, occupants };
}

const professionsOf = (members: readonly Member[]): Id[] => [
  ...new Set(members.flatMap(({ professionId }) => professionId ?? [])),
];

/** What is true of one person in one model: the key by which lists and forms name it. */
export const keyOf = (pair: { readonly personId: Id; readonly modelId: Id }): string =>
  `${pair.personId}_${pair.modelId}`;

/** Someone in the unit whom the actor decides for, with the model that they can be placed in. */
export type InHand<Model = OpenModel> = {
  readonly member: Member;
  readonly model: Model;
  readonly as: DecidesAs;
};

/** Those whom the actor decides for. */
export const decidedFor = (room: UnitRoom): InHand[] =>
  room.occupants.flatMap(({ member, model, as }) => (model && as ? [{ member, model, as }] : []));

/** Someone whom the actor decides for, with all that they can be placed in. */
export type Candidate = InHand<PlacementModel>;

/** Those whom the actor decides for, by key. */
export async function candidatesOf(work: Work, room: UnitRoom): Promise<Map<string, Candidate>> {
  const decided = decidedFor(room);
  const models = await wholeModels(
    work,
    decided.map(({ model }) => model),
  );
  return new Map(
    decided.flatMap(({ member, model: { modelId }, as }) => {
      const model = models.get(modelId);
      return model ? [[keyOf({ personId: member.personId, modelId }), { member, model, as }]] : [];
    }),
  );
}
