/**
 * The unit as placements see it: who works there today, in which model each can be placed, and what the actor may do and see for each.
 * What the actor may see nothing of is not in it.
 */
import { isId, type Id } from "../shared/ids.ts";
import { NotFound } from "../shared/result.ts";
import { askTogether, type Answers } from "../platform/database/together.ts";
import type { Work } from "../platform/database/work.ts";
import type { UnitNode } from "../organisation/rules.ts";
import { unitLines, unitsOf } from "../organisation/store.ts";
import type { Basis } from "../people/access.ts";
import { factsIn } from "../people/store.ts";
import { leadsUnit, managesUnit, mayPlace, mayReadPlaced, type DecidesAs } from "./access.ts";
import { wholeModels, type OpenModel, type PlacementModel } from "./store.ts";
import { membersOf, modelsOpenIn, type Member } from "./unit.store.ts";

/** A person in a profession in the unit; `model` is null where their profession has none in force. */
export type Occupant = {
  readonly member: Member;
  readonly model: OpenModel | null;
  /** How the actor decides for them; null for those who only see placed or not. */
  readonly as: DecidesAs | null;
  readonly basis: Basis;
};

export type UnitRoom = { readonly unit: UnitNode; readonly occupants: readonly Occupant[] };

/** What rooms are made of, to be asked together, with whatever else a page asks about the same units. */
export const roomQuestions = (work: Work, unitIds: readonly Id[]) => ({
  lines: unitLines(work, unitIds, work.today),
  members: membersOf(work, unitIds),
  facts: factsIn(work, unitIds),
  models: modelsOpenIn(work, unitIds),
});

/** The rooms by unit, without those that are not there today, and those in which the actor has nothing to see. */
export function roomsFrom(
  { actor }: Pick<Work, "actor">,
  asked: Answers<ReturnType<typeof roomQuestions>>,
): Map<Id, UnitRoom> {
  const facts = new Map(asked.facts.map((person) => [person.personId, person]));
  const models = Map.groupBy(asked.models, ({ professionId }) => professionId);
  const members = Map.groupBy(asked.members, ({ unitId }) => unitId);
  const rooms = new Map<Id, UnitRoom>();
  for (const unit of unitsOf(asked.lines).values()) {
    const leads = leadsUnit(actor, unit.path);
    const occupants = (members.get(unit.id) ?? []).flatMap((member): Occupant[] => {
      const person = facts.get(member.personId);
      if (!person) return [];
      const as = mayPlace(actor, person, unit.id);
      const basis = as ?? (leads ? mayReadPlaced(actor, person, unit.id) : null);
      if (basis === null) return [];
      const own = models.get(member.professionId ?? "") ?? [null];
      return own.map((model) => ({ member, model, as, basis }));
    });
    if (leads || managesUnit(actor, unit.id) || occupants.length > 0) rooms.set(unit.id, { unit, occupants });
  }
  return rooms;
}

/** Throws NotFound for a unit that is not there today, and for whoever has nothing to see in it. */
export async function unitRoom(work: Work, unitId: string): Promise<UnitRoom> {
  if (!isId(unitId) || !work.actor) throw new NotFound("unit");
  const room = roomsFrom(work, await askTogether(work.tx, roomQuestions(work, [unitId]))).get(unitId);
  if (!room) throw new NotFound("unit");
  return room;
}

/** Somebody in a unit whom the actor decides for. */
export type Staff = Pick<Member, "personId" | "givenName" | "familyName"> & { readonly as: DecidesAs };

export type StaffRoom = { readonly unit: UnitNode; readonly people: readonly Staff[] };

/** Those whom the actor decides for, each once, whatever professions they have there. Throws NotFound for whoever decides for nobody in the unit (ORG-4). */
export async function staffRoom(work: Work, unitId: string): Promise<StaffRoom> {
  const { unit, occupants } = await unitRoom(work, unitId);
  const people = new Map(
    occupants.flatMap(({ member: { personId, givenName, familyName }, as }) =>
      as ? [[personId, { personId, givenName, familyName, as }] as const] : [],
    ),
  );
  if (people.size === 0 && !managesUnit(work.actor, unit.id)) throw new NotFound("unit");
  return { unit, people: [...people.values()] };
}

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
