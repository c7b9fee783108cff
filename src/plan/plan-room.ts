/** One person's plan as whoever asks comes to it: what they see of it, and whether they write in it. */
import { isId, type Id } from "../shared/ids.ts";
import { NotFound } from "../shared/result.ts";
import { askTogether } from "../platform/database/together.ts";
import type { Work } from "../platform/database/work.ts";
import { personFacts } from "../people/store.ts";
import { sees } from "../placement/access.ts";
import { noteRead } from "../placement/person-room.ts";
import { authorities, nameOf } from "../placement/store.ts";
import { planSight, type PlanSight } from "./access.ts";
import { planParts, holdPlan, type Activity, type Doer, type Goal } from "./plan.store.ts";

export type PlanRoom = Pick<PlanSight, "sight" | "writesIn"> & {
  readonly personId: Id;
  readonly name: string;
  readonly isOwn: boolean;
  /** The unit where the person works first, for the way back to its list; null for whoever doesn't decide for them. */
  readonly unitId: Id | null;
  /** The unit where they work first: what models ask there counts. Null where they work nowhere. */
  readonly worksIn: Id | null;
  /** Null for whoever only reads. */
  readonly doer: Doer | null;
};

/** Throws NotFound when there is no such person, and for whoever isn't close to them. Notes the read. */
export async function planRoom(work: Work, personId: string): Promise<PlanRoom> {
  const person = isId(personId) ? (await personFacts(work, [personId])).get(personId) : undefined;
  if (!person) throw new NotFound("person");
  const unitIds = person.units.map(({ unitId }) => unitId);
  const seen = planSight(work.actor, person, await authorities(work, unitIds));
  const name = seen && (await nameOf(work, person.personId));
  if (!seen || !name) throw new NotFound("person");
  const { sight, as, writesIn } = seen;
  noteRead(work, { personId: person.personId, sight }, "plan");
  const by = work.actor?.personId;
  const isOwn = sight.basis === "self";
  return {
    personId: person.personId,
    name,
    isOwn,
    unitId: as === null || isOwn ? null : (unitIds[0] ?? null),
    worksIn: unitIds[0] ?? null,
    sight,
    writesIn,
    doer: by && as ? { id: by, as } : null,
  };
}

/** The account's own person. Throws NotFound for an account that is nobody's. */
export function ownPlan({ actor }: Work): Id {
  if (!actor?.personId) throw new NotFound("own plan");
  return actor.personId;
}

/** The plan as the room's actor sees it: on their own side of an authority's line (ORG-2). */
export async function partsIn(
  work: Work,
  { personId, sight }: Pick<PlanRoom, "personId" | "sight">,
): Promise<{ readonly goals: readonly Goal[]; readonly activities: readonly Activity[] }> {
  const here = ({ authorityId }: { readonly authorityId: Id | null }) => sees(sight, authorityId);
  const { goals, activities } = await askTogether(work.tx, planParts(work, personId));
  return { goals: goals.filter(here), activities: activities.filter(here) };
}

export type HeldPlan = PlanRoom & { readonly doer: Doer } & Awaited<ReturnType<typeof partsIn>>;

/** The room for somebody who writes in it, with the plan held, so that two who write at once take turns. Throws NotFound for whoever doesn't write in it. */
export async function heldPlan(work: Work, personId: string): Promise<HeldPlan> {
  const room = await planRoom(work, personId);
  const { doer } = room;
  if (!doer) throw new NotFound("plan to write in");
  await holdPlan(work, room.personId);
  return { ...room, doer, ...(await partsIn(work, room)) };
}

/** Something that the actor writes in; undefined for what isn't there, or is on the other side of a line. */
export const writable = <Part extends { readonly id: Id; readonly authorityId: Id | null }>(
  { writesIn }: Pick<PlanRoom, "writesIn">,
  parts: readonly Part[],
  id: string,
): Part => {
  const part = parts.find((each) => each.id === id);
  if (!part || !writesIn.includes(part.authorityId)) throw new NotFound("part of a plan");
  return part;
};
