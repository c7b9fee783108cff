/** The REST API (INT-3): every feature's operations in the order in which they are described. */
import { coverageApi } from "./coverage/api.ts";
import { modelsApi } from "./career-model/api.ts";
import { calibrationApi } from "./calibration/api.ts";
import { catalogueApi } from "./catalogue/api.ts";
import { differenceApi } from "./career-model/difference.api.ts";
import { editorApi } from "./model-editor/api.ts";
import { lifeApi } from "./career-model/life.api.ts";
import { supplementApi } from "./layers/api.ts";
import { titlesApi } from "./career-model/titles.api.ts";
import { assessmentApi } from "./assessment/api.ts";
import { meetingApi } from "./assessment/meeting.api.ts";
import { evidenceApi } from "./evidence/api.ts";
import { gapApi } from "./gap/api.ts";
import { debtApi } from "./gap/debt.api.ts";
import { transitionsApi } from "./gap/transitions.api.ts";
import { needsApi } from "./gap/needs.api.ts";
import { tokenApi } from "./identity/api.ts";
import { moveApi } from "./move/api.ts";
import { organisationApi } from "./organisation/api.ts";
import { membersApi } from "./organisation/members.api.ts";
import { planApi } from "./plan/api.ts";
import { manyPlansApi } from "./plan/many.api.ts";
import { peopleApi } from "./people/api.ts";
import { importApi } from "./people/import.api.ts";
import { unitsApi } from "./people/units.api.ts";
import { privacyApi } from "./privacy/api.ts";
import { placementApi } from "./placement/api.ts";
import { preparationApi } from "./placement/preparation.api.ts";
import { talkApi } from "./talk/api.ts";
import { holdingApi } from "./talk/holding.api.ts";
import { takeOverApi } from "./placement/take-over.api.ts";
import { openApiDocument, type About } from "./platform/http/api/document.ts";
import type { Operation } from "./platform/http/api/operation.ts";

export const operations: readonly Operation[] = [
  ...tokenApi,
  ...organisationApi,
  ...membersApi,
  ...unitsApi,
  ...peopleApi,
  ...importApi,
  ...modelsApi,
  ...differenceApi,
  ...lifeApi,
  ...editorApi,
  ...supplementApi,
  ...catalogueApi,
  ...titlesApi,
  ...placementApi,
  ...moveApi,
  ...preparationApi,
  ...takeOverApi,
  ...evidenceApi,
  ...gapApi,
  ...needsApi,
  ...debtApi,
  ...transitionsApi,
  ...assessmentApi,
  ...meetingApi,
  ...calibrationApi,
  ...planApi,
  ...manyPlansApi,
  ...talkApi,
  ...holdingApi,
  ...coverageApi,
  ...privacyApi,
];

const ABOUT: About = {
  title: "Vidga",
  version: "1.0.0",
  description: [
    "Competence and career models: who is where, and how far the introduction has come. The same rules as on the pages decide what an account sees; what it may not see does not exist.",
    "Send a token with every request: `Authorization: Bearer vidga_…`. An administrator of the organisation makes it.",
    "Everything that is refused is answered as `application/problem+json`, with every reason at once.",
    "Lists come in pages: follow `next`, or the Link header, until it is null. Days are Stockholm's; where a range has an end, that is the first day outside.",
    "What can be edited has an ETag: send it as If-Match. Without it the answer is 428; when somebody else was first, 412.",
    "What makes something takes an Idempotency-Key: sent again, it is answered as the first time.",
  ].join("\n\n"),
  tags: {
    token: { sv: "Nyckel", en: "The token in use." },
    organisation: {
      sv: "Organisation",
      en: "The organisation, its settings, its professions and an association's members.",
    },
    units: { sv: "Enheter", en: "Units, and who manages them." },
    people: { sv: "Medarbetare", en: "People and their employments, for those who may read about them." },
    "staff-imports": { sv: "Personalimport", en: "Staff from the HR system's file: all of it or nothing." },
    models: { sv: "Modeller", en: "Models and their versions." },
    catalogue: {
      sv: "Kompetenskatalog",
      en: "What leads to what the models ask for, and what nobody offers.",
    },
    placements: { sv: "Placeringar", en: "Who is placed where, decided by the manager after a dialogue." },
    evidence: {
      sv: "Underlag",
      en: "What shows that people meet formal requirements, and who has checked it.",
    },
    assessments: {
      sv: "Bedömningar",
      en: "What the person and their manager see, apart and then together, and what they agree.",
    },
    calibrations: {
      sv: "Kalibrering",
      en: "Invented cases that managers place apart, side by side, and what they agreed.",
    },
    plans: {
      sv: "Planer",
      en: "Goals and activities that the person and their manager write together, and the templates that plans start from.",
    },
    talks: {
      sv: "Samtal",
      en: "Talks: booked, prepared, held, confirmed by each as themselves, and locked with what they rested on.",
    },
    "take-overs": {
      sv: "Övertagande",
      en: "Placements that were there before, in and out: all of it or nothing.",
    },
    gaps: {
      sv: "Behov och kompetensskuld",
      en: "What units need beside what they have, what is missing at people's own levels, and what a draft would do. Small groups are hidden.",
    },
    my: {
      sv: "Det egna",
      en: "What somebody reads and says of themself: only with a token that their own account has made.",
    },
    "data-requests": {
      sv: "Begäran om rättelse",
      en: "Requests for correction, for whoever answers them.",
    },
    coverage: { sv: "Täckningsgrad", en: "Coverage and frozen measurements. Small groups are hidden." },
  },
};

/** The OpenAPI document. */
export const apiDocument = () => openApiDocument(operations, ABOUT);
