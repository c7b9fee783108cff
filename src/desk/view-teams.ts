/** A manager's start page: what waits for them in their units, and where each of their people is. Asked in one statement. */
import type { Id } from "../shared/ids.ts";
import type { Actor } from "../shared/actor.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { askTogether } from "../platform/database/together.ts";
import type { Work } from "../platform/database/work.ts";
import { settings } from "../organisation/store.ts";
import { unitsActedFor } from "../people/acting.ts";
import { managesUnit, type DecidesAs } from "../placement/access.ts";
import { placedNow, type PlacedState } from "../placement/unit.store.ts";
import { roomsFrom, type UnitRoom } from "../placement/unit-room.ts";
import {
  listOf,
  listQuestions,
  type UnitPlacement,
  type UnitPlacements,
} from "../placement/view-unit-placements.ts";
import type { UnitToSee } from "../evidence/unit.store.ts";
import { evidenceTasks } from "../evidence/view-unit-evidence.ts";
import { needQuestions, unitNeeds, type UnitModelNeeds } from "../gap/unit-needs.ts";
import { waitingMoves, type WaitingMove } from "../move/store.ts";
import { movesToSee } from "../move/view-waiting-moves.ts";
import { nextSteps, type NextStep, type StepOf } from "../plan/summary.store.ts";
import { latestHeldIn, type LatestHeld } from "../talk/talk.store.ts";
import { talksAround, talkTasks, type TalkTask } from "../talk/view-talks.ts";
import { waitingCorrections, type Asking } from "../privacy/store.ts";
import { waitingRounds, type WaitingRound } from "../calibration/store.ts";
import { later, talkDue } from "./team.rules.ts";

/** A line of the table: where somebody is, when the two of them last talked, and what comes next in the plan. */
export type TeamRow = UnitPlacement & {
  readonly lastTalk: LocalDate | null;
  readonly next: NextStep | null;
  /** What is booked or under way with them. */
  readonly talk: TalkTask | null;
  /** Have they applied to move? */
  readonly applied: boolean;
  readonly isNew: boolean;
};

export type TeamPerson = {
  readonly personId: Id;
  readonly name: string;
  readonly since: LocalDate;
};

/** A unit; `vacant` where it has no manager and the actor, as the manager above, acts in their place. */
export type Team = Omit<UnitPlacements, "rows"> & {
  readonly rows: readonly TeamRow[];
  readonly vacant: boolean;
  readonly needs: readonly UnitModelNeeds[];
  /** New here, without a talk since they began. */
  readonly newcomers: readonly TeamPerson[];
  /** Those with whom no talk has been held within a year, and none is booked. */
  readonly toBook: readonly TeamPerson[];
};

export type Teams = {
  readonly teams: readonly Team[];
  /** Further units that the actor manages or acts for, beyond those that are shown. */
  readonly otherTeams: number;
  readonly talks: readonly TalkTask[];
  readonly moves: readonly WaitingMove[];
  /** Evidence that waits for a check, or ends soon, by unit. */
  readonly evidence: readonly UnitToSee[];
  readonly corrections: readonly Asking[];
  /** Calibrations in which the actor has not handed in (PLC-8). */
  readonly calibrations: readonly WaitingRound[];
  /** Where the actor is placed themself. */
  readonly own: readonly PlacedState[];
};

/** More teams than this are links on the units page: each one shown is read, and logged, in full. */
const MOST_TEAMS = 3;
/** More people than this are on the unit's own list. */
const MOST_ROWS = 30;

