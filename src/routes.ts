/**
 * Every page and resource in one table: where it is, the file that answers, and who may be there. The policy is said in words here,
 * decided in the feature's `access.ts` inside the use case that the file calls, and tested for every role in `tests/access`.
 */
import type { RouteConfig } from "@react-router/dev/routes";

type Entry = { readonly path: string; readonly file: string; readonly policy: string };

const at = (path: string, file: string, policy: string): Entry => ({ path, file, policy });

export const table: readonly Entry[] = [
  at("/", "desk/pages/welcome.tsx", "anyone"),
  at("/language/:to", "desk/pages/language.ts", "anyone"),
  at("/api", "desk/pages/api.tsx", "anyone: how the API is used, never what it holds"),
  at("/ui", "desk/pages/ui.tsx", "anyone, in a demo installation"),
  at("/o/:slug", "desk/pages/start.tsx", "whoever is signed in: their own page"),
  at("/o/:slug/sign-in", "identity/pages/sign-in.tsx", "anyone"),
  at("/o/:slug/sign-out", "identity/pages/sign-out.ts", "anyone: ends one's own session"),
  at("/o/:slug/choose-password/:token", "identity/pages/choose-password.tsx", "whoever holds the invitation"),
  at("/o/:slug/parked/:id", "identity/pages/parked.tsx", "the account that sent it"),
  at("/o/:slug/accounts", "identity/pages/accounts.tsx", "administrators"),
  at("/o/:slug/accounts/new", "identity/pages/add-account.tsx", "administrators"),
  at("/o/:slug/accounts/:account", "identity/pages/account.tsx", "administrators; never for their own roles"),
  at("/o/:slug/tokens", "identity/pages/tokens.tsx", "administrators"),
  at("/o/:slug/tokens/:tokenId", "identity/pages/revoke-token.tsx", "administrators"),
  at(
    "/o/:slug/models",
    "career-model/pages/models.tsx",
    "anyone: what is in force; drafts for those who work with them",
  ),
  at("/o/:slug/shared-models", "layers/pages/shared-models.tsx", "process leads and adopters of an employer"),
  at(
    "/o/:slug/catalogue",
    "catalogue/pages/catalogue.tsx",
    "anyone: what is public; all of it for those signed in",
  ),
  at("/o/:slug/catalogue/shortage", "catalogue/pages/shortage.tsx", "whoever is signed in"),
  at("/o/:slug/catalogue/shortage/:format", "catalogue/pages/shortage-file.ts", "whoever is signed in"),
  at(
    "/o/:slug/catalogue/:entryId",
    "catalogue/pages/entry.tsx",
    "anyone: a public entry; any entry for those signed in",
  ),
  at(
    "/o/:slug/catalogue/:entryId/keep",
    "catalogue/pages/keep-entry.tsx",
    "process and association leads, HR handlers",
  ),
  at("/o/:slug/models/new", "model-sheets/pages/add-model.tsx", "process leads and association leads"),
  at("/o/:slug/models/begin", "model-editor/pages/begin.tsx", "process leads and association leads"),
  at(
    "/o/:slug/models/import/:importId",
    "model-sheets/pages/model-import.tsx",
    "process leads and association leads",
  ),
  at(
    "/o/:slug/models/:model",
    "layers/pages/model.tsx",
    "anyone: public text; internal text for those signed in",
  ),
  at(
    "/o/:slug/models/:model/history",
    "career-model/pages/history.tsx",
    "those who take part in writing it: process and association leads, adopters, unions for their professions",
  ),
  at("/o/:slug/models/:model/difference", "career-model/pages/difference.tsx", "as the model itself"),
  at(
    "/o/:slug/models/:model/members",
    "layers/pages/compare-members.tsx",
    "an association's lead: what its members have adopted",
  ),
  at(
    "/o/:slug/models/:model/supplement",
    "layers/pages/supplement.tsx",
    "those who take part in writing models here, and a unit's manager for the unit's; written by process leads and that manager",
  ),
  at(
    "/o/:slug/models/:model/supplement/change",
    "layers/pages/supplement-change.tsx",
    "process leads; a unit's manager for the unit's",
  ),
  at(
    "/o/:slug/models/:model/supplement/consultation",
    "layers/pages/supplement-consultation.tsx",
    "as the supplement itself; sent out and taken back by those who write it",
  ),
  at("/o/:slug/models/:model/supplement/adopt", "gap/pages/adopt-supplement.tsx", "adopters"),
  at(
    "/o/:slug/models/:model/supplement/carry-over",
    "layers/pages/carry-over.tsx",
    "as the supplement itself",
  ),
  at(
    "/o/:slug/models/:model/titles",
    "career-model/pages/local-titles.tsx",
    "process leads and administrators",
  ),
  at("/o/:slug/models/:model/versions/:number/adopt", "gap/pages/adopt.tsx", "adopters"),
  at(
    "/o/:slug/models/:model/versions/:number/edit",
    "model-editor/pages/draft.tsx",
    "those who take part in writing it; process and association leads write",
  ),
  at(
    "/o/:slug/models/:model/versions/:number/edit/levels/:level",
    "model-editor/pages/level.tsx",
    "those who take part in writing it; process and association leads write",
  ),
  at(
    "/o/:slug/models/:model/versions/:number/edit/items/:item",
    "model-editor/pages/item.tsx",
    "those who take part in writing it, and comment; process and association leads write",
  ),
  at(
    "/o/:slug/models/:model/versions/:number/edit/changes",
    "model-editor/pages/changes.tsx",
    "those who take part in writing it",
  ),
  at(
    "/o/:slug/models/:model/versions/:number/edit/tracks/:track",
    "model-editor/pages/track.tsx",
    "process leads and association leads",
  ),
  at(
    "/o/:slug/models/:model/versions/:number/edit/reuse",
    "model-editor/pages/reuse.tsx",
    "process leads and association leads",
  ),
  at(
    "/o/:slug/models/:model/versions/:number/edit/groups/:group",
    "model-editor/pages/group.tsx",
    "process leads and association leads",
  ),
  at(
    "/o/:slug/models/:model/versions/:number/file/:format",
    "model-sheets/pages/model-file.ts",
    "as the model itself",
  ),
  at("/o/:slug/structures", "model-editor/pages/structures.tsx", "process leads and association leads"),
  at(
    "/o/:slug/structures/:structure",
    "model-editor/pages/structure.tsx",
    "process leads and association leads",
  ),
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
  at(
    "/o/:slug/calibrations",
    "calibration/pages/calibrations.tsx",
    "process leads and HR handlers; managers: the rounds that they are asked in",
  ),
  at(
    "/o/:slug/calibrations/:roundId",
    "calibration/pages/one-calibration.tsx",
    "process leads and HR handlers; a manager who is asked, when it has been opened",
  ),
  at(
    "/o/:slug/calibrations/:roundId/cases/:caseId",
    "calibration/pages/calibration-case.tsx",
    "process leads and HR handlers; a manager who is asked, when it has been opened: their own answer",
  ),
  at(
    "/o/:slug/calibrations/:roundId/result",
    "calibration/pages/result.tsx",
    "a manager who has handed in; all others of the round when everybody has, or it is closed",
  ),
  at(
    "/o/:slug/placement-views",
    "placement/pages/placement-views.tsx",
    "managers: other views that wait for them as the manager above",
  ),
  at("/o/:slug/my/move", "move/pages/my-move.tsx", "whoever is signed in and is an employee: their own"),
  at("/o/:slug/move-tasks", "move/pages/move-tasks.tsx", "HR handlers; managers about their own staff"),
  at("/o/:slug/models/:model/posts", "move/pages/posts.tsx", "process leads"),
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
    "/o/:slug/needs",
    "gap/pages/needs.tsx",
    "process leads, adopters, HR handlers; unions for their professions; rollout leads, managers and deputies for their units",
  ),
  at("/o/:slug/debt", "gap/pages/debt.tsx", "as needs"),
  at("/o/:slug/debt/file.csv", "gap/pages/debt-file.ts", "as needs"),
  at(
    "/o/:slug/models/:model/versions/:number/impact",
    "gap/pages/impact.tsx",
    "those who take part in writing the draft and see figures: process leads, adopters, unions for their professions; process leads set its transition rule",
  ),
  at(
    "/o/:slug/models/:model/versions/:number/impact/file.csv",
    "gap/pages/impact-file.ts",
    "as the impact itself",
  ),
  at(
    "/o/:slug/models/:model/supplement/impact",
    "gap/pages/supplement-impact.tsx",
    "those who take part in writing the supplement and see figures: process leads, adopters, unions for their professions, a unit's manager; its rules by those who write it",
  ),
  at(
    "/o/:slug/models/:model/supplement/impact/file.csv",
    "gap/pages/supplement-impact-file.ts",
    "as the impact itself",
  ),
  at("/o/:slug/needs/file.csv", "gap/pages/needs-file.ts", "as needs themselves"),
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
    "/o/:slug/data-requests",
    "privacy/pages/requests.tsx",
    "managers and deputies for their people; HR handlers for what the register says",
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
  at("/o/:slug/mail", "notices/pages/mail.tsx", "administrators"),
  at("/o/:slug/theme.css", "organisation/pages/theme.ts", "anyone: the organisation's colours"),
  at("/o/:slug/logo/:hash", "organisation/pages/logo.ts", "anyone: the organisation's logo"),
  at("/o/:slug/settings/logo", "organisation/pages/logo-keeping.tsx", "administrators"),
  at("/o/:slug/settings/memberships", "organisation/pages/memberships.tsx", "administrators"),
  at("/o/:slug/settings", "organisation/pages/settings.tsx", "administrators"),
  at("/o/:slug/professions", "organisation/pages/professions.tsx", "whoever is signed in"),
  at("/o/:slug/professions/:professionId", "organisation/pages/profession.tsx", "administrators"),
  at("/o/:slug/units", "people/pages/units.tsx", "whoever is signed in"),
  at("/o/:slug/units/new", "people/pages/add-unit.tsx", "administrators"),
  at(
    "/o/:slug/units/:unitId",
    "people/pages/staff.tsx",
    "the unit's manager and deputies, the manager above where it is vacant, HR handlers, administrators",
  ),
  at("/o/:slug/units/:unitId/keep", "people/pages/keep-unit.tsx", "administrators"),
  at("/o/:slug/people", "people/pages/search.tsx", "HR handlers and administrators"),
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
  at(
    "/o/:slug/coverage",
    "coverage/pages/coverage.tsx",
    "process leads, adopters, data protection officers, HR handlers, administrators; unions for their professions; rollout leads, managers and deputies for their units",
  ),
  at("/o/:slug/coverage/file.csv", "coverage/pages/coverage-file.ts", "as coverage itself"),
  at("/o/:slug/coverage/:model", "coverage/pages/model-coverage.tsx", "as coverage itself"),
  at("/o/:slug/coverage/:model/file.csv", "coverage/pages/model-coverage-file.ts", "as coverage itself"),
  at(
    "/o/:slug/measurements",
    "coverage/pages/measurements.tsx",
    "whoever sees coverage; process leads freeze",
  ),
  at("/o/:slug/members", "coverage/pages/members.tsx", "the lead of an association, in it"),
  at("/o/:slug/import", "people/pages/imports.tsx", "HR handlers and administrators"),
  at("/o/:slug/import/template/:format", "people/pages/import-template.ts", "HR handlers and administrators"),
  at(
    "/o/:slug/import/:importId",
    "people/pages/import-one.tsx",
    "HR handlers and administrators; protected people show to their named handler only",
  ),
  at(
    "/o/:slug/import/:importId/unreadable",
    "people/pages/unreadable-file.ts",
    "HR handlers and administrators; protected people are in their named handler's file only",
  ),
  at("/o/:slug/titles", "career-model/pages/titles-file.tsx", "process leads and administrators"),
  at("/o/:slug/take-over", "placement/pages/take-overs.tsx", "HR handlers and administrators"),
  at(
    "/o/:slug/take-over/file/:what/:format",
    "placement/pages/take-out.ts",
    "HR handlers and administrators; local titles: whoever keeps them too; protected people are in their named handler's file only",
  ),
  at(
    "/o/:slug/take-over/:takeOverId",
    "placement/pages/take-over.tsx",
    "HR handlers and administrators; protected people show to their named handler only",
  ),
  at(
    "/o/:slug/take-over/:takeOverId/rows/:list",
    "placement/pages/take-over-rows.ts",
    "HR handlers and administrators; protected people are in their named handler's file only",
  ),
  at("*", "desk/pages/not-found.tsx", "anyone: there is nothing there"),
];

export default table.map(({ path, file }) =>
  path === "/" ? { index: true, file } : { path: path.replace(/^\//, ""), file },
) satisfies RouteConfig;
