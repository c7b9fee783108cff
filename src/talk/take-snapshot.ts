/** What a talk rests on, read as it stands now by the use cases that show each part of it (TLK-1): what they keep from the one who asks, is not in it. */
import { addDays } from "../shared/local-date.ts";
import { askTogether } from "../platform/database/together.ts";
import type { Work } from "../platform/database/work.ts";
import { seenIn, type AssessmentView, type SaidBy } from "../assessment/view-assessment.ts";
import { readerIn, type AssessmentRoom } from "../assessment/assessment-room.ts";
import { assessmentsAbout, standingOf, type Assessment } from "../assessment/assessment.store.ts";
import { sees } from "../placement/access.ts";
import { noteRead, openRoom, personQuestions, type PersonRoom } from "../placement/person-room.ts";
import { likenessOf } from "../assessment/meeting.rules.ts";
import type { Line } from "../gap/missing.rules.ts";
import { viewMissing } from "../gap/view-missing.ts";
import { currentPlacements, type Placement } from "../placement/store.ts";
import { planParts } from "../plan/plan.store.ts";
import { planSince } from "../plan/view-plan.ts";
import {
  assessmentsFor,
  type AssessmentThen,
  type PlanThen,
  type RequirementThen,
  type SaidThen,
  type Snapshot,
} from "./snapshot.rules.ts";
import type { Talk } from "./talk.store.ts";
import { goingOnFrom, versionNumbers } from "./written.store.ts";

/** The assessments that a talk is about, within its authority. */
export async function talkAssessments(work: Work, talk: About): Promise<AssessmentRoom[]> {
  const asked = await askTogether(work.tx, {
    ...personQuestions(work, talk.personId),
    assessments: assessmentsAbout(work, [talk.personId]),
  });
  return assessmentsAt(work, openRoom(work, asked), talk, asked.assessments);
}

type About = Pick<Talk, "personId" | "authorityId" | "bookedOn">;

/** The same among all of the person's. */
export function assessmentsAt(
  work: Work,
  person: PersonRoom,
  { authorityId, bookedOn }: About,
  all: readonly Assessment[],
): AssessmentRoom[] {
  noteRead(work, person, "assessments");
  const own = all.filter((each) => each.authorityId === authorityId && sees(person.sight, each.authorityId));
  return assessmentsFor(own, bookedOn).map((assessment) => ({
    person,
    assessment,
    standing: standingOf(assessment),
    reader: readerIn(person, assessment),
  }));
}

/** The placements that the talk is about: those of its authority. */
export const placementsAt = (
  { authorityId }: Pick<Talk, "authorityId">,
  all: readonly Placement[],
): readonly Placement[] => all.filter((each) => each.authorityId === authorityId);

/** Of a pay talk no assessments: they are no part of what is talked about there. */
export async function snapshotOf(work: Work, talk: Talk): Promise<Snapshot> {
  const placements = placementsAt(talk, await currentPlacements(work, [talk.personId], work.today));
  const numbers = await versionNumbers(
    work,
    placements.map(({ versionId }) => versionId),
  );
  const isPay = talk.kind === "pay";
  const assessments: AssessmentThen[] = [];
  for (const room of isPay ? [] : await talkAssessments(work, talk))
    assessments.push(assessmentThen(await seenIn(work, room)));
  const requirements: Snapshot["requirements"][number][] = [];
  for (const { modelSlug } of isPay ? [] : placements) {
    const { here } = await viewMissing(work, { personId: talk.personId, model: modelSlug, place: "" });
    if (here)
      requirements.push({
        model: { sv: here.model.nameSv, en: here.model.nameEn },
        level: here.place.level,
        track: here.place.track,
        lines: here.mandatory.flatMap(linesThen),
      });
  }
  return {
    on: work.today,
    placements: placements.map((each) => ({
      model: { sv: each.modelSv, en: each.modelEn, version: numbers.get(each.versionId) ?? 0 },
      level: each.level,
      track: each.track,
      from: each.from,
    })),
    assessments: assessments.filter(({ statements }) => statements.length > 0),
    requirements,
    plan: isPay ? null : await planThen(work, talk),
  };
}

/** What is left of the plan, and what has come of it since the talk before, within the talk's authority. */
async function planThen(work: Work, talk: Talk): Promise<PlanThen> {
  const asked = await askTogether(work.tx, {
    ...personQuestions(work, talk.personId),
    ...planParts(work, talk.personId),
    going: goingOnFrom(work, talk.id),
  });
  noteRead(work, openRoom(work, asked), "plan");
  const last = asked.going[0]?.last ?? null;
  const { goals, activities } = planSince(asked, talk.authorityId, last?.heldOn ?? null);
  const all = <Part>({ open, done, notDone }: Readonly<Record<"open" | "done" | "notDone", Part[]>>) => [
    ...open,
    ...done,
    ...notDone,
  ];
  return {
    goals: all(goals).map(({ kind, title, use, mentor, until, state, reason, endedOn }) => ({
      kind,
      title,
      use,
      mentor,
      until,
      state,
      reason,
      endedOn,
    })),
    activities: all(activities).map(
      ({ title, goal, owner, mentor, from, until, state, reason, endedOn }) => ({
        title,
        goal,
        owner,
        mentor,
        from,
        until,
        state,
        reason,
        endedOn,
      }),
    ),
  };
}

/** Only what both could read: a sheet that was never handed in says nothing here. */
function assessmentThen({ head, headings, reads, since }: AssessmentView): AssessmentThen {
  const isOpened = head.openedOn !== null;
  const said = (by: SaidBy, side: "self" | "manager"): SaidThen | null =>
    isOpened && reads.includes(side) && head.sheets[side].state === "handed-in"
      ? {
          step: by.step === null ? null : by.step === 0 ? "" : (head.scale[by.step - 1] ?? null),
          words: by.words,
        }
      : null;
  const self = head.sheets.self.state;
  return {
    model: { sv: head.modelSv, en: head.modelEn, version: head.versionNumber },
    level: head.level,
    track: head.track,
    self: self === "handed-in" || self === "declined" ? self : "not-in",
    statements: isOpened
      ? headings.flatMap(({ statements }) =>
          statements
            .filter(({ statement }) => since.changes[statement.itemId]?.is !== "gone")
            .map((each) => ({
              text: each.statement.text,
              likeness: likenessOf(each.self, each.manager),
              self: said(each.self, "self"),
              manager: said(each.manager, "manager"),
              outcome: each.outcome && { met: each.outcome.met, words: each.outcome.words },
            })),
        )
      : [],
  };
}

const linesThen = (line: Line): RequirementThen[] =>
  "requirement" in line
    ? [
        {
          text: line.requirement.text,
          isMet: line.isMet,
          shownBy: line.known.evidence?.what ?? null,
          through: line.known.evidence?.until ? addDays(line.known.evidence.until, -1) : null,
        },
      ]
    : line.lines.flatMap(linesThen);
