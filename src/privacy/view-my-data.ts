/** Everything that is held about the one who asks (ASM-4), by the use cases that show each part of it: what those keep from them, this does too. */
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { viewMyAssessments, type PersonAssessments } from "../assessment/view-assessments.ts";
import { viewAssessment, type AssessmentView } from "../assessment/view-assessment.ts";
import { ownRounds, type OwnRound } from "../calibration/own-answers.store.ts";
import { leavesOf } from "../evidence/experience.store.ts";
import type { Leave } from "../evidence/experience.rules.ts";
import { viewPersonEvidence, type PersonEvidence } from "../evidence/view-person-evidence.ts";
import { applicationsOf, type Application } from "../move/application.store.ts";
import { tasksAbout, type TaskOfPerson } from "../move/store.ts";
import { viewHeldMail, type HeldMail } from "../notices/keep-notices.ts";
import { registeredPerson, type Registered } from "../people/register.store.ts";
import { viewMyReads, type MyReads } from "../people/view-my-reads.ts";
import { placements, type Placement } from "../placement/store.ts";
import { viewPlan, type PlanView } from "../plan/view-plan.ts";
import { viewTalk, type TalkView } from "../talk/view-talk.ts";
import { viewMyTalks } from "../talk/view-talks.ts";
import { viewMyUnshown, type UnshownOfMine } from "../talk/unshown.ts";
import { requestsOf, type DataRequest } from "./store.ts";

export type MyData = {
  readonly register: Registered & { readonly leaves: readonly Leave[] };
  readonly placements: readonly Placement[];
  readonly applications: readonly Application[];
  /** What one's moves set off (PLC-7). */
  readonly moveTasks: readonly TaskOfPerson[];
  /** With one's own sheet, and the manager's once it has been opened (ASM-1). */
  readonly assessments: readonly AssessmentView[];
  readonly evidence: Pick<PersonEvidence, "pieces" | "experience">;
  /** With what one has written oneself, what the two have agreed, and the manager's preparation once it may be read. */
  readonly talks: readonly TalkView[];
  /** Whole, with all that has happened with it. */
  readonly plan: PlanView;
  /** What one has answered as a manager about invented cases (PLC-8). */
  readonly calibrations: readonly OwnRound[];
  /** What one has written in talks with others and hadn't shown when they closed (TLK-1). */
  readonly unshown: readonly UnshownOfMine[];
  /** Mail to one, as long as it is kept, and what one has chosen to get. */
  readonly mail: HeldMail;
  /** The latest; the rest stand on the page of who has read. */
  readonly reads: Pick<MyReads, "reads" | "total">;
  readonly requests: readonly DataRequest[];
};

/** What the register says of the one who asks, and what they have said of what is held. Throws NotFound for an account that is nobody's. */
export async function viewMyRegister(work: Work): Promise<Pick<MyData, "register" | "requests">> {
  const personId = work.actor?.personId;
  const register = personId ? await registeredPerson(work, personId) : undefined;
  if (!personId || !register) throw new NotFound("my data");
  return {
    register: { ...register, leaves: await leavesOf(work, personId) },
    requests: await requestsOf(work, personId),
  };
}

/** All of it. Throws NotFound for an account that is nobody's. */
export async function viewMyData(work: Work): Promise<MyData> {
  const { register, requests } = await viewMyRegister(work);
  const { personId } = register;
  const { assessments }: PersonAssessments = await viewMyAssessments(work);
  const opened: AssessmentView[] = [];
  for (const { id } of assessments) opened.push(await viewAssessment(work, { personId, assessmentId: id }));
  const talks: TalkView[] = [];
  for (const { id } of (await viewMyTalks(work)).talks)
    talks.push(await viewTalk(work, { personId, talkId: id }));
  const { pieces, experience } = await viewPersonEvidence(work, personId);
  const { reads, total } = await viewMyReads(work, 1);
  return {
    register,
    requests,
    placements: await placements(work, [personId]),
    applications: await applicationsOf(work, personId),
    moveTasks: await tasksAbout(work, personId),
    assessments: opened,
    evidence: { pieces, experience },
    talks,
    plan: await viewPlan(work, personId),
    calibrations: await ownRounds(work, personId),
    unshown: await viewMyUnshown(work),
    mail: await viewHeldMail(work),
    reads: { reads, total },
  };
}
