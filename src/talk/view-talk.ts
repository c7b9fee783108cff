/** A talk as one of the two, the manager above or somebody else who is close to the person may see it today (TLK-1, ORG-8). What they may not read is never read from the database. */
import type { LocalDate } from "../shared/local-date.ts";
import { askTogether } from "../platform/database/together.ts";
import type { Work } from "../platform/database/work.ts";
import { SIDES, type Side } from "../assessment/assessment.rules.ts";
import { headOf, seenIn, type AssessmentHead, type AssessmentView } from "../assessment/view-assessment.ts";
import { settings } from "../organisation/store.ts";
import type { DecidesAs } from "../placement/access.ts";
import { noteRead } from "../placement/person-room.ts";
import { placementsOn, type Placement } from "../placement/store.ts";
import { planParts } from "../plan/plan.store.ts";
import { assessmentsAbout } from "../assessment/assessment.store.ts";
import { planSince, type PlanSince } from "../plan/view-plan.ts";
import { assessmentsAt, placementsAt } from "./take-snapshot.ts";
import { aboveOf, noteTalk, talkRoom, type TalkAddress, type TalkRoom } from "./talk-room.ts";
import {
  mayReadPreparation,
  phaseOf,
  placesAs,
  staysUnshown,
  waitsUntil,
  type Act,
  type Phase,
  type Reader,
} from "./talk.rules.ts";
import type { Talk } from "./talk.store.ts";
import { unshownIn } from "./unshown.ts";
import type { Unshown } from "./unshown.store.ts";
import {
  goingOnFrom,
  writtenIn,
  type LastAgreed,
  type PlacedThen,
  type Preparation,
  type TalkEvent,
  type TalkRecord,
} from "./written.store.ts";

/** What the two go through, while it is being prepared or held; null when it is closed, and for whoever only reads. */
export type Matter = {
  /** What was agreed the last time. */
  readonly last: LastAgreed | null;
  /** Every assessment that it is about; those that have been opened, whole. */
  readonly assessments: readonly AssessmentHead[];
  readonly opened: readonly AssessmentView[];
  readonly placements: readonly Placement[];
  /** What has come of the plan since the last talk (PLN-1); null of a pay talk. */
  readonly plan: PlanSince | null;
  /** What is being written of what they agree: the manager's to see until it is put to both. */
  readonly agreed: string;
};

export type TalkView = {
  readonly talk: Talk;
  readonly phase: Phase;
  readonly reader: Reader;
  readonly as: DecidesAs | null;
  readonly acts: readonly Act[];
  readonly preparations: Readonly<Record<Side, Preparation | null>>;
  readonly matter: Matter | null;
  readonly record: TalkRecord | null;
  readonly events: readonly TalkEvent[];
  /** What whoever reads had written and hadn't shown when it closed: theirs alone. */
  readonly unshown: Unshown | null;
  /** The placements that came of it, and whether whoever reads may decide one. */
  readonly placed: readonly PlacedThen[];
  readonly mayPlace: boolean;
  /** The name of the manager above, for whoever may turn to them. */
  readonly above: string | null;
  readonly waitsUntil: LocalDate | null;
  readonly talkWord: string;
  /** TLK-2. Of a talk that has been put to the two, what was shown stands in its record. */
  readonly payLinkStatement: string;
};

/** Throws NotFound for whoever has no seat at it. */
export async function viewTalk(work: Work, address: TalkAddress): Promise<TalkView> {
  const room = await talkRoom(work, address);
  const { talk, standing, seat, acts } = room;
  noteTalk(work, room);
  const reads = SIDES.filter(
    (side) => mayReadPreparation(seat.reader, side, standing) && !staysUnshown(side, standing, talk),
  );
  const [{ preparations, record, events, placed }, matter, unshown] = await Promise.all([
    writtenIn(work, talk.id, reads),
    matterOf(work, room),
    unshownIn(work, talk),
  ]);
  const of = (side: Side) => preparations.find((each) => each.side === side) ?? null;
  const { talkWord, payLinkStatement } = await settings(work);
  return {
    talk,
    phase: phaseOf(standing),
    reader: seat.reader,
    as: seat.as,
    acts,
    preparations: { self: of("self"), manager: of("manager") },
    matter,
    record,
    events,
    placed,
    unshown,
    mayPlace: seat.reader === "manager" && placesAs(talk, work.today) !== null,
    above: acts.includes("differ") ? ((await aboveOf(work, talk))?.name ?? null) : null,
    waitsUntil: waitsUntil(standing),
    talkWord,
    payLinkStatement,
  };
}

async function matterOf(work: Work, { talk, seat, room: person }: TalkRoom): Promise<Matter | null> {
  const isUnderWay = talk.state === "planned" || talk.state === "held";
  if (!isUnderWay || !person || (seat.reader !== "self" && seat.reader !== "manager")) return null;
  const { personId, authorityId } = talk;
  const asked = await askTogether(work.tx, {
    going: goingOnFrom(work, talk.id),
    placements: placementsOn(work, [personId], work.today),
    assessments: assessmentsAbout(work, [personId]),
    ...planParts(work, personId),
  });
  const [going] = asked.going;
  const last = going?.last ?? null;
  const shared = {
    last,
    placements: placementsAt(talk, asked.placements),
    agreed: seat.reader === "manager" ? (going?.agreed ?? "") : "",
  };
  if (talk.kind === "pay") return { ...shared, plan: null, assessments: [], opened: [] };
  const rooms = assessmentsAt(work, person, talk, asked.assessments);
  const opened: AssessmentView[] = [];
  for (const room of rooms) if (room.assessment.openedOn !== null) opened.push(await seenIn(work, room));
  noteRead(work, { personId, sight: { basis: seat.basis, authorities: [] } }, "plan");
  const plan = planSince(asked, authorityId, last?.heldOn ?? null);
  return { ...shared, plan, assessments: rooms.map(headOf), opened };
}
