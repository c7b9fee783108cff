/** Where an assessment's pages are: the person's own under `/my`, the others' under the person. */
import type { AssessmentAddress } from "../assessment-room.ts";

export type Whose = "own" | "other";

/** The list of somebody's assessments, without the organisation. */
export const listPath = (whose: Whose, personId: string): string =>
  whose === "own" ? "/my/assessment" : `/people/${personId}/assessment`;

export const assessmentPath = (whose: Whose, { personId, assessmentId }: AssessmentAddress): string =>
  `${listPath(whose, personId)}/${assessmentId}`;
