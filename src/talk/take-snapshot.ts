/** What a talk rests on, read as it stands now by the use cases that show each part of it (TLK-1): what they keep from the one who asks, is not in it. */
import { addDays } from "../shared/local-date.ts";
import type { Work } from "../platform/database/work.ts";
import {
  headOf,
  viewAssessment,
  type AssessmentHead,
  type AssessmentView,
  type SaidBy,
} from "../assessment/view-assessment.ts";
import { readerIn } from "../assessment/assessment-room.ts";
import { assessmentsOf, standingOf } from "../assessment/assessment.store.ts";
import { sees } from "../placement/access.ts";
import { noteRead, personRoom } from "../placement/person-room.ts";
import { likenessOf } from "../assessment/meeting.rules.ts";
import type { Line } from "../gap/missing.rules.ts";
import { viewMissing } from "../gap/view-missing.ts";
import { currentPlacements, type Placement } from "../placement/store.ts";
import {
  assessmentsFor,
  type AssessmentThen,
  type RequirementThen,
  type SaidThen,
  type Snapshot,
} from "./snapshot.rules.ts";
import type { Talk } from "./talk.store.ts";
import { versionNumbers } from "./written.store.ts";

/** The assessments that a talk is about, within its authority. */
export async function talkAssessments(
  work: Work,
  talk: Pick<Talk, "personId" | "authorityId" | "bookedOn">,
): Promise<AssessmentHead[]> {
  const room = await personRoom(work, talk.personId);
  noteRead(work, room, "assessments");
  const all = await assessmentsOf(work, [room.personId]);
  const own = all.filter(
    ({ authorityId }) => authorityId === talk.authorityId && sees(room.sight, authorityId),
  );
  return assessmentsFor(
    own.map((assessment) =>
      headOf({ assessment, standing: standingOf(assessment), reader: readerIn(room, assessment) }),
    ),
    talk.bookedOn,
  );
}

/** The person's placements that the talk is about: those of its authority. */
export const talkPlacements = async (
  work: Work,
  { personId, authorityId }: Pick<Talk, "personId" | "authorityId">,
): Promise<Placement[]> =>
  (await currentPlacements(work, [personId], work.today)).filter((each) => each.authorityId === authorityId);

/** Of a pay talk no assessments: they are no part of what is talked about there. */
export async function snapshotOf(work: Work, talk: Talk): Promise<Snapshot> {
  const placements = await talkPlacements(work, talk);
  const numbers = await versionNumbers(
    work,
    placements.map(({ versionId }) => versionId),
  );
  const isPay = talk.kind === "pay";
  const assessments: AssessmentThen[] = [];
  for (const { id } of isPay ? [] : await talkAssessments(work, talk))
    assessments.push(
      assessmentThen(await viewAssessment(work, { personId: talk.personId, assessmentId: id })),
    );
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
