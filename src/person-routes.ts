/** Pages about one person, one's own among them, and about those who work in one unit: the part of the table in `routes.ts` where all that is told is personal. */
import { at, type Entry } from "./route-entry.ts";

export const aboutPeople: readonly Entry[] = [
  at(
    "/o/:slug/units/:unitId/placements",
    "placement/pages/unit-placements.tsx",
    "whoever decides for someone in the unit; leads in their scope see placed or not placed",
  ),
  at(
    "/o/:slug/units/:unitId/placements/prepare",
    "placement/pages/prepare-unit.tsx",
    "whoever decides for someone in the unit",
  ),
  at(
    "/o/:slug/people/:personId/placements",
    "move/pages/person-placements.tsx",
    "those close to the person; deciding is for whoever decides for them",
  ),
  at(
    "/o/:slug/my/placement",
    "placement/pages/my-placement.tsx",
    "whoever is signed in and is an employee: their own",
  ),
  at("/o/:slug/my/move", "move/pages/my-move.tsx", "whoever is signed in and is an employee: their own"),
  at("/o/:slug/my/missing", "gap/pages/my-missing.tsx", "whoever is signed in and is an employee: their own"),
  at("/o/:slug/people/:personId/missing", "gap/pages/person-missing.tsx", "those close to the person"),
  at(
    "/o/:slug/units/:unitId/abilities",
    "gap/pages/abilities.tsx",
    "whoever decides for someone in the unit",
  ),
  at(
    "/o/:slug/units/:unitId/abilities/file.csv",
    "gap/pages/abilities-file.ts",
    "as the unit's abilities themselves",
  ),
  at(
    "/o/:slug/units/:unitId/needs/:model",
    "gap/pages/set-needs.tsx",
    "the unit's manager and deputies, and who acts where there is no manager",
  ),
  at(
    "/o/:slug/units/:unitId/evidence",
    "evidence/pages/unit-evidence.tsx",
    "whoever decides for someone in the unit",
  ),
  at("/o/:slug/people/:personId/evidence", "evidence/pages/person-evidence.tsx", "those close to the person"),
  at(
    "/o/:slug/people/:personId/evidence/new",
    "evidence/pages/new-evidence.tsx",
    "the person; whoever decides for them",
  ),
  at(
    "/o/:slug/people/:personId/evidence/:evidenceId",
    "evidence/pages/piece.tsx",
    "those close to the person; checking is for whoever decides for them",
  ),
  at(
    "/o/:slug/people/:personId/evidence/:evidenceId/files/:fileId",
    "evidence/pages/file.ts",
    "as the piece of evidence that it belongs to",
  ),
  at(
    "/o/:slug/my/evidence",
    "evidence/pages/my-evidence.ts",
    "whoever is signed in and is an employee: their own",
  ),
  at(
    "/o/:slug/my/assessment",
    "assessment/pages/my-assessments.tsx",
    "whoever is signed in and is an employee: their own",
  ),
  at(
    "/o/:slug/my/assessment/:assessmentId",
    "assessment/pages/my-assessment.tsx",
    "the person; the manager's sheet when it has been opened",
  ),
  at(
    "/o/:slug/my/assessment/:assessmentId/:heading",
    "assessment/pages/my-heading.tsx",
    "the person: their own sheet",
  ),
  at(
    "/o/:slug/units/:unitId/assessments",
    "assessment/pages/unit-assessments.tsx",
    "whoever decides for someone in the unit: handed in or not, never what",
  ),
  at(
    "/o/:slug/people/:personId/assessment",
    "assessment/pages/person-assessments.tsx",
    "those close to the person, not themself; beginning is for whoever decides for them",
  ),
  at(
    "/o/:slug/people/:personId/assessment/:assessmentId",
    "assessment/pages/person-assessment.tsx",
    "those close to the person, not themself; the self-assessment when it has been opened; acting is for whoever decides for them",
  ),
  at(
    "/o/:slug/people/:personId/assessment/:assessmentId/:heading",
    "assessment/pages/person-heading.tsx",
    "whoever decides for the person: the manager's sheet",
  ),
  at("/o/:slug/my/plan", "plan/pages/my-plan.tsx", "whoever is signed in and is an employee: their own"),
  at("/o/:slug/my/plan/goals/:goalId", "plan/pages/my-goal.tsx", "the person: their own goals, or a new one"),
  at(
    "/o/:slug/my/plan/activities/:activityId",
    "plan/pages/my-activity.tsx",
    "the person: their own activities, or a new one",
  ),
  at(
    "/o/:slug/people/:personId/plan",
    "plan/pages/person-plan.tsx",
    "the person, whoever decides for them, and the HR partner in the case; of an authority on its own side of the line",
  ),
  at(
    "/o/:slug/people/:personId/plan/goals/:goalId",
    "plan/pages/person-goal.tsx",
    "the person, and whoever decides for them",
  ),
  at(
    "/o/:slug/people/:personId/plan/activities/:activityId",
    "plan/pages/person-activity.tsx",
    "the person, and whoever decides for them",
  ),
  at(
    "/o/:slug/units/:unitId/plans",
    "plan/pages/unit-plans.tsx",
    "whoever decides for someone in the unit: what comes next for each",
  ),
  at(
    "/o/:slug/units/:unitId/plans/give",
    "plan/pages/give-activity.tsx",
    "whoever decides for someone in the unit",
  ),
  at(
    "/o/:slug/units/:unitId/plans/start",
    "plan/pages/start-plans.tsx",
    "whoever decides for someone in the unit",
  ),
  at("/o/:slug/my/talks", "talk/pages/my-talks.tsx", "whoever is signed in and is an employee: their own"),
  at(
    "/o/:slug/my/talks/:talkId",
    "talk/pages/my-talk.tsx",
    "the person; what the manager prepared when it has been shown or the talk is held",
  ),
  at(
    "/o/:slug/my/talks/:talkId/file.pdf",
    "talk/pages/my-talk-file.ts",
    "as the talk itself, once something has been put to the two",
  ),
  at(
    "/o/:slug/units/:unitId/talks",
    "talk/pages/unit-talks.tsx",
    "whoever decides for someone in the unit: how far each talk has come, never what is written",
  ),
  at(
    "/o/:slug/units/:unitId/talks/book",
    "talk/pages/book-round.tsx",
    "whoever decides for someone in the unit",
  ),
  at(
    "/o/:slug/people/:personId/talks",
    "talk/pages/person-talks.tsx",
    "those close to the person, not themself",
  ),
  at(
    "/o/:slug/people/:personId/talks/:talkId",
    "talk/pages/person-talk.tsx",
    "whoever decides for the person; the manager above when another view was sent to them; others close to the person when it has been held, to read",
  ),
  at(
    "/o/:slug/people/:personId/talks/:talkId/placement",
    "talk/pages/place-at-talk.tsx",
    "whoever decides for the person, when the talk has been held and is about competence",
  ),
  at(
    "/o/:slug/people/:personId/talks/:talkId/file.pdf",
    "talk/pages/person-talk-file.ts",
    "as the talk itself, once something has been put to the two",
  ),
  at("/o/:slug/my/data", "privacy/pages/my-data.tsx", "whoever is signed in and is an employee: their own"),
  at(
    "/o/:slug/my/data/file.json",
    "privacy/pages/my-data-file.ts",
    "whoever is signed in and is an employee: their own",
  ),
  at(
    "/o/:slug/my/notices",
    "notices/pages/my-notices.tsx",
    "whoever is signed in and is an employee: their own",
  ),
  at(
    "/o/:slug/my/mail",
    "notices/pages/my-mail.tsx",
    "whoever is signed in and is an employee: their own, where mail is caught",
  ),
  at(
    "/o/:slug/units/:unitId",
    "people/pages/staff.tsx",
    "the unit's manager and deputies, the manager above where it is vacant, HR handlers, administrators",
  ),
  at("/o/:slug/units/:unitId/keep", "people/pages/keep-unit.tsx", "administrators"),
  at(
    "/o/:slug/people/:personId",
    "people/pages/person.tsx",
    "the person, those close to them, HR handlers and administrators; protected identity: only the few",
  ),
  at(
    "/o/:slug/people/:personId/protection",
    "identity/pages/protection.tsx",
    "HR handlers and administrators, not of themselves; once protected: the manager and the named handler",
  ),
  at("/o/:slug/my/reads", "people/pages/my-reads.tsx", "whoever is signed in: what has been read about them"),
];