/** Null for whoever manages nothing, and acts for nobody. */
export async function viewTeams(work: Work, actor: Actor): Promise<Teams | null> {
  const own = actor.personId;
  const acted = await unitsActedFor(work);
  const unitIds = [...new Set([...actor.manages.map(({ unitId }) => unitId), ...acted])];
  if (own === null || unitIds.length === 0) return null;
  const shown = unitIds.slice(0, MOST_TEAMS);
  const asked = await askTogether(work.tx, {
    ...listQuestions(work, shown),
    ...needQuestions(work, shown, await settings(work)),
    talks: talksAround(work, own, shown),
    held: latestHeldIn(work, shown),
    steps: nextSteps(work, shown),
    moves: waitingMoves(work, shown),
    evidence: evidenceTasks(work, acted),
    corrections: waitingCorrections(work, shown),
    calibrations: waitingRounds(work, own),
    own: placedNow(work, own),
  });
  const rooms = [...roomsFrom(work, asked).values()].toSorted(
    (a, b) => shown.indexOf(a.unit.id) - shown.indexOf(b.unit.id),
  );
  if (rooms.length === 0) return null;
  const staff = rooms.flatMap(staffOf);
  const decided = new Map(staff.map(({ personId, as }) => [personId, as]));
  const talks = await talkTasks(work, asked.talks, staff);
  const moves = movesToSee(work, asked.moves, decided);
  const teams: Team[] = [];
  for (const room of rooms) {
    const list = listOf(work, room, asked, { page: 1, size: MOST_ROWS });
    const needs = managesUnit(actor, room.unit.id) ? await unitNeeds(work, room.unit.id, asked) : [];
    teams.push(
      teamOf(work, room, { ...asked, list, needs, talks, moves, vacant: acted.includes(room.unit.id) }),
    );
  }
  return {
    teams,
    otherTeams: unitIds.length - shown.length,
    talks,
    moves,
    evidence: asked.evidence,
    corrections: asked.corrections.filter(({ personId }) => {
      const basis = decided.get(personId);
      if (basis) work.reads.note({ personIds: [personId], what: "data-request", basis });
      return basis !== undefined;
    }),
    calibrations: asked.calibrations,
    own: asked.own,
  };
}

type Facts = {
  readonly list: UnitPlacements;
  readonly needs: readonly UnitModelNeeds[];
  readonly vacant: boolean;
  readonly talks: readonly TalkTask[];
  readonly moves: readonly WaitingMove[];
  readonly placed: readonly PlacedState[];
  readonly held: readonly LatestHeld[];
  readonly steps: readonly StepOf[];
};

/** The people in the room whom the actor decides for, each once, with what their table row and the tasks say of them. */
function teamOf(work: Work, room: UnitRoom, { list, needs, vacant, talks, moves, ...facts }: Facts): Team {
  const isHere = (each: { readonly authorityId: Id | null }): boolean =>
    each.authorityId === room.unit.authorityId;
  const held = new Map(facts.held.filter(isHere).map(({ personId, day }) => [personId, day]));
  const dialogue = new Map(
    facts.placed
      .filter((each) => isHere(each) && !each.takenOver)
      .map((each) => [each.personId, each.dialogueOn]),
  );
  const lastTalk = (personId: Id) => later(held.get(personId) ?? null, dialogue.get(personId) ?? null);
  const steps = new Map(facts.steps.filter(isHere).map((step) => [step.personId, step]));
  const busy = new Set(talks.flatMap(({ talk, isOwn }) => (isOwn ? [] : [talk.personId])));
  const due = Map.groupBy(staffOf(room), ({ personId, since }) =>
    talkDue({ since, lastTalk: lastTalk(personId), hasTalk: busy.has(personId) }, work.today),
  );
  const [newcomers, toBook] = [due.get("introduce") ?? [], due.get("book") ?? []];
  const isNew = new Set(newcomers.map(({ personId }) => personId));
  const named = [...newcomers, ...(toBook.length === 1 ? toBook : [])];
  for (const { personId, as } of [...list.rows, ...named]) {
    if (!as) continue;
    work.reads.note({ personIds: [personId], what: "talks", basis: as });
    if (steps.has(personId)) work.reads.note({ personIds: [personId], what: "plan", basis: as });
  }
  return {
    ...list,
    vacant,
    needs,
    newcomers,
    toBook,
    rows: list.rows.map((row) => ({
      ...row,
      lastTalk: row.as && lastTalk(row.personId),
      next: row.as && (steps.get(row.personId) ?? null),
      talk: (row.as && talks.find(({ talk, isOwn }) => !isOwn && talk.personId === row.personId)) || null,
      applied: row.as !== null && moves.some(({ personId, applied }) => applied && personId === row.personId),
      isNew: isNew.has(row.personId),
    })),
  };
}

type TeamMember = TeamPerson & {
  readonly as: DecidesAs;
  readonly unitId: Id;
  readonly authorityId: Id | null;
};

/** Those in a room whom the actor decides for, each once. */
const staffOf = ({ unit, occupants }: UnitRoom): TeamMember[] => [
  ...new Map(
    occupants.flatMap(({ member: { personId, givenName, familyName, since }, as }) =>
      as
        ? [
            [
              personId,
              {
                personId,
                name: `${givenName} ${familyName}`,
                since,
                as,
                unitId: unit.id,
                authorityId: unit.authorityId,
              },
            ] as const,
          ]
        : [],
    ),
  ).values(),
];
