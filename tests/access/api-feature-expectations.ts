/** The API's expectations that stand in files of their own, by feature. */
import { assessmentApiExpectations } from "./api-assessment-expectations.ts";
import { apiCatalogueExpectations } from "./api-catalogue-expectations.ts";
import { apiEditorExpectations } from "./api-editor-expectations.ts";
import { apiGapExpectations } from "./api-gap-expectations.ts";
import { moveApiExpectations } from "./move-expectations.ts";
import { calibrationApiExpectations } from "./calibration-expectations.ts";
import { talkApiExpectations } from "./api-talk-expectations.ts";
import { planApiExpectations } from "./api-plan-expectations.ts";
import { evidenceApiExpectations } from "./api-evidence-expectations.ts";
import { apiLayerExpectations } from "./api-layer-expectations.ts";

export const featureApiExpectations = {
  ...apiCatalogueExpectations,
  ...assessmentApiExpectations,
  ...apiEditorExpectations,
  ...evidenceApiExpectations,
  ...apiGapExpectations,
  ...apiLayerExpectations,
  ...calibrationApiExpectations,
  ...moveApiExpectations,
  ...planApiExpectations,
  ...talkApiExpectations,
};
