/** Talks in lists: one's own, a person's, and those of a unit, with how far each has come and never what is written in it. */
import type { Id } from "../shared/ids.ts";
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { settings } from "../organisation/store.ts";
import { sees } from "../placement/access.ts";
import { noteRead, personRoom } from "../placement/person-room.ts";
import { nameOf } from "../placement/store.ts";
import { staffRoom } from "../placement/unit-room.ts";
import { pageOf } from "../placement/view-unit-placements.ts";
import { seatInList, type Staff } from "./access.ts";
import { aboveOf } from "./talk-room.ts";
import { actsOf, phaseOf, waitsAbove, type Act, type Phase } from "./talk.rules.ts";
import {
  standingOf,
  talksOf,
  underWay,
  underWayAndLatest,
  type Talk,
  type TalkUnderWay,
} from "./talk.store.ts";

/** A talk as lists tell it. */
export type TalkHead = Talk & { readonly phase: Phase };
const headOf = (talk: Talk): TalkHead => ({ ...talk, phase: phaseOf(standingOf(talk)) });

export type PersonTalks = {
  readonly personId: Id;
  readonly name: string;
  /** Whoever decides for the person books with them; null for the others. */
  readonly unitId: Id | null;
  readonly talks: readonly TalkHead[];
  readonly talkWord: string;
};

export async function viewMyTalks(work: Work): Promise<PersonTalks> {
  const personId = work.actor?.personId;
  if (!personId) throw new NotFound("talks");
  return talksIn(work, personId);
}

/** For those close to the person (ORG-8). One's own stand on one's own page. */
export async function viewPersonTalks(work: Work, personId: string): Promise<PersonTalks> {
  if (personId === work.actor?.personId) throw new NotFound("person");
  return talksIn(work, personId);
}

async function talksIn(work: Work, personId: string): Promise<PersonTalks> {
  const room = await personRoom(work, personId);
  const name = await nameOf(work, room.personId);
  if (name === undefined) throw new NotFound("person");
  noteRead(work, room, "talks");
  const { basis } = room.sight;
  const decides = basis === "manager" || basis === "deputy" || basis === "manager-above";
  const talks = await talksOf(work, [room.personId]);
  return {
    personId: room.personId,
    name,
    unitId: decides ? (room.unitIds[0] ?? null) : null,
    talks: talks.filter(({ authorityId }) => sees(room.sight, authorityId)).map(headOf),
    talkWord: (await settings(work)).talkWord,
  };
}

/** Somebody in the unit with whom the actor holds talks, what is under way, and when the latest was held. */
export type UnitTalkRow = {
  readonly personId: Id;
  readonly givenName: string;
  readonly familyName: string;
  readonly underWay: readonly TalkHead[];
  readonly latest: TalkHead | null;
};

export type UnitTalks = {
  readonly unit: { readonly id: Id; readonly name: string };
  readonly rows: readonly UnitTalkRow[];
  readonly page: number;
  readonly pages: number;
  readonly people: number;
  readonly talkWord: string;
};

/** Throws NotFound for whoever decides for nobody in the unit (ORG-4). */
export async function viewUnitTalks(
  work: Work,
  input: { readonly unitId: string; readonly page: number; readonly size?: number },
): Promise<UnitTalks> {
  const { unit, people } = await staffRoom(work, input.unitId);
  const shown = pageOf(people, input.page, input.size);
  const talks = (
    await underWayAndLatest(
      work,
      shown.rows.map(({ personId }) => personId),
    )
  ).filter(({ authorityId }) => authorityId === unit.authorityId);
  const byPerson = Map.groupBy(talks.map(headOf), ({ personId }) => personId);
  for (const { personId, as } of shown.rows)
    work.reads.note({ personIds: [personId], what: "talks", basis: as });
  return {
    unit: { id: unit.id, name: unit.name },
    rows: shown.rows.map(({ personId, givenName, familyName }) => {
      const own = byPerson.get(personId) ?? [];
      return {
        personId,
        givenName,
        familyName,
        underWay: own.filter(({ state }) => state === "planned" || state === "held"),
        latest:
          own.find(({ state }) => state === "held") ?? own.find(({ state }) => state === "locked") ?? null,
      };
    }),
    page: shown.page,
    pages: shown.pages,
    people: people.length,
    talkWord: (await settings(work)).talkWord,
  };
}

/** Something that waits for the actor: with one of their own talks, with one that they hold, or with another view that came to them. */
export type TalkTask = { readonly talk: TalkHead; readonly isOwn: boolean; readonly acts: readonly Act[] };

/** What there may be for the actor in talks, to be asked together with what else there is: their own, of those who work in these units, and what came to them as the manager above. */
export const talksAround = (work: Work, own: Id, unitIds: readonly Id[]) =>
  underWay(work, {
    own,
    unitIds,
    managed: work.actor?.manages.flatMap(({ unitId, as }) => (as === "manager" ? [unitId] : [])) ?? [],
  });

/** Of these talks what waits for the actor: in their own, in those of their staff, and in another view that came to them. What waits for the other is left out. */
export async function talkTasks(
  work: Work,
  talks: readonly TalkUnderWay[],
  staff: readonly Staff[],
): Promise<TalkTask[]> {
  const { actor } = work;
  if (!actor) return [];
  const tasks: TalkTask[] = [];
  for (const { isThere, ...talk } of talks) {
    const standing = standingOf(talk);
    const aboveId =
      waitsAbove(standing) && actor.manages.length > 0
        ? ((await aboveOf(work, talk))?.personId ?? null)
        : null;
    const seat = seatInList(actor, { ...talk, isThere }, { staff, aboveId });
    const acts = seat ? actsOf(seat.reader, standing, work.today) : [];
    if (!seat || acts.length === 0) continue;
    const isOwn = seat.reader === "self";
    if (!isOwn) work.reads.note({ personIds: [talk.personId], what: "talks", basis: seat.basis });
    tasks.push({ talk: headOf(talk), isOwn, acts });
  }
  return tasks;
}
